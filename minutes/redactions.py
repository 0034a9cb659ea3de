"""The redactions of a session as the plain values that its public record is cut by."""

from typing import cast

from committees.models import Session
from minutes.models import Redaction
from minutes.record.redaction import RedactionValue, TargetKind


def of_session(session: Session) -> tuple[RedactionValue, ...]:
    """All redactions of a session, for `record.redaction.redacted`, in the order in which they were made."""
    return tuple(value_of(row) for row in Redaction.objects.filter(session=session))


def value_of(row: Redaction) -> RedactionValue:
    """A stored redaction as a plain value."""
    return RedactionValue(
        kind=cast(TargetKind, row.kind),
        target=str(row.target),
        passage=row.passage,
        occurrence=row.occurrence,
        ground=row.ground_text,
    )
