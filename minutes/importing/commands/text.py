"""Room: minutes, importing. `manage.py import text FILE…`: minutes of other systems from text, HTML, PDF or DOCX."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError, OutputWrapper
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.models import Committee, User
from minutes import import_messages
from minutes.importers import Unreadable
from minutes.importers.source import MAX_BYTES, MAX_SECONDS
from minutes.importing import messages
from minutes.importing.texts import storing
from minutes.importing.texts.draft import Draft
from minutes.models import TextImport

HELP = (
    "Read published items or whole minutes and store them as history. Without --apply nothing is stored: what would be "
    "stored, matched, unclear, unread and warned of is printed. Exit status 1 if a file was refused."
)


class Refused(Exception):
    """A file that is not stored, with the sentence that says why."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="files to read")
    parser.add_argument("--committee", required=True, metavar="SHORT_NAME", help="whose minutes these are")
    parser.add_argument("--body", metavar="KEY", help="the body of the committee, where there are several")
    parser.add_argument("--apply", action="store_true", help="store what was read")
    parser.add_argument("--public", action="store_true", help="items are public where the text does not say")
    parser.add_argument("--refuse-unclear", action="store_true", help="store no file that names somebody unclear")
    parser.add_argument("--by", metavar="EMAIL", help="who imports (an administrator)")
    parser.add_argument(
        "--number", metavar="N/YYYY", help="number and year of the session, for one file that says none"
    )
    parser.add_argument("--date", metavar="YYYY-MM-DD", help="day of the session, for one file that says none")
    parser.add_argument("--item", metavar="NUMBER", help="number of the item, for one file that says none")
    parser.add_argument(
        "--seconds", type=float, default=MAX_SECONDS, metavar="N", help=f"give up on a file after N ({MAX_SECONDS:g})"
    )


def handle(options: dict[str, Any], stdout: OutputWrapper, stderr: OutputWrapper) -> None:
    """Each file by itself: one that is refused stops no other, one that is stored stays so."""
    committee = _committee(options["committee"], options["body"])
    by = _administrator(options["by"])
    if options["seconds"] <= 0:
        raise CommandError(_("Give each file more than 0 seconds."))
    if len(options["files"]) > 1 and any(options[name] for name in ("number", "date", "item")):
        raise CommandError(_("--number, --date and --item are for one file."))
    refused = 0
    for name in options["files"]:
        try:
            for line in _import(name, committee, by, options):
                stdout.write(line)
        except Refused as error:
            refused += 1
            stderr.write(f"{name}: {error}")
    if refused:
        raise CommandError(
            ngettext("%(count)d file was refused.", "%(count)d files were refused.", refused) % {"count": refused}
        )
    if not options["apply"]:
        stdout.write(_("Nothing was stored; --apply stores it."))


def _import(name: str, committee: Committee, by: User, options: dict[str, Any]) -> list[str]:
    """What is to be said of a file. Raises Refused."""
    try:
        data = _bytes(name)
        earlier = storing.known(data, committee)
        if earlier is not None and earlier.session is not None:
            return [f"{name}: " + _("imported already, as %(session)s") % {"session": earlier.session}]
        draft = storing.reading_of(data, Path(name).stem, seconds=options["seconds"])
    except Unreadable as error:
        raise Refused(import_messages.refusal(error)) from error
    row = earlier or storing.new_import(data, Path(name).name, draft, committee, by=by)
    row.draft = _completed(row.draft, options)
    return _stored(name, row, by, options)


def _stored(name: str, row: TextImport, by: User, options: dict[str, Any]) -> list[str]:
    try:
        plan = storing.plan(row)
        storing.refuse_unsettled(plan.cast)
        unclear = plan.cast.unclear
        if unclear and options["refuse_unclear"]:
            raise Refused(messages.unclear(unclear))
        lines = [f"{name}: {messages.of_plan(plan, row.draft)}", *messages.details(plan, row.draft)]
        if options["apply"]:
            kept = storing.accept(row, by=by)
            lines.append("  " + messages.of_kept(kept, row.session))
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    return lines


def _completed(draft: Draft, options: dict[str, Any]) -> Draft:
    """The draft with what was given on the command line."""
    draft = {**draft, **{name: options[name] for name in ("number", "date") if options[name]}}
    if options["item"] and not draft["is_protocol"]:
        draft["items"] = [{**draft["items"][0], "number": options["item"]}]
    return storing.public_unless_said(draft) if options["public"] else draft


def _committee(short_name: str, body: str | None) -> Committee:
    rows = Committee.objects.filter(short_name=short_name).select_related("body__profile")
    if body is not None:
        rows = rows.filter(body__key=body)
    found = list(rows[:2])
    if not found:
        raise CommandError(_("There is no committee “%(name)s” here.") % {"name": short_name})
    if len(found) > 1:
        raise CommandError(
            _("There are several committees “%(name)s”; name the body with --body.") % {"name": short_name}
        )
    return found[0]


def _administrator(email: str | None) -> User:
    rows = User.objects.filter(role=User.Role.ADMIN, is_active=True).order_by("pk")
    by = rows.filter(email__iexact=email).first() if email else rows.first()
    if by is None:
        raise CommandError(
            _("Nobody with the address “%(email)s” is an administrator.") % {"email": email}
            if email
            else _("There is no administrator here who could import.")
        )
    return by


def _bytes(name: str) -> bytes:
    """The bytes of a file, one more at most than is read."""
    try:
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Unreadable("unreadable", getattr(error, "strerror", None) or str(error)) from error
