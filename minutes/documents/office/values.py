"""What a document is in a word processor: paragraphs with a style, and tables of such paragraphs."""

from dataclasses import dataclass
from typing import Literal

from minutes import markup
from minutes.documents.office.pictures import Picture
from minutes.documents.office.styles import Style
from minutes.documents.tree import Line, Run

Piece = Run
"""Characters of one role of ``styles.CHARACTERS``; tabs are ``\\t``, line breaks ``\\n``."""

Rules = Literal["none", "header", "rows", "grid"]


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph. ``key`` is what links to it name, ``link`` the key of the heading that it leads to itself.

    A ``picture`` stands at its right. ``before`` and ``after`` are points above and below it where these are not what
    the style says.
    """

    style: Style
    pieces: tuple[Piece, ...] = ()
    key: str = ""
    link: str = ""
    keeps_next: bool = False
    picture: Picture | None = None
    before: float | None = None
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A cell with its paragraphs."""

    texts: tuple[Text, ...]
    span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, ``left`` mm from the margin, with columns in mm, their rows as high as they need or at least so many mm.

    ``keeps`` says that it is not torn apart, ``keeps_next`` that it stays with what follows.
    """

    rows: tuple[tuple[Field, ...], ...]
    columns: tuple[float, ...]
    header_rows: int = 0
    heads_rows: bool = False
    left: float = 0
    rules: Rules = "none"
    row_height: float = 0
    is_signed: bool = False
    keeps: bool = False
    keeps_next: bool = False


Flowed = Text | Grid


def pieces(runs: Line) -> tuple[Piece, ...]:
    """The runs as they are, but that numbers beside a result stand at the right edge."""
    found: list[Piece] = []
    for run in runs:
        if run.role == "counts" and found and not found[-1].text.strip(" "):
            found[-1] = Piece("\t")
        found.append(run)
    return tuple(found)


def spans(text: tuple[markup.Span, ...]) -> tuple[Piece, ...]:
    """The spans of a text in markup."""
    return tuple(Piece(span.text, "" if span.kind == "plain" else span.kind) for span in text)
