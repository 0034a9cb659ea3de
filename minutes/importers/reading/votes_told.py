"""Votes told within paragraphs, beside those that have a line of their own. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from minutes.importers.grammar import bodies, decision_words, motions, named_votes, told_votes
from minutes.importers.grammar.outcomes import UNDECIDED, OutcomeCode
from minutes.importers.reading import checks
from minutes.importers.reading.item_so_far import ItemSoFar
from minutes.importers.reading.values import VoteReading


@dataclass(frozen=True, slots=True)
class PlacedVote:
    """A vote, and after how many contributions it stands."""

    place: int
    vote: VoteReading


def read(work: ItemSoFar, own: Sequence[VoteReading]) -> list[PlacedVote]:
    """The votes of the debate and the resolution; beside a vote or counts of the item only those with other numbers.

    A unanimous vote without numbers then says again what the item has.
    """
    said = [contribution.text for contribution in work.debate.contributions]
    counts = work.counts or work.status_counts
    texts = said if own or counts else [*said, *work.texts.get("resolution", ())]
    found: list[PlacedVote] = []
    for place, text in enumerate(texts):
        for told in told_votes.read(text, texts[place - 1] if place else ""):
            is_part = named_votes.tells_part(told.sentence)
            if (own or counts) and (
                (not told.counts and not is_part) or any(told.counts and _is_same(told.counts, vote) for vote in own)
            ):
                continue
            if any(each.vote.result == told.sentence for each in found):
                # Said in the debate, and once more as its result.
                continue
            vote = VoteReading(
                result=told.sentence,
                is_unanimous=told.is_unanimous,
                counts=told.counts,
                told=told.code,
                # Where the item has counts, other numbers are of something else.
                is_on_motion=told.is_on_motion or bool(counts and not _agree(told.counts, counts)),
            )
            found.append(PlacedVote(place, vote))
    return found


def _is_same(counts: Mapping[str, int], vote: VoteReading) -> bool:
    return all(vote.counts.get(name) == number for name, number in counts.items())


def _agree(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    return all(one.get(name, 0) == other.get(name, 0) for name in ("yes", "no"))


def in_order(own: Sequence[PlacedVote], told: Sequence[PlacedVote]) -> tuple[VoteReading, ...]:
    """All votes as they follow each other in the text."""
    places = [*((each.place, each.vote) for each in own), *((each.place + 0.5, each.vote) for each in told)]
    return tuple(vote for _, vote in sorted(places, key=lambda pair: pair[0]))


def outcome(told: Sequence[PlacedVote], title: str = "") -> OutcomeCode:
    """What they decided; of several that differ it is none of them. That the item is put off decides it."""
    last = told[-1].vote.told if told else None
    if last and last in UNDECIDED:
        return last
    codes = [
        code
        for each in told
        if not (each.vote.is_on_motion or (each is not told[-1] and _is_before(each.vote, told[-1].vote, title)))
        and (code := checks.result_code(each.vote))
    ]
    if len(codes) > 1 and codes[-1] in checks.ADOPTED and set(codes[:-1]) == {"rejected"} and _are_choices(told):
        # One after the other, until one of them passed.
        return codes[-1]
    differ = len(set(codes)) > 1 and not set(codes) <= checks.ADOPTED
    return "multiple" if differ else codes[-1] if codes else "none"


# `Der Antrag der ABC-Fraktion zu Nr. 1 wurde … abgelehnt.`, `Dies wird … abgelehnt.`
_OF_SOMEBODY = re.compile(
    r"^(?:\d{1,2}\.?\)?\s+)?(?:Der|Dem|Den)\s(?:\w+\s)?Antrag\s(?:der|des|von|aus)\s|^(?:Der|Dem)\sVorschlag\s(?:von|der|des)\s(?:(?:Herrn?|Frau)\b|[\w-]*(?:mitglied|rat|rätin|[Ff]raktion|vertreter|vertreterin|abgeordnete\w?)s?\b)|^(?:(?:Der|Dieser|Dem|Diesem)\sAntrag|Dies|Dem)\s(?:wird|wurde)\b"
)


_ON_ITEM = re.compile(
    r"(?:Die|Der|Dem)\s(?:so\s)?(?:(?:ge|abge)änderten?\s|ergänzten?\s)?(?:Tagesordnung|Niederschrift|(?:Beschluss)?[Vv]orlage|Verwaltungsvorlage|Drucksache|Beschlussvorschlag|Verwaltungsvorschlag|Hauptantrag|Gesamtantrag)\b"
    r"|Anschließend\b|Sodann\b|Danach\b|Daraufhin\b|Schließlich\b"
)

# `Für 3.000 Euro stimmen 2, dagegen 10 Mitglieder.`
_CHOICE = re.compile(r"Für\s(?!(?:den|diesen|ihren|seinen)\s[\w-]*[Aa]ntrag)")


def _are_choices(told: Sequence[PlacedVote]) -> bool:
    """Whether the votes are on several things of which one is taken."""
    return all(_CHOICE.match(each.vote.result) for each in told)


# `Der Teilhaushalt wird …`
_SUBJECT = re.compile(r"(?:Der|Die|Das|Dem|Den)\s(?:[a-zäöüß]+\s)?(?P<noun>[A-ZÄÖÜ][\w-]{5,60})")


_PAPER = re.compile(r"(?:[Vv]orlage|[Aa]ntrag|[Vv]orschlag|[Ss]atzung|[Ee]ntwurf|Drucksache|Resolution)$")
# `Die Ergänzung wird mit 7 Ja-Stimmen angenommen.`
_CHANGE = re.compile(
    r"(?:Die|Der|Diese|Dieser)\s(?:[a-zäöüß]+\s)?(?:Ergänzung|Änderung|Erweiterung|Streichung|Einfügung|Einschränkung)\s(?:wird|wurde|findet|fand|erhält|erhielt)\b"
)


def _is_before(vote: VoteReading, last: VoteReading, title: str) -> bool:
    """Whether a vote is on what somebody moved, where the last one is on the item itself: it may be named by its title."""
    subject = _SUBJECT.match(last.result)
    if subject and subject["noun"] in title and subject["noun"] not in vote.result:
        return True
    is_change = _CHANGE.match(vote.result) and not _CHANGE.match(last.result)
    if is_change and (
        (subject := _SUBJECT.match(last.result)) is None
        or decision_words.is_amended(last.result)
        or subject["noun"] in title
        or _PAPER.search(subject["noun"])
    ):
        return True
    is_on_item = bodies.begins(last.result) or bool(_ON_ITEM.match(last.result))
    is_of_somebody = _OF_SOMEBODY.match(vote.result) or motions.is_named(vote.result)
    return bool(is_of_somebody) and is_on_item
