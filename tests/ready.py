"""A session whose minutes lack nothing, for tests that sign and publish."""

import datetime

from committees.models import Attendance, Person, Presence, Session, User
from minutes import publishing, workflow
from minutes.models import Contribution, Publication
from tests import cast


def room(place: cast.County, *, items: int = 2, **fields) -> cast.Room:
    """Held, quorate, with chair and minute-taker, every item treated; the last item is not public."""
    begin = datetime.datetime(2026, 3, 11, 15, 30, tzinfo=datetime.UTC)
    values = {
        "place": "Kreishaus",
        "invited_properly": True,
        "opened_at": begin,
        "public_part_ended_at": begin + datetime.timedelta(hours=1),
        "closed_at": begin + datetime.timedelta(hours=2),
        "seats": 1,
        **fields,
    }
    found = cast.session(place, items=items, members=("Kohl",))
    Session.objects.filter(pk=found.session.pk).update(**values)
    found.session.refresh_from_db()
    Attendance.objects.filter(pk=found["Kohl"].pk).update(duty=Attendance.Duty.CHAIR)
    taker = Attendance.objects.create(
        session=found.session,
        person=Person.objects.create(first_name="Kim", last_name="Sander", is_staff_member=True),
        capacity=Attendance.Capacity.STAFF,
        duty=Attendance.Duty.MINUTE_TAKER,
        role="MA",
    )
    Presence.objects.create(attendance=taker)
    found.people["Sander"] = taker
    type(found.items[-1]).objects.filter(pk=found.items[-1].pk).update(is_public=False, title="Grundstück am Bach")
    for item in found.items:
        Contribution.objects.create(item=item, position=1, kind="note", text=f"Text zu {item.title}.")
    return found


def signed(found: cast.Room, *, by: User) -> cast.Room:
    """Submitted, and signed on paper in every role."""
    workflow.submit(found.session, by=by)
    for role in workflow.signatories(found.session):
        workflow.sign(found.session, role, by=by, is_on_paper=True)
    found.session.refresh_from_db()
    return found


def published(found: cast.Room, *, by: User, **options) -> list[Publication]:
    """Signed if it is not yet, and published."""
    if not found.session.sealed_at:
        signed(found, by=by)
    return publishing.publish_minutes(found.session, by=by, **options)
