"""Votes told within a paragraph: `Die Niederschrift wurde mit 12 Ja-Stimmen bei 4 Enthaltungen genehmigt.` Pure.

Only a sentence that is itself the decision, of this body and of this day; what somebody reports of another vote is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.importers.grammar import (
    bodies,
    decision_words,
    decisions,
    motions,
    procedure,
    proposals,
    tallies,
    voting_verbs,
)
from minutes.importers.grammar.elsewhere import is_reported
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.numbers import NUMBER
from minutes.importers.grammar.outcomes import OutcomeCode

_NUMBERS = rf"(?i:{NUMBER})\sJa-Stimmen?(?:(?:,\s?|\s(?:und|sowie|bei|gegen|zu)\s)(?i:{NUMBER})\s(?:(?:Ja|Nein|Gegen)-?\s?[Ss]timmen?|(?:Stimm)?[Ee]nthaltung(?:en)?))*"
# `entfielen auf Frau Ohm 5 Ja-Stimmen und 1 Enthaltung`
_FALLS = re.compile(
    rf"\bentf(?:allen|ielen|ällt|iel)\sauf\s[^.;,\d]{{3,60}}?\s(?P<numbers>{_NUMBERS})|^Auf\s(?:[^.;,\d]|(?<=[a-zäöü])\.(?=\s[A-ZÄÖÜ])){{3,60}}?\sentf(?:allen|ielen|ällt|iel)\s(?:(?:bei|in)\s[a-z]+\s(?:Wahl|Abstimmung)\s)?(?P<ahead>{_NUMBERS})|\bentf(?:allen|ielen|ällt|iel)\s(?P<first>{_NUMBERS})\sauf\s|\b(?:werden|wurden)\s(?P<cast>{_NUMBERS})\sabgegeben\b"
)
# `Sie lehnt Ziffer 2 ab.` below what the body did
_PRONOUN = re.compile(r"(?:Sie|Er|Es)\s[a-zäöü]+(?:t|te|st)\s")
_AND = re.compile(
    r",?\s(?:und|sowie)\s(?=(?:der|die|das|dem|den|Punkt|Ziffer|Nr\.)\s(?:\S+\s){0,6}?(?:wird|wurde|werden|wurden)\b)"
)
_ABSTAINED = re.compile(r"\b[Ee]nthalten\s(?:hat|haben)\ssich\b")
_INVALID = re.compile(r"(?:für\s)?ungültig\serklärt")
_SAID = re.compile(r"\berklärt\w*\b")
# `In namentlicher Abstimmung haben 23 Mitglieder mit Ja gestimmt.`
_NOW = re.compile(
    r"(?:(?<=^)|(?<=\.\s))(?P<how>(?:In|Bei)\s\w+\sAbstimmung|Mit\s(?:Ja|Nein)|Für\s(?:den|die|das)\s[\w-]+)\s(?:haben|hat)\s(?=[^.;]{3,120}\bgestimmt\b)"
)


@dataclass(frozen=True, slots=True)
class ToldVote:
    """A vote that a sentence tells, what it decided, its numbers, and whether it was on a motion on the procedure."""

    sentence: str
    counts: dict[str, int]
    is_unanimous: bool = False
    is_on_motion: bool = False
    code: OutcomeCode | None = None


def read(text: str, before: str = "") -> list[ToldVote]:
    """The votes that the sentences of a paragraph tell; `before`: the paragraph above it."""
    found: list[ToldVote] = []
    previous = plain(before)[-600:]
    for sentence in _each(plain(text)[:3_000]):
        is_theirs = _PRONOUN.match(sentence) and bodies.begins(previous)
        as_body = f"Das Gremium {sentence.split(' ', 1)[1]}" if is_theirs else sentence
        falls, told = _FALLS.search(sentence), decisions.read(as_body)
        if falls:
            counts = tallies.read(falls[falls.lastgroup or 0]).counts
            found.append(ToldVote(sentence, counts, is_on_motion=motions.is_named(sentence), code=_by_numbers(counts)))
        elif told and told.is_vote:
            found.append(_vote(sentence, previous, told))
        previous = sentence
    told_by_verbs = [] if found else voting_verbs.read(text) or _only_for(text)
    if told_by_verbs and not any(
        map(
            _is_reported,
            sentences(
                _NOW.sub(r"\g<how> ", _INVALID.sub("ungültig", _ABSTAINED.sub("Enthaltung", plain(text)[:2_000])))
            ),
        )
    ):
        concluded = "rejected" if procedure.tells_failure(text) else _concluded(text)
        found += [
            ToldVote(
                plain(text), counts, code=concluded if concluded == "rejected" else _by_numbers(counts) or concluded
            )
            for counts in told_by_verbs
        ]
    return found


# `Für den Antrag sprachen sich nur zwei Mitglieder aus; er war damit abgelehnt.`
_CONCLUDED = re.compile(
    r"[;.]\s(?:[Ee]r|[Ss]ie|[Ee]s|[Dd](?:er|ie|as)\s[\w-]*(?:[Aa]ntrag|[Vv]orschlag|[Vv]orlage))\s(?:ist|war|wird|wurde|gilt)\s(?:damit|somit|mithin|also)\s(?:als\s)?(?:(?P<no>abgelehnt|gescheitert|zurückgewiesen|nicht\sangenommen)|angenommen|beschlossen)\b"
    r"|,\swomit\s(?:er|sie|es|der\s[\w-]+|die\s[\w-]+)\s(?:(?P<failed>abgelehnt|gescheitert)|angenommen|beschlossen)\s(?:ist|war)\b"
)


def _only_for(text: str) -> list[dict[str, int]]:
    """How many were for or against it alone, where it is said what that means."""
    return voting_verbs.read_one(text) if _CONCLUDED.search(plain(text)[:2_000]) else []


def _concluded(text: str) -> OutcomeCode | None:
    match = _CONCLUDED.search(plain(text)[:2_000])
    return None if match is None else "rejected" if match["no"] or match["failed"] else "adopted"


def _by_numbers(counts: dict[str, int]) -> OutcomeCode | None:
    """What numbers for and against decide."""
    if not counts.keys() >= {"yes", "no"}:
        return None
    return "adopted" if counts["yes"] > counts["no"] else "rejected"


def each_alone(text: str) -> list[str]:
    """The sentences of a paragraph of which each tells a vote of its own; nothing if it is one, or has others."""
    found = sentences(plain(text)) if len(text) < 1_500 else []
    return found if len(found) > 1 and all(map(is_one, found)) else []


def is_one(sentence: str) -> bool:
    """Whether a sentence tells a vote of its own."""
    decision = decisions.read(sentence)
    return decision is not None and decision.is_vote


def _vote(sentence: str, previous: str, told: decisions.Decision) -> ToldVote:
    on_motion = motions.is_named(sentence) or motions.is_object(sentence) or motions.follows_motion(sentence, previous)
    on_motion = on_motion or (told.code == "rejected" and decision_words.moved(sentence) is not None)
    # `Dem wird einstimmig zugestimmt.` below a proposal to adjourn.
    put = proposals.proposed(previous) if told.code == "adopted" and motions.refers(sentence) else None
    if (
        told.code == "adopted"
        and put is None
        and re.match(r"(?:Diesem|Dem|Dieser|Der)\s(?:Antrag|Vorschlag)\s(?:wird|wurde|stimm)", sentence)
    ):
        put = proposals.moved_in(previous)
    return ToldVote(sentence, told.counts, told.is_unanimous, on_motion and not put, put or told.code)


def _is_reported(sentence: str) -> bool:
    return is_reported(sentence) or bool(_SAID.search(sentence))


def _with_numbers(parts: list[str]) -> list[str]:
    """`Der Rat stimmt zu. Ja: 8, Nein: 1`: numbers alone belong to the sentence before them."""
    found: list[str] = []
    for part in parts:
        joined = f"{found[-1].rstrip('. ')}: {part}" if found and tallies.is_count_line(part) else ""
        if joined and decisions.read(joined):
            found[-1] = joined
        else:
            found.append(part)
    return found


def _each(text: str) -> Iterator[str]:
    """The sentences; `Der Zaun wird … beschlossen und das Tor wird … abgelehnt.` are two."""
    for sentence in _with_numbers(sentences(text)):
        clauses = _AND.split(sentence)
        yield from clauses if len(clauses) > 1 and all(map(decisions.read, clauses)) else [sentence]
