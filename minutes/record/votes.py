"""The votes of an item as the record words them. Totals and results follow from the facts."""

from committees import rules as room
from committees.models import AgendaItem
from minutes.record.facts import Facts
from minutes.record.values import BallotLine, CountsValue, OptionLine, VoteRecord, VoterValue
from votes import closing, elections, rules, wording
from votes.models import Form, Vote


def vote_records(facts: Facts, item: AgendaItem) -> tuple[VoteRecord, ...]:
    """All votes of an item, in order."""
    return tuple(_record(facts, vote) for vote in facts.votes.get(item.pk, ()))


def counts_line(facts: Facts, item: AgendaItem) -> str:
    """The status line of an item, which counts its final vote: Abstimmung: Ja: 9, Nein: 0, …"""
    final = next((vote for vote in facts.votes.get(item.pk, ()) if vote.is_final), None)
    if final is None or final.is_election:
        return ""
    return wording.status_line(tally(facts, final), recused(facts, item))


def tally(facts: Facts, vote: Vote) -> rules.Tally:
    """What was counted; of a roll call, the sum of its ballots. A roll call that nobody has taken yet has no counts."""
    cast = [voter.ballot.choice for voter in facts.voters.get(vote.pk, ()) if hasattr(voter, "ballot")]
    return closing.tally_of(vote, cast)


def recused(facts: Facts, item: AgendaItem) -> int:
    """How many members with a vote were there and biased at an item (Befangen)."""
    biased = {recusal.attendance_id for recusal in facts.recusals.get(item.pk, ())}
    return sum(person.key in biased for person in room.present_voters(facts.attendees, item.position))


def _record(facts: Facts, vote: Vote) -> VoteRecord:
    counted = tally(facts, vote)
    if vote.is_election:
        options, result_lines, conclusion = _election(facts, vote)
    else:
        options, result_lines, conclusion = ((), _result_lines(facts, vote, counted), _conclusion(facts, vote, counted))
    is_roll_call = vote.form == Form.ROLL_CALL
    return VoteRecord(
        id=str(vote.pk),
        form=vote.form,
        form_text=vote.form_text or wording.form_text(rules.Form(vote.form)),
        majority=vote.majority,
        counts=_counts(facts, vote, counted),
        label=vote.label,
        question=vote.question,
        result_lines=result_lines,
        # The names of a roll call and the votes for options say more than the bracket would.
        counts_text=""
        if is_roll_call or vote.is_election
        else wording.counts_bracket(counted, recused(facts, vote.item)),
        ballots=_ballots(facts, vote) if is_roll_call else (),
        options=options,
        conclusion=conclusion or "",
        adopted=_adopted(vote, counted),
        is_final=vote.is_final,
        notes=(*_notes(vote), *_together(facts, vote)),
    )


def _counts(facts: Facts, vote: Vote, counted: rules.Tally) -> CountsValue:
    is_counted = not vote.is_election and counted.yes is not None
    is_roll_call = vote.form == Form.ROLL_CALL
    return CountsValue(
        yes=counted.yes,
        no=counted.no,
        abstain=counted.abstain,
        invalid=counted.invalid if is_roll_call and is_counted else vote.invalid,
        not_voting=counted.not_voting if is_roll_call and is_counted else vote.not_voting,
        recused=recused(facts, vote.item),
    )


def _profile(facts: Facts) -> wording.WordingProfile:
    return wording.WordingProfile(
        unanimity_with_abstentions=facts.profile.unanimity_with_abstentions, counts_style=facts.profile.counts_style
    )


def _result_lines(facts: Facts, vote: Vote, counted: rules.Tally) -> tuple[str, ...]:
    return wording.result_lines(
        counted,
        rules.Majority(vote.majority),
        seats=facts.session.seats,
        form=rules.Form(vote.form),
        profile=_profile(facts),
        is_unanimous_recorded=vote.only_unanimous,
    )


def _conclusion(facts: Facts, vote: Vote, counted: rules.Tally) -> str | None:
    """The sentence on the counted result; another result that was recorded stands in the notes, with its reason."""
    if vote.result_override or counted.yes is None:
        return None
    return wording.conclusion(
        counted,
        rules.Majority(vote.majority),
        seats=facts.session.seats,
        form=rules.Form(vote.form),
        profile=_profile(facts),
        puts_rejection=vote.puts_rejection,
    )


def _election(facts: Facts, vote: Vote) -> tuple[tuple[OptionLine, ...], tuple[str, ...], str | None]:
    options = tuple(elections.Option(option.label, option.votes) for option in facts.options.get(vote.pk, ()))
    lot = vote.drawn_option.label if vote.drawn_option else None
    outcome = elections.election_result(options, rules.Majority(vote.majority), no=vote.no or 0, lot=lot)
    elected = outcome.label if isinstance(outcome, elections.Elected) else None
    lines = tuple(
        OptionLine(option.label, option.votes, wording.option_line(option), is_elected=option.label == elected)
        for option in options
    )
    result_lines = wording.election_lines(options, no=vote.no, abstain=vote.abstain, invalid=vote.invalid)
    return lines, result_lines, wording.election_conclusion(outcome)


def _ballots(facts: Facts, vote: Vote) -> tuple[BallotLine, ...]:
    people = {row.pk: row.person for row in facts.attendances.values()}
    entries = (
        wording.RollCallEntry(
            name=people[voter.attendance_id].short_name,
            choice=rules.Choice(voter.ballot.choice),
            key=people[voter.attendance_id].pk,
        )
        for voter in facts.voters.get(vote.pk, ())
        if hasattr(voter, "ballot")
    )
    return tuple(
        BallotLine(
            choice=line.choice.value,
            heading=line.heading,
            text=line.text,
            voters=tuple(VoterValue(name=entry.name, person_id=str(entry.key)) for entry in line.entries),
        )
        for line in wording.roll_call_lines(entries)
    )


def _adopted(vote: Vote, counted: rules.Tally) -> bool | None:
    if vote.is_election:
        return None
    outcome = closing.result(vote, counted)
    return None if outcome == rules.Result.UNKNOWN else outcome == rules.Result.ADOPTED


def _notes(vote: Vote) -> tuple[str, ...]:
    if not vote.result_override:
        return ()
    return (f"Festgestelltes Ergebnis: {wording.RESULTS[rules.Result(vote.result_override)]} ({vote.override_reason})",)


def _together(facts: Facts, vote: Vote) -> tuple[str, ...]:
    """That one show of hands was the vote of several items, naming those that this reader may know of."""
    if vote.bloc is None:
        return ()
    others = [
        item
        for item in facts.items
        if item.pk != vote.item_id and any(other.bloc == vote.bloc for other in facts.votes.get(item.pk, ()))
    ]
    return (wording.voted_together([facts.numbers[item.pk].text for item in others]),) if others else ()
