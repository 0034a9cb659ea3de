"""Room: minutes, importing. People and their seats. Of a person the name is taken over, and nothing else."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from committees.models import Committee, Membership, Person
from committees.recording import recorded
from minutes.importing.oparl.building.directory import is_faction
from minutes.importing.oparl.building.factions import Factions
from minutes.importing.oparl.building.store import (
    UNKNOWN_SINCE,
    Store,
    data_of,
    kept_values,
    ours,
    rows_by_id,
)
from minutes.importing.oparl.values import day, flag, id_of, text, texts
from minutes.models import ImportedObject

_GENDERS = {"m": "m", "male": "m", "männlich": "m", "herr": "m", "w": "f", "f": "f", "female": "f", "weiblich": "f"}
_PREFIXES = frozenset(
    {"von", "van", "vom", "zu", "zur", "zum", "der", "den", "dem", "de", "del", "di", "da", "le", "la"}
)
_TITLE = re.compile(
    r"(?:dr|prof|dipl|mag|ing|h\.?c|habil|med|jur|phil|rer|nat|pol|lic|m\.?a|b\.?a)\b\.?", re.IGNORECASE
)
_OFFICER = re.compile(r"(?:Land(?:rat|rätin)|(?:Ober)?[Bb]ürgermeister(?:in)?)$")
_DEPUTY_OF = re.compile(r"Vertretung von (.+)")


def people(store: Store, rows: Sequence[ImportedObject]) -> None:
    """Everybody whom the source names."""
    known = ours(Person, (row.external_id for row in rows))
    new: list[tuple[ImportedObject, Person, dict[str, str]]] = []
    changed: list[tuple[Person, dict[str, Any]]] = []
    for row in rows:
        if row.is_deleted:
            # Records name the person; the entry of the directory is the administrator's to delete.
            store.stored(row)
            continue
        values = _names(data_of(row))
        if not values["last_name"]:
            store.skipped(row, _("The person has no name."))
        elif (person := known.get(row.external_id)) is None:
            there = _recorded_here(store, values)
            if there is not None:
                store.stored(row, there, {})
            else:
                new.append((row, Person(**values), values))
        elif row.written in ("", "{}"):
            store.stored(row, person)
        else:
            wanted = store.differences(row, person, values)
            changed.append((person, wanted))
            store.stored(row, person, kept_values(row, values, wanted))
    _write(store, new, changed)


def _write(
    store: Store, new: list[tuple[ImportedObject, Any, dict[str, Any]]], changed: list[tuple[Any, dict[str, Any]]]
) -> None:
    """Create and change rows of one model at once, with an event for each."""
    made = [ours for _row, ours, _values in new]
    touched = [ours for ours, wanted in changed if wanted]
    if made or touched:
        model = type((made or touched)[0])
        with recorded(*made, *touched, by=store.by):
            model._default_manager.bulk_create(made, batch_size=500)
            fields = set()
            for ours_, wanted in changed:
                for name, value in wanted.items():
                    setattr(ours_, name, value)
                    fields.add(name)
            if touched:
                model._default_manager.bulk_update(touched, sorted(fields), batch_size=200)
    for row, ours_, values in new:
        store.stored(row, ours_, values)


def _names(data: dict[str, Any]) -> dict[str, str]:
    """First and last name, titles and gender; where only the whole name is said, it is taken apart."""
    titles = " ".join(texts(data.get("title")))
    last, first = text(data.get("familyName")), text(data.get("givenName"))
    if not last:
        words = text(data.get("name")).replace(",", " , ").split()
        found = []
        while len(words) > 1 and _TITLE.fullmatch(words[0]):
            found.append(words.pop(0))
        titles = titles or " ".join(found)
        if "," in words:
            place = words.index(",")
            last, first = " ".join(words[:place]), " ".join(words[place + 1 :])
        elif words:
            start = len(words) - 1
            while start > 1 and words[start - 1].lower() in _PREFIXES:
                start -= 1
            first, last = " ".join(words[:start]), " ".join(words[start:])
    gender = _GENDERS.get(text(data.get("gender")).lower(), "")
    return {"academic_title": titles[:40], "first_name": first[:80], "last_name": last[:80], "gender": gender}


def _recorded_here(store: Store, values: dict[str, str]) -> Person | None:
    """Who has this name and a seat in the body into which is imported, if just one has."""
    key = store.run.options.get("body")
    if not key:
        return None
    rows = Person.objects.filter(
        memberships__committee__body__key=key, first_name=values["first_name"], last_name=values["last_name"]
    ).distinct()[:2]
    found = list(rows)
    return found[0] if len(found) == 1 else None


def memberships(store: Store, rows: Sequence[ImportedObject]) -> None:
    """Seats in committees. Who belongs to a faction is told by its members, and needs no row of its own."""
    found = {row.pk: data_of(row) for row in rows}
    orgs = rows_by_id(id_of(data.get("organization")) for data in found.values())
    behalf = rows_by_id(id_of(data.get("onBehalfOf")) for data in found.values())
    committees = ours(Committee, orgs, "body")
    persons = ours(Person, (id_of(data.get("person")) for data in found.values()))
    known = ours(Membership, (row.external_id for row in rows), "committee")
    factions, by_hand = Factions(store), _by_hand(committees.values(), persons.values())
    new: list[tuple[ImportedObject, Membership, dict[str, Any]]] = []
    changed: list[tuple[Membership, dict[str, Any]]] = []
    for row in rows:
        data, seat = found[row.pk], known.get(row.external_id)
        if row.is_deleted:
            if seat is not None and row.written not in ("", "{}"):
                _remove(store, row, seat)
            store.stored(row)
            row.row_key = ""
            continue
        organization = orgs.get(id_of(data.get("organization")))
        person, committee = persons.get(id_of(data.get("person"))), committees.get(id_of(data.get("organization")))
        if person is not None and organization is not None and is_faction(data_of(organization)):
            store.stored(row)
        elif person is None or committee is None:
            store.skipped(row, _("Person or committee of the membership was not imported."))
        else:
            faction = factions.of(data, committee, behalf.get(id_of(data.get("onBehalfOf"))))
            values = _seat(store, row, data, committee) | {"faction_id": faction.pk if faction else None}
            if seat is not None:
                wanted = store.differences(row, seat, values) if row.written not in ("", "{}") else {}
                changed.append((seat, wanted))
                store.stored(row, seat, kept_values(row, values, wanted))
            elif any(_overlaps(seat, values) for seat in by_hand.get((committee.pk, person.pk), ())):
                store.skipped(row, _("The person has a seat in this committee here at that time; it stays as it is."))
            else:
                new.append((row, Membership(person=person, committee=committee, **values), values))
    _write(store, new, changed)
    _complete(store, {row.pk: (persons.get(id_of(found[row.pk].get("person"))), row) for row in rows}, found)


def _complete(
    store: Store, seats: dict[int, tuple[Person | None, ImportedObject]], found: dict[int, dict[str, Any]]
) -> None:
    """What the words for a seat tell of the person: a Bürgerin is a woman, and who is Landrat has that office."""
    told: dict[int, tuple[Person, dict[str, str]]] = {}
    for pk, (person, row) in seats.items():
        if person is None or row.is_deleted:
            continue
        role = text(found[pk].get("role"))
        known = told.setdefault(person.pk, (person, {}))[1]
        if not person.gender and (gender := _gender_of(role)):
            known["gender"] = gender
        if not person.office and _OFFICER.match(role) and len(role) <= 60:
            known["office"] = role
    rows = [(person, values) for person, values in told.values() if values]
    if not rows:
        return
    imported = ImportedObject.objects.filter(row_table=Person._meta.db_table).exclude(written__in=("", "{}"))
    keys = set(imported.filter(row_key__in=[str(person.pk) for person, _v in rows]).values_list("row_key", flat=True))
    mine = [(person, values) for person, values in rows if str(person.pk) in keys]
    with recorded(*(person for person, _values in mine), by=store.by):
        for person, values in mine:
            for name, value in values.items():
                setattr(person, name, value)
        Person.objects.bulk_update([person for person, _values in mine], ["gender", "office"], batch_size=200)


def _gender_of(role: str) -> str:
    if re.search(
        r"(?:bürger|einwohner|präsident|beauftragt|meister|vertreter)in\b|rätin\b|vorsitzende$", role, re.IGNORECASE
    ):
        return "f"
    said = re.search(r"(?:bürger|einwohner|meister|vorsitzender|landrat|präsident|vertreter)$", role, re.IGNORECASE)
    return "m" if said and "/" not in role else ""


def deputies(committee: Committee) -> None:
    """Whom deputies stand in for, where the source says it in words."""
    seats = {str(row.pk): row for row in committee.memberships.select_related("person")}
    by_name = {row.person.sort_name: row for row in seats.values() if row.function != Membership.Function.DEPUTY}
    rows = ImportedObject.objects.filter(row_table=Membership._meta.db_table, row_key__in=seats)
    for row in rows:
        seat, said = seats[row.row_key], _DEPUTY_OF.fullmatch(text(data_of(row).get("role")))
        member = by_name.get(said[1]) if said else None
        if member is not None and seat.function == Membership.Function.DEPUTY and seat.deputises_for_id is None:
            seat.deputises_for = member
            seat.save(update_fields=["deputises_for"])


def _remove(store: Store, row: ImportedObject, seat: Membership) -> None:
    seat.personal_deputies.update(deputises_for=None)
    with recorded(seat, by=store.by):
        seat.delete()


def _seat(store: Store, row: ImportedObject, data: dict[str, Any], committee: Committee) -> dict[str, Any]:
    role = text(data.get("role"))
    said = role.lower()
    function, kind = Membership.Function.MEMBER, Membership.Kind.COUNCIL_MEMBER
    if "vorsitz" in said or "präsident" in said:
        is_deputy = "stellv" in said or "vertret" in said or "vize" in said or re.match(r"\d\.", said)
        function = Membership.Function.DEPUTY_CHAIR if is_deputy else Membership.Function.CHAIR
    elif "stellv" in said or "vertret" in said or "ersatz" in said:
        function = Membership.Function.DEPUTY
    if "sachkundig" in said:
        is_citizen = "bürger" in said
        kind = Membership.Kind.EXPERT_CITIZEN if is_citizen else Membership.Kind.EXPERT_RESIDENT
    elif "berat" in said:
        kind = Membership.Kind.ADVISORY
    elif re.search(r"\b(?:ober)?(?:bürgermeister|landrat|landrätin|hauptverwaltungsbeamt)", said):
        kind = Membership.Kind.CHIEF_OFFICER
    right = flag(data.get("votingRight"))
    start, end = day(data.get("startDate")), day(data.get("endDate"))
    if start is None:
        start = committee.start
        if start == UNKNOWN_SINCE:
            store.noted(row, _("The source does not say since when the seat is held."))
    if right is None:
        right = kind not in (Membership.Kind.ADVISORY, Membership.Kind.EXPERT_RESIDENT)
    if right and kind in (Membership.Kind.ADVISORY, Membership.Kind.EXPERT_RESIDENT):
        kind = Membership.Kind.EXPERT_CITIZEN
    return {
        "function": str(function),
        "kind": str(kind),
        "has_vote": right,
        "start": start,
        "end": end if end is None or end >= start else start,
    }


def _by_hand(committees: Iterable[Committee], people: Iterable[Person]) -> dict[tuple[int, int], list[Membership]]:
    """The seats of these people in these committees that were recorded here, by hand."""
    seats = list(Membership.objects.filter(committee__in=set(committees), person__in=set(people)))
    imported: set[str] = set()
    for start in range(0, len(seats), 500):
        keys = [str(seat.pk) for seat in seats[start : start + 500]]
        rows = ImportedObject.objects.filter(row_table=Membership._meta.db_table, row_key__in=keys)
        imported |= set(rows.values_list("row_key", flat=True))
    found: dict[tuple[int, int], list[Membership]] = {}
    for seat in seats:
        if str(seat.pk) not in imported:
            found.setdefault((seat.committee_id, seat.person_id), []).append(seat)
    return found


def _overlaps(seat: Membership, values: dict[str, Any]) -> bool:
    return (seat.end is None or seat.end >= values["start"]) and (values["end"] is None or seat.start <= values["end"])
