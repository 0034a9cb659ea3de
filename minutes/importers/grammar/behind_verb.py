"""Behind the verb: who speaks where the subject is not at the front of the sentence, or is named as a source. Pure."""

import re

from minutes.importers.grammar import clauses, saying, verbs
from minutes.importers.grammar.clauses import Clause
from minutes.importers.grammar.collectives import collective
from minutes.importers.grammar.letters import LOWER, WORD
from minutes.importers.grammar.mentions import Mention, behind
from minutes.importers.grammar.roles import ROLE, WHO, alone, of_whom

_AS_SAID = re.compile(r"(?:^|,\s)[Ww]ie\s(?:auch\s)?(?:(?:der|die|dessen|deren|ihre?|seine?)\s)?$")
# `Laut Bürgermeister ist …`
_LAUT_OFFICE = re.compile(rf"Laut\s(?P<who>{ROLE})(?=\s[{LOWER}]{{3,}}\s)")
# `…, wie die Kämmerin auf Nachfrage mitteilt.`
_SO_TOLD = r"(?:\s\([^()]*\))?(?:\s[^\s,;.]+){0,6}?\s(?:mit|aus|an|hinzu|ein)?(?:teil|bericht|führ|erläuter|erklär|beton|ergänz|sag|merk|bemerk|füg|versicher|bestätig|vermut|mein|schilder|räum|darleg)(?:e?te?)(?:,|[.!]?$)"
_STATE = "(?:anwesend|abwesend|entschuldigt|verhindert|befangen|gewählt|bestellt|benannt|ausgeschieden|eingeladen|entsandt|berufen)"
PASSIVE = re.compile(
    r"^\s*(?:(?:wird|werden|wurde|wurden)\b"
    rf"|(?:ist|sind|war|waren)\b[^.]{{0,80}}\b{_STATE}\b)"
)
_IS = re.compile(r"\b(?:ist|sind|war|waren)\b[^,;]{0,60}$")
# `Gemäß § 36 GemO ist der Bürgermeister stimmberechtigt`; but `Dagegen ist Herr Kohl`, `Dieser Ansicht ist auch …`.
_BARE_IS = re.compile(
    r"[^,;]*\b(?:ist|sind|war|waren)\s(?:(?:auch|hingegen|daher|dann|heute|derzeit|weiterhin|künftig|nun|damit|somit|bisher|seit\s\d{4})\s){0,2}(?:der\s|die\s)?"
)
_OPINION = re.compile(
    r"\b(?i:meinung|ansicht|auffassung|überzeugung|dafür|dagegen|bereit|überzeugt|einverstanden|skeptisch|verwundert|enttäuscht|erfreut|dankbar|froh|sicher|wichtig|unklar|bewusst|anderer|sinne|hoffnung"
    r"|begeistert|verärgert|erstaunt|irritiert|besorgt|zufrieden|unzufrieden|uneins|einig|angetan|beeindruckt|entsetzt|empört|betrübt|traurig|stolz|gespannt|zuversichtlich|optimistisch|pessimistisch|erleichtert|überrascht|ratlos|verwirrt|unglücklich|glücklich"
    r"|unsicher|vorsichtig|zurückhaltend|kritisch|ablehnend|aufgeschlossen|offen|gelassen|misstrauisch|beunruhigt|bestürzt|verstimmt|ungehalten|verblüfft|alarmiert|lobes|zweifel|zuspruch|redner|rednerin|wortmeldung|fragesteller|fragestellerin)\b"
)
_IN_STATE = re.compile(rf"^\sals\b|^[^;:]{{0,300}}\b{_STATE}\b")
_PARTICIPLE = re.compile(
    r"(?:ab|an|auf|aus|ein|fest|herein|hinaus|heraus|hinzu|zurück|zusammen|weiter|weg|zu|um|hin|mit|nach|vor)?ge(?!ben$|hen$|nießen$)|be(?!richt)|ver|er"
)
# `wird auf Vorschlag von Herrn Kohl behandelt`: of whom the noun tells, not who does it.
_NOUN_OF = re.compile(
    r"\b(?:Vorschlag|Antrag|Wunsch|Anregung|Bitten?|Nachfrage|Anfrage|Frage|Initiative|Empfehlung|Hinweis|Vorsitz|Leitung|Anwesenheit|Abwesenheit|Vertretung|Auftrag|Namen|Beteiligung|Befangenheit|Wahl|Bestellung|Benennung|Berufung|Verpflichtung|Entlastung|Ausschluss)\s(?:von|durch|vom)\s(?:der\s|dem\s|den\s)?$"
)
# `mit dem von Frau Ohm gewünschten Tausch`
_ATTRIBUTE = re.compile(r"\b(?:der|die|das|den|dem|des|eine[nmrs]?|ein)\s(?:von|durch)\s(?:der\s|dem\s|den\s)?$")
_SPOKEN = re.compile(
    r"(?:ge|er|be|ver|vor|dar|an|aus|hin|mit|ein|zu|zusammen|be)\w{2,}(?:t|en)\b|\w{3,}iert\b|vorgestellt|erläutert|beantwortet|berichtet|informiert|vorgetragen|mitgeteilt|begründet|erklärt|dargestellt"
)
_REPORTED = re.compile(
    rf"^(?:Nach|Laut|Gemäß|Aus)\s(?:(?:den\s|der\s)?[{WORD}]+(?:\s(?:und|oder)\s[{WORD}]+)?\s)?(?:von\s|des\s|der\s|dem\s|seitens\s(?:des\s|der\s)?)?$"
)
# `Ein Gutachten liegt laut Planerin Ohm vor.`, `Maßgeblich sind nach den Worten von Herrn Kohl …`
_ACCORDING = re.compile(
    r"(?:\s(?:laut|gemäß)\s(?:der\s|dem\s|(?:Auskunft|Aussagen?|Mitteilung|Angaben?|Information(?:en)?|Bericht)\s(?:von|des|der)\s)?"
    r"|(?:\s|^)(?:nach|Nach|laut|Laut|aus|Aus)\s(?:(?:den|der|dem)\s)?(?:[a-zäöüß]+e[rn]\s)?(?:Worten|Dafürhalten|Auffassung|Ansicht|Meinung|Einschätzung|Angaben|Aussagen?|Darstellung|Auskunft|Auskünften|Mitteilung|Kenntnis|Überzeugung|Bekunden|Schätzung|Schätzungen"
    r"|Informationen?|Sicht|Erachten|Erfahrung|Wissen|Empfinden|Urteil|Rechnung|Berechnung(?:en)?|Einlassung|Schilderung|Verständnis|Eindruck|Beobachtung(?:en)?|Zusage|Warte|Perspektive)\s(?:von|des|der)\s)$"
)
# `Wenn es nach Herrn Kohl geht, …`
_UP_TO_THEM = re.compile(r"(?:Wenn\ses|Ginge\ses|Geht\ses)\snach\s(?:dem\s|der\s)?$")
# `Nach den Zahlen, die Frau Ohm vorträgt, …`
_AS_TOLD = re.compile(r"(?:Nach|Laut|Gemäß)\s(?:der|den|dem)\s[A-ZÄÖÜ][\w-]+,\s(?:die|den|das|der)\s(?:der\s|die\s)?")
_FOR = re.compile(r"^(?:Auch\sfür|Für)\s(?:den\s|die\s)?$")
_FOR_VERB = re.compile(
    r"^\s(?:\([^()]{1,40}\)\s)?(?:ist|sind|sei|seien|war|waren|wäre|wären|steht|stehe|bleibt|bleibe|gilt|gelte|bedeutet|bedeute|gehört|stellt|zählt|hat|habe|spielt|kommt|komme)\b"
)


