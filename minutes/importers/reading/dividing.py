"""Dividing: where attendance, agenda and the items of a protocol begin and end. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from minutes.importers.grammar import mentions, saying
from minutes.importers.grammar.letters import closed_up, plain
from minutes.importers.reading import (
    agenda,
    attendance,
    attendance_in_lines,
    extracts,
    facts,
    headings,
    listed_pages,
    numbered,
    numbers_on,
    pasted_pages,
    published,
    roman,
    session_pages,
    session_titles,
    table_headings,
    titles_with_verbs,
    unnumbered,
)
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

_AGENDA = re.compile(
    r"(?:1\. )?(?:Die |[A-ZÄÖÜ][a-zäöüß]+e )?Tagesordnung(?: \((?:nicht)?öffentlich\))?(?: (?:der|für die|zur)[^.]{0,60})?\s?:?|TAGESORDNUNG\s?:?|Tagesordnungspunkte:?|TOP-Nr\.\s?(?:[A-Z]{2}-Nr\.\s?)?Bezeichnung"
)
# `Zu der Sitzung wurde mit folgender Tagesordnung eingeladen:`
_AGENDA_TOLD = re.compile(
    r"[^:]{0,160}\b(?:nach)?(?:folgende|stehende)[rn]?\s(?:[a-zäöüß]+\s)?Tagesordnung\b[^.:]{0,80}:", re.IGNORECASE
)
# `Im öffentlichen Teil wurden folgende Themen behandelt:`
_ANNOUNCED = re.compile(
    r"[^.:]{0,80}\b(?:nach)?folgenden?\s(?:Themen|Tagesordnungspunkte|Punkte|Beschlüsse\sgefasst)\b[^.:]{0,60}:",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:eröffne|begrüß|erklär|stell|beschließ|bestehen|werden|wird)\w*\b.{10,}\.$")
_TELLS = re.compile(r"\b(?:wird|werden|wurde|wurden|ist|sind|hat|haben|liegt|liegen|stellt|eröffnet|begrüßt)\b.{8,}\.$")
# What no line of a list of people begins with: `Eröffnung der Sitzung`, `§ 85 Bürgerfragestunde`, `Nr. 1: Begrüßung`.
_OPENING = re.compile(
    r"(?:\W{0,3}(?:(?:[Zz]u|[Aa]d|TO|Nr|[Ll]fd|Beratungspunkt|[A-E]|[IVX]{1,4})?\W{0,3}){0,2}\d{0,3}(?:\.\d{1,2}|/(?:19|20)\d\d)?\W{0,4})(?i:(?:Sitzungs)?eröffnung|Begrüßung|Feststellung|Bürgerfrage|Einwohnerfrage|Genehmigung der|Bekanntgaben?\b|Beschlussfähigkeit und\b|Anerkennung der|Fragestunde\b|Regularien\b|Formalien\b)"
)
# `§ 85 Neue Schilder`, `Lfd. Nr. 3`, `101    Neue Schilder`: people are not numbered so.
_OF_ITEM = re.compile(
    r"\s*(?:§\s?\d|(?:[Ll]fd\.[\s-]?)?Nr\.\s?\d|[Zz]u\s(?:Ziff\.\s?)?\d|\d{3}\.?(?:[ \u00a0]{3,80}|\t)[A-ZÄÖÜ„])"
)
# `1. Neue Schilder`, `a) Neue Schilder`, `Thema 1: Neue Schilder`, the first one; without a number words of titles tell it.
_FIRST = re.compile(
    r"[\W_]{0,3}(?:\w{2,12}\.?\s)?(?:(?:[A-E]|I)[\s./]\s?)?(?:0?1|[aA]|I|\d{2,3}(?:/\d{4})?)(?:\.?\)|[.:]|\s[-–]|\sö|(?<=\d))\s+(?=[A-ZÄÖÜ„])"
)
_FIRST_ALONE = re.compile(r"0?1[.)]{0,2}")
_OF_TITLE = re.compile(r"\s(?:für|über|auf|an|am|im|der|des|zum|zur|vom|von)\s", re.IGNORECASE)
_DRAWN = re.compile(r"[-=_–—*]{3,200}")
_NUMBER_ALONE = re.compile(r"(?:[Zz]u|Nr\.|§)?\s?\d{1,3}(?:/(?:19|20)\d\d)?\s?[.:)]{0,2}(?:\s?\|)?")
# How many lists without a title are looked at, whether they are the agenda.
_MOST_UNTITLED = 3


@dataclass(slots=True)
class Parts:
    """Where the parts of a protocol are, by index."""

    attendance: range = field(default_factory=lambda: range(0))
    # The people stand in lines behind `Anwesend:`.
    is_in_lines: bool = False
    agenda: range = field(default_factory=lambda: range(0))
    heads: dict[int, ItemHeading] = field(default_factory=dict)
    publicity: dict[int, bool] = field(default_factory=dict)
    # `Tagesordnung` stands right above the first item and heads all of them.
    is_titled: bool = False


def divided(paragraphs: Sequence[Paragraph], clock: Clock, numbers: Mapping[int, ItemHeading] | None = None) -> Parts:
    """The parts; `numbers` are headings that are known already."""
    parts = Parts()
    pages = (
        numbers or session_pages.heads(paragraphs) or listed_pages.heads(paragraphs) or table_headings.heads(paragraphs)
    )
    entries: dict[str, str] = {}
    index, count = 0, len(paragraphs)
    untitled = _MOST_UNTITLED
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
        if not parts.heads and not parts.attendance and attendance_in_lines.begins(paragraph.text):
            parts.attendance = range(index, attendance_in_lines.stop(paragraphs, index))
            parts.is_in_lines = True
            index = parts.attendance.stop
            continue
        if not parts.heads and not parts.agenda and _heads_agenda(paragraphs, index):
            stop, entries = _end_of_agenda(paragraphs, index)
            if entries:
                parts.agenda = range(index, stop)
                index = stop
                continue
        if not parts.heads and not parts.agenda and agenda.begins_as_run(paragraph.text):
            entries = {headings.key(heading): heading.title for heading in agenda.entries(paragraph.text)}
            parts.agenda = range(index, index + 1)
            index += 1
            continue
        if not parts.heads and not parts.agenda and paragraph.text.startswith("|"):
            stop, rows = agenda.rows_at(paragraphs, index)
            listed = {headings.key(heading): heading.title for heading in rows}
            if rows and _come_again(paragraphs[stop:], listed, clock):
                # Without a title it is one if its entries come again as headings.
                entries, parts.agenda, index = listed, range(index, stop), stop
                continue
        if not parts.heads and not parts.agenda and untitled and paragraph.text[:1] != "|":
            stop, rows = agenda.listed_at(paragraphs, index)
            listed = {headings.key(heading): heading.title for heading in rows}
            untitled -= bool(rows)
            if rows and _most_come_again(paragraphs[stop:], listed, clock):
                entries, parts.agenda, index = listed, range(index, stop), stop
                continue
        public = facts.part(paragraph.text)
        if public is not None:
            parts.publicity[index] = public
        else:
            heading = pages.get(index) or (
                None
                if pages
                else headings.found_at(paragraphs, index, entries, parts.heads, has_agenda=bool(parts.agenda))
            )
            if heading:
                parts.heads[index] = heading
        index += 1
    if not parts.heads and not parts.attendance and len(entries) < 2:
        parts.heads = pages = (
            published.heads(paragraphs, clock)
            or pasted_pages.heads(paragraphs, clock)
            or unnumbered.of_labels(paragraphs, clock)
        )
    parts.is_titled = bool(pages)
    if len(parts.heads) == 1 and not pages and not entries:
        # `Zu TOP 3:   Herr Kohl, Schulleiter` among those who were there is no heading of an item.
        others = _numbered(paragraphs, parts, clock)
        first = min(others, default=0)
        if len(others) > 2 and first > min(parts.heads) and session_titles.opens(others[first].title):
            parts.heads = others
    if not parts.heads and len(entries) < 2:
        # An agenda of one entry is the first item of an extract.
        parts.agenda = range(0)
        parts.heads, before = roman.heads(paragraphs, clock)
        parts.agenda = before or parts.agenda
        parts.heads = parts.heads or _numbered(paragraphs, parts, clock)
        if not parts.heads:
            _below_title(paragraphs, parts)
        if not parts.heads and not parts.attendance:
            parts.heads = extracts.heads(paragraphs, clock)
    elif not parts.heads:
        parts.heads = unnumbered.listed(paragraphs, parts.agenda, entries, clock)
        if not parts.heads:
            # What looked like an agenda may have been the items themselves.
            parts.heads = _numbered(paragraphs, parts, clock)
            parts.agenda = range(0) if parts.heads else parts.agenda
    if not parts.heads and not parts.agenda:
        parts.heads, parts.agenda = numbers_on.heads(paragraphs, {*parts.attendance}, clock)
        parts.is_titled = len(parts.heads) > len({each.number for each in parts.heads.values()})
    if not parts.heads and parts.attendance:
        _below_people(paragraphs, parts, clock)
    if not parts.heads and not parts.agenda:
        parts.heads = unnumbered.heads(paragraphs, {*parts.attendance}, clock)
        parts.is_titled = bool(parts.heads)
    return parts


def _below_people(paragraphs: Sequence[Paragraph], parts: Parts, clock: Clock) -> None:
    """Items of which the first was taken for a line of those who were there: the list ends above it."""
    heads = numbered.heads(paragraphs, (), parts.publicity, clock) or numbers_on.heads(paragraphs, (), clock)[0]
    if len(heads) > 2 and min(heads) in parts.attendance:
        parts.heads = heads
        parts.attendance = range(parts.attendance.start, min(heads))


def _numbered(paragraphs: Sequence[Paragraph], parts: Parts, clock: Clock) -> dict[int, ItemHeading]:
    found = numbered.heads(paragraphs, {*parts.attendance}, parts.publicity, clock)
    return titles_with_verbs.filled(paragraphs, found)


def _heads_agenda(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the agenda begins below a line; below a number alone, `2.` and `Tagesordnung`, it is an entry itself."""
    line = closed_up(paragraphs[index].text[:400])
    if not _AGENDA.fullmatch(line):
        return bool(_AGENDA_TOLD.fullmatch(line))
    above = plain(paragraphs[index - 1].text[:20]) if index else ""
    return not (line == "Tagesordnung" and re.fullmatch(r"(?:TOP\s)?\d{1,2}\.?", above))


