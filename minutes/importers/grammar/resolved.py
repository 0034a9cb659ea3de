"""Resolutions that nothing heads, and sentences that only say what became of an item. Pure.

`Dem Verein werden 300 Euro gewährt.` right above a vote is what was voted on; `Die Niederschrift wird genehmigt.` alone
says what was decided. Nobody speaks in either.
"""

import re

from minutes.importers.grammar import (
    bare_decisions,
    clauses,
    decisions,
    endings,
    in_the_room,
    procedure,
    saying,
    voting_verbs,
)
from minutes.importers.grammar.impersonal import is_impersonal
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.resolving import BODY
from minutes.importers.grammar.verbs import TOLD

_PARTICIPLE = r"[a-zäöüß]*(?:ge|be|ver|er|zer|ent|über|unter)[a-zäöüß]{2,}(?:t|en)|[a-zäöüß]{2,}iert"
# `Für den Bauhof wird ein Mäher angeschafft.`, `Die Fläche ist zu pachten.`
_PASSIVE = re.compile(
    rf"\b(?:wird|werden)\b[^;]{{0,400}}\s(?!{TOLD}[.!,]?(?:\s|$))(?:nicht\s)?(?:{_PARTICIPLE})(?:[.!,;]|\s\(|\sund\b|$)"
    r"|\b(?:ist|sind)\s(?:[^.;]{0,200}\s)?(?:zu\s[a-zäöüß]+en|[a-zäöüß]+zu[a-zäöüß]+en)[.!]?$"
)
_DECIDED = re.compile(
    r"\b(?:wird|werden)\b[^;]{0,400}\s(?:zugestimmt|abgelehnt|genehmigt|beschlossen|festgestellt|bestätigt|angenommen|beauftragt|empfohlen|verwiesen|erteilt)\b"
)
_DECIDES = (
    r"(?:erkenn(?:t|en)|erkannten?|beschließ(?:t|en)|beschloss(?:en)?|empfiehlt|empfehlen|empfahl(?:en)?|vergibt|vergab|befürworte(?:t|te|n|ten)|gewähr(?:t|te|en|ten)|überweist|überwies|verweist|verwies|beruf(?:t|en)|berief|bestell(?:t|te)|erlässt|erließ"
    r"|(?:genehmig|beauftrag|ermächtig|bewillig|billig|bestätig|verabschied|unterstütz|vertag|verschieb|fass|wähl|erteil|einig|verständig|ernenn)(?:t|te|en|ten)"
    r"|(?:stimm|lehn|setz|leg|stell|folg)(?:t|te|en|ten)|heb(?:t|en)|hob(?:en)?|nimmt|nehmen|nahm(?:en)?|spricht|sprechen|sprach(?:en)?|schließt|schließen|schloss(?:en)?|gibt|geben|gab(?:en)?)"
)
# `Die Bezirksvertretung Hafen-West`, `Der Rat der Stadt Neustadt`
_THE_BODY = (
    rf"(?:{BODY}|[Dd]ie\s(?:GV|StVV|SVV|BVV|BV|OV)\b)(?:\s(?:der|des)\s[A-ZÄÖÜ][\w-]+)?(?:\s[A-ZÄÖÜ][\w./-]+){{0,3}}"
)
_BODY_DECIDES = re.compile(
    rf"(?:(?:Daraufhin|Sodann|Anschließend|Abschließend)\s)?(?:{_THE_BODY}\s(?:[a-zäöü]+\s)?{_DECIDES}\b|(?:(?:[Nn]ach|[Oo]hne)\s(?:[a-zäöü]+\s)?[A-ZÄÖÜ]\w+\s)?{_DECIDES}\s{_THE_BODY}\b)"
)
# `Der Rat der Stadt hat dem zugestimmt.`
_BODY_DECIDED = re.compile(
    rf"{_THE_BODY}\s(?:hat|haben)\s(?:dem|diesem|dies|ihm|ihr)\s(?:[^.;:,]{{0,80}}\s)?(?:zugestimmt|beschlossen|abgelehnt|genehmigt|gebilligt|empfohlen|bestätigt)\.?"
)
# `Der Stadtrat Neustadt beschließt …`: no member of it could.
_COUNCIL_DECIDES = re.compile(
    r"Der\s(?:[A-ZÄÖÜ]?[a-zäöü]*)?[Rr]at\s[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+){0,2}\s(?:beschließt|beschloss|empfiehlt|empfahl|genehmigt|genehmigte|vergibt|vergab|beauftragt|beauftragte|erteilt|erteilte|fasst|fasste|wählt|wählte|bestellt|bestellte"
    r"|(?:stellt|stellte)\s[^.;]{3,160}\sher|(?:nimmt|nahm)\s[^.;]{3,160}\sKenntnis|(?:stimmt|stimmte)\s[^.;]{3,160}\szu)\b"
)
# `Die Drucksache wird in den Kulturausschuss überwiesen.`
_ITEM_DECIDED = re.compile(
    r"(?:(?:Der|Die|Das|Dem|Dieser|Diese|Dieses|Diesem|Auch\sder|Auch\sdie)\s)(?:[\w-]+\s){0,3}?[\w./-]*(?:[Aa]ntrag|[Aa]nträge|[Aa]nregung|[Vv]orlage|[Dd]rucksache|[Vv]orschlag|Angelegenheit|Tagesordnungspunkt|TOP|Punkt|Eingabe|Petition|Resolution|Beschlussfassung|Entscheidung|Satzung|Empfehlung|Anfrage)\b"
    r"[^;]{0,200}?\s(?:wird|werden|wurde|wurden|gilt|hat\ssich|ist)\s[^;]{0,260}?\b(?:überwiesen|verwiesen|zurückverwiesen|vertagt|zurückgestellt|verschoben|abgesetzt|zurückgezogen|beschlossen|zugestimmt|abgelehnt|angenommen|genehmigt|erledigt|stattgegeben|entsprochen|gefolgt)\b"
)
# `Frau Ohm wird mit 9 Ja-Stimmen gewählt.`, `Beide wurden einstimmig gewählt.`
_ELECTED = re.compile(
    r"[A-ZÄÖÜ][^.;:]{2,160}?\s(?:wird|werden|wurde|wurden)\s(?:[^.;:]{0,120}\b(?:[Ss]timmen?|Enthaltung(?:en)?|Gegenstimme[n]?|einstimmig|mehrheitlich)\b)[^.;:]{0,160}\s(?:wieder)?gewählt\.?"
)
# `Für den Antrag stimmen 5 Abgeordnete`, `Änderungsantrag: 8 : 3 Stimmen`
_COUNTED = re.compile(
    r"(?:Für|Gegen)\s(?:den|die|das|diesen|diese)\s[^;]{3,120}\s(?:stimmen|stimmten)\s(?:\d|\w+\s(?:Mitglieder|Abgeordnete))|[A-ZÄÖÜ][^.;:]{2,120}:\s(?:Ja-Stimmen:\s)?\d{1,3}\s?(?:[:/]\s?\d|Ja|[Ss]timmen?\b|,)"
)
_POINT = re.compile(r"(?:\d{1,2}[.)]{1,2}|[a-z]\)|[-–•])\s+\S")
_MOTION = re.compile(r"(?:\w+)?[Aa]ntrag\s[^:.]{2,80}:\s\S")
# `Beschluss wie Vorlage 12/2023.`
_AS_IN_PAPER = re.compile(
    r"Beschlu(?:ss|ß)\s(?:wie|gemäß|laut|nach|entsprechend)\s(?:der\s|dem\s)?(?:Vorlage|Antrag|Drucksache|Beschlussvorschlag|Entwurf)\b"
)
# `Ein Beschluss wird heute nicht gefasst.`
_NONE_MADE = re.compile(
    r"(?:Ein|Eine|Der|Die)\s(?:Beschluss|Beschlussfassung|Entscheidung|Empfehlung)\s(?:wird|wurde|ist|ergeht|erfolgt|erfolgte)\s(?:[a-zäöü]+\s){0,3}nicht(?:\s(?:gefasst|getroffen|ausgesprochen|abgegeben|herbeigeführt))?\.?"
    r"|(?:Ein\s)?Beschl(?:uss|üsse)\s(?:wird|werden|wurden?)\s(?:(?:[^.;:]|(?<=\d)\.){0,60}\s)?nicht\sgefasst\.?"
)
# Indirect speech goes on with what somebody said.
_REPORTED = re.compile(
    r"\b(?:sei|seien|habe|hätte[n]?|werde|würden?|müsse[n]?|könne|könnten?|solle|wolle|dürfe|möge|gebe|gehe|liege|stehe|komme|bleibe)\b"
)
_GOES_ON = re.compile(
    r"(?:Er|Sie|Dieser|Diese|Ferner|Weiterhin|Weiter|Zudem|Außerdem|Auch|Danach|Dann|Nun|Zunächst|Sodann|Daraufhin|Hierauf|Anschließend)\s[a-zäöüß]"
)
# `Er nimmt die Wahl an.`
_ACCEPTS = re.compile(
    r"(?:Er|Sie|Beide|Diese[r]?|Alle)\s(?:nimmt|nehmen|nahm|nahmen)\s[^.;]{0,40}\bWahl\b[^.;]{0,40}\ban\.?"
)
# `9 Ja-Stimmen für Frau Ohm`, `Nicht anwesend: Herr Kohl`
_LISTED = re.compile(
    r"\d{1,3}\s(?:[A-Za-z]+-)?Stimmen?\s(?:für|gegen)\s[^.;:]{3,120}\.?|(?:Nicht|Bei\sder\sAbstimmung\snicht)\s(?:anwesend|beteiligt)\s?:.{1,300}"
)
# The agenda or the minutes are found as they are.
_FORMAL = re.compile(
    r"(?:[^.;:]{0,80}\s)?(?:[Dd]ie|[Dd]as|[Dd]er)\s(?:[\w-]+\s){0,3}?(?:Tagesordnung|Niederschrift|Protokoll|Sitzungsprotokoll|Sitzungsniederschrift)\b[^;:]{0,160}\s(?:festgestellt|genehmigt|bestätigt|beschlossen|angenommen|zugestimmt|anerkannt|gebilligt|festgelegt)\.?"
)
# `Der Stadtrat ermächtigt die Bürgermeisterin, …`
_EMPOWERS = re.compile(rf"{BODY}\s(?:ermächtigt|ermächtigte|beauftragt|beauftragte)\s(?:den|die|das)\s")
_BODY_ELECTS = re.compile(
    rf"(?:{BODY}\s[^.;:]{{0,160}}?\b(?:wählt|wählte|bestellt|bestellte|benennt|benannte|beruft|berief|entsendet|entsandte)\b"
    rf"|{BODY}\s(?:hat|haben)(?=\s[^.;:]{{3,200}}\s(?:gewählt|bestellt|benannt|berufen|entsandt)\.?$)"
    rf"|[^.;:]{{0,160}}?\b(?:wählt|wählte|bestellt|bestellte|benennt|benannte|beruft|berief|entsendet|entsandte)\s{BODY})\s"
)


