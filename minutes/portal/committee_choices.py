"""Room: minutes, the portal. The committees among which the filter of a list chooses."""

from dataclasses import dataclass

from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Choice:
    """A committee; where there are several bodies, with its body."""

    pk: int
    label: str


def committees_of(rows: QuerySet) -> list[Choice]:
    """The committees of issues, or of rows with `committee` and `body`, in one query."""
    found = rows.order_by().values_list("committee", "committee__name", "body__name").distinct()
    return labelled((pk, name, body) for pk, name, body in found if pk is not None)


def labelled(committees) -> list[Choice]:
    """Choices of (key, name, body), each once, by name."""
    known = sorted(set(committees), key=lambda row: (row[1].casefold(), row[2]))
    has_several = len({body for _pk, _name, body in known}) > 1
    return [Choice(pk, f"{name} ({body})" if has_several else name) for pk, name, body in known]