def _below_title(paragraphs: Sequence[Paragraph], parts: Parts) -> None:
    """The items below `Tagesordnung`, or below `Öffentlicher Teil` where nothing goes before them."""
    lines = [closed_up(each.text[:200]) for each in paragraphs]
    title = next((i for i, line in enumerate(lines) if _AGENDA.fullmatch(line) or _ANNOUNCED.fullmatch(line)), None)
    heads = numbered.below_title(paragraphs, title) if title is not None else {}
    if title is not None and heads:
        parts.agenda = range(title, title + 1)
        parts.publicity |= _parts_between(paragraphs, title)
    elif parts.publicity:
        heads = numbered.below_title(paragraphs, min(parts.publicity))
        # Of a single one it must be said that it is of a session.
        heads = heads if len(heads) > 1 or _tells_session(paragraphs[: min(parts.publicity)]) else {}
    parts.heads, parts.is_titled = heads, bool(heads)


def _come_again(paragraphs: Sequence[Paragraph], entries: dict[str, str], clock: Clock) -> bool:
    """Whether two of the entries are headings further down."""
    clock.check()
    return (
        len(list(islice((each for each in paragraphs if headings.of_agenda(each, entries, has_agenda=True)), 2))) == 2
    )


def _most_come_again(paragraphs: Sequence[Paragraph], entries: dict[str, str], clock: Clock) -> bool:
    """Whether most of the entries are headings further down, with their titles."""
    clock.check()
    found = (facts.item_heading(each.text) for each in paragraphs)
    again = {each.number for each in found if each and headings.alike(each.title, entries, each.number)}
    return len(again) * 2 > len(entries)


