"""Room: minutes, the desk. What the live desk shows around the text: agenda, presence, decision, votes, preview."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone

from committees import presence, running
from committees.models import AgendaItem, Attendance, Session
from committees.numbering import Number
from committees.rules import Quorum
from minutes.desk import items, overview, room
from minutes.desk.movements import latest
from minutes.markup_html import to_html
from minutes.record.facts import Audience, Facts, load
from minutes.record.items import item_record, movements
from minutes.record.values import ItemRecord

# In this order they stand on the page.
NAMES = ("agenda", "presence", "head", "decision", "votes", "preview")


@dataclass(frozen=True, slots=True)
class Step:
    """An item in the agenda of the desk, with how far it is: open, running or treated."""

    line: overview.Line
    state: str

    @property
    def item(self) -> AgendaItem:
        return self.line.item

    @property
    def number(self) -> Number:
        return self.line.number


@dataclass(frozen=True)
class Live:
    """A session as it stands now, seen from one of its items."""

    facts: Facts
    item: AgendaItem

    @property
    def session(self) -> Session:
        return self.facts.session

    @cached_property
    def room(self) -> room.Room:
        return room.of_facts(self.facts, self.item)

    @cached_property
    def record(self) -> ItemRecord:
        """The item as the protocol will print it."""
        return item_record(self.facts, self.item, movements(self.facts))

    @cached_property
    def quorum(self) -> Quorum:
        """The quorum at the item."""
        return presence.quorum_at(self.session, self.item, self.facts.attendees, recused=self.room.recusals)

    @property
    def chair(self) -> Attendance | None:
        """Who chairs the session."""
        people = self.facts.attendances.values()
        return next((person for person in people if person.duty == Attendance.Duty.CHAIR), None)

    @cached_property
    def running(self) -> AgendaItem | None:
        """The item called last, as long as the session is not closed."""
        called = [item for item in self.facts.items if item.started_at]
        if not called or self.session.closed_at:
            return None
        return max(called, key=lambda item: (item.started_at, item.position))

    @cached_property
    def steps(self) -> list[tuple[bool, list[Step]]]:
        """The agenda by parts: whether the part is public, and its items with their states."""
        parts = overview.parts(self.session, self.facts.items)
        return [(part.is_public, [Step(line, self._state(line)) for line in part.lines]) for part in parts]

    def _state(self, line: overview.Line) -> str:
        if self.running and line.item.pk == self.running.pk:
            return "running"
        is_recorded = line.paragraphs or line.votes or hasattr(line.item, "decision")
        return "treated" if line.item.started_at or is_recorded else "open"


def read(session: Session, pk: uuid.UUID | None) -> Live | None:
    """The session from the item `pk`, or from the running one, else the first; None without such an item."""
    facts = load(session, audience=Audience.INTERNAL)
    if pk is None:
        first = facts.items[0] if facts.items else None
        item = Live(facts, first).running or first if first else None
    else:
        item = next((row for row in facts.items if row.pk == pk), None)
    return Live(facts, item) if item else None


def context(live: Live) -> dict[str, Any]:
    """What all panels know."""
    now = timezone.now()
    decision = getattr(live.item, "decision", None)
    movement = latest(live.session)
    return {
        "live": live,
        "away": [(person, live.room.remark(person)) for person in live.room.away],
        "chair": live.facts.attendances.get(live.item.chaired_by_id) or live.chair,
        "movement": movement,
        "movement_remark": live.room.remark(movement[1]) if movement else "",
        "session": live.session,
        "item": live.item,
        "room": live.room,
        "record": live.record,
        "quorum": live.quorum,
        "decision": decision,
        "is_contradictory": items.is_contradictory(decision, live.facts),
        "resolution": to_html(live.record.decision.resolution) if live.record.decision else "",
        "votes": list(zip(live.facts.votes.get(live.item.pk, ()), live.record.votes, strict=True)),
        "new_vote_key": uuid.uuid4(),
        "is_running": running.is_running(live.session, now),
        "eligible": room.by_faction(live.room.eligible),
    }


def rendered(request: HttpRequest, live: Live) -> Iterator[tuple[str, str]]:
    """The panels by the id of their element."""
    known = context(live)
    for name in NAMES:
        yield f"panel-{name}", render_to_string(f"minutes/desk/live/_{name}.html", known, request)
