"""Who was there, from when until when, and who was not: the lists at the head of the record."""

from django.utils import timezone

from committees import wording
from committees.models import Attendance, Membership, Person, Presence
from minutes.record.facts import Facts, interval
from minutes.record.staff import StaffMember, function_text, is_elected_office
from minutes.record.values import VISITOR_HEADINGS, AttendanceGroup, AttendanceRow

# Offices in the order in which protocols list them (DOMAIN 2.4), by the beginning of the word; then all others.
_OFFICES = (
    "Landr",
    "LR",
    "Oberbürgerm",
    "OB",
    "Bürgerm",
    "BM",
    "Kreisdir",
    "KD",
    "Beigeord",
    "Kämmer",
    "Dez",
    "FBL",
    "AL",
)
_SALUTATIONS = {"f": "Frau", "m": "Herr"}
_ONLY_HIDDEN_PART = "im nichtöffentlichen Teil"


def present_groups(facts: Facts) -> tuple[AttendanceGroup, ...]:
    """Chair, factions, members without faction, advisory members, administration, guests, press.

    Guests and staff who were there only for items that the audience may not see are not listed.
    """
    groups: dict[tuple[int, int, str], list[Attendance]] = {}
    for attendance in facts.attendances.values():
        is_member = attendance.capacity == Attendance.Capacity.MEMBER
        if stays(facts, attendance) or (is_member and facts.presences.get(attendance.pk)):
            groups.setdefault(_group(facts, attendance), []).append(attendance)
    return tuple(
        AttendanceGroup(key[-1], tuple(_present_row(facts, row) for row in sorted(groups[key], key=_rank)))
        for key in sorted(groups)
    )


def absent_groups(facts: Facts) -> tuple[AttendanceGroup, ...]:
    """Members who were not there at all: excused, then not excused, in the order of names."""
    groups = []
    for absence, singular, plural in (
        (Attendance.Absence.EXCUSED, "Entschuldigt fehlt", "Entschuldigt fehlen"),
        (Attendance.Absence.UNEXCUSED, "Unentschuldigt fehlt", "Unentschuldigt fehlen"),
    ):
        rows = [row for row in facts.attendances.values() if row.absence == absence and not facts.presences.get(row.pk)]
        if rows:
            heading = singular if len(rows) == 1 else plural
            groups.append(AttendanceGroup(heading, tuple(_absent_row(facts, row) for row in rows)))
    return tuple(groups)


def stays(facts: Facts, attendance: Attendance) -> tuple[wording.Stay, ...]:
    """A person's stays as this audience may know them; none if it knows of none.

    Where a stay begins or ends at an item that the audience does not see, the next item that it sees bounds it.
    """
    found = (_stay(facts, presence) for presence in facts.presences.get(attendance.pk, ()))
    return tuple(stay for stay in found if stay is not None)


def who(attendance: Attendance, role: str | None = None) -> str:
    """As in the debate: Ktabg. Dr. Wende."""
    return f"{attendance.role if role is None else role} {attendance.person.short_name}".strip()


def staff_members(facts: Facts) -> tuple[list[StaffMember], list[str]]:
    """The staff without an office by election, as `staff.by_function` wants them; the surnames of all others there."""
    staff, others = [], []
    for attendance in facts.attendances.values():
        person = attendance.person
        roles = tuple(filter(None, (attendance.role, person.office)))
        if attendance.capacity != Attendance.Capacity.STAFF or any(is_elected_office(role) for role in roles):
            others.append(person.last_name)
            continue
        detail = attendance.detail or person.detail
        staff.append(
            StaffMember(
                person_id=str(person.pk),
                last_name=person.last_name,
                first_name=person.first_name,
                roles=roles,
                function=function_text(roles[0] if roles else "", "" if person.last_name in detail else detail),
            )
        )
    return staff, others


def _stay(facts: Facts, presence: Presence) -> wording.Stay | None:
    if not facts.items:
        return None if facts.parts else wording.Stay()
    inside = [item for item in facts.items if interval(presence).contains(item.position)]
    if not inside:
        return None
    first = last = arrived_at = None
    if presence.first_item_id == inside[0].pk:
        first = inside[0]
        arrived_at = timezone.localtime(presence.arrived_at).time() if presence.arrived_at else None
    elif inside[0] is not facts.items[0]:
        first = inside[0]
    if presence.last_item_id == inside[-1].pk or inside[-1] is not facts.items[-1]:
        last = inside[-1]
    return wording.Stay(
        first_item=facts.numbers[first.pk].text if first else None,
        last_item=facts.numbers[last.pk].text if last else None,
        arrived_at=arrived_at,
    )


