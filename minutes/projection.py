"""Room: minutes. Which publication is read when: projected from publications and withdrawals alone, any time anew."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from minutes import articles, search
from minutes.models import Audience, Issue, Publication, PublicState, PublishedMinutes
from minutes.oparl import projecting as oparl
from minutes.projected_rows import Rows
from minutes.record.announcements import AgendaRecord, DirectoryRecord, PaperRecord
from minutes.record.confidential import non_public_items
from minutes.record.serialise import from_bytes
from minutes.record.values import SessionRecord

Published = SessionRecord | AgendaRecord | PaperRecord | DirectoryRecord
RECORDS = search.RECORDS


@transaction.atomic
def project(publication: Publication) -> None:
    """Project anew the editions of what was published or withdrawn just now; one after the other."""
    search.lock()
    rows = Publication.objects.filter(
        kind=publication.kind,
        audience=publication.audience,
        session=publication.session_id,
        paper=publication.paper_id,
        committee=publication.committee_id,
    )
    Issue.objects.filter(publication__in=rows).delete()
    read = read_of(rows)
    _store(read)
    search.refresh(publication, records={issue.publication_id: record for issue, record in read})
    if publication.audience == Audience.PUBLIC:
        changed()
    oparl.project(publication)


@transaction.atomic
def rebuild() -> int:
    """Throw away all issues with what belongs to them, and make them anew; how many issues there are."""
    search.lock()
    Issue.objects.all().delete()
    search.clear()
    loader = search.Loader(is_bulk=True)
    number = 0
    for rows in chains():
        read = read_of(rows)
        _store(read)
        for issue, record in read:
            loader.add(issue, record)
        number += len(read)
    loader.finish()
    oparl.rebuild()
    with connection.cursor() as cursor:
        # What the database knows of how many rows there are decides which way it takes to them.
        cursor.execute("ANALYZE")
    changed()
    return number


def changed() -> None:
    """From now on pages that were kept are old. Who does this waits for the one before: no moment comes twice."""
    known = PublicState.objects.select_for_update().filter(pk=1).first()
    now = timezone.now()
    if known is not None:
        now = max(now, known.changed_at + timedelta(microseconds=1))
    PublicState.objects.update_or_create(pk=1, defaults={"changed_at": now})


def _store(read: list[tuple[Issue, Published]]) -> None:
    """Store the issues of one thing, and the rows of those that are read now or will be."""
    Issue.objects.bulk_create(issue for issue, _record in read)
    now = timezone.now()
    project_content(
        (issue, record)
        for issue, record in read
        if issue.withdrawn_at is None and (issue.visible_until is None or issue.visible_until > now)
    )


def project_content(issues: Iterable[tuple[Issue, Published]]) -> None:
    """Store what lists, people and pages read of some issues; few at a time, they are kept in memory."""
    rows = Rows()
    for issue, record in issues:
        rows.add(issue, record)
        if isinstance(record, SessionRecord):
            minutes_of(issue, record, articles.article_of(record)).save(force_insert=True)
    rows.store()


def minutes_of(issue: Issue, record: SessionRecord, article: str) -> PublishedMinutes:
    """The row of published minutes, not stored."""
    return PublishedMinutes(
        issue=issue,
        term=record.term,
        language=record.language,
        date_text=record.date_text,
        place_text=record.place_text,
        has_non_public_part=bool(non_public_items(record)),
        starts_at=record.starts_at,
        ended_at=record.ended_at,
        article=article,
        made_by=articles.edition(),
    )


def record_of(publication: Publication) -> Published:
    """What was frozen, as values."""
    return from_bytes(publication.record.encode(), RECORDS[Publication.Kind(publication.kind)])


def chains() -> Iterator[QuerySet[Publication]]:
    """The publications of one thing for one audience, edition after edition; of everything that was published."""
    keys = ("kind", "audience", "session", "paper", "committee")
    for values in Publication.objects.order_by(*keys).values_list(*keys).distinct().iterator():
        yield Publication.objects.filter(**dict(zip(keys, values, strict=True)))


def issues_of(rows: QuerySet[Publication]) -> Iterator[Issue]:
    """The issues of the editions of one thing for one audience."""
    return (issue for issue, _record in read_of(rows))


def read_of(rows: QuerySet[Publication]) -> list[tuple[Issue, Published]]:
    """The same with what each of them says."""
    editions = rows.select_related("withdrawal").defer("pdf").order_by("edition")
    read = [edition for edition in editions if not _was_stopped(edition)]
    until: datetime | None = None
    issues: list[tuple[Issue, Published]] = []
    for edition in reversed(read):
        if until is None or edition.visible_from < until:
            record = record_of(edition)
            issues.append((issue_of(edition, record, until=until), record))
            until = edition.visible_from
    return issues[::-1]


def _was_stopped(publication: Publication) -> bool:
    """Whether it was withdrawn before anybody could read it: it never was public, and is not told of."""
    withdrawal = getattr(publication, "withdrawal", None)
    return withdrawal is not None and withdrawal.withdrawn_at <= publication.visible_from


def issue_of(publication: Publication, record: Published, *, until: datetime | None = None) -> Issue:
    """The issue of a publication that is read until the next edition; not stored."""
    withdrawal = getattr(publication, "withdrawal", None)
    is_paper = isinstance(record, PaperRecord)
    return Issue(
        publication=publication,
        kind=publication.kind,
        audience=publication.audience,
        body_id=publication.body_id,
        body_key=record.body.key,
        body_name=record.body.name,
        committee_id=None if is_paper else int(record.committee.id),
        committee_name="" if is_paper else record.committee.name,
        session_id=publication.session_id,
        paper_id=publication.paper_id,
        date=record.date or timezone.localdate(publication.published_at),
        reference=record.committee.short_name if isinstance(record, DirectoryRecord) else record.reference,
        title=_title(record)[:300],
        visible_from=publication.visible_from,
        visible_until=until,
        withdrawn_at=withdrawal.withdrawn_at if withdrawal else None,
    )


def _title(record: Published) -> str:
    if isinstance(record, DirectoryRecord):
        return record.committee.name
    return record.title if isinstance(record, PaperRecord) else record.subtitle
