"""Room: minutes. Which publication is read when: projected from publications and withdrawals alone, any time anew."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from minutes import search
from minutes.models import Issue, Publication
from minutes.record.announcements import DirectoryRecord, PaperRecord
from minutes.record.serialise import Record, from_bytes

RECORDS = search.RECORDS
Kind = Publication.Kind


@transaction.atomic
def project(publication: Publication) -> None:
    """Project anew the editions of what was published or withdrawn just now."""
    rows = Publication.objects.filter(
        kind=publication.kind,
        audience=publication.audience,
        session=publication.session_id,
        paper=publication.paper_id,
        committee=publication.committee_id,
    )
    Issue.objects.filter(publication__in=rows).delete()
    read = read_of(rows)
    Issue.objects.bulk_create(issue for issue, _record in read)
    search.refresh(publication, records={issue.publication_id: record for issue, record in read})


@transaction.atomic
def rebuild() -> int:
    """Throw away all issues, and what the search goes by, and make them anew; how many issues there are."""
    Issue.objects.all().delete()
    search.clear()
    loader = search.Loader(is_bulk=True)
    number = 0
    for rows in chains():
        for issue, record in read_of(rows):
            issue.save(force_insert=True)
            loader.add(issue, record)
            number += 1
    loader.finish()
    return number


def chains() -> Iterator[QuerySet[Publication]]:
    """The publications of one thing for one audience, edition after edition; of everything that was published."""
    keys = ("kind", "audience", "session", "paper", "committee")
    for values in Publication.objects.order_by(*keys).values_list(*keys).distinct().iterator():
        yield Publication.objects.filter(**dict(zip(keys, values, strict=True)))


def issues_of(rows: QuerySet[Publication]) -> Iterator[Issue]:
    """The issues of the editions of one thing for one audience."""
    return (issue for issue, _record in read_of(rows))


def read_of(rows: QuerySet[Publication]) -> list[tuple[Issue, Record]]:
    """The same with what each of them says."""
    editions = rows.select_related("withdrawal").defer("pdf").order_by("edition")
    read = [edition for edition in editions if not _was_stopped(edition)]
    until: datetime | None = None
    issues: list[tuple[Issue, Record]] = []
    for edition in reversed(read):
        if until is None or edition.visible_from < until:
            record = from_bytes(edition.record.encode(), RECORDS[Kind(edition.kind)])
            issues.append((_issue(edition, record, until), record))
            until = edition.visible_from
    return issues[::-1]


def _was_stopped(publication: Publication) -> bool:
    """Whether it was withdrawn before anybody could read it: it never was public, and is not told of."""
    withdrawal = getattr(publication, "withdrawal", None)
    return withdrawal is not None and withdrawal.withdrawn_at <= publication.visible_from


def _issue(publication: Publication, record: Record, until: datetime | None) -> Issue:
    withdrawal = getattr(publication, "withdrawal", None)
    is_paper = isinstance(record, PaperRecord)
    return Issue(
        publication=publication,
        kind=publication.kind,
        audience=publication.audience,
        body_id=publication.body_id,
        committee_id=None if is_paper else int(record.committee.id),
        session_id=publication.session_id,
        date=record.date or timezone.localdate(publication.published_at),
        reference=record.committee.short_name if isinstance(record, DirectoryRecord) else record.reference,
        title=_title(record)[:300],
        visible_from=publication.visible_from,
        visible_until=until,
        withdrawn_at=withdrawal.withdrawn_at if withdrawal else None,
    )


def _title(record: Record) -> str:
    if isinstance(record, DirectoryRecord):
        return record.committee.name
    return record.title if isinstance(record, PaperRecord) else record.subtitle