def _tells_session(before: Sequence[Paragraph]) -> bool:
    """Whether a line names the session and its day: `Aus der Sitzung des Rates am 5. März 2026`."""
    return any(facts.names_session(each.text) and facts.date(each.text) for each in before)


def _parts_between(paragraphs: Sequence[Paragraph], title: int) -> dict[int, bool]:
    """The headings of parts right below the title of the agenda."""
    found = {index: facts.part(paragraphs[index].text) for index in range(title + 1, min(title + 4, len(paragraphs)))}
    return {index: public for index, public in found.items() if public is not None}


def _end_of_attendance(paragraphs: Sequence[Paragraph], start: int) -> int:
    """The list ends with a sentence, the agenda or the first item."""
    for index in range(start + 1, len(paragraphs)):
        paragraph = paragraphs[index]
        if paragraph.is_furniture:
            continue
        text = paragraph.text
        if not attendance.is_line(text) or _says(text):
            return _above_sentence(paragraphs, start, index)
        if _heads_agenda(paragraphs, index) or facts.part(text) is not None:
            return index
        heading = facts.item_heading(text)
        if heading and (heading.is_marked or numbered.opens_session(text)):
            return index
        if numbered.is_apart(text) or _OF_ITEM.match(text) or session_titles.heads_table(text):
            return index
        if _OPENING.match(plain(text)):
            # Its number may stand alone above it.
            return index - 1 if _NUMBER_ALONE.fullmatch(plain(paragraphs[index - 1].text)) else index
    return len(paragraphs)


