"""A document as OpenDocument text (ODT, ISO/IEC 26300), for LibreOffice and other offices."""

import re

from minutes.documents.document import Document
from minutes.documents.office import odt_parts, odt_styles, pictures, styles
from minutes.documents.office.flow import flow
from minutes.documents.office.odt_styles import HAIRLINE, NAMESPACES, VERSION, mm, points, style_key
from minutes.documents.office.styles import CHARACTERS, Sheet, resolved
from minutes.documents.office.values import Field, Flowed, Grid, Text
from minutes.documents.office.xml import DECLARATION, Attributes, element, escaped
from minutes.documents.packing import pack

MEDIA_TYPE = odt_parts.MIMETYPE

_CHARACTERS = {"\t": element("text:tab"), "\n": element("text:line-break")}
_SPACES = re.compile(" ( +)")


def write(document: Document) -> bytes:
    """The file; equal documents give equal bytes."""
    flowed = list(flow(document))
    body = _Body(flowed)
    text = element("office:text", None, *body.blocks(flowed))
    content = element(
        "office:document-content",
        NAMESPACES | VERSION,
        odt_styles.font_faces(),
        element("office:automatic-styles", None, *body.automatic),
        element("office:body", None, text),
    )
    logo = pictures.fitted(document.layout.logo)
    return pack(
        {
            "content.xml": DECLARATION + content,
            "styles.xml": odt_parts.style_sheet(body.sheet, document),
            "meta.xml": odt_parts.meta(document),
            "settings.xml": odt_parts.settings(),
            **({logo.path: logo.content} if logo else {}),
            "META-INF/manifest.xml": odt_parts.manifest(logo),
        },
        first={"mimetype": odt_parts.MIMETYPE},
    )


