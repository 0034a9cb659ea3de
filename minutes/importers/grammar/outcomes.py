"""Outcomes: the words of a status line become a code. Only status lines: what a resolution says of itself is no outcome. Pure."""

import re
from typing import Literal

from minutes.importers.grammar.letters import fold

OutcomeCode = Literal[
    "adopted",
    "adopted_amended",
    "rejected",
    "noted",
    "deferred",
    "removed",
    "referred",
    "withdrawn",
    "settled",
    "elected",
    "multiple",
    "none",
]

# Where an item went that is not decided here.
UNDECIDED: frozenset[OutcomeCode] = frozenset({"deferred", "referred", "removed", "withdrawn", "settled"})
_PROCEDURAL = r"(?:verweisung|vertagung|absetzung|zurückstellung|schluss der (?:debatte|aussprache|rednerliste)|geheime abstimmung|überweisung)"
# In order: a narrower wording stands before one that it contains.
_RULES: tuple[tuple[OutcomeCode, str], ...] = (
    ("multiple", r"mehrfachbeschl|getrennt(?:e)? (?:abgestimmt|abstimmung|beschl)|punkt \d\S*:.*punkt \d|siehe einzel|einzelabstimmung|unterschiedlich"),
    ("none", rf"(?:die |der )?{_PROCEDURAL}(?: wird| wurde)? (?:einstimmig |mehrheitlich )?abgelehnt"),
    ("settled", r"gilt als behandelt|erledigt|gegenstandslos|einverstanden|erübrigt"),
    ("adopted", r"ungeändert(?:e)? (?:beschl|angenommen|empf|zugestimmt|beschlossen)|unverändert (?:beschl|angenommen|empf|zugestimmt)|(?:ohne änderung(?:en)?) (?:beschl|angenommen|zugestimmt)"),
    ("rejected", r"abgelehnt|abgewiesen|zurückgewiesen|ablehnung|ablehnend|nicht (?:zur \w{3,20} )?(?:empfohlen|beschlossen|zugestimmt|angenommen|gefolgt|entsprochen|gewählt|erteilt|genehmigt)|(?:ein|mehr)(?:stimmig|heitlich) dagegen|keine (?:zustimmung|mehrheit)|gescheitert|verworfen|nicht stattgegeben|^(?:bei )?stimmengleichheit$"),
    ("withdrawn", r"zurückgezogen|zurückgenommen|rücknahme|zurückziehung"),
    ("removed", r"abgesetzt|absetzung|entf(?:ällt|allen)(?! auf\b| \d)|eingestellt|von der tagesordnung (?:genommen|gestrichen)"),
    ("deferred", r"zurückgestellt|zurückstellung|vertagt|vertagung|verschoben|geschoben|schiebung|aufgeschoben|keine entscheidung getroffen"),
    ("noted", r"kenntnis genommen\s?/\s?ohne (?:votum|beschlussempfehlung|empfehlung)"),
    ("referred", r"(?<!ungeändert beschlossen / )(?:verwiesen|verweisung|überwiesen|überweisung)|\bzurück (?:in|an) d|(?:beratung|zurück) in (?:die|den) (?:fraktion|gruppe|fachaussch|aussch)|weiterbehandlung|^behandlung im (?:fach|\w*)?ausschuss|weitergeleitet|weiterleitung|ohne (?:beschlussempfehlung|votum|empfehlung)\b.*(?:weiter)?|zur beratung an"),
    ("adopted_amended", r"(?<!un)geändert(?:e|er|en)?\b|(?:mit|nach) (?:änderung|ergänzung|massgabe)|abgeändert|modifiziert|ergänzt beschl|mit der änderung|abweichend(?:e[rn]?)? (?:von|beschl|vom)|in (?:der )?(?:neuen|neuer) fassung"),
    ("noted", r"kenntnis|^z\. ?k\. gen|entgegengenommen|^ohne\.?$|^bericht(?:\b|erstattung)|^mitteilung|zur information|^information"),
    ("elected", r"gewählt|^wahl\b|wiedergewählt|bestellt|entsandt|berufen"),
    ("none", r"(?:keine|ohne) (?:beschluss|abstimmung|entscheidung)|kein beschluss|^-+$|^–$|^entfall|^\(?(?:noch )?offen\)?$|^noch nicht festgelegt"),
    ("adopted", r"beschlossen|angenommen|annahme|zugestimmt|zustimmung|zustimmend|genehmigt|genehmigung|empfohlen|empfehlung|gebilligt|bestätigt|erteilt|verabschiedet|gefolgt|festgestellt|stattgegeben|entsprochen|entlastet|^(?:mit |bei )?(?:stimmen)?mehrheit(?:lich)?\W*$|(?:ein|mehr)(?:stimmig|heitlich)(?: dafür)?\W*$|^(?:ein|mehr)(?:stimmig|heitlich),? (?:bei|mit|gegen) [^.;]{1,60}(?:enthaltung|stimme)(?:en|n)?\W*$|^(?:ein|mehr)(?:stimmig|heitlich)[,:]?\s\(?(?:bei\s)?\w{1,16}\s(?:stimm)?(?:enth\b|enthaltung(?:en)?|(?:gegen|nein-?)stimmen?)\W*$|(?:ein|mehr)(?:stimmig|heitlich)er? (?:beschluss|empfehlung(?:sbeschluss)?|beschlussempfehlung|votum)\W*(?:$|mit|bei|\()|laut (?:vorlage|beschlussvorschlag)|wie (?:vorlage|beschlussvorschlag)"),
)  # fmt: skip
_COMPILED = tuple((code, re.compile(pattern)) for code, pattern in _RULES)
# "einstimmig – gilt als behandelt": the vote was on the procedure, and what follows the dash is the outcome.
_SENTENCE = re.compile(r"\b(?:wird|werden|wurde|wurden|soll|sollen|ist zu|sind zu|hat|haben)\b")
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_SUBJECT = re.compile(
    r"(?:der|die|das|ein|eine|ohne|es|frau|herr)\b|.*\bbeantrag|mitteilung|bericht|information|(?:beschluss|abstimmung|votum|wahl) (?:über|zu)|\w+ungs-?antr[aä]g"
)
_PASSED = re.compile(
    r"^(?:der|die|das)? ?(?:antrag|vorlage|beschluss|beschlussvorschlag|beschlussempfehlung)\w* (?:wird|wurde|ist)\b"
)


