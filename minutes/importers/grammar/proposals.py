"""Proposals of procedure: what somebody moves to make of an item, and that the others follow: `…, den Punkt zu vertagen.` Pure."""

import re

from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.outcomes import OutcomeCode

# Items by their numbers: then it is not the item itself that shall be put off.
_OTHERS = re.compile(r"\b(?:TOPs?|(?:Tagesordnungsp|P)unkte?)\s(?:[ÖN]\s)?\d")
_PROPOSES = re.compile(
    r"\b(?:beantrag|schlägt|schlug|bittet|bat|regt|Antrag)\w*\b(?:[^.!?]|(?<=\d)\.){0,300}?\b(?:(?P<deferred>zu vertagen|Vertagung|zurückzustellen|zu verschieben|Zurückstellung|erst (?:in|im|nach|auf|bei) [^.;,]{3,60} zu (?:behandeln|beraten|entscheiden|beschließen|besprechen)|in (?:der|einer) (?:(?:nächsten|kommenden|folgenden|späteren) )?\w*[Ss]itzung (?:erneut|wieder|nochmals?|noch ?einmal|weiter) (?:aufzurufen|aufzunehmen|zu (?:behandeln|beraten|besprechen)))"
    r"|(?P<removed>abzusetzen|Absetzung|von der Tagesordnung zu (?:nehmen|streichen))|(?P<referred>zu (?:ver|über)weisen|zurückzuverweisen|(?:Zurückv|V)erweisung|(?:Rückü|Ü)berweisung))\b"
)
_FOLLOWED = re.compile(
    r"\b(?:[Dd]iese[mr]|[Dd]em|[Dd]er)\s(?:\w+-)?(?:Antrag|Vorschlag|Bitte|Anregung|Vorgehen)\b[^.!?]{0,200}\b(?:zugestimmt|angenommen|gefolgt|entsprochen|stattgegeben)\b"
)
# `Dem wird zugestimmt.`: what is meant is said right before, so nothing may follow.
_FOLLOWED_AT_ONCE = re.compile(
    r"(?:\b(?:Der|Dieser)\s(?:Antrag|Vorschlag)\s(?:findet|fand|erhält|erhielt)\b[^.!?]{0,80}\bMehrheit|\b(?:wird|wurde)\s(?:dies|das)\s(?:\w+\s){0,2}(?:beschlossen|angenommen)|\b[Dd]em\s(?:wird|wurde)\s(?:\w+\s){0,3}?(?:zugestimmt|gefolgt|entsprochen|stattgegeben)|\bstimm(?:t|en|te|ten)\s(?:dem|diesem\s\w+)\s(?:\w+\s){0,2}?zu|\bfolg(?:t|en|te|ten)\s(?:dem|diesem)(?:\s\w+){0,2}"
    r"|\b(?:[Hh]iermit|[Dd]amit)\b[^.!?]{2,100}\beinverstanden|\b(?:ist|sind|waren?)\s(?:sich\s)?(?:damit|hiermit)\s(?:\w+\s)?einverstanden|\b(?:erklärt|erklären|erklärten?)\ssich\s(?:damit|hiermit)\s(?:\w+\s)?einverstanden|\b(?:Dagegen|Hiergegen|[Gg]egen\sdiesen\sVorschlag)\b[^.!?]{2,80}\bkein\w*\s(?:Widerspruch|Einwände|Einwendungen|Bedenken)(?:\s\w+)?)\.?$"
)


_MOVED = re.compile(
    r"\b(?:(?P<deferred>Vertagung|Zurückstellung|zu vertagen|zurückzustellen)|(?P<removed>Absetzung|abzusetzen|von der Tagesordnung zu nehmen)"
    r"|(?P<referred>(?:Zurückv|V)erweisung|(?:Rückü|Ü)berweisung|zu (?:ver|über)weisen|zurückzuverweisen)|(?P<settled>als erledigt zu (?:betrachten|erklären)))\b"
)


def moved(text: str) -> OutcomeCode | None:
    """What a motion that is put to the vote would make of the item."""
    found = list(_MOVED.finditer(plain(text)[-1_500:]))
    codes: tuple[OutcomeCode, ...] = ("deferred", "removed", "referred", "settled")
    return next(code for code in codes if found[-1][code]) if found else None


def followed(text: str) -> OutcomeCode | None:
    """`Herr Kohl schlägt vor, den Punkt zu vertagen. Dieser Antrag wird angenommen.`"""
    line = plain(text)
    for agreed in (*_FOLLOWED.finditer(line[:4_000]), *_FOLLOWED_AT_ONCE.finditer(line[:4_000])):
        proposals = list(_PROPOSES.finditer(line[: agreed.start()]))
        if proposals and not re.search(r"\bnicht\b", agreed.group()) and not _OTHERS.search(proposals[-1].group()):
            return aim(proposals[-1])
    return None


def proposed(text: str) -> OutcomeCode | None:
    """What a paragraph proposes to make of the item, if that is what it ends with."""
    match = _PROPOSES.search(sentences(plain(text)[-1_500:], 40)[-1]) if text.strip() else None
    return None if not match or _OTHERS.search(match.group()) else aim(match)


def moved_in(text: str) -> OutcomeCode | None:
    """What a paragraph proposes to make of the item, whatever is said of that behind it."""
    found = list(_PROPOSES.finditer(plain(text)[-1_500:]))
    return None if not found or _OTHERS.search(found[-1].group()) else aim(found[-1])


def aim(proposal: re.Match[str]) -> OutcomeCode:
    aims: tuple[OutcomeCode, ...] = ("deferred", "removed", "referred")
    return next(code for code in aims if proposal[code])
