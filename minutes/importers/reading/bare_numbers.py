"""Items of which the minutes have the number only, and right behind it the text: `zu 3 Frau Ohm fragt nach dem Zaun.` Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from minutes.importers.grammar.letters import UPPER, fold, plain
from minutes.importers.reading import agenda, facts
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

_NUMBER = re.compile(
    rf"\s*(?P<word>(?:[Zz]u(?:m)?\s)?(?:(?:TOP|Top|Tagesordnungspunkt|Punkt)\s)?)(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})\s?[.:)]{{0,2}}\s(?:[-–]\s)?(?=[{UPPER}„])"
)
_ITEM_WORD = re.compile(r"TOP|Top|Tagesordnungspunkt")
_SENTENCE = re.compile(r"[a-zäöüß]{2,}[^.!?]{4,}[a-zäöüß0-9)“\"][.!?](?:\s|$)")
_FEWEST = 3
_LEAST_OF_TITLE = 12


def parted(
    paragraphs: Sequence[Paragraph], listed: range, clock: Clock
) -> tuple[tuple[Paragraph, ...], dict[int, ItemHeading]]:
    """The paragraphs, with such numbers as ones of their own, and which these are; nothing if too few of the agenda come.

    The numbers are those of the agenda that stands at `listed`, in its order; without one they count from 1 and need
    the word that only items have. With such a word a short line will do (`zu 2. Einstimmig ( 5 / 0 / 0 )`), unless it is
    the title.
    """
    titles = _entries(paragraphs[listed.start : listed.stop])
    order = {number: place for place, number in enumerate(titles)}
    cuts: dict[int, tuple[int, str]] = {}
    last = -1
    mere = 0
    for index in range(listed.stop, len(paragraphs)):
        if index % 512 == 0:
            clock.check()
        paragraph = paragraphs[index]
        match = None if paragraph.is_furniture else _NUMBER.match(paragraph.text)
        if not match:
            continue
        number = match["number"]
        title = fold(titles.get(number, ""))[:_LEAST_OF_TITLE]
        is_other = bool(match["word"] and title) and not fold(paragraph.text[match.end() :][:80]).startswith(title)
        if not is_other and not _SENTENCE.search(paragraph.text, match.end(), match.end() + 2_000):
            continue
        place = order.get(number, -1)
        if not order and _ITEM_WORD.search(match["word"]) and number.isdigit() and int(number) == len(cuts) + 1:
            place = len(cuts)
        if place > last:
            cuts[index], last = (match.end(), number), place
            mere += not match["word"]
    # Mere numbers are those of points as well: of these nearly all must come, and all where nothing stands between.
    share = 0.5 if not mere else 1 if cuts and len(cuts) == max(cuts) - min(cuts) + 1 else 0.8
    if len(cuts) < _FEWEST or len(cuts) < share * len(order):
        return tuple(paragraphs), {}
    done: list[Paragraph] = []
    heads: dict[int, ItemHeading] = {}
    for index, paragraph in enumerate(paragraphs):
        cut, number = cuts.get(index, (0, ""))
        if number:
            heads[len(done)] = ItemHeading(number, titles.get(number, ""))
            done.append(replace(paragraph, text=paragraph.text[:cut].strip()))
            paragraph = replace(paragraph, text=paragraph.text[cut:].strip(), gap=0)
        done.append(paragraph)
    return tuple(done), heads


def are_all(heads: Mapping[int, ItemHeading], paragraphs: Sequence[Paragraph], listed: range) -> bool:
    """Whether each entry of the agenda that stands at `listed` has such a number."""
    return bool(heads) and {each.number for each in heads.values()} == set(
        _entries(paragraphs[listed.start : listed.stop])
    )


def have_text(
    heads: Mapping[int, ItemHeading], numbers: Mapping[int, ItemHeading], paragraphs: Sequence[Paragraph]
) -> bool:
    """Whether what stands behind the numbers of all `heads` is no title but mostly a sentence; `numbers` are those that `parted` found."""
    told = [bool(_SENTENCE.search(paragraphs[index + 1].text[:2_000])) for index in numbers]
    return sum(told) * 2 > len(told) and {each.number for each in heads.values()} <= {
        each.number for each in numbers.values()
    }


def without_text(paragraphs: Sequence[Paragraph], listed: range, clock: Clock) -> tuple[Paragraph, ...]:
    """The paragraphs, with headings as ones of their own whose text stands right behind the title that the agenda has."""
    titles = {number.lstrip("0"): title for number, title in _entries(paragraphs[listed.start : listed.stop]).items()}
    done = list(paragraphs[: listed.stop])
    for index in range(listed.stop, len(paragraphs)):
        if index % 512 == 0:
            clock.check()
        paragraph = paragraphs[index]
        match = None if paragraph.is_furniture else _NUMBER.match(paragraph.text)
        title = titles.get(match["number"].lstrip("0"), "") if match else ""
        end = match.end() + len(title) if match else 0
        if (
            len(title) >= _LEAST_OF_TITLE
            and paragraph.text.startswith(title, end - len(title))
            and re.match(rf"\s[{UPPER}„]", paragraph.text[end : end + 2])
        ):
            done.append(replace(paragraph, text=paragraph.text[:end].strip()))
            paragraph = replace(paragraph, text=paragraph.text[end:].strip(), gap=0)
        done.append(paragraph)
    return tuple(done)


def _entries(paragraphs: Sequence[Paragraph]) -> dict[str, str]:
    """The titles of an agenda by their numbers, in order."""
    found: dict[str, str] = {}
    for index, paragraph in enumerate(paragraphs):
        if paragraph.is_furniture or facts.part(paragraph.text) is not None:
            continue
        alone = agenda.alone_at(paragraphs, index)
        for heading in [alone] if alone else agenda.entries(plain(paragraph.text)):
            found.setdefault(heading.number, heading.title)
    return found
