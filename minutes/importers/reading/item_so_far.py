"""An item so far: what its paragraphs said, and the status and the vote that more of them belong to. Pure."""

import re
from dataclasses import dataclass, field

from minutes.importers.grammar import outcomes, tallies
from minutes.importers.grammar.letters import plain
from minutes.importers.reading.debate import DebateInWork
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.reading.page_head import PageHead
from minutes.importers.reading.results import MotionsInWork, RowsInWork, is_motion_put
from minutes.importers.reading.values import Concern, Note, Outcome, Passage, Place
from minutes.importers.reading.votes import VoteInWork


@dataclass(slots=True)
class ItemSoFar:
    """What is known of an item so far. `state` is the section that an unlabelled paragraph belongs to."""

    debate: DebateInWork
    heading: ItemHeading | None = None
    state: str = "head"
    open_fact: str = ""
    head: PageHead = field(default_factory=PageHead)
    outcome: Outcome | None = None
    counts: dict[str, int] | None = None
    status_counts: dict[str, int] = field(default_factory=dict)
    is_election: bool = False
    decision: str = ""
    texts: dict[str, list[str]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    votes: list[VoteInWork] = field(default_factory=list)
    vote: VoteInWork | None = None
    pending: str = ""
    rows: RowsInWork = field(default_factory=RowsInWork)
    motions: MotionsInWork = field(default_factory=MotionsInWork)
    # Where the next paragraphs went, if they were read already.
    ahead: list[Place] = field(default_factory=list)
    warnings: list[Concern] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    labelled: bool = False

    @property
    def title(self) -> str:
        """By its heading in a protocol, or by the head of its own page."""
        return self.heading.title if self.heading else self.head.facts.get("title", "")

    def _is_fresh(self) -> bool:
        return not (self.texts or self.debate.contributions or self.votes or self.outcome)

    def _has_voted(self) -> bool:
        return bool(self.votes) and self.state in {"vote", "after"} and (self.vote is None or self.vote.has_result)

    def _status(self, text: str) -> None:
        code = outcomes.code_of(text)
        self.outcome = Outcome(plain(text), code or "none")
        tally = tallies.read(text)
        if code is None:
            self.warnings.append(Concern("unknown_outcome", plain(text)))
        # `gewählt (44 Ja-Stimmen)`: only where no line of its own has the counts.
        self.status_counts = dict(tally.counts)

    def _vote(self, *, new: bool) -> VoteInWork:
        if new or self.vote is None:
            if not new and self.votes:
                self.vote = self.votes[-1]
            else:
                if re.match(r"(?:Gesamt|Schluss)abstimmung", self.pending):
                    self.motions.heading = ""
                on_motion = is_motion_put(self.debate.contributions, self.passages[-1].text if self.passages else "")
                self.vote = VoteInWork(self.pending, motion=self.motions.heading, is_on_motion=on_motion)
                self.vote.after = len(self.debate.contributions)
                self.votes.append(self.vote)
                self.pending = ""
        if self.state != "head":
            self.state = "vote"
        return self.vote
