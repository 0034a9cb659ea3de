"""Numbers and titles in cells of which each stands on lines of its own, with a bar below it. Pure.

4.1
|
Mitteilungen
|
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.importers.grammar.letters import plain
from minutes.importers.source import Clock, Paragraph

_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\s?\.?")
_FEWEST = 3
_MOST_LINES = 6


def joined(paragraphs: Sequence[Paragraph], clock: Clock) -> tuple[Paragraph, ...]:
    """The paragraphs, with each number and its title as one, if there are several: those of an agenda, and again above the items."""
    titles: dict[int, int] = {}
    for index, paragraph in enumerate(paragraphs):
        if index % 512 == 0:
            clock.check()
        if _NUMBER.fullmatch(paragraph.text.strip()) and (stop := _end_of_title(paragraphs, index)):
            titles[index] = stop
    numbers = {paragraphs[index].text.strip(" .") for index in titles}
    if len(titles) < _FEWEST or len(numbers) == len(titles):
        return tuple(paragraphs)
    done: list[Paragraph] = []
    index = 0
    while index < len(paragraphs):
        stop = titles.get(index, 0)
        if stop:
            number = re.sub(r"\s", "", paragraphs[index].text)
            title = " ".join(plain(each.text) for each in paragraphs[index + 2 : stop])
            done.append(replace(paragraphs[index], text=f"{number} {title}"))
            # The bars stay, in the order in which they came.
            done += [paragraphs[index + 1], *paragraphs[stop : stop + 1]]
            index = stop + 1
        else:
            done.append(paragraphs[index])
            index += 1
    return tuple(done)


def _end_of_title(paragraphs: Sequence[Paragraph], index: int) -> int:
    """Where the bar below the title stands; 0 if there is none."""
    if index + 2 >= len(paragraphs) or paragraphs[index + 1].text.strip() != "|":
        return 0
    for stop in range(index + 2, min(index + 3 + _MOST_LINES, len(paragraphs))):
        if paragraphs[stop].is_furniture:
            return 0
        if paragraphs[stop].text.strip() == "|":
            return stop if stop > index + 2 else 0
    return 0
