"""The reading: a session's rows become the record that an audience may see."""

import datetime

from django.utils import timezone

from committees import own_wording, presence, wording
from committees.models import Attachment, Attendance, Membership, RuleProfile, Session
from minutes.markup import Text, parse
from minutes.record.attendance import absent_groups, present_groups, staff_members
from minutes.record.facts import Audience, Facts, load
from minutes.record.items import agenda_line, announced_line, item_record, movements
from minutes.record.staff import by_function
from minutes.record.values import (
    AnnexValue,
    BodyValue,
    CommitteeValue,
    HeadField,
    PartRecord,
    SessionRecord,
    SignatureLine,
)

DUTIES = {
    RuleProfile.Signatory.CHAIR: Attendance.Duty.CHAIR,
    RuleProfile.Signatory.MINUTE_TAKER: Attendance.Duty.MINUTE_TAKER,
    RuleProfile.Signatory.CO_SIGNER: Attendance.Duty.CO_SIGNER,
    RuleProfile.Signatory.SECOND_CO_SIGNER: Attendance.Duty.SECOND_CO_SIGNER,
}
"""Who signs in which role: the duty that somebody has in the session."""

_DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")


def read(session: Session, *, audience: Audience, is_draft: bool = True) -> SessionRecord:
    """The record of a session as `audience` may see it, in a fixed number of queries.

    What the audience may not see is not in it. `is_draft`: the minutes are in work, and documents say so.
    """
    facts = load(session, audience=Audience(audience))
    session, committee = facts.session, facts.session.committee
    record = SessionRecord(
        audience=facts.audience.value,
        session_id=str(session.pk),
        reference=session.reference,
        number=session.number,
        year=session.year,
        date=session.date,
        body=BodyValue(key=committee.body.key, name=committee.body.name, office=committee.body.office),
        committee=CommitteeValue(id=str(committee.pk), name=committee.name, short_name=committee.short_name),
        title="NIEDERSCHRIFT",
        subtitle=subtitle(session),
        date_text=f"{_DAYS[session.date.weekday()]}, {session.date:%d.%m.%Y}",
        place_text=", ".join(filter(None, [session.place, session.room, session.address])),
        is_draft=is_draft,
        term=facts.term,
        starts_at=session.opened_at or session.moment(session.scheduled_start),
        ended_at=session.closed_at,
        head=_head(facts),
        seats_line=_seats_line(session.seats),
        attendance=present_groups(facts),
        absent=absent_groups(facts),
        opening=_opening(facts),
        parts=_parts(facts),
        closing=_closing(facts),
        signatures=_signatures(facts),
        annexes=_annexes(facts),
        assumptions=tuple(line.strip() for line in session.source_note.splitlines() if line.strip()),
        resolution_first=facts.profile.resolution_first,
    )
    if facts.audience is Audience.PUBLIC and facts.profile.staff_by_function:
        staff, others = staff_members(facts)
        return by_function(record, staff, others=others)
    return record


def subtitle(session: Session) -> str:
    """über die 7. Sitzung des Integrationsausschusses (IntA/7/2026)"""
    name = wording.GenderedName(session.committee.name, session.committee.gender)
    return f"über die {session.number}. Sitzung {name.genitive} ({session.reference})"


def chair_of(attendance: Attendance, session: Session) -> wording.Chair:
    """Who chairs, for sentences and signature: with the title of the committee, "stellv." for the deputy chair."""
    title = wording.chair_title(
        attendance.person.gender, masculine=session.committee.chair_title_m, feminine=session.committee.chair_title_f
    )
    if attendance.membership and attendance.membership.function == Membership.Function.DEPUTY_CHAIR:
        title = f"stellv. {title}"
    return wording.Chair(title=title, name=attendance.person.short_name, gender=attendance.person.gender)


def _clock(moment: datetime.datetime | None) -> datetime.time | None:
    return timezone.localtime(moment).time() if moment else None


def _clock_text(moment: datetime.datetime) -> str:
    return wording.clock(timezone.localtime(moment).time())


def _head(facts: Facts) -> tuple[HeadField, ...]:
    session = facts.session
    times = (
        ("Beginn der Sitzung", session.opened_at),
        ("Ende des öffentlichen Teils", session.public_part_ended_at),
        ("Ende der Sitzung", session.closed_at),
    )
    fields = [HeadField(label, _clock_text(moment)) for label, moment in times if moment]
    breaks = [f"{timezone.localtime(pause.start):%H:%M} – {_clock_text(pause.end)}" for pause in facts.interruptions]
    if breaks:
        fields.append(HeadField("Unterbrechung" if len(breaks) == 1 else "Unterbrechungen", ", ".join(breaks)))
    return tuple(fields)


def _seats_line(seats: int) -> str:
    members = "stimmberechtigtes Mitglied" if seats == 1 else "stimmberechtigte Mitglieder"
    return f"Gesetzliche/beschlossene Mitgliederzahl: {seats} {members}"


