"""The given texts, those of other layouts, and how a reading is compared with what is expected of it."""

import json
from pathlib import Path
from typing import Any

from minutes.importers import as_json, read

GIVEN = Path(__file__).parents[2] / "data" / "minutes-texts"
OTHERS = Path(__file__).parents[2] / "data" / "readings"


def reading_of(data: bytes | str | Path, name: str = "text") -> dict[str, Any]:
    """The JSON of a reading."""
    if isinstance(data, Path):
        data, name = data.read_bytes(), data.stem
    return as_json.reading(read(data.encode() if isinstance(data, str) else data, name))


def differences(expected: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """The fields in which a reading is not as expected: of a contribution those that are given, else exactly."""
    wrong = {}
    for name, value in expected.items():
        got = found.get(name)
        if name == "items":
            parts = [differences(one, other) for one, other in zip(value, got or [], strict=False)]
            got, value = (len(got or []), parts), (len(value), [{} for _ in parts])
        if name == "contributions":
            got = [{key: each[key] for key in ("kind", "speaker")} for each in got or []]
        if got != value:
            wrong[name] = {"expected": value, "found": got}
    return wrong


def expected_readings() -> list[dict[str, Any]]:
    readings: list[dict[str, Any]] = json.loads((GIVEN / "expected.json").read_text())
    return readings


def words_of(text: str) -> list[str]:
    """The words of a text, whatever stands between them."""
    return text.replace("\u00ad", "").split()


def passages_of(found: dict[str, Any]) -> str:
    """The text that a reading accounts for, in order."""
    return "\n".join(passage["text"] for passage in found["source"]["passages"])
