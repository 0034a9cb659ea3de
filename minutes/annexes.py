"""Room: minutes. The files of annexes in published minutes: each audience gets those of the annexes that it reads."""

from dataclasses import replace

from django.utils.translation import gettext as _

from committees.models import Attachment, Session
from minutes import published_files
from minutes.record.values import AnnexValue, SessionRecord


def missing(session: Session) -> list[str]:
    """A sentence for each file that is not in the storage any more."""
    rows = Attachment.objects.filter(session=session).exclude(file="")
    return [
        _("Annex “%(annex)s”: the file is missing in the storage.") % {"annex": row.title}
        for row in rows
        if not published_files.is_there(row)
    ]


def with_files(record: SessionRecord, session: Session) -> SessionRecord:
    """The record with the files of its annexes, which are named by number alone: a title may be redacted."""
    files = _by_number(session)
    if not files:
        return record

    def named(annex: AnnexValue) -> AnnexValue:
        row = files.get(annex.number)
        if row is None or not published_files.is_there(row):
            return annex
        return replace(annex, file=published_files.value_of(row, id=annex.number, title=f"Anlage {annex.number}"))

    return replace(record, annexes=tuple(map(named, record.annexes)))


def keep(record: SessionRecord, session: Session) -> None:
    """Store the content of the files that a record names."""
    files = _by_number(session)
    for annex in record.annexes:
        if annex.file is not None:
            published_files.keep(files[annex.number], annex.file)


def _by_number(session: Session) -> dict[str, Attachment]:
    """The annexes that have files, by their numbers in the list of all, which is sealed with the session."""
    rows = enumerate(Attachment.objects.filter(session=session), start=1)
    return {str(number): row for number, row in rows if row.file}
