"""Room: minutes, own pages. The papers on the agendas of somebody's coming sessions."""

from dataclasses import dataclass, field

from committees.models import Session, User
from minutes.mine.sessions import Line, lines_of, own_sessions
from minutes.portal.papers import links_of

_FURTHEST = 100
"""So many sessions ahead are looked through: more than a year of them."""


@dataclass(slots=True)
class Listed:
    """A paper with the items at which it is on the agenda, the next one first; `url` where it is published."""

    reference: str
    title: str
    url: str = ""
    places: list[tuple[Session, Line]] = field(default_factory=list)


def of_coming_sessions(user: User) -> list[Listed]:
    """Each paper once, in the order of the sessions. Seven queries, however many there are."""
    sessions = list(own_sessions(user).upcoming().select_related("committee__body__profile")[:_FURTHEST])
    lines = lines_of(user, sessions)
    found: dict[str, Listed] = {}
    for session in sessions:
        for line in lines.get(session.pk, ()):
            for key, reference, title in line.papers:
                listed = found.setdefault(key, Listed(reference, title or line.title))
                listed.places.append((session, line))
    for key, url in links_of(found).items():
        found[key].url = url
    return list(found.values())
