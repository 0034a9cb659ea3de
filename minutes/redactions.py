"""The redactions of a session as the plain values that its public record is cut by."""

from typing import cast

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees.models import Session
from minutes.models import Redaction
from minutes.record.redaction import (
    EmptyPassage,
    OccurrenceMissing,
    PassageNotFound,
    RedactionError,
    RedactionOverlap,
    RedactionValue,
    TargetKind,
)


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


def refusal_sentence(error: RedactionError) -> str:
    """Why a redaction can't be done, for whoever made it."""
    if isinstance(error, EmptyPassage):
        return _("Name the passage that is to be removed.")
    if isinstance(error, OccurrenceMissing):
        sentence = ngettext(
            "The passage stands there only once.", "The passage stands there only %(count)d times.", error.found
        )
        return sentence % {"count": error.found}
    if isinstance(error, RedactionOverlap):
        return _("This overlaps the redaction “%(passage)s”.") % {"passage": error.other.passage}
    if not isinstance(error, PassageNotFound):
        return _("The text is not in the public minutes any more.")
    if error.spans_paragraphs:
        return _("The passage goes over several paragraphs, list entries or cells. Please redact each by itself.")
    if len(" ".join(error.redaction.passage.split())) > error.longest:
        return _("The passage is longer than the text. Enter the words alone that are to be removed.")
    return _("The passage is not in this text. It has to stand there letter for letter; white space does not matter.")
