"""Room: minutes. The files that belong to a session, for its collection: papers of its agenda, annexes of its minutes.

For the public they are those that were published; for those inside, what the house has.
"""

from collections.abc import Iterator

from committees import uploads
from committees.models import Attachment, Paper, Session
from minutes import published_files
from minutes.documents import Embedded
from minutes.models import Issue, Publication, PublishedFile
from minutes.record import Audience
from minutes.record.announcements import PaperRecord
from minutes.record.serialise import from_bytes
from minutes.record.values import FileValue, SessionRecord


def of(session: Session, record: SessionRecord) -> tuple[Embedded, ...]:
    """The files that the audience of the record may have, in the order of the agenda, each under a name of its own."""
    if record.audience == Audience.PUBLIC:
        found = list(_published(record))
    else:
        found = list(_papers(record)) + list(_annexes(session, record))
    names: dict[str, int] = {}
    return tuple(_named(file, names) for file in found)


def _paper_ids(record: SessionRecord) -> list[str]:
    lines = (line for part in record.parts for line in part.agenda)
    return list(dict.fromkeys(paper.id for line in lines for paper in line.papers if paper.id))


def _published(record: SessionRecord) -> Iterator[Embedded]:
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
    files += [(f"Anlage {annex.number}: {annex.title}", annex.file) for annex in record.annexes if annex.file]
    contents = PublishedFile.objects.in_bulk([file.sha256 for _title, file in files])
    for title, file in files:
        yield Embedded(file.name, bytes(contents[file.sha256].content), title)


def _papers(record: SessionRecord) -> Iterator[Embedded]:
    keys = _paper_ids(record)
    papers = {str(paper.pk): paper for paper in Paper.objects.filter(pk__in=keys).prefetch_related("attachments")}
    for key in keys:
        if key in papers:
            for row in papers[key].attachments.all():
                yield from _stored(row, f"{papers[key].reference} {row.title}")


def _annexes(session: Session, record: SessionRecord) -> Iterator[Embedded]:
    titles = {annex.number: annex.title for annex in record.annexes}
    for number, row in enumerate(Attachment.objects.filter(session=session), start=1):
        if str(number) in titles:
            yield from _stored(row, f"Anlage {number}: {titles[str(number)]}")


def _stored(row: Attachment, title: str) -> Iterator[Embedded]:
    if row.file and published_files.is_there(row):
        with row.file.open("rb") as content:
            yield Embedded(uploads.file_name(row.title, row.file.name), content.read(), title)


def _named(file: Embedded, names: dict[str, int]) -> Embedded:
    """The file under a name that no other has: Plan.pdf, Plan-2.pdf."""
    count = names[file.name] = names.get(file.name, 0) + 1
    if count == 1:
        return file
    stem, dot, ending = file.name.rpartition(".")
    return Embedded(f"{stem or ending}-{count}{dot}{ending if dot else ''}", file.content, file.description)
