"""Room: minutes, importing. The draft of an import: a reading in its JSON form (`importers.as_json`), made even.

A single item has the same form as whole minutes: `items` holds it, what it says of its session stands above. What a
clerk may add: `people` (name as written → choice), and for unread paragraphs the item that they belong to.
"""

import re
from typing import Any

from minutes.importers import Reading, as_json

Draft = dict[str, Any]
"""Keys: is_protocol, committee, number, date, begin, end, fields, attendance, agenda, opening, closing, items, warnings
(code, about, item), unread, people, head_rest, source (format, passages, each with `at`: the place of its item)."""

_CLOSED = re.compile(
    r"(?:[A-Z0-9]{1,4}[.)]\s*)?(?:(?:in|der|zum|zur|beginn|es|folgt|des)\s+)*nicht\s?-?öffentliche[nrs]?\b[^.!?]{0,60}",
    re.IGNORECASE,
)
_ABSENT = re.compile("fehl|entschuldig|abwesend", re.IGNORECASE)


def draft_of(reading: Reading) -> Draft:
    """The draft of a reading, before anybody corrects it."""
    told = as_json.reading(reading)
    items = told["items"] if reading.is_protocol else [told]
    first = items[0] if items else {}
    warnings = _warnings(reading)
    passages = _placed(told["source"]["passages"], [item.get("item_number", "") for item in items], reading.is_protocol)
    meeting = told.get("meeting", {})
    return {
        "is_protocol": reading.is_protocol,
        "committee": meeting.get("committee") or first.get("committee", ""),
        "number": told.get("meeting_number") or first.get("meeting_number", ""),
        "date": told.get("meeting_date") or first.get("meeting_date", ""),
        "begin": meeting.get("begin", ""),
        "end": meeting.get("end", ""),
        "fields": meeting.get("fields", []),
        "attendance": [_group(group) for group in told.get("attendance", [])],
        "agenda": told.get("agenda", []),
        "opening": told.get("opening", []),
        "closing": told.get("closing", []),
        "items": [
            _closed(_item(item, _of_item(passages, at)), passages, at, warnings) for at, item in enumerate(items)
        ],
        "warnings": warnings,
        "unread": list(dict.fromkeys([*reading.unread, *(text for item in reading.items for text in item.unread)])),
        "people": {},
        "head_rest": [],
        "source": {**told["source"], "passages": passages},
    }


def _placed(passages: list[dict[str, Any]], numbers: list[str], is_protocol: bool) -> list[dict[str, Any]]:
    """Each paragraph with the place of the item that it belongs to; None before, between and behind the items."""
    found = []
    at: int | None = None if is_protocol else 0
    before = ""
    for passage in passages:
        written = passage.get("item", "")
        if is_protocol and passage["place"] == "item" and (before != "item" or _other(numbers, at, written)):
            at = min(0 if at is None else at + 1, len(numbers) - 1)
        before = passage["place"]
        belongs = not is_protocol or bool(written) or before == "item"
        found.append({**passage, "at": at if belongs else None})
    return found


def _other(numbers: list[str], at: int | None, written: str) -> bool:
    return at is None or (bool(written) and numbers[at] != written)


def _group(group: dict[str, Any]) -> dict[str, Any]:
    return {**group, "absent": group["absent"] or bool(_ABSENT.search(group["heading"]))}


def _of_item(passages: list[dict[str, Any]], at: int) -> list[dict[str, Any]]:
    return [passage for passage in passages if passage["at"] == at]


def _closed(
    item: dict[str, Any], passages: list[dict[str, Any]], at: int, warnings: list[dict[str, Any]]
) -> dict[str, Any]:
    """The item; not public if a heading inside of it says that something that is not public begins there."""
    for passage in passages:
        text = " ".join(passage["text"].split())
        if passage["at"] == at and passage["place"] != "item" and _CLOSED.fullmatch(text) and item["public"]:
            warnings.append({"code": "non_public_inside", "about": text, "item": item["number"], "at": at})
            return {**item, "public": False}
    return item


def _item(told: dict[str, Any], passages: list[dict[str, Any]]) -> dict[str, Any]:
    """An item with all its keys. `debate_first`, `vote_end`: the order of the source, where the last vote ends."""
    said = told["contributions"]
    places = [passage["place"] for passage in passages]
    votes = [[passage["page"], passage["line"]] for passage in passages if passage["place"] == "vote"]
    is_debate_first = "resolution" in places and "contribution" in places[: places.index("resolution")]
    return {
        "number": told.get("item_number", ""),
        "title": told.get("title", ""),
        "public": told.get("public"),
        "rapporteur": told.get("rapporteur", ""),
        "outcome": {"text": told["outcome"]["text"] or "", "code": told["outcome"]["code"]},
        "counts": told["counts"],
        "heading": told.get("resolution_heading", ""),
        "resolution": told["resolution"],
        "proposal": told.get("proposal", []),
        "papers": told["papers"],
        "contributions": said,
        "debate_first": is_debate_first,
        "vote_end": votes[-1] if votes else None,
        "place": [said[0]["page"], said[0]["line"]] if said else None,
        "recused": told["recused"],
        "votes": told["votes"],
        "notes": told.get("notes", []),
        "facts": told.get("facts", []),
        "annexes": told.get("annexes", []),
        "is_election": told.get("kind") == "election",
    }


def _warnings(reading: Reading) -> list[dict[str, Any]]:
    """Each with the number of its item as written, and with its place among the items; of the whole text without."""
    found: list[dict[str, Any]] = [
        {"code": warning.code, "about": warning.text, "item": "", "at": None} for warning in reading.warnings
    ]
    found += [
        {"code": warning.code, "about": warning.text, "item": item.number, "at": at}
        for at, item in enumerate(reading.items)
        for warning in item.warnings
    ]
    return [warning for place, warning in enumerate(found) if warning not in found[:place]]


def contributions(draft: Draft) -> int:
    """How many there are."""
    return sum(len(item["contributions"]) for item in draft["items"])
