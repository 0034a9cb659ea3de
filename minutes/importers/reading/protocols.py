"""Protocols: head, attendance, agenda and the items of a whole Niederschrift. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from minutes.importers.grammar import procedure
from minutes.importers.grammar.letters import closed_up, fold, plain
from minutes.importers.grammar.mentions import find, names_of, surname
from minutes.importers.loading.lines import WIDE
from minutes.importers.reading import attendance, facts
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.reading.items import read_item
from minutes.importers.reading.values import AgendaEntry, ItemReading, MeetingHead, Passage, Place, Reading, Warning_
from minutes.importers.source import Clock, Paragraph, Source

_TITLE = re.compile(r"(?:Öffentliche |Nichtöffentliche )?(?:Sitzungsn|N)iederschrift|(?:Sitzungs|Beschluss|Ergebnis|Verlaufs)?[Pp]rotokoll|NIEDERSCHRIFT|PROTOKOLL|(?:Sitzungs|Kurz)niederschrift")
_AGENDA = re.compile(r"(?:Die )?Tagesordnung(?: (?:der|für die|zur)[^.]{0,60})?\s?:?|TAGESORDNUNG:?|Tagesordnungspunkte:?")
_CLOSES = re.compile(r"\b(?:schließt|schloss|beendet|beendete|schliesst)\b.{0,80}\b(?:Sitzung|Teil)\b|\bSitzung\b.{0,60}\b(?:geschlossen|beendet)\b|\bEnde der Sitzung\b")
_SIGNS = re.compile(r"_{5,}|gez\.|\.{12,}")
# Surnames that begin sentences as ordinary words: without a role they name nobody.
_ORDINARY = frozenset(
    "lang kurz groß klein neu alt jung stark schnell gut weit rat weg tag berg feld bach wald haus hof land stadt kirche schule "
    "kreis markt kunst sommer winter herbst sonntag freitag montag morgen recht richter sicher weiter sorge".split()
)
_FIELD = re.compile(r"(?P<label>[A-ZÄÖÜ][^:]{1,60}):\s*(?P<value>.*)")


@dataclass(slots=True)
class _Parts:
    """Where the parts of a protocol are, by index."""

    attendance: range = field(default_factory=lambda: range(0))
    agenda: range = field(default_factory=lambda: range(0))
    heads: dict[int, ItemHeading] = field(default_factory=dict)
    publicity: dict[int, bool] = field(default_factory=dict)


def read(source: Source, name: str, clock: Clock) -> Reading:
    """The reading of a text: of a protocol, if it has the parts of one, else of one item."""
    parts = _parts(source.paragraphs, clock)
    notes = tuple(Warning_(note) for note in source.notes)
    if _is_protocol(source.paragraphs, parts):
        return _protocol(source, name, parts, notes, clock)
    item = read_item(source.paragraphs, _known(source.paragraphs), clock)
    return Reading(name, source.format, False, (item,), warnings=notes, passages=item.passages)


def _known(paragraphs: Sequence[Paragraph], names: Sequence[str] = ()) -> frozenset[str]:
    """Surnames that the text itself names with a role, or in its list of those present."""
    found = {surname(name.split(",")[0]) for name in names if not name.isupper()}
    for paragraph in paragraphs[:3_000]:
        line = plain(paragraph.text)[:300]
        found |= names_of(mention for mention in find(line) if mention.start < 5)
    return frozenset(name for name in found if len(name) > 2 and name[:1].isupper() and name.casefold() not in _ORDINARY)


def _is_protocol(paragraphs: Sequence[Paragraph], parts: _Parts) -> bool:
    titled = any(_TITLE.fullmatch(closed_up(paragraph.text)) for paragraph in paragraphs[:40])
    numbers = {heading.number for heading in parts.heads.values()}
    return len(numbers) >= 2 or bool(titled and parts.heads and parts.attendance) or bool(parts.attendance and parts.agenda)


def _parts(paragraphs: Sequence[Paragraph], clock: Clock) -> _Parts:
    parts = _Parts()
    entries: dict[str, str] = {}
    index, count = 0, len(paragraphs)
    while index < count:
        if index % 256 == 0:
            clock.check()
        paragraph = paragraphs[index]
        if paragraph.is_furniture:
            index += 1
            continue
        if not parts.heads and not parts.attendance and (attendance.begins(paragraph.text)):
            parts.attendance = range(index, _end_of_attendance(paragraphs, index))
            index = max(parts.attendance.stop, index + 1)
            continue
        if not parts.heads and not parts.agenda and _AGENDA.fullmatch(closed_up(paragraph.text)):
            stop, entries = _end_of_agenda(paragraphs, index)
            if entries:
                parts.agenda = range(index, stop)
                index = stop
                continue
        public = facts.part(paragraph.text)
        if public is not None:
            parts.publicity[index] = public
        else:
            heading = _heading(paragraph, entries, bool(parts.agenda))
            if heading:
                parts.heads[index] = heading
        index += 1
    return parts


def _end_of_attendance(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The list ends with a sentence, the agenda or the first item."""
    for index in range(start + 1, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.is_furniture:
            continue
        text = paragraph.text
        if not attendance.is_line(text) or _AGENDA.fullmatch(closed_up(text)) or facts.part(text) is not None:
            return index
        heading = facts.item_heading(text)
        if heading and heading.is_marked:
            return index
    return len(paragraphs)


def _end_of_agenda(paragraphs: Sequence[Paragraph], start: int) -> tuple[int, dict[str, str]]:
    """The agenda ends where its numbers come again, or where something stands that is no line of it."""
    entries: dict[str, str] = {}
    strange = last = start
    for index in range(start + 1, min(len(paragraphs), start + 600)):
        paragraph = paragraphs[index]
        if paragraph.is_furniture:
            continue
        text = paragraph.text
        if facts.part(text) is not None:
            continue
        heading = facts.item_heading(text)
        if heading:
            key = _key(heading)
            if key in entries or (heading.number in {k[1:] for k in entries} and heading.is_public is None and _alike(heading.title, entries, heading.number)):
                return _before_part(paragraphs, index), entries
            entries[key] = heading.title
            strange, last = index, index
        elif index - strange > 3 or len(plain(text)) > 300 or (entries and plain(text).endswith(".") and len(plain(text)) > 80):
            return last + 1, entries
    return last + 1, entries


def _key(heading: ItemHeading) -> str:
    mark = "" if heading.is_public is None else "Ö" if heading.is_public else "N"
    return f"{mark or ' '}{heading.number}"


def _alike(title: str, entries: dict[str, str], number: str) -> bool:
    """Whether the agenda has this title for this number; titles may be cut or wrapped there."""
    here = fold(title)[:25]
    return any(key[1:] == number and here and (fold(other).startswith(here[:18]) or here.startswith(fold(other)[:18])) for key, other in entries.items())


def _before_part(paragraphs: Sequence[Paragraph], index: int) -> int:
    """A heading of a part right before the first item belongs to the item."""
    while index > 0 and (paragraphs[index - 1].is_furniture or facts.part(paragraphs[index - 1].text) is not None):
        index -= 1
    return index


def _heading(paragraph: Paragraph, entries: dict[str, str], has_agenda: bool) -> ItemHeading | None:
    heading = facts.item_heading(paragraph.text)
    if heading is None:
        return None
    if heading.is_marked:
        return heading
    # `1. Der Zuschuss wird …` is a resolution; `1. Eröffnung` a heading only if the agenda has it.
    return heading if has_agenda and _alike(heading.title, entries, heading.number) and not heading.title.endswith(".") else None


def _protocol(source: Source, name: str, parts: _Parts, notes: tuple[Warning_, ...], clock: Clock) -> Reading:
    paragraphs = source.paragraphs
    passages: list[Passage] = []
    starts = sorted(parts.heads)
    first = starts[0] if starts else len(paragraphs)
    first = min([index for index in parts.publicity if parts.agenda.stop <= index < first and not _between(paragraphs, index, first)] or [first])
    listed = [paragraphs[i] for i in parts.attendance if not paragraphs[i].is_furniture]
    groups = attendance.groups(listed)
    known = _known(paragraphs, [row.name for group in groups for row in group.rows])
    head, opening = _before_items(paragraphs, parts, first, passages)
    items, closing = _items(paragraphs, parts, first, known, passages, clock)
    agenda = _agenda(paragraphs, parts)
    meeting = _meeting(head)
    items = tuple(replace(item, meeting_date=item.meeting_date or meeting.date, meeting_number=item.meeting_number or meeting.number) for item in items)
    unread = tuple(text for item in items for text in item.unread)
    return Reading(
        name, source.format, True, items, meeting, groups, agenda, tuple(opening), tuple(closing), notes, unread, tuple(passages)
    )


def _between(paragraphs: Sequence[Paragraph], start: int, stop: int) -> bool:
    """Whether anything but headings of parts stands between."""
    return any(not paragraphs[i].is_furniture and facts.part(paragraphs[i].text) is None for i in range(start, stop))


def _before_items(paragraphs: Sequence[Paragraph], parts: _Parts, first: int, passages: list[Passage]) -> tuple[list[Paragraph], list[str]]:
    """Head, attendance, opening and agenda."""
    head: list[Paragraph] = []
    opening: list[str] = []
    begun = False
    for index in range(first):
        paragraph = paragraphs[index]
        place: Place
        if paragraph.is_furniture:
            place = "furniture"
        elif index in parts.attendance:
            place, begun = "attendance", True
        elif index in parts.agenda:
            place = "agenda"
        elif not begun and not re.search(r"\beröffnet\w*\b", paragraph.text):
            place = "head"
            head.append(paragraph)
        elif _FIELD.fullmatch(plain(paragraph.text)) and re.match(r"(?:Beginn|Ende|Ort|Datum|Sitzungs)", plain(paragraph.text)):
            place = "head"
            head.append(paragraph)
        else:
            place, begun = "opening", True
            opening.append(paragraph.text)
        passages.append(Passage.of(place, paragraph))
    return head, opening


def _items(
    paragraphs: Sequence[Paragraph], parts: _Parts, first: int, known: frozenset[str], passages: list[Passage], clock: Clock
) -> tuple[tuple[ItemReading, ...], list[str]]:
    items: list[ItemReading] = []
    closing: list[str] = []
    starts = sorted(parts.heads)
    end = _closing(paragraphs, starts[-1] if starts else first)
    public: bool | None = None
    index = first
    for number, start in enumerate(starts):
        for before in range(index, start):
            # What stands between a part's heading and its first item.
            public = parts.publicity.get(before, public)
            place: Place = "furniture" if paragraphs[before].is_furniture else "part"
            passages.append(Passage.of(place, paragraphs[before]))
        heading = parts.heads[start]
        stop = starts[number + 1] if number + 1 < len(starts) else end
        body_end = next((i for i in range(start + 1, stop) if i in parts.publicity), stop)
        if heading.is_public is None and public is not None:
            heading = replace(heading, is_public=public)
        passages.append(Passage.of("item", paragraphs[start], heading.number))
        body = list(paragraphs[start + 1 : body_end])
        heading, used = _whole_title(heading, body)
        item = read_item(body[used:], known, clock, heading)
        passages += [Passage.of("item", paragraph, heading.number) for paragraph in body[:used]]
        passages += [replace(passage, item=heading.number) for passage in item.passages]
        items.append(item)
        index = body_end
    for paragraph in paragraphs[max(index, end if starts else first) :]:
        passages.append(Passage.of("furniture" if paragraph.is_furniture else "closing", paragraph))
        if not paragraph.is_furniture:
            closing.append(paragraph.text)
    return tuple(items), closing


def _whole_title(heading: ItemHeading, body: list[Paragraph]) -> tuple[ItemHeading, int]:
    """A title on the line below its number."""
    if heading.title or not body or body[0].is_furniture or plain(body[0].text).endswith((".", ":")) or len(plain(body[0].text)) > 600:
        return heading, 0
    title, found = facts.split_paper(body[0].text)
    return replace(heading, title=title, papers=(*heading.papers, *found)), 1


def _closing(paragraphs: Sequence[Paragraph], last: int) -> int:
    """Where, after the last item, the session is closed and signed."""
    for index in range(last + 1, len(paragraphs)):
        text = paragraphs[index].text
        line = plain(text)
        if paragraphs[index].is_furniture:
            continue
        if (_CLOSES.search(line) and len(line) < 400) or _SIGNS.match(line) or re.match(r"\(?Der (?:nicht)?öffentliche Teil\b", line):
            return index
    return len(paragraphs)


def _agenda(paragraphs: Sequence[Paragraph], parts: _Parts) -> tuple[AgendaEntry, ...]:
    found: list[AgendaEntry] = []
    public: bool | None = None
    for index in parts.agenda:
        paragraph = paragraphs[index]
        part = facts.part(paragraph.text)
        if part is not None:
            public = part
            continue
        heading = facts.item_heading(paragraph.text)
        if heading and not paragraph.is_furniture:
            found.append(AgendaEntry(heading.number, heading.title, heading.papers, heading.is_public if heading.is_public is not None else public))
    return tuple(found)


def _meeting(head: Sequence[Paragraph]) -> MeetingHead:
    lines = [paragraph.text for paragraph in head]
    fields: list[tuple[str, str]] = []
    for line in lines:
        cells = [cell.strip() for cell in WIDE.split(line.strip()) if cell.strip()]
        while cells:
            match = _FIELD.fullmatch(cells[0])
            if match and not match["value"] and len(cells) > 1 and not _FIELD.fullmatch(cells[1]):
                fields.append((match["label"], cells[1]))
                cells = cells[2:]
                continue
            if match and match["value"]:
                fields.append((match["label"], match["value"]))
            cells = cells[1:]
    whole = "\n".join(lines)
    named = [line for line in lines if facts.names_session(line)] or lines
    dated = [value for label, value in fields if re.search(r"[Dd]atum|Tag|Termin|[Ss]itzung", label)]
    times = {label: procedure.times(value) for label, value in fields}
    return MeetingHead(
        number=next(filter(None, (facts.session_number(line) for line in [*named, *lines])), ""),
        date=next(filter(None, (facts.date(line) for line in [*named, *dated, *lines])), "") or facts.date(whole),
        committee=next(filter(None, (facts.session_committee(line) for line in named)), "") or next((value for label, value in fields if label in {"Gremium", "Ausschuss"}), ""),
        begin=next((found[0] for label, found in times.items() if label.startswith("Beginn") and found), ""),
        end=next((found[0] for label, found in times.items() if label.startswith("Ende") and "Teil" not in label and found), ""),
        fields=tuple(fields),
        lines=tuple(lines),
    )