# `zu a) mehrheitlich abgelehnt, zu b) mehrheitlich zugestimmt`
_PARTS = re.compile(
    r"(?:^|(?<=[,;.])\s?|\s(?:und\s)?)(?:zu\s)?(?:[a-h]\)|(?:ziffer|ziff\.|punkt|nr\.|nummer|teil|absatz)\s\w{1,3}\b|\d{1,2}[.)](?=\s))\s?:?\s"
)
# No status is longer.
_LOOKED_AT = 4_000


def code_of(text: str) -> OutcomeCode | None:
    """The code of a status line; None if its words are not known."""
    line = fold(text[:_LOOKED_AT]).strip(" .;,:")
    if not line:
        return None
    parts = [part for part in _PARTS.split(line)[1:] if part.strip(" .,;")] if _PARTS.match(line) else []
    if len(parts) > 1 and len(codes := {code_of(part) for part in parts}) > 1 and None not in codes:
        return "multiple"
    for code, pattern in _COMPILED:
        if pattern.search(line):
            return code
    # `mehrheitlich (bei 3 Gegenstimmen)`
    outside = _BRACKET.sub("", line)
    return code_of(outside) if outside != line else None


def is_status(text: str) -> bool:
    """Whether what follows `Beschluss:` is a status, not a resolution: short, known, and no sentence."""
    line = fold(text)
    if not line or len(line) > 110 or code_of(line) is None:
        return False
    if line.strip(" .") == "ohne" or re.match(r"ohne\. ", line):
        return line.strip(" .") == "ohne"
    return not _SENTENCE.search(line) or bool(_PASSED.match(line))


# `Zur Kenntnis genommen - Anwesend 14`
_PRESENT = re.compile(r"\s[-–]\sanwesend\W{0,2}\d{1,3}$")
_ALONE = frozenset({"removed", "deferred", "withdrawn", "settled", "referred", "noted"})


# `entfällt, da keine Anfragen vorliegen`
_NOTHING_THERE = re.compile(r"entfällt,?\s(?:mangels\b|(?:da|weil)\b.*\b(?:keine?|nichts)\b)")


def is_said_alone(text: str) -> bool:
    """Whether a paragraph is nothing but an outcome: `- abgesetzt -`, `Zur Kenntnis genommen`."""
    line = _PRESENT.sub("", fold(text))
    return (
        0 < len(line) <= 60
        # `Kenntnisnahmen:` heads what follows.
        and not line.rstrip().endswith(":")
        # `4.4 Rücknahme der Beiträge` is a title.
        and not line[0].isdigit()
        # `drei Tage: entfällt` is of one choice of several.
        and not re.search(r"[\w)]:\s", line)
        and len(line.split()) <= 5
        and code_of(line) in _ALONE
        # Where nothing else stands, a report that was not given `entfällt`, not the item.
        and line.strip(" .") != "entfällt"
        and not _NOTHING_THERE.match(line)
        and is_status(line)
        and not _SUBJECT.match(line)
        # `Herr Kohl ist damit einverstanden.` is said.
        and not re.search(r"\b(?:ist|sind|war|waren)\b.*\beinverstanden", line)
    )


def is_short(text: str) -> bool:
    """Whether an unknown wording might still be a status: a few words, not a sentence."""
    line = fold(text)
    return 0 < len(line) <= 60 and len(line.split()) <= 6 and not line.endswith(".") and not _SENTENCE.search(line)
