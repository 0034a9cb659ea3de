"""Room: minutes, importing. `manage.py import archive FILE`: a body comes back, or moves to another machine."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, OutputWrapper
from django.utils.translation import gettext as _

from committees.models import User
from minutes.importing.archive import Archive, Refused, store

HELP = (
    "Put the archive of a body (manage.py export --archive) into an empty Gremia, whole or not at all. Without --apply "
    "all of it is tried, and nothing stays."
)


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the archive")
    parser.add_argument("--apply", action="store_true", help="keep what was imported")
    parser.add_argument("--by", metavar="EMAIL", help="who imports (an administrator), for the audit chain")


def handle(options: dict[str, Any], stdout: OutputWrapper, stderr: OutputWrapper) -> None:
    """Exit status 1, with the sentence, if the archive is refused."""
    by = _administrator(options["by"])
    try:
        with Archive(options["file"]) as archive:
            body, made_at = archive.manifest["body"], archive.manifest.get("made_at")
            stdout.write(_("Archive of %(body)s, made at %(moment)s.") % {"body": body.get("name"), "moment": made_at})
            result = store(archive, by=by, is_trial=not options["apply"], progress=stderr.write)
    except Refused as error:
        raise CommandError(str(error)) from error
    if result.is_known:
        stdout.write(_("This very archive was imported before; there is nothing to do."))
        return
    for name, count in result.rows.items():
        if count:
            stdout.write(f"{name}: {count}")
    if options["apply"]:
        stdout.write(_("The archive is imported. Files: %(files)d.") % {"files": result.files})
    else:
        stdout.write(_("The archive can be imported; nothing was stored. Run again with --apply."))


def _administrator(email: str | None) -> User | None:
    if not email:
        return None
    user = User.objects.filter(email__iexact=email, role=User.Role.ADMIN, is_active=True).first()
    if user is None:
        raise CommandError(_("There is no administrator %(email)s.") % {"email": email})
    return user
