"""Votes with a name in their label: `Abstimmung Sachkundige Bürger: 3/0/0`, `Ziffer 2: einstimmig angenommen`. Pure."""

import re

from minutes.importers.grammar import (
    bodies,
    clauses,
    count_labels,
    decisions,
    groups,
    membership,
    result_lines,
    tallies,
)
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
# `Hauptantrag: 4 dafür, 8 dagegen, 1 Enthaltung`, `§ 2: Ja 6, Nein 7`, `zwei Tage: 5 Ja, 4 Nein – angenommen`
_ANY = re.compile(
    r"(?P<name>(?![^:]*(?:umfrage|Umfrage|efragung|nhörung|entscheid)\b)(?!(?:[Ff]ür|[Gg]egen|Abst|Ergeb|Beschlu|Beratung|Stimm|Gesamt|Davon|davon|Anw|anw)\b)[^:;|]{2,90}?)\s?:\s(?P<result>(?P<numbers>[^;|]{5,90}?)(?:(?:\s?(?:[=–-]|->|=>|→)|,)\s?(?:damit\s|somit\s|also\s)?(?:nicht\s)?(?:angenommen|abgelehnt|beschlossen|genehmigt|zugestimmt))?)\.?"
)
# `Für die Linde am Markt: 11 dafür, 2 dagegen – angenommen.`
_FOR_IT = re.compile(r"Für\s(?:den|die|das|eine?n?)\s")
# `Beschluss zu A 7/2026: bei 2 Gegenstimmen beschlossen.`, `Beschluss zu b): Das Einvernehmen wird erteilt. Einstimmig.`
_RESOLVED = re.compile(
    r"(?:Beschlu(?:ss|ß)|Abstimmung|Ergebnis|Abstimmungsergebnis)\s(?P<name>(?:zu|zum|zur)\s[^:;|.]{1,60}?)\s?:\s(?P<result>(?:[^:|]|(?<=\d)\s?:(?=\s?\d)){6,300})"
)
# `Antrag Kohl: 6 Ja, 6 Nein. Der Antrag ist abgelehnt.`
_CONCLUDED = re.compile(
    r"(?P<counted>[^.;|]{3,90}:\s[^.;|]{5,90})\.\s(?:(?:Der|Die|Das)\s[^.;:,|]{2,60}\s(?:ist|wird|gilt|wurde)\s(?:damit\s|somit\s)?(?:als\s)?|(?:Damit|Somit)\s(?:ist|gilt)\s(?:der|die|das)\s[^.;:,|]{2,60}\s)(?P<code>(?:nicht\s)?(?:angenommen|beschlossen|genehmigt)|abgelehnt|gescheitert|verworfen)\.?"
)
# `a) Feststellung der Jahresrechnung: einstimmig`
_POINT = re.compile(
    r"(?P<name>(?:[a-h]\)|\d{1,2}[.)]|[IVX]{1,4}[.)])\s[^:;|]{3,90}?)\s?:\s(?P<result>(?:[Ee]instimmig|[Mm]ehrheitlich)\b[^:;|]{0,60})"
)
# `TSV Neustadt, Tore   980 €   (7 Ja, 1 Nein)`
_GRANT = re.compile(
    r"(?P<name>[A-ZÄÖÜ][^:;|()]{3,90}?\s[\d.]{1,9}(?:,\d\d)?\s?(?:€|Euro|EUR))\s\((?P<result>[^()]{5,80})\)\.?"
)
# `Kosten der Unterkunft: 6 Stimmen dafür`
_ONE_SIDE = re.compile(
    r"(?P<name>(?!(?:Ergebnis|Abst|Stimm|Gesamt|Davon|davon)\w*)[A-ZÄÖÜ][^:;|]{5,80}?(?<![\d\s]))\s?:\s(?P<result>\d{1,3}\sStimmen?\sdafür)\.?"
)
# `Vorschlag: Frau Ohm. Ja 10, Nein 2`
_PROPOSED = re.compile(r"(?P<name>(?:Wahlv|V)orschlag\s?:\s[^.:;\d]{3,60})[.;]\s(?P<result>[^.;]{5,60})\.?")
# `Punkt a) Weg am Bach: 14 : 2 angenommen`
_POINT_RATIO = re.compile(
    r"(?P<name>(?:(?:Punkt|Ziffer|Ziff\.|Nr\.|Teil|Antrag|Buchstabe)\s)?(?:[a-h]\)|\d{1,2}[.)]?|[A-H])\s[^:;|]{2,90}?)\s?:\s(?P<result>\d{1,3}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3})?)(?:\sStimmen)?,?\s?[–-]?\s?(?P<code>angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt)\.?"
)
# `Für den Antrag Kohl: 5. Gegen den Antrag Kohl: 5. Damit nicht angenommen.`, `Für die Liste: 6. Dagegen: 4.`
_FOR = re.compile(
    r"Für\s(?P<name>[^:;]{3,80}?)\s?:\s(?P<yes>\d{1,3})(?:\sStimmen)?[.,;]\s(?:Dagegen|Gegen\s[^:;]{3,80}?)\s?:\s(?P<no>\d{1,3})(?:\sStimmen)?(?:[.,;]\sEnth(?:altung(?:en)?|\.)\s?:\s(?P<other>\d{1,3}))?\.?(?:\s(?:Damit|Somit)\s(?:(?:ist\s)?(?:der\s\w+\s|die\s\w+\s)?)?(?P<not>nicht\s)?(?:angenommen|beschlossen|(?P<refused>abgelehnt))\.?)?"
)
_LONGEST_ROW = 1_200
_SIDES = frozenset({"yes", "no", "abstain"})
_OF = r"(?:Position|Ziffer|Ziff\.|Punkt|Nr\.|Buchstabe|Absatz|Teil)\s[\w.]{1,5}"
_PART = re.compile(
    rf"(?P<name>(?:[Zz]u\s)?{_OF}|[Zz]u\s(?:[a-z\d]{{1,2}}[.)]|\d{{1,2}}(?=\s?:)))\s?:?\s+(?P<result>(?:[^:]|(?<=\d\s):(?=\s?\d)|(?<=\d):(?=\d)){{3,160}})"
)
# `Zu Beschlussvorschlag Nr. 1: Ja 7, Nein 0 Zu Beschlussvorschlag Nr. 2: Ja 6, Nein 1`
_IN_A_ROW = re.compile(
    r"(?P<name>[Zz]u\s(?:(?:Beschlussvorschlag|Beschluss|Punkt|Ziffer|Ziff\.|Absatz|Antrag)\s)?(?:Nr\.\s?)?(?:\d{1,2}|[a-h])[.)]{0,2})\s?:\s"
)
_TELLS_PART = re.compile(rf"(?:(?:{bodies.BODY}|Sie|Er|Es)\s\w+\s|(?:Die|Der|Das)\s)?{_OF}\b")
_ON_PART = re.compile(rf"^§§?\s\d|\b{_OF}\b|\bzu\s[a-z\d]{{1,2}}(?:[.)]|$)", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,3}(?:/\d{1,3}){1,2}|\d{1,3}(?:\s?:\s?\d{1,3}){2}")


