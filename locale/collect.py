"""Collects the strings of the interface and compiles them: `make messages`. Needs gettext.

Strings of packages that our catalogue says otherwise (formal “Sie”) stand in no source of ours; they are kept. The
catalogue is sorted and unwrapped, so that two changes of it seldom meet.
"""

import gettext
import subprocess
import sys
from pathlib import Path

import allauth
import django
import polib

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "locale/de/LC_MESSAGES/django.po"


def main() -> None:
    """Collect, keep what replaces strings of packages, sort, compile; name what has no German yet."""
    before = polib.pofile(str(CATALOGUE))
    manage("makemessages", "--no-location", "--no-obsolete", "--no-wrap", "--ignore=.venv", "--ignore=tests")
    catalogue = polib.pofile(str(CATALOGUE), wrapwidth=100_000)
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue}
    packages = strings_of_packages()
    catalogue.extend(entry for entry in before if (entry.msgctxt, entry.msgid) not in known and entry.msgid in packages)
    catalogue.sort(key=lambda entry: (entry.msgid, entry.msgctxt or ""))
    catalogue.header, catalogue.metadata = before.header, before.metadata
    for entry in catalogue:
        if entry.fuzzy:
            # What gettext guesses is seldom right, and nobody sees that it was guessed.
            entry.flags.remove("fuzzy")
            entry.msgstr, entry.msgstr_plural = "", dict.fromkeys(entry.msgstr_plural, "")
        entry.previous_msgid = entry.previous_msgctxt = entry.previous_msgid_plural = None
    catalogue.save(str(CATALOGUE))
    manage("compilemessages", "--ignore=.venv")
    for entry in catalogue.untranslated_entries():
        sys.stdout.write(f"No German yet: {entry.msgid}\n")


def strings_of_packages() -> set[str]:
    """What Django and allauth say in English."""
    found: set[str] = set()
    for package in (django, allauth):
        for compiled in Path(package.__file__).parent.rglob("locale/de/LC_MESSAGES/django.mo"):
            with compiled.open("rb") as file:
                messages = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
            for key in messages:
                english = key[0] if isinstance(key, tuple) else key
                found.add(english.rpartition("\x04")[2])
    return found


def manage(command: str, *options: str) -> None:
    """Run a command of manage.py for the German catalogue."""
    subprocess.run([sys.executable, "manage.py", command, "--locale=de", *options], cwd=ROOT, check=True)  # noqa: S603


if __name__ == "__main__":
    main()