_NAMELESS_TOLD = re.compile(rf",\swie\s(?:auch\s)?(?:der|die)\s(?P<who>{WHO}){_SO_TOLD}")


def who(sentence: str, main: Clause, inside: list[Mention]) -> Mention | None:
    """A mention after the verb: `Positiv äußert sich auch Ktabg. Kohl`; in the passive, who is named with "von"."""
    passive = re.search(r"\b(?:wird|werden|wurde|wurden|worden)\b", sentence[main.start : main.end])
    for mention in inside:
        before = sentence[main.start : mention.start]
        if clauses.is_oblique(sentence, mention) or _behind_collective(before):
            continue
        if not clauses.has_finite(before) or (_IS.search(before) and _IN_STATE.match(sentence[mention.end :])):
            continue
        if _BARE_IS.fullmatch(before) and not _OPINION.search(sentence[main.start : main.end]):
            continue
        if passive and not with_infinitive(sentence[main.start : main.end]):
            continue
        if saying.TOLD_OF.search(before) or (
            PASSIVE.match(behind(sentence, mention)) and not _IS.search(before) and not passive
        ):
            continue
        return mention
    # `Bemängelt wurde durch Herrn Kohl …` begins with the participle.
    clause = sentence[main.start : main.start + 1].lower() + sentence[main.start + 1 : main.end]
    if passive and _SPOKEN.search(clause):
        agents = [
            mention
            for mention in inside
            if re.search(r"\b(?:von|durch|vom)\s(?:der\s|dem\s|den\s)?$", sentence[: mention.start])
        ]
        agents = [
            m for m in agents if not (_NOUN_OF.search(sentence[: m.start]) or _ATTRIBUTE.search(sentence[: m.start]))
        ]
        agents = [m for m in agents if clauses.has_finite(sentence[main.start : m.start])]
        if agents and not _is_act(sentence, agents[-1], main):
            return agents[-1]
    return None


