"""Checks: what a reading contradicts in itself becomes a warning; nothing is repaired. Pure."""

import re
from collections.abc import Mapping
from dataclasses import replace

from minutes.importers.grammar import boxes, decisions, named_votes, outcomes, procedure, tallies
from minutes.importers.grammar.outcomes import OutcomeCode
from minutes.importers.reading.values import Concern, ItemReading, VoteReading

ADOPTED = frozenset({"adopted", "adopted_amended", "elected"})
_VOTES = ("yes", "no", "abstain")


def checked(item: ItemReading, *, has_status: bool) -> ItemReading:
    """The item with warnings for its contradictions added."""
    warnings = list(item.warnings)
    counts = item.counts
    zero = counts is not None and not any(counts.values()) and bool(counts)
    if zero and item.outcome.code in ADOPTED:
        warnings.append(Concern("zero_counts"))
    elif counts and not zero:
        found = _counts_against_votes(counts, item.votes)
        # That a motion failed is what the counts of a rejected item say.
        warnings += [each for each in found if each.code != "counts_of_failed_ballot" or item.outcome.code in ADOPTED]
    if has_status:
        warnings += _outcome_against_results(item, {} if zero else counts or {})
    for vote in item.votes:
        if vote.contradicts_itself:
            warnings.append(Concern("counts_contradict_vote", vote.label))
        if vote.is_unanimous and vote.counts.get("no", 0) > 0 and vote.counts.get("yes", 0) > 0:
            warnings.append(Concern("outcome_contradicts_result", vote.result))
        for kind, names in vote.by_name.items():
            if kind in vote.counts and len(names) != vote.counts[kind]:
                warnings.append(Concern("names_contradict_counts", kind))
        for kind, groups in vote.by_group.items():
            if kind in vote.counts and sum(groups.values()) != vote.counts[kind]:
                warnings.append(Concern("groups_contradict_counts", kind))
    if counts and not zero and counts.get("recused") is not None and len(item.recused) > counts["recused"]:
        warnings.append(Concern("recused_contradict_counts", ", ".join(item.recused)))
    if item.unread:
        warnings.append(Concern("unread_paragraph", item.unread[0][:200]))
    return replace(item, warnings=tuple(dict.fromkeys(warnings)))


def _counts_against_votes(counts: Mapping[str, int], votes: tuple[VoteReading, ...]) -> list[Concern]:
    """The counts of the system are those of the vote that decided; of several, one at least must have them."""
    counted = [vote for vote in votes if not vote.is_on_motion and any(name in vote.counts for name in _VOTES)]
    same = [vote for vote in counted if _agrees(counts, vote)]
    if same:
        failed = [vote for vote in same if has_failed(vote)]
        return (
            [Concern("counts_of_failed_ballot", failed[0].label)] if len(failed) == len(same) and len(votes) > 1 else []
        )
    if counted:
        return [Concern("counts_contradict_vote", counted[0].label)]
    if votes and all(vote.is_unanimous for vote in votes) and counts.get("no", 0) > 0 and counts.get("yes", 0) > 0:
        return [Concern("counts_contradict_vote", votes[0].result)]
    return []


def _agrees(counts: Mapping[str, int], vote: VoteReading) -> bool:
    """A line that is left out is a zero, in the vote as in the counts; "einstimmig" leaves out the yes."""
    for name in _VOTES:
        if name in counts and name in vote.counts and counts[name] != vote.counts[name]:
            return False
        if name in vote.counts and name not in counts and name != "abstain" and vote.counts[name] and len(counts) > 1:
            return False
        if (
            name in counts
            and name not in vote.counts
            and counts[name]
            and not (vote.is_unanimous or (name == "yes" and not vote.counts.get("yes")))
        ):
            return False
    return True


def has_failed(vote: VoteReading) -> bool:
    return bool(vote.conclusion) and procedure.failed(vote.conclusion)


def _outcome_against_results(item: ItemReading, counts: Mapping[str, int]) -> list[Concern]:
    """`ungeändert beschlossen` beside more No than Yes, or `abgelehnt` beside more Yes."""
    code, text = item.outcome.code, item.outcome.text or ""
    yes, no = counts.get("yes"), counts.get("no")
    lost = yes is not None and no is not None and yes <= no
    won = yes is not None and no is not None and yes > no
    decisive = next((vote for vote in reversed(item.votes) if not vote.is_on_motion), None)
    if code in ADOPTED:
        if lost or (decisive and (has_failed(decisive) or result_code(decisive) == "rejected")):
            return [Concern("outcome_contradicts_result", text)]
        if "einstimmig" in text.casefold() and (no or 0) > 0:
            return [Concern("outcome_contradicts_result", text)]
    if code == "rejected" and (
        outcomes.code_of(text) in ADOPTED
        or won
        or (decisive and result_code(decisive) == "adopted" and "ablehn" not in decisive.result)
    ):
        # A proposal to reject that was adopted is told so by the status line: only the numbers contradict.
        return [Concern("outcome_contradicts_result", text)]
    return []


