"""Room: minutes. `manage.py export`: a document of a session as a file: minutes, agenda, extract of an item …"""

import re
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from committees.models import Session
from minutes import documents, printing
from minutes.record import Audience

_REFERENCE = re.compile(r"(?:(?P<body>[^:/]+):)?(?P<committee>[^:/]+)/(?P<number>[0-9]{1,5})/(?P<year>[0-9]{4})")


class Command(BaseCommand):
    """Writes a document: of the publication for the audience where there is one, else of the session, as a draft."""

    help = "Write a document of a session to a file: its minutes, its agenda, the extract of an item …"

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--session",
            required=True,
            metavar="REF",
            help="committee, number, year: IntA/7/2026, or BODY:IntA/7/2026 where several bodies have that committee",
        )
        parser.add_argument("--document", choices=list(documents.KINDS), default="minutes")
        parser.add_argument("--item", metavar="N", help="the item of an extract or a roll call: 3, Ö3 or N1")
        parser.add_argument("--audience", choices=[audience.value for audience in Audience], default="public")
        parser.add_argument("--format", choices=list(documents.FORMATS), default="pdf")
        parser.add_argument("--output", required=True, metavar="PATH", help="the file to write; - is standard output")

    def handle(self, *args: Any, output: str, **options: Any) -> None:
        kind = documents.KINDS[options["document"]]
        if kind.needs_item and not options["item"]:
            raise CommandError(_("An extract is of one item; name it with --item."))
        if "item" not in kind.takes and options["item"]:
            raise CommandError(_("This document is not of one item; leave out --item or ask for --document extract."))
        try:
            made = printing.make(
                find_session(options["session"]),
                document=options["document"],
                format=options["format"],
                audience=Audience(options["audience"]),
                item=options["item"],
            )
        except documents.DocumentError as error:
            raise CommandError(str(error)) from error
        if output == "-":
            sys.stdout.buffer.write(made.content)
            sys.stdout.buffer.flush()
            return
        try:
            Path(output).write_bytes(made.content)
        except OSError as error:
            raise CommandError(
                _("%(path)s can’t be written: %(reason)s.") % {"path": output, "reason": error.strerror}
            ) from error
        self.stderr.write(_("%(path)s is written.") % {"path": output})


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
