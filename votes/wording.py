"""Room: votes. German wording of the record: votes, roll calls, elections, outcomes, recommendations. Pure.

The formulas are those of a rule profile; its defaults print as Kreis Coesfeld does. Unknown counts make no sentence.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from committees.wording import GenderedName, listed, sort_key
from votes.elections import (
    Elected,
    ElectionResult,
    LotNeeded,
    NoOneElected,
    Option,
    RunOff,
)
from votes.rules import (
    QUALIFIED,
    Choice,
    Form,
    Majority,
    OutcomeCode,
    Result,
    Tally,
    motion_result,
    required,
    result,
)

NBSP = "\N{NO-BREAK SPACE}"
NO_FORMAL_VOTE = "ohne förmliche Abstimmung; hiergegen erhebt sich kein Widerspruch"
LIST_FAILED = "Der Vorschlag ist damit gescheitert."

RESULTS = {Result.ADOPTED: "angenommen", Result.REJECTED: "abgelehnt"}

_FORMS = {
    Form.SHOW_OF_HANDS: "offen per Handzeichen",
    Form.RISING: "offen durch Erheben von den Plätzen",
    Form.CARDS: "offen per Kartenzeichen",
    Form.ELECTRONIC: "elektronisch",
    Form.ROLL_CALL: "namentlich",
    Form.SECRET: "geheim",
    Form.NO_FORMAL_VOTE: "ohne förmliche Abstimmung",
}
_OUTCOMES = {
    OutcomeCode.ADOPTED: "ungeändert beschlossen",
    OutcomeCode.ADOPTED_AMENDED: "geändert beschlossen",
    OutcomeCode.REJECTED: "abgelehnt",
    OutcomeCode.NOTED: "Kenntnis genommen",
    OutcomeCode.DEFERRED: "zurückgestellt",
    OutcomeCode.REMOVED: "abgesetzt",
    OutcomeCode.REFERRED: "verwiesen",
    OutcomeCode.WITHDRAWN: "zurückgezogen",
    OutcomeCode.SETTLED: "erledigt",
    OutcomeCode.ELECTED: "gewählt",
    OutcomeCode.MULTIPLE: "Mehrfachbeschlüsse",
    OutcomeCode.NONE: "",
}
_ROLL_CALL_HEADINGS = {
    Choice.YES: ("Mit Ja stimmte", "Mit Ja stimmten"),
    Choice.NO: ("Mit Nein stimmte", "Mit Nein stimmten"),
    Choice.ABSTAIN: ("Enthalten hat sich", "Enthalten haben sich"),
    Choice.NOT_VOTING: ("Nicht abgestimmt hat", "Nicht abgestimmt haben"),
}


@dataclass(frozen=True, slots=True)
class WordingProfile:
    """How a body words its results; the values are those of the rule profile.

    `unanimity_with_abstentions`: unanimous, lines or majority; `counts_style`: lines or sentence.
    """

    unanimity_with_abstentions: str = "unanimous"
    counts_style: str = "lines"


COESFELD = WordingProfile()


def form_text(form: Form) -> str:
    """offen per Handzeichen, namentlich, geheim …"""
    return _FORMS[form]


def outcome_text(outcome: OutcomeCode) -> str:
    """The usual words of the status line for an outcome; empty for none."""
    return _OUTCOMES[outcome]


def result_lines(
    tally: Tally,
    majority: Majority = Majority.SIMPLE,
    *,
    seats: int | None = None,
    form: Form = Form.SHOW_OF_HANDS,
    profile: WordingProfile = COESFELD,
    is_unanimous_recorded: bool = False,
) -> tuple[str, ...]:
    """The lines behind "Abstimmungsergebnis:"; empty if the counts are unknown.

    `is_unanimous_recorded`: nobody counted, the record only knows that it was unanimous.
    """
    if form == Form.NO_FORMAL_VOTE:
        return (NO_FORMAL_VOTE,)
    yes, no, abstain = tally.yes, tally.no, tally.abstain
    if yes is None or no is None or abstain is None:
        return (_with_abstentions("einstimmig", abstain or 0),) if is_unanimous_recorded and not no else ()
    if tally.is_all_zero:
        return ()
    outcome = result(majority, tally, seats)
    sentence = _unanimous_words(yes, no, abstain, outcome, profile)
    if sentence is None and profile.counts_style == "sentence":
        sentence = _counts_sentence(yes, no, abstain, outcome)
    if sentence is None:
        return count_lines(tally)
    return (sentence, invalid_votes(tally.invalid)) if tally.invalid else (sentence,)


def conclusion(
    tally: Tally,
    majority: Majority = Majority.SIMPLE,
    *,
    seats: int | None = None,
    form: Form = Form.SHOW_OF_HANDS,
    profile: WordingProfile = COESFELD,
    puts_rejection: bool = False,
    subject: str = "Der Antrag",
) -> str | None:
    """The sentence after a vote whose lines don't show the result: a tie, a failed qualified majority or list.

    `subject`: what was put to the vote, with its article; the words around it fit every gender. `puts_rejection`:
    the question was to reject the motion; carried, the motion is rejected.
    """
    if form == Form.NO_FORMAL_VOTE or tally.is_all_zero:
        return None
    outcome = result(majority, tally, seats)
    if puts_rejection and motion_result(outcome, puts_rejection=True) == Result.REJECTED:
        return f"{subject} ist damit abgelehnt."
    if outcome != Result.REJECTED:
        return None
    if majority == Majority.UNANIMOUS_LIST:
        return LIST_FAILED
    question = "Der Vorschlag" if puts_rejection else subject
    needed = required(majority, tally, seats)
    if majority in QUALIFIED and needed is not None:
        votes = _number(needed, "Stimme", "Stimmen")
        return f"{question} ist damit abgelehnt; die erforderliche Mehrheit von {votes} wurde nicht erreicht."
    if tally.is_tie and profile.counts_style == "lines":
        return f"{question} ist damit bei Stimmengleichheit abgelehnt."
    return None


def count_lines(tally: Tally) -> tuple[str, ...]:
    """5 JA-Stimmen / 2 NEIN-Stimmen / 1 Enthaltung / 1 ungültige Stimme; zero and unknown counts are left out."""
    lines = (
        _number(tally.yes or 0, "JA-Stimme", "JA-Stimmen"),
        _number(tally.no or 0, "NEIN-Stimme", "NEIN-Stimmen"),
        abstentions(tally.abstain or 0),
        invalid_votes(tally.invalid or 0),
    )
    counts = (tally.yes, tally.no, tally.abstain, tally.invalid)
    return tuple(line for line, count in zip(lines, counts, strict=True) if count)


def status_line(tally: Tally, recused: int | None = None) -> str:
    """Abstimmung: Ja: 9, Nein: 0, Enthaltungen: 0, Befangen: 0, with no-break spaces behind the inner colons.

    Unknown counts are left out; empty if none of Yes, No and abstentions is known.
    """
    counts = _counts(tally, recused, gap=NBSP)
    return f"Abstimmung: {counts}" if counts else ""


def counts_bracket(tally: Tally, recused: int | None = None) -> str:
    """(Ja: 7, Nein: 0, Enthaltungen: 1, Befangen: 0); unknown counts are left out, empty if there are none."""
    counts = _counts(tally, recused, gap=" ")
    return f"({counts})" if counts else ""


@dataclass(frozen=True, slots=True)
class RollCallEntry:
    """A name as the record prints it ("Dr. Wende"), how it was called, and whatever key the caller knows it by."""

    name: str
    choice: Choice
    key: Hashable = None


@dataclass(frozen=True, slots=True)
class RollCallLine:
    """Those who voted alike, in German alphabetical order; the colon behind the heading is the layout's."""

    choice: Choice
    heading: str
    entries: tuple[RollCallEntry, ...]

    @property
    def text(self) -> str:
        """Kleinhaus, Lütke, Merten, Dr. Wende."""
        return ", ".join(entry.name for entry in self.entries)


