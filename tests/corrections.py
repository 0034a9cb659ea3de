"""Published minutes, and a later session that decides on objections to them."""

import datetime

from committees.models import AgendaItem, Session, User
from minutes import correcting
from minutes.models import Objection
from tests import cast

PUBLISHED = datetime.date(2026, 4, 1)
LATER = datetime.date(2026, 5, 6)


def deciding_item(place: cast.County, session: Session, *, day: datetime.date = LATER, number: int = 2) -> AgendaItem:
    """An item of a session of that day that decides on the minutes of another one."""
    later = Session.objects.create(committee=place.committee, number=number, year=day.year, date=day, seats=9)
    return AgendaItem.objects.create(
        session=later, position=1, title="Einwendungen gegen die Niederschrift", is_public=True, minutes_of=session
    )


def objection(room: cast.Room, *, by: User, text: str = "Ich habe dagegen gestimmt.", **fields) -> Objection:
    """Raised today by the member of the session."""
    return correcting.raise_objection(room.session, raised_by=room["Kohl"].person, text=text, by=by, **fields)
