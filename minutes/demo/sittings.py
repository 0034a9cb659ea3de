"""Room: minutes. Writes a session of the demo as a clerk would have recorded it, votes closed by the rules."""

from datetime import time
from typing import Any

from committees.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Interruption,
    Membership,
    Presence,
    Recusal,
    Session,
)
from minutes import proposals
from minutes.markup import speaker_marks
from minutes.models import Contribution, Speaker
from votes import closing
from votes.models import Decision, Option, Recommendation, Vote

from .county import ADDRESS, BUILDING
from .directory import Directory, stored
from .plans import Item, Note, Part, Procedure, Sitting, Voted

ROLES = {
    Membership.Kind.COUNCIL_MEMBER: "Ktabg.",
    Membership.Kind.EXPERT_CITIZEN: "s. B.",
    Membership.Kind.EXPERT_RESIDENT: "s. E.",
    Membership.Kind.ADVISORY: "Ktabg.",
}


def write_sitting(directory: Directory, plan: Sitting) -> Session:
    """The rows of a session. Raises ValidationError if the plan contradicts itself."""
    session = _write_session(directory, plan)
    items = _write_items(directory, plan, session)
    attendances = _write_attendances(directory, plan, session, items)
    for item, row in zip(plan.items, items, strict=True):
        for person, ground in item.biased.items():
            stored(Recusal(item=row, attendance=attendances[person], ground=ground))
        if item.chaired_by:
            row.chaired_by = attendances[item.chaired_by]
            row.save(update_fields=["chaired_by"])
        _write_contributions(item, row, list(attendances.values()))
    for item, row in zip(plan.items, items, strict=True):
        _write_decision(directory, item, row)
        for position, vote in enumerate(item.votes, start=1):
            _write_vote(vote, row, position=position, attendances=attendances)
    for position, annex in enumerate(plan.annexes, start=1):
        stored(
            Attachment(
                session=session,
                item=items[annex.item - 1],
                position=position,
                title=annex.title,
                note=annex.note,
                is_public=annex.is_public,
            )
        )
    return session


def _clock(text: str) -> time | None:
    return time.fromisoformat(text) if text else None


def _write_session(directory: Directory, plan: Sitting) -> Session:
    committee = directory.committees[plan.committee]
    session = Session(
        committee=committee,
        number=plan.number,
        year=plan.day.year,
        date=plan.day,
        scheduled_start=_clock(plan.begin),
        place=BUILDING,
        room=plan.room,
        address=ADDRESS,
        seats=committee.seats,
        invited_properly=True if plan.opened else None,
        opening_unopposed=bool(plan.opened),
        source_note=plan.source_note,
    )
    session.opened_at = session.moment(_clock(plan.opened))
    session.public_part_ended_at = session.moment(_clock(plan.public_part_ended))
    session.closed_at = session.moment(_clock(plan.closed))
    stored(session)
    for start, end in plan.interruptions:
        stored(Interruption(session=session, start=session.moment(_clock(start)), end=session.moment(_clock(end))))
    return session


def _write_items(directory: Directory, plan: Sitting, session: Session) -> list[AgendaItem]:
    rows: list[AgendaItem] = []
    above: AgendaItem | None = None
    before = Session.objects.filter(committee=session.committee, date__lt=session.date)
    decided = {proposals.title(earlier): earlier for earlier in before}
    for position, item in enumerate(plan.items, start=1):
        row = stored(
            AgendaItem(
                session=session,
                parent=above if item.level else None,
                position=position,
                title=item.title,
                is_public=item.is_public,
                public_title=item.public_title,
                is_standing=item.is_standing,
                rapporteur=item.rapporteur,
                minutes_of=decided.get(item.title),
            )
        )
        above = above if item.level else row
        if item.paper:
            row.papers.add(directory.papers[item.paper])
        rows.append(row)
    return rows


