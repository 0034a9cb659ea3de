"""Room: minutes, importing. A draft becomes the record of a session: everything of it, worded as in the source. Pure.

Nothing is computed and nothing repaired: what contradicts itself in the source does so here. Unknown counts stay None.
"""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from minutes.importing.source import UNSIGNED
from minutes.importing.texts.frame import Frame
from minutes.importing.texts.items import item_of
from minutes.importing.texts.words import PRINTED, words
from minutes.markup import Paragraph, Span, Text
from minutes.record.values import (
    AgendaLine,
    AttendanceGroup,
    AttendanceRow,
    HeadField,
    ItemRecord,
    PaperValue,
    PartRecord,
    SessionRecord,
    SourceValue,
)

_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
_SEATS = re.compile(r"mitgliederzahl", re.IGNORECASE)
_RULE = re.compile(r"[\s_.\-–—=*]*")


def internal(draft: dict[str, Any], frame: Frame) -> SessionRecord:
    """The whole record, for those entitled."""
    lines = _head_lines(draft)
    numbers = numbers_of(draft)
    items = [item_of(item, number, frame) for item, number in zip(draft["items"], numbers, strict=True)]
    return SessionRecord(
        audience="internal",
        session_id=frame.session_id,
        reference=frame.reference,
        number=frame.number,
        year=frame.year,
        date=frame.date,
        body=frame.body,
        committee=frame.committee,
        title="NIEDERSCHRIFT",
        subtitle=frame.subtitle,
        date_text=f"{_DAYS[frame.date.weekday()]}, {frame.date:%d.%m.%Y}",
        place_text=_place(lines, frame.date),
        is_draft=False,
        term=frame.term,
        head=_head(draft, frame, lines),
        seats_line=next((_line(row) for row in draft["fields"] if _SEATS.search(row["label"])), ""),
        attendance=_groups(draft, frame, is_absent=False),
        absent=_groups(draft, frame, is_absent=True),
        opening=paragraphs(draft["opening"]),
        parts=parts_of(items, _lines(draft, items, numbers, frame)),
        closing=paragraphs(line for line in draft["closing"] if not _RULE.fullmatch(line)),
        assumptions=(UNSIGNED,),
        source=SourceValue("text", frame.sha256),
    )


def paragraphs(texts: Iterable[str]) -> Text:
    """Texts as they are: marks of ours in a foreign text are just characters."""
    return tuple(Paragraph((Span("plain", text),)) for text in texts if text.strip())


def numbers_of(draft: dict[str, Any]) -> list[str]:
    """The number of each item, each once: it is part of an address. Where the source gives none, items are counted."""
    found: list[str] = []
    for place, item in enumerate(draft["items"], start=1):
        number = item["number"].replace("/", "-").strip(" .") or str(place)
        if number in found and not item["public"]:
            number = f"N {number}"
        wanted, copy = number, 2
        while number in found:
            number, copy = f"{wanted} ({copy})", copy + 1
        found.append(number)
    return found


def parts_of(items: Iterable[ItemRecord], lines: Iterable[tuple[bool, AgendaLine]]) -> tuple[PartRecord, ...]:
    """The parts in the order of the source: a new one begins where the items are public no more, or again."""
    parts: list[PartRecord] = []
    for item in items:
        if not parts or parts[-1].is_public != item.is_public:
            parts.append(part_of(len(parts), is_public=item.is_public))
        parts[-1] = replace(parts[-1], items=(*parts[-1].items, item))
    for is_public, line in lines:
        place = next((place for place, part in enumerate(parts) if _holds(part, line)), None)
        if place is None:
            place = next((place for place, part in enumerate(parts) if part.is_public == is_public), None)
        if place is None:
            parts.append(part_of(len(parts), is_public=is_public))
            place = len(parts) - 1
        parts[place] = replace(parts[place], agenda=(*parts[place].agenda, line))
    return tuple(parts)


def part_of(place: int, *, is_public: bool) -> PartRecord:
    letter = chr(ord("A") + place)
    heading = f"{letter}. {'Öffentlicher' if is_public else 'Nichtöffentlicher'} Teil"
    return PartRecord(letter=letter, heading=heading, is_public=is_public)


def line_of(item: ItemRecord) -> AgendaLine:
    return AgendaLine(item.number, item.label, item.title, item.level, item.papers, item.id)


def _holds(part: PartRecord, line: AgendaLine) -> bool:
    return bool(line.item_id) and any(item.id == line.item_id for item in part.items)


def _lines(
    draft: dict[str, Any], items: list[ItemRecord], numbers: list[str], frame: Frame
) -> list[tuple[bool, AgendaLine]]:
    """The agenda: a line for each item, and those of the printed agenda that have no item."""
    found = [(item.is_public, line_of(item)) for item in items]
    for entry in draft["agenda"]:
        if entry["number"] in numbers or (not entry["number"] and any(entry["title"] == item.title for item in items)):
            continue
        papers = tuple(frame.papers.get(name, PaperValue("", name)) for name in entry.get("papers", ()))
        number = entry["number"]
        found.append(
            (bool(entry.get("public")), AgendaLine(number, f"TOP {number}".strip(), entry["title"], 0, papers))
        )
    return found


def _head(draft: dict[str, Any], frame: Frame, lines: list[str]) -> tuple[HeadField, ...]:
    """The facts of the head, and its lines that nothing else of the record tells."""
    fields = [HeadField(row["label"], row["value"]) for row in draft["fields"] if not _SEATS.search(row["label"])]
    known = " ".join(row.value for row in fields)
    for label, time in (("Beginn der Sitzung", draft["begin"]), ("Ende der Sitzung", draft["end"])):
        if time and time not in known:
            fields.append(HeadField(label, f"{time} Uhr"))
    told = words([frame.body.name, frame.body.office, frame.committee.name, frame.subtitle, _place(lines, frame.date)])
    told |= words(f"{frame.date:%d %m %Y}") | PRINTED
    rest = [line for line in draft["head_rest"] if not words(line) <= told]
    fields.extend(HeadField("Aus dem Kopf der Quelle", line) for line in rest)
    return tuple(fields)


def _line(row: Mapping[str, str]) -> str:
    return f"{row['label']}: {row['value']}"


def _head_lines(draft: dict[str, Any]) -> list[str]:
    """The lines of the head that belong to no item."""
    return [
        " ".join(passage["text"].split())
        for passage in draft["source"]["passages"]
        if passage["place"] == "head" and not passage.get("item")
    ]


def _place(lines: list[str], day: datetime.date) -> str:
    """What stands behind the day in the head: where they met."""
    for line in lines:
        for written in (f"{day:%d.%m.%Y}", f"{day.day}.{day.month}.{day.year}"):
            _before, found, after = line.partition(written)
            if found and after.startswith(","):
                return after.strip(" ,")
    return ""


def _groups(draft: dict[str, Any], frame: Frame, *, is_absent: bool) -> tuple[AttendanceGroup, ...]:
    return tuple(
        AttendanceGroup(
            group["heading"],
            tuple(
                AttendanceRow(
                    name=row["name"],
                    note=row.get("note", ""),
                    remark=row.get("remark", ""),
                    person_id=frame.person(row["name"]),
                )
                for row in group["people"]
            ),
        )
        for group in draft["attendance"]
        if group["absent"] == is_absent and group["people"]
    )
