"""An item: its paragraphs become outcome, resolution, debate and votes, in whatever order the layout has them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from minutes.importers.grammar import elections, labels, outcomes, procedure, saying, tallies
from minutes.importers.grammar.labels import Label
from minutes.importers.grammar.letters import plain
from minutes.importers.reading import checks, navigation, page_head
from minutes.importers.reading.debate import DebateInWork
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.reading.page_head import PageHead
from minutes.importers.reading.results import MotionsInWork, RowsInWork, is_motion_put
from minutes.importers.reading.tables_of_cells import cells_below
from minutes.importers.reading.values import Concern, Note, Outcome, Passage, Place
from minutes.importers.reading.votes import VoteInWork, begins_ballot, heads_vote
from minutes.importers.source import Clock, Paragraph

_TIMESTAMP = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:\s?(?:Uhr|h))?")
_SYSTEM_COUNTS = re.compile(r"\b(?:Ja|JA|Nein|NEIN)\s?:\s?\d")


@dataclass(slots=True)
class ItemInWork:
    """An item while its paragraphs come in. `state` is the section that an unlabelled paragraph belongs to."""

    debate: DebateInWork
    heading: ItemHeading | None = None
    state: str = "head"
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

    def read(self, paragraphs: Sequence[Paragraph], clock: Clock) -> None:
        menu = navigation.menu(paragraphs)
        for index, paragraph in enumerate(paragraphs):
            if index % 64 == 0:
                clock.check()
            if index in menu and self.state in {"head", "debate"}:
                self.labelled, self.state = True, "debate"
                self.passages.append(Passage.of("furniture", paragraph))
                continue
            place = self._place(paragraph, paragraphs[index + 1] if index + 1 < len(paragraphs) else None)
            self.passages.append(Passage.of(place, paragraph))
            if self.vote and self.vote.waits_for == "result" and (table := cells_below(paragraphs, index)):
                self.ahead, self.vote.waits_for = table.places, ""
                self.unread += table.unread
                self.vote.add_table(table.counts, table.by_group)

    def _place(self, paragraph: Paragraph, following: Paragraph | None) -> Place:
        if self.ahead:
            return self.ahead.pop(0)
        text = paragraph.text
        if paragraph.is_furniture or navigation.is_button(text):
            return "furniture"
        if not re.search(r"[^\W\d_]", text) and not tallies.is_count_line(text) and not self._wants(text):
            return self._stray(text)
        if self.rows.take(text):
            return self._row()
        if self.state == "head" and (row := page_head.row(text)):
            for each in row:
                self._labelled(each, paragraph)
            self.labelled = True
            return "status" if self.outcome else "head"
        label = labels.read(navigation.without_bar(text))
        if label and not page_head.is_meant(label, self.state):
            label = None
        if label:
            place = self._labelled(label, paragraph)
            if place:
                self.labelled = True
                return place
        if self._has_voted() and procedure.is_conclusion(text):
            self.votes[-1].conclusion = plain(text)
            self.notes.append(Note("conclusion", text))
            self.vote, self.state = None, "after"
            return "note"
        if self.vote and self.vote.goes_on(text):
            return "vote"
        if heads_vote(text, following):
            self.pending = plain(text).rstrip(":").strip()
            self.vote = None
            return "vote"
        if begins_ballot(text, following):
            self._vote(new=True).add_result(text)
            self.state = "vote"
            return "vote"
        self.vote = None
        return self._unlabelled(paragraph)

    def _row(self) -> Place:
        """A row tells outcome and counts of the item; several rows are votes."""
        rows = self.rows.all
        row = rows[-1]
        self.vote, self.labelled = None, True
        if len(rows) == 1 and self.outcome is None and self.counts is None and not self.votes:
            self._status(row.words)
            self.counts, self.state = row.counts, "after"
            return "status"
        if len(rows) == 2 and self.counts == rows[0].counts and not self.votes:
            self.votes.append(VoteInWork.of_row(rows[0]))
            self.counts = self.outcome = None
        self.votes.append(VoteInWork.of_row(row))
        self.state = "vote"
        return "vote"

    def _is_fresh(self) -> bool:
        return not (self.texts or self.debate.contributions or self.votes or self.outcome)

    def _has_voted(self) -> bool:
        return bool(self.votes) and self.state in {"vote", "after"} and (self.vote is None or self.vote.has_result)

    def _wants(self, text: str) -> bool:
        return bool(self.vote and (self.vote.waits_for or self.vote.columns))

    def _stray(self, text: str) -> Place:
        if _TIMESTAMP.fullmatch(plain(text)):
            self.notes.append(Note("recording", text))
            return "note"
        if re.fullmatch(r"\d{1,3}(?:\.\d{1,3})+\.?", plain(text)):
            self.notes.append(Note("number", text))
            return "note"
        self.unread.append(text)
        return "unread"

    def _labelled(self, label: Label, paragraph: Paragraph) -> Place | None:
        match label.kind:
            case "status" | "decision" | "election" | "proposal":
                return self._decision(label, paragraph)
            case "counts":
                return self._counts(label, paragraph)
            case "form":
                vote = self._vote(new=bool(self.vote is None or self.vote.form or self.vote.has_result))
                vote.form, vote.waits_for = plain(label.rest), "" if label.rest else "form"
                return "vote"
            case "result":
                return self._result(label)
            case "yes_names" | "no_names" | "abstain_names":
                self._vote(new=self.vote is None and not self.votes).add_names(
                    label.kind.removesuffix("_names"), label.rest
                )
                return "vote"
            case "recused":
                names = [name.strip() for name in re.split(r",|;|\sund\s", label.rest) if name.strip()]
                if names and not re.fullmatch(r"\d+|keine[r]?|niemand|-|–", label.rest.strip().casefold()):
                    self.debate.recused += [name for name in names if name not in self.debate.recused]
                self.notes.append(Note("recused", paragraph.text))
                return "note"
            case "debate" | "facts" | "annexes" | "note":
                return self._section(label)
            case _:
                if label.kind == "publicity" and self.outcome is None and outcomes.is_status(label.rest):
                    self._status(label.rest)
                    return "status"
                self.head.label(label)
                return "head"

    def _decision(self, label: Label, paragraph: Paragraph) -> Place | None:
        """A status, or the heading of a resolution: the same word is both."""
        rest, code = label.rest, outcomes.code_of(label.rest)
        fresh = self._is_fresh()
        if label.kind == "decision" and tallies.is_ratio(rest):
            return self._result(label)
        may_be_status = label.kind in {"status", "decision"} and self.outcome is None
        if rest and may_be_status and (label.kind == "status" or outcomes.is_status(rest)):
            is_ohne = plain(rest).strip(" .").casefold() == "ohne"
            if not (is_ohne and (self.heading or not fresh)):
                self._status(rest)
                return "status"
        if (
            rest
            and may_be_status
            and fresh
            and code is None
            and outcomes.is_short(rest)
            and label.heading == "Beschluss"
        ):
            self._status(rest)
            return "status"
        self.is_election = self.is_election or label.kind == "election"
        if label.kind != "proposal":
            self.motions.heading = ""
        self.state = "proposal" if label.kind == "proposal" else "resolution"
        self.decision = label.heading if self.state == "resolution" else self.decision
        self.vote = None
        if self.texts.get("resolution") and self.state == "resolution":
            self.warnings.append(Concern("several_resolutions", label.heading))
        if rest:
            ohne = re.match(r"(Ohne\.)\s+(\S.*)", rest, re.DOTALL)
            self.texts.setdefault(self.state, []).append(ohne[1] if ohne else rest)
            if ohne:
                self.notes.append(Note("decision", ohne[2]))
            return "resolution"
        self.texts.setdefault(self.state, [])
        return "heading"

    def _status(self, text: str) -> None:
        code = outcomes.code_of(text)
        self.outcome = Outcome(plain(text), code or "none")
        tally = tallies.read(text)
        if code is None:
            self.warnings.append(Concern("unknown_outcome", plain(text)))
        # `gewählt (44 Ja-Stimmen)`: only where no line of its own has the counts.
        self.status_counts = dict(tally.counts)

    def _counts(self, label: Label, paragraph: Paragraph) -> Place | None:
        """`Abstimmung:` is the counts of the system, or the label of a result."""
        tally = tallies.read(label.rest)
        early = not self.votes and self.state == "head"
        if (
            tally.counts
            and self.counts is None
            and not tally.words
            and (early or _SYSTEM_COUNTS.search(plain(label.rest)))
        ):
            self.counts = dict(tally.counts)
            return "counts"
        return self._result(label)

    def _result(self, label: Label) -> Place:
        if label.heading.startswith("Ergebnis") and self.outcome is None and checks.is_outcome(label.rest):
            self._status(label.rest)
            return "status"
        vote = self._vote(new=self.vote is None or self.vote.has_result)
        vote.head(label.heading)
        early = self.state == "head" and self.outcome is not None and self.counts is None
        if label.rest:
            vote.add_result(label.rest)
            if early and vote.counts and not vote.words:
                self.counts = {**vote.counts, **{k: v for k, v in vote.bracket.items() if k not in vote.counts}}
                self.votes.remove(vote)
                self.vote = None
                return "counts"
        else:
            vote.waits_for = "result"
        self.state = "vote"
        return "vote"

    def _vote(self, *, new: bool) -> VoteInWork:
        if new or self.vote is None:
            if not new and self.votes:
                self.vote = self.votes[-1]
            else:
                if re.match(r"(?:Gesamt|Schluss)abstimmung", self.pending):
                    self.motions.heading = ""
                on_motion = is_motion_put(self.debate.contributions, self.passages[-1].text if self.passages else "")
                self.vote = VoteInWork(self.pending, motion=self.motions.heading, is_on_motion=on_motion)
                self.votes.append(self.vote)
                self.pending = ""
        if self.state != "head":
            self.state = "vote"
        return self.vote

    def _section(self, label: Label) -> Place:
        self.vote = None
        self.state = {"annexes": "annex"}.get(label.kind, label.kind)
        if not label.rest:
            return "heading"
        if label.kind == "annexes":
            self.texts.setdefault("annex", []).append(label.rest)
            return "annex"
        if label.kind == "note":
            self.notes.append(Note("remark", label.rest, label.heading))
            return "note"
        self.texts.setdefault("facts", []).append(label.rest)
        return "facts"

    def _unlabelled(self, paragraph: Paragraph) -> Place:
        text = paragraph.text
        if not self._is_fresh():
            self.motions.note(text)
        in_head = self.state == "head" and self._is_fresh() and not self.debate.is_speech(paragraph)
        if in_head and self.head.line(text, may_be_title=self.heading is None):
            return "head"
        is_empty = self.state == "resolution" and not self.texts.get("resolution")
        if is_empty and self.outcome is None and self.decision == "Beschluss" and page_head.is_status_below(text):
            self.texts.pop("resolution", None)
            self.decision, self.state = "", "head"
            self._status(text)
            return "status"
        if self.state in {"resolution", "proposal"} and self._resolution(paragraph):
            return "note" if self.notes and self.notes[-1].text == text else "resolution"
        if self.state in {"annex", "facts", "note"}:
            border = paragraph.gap == 2 and bool(self.passages) and self.passages[-1].place != "heading"
            if not border and not self.debate.is_speech(paragraph):
                if self.state == "note":
                    self.notes.append(Note("remark", text))
                    return "note"
                self.texts.setdefault(self.state, []).append(text)
                return "annex" if self.state == "annex" else "facts"
        after_decision = bool(self.texts.get("resolution") or self.outcome or self.debate.contributions)
        alone = plain(text).strip("-–() .")
        if self.outcome is None and outcomes.is_said_alone(alone) and not tallies.is_count_line(text):
            self._status(alone)
            return "status"
        told = tallies.is_result(text) if after_decision else tallies.is_result_sentence(text)
        # That nobody objects decides something only where there is something to decide.
        idle = not (self.texts.get("resolution") or self.outcome or self.votes) and procedure.is_unopposed(text)
        if tallies.is_count_line(text) or (told and not idle):
            self._vote(new=True).add_result(text)
            self.state = "vote"
            return "vote"
        return self._debate(paragraph)

    def _resolution(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph belongs to the resolution in work."""
        texts = self.texts.setdefault(self.state, [])
        text = paragraph.text
        if texts and paragraph.gap == 2:
            return False
        if not texts and self.state == "resolution" and saying.opens_debate(text):
            # Some pages write `Beschluss:` above whatever follows.
            return False
        if texts and (
            self.debate.is_speech(paragraph) or (tallies.is_result(text) and not re.match(r"\s*\d+[.)]", text))
        ):
            return False
        if texts and procedure.is_procedure(text) and not re.match(r"\(?(?:[Ss]iehe|s\.|[Vv]gl\.)", text):
            return False
        if texts and texts[-1].strip(" .").casefold() == "ohne":
            self.notes.append(Note("decision", text))
            return True
        texts.append(text)
        return True

    def _debate(self, paragraph: Paragraph) -> Place:
        before = len(self.debate.contributions)
        after_vote = self.state in {"vote", "after"}
        self.debate.add(paragraph)
        shares = elections.shares(paragraph.text)
        if shares:
            # Who got how many votes, within what the chair says of the ballot.
            self.votes.append(VoteInWork(options=shares))
        added = self.debate.contributions[before:]
        if (
            after_vote
            and added
            and added[0].kind == "continuation"
            and not re.match(r"(?:Er|Sie|Dieser)\s", plain(paragraph.text))
        ):
            self.debate.contributions[before:] = []
            self.notes.append(Note("after", paragraph.text))
            return "note"
        if not after_vote or (added and added[0].kind == "speech"):
            # In some layouts the vote comes first: then the debate begins with whoever speaks after it.
            self.state = "debate"
        return "contribution"
