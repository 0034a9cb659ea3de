"""Room: committees. Who sits in a committee: members by faction, deputies, who is to come, who left."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from .models import Committee, Membership
from .wording import sort_key

_FIRST = {Membership.Function.CHAIR: 0, Membership.Function.DEPUTY_CHAIR: 1}


@dataclass(frozen=True, slots=True)
class Roll:
    """The seats of a committee on a day."""

    day: date
    groups: tuple[tuple[str, tuple[Membership, ...]], ...]
    deputies: tuple[Membership, ...]
    coming: tuple[Membership, ...]
    former: tuple[Membership, ...]

    @property
    def members(self) -> list[Membership]:
        return [seat for _name, seats in self.groups for seat in seats]

    @property
    def votes(self) -> int:
        """How many seats with a vote are taken."""
        return sum(1 for seat in self.members if seat.has_vote)


def read(committee: Committee, *, today: date) -> Roll:
    """The seats as of today, or of the last day of a committee that has ended; one query."""
    day = min(today, committee.end) if committee.end else today
    rows = committee.memberships.select_related("person", "faction", "deputises_for__person")
    seats = sorted(rows, key=lambda seat: (sort_key(seat.person.sort_name), seat.start))
    current = [seat for seat in seats if seat.start <= day and (seat.end is None or seat.end >= day)]
    former = [seat for seat in seats if seat.end is not None and seat.end < day]
    return Roll(
        day=day,
        groups=_by_faction([seat for seat in current if seat.function != Membership.Function.DEPUTY]),
        deputies=tuple(seat for seat in current if seat.function == Membership.Function.DEPUTY),
        coming=tuple(seat for seat in seats if seat.start > day),
        former=tuple(sorted(former, key=lambda seat: seat.end, reverse=True)),
    )


def _by_faction(seats: list[Membership]) -> tuple[tuple[str, tuple[Membership, ...]], ...]:
    """Seats under the names of their factions in the order of the factions; without faction last, under ""."""
    groups: dict[tuple[bool, int, str], list[Membership]] = defaultdict(list)
    for seat in sorted(seats, key=lambda seat: _FIRST.get(Membership.Function(seat.function), 2)):
        faction = seat.faction
        groups[(False, faction.position, faction.name) if faction else (True, 0, "")].append(seat)
    return tuple((key[2], tuple(groups[key])) for key in sorted(groups))
