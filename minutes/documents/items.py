"""Finding the agenda item that somebody means by "3", "Ö 3", "Ö3" or "TOP 3"."""

import re

from minutes.documents.errors import AmbiguousItem, ItemNotFound
from minutes.record.values import ItemRecord, PartRecord, SessionRecord

_WRITTEN = re.compile(r"(?:top)?(?P<part>[ön]?)(?P<number>.*?)\.?", re.DOTALL)


def find_item(record: SessionRecord, written: str) -> ItemRecord:
    """The item of that number, written with or without "TOP" and the letter of its part (Ö public, N non-public).

    Raises ItemNotFound; AmbiguousItem where both parts have the number and no letter tells which is meant.
    """
    part, number = _read(written)
    found = [
        item
        for section in record.parts
        for item in section.items
        if _read(item.number)[1] == number and part in ("", _letter(section, item))
    ]
    if not found:
        raise ItemNotFound(written, tuple(item.label for item in record.items()))
    if len(found) > 1:
        raise AmbiguousItem(written, tuple(item.label for item in found))
    return found[0]


def _read(written: str) -> tuple[str, str]:
    """``TOP Ö 3.`` → ("ö", "3")."""
    found = _WRITTEN.fullmatch("".join(written.casefold().split()))
    return (found["part"], found["number"]) if found else ("", "")


def _letter(section: PartRecord, item: ItemRecord) -> str:
    """The letter in the item's own number, or that of its part."""
    return _read(item.number)[0] or ("ö" if section.is_public else "n")
