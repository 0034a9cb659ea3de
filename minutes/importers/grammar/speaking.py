"""Who speaks in a paragraph: the subject of its main clause, wherever that stands. Pure.

The order of the rules is the grammar: a parenthesis (", so Ktabg. Kohl, ") names the speaker whatever the subject is; else
the main clause is found, and in it the nominative: before the verb or after it. What follows "des", "dem" or a preposition
is asked, thanked or quoted, but does not speak. A pronoun goes on with the person of the clause before, else of the
paragraph before.
"""

import re
from dataclasses import dataclass
from typing import Literal

from minutes.importers.grammar import clauses, holders, saying, together, verbs
from minutes.importers.grammar.clauses import Clause
from minutes.importers.grammar.floor import given_floor
from minutes.importers.grammar.letters import LOWER, WORD, closed_up, sentences
from minutes.importers.grammar.list_marks import without_mark
from minutes.importers.grammar.mentions import Mention, behind, find
from minutes.importers.grammar.roles import collective

Subject = Literal["person", "pronoun", "other"]
# Longer paragraphs name their speaker early; so no text, however long, takes long.
_LOOKED_AT = 4_000

_SO = re.compile(
    r"(?:^|[,;(–—-]|[“\"”»])\s*(?:so(?:\s[a-zäöüß]+te?)?|meint|meinte|erklärt|erklärte|sagt|sagte|betont|fragt)(?:\s(?:auch|zumindest|sinngemäß|weiter|wörtlich|jedenfalls|abschließend|der|die|etwa))*\s$"
)
_VERB_BEFORE = re.compile(rf"[,–—]\s(?P<verb>[{LOWER}]+)(?:\s(?:auch|der|die|sich|zudem|abschließend|ergänzend))*\s$")
# `Herr Kohl (CDU): …`, `Herr Kohl, Bauamt: …`, `Antwort von Frau Ohm: …`
_HEADS = re.compile(
    r"(?:(?:Der|Die|Das|„|\")\s?)?|(?:Schriftliche\s|Mündliche\s|Ergänzende\s)?(?:(?:An|Rück|Nach|Zusatz)?[Ff]rage|Antwort|Hinweis|Anmerkung|Wortmeldung|Anregung|Beitrag|Erklärung|Bitte)(?:\s(?:von|des|der|durch))?\s"
)
_COLON = re.compile(r"\s*(?:[(\[][^()\[\]]{0,60}[)\]]|,\s[A-ZÄÖÜ][^,:.()]{1,40})?\s*:")
_CLOSED = re.compile(
    r"\s?(?:\([^()]*\))?\s*(?:(?:abschließend|ergänzend|weiter|noch|hierzu|dazu|ebenfalls|auch|zudem|nochmals|zusammenfassend)\s){0,2}(?:(?:aus|an|fest|ein|hin|hinzu|nach|zu|heraus|hervor|dar|mit|vor|bei|ab|zurück|klar|auf|auf (?:Nach|Rück|An)?[Ff]rage[^,]{0,60})\s*)?(?:[,.–—;!]|$)"
)
_AUXILIARY = frozenset(
    "hat habe hätte ist sei wäre wird werde würde kann könne könnte soll solle will wolle muss müsse darf dürfe möchte gehört".split()
)
_AS_SAID = re.compile(r"(?:^|,\s)[Ww]ie\s(?:auch\s)?(?:der\s|die\s)?$")
_STATE = "(?:anwesend|abwesend|entschuldigt|verhindert|befangen|gewählt|bestellt|benannt|ausgeschieden|eingeladen|entsandt|berufen)"
_PASSIVE = re.compile(
    r"^\s*(?:(?:wird|werden|wurde|wurden)\b"
    rf"|(?:ist|sind|war|waren)\b[^.]{{0,80}}\b{_STATE}\b)"
)
_IS = re.compile(r"\b(?:ist|sind|war|waren)\b[^,;]{0,60}$")
# `Gemäß § 36 GemO ist der Bürgermeister stimmberechtigt`; but `Dagegen ist Herr Kohl`, `Dieser Ansicht ist auch …`.
_BARE_IS = re.compile(r"[^,;]*\b(?:ist|sind|war|waren)\s(?:auch\s|hingegen\s|daher\s|dann\s)?(?:der\s|die\s)?")
_OPINION = re.compile(
    r"\b(?i:meinung|ansicht|auffassung|überzeugung|dafür|dagegen|bereit|überzeugt|einverstanden|skeptisch|verwundert|enttäuscht|erfreut|dankbar|froh|sicher|wichtig|unklar|bewusst|anderer|sinne|hoffnung)\b"
)
_IN_STATE = re.compile(rf"^\sals\b|^[^;:]{{0,300}}\b{_STATE}\b")
_PARTICIPLE = re.compile(r"(?:ab|an|auf|aus|ein|fest|hin|mit|nach|vor)?ge|be(?!richt)|ver|er")
# `wird auf Vorschlag von Herrn Kohl behandelt`: of whom the noun tells, not who does it.
_NOUN_OF = re.compile(
    r"\b(?:Vorschlag|Antrag|Wunsch|Anregung|Bitten?|Nachfrage|Anfrage|Frage|Initiative|Empfehlung|Hinweis|Vorsitz|Leitung|Anwesenheit|Abwesenheit|Vertretung|Auftrag|Namen)\s(?:von|durch|vom)\s(?:der\s|dem\s|den\s)?$"
)
_SPOKEN = re.compile(
    r"(?:ge|er|be|ver|vor|dar|an|aus|hin|mit|ein|zu|zusammen|be)\w{2,}(?:t|en)\b|vorgestellt|erläutert|beantwortet|berichtet|informiert|vorgetragen|mitgeteilt|begründet|erklärt|dargestellt"
)
_REPORTED = re.compile(
    rf"^(?:Nach|Laut|Gemäß|Aus)\s(?:(?:den\s|der\s)?[{WORD}]+(?:\s(?:und|oder)\s[{WORD}]+)?\s)?(?:von\s|des\s|der\s|dem\s|seitens\s(?:des\s|der\s)?)?$"
)
_FOR = re.compile(r"^Für\s(?:den\s|die\s)?$")
_FOR_VERB = re.compile(
    r"^\s(?:ist|sei|war|wäre|steht|stehe|bleibt|bleibe|gilt|gelte|bedeutet|bedeute|gehört|stellt|zählt|hat|habe|spielt|kommt|komme)\b"
)