def roll_call_lines(entries: Iterable[RollCallEntry]) -> tuple[RollCallLine, ...]:
    """Mit Ja stimmten: …, Mit Nein stimmten: …, then abstentions and those who didn't vote; empty groups left out."""
    by_name = sorted(entries, key=lambda entry: (*sort_key(entry.name), str(entry.key)))
    groups = ((choice, tuple(entry for entry in by_name if entry.choice == choice)) for choice in Choice)
    return tuple(
        RollCallLine(choice, _ROLL_CALL_HEADINGS[choice][len(group) > 1], group) for choice, group in groups if group
    )


def election_lines(
    options: Sequence[Option], *, no: int | None = None, abstain: int | None = None, invalid: int | None = None
) -> tuple[str, ...]:
    """CDU-Liste = 28 Stimmen / 1 ungültige Stimme; unknown numbers are left out, zeros only beside the options."""
    for_options = tuple(option_line(option) for option in options if option.votes is not None)
    return for_options + count_lines(Tally(no=no, abstain=abstain, invalid=invalid))


def option_line(option: Option) -> str:
    """CDU-Liste = 28 Stimmen; only the label if the number is unknown."""
    if option.votes is None:
        return option.label
    return f"{option.label} = {_number(option.votes, 'Stimme', 'Stimmen')}"


