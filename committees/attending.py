"""Room: committees. Acts on the list of attendance: mark somebody, note when he or she was there, put people on it."""

from collections.abc import Iterable

from django.db import transaction

from .models import Attendance, Presence


@transaction.atomic
def mark_absent(attendance: Attendance, absence: str) -> None:
    """Excused or not: not there at all, and without any duty in the session."""
    attendance.presences.all().delete()
    attendance.absence, attendance.duty = absence, Attendance.Duty.NONE
    attendance.save_version(read_version=attendance.version, update_fields=["absence", "duty"])


@transaction.atomic
def mark_present(attendance: Attendance) -> None:
    """There from beginning to end."""
    note_stays(attendance, [Presence()])


@transaction.atomic
def note_stays(attendance: Attendance, stays: Iterable[Presence]) -> None:
    """Replace the stretches during which somebody was there; without any, nobody said why not."""
    attendance.presences.all().delete()
    attendance.absence = Attendance.Absence.NONE
    attendance.save_version(read_version=attendance.version, update_fields=["absence"])
    put_on_list(attendance, stays)


@transaction.atomic
def put_on_list(attendance: Attendance, stays: Iterable[Presence]) -> None:
    """Save an attendance, new or not, with its stays."""
    if attendance._state.adding:
        attendance.save(force_insert=True)
    for stay in stays:
        stay.attendance = attendance
        stay.save(force_insert=True)
