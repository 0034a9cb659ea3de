"""To which bodies a resolution is recommended: `empfiehlt dem Kreisausschuss, dem Kreistag folgenden …`. Pure."""

import re
from collections.abc import Iterable

from minutes.importers.grammar.letters import LOWER, UPPER, WORD, plain

_BODY_WORD = (
    rf"(?:[{UPPER}][{WORD}]*-?(?:rat|rats|rates|tag|tages|tags|ausschuss|ausschusses|ausschuß|versammlung|vertretung|beirat|kommission|verordnetenversammlung|senat|magistrat|bürgerschaft|konferenz)"
    r"|Ausschuss(?:es)?|Rat|Rates|Rats|Kreistag|Kreistages|Magistrat|Senat|Verwaltungsrat|Vertreterversammlung)"
)
_COMPOUND = rf"(?:[{UPPER}][{LOWER}]+-(?:,|\sund|\su\.)\s)*(?:[{UPPER}][{LOWER}]+-,\s)?"
_OF = (
    rf"(?:\s(?:der|des)\s(?:Stadt|Gemeinde|Kreises|Hansestadt|Landeshauptstadt|Verbandsgemeinde|Samtgemeinde|Marktgemeinde|Kreisstadt)(?:\s(?:[{UPPER}][{WORD}-]+|am|an|der|im|in|bei|ob)){{0,4}})?"
    rf"(?:\sfür\s[{UPPER}][{WORD}-]*(?:(?:,\s|\sund\s|\ssowie\s|,\sden\s|\s)(?!dem\b|der\b|den\b|die\b|das\b|folgende|zu\b)[{UPPER}][{WORD}-]*)*)?"
)
_BODY = rf"{_COMPOUND}{_BODY_WORD}{_OF}"
_CHAIN = re.compile(
    rf"\b(?:empfiehlt|empfehlen|empfahl|empfohlen|empfiehlt\seinstimmig|empfiehlt\smehrheitlich|schlägt|schlagen)\s(?:einstimmig,?\s|mehrheitlich,?\s|daher\s|sodann\s|somit\s|hiermit\s)*(?P<chain>(?:(?:dem|der|den|und\s(?:dem|der)|sowie\s(?:dem|der))\s{_BODY}(?:,?\s(?:und\s|sowie\s|bzw\.\s)?)?)+)"
)
_HEADING = re.compile(
    rf"\b(?:Beschlussempfehlung|Empfehlung|Beschlussvorschlag|Beschlussentwurf|Empfehlungsbeschluss)\s(?:an|für)\s(?P<chain>(?:(?:den|die|das|und\s(?:den|die))\s{_BODY}(?:,?\s(?:und\s)?)?)+)"
)
_FOR = re.compile(rf"\b(?:Dem|Der)\s(?P<body>{_BODY})\swird\s(?:empfohlen|vorgeschlagen)")
_EACH = re.compile(rf"\b(?:dem|der|den|die|das)\s(?P<body>{_BODY})")


def bodies(paragraphs: Iterable[str]) -> list[str]:
    """The bodies that a heading or resolution names, in order, each once."""
    found: list[str] = []
    for text in paragraphs:
        line = plain(text)[:1_500]
        for match in (*_CHAIN.finditer(line), *_HEADING.finditer(line)):
            found += [each["body"].rstrip(", ") for each in _EACH.finditer(match["chain"])]
        found += [match["body"] for match in _FOR.finditer(line)]
    return list(dict.fromkeys(found))
