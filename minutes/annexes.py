"""Room: minutes. The files of annexes in published minutes: each audience gets those of the annexes that it reads."""

from dataclasses import replace

from django.utils.translation import gettext as _

from committees.models import Attachment, Session
from minutes import published_files
from minutes.record.values import FileValue, SessionRecord


def missing(session: Session) -> list[str]:
    """A sentence for each file that is not in the storage any more."""
    rows = Attachment.objects.filter(session=session).exclude(file="")
    return [
        _("Annex “%(annex)s”: the file is missing in the storage.") % {"annex": row.title}
        for row in rows
        if not published_files.is_there(row)
    ]


def files(session: Session) -> dict[str, FileValue]:
    """The files of all annexes by the number of the annex, and named by it alone: a title may be redacted."""
    return {
        number: published_files.value_of(row, id=number, title=f"Anlage {number}")
        for number, row in _by_number(session).items()
        if published_files.is_there(row)
    }


def with_files(record: SessionRecord, found: dict[str, FileValue]) -> SessionRecord:
    """The record with the files of those annexes that it names."""
    return replace(record, annexes=tuple(replace(annex, file=found.get(annex.number)) for annex in record.annexes))


def keep(record: SessionRecord, session: Session) -> None:
    """Store the content of the files that a record names."""
    rows = _by_number(session)
    for annex in record.annexes:
        if annex.file is not None:
            published_files.keep(rows[annex.number], annex.file)


def _by_number(session: Session) -> dict[str, Attachment]:
    """The annexes that have files, by their numbers in the list of all, which is sealed with the session."""
    rows = enumerate(Attachment.objects.filter(session=session), start=1)
    return {str(number): row for number, row in rows if row.file}