def is_resolution(text: str) -> bool:
    """Whether a paragraph right above a vote, said by nobody, is what was voted on."""
    line = plain(text)
    first = next(iter(sentences(line[:1_500], 1)), "")
    if not first or saying.is_question(first):
        return False
    if line[0].islower():
        # The rest of what the paragraph above begins.
        return True
    if any(form.match(line) for form in (_BODY_DECIDES, _POINT, _MOTION, _AS_IN_PAPER)):
        return True
    if _GOES_ON.match(first) or _REPORTED.search(clauses.without_quotes(first)) or procedure.is_procedure(text):
        return False
    return bool(_DECIDED.search(first) or (_PASSIVE.search(first) and not is_impersonal(text)))


# What is so, was so, or is said of something, which nobody votes on.
_NO_DEED = re.compile(
    r"\b(?:ist|sind|war|waren|hat|haben|hatte|hatten|wurde|wurden|liegt|liegen|lag|beträgt|betragen|kostet|kosten|gibt|gab|besteht|bestehen|steht|stehen|umfasst|umfassen|dauert|reicht|reichen|fehlt|fehlen|handelt|ergibt|ergeben|folgt|findet|kann|können|muss|müssen|darf|möchte|will|wollen)\b"
)
# `Meine Fraktion stimmt zu.`
_FIRST_PERSON = re.compile(r"\b(?:[Ii]ch|[Mm]ir|[Mm]ich|[Ww]ir|[Uu]ns|[Mm]eine?[rnms]?|[Uu]nsere?[rnms]?)\b")
_SUBJECT_AHEAD = re.compile(
    r"(?:Der|Die|Das|Dem|Den|Diese[rsmn]?|Eine?[rmn]?|Es\swerden|Es\swird|Für|Zum|Zur|Im|In|Als|Am|Auf|Ab|Zu|Beide|Alle|Herr|Frau|[A-ZÄÖÜ][\w-]+)\s"
)


