"""Room: minutes. `manage.py import KIND …`: stores what other systems published; each kind in its own module."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from minutes.importing.commands import archive, oparl, text

KINDS = {"text": text, "oparl": oparl, "archive": archive}


class Command(BaseCommand):
    """Hands over to the kind that is named."""

    help = "Store what other systems published, as history that nobody edits here."

    def add_arguments(self, parser: ArgumentParser) -> None:
        kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
        for name, module in KINDS.items():
            module.add_arguments(kinds.add_parser(name, help=module.HELP, description=module.HELP))

    def handle(self, *args: Any, **options: Any) -> None:
        KINDS[options["kind"]].handle(options, self.stdout, self.stderr)
