"""Room: minutes. `manage.py resume_exports`: finishes exports and imports whose worker was lost, deletes old ones."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from minutes.bulk import cleaning, tasks
from minutes.importing.oparl import tasks as imports


class Command(BaseCommand):
    """To be run every few minutes by a timer. Two at the same time do not disturb each other."""

    help = "Go on with exports and imports whose worker was lost, delete exports that are too old, and clear up."

    def handle(self, *args: Any, **options: Any) -> None:
        imported = imports.QUEUE.resume()
        resumed, deleted = tasks.QUEUE.resume(), cleaning.clean()
        self.stdout.write(
            ngettext("%(count)d export was taken up again.", "%(count)d exports were taken up again.", resumed)
            % {"count": resumed}
        )
        if imported:
            self.stdout.write(
                ngettext("%(count)d import was taken up again.", "%(count)d imports were taken up again.", imported)
                % {"count": imported}
            )
        self.stdout.write(
            ngettext("%(count)d export was deleted.", "%(count)d exports were deleted.", deleted) % {"count": deleted}
        )
