"""Lines of results that stand without a label, or at the end of a paragraph: `Mehrheitlich abgelehnt (20 JA, 25 Nein)`. Pure."""

import re

from minutes.importers.grammar import boxes, decided, decisions, outcomes, tallies
from minutes.importers.grammar.elsewhere import is_reported
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.loading.line import WIDE

_RESULT_SENTENCE = re.compile(
    r"(?:Der|Die|Das|Dem|Den)\s(?:[^.]|(?<=\d)\.){1,160}\b(?:wird|werden|wurde|wurden)\s(?:[^.]{0,30}\s)?(?:einstimmig|mehrheitlich|einmütig)\b[^.]{0,60}\b(?:genehmigt|beschlossen|angenommen|abgelehnt|zugestimmt|verwiesen|vertagt|gewählt|empfohlen|befürwortet|gebilligt)\.?"
)
_RESULT_WORDS = re.compile(
    r"^(?:[-–]\s*)?(?:mit\s(?:dieser|diesen|der|den)\s(?:änderung|ergänzung)(?:en)?\s?:?\s(?=einstimmig|mehrheitlich|mit\s|bei\s))?(?:(?:in|mit)\s(?:der\s|dieser\s|so\s)?(?:(?:ge|abge)ändert|ergänzt)e[rn]?\s(?:form|fassung)\s(?=einstimmig|mehrheitlich|einmütig|beschlossen|angenommen|genehmigt|zugestimmt|bei\s|mit\s))?(?:(?:der|die|das)\s(?:beschluss(?!fähig)|antrag|beschlussvorschlag|beschlussempfehlung|abstimmung)\w*\s(?:wird|wurde|erfolgt|ergeht|ist)\s(?:damit\s|somit\s)?)?"
    r"(?:(?:wie\s(?:vorgeschlagen|vorgelegt|beantragt|empfohlen)|laut\svorlage)\s(?:einstimmig\s|mehrheitlich\s)?(?:beschlossen|angenommen|genehmigt|zugestimmt)\b|gewählt\s(?:mit|bei)\s\w|(?:stimmen)?mehrheit\s(?:bei|mit|gegen)\b|(?:so\s)?(?:beschlossen|angenommen|genehmigt)\s(?:mit|bei)\b|ohne (?:gegenstimmen?|(?:stimm)?enthaltung(?:en)?)\b|ohne (?:widerspruch|einwände|gegenrede) (?:genehmigt|angenommen|beschlossen|zugestimmt)\b|\(?einstimmig|mehrheitlich|einmütig|einhellig(?:e zustimmung| (?:angenommen|beschlossen|zugestimmt|genehmigt))|allgemeine zustimmung|einst\.|mehrh\.|bei\s(?:stimmengleichheit|enthaltung|(?:\d|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)[^.;]{0,40}?(?:stimm|nthaltung))|mit\s(?:(?:allen\s)?\d{1,4}(?![.,]\d)(?=[^.;]{0,40}(?:stimm|nthalt|:|\bzu\b|gegen|/|\bja\b|\bnein\b|dafür|angenommen|beschlossen))|(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)\w*\s(?:\S+\s)?\S*(?:stimme|enthaltung|:|zu\b|gegen)|(?:[a-zäöü]{3,15}er\s)?(?:stimmen)?mehrheit|den stimmen)|"
    r"(?:wird|wurde)\s(?:einstimmig|mehrheitlich|einmütig|genehmigt|angenommen|abgelehnt|zugestimmt)\b|stimmengleichheit|ohne (?:förmliche|formelle) abstimmung|gegen (?:die (?:\w*stimmen?\b|voten\b|fraktion|\S{2,20}-fraktion)|eine[r]? (?:gegen)?stimme|(?:zwei|drei|vier|fünf|sechs) (?:gegen)?stimmen|\d{1,3}\s(?:\w+-?\s?)?(?:stimme|gegenstimme|nein))|beschlu(?:ss|ß)\s?:?\s(?:erfolgt\s|erfolgte\s)?(?:einstimmig|mehrheitlich)|zustimmung|ablehnung|(?:zugestimmt|abgelehnt|angenommen)(?!\s(?:worden|werden|werde|wird|wurde|sei)\b)|keine abstimmung|kenntnis)",
    re.IGNORECASE,
)


# `(bei 2 Gegenstimmen und 1 Enthaltung)`
_IN_BRACKETS = re.compile(r"^\(((?:bei|mit|gegen)\s[^()]{3,160})\)$")
# `6 Ja, 2 Nein - angenommen`
_COUNTED_AND_DECIDED = re.compile(
    r"(?:\d{1,3}\s|(?:Ja|JA|[Dd]afür)(?:-Stimmen)?\s?:?\s?\d{1,3}\b)[^;]{2,80}[\s(–-]\s?(?:angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt|gewählt)\)?(?:\s?[–-])?\.?$"
)
# `- bei Enthaltung der ABC-Fraktion mehrheitlich abgelehnt -`
_BETWEEN_DASHES = re.compile(rf"[-–]\s?[^:.]{{3,200}}{tallies.DECIDED.pattern}\s?[-–]")


