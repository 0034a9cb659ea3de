"""Room: minutes, search. The place of a text where the words stand, with the words marked. Safe as HTML."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from minutes.search import words

LENGTH = 260
_BEFORE = 70
_SEARCHED = 60_000


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked: single words by their stems, and words that stand side by side."""

    stems: frozenset[str]
    phrases: tuple[tuple[str, ...], ...] = ()

    def of(self, text: str) -> list[words.Word]:
        """The words of a text that are marked, in order."""
        found = words.placed(text)
        chosen = {place for place, word in enumerate(found) if word.stem in self.stems}
        for phrase in self.phrases:
            for place in range(len(found) - len(phrase) + 1):
                if (
                    found[place].stem == phrase[0]
                    and tuple(w.stem for w in found[place : place + len(phrase)]) == phrase
                ):
                    chosen.update(range(place, place + len(phrase)))
        return [found[place] for place in sorted(chosen)]


def snippet(text: str, marks: Marks) -> SafeString:
    """About two lines of a text around the words that were found, cut between words; else its beginning."""
    hits = marks.of(text[:_SEARCHED])
    start, end = _window(text, hits)
    inside = [word for word in hits if word.start >= start and word.end <= end]
    return _marked(text, inside, start, end)


def marked(text: str, marks: Marks) -> SafeString:
    """All of a text, with the words marked."""
    return _marked(text, marks.of(text), 0, len(text))


def _window(text: str, hits: list[words.Word]) -> tuple[int, int]:
    """Where most of the words stand close together."""
    if len(text) <= LENGTH:
        return 0, len(text)
    start = 0
    if hits:
        best = max(
            range(min(len(hits), 200)),
            key=lambda number: (
                len(
                    {hit.stem for hit in hits[number : number + 12] if hit.end - hits[number].start < LENGTH - _BEFORE}
                ),
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
