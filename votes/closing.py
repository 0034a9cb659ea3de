"""The moment of truth of a vote: who may vote, what was counted, and the closing that freezes both."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees import guards, presence
from committees.models import Attendance
from committees.rules import Problem
from committees.wording import sort_key

from . import checks, elections, rules
from .models import Ballot, Decision, Form, Vote, Voter


def eligible(vote: Vote) -> list[Attendance]:
    """Who may vote now: present at the item, with a vote, not biased; by name."""
    keys = presence.eligible_keys(vote.item)
    people = Attendance.objects.filter(pk__in=keys).select_related("person", "membership__faction")
    return list(people.order_by("person__last_name", "person__first_name"))


def tally(vote: Vote) -> rules.Tally:
    """What was counted; of a roll call, the sum of its ballots, unknown before the first one."""
    is_roll_call = vote.form == Form.ROLL_CALL
    ballots = Ballot.objects.filter(voter__vote=vote).values_list("choice", flat=True) if is_roll_call else ()
    return tally_of(vote, list(ballots))


def tally_of(vote: Vote, choices: Sequence[str]) -> rules.Tally:
    """What was counted, for whoever has read the choices of the ballots already; only a roll call has any."""
    if vote.form == Form.ROLL_CALL:
        return rules.Tally.from_ballots(rules.Choice(choice) for choice in choices) if choices else rules.Tally()
    return rules.Tally(
        yes=vote.yes,
        no=vote.no,
        abstain=vote.abstain,
        invalid=vote.invalid or 0,
        not_voting=vote.not_voting or 0,
    )


def counted_result(vote: Vote, counted: rules.Tally, *, seats: int) -> rules.Result:
    """The result by the rule of the majority, whatever was announced."""
    if vote.only_unanimous or vote.form == Form.NO_FORMAL_VOTE:
        return rules.Result.ADOPTED
    return rules.result(rules.Majority(vote.majority), counted, seats)


def result(vote: Vote, counted: rules.Tally | None = None) -> rules.Result:
    """The result that holds: the counted one, unless another was recorded with a reason."""
    if vote.result_override:
        return rules.Result(vote.result_override)
    return counted_result(vote, tally(vote) if counted is None else counted, seats=vote.item.session.seats)


@transaction.atomic
def save_ballots(vote: Vote, choices: Mapping[UUID, str]) -> None:
    """Record what people called: attendance key → choice. Replaces what was recorded; the vote must be open.

    Raises ValidationError for a form without names, somebody who may not vote, or a closed vote.
    """
    _refuse_closed(vote)
    if vote.form != Form.ROLL_CALL:
        raise ValidationError(_("Only a roll call records who voted how."))
    may_vote = presence.eligible_keys(vote.item)
    people = Attendance.objects.select_related("person").in_bulk([key for key in choices if key not in may_vote])
    if people:
        names = ", ".join(str(person) for person in people.values())
        raise ValidationError(_("Absent, biased or without a vote at this item: %(names)s.") % {"names": names})
    Voter.objects.filter(vote=vote).exclude(attendance__in=choices).delete()
    listed = dict(Voter.objects.filter(vote=vote).values_list("attendance_id", "pk"))
    fresh = Voter.objects.bulk_create(Voter(vote=vote, attendance_id=key) for key in choices if key not in listed)
    listed |= {voter.attendance_id: voter.pk for voter in fresh}
    Ballot.objects.bulk_create(
        [Ballot(voter_id=listed[key], choice=choice) for key, choice in choices.items()],
        update_conflicts=True,
        unique_fields=["voter"],
        update_fields=["choice"],
    )


def close(vote: Vote) -> Vote:
    """Establish the result: freeze the voters and the count. Closed already, nothing changes.

    Raises ValidationError, with the fields concerned, if counts, ballots or the item's outcome contradict each other.
    """
    if vote.is_closed:
        return vote
    voters = eligible(vote)
    counted = tally(vote)
    _refuse(_count_problems(vote, counted, voters))
    _refuse(_outcome_problems(vote, counted))
    _refuse(_bloc_problems(vote, counted))
    try:
        with transaction.atomic():
            if vote.form == Form.SECRET:
                vote.eligible_count = len(voters)
                Voter.objects.filter(vote=vote).delete()
            elif vote.form != Form.ROLL_CALL:
                Voter.objects.filter(vote=vote).delete()
                Voter.objects.bulk_create(Voter(vote=vote, attendance=person) for person in voters)
            vote.closed_at = timezone.now()
            vote.save_version(read_version=vote.version, update_fields=["eligible_count", "closed_at"])
    except IntegrityError as error:
        vote.closed_at = None
        raise ValidationError(guards.sentence(error)) from error
    return vote


@transaction.atomic
def reopen(vote: Vote) -> Vote:
    """Take the establishment of a result back, so that the vote can be corrected. Ballots stay as they are."""
    vote.closed_at = None
    vote.eligible_count = None
    vote.save_version(read_version=vote.version, update_fields=["eligible_count", "closed_at"])
    if vote.form != Form.ROLL_CALL:
        Voter.objects.filter(vote=vote).delete()
    return vote


def _refuse_closed(vote: Vote) -> None:
    if vote.is_closed:
        raise ValidationError(_("The vote is closed. Open it again to change it."))


def _refuse(problems: dict[str, list[str]]) -> None:
    if problems:
        raise ValidationError(problems)


def _count_problems(vote: Vote, counted: rules.Tally, voters: list[Attendance]) -> dict[str, list[str]]:
    if vote.form == Form.NO_FORMAL_VOTE or vote.only_unanimous:
        return {}
    if vote.form == Form.ROLL_CALL:
        return _roll_call_problems(vote, voters)
    if vote.is_election:
        options = [elections.Option(option.label, option.votes) for option in vote.options.all()]
        if not options:
            return {NON_FIELD_ERRORS: [_("Name whom or what can be elected.")]}
        found = elections.check_election(
            options,
            eligible=len(voters),
            abstain=vote.abstain,
            invalid=vote.invalid or 0,
            not_voting=vote.not_voting or 0,
        )
        return {NON_FIELD_ERRORS: [sum_sentence(problem) for problem in found]} if found else {}
    sums = checks.check_sum(counted, len(voters))
    return {"yes": [sum_sentence(problem) for problem in sums]} if sums else {}


def _roll_call_problems(vote: Vote, voters: list[Attendance]) -> dict[str, list[str]]:
    ballots: dict[Any, rules.Choice] = {
        key: rules.Choice(choice)
        for key, choice in Ballot.objects.filter(voter__vote=vote).values_list("voter__attendance_id", "choice")
    }
    found = checks.check_roll_call(ballots, {person.pk for person in voters})
    codes = {problem.params["voter"]: problem.code for problem in found}
    people = sorted(
        Attendance.objects.filter(pk__in=codes).select_related("person"),
        key=lambda person: sort_key(person.person.sort_name),
    )
    missing = [person for person in people if codes[person.pk] == "ballot_missing"]
    extra = [person for person in people if codes[person.pk] == "ballot_not_eligible"]
    messages = []
    if missing:
        messages.append(_("No vote yet from: %(names)s.") % {"names": ", ".join(map(str, missing))})
    if extra:
        messages.append(
            _("Absent, biased or without a vote at this item: %(names)s.") % {"names": ", ".join(map(str, extra))}
        )
    return {NON_FIELD_ERRORS: messages} if messages else {}


def _outcome_problems(vote: Vote, counted: rules.Tally) -> dict[str, list[str]]:
    decision = Decision.objects.filter(item=vote.item_id).first()
    if decision is None or not vote.is_final or decision.outcome_reason:
        return {}
    found = checks.check_outcome(
        rules.OutcomeCode(decision.outcome),
        result(vote, counted),
        puts_rejection=vote.puts_rejection,
    )
    if not found:
        return {}
    return {
        NON_FIELD_ERRORS: [
            _("The item is recorded as “%(outcome)s”, but this vote says otherwise. Correct one of them first.")
            % {"outcome": decision.get_outcome_display()}
        ]
    }


def _bloc_problems(vote: Vote, counted: rules.Tally) -> dict[str, list[str]]:
    """One show of hands for several items has one result; what is established of another item must say the same."""
    if vote.bloc is None:
        return {}
    others = Vote.objects.filter(bloc=vote.bloc, closed_at__isnull=False).exclude(pk=vote.pk).select_related("item")
    for other in others.order_by("item__position"):
        if tally(other) != counted or (other.form, other.majority) != (vote.form, vote.majority):
            sentence = _("“%(title)s” was voted on together with this item, but with other counts. Open that vote too.")
            return {NON_FIELD_ERRORS: [sentence % {"title": other.item.title}]}
    return {}


def sum_sentence(problem: Problem) -> str:
    """The sentence for a count that does not match the voters."""
    if problem.code == "option_repeated":
        return _("“%(label)s” stands twice.") % problem.params
    counted, entitled = problem.params["counted"], problem.params["eligible"]
    return ngettext(
        "%(counted)d vote was counted, %(eligible)d may vote.",
        "%(counted)d votes were counted, %(eligible)d may vote.",
        int(str(counted)),
    ) % {"counted": counted, "eligible": entitled}
