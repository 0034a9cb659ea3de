"""Openings of resolutions that say how was voted: `Der Rat beschließt mehrheitlich (23 Ja-Stimmen, 1 Nein-Stimme):`. Pure."""

import re

from minutes.importers.grammar.letters import plain

BODY = (
    r"(?:[Dd]er|[Dd]ie|[Dd]as)\s(?:[A-ZÄÖÜ][\w,-]*(?:\s(?:und|für)\s[A-ZÄÖÜ][\w-]*){0,3}(?:ausschuss|rat|tag|vertretung|versammlung|beirat|vorstand|senat|kommission)|"
    r"(?:[A-ZÄÖÜ][\w-]*)?[Aa]usschuss\sfür\s[^:.]{3,90}|Rat|Ausschuss|Gremium|Magistrat|(?:Ausschuss|Rats)?[Mm]itglieder|Anwesenden)(?:\s(?:der|des)\s[^:.,]{2,60}?)?"
)
_VERB = r"(?:beschließ(?:t|en)|beschloss(?:en)?|fass(?:t|te|en|ten)|empfiehlt|empfahl|empfehlen|empfahlen|wähl(?:t|te|en|ten)|genehmigt|genehmigte|stimmt|stimmte)"
_HOW = r"(?P<how>(?:einstimmig|mehrheitlich|einmütig|(?:bei|mit)\s[^:.]{1,90}?(?:[Ss]timmen?|Enthaltung(?:en)?))(?:\s(?:bei|mit)\s[^:.()]{1,60}?(?:[Ss]timmen?|Enthaltung(?:en)?))?(?:\s?\([^()]{2,120}\))?)"
_END = r"(?:,?\s[^:.]{0,160})?(?::|\bfolgende[nrs]?(?:\s[A-ZÄÖÜ][\w-]*)?\s?:?)"
_FORMS = (
    re.compile(rf"(?:(?:Daraufhin|Sodann|Anschließend)\s)?{BODY}\s{_VERB}\b[^:.]{{0,100}}?\s?{_HOW}{_END}"),
    re.compile(rf"{_HOW}\s{_VERB}\s{BODY}{_END}", re.IGNORECASE),
)


def how(text: str) -> str:
    """How was voted, if a paragraph opens the resolution below it and says that; else nothing."""
    line = plain(text)
    if len(line) > 400:
        return ""
    return next((match["how"] for form in _FORMS if (match := form.fullmatch(line))), "")
