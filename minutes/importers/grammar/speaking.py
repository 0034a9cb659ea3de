"""Who speaks in a paragraph: the subject of its main clause, wherever that stands. Pure.

The order of the rules is the grammar: a parenthesis (", so Ktabg. Kohl, ") names the speaker whatever the subject is; else
the main clause is found, and in it the nominative: before the verb or after it. What follows "des", "dem" or a preposition
is asked, thanked or quoted, but does not speak. A pronoun goes on with the person of the clause before, else of the
paragraph before.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from minutes.importers.grammar import (
    behind_verb,
    clauses,
    clubs,
    concerned,
    heads,
    holders,
    parentheses,
    saying,
    together,
    verbs,
)
from minutes.importers.grammar.clauses import Clause
from minutes.importers.grammar.collectives import collective
from minutes.importers.grammar.floor import given_floor
from minutes.importers.grammar.letters import LOWER, closed_up, sentences
from minutes.importers.grammar.list_marks import without_mark
from minutes.importers.grammar.mentions import Mention, behind, find

Subject = Literal["person", "pronoun", "other"]
# Longer paragraphs name their speaker early; so no text, however long, takes long.
_LOOKED_AT = 4_000

_BODY_FIRST = re.compile(
    r"(?:Der|Die|Das)\s(?:[A-ZÄÖÜ][\w-]*-\sund\s)?\S*(?:[Aa]usschuss|[Rr]at|tag|[Vv]ersammlung|[Vv]ertretung|[Bb]eirat|[Gg]remium)\s[a-zäöüß]+te?\s"
)
_AND_WHO = re.compile(r"\s(?:und|sowie)\s(?=(?:die|das|der)\s)")
# `Frau Ohm hat Muster mitgebracht. Sie empfiehlt das helle.`: who did something then says something.
_DID = re.compile(r"\s(?:\([^()]{1,60}\)\s)?(?:hat|haben|hatte|hatten)\s")
# `Drei Tage war Frau Ohm in Lublin. Sie berichtet, …`
_WAS = re.compile(r"\b(?:war|ist|hat|hatte)\s(?:der\s|die\s)?(?=[A-ZÄÖÜ])")
# `Dieser dankt. Der Plan, so Herr Kohl, …`: it is said behind who is meant.
_THIS_ONE = re.compile(r"(?:Diese[r]?|Letztere[r]?)\s[a-zäöüß]")


@dataclass(frozen=True, slots=True)
class Speaking:
    """What a paragraph says of its speaker: a person, somebody who goes on, or nobody.

    `speaker` joins several who speak at once with " + ". `further` speak later in the paragraph. `floor` is who was given
    the floor: what follows without a name is theirs. `sure`: named at the beginning, with a verb. `last`: the subject of
    the last sentence, if that is a person. `told`: of whom it tells what they did, where nobody speaks.
    """

    subject: Subject
    speaker: str = ""
    party: str = ""
    further: tuple[str, ...] = ()
    floor: str = ""
    sure: bool = False
    last: str = ""
    told: str = ""


# Each paragraph is asked for by several readers, one right after the other.
@lru_cache(maxsize=32)
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
        if subject.subject == "other" and (at := heads.about(sentence, mentions)):
            behind = _subject(sentence[at:], find(sentence[at:], known))
            subject = behind if behind.subject == "person" and saying.has_saying(sentence[at:]) else subject
        if number and not subject.sure and subject.subject == "person" and not saying.has_saying(sentence):
            subject = Speaking("other")
        if number and not found and subject.subject == "person" and saying.owes(sentence):
            subject = Speaking("other")
        if subject.subject == "person" and found and found.subject == "pronoun" and _THIS_ONE.match(parts[0]):
            found = Speaking("person", subject.speaker, subject.party)
        elif subject.subject == "person" and found:
            # Who goes on in the first sentence is who speaks, whoever is named after it.
            further.append(subject.speaker)
        elif subject.subject == "person":
            later = bool(number)
            found = subject if not later else Speaking("person", subject.speaker, subject.party)
        elif subject.subject == "pronoun" and not found:
            # Who was given the floor in the sentence before, or did something in it.
            before = floor or (told if saying.has_saying(sentence) else "")
            found = Speaking("person", before) if before else subject
        elif not number and _WAS.search(sentence[:80]) and len(mentions) == 1:
            told = mentions[0].speaker if not clauses.is_oblique(sentence, mentions[0]) else ""
        elif not number and mentions and _DID.match(sentence[mentions[0].end :]):
            told = mentions[0].speaker if clauses.is_front(sentence[: mentions[0].start]) else ""
        last = subject.speaker
    result = found or Speaking("other")
    others = tuple(dict.fromkeys(speaker for speaker in further if speaker != result.speaker))
    return Speaking(result.subject, result.speaker, result.party, others, floor, result.sure, last, told)


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
    said_by = parentheses.said_by(sentence, mentions)
    if said_by:
        return _person(sentence, said_by, mentions)
    head = None if saying.is_nobodys(sentence) else heads.who(sentence, unquoted)
    if head:
        # `Frau Ohm: Was kostet das?`
        return _person(sentence, head, unquoted, sure=True)
    if saying.is_nobodys(sentence) or saying.is_question(sentence):
        return Speaking("other")
    # Who is named within brackets or a quotation is spoken of.
    mentions = unquoted
    main = clauses.main(parts)
    inside = [mention for mention in mentions if main.start <= mention.start < main.end]
    leading = _leading(quoted, main, inside, mentions)
    if leading:
        return leading
    if parentheses.by_pronoun(sentence):
        return Speaking("pronoun")
    told_by = behind_verb.who(quoted, main, inside) if saying.PASSIVE.search(quoted[main.start : main.end]) else None
    if told_by:
        # `Sie wurde von Herrn Kohl erläutert`: the pronoun is what he tells of.
        return _person(quoted, told_by, mentions)
    from_them = concerned.from_whom(quoted, mentions) or behind_verb.according(quoted, mentions)
    if from_them:
        return _person(quoted, from_them, mentions)
    if clauses.pronoun_subject(quoted, main, inside):
        before = [
            mention
            for mention in mentions
            if mention.start < main.start
            and not clauses.is_oblique(quoted, mention)
            and not clauses.is_beside_oblique(parts, mention)
        ]
        return _person(sentence, before[0], mentions) if before else Speaking("pronoun")
    at_front = _collective_at_front(quoted, main)
    if at_front:
        return at_front
    found = (
        behind_verb.who(quoted, main, inside)
        or concerned.who(quoted, main, mentions)
        or behind_verb.source(quoted, mentions)
    )
    if found:
        return _person(quoted, found, mentions)
    told = (
        saying.told_by(quoted, mentions)
        or saying.in_subordinate(quoted, parts, mentions)
        or saying.in_relative(quoted, parts, mentions)
        or saying.in_second(quoted, parts, mentions)
    )
    if told:
        return _person(sentence, told, mentions)
    themselves = clubs.says_itself(quoted)
    if themselves:
        return Speaking("person", themselves)
    by = saying.told_by_all(quoted[main.start : main.end])
    return Speaking("person", by) if by else _collective(quoted, main)


def _leading(sentence: str, main: Clause, inside: list[Mention], mentions: list[Mention]) -> Speaking | None:
    """A mention before the verb: `Der Ktabg. Fels erinnert`, `Auch Ktabg. Neumann sieht`."""
    inside = holders.named(sentence[main.start : inside[1].start] if inside[1:] else "", inside)
    before = sentence[main.start : inside[0].start] if inside else ""
    if not inside or not (clauses.is_front(before) or (inside[0].name and holders.leads(before))):
        return None
    last = together.last_of_list(sentence, inside[0], mentions)
    rest = sentence[last.end :]
    if "," in sentence[last.start : last.end]:
        # `Herr Kohl und der Leiter des Bauhofs, Herr Uhde, werben …`
        rest = re.sub(r"^,(?=\s[a-zäöüß])", "", rest)
    other = holders.second_office(rest)
    if other:
        return Speaking("person", f"{inside[0].speaker} + {other}", sure=True)
    is_future = behind_verb.with_infinitive(sentence[last.end : main.end]) and re.match(r"\s(?:wird|werden)\b", rest)
    is_told_of = behind_verb.PASSIVE.match(behind(sentence, last)) and not is_future
    if (verbs.is_presence(rest) and not concerned.lacks(rest)) or (is_told_of and not verbs.and_then_says(rest)):
        return Speaking("other")
    if not clauses.has_verb(rest):
        return None
    clause = clauses.without_origin(rest[: main.end - last.end])
    told_of = (
        saying.REPORTED_PERFECT.match(clause) or saying.is_told_of(clause)
        if inside[0].name
        else saying.REPORTED_BEHIND.match(clause)
    )
    told_of = told_of or holders.is_told_of(rest)
    # `hat beobachtet, dass …` tells what somebody says.
    reports = re.match(r",\s(?:dass|daß|ob|wie)\s", sentence[main.end :])
    if told_of or verbs.is_demand(rest) or (not reports and verbs.tells_deed(rest[: main.end - last.end])):
        return Speaking("other")
    return _person(sentence, inside[0], mentions, sure=True)


def _collective_at_front(sentence: str, main: Clause) -> Speaking | None:
    """`Die Verwaltung sagt dies zu und …`: whoever is named behind the verb is the object, or speaks later."""
    clause = sentence[main.start : main.end]
    match = collective(clause)
    rest = clause[match.end() :] if match else ""
    # `Die ABC-Fraktion und die DEF-Fraktion übernehmen die Änderung.`
    and_who = _AND_WHO.match(rest) if match else None
    other = collective(rest[and_who.end() :]) if and_who else None
    rest = rest[and_who.end() + other.end() :] if and_who and other else rest
    if match and clauses.has_verb(rest) and (not behind_verb.PASSIVE.match(rest) or verbs.and_then_says(rest)):
        acts = saying.is_reported(rest) or verbs.is_demand(rest) or verbs.is_deed(clause)
        who = f"{match['who']} + {other['who']}" if other else match["who"]
        return Speaking("other") if acts else Speaking("person", who, sure=False)
    return None


def _collective(sentence: str, main: Clause) -> Speaking:
    """The administration or a faction as the subject after the verb."""
    clause = sentence[main.start : main.end]
    after = re.search(
        rf"^[^,]*?\b[{LOWER}]+(?:t|te)\s(?:sich\s)?(?:auch\s|hingegen\s|dagegen\s)?(?:die|das|der)\s", clause
    )
    # `Der Ausschuss beauftragt die Verwaltung, …`
    if after and not _BODY_FIRST.match(clause):
        match = collective(clause[after.end() :])
        if (
            match
            and clauses.has_finite(clause[: after.end()])
            and not re.search(
                r"\b(?:wird|wurde|werden|ist|sei|hat|hatte|obliegt|gehört)\s(?:die|das|der)\s$", clause[: after.end()]
            )
            and not verbs.is_deed(clause)
        ):
            return Speaking("person", match["who"], sure=False)
    if re.match(rf"^(?:Er|Sie|Dieser|Diese|Letztere[r]?)\s[{LOWER}]", clause):
        return Speaking("pronoun")
    return Speaking("other")


def _person(sentence: str, mention: Mention, mentions: list[Mention], *, sure: bool = False) -> Speaking:
    speaker, party = together.joined(sentence, mention, mentions)
    return Speaking("person", speaker, party, sure=sure)
