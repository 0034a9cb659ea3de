"""Room: minutes, importing. `manage.py import oparl URL-or-folder`: another system's public data, by OParl."""

import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError, OutputWrapper
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from committees.models import Body, User
from minutes.importing import report
from minutes.importing.oparl import addresses, running
from minutes.importing.oparl.addresses import Refused
from minutes.importing.oparl.running import is_folder, open_run
from minutes.models import ImportRun

HELP = (
    "Read another system's public data by OParl 1.0 or 1.1, from the address of its system or body, or from a folder "
    "of JSON files, and store it. A later run reads what was changed since; one that was broken off goes on."
)
_PATIENCE = 5  # seconds between two looks at whether somebody else is still at it


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("source", metavar="URL-or-folder", help="address of a system or a body, folder, or file")
    parser.add_argument("--full", action="store_true", help="read everything, not only what was changed")
    parser.add_argument("--files", action="store_true", help="fetch the files too; else they are links to the source")
    parser.add_argument("--body", metavar="KEY", help="import into this body, which is here already")
    parser.add_argument("--only-body", metavar="URL", help="of several bodies of the system, only this one")
    parser.add_argument("--by", metavar="EMAIL", help="in whose name (an administrator)")
    parser.add_argument("--delay", type=float, default=0.5, metavar="SECONDS", help="pause between requests (0.5)")
    parser.add_argument(
        "--allow-private", action="store_true", help="the host of the address is in our own network, and that is right"
    )
    parser.add_argument(
        "--host",
        action="append",
        default=[],
        metavar="NAME",
        help="another host to which its links may lead; with its port, if that is an unusual one",
    )


def handle(options: dict[str, Any], stdout: OutputWrapper, stderr: OutputWrapper) -> None:
    source = _source(options)
    chosen = _options(options, source)
    owner = _administrator(options["by"])
    try:
        run = open_run(source, owner=owner, options=chosen, language=get_language() or "de")
    except ValidationError as problem:
        raise CommandError(" ".join(problem.messages)) from problem
    if run.cursor:
        stdout.write(_("Going on with an import that was broken off."))
    _wait(run, stdout)
    start = time.monotonic()

    def tell(row: ImportRun) -> None:
        stdout.write(f"\r{report.progress(row)}  {time.monotonic() - start:.0f} s ", ending="")
        stdout.flush()

    running.run(run.pk, progress=tell)
    run.refresh_from_db()
    stdout.write("")
    for line in report.lines(run):
        stdout.write(line)
    if run.state != ImportRun.State.DONE:
        raise CommandError(run.failure or _("The import is not finished; start it again to go on."))


def _source(options: dict[str, Any]) -> str:
    source = options["source"]
    if is_folder(source):
        path = Path(source)
        if not path.exists():
            raise CommandError(_("There is no such folder: %(path)s") % {"path": source})
        return str(path.resolve())
    return source


def _options(options: dict[str, Any], source: str) -> dict[str, Any]:
    if options["delay"] < 0:
        raise CommandError(_("A pause is not shorter than nothing."))
    if options["body"] and not Body.objects.filter(key=options["body"]).exists():
        raise CommandError(_("There is no body “%(key)s” here.") % {"key": options["body"]})
    chosen: dict[str, Any] = {"delay": options["delay"]}
    chosen |= {name: options[name] for name in ("full", "files", "body", "only_body") if options[name]}
    if not is_folder(source):
        urls = [f"{urlsplit(source).scheme}://{host}" for host in options["host"]]
        chosen |= {"hosts": [addresses.name_of(url) for url in urls]} if urls else {}
        chosen |= {"private": [addresses.place_of(url) for url in (source, *urls)]} if options["allow_private"] else {}
        try:
            addresses.checked(source, private=frozenset(chosen.get("private", ())))
        except Refused as problem:
            raise CommandError(str(problem)) from problem
    return chosen


def _administrator(email: str | None) -> User:
    rows = User.objects.filter(role=User.Role.ADMIN, is_active=True).order_by("pk")
    found = rows.filter(email__iexact=email).first() if email else rows.first()
    if found is None:
        raise CommandError(_("There is no administrator in whose name to import; name one with --by."))
    return found


def _wait(run: ImportRun, stdout: OutputWrapper) -> None:
    """Wait until whoever holds the import is known to be lost."""
    is_told = False
    while not run.is_over and not run.is_free:
        if not is_told:
            stdout.write(_("Somebody else is at this import, or was until a moment ago; waiting."))
            is_told = True
        before = run.heartbeat
        time.sleep(_PATIENCE)
        run.refresh_from_db()
        if run.heartbeat != before and not run.is_stale:
            raise CommandError(_("Somebody else is working on this import."))
