"""Openings of resolutions that say how was voted: `Der Rat beschließt mehrheitlich (23 Ja-Stimmen, 1 Nein-Stimme):`. Pure."""

import re

from minutes.importers.grammar import tallies
from minutes.importers.grammar.letters import plain, sentences

BODY = (
    r"(?:[Dd]er|[Dd]ie|[Dd]as)\s(?:[A-ZÄÖÜ][\w,-]*(?:\s(?:und|für)\s[A-ZÄÖÜ][\w-]*){0,3}(?:ausschuss|rat|tag|vertretung|versammlung|beirat|vorstand|senat|kommission)|"
    r"(?:[A-ZÄÖÜ][\w-]*)?[Aa]usschuss\sfür\s(?:(?!\b(?:mit|bei|einstimmig|mehrheitlich)\b)[^:.]){3,90}|Rat|Ausschuss|Gremium|Magistrat|(?:Ausschuss|Rats)?[Mm]itglieder|Anwesenden)(?:\s(?:der|des)\s[^:.,]{2,60}?)?"
)
_VERB = r"(?:beschließ(?:t|en)|beschloss(?:en)?|fa(?:ss|ß)(?:t|te|en|ten)|empfiehlt|empfahl|empfehlen|empfahlen|wähl(?:t|te|en|ten)|genehmigt|genehmigte|stimmt|stimmte)"
# What is made: a resolution or a recommendation.
_MADE = r"(?:(?:die|der|den)\s)?(?:[Nn]achf|[Ff])olgende[rn]?\s(?:[A-ZÄÖÜ]\w*)?(?:[Bb]eschluss|[Bb]eschlüsse|[Bb]eschlussempfehlung|[Ee]mpfehlung|[Bb]eschlussempfehlungen|[Ee]mpfehlungen)"
_VOTES = r"(?:[Ss]timmen?|(?:[Ss]timm)?[Ee]nthaltung(?:en)?)\b(?:\s(?:des|der|von)\s[^:.,()]{2,60}(?:\s\([^()]{2,40}\))?(?=[,:]))?"
_FURTHER = rf"(?:(?:,|,?\s(?:und|sowie|bei|gegen|ohne))\s[^:.,()]{{0,30}}?{_VOTES}){{0,3}}"
_SO = r"(?:einstimmig|mehrheitlich|einmütig)"
_CAST = rf"(?:bei|mit)\s(?:\d{{1,3}}\s?:\s?\d{{1,3}}\s|[^:.]{{1,90}}?){_VOTES}{_FURTHER}"
_HOW = rf"(?P<how>(?:{_SO}(?:\s{_CAST})?|{_CAST}(?:,?\s{_SO})?)(?:\s?\([^()]{{2,120}}\))?)"
_END = r"(?:,?\s[^:.]{0,160})?(?::|\b(?:den|nachstehenden|nachfolgenden)$|\bfolgende[nrs]?(?:\s[A-ZÄÖÜ][\w-]*)?\s?:?)"
_FORMS = (
    re.compile(rf"(?:(?:Daraufhin|Sodann|Anschließend)\s)?{BODY}\s{_VERB}\b[^:.]{{0,100}}?\s?{_HOW}{_END}"),
    re.compile(rf"(?:Antrag\s[^:.]{{2,80}},\s)?{_HOW}\s{_VERB}\s{BODY}{_END}", re.IGNORECASE),
    # `So geändert fasst der Rat bei 9 Ja-Stimmen folgenden Beschluss:`; `… folgenden`, where the resolution stands above.
    re.compile(rf"(?:[A-ZÄÖÜ][^:.,]{{2,60}}\s)?{_VERB}\s{BODY}\s{_HOW}\s(?:{_MADE}\s?:|folgende[nr]?\s?:?)"),
    # `Sodann beschloss der Kreistag mit 15 Ja-Stimmen gegen 7 Nein-Stimmen:`
    re.compile(
        rf"(?:(?:Daraufhin|Sodann|Anschließend|Danach|Abschließend|Schließlich|Hierauf|Somit)\s)?{_VERB}\s{BODY}\s{_HOW}(?:\sFolgendes|\swie\sfolgt)?\s?:",
        re.IGNORECASE,
    ),
    # `Folgende Empfehlung wird bei 12 Ja-Stimmen einstimmig gefasst:`, `Es wird einstimmig folgender Beschluss gefasst:`
    re.compile(
        rf"(?:{_MADE}\s)(?:wird|wurde|werden|wurden)\s(?:[a-zäöü]+\s)?{_HOW}\s(?:gefasst|beschlossen|gefaßt|ausgesprochen|abgegeben)\s?:?"
    ),
    re.compile(
        rf"(?:Es\s|Daraufhin\s|Sodann\s)?(?:wird|wurde|werden|wurden)?\s?{_HOW}\s(?:(?:wird|wurde|werden|wurden)\s)?(?:einstimmig\s|mehrheitlich\s)?{_MADE}(?:\s(?:gefasst|beschlossen|gefaßt|ausgesprochen|abgegeben))?\s?:",
        re.IGNORECASE,
    ),
    # `Mit 14:0 Stimmen beschlossen:`
    re.compile(rf"(?P<how>{_CAST}\s(?:beschlossen|angenommen|abgelehnt|zugestimmt))\s?:", re.IGNORECASE),
    # `Es ergeht mit 9 Ja-Stimmen folgender Beschluss:`
    re.compile(rf"(?:[A-ZÄÖÜ][^:.,]{{1,80}}?\s)?(?:ergeht|erging)\s{_HOW}\s{_MADE}\s?:"),
    # `Auf Antrag von Ktabg. Kohl wird die Vorlage mit 9 Ja-Stimmen wie folgt geändert beschlossen:`
    re.compile(
        rf"[^:]{{3,200}}?\s(?:wird|werden|wurde|wurden)\s(?:[^:]{{1,120}}?\s)?(?P<how>(?:{_SO}|{_CAST})(?:\s(?:wie\sfolgt|so))?(?:\sgeändert)?\s(?:beschlossen|gefasst|empfohlen))\s?:"
    ),
)

