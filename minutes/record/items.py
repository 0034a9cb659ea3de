"""The agenda items of a record: who came and went, who was biased, what was said, resolved and counted."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.utils import timezone

from committees import rules as room
from committees import wording
from committees.models import AgendaItem, Attendance, Presence
from minutes.markup import Paragraph, parse, plain, speaker_marks
from minutes.models import Contribution
from minutes.record.attendance import who
from minutes.record.facts import Facts
from minutes.record.values import AgendaLine, ContributionRecord, DecisionRecord, ItemRecord, PaperValue
from minutes.record.votes import counts_line, vote_records
from votes import wording as vote_wording
from votes.models import Decision, Outcome
from votes.rules import OutcomeCode

_HEADINGS = {
    Decision.Heading.RESOLUTION: "Beschluss",
    Decision.Heading.ELECTION: "Wahl",
    Decision.Heading.PROPOSAL: "Beschlussvorschlag",
    Decision.Heading.RECOMMENDATION: "Beschlussempfehlung",
}


@dataclass
class Movements:
    """Sentences on who came and went, by the item before or after which they stand."""

    before: dict[Hashable, list[str]] = field(default_factory=lambda: defaultdict(list))
    after: dict[Hashable, list[str]] = field(default_factory=lambda: defaultdict(list))


def agenda_line(facts: Facts, item: AgendaItem) -> AgendaLine:
    """The item as the agenda prints it."""
    number = facts.numbers[item.pk]
    return AgendaLine(
        number=number.text,
        label=number.label,
        title=item.title,
        level=number.level,
        papers=_papers(item),
        item_id=str(item.pk),
    )


def announced_line(facts: Facts, item: AgendaItem) -> AgendaLine:
    """A non-public item as the public agenda announces it: number and neutral title, nothing else."""
    number = facts.numbers[item.pk]
    return AgendaLine(number=number.text, label=number.label, title=item.public_title, level=number.level)


def item_record(facts: Facts, item: AgendaItem, movements: Movements) -> ItemRecord:
    """The item with all that happened at it."""
    number = facts.numbers[item.pk]
    decision = getattr(item, "decision", None)
    record = ItemRecord(
        id=str(item.pk),
        number=number.text,
        label=number.label,
        title=item.title,
        is_public=item.is_public,
        order=(),
        level=number.level,
        papers=_papers(item),
        rapporteur=item.rapporteur,
        status_text=_status_text(decision) if decision else "",
        counts_line=counts_line(facts, item),
        outcome=decision.outcome if decision else Outcome.NONE.value,
        notes=(decision.outcome_reason,) if decision and decision.outcome_reason else (),
        before=(*_chair_change(facts, item), *movements.before.get(item.pk, ())),
        recusals=_recusals(facts, item),
        decision=_decision(facts, item, decision) if decision else None,
        contributions=_contributions(facts, item),
        votes=vote_records(facts, item),
        after=(*_returns(facts, item), *movements.after.get(item.pk, ())),
        public_title="" if item.is_public else item.public_title,
        recused_person_ids=() if item.is_public else _recused(facts, item),
    )
    return replace(record, order=_order(facts, record))


def movements(facts: Facts) -> Movements:
    """Arrivals, departures and returns of members between the items that the audience sees.

    Who leaves stands after the last item attended, who arrives after the item before the first one.
    """
    found = Movements()
    place = {item.pk: index for index, item in enumerate(facts.items)}
    arrivals: list[tuple[UUID, str]] = []
    for attendance in facts.attendances.values():
        if attendance.capacity != Attendance.Capacity.MEMBER:
            continue
        for index, presence in enumerate(facts.presences.get(attendance.pk, ())):
            if presence.first_item_id in place:
                arrivals.append((presence.first_item_id, _arrival(facts, attendance, presence, is_return=index > 0)))
            is_last = presence.last_item_id in place and facts.items[-1].pk == presence.last_item_id
            if presence.last_item_id in place and (presence.left_at or not is_last):
                found.after[presence.last_item_id].append(_departure(facts, attendance, presence))
    for key, sentence in arrivals:
        index = place[key]
        if index:
            found.after[facts.items[index - 1].pk].append(sentence)
        else:
            found.before[key].append(sentence)
    return found


def _arrival(facts: Facts, attendance: Attendance, presence: Presence, *, is_return: bool) -> str:
    at = timezone.localtime(presence.arrived_at).time() if presence.arrived_at else None
    word = wording.return_sentence if is_return else wording.arrival_sentence
    return word(who(attendance), at=at, item=facts.numbers[presence.first_item_id].text)


def _departure(facts: Facts, attendance: Attendance, presence: Presence) -> str:
    at = timezone.localtime(presence.left_at).time() if presence.left_at else None
    return wording.departure_sentence(who(attendance), at=at, item=facts.numbers[presence.last_item_id].text)


def _papers(item: AgendaItem) -> tuple[PaperValue, ...]:
    return tuple(
        PaperValue(id=str(paper.pk), reference=paper.reference, title=paper.title) for paper in item.papers.all()
    )


def _chair_change(facts: Facts, item: AgendaItem) -> tuple[str, ...]:
    chair = facts.attendances.get(item.chaired_by_id)
    return (f"{who(chair)} übernimmt für diesen Tagesordnungspunkt den Vorsitz.",) if chair else ()


def _recusals(facts: Facts, item: AgendaItem) -> tuple[str, ...]:
    return tuple(
        wording.recusal_sentence(
            who(facts.attendances[recusal.attendance_id]), ground=recusal.ground, is_public=item.is_public
        )
        for recusal in facts.recusals.get(item.pk, ())
    )


def _recused(facts: Facts, item: AgendaItem) -> tuple[str, ...]:
    rows = (facts.attendances[recusal.attendance_id] for recusal in facts.recusals.get(item.pk, ()))
    return tuple(str(attendance.person_id) for attendance in rows)


def _returns(facts: Facts, item: AgendaItem) -> tuple[str, ...]:
    """Whoever was biased and is there for the next item, unbiased, takes part again."""
    following = next((later for later in facts.items if later.position > item.position), None)
    if following is None:
        return ()
    there = {person.key for person in facts.attendees if room.is_present(person.intervals, following.position)}
    still_biased = {recusal.attendance_id for recusal in facts.recusals.get(following.pk, ())}
    return tuple(
        wording.return_from_recusal_sentence(who(facts.attendances[recusal.attendance_id]))
        for recusal in facts.recusals.get(item.pk, ())
        if recusal.attendance_id in there - still_biased
    )


def _status_text(decision: Decision) -> str:
    return decision.outcome_text or vote_wording.outcome_text(OutcomeCode(decision.outcome))


def _decision(facts: Facts, item: AgendaItem, decision: Decision) -> DecisionRecord | None:
    """The resolution under its heading. Of an item that is only noted, one paragraph stands on its line."""
    chain = facts.recommendations.get(decision.pk, ())
    committee = facts.session.committee
    intro = vote_wording.recommendation_sentence(
        wording.GenderedName(committee.name, committee.gender),
        [wording.GenderedName(body.name, body.gender) for body in chain],
    )
    resolution = parse(decision.resolution)
    heading = _HEADINGS[Decision.Heading(decision.heading)]
    if not resolution and not intro:
        return None
    is_short = len(resolution) == 1 and isinstance(resolution[0], Paragraph)
    if decision.outcome == Outcome.NOTED and is_short and not intro and not facts.votes.get(item.pk):
        return DecisionRecord(heading, inline=plain(resolution))
    if intro and intro in decision.resolution:
        intro = ""
    return DecisionRecord(heading, intro=intro, resolution=resolution)


def _contributions(facts: Facts, item: AgendaItem) -> tuple[ContributionRecord, ...]:
    """The paragraphs in order; a speech without a mark carries the person before as who goes on."""
    found: list[ContributionRecord] = []
    person_id = ""
    for contribution in facts.contributions.get(item.pk, ()):
        record = _contribution(facts, contribution, going_on=person_id)
        person_id = record.person_id or person_id
        found.append(record)
    return tuple(found)


def _contribution(facts: Facts, contribution: Contribution, *, going_on: str) -> ContributionRecord:
    marks = speaker_marks(contribution.text)
    # A mark may name nobody yet: then the first speaker known is not the first one marked.
    first = next((row for row in facts.speakers.get(contribution.pk, ()) if row.position == 1), None)
    speaker, role, person_id = (marks[0] if marks else ""), "", ""
    if first:
        attendance = facts.attendances[first.attendance_id]
        role, person_id = first.role, str(attendance.person_id)
        speaker = speaker or who(attendance, role)
    elif not marks and contribution.kind == Contribution.Kind.SPEECH:
        person_id = going_on
    return ContributionRecord(
        id=str(contribution.pk),
        kind=contribution.kind,
        text=parse(contribution.text),
        speaker=speaker,
        role=role,
        person_id=person_id,
    )


def _order(facts: Facts, record: ItemRecord) -> tuple[str, ...]:
    """The sections with content in the order of print: the resolution before the debate by profile, a note after."""
    order = ["before", "recusals", "decision", "contributions", "votes", "after"]
    if record.decision and (record.decision.inline or not facts.profile.resolution_first):
        order[2:4] = ["contributions", "decision"]
    return tuple(name for name in order if getattr(record, name))
