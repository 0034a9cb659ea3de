"""The main navigation and the links of a list's pages."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any, NamedTuple

from django import template
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Page
from django.template import Context
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

register = template.Library()


def _everybody(user: Any) -> bool:
    return True


def _insiders(user: Any) -> bool:
    return user.is_authenticated


def _readers_of_drafts(user: Any) -> bool:
    return user.is_authenticated and user.role in ("admin", "clerk", "chair")


def _record_keepers(user: Any) -> bool:
    return user.is_authenticated and user.role in ("admin", "clerk")


def _readers(user: Any) -> bool:
    return not _record_keepers(user)


def _administrators(user: Any) -> bool:
    return user.is_authenticated and user.is_staff


class Entry(NamedTuple):
    """One place of the main navigation: the name of its URL, its label, and who sees it."""

    url_name: str
    label: str | Promise
    is_for: Callable[[Any], bool]


ENTRIES = (
    Entry("start", _("Start"), _insiders),
    Entry("minutes:session-list", _("Sessions"), _readers_of_drafts),
    Entry("minutes:calendar", _("Calendar"), _readers),
    Entry("minutes:published-list", _("Minutes"), _everybody),
    Entry("minutes:decisions", _("Decisions"), _readers),
    Entry("minutes:directory-list", _("Committees"), _readers),
    Entry("minutes:people", _("People"), _readers),
    Entry("committees:committee-list", _("Committees"), _record_keepers),
    Entry("committees:person-list", _("People"), _record_keepers),
    Entry("committees:paper-list", _("Papers"), _record_keepers),
    Entry("minutes:published-papers", _("Papers"), _readers),
    Entry("minutes:search", pgettext_lazy("noun", "Search"), _everybody),
    Entry("committees:account-list", _("Accounts"), _administrators),
    Entry("admin:index", _("Administration"), _administrators),
)


@register.simple_tag(takes_context=True)
def main_navigation(context: Context) -> str:
    """The entries that the reader may see.

    A page below an entry marks that entry: of all that fit, the one with the longest address. What every stranger
    gets is made once for each language and place.
    """
    path, user = context["request"].path, context["user"]
    if user.is_authenticated:
        entries = _entries_of(user)
        return _written(entries, *_place_of(path, entries))
    place = _place_of(path, _entries_of_strangers(settings.ROOT_URLCONF))
    return _written_for_strangers(settings.ROOT_URLCONF, get_language(), *place)


def _entries_of(user: Any) -> dict[str, str | Promise]:
    """The labels of what a reader may see, by address."""
    labels: dict[str, str | Promise] = {}
    for entry in ENTRIES:
        if entry.is_for(user):
            try:
                labels[reverse(entry.url_name)] = entry.label
            except NoReverseMatch:  # An installation may leave out a part of the site, such as the admin.
                continue
    return labels


@cache
def _entries_of_strangers(urls: str) -> dict[str, str | Promise]:
    return _entries_of(AnonymousUser())


def _place_of(path: str, entries: dict[str, str | Promise]) -> tuple[str, str]:
    """The address of the entry that a page belongs to, or nothing, and its aria-current."""
    home = reverse("start")
    around = [url for url in entries if path == url or (url != home and path.startswith(url))]
    nearest = max(around, key=len, default="")
    return nearest, "page" if nearest == path else "true"


def _written(entries: dict[str, str | Promise], nearest: str, here: str) -> str:
    rows = [{"url": url, "label": label, "current": here if url == nearest else ""} for url, label in entries.items()]
    return render_to_string("_navigation.html", {"entries": rows})


@lru_cache(maxsize=64)
def _written_for_strangers(urls: str, language: str | None, nearest: str, here: str) -> str:
    return _written(_entries_of_strangers(urls), nearest, here)


@register.inclusion_tag("_pagination.html", takes_context=True)
def pagination(context: Context, page_obj: Page) -> dict[str, Any]:
    """Links to the pages around a page; they keep the filters of the query string."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {
        "page_obj": page_obj,
        "numbers": page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1),
        "ellipsis": page_obj.paginator.ELLIPSIS,
        "query": f"{query.urlencode()}&" if query else "",
    }