_LABEL = re.compile(r"^Beschlu(?:ss|ß)\s?:\s")
_THIS = r"(?:\s(?:(?:[Nn]achf|[Ff])olgendes|[Nn]achstehendes|das\sFolgende|wie\sfolgt))?"
_OPENS = re.compile(
    rf"{BODY}\s(?:beschließt|beschloss|empfiehlt|empfahl)(?:\s(?:dem|der|den)\s[^:.,]{{3,60}}?)?{_THIS}\s?:"
    # `Zum Schluss beschloss der Gemeinderat:`, `Nach Vortrag und Aussprache beschließt der Rat Folgendes:`
    rf"|(?:Zum\sSchluss|Abschließend|Daraufhin|Sodann|Anschließend|Danach|(?:Nach|Ohne|Auf)\s[^:.;,]{{3,100}}?)\s(?:beschließt|beschloss|empfiehlt|empfahl)\s{BODY}{_THIS}\s?:"
)


def opens(text: str) -> bool:
    """`Der Bauausschuss empfiehlt:` alone, with the resolution below it."""
    return len(text) <= 200 and bool(_OPENS.fullmatch(plain(text)))


_GOES_ON = re.compile(
    rf"{BODY}\s(?:beschließt|beschloss|beauftragt|beauftragte|ermächtigt|ermächtigte|bittet|bat|empfiehlt|empfahl)\b"
)


def goes_on(text: str) -> bool:
    """`Der Rat beauftragt die Verwaltung, …`: a further sentence of what a body resolves, whomever it names."""
    return bool(_GOES_ON.match(plain(text)[:300]))


def how(text: str) -> str:
    """How was voted, if a paragraph opens the resolution below it and says that; else nothing."""
    line = _LABEL.sub("", plain(text))
    if line.endswith(":") and len(line) < 1_500:
        # What else the paragraph says stands before that.
        line = sentences(line)[-1]
    if len(line) > 400:
        return ""
    return next((match["how"] for form in _FORMS if (match := form.fullmatch(line))), "")


# What follows such an opening on its line: a sentence, or a point of a list.
_BEHIND = re.compile(r":\s(?=[„\"]?[A-ZÄÖÜ\d])")


def how_and_what(text: str) -> tuple[str, str]:
    """How was voted, and what was resolved, if that stands on the same line: `Es ergeht mit 9 : 3 Stimmen folgender Beschluss: …`"""
    told = how(text)
    if told:
        return told, ""
    line = plain(text)
    for colon in _BEHIND.finditer(line[:300]):
        told, rest = how(line[: colon.start() + 1]), line[colon.end() :]
        if told and len(rest) > 20 and not tallies.is_count_line(rest):
            return told, rest
    return "", ""


# `Beschluss (einstimmig):`, `Beschluss: (einstimmig)`, `Beschluss Nr. 12/2026 (9 : 2) …`
_BRACKET = re.compile(
    r"Beschlu(?:ss|ß)\s?:?\s?-?\s?(?:(?:Nr\.?|Nummer)\s?:?\s?[\w./-]{1,16}\s)?(?:\((?:mit\s)?(?P<how>(?:einstimmig|mehrheitlich|einmütig)[^()]{0,200}|(?:bei\s)?\d{1,3}\s(?:(?:Stimmen\s)?dafür|Ja|JA|Nein|NEIN|Gegen|Enth)[^()]{2,80}|\d{1,3}\sgegen\s\d{1,3}\sStimmen?|\d{1,3}\s?[:/]\s?\d{1,3}(?:\s?[:/]\s?\d{1,3})?(?:\sStimmen)?)\)\s?:?|(?P<bare>(?:mit\s)?\d{1,3}\s?:\s?\d{1,3}(?:\sStimmen)?|(?:[–-]\s)?(?:einstimmig|mehrheitlich|einmütig)(?:\s(?:mit|bei|gegen)\s[^:.]{3,80}|\s\([^():]{3,60}\))?)\s?:|(?P<alone>(?:mit\s)?\d{1,3}\s?:\s?\d{1,3}(?:\sStimmen)?|mit\s\d{1,3}\s(?:gegen|zu)\s\d{1,3}\sStimmen?(?:,?\s(?:bei|und)\s\w{1,12}\s(?:Stimm)?[Ee]nthaltung(?:en)?)?)\.?$)\s?"
)


def in_bracket(text: str) -> tuple[str, str]:
    """How was voted, in a bracket behind the label of a resolution, and what stands behind that."""
    line = plain(text)
    match = _BRACKET.match(line)
    return (match["how"] or match["bare"] or match["alone"], line[match.end() :]) if match else ("", "")


def is_alone(text: str) -> bool:
    """Whether a paragraph that opens a resolution says nothing before that."""
    return len(sentences(plain(text)[:1_500])) == 1