def election_conclusion(outcome: ElectionResult | None) -> str | None:
    """Who is elected, or what follows; None where no winner is computed."""
    match outcome:
        case Elected(label=label, by_lot=by_lot):
            return f"Gewählt ist damit durch Losentscheid {label}." if by_lot else f"Gewählt ist damit {label}."
        case RunOff(labels=labels):
            return f"Es findet eine Stichwahl zwischen {_listed(labels)} statt."
        case LotNeeded(labels=labels):
            return f"Bei Stimmengleichheit zwischen {_listed(labels)} entscheidet das Los."
        case NoOneElected():
            return "Die erforderliche Mehrheit wurde nicht erreicht."
    return None


def recommendation_sentence(recommender: GenderedName, chain: Sequence[GenderedName]) -> str:
    """Der Kreisausschuss empfiehlt dem Kreistag folgenden Beschlussvorschlag:

    `chain`: the bodies to which it goes, one after the other: "… empfiehlt dem Kreisausschuss, dem Kreistag folgenden
    Beschlussvorschlag zu unterbreiten:". Empty without an addressee.
    """
    if not chain:
        return ""
    first, *further = (body.dative for body in chain)
    subject = recommender.nominative[:1].upper() + recommender.nominative[1:]
    if not further:
        return f"{subject} empfiehlt {first} folgenden Beschlussvorschlag:"
    *between, last = further
    passed_on = "".join(f", {body} zu empfehlen" for body in between)
    return f"{subject} empfiehlt {first}{passed_on}, {last} folgenden Beschlussvorschlag zu unterbreiten:"


def abstentions(count: int) -> str:
    """1 Enthaltung, 2 Enthaltungen."""
    return _number(count, "Enthaltung", "Enthaltungen")


def invalid_votes(count: int) -> str:
    """1 ungültige Stimme, 2 ungültige Stimmen."""
    return _number(count, "ungültige Stimme", "ungültige Stimmen")


def _unanimous_words(yes: int, no: int, abstain: int, outcome: Result, profile: WordingProfile) -> str | None:
    """einstimmig, einstimmig abgelehnt, with the abstentions as the profile wants them; None if it wasn't unanimous.

    Without opposition but short of the majority needed, the counts say more than "einstimmig" would.
    """
    if no == 0 and yes > 0 and outcome == Result.ADOPTED:
        word = ""
    elif yes == 0 and no > 0 and outcome == Result.REJECTED:
        word = " abgelehnt"
    else:
        return None
    if not abstain or profile.unanimity_with_abstentions == "unanimous":
        return _with_abstentions(f"einstimmig{word}", abstain)
    if profile.unanimity_with_abstentions == "majority":
        return f"bei {abstentions(abstain)} mehrheitlich{word}"
    return None


def _counts_sentence(yes: int, no: int, abstain: int, outcome: Result) -> str | None:
    if outcome == Result.UNKNOWN:
        return None
    if yes == no:
        votes = f"{_number(yes, 'JA-Stimme', 'JA-Stimmen')}, {_number(no, 'NEIN-Stimme', 'NEIN-Stimmen')}"
        return f"bei Stimmengleichheit ({votes}{f', {abstentions(abstain)}' if abstain else ''}) abgelehnt"
    against = f"gegen {_number(no, 'Nein-Stimme', 'Nein-Stimmen')}" if no else "ohne Gegenstimme"
    votes = _with_abstentions(f"mit {_number(yes, 'Ja-Stimme', 'Ja-Stimmen')} {against}", abstain)
    if outcome == Result.ADOPTED:
        return f"{votes} mehrheitlich angenommen"
    # More Yes than No and yet rejected: no majority of the votes did that.
    return f"{votes} abgelehnt" if yes > no else f"{votes} mehrheitlich abgelehnt"


def _with_abstentions(words: str, abstain: int) -> str:
    return f"{words} bei {abstentions(abstain)}" if abstain else words


def _counts(tally: Tally, recused: int | None, *, gap: str) -> str:
    if tally.yes is tally.no is tally.abstain is None:
        return ""
    counts = {"Ja": tally.yes, "Nein": tally.no, "Enthaltungen": tally.abstain, "Befangen": recused}
    return ", ".join(f"{word}:{gap}{count}" for word, count in counts.items() if count is not None)


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _listed(words: Sequence[str]) -> str:
    *front, last = words
    return f"{', '.join(front)} und {last}" if front else last


def voted_together(numbers: Sequence[str]) -> str:
    """Über diesen Punkt wurde gemeinsam mit TOP 3 und 4 abgestimmt. `numbers`: of the other items, in order."""
    return f"Über diesen Punkt wurde gemeinsam mit TOP {listed(numbers)} abgestimmt."
