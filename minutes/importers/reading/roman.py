"""Items that are numbered in Roman: `II. Mitteilungen`, and below them in Arabic `1. Neubau der Turnhalle`. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.importers.grammar import labels
from minutes.importers.grammar.letters import UPPER, plain
from minutes.importers.reading import facts, numbered, session_titles
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

_NUMBERS = tuple("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX".split())
_HEADING = re.compile(rf"(?:(?:TOP|Punkt)\s)?(?P<number>[IVX]{{1,5}})(?:\s?[.:)]|\s[-–])\s+(?P<title>[{UPPER}„\"].*)")
# `1. Antrag der SPD: Mehr Bänke`: within an item this heads a motion, in a chapter it is an item.
_MOTION = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?:\w+)?[Aa]ntr(?:ag|äge)\b.*[^.!?:,]")
# `II.3 Umbesetzung im Ausschuss`, below `II. Beschlüsse`.
_WITH_CHAPTER = re.compile(rf"(?P<chapter>[IVX]{{1,5}})[.\s]\s?(?P<number>\d{{1,2}})[.)]?\s+(?P<title>[{UPPER}„\"].*)")
_FEWEST = 3
# Formal titles, which the chapters of a report have not.
_FORMAL = 2


def heads(paragraphs: Sequence[Paragraph], clock: Clock) -> tuple[dict[int, ItemHeading], range]:
    """The headings, and where an agenda with the same numbers stands before them; none if they are no items of a session."""
    rows: list[list[tuple[int, str]]] = []
    for index, paragraph in enumerate(paragraphs):
        if index % 256 == 0:
            clock.check()
        match = None if paragraph.is_furniture else _HEADING.fullmatch(plain(paragraph.text[:300]).strip("*# "))
        if not match or not _is_title(match["title"]) or facts.part(paragraph.text) is not None:
            continue
        if match["number"] == "I":
            rows.append([(index, match["title"])])
        elif rows and len(rows[-1]) < len(_NUMBERS) and match["number"] == _NUMBERS[len(rows[-1])]:
            rows[-1].append((index, match["title"]))
    row = rows[-1] if rows else []
    if len(row) < _FEWEST:
        return {}, range(0)
    found: dict[int, ItemHeading] = {}
    for place, (index, text) in enumerate(row):
        title, papers = facts.split_paper(text)
        found[index] = ItemHeading(_NUMBERS[place], title, papers)
        stop = row[place + 1][0] if place + 1 < len(row) else len(paragraphs)
        found |= _below(paragraphs, index, stop, _NUMBERS[place], found)
    before = paragraphs[: row[0][0]]
    is_headed = session_titles.heads_session(before) and session_titles.tells_present(before)
    if not is_headed and sum(session_titles.is_formal(heading.title) for heading in found.values()) < _FORMAL:
        return {}, range(0)
    listed = range(rows[0][0][0], rows[0][-1][0] + 1) if len(rows) > 1 else range(0)
    return found, listed


def _is_title(title: str) -> bool:
    # `II. Beschlüsse` is a chapter, `II. Beschluss` a part of an item.
    label = labels.read(title) if title != "Beschlüsse" else None
    return not title.endswith((".", "!", "?", ":", ",")) and not (
        label and label.kind in {"facts", "proposal", "decision"}
    )


def _below(
    paragraphs: Sequence[Paragraph], start: int, stop: int, roman: str, before: dict[int, ItemHeading]
) -> dict[int, ItemHeading]:
    """The items of a chapter: the first stands right below its heading, and begins with 1 or goes on from the last chapter."""
    found: dict[int, ItemHeading] = {}
    last = max((int(each.number) for each in before.values() if each.number.isdigit()), default=0)
    goes_on = False
    number = 0
    for index in range(start + 1, stop):
        if paragraphs[index].is_furniture:
            continue
        line = plain(paragraphs[index].text[:300])
        whole = _WITH_CHAPTER.fullmatch(line)
        if whole and whole["chapter"] == roman and _is_title(whole["title"]):
            title, papers = facts.split_paper(whole["title"])
            found[index] = ItemHeading(f"{roman}.{whole['number']}", title, papers)
            continue
        motion = _MOTION.fullmatch(line)
        levels = (int(motion["number"]),) if motion else numbered.levels(paragraphs[index].text)
        if not found:
            goes_on = last > 0 and levels == (last + 1,)
            if not goes_on and levels != (1,):
                return {}
        elif levels != (number + 1,):
            continue
        number = levels[0]
        heading = facts.item_heading(paragraphs[index].text)
        if heading:
            found[index] = replace(heading, number=f"{number}" if goes_on else f"{roman}.{number}")
    return found
