"""Decisions that are told without how was voted: `Der Rat beschließt, den Zaun zu bauen.` Pure.

Only of what stands in the minutes as done now, by a body or to a thing that is decided on; less than `decisions` accepts,
since nothing else says that it was a vote.
"""

import re

from minutes.importers.grammar import motions
from minutes.importers.grammar.bodies import BODY
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.outcomes import OutcomeCode

_VERBS: tuple[tuple[str, str, OutcomeCode], ...] = (
    (r"lehn(?:t|te|en|ten)", r"\bab[.!]?$", "rejected"),
    (r"stimm(?:t|te|en|ten)", r"\b(?:de[rnm]|diese[rmn]|allen)\s(?!(?:einstimmig\s)?zu\b).*\bzu\b", "adopted"),
    (r"(?:setz|leg)(?:t|te|en|ten)", r"\bfest\b", "adopted"),
    (r"(?:nimmt|nehmen|nahm|nahmen)", r"\ban[.!]?$", "adopted"),
    (r"(?:hebt|heben|hob|hoben)", r"\bauf\b", "adopted"),
    (r"(?:fasst|fassen|fasste|fassten)", r"\b[Bb]eschl(?:uss|üsse)\b", "adopted"),
    (
        r"(?:beschließ(?:t|en)|beschloss(?:en)?|empf(?:iehlt|ahl|ehlen|ahlen)|erlässt|erließ|vergibt|vergab|entscheidet|entschied"
        r"|(?:genehmig|billig|befürworte|verabschiede|bewillig|erteil|beauftrag|ermächtig)(?:t|te|en|ten))",
        # `beschließt über die Satzung` does not say what.
        r"^(?!\s(?:(?!(?:d(?:ie|en|as)|eine[nr]?)\s)\S+\s){0,3}über\b)",
        "adopted",
    ),
)
_VERB = "|".join(verb for verb, _, _ in _VERBS)
_ACTIVE = re.compile(rf"^{BODY}\s(?P<verb>{_VERB})\b(?P<rest>.*)$")
_TURNED = re.compile(
    rf"^(?:Nach\s(?:\w+\s){{0,3}}?(?:Beratung|Aussprache|Diskussion|Erörterung|Debatte)|Daraufhin|Sodann|Anschließend|Somit|Damit)\b[^.,;:]{{0,60}}?\s(?P<verb>{_VERB})\s{BODY}(?=[\s.,:]|$)(?P<rest>.*)$"
)
_THING = r"(?:[\w-]*(?:[Tt]agesordnung|[Nn]iederschrift|[Pp]rotokoll|[Ss]atzung|[Aa]ntrag(?:s|es)?|[Vv]orlage|[Bb]eschlussvorschlag|[Aa]uftrag|[Ee]invernehmen|[Pp]rogramm|[Pp]lan|[Ee]ntwurf|[Vv]orschlag|[Aa]nliegen))"
_PARTS = r"(?P<no>abgelehnt|versagt)|beschlossen|genehmigt|angenommen|zugestimmt|festgestellt|festgesetzt|erteilt|gebilligt|befürwortet|verabschiedet|stattgegeben|entsprochen"
_PASSIVE = re.compile(
    rf"^(?:Der|Die|Das|Dem|Den)\s(?:[\w.-]+\s){{0,3}}?{_THING}\b[^;:]*?\s(?:wird|werden)\s(?:[^;:]*\s)?(?:{_PARTS})[.!]?$"
)
_MINUTES_PASSED = re.compile(
    r"^(?:Der|Die|Das)\s(?:\w+\s){0,2}?(?:Tagesordnung|Niederschrift|Protokoll)\b[^;:]*?\swurden?\s(?:[^;:]*\s)?(?:genehmigt|angenommen|gebilligt)[.!]?$"
)
# What the chair finds.
_FOUND = re.compile(r"\bTagesordnung\b.*\bfestgestellt[.!]?$")
# Of another day, of another body, of what might be, denied, or said by somebody.
_OTHERWISE = re.compile(
    r"\b(?:nicht|kein\w*|hat|habe|haben|hatte|hatten|worden|sei|seien|wäre|würde|würden|soll|sollen|sollte|könnte|falls|wenn|ob|bereits|seinerzeit|damals|zuletzt|letzte[nr]?|vergangene\w*|vorige\w*)\b"
)
_NEGATED = re.compile(r"\b(?:nicht|kein\w*)\b")


def code_of(text: str) -> OutcomeCode | None:
    """What the last such sentence of a paragraph decides; None if there is none."""
    return next(filter(None, map(_of_sentence, reversed(sentences(plain(text)[:3_000])))), None)


def code_of_first(text: str) -> OutcomeCode | None:
    """The same of the first sentence alone."""
    return next(map(_of_sentence, sentences(plain(text)[:3_000])), None)


def _of_sentence(sentence: str) -> OutcomeCode | None:
    if len(sentence) > 900 or motions.is_named(sentence):
        return None
    match = _ACTIVE.match(sentence) or _TURNED.match(sentence)
    if match:
        rest = match["rest"]
        # What shall be done, behind a comma, may be anything.
        if _OTHERWISE.search(sentence[: match.end("verb")]) or _NEGATED.search(rest.split(",")[0]):
            return None
        return next(
            (code for verb, need, code in _VERBS if re.fullmatch(verb, match["verb"]) and re.search(need, rest)), None
        )
    if _OTHERWISE.search(sentence) or _FOUND.search(sentence):
        return None
    passive = _PASSIVE.match(sentence)
    if passive:
        return "rejected" if passive["no"] else "adopted"
    return "adopted" if _MINUTES_PASSED.match(sentence) else None
