"""Room: minutes, the portal. The page on which everything that was published is searched; its address is the search."""

from typing import Any, NamedTuple

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from minutes import search
from minutes.portal.freshness import fresh_view


class Chip(NamedTuple):
    """A filter that is set, and the address without it."""

    label: str
    query_string: str


@fresh_view
@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """What was found, best first, with filters; before anything was asked, how to ask."""
    question = search.Question.of(request.GET)
    found = search.find(question, request.user)
    page = Paginator(range(found.total), search.PAGE_SIZE).get_page(found.question.page)
    context = {
        "question": question,
        "found": found,
        "page": page,
        "chips": _chips(question, found.facets),
        "kept": _kept(question),
        "by_date": question.but(order="date").query_string,
        "by_relevance": question.but(order="relevance").query_string,
        "scopes": _scopes(request, question),
        "is_closed": question.scope == "internal" and not search.may_search_internal(request.user),
    }
    return render(request, "minutes/portal/search.html", context)


@fresh_view
@require_safe
def suggestions(request: HttpRequest) -> JsonResponse:
    """How what is being typed may go on, from words that everybody may read: `{"suggestions": ["Radweg"]}`."""
    return JsonResponse({"suggestions": search.suggestions(request.GET.get("q", "").replace("\x00", ""))})


def _scopes(request: HttpRequest, question: search.Question) -> list[tuple[str, str, bool]]:
    """For who may read more: the choice between what everybody finds and what is not public."""
    if not search.may_search_internal(request.user):
        return []
    names = {"public": _("Public"), "internal": _("Not public")}
    return [(name, question.but(scope=key).query_string, question.scope == key) for key, name in names.items()]


def _kept(question: search.Question) -> list[tuple[str, str]]:
    """What a form with other words or another period sends along."""
    values: dict[str, Any] = {
        "committee": question.committee,
        "kind": question.kind,
        "speaker": question.speaker,
        "outcome": question.outcome,
        "order": question.order if question.order != "relevance" else "",
        "in": question.scope if question.scope != "public" else "",
    }
    return [(name, str(value)) for name, value in values.items() if value]


def _chips(question: search.Question, facets: tuple[search.Facet, ...]) -> list[Chip]:
    chosen = {facet.name: choice.name for facet in facets for choice in facet.choices if choice.is_chosen}
    found = []
    for name, label in search.filter_names().items():
        if getattr(question, name):
            value = chosen.get(name) or search.name_of(name, getattr(question, name))
            nothing = None if name in ("committee", "speaker") else ""
            found.append(Chip(f"{label}: {value}" if value else label, question.but(**{name: nothing}).query_string))
    if question.since or question.until:
        days = [date_format(day, "d.m.Y") if day else "" for day in (question.since, question.until)]
        label = _("Period: %(since)s – %(until)s") % {"since": days[0] or "…", "until": days[1] or "…"}
        found.append(Chip(label, question.but(since=None, until=None).query_string))
    return found
