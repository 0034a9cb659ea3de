"""Room: minutes. `manage.py remind`: tells by e-mail what waits, and forgets what has been kept long enough.

To be run once a day or more often.
"""

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from minutes import barriers, deadlines
from minutes.models import Note

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Sends one mail a day to each clerk who has something to do, and the office the reports of barriers that it has
    not got; run again, it sends what failed."""

    help = "Send each clerk an e-mail with the minutes that are due and the objections that wait for a decision."

    def handle(self, *args: Any, **options: Any) -> None:
        sent, failed = 0, []
        for user in deadlines.clerks():
            try:
                sent += deadlines.remind(user)
            except Exception:
                # Whatever a mail server answers to one address, the others are reminded; the cause is in the log.
                logger.exception("The reminder to %s could not be sent.", user.pk)
                failed.append(user.email)
        self.stdout.write(
            ngettext("%(count)d reminder was sent.", "%(count)d reminders were sent.", sent) % {"count": sent}
        )
        reports, unsent = barriers.send_waiting()
        if reports:
            self.stdout.write(
                ngettext("%(count)d report of a barrier was sent.", "%(count)d reports of barriers were sent.", reports)
                % {"count": reports}
            )
        barriers.forget_done()
        Note.objects.forget_deleted()
        if failed:
            raise CommandError(_("These could not be reminded: %(names)s") % {"names": ", ".join(failed)})
        if unsent:
            raise CommandError(_("Reports of barriers that could not be sent: %(count)d") % {"count": unsent})