# `Frau Ohm hat Muster mitgebracht. Sie empfiehlt das helle.`: who did something then says something.
_DID = re.compile(r"\s(?:\([^()]{1,60}\)\s)?(?:hat|haben|hatte|hatten)\s")


@dataclass(frozen=True, slots=True)
class Speaking:
    """What a paragraph says of its speaker: a person, somebody who goes on, or nobody.

    `speaker` joins several who speak at once with " + ". `further` speak later in the paragraph. `floor` is who was given
    the floor: what follows without a name is theirs. `sure`: named at the beginning, with a verb. `last`: the subject of
    the last sentence, if that is a person.
    """

    subject: Subject
    speaker: str = ""
    party: str = ""
    further: tuple[str, ...] = ()
    floor: str = ""
    sure: bool = False
    last: str = ""


def speaking(text: str, known: frozenset[str] = frozenset()) -> Speaking:
    """Who speaks in a paragraph."""
    line = closed_up(without_mark(text[: 2 * _LOOKED_AT]))[:_LOOKED_AT]
    parts = sentences(line)
    found: Speaking | None = None
    further: list[str] = []
    floor = last = told = ""
    for number, sentence in enumerate(parts):
        mentions = find(sentence, known)
        floor = given_floor(sentence, mentions) or floor
        subject = _subject(sentence, mentions)
        if number and not subject.sure and subject.subject == "person" and not saying.has_saying(sentence):
            subject = Speaking("other")
        if subject.subject == "person" and found:
            # Who goes on in the first sentence is who speaks, whoever is named after it.
            further.append(subject.speaker)
        elif subject.subject == "person":
            later = bool(number)
            found = subject if not later else Speaking("person", subject.speaker, subject.party)
        elif subject.subject == "pronoun" and not found:
            # Who was given the floor in the sentence before, or did something in it.
            before = floor or (told if saying.has_saying(sentence) else "")
            found = Speaking("person", before) if before else subject
        elif not number and mentions and _DID.match(sentence[mentions[0].end :]):
            told = mentions[0].speaker if clauses.is_front(sentence[: mentions[0].start]) else ""
        last = subject.speaker
    result = found or Speaking("other")
    others = tuple(dict.fromkeys(speaker for speaker in further if speaker != result.speaker))
    return Speaking(result.subject, result.speaker, result.party, others, floor, result.sure, last)


