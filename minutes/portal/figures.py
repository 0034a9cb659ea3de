"""Room: minutes, the portal. The figures of the statistics, counted from what everybody can read. In four queries.

They group by day, not by year: SQLite would ask Python for the year of each row.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, fields

from django.db.models import Count, DurationField, ExpressionWrapper, F, Max, Q, QuerySet, Sum

from minutes import committee_names
from minutes.models import Audience, Issue, PublishedAttendance, PublishedItem, PublishedVote

_NOTHING = datetime.timedelta()


@dataclass(slots=True)
class Figures:
    """What is counted of a group of sessions. What is not known is left out of the number beside it."""

    sessions: int = 0
    timed: int = 0
    duration: datetime.timedelta = field(default=_NOTHING)
    items: int = 0
    decisions: int = 0
    votes: int = 0
    unanimous: int = 0
    contested: int = 0
    roll_calls: int = 0
    present: int = 0
    listed: int = 0

    def add(self, other: "Figures") -> None:
        for part in fields(self):
            setattr(self, part.name, getattr(self, part.name) + getattr(other, part.name))

    @property
    def minutes_each(self) -> int | None:
        """How long a session lasts on average, in minutes, of those whose beginning and end are known."""
        return round(self.duration.total_seconds() / 60 / self.timed) if self.timed else None

    @property
    def average(self) -> str:
        """2:35 (hours and minutes); empty where it is not known."""
        each = self.minutes_each
        return "" if each is None else f"{each // 60}:{each % 60:02}"

    @property
    def unknown(self) -> int:
        """Votes of which it is not known whether they were unanimous, or of which that can't be said: elections."""
        return self.votes - self.unanimous - self.contested

    @property
    def unanimity(self) -> int | None:
        """Unanimous votes in per cent of those of which it is known."""
        return _percent(self.unanimous, self.unanimous + self.contested)

    @property
    def attendance(self) -> int | None:
        """Those present in per cent of those who stand in the attendance lists as members."""
        return _percent(self.present, self.listed)


Group = tuple[int, int]
"""A committee and a year."""


@dataclass(frozen=True, slots=True)
class Source:
    """One group of sessions: whose, in which year and term."""

    committee: int
    name: str
    body: str
    short_name: str
    year: int
    term: str
    figures: Figures


def sources() -> list[Source]:
    """All sessions of which minutes can be read by everybody, by committee, year and term."""
    known = Q(minutes__starts_at__isnull=False, minutes__ended_at__gt=F("minutes__starts_at"))
    lasted = ExpressionWrapper(F("minutes__ended_at") - F("minutes__starts_at"), output_field=DurationField())
    rows = (
        _issues()
        .order_by()
        .values_list("committee", "committee_name", "body_name", "date", "minutes__term")
        .annotate(
            reference=Max("reference"),
            sessions=Count("pk"),
            timed=Count("pk", filter=known),
            lasted=Sum(lasted, filter=known),
        )
    )
    found = list(rows)
    names = committee_names.newest((pk, name, body, day) for pk, name, body, day, *_more in found)
    return [
        Source(
            pk,
            names[pk][0],
            names[pk][1],
            reference.split("/")[0],
            day.year,
            term or "",
            Figures(sessions=count, timed=timed, duration=lasted or _NOTHING),
        )
        for pk, _name, _body, day, term, reference, count, timed, lasted in found
    ]


def counted(term: str = "", year: int | None = None, committee: int | None = None) -> dict[Group, Figures]:
    """Items, votes and attendance by committee and year; of one term, year or committee, or of all."""
    issues = _issues()
    if term:
        issues = issues.filter(minutes__term=term)
    if year:
        issues = issues.filter(date__year=year)
    if committee:
        issues = issues.filter(committee=committee)
    found: dict[Group, Figures] = defaultdict(Figures)
    for group, figures in (*_items(issues), *_votes(issues), *_attendance(issues)):
        found[group].add(figures)
    return found


def _issues() -> QuerySet[Issue]:
    return Issue.objects.minutes().current().filter(audience=Audience.PUBLIC)


def _items(issues: QuerySet[Issue]) -> Iterator[tuple[Group, Figures]]:
    rows = PublishedItem.objects.filter(issue__in=issues).order_by()
    counts = rows.values_list("committee", "date").annotate(
        number=Count("pk"), decided=Count("pk", filter=Q(is_decided=True))
    )
    for committee, day, number, decided in counts:
        yield (committee, day.year), Figures(items=number, decisions=decided)


def _votes(issues: QuerySet[Issue]) -> Iterator[tuple[Group, Figures]]:
    rows = PublishedVote.objects.filter(item__issue__in=issues).order_by()
    counts = rows.values_list("item__committee", "item__date").annotate(
        number=Count("pk"),
        unanimous=Count("pk", filter=Q(is_unanimous=True)),
        contested=Count("pk", filter=Q(is_unanimous=False)),
        called=Count("pk", filter=Q(form="roll_call")),
    )
    for committee, day, number, unanimous, contested, called in counts:
        yield (committee, day.year), Figures(votes=number, unanimous=unanimous, contested=contested, roll_calls=called)


def _attendance(issues: QuerySet[Issue]) -> Iterator[tuple[Group, Figures]]:
    rows = PublishedAttendance.objects.filter(issue__in=issues, is_member=True).order_by()
    counts = rows.values_list("issue__committee", "issue__date").annotate(
        present=Count("pk", filter=Q(is_present=True)), listed=Count("pk")
    )
    for committee, day, present, listed in counts:
        yield (committee, day.year), Figures(present=present, listed=listed)


def _percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None
