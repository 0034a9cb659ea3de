"""Room: minutes, the portal. The register of decisions: what was resolved, by committee, time, outcome and form."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, Max, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from committees.permissions import Visitor
from minutes.models import Audience, Issue, PublishedItem, PublishedVote
from minutes.pictures import result_bar
from minutes.portal import choices, reading, tables
from minutes.portal.committee_choices import labelled
from minutes.portal.freshness import fresh_view
from minutes.portal.item_links import item_url

_PAGE_SIZE = 25
_TABLES = ("decisions", "votes", "ballots")
_OUTCOMES = PublishedItem._meta.get_field("outcome").choices
_FORMS = PublishedVote._meta.get_field("form").choices


@dataclass(frozen=True, slots=True)
class Row:
    """An item that was decided on, with the picture of the vote that settled it."""

    item: PublishedItem
    url: str
    outcome: str
    result: str
    picture: result_bar.Picture | None
    further_votes: int


@fresh_view
def decisions(request: HttpRequest) -> HttpResponse:
    """The decisions that the visitor may read, the newest first, and the filters that choose among them."""
    query = request.GET
    terms, committees = _choices(request.user)
    chosen: dict[str, Any] = {
        "committee": choices.number(query, "committee"),
        "since": choices.day(query, "since"),
        "until": choices.day(query, "until"),
        "term": choices.word(query, "term", terms),
        "outcome": choices.word(query, "outcome", dict(_OUTCOMES)),
        "form": choices.word(query, "form", dict(_FORMS)),
        "q": choices.words(query),
    }
    rows = _filtered(reading.recorded_items(request.user).filter(is_decided=True), chosen)
    page = Paginator(shown(rows), _PAGE_SIZE).get_page(query.get("page"))
    context = {
        "page": page,
        "rows": [row_of(item) for item in page],
        "chosen": chosen,
        "has_choice": any(chosen.values()),
        "is_open": any(value for name, value in chosen.items() if name not in ("q", "committee")),
        "committees": committees,
        "terms": [(term, term) for term in terms],
        "outcomes": _OUTCOMES,
        "forms": _FORMS,
        "tables": tables.links(*_TABLES, **chosen),
        "internal_tables": tables.links(*_TABLES, audience=Audience.INTERNAL.value, **chosen)
        if reading.is_entitled(request.user)
        else [],
    }
    return render(request, "minutes/portal/decisions.html", context)


def shown(rows: QuerySet[PublishedItem]) -> QuerySet[PublishedItem]:
    """Decisions with what a list says of them, the newest first."""
    votes = Prefetch("votes", queryset=PublishedVote.objects.order_by("position"))
    rows = rows.select_related("issue").prefetch_related(votes)
    return rows.order_by("-date", "issue__reference", "position")


def row_of(item: PublishedItem) -> Row:
    """A line of the register; the votes are fetched already."""
    votes = list(item.votes.all())
    final = next((vote for vote in votes if vote.is_final), votes[-1] if votes else None)
    outcome = "" if item.outcome == "none" else item.get_outcome_display()
    picture = picture_of(final) if final else None
    # Where the numbers stand beside the bar, only a word such as "unanimous" adds anything.
    has_numbers = picture is not None and bool(picture.parts) and not final.is_unanimous
    return Row(
        item=item,
        url=item_url(item.issue, item.number),
        outcome=str(outcome),
        result=final.result if final and not has_numbers else "",
        picture=picture,
        further_votes=max(len(votes) - 1, 0),
    )


def picture_of(vote: PublishedVote) -> result_bar.Picture | None:
    """The bar of a vote; elections have their names on the page of the item."""
    if vote.is_election:
        return None
    return result_bar.draw(
        yes=vote.yes,
        no=vote.no,
        abstain=vote.abstain,
        is_secret=vote.form == "secret",
        is_unanimous=bool(vote.is_unanimous),
    )


def _filtered(rows: QuerySet[PublishedItem], chosen: dict[str, Any]) -> QuerySet[PublishedItem]:
    columns = {"committee": "committee", "since": "date__gte", "until": "date__lte", "outcome": "outcome"}
    rows = rows.filter(**{column: chosen[name] for name, column in columns.items() if chosen[name]})
    if chosen["term"]:
        rows = rows.filter(issue__minutes__term=chosen["term"])
    if chosen["form"]:
        rows = rows.filter(Exists(PublishedVote.objects.filter(item=OuterRef("pk"), form=chosen["form"])))
    for word in chosen["q"].split():
        rows = rows.filter(title__icontains=word)
    return rows


def _choices(user: Visitor) -> tuple[list[str], list]:
    """The terms and the committees of all minutes that can be read, in one query."""
    issues = Issue.objects.minutes().visible_to(user).order_by()
    columns = ("committee", "committee_name", "body_name", "minutes__term")
    rows = list(issues.values_list(*columns).annotate(newest=Max("date")))
    terms = sorted({term for *_committee, term, _day in rows if term}, reverse=True)
    return terms, labelled((pk, name, body, day) for pk, name, body, _term, day in rows)
