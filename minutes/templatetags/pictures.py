"""Template filters that draw what a record says: the result of a vote, a roll call by faction."""

from collections.abc import Mapping

from django import template
from django.utils.safestring import SafeString, mark_safe

from minutes.documents.kinds import large_roll_calls
from minutes.pictures import result_bar, roll_call, votes
from minutes.record.values import SessionRecord, VoteRecord

register = template.Library()


@register.filter
def result_bar_of(vote: VoteRecord) -> result_bar.Picture | None:
    """The result as a bar with its numbers, or nothing where nothing is known."""
    return votes.bar_of(vote)


@register.filter
def seats_of(vote: VoteRecord, factions: Mapping[str, str]) -> roll_call.Picture | None:
    """A roll call as a half circle with a row for each faction."""
    return votes.seats_of(vote, factions)


@register.filter
def factions_of(record: SessionRecord) -> dict[str, str]:
    """Who belongs to which faction, as the attendance list says; where it tells of nobody, all stand under one word."""
    return large_roll_calls.factions(record) or {"": roll_call.WITHOUT}


@register.filter
def drawn(svg: str) -> SafeString:
    """A drawing as part of the page. Only for what `minutes.pictures` made: there all words are escaped."""
    return mark_safe(svg)  # noqa: S308
