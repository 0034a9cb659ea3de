"""Room: minutes, own pages. The sessions of somebody's committees, and which items of them he or she may read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from committees import agenda
from committees.models import AgendaItem, Membership, Recusal, Session, User
from committees.permissions import Visitor
from minutes.desk.guards import drafts_visible_to
from minutes.models import Audience, Issue
from minutes.models.publications import ANNOUNCEMENTS, MINUTES
from minutes.record.announcements import AgendaRecord
from minutes.record.confidential import without_items_of_recused
from minutes.record.serialise import from_bytes
from minutes.record.values import AgendaLine, SessionRecord


@dataclass(frozen=True, slots=True)
class Line:
    """An item that somebody may read, with the papers named there (id, number, title)."""

    key: UUID
    number: str
    title: str
    level: int = 0
    papers: tuple[tuple[str, str, str], ...] = ()


def has_own_pages(user: Visitor) -> bool:
    """Whoever is a person of the directory: only people sit somewhere."""
    return isinstance(user, User) and user.is_active and user.person_id is not None


def own_sessions(user: Visitor) -> QuerySet[Session]:
    """The sessions of the committees in which the user's person has a seat on the day, as member or as deputy."""
    if not has_own_pages(user):
        return Session.objects.none()
    seats = Membership.objects.filter(
        Q(end__isnull=True) | Q(end__gte=OuterRef("date")),
        person=user.person_id,
        committee=OuterRef("committee"),
        start__lte=OuterRef("date"),
    )
    return Session.objects.filter(Exists(seats))


def live_for(user: User, sessions: Iterable[Session]) -> set[UUID]:
    """Which of the user's own sessions members read along: the rule of `may_read_live` for many rows. No query."""
    if user.role not in (User.Role.COUNCILLOR, User.Role.CHAIR):
        return set()
    return {session.pk for session in sessions if session.is_live_for_members}


def issues_of(user: User, sessions: Iterable[Session]) -> dict[UUID, dict[str, Issue]]:
    """What is published of sessions as the user reads it: by session its `minutes` and its `agenda`. One query."""
    rows = Issue.objects.visible_to(user).filter(session__in=[session.pk for session in sessions])
    found: dict[UUID, dict[str, Issue]] = {}
    for issue in rows.without_replaced_notices().order_by("pk"):
        is_ahead = issue.kind in ANNOUNCEMENTS
        found.setdefault(issue.session_id, {})["agenda" if is_ahead else "minutes"] = issue
    return found


def lines_of(user: User, sessions: Sequence[Session]) -> dict[UUID, tuple[Line, ...]]:
    """The items of sessions that the user may read, by session: those of minutes in work where these are open to the
    user, else those of the published minutes, else those of the published agenda. Six queries, however many."""
    keys = [session.pk for session in sessions]
    found = _published(user, keys)
    drafts = set(drafts_visible_to(user).filter(pk__in=keys).values_list("pk", flat=True))
    live = live_for(user, own_sessions(user).filter(pk__in=keys)) - drafts
    opened = [session for session in sessions if session.pk in drafts | live]
    if opened:
        found |= _in_work(user, opened, live)
    return found


def _published(user: User, keys: Sequence[UUID]) -> dict[UUID, tuple[Line, ...]]:
    rows = Issue.objects.visible_to(user).filter(session__in=keys).without_replaced_notices()
    # In this order minutes come after agendas and take their place.
    rows = rows.select_related("publication__body__profile").defer("publication__pdf").order_by("pk")
    found: dict[UUID, tuple[Line, ...]] = {}
    for issue in sorted(rows, key=lambda issue: issue.kind in MINUTES):
        if issue.kind in MINUTES:
            record = from_bytes(issue.publication.record.encode())
            if issue.audience == Audience.INTERNAL and issue.publication.body.profile.hides_from_recused:
                record = without_items_of_recused(record, str(user.person_id))
        else:
            record = from_bytes(issue.publication.record.encode(), AgendaRecord)
        found[issue.session_id] = tuple(_line(line) for line in _lines(record) if line.item_id)
    return found


def _lines(record: SessionRecord | AgendaRecord) -> Iterable[AgendaLine]:
    for part in record.parts:
        yield from part.lines if isinstance(record, AgendaRecord) else part.agenda


def _line(line: AgendaLine) -> Line:
    papers = tuple((paper.id, paper.reference, paper.title) for paper in line.papers)
    return Line(UUID(line.item_id), line.number, line.title, line.level, papers)


def _in_work(user: User, sessions: Sequence[Session], live: set[UUID]) -> dict[UUID, tuple[Line, ...]]:
    """From the rows themselves. Whoever leaves the room for an item does not read it while it is typed."""
    keys = [session.pk for session in sessions]
    rows = AgendaItem.objects.filter(session__in=keys).prefetch_related("papers").order_by("session", "position")
    items: dict[UUID, list[AgendaItem]] = {key: [] for key in keys}
    for row in rows:
        items[row.session_id].append(row)
    recusals = Recusal.objects.filter(item__session__in=live, item__is_public=False, attendance__person=user.person_id)
    hidden = set(recusals.values_list("item_id", flat=True)) if live else set()
    return {
        session.pk: tuple(
            Line(row.pk, numbers[row.pk].text, row.title, numbers[row.pk].level, _papers(row))
            for numbers in [agenda.numbers(session, items[session.pk])]
            for row in items[session.pk]
            if row.pk not in hidden
        )
        for session in sessions
    }


def _papers(item: AgendaItem) -> tuple[tuple[str, str, str], ...]:
    return tuple((str(paper.pk), paper.reference, paper.title) for paper in item.papers.all())
