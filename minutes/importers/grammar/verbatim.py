"""Verbatim: heads of speeches that are told word by word, and the salutations by which these begin. Pure."""

import re
from dataclasses import dataclass
from typing import Literal

from minutes.importers.grammar import clauses
from minutes.importers.grammar.letters import LOWER, UPPER, WORD, plain
from minutes.importers.grammar.list_marks import without_mark
from minutes.importers.grammar.mentions import Mention, find
from minutes.importers.grammar.roles import office
from minutes.importers.grammar.verbs import says

# `Herr Kohl (CDU):`; `Kohl (CDU):`, and after such a one whatever has a party.
_HEAD = re.compile(
    r"(?P<who>[^():;,.!?]{3,70}?(?:Dr\.[^():;,.!?]{2,50})?)\s?(?:[(\[](?P<party>[^()\[\]]{1,60})[)\]])?\s?:"
)
_NAMES = re.compile(rf"(?:[{UPPER}][{WORD}.'’-]*\s?){{1,5}}")
_SALUTATION = re.compile(
    r"(?:Sehr\s(?:geehrte|verehrte)[rns]?|Meine\s(?:sehr\s)?(?:geehrten\s|verehrten\s)?Damen|Liebe[r]?\s(?:Kolleg|Rats|Mit|Gäste|Zuhör|Frau|Herr|Bürger)|Verehrte[r]?\s|Geehrte[r]?\s|Hohes Haus)"
)


@dataclass(frozen=True, slots=True)
class SpeechHead:
    """Whose speech begins below; `is_sure` if their role is one."""

    speaker: str
    party: str
    is_sure: bool


def head(text: str) -> SpeechHead | None:
    """The head of a speech, if a paragraph is nothing else."""
    match = _HEAD.fullmatch(plain(text)) if len(text) <= 140 else None
    if not match:
        return None
    who, party = match["who"].strip(), match["party"] or ""
    people = _people(who)
    if len(people) == 1 and people[0].start <= 4 and people[0].end >= len(who) - 1:
        return SpeechHead(people[0].speaker, party, True)
    return SpeechHead(who, party, False) if party and _NAMES.fullmatch(who) else None


def _people(text: str) -> list[Mention]:
    """Who is named for certain."""
    return [mention for mention in find(text) if mention.name and not mention.loose]


def is_salutation(text: str) -> bool:
    """`Sehr geehrte Frau Vorsitzende,`: whoever is named is addressed."""
    return bool(_SALUTATION.match(plain(text).lstrip('„"»')))


_TURNS = re.compile(
    r"Zu\s(?:Frage|Nachfrage)(?:\s\d{1,2})?\s?:\s|(?:(?:\d{1,2}\.|\d{1,2}\)|[a-z]\))\s)?(?:(?:Frage|Anfrage|Antwort)(?:\szu)?(?:\s\d{1,2}|\s[a-z])?\s?[.)]?\s?:(?:\s|$)|(?:Frage|Antwort)\s\d{1,2}$)"
)


def turns(text: str) -> Literal["question", "answer", ""]:
    """`Frage 2:`, `Antwort: Im Mai.`: whoever spoke before this does not go on."""
    match = _TURNS.match(plain(text))
    return (
        ""
        if match is None
        else "answer"
        if "Antwort" in match.group() or match.group().startswith("Zu")
        else "question"
    )


_ANSWERED_BY = re.compile(r"(?:Beantwortung|Antwort)(?:\s(?:durch|von)|\s?:)?\s(?P<who>[^:.;]{3,80})")


def answerer(text: str) -> str:
    """Who answers what stands below: `Beantwortung Frau Ohm`."""
    match = _ANSWERED_BY.fullmatch(plain(text)[:120])
    people = _people(match["who"]) if match else []
    return people[0].speaker if match and len(people) == 1 and not people[0].start else ""


# What goes on with a name that stands above it, or is said by its bearer.
_GOES_ON = re.compile(rf"(?P<word>[{UPPER}{LOWER}][{LOWER}]+)[\s,:]")
_OF_ONESELF = re.compile(r"\b(?:[Ii]ch|[Ww]ir|[Mm]ir|[Mm]ich|[Uu]ns|(?:[Mm]ein|[Uu]nser)(?:e[nrms]?)?)\b")


def stands_alone(text: str) -> str:
    """Who is named on a line of their own, as written: `Frau Ohm`, `2. Bürgermeister Herr Kohl (CDU)`."""
    line = without_mark(plain(text))
    alone = office(line[:60])
    if alone and alone.end() == len(line):
        # `Der Oberbürgermeister`, and below it `weist darauf hin, …`
        return alone["who"]
    people = find(line) if len(line) <= 90 else []
    if len(people) != 1 or not people[0].name or people[0].loose or people[0].start:
        return ""
    return people[0].speaker if re.fullmatch(r"(?:\s?[(\[][^()\[\]]{1,60}[)\]])?", line[people[0].end :]) else ""


def goes_on_with_name(text: str) -> bool:
    """`erklärte, dass …` or `Fragt an, ob …` below a name; or words of the one who is named: `Wir bauen im Mai.`"""
    line = plain(without_mark(text))
    word = _GOES_ON.match(line)
    return bool((word and says(word["word"].lower())) or _OF_ONESELF.search(clauses.without_quotes(line[:1_500])))


_ASKED_BY = re.compile(
    r"(?:(?:Schriftliche\s|Mündliche\s)?(?:An)?[Ff]ragen?|Wortmeldung(?:en)?|Beitrag|Beiträge)\s(?:von\s|des\s|der\s)?"
)


def asker(text: str) -> str:
    """Who asks what stands below: `Herr Jan Kohl, Am Bach 10, Oberwinkel`, `Anfragen von Herrn Kohl`."""
    line = without_mark(plain(text))
    if len(line) > 120 or line.endswith((".", "!", "?", ";")):
        return ""
    by = _ASKED_BY.match(line)
    rest = line[by.end() :] if by else line
    named = _people(rest)
    people = named if len(named) == 1 and named[0].start == 0 else []
    if not people or not re.fullmatch(r"(?:\s?\([^()]{1,60}\))?(?:,\s[^:?!]{2,90})?:?", rest[people[0].end :]):
        return ""
    # A name alone may be a cell of a table: only with an address, or as of questions.
    return people[0].speaker if by or "," in rest[people[0].end :] else ""