# `Antrag abgelehnt: 2 dafür, 10 dagegen`
_ON_MOTION = re.compile(
    r"(?:[\w-]*[Aa]ntrag|[\w-]*[Vv]orlage|[\w-]*[Vv]orschlag|Beschluss)\s(?:ist\s|wird\s|wurde\s)?(?:damit\s)?(?:angenommen|abgelehnt|beschlossen|zugestimmt)\s?[:,(–-]\s?(?P<counts>[^:]{3,90}|[^;]{3,90}\d)\)?\.?"
)
# `5 Nein-Stimmen, Rest Ja-Stimmen`
_REST = re.compile(
    r"^\w{1,12}\s(?:Nein|Gegen)[^.;:]{3,80},\s(?:der\s|die\s|alle\s)?(?:Rest|[Üü]brigen?|[Aa]nderen?)\s(?:Ja|dafür|mit\sJa)[\w -]*\.?$"
)
# `Keine Gegenstimme, eine Enthaltung, damit angenommen.`
_THEREFORE = re.compile(
    r"(?P<counts>[^.;:]{5,80}?),\s(?:damit|somit|also)\s(?:ist\s\w+\s\w+\s)?(?:nicht\s)?(?:angenommen|abgelehnt|beschlossen|genehmigt|zugestimmt)\.?"
)

# `genehmigt Ja 7 Nein 0 Enthaltung 1`
_STATUS_AND_COUNTS = re.compile(
    r"(?P<status>[a-zäöü]{6,20}(?:\s[a-zäöü]{6,20})?)\s?[:,–-]?\s(?P<counts>Ja\s?:?\s?\d{1,3}\b.{3,80})"
)


def is_result(text: str) -> bool:
    """Whether a paragraph is a result that stands without a label: `Mehrheitlich abgelehnt (20 JA, 25 Nein)`."""
    line = _IN_BRACKETS.sub(r"\1", boxes.ticked(plain(text).strip("| ")))
    if len(line) > 260 or (line.endswith(":") and len(tallies.read(line).counts) < 2):
        # A form whose last number was left out has the others.
        return False
    if _COUNTED_AND_DECIDED.match(line) and tallies.read(line).counts:
        return True
    if _REST.search(line) and len(line) < 120 and tallies.read(line).counts:
        return True
    status = _STATUS_AND_COUNTS.fullmatch(line)
    if status and outcomes.is_status(status["status"]) and _is_counted(status["counts"]):
        return True
    told = _ON_MOTION.fullmatch(line) or _THEREFORE.fullmatch(line)
    if told and tallies.is_count_line(told["counts"]):
        return True
    if (len(line) <= 60 and tallies.is_decided_ratio(line)) or _BETWEEN_DASHES.fullmatch(line):
        return True
    return tallies.is_count_line(line) or bool(_RESULT_WORDS.match(line)) or is_result_sentence(line)


_AT_END = re.compile(
    r"[.!][“”\"»]?\s(?:Abstimmungs-?[Ee]rgebnis|Abstimmung|Ergebnis der Abstimmung|Abst\.-?\s?Erg(?:ebnis|\.)?|Abst\.|Abstimmungsresultat|(?:Abstimmungs|Stimm(?:en)?)verhältnis)\s?:\s?(?P<result>[^:]{3,160}|\d{1,3}\s?:\s?\d{1,3}\s?:\s?\d{1,3}|[^:]{0,60}\d\s?:\s?\d[^:]{0,60})$"
)
# `Die Spende wird angenommen. Einstimmig.`
_BARE_AT_END = re.compile(
    r"\b(?:wird|werden|wurden?|zu)\b[^.!?]{3,200}[.!][“”\"»]?\s(?P<result>(?:Einstimmig|Mehrheitlich)(?:\s(?:angenommen|beschlossen|genehmigt|zugestimmt|abgelehnt))?)\.?$"
)
# `1. Der Zaun wird gebaut. – 23 Ja, 14 Nein`, `II. Das Tor wird versetzt. (18 : 4)`
_OF_POINT = re.compile(
    r"(?P<mark>(?:\d{1,2}|[IVX]{1,4})[.)]|[a-h]\))\s.{10,1500}?(?:[.!]?\s[–-]\s(?P<behind>[^–]{3,60})|[.!]\s\((?P<inside>[^()]{3,60})\))\.?"
)
# `… beeinträchtigt. Beschluss Nr. 90/2026 11 : 2`
_NUMBERED_AT_END = re.compile(
    r"[.!][“”\"»]?\sBeschlu(?:ss|ß)\s?-?\s?Nr\.\s?:?\s\d{1,4}(?:[/.-]\d{2,4})?\s?[:;,–-]?\s(?P<result>\d{1,3}\s?:\s?\d{1,3}(?:\s?:\s?\d{1,3})?(?:\sStimmen)?)$"
)