def _opening(facts: Facts) -> Text:
    """The opening paragraph, once the session is open and somebody chairs it."""
    session, profile = facts.session, facts.profile
    chair = facts.duty(Attendance.Duty.CHAIR)
    if chair is None or session.opened_at is None:
        return ()
    recusal_items = tuple(facts.numbers[item.pk].text for item in facts.items if item.pk in facts.recusals)
    # "None were declared" would be false where they were, in a part that this audience does not see.
    is_unknown = facts.has_hidden_recusals and not recusal_items
    opening = wording.Opening(
        chair=chair_of(chair, session),
        committee=wording.GenderedName(session.committee.noun, session.committee.gender),
        opened_at=_clock(session.opened_at),
        invited_properly=session.invited_properly,
        quorum=presence.opening_quorum(session, facts.attendees),
        is_unopposed=session.opening_unopposed,
        recusal_items=None if is_unknown else recusal_items,
        recusal_norm=profile.recusal_norm,
        council_members_noun=profile.council_members_noun,
    )
    return parse(own_wording.opening(facts.style.opening_wording, opening, _sitting(session)))


def _sitting(session: Session) -> own_wording.Sitting:
    committee = wording.GenderedName(session.committee.name, session.committee.gender)
    return own_wording.Sitting(committee, session.number, session.date)


def _parts(facts: Facts) -> tuple[PartRecord, ...]:
    moved = movements(facts)
    parts = []
    for index, (is_public, items) in enumerate(facts.parts):
        if not items and not facts.announced[index]:
            continue
        letter = chr(ord("A") + index)
        parts.append(
            PartRecord(
                letter=letter,
                heading=f"{letter}. {'Öffentlicher' if is_public else 'Nichtöffentlicher'} Teil",
                is_public=is_public,
                agenda=(
                    *(agenda_line(facts, item) for item in items),
                    *(announced_line(facts, item) for item in facts.announced[index]),
                ),
                items=tuple(item_record(facts, item, moved) for item in items),
                closing=_part_closing(facts, index) if items else (),
            )
        )
    return tuple(parts)


def _part_closing(facts: Facts, index: int) -> tuple[str, ...]:
    """The sentence that ends a part before another, and where the part that this audience does not see is recorded."""
    session, chair = facts.session, facts.duty(Attendance.Duty.CHAIR)
    is_public, _ = facts.parts[index]
    sentences = []
    is_closed = session.public_part_ended_at if is_public else session.closed_at
    if index + 1 < len(facts.parts) and chair and is_closed:
        is_last_public = not any(later for later, _ in facts.parts[index + 1 :])
        at = _clock(session.public_part_ended_at) if is_public and is_last_public else None
        sentences.append(wording.close_part_sentence(chair_of(chair, session), at=at, closes_public=is_public))
    is_last_shown = not any(items for _, items in facts.parts[index + 1 :])
    if facts.has_hidden_part and is_last_shown and session.opened_at:
        sentences.append(wording.NON_PUBLIC_PART_ELSEWHERE)
    return tuple(sentences)


def _closing(facts: Facts) -> Text:
    """The end of the session, where the audience sees the part that ends with it."""
    session, chair = facts.session, facts.duty(Attendance.Duty.CHAIR)
    if session.closed_at is None or chair is None or (facts.parts and not facts.parts[-1][1]):
        return ()
    words, chair_named = facts.style.closing_wording, chair_of(chair, session)
    return parse(own_wording.closing(words, chair_named, _sitting(session), at=_clock(session.closed_at)))


def _signatures(facts: Facts) -> tuple[SignatureLine, ...]:
    lines = []
    for signatory in facts.profile.signatories:
        attendance = facts.duty(DUTIES[signatory])
        if attendance is None:
            continue
        person = attendance.person
        if signatory == RuleProfile.Signatory.CHAIR:
            role = chair_of(attendance, facts.session).title
        elif signatory == RuleProfile.Signatory.MINUTE_TAKER:
            role = wording.minute_taker_title(person.gender)
        else:
            role = attendance.role
        role = facts.style.role(signatory) or role
        lines.append(
            SignatureLine(name=person.short_name, role=role, full_name=person.full_name, person_id=str(person.pk))
        )
    return tuple(lines)


def _annexes(facts: Facts) -> tuple[AnnexValue, ...]:
    return tuple(
        AnnexValue(
            number=str(number), title=_annex_title(facts, annex), note=annex.note, item_id=str(annex.item_id or "")
        )
        for number, annex in facts.annexes
    )


def _annex_title(facts: Facts, annex: Attachment) -> str:
    """Präsentation zu TOP 2, whether or not the clerk wrote the item into the title."""
    item = f" zu {facts.numbers[annex.item_id].label}" if annex.item_id else ""
    return annex.title if annex.title.endswith(item) else f"{annex.title}{item}"
