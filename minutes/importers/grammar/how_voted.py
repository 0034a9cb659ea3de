"""How was voted, told within a sentence: numbers in any notation, `einstimmig`, `mehrheitlich`. Pure."""

import re
from dataclasses import dataclass, field

from minutes.importers.grammar import notations, tallies
from minutes.importers.grammar.numbers import NUMBER, value

_N = rf"(?i:{NUMBER})"
_CAST = (
    r"(?:(?:Ja|JA|Nein|NEIN|Gegen|Für)-?\s?[Ss]timmen?\b|(?:Stimm)?[Ee]nthaltung(?:en)?\b|Stimmen?\s(?:dafür|dagegen)\b"
    r"|dafür\b|dagegen\b|(?:Ja|JA|Nein|NEIN)\b(?!-)|(?:Ja|Nein|Für)-(?=,|\s))"
)
_COUNT = re.compile(rf"(?<![\w.,:/§-])(?<!\d\s:\s)(?<!\d:\s){_N}[\s-]{_CAST}")
_RATIO = re.compile(
    r"(?:\b(?:[Mm]it|[Bb]ei|von|endete?)\s|\((?:mit\s)?)(?P<yes>\d{1,3})\s?:\s?(?P<no>\d{1,3})(?:\s?:\s?(?P<abstain>\d{1,3}))?(?=\sStimmen\b|\)|\s[a-zäöü]|,|$)(?!(?:\s(?:bis|und)\s\d{1,2}(?:[:.]\d{2})?)?\sUhr)"
)
# `wird mit 6 Stimmen angenommen`; of those who were against it nothing is told.
_BARE = re.compile(
    rf"\b[Mm]it\s(?P<yes>{_N})\sStimmen\s(?:mehrheitlich\s|und\sdamit\smit\s(?:der|einer)\s[^.;:]{{3,120}}?\s)?(?:zugestimmt|angenommen|stattgegeben|entsprochen|gebilligt|genehmigt|beschlossen|bestätigt|verabschiedet|befürwortet)\b"
)
_MANNER = re.compile(
    r"\b(?P<all>(?:einstimm|einhell)ig\w{0,2}|[Oo]hne\sGegenstimmen?)\b|\b(?:mehrheitlich|einmütig|einvernehmlich|Stimmengleichheit|Akklamation)\b|\bmit\s(?:(?!einfach|absolut|qualifiziert)\w+\s)?(?:Stimmenm|M)ehrheit\b|^die\sMehrheit\s(?:des|der)\b"
    r"|\bgegen\s(?:die\s)?Stimmen?\s(?:der|des|von)\b|\bmit\sden\sStimmen\b|\bbei\s(?:Stimm)?enthaltung(?:en)?\s(?:der|des|von|seitens)\b|\bbei\sZustimmung\b",
    re.IGNORECASE,
)

# `…, ein Mitglied enthielt sich der Stimme`
_ABSTAINED = re.compile(
    rf"\b(?P<number>{_N}|eines)(?:\s(?:der\s)?(?!Stimm)[A-ZÄÖÜ][\w-]+)?\senth(?:ielten|ielt|alten|ält)\ssich(?:\sder\sStimmen?)?\b"
)
# `…, Gegenstimmen: 3, Enthaltungen: 2`
_LABEL_FIRST = re.compile(
    r"(?<=[a-zäöü\d]),\s(?P<kind>(?:Gegen|Nein-?|Ja-?)[Ss]timmen?|(?:Stimm)?[Ee]nthaltung(?:en)?)\s?:\s?(?P<number>\d{1,3})(?=[.,;]|$)"
)
_ANY = re.compile(
    r"[Ss]timm|[Ee]inhell|[Ee]nthalt|ehrheit|inmütig|invernehm|klam|ustimmung|\d\s?:\s?\d|\d\s?[/–-]\s?\d{1,3}\s?[/–-]\s?\d|dafür|dagegen|\b(?:Ja|Nein|JA|NEIN)\b|\benth"
)


@dataclass(frozen=True, slots=True)
class Manner:
    """Numbers, or words: whether all or most were for it; where the last of it ends in the sentence."""

    counts: dict[str, int] = field(default_factory=dict)
    is_unanimous: bool = False
    is_told: bool = False
    is_majority: bool = False
    # The same thing has two numbers, so they are of several votes, and none of them is taken.
    is_of_several: bool = False
    end: int = 0


def _as_count(abstained: re.Match[str]) -> str:
    number = abstained["number"]
    return f"{'ein' if number.casefold() == 'eines' else number} Enthaltung"


def read(sentence: str) -> Manner:
    """How was voted."""
    if not _ANY.search(sentence):
        return Manner()
    line = notations.usual(_LABEL_FIRST.sub(r", \g<number> \g<kind>", _ABSTAINED.sub(_as_count, sentence)))
    counted, ratios = list(_COUNT.finditer(line)), list(_RATIO.finditer(line))
    words = list(_MANNER.finditer(line))
    is_unanimous = any(match["all"] for match in words)
    end = max((match.end() for match in (*counted, *ratios, *words)), default=0)
    if len(ratios) == 1 and counted and not ratios[0]["abstain"]:
        # `mit 17 : 30 Stimmen bei 2 Enthaltungen`
        beside = tallies.read(counted[0].group()).counts if len(counted) == 1 else {}
        if beside.keys() == {"abstain"}:
            numbers = {"yes": int(ratios[0]["yes"]), "no": int(ratios[0]["no"]), **beside}
            return Manner(numbers, is_unanimous and not numbers["no"], True, False, False, end)
    if len(ratios) + bool(counted) > 1:
        return Manner(is_told=True, is_of_several=True, end=end)
    if ratios:
        numbers = {name: int(number) for name, number in ratios[0].groupdict().items() if number}
        return Manner(numbers, is_unanimous and not numbers["no"], True, False, False, end)
    if counted:
        parts = [re.sub(r"(?<=[\wäöü])-(?=[JNGFE])|-$", " ", match.group()) for match in counted]
        counts = [tallies.read(part).counts for part in parts]
        found = {name: number for each in counts for name, number in each.items()}
        if len(found) != len(counted) or not found.keys() <= {"yes", "no", "abstain"}:
            return Manner(is_told=True, is_of_several=True, end=end)
        return Manner(found, is_unanimous and not found.get("no"), True, False, False, end)
    bare = _BARE.search(line)
    if bare:
        return Manner({"yes": value(bare["yes"])}, False, True, False, False, bare.end())
    is_majority = any("ehrheit" in match.group() for match in words)
    return Manner({}, is_unanimous, bool(words), is_majority, False, end)
