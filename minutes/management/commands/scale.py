"""Room: minutes. `manage.py scale`: loads an invented county of twenty years, to see how fast the portal is."""

from argparse import ArgumentParser
from time import monotonic
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from minutes.scale import loading


class Command(BaseCommand):
    """Loads sessions with published minutes, each with 30 items and some 200 contributions; always the same ones."""

    help = "Load an invented county to measure with: published minutes of so many sessions. Never into real data."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--sessions", type=int, default=5_000, help="How many sessions (5000).")

    def handle(self, *args: Any, sessions: int, **options: Any) -> None:
        if sessions < 1:
            raise CommandError(_("At least one session."))
        if loading.is_loaded():
            raise CommandError(_("The invented county is here already; take another database for another size."))
        if loading.has_real_data():
            raise CommandError(_("Here is more than the demo: the invented county is not for real data."))
        start = monotonic()

        def tell(done: int) -> None:
            self.stdout.write(f"\r{done} / {sessions}  {monotonic() - start:.0f} s", ending="")
            self.stdout.flush()

        loading.load(sessions, progress=tell)
        self.stdout.write("")
        self.stdout.write(_("The invented county is loaded."))
