"""Room: minutes. Loads the demo, all or nothing, once."""

from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from committees import agenda
from committees.models import AgendaItem, Body, Session, User
from minutes import announcing, correcting, papers, publishing, workflow

from . import coesfeld_2016, committees_2026, council, earlier_terms, musterland_2026, to_come
from .county import BODY
from .directory import Directory, rename_people, write_directory
from .modules import write_modules
from .plans import Sitting
from .sittings import write_sitting
from .users import LOGINS, write_users

BEFORE_THE_NEW_NAMES = (
    coesfeld_2016.SITTING,
    earlier_terms.INTEGRATION,
    earlier_terms.SOCIAL,
    council.CONSTITUENT,
)
SINCE_THE_NEW_NAMES = (
    committees_2026.INTEGRATION,
    committees_2026.YOUTH,
    council.BUDGET,
    committees_2026.ENVIRONMENT,
    committees_2026.MAIN,
    musterland_2026.SITTING,
)


def is_loaded() -> bool:
    """Whether the demo county is there."""
    return Body.objects.filter(key=BODY["key"]).exists()


def has_other_users() -> bool:
    """Whether somebody logs in to this database who is not of the demo."""
    return User.objects.exclude(email__in=[login.email for login in LOGINS]).exists()


@transaction.atomic
def load() -> None:
    """Write the whole demo. Raises ValidationError if a table contradicts itself; nothing is stored then."""
    directory = write_directory()
    write_users(directory)
    write_modules(Body.objects.get(key=BODY["key"]))
    _write(directory, BEFORE_THE_NEW_NAMES)
    rename_people(directory)
    _write(directory, SINCE_THE_NEW_NAMES)
    _write(directory, to_come.sittings(timezone.localdate()))
    _supplement("JHA", "Dringlichkeitsantrag: Notbetreuung in den Weihnachtsferien")
    _correct(earlier_terms.SOCIAL, "Die Richtlinien treten am 01.02.2025 in Kraft, nicht am 01.01.2025.")
    for committee in directory.committees.values():
        announcing.publish_directory(committee, by=User.objects.get(role=User.Role.CLERK, committees=committee))


def _write(directory: Directory, plans: Iterable[Sitting]) -> None:
    """Each session, published by the clerk who records its committee if it is to be read."""
    for plan in plans:
        session = write_sitting(directory, plan)
        clerk = User.objects.filter(role=User.Role.CLERK, committees=session.committee).first()
        if plan.is_published and clerk:
            _sign_and_publish(session, by=clerk)
            _publish_papers(session, by=clerk)
        elif clerk and session.date >= timezone.localdate():
            announce = publishing.publish_agenda if plan.items else announcing.publish_notice
            announce(session, by=clerk)
            _publish_papers(session, by=clerk)


def _supplement(committee: str, title: str) -> None:
    """An item comes late to the agenda of the next session."""
    session = Session.objects.filter(committee__short_name=committee, date__gte=timezone.localdate()).earliest("date")
    agenda.add(AgendaItem(session=session, title=title, is_public=True))
    publishing.publish_agenda(session, by=_clerk_of(session))


def _correct(plan: Sitting, text: str) -> None:
    """A note corrects minutes that were published."""
    session = Session.objects.get(committee__short_name=plan.committee, number=plan.number, year=plan.day.year)
    correcting.correct(session, text=text, is_public=True, by=_clerk_of(session))


def _clerk_of(session: Session) -> User:
    return User.objects.get(role=User.Role.CLERK, committees=session.committee)


def _publish_papers(session: Session, *, by: User) -> None:
    for paper in papers.unpublished(session):
        papers.publish(paper, by=by)


def _sign_and_publish(session: Session, *, by: User) -> None:
    """The clerk submits, gives a reason for each gap that the texts leave, enters the signatures, publishes."""
    signed_on = min(session.date + timedelta(days=14), timezone.localdate())
    workflow.submit(session, by=by)
    for gap in workflow.missing(session):
        workflow.reason_for(session, gap.code, by=by, reason="In den Unterlagen der Sitzung nicht enthalten.")
    for role in workflow.signatories(session):
        workflow.sign(session, role, by=by, signed_on=signed_on, is_on_paper=True)
    publishing.publish_minutes(session, by=by)