def _subject(sentence: str, mentions: list[Mention]) -> Speaking:
    """The speaker of one sentence."""
    if saying.is_rule(sentence):
        return Speaking("other")
    quoted = clauses.without_quotes(sentence)
    parts = clauses.split(quoted)
    unquoted = [mention for mention in mentions if quoted[mention.start] != "_"]
    named = holders.apposition(quoted, parts, unquoted)
    if named and not saying.is_nobodys(sentence):
        return _person(sentence, named, mentions, sure=True)
    for mention in mentions:
        if _SO.search(sentence[: mention.start]) and not re.match(r"^\s*(?:ist|wird|hat)\b", sentence[mention.end :]):
            return _person(sentence, mention, mentions)
        if _inserted(sentence, mention):
            return _person(sentence, mention, mentions)
    if saying.is_nobodys(sentence) or saying.is_question(sentence):
        return Speaking("other")
    # Who is named within brackets or a quotation is spoken of.
    mentions = unquoted
    main = clauses.main(parts)
    first = mentions[0] if mentions else None
    if first and _HEADS.fullmatch(sentence[: first.start]) and _COLON.match(sentence[first.end :]):
        return _person(sentence, first, mentions, sure=True)
    inside = [mention for mention in mentions if main.start <= mention.start < main.end]
    leading = _leading(quoted, main, inside, mentions)
    if leading:
        return leading
    told_by = saying.PASSIVE.search(quoted[main.start : main.end]) and _after_verb(quoted, main, inside, mentions)
    if told_by:
        # `Sie wurde von Herrn Kohl erläutert`: the pronoun is what he tells of.
        return told_by
    if clauses.pronoun_subject(quoted, main, inside):
        before = [
            mention for mention in mentions if mention.start < main.start and not clauses.is_oblique(quoted, mention)
        ]
        return _person(sentence, before[0], mentions) if before else Speaking("pronoun")
    at_front = _collective_at_front(quoted, main)
    if at_front:
        return at_front
    found = _after_verb(quoted, main, inside, mentions) or _reported(quoted, mentions)
    if found:
        return found
    told = saying.told_by(quoted, mentions) or saying.in_subordinate(quoted, parts, mentions)
    if told:
        return _person(sentence, told, mentions)
    by = saying.told_by_all(quoted[main.start : main.end])
    return Speaking("person", by) if by else _collective(quoted, main)


def _inserted(sentence: str, mention: Mention) -> bool:
    """`…, ergänzt Ktabg. Bolz, …`: a verb and its subject between commas."""
    verb = _VERB_BEFORE.search(sentence[: mention.start])
    return bool(
        verb
        and verb["verb"] not in _AUXILIARY
        and clauses.is_finite(verb["verb"])
        and _CLOSED.match(sentence[mention.end :])
    )


def _leading(sentence: str, main: Clause, inside: list[Mention], mentions: list[Mention]) -> Speaking | None:
    """A mention before the verb: `Der Ktabg. Fels erinnert`, `Auch Ktabg. Neumann sieht`."""
    inside = holders.named(sentence[main.start : inside[1].start] if inside[1:] else "", inside)
    before = sentence[main.start : inside[0].start] if inside else ""
    if not inside or not (clauses.is_front(before) or (inside[0].name and holders.leads(before))):
        return None
    last = together.last_of_list(sentence, inside[0], mentions)
    rest = sentence[last.end :]
    other = holders.second_office(rest) if not inside[0].name else ""
    if other:
        return Speaking("person", f"{inside[0].speaker} + {other}", sure=True)
    is_future = _with_infinitive(sentence[last.end : main.end]) and re.match(r"\s(?:wird|werden)\b", rest)
    if verbs.is_presence(rest) or (_PASSIVE.match(behind(sentence, last)) and not is_future):
        return Speaking("other")
    if not clauses.has_verb(rest):
        return None
    told_of = (saying.REPORTED_PERFECT if inside[0].name else saying.REPORTED_BEHIND).match(rest[: main.end - last.end])
    # `hat beobachtet, dass …` tells what somebody says.
    reports = re.match(r",\s(?:dass|daß|ob|wie)\s", sentence[main.end :])
    if told_of or verbs.is_demand(rest) or (not reports and verbs.tells_deed(rest[: main.end - last.end])):
        return Speaking("other")
    return _person(sentence, inside[0], mentions, sure=True)


