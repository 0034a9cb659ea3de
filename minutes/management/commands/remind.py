"""Room: minutes. `manage.py remind`: tells each clerk by e-mail what is due; to be run once a day or more often."""

import logging
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from minutes import deadlines

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Sends one mail a day to each clerk who has something to do; run again, it sends what failed."""

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
        if failed:
            raise CommandError(_("These could not be reminded: %(names)s") % {"names": ", ".join(failed)})
