"""Room: minutes, archives. Which tables belong to a body, in the order in which they are put back, and which do not."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Q, QuerySet

from committees.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Body,
    Committee,
    Faction,
    HouseStyle,
    Interruption,
    LegislativeTerm,
    Membership,
    Paper,
    Person,
    Presence,
    Recusal,
    RuleProfile,
    Session,
    User,
)
from minutes.models import (
    Contribution,
    Correction,
    GapReason,
    Minutes,
    Objection,
    Publication,
    Redaction,
    Remark,
    SealedRecord,
    Signature,
    Speaker,
    TextImport,
    TextModule,
    Withdrawal,
)
from votes.models import Ballot, Decision, Option, Recommendation, Vote, Voter

_SESSION = "session__committee__body"
_ITEM = f"item__{_SESSION}"


@dataclass(frozen=True, slots=True)
class Part:
    """A table: the name of its file, and the ways that lead from a row to the body.

    `late` is a column that is set when everything is there: the guards refuse further rows from then on. `left_out`
    are columns that are not told. Of rows that are large few are in memory at a time.
    """

    name: str
    model: type[models.Model]
    paths: tuple[str, ...] = ()
    late: str = ""
    is_large: bool = False
    left_out: tuple[str, ...] = ()

    @property
    def fields(self) -> list[models.Field]:
        """The columns that are told."""
        return [field for field in self.model._meta.concrete_fields if field.name not in self.left_out]

    def rows(self, body: Body) -> QuerySet:
        """The rows of a body, in an order that stays."""
        belongs = Q()
        for path in self.paths:
            belongs |= Q(**{path: body.pk})
        rows = self.model._default_manager.filter(belongs).order_by("pk")
        # Two ways may lead to the same row; some of them over lists.
        return rows.distinct() if len(self.paths) > 1 else rows


PARTS = (
    Part("profiles", RuleProfile, ("bodies",), late="signatories"),
    Part("house_styles", HouseStyle, ("profile__bodies",)),
    Part("bodies", Body, ("pk",)),
    Part("terms", LegislativeTerm, ("body",)),
    Part("factions", Faction, ("term__body",)),
    Part("committees", Committee, ("body",)),
    Part("people", Person),
    Part("memberships", Membership, ("committee__body",)),
    Part("papers", Paper, ("body",)),
    Part("sessions", Session, ("committee__body",), late="sealed_at"),
    Part("items", AgendaItem, (_SESSION,)),
    Part("item_papers", AgendaItem.papers.through, ("agendaitem__session__committee__body",)),
    Part("attendances", Attendance, (_SESSION,)),
    Part("presences", Presence, (f"attendance__{_SESSION}",)),
    Part("recusals", Recusal, (_ITEM,)),
    Part("interruptions", Interruption, (_SESSION,)),
    Part("attachments", Attachment, ("paper__body", _SESSION)),
    Part("votes", Vote, (_ITEM,), late="closed_at"),
    Part("options", Option, (f"vote__{_ITEM}",)),
    Part("voters", Voter, (f"vote__{_ITEM}",)),
    Part("ballots", Ballot, (f"voter__vote__{_ITEM}",)),
    Part("decisions", Decision, (_ITEM,)),
    Part("recommendations", Recommendation, (f"decision__{_ITEM}",)),
    Part("contributions", Contribution, (_ITEM,)),
    Part("speakers", Speaker, (f"contribution__{_ITEM}",)),
    Part("remarks", Remark, (_SESSION,)),
    Part("gap_reasons", GapReason, (_SESSION,)),
    Part("redactions", Redaction, (_SESSION,)),
    Part("text_modules", TextModule, ("body",)),
    Part("sealed_records", SealedRecord, (_SESSION,), is_large=True),
    Part("signatures", Signature, (_SESSION,)),
    Part("minutes", Minutes, (_SESSION,), late="completed_at"),
    Part("objections", Objection, (_SESSION,)),
    Part("corrections", Correction, (_SESSION,)),
    Part("publications", Publication, ("body",), is_large=True, left_out=("pdf",)),
    Part("withdrawals", Withdrawal, ("publication__body",)),
    Part("text_imports", TextImport, ("committee__body",), is_large=True),
)
"""The tables of an internal archive. Accounts and files are told beside them."""

LATE = ("votes", "sessions", "minutes", "profiles")
"""In which order the late columns are set: votes are closed before the session is sealed, sealed before complete."""

LEFT_OUT = {
    "committees.user": "accounts: only their names, to say who did what",
    "committees.user_committees": "rights are given anew",
    "committees.user_groups": "not used",
    "committees.user_user_permissions": "not used",
    "committees.invitation": "of accounts",
    "committees.revision": "earlier drafts, which retention rules may delete",
    "committees.auditevent": "the chain of the machine, which goes on without the body",
    "committees.audithead": "the same",
    "minutes.exportjob": "belongs to an account",
    "minutes.exportjob_committees": "the same",
    "minutes.note": "private",
    "minutes.reminder": "belongs to an account",
    "minutes.privatefeed": "secret address of an account",
    "minutes.follower": "addresses of readers",
    "minutes.subscription": "what readers follow",
    "minutes.alert": "what readers were told",
    "minutes.housefacts": "of the site, not of the body",
    "minutes.housepage": "the same",
    "minutes.barrierreport": "the same",
    "minutes.publishedfile": "told as files",
    "minutes.importrun": "the state of imports from other systems: a further one begins anew",
    "minutes.importedobject": "the same",
    "minutes.importproblem": "the same",
    "minutes.issue": "projected",
    "minutes.publicstate": "projected",
    "minutes.publishedminutes": "projected",
    "minutes.publisheditem": "projected",
    "minutes.publisheditempaper": "projected",
    "minutes.publishedvote": "projected",
    "minutes.publishedballot": "projected",
    "minutes.publishedattendance": "projected",
    "minutes.publishedseat": "projected",
    "minutes.oparlobject": "projected",
    "minutes.searchdue": "projected",
    **{
        f"minutes.{audience}{kind}": "projected"
        for audience in ("public", "internal")
        for kind in ("entry", "word", "stem", "part")
    },
}
"""Tables that no archive holds, and why."""


def people_of(body: Body) -> QuerySet[Person]:
    """Whom the rows of a body name; where it is the only body, everybody of the directory."""
    if not Body.objects.exclude(pk=body.pk).exists():
        return Person.objects.order_by("pk")
    return Person.objects.filter(_named(body, Person)).order_by("pk")


def accounts_of(body: Body) -> QuerySet[User]:
    """Who did something with the rows of a body."""
    return User.objects.filter(_named(body, User)).order_by("pk")


def _named(body: Body, model: type[models.Model]) -> Q:
    found = Q(pk__in=[])
    for part in PARTS:
        for field in part.fields:
            if field.related_model is model and part.paths:
                rows = part.rows(body).order_by().filter(**{f"{field.name}__isnull": False})
                found |= Q(pk__in=rows.values(field.name))
    return found


def rows_of(part: Part, body: Body) -> QuerySet:
    """The rows of a table that belong to a body."""
    if part.model is Person:
        return people_of(body)
    rows = part.rows(body)
    # Personal modules are their owner's own.
    return rows.filter(owner__isnull=True) if part.model is TextModule else rows
