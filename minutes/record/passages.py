"""Finding a passage as people point at it: white space and the signs around a speaker make no difference. Pure."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from minutes.markup import SPEAKER_CLOSE, SPEAKER_OPEN, Span, plain_spans
from minutes.record.texts import Edit, edited, edited_string, mapped

Value = TypeVar("Value")
Units = tuple[tuple[Span, ...], ...]
"""The paragraphs, list entries, table cells and sentences of a value, in order."""


@dataclass(frozen=True, slots=True)
class Normal:
    """A text as passages are compared; ``places`` leads from each character back to the one that it comes from."""

    text: str
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Characters ``start`` to ``end`` of a unit."""

    unit: int
    start: int
    end: int

    def meets(self, other: "Place") -> bool:
        return self.unit == other.unit and self.start < other.end and other.start < self.end


def normal(text: str) -> Normal:
    """Letters without their composition (NFD), runs of white space as one space, no signs of speakers."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        if character in (SPEAKER_OPEN, SPEAKER_CLOSE):
            continue
        if character.isspace():
            if characters and characters[-1] == " ":
                continue
            character = " "
        for part in unicodedata.normalize("NFD", character):
            characters.append(part)
            places.append(place)
    return Normal("".join(characters), tuple(places))


def units_of(value: object) -> Units:
    """The units of a text, of a sentence, or of tuples of them, as ``rewritten`` counts them."""
    found: list[tuple[Span, ...]] = []

    def string(text: str) -> str:
        found.append((Span("plain", text),))
        return text

    def spans(run: tuple[Span, ...]) -> tuple[Span, ...]:
        found.append(run)
        return run

    mapped(value, string=string, spans=spans)
    return tuple(found)


def rewritten(value: Value, edits: Mapping[int, Sequence[Edit]]) -> Value:
    """The value with edits, by the number of the unit."""
    numbers = iter(range(len(units_of(value))))
    return mapped(
        value,
        string=lambda text: edited_string(text, edits.get(next(numbers), ())),
        spans=lambda run: edited(run, edits.get(next(numbers), ())),
    )


def places(units: Units, passage: str, *, overlapping: bool = False) -> list[Place]:
    """Where a passage stands inside of units, in order; letter for letter as to upper and lower case.

    Asterisks that make a word bold are ignored where the passage is not found with them.
    """
    found = _places(units, normal(passage).text.strip(), overlapping=overlapping)
    if not found and "**" in passage:
        found = _places(units, normal(passage.replace("**", "")).text.strip(), overlapping=overlapping)
    return found


def joined(found: Iterable[Place]) -> list[Place]:
    """Places of which those that meet are one."""
    result: list[Place] = []
    for place in sorted(found, key=lambda place: (place.unit, place.start)):
        if result and place.meets(result[-1]):
            before = result.pop()
            place = Place(place.unit, before.start, max(before.end, place.end))
        result.append(place)
    return result


def _places(units: Units, wanted: str, *, overlapping: bool) -> list[Place]:
    if not wanted:
        return []
    found = []
    for number, spans in enumerate(units):
        text = normal(plain_spans(spans))
        start = text.text.find(wanted)
        while start >= 0:
            end = start + len(wanted)
            if _is_whole(text, start, end):
                found.append(Place(number, text.places[start], text.places[end - 1] + 1))
                start = text.text.find(wanted, start + 1 if overlapping else end)
            else:
                start = text.text.find(wanted, start + 1)
    return found


def _is_whole(text: Normal, start: int, end: int) -> bool:
    """Whether a find begins and ends with whole letters: u is no part of ü."""
    return not any(place < len(text.text) and unicodedata.combining(text.text[place]) for place in (start, end))
