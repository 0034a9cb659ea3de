"""Room: minutes. `manage.py resume_exports`: finishes exports whose worker was lost, and deletes old ones."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from minutes.bulk import cleaning, tasks


class Command(BaseCommand):
    """To be run every few minutes by a timer. Two at the same time do not disturb each other."""

    help = "Go on with exports whose worker was lost, delete those that are too old, and clear up."

    def handle(self, *args: Any, **options: Any) -> None:
        resumed, deleted = tasks.resume(), cleaning.clean()
        self.stdout.write(
            ngettext("%(count)d export was taken up again.", "%(count)d exports were taken up again.", resumed)
            % {"count": resumed}
        )
        self.stdout.write(
            ngettext("%(count)d export was deleted.", "%(count)d exports were deleted.", deleted) % {"count": deleted}
        )