def _above_sentence(paragraphs: Sequence[Paragraph], start: int, sentence: int) -> int:
    """Where the first heading stands right below the list and above a sentence, else where the sentence does."""
    at = sentence - 1
    if at > start + 1 and _DRAWN.fullmatch(plain(paragraphs[at].text[:210])):
        at -= 1
    line = plain(paragraphs[at].text[:300])
    if at > start + 1 and not paragraphs[at].gap and _FIRST_ALONE.fullmatch(plain(paragraphs[at - 1].text[:30])):
        at -= 1
        line = f"1. {line}"
    is_apart = at > start and bool(paragraphs[at].gap) and not line.endswith(".") and not attendance.is_absence(line)
    is_title = bool(_FIRST.match(line)) or bool(_OF_TITLE.search(line) and ":" not in line.rstrip(":"))
    return at if is_apart and is_title and not mentions.find(_FIRST.sub("", line)) else sentence


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
        if alone := agenda.alone_at(paragraphs, index):
            key = headings.key(alone)
            if key in entries:
                return _until(paragraphs, last, index), entries
            entries[key] = alone.title
            strange, last = index + 1, index + 1
            continue
        found = agenda.entries(text)
        if len(found) > 1 and not entries:
            return index + 1, {headings.key(heading): heading.title for heading in found}
        heading = found[0] if found else None
        if heading:
            key = headings.key(heading)
            if headings.is_listed(heading, entries):
                return _until(paragraphs, last, index), entries
            entries[key] = heading.title
            strange, last = index, index
        elif (
            index - strange > 3
            or len(plain(text)) > 300
            or (
                entries
                and plain(text).endswith(".")
                and (len(plain(text)) > 80 or (_is_first(entries) and _tells(plain(text))))
            )
        ):
            # Where a sentence stands below the first entry, the title heads the items themselves.
            return (start + 1, {}) if _is_first(entries) and index - last < 3 else (last + 1, entries)
    return last + 1, entries


def _is_first(entries: Mapping[str, str]) -> bool:
    """Whether no more was listed than the first entry, or `1. Regularien` and `1.1` below it."""
    keys = [key.strip() for key in entries]
    return len(keys) == 1 or (len(keys) == 2 and keys[1].startswith(f"{keys[0]}."))


def _tells(line: str) -> bool:
    """Whether a line of an agenda is a short sentence, which no entry is."""
    return bool(_TELLS.search(line)) or saying.has_saying(line)


def _says(text: str) -> bool:
    """`Frau Ohm dankt dem Verein.`, however short, is no line of a list of people."""
    line = plain(text[:400])
    return line.endswith(".") and bool(mentions.find(line)) and saying.has_saying(line)


def _until(paragraphs: Sequence[Paragraph], last: int, index: int) -> int:
    """Where the agenda ends before the first item: sentences between the two open the session."""
    for between in range(last + 1, index):
        if not paragraphs[between].is_furniture and _SENTENCE.search(plain(paragraphs[between].text)):
            return between
    return _before_part(paragraphs, index)


def _before_part(paragraphs: Sequence[Paragraph], index: int) -> int:
    """A heading of a part right before the first item belongs to the item."""
    while index > 0 and (paragraphs[index - 1].is_furniture or facts.part(paragraphs[index - 1].text) is not None):
        index -= 1
    return index
