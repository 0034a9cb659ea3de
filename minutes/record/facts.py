"""The rows of one session, read once in a fixed number of queries and cut to what an audience may see.

Everything in this package below ``read`` works on these facts; what the audience may not see is not among them.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from django.db.models import OuterRef, Prefetch, Q, Subquery

from committees import presence
from committees.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Committee,
    HouseStyle,
    Interruption,
    LegislativeTerm,
    Paper,
    Presence,
    Recusal,
    RuleProfile,
    Session,
)
from committees.numbering import Entry, Number, agenda_numbers
from committees.rules import Attendee, Interval
from committees.wording import sort_key
from minutes.models import Contribution, Speaker
from votes.models import Form, Option, Recommendation, Vote, Voter

Row = TypeVar("Row")


class Audience(StrEnum):
    """For whom a record is made: everybody, or those who may know the non-public part."""

    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True)
class Facts:
    """The rows, by the key of what they belong to. `items` are those of the audience, in order."""

    audience: Audience
    session: Session
    term: str
    items: tuple[AgendaItem, ...]
    parts: tuple[tuple[bool, tuple[AgendaItem, ...]], ...]
    """Runs of public and non-public items of the whole agenda, each with the items that the audience may see."""
    announced: tuple[tuple[AgendaItem, ...], ...]
    """For each part the items that the audience knows by their public title alone."""
    numbers: dict[Hashable, Number]
    attendances: dict[Hashable, Attendance]
    presences: dict[Hashable, list[Presence]]
    recusals: dict[Hashable, list[Recusal]]
    has_hidden_recusals: bool
    contributions: dict[Hashable, list[Contribution]]
    speakers: dict[Hashable, list[Speaker]]
    recommendations: dict[Hashable, list[Committee]]
    votes: dict[Hashable, list[Vote]]
    voters: dict[Hashable, list[Voter]]
    options: dict[Hashable, list[Option]]
    annexes: tuple[tuple[int, Attachment], ...]
    interruptions: tuple[Interruption, ...]

    @property
    def profile(self) -> RuleProfile:
        return self.session.committee.body.profile

    @property
    def style(self) -> HouseStyle:
        """The wordings of the house."""
        return HouseStyle.of(self.profile)

    @property
    def has_hidden_part(self) -> bool:
        """Whether the session had a part of which this audience sees nothing."""
        return any(not items for _, items in self.parts)

    @cached_property
    def attendees(self) -> tuple[Attendee, ...]:
        """The room, for presence, voters and quorum."""
        return tuple(
            presence.attendee(row, tuple(interval(stay) for stay in self.presences.get(row.pk, ())))
            for row in self.attendances.values()
        )

    def duty(self, duty: Attendance.Duty) -> Attendance | None:
        """Who chaired, or took the minutes."""
        return next((attendance for attendance in self.attendances.values() if attendance.duty == duty), None)


def interval(stay: Presence) -> Interval:
    """A stay in positions of the agenda."""
    return Interval(
        first=stay.first_item.position if stay.first_item else None,
        last=stay.last_item.position if stay.last_item else None,
    )


def load(session: Session, *, audience: Audience) -> Facts:
    """All rows that the record of a session needs: at most 14 queries, however long the session."""
    term = LegislativeTerm.objects.filter(
        Q(end__isnull=True) | Q(end__gte=OuterRef("date")),
        body=OuterRef("committee__body"),
        start__lte=OuterRef("date"),
    )
    session = (
        Session.objects.select_related("committee__body__profile__house_style")
        .defer("committee__body__profile__house_style__logo")
        .annotate(term_name=Subquery(term.values("name")[:1]))
        .get(pk=session.pk)
    )
    papers = Paper.objects.order_by("reference")
    if audience is Audience.PUBLIC:
        papers = papers.filter(is_public=True)
    agenda = list(
        AgendaItem.objects.filter(session=session)
        .select_related("decision")
        .prefetch_related(Prefetch("papers", queryset=papers))
        .order_by("position")
    )
    visible = _visible(agenda, audience)
    decisions = [item.decision.pk for item in visible if hasattr(item, "decision")]
    for item in visible:
        item.session = session
    keys = {item.pk: item for item in visible}
    votes = list(Vote.objects.filter(item__in=keys.keys()).select_related("drawn_option").order_by("position"))
    for vote in votes:
        vote.item = keys[vote.item_id]
    roll_calls = [vote.pk for vote in votes if vote.form == Form.ROLL_CALL]
    elections = [vote.pk for vote in votes if vote.is_election]
    attendances = Attendance.objects.filter(session=session).select_related("person", "membership__faction")
    contributions = Contribution.objects.filter(item__in=keys.keys()).order_by("position")
    recusals = _by(Recusal.objects.filter(item__session=session), "item_id")
    recommendations = Recommendation.objects.filter(decision__in=decisions).select_related("committee")
    voters = Voter.objects.filter(vote__in=roll_calls).select_related("ballot")
    return Facts(
        audience=audience,
        session=session,
        term=getattr(session, "term_name", None) or "",
        items=tuple(visible),
        parts=_parts(agenda, keys.keys()),
        announced=_announced(agenda, keys.keys()),
        numbers=_numbers(agenda, session.committee.body.profile),
        attendances={attendance.pk: attendance for attendance in _in_order(attendances)},
        presences=_by(
            Presence.objects.filter(attendance__session=session).select_related("first_item", "last_item"),
            "attendance_id",
        ),
        recusals={key: rows for key, rows in recusals.items() if key in keys},
        has_hidden_recusals=not recusals.keys() <= keys.keys(),
        contributions=_by(contributions, "item_id"),
        speakers=_by(
            Speaker.objects.filter(contribution__item__in=keys.keys()).order_by("position"), "contribution_id"
        ),
        recommendations={
            key: [row.committee for row in rows] for key, rows in _by(recommendations, "decision_id").items()
        },
        votes=_by(votes, "item_id"),
        voters=_by(voters, "vote_id"),
        options=_by(Option.objects.filter(vote__in=elections), "vote_id"),
        annexes=_annexes(session, keys.keys(), audience),
        interruptions=_interruptions(session, audience),
    )


def _visible(agenda: Iterable[AgendaItem], audience: Audience) -> list[AgendaItem]:
    """An item under a non-public one is not public, whatever it says itself."""
    if audience is Audience.INTERNAL:
        return list(agenda)
    public: dict[Hashable, AgendaItem] = {}
    for item in agenda:
        if item.is_public and (item.parent_id is None or item.parent_id in public):
            public[item.pk] = item
    return list(public.values())


def _parts(
    agenda: Iterable[AgendaItem], keys: AbstractSet[Hashable]
) -> tuple[tuple[bool, tuple[AgendaItem, ...]], ...]:
    return tuple(
        (is_public, tuple(item for item in items if item.pk in keys))
        for is_public, items in groupby(agenda, key=attrgetter("is_public"))
    )


def _announced(agenda: Iterable[AgendaItem], keys: AbstractSet[Hashable]) -> tuple[tuple[AgendaItem, ...], ...]:
    return tuple(
        tuple(item for item in items if item.pk not in keys and item.public_title)
        for _, items in groupby(agenda, key=attrgetter("is_public"))
    )


def _numbers(agenda: Iterable[AgendaItem], profile: RuleProfile) -> dict[Hashable, Number]:
    entries = (Entry(item.pk, item.parent_id, item.is_public) for item in agenda)
    return agenda_numbers(entries, by_part=profile.numbering == RuleProfile.Numbering.BY_PART)


def _annexes(session: Session, keys: AbstractSet[Hashable], audience: Audience) -> tuple[tuple[int, Attachment], ...]:
    """The annexes with their numbers, which are those of the whole list: texts name them."""
    numbered = enumerate(Attachment.objects.filter(session=session), start=1)
    return tuple(
        (number, annex)
        for number, annex in numbered
        if audience is Audience.INTERNAL or (annex.is_public and (annex.item_id is None or annex.item_id in keys))
    )


def _interruptions(session: Session, audience: Audience) -> tuple[Interruption, ...]:
    """The breaks; the public record knows none after the public part."""
    end = session.public_part_ended_at if audience is Audience.PUBLIC else None
    return tuple(row for row in Interruption.objects.filter(session=session) if end is None or row.start < end)


def _in_order(attendances: Iterable[Attendance]) -> list[Attendance]:
    """By name as a German reader sorts it, which databases don't agree on."""
    return sorted(attendances, key=lambda row: (sort_key(row.person.last_name), sort_key(row.person.first_name)))


def _by(rows: Iterable[Row], name: str) -> dict[Hashable, list[Row]]:
    found: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        found[getattr(row, name)].append(row)
    return dict(found)
