"""Room: minutes, the pictures. The pictures of a vote of a record."""

from collections.abc import Mapping

from minutes.pictures import result_bar, roll_call
from minutes.record.values import VoteRecord


def bar_of(vote: VoteRecord) -> result_bar.Picture | None:
    """The result as a bar; of an election the votes for each name. None where nothing is known."""
    if vote.options:
        return result_bar.draw_options([(option.name, option.votes, option.is_elected) for option in vote.options])
    counts = vote.counts
    return result_bar.draw(
        yes=counts.yes,
        no=counts.no,
        abstain=counts.abstain,
        invalid=counts.invalid,
        not_voting=counts.not_voting,
        is_secret=vote.form == "secret",
        is_unanimous=any(line.startswith("einstimmig") for line in vote.result_lines),
    )


def seats_of(vote: VoteRecord, factions: Mapping[str, str]) -> roll_call.Picture | None:
    """A roll call by faction; ``factions`` by the ids of people. None of a vote without names."""
    ballots = [(line.choice, voter.name, voter.person_id) for line in vote.ballots for voter in line.voters]
    return roll_call.draw(ballots, factions)
