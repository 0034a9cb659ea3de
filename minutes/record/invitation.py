"""The invitation to a session as a record: what the letter says, for an audience."""

import datetime

from committees import wording
from committees.models import Attendance, Session
from minutes.record.announcements import AgendaRecord, InvitationRecord
from minutes.record.facts import Audience, load
from minutes.record.read import chair_of
from minutes.record.values import SignatureLine


def invite(session: Session, agenda: AgendaRecord, *, dated: datetime.date | None = None) -> InvitationRecord:
    """The letter of whoever chairs the session to the members of its committee, with the agenda for its audience."""
    facts = load(session, audience=Audience(agenda.audience))
    committee = wording.GenderedName(facts.session.committee.name, facts.session.committee.gender)
    which = f"{session.number}. Sitzung {committee.genitive}"
    chair = facts.duty(Attendance.Duty.CHAIR)
    return InvitationRecord(
        agenda=agenda,
        addressee=f"An die Mitglieder\n{committee.genitive}",
        subject=f"Einladung zur {which} ({session.reference})",
        opening=f"zur {which} lade ich Sie herzlich ein. Die Sitzung beginnt am",
        convener=SignatureLine(
            name=chair.person.short_name,
            role=chair_of(chair, facts.session).title,
            full_name=chair.person.full_name,
            person_id=str(chair.person.pk),
        )
        if chair
        else None,
        dated=dated,
    )