# `Vergabe an die Fa. Kohl; angenommen gegen eine Stimme.`
_CLAUSE_AT_END = re.compile(
    r"[^.;:]{12,200};\s(?P<result>(?:(?:einstimmig|mehrheitlich)\s)?(?:angenommen|beschlossen|genehmigt|abgelehnt|zugestimmt)\s(?:gegen|bei|mit)\s[^.;:]{3,80})\.?$"
)
# `Der Zaun wird gebaut. Zustimmung 9, Ablehnung 3.`
_COUNTED_AT_END = re.compile(
    r"(?P<told>(?:^|(?<=[.!]\s))(?:[^.!?]|(?<=\d)\.){12,360}[.!][“”\"»]?)\s(?P<result>[^.!?]{6,90})\.?$"
)


# `Die Pflicht wird übertragen. [Ja: 9 | Nein: 0]`
_BOXED_AT_END = re.compile(r"[.!]\s[\[(](?P<result>[^\[\]()]{5,80})[\])]\.?$")
# `Der Plan wird beschlossen. – 6 : 1 Stimmen –`
_DASHED_AT_END = re.compile(r"[.!][“”\"»]?\s[–-]\s(?P<result>[^–.;]{3,60}?)\s[–-]$")
_CAST_AHEAD = re.compile(r"(?:Mit|Bei|Gegen|Einstimmig|Mehrheitlich|Angenommen|Abgelehnt|Beschlossen)\b")
# `(einstimmig)`, `(Einstimmige Zustimmung, 13 Ja-Stimmen)`
_ALL_OR_MOST = re.compile(
    r"(?:[Ee]instimmig|[Mm]ehrheitlich)e?(?:\s(?:Zustimmung|Annahme|beschlossen|angenommen))?(?:,?\s(?:mit\s|bei\s|gegen\s)?\w{1,12}\s(?:Ja-?\s?|Nein-?\s?|Gegen)?(?:[Ss]timmen?|Enthaltung(?:en)?))?"
)


def told_at_end(text: str) -> str:
    """`Der Zaun wird gebaut. Mit 9 Ja-Stimmen und 2 Nein-Stimmen angenommen.`: the last sentence of a resolution, if it tells the numbers of its vote."""
    *before, last = sentences(plain(text)[-600:], 40) or [""]
    return last if before and _CAST_AHEAD.match(last) and is_result(last) and tallies.read(last).counts else ""


def _is_counted(text: str) -> bool:
    """Whether these are numbers of a vote, two at least."""
    return tallies.is_count_line(text) and len(tallies.read(text).counts.keys() & {"yes", "no", "abstain"}) > 1


def cell_at_end(text: str) -> tuple[str, str]:
    """`Der Markt tritt dem Verband bei.          15 : 0`: what stands before the numbers in a column of their own, and these."""
    gaps = list(WIDE.finditer(text, max(len(text) - 260, 0)))
    cell = plain(text[gaps[-1].end() :]) if gaps else ""
    is_result = tallies.is_ratio_alone(cell) or _is_counted(cell)
    return (text[: gaps[-1].start()], cell) if is_result else (text, "")


def result_at_end(text: str) -> str:
    """`… wird zugestimmt. Abstimmungsergebnis: Einstimmig`: the result at the end of a paragraph."""
    end = plain(text)[-260:].rstrip("| ")
    if cell := cell_at_end(text)[1]:
        return cell
    match = _AT_END.search(end)
    if match and is_result(match["result"]):
        return match["result"]
    counted = _COUNTED_AT_END.search(end)
    if counted and _is_counted(counted["result"]):
        decision = decisions.read(f"{counted['told'].rstrip('.! ')}: {counted['result']}")
        is_whole = "yes" in tallies.read(counted["result"]).counts
        if decision is None or (is_whole and decision.code in {"adopted", "adopted_amended"}):
            # Of what a sentence refuses, these may be the numbers of those who refuse it.
            return counted["result"]
    boxed = _BOXED_AT_END.search(end)
    if boxed and (_is_counted(boxed["result"]) or _ALL_OR_MOST.fullmatch(boxed["result"])):
        return boxed["result"]
    dashed = _DASHED_AT_END.search(end)
    if dashed and (tallies.is_ratio(dashed["result"]) or is_result(dashed["result"])):
        return dashed["result"]
    clause = _CLAUSE_AT_END.search(end)
    if clause:
        return clause["result"]
    numbered = _NUMBERED_AT_END.search(end) or _BARE_AT_END.search(end)
    return numbered["result"] if numbered else ""


def of_point(text: str) -> tuple[str, str]:
    """The mark of a point of a resolution, and the result behind it; empty where there is none."""
    match = _OF_POINT.fullmatch(plain(text))
    told = (match["behind"] or match["inside"]) if match else ""
    is_told = tallies.is_ratio(told) or tallies.is_decided_ratio(told) or is_result(told) if told else False
    return (match["mark"], told) if match and is_told else ("", "")


def is_result_sentence(text: str) -> bool:
    """`Die Tagesordnung wird einstimmig genehmigt.`: a vote told as a sentence, or a number with whatever in brackets."""
    line = plain(text).strip("| ")
    told = _RESULT_SENTENCE.fullmatch(line) or tallies.tells_ratio(line.rstrip(" ."))
    if told and is_reported(line):
        return False
    return tallies.opens_count_line(text) or bool(told) or decided.code_of(text) is not None
