"""Room: minutes, tables. Which rows a table has: those that a reader may read, and of them what was chosen."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, F, OuterRef, Prefetch, QuerySet

from committees.permissions import Visitor
from minutes.models import (
    Issue,
    PublishedAttendance,
    PublishedBallot,
    PublishedItem,
    PublishedItemPaper,
    PublishedVote,
)
from minutes.portal import reading

EVERYBODY = AnonymousUser()


@dataclass(frozen=True, slots=True)
class Choice:
    """What to choose by; what is empty chooses nothing. `outcome`, `form` and `words` are of items and votes alone."""

    body: str = ""
    committee: int | None = None
    term: str = ""
    year: int | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None
    outcome: str = ""
    form: str = ""
    words: str = ""


def decisions(choice: Choice, user: Visitor) -> QuerySet[PublishedItem]:
    """Items on which something was resolved or voted, the newest first."""
    rows = _of_items(reading.recorded_items(user).filter(is_decided=True), choice, "")
    if choice.form:
        rows = rows.filter(Exists(PublishedVote.objects.filter(item=OuterRef("pk"), form=choice.form)))
    votes = Prefetch("votes", queryset=PublishedVote.objects.order_by("position"))
    papers = Prefetch("papers", queryset=PublishedItemPaper.objects.order_by("pk"))
    return _told(rows, "").prefetch_related(votes, papers).order_by("-date", "issue__reference", "issue_id", "position")


def votes(choice: Choice, user: Visitor) -> QuerySet[PublishedVote]:
    """Votes on items, the newest first, as they were taken."""
    rows = _of_items(reading.recorded(PublishedVote.objects.all(), user, item="item__"), choice, "item__")
    if choice.form:
        rows = rows.filter(form=choice.form)
    rows = _told(rows, "item__")
    return rows.order_by("-item__date", "item__issue__reference", "item__issue_id", "item__position", "position")


def ballots(choice: Choice, user: Visitor) -> QuerySet[PublishedBallot]:
    """How each one voted in roll calls, vote by vote and name by name."""
    path = "vote__item__"
    rows = _of_items(reading.recorded(PublishedBallot.objects.all(), user, item=path), choice, path)
    if choice.form:
        rows = rows.filter(vote__form=choice.form)
    rows = _told(rows, path)
    order = ("issue__reference", "issue_id", "position")
    return rows.order_by(f"-{path}date", *(f"{path}{name}" for name in order), "vote__position", "name", "pk")


def attendance(choice: Choice, user: Visitor) -> QuerySet[PublishedAttendance]:
    """The lines of the attendance lists, in their order."""
    rows = PublishedAttendance.objects.filter(issue__in=Issue.objects.minutes().visible_to(user))
    rows = _told(_of_sessions(rows, choice, "issue__date", "issue__committee", ""), "")
    return rows.select_related("issue").order_by("-issue__date", "issue__reference", "issue_id", "pk")


def _of_items(rows: QuerySet, choice: Choice, path: str) -> QuerySet:
    rows = _of_sessions(rows, choice, f"{path}date", f"{path}committee", path)
    if choice.outcome:
        rows = rows.filter(**{f"{path}outcome": choice.outcome})
    for word in choice.words.split():
        rows = rows.filter(**{f"{path}title__icontains": word})
    return rows.select_related(f"{path}issue")


def _of_sessions(rows: QuerySet, choice: Choice, date: str, committee: str, path: str) -> QuerySet:
    wanted: dict[str, Any] = {
        f"{path}issue__body_key__iexact": choice.body,
        committee: choice.committee,
        f"{path}issue__minutes__term": choice.term,
        f"{date}__year": choice.year,
        f"{date}__gte": choice.since,
        f"{date}__lte": choice.until,
    }
    return rows.filter(**{name: value for name, value in wanted.items() if value})


def _told(rows: QuerySet, path: str) -> QuerySet:
    """With the term alone of what stands beside the items: the rest is a whole page."""
    return rows.annotate(term=F(f"{path}issue__minutes__term"))
