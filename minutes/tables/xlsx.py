"""Room: minutes, tables. The smallest workbook that says what has to be said (ECMA-376), written while it is read.

Texts are typed as texts, so none of them is ever a formula. The same rows give the same bytes.
"""

import datetime
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import IO, cast

from minutes.documents.office.xml import DECLARATION, escaped
from minutes.documents.packing import entry
from minutes.streams import Pieces

ROWS_OF_A_SHEET = 1_048_576
"""What spreadsheets take, the line of headings included; further rows go to further sheets."""
LONGEST = 32_767
"""UTF-16 units of the text of a cell; what is longer, spreadsheets refuse to open."""
_DAY_ZERO = datetime.date(1899, 12, 30)
_HEADING, _DAY, _TEXT = 1, 2, 3
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

# Whatever is no other part is a sheet, so that how many there are need not be known before the first is written.
_TYPES = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Default Extension="xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
)
_ROOT = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}">'
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Standard" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)

Cell = str | int | datetime.date | None


def write(headings: Sequence[str], widths: Sequence[int], rows: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """The pieces of a workbook; each sheet begins with the headings, which stay in sight.

    No text may be longer than `LONGEST`.
    """
    pieces = Pieces()
    archive = zipfile.ZipFile(cast(IO[bytes], pieces), "w", zipfile.ZIP_DEFLATED)
    for name, text in {"[Content_Types].xml": _TYPES, "_rels/.rels": _ROOT, "xl/styles.xml": _STYLES}.items():
        archive.writestr(entry(name), DECLARATION + text, zipfile.ZIP_DEFLATED)
    left, sheets = iter(rows), 0
    while sheets == 0 or (more := next(left, None)) is not None:
        if sheets:
            left = chain([more], left)
        sheets += 1
        info = entry(f"xl/worksheets/sheet{sheets}.xml")
        info.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(info, "w", force_zip64=True) as sheet:
            sheet.write(_head(headings, widths, is_first=sheets == 1).encode())
            for number, row in enumerate(islice(left, ROWS_OF_A_SHEET - 1), start=2):
                sheet.write(_row(number, row).encode())
                yield from pieces.taken()
            sheet.write(b"</sheetData></worksheet>")
    for name, text in _workbook(sheets).items():
        archive.writestr(entry(name), DECLARATION + text, zipfile.ZIP_DEFLATED)
    archive.close()
    yield from pieces.taken(is_last=True)


def _head(headings: Sequence[str], widths: Sequence[int], *, is_first: bool) -> str:
    columns = "".join(
        f'<col min="{place}" max="{place}" width="{width}" customWidth="1"/>' for place, width in enumerate(widths, 1)
    )
    return (
        f'{DECLARATION}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"'
        f"{' tabSelected=' + chr(34) + '1' + chr(34) if is_first else ''}>"
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"<cols>{columns}</cols><sheetData>{_row(1, headings, style=_HEADING)}"
    )


def _row(number: int, cells: Sequence[Cell], *, style: int = _TEXT) -> str:
    return f'<row r="{number}">{"".join(_cell(cell, style) for cell in cells)}</row>'


def _cell(cell: Cell, style: int) -> str:
    if cell is None or cell == "":
        return "<c/>"
    if isinstance(cell, datetime.date):
        return f'<c s="{_DAY}"><v>{(cell - _DAY_ZERO).days}</v></c>'
    if isinstance(cell, int):
        return f"<c><v>{cell}</v></c>"
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(cell)}</t></is></c>'


def _workbook(sheets: int) -> dict[str, str]:
    numbers = range(1, sheets + 1)
    named = "".join(f'<sheet name="{number}" sheetId="{number}" r:id="rId{number}"/>' for number in numbers)
    related = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in numbers
    )
    styles = f'<Relationship Id="rId{sheets + 1}" Type="{_RELATIONS}/styles" Target="styles.xml"/>'
    return {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{related}{styles}</Relationships>'
        ),
    }
