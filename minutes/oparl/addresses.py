"""Room: minutes, OParl. The addresses of objects, and the marks that stand for them where they are stored.

An address is absolute, with the host that the settings name; what is stored says a mark instead, so that the site can
move. A person has another mark: only people whom a list of members names have an address, and that may change.
"""

import re
from collections.abc import Iterable, Set

from django.conf import settings

SITE = "\ue000"
PERSON = "\ue001"
BASE = f"{SITE}/oparl/v1.1"
KINDS = {
    "System": "system",
    "Body": "body",
    "LegislativeTerm": "legislative-term",
    "Organization": "organization",
    "Person": "person",
    "Membership": "membership",
    "Meeting": "meeting",
    "AgendaItem": "agenda-item",
    "Paper": "paper",
    "Consultation": "consultation",
    "File": "file",
    "Location": "location",
}
"""Each type and what its addresses begin with."""
LISTS = {
    "organizations": ("organization", "Organization"),
    "people": ("person", "Person"),
    "meetings": ("meeting", "Meeting"),
    "papers": ("paper", "Paper"),
    "agenda-items": ("agendaItem", "AgendaItem"),
    "consultations": ("consultation", "Consultation"),
    "files": ("file", "File"),
    "locations": ("locationList", "Location"),
    "legislative-terms": ("legislativeTermList", "LegislativeTerm"),
    "memberships": ("membership", "Membership"),
}
"""The lists of a body: the end of the address, the field of the body, and what is in it."""

_MARKED_LIST = re.compile(rf',"participant":\[((?:"{PERSON}[^"]*",?)*)\]')
_MARKED_FIELD = re.compile(rf',"(?:person|voter)":"{PERSON}([^"]*)"')
_MARKED = re.compile(rf'"{PERSON}([^"]*)"')
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def path(kind: str, key: object) -> str:
    """The end of an address: ``meeting/5f0c…``."""
    return f"{KINDS[kind]}/{key}"


def to(path: str) -> str:
    """An address of OParl as it is stored."""
    return f"{BASE}/{path}"


def to_page(path: str) -> str:
    """An address of the portal as it is stored."""
    return f"{SITE}{path}"


def to_person(body: str, key: object) -> str:
    """Somebody, as stored."""
    return f"{PERSON}{body}-{key}"


def slug(text: str) -> str:
    """A name as a part of an address: ``buendnis-90-die-gruenen``."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().translate(_UMLAUTS)).strip("-") or "-"


def without_marks(text: str) -> str:
    """What somebody wrote, which could hold the characters of a mark."""
    return text.replace(SITE, "").replace(PERSON, "")


def people_in(text: str) -> set[str]:
    """The paths of the people of whom a stored text speaks."""
    return {path("Person", key) for key in _MARKED.findall(text)}


def resolved(text: str, people: Set[str]) -> str:
    """The text with addresses in place of marks; people without an address are left out, their names stay."""

    def listed(found: re.Match[str]) -> str:
        keys = [key for key in _MARKED.findall(found[1]) if path("Person", key) in people]
        return f',"participant":[{_joined(keys)}]' if keys else ""

    def field(found: re.Match[str]) -> str:
        return found[0] if path("Person", found[1]) in people else ""

    text = _MARKED_FIELD.sub(field, _MARKED_LIST.sub(listed, text))
    text = _MARKED.sub(lambda found: f'"{to(path("Person", found[1]))}"', text)
    return text.replace(SITE, settings.SITE_URL.rstrip("/"))


def _joined(keys: Iterable[str]) -> str:
    return ",".join(f'"{PERSON}{key}"' for key in keys)
