"""An item: its paragraphs become outcome, resolution, debate and votes, in whatever order the layout has them. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes.importers.grammar import (
    ballots,
    bare_decisions,
    elections,
    endings,
    impersonal,
    labels,
    membership,
    named_votes,
    outcomes,
    procedure,
    resolving,
    result_lines,
    saying,
    tallies,
    told_votes,
)
from minutes.importers.grammar.letters import plain
from minutes.importers.reading import bare_lines, navigation, page_head, stray_lines
from minutes.importers.reading.forms_ahead import ItemWithForms
from minutes.importers.reading.page_head import opens_with_number
from minutes.importers.reading.values import Note, Passage, Place
from minutes.importers.reading.vote_heads import begins_ballot, heads_vote, is_next_point
from minutes.importers.reading.votes import VoteInWork
from minutes.importers.source import Clock, Paragraph

# `Der Rat beschließt, …` below `Der Ausschuss empfiehlt dem Rat, folgenden Beschluss zu fassen.`
_RESOLVES = re.compile(
    r"(?:Der|Die|Das)\s[^.:]{2,120}?\s(?:beschließt|empfiehlt|bestellt|beauftragt)\b(?![^.:]{0,60}\b(?:einstimmig|mehrheitlich)\b)"
)


# `Er weist …`, `Sodann lässt sie abstimmen.`: who spoke before the vote speaks again.
_GOES_ON = re.compile(r"(?:Er|Sie|Dieser)\s|[A-ZÄÖÜ][a-zäöüß]+\s[a-zäöüß]+\s(?:er|sie)\s")

# `a) die Satzung`, `den Zaun zu bauen`: the points below who resolves how.
_GOES_ON_BELOW = re.compile(r"\s*(?:[a-h1]\)|[1-9]\.|[-–•])\s|\s*(?:den|die|das|dem|der|zu[mr]?)\s")


_DECIDED = frozenset({"adopted", "adopted_amended", "rejected"})


@dataclass(slots=True)
class ItemInWork(ItemWithForms):
    """An item while its paragraphs come in."""

    def read(self, paragraphs: Sequence[Paragraph], clock: Clock) -> None:
        menu = navigation.menu(paragraphs)
        begin = page_head.begins(paragraphs) if self.heading is None else 0
        site = page_head.ends_site(paragraphs) if self.heading is None and not begin else range(0)
        begin = begin or site.stop
        if self.heading is None and opens_with_number(paragraphs):
            self.head.is_extract = True
        for index, paragraph in enumerate(paragraphs):
            if index % 64 == 0:
                clock.check()
            if index < begin and (index < site.start or not self.head.line(paragraph.text, may_be_title=True)):
                self.passages.append(Passage.of("furniture" if paragraph.is_furniture else "head", paragraph))
                continue
            if index in menu and self.state in {"head", "debate"}:
                self.labelled, self.state = True, "debate"
                self.passages.append(Passage.of("furniture", paragraph))
                continue
            self._look_ahead(paragraphs, index)
            place = self._place(paragraph, paragraphs[index + 1] if index + 1 < len(paragraphs) else None)
            self.passages.append(Passage.of(place, paragraph))
            self._look_below(paragraphs, index)

    def _place(self, paragraph: Paragraph, following: Paragraph | None) -> Place:
        if self.ahead:
            return self.ahead.pop(0)
        text = paragraph.text
        if navigation.heads_row(text):
            self.ahead = ["head"]
            return "furniture"
        if paragraph.is_furniture or navigation.is_button(text):
            return "furniture"
        if not self.labelled and "number" not in self.head.facts and page_head.heads_extract(text, following):
            self._begin_page()
            return "head"
        if self.state == "head" and (place := self._fact(paragraph)):
            return place
        if not re.search(r"[^\W\d_]", text) and not tallies.is_count_line(text) and not self._wants(text):
            return stray_lines.placed(self, text)
        if self.rows.take(text):
            return self._row()
        if self.state == "head" and (row := page_head.row(text)):
            for each in row:
                self._labelled(each, paragraph)
            self.labelled = True
            return "status" if self.outcome else "head"
        told, rest = resolving.in_bracket(text)
        if told:
            self._vote(new=True).add_result(told)
            if not rest and self.state == "resolution" and self.texts.get("resolution"):
                # The resolution stands above it.
                self.vote, self.state = None, "after"
                return "vote"
            self.vote, self.state, self.labelled, self.decision = None, "resolution", True, "Beschluss"
            self.texts.setdefault("resolution", []).extend([rest] if rest else [])
            return "resolution" if rest else "vote"
        told, below = resolving.how_and_what(text)
        if not told and following is not None and _GOES_ON_BELOW.match(following.text):
            # `Der Ausschuss empfiehlt dem Rat einstimmig`, and the points below it.
            told = resolving.how(f"{plain(text)}:") if re.search(r"\w$", text) else ""
        if told:
            # `Der Rat beschließt einstimmig:`: the result first, the resolution below it.
            self._vote(new=True).add_result(told)
            self.vote, self.state, self.labelled = None, "resolution", True
            self.decision = self.decision or "Beschluss"
            if below:
                self.texts.setdefault("resolution", []).append(below)
                return "resolution"
            if not resolving.is_alone(text):
                self.notes.append(Note("decision", text))
            return "vote"
        if self.state in {"head", "debate"} and not self.texts.get("resolution") and resolving.opens(text):
            self.texts["resolution"], self.state, self.labelled = [text], "resolution", True
            self.decision = self.decision or "Beschluss"
            return "resolution"
        label = labels.read(navigation.without_bar(text)) or self._loose_label(text, following)
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
        excluded = procedure.excluded(text) if self.votes and self.votes[-1].has_result else 0
        if excluded:
            # `Aufgrund des § 24 KV war 1 Mitglied von der Abstimmung ausgeschlossen.`
            self.votes[-1].add_counts({"recused": excluded})
            self.notes.append(Note("recused", text))
            return "note"
        if self.vote and membership.is_line(text):
            # How many could vote is no result of theirs; the numbers are still to come.
            self.notes.append(Note("membership", text))
            return "note"
        if named := named_votes.read(text):
            place = self._named(named)
            self.state, self.labelled = "vote", True
            return place
        if ballot := ballots.read(text) or (ballots.read(f"{self.pending}: {text}") if self.pending else None):
            self.pending = ""
            self.vote, self.state, self.labelled = None, "vote", True
            after = len(self.debate.contributions)
            self.votes.append(
                VoteInWork(
                    label=ballot.label, form=ballot.form, counts=ballot.counts, options=ballot.options, after=after
                )
            )
            return "vote"
        if self._ends_without_vote(text):
            return "status"
        if self._is_said_instead(paragraph):
            return self._debate(paragraph)
        if self.vote and self.vote.goes_on(text):
            return "vote"
        if following is not None and ballots.heads(text, following.text):
            self.pending, self.vote = plain(text).rstrip(" :"), None
            return "vote"
        if self._is_status_instead(text):
            return "status"
        above = (self.texts.get("resolution") or [""])[-1] if self.state == "resolution" else ""
        if heads_vote(text, following) and not is_next_point(text, above):
            self.pending = plain(text).rstrip(":").strip()
            self.vote = None
            # `Über den Antrag lässt die Vorsitzende abstimmen:` is said as well.
            return self._debate(paragraph) if self.debate.names_speaker(text) else "vote"
        if begins_ballot(text, following):
            self._vote(new=True).add_result(text)
            self.state = "vote"
            return "vote"
        self.vote = None
        return self._unlabelled(paragraph)

    def _is_status_instead(self, text: str) -> bool:
        """`Kenntnisnahme` below `Beschluss:`: what became of the item, where a resolution was to stand."""
        is_empty = self.state == "resolution" and not self.texts.get("resolution") and not self.votes
        if not is_empty or self.outcome is not None or not outcomes.is_said_alone(text):
            return False
        self.vote = None
        self._status_instead(plain(text).rstrip(" ."), "after")
        return True

    def _status_instead(self, status: str, state: str) -> None:
        """Takes what stands below the heading of a resolution as the status: there is none to come."""
        self.texts.pop("resolution", None)
        self.decision, self.state = "", state
        self._status(status)

    def _begin_page(self) -> None:
        """What stood above the head of an extract was that of a letter: place and day, and whose it is."""
        if len(self.debate.guessed) == len(self.debate.contributions):
            self.debate.contributions.clear()
            self.debate.guessed.clear()
            self.passages = [
                replace(each, place="head") if each.place == "contribution" else each for each in self.passages
            ]
        self.state = "head"

    def _fact(self, paragraph: Paragraph) -> Place | None:
        """The facts of a page as a list, label and value by turns."""
        opened, self.open_fact = self.open_fact, page_head.open_fact(paragraph.text)
        if self.open_fact:
            return "head"
        label = page_head.fact(opened, paragraph.text) if opened else None
        is_status = label is not None and label.kind == "decision" and outcomes.is_status(label.rest)
        if label and (is_status or label.kind in {*page_head.KINDS, "status", "papers"}):
            return self._labelled(label, paragraph)
        return "head" if opened and re.match(r"[-–•]\s", paragraph.text.strip()) else None

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

    def _wants(self, text: str) -> bool:
        return bool(self.vote and (self.vote.waits_for or self.vote.columns))

    def _unlabelled(self, paragraph: Paragraph) -> Place:
        text = paragraph.text
        if not self._is_fresh():
            self.motions.note(text)
        # `Die Niederschrift der 3. Sitzung wird genehmigt.` names a session, but is no line of a head.
        in_head = self.state == "head" and self._is_fresh() and not self.debate.is_speech(paragraph)
        in_head = in_head and not (told_votes.is_one(text) or bare_decisions.code_of(text))
        if in_head and self.head.line(text, may_be_title=self.heading is None):
            return "head"
        is_empty = self.state in {"resolution", "proposal"} and not self.texts.get(self.state)
        if is_empty and not self.votes and (bare_lines.is_result(text) or bare_lines.is_counted_result(text)):
            # `Einstimmig angenommen.` below `Beschluss:`, its numbers, and what was decided below that.
            self._vote(new=True).add_result(text)
            self.state = "resolution"
            return "vote"
        bare = plain(text).strip("()")
        if (
            in_head
            and self._is_fresh()
            and bare[:1].islower()
            and outcomes.is_short(bare)
            and outcomes.code_of(bare) in _DECIDED
        ):
            # `einstimmig beschlossen`, right below the title.
            self._status(bare)
            return "status"
        if is_empty and self.outcome is None and page_head.is_status_below(text, self.decision):
            self._status_instead(text, "head")
            return "status"
        is_counted = is_empty and tallies.is_count_line(text)
        if self.state in {"resolution", "proposal"} and not is_counted and self._resolution(paragraph):
            return "note" if self.notes and self.notes[-1].text == text else "resolution"
        if self.state in {"annex", "facts", "note"}:
            border = paragraph.gap == 2 and bool(self.passages) and self.passages[-1].place != "heading"
            over = self.state == "annex" and bare_lines.is_sentence(text)
            is_idle = self.state == "facts" and not self.texts.get("facts") and procedure.is_lack(text)
            speaks = self.debate.is_speech(paragraph) and not self._is_of_paper(text)
            if not border and not over and not is_idle and not speaks:
                if self.state == "note":
                    self.notes.append(Note("remark", text))
                    return "note"
                self.texts.setdefault(self.state, []).append(text)
                return "annex" if self.state == "annex" else "facts"
        after_decision = bool(self.texts.get("resolution") or self.outcome or self.debate.contributions)
        alone = plain(text).strip("-–() .")
        if self.outcome is None and self._is_said_of_this(alone) and not tallies.is_count_line(text):
            self._status(alone)
            return "status"
        told = (
            result_lines.is_result(text)
            if after_decision
            else result_lines.is_result_sentence(text)
            or bare_lines.is_result(text)
            or bare_lines.is_counted_result(text)
        )
        # That nobody objects decides something only where there is something to decide.
        idle = not (self.texts.get("resolution") or self.outcome or self.votes) and procedure.is_unopposed(text)
        if tallies.is_count_line(text) or (told and not idle):
            for result in told_votes.each_alone(text) or [text]:
                vote = self._vote(new=True)
                vote.add_result(result)
                self.state, vote.is_sentence = "vote", result_lines.is_result_sentence(result)
            return "vote"
        return self._debate(paragraph)

    def _is_of_paper(self, text: str) -> bool:
        """`Die Verwaltung schlägt vor, …` among the facts, before anybody has spoken."""
        nobody = not any(each.speaker for each in self.debate.contributions)
        return self.state == "facts" and nobody and self.debate.is_by_all(text)

    def _is_said_of_this(self, text: str) -> bool:
        """`Abgesetzt`; but `TOP 2 entfällt` is of this item only if it is the second."""
        number = self.heading.number if self.heading else self.head.facts.get("number", "")
        return outcomes.is_said_alone(text) and not endings.is_of_another(text, number)

    def _resolution(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph belongs to the resolution in work."""
        texts = self.texts.setdefault(self.state, [])
        text = paragraph.text
        if texts and paragraph.gap == 2:
            return False
        if texts and (outcomes.is_said_alone(text.strip("-–() .")) or endings.code_of(text) == "withdrawn"):
            return False
        if texts and re.match(r"(?:Damit|Somit)\s", text) and procedure.is_conclusion(text) and procedure.failed(text):
            return False
        if not texts and self.state == "resolution" and (saying.opens_debate(text) or impersonal.asks(text)):
            # Some pages write `Beschluss:` above whatever follows.
            return False
        if not texts and procedure.is_lack(text) and not procedure.is_unopposed(text):
            # `Eine Aussprache wird nicht gewünscht.`
            return False
        if texts and (
            (self.debate.is_speech(paragraph) and not resolving.goes_on(text))
            or (result_lines.is_result(text) and not re.match(r"\s*\d+[.)]", text))
        ):
            return False
        goes_on = _RESOLVES.match(text) or re.match(r"\(?(?:[Ss]iehe|s\.|[Vv]gl\.)", text)
        if texts and (procedure.is_procedure(text) or impersonal.happens(text)) and not goes_on:
            return False
        if texts and texts[-1].strip(" .").casefold() == "ohne":
            self.notes.append(Note("decision", text))
            return True
        if texts and re.match(r"[a-zäöüß]{2,}", text) and re.search(r"\w$", texts[-1]):
            # The rest of a sentence whose first line stands beside a label.
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
        self._result_at_end(text)
        return True

    def _result_at_end(self, text: str) -> bool:
        """Reads the result at the end of a paragraph: that of a point of a list is of this point."""
        mark, result = result_lines.of_point(text)
        result = result or result_lines.result_at_end(text)
        if not result and (self.texts.get("resolution") or [""])[-1].endswith(text):
            result = result_lines.told_at_end(text)
        if not result:
            return False
        above = self.votes[-1] if self.votes else None
        if (
            above
            and self.state == "resolution"
            and not mark
            and above.counts
            and not above.words
            and outcomes.is_status(result)
        ):
            # `Beschluss 3 : 6`, and below it `Die Stelle wird geschaffen. – abgelehnt –`
            above.add_result(result)
            return True
        self.pending = f"Punkt {mark.rstrip('.)')}" if mark else self.pending
        state = self.state
        self._vote(new=True).add_result(result)
        if mark and state == "resolution":
            # The next point goes on with what is resolved.
            self.vote, self.state = None, state
        return True

    def _debate(self, paragraph: Paragraph) -> Place:
        before = len(self.debate.contributions)
        after_vote = self.state in {"vote", "after"}
        self.debate.add(paragraph)
        shares = elections.shares(paragraph.text)
        if shares:
            # Who got how many votes, within what the chair says of the ballot.
            self.votes.append(VoteInWork(options=shares, after=len(self.debate.contributions)))
        if self._result_at_end(paragraph.text):
            self.vote = None
        added = self.debate.contributions[before:]
        if after_vote and procedure.tells_failure(paragraph.text):
            # `Herr Kohl erklärt, dass die nötige Mehrheit fehlt`: the vote before this failed.
            self.votes[-1].conclusion = plain(paragraph.text)
        is_told = told_votes.is_one(paragraph.text)
        if (
            after_vote
            and added
            and added[0].kind == "continuation"
            and not (is_told or _GOES_ON.match(plain(paragraph.text)))
        ):
            self.debate.contributions[before:] = []
            self.notes.append(Note("after", paragraph.text))
            return "note"
        if not after_vote or (added and added[0].kind == "speech"):
            # In some layouts the vote comes first: then the debate begins with whoever speaks after it.
            self.state = "debate"
        return "contribution"
