"""A document as Word's DOCX (Office Open XML, ECMA-376), to work on in an office."""

from minutes.documents.document import Document
from minutes.documents.office import docx_parts, docx_styles, pictures, styles
from minutes.documents.office.docx_styles import NAMESPACES, twips, w
from minutes.documents.office.flow import flow
from minutes.documents.office.styles import CHARACTERS, Sheet
from minutes.documents.office.values import Field, Flowed, Grid, Text
from minutes.documents.office.xml import DECLARATION, element, escaped
from minutes.documents.packing import pack

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_HAIRLINE: dict[str, str | float | None] = {"val": "single", "sz": 4, "space": 0, "color": "auto"}
_RULED_SIDES = {
    "none": (),
    "header": (),
    "rows": ("bottom", "insideH"),
    "grid": ("bottom", "insideH", "insideV"),
}
_CHARACTERS = {"\t": w("tab"), "\n": w("br")}


def write(document: Document) -> bytes:
    """The file; equal documents give equal bytes."""
    flowed = list(flow(document))
    body = _Body(flowed)
    text = element("w:document", NAMESPACES, w("body", *map(body.block, flowed), docx_parts.section()))
    logo = pictures.fitted(document.layout.logo)
    return pack(
        {
            "[Content_Types].xml": docx_parts.content_types(),
            "_rels/.rels": docx_parts.PACKAGE_RELATIONS,
            "docProps/core.xml": docx_parts.core_properties(document),
            "docProps/app.xml": docx_parts.APPLICATION,
            "word/_rels/document.xml.rels": docx_parts.document_relations(logo),
            "word/document.xml": DECLARATION + text,
            "word/styles.xml": docx_styles.style_sheet(body.sheet, document),
            "word/numbering.xml": docx_styles.numbering(),
            "word/fontTable.xml": docx_styles.font_table(),
            "word/settings.xml": docx_parts.settings(document),
            "word/header1.xml": docx_parts.first_header(),
            "word/header2.xml": docx_parts.header(document),
            "word/footer1.xml": docx_parts.footer(),
            "word/footer2.xml": docx_parts.footer(document.layout.footer if document.is_letter else ()),
            **({f"word/{name}": content for name, content in pictures.parts(logo).items()} if logo else {}),
        }
    )


class _Body:
    """The blocks as XML; keeps the styles that were used, and where links lead."""

    def __init__(self, flowed: list[Flowed]) -> None:
        self.sheet = Sheet(styles.TEXT, styles.RUNNING, styles.PAGE_NUMBER, styles.FOOT, *styles.HEADINGS.values())
        keys = (one.key for one in flowed if isinstance(one, Text) and one.key)
        self.places = {key: number for number, key in enumerate(dict.fromkeys(keys), start=1)}
        self.opened: set[str] = set()

    def block(self, one: Flowed) -> str:
        return self.text(one) if isinstance(one, Text) else self.grid(one)

    def text(self, text: Text, *, keeps_next: bool = False) -> str:
        properties = w(
            "pPr",
            w("pStyle", val=docx_styles.style_id(self.sheet.name(text.style))),
            w("keepNext") if keeps_next or text.keeps_next else "",
            docx_styles.space(text.before, text.after),
        )
        runs = "".join(_run(piece.text, piece.role) for piece in text.pieces if piece.text)
        if text.picture:
            runs = w("r", pictures.drawing(text.picture)) + runs
        if text.link in self.places:
            runs = w("hyperlink", runs, anchor=_bookmark(self.places[text.link]), history=1)
        if text.key and text.key not in self.opened:
            self.opened.add(text.key)
            place = self.places[text.key]
            runs = w("bookmarkStart", id=place, name=_bookmark(place)) + runs + w("bookmarkEnd", id=place)
        return w("p", properties, runs)

    def grid(self, grid: Grid) -> str:
        borders = "".join(w(side, **_HAIRLINE) for side in _RULED_SIDES[grid.rules])
        properties = w(
            "tblPr",
            w("tblStyle", val=docx_styles.TABLE_STYLE),
            w("tblW", w=twips(sum(grid.columns)), type="dxa"),
            w("tblInd", w=twips(grid.left), type="dxa"),
            w("tblBorders", borders) if borders else "",
            w("tblLayout", type="fixed"),
            w(
                "tblLook",
                val="0000",
                firstRow=int(bool(grid.header_rows)),
                lastRow=0,
                firstColumn=int(grid.heads_rows),
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
        )
        columns = w("tblGrid", *(w("gridCol", w=twips(width)) for width in grid.columns))
        return w("tbl", properties, columns, *(self._row(grid, number) for number in range(len(grid.rows))))

    def _row(self, grid: Grid, number: int) -> str:
        is_header, is_last = number < grid.header_rows, number == len(grid.rows) - 1
        keeps_next = is_header or (grid.keeps and not is_last) or (grid.keeps_next and is_last)
        properties = w(
            "trPr",
            w("cantSplit"),
            w("trHeight", val=twips(grid.row_height), hRule="atLeast") if grid.row_height and not is_header else "",
            w("tblHeader") if is_header else "",
        )
        cells, at = [], 0
        for field in grid.rows[number]:
            width = sum(grid.columns[at : at + field.span])
            margins = _margins(grid, at, at + field.span, is_last=is_last)
            ruled = is_header and grid.rules == "header"
            cells.append(self._cell(field, width, margins, ruled=ruled, keeps_next=keeps_next))
            at += field.span
        return w("tr", properties, *cells)

    def _cell(self, field: Field, width: float, margins: str, *, ruled: bool, keeps_next: bool) -> str:
        properties = w(
            "tcPr",
            w("tcW", w=twips(width), type="dxa"),
            w("gridSpan", val=field.span) if field.span > 1 else "",
            w("tcBorders", w("bottom", **_HAIRLINE)) if ruled else "",
            margins,
        )
        return w("tc", properties, *(self.text(text, keeps_next=keeps_next) for text in field.texts))


def _run(text: str, role: str) -> str:
    style = CHARACTERS.get(role)
    properties = w("rPr", w("rStyle", val=docx_styles.style_id(style.name))) if style else ""
    return w("r", properties, *(_characters(part) for part in styles.CONTROLS.split(text) if part))


def _characters(part: str) -> str:
    return _CHARACTERS.get(part) or element("w:t", {"xml:space": "preserve"}, escaped(part))


def _bookmark(place: int) -> str:
    return f"Gremia_{place}"


def _margins(grid: Grid, first: int, last: int, *, is_last: bool) -> str:
    """The space in a cell: none at the outer edges, so that text stands above text; some below the table."""
    is_boxed = grid.rules == "grid"
    sides = {
        "left": twips(1.5) if is_boxed and first else 0,
        "bottom": 100 if is_last and not is_boxed else 20,
        "right": 0 if last == len(grid.columns) and not is_boxed else twips(2),
    }
    return w("tcMar", *(w(side, w=width, type="dxa") for side, width in sides.items()))
