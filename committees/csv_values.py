"""Room: committees. The cells of an import as values: words, days, names, and how a value is written in the file."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from .csv_format import FUNCTIONS, KINDS, VOTES, Row, day, name_of
from .models import Membership, Person

PERSON_COLUMNS = {
    "Titel": "academic_title",
    "Vorname": "first_name",
    "Nachname": "last_name",
    "Geschlecht": "gender",
    "Amt": "office",
    "Organisation": "detail",
    "E-Mail": "email",
}
SEAT_COLUMNS = {
    "Fraktion": "faction",
    "Art": "kind",
    "Funktion": "function",
    "Stimmrecht": "has_vote",
    "Vertritt": "deputises_for",
    "Rang": "deputy_rank",
    "Von": "start",
    "Bis": "end",
}
HEADING_OF = {field: heading for heading, field in (PERSON_COLUMNS | SEAT_COLUMNS).items()}


class RowProblem(Exception):
    """A row that can't be taken over; the arguments are sentences."""


def is_deputy(row: Row) -> bool:
    return row["Funktion"].casefold() == FUNCTIONS[Membership.Function.DEPUTY].casefold()


def same_name(person: Person, row: Row) -> bool:
    return (person.last_name.casefold(), person.first_name.casefold()) == (
        row["Nachname"].casefold(),
        row["Vorname"].casefold(),
    )


def choice(words: dict[Any, str], row: Row, heading: str) -> Any:
    """The value that a word of the file stands for; None for an empty cell."""
    if not row[heading]:
        return None
    for value, word in words.items():
        if word.casefold() == row[heading].casefold():
            return value
    possible = ", ".join(word for word in words.values() if word)
    sentence = _("%(heading)s: “%(word)s” is unknown. Possible are: %(possible)s.")
    raise RowProblem(sentence % {"heading": heading, "word": row[heading], "possible": possible})


def day_of(row: Row, heading: str) -> date | None:
    try:
        return day(row[heading])
    except ValueError as error:
        sentence = _("%(heading)s: “%(word)s” is no day. Write 01.11.2025.")
        raise RowProblem(sentence % {"heading": heading, "word": row[heading]}) from error


def rank_of(row: Row) -> int | None:
    text = row["Rang"]
    if text and not (text.isdecimal() and 0 < int(text) < 1000):
        raise RowProblem(_("%(heading)s: “%(word)s” is no number.") % {"heading": "Rang", "word": text})
    return int(text) if text else None


def shown(value: Any, field: str) -> str:
    """A value as the file writes it."""
    words: dict[str, dict[Any, str]] = {"kind": KINDS, "function": FUNCTIONS, "has_vote": VOTES}
    if field in words:
        return words[field].get(value, "")
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    return name_of(value) if isinstance(value, Membership) else str(value)


def sentences(error: ValidationError) -> tuple[str, ...]:
    if not hasattr(error, "error_dict"):
        return tuple(str(message) for message in error.messages)
    return tuple(
        f"{HEADING_OF[field]}: {message}" if field in HEADING_OF else str(message)
        for field, messages in error.message_dict.items()
        for message in messages
    )
