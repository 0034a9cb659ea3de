"""Room: minutes, OParl. Votes and contributions, which OParl has no fields for, modelled on Popolo's VoteEvent."""

from typing import Any

from minutes.markup import plain
from minutes.oparl.addresses import to_person
from minutes.record.values import ContributionRecord, VoteRecord

_OPTIONS = {"not_voting": "not voting"}


def event(vote: VoteRecord, body: str) -> dict[str, Any]:
    """A vote. A count that is not known is left out; 0 is 0."""
    found = {
        "identifier": vote.id,
        "label": vote.label,
        "motion": vote.question,
        "form": vote.form,
        "requirement": vote.majority,
        "isFinal": vote.is_final,
        "result": {True: "pass", False: "fail", None: ""}[vote.adopted],
        "resultText": " ".join(vote.result_lines),
        "counts": _counts(vote),
        "candidates": [_candidate(option.name, option.votes, option.is_elected) for option in vote.options],
        "votes": [
            _ballot(voter.name, voter.person_id, line.choice, body) for line in vote.ballots for voter in line.voters
        ],
    }
    return {name: value for name, value in found.items() if value not in ("", [])}


def contribution(row: ContributionRecord, body: str) -> dict[str, Any]:
    """What somebody said, or what is noted."""
    found = {"identifier": row.id, "kind": row.kind, "speaker": row.speaker, "role": row.role, "text": plain(row.text)}
    if row.person_id.isdecimal():
        found["person"] = to_person(body, row.person_id)
    return {name: value for name, value in found.items() if value}


def _counts(vote: VoteRecord) -> list[dict[str, Any]]:
    counts = vote.counts
    known = (
        ("yes", counts.yes),
        ("no", counts.no),
        ("abstain", counts.abstain),
        ("invalid", counts.invalid),
        ("not voting", counts.not_voting),
        ("recused", counts.recused),
    )
    return [{"option": option, "value": value} for option, value in known if value is not None]


def _candidate(name: str, votes: int | None, is_elected: bool) -> dict[str, Any]:
    return {"name": name, "isElected": is_elected} | ({} if votes is None else {"value": votes})


def _ballot(name: str, key: str, choice: str, body: str) -> dict[str, Any]:
    voter = {"voter": to_person(body, key)} if key.isdecimal() else {}
    return {"option": _OPTIONS.get(choice, choice), "name": name, **voter}
