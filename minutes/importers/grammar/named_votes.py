"""Votes with a name in their label: `Abstimmung Sachkundige Bürger: 3/0/0`, `Ziffer 2: einstimmig angenommen`. Pure."""

import re

from minutes.importers.grammar import bodies, result_lines, tallies
from minutes.importers.grammar.letters import plain, sentences

_NAMED = re.compile(
    r"(?:Abstimmung|Abstimmungsergebnis)\s(?P<name>(?!über\b|zu[mr]?\b)[A-ZÄÖÜ\d][^:|;.]{0,50}?)\s?:\s?"
)
# `Änderungsantrag: 8 : 3 Stimmen, damit angenommen.`
_MOTION = re.compile(
    r"(?P<name>(?:[A-ZÄÖÜ]\w+-?[Aa]ntrag|Antrag)(?:\s(?:der|des|von)\s[^:]{2,160})?)\s?:\s(?P<result>\d{1,3}\s?:\s?\d{1,3}[^:]{0,80}|\d{1,3}\s(?:Ja|Nein|Gegen)-?[Ss]timmen?[^:]{0,120}|(?:einstimmig|mehrheitlich)\s[^:]{3,80})"
)
# `2. Wahlgang: 7 Ja-Stimmen, 5 Nein-Stimmen. Herr Kohl ist gewählt.`
_BALLOT = re.compile(r"(?P<name>(?:\d\.|Erster|Zweiter|Dritter)\sWahlgang)\s?:\s(?P<result>\d{1,3}\s(?:Ja|JA).{3,300})")
# `Grundsteuer B (480 v. H.): 17 Ja, 3 Nein = angenommen`
_PUT_APART = re.compile(
    r"(?P<name>[A-ZÄÖÜ][^:;]{2,80}?)\s?:\s(?P<result>\d{1,3}\s(?:Ja|JA)\b[^:;]{3,80}[=–-]\s?(?:angenommen|abgelehnt|beschlossen|genehmigt|zugestimmt))\.?"
)
_OF = r"(?:Position|Ziffer|Ziff\.|Punkt|Nr\.|Buchstabe|Absatz|Teil)\s[\w.]{1,5}"
_PART = re.compile(
    rf"(?P<name>(?:[Zz]u\s)?{_OF}|[Zz]u\s[a-z\d]{{1,2}}[.)])\s?:?\s+(?P<result>(?:[^:]|(?<=\d\s):(?=\s?\d)|(?<=\d):(?=\d)){{3,160}})"
)
_TELLS_PART = re.compile(rf"(?:(?:{bodies.BODY}|Sie|Er|Es)\s\w+\s|(?:Die|Der|Das)\s)?{_OF}\b")
_ON_PART = re.compile(rf"\b{_OF}\b|\bzu\s[a-z\d]{{1,2}}[.)]", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,3}(?:/\d{1,3}){1,2}|\d{1,3}(?:\s?:\s?\d{1,3}){2}")


def read(text: str) -> list[tuple[str, str]]:
    """Name and result of each vote, if the paragraph is nothing else."""
    line = plain(text).strip("| ")
    part = _PART.fullmatch(line)
    if part and result_lines.is_result(part["result"]) and not re.match(r"[Kk]enntnis", part["result"]):
        return [(part["name"], part["result"])]
    ballot = _BALLOT.fullmatch(line)
    if ballot and tallies.is_count_line(sentences(ballot["result"])[0]):
        return [(ballot["name"], ballot["result"])]
    apart = _PUT_APART.fullmatch(line)
    if apart and not re.match(r"Abstimmung|Ergebnis|Beschluss", apart["name"]):
        return [(apart["name"], apart["result"].replace(" = ", " – "))]
    motion = _MOTION.fullmatch(line)
    if motion and result_lines.is_result(motion["result"]):
        return [(motion["name"], motion["result"])]
    heads = list(_NAMED.finditer(line)) if len(line) <= 400 else []
    if not heads or heads[0].start() != 0:
        return []
    ends = [head.start() for head in heads[1:]] + [len(line)]
    found = [(_name(head), line[head.end() : end].strip(" |,;")) for head, end in zip(heads, ends, strict=True)]
    return found if all(_is_tally(result) for _, result in found) else []


def is_part(label: str) -> bool:
    """Whether a vote is on a part of what is resolved."""
    return bool(_ON_PART.search(label))


def tells_part(result: str) -> bool:
    """`Der Rat stimmt Ziffer 1 des Antrags zu.`, `Position 4 wird abgelehnt.`"""
    return bool(_TELLS_PART.match(plain(result)))


def _name(head: re.Match[str]) -> str:
    """The name; a mere number says nothing without its word."""
    return f"Abstimmung {head['name']}" if re.fullmatch(r"[IVX\d]+\.?", head["name"]) else head["name"]


def _is_tally(text: str) -> bool:
    return bool(_NUMBERS.fullmatch(text)) or (result_lines.is_result(text) and not tallies.is_ratio(text))
