"""Who sits in a committee as a record for everybody: names, functions and times, and nothing else of a person."""

import datetime

from committees.models import Committee, Membership, Person
from committees.wording import chair_title, sort_key
from minutes.record.announcements import DirectoryRecord, SeatValue
from minutes.record.facts import Audience
from minutes.record.staff import function_text, is_elected_office
from minutes.record.values import BodyValue, CommitteeValue

_GROUPS = {
    0: "Vorsitz",
    1: "Vorsitz",
    2: "Mitglieder kraft Amtes",
    5: "Beratende Mitglieder",
    6: "Stellvertretende Mitglieder",
    7: "Verwaltung",
}
_KINDS = {
    Membership.Kind.COUNCIL_MEMBER: ("Mitglied", "Mitglied", "Mitglied"),
    Membership.Kind.EXPERT_CITIZEN: ("sachkundiger Bürger", "sachkundige Bürgerin", "sachkundige/r Bürger/in"),
    Membership.Kind.EXPERT_RESIDENT: (
        "sachkundiger Einwohner",
        "sachkundige Einwohnerin",
        "sachkundige/r Einwohner/in",
    ),
    Membership.Kind.ADVISORY: ("beratendes Mitglied", "beratendes Mitglied", "beratendes Mitglied"),
    Membership.Kind.CHIEF_OFFICER: ("Hauptverwaltungsbeamter", "Hauptverwaltungsbeamtin", "Hauptverwaltungsbeamte/r"),
}
_GENDERS = {"m": 0, "f": 1}


def directory_of(committee: Committee, *, day: datetime.date) -> DirectoryRecord:
    """The seats that hold on a day and those that ended before, in one query. Seats to come are not in it.

    Chair and deputy chair come first, then the factions in the order of the house, advisory members, deputies, and the
    staff last; former seats follow, the last one first. Of a committee that has ended, its last day counts.
    """
    day = min(day, committee.end) if committee.end else day
    rows = committee.memberships.filter(start__lte=day).select_related("person", "faction", "deputises_for__person")
    by_function = committee.body.profile.staff_by_function
    seats = [_Seat(row, committee, hides_staff=by_function) for row in rows]
    current = sorted((seat for seat in seats if seat.lasts(day)), key=lambda seat: (seat.place, seat.order))
    former = sorted((seat for seat in seats if not seat.lasts(day)), key=lambda seat: seat.order)
    former.sort(key=lambda seat: seat.row.end or day, reverse=True)
    has_factions = any(seat.row.faction for seat in current)
    return DirectoryRecord(
        audience=Audience.PUBLIC.value,
        body=BodyValue(key=committee.body.key, name=committee.body.name, office=committee.body.office),
        committee=CommitteeValue(id=str(committee.pk), name=committee.name, short_name=committee.short_name),
        date=day,
        seats=tuple(seat.value(has_factions=has_factions) for seat in (*current, *former)),
    )


class _Seat:
    """A membership, and how it is told."""

    def __init__(self, row: Membership, committee: Committee, *, hides_staff: bool) -> None:
        self.row, self.committee, self.hides_staff = row, committee, hides_staff
        is_officer = row.kind == Membership.Kind.CHIEF_OFFICER
        self.is_unnamed = not is_officer and self._is_unnamed(row.person)

    def lasts(self, day: datetime.date) -> bool:
        return self.row.end is None or self.row.end >= day

    @property
    def order(self) -> tuple[tuple[str, str], datetime.date]:
        return sort_key(self._called(self.row.person)), self.row.start

    @property
    def place(self) -> tuple[int, int, str]:
        """Where the group of the seat stands among the groups."""
        row = self.row
        if row.function == Membership.Function.DEPUTY:
            return (6, 0, "")
        if self.is_unnamed or (row.person.is_staff_member and not row.has_vote):
            return (7, 0, "")
        if row.function == Membership.Function.CHAIR:
            return (0, 0, "")
        if row.function == Membership.Function.DEPUTY_CHAIR:
            return (1, 0, "")
        if row.kind == Membership.Kind.CHIEF_OFFICER:
            return (2, 0, "")
        if not row.has_vote:
            return (5, 0, "")
        return (3, row.faction.position, row.faction.name) if row.faction else (4, 0, "")

    def value(self, *, has_factions: bool) -> SeatValue:
        row = self.row
        return SeatValue(
            person_id="" if self.is_unnamed else str(row.person_id),
            name="" if self.is_unnamed else row.person.sort_name,
            function=self._function(),
            kind=row.kind,
            faction=row.faction.name if row.faction else "",
            has_vote=row.has_vote,
            start=row.start,
            end=row.end,
            group=self._group(has_factions),
        )

    def _group(self, has_factions: bool) -> str:
        place, _position, faction = self.place
        # Where nobody's faction is known, "without faction" would be a claim.
        return _GROUPS.get(place) or faction or ("Fraktionslos" if has_factions else "Mitglieder")

    def _function(self) -> str:
        row, person = self.row, self.row.person
        seat = self._function_of_seat()
        if not self.is_unnamed:
            return seat
        is_plain = row.function == Membership.Function.MEMBER
        return _function_of_staff(person) if is_plain else f"{_function_of_staff(person)}, {seat}"

    def _function_of_seat(self) -> str:
        row, committee = self.row, self.committee
        gender = "" if self.is_unnamed else row.person.gender
        if row.function == Membership.Function.DEPUTY:
            member = row.deputises_for
            return f"Vertretung von {self._called(member.person)}" if member else "stellvertretendes Mitglied"
        if row.function != Membership.Function.MEMBER:
            title = chair_title(gender, masculine=committee.chair_title_m, feminine=committee.chair_title_f)
            return title if row.function == Membership.Function.CHAIR else f"stellv. {title}"
        if row.kind == Membership.Kind.CHIEF_OFFICER and row.person.office:
            return str(row.person.office)
        return _KINDS[Membership.Kind(row.kind)][_GENDERS.get(gender, 2)]

    def _called(self, person: Person) -> str:
        return _function_of_staff(person) if self._is_unnamed(person) else person.sort_name

    def _is_unnamed(self, person: Person) -> bool:
        return self.hides_staff and person.is_staff_member and not is_elected_office(person.office)


def _function_of_staff(person: Person) -> str:
    """MA (Leiter Sozialamt): what stands for somebody of the administration, without the name that it may hold."""
    office, detail = (
        "" if person.last_name.casefold() in text.casefold() else text for text in (person.office, person.detail)
    )
    return function_text(office, detail)
