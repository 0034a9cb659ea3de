"""Votes: the lines of a vote block become one vote, however they are spread. Pure."""

import re
from dataclasses import dataclass, field

from minutes.importers.grammar import (
    counted_lists,
    decisions,
    elections,
    groups,
    motions,
    options,
    result_lines,
    stances,
    tallies,
    told_votes,
    voting_verbs,
)
from minutes.importers.grammar.letters import plain
from minutes.importers.grammar.numbers import NUMBER
from minutes.importers.grammar.result_rows import ResultRow
from minutes.importers.reading import rows_of_groups
from minutes.importers.reading.values import VoteReading

_ABOUT = re.compile(r"\b(?:über|zu|zum|zur|für)\s(?:(?:den|die|das)\s)?(?P<about>\S.*)")
_VOTES = re.compile(
    r"\b(?:stimm(?:en|ten|t|te)|finden|fanden|sprechen|sprachen|votier\w+|heben|hoben|lehn(?:en|ten)|sind|waren|laute\w+|enth(?:ält|alten|ielt|ielten)\ssich)\b"
)
_AGAINST_ALONE = re.compile(rf"\(?(?i:{NUMBER})\sGegenstimmen?\)?\.?")
_OWN = frozenset({"yes", "no", "abstain", "invalid"})
_NAME_SPLIT = re.compile(r"\s*;\s*|\s*,\s*|\s+und\s+|\n")


