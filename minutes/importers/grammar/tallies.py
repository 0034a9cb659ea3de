"""Tallies: the numbers of a vote in all the ways in which minutes count. Pure.

`14 JA-Stimmen`, `Ja: 9, Nein: 2, Anwesend: 11`, `dafür: 16 (5 CDU, 4 SPD)`, `4 Ja / 14 Nein / 0 Enthaltungen`,
`Bei 37 Ja-Stimmen und drei Enthaltungen mehrheitlich zugestimmt`, `Stimmen dafür 9 Stimmen dagegen 23`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, pairwise

from minutes.importers.grammar import boxes, groups, membership, notations, stances
from minutes.importers.grammar.letters import plain
from minutes.importers.grammar.numbers import NUMBER, value

Counts = dict[str, int]

_CATEGORIES = {
    "invalid": r"(?:Wahl|Stimm)zettel\s(?:(?:war|waren|ist|sind)\s)?ungültig\b|(?:ungültige?[nr]?\s(?:abgegebene\s)?(?:Stimm(?:en|e|zettel[n]?)|Stimmabgaben?)|[Uu]ngültige?(?:\sStimm(?:en|zettel))?|[Uu]ngültig)",
    "no": r"[Gg]egen(?=\s?:\s?\d)|(?:[Nn]ein|NEIN|[Gg]egen)\s?-?\s?[Ss](?:timmen?\b|TIMMEN?\b|t\.)|[Gg]egenst\.|[Ss]timmen?\s(?:dagegen|mit\s[Nn]ein)|(?:[Dd]agegen|DAGEGEN|[Nn]ein|NEIN|[Aa]blehnung(?:en)?|[Cc]ontra|[Ab]lehnend)\b",
    "yes": r"[Ff]ür(?=\s?:\s?\d)|(?:[Jj]a|JA|[Ff]ür|Zu)\s?-?\s?[Ss](?:timmen?\b|TIMMEN?\b|t\.)|[Ss]timmen?\s(?:dafür|mit\s[Jj]a)|(?:[Dd]afür|DAFÜR|[Jj]a|JA|[Zz]ustimmung(?:en)?|[Bb]efürwortung(?:en)?|[Pp]ro(?!\s[A-ZÄÖÜ]))\b",
    "abstain": r"(?:[Ss]timm(?:en)?-?)?[Ee]nthaltung(?:en)?\b(?!\s(?:wegen|wg\.|aufgrund(?:\svon)?)\s[Bb]efangenheit)|ENTH(?:ALTUNG(?:EN)?)?\b|[Ss]timmenthaltungen?\b|[Ee]nth(?:\.|\b(?=\s?:?\s?\d|\s*$|\s?[,;)]))|[Ee]nthalten\b",
    "recused": r"[Bb]ef\.(?=\s?:)|(?:(?:[Ss]timm)?[Ee]nthaltung(?:en)?\s(?:wegen|wg\.|aufgrund(?:\svon)?)\s)?[Bb]efangen(?:heit(?:en)?|e)?\b|BEFANGEN\b|[Pp]ers(?:önlich|\.)\s[Bb]eteiligt(?:e[rn]?)?\b|Mitwirkungsverbote?\b|Sonderinteressen?\b(?=\s?:\s?\d)",
    "present": r"[Aa]nw\.(?=\s?:)|[Aa]nwesende?\b(?:\s?(?:Mitglieder|Stimmberechtigte))?|[Ss]timmberechtigte?\b(?:\s?(?:Mitglieder|anwesend))?",
}  # fmt: skip


def patterns() -> dict[str, str]:
    """What each kind of count is called."""
    return dict(_CATEGORIES)


# `Ziffer 1 bei Enthaltung …`: the number of a part counts nothing, nor does that of a party: `Nein-Stimmen: Bündnis 90`.
_NO_COUNT = "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        "Bündnis",
        "BÜNDNIS",
        "B",
        "Ziffer",
        "Ziffern",
        "Punkt",
        "Punkte",
        r"Nr\.",
        r"Ziff\.",
        "Absatz",
        r"Abs\.",
        "TOP",
        "Satz",
        "Seite",
        "Anlage",
        "Teil",
        "Variante",
        "Alternative",
        "§",
    )
)
_TOKEN = re.compile(
    rf"(?P<number>(?<![\w.,/-])(?<!\d\s:\s){_NO_COUNT}(?:(?i:{NUMBER}))(?!\.\d|\w|\.\s?(?:[A-ZÄÖÜ]|Sitzung)|\s?(?:%|€|/\s?\d|Uhr\b|:\d\d\s?Uhr\b)))|"
    + "|".join(rf"(?P<{name}>\b{pattern})" for name, pattern in _CATEGORIES.items())
)
_SIDES = ("yes", "no", "abstain")
_BRACKET = re.compile(r"\(([^()]{0,400})\)")
# `26 Ja-Stimmen (Bündnis 90/Die Grünen, KTA Ohm)`: who they were, of which no number counts anything.
_NAMED = re.compile(r"\([A-ZÄÖÜ][^()=:]{1,200}(?:,|/)\s?[A-ZÄÖÜ][^()=:]{1,200}\)")
# Each bracket is read with what stands before it: so a text with thousands of them takes no time.
_MOST_BRACKETS = 40
_RATIO = re.compile(r"(?:[Mm]it\s)?(\d{1,3})\s?(?:[:/]|\sgegen\s)\s?(\d{1,3})(?:\s?[:/]\s?(\d{1,3}))?(?:\s?Stimmen)?")
# `mehrheitlich angenommen (12/3/0)`
_IN_BRACKET = re.compile(
    r"\s*(?:mit\s)?(\d{1,3})\s?(?:[:/]|gegen|zu)\s?(\d{1,3})(?:\s?[:/]\s?(\d{1,3}))?(?:\sStimmen)?\s*|\s*(\d{1,3})-(\d{1,3})-(\d{1,3})\s*"
)
# `7-0-0` behind a label.
_HYPHENS = re.compile(r"(\d{1,3})\s?[–-]\s?(\d{1,3})\s?[–-]\s?(\d{1,3})(?:\s?Stimmen)?")
_RATIO_SAID = re.compile(
    r"(\d{1,3})\s?(?::|/(?=\s?\d{1,3}\s?/))\s?(\d{1,3})(?:\s?[:/]\s?(\d{1,3}))?(?:\s?Stimmen)?\s?(?:\([^()]{3,120}\)|[,–-]?\s?[^()\d]{3,120})"
)
_SAID_RATIO = re.compile(
    r"(?:einstimmig|mehrheitlich|angenommen|abgelehnt|beschlossen|zugestimmt|\s|mit|,|–|-|:){1,8}\(?(\d{1,3})\s?:\s?(\d{1,3})(?:\s?:\s?(\d{1,3}))?(?:\s?Stimmen)?\)?",
    re.IGNORECASE,
)
# `11 : 1 (GR Ohm)`; `17:05 (Beginn)` is a time.
_NAMES_BEHIND = re.compile(r"^(\d{1,3}(?:\s:\s\d{1,3}|:\d)(?:\sStimmen)?)\s\([^()\d]{2,80}\)$")
# `Ablehnung 2:7`
_STANCE_RATIO = re.compile(
    r"(?:Zustimmung|Ablehnung)(?:\s[^,.;:\d]{3,80},)?[\s:,–-]{1,3}(\d{1,3})\s?:\s?(\d{1,3})(?:\s?:\s?(\d{1,3}))?(?:\sStimmen)?\.?"
)
_MIDST_RATIO = re.compile(
    r"(?:(?:[Dd]er|Dieser|Diesem|[Dd]ie|[Dd]as)\s[A-ZÄÖÜ]\w+\s(?:(?:wird|wurde|ist)\s)?)?(?:damit\s|somit\s)?[Mm]it\s(\d{1,3})\s?(?::|zu)\s?(\d{1,3})(?:\s?:\s?(\d{1,3}))?\sStimmen\s(?:mehrheitlich\s)?[a-zäöü]{5,20}(?:\s(?:ist|sei|wird|wurde))?"
)
# What a form is filled in on: `Zustimmung:   .5`, `Ja: _5_`, `Nein .... 2`.
_DOTS = re.compile(
    r"(?<=:)\s*\.+\s?(?=\d{1,3}\s*$)|_+(?=\d{1,3}\b|\d{1,3}_)|(?<=\d)_+|(?<=[\w:)])\s*(?:\.{3,}|…+)\s*(?=\d{1,3}(?:\D|$))"
)
DECIDED = re.compile(
    r"\b(?:angenommen|abgelehnt|beschlossen|zugestimmt|gescheitert|genehmigt|gewählt|einstimmig|mehrheitlich|empfohlen|bestätigt|befürwortet|gebilligt|Beschlossen|Angenommen|Abgelehnt|Zugestimmt|Genehmigt)\b"
)
_AGAINST = re.compile(rf"(?:[Mm]it|[Bb]ei|[Gg]egen)\s(?i:{NUMBER})\s(?:Gegens|S)timmen?\b(?!.*\bJa\b)")
# `Zustimmung bei 2 Gegenstimmen`: of those who were for it no number is told.
_STANCE = re.compile(r"(?:Zustimmung|Ablehnung)\s(?:bei|gegen|mit)\b")
_FILLER = re.compile(
    r"\b(?:bei|mit|und|gegen|sowie|zu|von|davon|der|den|die|je|Stimmen?|Anzahl|Mitglieder[n]?|abgegebene|gültige|Wahlzettel|Stimmzettel|waren?|Ergebnis|Abstimmungsergebnis|Abstimmung|Stimmabgabe|x)\b|[\W\d_]+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tally:
    """What a line of a result says: numbers, words ("einstimmig"), and in brackets the numbers of groups."""

    counts: Counts = field(default_factory=dict)
    words: str = ""
    is_unanimous: bool = False
    groups: dict[str, dict[str, int]] = field(default_factory=dict)
    bracket: Counts = field(default_factory=dict)


def read(text: str) -> Tally:
    """The tally of a line of a result."""
    written = boxes.ticked(membership.without(_DOTS.sub(" ", plain(text).strip("| "))))
    line = notations.usual(written)
    ratio = _ratio(line)
    if ratio:
        counts = {name: int(number) for name, number in zip(_SIDES, ratio.groups(), strict=True) if number}
        return Tally(counts, line if DECIDED.search(line) else "", bool(groups.UNANIMOUS.search(line)))
    bracket: Counts = {}
    by_group: dict[str, dict[str, int]] = {}
    outside = line
    for match in reversed(list(islice(_BRACKET.finditer(line), _MOST_BRACKETS))):
        inner = dict(_pairs(match.group(1))) or _ratio_inside(match.group(1), line)
        if inner:
            # Brackets repeat the numbers in the form of the system, or hold them alone.
            bracket = {**inner, **bracket}
            outside = outside[: match.start()] + " " + outside[match.end() :]
        else:
            category = _last_category(outside[: match.start()])
            number = dict(_pairs(outside[: match.start()])).get(category)
            found = groups.in_bracket(match.group(1), number) if category else {}
            if found and category:
                by_group[category] = found
                outside = outside[: match.start()] + " " + outside[match.end() :]
    counts = dict(_pairs(_NAMED.sub(" ", outside)))
    merged = {**bracket, **counts}
    # `mit zwei Gegenstimmen` says that the others were for it.
    bare = line.lstrip("( ")
    words = _words(outside) or (line if _AGAINST.match(bare) or _STANCE.match(bare) else "")
    if words and line != written:
        words = written.rstrip(" .")
    return Tally(merged, words, bool(groups.UNANIMOUS.search(line)), by_group, bracket)


def _ratio_inside(bracket: str, line: str) -> Counts:
    """The numbers of a bracket behind words that decide."""
    match = _IN_BRACKET.fullmatch(bracket) if DECIDED.search(line) else None
    numbers = [number for number in match.groups() if number] if match else []
    return {name: int(number) for name, number in zip(_SIDES, numbers, strict=False)}


def _ratio(line: str) -> re.Match[str] | None:
    """`21:10`, `8 : 10 (Antrag damit abgelehnt).`; without words that decide the latter may be a time."""
    if DECIDED.search(line):
        line = line.rstrip(" .")
        return _RATIO_SAID.fullmatch(line) or _SAID_RATIO.fullmatch(line) or _MIDST_RATIO.fullmatch(line)
    line = _NAMES_BEHIND.sub(r"\1", re.sub(r"^\((.*)\)$", r"\1", line))
    if stance := _STANCE_RATIO.fullmatch(line):
        return stance
    return _RATIO.fullmatch(line) or _HYPHENS.fullmatch(line)


def is_ratio(text: str) -> bool:
    """Whether what follows `Beschluss:` is a result in numbers: `17 : 0`."""
    return bool(_ratio(plain(text)))


# Numbers alone on a line: with spaces or with one digit after the colon, so that no time of day is one.
_RATIO_ALONE = re.compile(
    r"\(?\d{1,3}(?:\s:\s\d{1,2}(?:\s:\s\d{1,2})?|:\d(?::\d)?)\)?|\d{1,3}\sgegen\s\d{1,3}|\(\s?\d{1,3}\s?[/:–-]\s?\d{1,3}\s?[/:–-]\s?\d{1,3}\s?\)"
)


def is_ratio_alone(text: str) -> bool:
    """`13 : 0` on a line of its own, as councils in Bavaria tell for and against."""
    return bool(_RATIO_ALONE.fullmatch(plain(text)))


def _pairs(text: str) -> Iterator[tuple[str, int]]:
    """Category and number, whichever comes first in this text."""
    tokens = [(match.lastgroup or "", match.group(), match.start(), match.end()) for match in _TOKEN.finditer(text)]
    if not tokens:
        return
    number_first = _is_number_first(text, tokens)
    if number_first is None:
        return
    seen: set[str] = set()
    for index, (kind, _word, start, end) in enumerate(tokens):
        if kind == "number":
            continue
        near = (
            tokens[index - 1]
            if number_first and index
            else tokens[index + 1]
            if not number_first and index + 1 < len(tokens)
            else None
        )
        if near is None or near[0] != "number" or kind in seen:
            continue
        between = text[near[3] : start] if number_first else text[end : near[2]]
        if near[1].casefold() == "ein" and not number_first and ":" not in between:
            # `tritt dafür ein, dass …`
            continue
        # `3 ABC dafür`: these are of one group.
        if re.search(r"\b(?:bei|gegen|[A-ZÄÖÜ]{2,}[\w/]*)\b", between):
            continue
        if len(between) > 14 or re.search(r"[;.!?]\s|,", between) or (number_first and ":" in between):
            continue
        seen.add(kind)
        yield kind, value(near[1])


_PARTS = re.compile(r"[,;]|\b(?:bei|gegen|und|sowie)\b")
_PARTS_LABEL = re.compile(r"[,;]|\b(?:bei|gegen|und|sowie|mit)\b")


def _is_number_first(text: str, tokens: list[tuple[str, str, int, int]]) -> bool | None:
    """`9 Ja, 2 Nein` or `Ja: 9, Nein: 2`: a colon decides, else what fits more often, else what comes first.

    None where neither fits and there are more numbers than labels.
    """
    labelled = (text[end : end + 3] for kind, _word, _start, end in tokens if kind != "number")
    if re.search(r"\)\s?[:=]\s?\d", text) or any(re.match(r"\s?[:=]\s?\d", behind) for behind in labelled):
        return False
    # `Zustimmung bei 2 Gegenstimmen und 1 Enthaltung`: what such words part is no pair.
    near = [(a[0] == "number", b[0] == "number", text[a[3] : b[2]]) for a, b in pairwise(tokens)]
    before = sum(one and not other and not _PARTS.search(between) for one, other, between in near)
    after = sum(other and not one and not _PARTS_LABEL.search(between) for one, other, between in near)
    if before != after:
        return before > after
    numbers = sum(kind == "number" for kind, *_rest in tokens)
    return tokens[0][0] == "number" if 2 * numbers <= len(tokens) else None


def _last_category(text: str) -> str:
    names = [match.lastgroup for match in _TOKEN.finditer(text) if match.lastgroup != "number"]
    return names[-1] or "" if names else ""


def _words(text: str) -> str:
    """The text, if it says more than numbers."""
    rest = _TOKEN.sub(" ", text)
    return " ".join(text.split()).strip("-– ") if _FILLER.sub("", rest).strip() else ""


_VOTED = "|".join(_CATEGORIES[name] for name in ("no", "yes", "abstain"))
_OPENS_BRACKET = re.compile(rf"(?:(?:{_VOTED})\s?[:=]?\s*\d{{1,4}}|\d{{1,3}}\s?-?\s?(?:{_VOTED}))\s*\(")


def opens_count_line(text: str) -> bool:
    """Whether a line begins with a number of a vote and a bracket, whatever that says: `dagegen: 13 (fast alle)`."""
    return bool(_OPENS_BRACKET.match(plain(text)))


_WHAT_FOR = re.compile(r"(?:für|zu|zur|zum|gegen|über|bei|damit|somit)\s[^.:;\d]{2,60}\.?")


def begins_with_counts(text: str) -> bool:
    """`8 Ja-Stimmen, 3 Nein-Stimmen, für den Zusatz`: numbers for and against, and a few words on what."""
    parts = re.split(r",\s", plain(text).rstrip(" ."))
    if not 2 < len(parts) < 6 or not _WHAT_FOR.fullmatch(parts[-1]):
        return False
    counts = read(", ".join(parts[:-1])).counts
    return {"yes", "no"} <= counts.keys() and is_count_line(", ".join(parts[:-1]))


# Before anything is read: a number, or a word that all labels of counts have.
_MAY_COUNT = re.compile(
    r"\d|stimm|nthalt|nth\.|\bja\b|\bnein\b|dafür|dagegen|efangen|eteiligt|nwesen|blehn|efürwort|\bcontra\b|\bpro\b|ngültig|\b(?:für|gegen)\b",
    re.IGNORECASE,
)


# No line of counts is longer, whatever spaces stand in it.
_LONGEST = 2_000


def is_count_line(text: str) -> bool:
    """Whether a line is nothing but numbers of a vote: `4 NEIN-Stimmen`, `Gegen die Vertagung: 6 Stimmen`."""
    return len(text) < _LONGEST and bool(_MAY_COUNT.search(text)) and _is_count_line(text)


# `Nein-Stimmen:  FDP, SSW (4 Stimmen)`
_NAMES_AND_NUMBER = re.compile(
    r"(?:Ja-Stimmen|Nein-Stimmen|Gegenstimmen|(?:Stimm)?[Ee]nthaltung(?:en)?)\s?:\s[^():;]{2,200}\s\(\d{1,3}\sStimmen?\)"
)


@lru_cache(maxsize=512)
def _is_count_line(text: str) -> bool:
    stance = stances.read(text)
    if stance:
        return stance.is_proposal
    tally = read(text)
    # `1:42:17` without a label is a time; `17 : 0 Stimmen` is none.
    is_time = bool(_ratio(plain(text))) and not (re.search(r"Stimmen|Zu|Ab", text) or is_ratio_alone(text))
    is_bare = not tally.words or bool(_NAMES_AND_NUMBER.fullmatch(plain(text)))
    return bool(tally.counts) and not is_time and is_bare and len(plain(text)) < 160


def is_decided_ratio(line: str) -> bool:
    """`8 : 10 (Antrag damit abgelehnt)`"""
    return bool(_ratio(line)) and bool(DECIDED.search(line))


def tells_ratio(line: str) -> bool:
    """`Der Antrag wird damit mit 8 : 10 Stimmen abgelehnt`"""
    return bool(_MIDST_RATIO.fullmatch(line))