def _after_verb(sentence: str, main: Clause, inside: list[Mention], mentions: list[Mention]) -> Speaking | None:
    """A mention after the verb: `Positiv äußert sich auch Ktabg. Kohl`; in the passive, who is named with "von"."""
    passive = re.search(r"\b(?:wird|werden|wurde|wurden|worden)\b", sentence[main.start : main.end])
    for mention in inside:
        before = sentence[main.start : mention.start]
        if clauses.is_oblique(sentence, mention):
            continue
        if not clauses.has_finite(before) or (_IS.search(before) and _IN_STATE.match(sentence[mention.end :])):
            continue
        if _BARE_IS.fullmatch(before) and not _OPINION.search(sentence[main.start : main.end]):
            continue
        if passive and not _with_infinitive(sentence[main.start : main.end]):
            continue
        if saying.TOLD_OF.search(before) or (
            _PASSIVE.match(behind(sentence, mention)) and not _IS.search(before) and not passive
        ):
            continue
        return _person(sentence, mention, mentions)
    # `Bemängelt wurde durch Herrn Kohl …` begins with the participle.
    clause = sentence[main.start : main.start + 1].lower() + sentence[main.start + 1 : main.end]
    if passive and _SPOKEN.search(clause):
        agents = [
            mention
            for mention in inside
            if re.search(r"\b(?:von|durch|vom)\s(?:der\s|dem\s|den\s)?$", sentence[: mention.start])
        ]
        agents = [m for m in agents if not _NOUN_OF.search(sentence[: m.start])]
        agents = [m for m in agents if clauses.has_finite(sentence[main.start : m.start])]
        if agents and not _is_act(sentence, agents[-1], main):
            return _person(sentence, agents[-1], mentions)
    return None


def _is_act(sentence: str, agent: Mention, main: Clause) -> bool:
    """Whether what is done by somebody in the passive is no speech: `wurden von der Bürgermeisterin verpflichtet`."""
    for rest in (sentence[agent.end : main.end], sentence[agent.end :]):
        participles = _SPOKEN.findall(rest)
        if participles:
            return verbs.is_acted(participles[-1])
    return False


def _with_infinitive(clause: str) -> bool:
    """`wird … berichten` is the future; `wird … gewählt` the passive."""
    words = re.findall(rf"[{WORD}]+", clause)
    last = words[-1] if words else ""
    return last.endswith(("igen", "ieren", "ern", "eln")) or (last.endswith("en") and not _PARTICIPLE.match(last))


def _reported(sentence: str, mentions: list[Mention]) -> Speaking | None:
    """`Nach Auffassung von Ktabg. Kohl sei …`, `Für Ktabg. Kohl ist …`, `Ktabg. Kohl zufolge`."""
    for mention in mentions[:2]:
        before, after = sentence[: mention.start], sentence[mention.end :]
        if _REPORTED.match(before) and not re.match(
            r"^Nach(?:dem)?\s(?:der\s|dem\s)?(?:Rück|Wort|An(?:frage|trag|hörung|regung)|Nach|Frage|Bitte)", before
        ):
            return _person(sentence, mention, mentions)
        if _FOR.match(before) and _FOR_VERB.match(after):
            return _person(sentence, mention, mentions)
        if _AS_SAID.search(before) and re.match(rf"^\s(?:\([^()]*\)\s)?[^,;.]*\b[{LOWER}]+te?\s?,", after):
            return _person(sentence, mention, mentions)
        if re.match(r"^\szufolge\b", after):
            return _person(sentence, mention, mentions)
        if re.match(r"^(?:\s[^,.;]{0,40})?$", after[:1]) and re.match(
            r"^(?:Frage|Anfrage|Antwort|Hinweis|Anmerkung|Wortmeldung)\s(?:von|des|der)?\s?(?:Herrn\s)?$", before
        ):
            return _person(sentence, mention, mentions)
    return None


def _collective_at_front(sentence: str, main: Clause) -> Speaking | None:
    """`Die Verwaltung sagt dies zu und …`: whoever is named behind the verb is the object, or speaks later."""
    clause = sentence[main.start : main.end]
    match = collective(clause)
    rest = clause[match.end() :] if match else ""
    if match and clauses.has_verb(rest) and not _PASSIVE.match(rest):
        acts = saying.REPORTED_BEHIND.match(rest) or verbs.is_demand(rest) or verbs.is_deed(clause)
        return Speaking("other") if acts else Speaking("person", match["who"], sure=False)
    return None


def _collective(sentence: str, main: Clause) -> Speaking:
    """The administration or a faction as the subject after the verb."""
    clause = sentence[main.start : main.end]
    after = re.search(rf"^[^,]*?\b[{LOWER}]+(?:t|te)\s(?:sich\s)?(?:die|das|der)\s", clause)
    if after:
        match = collective(clause[after.end() :])
        if (
            match
            and clauses.has_finite(clause[: after.end()])
            and not re.search(r"\b(?:wird|wurde|werden|ist|sei)\b", clause[: after.end()])
            and not verbs.is_deed(clause)
        ):
            return Speaking("person", match["who"], sure=False)
    if re.match(rf"^(?:Er|Sie|Dieser|Diese|Letztere[r]?)\s[{LOWER}]", clause):
        return Speaking("pronoun")
    return Speaking("other")


def _person(sentence: str, mention: Mention, mentions: list[Mention], *, sure: bool = False) -> Speaking:
    speaker, party = together.joined(sentence, mention, mentions)
    return Speaking("person", speaker, party, sure=sure)
