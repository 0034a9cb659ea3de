"""What a document says about itself, beside its blocks: for titles of windows, properties of files, heads of pages."""

import datetime
from dataclasses import dataclass

from minutes.documents.layout import Layout


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a document, for formats that word processors read.

    ``issuer`` and ``office`` are the first lines of the letterhead, ``mark`` is "Entwurf", "Überholt seit …" or empty.
    ``dated`` is the moment that the file names as its making: never the moment of writing, as the same document gives
    the same file.
    """

    title: str
    issuer: str
    dated: datetime.datetime
    subject: str = ""
    language: str = "de"
    running_head: str = ""
    office: str = ""
    mark: str = ""
    layout: Layout = Layout()

    @property
    def letterhead(self) -> tuple[str, ...]:
        """The lines of the letterhead below the issuer."""
        return tuple(filter(None, (self.office, *self.layout.sender)))
