"""The interface in German: each English string has one, none is doubtful, and the compiled file is the written one."""

import ast
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

import allauth
import django
import polib
import pytest
from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation.template import templatize

from committees.accounts import SecondFactorAdapter

ROOT = Path(__file__).parent.parent
CATALOGUE = ROOT / "locale/de/LC_MESSAGES/django.po"
REPLACEMENTS = ROOT / "locale/packages/de/LC_MESSAGES/django.po"
MARKS = {"_": "gettext"} | {
    f"{mark}{lazy}": mark for mark in ("gettext", "ngettext", "pgettext", "npgettext") for lazy in ("", "_lazy")
}


FOREIGN = [Path(package.__file__).parent for package in (django, allauth)]
DU = re.compile(r"\b([Dd]u|[Dd]ein\w*|[Dd]ir|[Dd]ich|[Ee]uch|[Ee]uer\w*)\b")


@pytest.fixture(scope="module", params=[CATALOGUE, REPLACEMENTS], ids=["own", "packages"])
def each_catalogue(request) -> polib.POFile:
    return polib.pofile(str(request.param))


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def arguments_of(source: str) -> list[tuple[str, list[str]]]:
    """The marks of a Python source, as (function, its leading literal strings)."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = [(getattr(call.func, "id", getattr(call.func, "attr", "")), call.args) for call in calls]
    return [
        (MARKS[name], [arg.value for arg in args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)])
        for name, args in named
        if name in MARKS
    ]


def marked() -> set[tuple[str | None, str, str]]:
    """What the code and the templates mark for translation, as (context or None, English, file)."""
    found = set()
    code = [path for room in ("committees", "votes", "minutes") for path in (ROOT / room).rglob("*.py")]
    for path in (*code, *(ROOT / "templates").rglob("*.html"), *(ROOT / "templates").rglob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if path.suffix != ".py":
            # Django blanks out the rest of the template with runs of letters and leaves calls that Python can read.
            text = "\n".join(
                re.findall(r"""\b(?:n?p?gettext|_)\((?:[^"'()]|"[^"]*"|'(?:[^'\\]|\\.)*')*\)""", templatize(text))
            )
        for mark, strings in arguments_of(text):
            if not strings:
                continue
            context, english = (strings[0], strings[1]) if "p" in mark else (None, strings[0])
            found.add((context, english, path.relative_to(ROOT).as_posix()))
    return found


def german_of(package: Path) -> Iterable[polib.POEntry]:
    """What a package itself says in German, or would say."""
    return (entry for path in package.rglob("locale/de/LC_MESSAGES/django.po") for entry in polib.pofile(str(path)))


def test_each_string_has_an_entry(catalogue):
    known = {(entry.msgctxt, entry.msgid) for entry in catalogue if not entry.obsolete}
    strings = marked()
    assert len(strings) > len(settings.LANGUAGES)
    missing = sorted(f"{file}: {english}" for context, english, file in strings if (context, english) not in known)
    assert not missing, f"{len(missing)} strings, such as\n" + "\n".join(missing[:20])


def test_each_entry_is_used(catalogue):
    used = {(context, english) for context, english, _file in marked()}
    assert catalogue.obsolete_entries() == []
    assert [entry.msgid for entry in catalogue if (entry.msgctxt, entry.msgid) not in used] == []


def test_each_replacement_is_of_a_string_of_a_package():
    replaced = {(entry.msgctxt, entry.msgid) for package in FOREIGN for entry in german_of(package)}
    entries = polib.pofile(str(REPLACEMENTS))
    assert [entry.msgid for entry in entries if (entry.msgctxt, entry.msgid) not in replaced] == []


def test_each_entry_has_its_german(each_catalogue):
    assert [entry.msgid for entry in each_catalogue.untranslated_entries()] == []
    assert [entry.msgid for entry in each_catalogue.fuzzy_entries()] == []


def test_each_german_string_keeps_the_placeholders(each_catalogue):
    def placeholders(text: str) -> set[str]:
        return set(re.findall(r"%\(\w+\)[sd]|(?<!\{)\{\w*\}", text))

    wrong = []
    for entry in each_catalogue:
        # A plural form may say "one" in words, so only what nobody gives is wrong there.
        for german in entry.msgstr_plural.values():
            if not placeholders(german) <= placeholders(entry.msgid) | placeholders(entry.msgid_plural):
                wrong.append(entry.msgid)
        if entry.msgstr and placeholders(entry.msgstr) != placeholders(entry.msgid):
            wrong.append(entry.msgid)
    assert wrong == []


@pytest.mark.parametrize("file", [CATALOGUE, REPLACEMENTS], ids=["own", "packages"])
def test_the_compiled_file_is_up_to_date(file):
    def content(entries) -> dict:
        return {
            (entry.msgctxt, entry.msgid): entry.msgstr or {int(n): text for n, text in entry.msgstr_plural.items()}
            for entry in entries
        }

    assert content(polib.mofile(str(file.with_suffix(".mo")))) == content(polib.pofile(str(file)))


def test_the_catalogue_is_as_the_command_leaves_it(catalogue):
    """Sorted and without dates, so that a new string changes its own lines only."""
    keys = [(entry.msgid, entry.msgctxt or "") for entry in catalogue]
    assert keys == sorted(keys)
    assert "POT-Creation-Date" not in catalogue.metadata


def test_the_interface_says_sie(each_catalogue):
    german = [text for entry in each_catalogue for text in (entry.msgstr, *entry.msgstr_plural.values())]
    assert [text for text in german if DU.search(text)] == []


def test_django_says_sie():
    german = [text for entry in german_of(FOREIGN[0]) for text in (entry.msgstr, *entry.msgstr_plural.values())]
    assert len(german) > len(FOREIGN)
    assert [text for text in german if DU.search(text)] == []


def test_what_allauth_may_say_here_says_sie():
    messages = ("logged_in", "logged_out", "password_changed", "password_set", "unverified_primary_email")
    with translation.override("de"):
        said = [str(text) for text in DefaultAccountAdapter.error_messages.values()]
        said += [str(text) for text in SecondFactorAdapter.error_messages.values()]
        said += [render_to_string(f"mfa/messages/{path.name}") for path in (ROOT / "templates/mfa/messages").iterdir()]
        said += [render_to_string(f"account/messages/{name}.txt", {"name": "Kim Merten"}) for name in messages]
    assert [text for text in said if DU.search(text)] == []


class Spoken(HTMLParser):
    """The words that stand in a template itself, but for those marked as another language."""

    silent = ("script", "br", "col", "hr", "img", "input", "link", "meta", "path", "source")

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.words += [text for name, text in attrs if name in {"aria-label", "title", "alt", "placeholder"} and text]
        if tag not in self.silent:
            self._open.append((tag, tag != "html" and any(name == "lang" for name, _value in attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not any(is_foreign for _tag, is_foreign in self._open):
            self.words.append(data)


# The documents, and the parts of a published protocol that stand inside an element with the language of the record.
OF_THE_RECORD = re.compile(
    r"minutes/documents/|minutes/portal/_"
    r"(protocol|at_a_glance|item|vote|roll_call|result_bar|decision|people|published_seat)\.html"
)
# The last ones are printed on the keys of every keyboard.
NAMES = {"Gremia", "SHA", "Alt", "Enter", "Esc", "Tab"}


def unmarked_words() -> Iterator[str]:
    for path in sorted((ROOT / "templates").rglob("*.html")):
        file = path.relative_to(ROOT / "templates").as_posix()
        if OF_THE_RECORD.match(file):
            continue
        source = path.read_text(encoding="utf-8")
        for gone in (
            r"\{% (comment|blocktranslate|blocktrans)\b.*?\{% end\1 %\}",
            r"\{% block body_class %\}.*?\{% endblock %\}",
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}",
        ):
            source = re.sub(gone, "", source, flags=re.DOTALL)
        for words in Spoken(source).words:
            yield from (f"{file}: {word}" for word in re.findall(r"[^\W\d_]{2,}", words) if word not in NAMES)


def test_templates_say_nothing_unmarked():
    assert list(unmarked_words()) == []
