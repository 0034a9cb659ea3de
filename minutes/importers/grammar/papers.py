"""Numbers of papers (Vorlagen) in a text. Pure.

Every office numbers them in its own way. Forms that nothing else has are found everywhere; forms like `126/2015`, which
may be anything, only after a word such as "Vorlage", or at the end of a heading.
"""

import re

from minutes.importers.grammar.letters import plain

_SURE = re.compile(
    r"(?<![\w/-])(?:"
    r"WP\s\d\d-\d\d\sSV\s\d{1,3}/\d{2,4}(?:/\d{1,2})?"
    r"|(?:SV|BV|MV|IV|BU|DS|AT|VL|TV|IfV|StV|RV|KV|VZ|MT|AF)[ -]\d{1,4}[-/]\d{2,5}(?:[-/]\d{1,3})?"
    r"|(?:V|VO|AN|AF|BV|SV|DS|MV|IV|AT|A|B|M|VL|RV|KV|BVL|XVII|XVIII|X{1,2}I{0,3}V?)/\d{2,4}/\d{2,5}(?:[-/]\d{1,3})?"
    r"|\d{2,4}/(?:SVV|BV|VO|SV|DS|AT|MV|AN|IV|KT|GV|V)/\d{2,5}(?:[-/]\d{1,3})?"
    r"|(?:BV|SV|MV|IV|VO|DS|AT|AN|V)/\d{3,5}/\d{4}(?:[-/]\d{1,3})?"
    r"|\d{4}/[A-Z]{2,4}/\d{2,5}"
    r"|\d{2}-\d{5}(?:-\d{2})?"
    r"|\d{3,5}/[XVI]{2,6}"
    r")(?![\w/]|-\d)"
)
_LOOSE = r"[A-Z]{0,4}[-/ ]?\d{1,5}(?:[-/.][A-Z]{0,4}\d{1,5}){1,3}(?:[-/]\d{1,2})?(?:\s?-?[IVX]{1,4}\b)?"
_NAMED = re.compile(
    r"\b(?:Vorlagen?(?:-?\s?Nr\.|nummer|-Nummer)?|[A-Z][a-zäöü]*vorlagen?(?:-?\s?Nr\.|nummer)?|Drucksachen?(?:-?\s?Nr\.|nummer)?|Drs\.|DS|Ds\.|BV|MV|SV|VO|Antrag(?:s)?-?\s?Nr\.|Vorl\.-Nr\.|VL)\s*(?:Nr\.\s*)?(?::|-|–)?\s*"
    rf"(?P<list>{_LOOSE}(?:(?:,|;|\sund|\s/)\s*{_LOOSE})*)"
)
_AT_END = re.compile(rf"(?:\s{{3,}}|\t|\s[–-]\s|\()(?:Vorlage:?\s*)?(?P<number>{_LOOSE})\)?\s*$")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}")


def find(text: str) -> list[str]:
    """The numbers in a text, in order, each once."""
    line = plain(text)
    found = [(match.start(), match.group()) for match in _SURE.finditer(line)]
    for match in _NAMED.finditer(line):
        for number in re.finditer(_LOOSE, match["list"]):
            if not _DATE.fullmatch(number.group().strip()):
                found.append((match.start("list") + number.start(), number.group().strip()))
    kept: list[str] = []
    for _place, paper in sorted(found):
        if paper not in kept and not any(paper in other for other in kept):
            kept = [other for other in kept if other not in paper]
            kept.append(paper)
    return kept


def at_end(text: str) -> tuple[str, str]:
    """A heading without the number at its end, and the number: `Zuschuss      SV-11-0615`."""
    stripped = text.strip()
    last = next(reversed(list(_SURE.finditer(stripped))), None)
    if last and last.end() >= len(stripped.rstrip(" )")):
        before = stripped[: last.start()]
        if re.search(r"(?:\s{2,}|\(|\s[–-]\s?|:\s)$|^$", before):
            title = re.sub(r"\s*(?:\(|/|[–-]|(?:\w*[Vv]orlage|Drucksache|DS)(?:\s?-?\s?Nr\.)?:?\s?)*\s*$", "", before)
            return title.strip(), last.group()
    match = _AT_END.search(stripped)
    if match and not _DATE.fullmatch(match["number"]) and re.search(r"\d", match["number"]):
        return stripped[: match.start()].strip(), match["number"].strip()
    return stripped, ""
