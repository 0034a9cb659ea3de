"""Room: minutes, search. What of a record can be found: its items, decisions, contributions, papers, people. Pure."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes.markup import Text, plain
from minutes.models.search import EntryKind
from minutes.record.announcements import AgendaRecord, DirectoryRecord, PaperRecord
from minutes.record.confidential import closed_to
from minutes.record.keys import row_key
from minutes.record.serialise import Record
from minutes.record.values import CorrectionNote, ItemRecord, PaperValue, SessionRecord, VoteRecord
from minutes.search import words
from minutes.search.plan import month_mark

NO_OUTCOME = "none"


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has a key: what is found, by which words, and where it stands."""

    kind: str
    title: str
    text: str
    date: datetime.date
    body_key: str
    reference: str
    committee: int | None = None
    committee_name: str = ""
    number: str = ""
    anchor: str = ""
    person: int | None = None
    speaker: str = ""
    outcome: str = ""
    closed_to: str = ""

    @property
    def words(self) -> str:
        """The text as it is searched: title, text, and marks that stand for filters.

        `=radweg` is a word of the title of what is more than one voice, `~bauer` one whose ending may be its own.
        """
        title, text = words.known(self.title), words.known(self.text)
        marks = dict.fromkeys(self.marks)
        marks.update((f"~{word.own_ending}", None) for word in (*title, *text) if word.own_ending)
        if self.kind != EntryKind.CONTRIBUTION:
            marks.update((f"={word.stem}", None) for word in title)
        marks.update(dict.fromkeys(words.joined(self.title) + words.joined(self.text)))
        return " _ ".join(
            (" ".join([word.stem for word in title]), " ".join([word.stem for word in text]), " ".join(marks))
        )

    @property
    def marks(self) -> list[str]:
        """By what the filters find it."""
        found = [f"_k{self.kind}", f"_y{self.date.year}", month_mark(self.date)]
        found += [f"_c{self.committee}"] if self.committee else []
        found += [f"_s{self.person}"] if self.person else []
        return found + ([f"_o{self.outcome}"] if self.outcome else [])


def drafts(record: Record, *, day: datetime.date) -> Iterator[Draft]:
    """What can be found of a record; of an internal one, what is in items that are not public. `day`: of its issue."""
    if isinstance(record, SessionRecord):
        return _of_minutes(record)
    if isinstance(record, AgendaRecord):
        return _of_agenda(record)
    if isinstance(record, PaperRecord):
        return _of_paper(record, day)
    return _of_directory(record) if isinstance(record, DirectoryRecord) else iter(())


def _of_minutes(record: SessionRecord) -> Iterator[Draft]:
    place = _place(record)
    closed = closed_to(record)
    for item in record.items():
        if record.audience == "internal" and item.is_public:
            continue
        common = place | {
            "title": words.clean(item.title),
            "number": item.number,
            "closed_to": _listed(closed.get(item.id, ())),
        }
        corrections = [note for note in record.corrections if note.item_id == item.id]
        yield Draft(kind=EntryKind.ITEM, text=_joined(_of_item(item, corrections)), **common)
        if item.decision or item.votes or item.outcome != NO_OUTCOME:
            outcome = "" if item.outcome == NO_OUTCOME else item.outcome
            text = _joined(_of_decision(item))
            yield Draft(kind=EntryKind.DECISION, text=text, outcome=outcome, anchor="decision", **common)
        for contribution in item.contributions:
            yield Draft(
                kind=EntryKind.CONTRIBUTION,
                text=_joined([plain(contribution.text)]),
                anchor=f"c-{contribution.id}"[:60],
                person=row_key(contribution.person_id),
                speaker=contribution.speaker[:300],
                **common,
            )


def _of_item(item: ItemRecord, corrections: Iterable[CorrectionNote]) -> Iterator[str]:
    yield from (f"{paper.reference} {_other_title(paper, item)}" for paper in item.papers)
    yield item.rapporteur
    yield from (*item.before, *item.recusals, *item.after)
    yield from (plain(note.text) for note in corrections)


def _of_decision(item: ItemRecord) -> Iterator[str]:
    if item.decision:
        yield from (item.decision.inline, item.decision.intro, _text(item.decision.resolution))
    yield item.status_text
    for vote in item.votes:
        yield from _of_vote(vote)
    yield from item.notes


def _of_vote(vote: VoteRecord) -> Iterator[str]:
    yield from (vote.label, vote.question, *vote.result_lines, vote.conclusion)
    yield from (option.line for option in vote.options)


def _of_agenda(record: AgendaRecord) -> Iterator[Draft]:
    place = _place(record)
    for part in record.parts:
        if record.audience == "internal" and part.is_public:
            continue
        for line in part.lines:
            papers = (f"{paper.reference} {paper.title if paper.title != line.title else ''}" for paper in line.papers)
            yield Draft(
                kind=EntryKind.ITEM,
                title=words.clean(line.title),
                text=_joined(papers),
                anchor=f"line-{line.number}"[:60],
                **place,
            )


def _of_paper(record: PaperRecord, day: datetime.date) -> Iterator[Draft]:
    files = (file.title for file in record.files)
    yield Draft(
        kind=EntryKind.PAPER,
        title=words.clean(record.title),
        text=_joined([record.reference, record.originator, *files]),
        date=record.date or day,
        body_key=record.body.key,
        reference=record.reference,
    )


def _of_directory(record: DirectoryRecord) -> Iterator[Draft]:
    """Each person once, with all seats that he or she has and had in the committee."""
    seats: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for seat in (*record.current, *record.former):
        if seat.person_id and seat.name:
            names.setdefault(seat.person_id, seat.name)
            seats.setdefault(seat.person_id, []).append(", ".join(filter(None, (seat.function, seat.faction))))
    for key, functions in seats.items():
        yield Draft(
            kind=EntryKind.PERSON,
            title=words.clean(names[key]),
            text=_joined([*dict.fromkeys(functions), record.committee.name], " · "),
            date=record.date,
            body_key=record.body.key,
            reference=record.committee.short_name,
            committee=row_key(record.committee.id),
            committee_name=record.committee.name,
            person=row_key(key),
            speaker=words.clean(names[key])[:300],
        )


def _place(record: SessionRecord | AgendaRecord) -> dict:
    return {
        "date": record.date,
        "body_key": record.body.key,
        "reference": record.reference,
        "committee": row_key(record.committee.id),
        "committee_name": record.committee.name,
    }


def _listed(people: Iterable[str]) -> str:
    """`,12,31,`"""
    return "".join(f",{person}" for person in people) + "," if people else ""


def _other_title(paper: PaperValue, item: ItemRecord) -> str:
    return paper.title if paper.title != item.title else ""


def _text(text: Text) -> str:
    return plain(text) if text else ""


def _joined(sentences: Iterable[str], by: str = " ") -> str:
    return words.clean(by.join(sentence for sentence in sentences if sentence))
