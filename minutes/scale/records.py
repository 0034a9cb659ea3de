"""Room: minutes. The records of the invented county: a session is the same whoever makes it, and in whatever order."""

import datetime
import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from django.utils import timezone

from minutes.markup import Paragraph, Span, Text
from minutes.record.values import (
    AgendaLine,
    AttendanceGroup,
    AttendanceRow,
    BallotLine,
    BodyValue,
    CommitteeValue,
    ContributionRecord,
    CountsValue,
    DecisionRecord,
    HeadField,
    ItemRecord,
    PaperValue,
    PartRecord,
    SessionRecord,
    VoteRecord,
    VoterValue,
)

from . import county

ITEMS = 30
_SPREAD = (0, 2, 4, 5, 6, 7, 8, 9, 11, 15)  # contributions of an item: 201 in the 30 of a session
# As in any language, few words are said often and most of them seldom.
_CUMULATED = tuple(accumulate(1 / rank for rank in range(1, len(county.COMPOUNDS) + 1)))


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of rows that records name: sessions by index, committees, people of each committee by term, papers."""

    sessions: Mapping[int, str]
    committees: tuple[int, ...]
    people: Mapping[tuple[int, int], tuple[tuple[int, str], ...]]
    papers: tuple[tuple[int, str, str], ...]


def record_of(index: int, keys: Keys) -> SessionRecord:
    """The minutes of a session."""
    place = county.place_of(index)
    short_name, name = county.COMMITTEES[place.committee]
    dice = random.Random(index)  # noqa: S311 - the same each time, on purpose
    people = keys.people[place.committee, county.term_of(place.day)]
    items = tuple(_item(index, number, dice, people, keys) for number in range(1, ITEMS + 1))
    start = timezone.make_aware(datetime.datetime.combine(place.day, datetime.time(17, 0)))
    absent = {people[dice.randrange(len(people))][0] for _time in range(2)}
    return SessionRecord(
        audience="public",
        session_id=keys.sessions[index],
        reference=f"{short_name}/{place.number}/{place.year}",
        number=place.number,
        year=place.year,
        date=place.day,
        body=BodyValue(**county.BODY),
        committee=CommitteeValue(id=str(keys.committees[place.committee]), name=name, short_name=short_name),
        title=f"{place.number}. Sitzung, {name}",
        subtitle=f"über die {place.number}. Sitzung: {name} ({short_name}/{place.number}/{place.year})",
        date_text=f"{place.day:%d.%m.%Y}",
        place_text="Kreishaus, Sitzungssaal",
        is_draft=False,
        term=county.TERMS[county.term_of(place.day)][0],
        starts_at=start,
        ended_at=start + datetime.timedelta(minutes=60 + dice.randrange(180)),
        head=(HeadField("Beginn der Sitzung", "17:00 Uhr"),),
        attendance=(_group("Mitglieder", [row for row in people if row[0] not in absent]),),
        absent=(_group("Entschuldigt fehlen", [row for row in people if row[0] in absent]),),
        parts=(
            PartRecord(
                letter="A",
                heading="Öffentlicher Teil",
                is_public=True,
                agenda=tuple(
                    AgendaLine(item.number, item.label, item.title, papers=item.papers, item_id=item.id)
                    for item in items
                ),
                items=items,
            ),
        ),
    )


def _group(heading: str, people: list[tuple[int, str]]) -> AttendanceGroup:
    return AttendanceGroup(heading, tuple(AttendanceRow(name, person_id=str(key)) for key, name in people))


def _item(index: int, number: int, dice: random.Random, people: tuple, keys: Keys) -> ItemRecord:
    outcome = county.OUTCOMES[dice.randrange(len(county.OUTCOMES))]
    topic = county.COMPOUNDS[dice.randrange(len(county.COMPOUNDS))]
    is_voted = outcome in ("adopted", "adopted_amended", "rejected")
    paper = keys.papers[dice.randrange(len(keys.papers))] if keys.papers and dice.random() < 0.4 else None
    votes = (_vote(index, number, dice, people, outcome != "rejected"),) if is_voted else ()
    contributions = contributions_of(index, number, people)
    return ItemRecord(
        id=f"{index}-{number}",
        number=str(number),
        label=f"TOP {number}",
        title=f"{topic[0].upper()}{topic[1:]} {2000 + dice.randrange(30)}",
        is_public=True,
        order=(*(("contributions",) if contributions else ()), *(("decision", "votes") if is_voted else ())),
        papers=(PaperValue(str(paper[0]), paper[1], paper[2]),) if paper else (),
        status_text=county.STATUS[outcome],
        outcome=outcome,
        decision=DecisionRecord("Beschluss", resolution=_text(f"Der Vorlage zur {topic} wird gefolgt."))
        if is_voted
        else None,
        contributions=contributions,
        votes=votes,
    )


def _vote(index: int, number: int, dice: random.Random, people: tuple, adopted: bool) -> VoteRecord:
    is_roll_call = dice.random() < 0.1
    against = 0 if dice.random() < 0.6 else 1 + dice.randrange(len(people) // 3)
    winners, losers = people[against:], people[:against]
    yes, no = (winners, losers) if adopted else (losers, winners)
    lines = (("yes", "Mit Ja stimmten", yes), ("no", "Mit Nein stimmten", no)) if is_roll_call else ()
    return VoteRecord(
        id=f"v-{index}-{number}",
        form="roll_call" if is_roll_call else "show_of_hands",
        form_text="namentlich" if is_roll_call else "offen per Handzeichen",
        majority="simple",
        counts=CountsValue(yes=len(yes), no=len(no), abstain=0),
        result_lines=("einstimmig",) if not against else (f"{len(yes)} JA-Stimmen", f"{len(no)} NEIN-Stimmen"),
        ballots=tuple(
            BallotLine(
                choice,
                heading,
                ", ".join(name for _key, name in voters),
                tuple(VoterValue(n, str(k)) for k, n in voters),
            )
            for choice, heading, voters in lines
            if voters
        ),
        adopted=adopted,
        is_final=True,
    )


def contributions_of(
    index: int, number: int, people: tuple, count: int | None = None
) -> tuple[ContributionRecord, ...]:
    """What is said at an item, or so many contributions of it."""
    dice = random.Random(index * 1_000 + number)  # noqa: S311 - the same each time, on purpose
    count = _SPREAD[(index + number) % len(_SPREAD)] if count is None else count
    return tuple(_contribution(f"{index}-{number}-{place}", dice, people) for place in range(count))


def _contribution(key: str, dice: random.Random, people: tuple) -> ContributionRecord:
    person, name = people[dice.randrange(len(people))]
    speaker = f"Ktabg. {name.partition(',')[0]}"
    common = dice.choices(county.COMMON, k=18)
    rare = dice.choices(county.COMPOUNDS, cum_weights=_CUMULATED, k=6)
    words = " ".join(
        word for three in zip(common[::3], common[1::3], rare, common[2::3], strict=True) for word in three
    )
    said = f" {county.VERBS[dice.randrange(len(county.VERBS))]} {words}."
    text: Text = (Paragraph((Span("speaker", speaker), Span("plain", said))),)
    return ContributionRecord(id=f"c-{key}", kind="speech", text=text, speaker=speaker, person_id=str(person))


def _text(text: str) -> Text:
    return (Paragraph((Span("plain", text),)),)