def _behind_collective(before: str) -> bool:
    """`schlägt die ABC-Fraktion Frau Ohm vor`: the subject is the collective right before the name."""
    article = re.search(rf"[{LOWER}]te?\s(?:die|das|der)\s(?=[^,]{{3,80}}\s$)", before)
    who = collective(before[article.end() :]) if article else None
    return bool(article and who and not before[article.end() + who.end() :].strip())


def _is_act(sentence: str, agent: Mention, main: Clause) -> bool:
    """Whether what is done by somebody in the passive is no speech: `wurden von der Bürgermeisterin verpflichtet`."""
    for rest in (sentence[agent.end : main.end], sentence[agent.end :]):
        participles = _SPOKEN.findall(rest)
        if participles:
            return verbs.is_acted(participles[-1])
    return False


def with_infinitive(clause: str) -> bool:
    """`wird … berichten` is the future; `wird … gewählt` the passive."""
    words = re.findall(rf"[{WORD}]+", clause)
    last = words[-1] if words else ""
    if not last.islower():
        return False
    return last.endswith(("igen", "ieren", "ern", "eln")) or (last.endswith("en") and not _PARTICIPLE.match(last))


def source(sentence: str, mentions: list[Mention]) -> Mention | None:
    """`Nach Auffassung von Ktabg. Kohl sei …`, `Für Ktabg. Kohl ist …`, `Ktabg. Kohl zufolge`."""
    for mention in mentions[:2]:
        before, after = sentence[: mention.start], sentence[mention.end :]
        if _REPORTED.match(before) and not re.match(
            r"^Nach(?:dem)?\s(?:der\s|dem\s)?(?:Rück|Wort|An(?:frage|trag|hörung|regung)|Nach|Frage|Bitte)", before
        ):
            return mention
        if _FOR.match(before) and _FOR_VERB.match(after):
            return mention
        if _AS_SAID.search(before) and re.match(
            rf"^(?:,\s(?:der|die)\s[^,;.]{{3,120}},)?\s(?:\([^()]*\)\s)?[^,;.]*\b[{LOWER}]+te?\s?,", after
        ):
            return mention
        if _AS_SAID.search(before) and re.match(_SO_TOLD, after):
            return mention
        if _AS_TOLD.fullmatch(before) and re.match(
            rf",?\s(?:\([^()]*\)\s)?(?:[{LOWER}]+\s){{0,3}}[{LOWER}]+te?,\s", after
        ):
            return mention
        if re.match(r"^\szufolge\b", after) or _ACCORDING.search(before) or _UP_TO_THEM.fullmatch(before):
            return mention
        if re.match(r"(?:$|\s|,\s(?:ob|wann|wie|warum|weshalb|was|wer|wo|dass)\s)", after) and re.match(
            r"^(?:Frage|Anfrage|Antwort|Hinweis|Anmerkung|Wortmeldung)\s(?:von|des|der)?\s?(?:Herrn\s)?$", before
        ):
            return mention
    return _nameless_source(sentence, mentions)


def according(sentence: str, mentions: list[Mention]) -> Mention | None:
    """`Sie liegt nach Angaben von Frau Ohm bei 9 Euro.`: whose account it is, whatever the pronoun means."""
    return next((each for each in mentions[:2] if _ACCORDING.search(sentence[: each.start])), None)


def _nameless_source(sentence: str, mentions: list[Mention]) -> Mention | None:
    """`…, wie die Kämmerin mitteilt`; `Die Arbeiten sind nach Auskunft des Bürgermeisters abgeschlossen.`: an office."""
    told = _NAMELESS_TOLD.search(sentence) or _LAUT_OFFICE.match(sentence)
    if told and not any(each.start < told.end("who") and told.start("who") < each.end for each in mentions):
        return Mention(told.start("who"), told.end("who"), told["who"], "", loose=True)
    if mentions:
        return None
    for article in re.finditer(r"\b(?:des|der)\s", sentence[:600]):
        office = of_whom(sentence, article.start())
        if office and _ACCORDING.search(sentence[: article.end()]):
            return Mention(office.start("who"), office.end(), alone(office["who"]), "", loose=True)
    return None
