"""Decisions that are told without how was voted: `Der Rat beschließt, den Zaun zu bauen.` Pure.

What stands in the minutes as done now, by a body or to a thing that is decided on; nothing else says that it was a vote.
"""

import re

from minutes.importers.grammar import decision_words, decisions, motions
from minutes.importers.grammar.bodies import BODY
from minutes.importers.grammar.elsewhere import is_negated, is_reported
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.outcomes import OutcomeCode

_THING = r"(?:[\w-]*(?:[Tt]agesordnung|[Nn]iederschrift|[Pp]rotokoll|[Ss]atzung|[Aa]ntrag(?:s|es)?|[Vv]orlage|[Bb]eschlussvorschlag|[Bb]eschluss|[Bb]eschlüsse|[Ee]ilentscheidung|[Aa]uftrag|[Ee]invernehmen|[Pp]rogramm|[Pp]lan|[Ee]ntwurf|[Vv]orschlag|[Aa]nliegen|[Jj]ahresrechnung|[Jj]ahresabschluss|[Ee]ntlastung|[Rr]esolution|[Rr]ichtlinien?|[Ss]tellungnahme|[Kk]onzept|[Oo]rdnung|Verwaltung|Bürgermeister(?:in)?))"
_PARTS = r"(?P<no>abgelehnt|versagt)|beschlossen|genehmigt|angenommen|zugestimmt|festgestellt|festgelegt|festgesetzt|erteilt|gebilligt|befürwortet|verabschiedet|stattgegeben|entsprochen|anerkannt|bestätigt|beauftragt|ermächtigt"
_PASSIVE = re.compile(
    rf"^(?:Der|Die|Das|Dem|Den)\s(?:[\w.-]+\s){{0,4}}?{_THING}\b[^;:]*?\s(?:wird|werden)\s(?:[^;:]*\s)?(?:{_PARTS})[.!]?$"
)
# `Die Verwaltung wird beauftragt, den Zaun zu bauen.`
_TOLD_TO = re.compile(
    r"^(?:Die\sVerwaltung|Der\s(?:Ober)?[Bb]ürgermeister|Die\s(?:Ober)?[Bb]ürgermeisterin|Der\sLandrat|Die\sLandrätin)\s(?:wird|werden)\s(?:[a-zäöü]+\s){0,2}(?:beauftragt|ermächtigt),\s[^;:!?]{8,300}\szu\s\w+[.!]?$"
)
# `Der Verlegung auf den 22. November wird zugestimmt.`: whatever it is.
_AGREED_TO = re.compile(
    r"^(?:Dem|Der|Den|Diesem|Dieser|Diesen)\s[^;:]{3,200}?\s(?:wird|werden)\s(?:[^;:,]{0,80}\s)?(?:zugestimmt|entsprochen|stattgegeben|nähergetreten|nachgekommen|gefolgt)\.?$"
)
_MINUTES_PASSED = re.compile(
    r"^(?:Der|Die|Das)\s(?:\w+\s){0,2}?(?:Tagesordnung|\w*[Nn]iederschrift|\w*[Pp]rotokoll)\b[^;:]*?\swurden?\s(?:[^;:]*\s)?(?:genehmigt|angenommen|gebilligt|bestätigt|festgestellt|festgelegt|beschlossen)[.!]?$"
)
# `Es wird festgelegt, dass …`, `Es erfolgte die Bestätigung des Protokolls.`
_LAID_DOWN = re.compile(
    r"^Nach\s[^,.;:]{3,60}?\s(?:wird|wurde)\s(?:\w+\s){0,2}beschlossen,\s|^Es\s(?:(?:wird|wurde)\s(?:\w+\s){0,2}(?:(?:beschlossen|festgelegt),\s|vereinbart,\s(?!.*\bSitzung\b))|(?:erfolgt|erfolgte)\sdie\s(?:Bestätigung|Genehmigung|Annahme|Feststellung)\b)"
)
# `Es besteht Einvernehmen, den Zaun zu bauen.`; in which order things are treated is procedure.
_AGREED = re.compile(
    rf"^(?:Es\s(?:besteht|herrscht)\s(?:\w+\s)?(?:Einvernehmen|Einigkeit|Konsens)(?:\sdarüber)?|{BODY}\s(?:ist|sind)\ssich\s(?:\w+\s)?einig),\s(?!.*\b(?:TOPs?|Tagesordnung\w*|Reihenfolge|gemeinsam|Sitzung|vertagen|zurückzustellen|unterbrechen|offen|geheim)\b|(?:dass|daß)\b.*\b(?:sollen?|sollten?|müssen?|müsste)\.?$)"
)
# `Sodann wird die Tagesordnung ohne Änderung beschlossen.`
_TURNED = re.compile(
    r"^(?:Sodann|Somit|Damit|Daraufhin|Anschließend|Danach|Hiernach|Im\s(?:Übrigen|Anschluss)|Ansonsten|Einstimmig|Einvernehmlich|Mit\s(?:dieser|diesen|folgender|folgenden)\s\w+)\s(?P<verb>wird|werden|wurden?)\s(?P<thing>(?:der|die|das|dem|den)\s(?:[\w.-]+\s){0,3}?[\w-]+)\s(?P<rest>.+)$"
)
# `Einwände gibt es nicht; die Niederschrift gilt damit als genehmigt.`
_HALVES = re.compile(r";\s|,\s(?=(?:sie|es)\sgilt\b)")
# `Somit stellt der Vorsitzende die Tagesordnung mit dieser Änderung fest.`
_PUT_DOWN = re.compile(
    r"\b(?:stellt|stellte)\s(?:(?:der|die)\s\w*[Vv]orsitzende\s)?(?:damit\s|somit\s)?die\sTagesordnung\s(?:damit\s|somit\s)?(?:mit|in|wie|ohne|unverändert)\b[^.;]{0,80}\sfest\.?$"
)
# `Die Tagesordnung wird mit der Maßgabe bestätigt, dass Punkt 6 vor Punkt 5 behandelt wird.`
_WITH_CHANGE = re.compile(
    r"^(?:Die|Das)\s(?:Tagesordnung|Niederschrift|Protokoll)\s(?:wird|wurde)\smit\s(?:der|folgender)\s(?:Maßgabe|Änderung|Ergänzung)\s(?:[a-zäöü]+\s)?(?:bestätigt|genehmigt|beschlossen|angenommen|festgestellt),\s(?:dass|daß)\s"
)
# `Sie gilt damit als genehmigt.`
_FINDS = re.compile(
    r"^(?:[Ss]ie|[Ee]s|[Dd]iese|[Dd]ie\s(?:Niederschrift(?:en)?|Tagesordnung|Protokolle)|[Dd]as\sProtokoll)\s(?:(?:ist|sind|gilt|gelten)\s(?:damit|somit)\s(?:als\s)?|(?:gilt|gelten)\sals\s)(?:genehmigt|angenommen|anerkannt|festgestellt|bestätigt|verabschiedet|beschlossen)\.?$"
)
# What the chair finds is no decision, unless it says in which form.
_FOUND = re.compile(
    r"\bTagesordnung\b(?!.*\b(?:[Oo]hne\sÄnderung|un(?:ge|ver)ändert|Form|Fassung|Änderung|Ergänzung|einvernehmlich|wie\s\w+|mit\s(?:dem|der|den|einem|einer)\s[^;]{0,80}(?:Tausch|Umstellung|Erweiterung|Verschiebung)))[^;]*\bfestgestellt[.!]?$"
)
_DECIDED = frozenset({"adopted", "adopted_amended", "rejected"})