_DECIDES = re.compile(
    r"(?:\b(?:einstimmig|mehrheitlich|stimmenmehrheit)|\b\d{1,3}\s[^;:]{3,80}?,?)(?<!\bnicht)\s(?P<word>angenommen|abgelehnt|beschlossen|zugestimmt|empfohlen|genehmigt)\W*$",
    re.IGNORECASE,
)


def result_code(vote: VoteReading) -> OutcomeCode | None:
    """What a vote decided, by its conclusion, its words, else its numbers."""
    if vote.conclusion and (procedure.failed(vote.conclusion) or procedure.passed(vote.conclusion)):
        return "rejected" if procedure.failed(vote.conclusion) else "adopted"
    if vote.told:
        return vote.told
    if vote.result:
        result = boxes.ticked(vote.result)
        decides = _DECIDES.search(result)
        if decides:
            # `bei Ablehnung der ABC-Fraktion mehrheitlich angenommen`
            return outcomes.code_of(decides["word"])
        decision = decisions.read(result)
        if decision:
            return decision.code
        code = outcomes.code_of(result.split(",")[0]) or outcomes.code_of(result)
        if code and code != "none":
            return code
        if re.search(
            r"mehrh(?:eit|\.)|^\(?(?:mit|bei|gegen)\s\S+\s(?:gegens|s)timme|^\(?\S+\sgegenstimmen?\)?\.?$|gegenstimmen?\b.*\benthaltung|,\s(?:der\s|die\s|alle\s)?(?:rest|übrigen?|anderen?)\s(?:ja|dafür|mit\sja)",
            vote.result.casefold(),
        ):
            return "adopted"
    yes, no = vote.counts.get("yes"), vote.counts.get("no")
    if vote.by_name and not vote.counts:
        yes, no = len(vote.by_name.get("yes", ())), len(vote.by_name.get("no", ()))
    if vote.by_group and yes is None and no is None:
        yes, no = (sum(vote.by_group.get(kind, {}).values()) for kind in ("yes", "no"))
    if vote.is_unanimous and not (no and not yes):
        return "adopted"
    if yes is None and (no == 0 or (no is None and vote.counts.keys() == {"abstain"} and not vote.result)):
        # `bei 2 Enthaltungen`: nobody was against it.
        return "adopted"
    if (yes is None and no is None) or (yes is None and vote.result):
        # `5 Nein-Stimmen, Rest Ja-Stimmen` does not say how many were for it; a line that is left out is a zero.
        return None
    if not yes and not no:
        # A form that was not filled in.
        return None
    return "adopted" if (yes or 0) > (no or 0) else "rejected"


def outcome_of(resolution: tuple[str, ...], votes: tuple[VoteReading, ...], *, is_election: bool) -> OutcomeCode:
    """The code where there is no status line: of the last vote; without one, `Ohne.` means noted."""
    parts = {
        result_code(vote) for vote in votes if named_votes.is_part(vote.label) or named_votes.tells_part(vote.result)
    }
    if parts >= {"adopted", "rejected"}:
        return "multiple"
    for vote in reversed([vote for vote in votes if not vote.is_on_motion]):
        code = result_code(vote)
        if code:
            return "elected" if code == "adopted" and is_election else code
    if is_election and is_elected(votes) and votes:
        return "elected"
    first = resolution[0].strip(" .").casefold() if resolution else ""
    return "noted" if first == "ohne" or (first and len(resolution) == 1 and is_noting(first)) else "none"


def is_noting(text: str) -> bool:
    """`Der Bericht wird zur Kenntnis genommen.` as the whole resolution."""
    return len(text) < 160 and text.strip(" .").casefold().endswith(
        ("zur kenntnis genommen", "zur kenntnis", "kenntnis genommen")
    )


def is_elected(votes: tuple[VoteReading, ...]) -> bool:
    """Whether a ballot did not fail."""
    return not votes or any(not has_failed(vote) for vote in votes)


def is_outcome(text: str) -> bool:
    """Whether words after `Ergebnis:` are what became of the item, not how was voted."""
    tally = tallies.read(text)
    return not tally.counts and not tally.is_unanimous and "mehrheitlich" not in text and outcomes.is_status(text)
