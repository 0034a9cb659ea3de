"""Lines that break off before their sentence is told, though the text is not wrapped there otherwise. Pure."""

import re

# A few words in capitals, and on the next line a long sentence that begins with a verb: `Frau Ohm` + `erklärte, dass …`
_SUBJECT = re.compile(r"(?:[A-ZÄÖÜ][\wäöüß.-]*\s){1,4}[A-ZÄÖÜ][\wäöüß-]+")
_BROKEN = re.compile(r"[a-zäöüß]{3,}(?:t|te|ten)\b.{30,}")
# An article or a form of address alone on a line, as word processors break the first line of a page: its noun follows.
_ARTICLE = re.compile(r"D(?:er|ie|as|em|en|es)|Eine?|Herrn?|Frau|Auch")
# `Bürgermeister` + `Kohl erläutert die Vorlage und weist darauf hin, …`: an office alone, broken off in the same way.
_OFFICE = re.compile(
    r"(?:Ober|Orts)?[Bb]ürgermeister(?:in)?|Stadtr(?:at|ätin)|Ratsmitglied|Gemeinder(?:at|ätin)|Landr(?:at|ätin)"
)
_HOLDER = re.compile(r"(?:Dr\.\s)?[A-ZÄÖÜ][\w-]+(?:\s\([^()]{1,30}\))?\s[a-zäöüß]{3,}t\s.{20,}")
# No sentence ends with these: `… über die Kosten der` + `Halle.`
_UNENDED = re.compile(
    r"\s(?:der|die|das|des|dem|den|und|oder|sowie|einer|eines|einem|einen|im|am|vom|zum|zur|dass|ob|um|zu|für|von|nicht)$"
)
# After these a noun or a number must follow.
_AWAITS = re.compile(
    r"\s(?:der|die|das|des|dem|den|einer|eines|einem|einen|im|am|beim|vom|zum|zur|um|für|von)$"
    # `… die Annahme einer zweckgebundenen` + `Spende.`
    r"|\s(?:der|die|das|des|dem|den|einer?|eines|einem|einen|zum|zur)\s[a-zäöüß]{3,}e[nrsm]?$"
)
# `… wird abgelehnt (Ja-` + `Stimmen: 8, Nein-Stimmen: 27).`
_HALF_LABEL = re.compile(r"\b(?:Ja|Nein|Gegen)-$")
# `… trägt die Eckpunkte vor. Er wirbt auch für das zweite`: a sentence ended, and another one has begun. No title does so.
_BEGUN = re.compile(r"[a-zäöüß]{3,}[.!?]\s+(?=[A-ZÄÖÜ])(?:(?![.!?;:]\s)[^|])*[\w,]$")
# `… habe sein Gesuch mit`: a title might end so only before a number or a name that is set apart.
_AWAITS_MORE = re.compile(
    r"\s(?:der|die|das|des|dem|den|und|oder|sowie|mit|bei|auf|aus|nach|gegen|durch|über|unter|an|in|als|wie|seine[mnrs]?|ihre[mnrs]?|eine[mnrs]?|kein(?:e[mnrs]?)?)$"
)
# `… über die Prüfung am 14.` + `April. Beanstandungen …`
_DAY = re.compile(r"\s(?:am|vom|zum|bis|ab|dem|seit)\s\d{1,2}\.$")
_MONTH = re.compile(r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b")
_ARTICLE_LAST = re.compile(r"[a-zäöüß,]\s(?:der|die|das|des|dem|den|einer|eines|einem|einen|im|am|beim|vom|zum|zur)$")
_SHORT, _LONG, _LONGER = 25, 50, 70


def is_named(before: str, after: str) -> bool:
    """Whether a line is only the beginning of a name or a label that goes on: `Frau` + `Ohm erklärte, dass …`."""
    if _ARTICLE.fullmatch(before) and after[:1].isalpha():
        return True
    if _HALF_LABEL.search(before) and after.startswith("Stimme"):
        return True
    is_subject = _SUBJECT.fullmatch(before) and _BROKEN.match(after)
    return bool(is_subject or (_OFFICE.fullmatch(before) and _HOLDER.match(after)))


def is_unended(before: str, after: str, *, is_hyphenated: bool) -> bool:
    """Whether a long line ends within a word or a sentence that the next one goes on with."""
    if len(before) < _LONG or not after[:1].isalnum():
        return False
    if not after[0].islower():
        return after[-1] in ".!?" and bool(_AWAITS.search(before))
    if is_hyphenated or _UNENDED.search(before):
        return True
    is_told = re.search(r"[,.]\s", before) and before[-1].isalpha()
    return bool(is_told) and len(before) >= _LONGER and after[-1] in ".!?"


def awaits_noun(before: str, after: str) -> bool:
    """Whether a line ends with an article, however narrow its column is: `… trägt vor, dass die` + `Halle länger wird.`"""
    return len(before) >= _SHORT and after[:1].isalpha() and bool(_ARTICLE_LAST.search(before))


def is_sentence(before: str, after: str) -> bool:
    """Whether a long line surely ends within a sentence, though what follows begins with a capital letter."""
    if _DAY.search(before) and _MONTH.match(after):
        return True
    return after[:1].isupper() and bool(_BEGUN.search(before) or _AWAITS_MORE.search(before))
