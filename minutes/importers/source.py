"""What a file becomes before anything is understood: paragraphs with their place, and the limits of the reading. Pure."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal, Self

Format = Literal["text", "html", "pdf", "docx"]

MAX_BYTES = 32 * 1024 * 1024
MAX_CHARACTERS = 4_000_000
MAX_PARAGRAPHS = 60_000
MAX_PAGES = 1_500
MAX_SECONDS = 60.0

Reason = Literal[
    "empty",
    "too_large",
    "too_long",
    "too_many_pages",
    "too_slow",
    "unknown_format",
    "binary",
    "broken",
    "encrypted",
    "no_text",
    "bomb",
    "dtd",
    "too_deep",
    "unreadable",
]


class Unreadable(Exception):
    """A file that is refused as a whole. `reason` is a code; the sentence for people is in `minutes.import_messages`."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason: Reason = reason
        self.detail = detail


class Clock:
    """A deadline that the stages look at between two steps: works in every thread, and on every system."""

    def __init__(self, seconds: float = MAX_SECONDS) -> None:
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        if time.monotonic() > self._end:
            raise Unreadable("too_slow")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the source.

    `text` is verbatim, but that wrapped lines are one line and hyphenation is undone. `page` and `line` count from 1 and
    say where it begins. `gap` is what stands before it: 0 nothing (the next line), 1 an empty line, 2 a border between
    blocks. `indent` is its first column. Furniture is what every page repeats: running heads, page numbers, navigation.
    """

    text: str
    page: int = 1
    line: int = 1
    gap: int = 1
    indent: int = 0
    is_furniture: bool = False

    def cut(self, places: Iterable[int], *, gap: int = 0) -> list[Self]:
        """The parts from each place within the text to the next, with `gap` before the further ones; empty ones are left out."""
        parts = [self.text[start:stop].strip() for start, stop in pairwise([0, *places, len(self.text)])]
        return [replace(self, text=part, gap=gap if index else self.gap) for index, part in enumerate(parts) if part]


@dataclass(frozen=True, slots=True)
class Source:
    """A loaded file. `notes` are codes of what was odd about its form (`replaced_characters`)."""

    format: Format
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[str, ...] = ()


def checked(source: Source) -> Source:
    """The source, if it holds words and not too many."""
    if not any(character.isalnum() for paragraph in source.paragraphs for character in paragraph.text):
        raise Unreadable("no_text" if source.format == "pdf" else "empty")
    if len(source.paragraphs) > MAX_PARAGRAPHS:
        raise Unreadable("too_long")
    if sum(len(paragraph.text) for paragraph in source.paragraphs) > MAX_CHARACTERS:
        raise Unreadable("too_long")
    return source
