"""Room: minutes. `manage.py audit`: shows the audit chain, and proves that nothing of what it tells was changed."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import gettext as _

from committees import audit
from committees.models import AuditEvent
from minutes import verifying
from minutes.one_moment import one_moment


class Command(BaseCommand):
    """Lists the last events; with --head prints where the chain ends; with --verify looks for tampering."""

    help = "Show the audit chain, or prove with --verify that it and all that was signed and published is whole."

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group()
        what.add_argument("--verify", action="store_true", help="Look at every row; exit status 1 if one was changed.")
        what.add_argument("--head", action="store_true", help="Print the hash in which the chain ends.")
        what.add_argument("--last", type=int, default=20, metavar="N", help="List the last N events (20).")

    def handle(self, *args: Any, verify: bool, head: bool, last: int, **options: Any) -> None:
        if verify:
            self._verify()
        elif head:
            self.stdout.write(audit.head())
        elif last < 1:
            raise CommandError(_("Ask for one event at least."))
        else:
            for event in reversed(AuditEvent.objects.order_by("-number")[:last]):
                self.stdout.write(line(event))

    def _verify(self) -> None:
        counts: Counter[str] = Counter()
        found = 0
        with one_moment():
            for sentence in verifying.problems(counts):
                found += 1
                self.stdout.write(sentence)
            end = "" if found else audit.head()
        if found:
            raise CommandError(_("Not whole: %(count)d findings.") % {"count": found})
        self.stdout.write(
            _(
                "Whole: %(events)d events, %(publications)d publications, %(files)d files, "
                "%(withdrawals)d withdrawals, %(corrections)d corrections, %(sessions)d signed sessions, "
                "%(issues)d issues."
            )
            % {
                "events": counts["events"],
                "publications": counts["publications"],
                "files": counts["files"],
                "withdrawals": counts["withdrawals"],
                "corrections": counts["corrections"],
                "sessions": counts["sealed sessions"],
                "issues": counts["issues"],
            }
        )
        self.stdout.write(_("The chain ends in %(head)s.") % {"head": end or "–"})


def line(event: AuditEvent) -> str:
    """Number, moment, who, what, at which row, and the hash."""
    moment = f"{timezone.localtime(event.at):%d.%m.%Y %H:%M:%S}"
    who = str(event.actor_id) if event.actor_id else "–"
    return f"{event.number}  {moment}  {who}  {event.act}  {event.subject}  {event.sha256}"
