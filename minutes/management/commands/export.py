"""Room: minutes. `manage.py export`: what goes out of the house as a file: a document of a session, a table, a body.

One word for all that goes out, as `import` is the one for what comes in.
"""

import datetime
import re
import sys
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from committees.models import Body, Committee, Session, User
from minutes import documents, printing, tables
from minutes.archive import writing
from minutes.models import Audience as IssueAudience
from minutes.one_moment import one_moment
from minutes.record import Audience
from minutes.tables.choosing import EVERYBODY

_REFERENCE = re.compile(r"(?:(?P<body>[^:/]+):)?(?P<committee>[^:/]+)/(?P<number>[0-9]{1,5})/(?P<year>[0-9]{4})")


class Command(BaseCommand):
    """Writes a document of a session (of what was published where there is something, else a draft), or a table."""

    help = "Write a document of a session to a file (minutes, agenda, extract of an item …), or a table."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument(
            "--session",
            metavar="REF",
            help="committee, number, year: IntA/7/2026, or BODY:IntA/7/2026 where several bodies have that committee",
        )
        what.add_argument("--table", choices=list(tables.TABLES), help="all that was published, as a table")
        what.add_argument(
            "--archive",
            metavar="BODY",
            help="everything of a body as one ZIP: --audience public what everybody can read, internal all there is",
        )
        parser.add_argument("--document", choices=list(documents.KINDS), default="minutes")
        parser.add_argument("--item", metavar="N", help="the item of an extract or a roll call: 3, Ö3 or N1")
        parser.add_argument("--audience", choices=[audience.value for audience in Audience], default="public")
        parser.add_argument(
            "--format",
            choices=[*documents.FORMATS, *tables.FORMATS],
            help="of a document (pdf, if nothing is said) or of a table (csv, xlsx)",
        )
        parser.add_argument("--output", required=True, metavar="PATH", help="the file to write; - is standard output")
        chosen = parser.add_argument_group("what a table is of")
        chosen.add_argument("--body", metavar="KEY", default="", help="key of the body")
        chosen.add_argument("--committee", metavar="NAME", default="", help="short name of the committee")
        chosen.add_argument("--term", default="", help="name of the legislative term")
        chosen.add_argument("--since", type=datetime.date.fromisoformat, metavar="DAY", help="as 2026-01-31")
        chosen.add_argument("--until", type=datetime.date.fromisoformat, metavar="DAY")
        chosen.add_argument("--headings", choices=["words", "keys"], default="words", help="for people or programs")

    def handle(self, *args: Any, output: str, **options: Any) -> None:
        if options["archive"]:
            self._archive(options, output)
        elif options["table"]:
            self._write(self._table(options), output)
        else:
            self._write([self._document(options)], output)

    def _document(self, options: dict[str, Any]) -> bytes:
        kind = documents.KINDS[options["document"]]
        if kind.needs_item and not options["item"]:
            raise CommandError(_("An extract is of one item; name it with --item."))
        if "item" not in kind.takes and options["item"]:
            raise CommandError(_("This document is not of one item; leave out --item or ask for --document extract."))
        format = options["format"] or "pdf"  # noqa: A001 (named as the option)
        if format not in documents.FORMATS:
            raise CommandError(_("A document is no table; ask for pdf, docx, odt, txt or json."))
        try:
            made = printing.make(
                find_session(options["session"]),
                document=options["document"],
                format=format,
                audience=Audience(options["audience"]),
                item=options["item"],
            )
        except documents.DocumentError as error:
            raise CommandError(str(error)) from error
        return made.content

    def _table(self, options: dict[str, Any]) -> Iterator[bytes]:
        format = options["format"] or "csv"  # noqa: A001 (named as the option)
        if format not in tables.FORMATS:
            raise CommandError(_("A table is written as csv or xlsx."))
        choice = tables.Choice(
            body=options["body"],
            committee=find_committee(options["committee"], options["body"]),
            term=options["term"],
            since=options["since"],
            until=options["until"],
        )
        return tables.write(
            tables.TABLES[options["table"]],
            format,
            choice,
            operator() if options["audience"] == Audience.INTERNAL.value else EVERYBODY,
            has_keys=options["headings"] == "keys",
        )

    def _archive(self, options: dict[str, Any], output: str) -> None:
        if options["format"]:
            raise CommandError(_("An archive is a ZIP; leave out --format."))
        body = find_body(options["archive"])
        report = writing.Report()
        with one_moment():
            self._write(writing.write(body, IssueAudience(options["audience"]), report=report), output)
        self.stderr.write(
            _("Publications: %(publications)d, files: %(files)d.")
            % {"publications": report.rows["publications"], "files": report.files}
        )
        for name in report.missing:
            self.stderr.write(_("The uploaded file %(name)s is not there.") % {"name": name})

    def _write(self, pieces: Iterable[bytes], output: str) -> None:
        if output == "-":
            for piece in pieces:
                sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
            return
        try:
            with Path(output).open("wb") as file:
                file.writelines(pieces)
        except OSError as error:
            raise CommandError(
                _("%(path)s can’t be written: %(reason)s.") % {"path": output, "reason": error.strerror}
            ) from error
        self.stderr.write(_("%(path)s is written.") % {"path": output})


def operator() -> User:
    """Whoever runs the server reads everything, as the database is theirs; nobody who is stored."""
    return User(role=User.Role.ADMIN, is_active=True)


def find_body(key: str) -> Body:
    """The body of a key. Raises CommandError, with the keys that there are."""
    body = Body.objects.filter(key__iexact=key).first()
    if body is None:
        keys = ", ".join(Body.objects.order_by("key").values_list("key", flat=True))
        raise CommandError(_("There is no body %(key)s. There are: %(keys)s.") % {"key": key, "keys": keys or "–"})
    return body


def find_committee(name: str, body: str) -> int | None:
    """The key of the committee of a short name. Raises CommandError if there is none, or more than one."""
    if not name:
        return None
    rows = Committee.objects.filter(short_name__iexact=name)
    if body:
        rows = rows.filter(body__key__iexact=body)
    keys = list(rows.values_list("pk", flat=True)[:2])
    if len(keys) != 1:
        sentence = _("There is no committee %(name)s.") if not keys else _("Several bodies have a committee %(name)s.")
        raise CommandError(sentence % {"name": name})
    return keys[0]


def find_session(reference: str) -> Session:
    """The session of "IntA/7/2026" or "BODY:IntA/7/2026". Raises CommandError if there is none, or more than one."""
    found = _REFERENCE.fullmatch(reference.strip())
    if found is None:
        raise CommandError(
            _("“%(reference)s” names no session. Write committee, number and year, like IntA/7/2026.")
            % {"reference": reference}
        )
    rows = Session.objects.select_related("committee__body").filter(
        committee__short_name__iexact=found["committee"], number=found["number"], year=found["year"]
    )
    if found["body"]:
        rows = rows.filter(committee__body__key__iexact=found["body"])
    sessions = list(rows.order_by("committee__body__key"))
    if not sessions:
        raise CommandError(_("There is no session %(reference)s.") % {"reference": reference})
    if len(sessions) > 1:
        names = ", ".join(f"{session.committee.body.key}:{session.reference}" for session in sessions)
        raise CommandError(
            _("“%(reference)s” may be any of these sessions: %(names)s. Please name one of them.")
            % {"reference": reference, "names": names}
        )
    return sessions[0]
