"""Room: committees. People and seats of a committee as CSV: the columns, reading a file, writing one.

The columns and their words are German, as the spreadsheets are that they come from.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Membership

MAX_BYTES = 256 * 1024
MAX_ROWS = 1000

_GERMAN_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", re.ASCII)
_FORMULA_BEGINNINGS = ("=", "+", "-", "@", "\t", "\r")

KINDS = {
    Membership.Kind.COUNCIL_MEMBER: "Mandat",
    Membership.Kind.EXPERT_CITIZEN: "s. B.",
    Membership.Kind.EXPERT_RESIDENT: "s. E.",
    Membership.Kind.ADVISORY: "beratend",
    Membership.Kind.CHIEF_OFFICER: "HVB",
}
FUNCTIONS = {
    Membership.Function.CHAIR: "Vorsitz",
    Membership.Function.DEPUTY_CHAIR: "stellv. Vorsitz",
    Membership.Function.MEMBER: "Mitglied",
    Membership.Function.DEPUTY: "Vertretung",
}
GENDERS = {"m": "m", "f": "w", "": ""}
VOTES = {True: "ja", False: "nein"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file: its heading, whether each row needs it, and what stands in it."""

    heading: str
    is_required: bool
    meaning: str | Promise


COLUMNS = (
    Column("Nr.", False, gettext_lazy("Number in the directory, as exported; it finds people whose name changed.")),
    Column("Titel", False, gettext_lazy("Academic title: Dr., Prof. Dr.")),
    Column("Vorname", False, gettext_lazy("First name.")),
    Column("Nachname", True, gettext_lazy("Last name with its prefixes.")),
    Column("Geschlecht", False, gettext_lazy("m or w; empty: not stated.")),
    Column("Amt", False, gettext_lazy("As the protocol calls the person: Landrat, MA.")),
    Column("Organisation", False, gettext_lazy("Function or organisation: Caritasverband.")),
    Column("E-Mail", False, gettext_lazy("Address for letters of the office; nobody logs in with it.")),
    Column("Fraktion", False, gettext_lazy("Name or short name of the faction, of the term in which the seat begins.")),
    Column("Art", False, gettext_lazy("Mandat, s. B., s. E., beratend or HVB; empty: Mandat.")),
    Column("Funktion", False, gettext_lazy("Vorsitz, stellv. Vorsitz, Mitglied or Vertretung; empty: Mitglied.")),
    Column("Stimmrecht", False, gettext_lazy("ja or nein; empty: as the kind has it.")),
    Column("Vertritt", False, gettext_lazy("Personal deputies: the member replaced, as Nachname, Vorname.")),
    Column("Rang", False, gettext_lazy("Ordered deputies: 1, 2, 3 …")),
    Column("Von", True, gettext_lazy("First day of the seat: 01.11.2025.")),
    Column("Bis", False, gettext_lazy("Last day of the seat; empty as long as it lasts.")),
)  # fmt: skip
HEADINGS = tuple(column.heading for column in COLUMNS)
REQUIRED = tuple(column.heading for column in COLUMNS if column.is_required)


