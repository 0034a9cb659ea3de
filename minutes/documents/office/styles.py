"""The styles of a word processor's document, named after the roles of the tree: one sheet for DOCX and ODT.

Measures are those of the stylesheets in ``assets``: points for type and the space around it, millimetres across.
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from minutes.documents.tree import Heading

CONTROLS = re.compile("([\t\n])")
"""What parts a run: tabs and line breaks are elements of their own."""

PAGE = (210.0, 297.0)
TOP, RIGHT, BOTTOM, LEFT = 27.0, 24.0, 26.0, 25.0
HEADER, FOOTER = 13.0, 12.0
"""From the edge of the paper to running head and page number."""
WIDTH = PAGE[0] - LEFT - RIGHT
INDENT, LIST_INDENT = 19.0, 7.0
LINE, SMALL_LINE, ISSUER_LINE, AFTER = 15.0, 13.0, 16.0, 7.0
"""Points from line to line, and below a paragraph."""
NARROWEST = 10.0
"""A column of a table narrower than this is no column."""

SERIF, SANS = "Source Serif 4", "Source Sans 3"
SUBSTITUTES = {SERIF: ("Cambria", "Liberation Serif"), SANS: ("Calibri", "Liberation Sans")}
"""What a machine without our fonts takes: Word the first, LibreOffice the second."""


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop, in mm from the left margin."""

    at: float
    side: Literal["left", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Style:
    """How paragraphs of a role look. What is None is as in the ``basis``.

    ``line`` is the least distance of two lines, ``hanging`` how far the first line stands out to the left of ``left``.
    ``level`` is that of a heading, 0 for other text; ``list_depth`` says that each paragraph is an entry of a list,
    ``accented`` that it has the colour of the house.
    """

    name: str
    basis: "Style | None" = None
    font: str | None = None
    size: float | None = None
    line: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    letter_spacing: float | None = None
    before: float | None = None
    after: float | None = None
    left: float | None = None
    hanging: float | None = None
    tabs: tuple[Tab, ...] | None = None
    align: Literal["left", "right"] | None = None
    rule: Literal["above", "below"] | None = None
    keeps_next: bool | None = None
    hyphenates: bool | None = None
    list_depth: int | None = None
    accented: bool | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """How runs of a role look."""

    name: str
    font: str | None = None
    size: float | None = None
    bold: bool | None = None
    letter_spacing: float | None = None
    framed: bool = False


CHARACTERS = {
    "bold": CharacterStyle("Strong", bold=True),
    "speaker": CharacterStyle("Gremia Speaker", bold=True),
    "label": CharacterStyle("Gremia Label", font=SANS, size=9.5),
    "resolution-label": CharacterStyle("Gremia Resolution Label", font=SANS, size=9.5, bold=True),
    "beside": CharacterStyle("Gremia Beside", bold=False),
    "counts": CharacterStyle("Gremia Counts", font=SANS, size=8.5),
    "hash": CharacterStyle("Gremia Hash", font=SANS, size=8.5),
    "letter-spaced": CharacterStyle("Gremia Letter-spaced", letter_spacing=2),
    "small": CharacterStyle("Gremia Small Words", font=SANS, size=8.5),
    "redacted": CharacterStyle("Gremia Redacted", font=SANS, size=9, framed=True),
    "mark": CharacterStyle("Gremia Mark", font=SANS, size=9.5, bold=True, letter_spacing=0.4, framed=True),
}

TEXT = Style("Normal", font=SERIF, size=10.5, line=LINE, before=0, after=AFTER, left=0, hanging=0, hyphenates=True)
SMALL = Style("Gremia Small", TEXT, font=SANS, size=9.5, line=SMALL_LINE, after=2)
_HEADING = Style("Heading 1", TEXT, font=SANS, size=9.5, line=13, bold=True, keeps_next=True, hyphenates=False, level=1)
HEADINGS = {
    1: replace(_HEADING, font=SERIF, size=19, line=23, letter_spacing=1, after=4, accented=True),
    2: replace(_HEADING, name="Heading 2", size=12.5, line=16, before=20, after=6, level=2),
    3: replace(_HEADING, name="Heading 3", before=10, after=2, level=3),
    4: replace(_HEADING, name="Heading 4", before=8, after=3, level=4),
    5: replace(_HEADING, name="Heading 5", before=8, after=3, level=5),
}
_HEADING_ROLES = {
    "part": {"size": 13, "line": 17, "before": 26, "after": 0, "accented": True},
    "item-heading": {
        "size": 11,
        "line": 15,
        "before": 18,
        "after": 5,
        "left": INDENT,
        "hanging": INDENT,
        "tabs": (Tab(INDENT), Tab(WIDTH, "right")),
    },
    "agenda-part": {"size": 9.5, "line": 13, "before": 10, "after": 4},
    "subject": {"font": SANS, "size": 12.5, "line": 17, "letter_spacing": 0, "after": 12},
}

INDENTS = {"item-body": INDENT, "called": INDENT}
"""How far the text of a group is moved to the right, so that the number of its heading stands alone."""
SPACE_BEFORE = {
    "opening": 16.0,
    "closing": 12.0,
    "decision": 8.0,
    "correction": 22.0,
    "annexes": 30.0,
    "assumptions": 30.0,
    "proof": 30.0,
    "certification": 30.0,
    "letter-end": 18.0,
}
"""Points above a group, where that is more than its first paragraph has."""

PARAGRAPHS = {
    "": TEXT,
    "session": Style("Gremia Session", TEXT, size=11.5, line=16, after=20, hyphenates=False),
    "fact": Style("Gremia Fact", TEXT, after=2, left=48, hanging=48, tabs=(Tab(48),)),
    "status": replace(SMALL, name="Gremia Status", basis=SMALL),
    "rapporteur": Style("Gremia Rapporteur", SMALL, after=5, keeps_next=True),
    "movement": Style("Gremia Movement", TEXT, italic=True),
    "note": Style("Gremia Note", SMALL, size=9),
    "letter-date": Style("Gremia Date", TEXT, after=22, align="right"),
    "appointment": Style("Gremia Appointment", TEXT, bold=True, left=INDENT),
    "to-fill": Style("Gremia To Fill", TEXT, after=10, rule="below"),
    "label": Style("Gremia Label Line", SMALL, bold=True, after=1, keeps_next=True),
    "part-closing": Style("Gremia Part Closing", TEXT, before=14),
}
_WITHIN = {
    "decision": Style("Gremia Resolution", TEXT),
    "annexes": Style("Gremia Annexes", SMALL),
    "assumptions": Style("Gremia Assumptions", SMALL),
    "proof": Style("Gremia Proof", SMALL, size=8.5, line=12, after=1),
}

ISSUER = Style("Gremia Issuer", TEXT, font=SANS, size=12, line=ISSUER_LINE, bold=True, after=0, hyphenates=False)
OFFICE = Style("Gremia Office", SMALL, after=0, hyphenates=False)
MARK_BEFORE = 14.0
MARK = Style("Gremia Mark Line", TEXT, before=MARK_BEFORE, after=0, align="right", keeps_next=True)
TITLE_GAP, MARK_GAP = 34.0, 6.0
"""Points between letterhead and title, and at least below the mark."""
RUNNING = Style("Header", SMALL, size=8.5, line=11, after=0, tabs=(Tab(WIDTH, "right"),), hyphenates=False)
FOOT = Style("Gremia Foot", SMALL, size=7.5, line=10, after=0, hyphenates=False)
PAGE_NUMBER = Style("Footer", SMALL, size=8.5, line=11, after=0, tabs=(Tab(WIDTH, "right"),), hyphenates=False)

LETTERHEAD_HEIGHT, ADDRESS_HEIGHT = 22.0, 38.0
"""From the top margin to the address field of a letter, and the height of that (DIN 5008, form B)."""

ENTRY = Style("Gremia Entry", TEXT, after=1, left=9, hanging=4, hyphenates=False, list_depth=0)
BESIDE = Style("Gremia Entry with Remark", ENTRY, left=94, hanging=89, tabs=(Tab(94),))
ENTRIES = {
    "changes": Style("Gremia Change", ENTRY, left=5, hanging=5),
    "annex-list": Style("Gremia Annex", ENTRY, font=SANS, size=9.5, line=13, left=5, hanging=5),
}
LONGEST_BESIDE = 46
"""Characters of an entry that fit before the remark beside it."""

CELL = Style("Gremia Cell", TEXT, after=0)
COMPACT_CELL = Style("Gremia Compact Cell", CELL, size=9.5, line=13)
COLUMN_HEADING = Style("Gremia Column Heading", CELL, font=SANS, size=8.5, line=12, keeps_next=True, hyphenates=False)
ROW_HEADING = Style("Gremia Row Heading", CELL, font=SANS, size=9.5, hyphenates=False)

LIST = tuple(
    Style(
        "List" if depth == 0 else f"List {depth + 1}",
        TEXT,
        after=2,
        left=LIST_INDENT * (depth + 1),
        hanging=LIST_INDENT,
        tabs=(Tab(LIST_INDENT * (depth + 1)),),
        list_depth=depth,
    )
    for depth in range(4)
)

ON_LINE = Style("Gremia Signature", TEXT, before=30, after=2, keeps_next=True)
SIGNER = Style("Gremia Signatory", TEXT, after=0, rule="above", hyphenates=False, keeps_next=True)
SIGNER_ROLE = Style("Gremia Signatory Role", SMALL, after=0, keeps_next=True)
SIGNER_NOTE = Style("Gremia Signatory Note", TEXT, size=9.5, line=13, italic=True, after=0, keeps_next=True)
SIGNATURE_WIDTH, SIGNATURE_GAP = 62.0, 16.0


def heading_style(heading: Heading) -> Style:
    """The style of a heading: that of its level, or one after its role that is based on it."""
    level = min(max(heading.level, 1), 5)
    style = HEADINGS[level]
    if heading.role:
        look = _HEADING_ROLES.get(heading.role, {})
        style = Style(f"Gremia {titled(heading.role)} {level}", style, level=level, **look)  # type: ignore[arg-type]
    if heading.beside and not style.tabs:
        style = Style(f"{style.name} Beside", style, level=level, tabs=(Tab(WIDTH, "right"),))
    return style


def paragraph_style(role: str, *, within: str = "") -> Style:
    """The style of a role, or of plain text in a group; one that nobody has a look for is text under its own name."""
    if not role:
        return _WITHIN.get(within, TEXT)
    return PARAGRAPHS.get(role) or Style(f"Gremia {titled(role)}", TEXT)


def indented(style: Style, by: float) -> Style:
    """The same style further to the right, under a name of its own."""
    whole = resolved(style)
    if not by or (whole.level and whole.hanging):
        return style
    tabs = tuple(Tab(tab.at + by, tab.side) for tab in whole.tabs) if whole.tabs else None
    left = (whole.left or 0) + by
    return Style(f"{style.name} Indented", style, left=left, tabs=tabs, list_depth=whole.list_depth, level=style.level)


def resolved(style: Style) -> Style:
    """The style with all that it takes from its basis."""
    if style.basis is None:
        return style
    below = resolved(style.basis)
    values = {field: getattr(style, field) for field in Style.__slots__ if field not in ("name", "basis", "level")}
    return replace(below, name=style.name, level=style.level, **{k: v for k, v in values.items() if v is not None})


def titled(role: str) -> str:
    """``roll-call`` → ``Roll Call``"""
    return role.replace("-", " ").title()


class Sheet:
    """The styles that a document uses, each under one name, bases before what is based on them."""

    def __init__(self, *styles: Style) -> None:
        self._names: dict[Style, str] = {}
        self.styles: dict[str, Style] = {}
        for style in styles:
            self.name(style)

    def name(self, style: Style) -> str:
        """The name of a style in this document; the second of the same name gets a number."""
        if style not in self._names:
            if style.basis:
                self.name(style.basis)
            name, number = style.name, 1
            while name in self.styles:
                number += 1
                name = f"{style.name} ({number})"
            self._names[style] = name
            self.styles[name] = style
        return self._names[style]
