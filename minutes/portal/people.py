"""Room: minutes, the portal. People of public life: who has or had a published seat, or voted in a roll call.

Nobody else has a page: not the administration, no guests. There is no order but that of the names.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Exists, F, Max, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.functions import Lower, Replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.permissions import Visitor
from minutes import committee_names
from minutes.models import Audience, Issue, PublishedAttendance, PublishedBallot, PublishedSeat
from minutes.portal import choices, reading
from minutes.portal.committee_choices import committees_of, labelled
from minutes.portal.freshness import fresh_view
from minutes.portal.item_links import item_url

_PAGE_SIZE = 40
_FEW = 10
_SORTED_AS = (
    *((title, "") for title in ("Prof. ", "Dr. ")),
    *zip("ÄÖÜäöü", "AOUaou", strict=True),
    ("ß", "ss"),
)


@fresh_view
def people(request: HttpRequest) -> HttpResponse:
    """All by name, or those whose names have some words (`q`), or of one committee."""
    words, committee = choices.words(request.GET), choices.number(request.GET, "committee")
    with_seat, without = reading.seats(), _without_seats()
    if committee:
        with_seat, without = with_seat.filter(issue__committee=committee), without.filter(issue__committee=committee)
    for word in words.split():
        with_seat, without = with_seat.filter(name__icontains=word), without.filter(name__icontains=word)
    rows = _named(with_seat).union(_named(without)).order_by("key", "person")
    page = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))
    seats = _seats_of([row["person"] for row in page])
    context = {
        "page": page,
        "rows": [(row, seats[row["person"]]) for row in page],
        "committees": committees_of(Issue.objects.visible_to(request.user).filter(committee__isnull=False)),
        "committee": committee,
        "words": words,
        "has_choice": bool(words or committee),
    }
    return render(request, "minutes/portal/people.html", context)


@fresh_view
def person(request: HttpRequest, person: int) -> HttpResponse:
    """Seats with their times, the attendance by committee, the latest sessions and roll calls."""
    name, seats = _find(person)
    today = timezone.localdate()
    context = {
        "person": person,
        "name": name,
        "calendar": seats[0].issue.body_key if seats else "",
        "current": [seat for seat in seats if seat.end is None or seat.end >= today],
        "former": [seat for seat in seats if seat.end is not None and seat.end < today],
        "attendance": _by_committee(_attendance(person)),
        "votes": [vote_of(row) for row in _ballots(person, request.user)[:_FEW]],
    }
    return render(request, "minutes/portal/person.html", context)


@fresh_view
def person_attendance(request: HttpRequest, person: int) -> HttpResponse:
    """The sessions in whose attendance lists somebody stands, the newest first, of one committee or one year."""
    name, _seats = _find(person)
    rows, chosen = _chosen(request, _attendance(person), "issue")
    rows = rows.select_related("issue").order_by("-issue__date", "issue__reference")
    context = {
        "person": person,
        "name": name,
        "page": Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page")),
        **chosen,
    }
    return render(request, "minutes/portal/person_attendance.html", context)


@fresh_view
def person_votes(request: HttpRequest, person: int) -> HttpResponse:
    """The roll calls in which somebody voted, the newest first, of one committee or one year."""
    name, _seats = _find(person)
    rows, chosen = _chosen(request, _ballots(person, request.user), "vote__item__issue")
    page = Paginator(rows, _PAGE_SIZE).get_page(request.GET.get("page"))
    context = {"person": person, "name": name, "page": page, "rows": [vote_of(row) for row in page], **chosen}
    return render(request, "minutes/portal/person_votes.html", context)


@dataclass(frozen=True, slots=True)
class Cast:
    """How somebody voted: on what, how, and what came of it."""

    ballot: PublishedBallot
    choice: str
    sign: str
    url: str


CHOICES = {"yes": "●", "no": "◆", "abstain": "▲", "not_voting": "□"}


def vote_of(ballot: PublishedBallot) -> Cast:
    item = ballot.vote.item
    return Cast(ballot, ballot.choice, CHOICES.get(ballot.choice, ""), item_url(item.issue, item.number))


def _find(person: int) -> tuple[str, list[PublishedSeat]]:
    """The name that somebody has in what was published last, and the seats; Http404 for who has no page."""
    seats = list(
        reading.seats()
        .filter(person=person)
        .select_related("issue")
        .order_by("-start", "issue__committee_name", "issue_id", "position")
    )
    if seats:
        return max(seats, key=lambda seat: (seat.issue.date, seat.issue_id)).name, seats
    names = _attendance(person).filter(Exists(_public_ballots().filter(person=person)))
    name = names.order_by("-issue__date", "-issue_id").values_list("name", flat=True).first()
    if name is None:
        raise Http404
    return name, []


def _public_ballots() -> QuerySet[PublishedBallot]:
    minutes = Issue.objects.minutes().current().filter(audience=Audience.PUBLIC)
    return PublishedBallot.objects.filter(vote__item__issue__in=minutes)


def _ballots(person: int, user: Visitor) -> QuerySet[PublishedBallot]:
    """Those that a visitor may read; in non-public items too, for those entitled."""
    rows = reading.recorded(PublishedBallot.objects.filter(person=person), user, item="vote__item__")
    rows = rows.select_related("vote__item__issue")
    return rows.order_by("-vote__item__date", "vote__item__issue__reference", "vote__item__position", "vote__position")


def _attendance(person: int) -> QuerySet[PublishedAttendance]:
    """The lines of attendance lists as everybody reads them: what more others read is not of the person."""
    minutes = Issue.objects.minutes().current().filter(audience=Audience.PUBLIC)
    return PublishedAttendance.objects.filter(person=person, is_member=True, issue__in=minutes)


def _by_committee(rows: QuerySet[PublishedAttendance]) -> list[dict[str, Any]]:
    """How often somebody was present of the times that he or she was listed, by committee; one query."""
    columns = ("issue__committee", "issue__committee_name", "issue__body_name")
    counts = (
        rows.order_by()
        .values_list(*columns)
        .annotate(newest=Max("issue__date"), present=Count("pk", filter=Q(is_present=True)), listed=Count("pk"))
    )
    found = list(counts)
    names = committee_names.newest(row[:4] for row in found)
    lines = [
        {
            "committee": name,
            "body": body,
            "present": sum(present for pk, *_names, present, _listed in found if pk == key),
            "listed": sum(listed for pk, *_names, listed in found if pk == key),
        }
        for key, (name, body) in names.items()
    ]
    return sorted(lines, key=lambda line: (line["committee"], line["body"]))


def _without_seats() -> QuerySet[PublishedAttendance]:
    """The lines of attendance lists of those who voted in a roll call and have no published seat."""
    minutes = Issue.objects.minutes().current().filter(audience=Audience.PUBLIC)
    rows = PublishedAttendance.objects.filter(is_member=True, issue__in=minutes, person__isnull=False)
    voted = _public_ballots().filter(person=OuterRef("person"))
    return rows.exclude(person__in=reading.seats().values("person")).filter(Exists(voted))


def _named(rows: QuerySet) -> QuerySet:
    """People with a name and the key by which it is sorted: without titles, umlauts as their vowels (DIN 5007-1)."""
    key: Any = F("called")
    for found, instead in _SORTED_AS:
        key = Replace(key, Value(found), Value(instead), output_field=TextField())
    return rows.order_by().values("person").annotate(called=Max("name")).annotate(key=Lower(key))


def _seats_of(people: list[int]) -> dict[int, list[PublishedSeat]]:
    """The seats of some people that hold, or else the last ones; of each committee one."""
    today = timezone.localdate()
    found: dict[int, dict[int, PublishedSeat]] = defaultdict(dict)
    rows = (
        reading.seats()
        .filter(person__in=people)
        .select_related("issue")
        .order_by("-start", "issue__committee_name", "issue_id", "position")
    )
    for seat in rows:
        found[seat.person].setdefault(seat.issue.committee_id, seat)
    seats = {person: list(by_committee.values()) for person, by_committee in found.items()}
    current = {
        person: [seat for seat in rows if seat.end is None or seat.end >= today] for person, rows in seats.items()
    }
    return defaultdict(list, {person: current[person] or rows for person, rows in seats.items()})


def _chosen(request: HttpRequest, rows: QuerySet, issue: str) -> tuple[QuerySet, dict[str, Any]]:
    """The rows of a committee and a year, and what the filters offer, in one query."""
    committee, year = choices.number(request.GET, "committee"), choices.year(request.GET)
    columns = (f"{issue}__committee", f"{issue}__committee_name", f"{issue}__body_name", f"{issue}__date__year")
    offered = list(rows.order_by().values_list(*columns).annotate(newest=Max(f"{issue}__date")))
    if committee:
        rows = rows.filter(**{f"{issue}__committee": committee})
    if year:
        rows = rows.filter(**{f"{issue}__date__year": year})
    return rows, {
        "committees": labelled((pk, name, body, day) for pk, name, body, _year, day in offered),
        "years": [(value, value) for value in sorted({year for *_committee, year, _day in offered}, reverse=True)],
        "committee": committee,
        "year": year,
        "has_choice": bool(committee or year),
    }
