"""Which documents an export is of: for each session each kind, in the order of committees and time."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.utils import timezone

from committees.models import Committee, Session
from minutes import documents, printing
from minutes.models import ExportJob, Publication, Withdrawal
from minutes.record import Audience

OF_ITEMS = frozenset(kind for kind, value in documents.KINDS.items() if value.needs_item)
"""Kinds that are of one item: one for each item that was decided on."""
WITH_FILES = frozenset({"collection"})
"""Kinds that hold files of papers, which are published and withdrawn by themselves."""
BEFOREHAND = frozenset(kind for kind, value in documents.KINDS.items() if value.source != "minutes") | {"collection"}
"""Kinds that there are before the day of the session; of the others there is nothing yet."""
NEVER_PUBLIC = printing.INSIDE | {"nonpublic"}
"""Kinds that hold nothing for everybody."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One step of an export: a kind of document of one session."""

    session: UUID
    kind: str

    @property
    def name(self) -> str:
        return f"{self.session}-{self.kind}"


def units(
    committees: QuerySet[Committee], *, since: datetime.date, until: datetime.date, kinds: Iterable[str]
) -> list[Unit]:
    """All steps, in the order of the archive. One query."""
    wanted = [kind for kind in documents.KINDS if kind in set(kinds)]
    ahead = [kind for kind in wanted if kind in BEFOREHAND]
    rows = Session.objects.filter(committee__in=committees.order_by(), date__range=(since, until))
    rows = rows.order_by("committee__body__key", "committee__short_name", "date", "year", "number", "pk")
    today = timezone.localdate()
    return [
        Unit(pk, kind) for pk, day in rows.values_list("pk", "date") for kind in (wanted if day <= today else ahead)
    ]


def units_of(job: ExportJob) -> list[Unit]:
    """The steps of an export as it stands now. One query."""
    return units(job.committees.all(), since=job.since, until=job.until, kinds=job.kinds)


def sources_of(job: ExportJob) -> dict[Unit, str]:
    """The publications of which documents of an export are made; a step that is not in it makes a draft, or nothing.

    One query for each kind, and two more for collections.
    """
    papers = state_of_papers() if WITH_FILES & set(job.kinds) else ""
    of_job = Q(session__committee__in=job.committees.order_by(), session__date__range=(job.since, job.until))
    return {
        Unit(session, kind): source(kind, publication, papers)
        for kind in job.kinds
        for session, publication in printing.issues(document=kind, audience=Audience(job.audience))
        .filter(of_job)
        .order_by("-pk")
        .values_list("session", "pk")
    }


def source(kind: str, publication: int, papers: str) -> str:
    """What a document was made of: another publication, or another state of the files in it, gives another one."""
    return f"{publication} {papers}" if kind in WITH_FILES else str(publication)


def state_of_papers() -> str:
    """Another one whenever a paper was published or withdrawn. Two queries."""
    published = Publication.objects.filter(kind=Publication.Kind.PAPER).aggregate(last=Max("pk"))["last"]
    withdrawn = Withdrawal.objects.aggregate(last=Max("pk"))["last"]
    return f"{published}-{withdrawn}"
