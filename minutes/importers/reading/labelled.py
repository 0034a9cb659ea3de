"""The paragraphs of an item that begin with a label: `Beschluss:`, `Abstimmungsergebnis:`, `Wortprotokoll`. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes.importers.grammar import (
    count_labels,
    motions,
    named_votes,
    outcomes,
    result_heads,
    result_lines,
    tallies,
)
from minutes.importers.grammar.labels import Label
from minutes.importers.grammar.letters import plain
from minutes.importers.reading import checks
from minutes.importers.reading.item_so_far import ItemSoFar
from minutes.importers.reading.values import Concern, Note, Outcome, Place
from minutes.importers.source import Paragraph

# `Status: öffentlich (Niederschrift genehmigt)` is of the session and of its minutes, not of the item.
_PUBLICITY = re.compile(r"(?:nicht\s?-?\s?)?öffentlich\b", re.IGNORECASE)
# `Ja: 9, Nein: 2, Vertreten: 1`: a form with a column that only this office has.
_FORM = re.compile(r"[^:,;]{2,40}:\s?\d{1,3}(?:[,;]\s?[^:,;]{2,40}:\s?\d{1,3})+")
_SYSTEM_COUNTS = re.compile(r"\b(?:Ja|JA|Nein|NEIN)\s?:\s?\d")


@dataclass(slots=True)
class LabelledItem(ItemSoFar):
    """An item that reads labels. `has_parts`: of which each has a status with numbers."""

    has_parts: bool = False

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
                kind, vote = label.kind.removesuffix("_names"), self._vote(new=self.vote is None and not self.votes)
                vote.add_names(kind, label.rest)
                if number := re.search(r"\((\d{1,3})\)$", label.heading):
                    # `Mit Ja stimmten (17):`
                    vote.add_counts({kind: int(number[1])})
                return "vote"
            case "recused":
                # `Befangen: 1 (Herr Kohl)`
                told = re.fullmatch(r"(?P<number>[^()]{1,12}?)\s?(?:\((?P<who>[^()\d]{3,120})\))?", label.rest)
                recused = count_labels.number(told["number"]) if told else None
                if told and recused is not None and self.votes and self.votes[-1].has_result:
                    self.votes[-1].add_counts({"recused": recused})
                    who = re.split(r",\s|;\s|\sund\s", told["who"]) if told["who"] else []
                    self.debate.recused += [name for name in who if name not in self.debate.recused]
                    return "vote"
                if tallies.is_count_line(paragraph.text) and {"yes", "no"} & tallies.read(paragraph.text).counts.keys():
                    # `Befangen: 1, Stimmen dafür: 9`
                    self._vote(new=True).add_result(paragraph.text)
                    self.state = "vote"
                    return "vote"
                names = [name.strip() for name in re.split(r",|;|\sund\s", label.rest) if name.strip()]
                if names and not re.fullmatch(r"\d+|keine[r]?|niemand|-|–", label.rest.strip().casefold()):
                    self.debate.recused += [name for name in names if name not in self.debate.recused]
                self.notes.append(Note("recused", paragraph.text))
                return "note"
            case "debate" | "facts" | "annexes" | "note":
                return self._section(label)
            case _:
                says_publicity = label.kind == "publicity" and not _PUBLICITY.match(label.rest)
                if says_publicity and self.outcome is None and outcomes.is_status(label.rest):
                    self._status(label.rest)
                    return "status"
                self.head.label(label)
                return "head"

    def _is_said_instead(self, paragraph: Paragraph) -> bool:
        """Whether somebody speaks where a result was to stand: then there is none."""
        vote, text = self.vote, paragraph.text
        if vote is None or vote.waits_for != "result" or vote.has_result or re.search(r"\d", text):
            return False
        if not self.debate.is_speech(paragraph) or result_lines.is_result(text) or tallies.DECIDED.search(text):
            return False
        self.votes.remove(vote)
        self.vote = None
        return True

    def _loose_label(self, text: str, following: Paragraph | None) -> Label | None:
        """`Abstimmungsergebnis im Rat: einstimmig`, or the result on the line below; in the facts it is of another body."""
        if self.state in {"facts", "annex"}:
            return None
        head = result_heads.read(text)
        if head:
            return Label("result", head[1], head[0])
        is_head = following is not None and result_heads.is_head(text) and result_heads.is_result(following.text)
        return Label("result", "", plain(text).strip(" :-–*")) if is_head else None

    def _decision(self, label: Label, paragraph: Paragraph) -> Place | None:
        """A status, or the heading of a resolution: the same word is both."""
        rest, code = label.rest, outcomes.code_of(label.rest)
        fresh = self._is_fresh()
        if label.kind == "decision" and (
            tallies.is_ratio(rest) or tallies.is_count_line(rest) or tallies.begins_with_counts(rest)
        ):
            return self._result(label)
        if label.kind == "status" and (tallies.is_count_line(rest) or (code is None and result_heads.is_result(rest))):
            # `Beratungsergebnis: 12 : 0`
            return self._result(label)
        if (
            label.kind == "decision"
            and self.debate.contributions
            and plain(rest).strip(" .").casefold() in {"entfällt", "entfiel"}
        ):
            # Below a report: there was none.
            self.outcome, self.state = Outcome(plain(rest), "none"), "after"
            return "status"
        may_be_status = label.kind in {"status", "decision"} and self.outcome is None
        is_further = label.kind in {"status", "decision"} and (self.outcome is not None or self.has_parts)
        if is_further and outcomes.is_status(rest) and {"yes", "no"} & tallies.read(rest).counts.keys():
            # `Beschluss: Einvernehmen erteilt, 6 Ja, 2 Nein` below what became of another part.
            self._status_as_vote()
            return self._result(label)
        is_told = label.kind == "decision" and bool(result_lines.result_at_end(rest))
        if rest and may_be_status and not is_told and (label.kind == "status" or outcomes.is_status(rest)):
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
        if re.fullmatch(r"Beschlu(?:ss|ß) \d{1,2}", label.heading):
            self._part_as_vote()
        if label.kind == "decision" and self._were_counted():
            self._vote(new=True).add_counts(self.counts or {})
            self.counts, self.has_parts = None, True
        self.is_election = self.is_election or label.kind == "election"
        is_next = (
            bool(self.votes) and self.votes[-1].motion == self.motions.heading and not motions.is_certain(label.heading)
        )
        if label.kind != "proposal" or is_next:
            # Below the vote on an amendment, the motion itself.
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
            if result := result_lines.result_at_end(rest) or result_lines.told_at_end(rest):
                self._vote(new=True).add_result(result)
            return "resolution"
        self.texts.setdefault(self.state, [])
        return "heading"

    def _named(self, votes: Sequence[tuple[str, str]]) -> Place:
        """Votes with their names."""
        for self.pending, result in votes:
            self._vote(new=True).add_result(result)
        return "vote"

    def _status_as_vote(self) -> None:
        """A status with numbers, below which a second one follows, is the vote on the first of several parts."""
        if self.outcome and not self.votes and {"yes", "no"} & self.status_counts.keys():
            self._vote(new=True).add_result(self.outcome.text or "")
            self.outcome, self.status_counts, self.has_parts = None, {}, True

    def _part_as_vote(self) -> None:
        """What stands above `Beschluss 2:` as the status and counts of all is the vote on `Beschluss 1:`."""
        has_result = any(each.place == "status" and each.text.startswith("Ergebnis") for each in self.passages[-4:])
        if has_result and self.outcome and self.counts and not self.votes and self.texts.get("resolution"):
            vote = self._vote(new=True)
            vote.add_counts(self.counts)
            vote.add_result(self.outcome.text or "")
            self.outcome, self.counts, self.has_parts = None, None, True

    def _were_counted(self) -> bool:
        """Whether the counts of the item stand below its first resolution: above a second one they are those of the first."""
        if not self.counts or self.votes or not self.texts.get("resolution"):
            return False
        places = [each.place for each in self.passages]
        return "resolution" in places and "counts" in places[places.index("resolution") :]

    def _counts(self, label: Label, paragraph: Paragraph) -> Place | None:
        """`Abstimmung:` is the counts of the system, or the label of a result."""
        if not label.rest and " " in label.heading:
            # `Abstimmung über die Vertagung` alone heads a vote.
            return None
        tally = tallies.read(label.rest)
        early = not self.votes and self.state == "head"
        if (
            tally.counts
            and self.counts is None
            and not self.has_parts
            and (not tally.words or ({"yes", "no"} <= tally.counts.keys() and _FORM.fullmatch(plain(label.rest))))
            and (early or _SYSTEM_COUNTS.search(plain(label.rest)))
        ):
            self.counts = dict(tally.counts)
            return "counts"
        return self._result(label)

    def _result(self, label: Label) -> Place:
        is_outcome = label.heading.startswith("Ergebnis") and checks.is_outcome(label.rest)
        if self.outcome is None and not self.has_parts and (is_outcome or outcomes.is_said_alone(label.rest)):
            self._status(label.rest)
            return "status"
        if is_outcome and self.has_parts and self.vote:
            # `Ergebnis: abgelehnt` below `Abstimmung: Ja: 7, Nein: 9`, of the second part.
            self.vote.add_result(label.rest)
            return "vote"
        named = named_votes.read(label.rest)
        if len(named) > 1:
            return self._named(named)
        if re.match(r"(?:Gesamt|Schluss)abstimmung", label.heading):
            self.motions.heading = ""
        vote = self._vote(new=self.vote is None or (self.vote.has_result and not self.vote.is_counted_by(label.rest)))
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

    def _ends_without_vote(self, text: str) -> bool:
        """`Zur Kenntnis genommen.` below the label of a result: what became of the item, and nobody voted."""
        vote = self.vote
        if vote is None or vote.waits_for != "result" or vote.has_result or vote.form or self.outcome:
            return False
        if not outcomes.is_said_alone(text):
            return False
        self.votes.remove(vote)
        self.vote, self.state = None, "after"
        self._status(plain(text).rstrip(" ."))
        return True

    def _section(self, label: Label) -> Place | None:
        self.vote = None
        self.state = {"annexes": "annex"}.get(label.kind, label.kind)
        if not label.rest:
            return "heading"
        if label.kind == "debate":
            # `Aussprache: Frau Ohm bittet um eine Liste.`: read as what is said.
            self.labelled = True
            return None
        if label.kind == "annexes":
            self.texts.setdefault("annex", []).append(label.rest)
            return "annex"
        if label.kind == "note":
            self.notes.append(Note("remark", label.rest, label.heading))
            return "note"
        self.texts.setdefault("facts", []).append(label.rest)
        return "facts"
