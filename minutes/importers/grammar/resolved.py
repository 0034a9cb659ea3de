"""Resolutions that nothing heads, and sentences that only say what became of an item. Pure.

`Dem Verein werden 300 Euro gewährt.` right above a vote is what was voted on; `Die Niederschrift wird genehmigt.` alone
says what was decided. Nobody speaks in either.
"""

import re

from minutes.importers.grammar import bare_decisions, clauses, decisions, endings, procedure, saying
from minutes.importers.grammar.impersonal import is_impersonal
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.resolving import BODY
from minutes.importers.grammar.verbs import TOLD

_PARTICIPLE = r"[a-zäöüß]*(?:ge|be|ver|er|zer|ent|über|unter)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]{2,}iert"
# `Für den Bauhof wird ein Mäher angeschafft.`, `Die Fläche ist zu pachten.`
_PASSIVE = re.compile(
    rf"\b(?:wird|werden)\b[^;]{{0,400}}\s(?!{TOLD}[.!,]?(?:\s|$))(?:nicht\s)?(?:{_PARTICIPLE})(?:[.!,;]|\s\(|\sund\b|$)"
    r"|\b(?:ist|sind)\s(?:[^.;]{0,200}\s)?(?:zu\s[a-zäöüß]+en|[a-zäöüß]+zu[a-zäöüß]+en)[.!]?$"
)
_DECIDED = re.compile(
    r"\b(?:wird|werden)\b[^;]{0,400}\s(?:zugestimmt|abgelehnt|genehmigt|beschlossen|festgestellt|bestätigt|angenommen|beauftragt|empfohlen|verwiesen|erteilt)\b"
)
_BODY_DECIDES = re.compile(
    rf"(?:(?:Daraufhin|Sodann|Anschließend|Abschließend)\s)?(?:{BODY}\s(?:[a-zäöü]+\s)?(?:beschließt|beschloss|empfiehlt|empfahl|stimmt|stimmte|wählt|wählte|genehmigt|genehmigte|vergibt|vergab|beauftragt|beauftragte|bestellt|bestellte|erteilt|erteilte|überweist|überwies|verweist|verwies|fasst|fasste|lehnt|lehnte|befürwortet|befürwortete|setzt|setzte|hebt|hob|nimmt|nahm)\b"
    rf"|(?:beschließt|beschloss|empfiehlt|empfahl)\s{BODY})"
)
_POINT = re.compile(r"(?:\d{1,2}[.)]{1,2}|[a-z]\)|[-–•])\s+\S")
_MOTION = re.compile(r"(?:\w+)?[Aa]ntrag\s[^:.]{2,80}:\s\S")
# Indirect speech goes on with what somebody said.
_REPORTED = re.compile(
    r"\b(?:sei|seien|habe|hätte[n]?|werde|würden?|müsse[n]?|könne|könnten?|solle|wolle|dürfe|möge|gebe|gehe|liege|stehe|komme|bleibe)\b"
)
_GOES_ON = re.compile(
    r"(?:Er|Sie|Dieser|Diese|Ferner|Weiterhin|Weiter|Zudem|Außerdem|Auch|Danach|Dann|Nun|Zunächst|Sodann|Daraufhin|Hierauf|Anschließend)\s[a-zäöüß]"
)
# `Er nimmt die Wahl an.`
_ACCEPTS = re.compile(
    r"(?:Er|Sie|Beide|Diese[r]?|Alle)\s(?:nimmt|nehmen|nahm|nahmen)\s[^.;]{0,40}\bWahl\b[^.;]{0,40}\ban\.?"
)
# `9 Ja-Stimmen für Frau Ohm`, `Nicht anwesend: Herr Kohl`
_LISTED = re.compile(
    r"\d{1,3}\s(?:[A-Za-z]+-)?Stimmen?\s(?:für|gegen)\s[^.;:]{3,120}\.?|(?:Nicht|Bei\sder\sAbstimmung\snicht)\s(?:anwesend|beteiligt)\s?:.{1,300}"
)
# The agenda or the minutes are found as they are.
_FORMAL = re.compile(
    r"(?:[^.;:]{0,80}\s)?(?:[Dd]ie|[Dd]as|[Dd]er)\s(?:[\w-]+\s){0,3}?(?:Tagesordnung|Niederschrift|Protokoll|Sitzungsprotokoll|Sitzungsniederschrift)\b[^;:]{0,160}\s(?:festgestellt|genehmigt|bestätigt|beschlossen|angenommen|zugestimmt|anerkannt|gebilligt)\.?"
)
_BODY_ELECTS = re.compile(
    rf"(?:{BODY}\s[^.;:]{{0,160}}?\b(?:wählt|wählte|bestellt|bestellte|benennt|benannte|beruft|berief|entsendet|entsandte)\b"
    rf"|[^.;:]{{0,160}}?\b(?:wählt|wählte|bestellt|bestellte|benennt|benannte|beruft|berief|entsendet|entsandte)\s{BODY})\s"
)


def is_resolution(text: str) -> bool:
    """Whether a paragraph right above a vote, said by nobody, is what was voted on."""
    line = plain(text)
    first = next(iter(sentences(line[:1_500], 1)), "")
    if not first or saying.is_question(first):
        return False
    if _BODY_DECIDES.match(first) or _POINT.match(line) or _MOTION.match(line):
        return True
    if _GOES_ON.match(first) or _REPORTED.search(clauses.without_quotes(first)) or procedure.is_procedure(text):
        return False
    return bool(_DECIDED.search(first) or (_PASSIVE.search(first) and not is_impersonal(text)))


def body_decides(text: str) -> bool:
    """Whether a paragraph begins with a body that resolves something."""
    return bool(_BODY_DECIDES.match(plain(text)[:300]))


def elects(sentence: str) -> bool:
    """Whether a body elects somebody in a sentence: who is named does not speak."""
    return bool(_BODY_ELECTS.match(sentence))


def is_told(text: str) -> bool:
    """Whether a paragraph says what was decided, and what belongs to that; not what somebody says of it."""
    line = plain(text)
    if _LISTED.fullmatch(line):
        return True
    parts = sentences(line[:3_000])
    if not parts or not is_decision(parts[0]):
        return False
    return not any(_REPORTED.search(part) and not is_decision(part) for part in parts[1:])


def is_decision(sentence: str) -> bool:
    """Whether a sentence decides, or says what follows from a decision."""
    return bool(
        decisions.read(sentence)
        or bare_decisions.code_of_first(sentence)
        or endings.code_of(sentence)
        or endings.granted(sentence)
        or procedure.is_noting(sentence)
        or procedure.is_conclusion(sentence)
        or _FORMAL.fullmatch(sentence)
        or _ACCEPTS.fullmatch(sentence)
        or _BODY_ELECTS.match(sentence)
    )