# A verb that is not in indirect speech: `wird`, `erhält`; not `Dort fehle die Zufahrt.`
_IN_FACT = re.compile(
    r"\b(?:wird|werden|soll|sollen|(?!nicht\b|mit\b|seit\b|jetzt\b|erst\b|fast\b|selbst\b|statt\b|sofort\b|gilt\b)[a-zäöüß]{2,}t)\b"
)


def does(text: str) -> bool:
    """Whether what stands right above a vote says, in the present and as a fact, what is then done: `Die Schule erhält den Namen „Am Bach“.`"""
    parts = sentences(plain(text)[:1_500])
    return 0 < len(parts) < 4 and plain(text)[-1:] in {".", "“", '"', "«"} and all(map(_does, parts))


def _does(sentence: str) -> bool:
    told = clauses.without_quotes(sentence)
    return bool(_SUBJECT_AHEAD.match(told) and _IN_FACT.search(told)) and not (
        _NO_DEED.search(told)
        or _REPORTED.search(told)
        or _FIRST_PERSON.search(told)
        or _GOES_ON.match(told)
        or saying.is_question(sentence)
        or procedure.is_procedure(sentence)
        or is_impersonal(sentence)
    )


def body_acts(sentence: str) -> bool:
    """Whether a body elects or resolves in a sentence that seems to name who speaks: they do not."""
    return any(form.match(sentence) for form in (_BODY_ELECTS, _COUNCIL_DECIDES, _EMPOWERS))


