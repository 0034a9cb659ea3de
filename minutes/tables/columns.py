"""Room: minutes, tables. The columns of each table: a key that stays, a heading in the reader's language, a value.

What they mean is told in `docs/archive.md`; a test compares the two. Unknown is empty, which is not 0.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees.permissions import Visitor
from minutes.models import Issue, PublishedItem, PublishedVote
from minutes.portal.item_links import item_url
from minutes.tables import choosing
from minutes.tables.choosing import Choice
from votes.models import Choice as BallotChoice
from votes.models import Majority

Cell = str | int | bool | datetime.date | None
_MAJORITIES = dict(Majority.choices)
_CHOICES = dict(BallotChoice.choices)


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `width` in characters, where a spreadsheet wants to know."""

    key: str
    heading: str | Promise
    value: Callable[[Any], Cell]
    width: int = 14


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name in addresses, and the rows that a reader gets of a choice."""

    name: str
    title: str | Promise
    columns: tuple[Column, ...]
    rows: Callable[[Choice, Visitor], QuerySet]


def _session(issue: Callable[[Any], Issue]) -> tuple[Column, ...]:
    """What each row says of its session."""
    return (
        Column("body", _("Body"), lambda row: issue(row).body_name, 24),
        Column("committee", _("Committee"), lambda row: issue(row).committee_name, 32),
        Column("session", _("Session"), lambda row: issue(row).reference, 16),
        Column("date", _("Day"), lambda row: issue(row).date, 12),
        Column("term", _("Legislative term"), lambda row: row.term or "", 14),
    )


def _item(item: Callable[[Any], PublishedItem]) -> tuple[Column, ...]:
    """What each row says of its item."""
    return (
        Column("item", pgettext_lazy("column", "Item"), lambda row: item(row).number, 8),
        Column("title", _("Title"), lambda row: item(row).title, 60),
        Column("public", _("Public"), lambda row: item(row).is_public, 10),
    )


def _address(item: Callable[[Any], PublishedItem]) -> Column:
    return Column("url", _("Address"), lambda row: _link(item(row)), 50)


def _link(item: PublishedItem) -> str:
    return f"{settings.SITE_URL}{item_url(item.issue, item.number)}"


def _final(item: PublishedItem) -> PublishedVote | None:
    votes = list(item.votes.all())
    return next((vote for vote in votes if vote.is_final), votes[-1] if votes else None)


def _of_final(name: str) -> Callable[[PublishedItem], Cell]:
    return lambda item: getattr(_final(item), name, None)


def _outcome(item: PublishedItem) -> str:
    return "" if item.outcome == "none" else str(item.get_outcome_display())


def _majority(vote: PublishedVote) -> str:
    return str(_MAJORITIES.get(vote.majority, vote.majority))


def _papers(item: PublishedItem) -> str:
    return ", ".join(paper.reference for paper in item.papers.all())


_COUNTS = (
    ("yes", _("Yes")),
    ("no", _("No")),
    ("abstain", _("Abstentions")),
)
_FURTHER_COUNTS = (
    ("invalid", pgettext_lazy("votes", "Invalid")),
    ("not_voting", _("Not voting")),
    ("recused", _("Recused")),
)

DECISIONS = Table(
    "decisions",
    _("Decisions"),
    (
        *_session(lambda item: item.issue),
        *_item(lambda item: item),
        Column("papers", _("Papers"), _papers, 20),
        Column("outcome", _("Outcome"), _outcome, 20),
        Column("outcome_text", _("Outcome as worded"), lambda item: item.status, 24),
        Column("resolution", _("Resolution"), lambda item: item.resolution, 80),
        *(Column(name, heading, _of_final(name), 12) for name, heading in _COUNTS),
        Column("result", _("Result as worded"), lambda item: getattr(_final(item), "result", ""), 40),
        Column("votes", _("Number of votes taken"), lambda item: len(item.votes.all()), 12),
        _address(lambda item: item),
    ),
    choosing.decisions,
)

VOTES = Table(
    "votes",
    _("Votes"),
    (
        *_session(lambda vote: vote.item.issue),
        *_item(lambda vote: vote.item),
        Column("vote", _("Number of the vote"), lambda vote: vote.position, 10),
        Column("label", _("Label"), lambda vote: vote.label, 24),
        Column("question", _("Question"), lambda vote: vote.question, 60),
        Column("form", _("Form of the vote"), lambda vote: str(vote.get_form_display()), 20),
        Column("majority", _("Majority needed"), _majority, 30),
        *(
            Column(name, heading, lambda vote, name=name: getattr(vote, name), 12)
            for name, heading in (*_COUNTS, *_FURTHER_COUNTS)
        ),
        Column("adopted", _("Adopted"), lambda vote: vote.adopted, 12),
        Column("unanimous", _("Unanimous"), lambda vote: vote.is_unanimous, 12),
        Column("final", _("Settles the item"), lambda vote: vote.is_final, 12),
        Column("result", _("Result as worded"), lambda vote: vote.result, 40),
        _address(lambda vote: vote.item),
    ),
    choosing.votes,
)

BALLOTS = Table(
    "ballots",
    _("Ballots of roll calls"),
    (
        *_session(lambda row: row.vote.item.issue),
        *_item(lambda row: row.vote.item),
        Column("vote", _("Number of the vote"), lambda row: row.vote.position, 10),
        Column("label", _("Label"), lambda row: row.vote.label, 24),
        Column("person", _("Number of the person"), lambda row: row.person, 10),
        Column("name", _("Name"), lambda row: row.name, 28),
        Column("ballot", pgettext_lazy("column", "Ballot"), lambda row: str(_CHOICES.get(row.choice, row.choice)), 14),
        _address(lambda row: row.vote.item),
    ),
    choosing.ballots,
)

ATTENDANCE = Table(
    "attendance",
    _("Attendance"),
    (
        *_session(lambda row: row.issue),
        Column("group", pgettext_lazy("column", "Group"), lambda row: row.group, 28),
        Column("person", _("Number of the person"), lambda row: row.person, 10),
        Column("name", _("Name"), lambda row: row.name, 28),
        Column("member", _("Member"), lambda row: row.is_member, 10),
        Column("present", _("Present"), lambda row: row.is_present, 10),
        Column("remark", _("Remark"), lambda row: row.remark, 28),
    ),
    choosing.attendance,
)

TABLES = {table.name: table for table in (DECISIONS, VOTES, BALLOTS, ATTENDANCE)}
