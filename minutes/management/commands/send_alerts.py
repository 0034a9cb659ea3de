"""Room: minutes. `manage.py send_alerts`: tells followers by e-mail what was published; to be run every few minutes."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from minutes.following import alerts, sending, subscriptions


class Command(BaseCommand):
    """Looks what became public, sends what is due, deletes what nobody confirmed. Run again, it sends nothing twice."""

    help = "Send the e-mail alerts on what was published. Run again, it sends what failed and nothing twice."

    def handle(self, *args: Any, **options: Any) -> None:
        alerts.look()
        outcome = sending.send()
        subscriptions.purge()
        self.stdout.write(
            ngettext("%(count)d mail was sent.", "%(count)d mails were sent.", outcome.sent) % {"count": outcome.sent}
        )
        if outcome.is_unreachable:
            raise CommandError(_("The mail server can’t be reached. The alerts wait."))
        if outcome.failed:
            raise CommandError(
                ngettext(
                    "%(count)d mail could not be sent; the cause is in the log.",
                    "%(count)d mails could not be sent; the cause is in the log.",
                    outcome.failed,
                )
                % {"count": outcome.failed}
            )