def read(text: str) -> list[tuple[str, str]]:
    """Name and result of each vote, if the paragraph is nothing else."""
    line = plain(text).strip("| ")
    if in_a_row := _parted(line, list(_IN_A_ROW.finditer(line[:_LONGEST_ROW]))):
        return in_a_row
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
    if own := _any(line) or _resolved(line) or _concluded(line):
        return [own]
    heads = list(_NAMED.finditer(line)) if len(line) <= 400 else []
    return _parted(line, heads, fewest=1)


def _parted(line: str, heads: list[re.Match[str]], fewest: int = 2) -> list[tuple[str, str]]:
    """The votes of a line that is nothing but their names and numbers."""
    if len(heads) < fewest or heads[0].start() != 0:
        return []
    ends = [head.start() for head in heads[1:]] + [len(line)]
    found = [(_name(head), line[head.end() : end].strip(" |,;")) for head, end in zip(heads, ends, strict=True)]
    return found if all(_is_tally(result) for _, result in found) else []


def _any(line: str) -> tuple[str, str] | None:
    """A name of whatever kind, and behind it nothing but the numbers of a vote; no group, body or sentence has one so."""
    if len(line) > 200:
        return None
    if both := _FOR.fullmatch(line):
        numbers = f"{both['yes']} Ja, {both['no']} Nein" + (f", {both['other']} Enthaltungen" if both["other"] else "")
        return re.sub(r"^(?:den|die|das)\s", "", both["name"]), numbers
    if granted := _GRANT.fullmatch(line):
        return (granted["name"], granted["result"]) if result_lines.is_result(granted["result"]) else None
    if one := _ONE_SIDE.fullmatch(line):
        is_other = (
            count_labels.kind(one["name"])
            or groups.of_one(line)
            or any(map(clauses.is_finite, one["name"].split()[1:]))
        )
        return None if is_other else (one["name"], one["result"])
    if proposed := _PROPOSED.fullmatch(line):
        return (proposed["name"], proposed["result"]) if tallies.is_count_line(proposed["result"]) else None
    if ratio := _POINT_RATIO.fullmatch(line):
        return ratio["name"], f"{ratio['result']} – {ratio['code']}"
    if point := _POINT.fullmatch(line):
        return (point["name"], point["result"]) if result_lines.is_result(point["result"]) else None
    is_for = _FOR_IT.match(line)
    match = None if decisions.read(line) else _ANY.fullmatch(line[is_for.end() :] if is_for else line)
    if match is None or not tallies.is_count_line(match["numbers"]) or tallies.is_ratio(match["numbers"]):
        return None
    name, words = match["name"], match["name"].split()
    is_other = (
        count_labels.kind(name) or groups.of_one(line) or bodies.begins(f"Der {name} ") or membership.is_label(name)
    )
    is_told = result_lines.is_result(name) or tallies.DECIDED.search(name) or any(map(clauses.is_finite, words[1:]))
    if is_other or is_told or len(words) > 10 or len(tallies.read(match["numbers"]).counts.keys() & _SIDES) < 2:
        return None
    return name, re.sub(r"\s(?:=|->|=>|→)\s", " – ", match["result"])


def _resolved(line: str) -> tuple[str, str] | None:
    """The result behind what was resolved on: as such, or as a sentence that tells it, or ends in it."""
    match = _RESOLVED.fullmatch(line) if len(line) < 400 else None
    if match is None:
        return None
    result = match["result"].rstrip(". ")
    decision = decisions.read(f"{result}.")
    is_told = (
        result_lines.is_result(result) or tallies.is_count_line(result) or bool(result_lines.result_at_end(result))
    )
    is_told = is_told or bool(decision and decision.is_vote)
    return (match["name"], result) if is_told else None


def _concluded(line: str) -> tuple[str, str] | None:
    """Numbers, and behind them a sentence that says what follows."""
    match = _CONCLUDED.fullmatch(line) if len(line) < 240 else None
    own = _any(match["counted"]) if match else None
    return (own[0], f"{own[1]} – {match['code']}") if match and own else None


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
