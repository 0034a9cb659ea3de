"""Room: minutes, the desk. Results of votes are established and taken back here, and noted in the audit chain."""

from django.db import transaction

from committees import audit
from committees.models import User
from votes import closing
from votes.models import Vote


@transaction.atomic
def establish(vote: Vote, *, by: User) -> Vote:
    """Close a vote; raises ValidationError if it can't be. Closed already, nothing changes and nothing is noted."""
    if vote.is_closed:
        return vote
    closing.close(vote)
    counts = {name: getattr(vote, name) for name in ("yes", "no", "abstain", "invalid", "not_voting")}
    audit.note("vote_closed", vote, by=by, name=str(vote.item.session), item=str(vote.item_id), **counts)
    return vote


@transaction.atomic
def take_back(vote: Vote, *, by: User) -> Vote:
    """Open a closed vote again."""
    closing.reopen(vote)
    audit.note("vote_reopened", vote, by=by, name=str(vote.item.session), item=str(vote.item_id))
    return vote
