"""Room: minutes, search. The place of a text where the words stand, with the words marked. Safe as HTML."""

from collections.abc import Collection

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from minutes.search import words

LENGTH = 260
_BEFORE = 70
_SEARCHED = 60_000


def snippet(text: str, stems: Collection[str]) -> SafeString:
    """About two lines of a text around the words that were found, cut between words; its beginning if there are none."""
    hits = [word for word in words.placed(text[:_SEARCHED]) if word.stem in stems]
    start, end = _window(text, hits)
    inside = [word for word in hits if word.start >= start and word.end <= end]
    return _marked(text, inside, start, end)


def marked(text: str, stems: Collection[str]) -> SafeString:
    """All of a text, with the words marked."""
    hits = [word for word in words.placed(text) if word.stem in stems]
    return _marked(text, hits, 0, len(text))


def _window(text: str, hits: list[words.Word]) -> tuple[int, int]:
    """Where most of the words stand close together."""
    if len(text) <= LENGTH:
        return 0, len(text)
    start = 0
    if hits:
        best = max(
            range(min(len(hits), 200)),
            key=lambda number: (
                len({hit.stem for hit in hits[number : number + 12] if hit.end - hits[number].start < LENGTH - _BEFORE}),
                -number,
            ),
        )
        start = max(hits[best].start - _BEFORE, 0)
    end = min(start + LENGTH, len(text))
    start = max(min(start, end - LENGTH), 0)
    if start:
        start = text.find(" ", start, start + 40) + 1 or start
    if end < len(text):
        cut = text.rfind(" ", end - 40, end)
        end = cut if cut > start else end
    return start, end


def _marked(text: str, hits: list[words.Word], start: int, end: int) -> SafeString:
    pieces = ["… "] if start else []
    place = start
    for hit in hits:
        pieces += [escape(text[place : hit.start]), "<mark>", escape(text[hit.start : hit.end]), "</mark>"]
        place = hit.end
    pieces.append(escape(text[place:end]))
    pieces += [" …"] if end < len(text) else []
    return mark_safe("".join(pieces))  # noqa: S308 - every piece of the text is escaped
