"""Motions within an item: what is voted on beside the item itself, so that its result is not the item's. Pure."""

import re

from minutes.importers.grammar.bodies import BODY
from minutes.importers.grammar.letters import plain

# Motions on procedure or on a part; a mere `Antrag` may be the item itself.
_MOTION = (
    r"(?:(?:Änderungs|Ergänzungs|Erweiterungs|Zusatz|Vertagungs|Verweisungs|Überweisungs|Absetzungs|Geschäftsordnungs|GO-|Verfahrens|Gegen|Alternativ|Unter)-?[Aa]ntr(?:ag|ags|ages|äge|ägen)\b"
    r"|Antr(?:ag|ags|ages) (?:zur Geschäftsordnung|auf (?:Vertagung|Verweisung|Absetzung|Schluss|Unterbrechung|geheime|namentliche|Ende))"
    r"|Vertagung\b|Verweisung\b|Absetzung\b|Dringlichkeit\b|Zurückstellung\b|Sitzungsunterbrechung\b|Rederecht\b|Schluss der (?:Debatte|Aussprache|Rednerliste|Beratung)|Ende der (?:Debatte|Aussprache|Rednerliste)"
    r"|beantragten? (?:Änderung|Ergänzung|Vertagung|Verweisung)|Reihenfolge der Tagesordnung)"
)  # fmt: skip
_ARTICLE = r"(?:[Dd]e[mnrs]|[Dd]ie|[Dd]as|[Dd]iese[nrsm]?|[Dd]essen|[Dd]eren)\s"
# `die Vorlage mit dem Änderungsantrag` is the item again.
_WORDS = (
    r"(?:(?!mit\b|einschl|inkl|samt\b|[Nn]ach\b|unter\b|ohne\b|beschlie\w+|beschloss\w*|lehn\w+\s|stimm\w+\s)\S+\s)"
)
_NAMED = re.compile(rf"(?:{_ARTICLE})?{_WORDS}{{0,3}}?{_MOTION}")
_VOTED_ON = re.compile(
    rf"\b(?:über|[Üü]ber|[Dd]er|[Dd]ie|[Dd]en)\s(?:{_ARTICLE})?{_WORDS}{{0,2}}?{_MOTION}.{{0,200}}\b(?:abstimmen|abgestimmt|Abstimmung)\b"
)
_VOTED_ON_THIS = re.compile(r"\b(?:[Dd]arüber|[Hh]ierüber)\b.{0,60}\b(?:abstimmen|abgestimmt)\b")
# Another item shall come onto the agenda: that is not the item below which it is told.
_ONTO_AGENDA = re.compile(
    r"\b(?:beantragt|vorgeschlagen|schlägt\b.{0,80}\bvor|bittet)\b.{0,300}\b(?:in|auf)\sdie\sTagesordnung\s(?:mit\s)?(?:auf|zu\s)(?:zu)?(?:nehmen|genommen|setzen)"
)
_PROPOSED = re.compile(
    rf"{_MOTION}|\bgeheime\s(?:Abstimmung|Wahl)\b|\bnamentliche\sAbstimmung\b|\b(?:als erledigt zu|zu vertagen|vertagt werden|zu verweisen|zu überweisen|zurückzustellen|abzusetzen|abzubrechen|zu unterbrechen|zu beenden)\b"
    # `Herr Kohl beantragt, die Öffentlichkeit auszuschließen.`
    r"|\bÖffentlichkeit\s(?:auszuschließen|herzustellen)|\bAusschluss\sder\sÖffentlichkeit\b|\bnicht\s?-?öffentlich\s(?:zu\s(?:behandeln|beraten|verhandeln)|weiterzuverhandeln)"
    r"|\b(?:geheim|namentlich)\sabzustimmen\b|\bRederecht\b|\bRedezeit\b[^.;]{0,60}\szu\s(?:begrenzen|beschränken|verlängern)\b|\b(?:Rednerliste|Debatte|Aussprache)\s(?:zu\sschließen|abzuschließen)\b"
)
_BY = r"(?:\s(?:Nr\.?\s?)?\d{1,3}\b)?\s(?:der|des|von|aus)\s[^.!?]{2,140}"
_SERIAL = r"(?:[A-ZÄÖÜ]{0,3}[\s-]?\d{1,3}[.):]?(?:\s?[–-])?\s|[a-z]\)\s|[–•-]\s)?"
_HEADING = re.compile(rf"{_SERIAL}(?:{_MOTION}(?:{_BY})?|Antr(?:ag|äge){_BY})\s?:?")
_VERB = re.compile(
    r"\b(?:wird|werden|wurde|wurden|ist|sind|war|hat|haben|soll|sollen|stellt|lässt|beantragt|zieht|liegt|liegen|erläutert)\b"
)