# `Auch die Tagesordnung wird angenommen.`
_ALSO = re.compile(r"^Auch\s(?P<article>der|die|das|dem)(?=\s)")


def code_of(text: str) -> OutcomeCode | None:
    """What the last such sentence of a paragraph decides; None if there is none."""
    parts = [part for sentence in sentences(plain(text)[:3_000]) for part in _HALVES.split(sentence)]
    return next(filter(None, map(_of_sentence, reversed(parts))), None)


def code_of_first(text: str) -> OutcomeCode | None:
    """The same of the first sentence alone."""
    return next(map(_of_sentence, sentences(plain(text)[:3_000])), None)


def _of_sentence(sentence: str) -> OutcomeCode | None:
    sentence = _ALSO.sub(lambda also: also["article"].capitalize(), sentence.lstrip("-–•* "))
    if _WITH_CHANGE.match(sentence):
        return "adopted_amended"
    if len(sentence) > 900 or motions.is_named(sentence):
        return None
    put_down = _PUT_DOWN.search(sentence)
    if _FINDS.match(sentence) or (put_down and not is_negated(put_down.group())):
        return _adopted(sentence)
    if (_AGREED.match(sentence) or _LAID_DOWN.match(sentence)) and not is_negated(sentence):
        return "adopted"
    turned = _TURNED.match(sentence)
    if turned:
        thing = turned["thing"]
        return _of_sentence(f"{thing[:1].upper()}{thing[1:]} {turned['verb']} {turned['rest']}")
    told = decisions.read(sentence)
    if told:
        return told.code if told.code in _DECIDED else None
    if is_reported(sentence) or is_negated(sentence) or _FOUND.search(sentence):
        return None
    passive = _PASSIVE.match(sentence)
    if passive:
        return "rejected" if passive["no"] else _adopted(sentence)
    return _adopted(sentence) if any(form.match(sentence) for form in (_MINUTES_PASSED, _AGREED_TO, _TOLD_TO)) else None


def _adopted(sentence: str) -> OutcomeCode:
    return "adopted_amended" if decision_words.is_amended(sentence) else "adopted"
