"""Room: minutes, importing. A single item is put among what is known of its session. Pure."""

import re
from dataclasses import replace

from minutes.importers.grammar.letters import fold
from minutes.importing.texts.records import line_of, parts_of
from minutes.record.values import ItemRecord, SessionRecord

_PIECE = re.compile(r"\d+|\D+")


def merged(before: SessionRecord | None, after: SessionRecord | None, *, gone: str = "") -> SessionRecord | None:
    """The record before with the items of the one after, in the place of those with the same number.

    `gone`: the id of an item that is in the record no more if it is not in the one after.
    """
    if before is None:
        return after
    new = {item.id: item for item in after.items()} if after is not None else {}
    kept = [item for item in before.items() if item.id not in new and item.id != gone]
    items = sorted([*kept, *new.values()], key=_order)
    if not items:
        return None
    lines = [
        (part.is_public, line)
        for part in before.parts
        for line in part.agenda
        if not line.item_id and all(line.number != item.number for item in items)
    ]
    parts = parts_of(items, [*((item.is_public, line_of(item)) for item in items), *lines])
    return replace(before, parts=parts)


def other_of_number(before: SessionRecord | None, after: SessionRecord | None) -> ItemRecord | None:
    """The item before that one after would take the place of though it is another: TOP 5 of the other part.

    The same title says that it is the same item, which is public now, or is no more.
    """
    new = {item.id: item for item in after.items()} if after is not None else {}
    return next(
        (
            item
            for item in (before.items() if before is not None else ())
            if item.id in new
            and new[item.id].is_public != item.is_public
            and fold(new[item.id].title) != fold(item.title)
        ),
        None,
    )


def _order(item: ItemRecord) -> tuple[bool, tuple[tuple[int, str], ...]]:
    """Public items first, each kind by number: 2 before 10, Ö 3 before Ö 3.1."""
    pieces = _PIECE.findall(item.number)
    return not item.is_public, tuple((int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces)
