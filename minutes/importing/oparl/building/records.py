"""Room: minutes, importing. A meeting with its parts as the record of a session, in the words of the source."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from committees import wording as words
from committees.models import Committee, LegislativeTerm, Person, Session
from minutes.importers.grammar.outcomes import code_of
from minutes.importing.oparl.building import files, voting
from minutes.importing.oparl.building.store import data_of
from minutes.importing.oparl.values import flag, id_of, listed, long_text, moment, number, text
from minutes.markup import SPEAKER_CLOSE, SPEAKER_OPEN, parse
from minutes.models import ImportedObject
from minutes.models.contributions import Contribution
from minutes.record.keys import in_address
from minutes.record.values import (
    AgendaLine,
    AnnexValue,
    AttendanceGroup,
    AttendanceRow,
    BodyValue,
    CommitteeValue,
    ContributionRecord,
    DecisionRecord,
    HeadField,
    ItemRecord,
    PaperValue,
    PartRecord,
    SessionRecord,
    SourceValue,
)
from votes.models import Outcome

_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_FILES = (
    ("invitation", "Einladung"),
    ("resultsProtocol", "Niederschrift"),
    ("verbatimProtocol", "Wortprotokoll"),
    ("auxiliaryFile", "Anlage"),
)
_HEADING = "Teilnehmende"


def key_of(address: str) -> uuid.UUID:
    """Our key of an object of another system: always the same."""
    return uuid.uuid5(uuid.NAMESPACE_URL, address)


@dataclass(frozen=True, slots=True)
class Meeting:
    """What was read of a meeting, with its parts; `papers` by item, `people` by address."""

    row: ImportedObject
    data: dict[str, Any]
    items: Sequence[ImportedObject]
    papers: Mapping[str, Sequence[PaperValue]] = field(default_factory=dict)
    files: Mapping[str, ImportedObject] = field(default_factory=dict)
    place: str = ""
    people: Mapping[str, Person] = field(default_factory=dict)

    @property
    def tells_what_happened(self) -> bool:
        """Whether more is said than an agenda would."""
        names = ("participant", "resultsProtocol", "verbatimProtocol", "gremia:attendance")
        if any(self.data.get(name) for name in names):
            return True
        said = ("result", "resolutionText", "resolutionFile", "gremia:votes", "gremia:outcome")
        return any(data.get(name) for data in map(data_of, self.items) for name in said)


def record_of(meeting: Meeting, session: Session, committee: Committee, term: LegislativeTerm | None) -> SessionRecord:
    """The record for everybody. Items that are not public are not in it."""
    data, body = meeting.data, committee.body
    items = tuple(_Items(meeting).records())
    starts_at = moment(data.get("start"))
    if starts_at is not None and timezone.localtime(starts_at).time() == starts_at.min.time():
        starts_at = None
    ended_at = moment(data.get("end"))
    if ended_at is not None and (starts_at is None or ended_at < starts_at or not meeting.tells_what_happened):
        ended_at = None
    part = PartRecord(
        letter="A",
        heading="A. Öffentlicher Teil",
        is_public=True,
        agenda=tuple(AgendaLine(row.number, row.label, row.title, row.level, row.papers, row.id) for row in items),
        items=items,
    )
    gendered = words.GenderedName(committee.name, committee.gender)
    return SessionRecord(
        audience="public",
        session_id=str(session.pk),
        reference=session.reference,
        number=session.number,
        year=session.year,
        date=session.date,
        body=BodyValue(key=body.key, name=body.name, office=body.office),
        committee=CommitteeValue(id=str(committee.pk), name=committee.name, short_name=committee.short_name),
        title="NIEDERSCHRIFT",
        subtitle=f"über die {session.number}. Sitzung {gendered.genitive} ({session.reference})",
        date_text=f"{_DAYS[session.date.weekday()]}, {session.date:%d.%m.%Y}",
        place_text=meeting.place,
        is_draft=False,
        term=text(data.get("gremia:legislativeTerm")) or (term.name if term else ""),
        starts_at=starts_at,
        ended_at=ended_at,
        head=tuple(_head(starts_at, ended_at)),
        attendance=tuple(_attendance(meeting, is_present=True)),
        absent=tuple(_attendance(meeting, is_present=False)),
        parts=(part,) if items else (),
        annexes=tuple(_annexes(meeting)),
        assumptions=tuple(line for line in session.source_note.splitlines() if line),
        source=SourceValue("oparl", meeting.row.external_id),
    )


def _head(starts_at: Any, ended_at: Any) -> Iterator[HeadField]:
    for label, at in (("Beginn der Sitzung", starts_at), ("Ende der Sitzung", ended_at)):
        if at is not None:
            yield HeadField(label, words.clock(timezone.localtime(at).time()))


def _attendance(meeting: Meeting, *, is_present: bool) -> Iterator[AttendanceGroup]:
    """Who was there or not: with groups and remarks where another Gremia tells them, else as a bare list."""
    groups: dict[str, list[AttendanceRow]] = {}
    told = [entry for entry in listed(meeting.data.get("gremia:attendance")) if isinstance(entry, dict)]
    for entry in told:
        if (flag(entry.get("present")) is not False) is not is_present or not text(entry.get("name")):
            continue
        row = AttendanceRow(
            text(entry.get("name")),
            text(entry.get("role")),
            text(entry.get("remark")),
            voting.person_key(meeting.people, entry.get("person")),
        )
        groups.setdefault(text(entry.get("group")) or _HEADING, []).append(row)
    if not told and is_present:
        addresses = dict.fromkeys(map(id_of, listed(meeting.data.get("participant"))))
        found = [person for key in addresses if (person := meeting.people.get(key)) is not None]
        rows = {person.pk: AttendanceRow(person.sort_name, person_id=str(person.pk)) for person in found}
        if rows:
            groups[_HEADING] = sorted(rows.values(), key=lambda row: words.sort_key(row.name))
    for heading, several in groups.items():
        yield AttendanceGroup(heading, tuple(several))


def _annexes(meeting: Meeting) -> Iterator[AnnexValue]:
    """The files of the meeting and of its items, one after the other."""
    found: list[tuple[str, str, str]] = []
    for name, title in _FILES:
        found += [(key, title, "") for key in map(id_of, listed(meeting.data.get(name)))]
    for row in meeting.items:
        data, item = data_of(row), str(key_of(row.external_id))
        for name, title in (("resolutionFile", "Beschluss"), ("auxiliaryFile", "Anlage")):
            found += [(key, title, item) for key in map(id_of, listed(data.get(name)))]
    seen = {key for key, _title, _item in found}
    by_item = {row.external_id: str(key_of(row.external_id)) for row in meeting.items}
    found += [(key, "Anlage", by_item.get(row.parent, "")) for key, row in meeting.files.items() if key not in seen]
    number_ = 0
    for key, title, item in dict.fromkeys(found):
        row = meeting.files.get(key)
        if row is None:
            continue
        name = files.title_of(row, title)
        kept = files.kept_file(row, str(key_of(key)), name)
        link = None if kept else files.link_of(row, name)
        if kept or link:
            number_ += 1
            yield AnnexValue(str(number_), name, item_id=item, file=kept, link=link)


class _Items:
    """The public items of a meeting, each under a number of its own."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.taken: set[str] = set()
        self.last = "0"

    def records(self) -> Iterator[ItemRecord]:
        for row in self.meeting.items:
            data = data_of(row)
            if flag(data.get("public")) is not False:
                yield self._record(row, data)

    def _record(self, row: ImportedObject, data: dict[str, Any]) -> ItemRecord:
        label, name = self._number(data)
        result = text(data.get("result"))
        votes = tuple(voting.votes_of(data, row.external_id, self.meeting.people))
        contributions = tuple(self._contributions(row, data))
        resolution = parse(long_text(data.get("resolutionText")))
        decision = DecisionRecord("Beschluss", resolution=resolution) if resolution else None
        outcome = text(data.get("gremia:outcome")) or code_of(result) or Outcome.NONE.value
        found = {"decision": decision, "contributions": contributions, "votes": votes}
        return ItemRecord(
            id=str(key_of(row.external_id)),
            number=name,
            label=label,
            title=(text(data.get("name")) or label or "Ohne Titel")[:700],
            is_public=True,
            order=tuple(section for section, content in found.items() if content),
            level=_level(name),
            papers=tuple(self.meeting.papers.get(row.external_id, ())),
            status_text=result,
            counts_line=voting.counts_line(votes),
            outcome=outcome if outcome in Outcome.values else Outcome.NONE.value,
            decision=decision,
            contributions=contributions,
            votes=votes,
            source=SourceValue("oparl", row.external_id),
        )

    def _number(self, data: dict[str, Any]) -> tuple[str, str]:
        """Label and number. Headings have none, and addresses need one: they take that of the item before."""
        said = text(data.get("number")).strip(" .")
        while said.lower().startswith("top"):
            said = said[3:].strip(" .:")
        said = "".join(letter for letter in said[:20] if letter.isalnum() or letter in " .-()").strip()
        name = said
        place = 0
        while not name or in_address(name) in self.taken:
            base = said or self.last
            name = f"{base}{_letter(place)}"
            place += 1
        self.taken.add(in_address(name))
        if said:
            self.last = said
        return (f"TOP {said}" if said else ""), name

    def _contributions(self, row: ImportedObject, data: dict[str, Any]) -> Iterator[ContributionRecord]:
        """What was said, as another Gremia tells it; the speaker is marked where the text names him or her."""
        for place, entry in enumerate(listed(data.get("gremia:contributions"))):
            if not isinstance(entry, dict) or not long_text(entry.get("text")):
                continue
            said, speaker, kind = long_text(entry.get("text")), text(entry.get("speaker")), text(entry.get("kind"))
            if speaker and speaker in said:
                said = said.replace(speaker, f"{SPEAKER_OPEN}{speaker}{SPEAKER_CLOSE}", 1)
            yield ContributionRecord(
                id=str(key_of(f"{row.external_id}#{text(entry.get('identifier')) or place}")),
                kind=kind if kind in Contribution.Kind.values else Contribution.Kind.NOTE.value,
                text=parse(said),
                speaker=speaker,
                role=text(entry.get("role")),
                person_id=voting.person_key(self.meeting.people, entry.get("person")),
            )


def _level(number_text: str) -> int:
    """Below which item it stands: 5.1 is one below 5."""
    return min(number_text.count("."), 3)


def _letter(place: int) -> str:
    return chr(ord("a") + place) if place < 26 else f"-{place}"


def order_of(row: ImportedObject) -> tuple[int, str]:
    """Where an item stands that no list of its meeting names."""
    return number(data_of(row).get("order")) or row.position, row.external_id