class UnreadableFile(Exception):
    """A file that can't be read as a whole; the message tells the user why."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the file: where it begins, counted from 1, and its cells by heading."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, heading: str) -> str:
        """The cell under a heading; empty if the file has no such column."""
        return self.cells.get(heading, "")

    @property
    def name(self) -> str:
        return ", ".join(filter(None, [self["Nachname"], self["Vorname"]]))


def decode(content: bytes) -> str:
    """The text of a file in UTF-8, with or without BOM, or in Windows-1252. Raises UnreadableFile."""
    if len(content) > MAX_BYTES:
        raise UnreadableFile(
            _("The file is too large; at most %(limit)s kB are possible.") % {"limit": MAX_BYTES // 1024}
        )
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFile(_("This is no text file in UTF-8 or Windows-1252. Save the table as CSV."))


def read(text: str) -> list[Row]:
    """The rows of a file without the empty ones. Raises UnreadableFile for a table that is no such list."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        numbered = list(_numbered(reader))
    except csv.Error as error:
        sentence = _("Line %(line)s can't be read; probably a quotation mark is missing.")
        raise UnreadableFile(sentence % {"line": reader.line_num}) from error
    if not numbered:
        raise UnreadableFile(_("The file is empty."))
    (_first, headings), *lines = numbered
    _check_headings(headings)
    if len(lines) > MAX_ROWS:
        raise UnreadableFile(_("The file has too many lines; at most %(limit)s are possible.") % {"limit": MAX_ROWS})
    if not lines:
        raise UnreadableFile(_("Below the headings the file has no line."))
    return [_row(line, headings, cells) for line, cells in lines]


def write(memberships: Iterable[Membership]) -> str:
    """The file of seats, for German spreadsheets: semicolons, BOM, nothing that begins like a formula."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for membership in memberships:
        writer.writerow([guarded(cell) for cell in _cells(membership)])
    return "\ufeff" + stream.getvalue()


def day(text: str) -> date | None:
    """A day as 01.11.2025, 1.11.2025 or 2025-11-01; None for an empty cell. Raises ValueError."""
    if not text:
        return None
    found = _GERMAN_DAY.fullmatch(text)
    try:
        return date(*(int(part) for part in reversed(found.groups()))) if found else date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"no day: {text}") from error


def _cells(seat: Membership) -> list[str]:
    person = seat.person
    return [
        str(person.pk), person.academic_title, person.first_name, person.last_name, GENDERS[person.gender],
        person.office, person.detail, person.email,
        seat.faction.name if seat.faction else "",
        KINDS[Membership.Kind(seat.kind)], FUNCTIONS[Membership.Function(seat.function)], VOTES[seat.has_vote],
        name_of(seat.deputises_for) if seat.deputises_for else "",
        str(seat.deputy_rank or ""),
        f"{seat.start:%d.%m.%Y}",
        f"{seat.end:%d.%m.%Y}" if seat.end else "",
    ]  # fmt: skip


def name_of(seat: Membership) -> str:
    """A member as the column Vertritt names one: Nachname, Vorname."""
    return ", ".join(filter(None, [seat.person.last_name, seat.person.first_name]))


def guarded(cell: str) -> str:
    """Quoted once more if it begins like a formula, so that `_unguarded` gives back exactly what was stored."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA_BEGINNINGS) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA_BEGINNINGS) else cell


def _delimiter(text: str) -> str:
    headings = text.lstrip().split("\n", 1)[0]
    return "," if headings.count(",") > headings.count(";") else ";"


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """Lines that are not empty, with the number of the line in which each begins: a cell may span lines."""
    beginning = 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            yield beginning, [_unguarded(cell.strip()) for cell in cells]
        beginning = reader.line_num + 1


def _check_headings(headings: list[str]) -> None:
    unknown = [heading for heading in headings if heading not in (*HEADINGS, "")]
    if unknown:
        raise UnreadableFile(_("Unknown column: “%(heading)s”.") % {"heading": unknown[0][:80]})
    twice = [heading for heading in headings if heading and headings.count(heading) > 1]
    if twice:
        raise UnreadableFile(_("The column “%(heading)s” stands there twice.") % {"heading": twice[0]})
    missing = [heading for heading in REQUIRED if heading not in headings]
    if missing:
        raise UnreadableFile(_("The column “%(heading)s” is missing.") % {"heading": missing[0]})


def _row(line: int, headings: list[str], cells: list[str]) -> Row:
    if any(cells[len(headings) :]):
        raise UnreadableFile(_("Line %(line)s has more cells than there are columns.") % {"line": line})
    return Row(line, {heading: cell for heading, cell in zip(headings, cells, strict=False) if heading})
