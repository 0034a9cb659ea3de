"""Room: minutes. The rows that lists, people and statistics read, made from the record of an issue."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import models

from minutes.markup import plain
from minutes.models import (
    Issue,
    PublishedAttendance,
    PublishedBallot,
    PublishedItem,
    PublishedItemPaper,
    PublishedSeat,
    PublishedVote,
)
from minutes.record.announcements import AgendaRecord, DirectoryRecord
from minutes.record.confidential import closed_to
from minutes.record.keys import in_address, row_key
from minutes.record.serialise import Record
from minutes.record.values import VISITOR_HEADINGS, ItemRecord, PaperValue, SessionRecord, VoteRecord
from votes.models import ELECTORAL, Form, Outcome

_UNANIMOUS = "einstimmig"
_CONTESTED = re.compile(r"mehrheitlich|mit Mehrheit|Stimmenmehrheit|Gegenstimme|\bgegen\b", re.IGNORECASE)
_BATCH = 1_000


@dataclass(slots=True)
class Rows:
    """Rows of one or many issues, table by table in the order in which they are stored."""

    items: list[PublishedItem] = field(default_factory=list)
    papers: list[PublishedItemPaper] = field(default_factory=list)
    votes: list[PublishedVote] = field(default_factory=list)
    ballots: list[PublishedBallot] = field(default_factory=list)
    attendance: list[PublishedAttendance] = field(default_factory=list)
    seats: list[PublishedSeat] = field(default_factory=list)

    def add(self, issue: Issue, record: Record) -> None:
        """What an issue says."""
        if isinstance(record, SessionRecord):
            closed = closed_to(record)
            for item in record.items():
                self._add_item(issue, item, closed.get(item.id, ()))
            self.attendance.extend(_attendance(issue, record))
        elif isinstance(record, AgendaRecord):
            self._add_agenda(issue, record)
        elif isinstance(record, DirectoryRecord):
            self.seats.extend(_seats(issue, record))

    def store(self) -> None:
        """Write them all."""
        kinds: list[tuple[type[models.Model], list]] = [
            (PublishedItem, self.items),
            (PublishedItemPaper, self.papers),
            (PublishedVote, self.votes),
            (PublishedBallot, self.ballots),
            (PublishedAttendance, self.attendance),
            (PublishedSeat, self.seats),
        ]
        for model, rows in kinds:
            for start in range(0, len(rows), _BATCH):
                model._default_manager.bulk_create(rows[start : start + _BATCH])

    def _add_item(self, issue: Issue, item: ItemRecord, closed: tuple[str, ...]) -> None:
        row = self._new_item(issue, item.number, item.label, item.title, is_public=item.is_public, papers=item.papers)
        row.outcome = item.outcome if item.outcome in Outcome.values else Outcome.NONE
        row.status = item.status_text
        row.resolution = _resolution(item)
        row.is_decided = item.decision is not None or bool(item.votes)
        row.closed_to = list(closed)
        for position, vote in enumerate(item.votes, start=1):
            stored = _vote(row, position, vote)
            self.votes.append(stored)
            self.ballots.extend(_ballots(stored, vote))

    def _add_agenda(self, issue: Issue, record: AgendaRecord) -> None:
        for part in record.parts:
            for line in part.lines:
                self._new_item(issue, line.number, line.label, line.title, is_public=part.is_public, papers=line.papers)

    def _new_item(
        self, issue: Issue, number: str, label: str, title: str, *, is_public: bool, papers: tuple[PaperValue, ...]
    ) -> PublishedItem:
        row = PublishedItem(
            issue=issue,
            audience=issue.audience,
            committee_id=issue.committee_id,
            date=issue.date,
            position=self._position(issue),
            number=in_address(number),
            label=label,
            title=title,
            is_public=is_public,
        )
        self.items.append(row)
        for paper in papers:
            self.papers.append(PublishedItemPaper(item=row, paper=row_key(paper.id), reference=paper.reference))
        return row

    def _position(self, issue: Issue) -> int:
        last = self.items[-1] if self.items else None
        return last.position + 1 if last is not None and last.issue is issue else 1


def is_unanimous(vote: VoteRecord) -> bool | None:
    """Whether nobody voted against the result; None where that is unknown or nothing of the kind was voted on."""
    counts = vote.counts
    if counts.yes is None or counts.no is None:
        said = " ".join(vote.result_lines)
        return True if said.startswith(_UNANIMOUS) else False if _CONTESTED.search(said) else None
    if counts.yes + counts.no == 0 or vote.majority in ELECTORAL:
        return None
    return counts.no == 0 or counts.yes == 0


def _resolution(item: ItemRecord) -> str:
    decision = item.decision
    if decision is None:
        return ""
    return "\n".join(filter(None, (decision.inline, decision.intro, plain(decision.resolution))))


def _vote(item: PublishedItem, position: int, vote: VoteRecord) -> PublishedVote:
    return PublishedVote(
        item=item,
        position=position,
        label=vote.label,
        question=vote.question,
        form=vote.form if vote.form in Form.values else Form.SHOW_OF_HANDS,
        yes=vote.counts.yes,
        no=vote.counts.no,
        abstain=vote.counts.abstain,
        invalid=vote.counts.invalid,
        not_voting=vote.counts.not_voting,
        recused=vote.counts.recused,
        majority=vote.majority,
        adopted=vote.adopted,
        is_final=vote.is_final,
        is_unanimous=is_unanimous(vote),
        is_election=vote.majority in ELECTORAL,
        result=" ".join(vote.result_lines),
    )


def _ballots(row: PublishedVote, vote: VoteRecord) -> Iterator[PublishedBallot]:
    seen = set()
    for line in vote.ballots:
        for voter in line.voters:
            person = row_key(voter.person_id)
            if person is not None and person not in seen:
                seen.add(person)
                yield PublishedBallot(vote=row, person=person, name=voter.name, choice=line.choice)


def _attendance(issue: Issue, record: SessionRecord) -> Iterator[PublishedAttendance]:
    for groups, is_present in ((record.attendance, True), (record.absent, False)):
        for group in groups:
            for row in group.rows:
                yield PublishedAttendance(
                    issue=issue,
                    person=row_key(row.person_id),
                    name=row.name,
                    group=group.heading,
                    remark=row.remark,
                    is_present=is_present,
                    is_member=group.heading not in VISITOR_HEADINGS,
                )


def _seats(issue: Issue, record: DirectoryRecord) -> Iterator[PublishedSeat]:
    for position, seat in enumerate(record.seats, start=1):
        yield PublishedSeat(
            issue=issue,
            position=position,
            person=row_key(seat.person_id),
            name=seat.name,
            function=seat.function,
            kind=seat.kind,
            group=seat.group,
            faction=seat.faction,
            has_vote=seat.has_vote,
            start=seat.start,
            end=seat.end,
        )
