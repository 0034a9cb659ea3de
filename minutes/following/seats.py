"""Room: minutes, following. In which committees somebody has or had a published seat, and when."""

import datetime
from dataclasses import dataclass

from django.db.models import Q

from minutes.following.subjects import clean, public
from minutes.models import Publication
from minutes.record.announcements import DirectoryRecord
from minutes.record.serialise import from_bytes


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
    lists = public().of_kind(Publication.Kind.DIRECTORY).current().filter(body__key=body)
    # As canonical JSON writes it; only lists that name the person are read.
    lists = lists.filter(publication__record__contains=f'"person_id":"{person}"')
    found = []
    for text in lists.order_by("pk").values_list("publication__record", flat=True):
        record = from_bytes(text.encode(), DirectoryRecord)
        found += [
            Seat(clean(seat.name), int(record.committee.id), seat.start, seat.end)
            for seat in record.seats
            if seat.person_id == str(person)
        ]
    return found
