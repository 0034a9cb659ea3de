"""Room: minutes, importing. An object with all that is embedded in it becomes a flat list; each names the others. Pure.

What nobody needs to know here is dropped at once: how to reach a person, and what stands at items that are not public.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from minutes.importing.oparl.values import cleaned, flag, id_of, kind_of, listed, moment, number

EMBEDDED: dict[str, dict[str, str]] = {
    "Body": {"legislativeTerm": "LegislativeTerm"},
    "Organization": {"membership": "Membership"},
    "Person": {"membership": "Membership"},
    "Meeting": {
        "location": "Location",
        "invitation": "File",
        "resultsProtocol": "File",
        "verbatimProtocol": "File",
        "auxiliaryFile": "File",
        "agendaItem": "AgendaItem",
    },
    "AgendaItem": {"resolutionFile": "File", "auxiliaryFile": "File", "consultation": "Consultation"},
    "Paper": {"mainFile": "File", "auxiliaryFile": "File", "location": "Location", "consultation": "Consultation"},
}
"""Which fields hold other objects, whole or by their addresses."""
LISTS: dict[str, str] = {
    "organization": "Organization",
    "person": "Person",
    "legislativeTermList": "LegislativeTerm",
    "membership": "Membership",
    "paper": "Paper",
    "meeting": "Meeting",
    "agendaItem": "AgendaItem",
    "consultation": "Consultation",
    "file": "File",
    "locationList": "Location",
}
"""The lists of a body, in the order in which they are read."""
OTHER_NAMES = {"consultations": "consultation", "files": "file", "agendaItems": "agendaItem", "people": "person"}
"""How some servers call them."""
_PARENTS: dict[str, tuple[str, ...]] = {
    "LegislativeTerm": ("body",),
    "Membership": ("person",),
    "AgendaItem": ("meeting",),
    "Consultation": ("agendaItem", "meeting"),
    "File": ("agendaItem", "meeting", "paper"),
    "Location": ("meetings", "papers"),
}
BACK_REFERENCES: dict[str, tuple[str, ...]] = {
    "LegislativeTerm": ("body",),
    "Membership": ("person", "organization"),
    "AgendaItem": ("meeting",),
    "Consultation": ("paper", "agendaItem", "meeting"),
}
"""What an object says of where it belongs. Some servers say it nowhere: it is known from where the object stands."""
_ROOTS = {"Meeting", "Paper"}
_ROOT_FIELDS: dict[str, tuple[str, ...]] = {
    "AgendaItem": ("meeting",),
    "Consultation": ("meeting",),
    "File": ("meeting", "paper"),
    "Location": ("meetings", "papers"),
}
_OF_A_PERSON = frozenset(
    {"id", "type", "body", "name", "familyName", "givenName", "title", "affix", "gender", "membership", "deleted"}
    | {"created", "modified"}
)
_OF_A_SECRET_ITEM = frozenset({"id", "type", "meeting", "public", "order", "deleted", "created", "modified"})
_CHANGING = ("created", "modified")
MOST_OF_AN_OBJECT = 2_000_000  # characters of its JSON
OURS = "gremia:"
CONTRIBUTIONS = "gremia:contributions"


@dataclass(slots=True)
class Flat:
    """An object by itself; what stood in it is named by its address."""

    external_id: str
    kind: str
    data: dict[str, Any]
    parent: str = ""
    root: str = ""
    position: int = 0
    is_embedded: bool = False
    is_deleted: bool = False
    modified: datetime | None = None
    moment: datetime | None = None
    named: list[str] = field(default_factory=list)
    """Addresses of objects that belong to it, which did not come with it."""

    @property
    def payload(self) -> str:
        return json.dumps(self.data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @property
    def digest(self) -> str:
        """The same for the same content; some servers say of everything that it was changed today."""
        content = {name: value for name, value in self.data.items() if name not in _CHANGING}
        text = json.dumps([self.kind, self.is_deleted, content], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()

    @property
    def is_ours(self) -> bool:
        """Whether it comes from another Gremia."""
        return any(name.startswith(OURS) for name in self.data)


class NoObject(ValueError):
    """What came is no object that could be kept; the message says why."""


def flattened(found: Any, *, kind: str = "") -> Iterator[Flat]:
    """The object and all objects in it; `kind`: what it should be, where it does not say so. Raises NoObject."""
    if not isinstance(found, dict):
        raise NoObject("no_object")
    data = cleaned(found)
    key = id_of(data)
    if not key:
        raise NoObject("no_id")
    own = kind_of(data.get("type") or data.get("@type")) or kind
    is_deleted = flag(data.get("deleted")) is True
    if not own and not is_deleted:
        raise NoObject("no_type")
    yield from _flat(data, key, own, is_deleted=is_deleted)


def _flat(data: dict[str, Any], key: str, kind: str, *, is_deleted: bool, parent: Flat | None = None) -> Iterator[Flat]:
    # Whoever is asked for an object alone says in what it stands, in a list or as a single address.
    own = Flat(key, kind, _kept(kind, data), is_deleted=is_deleted, is_embedded=parent is not None)
    data = own.data
    own.parent = _parent_of(own, parent)
    own.root = _root_of(own, parent)
    own.modified = moment(data.get("modified"))
    own.moment = moment(data.get("start")) or moment(data.get("startDate")) or moment(data.get("date"))
    own.position = number(data.get("order")) or 0
    inside: list[tuple[dict[str, Any], str, int]] = []
    for name, other in EMBEDDED.get(kind, {}).items():
        if name in data:
            data[name] = list(_taken_out(own, name, other, inside))
    yield own
    for entry, other, position in inside:
        is_gone = flag(entry.get("deleted")) is True
        for part in _flat(entry, str(entry["id"]), other, is_deleted=is_gone, parent=own):
            if part.parent == own.external_id:
                part.position = position
            yield part


def _taken_out(own: Flat, name: str, kind: str, inside: list[tuple[dict[str, Any], str, int]]) -> Iterator[str]:
    """The addresses of what stands in a field; whole objects go to `inside`."""
    for position, entry in enumerate(listed(own.data[name])):
        if isinstance(entry, dict):
            # Without an address of its own it has that of its place.
            key = id_of(entry) or f"{own.external_id}#{name}-{position}"
            back = _BACK.get((own.kind, kind))
            found = {**entry, "id": key} | ({back: own.external_id} if back else {})
            inside.append((found, kind_of(entry.get("type")) or kind, position))
            yield key
        elif key := id_of(entry):
            own.named.append(key)
            yield key


_BACK = {
    ("Body", "LegislativeTerm"): "body",
    ("Person", "Membership"): "person",
    ("Organization", "Membership"): "organization",
    ("Meeting", "AgendaItem"): "meeting",
    ("Paper", "Consultation"): "paper",
    ("AgendaItem", "Consultation"): "agendaItem",
}
"""What an embedded object leaves unsaid because it stands where it stands."""


def _parent_of(own: Flat, parent: Flat | None) -> str:
    said = _first(own.data, _PARENTS.get(own.kind, ()))
    # A consultation stands in its paper, but is part of what happened at an item.
    if parent is None or (own.kind == "Consultation" and said):
        return said
    return parent.external_id


def _root_of(own: Flat, parent: Flat | None) -> str:
    if own.kind == "Consultation":
        return _first(own.data, ("meeting",)) or (parent.root if parent and parent.kind == "AgendaItem" else "")
    if parent is not None:
        return parent.external_id if parent.kind in _ROOTS else parent.root
    return _first(own.data, _ROOT_FIELDS.get(own.kind, ()))


def _first(data: dict[str, Any], names: tuple[str, ...]) -> str:
    found = (id_of(entry) for name in names for entry in listed(data.get(name)))
    return next((key for key in found if key), "")


def _kept(kind: str, data: dict[str, Any]) -> dict[str, Any]:
    """What is to be kept of an object."""
    if kind == "Person":
        return {name: value for name, value in data.items() if name in _OF_A_PERSON}
    if kind == "AgendaItem" and flag(data.get("public")) is False:
        return {name: value for name, value in data.items() if name in _OF_A_SECRET_ITEM}
    return {name: value for name, value in data.items() if kind != "File" or name != "text"}
