"""What can go wrong when a document is made, in sentences that a user can act on."""

from django.utils.translation import gettext as _


class DocumentError(Exception):
    """The document that was asked for can't be made; the message says why, in the user's language."""


class UnknownDocument(DocumentError):
    """There is no document of that kind, or not in that format."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(
            _("“%(name)s” can't be made. Choose one of: %(known)s.") % {"name": name, "known": ", ".join(known)}
        )


class ItemNotFound(DocumentError):
    """The record has no item of that number, or not for this audience. ``known`` are the labels of its items."""

    def __init__(self, number: str, known: tuple[str, ...]) -> None:
        self.number, self.known = number, known
        message = (
            _("There is no item “%(number)s” in this record. Its items are: %(known)s.")
            if known
            else _("There is no item “%(number)s” in this record: it has no items.")
        )
        super().__init__(message % {"number": number, "known": ", ".join(known)})


class AmbiguousItem(DocumentError):
    """Several items have that number. ``known`` are their labels."""

    def __init__(self, number: str, known: tuple[str, ...]) -> None:
        self.number, self.known = number, known
        super().__init__(
            _("“%(number)s” may be any of these items: %(known)s. Please name one of them.")
            % {"number": number, "known": ", ".join(known)}
        )


class NothingNonPublic(DocumentError):
    """The record has no non-public part, or not for this audience."""

    def __init__(self) -> None:
        super().__init__(_("This record has no non-public part."))


class NothingSupplemented(DocumentError):
    """The agenda was not published twice, so nothing supplements it."""

    def __init__(self) -> None:
        super().__init__(_("There is no supplement: the agenda has only one edition."))


class NothingCorrected(DocumentError):
    """The minutes have no corrections, or not for this audience."""

    def __init__(self) -> None:
        super().__init__(_("These minutes have no corrections."))


class NobodyToCall(DocumentError):
    """There was no roll call, and nobody is on the list who could be called."""

    def __init__(self) -> None:
        super().__init__(_("There is no roll call in this record, and nobody on its list who could be called."))


class ItemWanted(DocumentError):
    """A document of one item, and no item was named."""

    def __init__(self) -> None:
        super().__init__(_("An extract is of one item; say which one."))


class OnlyInside(DocumentError):
    """A document that is for the house and its members alone was asked for the public."""

    def __init__(self) -> None:
        super().__init__(_("This document is for the house and its members, not for the public."))


class FileMissing(DocumentError):
    """A file that belongs to the document is not in the storage any more."""

    def __init__(self, title: str) -> None:
        super().__init__(_("The file “%(file)s” is missing in the storage. Upload it again.") % {"file": title})


class NotPublished(DocumentError):
    """Only what was published may be given away, and nothing was."""

    def __init__(self, reference: str) -> None:
        super().__init__(_("Nothing of this kind is published of %(reference)s.") % {"reference": reference})


class PdfEngineMissing(DocumentError):
    """A system library of WeasyPrint is not installed on this machine. ``detail`` is the loader's own message."""

    def __init__(self, detail: str) -> None:
        self.detail = detail
        super().__init__(
            _(
                "PDF files can't be made because the system library Pango is missing. "
                "On Debian or Ubuntu, install it with: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
            )
        )