class _Body:
    """The blocks as XML; keeps the styles that were used, named and automatic, and where links lead."""

    def __init__(self, flowed: list[Flowed]) -> None:
        self.sheet = Sheet(styles.TEXT, styles.RUNNING, styles.PAGE_NUMBER, styles.FOOT, *styles.HEADINGS.values())
        keys = (one.key for one in flowed if isinstance(one, Text) and one.key)
        self.places = {key: f"Gremia_{number}" for number, key in enumerate(dict.fromkeys(keys), start=1)}
        self.opened: set[str] = set()
        self.automatic: list[str] = []
        self._made: dict[str, str] = {}
        self.tables = 0

    def blocks(self, flowed: list[Flowed]) -> list[str]:
        """The blocks in order, entries of lists inside of lists."""
        found: list[str] = []
        depth = -1
        for one in flowed:
            wanted = resolved(one.style).list_depth if isinstance(one, Text) else None
            found.append(_between(depth, -1 if wanted is None else wanted))
            depth = -1 if wanted is None else wanted
            found.append(self.text(one) if isinstance(one, Text) else self.grid(one))
        found.append(_between(depth, -1))
        return found

    def text(self, text: Text, *, keeps_next: bool = False) -> str:
        attributes: dict[str, str | float | None] = {"text:style-name": self._style(text, keeps_next=keeps_next)}
        if text.style.level:
            attributes["text:outline-level"] = text.style.level
        runs = "".join(_run(piece.text, piece.role) for piece in text.pieces if piece.text)
        if text.picture:
            runs = pictures.frame(text.picture, self._automatic("graphic", pictures.FRAME_PROPERTIES)) + runs
        if text.link in self.places:
            runs = element("text:a", odt_styles.link(self.places[text.link]), runs)
        if text.key and text.key not in self.opened:
            self.opened.add(text.key)
            name = {"text:name": self.places[text.key]}
            runs = element("text:bookmark-start", name) + runs + element("text:bookmark-end", name)
        return element("text:h" if text.style.level else "text:p", attributes, runs)

    def grid(self, grid: Grid) -> str:
        self.tables += 1
        properties = {
            "style:width": mm(sum(grid.columns)),
            "fo:margin-left": mm(grid.left),
            "fo:margin-bottom": points(5),
            "table:align": "left",
            "style:may-break-between-rows": "false" if grid.keeps else "true",
            "fo:keep-with-next": "always" if grid.keeps_next else "auto",
        }
        rows = [self._row(grid, number) for number in range(len(grid.rows))]
        header = element("table:table-header-rows", None, *rows[: grid.header_rows]) if grid.header_rows else ""
        return element(
            "table:table",
            {"table:name": f"Table{self.tables}", "table:style-name": self._automatic("table", properties)},
            *(self._column(width) for width in grid.columns),
            header,
            *rows[grid.header_rows :],
        )

    def _column(self, width: float) -> str:
        style = self._automatic("table-column", {"style:column-width": mm(width)})
        return element("table:table-column", {"table:style-name": style})

    def _row(self, grid: Grid, number: int) -> str:
        is_header = number < grid.header_rows
        properties: dict[str, str] = {"fo:keep-together": "always"}
        if grid.row_height and not is_header:
            properties["style:min-row-height"] = mm(grid.row_height)
        style = self._automatic("table-row", properties)
        cells, at = [], 0
        for field in grid.rows[number]:
            cells.append(self._cell(grid, field, at, is_header=is_header))
            at += field.span
        return element("table:table-row", {"table:style-name": style}, *cells)

    def _cell(self, grid: Grid, field: Field, at: int, *, is_header: bool) -> str:
        """The cell that begins at a column."""
        is_boxed, is_last = grid.rules == "grid" and at > 0, at + field.span == len(grid.columns)
        properties = {
            "fo:padding-top": points(2),
            "fo:padding-bottom": points(1),
            "fo:padding-left": mm(1.5 if is_boxed else 0),
            "fo:padding-right": mm(0 if is_last and grid.rules != "grid" else 2),
        }
        if grid.rules in ("rows", "grid") or (is_header and grid.rules == "header"):
            properties["fo:border-bottom"] = HAIRLINE
        if is_boxed:
            properties["fo:border-left"] = HAIRLINE
        attributes: dict[str, str | float | None] = {
            "table:style-name": self._automatic("table-cell", properties),
            "office:value-type": "string",
        }
        if field.span > 1:
            attributes |= {"table:number-columns-spanned": field.span, "table:number-rows-spanned": 1}
        texts = (self.text(text, keeps_next=grid.keeps) for text in field.texts)
        covered = element("table:covered-table-cell") * (field.span - 1)
        return element("table:table-cell", attributes, *texts) + covered

    def _style(self, text: Text, *, keeps_next: bool) -> str:
        """The named style of a paragraph, or one made for it alone where it differs."""
        name = style_key(self.sheet.name(text.style))
        properties: dict[str, str] = {}
        if keeps_next or text.keeps_next:
            properties["fo:keep-with-next"] = "always"
        if text.before is not None or text.after is not None:
            properties |= odt_styles.space(resolved(text.style), text.before, text.after)
        whole = resolved(text.style)
        if whole.list_depth is not None:
            # In a list LibreOffice takes the indents of the list's levels, unless the paragraph has its own.
            properties |= odt_styles.indent(whole)
        return self._automatic("paragraph", properties, parent=name) if properties else name

    def _automatic(self, family: str, properties: Attributes, parent: str | None = None) -> str:
        """The name of an automatic style, the same for the same properties."""
        inner = element(f"style:{family}-properties", properties)
        written = f"{family}{parent}{inner}"
        if written not in self._made:
            name = f"{family}{len(self._made) + 1}"
            self._made[written] = name
            attributes = {"style:name": name, "style:family": family, "style:parent-style-name": parent}
            self.automatic.append(element("style:style", attributes, inner))
        return self._made[written]


def _between(depth: int, wanted: int) -> str:
    """What closes and opens lists between a paragraph of one depth and the next; -1 is outside of a list."""
    closed = "</text:list-item></text:list>" * (depth - wanted)
    opened = odt_styles.LIST_START * (wanted - depth)
    return closed + ("</text:list-item><text:list-item>" if 0 <= wanted <= depth else "") + opened


def _run(text: str, role: str) -> str:
    style = CHARACTERS.get(role)
    characters = "".join(_characters(part) for part in styles.CONTROLS.split(text))
    return element("text:span", {"text:style-name": style_key(style.name)}, characters) if style else characters


def _characters(part: str) -> str:
    """The characters; of several spaces all but the first are counted, or they would be one."""
    return _CHARACTERS.get(part) or _SPACES.sub(
        lambda spaces: " " + element("text:s", {"text:c": len(spaces[1])}), escaped(part)
    )