def _write_attendances(
    directory: Directory, plan: Sitting, session: Session, items: list[AgendaItem]
) -> dict[str, Attendance]:
    """Members are there unless a part says otherwise; deputies only if one says so."""
    parts = {part.person: part for part in plan.parts}
    names = {person.pk: key for key, person in directory.people.items()}
    written: dict[str, Attendance] = {}
    seats = {names[seat.person_id]: seat for seat in directory.seats(plan.committee, plan.day)}
    for key, seat in seats.items():
        if seat.function != Membership.Function.DEPUTY:
            written[key] = _write_member(session, seat, parts.get(key, Part(key)))
    for part in plan.parts:
        if part.substitutes_for:
            replaced = written[part.substitutes_for]
            written[part.person] = _write_member(session, seats[part.person], part, substitutes_for=replaced)
        elif part.guest:
            person = directory.people[part.person]
            written[part.person] = stored(
                Attendance(
                    session=session,
                    person=person,
                    capacity=Attendance.Capacity.GUEST,
                    role=part.role,
                    detail=part.detail or person.detail,
                )
            )
    for key in plan.staff:
        person = directory.people[key]
        written[key] = stored(
            Attendance(
                session=session,
                person=person,
                capacity=Attendance.Capacity.STAFF,
                duty=Attendance.Duty.MINUTE_TAKER if key == plan.minute_taker else Attendance.Duty.NONE,
                role=person.office,
                detail=person.detail,
            )
        )
    for key, attendance in written.items():
        if not attendance.absence:
            _write_presence(session, attendance, parts.get(key, Part(key)), items)
    return written


def _write_member(
    session: Session, seat: Membership, part: Part, substitutes_for: Attendance | None = None
) -> Attendance:
    absence = Attendance.Absence.NONE
    if part.excused or part.unexcused:
        absence = Attendance.Absence.EXCUSED if part.excused else Attendance.Absence.UNEXCUSED
    is_chair = seat.function == Membership.Function.CHAIR and not absence
    return stored(
        Attendance(
            session=session,
            person=seat.person,
            membership=seat,
            duty=Attendance.Duty.CHAIR if is_chair else Attendance.Duty.NONE,
            absence=absence,
            role=part.role or seat.person.office or ROLES[Membership.Kind(seat.kind)],
            detail=part.detail or seat.person.detail,
            substitutes_for=substitutes_for,
        )
    )


def _write_presence(session: Session, attendance: Attendance, part: Part, items: list[AgendaItem]) -> None:
    stored(
        Presence(
            attendance=attendance,
            first_item=items[part.first - 1] if part.first else None,
            last_item=items[part.last - 1] if part.last else None,
            arrived_at=session.moment(_clock(part.arrived)),
            left_at=session.moment(_clock(part.left)),
        )
    )


def _write_contributions(item: Item, row: AgendaItem, attendances: list[Attendance]) -> None:
    kinds = {Procedure: Contribution.Kind.PROCEDURE, Note: Contribution.Kind.NOTE, str: Contribution.Kind.SPEECH}
    for position, said in enumerate(item.said, start=1):
        text = said if isinstance(said, str) else said.text
        contribution = stored(Contribution(item=row, position=position, kind=kinds[type(said)], text=text))
        for place, mark in enumerate(speaker_marks(text), start=1):
            speaker = next(person for person in attendances if _is_named(person, mark))
            role = mark.removesuffix(speaker.person.short_name).strip()
            stored(Speaker(contribution=contribution, position=place, attendance=speaker, role=role))


def _is_named(attendance: Attendance, mark: str) -> bool:
    return mark == attendance.person.short_name or mark.endswith(f" {attendance.person.short_name}")


def _write_decision(directory: Directory, item: Item, row: AgendaItem) -> None:
    if item.decided is None:
        return
    plan = item.decided
    decision = stored(
        Decision(
            item=row,
            heading=plan.heading,
            resolution=plan.resolution,
            outcome=plan.outcome,
            outcome_text=plan.outcome_text,
        )
    )
    for position, short_name in enumerate(plan.recommended_to, start=1):
        stored(Recommendation(decision=decision, committee=directory.committees[short_name], position=position))


def _write_vote(plan: Voted, item: AgendaItem, *, position: int, attendances: dict[str, Attendance]) -> None:
    vote = stored(
        Vote(
            item=item,
            position=position,
            label=plan.label,
            question=plan.question,
            form=plan.form,
            majority=plan.majority,
            is_final=plan.is_final,
            puts_rejection=plan.puts_rejection,
            only_unanimous=plan.only_unanimous,
            yes=plan.yes,
            no=plan.no,
            abstain=plan.abstain,
            invalid=plan.invalid,
            not_voting=plan.not_voting,
        )
    )
    for place, (label, votes) in enumerate(plan.options.items(), start=1):
        stored(Option(vote=vote, position=place, label=label, votes=votes))
    ballots: dict[Any, str] = {
        attendances[person].pk: choice for choice, people in plan.calls.items() for person in people
    }
    if ballots:
        closing.save_ballots(vote, ballots)
    if plan.is_closed:
        closing.close(vote)
