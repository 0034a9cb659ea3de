"""Room: minutes, importing. Names as minutes write them: Ktabg. Dr. Wende · Wende, Thomas · Wende are one. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from minutes.importers.grammar.collectives import collective
from minutes.importers.grammar.letters import fold
from minutes.importers.grammar.names import TITLE, surname
from minutes.importers.grammar.roles import ROLE
from minutes.record.values import VISITOR_HEADINGS

_ROLE = re.compile(rf"(?:Der\s|Die\s)?(?P<role>{ROLE})(?:\s+|$)")
_TITLES = re.compile(rf"(?:{TITLE}\s*)+")
_GIVEN = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,2}")
_FACTION = re.compile("fraktion|gruppe", re.IGNORECASE)
_STAFF = re.compile("verwaltung|schriftführ|kreishaus|rathaus", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """A person as named. `party` is a faction or the heading below which the name stands, if any says so.

    `is_visitor`: of the administration or a guest, who need not be in the directory.
    """

    role: str = ""
    title: str = ""
    first: str = ""
    last: str = ""
    party: str = ""
    is_visitor: bool = False
    is_staff: bool = False

    @property
    def key(self) -> str:
        """Under which choices are kept: Dr. Wende, Thomas."""
        return ", ".join(filter(None, (f"{self.title} {self.last}".strip(), self.first)))

    def may_be(self, other: "Name") -> bool:
        """Whether the other name can be that of the same person."""
        return (
            fold(self.last) == fold(other.last)
            and agrees(self.first, other.first)
            and (not self.title or not other.title or fold(self.title) == fold(other.title))
        )


def agrees(one: str, other: str) -> bool:
    """Whether two first names do not contradict each other: one is missing, or an initial, or both are the same."""
    if not one or not other or fold(one) == fold(other):
        return True
    short, long = sorted((fold(one).rstrip("."), fold(other)), key=len)
    return len(short) == 1 and long.startswith(short)


def parse(written: str) -> Name:
    """What a name says: role, title, first and last name; `last` is empty where nobody is named."""
    text = " ".join(written.split())
    role = ""
    while (match := _ROLE.match(text)) and not text.startswith(","):
        role = f"{role} {match['role']}".strip()
        text = text[match.end() :]
    if not text or collective(text):
        return Name(role=role)
    before, comma, after = text.partition(",")
    title = " ".join(" ".join(_TITLES.findall(before)).split())
    before = " ".join(_TITLES.sub("", before).split())
    given = after.strip()
    if comma and re.match(r"Herr|Frau", role) is None and _GIVEN.fullmatch(given):
        extra = _TITLES.match(given)
        if extra:
            title, given = title or extra.group().strip(), given[extra.end() :]
        return Name(role=role, title=title, first=given, last=before)
    last = surname(before)
    return Name(role=role, title=title, first=before.removesuffix(last).strip(), last=last)


class Names:
    """All names of a draft, each person once as far as the draft itself can tell."""

    def __init__(self, draft: dict[str, Any]) -> None:
        self._rows: list[Name] = []
        self._others: list[Name] = []
        for group in draft["attendance"]:
            for row in group["people"]:
                self._add_row(row, group["heading"])
        for written, party in _mentioned(draft):
            self._add(parse(written), party)

    def __iter__(self) -> Iterator[Name]:
        """Each person that is named, in the order of the text."""
        return iter([*self._rows, *self._others])

    def of(self, written: str) -> Name | None:
        """Who is meant; None where it is nobody."""
        name = parse(written)
        if not name.last:
            return None
        fitting = [row for row in self._rows if row.may_be(name)]
        if len(fitting) == 1:
            return fitting[0]
        return next((other for other in self._others if other.key == name.key), None)

    def _add_row(self, row: dict[str, str], heading: str) -> None:
        name = parse(row["name"])
        if not name.last:
            return
        is_visitor = any(word in heading for word in VISITOR_HEADINGS) or bool(_STAFF.search(heading))
        name = replace(
            name,
            party=heading if _FACTION.search(heading) else row.get("note", ""),
            is_visitor=is_visitor,
            is_staff=bool(_STAFF.search(heading)),
        )
        if not any(known.key == name.key for known in self._rows):
            self._rows.append(name)

    def _add(self, name: Name, party: str) -> None:
        if not name.last or any(row.may_be(name) for row in self._rows):
            fitting = [row for row in self._rows if row.may_be(name)] if name.last else []
            if len(fitting) <= 1:
                return
        if not any(known.key == name.key for known in self._others):
            self._others.append(replace(name, party=party))


def _mentioned(draft: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Names outside of the list of attendance, with the party where it is given."""
    for item in draft["items"]:
        for contribution in item["contributions"]:
            if contribution["speaker"]:
                yield contribution["speaker"], contribution.get("party", "")
        for written in item["recused"]:
            yield written, ""
        for vote in item["votes"]:
            for names in vote.get("by_name", {}).values():
                for written in names:
                    yield written, ""