def _group(facts: Facts, attendance: Attendance) -> tuple[int, int, str]:
    """Order and heading of the group in which a person is listed."""
    membership, capacity = attendance.membership, attendance.capacity
    if attendance.duty == Attendance.Duty.CHAIR:
        return (0, 0, "Vorsitz")
    if membership is None:
        place = (Attendance.Capacity.STAFF, Attendance.Capacity.GUEST, Attendance.Capacity.PRESS).index(capacity)
        return (5 + place, 0, VISITOR_HEADINGS[place])
    if membership.kind == Membership.Kind.CHIEF_OFFICER:
        return (1, 0, attendance.role or attendance.person.office)
    if not membership.has_vote:
        norm = facts.profile.advisory_norm
        return (4, 0, f"Beratende Mitglieder ({norm})" if norm else "Beratende Mitglieder")
    if membership.faction:
        return (2, membership.faction.position, membership.faction.name)
    # Where nobody's faction is known, "without faction" would be a claim.
    has_factions = any(row.membership and row.membership.faction for row in facts.attendances.values())
    return (3, 0, "Fraktionslos" if has_factions else "Mitglieder")


def _rank(attendance: Attendance) -> int:
    """Staff by office, all others as they come; the minute-taker last."""
    if attendance.capacity != Attendance.Capacity.STAFF:
        return 0
    if attendance.duty == Attendance.Duty.MINUTE_TAKER:
        return len(_OFFICES) + 1
    office = attendance.role or attendance.person.office
    return next((place for place, word in enumerate(_OFFICES) if office.startswith(word)), len(_OFFICES))


def _present_row(facts: Facts, attendance: Attendance) -> AttendanceRow:
    seen = stays(facts, attendance)
    remarks = [wording.presence_remark(seen) if seen else _ONLY_HIDDEN_PART]
    member = facts.attendances.get(attendance.substitutes_for_id)
    if member:
        remarks.insert(0, wording.substitution_remark(f"{member.role} {member.person.sort_name}".strip()))
    if attendance.duty == Attendance.Duty.MINUTE_TAKER:
        remarks.insert(0, wording.minute_taker_title(attendance.person.gender))
    return AttendanceRow(
        name=_name(attendance),
        note=_note(facts, attendance),
        remark=", ".join(remark for remark in remarks if remark),
        person_id=str(attendance.person_id),
    )


def _absent_row(facts: Facts, attendance: Attendance) -> AttendanceRow:
    deputies = [row for row in facts.attendances.values() if row.substitutes_for_id == attendance.pk]
    remarks = [wording.substituted_remark(who(row)) for row in deputies if facts.presences.get(row.pk)]
    name = f"{attendance.role} {attendance.person.sort_name}".strip()
    faction = attendance.membership.faction if attendance.membership else None
    return AttendanceRow(
        name=f"{name} ({faction.short_name})" if faction else name,
        remark=", ".join(remarks),
        person_id=str(attendance.person_id),
    )


def _name(attendance: Attendance) -> str:
    """As its group prints a person: with party, function or organisation where the heading doesn't say it."""
    person, membership = attendance.person, attendance.membership
    detail = attendance.detail or person.detail
    if membership is None:
        role = attendance.role or person.office
        if attendance.capacity == Attendance.Capacity.STAFF:
            return f"{role} {person.short_name}".strip() + (f" ({detail})" if detail else "")
        called = f"{role or _SALUTATIONS.get(person.gender, '')} {person.short_name}".strip()
        return f"{called}, {detail}" if detail else called
    if membership.kind == Membership.Kind.CHIEF_OFFICER:
        return person.sort_name
    faction = membership.faction.short_name if membership.faction else ""
    if not membership.has_vote:
        detail = detail or _advisory_function(membership, person) or (f"Fraktion {faction}" if faction else "")
        return f"{person.sort_name} ({detail})" if detail else person.sort_name
    if attendance.duty == Attendance.Duty.CHAIR and faction:
        return f"{person.sort_name} ({faction})"
    return person.sort_name


def _advisory_function(membership: Membership, person: Person) -> str:
    if membership.kind != Membership.Kind.EXPERT_RESIDENT:
        return ""
    titles = {"f": "sachkundige Einwohnerin", "m": "sachkundiger Einwohner"}
    return titles.get(person.gender, "sachkundige/r Einwohner/in")


def _note(facts: Facts, attendance: Attendance) -> str:
    """What distinguishes a member among the others of the group: s. B."""
    membership = attendance.membership
    if membership is None or not membership.has_vote:
        return ""
    if membership.kind == Membership.Kind.EXPERT_CITIZEN:
        return facts.profile.expert_citizen_title
    return "" if attendance.has_vote else "ohne Stimmrecht"
