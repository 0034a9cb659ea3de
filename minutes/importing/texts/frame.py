"""Room: minutes, importing. What the database knows of the session of a text, as values. Pure."""

import datetime
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from minutes.record.values import BodyValue, CommitteeValue, PaperValue


@dataclass(frozen=True, slots=True)
class Frame:
    """What the database knows of a session, as values: where it belongs, its papers by number, its people.

    `person` gives the key of who is meant by a name as written, or an empty text.
    """

    session_id: str
    number: int
    year: int
    date: datetime.date
    body: BodyValue
    committee: CommitteeValue
    subtitle: str
    term: str = ""
    sha256: str = ""
    papers: Mapping[str, PaperValue] = field(default_factory=dict)
    person: Callable[[str], str] = lambda _written: ""

    @property
    def reference(self) -> str:
        return f"{self.committee.short_name}/{self.number}/{self.year}"

    def key(self, *parts: object) -> str:
        """The id of something in the record: the same whenever the same text is read again."""
        return str(uuid.uuid5(uuid.UUID(self.session_id), "/".join(map(str, parts))))
