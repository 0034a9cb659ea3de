"""Room: minutes. `manage.py read_minutes`: reads minutes of other systems and prints what they say; stores nothing."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from minutes import import_messages
from minutes.importers import Reading, Unreadable, as_json, read
from minutes.importers.source import MAX_BYTES, MAX_SECONDS


class Command(BaseCommand):
    """Prints a reading for each file: a line, or with --json the whole. A file that can't be read stops no other."""

    help = (
        "Read published items or whole minutes (text, HTML, PDF, DOCX) and print what they say. "
        "Nothing is stored. Exit status 1 if a file could not be read."
    )
    # Nothing here needs the database, or a site that is set up.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE", help="files to read; - is standard input")
        parser.add_argument("--json", action="store_true", help="print the readings as a JSON list, one object a file")
        parser.add_argument(
            "--seconds",
            type=float,
            default=MAX_SECONDS,
            metavar="N",
            help=f"give up on a file after N ({MAX_SECONDS:g})",
        )

    def handle(self, *args: Any, files: list[str], seconds: float, **options: Any) -> None:
        if seconds <= 0:
            raise CommandError(_("Give each file more than 0 seconds."))
        told: list[dict[str, Any]] = []
        failed = 0
        for name in files:
            try:
                reading = read(_bytes(name), _id(name), seconds=seconds)
            except Unreadable as error:
                failed += 1
                sentence = import_messages.refusal(error)
                self.stderr.write(f"{name}: {sentence}")
                told.append({"id": _id(name), "error": {"code": error.reason, "message": sentence}})
                continue
            if options["json"]:
                told.append(as_json.reading(reading))
            else:
                self._tell(name, reading)
        if options["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2))
        if failed:
            raise CommandError(
                ngettext("%(count)d file could not be read.", "%(count)d files could not be read.", failed)
                % {"count": failed}
            )

    def _tell(self, name: str, reading: Reading) -> None:
        warnings = [*reading.warnings, *(warning for item in reading.items for warning in item.warnings)]
        contributions = sum(len(item.contributions) for item in reading.items)
        self.stdout.write(f"{name}: {import_messages.summary(len(reading.items), contributions, len(warnings))}")
        for warning in warnings:
            about = f" ({warning.text})" if warning.text else ""
            self.stdout.write(f"  {import_messages.warning(warning.code)}{about}")


def _id(name: str) -> str:
    return "-" if name == "-" else Path(name).stem


def _bytes(name: str) -> bytes:
    """The bytes of a file, one more at most than is read: a device or a huge file fills no memory."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(MAX_BYTES + 1)
        with Path(name).open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise Unreadable("unreadable", getattr(error, "strerror", None) or str(error)) from error
