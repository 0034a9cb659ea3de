"""Protocols: head, attendance, agenda and the items of a whole Niederschrift. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.importers.grammar import labels, outcomes
from minutes.importers.grammar.letters import closed_up, plain
from minutes.importers.reading import (
    agenda,
    attendance,
    attendance_in_lines,
    bare_numbers,
    facts,
    labels_run_in,
    listed_pages,
    meeting,
    navigation,
    numbers_in_cells,
    page_head,
    run_in,
    run_together,
    session_pages,
    session_titles,
    sub_numbers,
    titles,
)
from minutes.importers.reading import closing as closing_part
from minutes.importers.reading.debate import DebateInWork
from minutes.importers.reading.dividing import Parts, divided
from minutes.importers.reading.finishing import read_item
from minutes.importers.reading.people import known_surnames
from minutes.importers.reading.values import AgendaEntry, Concern, Contribution, ItemReading, Passage, Place, Reading
from minutes.importers.source import Clock, Paragraph, Source

_TITLE = re.compile(
    r"(?:(?:Öffentliche |Nichtöffentliche )?(?:Sitzungsn|N)iederschrift|(?:Sitzungs|Beschluss|Ergebnis|Verlaufs)?[Pp]rotokoll|NIEDERSCHRIFT|PROTOKOLL|(?:Sitzungs|Kurz)niederschrift)"
    r"(?:\sNr\.\s?[\d/-]+)?(?:$|\s(?:[-(]\s?(?:nicht)?öffentlicher Teil\s?[-)]\s)?(?:über|zu|der|zur)\s(?:die\s|den\s|der\s)?(?=.*[Ss]itzung))"
)
_OPENS = re.compile(
    r"\b(?:eröffnet|begrüßt)\w*\b|^(?:Der|Die)\s(?:\w+\s)?\w*[Vv]orsitzende\s(?:stellt|stellte|erklärt|erklärte)\b"
)
_POINT = re.compile(r"(?:[Zz]u\s)?(?:Punkt|Ziffer|Ziff\.|Nr\.|Nummer|Absatz)\s\d{1,2}\s?[.:)]?")
_TIMES = re.compile(r"(?:(?:Beginn|Ende|Dauer)\s(?:um\s)?\d{1,2}(?:[.:]\d{2})?\s?(?:Uhr|h)?[,;/–-]?\s?){1,2}")
_SESSION_FACT = re.compile(r"[\s|]*Sitzungs(?:beginn|ende|termin|dauer|tag|ort|datum)\b")


def read(source: Source, name: str, clock: Clock) -> Reading:
    """The reading of a text: of a protocol, if it has the parts of one, else of one item."""
    paragraphs = labels_run_in.parted(navigation.without_record(source.paragraphs), clock)
    paragraphs = numbers_in_cells.joined(session_pages.joined(paragraphs, clock), clock)
    source = replace(
        source, paragraphs=page_head.without_extract(run_in.parted(run_together.parted(paragraphs, clock), clock))
    )
    parts = divided(source.paragraphs, clock)
    paragraphs = (
        bare_numbers.without_text(source.paragraphs, parts.agenda, clock) if parts.agenda else source.paragraphs
    )
    if len(paragraphs) > len(source.paragraphs):
        source = replace(source, paragraphs=paragraphs)
        parts = divided(paragraphs, clock)
    paragraphs, numbers = bare_numbers.parted(source.paragraphs, parts.agenda, clock)
    are_all = len(numbers) > len(parts.heads) and bare_numbers.are_all(numbers, paragraphs, parts.agenda)
    if are_all or len(numbers) > 2 * len(parts.heads) or bare_numbers.have_text(parts.heads, numbers, paragraphs):
        source = replace(source, paragraphs=paragraphs)
        parts = divided(paragraphs, clock, numbers)
    notes = tuple(Concern(note) for note in source.notes)
    if _is_protocol(source.paragraphs, parts):
        paragraphs, heads = sub_numbers.parted(source.paragraphs, parts.heads)
        if len(heads) > len(parts.heads):
            source = replace(source, paragraphs=paragraphs)
            parts = divided(paragraphs, clock, heads)
        return _protocol(source, name, parts, notes, clock)
    item = read_item(source.paragraphs, known_surnames(source.paragraphs), clock)
    return Reading(name, source.format, False, (item,), warnings=notes, passages=item.passages)


def _is_protocol(paragraphs: Sequence[Paragraph], parts: Parts) -> bool:
    first = next((paragraph.text for paragraph in paragraphs if not paragraph.is_furniture), "")
    status = labels.read(first[:400])
    if (
        status
        and status.kind in {"status", "decision"}
        and outcomes.is_status(status.rest)
        and _are_points(paragraphs, parts)
    ):
        # The page of one item, as SessionNet begins it: `zu Punkt 1` heads the vote on a part of its resolution.
        return False
    if page_head.names_extract(first) or (not parts.is_titled and listed_pages.DATED.fullmatch(plain(first[:500]))):
        return False
    titled = any(map(_is_title, (paragraph.text for paragraph in paragraphs[:40])))
    numbers = {heading.label for heading in parts.heads.values()}
    return (
        len(numbers) >= 2
        or parts.is_titled
        or _opens_session(paragraphs, parts)
        or _opens_part(parts)
        or bool(titled and parts.heads and (parts.attendance or _names_session(paragraphs)))
        or bool(parts.attendance and parts.agenda)
        or bool(parts.heads and len(_agenda(paragraphs, parts)) > 2)
    )


def _are_points(paragraphs: Sequence[Paragraph], parts: Parts) -> bool:
    """Whether all that looks like headings of items is `zu Punkt 1`, `Ziffer 2`."""
    return bool(parts.heads) and all(_POINT.fullmatch(plain(paragraphs[index].text)) for index in parts.heads)


def _opens_session(paragraphs: Sequence[Paragraph], parts: Parts) -> bool:
    """`TOP 1: Eröffnung`, and above it who was there, or when the session began and ended."""
    first = min(parts.heads, default=0)
    heading = parts.heads.get(first)
    begins = heading is not None and heading.number == "1" and session_titles.OPENING.match(heading.title)
    return bool(begins) and (
        bool(parts.attendance) or sum(bool(_SESSION_FACT.match(each.text)) for each in paragraphs[:first]) > 1
    )


def _opens_part(parts: Parts) -> bool:
    """`Öffentlicher Teil`, and `TOP 1` right below it."""
    first = min(parts.heads, default=0)
    return first - 1 in parts.publicity and parts.heads[first].is_marked and parts.heads[first].number == "1"


def _names_session(paragraphs: Sequence[Paragraph]) -> bool:
    """`Protokoll`, and below it of which session; above it at most the name of the municipality and the day."""
    lines = [paragraph.text for paragraph in paragraphs[:9] if re.search(r"[^\W\d_]", paragraph.text)]
    at = next((index for index, line in enumerate(lines[:4]) if _is_title(line)), None)
    return at is not None and any(map(facts.names_session, lines[at : at + 3]))


def _is_title(text: str) -> bool:
    """`Protokoll`, `Niederschrift Nr. 3`, `Niederschrift über die 5. Sitzung des Rates`."""
    return bool(_TITLE.match(closed_up(text[:400])))


def _protocol(source: Source, name: str, parts: Parts, notes: tuple[Concern, ...], clock: Clock) -> Reading:
    paragraphs = source.paragraphs
    passages: list[Passage] = []
    starts = sorted(parts.heads)
    first = starts[0] if starts else len(paragraphs)
    first = min(
        [
            index
            for index in parts.publicity
            if parts.agenda.stop <= index < first and not _between(paragraphs, index, first)
        ]
        or [first]
    )
    listed = [paragraphs[i] for i in parts.attendance if not paragraphs[i].is_furniture]
    groups = attendance_in_lines.groups(listed) if parts.is_in_lines else attendance.groups(listed)
    names = [row.name for group in groups for row in group.rows]
    known = known_surnames(paragraphs, attendance_in_lines.surnames(listed) if parts.is_in_lines else names)
    head, opening = _before_items(paragraphs, parts, first, passages)
    items, closing = _items(paragraphs, parts, first, known, passages, clock)
    of_items = {(passage.page, passage.line, passage.text) for item in items for passage in item.passages}
    stray = [
        passage.text
        for passage in passages
        if passage.place == "unread" and (passage.page, passage.line, passage.text) not in of_items
    ]
    if stray:
        notes = (*notes, Concern("unread_paragraph", stray[0][:80]))
    agenda = _agenda(paragraphs, parts)
    told = meeting.head(head)
    day = told.date or listed_pages.day(paragraphs)
    items = tuple(
        replace(item, meeting_date=item.meeting_date or day, meeting_number=item.meeting_number or told.number)
        for item in items
    )
    unread = (*(text for item in items for text in item.unread), *stray)
    return Reading(
        name,
        source.format,
        True,
        items,
        told,
        groups,
        agenda,
        tuple(paragraph.text for paragraph in opening),
        tuple(closing),
        notes,
        unread,
        tuple(passages),
        _said(opening, known),
        _said(closing_part.told(paragraphs, len(closing)), known),
    )


def _said(paragraphs: Sequence[Paragraph], known: frozenset[str]) -> tuple[Contribution, ...]:
    """Who speaks in the opening, or closes the session."""
    debate = DebateInWork(known)
    for paragraph in paragraphs:
        debate.add(paragraph)
    return tuple(debate.contributions)


def _between(paragraphs: Sequence[Paragraph], start: int, stop: int) -> bool:
    """Whether anything but headings of parts stands between."""
    return any(not paragraphs[i].is_furniture and facts.part(paragraphs[i].text) is None for i in range(start, stop))


def _before_items(
    paragraphs: Sequence[Paragraph], parts: Parts, first: int, passages: list[Passage]
) -> tuple[list[Paragraph], list[Paragraph]]:
    """Head, attendance, opening and agenda."""
    head: list[Paragraph] = []
    opening: list[Paragraph] = []
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
        elif (not begun and not _OPENS.search(plain(paragraph.text))) or _is_field(plain(paragraph.text)):
            place = "head"
            head.append(paragraph)
        else:
            place, begun = "opening", True
            opening.append(paragraph)
        passages.append(Passage.of(place, paragraph))
    return head, opening


def _is_field(line: str) -> bool:
    """`Beginn: 19.30 Uhr`, `Beginn 20 Uhr, Ende 21.20 Uhr`: of the head, wherever it stands in it."""
    if not re.match(r"(?:Beginn|Ende|Ort|Datum|Dauer|Zeit|Uhrzeit|Raum)\b|Sitzungs", line):
        return False
    return bool(meeting.FIELD.fullmatch(line) or _TIMES.fullmatch(line))


def _items(
    paragraphs: Sequence[Paragraph],
    parts: Parts,
    first: int,
    known: frozenset[str],
    passages: list[Passage],
    clock: Clock,
) -> tuple[tuple[ItemReading, ...], list[str]]:
    items: list[ItemReading] = []
    closing: list[str] = []
    starts = sorted(parts.heads)
    end = closing_part.begins(paragraphs, starts[-1] if starts else first)
    public: bool | None = None
    index = first
    entries = _agenda(paragraphs, parts)
    listed = {entry.number.lstrip("0"): entry.title for entry in entries}
    listed = listed if len(listed) == len(entries) else {}
    for number, start in enumerate(starts):
        for before in range(index, start):
            public = parts.publicity.get(before, public)
            passages.append(_between_items(paragraphs[before], is_part=before in parts.publicity))
        heading = parts.heads[start]
        stop = starts[number + 1] if number + 1 < len(starts) else end
        body_end = next((i for i in range(start + 1, stop) if i in parts.publicity), stop)
        if heading.is_public is None and public is not None:
            heading = replace(heading, is_public=public)
        passages.append(Passage.of("item", paragraphs[start], heading.label))
        body = list(paragraphs[start + 1 : body_end])
        heading, used = titles.whole(heading, paragraphs[start], body)
        if not heading.title:
            # `Zu 3.`, and the text right below it: the title is that of the agenda.
            heading = replace(heading, title=listed.get(heading.number.lstrip("0"), ""))
        said = [each.speaker for each in items[-1].contributions if each.speaker] if items else []
        item = read_item(body[used:], known, clock, heading, said[-1] if said else "")
        passages += [Passage.of("item", paragraph, heading.label) for paragraph in body[:used]]
        passages += [replace(passage, item=heading.label) for passage in item.passages]
        items.append(item)
        index = body_end
    end = max(index, end if starts else first)
    passages += [_between_items(paragraphs[i], is_part=i in parts.publicity) for i in range(index, end)]
    for paragraph in paragraphs[end:]:
        passages.append(Passage.of("furniture" if paragraph.is_furniture else "closing", paragraph))
        if not paragraph.is_furniture:
            closing.append(paragraph.text)
    return tuple(items), closing


def _between_items(paragraph: Paragraph, *, is_part: bool) -> Passage:
    """What stands below the heading of a part before its first item belongs to none: nobody knows whether to tell it."""
    return Passage.of("furniture" if paragraph.is_furniture else "part" if is_part else "unread", paragraph)


def _agenda(paragraphs: Sequence[Paragraph], parts: Parts) -> tuple[AgendaEntry, ...]:
    found: list[AgendaEntry] = []
    public: bool | None = None
    for index in parts.agenda:
        paragraph = paragraphs[index]
        part = facts.part(paragraph.text)
        if part is not None:
            public = part
            continue
        if not paragraph.is_furniture:
            alone = agenda.alone_at(paragraphs, index)
            found += [
                AgendaEntry(
                    heading.label,
                    heading.title,
                    heading.papers,
                    heading.is_public if heading.is_public is not None else public,
                )
                for heading in ([alone] if alone else agenda.entries(paragraph.text))
            ]
    return tuple(found)
