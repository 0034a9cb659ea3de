"""Full names: who is called by given name and surname alone, where they speak: `Lutz Ohm spricht`, `Lutz Ohm und Petra Kohl meinen`. Pure."""

import re
from collections.abc import Iterator, Sequence

from minutes.importers.grammar import nameless
from minutes.importers.grammar.given_names import GIVEN
from minutes.importers.grammar.letters import LOWER, UPPER, WORD
from minutes.importers.grammar.names import FULL_NAME
from minutes.importers.grammar.verbs import say, says

_BRACKET = r"(?:\s?\([^()]{1,60}\))"
# `Petra Kohl vom städtischen Bauamt erläutert`
_FROM = rf"\s(?:vom|von\sder|beim|aus\sdem)\s(?:[{LOWER}]+\s){{0,2}}[{UPPER}][\w-]+"
_BEHIND = re.compile(rf"(?:{_BRACKET}|{_FROM})?\s(?P<word>[{LOWER}]+)")
_BEFORE = re.compile(rf"(?<![{WORD}])(?P<word>[{LOWER}]+)\s(?:sich\s)?$")
_FRONT = re.compile(r"[\s„»(]*(?:(?:Auch|Selbst|Nur|Ebenso)\s)?")
_AND = re.compile(rf"{_BRACKET}?(?:,|\s(?:und|sowie|bzw\.|&|/))\s(?:auch\s)?")
# What people have, know and expect at the beginning of a sentence: here of who is about to speak.
_THINKS = frozenset(
    """erwartet erwartete kennt kannte will wollte hat hatte vertritt vertrat bleibt blieb braucht setzt teilt möchte würde
    wäre hätte kann könnte versteht verstand hört hörte wartet erlebt kommt tritt trat pflichtet stützt""".split()
)
_THINK = frozenset(
    "haben hatten wollen wollten kennen erwarten teilen würden hätten können könnten schließen schlossen".split()
)

Span = tuple[int, int, str]


def find(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Where such names stand, and as what they are written, apart from where others are named."""
    names = [
        match
        for match in _named(text)
        if not any(start < match.end("name") and match.start() < end for start, end in taken)
    ]
    together = _together(text, names)
    for place, match in enumerate(names):
        if place < together or _speaks(text, match):
            yield match.start(), match.end("name"), match["name"]


def _named(text: str) -> Iterator[re.Match[str]]:
    """Names that begin with a given one that is known; `Auch Lutz Ohm` begins with the second word."""
    position = 0
    while match := FULL_NAME.search(text, position):
        is_given = match["given"].split("-")[0] in GIVEN
        position = match.end() if is_given else match.end("given")
        if is_given:
            yield match


def _speaks(text: str, match: re.Match[str]) -> bool:
    """Whether a verb of speech stands beside a name, or at the beginning one of what people think."""
    behind = _BEHIND.match(text, match.end("name"))
    before = _BEFORE.search(text[: match.start()])
    if before and says(before["word"]):
        return True
    if not behind or not nameless.opens_clause(text[: match.start()]):
        return False
    is_first = _FRONT.fullmatch(text, 0, match.start()) is not None
    thinks = behind["word"] in _THINKS or nameless.is_for_it(text, match.end("name"))
    return says(behind["word"]) or (is_first and thinks)


def _together(text: str, names: Sequence[re.Match[str]]) -> int:
    """How many stand together at the beginning, and say something: `Lutz Ohm, Petra Kohl und Jens Uhde sprechen`."""
    if len(names) < 2 or not _FRONT.fullmatch(text, 0, names[0].start()):
        return 0
    many = 1
    while many < len(names) and _AND.fullmatch(text, names[many - 1].end("name"), names[many].start()):
        many += 1
    behind = _BEHIND.match(text, names[many - 1].end("name"))
    if many == 1 or not behind:
        return 0
    says_so = say(behind["word"]) or behind["word"] in _THINK
    return many if says_so or nameless.is_for_it(text, names[many - 1].end("name")) else 0
