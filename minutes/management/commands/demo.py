"""Room: minutes. `manage.py demo`: loads the demo county and prints who can log in."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from committees.models import User
from minutes.demo import loading
from minutes.demo.users import LOGINS


class Command(BaseCommand):
    """Loads the demo county once; run again, it changes nothing."""

    help = (
        "Load the demo county (invented people, known passwords) and print its logins. Run again, it changes nothing."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--force", action="store_true", help="Load it although other users log in here.")

    def handle(self, *args: Any, force: bool, **options: Any) -> None:
        if loading.is_loaded():
            self.stdout.write(_("The demo is already loaded; nothing was changed."))
        elif loading.has_other_users() and not force:
            raise CommandError(
                _("Other users log in to this database, and everybody knows the passwords of the demo. ")
                + _("With --force it is loaded all the same.")
            )
        else:
            loading.load()
            self.stdout.write(_("The demo is loaded."))
        self.stdout.write(logins_table())


def logins_table() -> str:
    """The logins of the demo: role, e-mail, password."""
    rows = [(_("Role"), _("E-mail"), _("Password"))]
    rows += [(str(User.Role(login.role).label), login.email, login.password) for login in LOGINS]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([lines[0], "  ".join("-" * width for width in widths), *lines[1:]])
