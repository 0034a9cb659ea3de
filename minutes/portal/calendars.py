"""Room: minutes, the portal. Calendars of sessions for everybody: of all, of a body, of a committee, of a person."""

from functools import reduce
from operator import or_

from django.http import Http404, HttpRequest, HttpResponse

from minutes.following import calendar, finding, seats, subjects
from minutes.models.issues import IssueQuerySet
from minutes.portal import conditional
from minutes.portal.conditional import public_view

CONTENT_TYPE = "text/calendar; charset=utf-8"


@public_view
def everything(request: HttpRequest) -> HttpResponse:
    """All sessions."""
    return _answer(request, "Alle Sitzungen", subjects.public())


@public_view
def of_body(request: HttpRequest, body: str) -> HttpResponse:
    """The sessions of all committees of a body."""
    found = finding.body(body)
    return _answer(request, f"Sitzungen: {found.name}", subjects.public().filter(body=found.pk))


@public_view
def of_committee(request: HttpRequest, body: str, committee: str) -> HttpResponse:
    """The sessions of a committee."""
    found = finding.committee(body, committee)
    return _answer(request, f"Sitzungen: {found.name}", subjects.public().filter(committee=found.pk))


@public_view
def of_person(request: HttpRequest, body: str, person: int) -> HttpResponse:
    """The sessions of the committees in which somebody has, or had, a seat, while he or she has it."""
    found = seats.of(person, body=body)
    if not found:
        raise Http404
    times = "\n".join(sorted(f"{seat.committee} {seat.start} {seat.end}" for seat in found))
    own = subjects.public().filter(reduce(or_, (seat.sessions for seat in found)))
    return _answer(request, f"Sitzungen: {found[-1].name}", own, more=times)


def _answer(request: HttpRequest, name: str, issues: IssueQuerySet, *, more: str = "") -> HttpResponse:
    response = conditional.answer(
        request,
        calendar.of_sessions(issues),
        lambda: calendar.write(name, issues),
        content_type=CONTENT_TYPE,
        name=name + more,
        not_before=calendar.covers_since(),
    )
    response["Content-Disposition"] = 'inline; filename="sitzungen.ics"'
    return response
