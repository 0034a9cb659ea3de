"""Room: minutes, the desk. An election in rounds: what the next one begins with, and what becomes of the one before."""

from typing import Any
from uuid import UUID

from committees.models import AgendaItem, User
from votes import elections, rules
from votes.models import ELECTORAL, Majority, Vote

from . import results

# Labels are words of the record, so they are German.
_ORDINALS = ("Erster", "Zweiter", "Dritter", "Vierter", "Fünfter")


def earlier(item: AgendaItem, key: str) -> Vote | None:
    """The closed round of an item whose key was sent; None for anything else."""
    try:
        pk = UUID(key)
    except ValueError:
        return None
    rounds = Vote.objects.filter(item=item, majority__in=ELECTORAL, closed_at__isnull=False)
    return rounds.select_related("drawn_option", "item__session").filter(pk=pk).first()


def entries(vote: Vote) -> dict[str, Any]:
    """What the form of the next round begins with: label, form, question, and the majority of a run-off after one."""
    is_run_off = isinstance(_outcome(vote), elections.RunOff)
    majority = Majority.PLURALITY if is_run_off else vote.majority
    number = Vote.objects.filter(item=vote.item_id, majority__in=ELECTORAL).count() + 1
    return {
        "label": _label(number),
        "form": vote.form,
        "question": vote.question,
        "majority": majority,
        "is_final": True,
    }


def options(vote: Vote) -> list[tuple[str, Any, None, bool]]:
    """Who stands in the next round: those of the run-off, else all; label, key of the person, no votes, not drawn."""
    outcome = _outcome(vote)
    names = outcome.labels if isinstance(outcome, elections.RunOff) else None
    rows = vote.options.all()
    return [(row.label, row.person_id, None, False) for row in rows if names is None or row.label in names]


def make_room(vote: Vote, *, by: User) -> None:
    """The round before decides the item no longer, and is named as what it was; its count is established anew.

    Raises ValidationError if it no longer can be.
    """
    if not vote.is_final and vote.label:
        return
    results.take_back(vote, by=by)
    place = Vote.objects.filter(item=vote.item_id, majority__in=ELECTORAL, position__lte=vote.position).count()
    vote.is_final, vote.label = False, vote.label or _label(place)
    vote.save_version(read_version=vote.version, update_fields=["is_final", "label"])
    results.establish(vote, by=by)


def _label(number: int) -> str:
    ordinal = _ORDINALS[number - 1] if number <= len(_ORDINALS) else f"{number}."
    return f"{ordinal} Wahlgang"


def _outcome(vote: Vote) -> elections.ElectionResult | None:
    rows = [elections.Option(row.label, row.votes) for row in vote.options.all()]
    lot = vote.drawn_option.label if vote.drawn_option else None
    return elections.election_result(rows, rules.Majority(vote.majority), no=vote.no or 0, lot=lot)
