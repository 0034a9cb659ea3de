"""The pages of the demo in both languages: nothing German in English, nothing English in German, but the record."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

import polib
import pytest
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from django.utils import translation

from committees.models import AgendaItem, User
from minutes.models import TextModule
from minutes.record import Audience, read, serialise
from votes.models import Decision, Form

CATALOGUE = Path(__file__).parents[3] / "locale/de/LC_MESSAGES/django.po"
SPOKEN = {"aria-label", "title", "placeholder"}
VOID = {"br", "col", "hr", "img", "input", "link", "meta", "path", "source", "use", "wbr"}
# No pages, or ends the visit; and Django puts together a help text of its password page at import, in one language.
NOT_WALKED = re.compile(r"pdf|json|zip|document|export|extract|jsi18n|logout|auth_user_password_change")


class Page(HTMLParser):
    """What a page says in its own language, and where it leads. Parts in another language (`lang`) are left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self.links: list[str] = []
        self._open: list[tuple[str, str | None]] = []
        self.language = ""
        self.feed(html)

    @property
    def _is_own(self) -> bool:
        return next((lang for _tag, lang in reversed(self._open) if lang), self.language) == self.language

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        if tag == "html":
            self.language = given["lang"]
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if tag not in VOID:
            self._open.append((tag, given.get("lang")))
        if self._is_own:
            self._say(value for name, value in attrs if name in SPOKEN)

    def handle_endtag(self, tag: str) -> None:
        # Drawings close such elements themselves (<path/>), though they were never opened here.
        if tag in VOID:
            return
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._is_own:
            self._say([data])

    def _say(self, texts) -> None:
        self.texts |= {" ".join(text.split()).rstrip(":") for text in texts if text}


def pages(client: Client, *first: str) -> Iterator[tuple[str, Page]]:
    """One page of each view that links lead to from these addresses: its address and what it says."""
    waiting, seen = list(first), set()
    for address in waiting:
        try:
            view = resolve(urlsplit(address).path)
        except Resolver404:
            continue
        name = f"{view.view_name} {'past' in address}"
        if NOT_WALKED.search(view.view_name) or address in seen or (name in seen and address not in first):
            continue
        response = client.get(address, follow=True)
        seen |= {name, address}
        assert response.status_code == 200, address
        if not response.headers["Content-Type"].startswith("text/html"):
            continue
        page = Page(response.content.decode())
        yield address, page
        waiting += [urldefrag(urljoin(address, link)).url for link in page.links if "://" not in link]


def fixed(entries, *, foreign: str, own: str) -> set[str]:
    """Strings of one language that are none of the other: without placeholders, longer than four letters."""
    others = {getattr(entry, own) for entry in entries}
    found = {getattr(entry, foreign).rstrip(":") for entry in entries} - others
    return {text for text in found if "%" not in text and len(text) > 4}


def busy_items() -> list[AgendaItem]:
    """Items with most on their pages: a roll call; somebody biased."""
    wanted = ({"votes__form": Form.ROLL_CALL}, {"recusals__isnull": False, "votes__isnull": False})
    return [AgendaItem.objects.filter(**conditions).earliest("session__date", "position") for conditions in wanted]


@pytest.mark.parametrize("email", [None, pytest.param("admin@example.org", marks=pytest.mark.slow)])
@pytest.mark.parametrize(("language", "foreign", "own"), [("en", "msgstr", "msgid"), ("de", "msgid", "msgstr")])
def test_each_page_speaks_one_language(demo, client, email, language, foreign, own):
    addresses = ["/", "/accounts/login/"]
    if email:
        client.force_login(User.objects.get(email=email))
        addresses = ["/", *(reverse("minutes:item", args=[item.session_id, item.pk]) for item in busy_items())]
    client.cookies["django_language"] = language
    # The wording of an outcome is the record's, and the code of a text module the clerk's, wherever they are listed.
    outcomes = set(Decision.objects.values_list("outcome_text", flat=True))
    codes = set(TextModule.objects.values_list("code", flat=True))
    strange = fixed(polib.pofile(str(CATALOGUE)), foreign=foreign, own=own) - outcomes - codes
    walked = list(pages(client, *addresses))
    assert {page.language for _address, page in walked} == {language}
    assert len(walked) > (3 if email is None else 8)
    found = [f"{address}: {text}" for address, page in walked for text in sorted(page.texts & strange)]
    assert found == []


@pytest.mark.parametrize("audience", Audience)
def test_the_record_is_the_same_in_each_language(demo, musterland, audience):
    def recorded(language: str) -> bytes:
        with translation.override(language):
            return serialise.canonical_bytes(read(musterland, audience=audience))

    assert recorded("en") == recorded("de")
