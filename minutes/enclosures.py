"""Room: minutes. The files that belong to a session, for its collection: papers of its agenda, annexes of its minutes.

For the public they are those that were published; for those inside, what the house has.
"""

from collections.abc import Iterator

from committees import uploads
from committees.models import Attachment, Paper, Session
from committees.permissions import Visitor, may_read_attachment
from minutes import published_files
from minutes.documents import Embedded, FileMissing
from minutes.models import Issue, Publication, PublishedFile
from minutes.record import Audience
from minutes.record.announcements import PaperRecord
from minutes.record.serialise import from_bytes
from minutes.record.values import FileValue, SessionRecord


def of(session: Session, record: SessionRecord, *, reader: Visitor | None = None) -> tuple[Embedded, ...]:
    """The files that the audience of the record may have, in the order of the agenda.

    Of those of the house each reader gets what he or she may read; ``None`` stands for whoever runs the server. Raises
    FileMissing.
    """
    if record.audience == Audience.PUBLIC:
        return (*_published_papers(record), *_published_annexes(record))
    papers, annexes = list(_papers(record)), list(_annexes(session, record))
    if reader is not None:
        annexes = [(row, title) for row, title in annexes if may_read_attachment(reader, row)]
        if not all(may_read_attachment(reader, row) for row, _title in papers):
            return (*_published_papers(record), *(_stored(*annex) for annex in annexes))
    return tuple(_stored(*file) for file in (*papers, *annexes))


def _paper_ids(record: SessionRecord) -> list[str]:
    lines = (line for part in record.parts for line in part.agenda)
    return list(dict.fromkeys(paper.id for line in lines for paper in line.papers if paper.id))


def _published_papers(record: SessionRecord) -> Iterator[Embedded]:
    issues = Issue.objects.current().filter(
        kind=Publication.Kind.PAPER, audience=Audience.PUBLIC, publication__paper__in=_paper_ids(record)
    )
    papers = {
        str(issue.publication.paper_id): from_bytes(issue.publication.record.encode(), PaperRecord)
        for issue in issues.select_related("publication")
    }
    files: list[tuple[str, FileValue]] = []
    for key in _paper_ids(record):
        if key in papers:
            files += [(f"{papers[key].reference} {file.title}", file) for file in papers[key].files]
    yield from _published(files)


def _published_annexes(record: SessionRecord) -> Iterator[Embedded]:
    yield from _published([(f"Anlage {row.number}: {row.title}", row.file) for row in record.annexes if row.file])


def _published(files: list[tuple[str, FileValue]]) -> Iterator[Embedded]:
    contents = PublishedFile.objects.in_bulk([file.sha256 for _title, file in files])
    for title, file in files:
        yield Embedded(file.name, bytes(contents[file.sha256].content), title)


def _papers(record: SessionRecord) -> Iterator[tuple[Attachment, str]]:
    keys = _paper_ids(record)
    papers = {
        str(paper.pk): paper for paper in Paper.objects.filter(pk__in=keys).prefetch_related("attachments__session")
    }
    for key in keys:
        if key in papers:
            for row in papers[key].attachments.all():
                if row.file:
                    yield row, f"{papers[key].reference} {row.title}"


def _annexes(session: Session, record: SessionRecord) -> Iterator[tuple[Attachment, str]]:
    titles = {annex.number: annex.title for annex in record.annexes}
    for number, row in enumerate(Attachment.objects.filter(session=session).select_related("session"), start=1):
        if row.file and str(number) in titles:
            yield row, f"Anlage {number}: {titles[str(number)]}"


def _stored(row: Attachment, title: str) -> Embedded:
    if not published_files.is_there(row):
        raise FileMissing(title)
    with row.file.open("rb") as content:
        return Embedded(uploads.file_name(row.title, row.file.name), content.read(), title)
