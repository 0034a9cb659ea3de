"""The main navigation and the links of a list's pages."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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


@register.inclusion_tag("_navigation.html", takes_context=True)
def main_navigation(context: Context) -> dict[str, Any]:
    """The entries that the reader may see, as url, label and the value of aria-current.

    A page below an entry marks that entry: of all that fit, the one with the longest address.
    """
    request: HttpRequest = context["request"]
    labels: dict[str, str | Promise] = {}
    for entry in ENTRIES:
        if entry.is_for(context["user"]):
            try:
                labels[reverse(entry.url_name)] = entry.label
            except NoReverseMatch:  # An installation may leave out a part of the site, such as the admin.
                continue
    home = reverse("start")
    around = [url for url in labels if request.path == url or (url != home and request.path.startswith(url))]
    nearest = max(around, key=len, default=None)
    here = "page" if nearest == request.path else "true"
    return {
        "entries": [
            {"url": url, "label": label, "current": here if url == nearest else ""} for url, label in labels.items()
        ]
    }


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
