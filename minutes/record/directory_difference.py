"""What a newer list of members says otherwise than an older one: who is new, who left, what changed. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from minutes.record.announcements import DirectoryRecord, SeatValue


@dataclass(frozen=True, slots=True)
class ChangedSeats:
    """Somebody whose seats are told otherwise: as they were, and as they will be."""

    label: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DirectoryDifference:
    """People by what became of them. `former`: those of whom only what is over is told otherwise."""

    joined: tuple[str, ...]
    left: tuple[str, ...]
    changed: tuple[ChangedSeats, ...]
    former: tuple[ChangedSeats, ...]

    def __bool__(self) -> bool:
        return bool(self.joined or self.left or self.changed or self.former)


def directory_difference(old: DirectoryRecord, new: DirectoryRecord) -> DirectoryDifference:
    """The difference, person by person in the order of the newer list; whoever is not in it any more comes last."""
    before, after = _by_person(old.seats), _by_person(new.seats)
    sat, sits = _by_person(old.current), _by_person(new.current)
    joined, left, changed, former = [], [], [], []
    for key in dict.fromkeys([*after, *before]):
        label = (after.get(key) or before[key])[0].label
        if key in sits and key not in sat:
            joined.append(label)
        elif key in sat and key not in sits:
            left.append(label)
        elif of_now := _changed(label, sat.get(key, ()), sits.get(key, ())):
            changed.append(of_now)
        elif of_all := _changed(label, before.get(key, ()), after.get(key, ())):
            former.append(of_all)
    return DirectoryDifference(tuple(joined), tuple(left), tuple(changed), tuple(former))


def _by_person(seats: Iterable[SeatValue]) -> dict[str, tuple[SeatValue, ...]]:
    """Staff who are not named are told apart by their functions alone."""
    found: dict[str, list[SeatValue]] = defaultdict(list)
    for seat in seats:
        found[seat.person_id or seat.function].append(seat)
    return {key: tuple(rows) for key, rows in found.items()}


def _changed(label: str, old: Iterable[SeatValue], new: Iterable[SeatValue]) -> ChangedSeats | None:
    found = ChangedSeats(label, _told(old, label), _told(new, label))
    return found if found.old != found.new else None


def _told(seats: Iterable[SeatValue], label: str) -> tuple[str, ...]:
    """Each seat as one line, under the name where it had another: Mitglied, ABC-Fraktion, seit 01.11.2025."""
    return tuple(", ".join(filter(None, _facts(seat, label))) for seat in seats)


def _facts(seat: SeatValue, label: str) -> tuple[str, ...]:
    start = f"{seat.start:%d.%m.%Y}"
    time = f"{start} – {seat.end:%d.%m.%Y}" if seat.end else f"seit {start}"
    name = seat.name if seat.name != label else ""
    return name, seat.function, seat.faction, "" if seat.has_vote else "ohne Stimmrecht", time
