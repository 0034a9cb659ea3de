"""Items one below the other without an agenda, each below a line that only such heads are: the title of a site, its own number alone. Pure."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from minutes.importers.grammar import labels, tallies
from minutes.importers.grammar.letters import UPPER, plain
from minutes.importers.reading import facts
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

# `Bürgerinfo - Stadt Ohmstadt`: the title of the page of an item whose table got lost.
_SITE = re.compile(
    r"(?:(?:Bürger|Rats|Gremien|Kreistags|Gemeinde|Sitzungs)info(?:rmation(?:ssystem)?)?|SessionNet|ALLRIS(?:\snet)?)\s?[-–|:]\s[^.:]{3,80}"
)
# `9.2` alone, of a title below it.
_NUMBER = re.compile(r"(?P<above>\d{1,2}(?:\.\d{1,2}){0,2})\.(?P<last>\d{1,2})\.?")
TITLE = re.compile(rf"[{UPPER}„\"][^|]{{3,250}}[^.:!?,|]")
_TELLS = frozenset({"result", "counts", "status", "decision"})
_OF_PAGE = frozenset({"number", "title", "date", "committee", "meeting"})


def heads(paragraphs: Sequence[Paragraph], clock: Clock) -> dict[int, ItemHeading]:
    """The headings; none where less than two stand there, or something else than such items."""
    clock.check()
    return _sites(paragraphs) or _numbers(paragraphs)


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
        if not match or not TITLE.fullmatch(plain(paragraphs[index + 1].text[:300])):
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
    return all(any(map(tells, paragraphs[start + 1 : stop])) for start, stop in pairwise(starts))


def tells(paragraph: Paragraph) -> bool:
    """Whether a vote or a resolution stands there: the label of one, or numbers."""
    label = labels.read(paragraph.text)
    return bool(label and label.kind in _TELLS) or tallies.is_count_line(paragraph.text)
