"""Room: minutes, the portal. Which published rows a visitor may read. The lists of the portal begin here."""

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from committees.permissions import Visitor
from minutes.models import Audience, Issue, Publication, PublishedItem, PublishedSeat
from minutes.models.issues import IssueQuerySet
from minutes.models.publications import ANNOUNCEMENTS, MINUTES


def sessions(user: Visitor) -> IssueQuerySet:
    """One issue for each session: its minutes where they can be read, else what announced it last.

    An announcement that was withdrawn stays, to be told as a session that was cancelled.
    """
    rows = Issue.objects.filter(session__isnull=False).shown().for_reader(user).without_replaced_notices()
    return rows.filter(Q(kind__in=MINUTES, withdrawn_at__isnull=True) | Q(kind__in=ANNOUNCEMENTS) & ~_has_minutes())


def recorded_items(user: Visitor) -> QuerySet[PublishedItem]:
    """The items of minutes; the non-public ones too for those entitled."""
    return recorded(PublishedItem.objects.all(), user)


def recorded(rows: QuerySet, user: Visitor, *, item: str = "") -> QuerySet:
    """Of rows that belong to an item (`item="vote__item__"`) those of minutes that can be read."""
    return _readable(rows, user, Issue.objects.minutes().visible_to(user), item)


def items(user: Visitor) -> QuerySet[PublishedItem]:
    """The items of minutes, and those of announced sessions of which no minutes can be read yet."""
    issues = Issue.objects.visible_to(user)
    issues = issues.filter(Q(kind__in=MINUTES) | Q(kind=Publication.Kind.AGENDA) & ~_has_minutes())
    return _readable(PublishedItem.objects.all(), user, issues)


def is_entitled(user: Visitor) -> bool:
    """Whether somebody may read more than the public, somewhere."""
    return IssueQuerySet.entitled(user) is not None


def seats() -> QuerySet[PublishedSeat]:
    """The seats of all lists of members that can be read; of the administration nobody."""
    lists = Issue.objects.of_kind(Publication.Kind.DIRECTORY).current().filter(audience=Audience.PUBLIC)
    return PublishedSeat.objects.filter(issue__in=lists, person__isnull=False).exclude(group=_ADMINISTRATION)


_ADMINISTRATION = "Verwaltung"
"""The group of the staff in a list of members (`minutes.record.directory`): who works for the house has no page."""


def _has_minutes() -> Exists:
    """Whether minutes of the same session can be read by whoever reads this issue."""
    minutes = Issue.objects.minutes().current()
    return Exists(minutes.filter(session=OuterRef("session"), audience=OuterRef("audience")))


def _readable(rows: QuerySet, user: Visitor, issues: IssueQuerySet, item: str = "") -> QuerySet:
    rows = rows.filter(**{f"{item}issue__in": issues})
    if not is_entitled(user):
        return rows.filter(**{f"{item}audience": Audience.PUBLIC})
    person = getattr(user, "person_id", None)
    if person is None:
        return rows
    # Who was biased does not read the item, where the profile says so; the same as `finding.is_cut_for`.
    named = rows.annotate(biased=Cast(f"{item}closed_to", TextField()))
    where = {f"{item}is_public": False, f"{item}issue__body__profile__hides_from_recused": True}
    return named.exclude(biased__contains=f'"{person}"', **where)
