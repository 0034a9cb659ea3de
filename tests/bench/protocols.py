"""Protocols of any length for benchmarks: as long and as mixed as those of a county, made of invented text."""

from dataclasses import replace

from minutes.markup import parse
from minutes.record.values import (
    AgendaLine,
    AttendanceGroup,
    AttendanceRow,
    BallotLine,
    ContributionRecord,
    CountsValue,
    DecisionRecord,
    ItemRecord,
    PaperValue,
    PartRecord,
    SessionRecord,
    VoteRecord,
    VoterValue,
)
from tests.minutes.documents import samples

_WORDS = (
    *("Haushaltsplanung", "Verwaltung", "Fortschreibung", "Nahverkehrsplanung", "Integration", "Kreisentwicklung"),
    *("Gemeinden", "Vereinbarung", "Beratung", "Förderrichtlinie", "Schulentwicklung", "Jugendhilfe", "Beteiligung"),
)
_VERBS = ("weist auf die Folgen für", "fragt nach", "begrüßt ausdrücklich", "hält nichts von", "verweist auf")
_NAMES = tuple(
    first + last
    for first in ("Alt", "Neu", "Ober", "Nieder", "Groß")
    for last in ("mann", "haus", "kamp", "berg", "feld")
)


def _sentence(seed: int) -> str:
    picked = [_WORDS[(seed * 7 + step * 5) % len(_WORDS)] for step in range(4)]
    return f"die {picked[0]} und die {picked[1]}, soweit sie im Rahmen der {picked[2]} zur {picked[3]} gehört."


def _contribution(item: int, place: int) -> ContributionRecord:
    seed = item * 31 + place
    speaker = f"Ktabg. {_NAMES[seed % len(_NAMES)]}"
    sentences = " ".join(f"Es gehe um {_sentence(seed + step)}" for step in range(2 + seed % 3))
    text = f"⟨{speaker}⟩ {_VERBS[seed % len(_VERBS)]} {_sentence(seed)} {sentences}"
    return ContributionRecord(id=f"c-{item}-{place}", kind="speech", text=parse(text), speaker=speaker)


def _roll_call(item: int) -> VoteRecord:
    yes, no = _NAMES[:17], _NAMES[17:]
    return VoteRecord(
        id=f"v-{item}",
        form="roll_call",
        form_text="namentlich",
        majority="simple",
        counts=CountsValue(yes=17, no=8, abstain=0, recused=0),
        result_lines=("17 JA-Stimmen", "8 NEIN-Stimmen"),
        ballots=tuple(
            BallotLine(choice, heading, ", ".join(names), tuple(VoterValue(name, name) for name in names))
            for choice, heading, names in (("yes", "Mit Ja stimmten", yes), ("no", "Mit Nein stimmten", no))
        ),
        adopted=True,
        is_final=True,
    )


def _by_hand(item: int) -> VoteRecord:
    return VoteRecord(
        id=f"v-{item}",
        form="by_hand",
        form_text="offen per Handzeichen",
        majority="simple",
        counts=CountsValue(yes=25, no=0, abstain=0, recused=0),
        result_lines=("einstimmig",),
        counts_text="(Ja: 25, Nein: 0, Enthaltungen: 0, Befangen: 0)",
        adopted=True,
        is_final=True,
    )


def item(number: int, *, edited: str = "") -> ItemRecord:
    """An item with 11 to 16 contributions, every fourth with a roll call of 25."""
    contributions = tuple(_contribution(number, place) for place in range(11 + number % 6))
    if edited:
        contributions = (replace(contributions[0], text=parse(edited)), *contributions[1:])
    return ItemRecord(
        id=f"item-{number}",
        number=str(number),
        label=f"TOP {number}",
        title=f"{_WORDS[number % len(_WORDS)]} und {_WORDS[(number * 3) % len(_WORDS)]}, Teil {number}",
        is_public=True,
        order=("decision", "contributions", "votes"),
        papers=(PaperValue(f"p-{number}", f"SV-11-{number:04}"),),
        decision=DecisionRecord("Beschluss", resolution=parse(f"Der Kreistag beschließt {_sentence(number)}")),
        contributions=contributions,
        votes=(_roll_call(number) if number % 4 == 0 else _by_hand(number),),
    )


def protocol(items: int, *, edited: int = 0, text: str = "") -> SessionRecord:
    """A protocol of so many items; ``edited`` is the number of one whose first contribution is ``text``."""
    printed = tuple(item(number, edited=text if number == edited else "") for number in range(1, items + 1))
    agenda = tuple(AgendaLine(one.number, one.label, one.title, papers=one.papers, item_id=one.id) for one in printed)
    groups = tuple(
        AttendanceGroup(faction, tuple(AttendanceRow(name, person_id=name) for name in _NAMES[number::5]))
        for number, faction in enumerate(samples.FACTIONS[:5])
    )
    return replace(
        samples.m01(),
        attendance=groups,
        parts=(PartRecord("A", "A. Öffentlicher Teil", is_public=True, agenda=agenda, items=printed),),
    )