def is_heading(text: str) -> bool:
    """Whether a paragraph heads a motion of a list or an amendment: `P16 – Antrag der A-Fraktion – Spielplatz`."""
    line = plain(text)
    return len(line) <= 180 and bool(_HEADING.fullmatch(line)) and not _VERB.search(line)


_ITEM_AGAIN = re.compile(
    r"(?:Der\s)?(?:(?:Gesamt|Haupt)?[Aa]ntrag|(?:Beschluss)?[Vv]orlage|Beschlussvorschlag|Drucksache)\s(?:\S+\s)?in\s(?:der\s)?(?:so\s)?(?:ge|abge)änderten?r?\s(?:Fassung|Form)\s?:?"
)


def is_item_again(text: str) -> bool:
    """`Antrag in geänderter Fassung`: below the vote on an amendment, the item itself."""
    return bool(_ITEM_AGAIN.fullmatch(plain(text[:120])))


def is_certain(heading: str) -> bool:
    """Whether a heading is of a motion beside the item: an amendment, not an `Antrag` that may be the item."""
    return bool(re.search(_MOTION, plain(heading)))


def is_named(text: str) -> bool:
    """Whether the label or result of a vote begins with such a motion: `Der Geschäftsordnungsantrag wird angenommen`."""
    return bool(_NAMED.match(plain(text)))


_OBJECT = re.compile(rf"{BODY}\s[a-zäöü]+\s(?:[a-zäöü]+\s){{0,2}}(?:den|dem|die|der)\s(?:[a-zäöü]+\s){{0,2}}{_MOTION}")


def is_object(text: str) -> bool:
    """`Der Rat lehnt den Änderungsantrag ab.`"""
    return bool(_OBJECT.match(plain(text)))


_MEANT = re.compile(
    r"(?:Sodann\s|Daraufhin\s)?(?:De[mr]|Diese[mrs]?|Dies|Er)\s(?:(?:Antrag|Vorschlag)\b|(?:wird|wurde|stimmt|stimmen|folgt|folgen|findet|fand|erhält|erhielt|scheitert|scheiterte)\b)|(?:Bei|Mit)\s[^.;:]{3,80}\s(?:wird|wurde)\s(?:diesem|dieser|dem)\s(?:Antrag|Vorschlag)\b"
)


def refers(text: str) -> bool:
    """Whether a sentence is about what was said before it: `Dem wird zugestimmt`, `Dieser Antrag wird …`."""
    return bool(_MEANT.match(plain(text)))


def follows_motion(text: str, before: str) -> bool:
    """`Dem Antrag wird zugestimmt.` below a motion on the procedure."""
    return bool(refers(text) and _PROPOSED.search(plain(before)[-600:]))


def is_put_to_vote(text: str, before: str) -> bool:
    """`Der Vorsitzende lässt über den Vertagungsantrag abstimmen`, or `hierüber`: over what was proposed before."""
    line = plain(text)[-400:]
    if _ONTO_AGENDA.search(line):
        return True
    if _VOTED_ON_THIS.search(line):
        return bool(_PROPOSED.search(plain(before)[:1_500]))
    return bool(_VOTED_ON.search(line))