def is_told(text: str) -> bool:
    """Whether a paragraph says what was decided, and what belongs to that; not what somebody says of it."""
    line = plain(text)
    if _LISTED.fullmatch(line):
        return True
    parts = sentences(line[:3_000])
    if len(parts) == 2 and _PASSIVE.search(parts[0]) and not _REPORTED.search(parts[0]) and voting_verbs.read(parts[1]):
        # `Der Auftrag wird an die Firma Ohm vergeben. Elf Mitglieder stimmen dafür, eines enthält sich.`
        return True
    if not parts or not is_decision(parts[0]):
        return False
    return not any(_REPORTED.search(part) and not is_decision(part) for part in parts[1:])


_BODY_RESOLVES = re.compile(
    rf"(?:{_THE_BODY}\s(?:[a-zäöü]+\s)?(?:beschließ|beschloss|empf)[a-zäöüß]*|(?:beschließ|beschloss|empf)[a-zäöüß]*\s{_THE_BODY})\b"
)


def body_resolves(text: str) -> bool:
    """`Der Rat beschließt, den Zaun zu bauen.`: a resolution that needs no heading."""
    return bool(_BODY_RESOLVES.match(plain(text)[:400]))


def is_decision(sentence: str) -> bool:
    """Whether a sentence decides, or says what follows from a decision."""
    if in_the_room.is_agreed(sentence):
        return False
    return bool(
        decisions.read(sentence)
        or bare_decisions.code_of_first(sentence)
        or endings.code_of(sentence)
        or endings.granted(sentence)
        or procedure.is_noting(sentence)
        or procedure.is_conclusion(sentence)
        or _NONE_MADE.fullmatch(sentence)
        or _FORMAL.fullmatch(sentence)
        or _ACCEPTS.fullmatch(sentence)
        or _BODY_DECIDES.match(sentence)
        or _BODY_DECIDED.fullmatch(sentence)
        or _COUNCIL_DECIDES.match(sentence)
        or _BODY_ELECTS.match(sentence)
        or _ITEM_DECIDED.match(sentence)
        or _ELECTED.fullmatch(sentence)
        or _COUNTED.match(sentence)
    )
