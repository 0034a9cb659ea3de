"""Room: minutes, the desk. Whom the speaker field offers at an item, in which roles, in which order."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from committees import wording
from committees.models import Attendance
from minutes.desk.room import Room
from minutes.desk.speakers import printed
from minutes.record.facts import Facts

_ORDER = list(Attendance.Capacity)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody in one role. `mark` is what stands in the text; `barred` says why he or she can't speak; else empty."""

    key: str
    name: str
    role: str
    mark: str
    codes: tuple[str, ...]
    find: str
    about: str
    barred: str

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)


def speakers_for(room: Room, facts: Facts) -> list[Candidate]:
    """Members present first, then staff, guests, press; who spoke already before who did not; who can't speak last."""
    spoken = {speaker.attendance_id for rows in facts.speakers.values() for speaker in rows}
    people = sorted(
        room.attendances,
        key=lambda row: (
            bool(_barred(row, room)),
            _ORDER.index(Attendance.Capacity(row.capacity)),
            row.pk not in spoken,
        ),
    )
    return [_candidate(row, role, room) for row in people for role in _roles(row, facts)]


def _roles(row: Attendance, facts: Facts) -> list[str]:
    """The role on the list, the title of whoever chairs before it, and roles in which the person spoke today."""
    spoken = [speaker.role for rows in facts.speakers.values() for speaker in rows if speaker.attendance_id == row.pk]
    return list(dict.fromkeys([*_titles(row, facts), row.role, *spoken]))


def _titles(row: Attendance, facts: Facts) -> Iterator[str]:
    if row.duty == Attendance.Duty.CHAIR:
        committee = facts.session.committee
        yield wording.chair_title(
            row.person.gender, masculine=committee.chair_title_m, feminine=committee.chair_title_f
        )


def _candidate(row: Attendance, role: str, room: Room) -> Candidate:
    person = row.person
    faction = row.membership.faction.short_name if row.membership and row.membership.faction else ""
    initials = f"{person.first_name[:1]}{person.last_name[:1]}"
    about = ", ".join(filter(None, [person.first_name, faction, row.detail]))
    return Candidate(
        key=str(row.pk),
        name=person.short_name,
        role=role,
        mark=printed(row, role, room.attendances),
        codes=(person.short_code,) if person.short_code else (initials,),
        find=f"{person.last_name} {person.first_name} {person.academic_title} {role} {faction} {row.detail}",
        about=about,
        barred=_barred(row, room),
    )


def _barred(row: Attendance, room: Room) -> str:
    if not room.is_present(row):
        return room.remark(row) or _("not there")
    return _("biased") if row.pk in room.recusals else ""
