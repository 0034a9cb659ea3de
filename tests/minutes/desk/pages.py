"""How the tests of the desk press the buttons of its pages."""

from collections.abc import Iterable

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from committees.models import Attendance, Session
from votes import closing
from votes.models import Vote


def url(name: str, *args: object) -> str:
    return reverse(f"minutes:{name}", args=args)


def stays(*rows: dict[str, object]) -> dict[str, object]:
    """The formset of stretches as a browser sends it."""
    data: dict[str, object] = {"stays-TOTAL_FORMS": len(rows) + 1, "stays-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        data |= {f"stays-{number}-{name}": value for name, value in row.items()}
    return data


def save_attendance(
    browser: Client, attendance: Attendance, *rows: dict[str, object], **entries: object
) -> HttpResponse:
    """Save the page of one person with these stretches."""
    stored = Attendance.objects.get(pk=attendance.pk)
    data = {"version": stored.version, "state": "present", "role": stored.role, "detail": "", "duty": stored.duty}
    return browser.post(url("attendance-edit", attendance.pk), data | stays(*rows) | entries)


def head(session: Session, **entries: object) -> dict[str, object]:
    """The form of a session's head as a browser sends it back, with some entries changed."""
    stored = Session.objects.get(pk=session.pk)
    data = {
        "version": stored.version,
        "number": stored.number,
        "date": stored.date.isoformat(),
        "seats": stored.seats,
        "invited_properly": "unknown",
        "breaks-TOTAL_FORMS": 0,
        "breaks-INITIAL_FORMS": 0,
    }
    return data | entries


def breaks(*rows: tuple[str, str]) -> dict[str, object]:
    """The formset of interruptions as a browser sends it."""
    data: dict[str, object] = {"breaks-TOTAL_FORMS": len(rows), "breaks-INITIAL_FORMS": 0}
    for number, (start, end) in enumerate(rows):
        data |= {f"breaks-{number}-start": start, f"breaks-{number}-end": end}
    return data


def texts(messages: Iterable[object]) -> list[str]:
    return [str(message) for message in messages]


def closed_vote(item, **fields: object) -> Vote:
    """A vote of which only “unanimous” is recorded, established."""
    return closing.close(Vote.objects.create(item=item, **{"only_unanimous": True, **fields}))
