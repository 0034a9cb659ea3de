"""The agenda of a session, or a notice of the session, as a record of its own: from what the audience may see of it."""

from dataclasses import replace

from minutes.record.announcements import AgendaPartValue, AgendaRecord
from minutes.record.values import SessionRecord


def agenda_of(record: SessionRecord, *, edition: int = 1) -> AgendaRecord:
    """The agenda (Tagesordnung) in a record; from the second edition on it is a supplement (Nachtrag)."""
    return AgendaRecord(
        audience=record.audience,
        session_id=record.session_id,
        reference=record.reference,
        number=record.number,
        year=record.year,
        date=record.date,
        body=record.body,
        committee=record.committee,
        title="TAGESORDNUNG" if edition == 1 else "TAGESORDNUNG – NACHTRAG",
        subtitle=record.subtitle.replace("über die", "der", 1),
        date_text=record.date_text,
        place_text=record.place_text,
        language=record.language,
        edition=edition,
        starts_at=record.starts_at,
        parts=tuple(
            AgendaPartValue(heading=part.heading, is_public=part.is_public, lines=part.agenda) for part in record.parts
        ),
    )


def notice_of(record: SessionRecord, *, edition: int = 1) -> AgendaRecord:
    """The notice of the session (Bekanntmachung): committee, day, time and place, and nothing of the agenda."""
    title = "BEKANNTMACHUNG" if edition == 1 else "BEKANNTMACHUNG – ÄNDERUNG"
    return replace(agenda_of(record), title=title, edition=edition, parts=())
