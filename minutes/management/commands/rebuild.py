"""Room: minutes. `manage.py rebuild`: makes anew what lists and pages go by, from what was published."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from minutes import projection


class Command(BaseCommand):
    """Projects all publications again; what was published does not change."""

    help = "Make the issues (what is read when) anew from the publications. Run again, it changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(_("Issues made anew: %(count)d.") % {"count": projection.rebuild()})
