"""Room: minutes, following. In which committees somebody has or had a published seat, and when."""

import datetime
from dataclasses import dataclass

from django.db.models import Q

from minutes.following.subjects import clean, public
from minutes.models import Publication, PublishedSeat


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat as it was published; `end` None: it goes on."""

    name: str
    committee: int
    start: datetime.date
    end: datetime.date | None

    @property
    def sessions(self) -> Q:
        """The issues of sessions within its time."""
        last = Q(date__lte=self.end) if self.end else Q()
        return Q(committee=self.committee, date__gte=self.start) & last


def of(person: int, *, body: str) -> list[Seat]:
    """The seats of a person in the committees of a body, from the lists of members that can be read. One query."""
    lists = public().of_kind(Publication.Kind.DIRECTORY).current().filter(body_key=body)
    rows = PublishedSeat.objects.filter(person=person, issue__in=lists.order_by()).order_by("issue", "position")
    return [
        Seat(clean(name), committee, start, end)
        for name, committee, start, end in rows.values_list("name", "issue__committee", "start", "end")
    ]