@dataclass(slots=True)
class VoteInWork:
    """A vote while its lines come in."""

    label: str = ""
    form: str = ""
    words: list[str] = field(default_factory=list)
    is_unanimous: bool = False
    counts: dict[str, int] = field(default_factory=dict)
    bracket: dict[str, int] = field(default_factory=dict)
    options: dict[str, int] = field(default_factory=dict)
    by_name: dict[str, list[str]] = field(default_factory=dict)
    by_group: dict[str, dict[str, int]] = field(default_factory=dict)
    conclusion: str = ""
    contradicts_itself: bool = False
    motion: str = ""
    is_on_motion: bool = False
    # After how many contributions it stands.
    after: int = 0
    # Told by a sentence of its own, without a label.
    is_sentence: bool = False
    columns: list[str] = field(default_factory=list)
    open_names: str = ""
    names_wait: bool = False
    names_below: bool = False
    waits_for: str = ""
    # A line whose bracket is closed on the next: `dafür: 9 (5 CDU,`.
    unclosed: str = ""
    # `1 Gegenstimme` alone: the others were for it.
    against: str = ""
    # What is voted on, where the lines with the numbers say it: `Für die Vertagung: 9 Stimmen`; the label made of that.
    about: str = ""
    named: str = ""

    @classmethod
    def of_row(cls, row: ResultRow) -> "VoteInWork":
        """One of several rows of results; its words keep the number of those present."""
        counts = {name: number for name, number in row.counts.items() if name in _OWN}
        return cls(words=[row.text], is_unanimous="einstimmig" in row.words.casefold(), counts=counts)

    @property
    def has_result(self) -> bool:
        return bool(self.words or self.counts or self.options or self.unclosed)

    def is_counted_by(self, text: str) -> bool:
        """Whether numbers behind a label are those of this vote, of which a sentence told no numbers."""
        if not self.is_sentence or self.options or not text:
            return False
        tally = tallies.read(text)
        if any(tally.counts.get(name, number) != number for name, number in self.counts.items()):
            return False
        return bool(tally.counts) and not tally.words and not (self.is_unanimous and tally.counts.get("no"))

    def head(self, heading: str) -> None:
        """`Abstimmungsergebnis über den Änderungsantrag`: what is voted on, told by the label of the result."""
        about = _ABOUT.search(heading)
        if about and not self.label:
            self.label = about["about"]

    def add_result(self, text: str) -> None:
        """A line of the result."""
        parts = re.split(r"[,;]\s", plain(text))
        if len(parts) > 1 and any(map(stances.read, parts)) and all(map(tallies.is_count_line, parts)):
            for part in parts:
                self.add_result(part)
            return
        if self._counted_list(text) or self._stance(plain(text)) or self._option(plain(text)):
            self.waits_for = ""
            return
        if by_group := groups.listed(text) or groups.of_one(text):
            self._add_groups(by_group)
            self.waits_for = ""
            return
        if tallies.opens_count_line(text) and ")" not in text:
            self.unclosed, self.waits_for = plain(text), ""
            return
        self._add(text)

    def _add(self, text: str) -> None:
        tally = tallies.read(text)
        decision = decisions.read(text) if tally.words and not tally.counts else None
        counts = decision.counts if decision else tally.counts
        # `7 ABC, 3 XYZ dafür` without a verb: these are of groups.
        by_verbs = voting_verbs.read(text) if _VOTES.search(text) else []
        if len(by_verbs) == 1 and len(by_verbs[0]) > len(counts):
            # `Für den Antrag finden sich vier Stimmen, dagegen neun; ein Mitglied enthält sich.`
            counts = by_verbs[0]
        self.add_counts({name: number for name, number in counts.items() if name in _OWN})
        self.bracket |= tally.bracket
        if {"recused", "present"} & tally.counts.keys():
            self.bracket |= tally.counts
        if not tally.words and _AGAINST_ALONE.fullmatch(plain(text)):
            self.against = plain(text)
        if tally.words:
            self.words.append(tally.words)
            self.is_unanimous = self.is_unanimous or tally.is_unanimous
        self._add_groups(tally.groups)
        self.waits_for = ""

    def add_counts(self, counts: dict[str, int]) -> None:
        """Numbers; a second number for the same thing stays out, and is a contradiction."""
        for name, number in counts.items():
            if self.counts.setdefault(name, number) != number:
                self.contradicts_itself = True

    def add_table(self, counts: list[tuple[str, int]], by_group: dict[str, dict[str, int]]) -> None:
        """The numbers of a table; those of its groups are not added up."""
        for name, number in counts:
            self.add_counts({name: number})
        self._add_groups(by_group)

    def _add_groups(self, by_group: dict[str, dict[str, int]]) -> None:
        for category, named in by_group.items():
            self.by_group.setdefault(category, {}).update(named)

    def add_names(self, category: str, text: str) -> None:
        """`Mit Ja stimmten: Bednar, Kohl, …`."""
        line = plain(text)
        if category != self.open_names:
            self.names_below = not line
        self.open_names, self.names_wait = category, not line or line.endswith((",", ";", " und"))
        parts = re.split(r"\s*;\s*", line) if ";" in line else _NAME_SPLIT.split(line)
        found = [part.strip(" .") for part in parts if part.strip(" .")]
        self.by_name.setdefault(category, []).extend(
            name for name in found if name not in {"keine", "keiner", "niemand", "-", "–"}
        )

    def add_roll_call(self, rows: list[tuple[str, str]]) -> None:
        """A name a row, and how this person voted."""
        self.waits_for = ""
        for kind, name in rows:
            self.by_name.setdefault(kind, []).append(name)

    def goes_on(self, text: str) -> bool:
        """Takes a line that belongs to the vote without a label of its own; False if it does not."""
        line = plain(text)
        if not line or len(line) > 400:
            return False
        if self.unclosed:
            opened, self.unclosed = self.unclosed, ""
            closes = bool(re.fullmatch(r"[^()]{1,200}\)\.?", line))
            self._add(f"{opened} {line}" if closes else opened)
            if closes:
                return True
        if self.waits_for == "form":
            self.form, self.waits_for = line, ""
            return True
        if self.open_names and not tallies.is_count_line(line) and self._names_go_on(line):
            self.add_names(self.open_names, line)
            return True
        if self._is_of_another(line) or (self.is_sentence and told_votes.is_one(line)):
            return False
        if self._table(text) or self._counted_list(line) or self._stance(line) or self._option(line):
            return True
        if (
            tallies.is_count_line(line)
            or bool(groups.listed(line) or groups.of_one(line))
            or tallies.opens_count_line(line)
            or self.waits_for == "result"
            or (result_lines.is_result(line) and (self.form or self.has_result))
        ):
            self.add_result(text)
            return True
        return False

    def _counted_list(self, text: str) -> bool:
        """`Nein (2): Abt, Ilg`."""
        found = counted_lists.read(text)
        if found is None or found.kind == "recused":
            return False
        self.add_counts({found.kind: found.number})
        if found.names:
            self.by_name.setdefault(found.kind, []).extend(found.names)
        if found.by_group:
            self._add_groups({found.kind: found.by_group})
        return True

    def _names_go_on(self, line: str) -> bool:
        """The list ended in a comma or has only begun, one name a line, and this is no sentence."""
        if line.endswith((".", ":")) or len(line) > 200:
            return False
        return self.names_wait or (self.names_below and len(line) <= 60)

    def _is_of_another(self, line: str) -> bool:
        """After `Für die Vertagung: 9` and `Gegen die Vertagung: 6` the numbers about something else are another vote."""
        stance = stances.read(line)
        return stance is not None and self.about not in {"", stance.about} and "no" in self.counts

    def _stance(self, line: str) -> bool:
        """`Für die Vertagung: 9 Stimmen`; where several things have numbers for them, they are options of one ballot."""
        stance = stances.read(line)
        if stance is None:
            return False
        as_option = f"Für {stance.about}"
        if stance.side == "no" and list(self.options) == [as_option]:
            self.counts["yes"], self.about = self.options.pop(as_option), stance.about
        if stance.side == "yes" and self.about not in {"", stance.about} and self.counts.keys() == {"yes"}:
            self.options[f"Für {self.about}"] = self.counts.pop("yes")
            self.label = "" if self.label == self.named else self.label
            self.about = self.named = ""
        if self.options:
            name = f"{'Für' if stance.side == 'yes' else 'Gegen'} {stance.about}"
            self.contradicts_itself |= self.options.setdefault(name, stance.number) != stance.number
            return True
        if not stance.is_proposal and self.about != stance.about:
            return False
        self.about = stance.about
        if not self.label:
            self.label = self.named = stance.label
        self.add_counts({stance.side: stance.number})
        return True

    def _option(self, line: str) -> bool:
        """`CDU-Liste = 28 Stimmen`, `Auf Maria Selbach entfallen 28 Stimmen`."""
        if tallies.is_count_line(line) or tallies.opens_count_line(line):
            return False
        shares = elections.shares(line)
        if len(shares) > 1 or (shares and self.counts.keys() <= {"invalid"} and not self.words):
            self.options |= shares
            return True
        option = options.read(line)
        if option is None:
            return False
        self.options[option.name] = option.votes
        if option.has_seats:
            self.words.append(line)
        return True

    def _table(self, text: str) -> bool:
        """Rows of a table of factions, once its head was seen: `CDU   9   2   0`."""
        if heads := rows_of_groups.columns(text):
            self.columns = heads
            return True
        found = rows_of_groups.row(text, self.columns) if self.columns else None
        if found is None:
            return bool(self.columns) and rows_of_groups.has_gaps(text, self.columns)
        name, row = found
        if rows_of_groups.is_total(name):
            self.add_counts(row)
        else:
            for kind, number in row.items():
                self.by_group.setdefault(kind, {})[name] = number
        return True

    def finished(self) -> VoteReading:
        """The vote as read. Totals that only groups or names give are not entered: they are no counts of the text."""
        if self.unclosed:
            self._add(self.unclosed)
            self.unclosed = ""
        return VoteReading(
            label=self.label,
            form=self.form,
            result=" ".join(self.words) or ("" if "yes" in self.counts or self.bracket else self.against),
            is_unanimous=self.is_unanimous,
            counts=dict(self.counts),
            options=dict(self.options),
            by_name={name: tuple(people) for name, people in self.by_name.items()},
            by_group={name: dict(named) for name, named in self.by_group.items()},
            conclusion=self.conclusion,
            contradicts_itself=self.contradicts_itself,
            is_on_motion=self.is_on_motion or any(map(motions.is_named, (self.label, " ".join(self.words)))),
        )
