"""Room: votes. What contradicts what in a recorded vote: pure functions that name problems, without Django."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from committees.rules import Problem
from votes.rules import Choice, Form, Majority, OutcomeCode, Result, Tally, motion_result, result


def check_sum(tally: Tally, eligible: int) -> tuple[Problem, ...]:
    """Rule V1: the counts add up to the eligible voters (P - B).

    Codes: `votes_exceed_voters`, also where only some counts are known, and `votes_missing` if all are
    (params of both: counted, eligible).
    """
    params = {"counted": tally.known_total, "eligible": eligible}
    if tally.known_total > eligible:
        return (Problem("votes_exceed_voters", params),)
    if tally.is_complete and tally.known_total < eligible:
        return (Problem("votes_missing", params),)
    return ()


def check_counts_entered(tally: Tally, outcome: OutcomeCode) -> tuple[Problem, ...]:
    """Rule V2: zero votes beside a carried outcome were never entered. Code: the warning `zero_counts`."""
    if tally.is_all_zero and outcome in OutcomeCode.adopting_outcomes():
        return (Problem("zero_counts", {"outcome": outcome}, is_warning=True),)
    return ()


def check_outcome(
    outcome: OutcomeCode, question_result: Result, *, puts_rejection: bool = False
) -> tuple[Problem, ...]:
    """Rules V3 and V5: the outcome of the item agrees with the result of the deciding vote.

    Code: `outcome_contradicts_result` (outcome, result of the motion).
    """
    expected = motion_result(question_result, puts_rejection=puts_rejection)
    adopted_wrongly = outcome in OutcomeCode.adopting_outcomes() and expected == Result.REJECTED
    rejected_wrongly = outcome == OutcomeCode.REJECTED and expected == Result.ADOPTED
    if adopted_wrongly or rejected_wrongly:
        return (Problem("outcome_contradicts_result", {"outcome": outcome, "result": expected}),)
    return ()


def check_decision(
    outcome: OutcomeCode,
    tally: Tally,
    majority: Majority,
    *,
    seats: int | None = None,
    puts_rejection: bool = False,
) -> tuple[Problem, ...]:
    """Rules V2, V3, V5 together: counts that nobody entered contradict nothing."""
    not_entered = check_counts_entered(tally, outcome)
    return not_entered or check_outcome(outcome, result(majority, tally, seats), puts_rejection=puts_rejection)


def check_result_words(words: str, tally: Tally, *, unanimous_with_abstentions: bool = True) -> tuple[Problem, ...]:
    """Rule V4: the German words of a result agree with the counts.

    "einstimmig" allows no vote against, and abstentions only by profile; "mehrheitlich" is no tie.
    Codes: `unanimous_with_opposition`, `unanimous_with_abstentions`, `majority_at_tie`.
    """
    said = words.lower()
    params = {"words": words, "yes": tally.yes, "no": tally.no, "abstain": tally.abstain}
    if "einstimmig" in said and "nicht einstimmig" not in said:
        opposition = tally.yes if "abgelehnt" in said else tally.no
        if opposition:
            return (Problem("unanimous_with_opposition", params),)
        if tally.abstain and not unanimous_with_abstentions:
            return (Problem("unanimous_with_abstentions", params),)
    elif "mehrheitlich" in said and tally.is_tie and not tally.is_all_zero:
        return (Problem("majority_at_tie", params),)
    return ()


@dataclass(frozen=True, slots=True)
class PartVote:
    """One of the votes of an item: its label ("1. Absatz"), its counts, whether it is the final vote."""

    label: str
    tally: Tally
    is_final: bool


def check_several_votes(votes: Sequence[PartVote], header: Tally | None = None) -> tuple[Problem, ...]:
    """Rule V6: at most one final vote, part votes carry labels, the status line counts the final vote.

    Warnings: `several_final_votes` (count), `part_vote_unlabelled`, `counts_contradict_vote` (label).
    """
    problems: list[Problem] = []
    finals = tuple(vote for vote in votes if vote.is_final)
    if len(finals) > 1:
        problems.append(Problem("several_final_votes", {"count": len(finals)}, is_warning=True))
    if len(votes) > 1 and any(not vote.label.strip() for vote in votes if not vote.is_final):
        problems.append(Problem("part_vote_unlabelled", is_warning=True))
    problems += (
        Problem("counts_contradict_vote", {"label": vote.label}, is_warning=True)
        for vote in finals
        if header is not None and _counts_differ(header, vote.tally)
    )
    return tuple(problems)


def check_roll_call(ballots: Mapping[Hashable, Choice], eligible: AbstractSet[Hashable]) -> tuple[Problem, ...]:
    """Rule V7: one ballot for each eligible voter, and for nobody else.

    Codes: `ballot_missing` (voter), `ballot_not_eligible` (voter); voters are the keys that were given.
    """
    missing = tuple(Problem("ballot_missing", {"voter": key}) for key in _ordered(eligible - ballots.keys()))
    extra = tuple(Problem("ballot_not_eligible", {"voter": key}) for key in _ordered(ballots.keys() - eligible))
    return missing + extra


def check_form(form: Form, *, named_ballots: int) -> tuple[Problem, ...]:
    """Rule V8: only a roll call stores who voted how. Code: `named_ballots_not_allowed` (form, count)."""
    if named_ballots and form != Form.ROLL_CALL:
        return (Problem("named_ballots_not_allowed", {"form": form, "count": named_ballots}),)
    return ()


def check_movers(movers: int, threshold: int) -> tuple[Problem, ...]:
    """Rule V9: enough members moved the form of voting. Code: the warning `too_few_movers` (movers, threshold)."""
    if movers < threshold:
        return (Problem("too_few_movers", {"movers": movers, "threshold": threshold}, is_warning=True),)
    return ()


def _counts_differ(a: Tally, b: Tally) -> bool:
    pairs = ((a.yes, b.yes), (a.no, b.no), (a.abstain, b.abstain))
    return any(x is not None and y is not None and x != y for x, y in pairs)


def _ordered(keys: Iterable[Hashable]) -> list[Hashable]:
    return sorted(keys, key=str)
