"""The kinds of documents: one module each says what it shows of a record, and under which name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from minutes.documents.document import Document, DocumentRecord
from minutes.documents.errors import UnknownDocument
from minutes.documents.kinds.agenda import agenda, supplement
from minutes.documents.kinds.attendance_list import attendance_list
from minutes.documents.kinds.collection import collection
from minutes.documents.kinds.correction import correction
from minutes.documents.kinds.decisions import decisions
from minutes.documents.kinds.extract import extract
from minutes.documents.kinds.invitation import invitation
from minutes.documents.kinds.minutes import minutes, nonpublic
from minutes.documents.kinds.roll_calls import roll_call

Source = Literal["minutes", "draft", "agenda", "invitation"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    ``compose`` makes the document of a record, ``takes`` names the further arguments that it needs: "item" (an agenda
    item's number), "before" (the agenda that a supplement changes), "attachments". ``source`` says which record it
    shows: the minutes, the minutes as they stand in work, the agenda, or the invitation.
    """

    compose: Callable[..., Document]
    source: Source = "minutes"
    takes: frozenset[str] = frozenset()
    needs_item: bool = False
    """Whether there is such a document of an agenda item alone."""


KINDS = {
    "invitation": Kind(invitation, "invitation", frozenset({"is_draft"})),
    "agenda": Kind(agenda, "agenda", frozenset({"is_draft"})),
    "supplement": Kind(supplement, "agenda", frozenset({"before", "is_draft"})),
    "attendance-list": Kind(attendance_list, "draft"),
    "minutes": Kind(minutes),
    "nonpublic": Kind(nonpublic),
    "extract": Kind(extract, takes=frozenset({"item"}), needs_item=True),
    "decisions": Kind(decisions),
    "roll-call": Kind(roll_call, takes=frozenset({"item"})),
    "correction": Kind(correction),
    "collection": Kind(collection, takes=frozenset({"attachments"})),
}


def compose(record: DocumentRecord, *, document: str, **given: Any) -> Document:
    """The document of a kind of ``KINDS``; what is given and the kind does not take is left aside.

    Raises UnknownDocument, and what the kind raises: ItemNotFound, AmbiguousItem, NothingNonPublic, …
    """
    if document not in KINDS:
        raise UnknownDocument(document, tuple(KINDS))
    kind = KINDS[document]
    return kind.compose(record, **{name: value for name, value in given.items() if name in kind.takes})
