"""Room: minutes. When minutes are due by the profile, and who is reminded of it and of objections that wait."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Session, User
from committees.permissions import recorded_committees
from minutes import workflow
from minutes.models import Issue, Objection, Reminder

SOON = datetime.timedelta(days=7)
"""So long before the day the clerk is reminded."""


@dataclass(frozen=True, slots=True)
class Due:
    """Until when minutes are to be signed."""

    day: datetime.date
    is_over: bool

    def __str__(self) -> str:
        phrase = _("overdue since %(day)s") if self.is_over else _("due on %(day)s")
        return phrase % {"day": f"{self.day:%d.%m.%Y}"}


def due(session: Session) -> Due | None:
    """When the minutes of a session are due; None before it and once they are signed.

    No query, if committee, body, profile and minutes were read with the session.
    """
    today = timezone.localdate()
    if session.date > today or workflow.state(session) == workflow.State.SIGNED:
        return None
    day = session.date + datetime.timedelta(days=session.committee.body.profile.minutes_days)
    return Due(day, is_over=day < today)


@dataclass(frozen=True, slots=True)
class Line:
    """What a reminder says of a session: a name, a fact, an address; nothing that was written or said."""

    session: Session
    fact: str

    @property
    def address(self) -> str:
        return settings.SITE_URL + reverse("minutes:session-detail", args=[self.session.pk])


def minutes_of_clerk(user: User) -> list[tuple[Session, Due]]:
    """The minutes that a clerk has to bring to an end, overdue or soon due, the oldest first. One query."""
    published = Issue.objects.minutes().filter(session=OuterRef("pk"))
    rows = Session.objects.filter(committee__in=recorded_committees(user), date__lte=timezone.localdate())
    rows = rows.filter(minutes__completed_at__isnull=True).exclude(Exists(published))
    rows = rows.select_related("committee__body__profile", "minutes").order_by("date", "number")
    found = [(session, due(session)) for session in rows]
    return [(session, day) for session, day in found if day and day.day <= timezone.localdate() + SOON]


def objections_of_clerk(user: User) -> Counter[Session]:
    """How many objections wait for a decision, by the session whose minutes they concern. One query."""
    rows = Objection.objects.filter(
        outcome=Objection.Outcome.OPEN, session__committee__in=recorded_committees(user).order_by()
    )
    return Counter(row.session for row in rows.select_related("session__committee").order_by("session__date", "pk"))


@transaction.atomic
def remind(user: User) -> bool:
    """Send a clerk the mail of the day, once; whether one went out now. Where nothing is to be done, none does.

    If the mail can't be sent the exception goes on, and the day does not count as reminded.
    """
    minutes = [Line(session, _german(day)) for session, day in minutes_of_clerk(user)]
    objections = [Line(session, str(count)) for session, count in objections_of_clerk(user).items()]
    if not minutes and not objections:
        return False
    today = timezone.localdate()
    _row, is_new = Reminder.objects.get_or_create(user=user, day=today, defaults={"sent_at": timezone.now()})
    if not is_new:
        return False
    _mail(user, today, minutes, objections).send()
    return True


def clerks() -> Iterable[User]:
    """Who is reminded: the clerks who can log in."""
    return User.objects.filter(role=User.Role.CLERK, is_active=True).exclude(email="").order_by("pk")


def _mail(user: User, day: datetime.date, minutes: list[Line], objections: list[Line]) -> EmailMessage:
    # In German, as the minutes are: nobody knows here in which language a clerk reads the pages.
    text = render_to_string("minutes/email/reminder.txt", {"minutes": minutes, "objections": objections})
    subject = f"Gremia: Niederschriften und Einwendungen am {day:%d.%m.%Y}"
    return EmailMessage(subject, text.strip() + "\n", to=[user.email])


def _german(due_on: Due) -> str:
    return f"{'überfällig seit' if due_on.is_over else 'fällig am'} {due_on.day:%d.%m.%Y}"
