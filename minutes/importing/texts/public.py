"""Room: minutes, importing. What of imported minutes everybody may read: made without the non-public part. Pure.

Closed by default: a paragraph before or behind the items, a fact of the head, or a remark on who was there that names
what is not public is not in it, nor anything that the source tells after its non-public part began.
"""

import re
from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from typing import Any

from minutes.importers.grammar.letters import fold
from minutes.markup import Text, plain
from minutes.record.confidential import non_public_items, without_items_of_recused
from minutes.record.selection import with_papers
from minutes.record.values import AgendaLine, AttendanceGroup, ItemRecord, SessionRecord

_Tells = Callable[[str], bool]

_NOBODY = "nobody"
_SHORT = 4  # letters: shorter titles are in every sentence


def public(record: SessionRecord, draft: dict[str, Any], closed_papers: Set[str]) -> SessionRecord | None:
    """The record for everybody, or None where nothing of it is public. `closed_papers`: keys of papers that are not."""
    parts = tuple(part for part in record.parts if part.is_public)
    if not any(part.items for part in parts):
        return None
    closed = non_public_items(record)
    hidden = [item for item in record.items() if item.id in closed]
    lines = [line for part in record.parts if not part.is_public for line in part.agenda]
    shown = _without_visitors(record, closed)
    tells = _telling(hidden, lines)
    closing = record.closing if _ends_in_public(draft) else ()
    shown = replace(
        shown,
        audience="public",
        place_text="" if tells(record.place_text) else record.place_text,
        head=tuple(field for field in record.head if not tells(f"{field.label}: {field.value}")),
        seats_line="" if tells(record.seats_line) else record.seats_line,
        attendance=_people(shown.attendance, tells),
        absent=_people(shown.absent, tells),
        parts=tuple(
            replace(
                part,
                items=tuple(replace(item, recused_person_ids=()) for item in part.items if item.is_public),
                agenda=tuple(line for line in part.agenda if not line.item_id or line.item_id not in closed),
            )
            for part in shown.parts
            if part.is_public
        ),
        opening=_without_mentions(record.opening, tells),
        closing=_without_mentions(closing, tells),
    )
    return with_papers(shown, _papers(shown) - closed_papers)


def _without_visitors(record: SessionRecord, closed: Set[str]) -> SessionRecord:
    """Without those who came for items that are not public alone: as somebody reads it who may see none of these."""
    parts = tuple(
        replace(
            part,
            items=tuple(
                replace(item, recused_person_ids=(_NOBODY,)) if item.id in closed else item for item in part.items
            ),
        )
        for part in record.parts
    )
    return without_items_of_recused(replace(record, parts=parts), _NOBODY)


def _papers(record: SessionRecord) -> set[str]:
    found = {paper.id for item in record.items() for paper in item.papers}
    return found | {paper.id for part in record.parts for line in part.agenda for paper in line.papers}


def _telling(hidden: list[ItemRecord], lines: list[AgendaLine]) -> _Tells:
    """Whether words name anything of what is hidden, by number or by title."""
    named = [*((item.number, item.title) for item in hidden), *((line.number, line.title) for line in lines)]
    numbers = "|".join(sorted({re.escape(number) for number, _title in named if number}))
    naming = re.compile(rf"\b(?:TOP|Punkt|Ziffer|Nr\.)[^.;]*?(?<![\w.])(?:{numbers})(?!\w)") if numbers else None
    titles = [fold(title) for _number, title in named if len(title) >= _SHORT]

    def tells(words: str) -> bool:
        return bool(naming and naming.search(words)) or any(title in fold(words) for title in titles)

    return tells


def _without_mentions(text: Text, tells: _Tells) -> Text:
    return tuple(block for block in text if not tells(plain((block,))))


def _people(groups: Iterable[AttendanceGroup], tells: _Tells) -> tuple[AttendanceGroup, ...]:
    """The list without notes and remarks that tell of it, and without rows of which the name itself does."""
    found = (
        replace(
            group,
            rows=tuple(
                replace(row, note="" if tells(row.note) else row.note, remark="" if tells(row.remark) else row.remark)
                for row in group.rows
                if not tells(row.name)
            ),
        )
        for group in groups
        if not tells(group.heading)
    )
    return tuple(group for group in found if group.rows)


def _ends_in_public(draft: dict[str, Any]) -> bool:
    """Whether the source tells of its end before anything that is not public."""
    is_closed = False
    for passage in draft["source"]["passages"]:
        if passage["place"] == "part":
            is_closed = "nicht" in fold(passage["text"])
        elif passage["at"] is not None and draft["items"][passage["at"]]["public"] is not True:
            is_closed = True
        elif passage["place"] == "closing" and is_closed:
            return False
    return bool(draft["items"]) and draft["items"][-1]["public"] is True
