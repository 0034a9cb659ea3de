"""Room: minutes, own pages. Which published minutes somebody may object to now, and what became of objections."""

from dataclasses import dataclass

from django.db.models import Min, QuerySet
from django.utils import timezone

from committees.models import Session, User
from minutes.correcting import Period, period_from
from minutes.mine.sessions import own_sessions
from minutes.models import Issue, Objection, Publication

_MOST = 50
"""Where a body sets no limit, the newest ones are shown."""


@dataclass(frozen=True, slots=True)
class OpenProtocol:
    """Minutes that are open for objection, with their page and their days."""

    session: Session
    issue: Issue
    period: Period

    @property
    def address(self) -> str:
        """The page on which the user objects."""
        return f"{self.issue.get_absolute_url()}object/"


def open_for(user: User) -> list[OpenProtocol]:
    """Those of the own sessions, the one that closes first at the top. Three queries, however many there are."""
    if user.role not in (User.Role.COUNCILLOR, User.Role.CHAIR):
        return []
    today = timezone.localdate()
    firsts = dict(
        Issue.objects.of_kind(Publication.Kind.MINUTES)
        .filter(session__in=own_sessions(user).order_by().values("pk"))
        .order_by()
        .values("session")
        .annotate(first=Min("visible_from"))
        .filter(first__lte=timezone.now())
        .values_list("session", "first")
    )
    sessions = Session.objects.select_related("committee__body__profile").in_bulk(firsts)
    periods = {key: period_from(firsts[key], session) for key, session in sessions.items()}
    days = {key: days for key, days in periods.items() if not days.is_over(today)}
    newest = sorted(days, key=lambda key: days[key].first, reverse=True)[:_MOST]
    rows = Issue.objects.of_kind(Publication.Kind.MINUTES).visible_to(user).filter(session__in=newest)
    found = [OpenProtocol(sessions[row.session_id], row, days[row.session_id]) for row in rows]
    return sorted(found, key=lambda row: (row.period.last is None, row.period.last or row.period.first))


def raised_by(user: User) -> QuerySet[Objection]:
    """The own objections, the last one first, with session and the item at which they were decided."""
    rows = Objection.objects.filter(raised_by=user.person_id).select_related("session__committee")
    return rows.select_related("decided_at_item__session__committee").order_by("-raised_on", "-pk")
