"""Room: minutes, OParl. From what was readable when, since when each object is as it is.

An object changes at the moment at which what the public reads of it changes, or of an object in it; deleted is what
was readable and is not any more.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from minutes.models import Issue, OparlObject


@dataclass(frozen=True)
class Built:
    """An object as it is between two moments."""

    kind: str
    path: str
    body: str
    data: dict[str, Any]
    parent: str = ""
    root: str = ""
    field: str = ""
    position: int = 0
    organization: str = ""
    content: str = ""
    publication: int | None = None


State = dict[str, Built]
"""All objects of a source at a moment, by path."""


@dataclass(frozen=True)
class Window:
    """When an issue is read."""

    start: datetime
    until: datetime | None
    withdrawn: datetime | None

    @classmethod
    def of(cls, issue: Issue) -> "Window":
        return cls(issue.visible_from, issue.visible_until, issue.withdrawn_at)

    @property
    def moments(self) -> tuple[datetime, ...]:
        return tuple(moment for moment in (self.start, self.until, self.withdrawn) if moment)

    def is_shown(self, moment: datetime) -> bool:
        """Whether it is at its address, were it only to say that it was withdrawn."""
        return self.start <= moment and (self.until is None or moment < self.until)

    def is_read(self, moment: datetime) -> bool:
        return self.is_shown(moment) and (self.withdrawn is None or moment < self.withdrawn)


def merged_moments(windows: Iterable[Window]) -> set[datetime]:
    """All moments at which something may change."""
    return {moment for window in windows for moment in window.moments}


@dataclass
class _Change:
    moment: datetime
    created: datetime
    built: Built | None


def rows(
    source: str,
    moments: Iterable[datetime],
    state_at: Callable[[datetime], State],
    *,
    now: datetime,
    touches: Mapping[str, set[datetime]] | None = None,
) -> Iterator[OparlObject]:
    """The rows of a source: the state of each object that holds now, and those to come.

    `touches`: moments at which something changed in an object that is not of this source.
    """
    touches = touches or {}
    history: dict[str, list[_Change]] = {}
    last: dict[str, Built] = {}
    old: State = {}
    for moment in sorted({*moments, *(moment for found in touches.values() for moment in found)}):
        state = state_at(moment)
        last |= state
        changed = _changed(old, state)
        changed |= {path for path, found in touches.items() if moment in found and path in state}
        for path in changed:
            changes = history.setdefault(path, [])
            created = changes[0].created if changes else moment
            changes.append(_Change(moment, created, state.get(path)))
        old = state
    for path, changes in history.items():
        ends = [change.moment for change in changes[1:]]
        for change, until in zip(changes, [*ends, None], strict=True):
            if until is None or until > now:
                yield row_of(source, change.built or last[path], change.created, change.moment, until, change.built)


def row_of(
    source: str, known: Built, created: datetime, moment: datetime, until: datetime | None, built: Built | None
) -> OparlObject:
    """A row, not stored; without `built` it says that the object is deleted, and nothing else of it."""
    return OparlObject(
        kind=known.kind,
        path=known.path,
        body=known.body,
        organization=known.organization,
        parent=known.parent,
        root=known.root or known.parent,
        field=known.field,
        position=known.position,
        source=source,
        created=created.replace(microsecond=0),
        modified=moment.replace(microsecond=0),
        visible_from=moment,
        visible_until=until,
        is_deleted=built is None,
        data=text_of(built.data) if built else "{}",
        content=built.content if built else "",
        publication=built.publication if built else None,
    )


def text_of(data: dict[str, Any]) -> str:
    """The JSON of a dictionary, without what is empty."""
    return json.dumps(
        {name: value for name, value in data.items() if value is not None and value != "" and value != []},
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _changed(old: State, new: State) -> set[str]:
    """The paths of what is new, gone or different, and of what it is embedded in."""
    found = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    around = set()
    for path in found:
        for built in (old.get(path), new.get(path)):
            if built is not None:
                around |= {built.parent, built.root}
    return found | {path for path in around if path in new}
