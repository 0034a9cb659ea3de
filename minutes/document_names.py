"""Room: minutes. What kinds of documents and formats are called on pages; one that has no name here has its own."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

_KINDS = {
    "invitation": pgettext_lazy("kind of document", "invitation"),
    "agenda": pgettext_lazy("kind of document", "agenda"),
    "supplement": pgettext_lazy("kind of document", "supplement to the agenda"),
    "attendance-list": pgettext_lazy("kind of document", "attendance list to sign"),
    "minutes": pgettext_lazy("kind of document", "minutes"),
    "nonpublic": pgettext_lazy("kind of document", "non-public part of the minutes"),
    "extract": pgettext_lazy("kind of document", "extracts, one for each item that was decided on"),
    "decisions": pgettext_lazy("kind of document", "list of decisions"),
    "roll-call": pgettext_lazy("kind of document", "roll-call sheet"),
    "correction": pgettext_lazy("kind of document", "correction note"),
    "collection": pgettext_lazy("kind of document", "collection with all papers"),
}
_FORMATS = {
    "pdf": "PDF",
    "docx": "Word (DOCX)",
    "odt": "OpenDocument (ODT)",
    "txt": _("plain text"),
    "json": _("data (JSON)"),
}
_IN_A_LINE = {"extract": pgettext_lazy("kind of document", "extracts")}


def kind_label(kind: str) -> str:
    return str(_KINDS.get(kind, kind))


def short_kind_label(kind: str) -> str:
    """The name of a kind in a row of others."""
    return str(_IN_A_LINE.get(kind) or kind_label(kind))


def format_label(name: str) -> str:
    return str(_FORMATS.get(name, name.upper()))
