"""Items one below the other without an agenda, each below a line that only such heads are: the number of its resolution, the title of a site, its own number alone. Pure."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from minutes.importers.grammar import labels, tallies
from minutes.importers.grammar.letters import UPPER, plain
from minutes.importers.reading import facts, session_titles
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

# `Beschluss-Nr. 41-09/26`, `Beschluss Nr.: 12/2026:`, `Beschluss 3:`
_RESOLUTION = re.compile(
    r"\|?\s?Beschluss(?:\s?[-–]?\s?Nr\.?|\s?[-–]?\s?[Nn]ummer)?\s?:?\s(?P<number>(?:[A-ZÄÖÜ]{1,4}[\s/-])?\d[\w/.-]{0,24}?)\s?[:|]{0,2}"
)
# `Bürgerinfo - Stadt Ohmstadt`: the title of the page of an item whose table got lost.
_SITE = re.compile(
    r"(?:(?:Bürger|Rats|Gremien|Kreistags|Gemeinde|Sitzungs)info(?:rmation(?:ssystem)?)?|SessionNet|ALLRIS(?:\snet)?)\s?[-–|:]\s[^.:]{3,80}"
)
# `9.2` alone, of a title below it.
_NUMBER = re.compile(r"(?P<above>\d{1,2}(?:\.\d{1,2}){0,2})\.(?P<last>\d{1,2})\.?")
_TITLE = re.compile(rf"[{UPPER}„\"][^|]{{3,250}}[^.:!?,|]")
# `05-2026`
_OF_YEAR = re.compile(r"\d[/-](?:\d{2}|20\d\d)$")
_PRESENT = re.compile(r"\b[Aa]nwesend\b")
_TELLS = frozenset({"result", "counts", "status", "decision"})
_OF_PAGE = frozenset({"number", "title", "date", "committee", "meeting"})
_MOST_BEFORE = 12


def heads(paragraphs: Sequence[Paragraph], clock: Clock) -> dict[int, ItemHeading]:
    """The headings; none where less than two stand there, or something else than such items."""
    clock.check()
    return _resolutions(paragraphs) or _sites(paragraphs) or _numbers(paragraphs)


def _resolutions(paragraphs: Sequence[Paragraph]) -> dict[int, ItemHeading]:
    """Published resolutions: right below the head of the page, and below each of them how was voted."""
    found = {
        index: match
        for index, each in enumerate(paragraphs)
        if not each.is_furniture and (match := _RESOLUTION.fullmatch(plain(each.text[:80])))
    }
    if len({match["number"] for match in found.values()}) < max(2, len(found)):
        return {}
    before = [each for each in paragraphs[: min(found)] if not each.is_furniture]
    if len(before) > _MOST_BEFORE or any(map(_tells, before)) or not _all_tell(paragraphs, found):
        return {}
    is_headed = any(facts.date(each.text) and session_titles.tells_session(each.text) for each in before[-2:])
    if not all("N" in match.group().upper()[9:] or _OF_YEAR.search(match["number"]) for match in found.values()):
        # `Beschluss 1`, `Beschluss 2` are those of one item, unless they have titles.
        is_headed = is_headed and all(_TITLE.fullmatch(plain(paragraphs[index + 1].text[:300])) for index in found)
    present = sum(bool(_PRESENT.search(each.text[:200])) for each in paragraphs)
    if not is_headed and present < len(found):
        # Of one item several may be resolved; that of each is told who was there, says that they stand alone.
        return {}
    return {index: ItemHeading("", plain(paragraphs[index].text).strip("| ")) for index in found}


def _sites(paragraphs: Sequence[Paragraph]) -> dict[int, ItemHeading]:
    """Pages of items that have lost their heads: all begin with the line with which the text begins."""
    first = next((plain(each.text[:120]) for each in paragraphs if not each.is_furniture), "")
    if not _SITE.fullmatch(first):
        return {}
    found = [index for index, each in enumerate(paragraphs) if plain(each.text[:120]) == first]
    read = filter(None, (labels.read(each.text[:200]) for each in paragraphs))
    if len(found) < 2 or any(label.kind in _OF_PAGE for label in read):
        return {}
    return {index: ItemHeading("", first) for index in found}


def _numbers(paragraphs: Sequence[Paragraph]) -> dict[int, ItemHeading]:
    """`9.2` and `9.3`, each alone above its title: an extract from the middle of minutes."""
    found: dict[int, tuple[str, int]] = {}
    for index, paragraph in enumerate(paragraphs[:-1]):
        match = None if paragraph.is_furniture or not paragraph.gap else _NUMBER.fullmatch(plain(paragraph.text[:12]))
        if not match or not _TITLE.fullmatch(plain(paragraphs[index + 1].text[:300])):
            continue
        here = (match["above"], int(match["last"]))
        last = found[max(found)] if found else None
        if last and (here[0] != last[0] or here[1] != last[1] + 1):
            return {}
        found[index] = here
    if len(found) < 2 or any(facts.names_session(each.text) for each in paragraphs[: min(found)]):
        return {}
    return (
        {index: ItemHeading(f"{above}.{last}", "") for index, (above, last) in found.items()}
        if _all_tell(paragraphs, found)
        else {}
    )


def _all_tell(paragraphs: Sequence[Paragraph], found: Mapping[int, object]) -> bool:
    """Whether below each of them a vote or a resolution stands."""
    starts = [*found, len(paragraphs)]
    return all(any(map(_tells, paragraphs[start + 1 : stop])) for start, stop in pairwise(starts))


def _tells(paragraph: Paragraph) -> bool:
    label = labels.read(paragraph.text)
    return bool(label and label.kind in _TELLS) or tallies.is_count_line(paragraph.text)
