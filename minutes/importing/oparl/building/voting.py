"""Room: minutes, importing. Votes, which another Gremia tells beyond the standard. Nothing is computed anew."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from committees.models import Person
from minutes.importing.oparl.values import flag, id_of, listed, number, text
from minutes.record.values import BallotLine, CountsValue, OptionLine, VoteRecord, VoterValue
from votes import elections, rules, wording
from votes.models import ELECTORAL, Form

_COUNTS = {"yes": "yes", "no": "no", "abstain": "abstain", "invalid": "invalid"} | {
    "not voting": "not_voting",
    "recused": "recused",
}
_CHOICES = {"not voting": "not_voting"}


def votes_of(data: Mapping[str, Any], item: str, people: Mapping[str, Person]) -> Iterator[VoteRecord]:
    """The votes of an item."""
    for place, entry in enumerate(listed(data.get("gremia:votes"))):
        if isinstance(entry, dict):
            yield _vote(entry, f"{item}#{text(entry.get('identifier')) or place}", people)


def counts_line(votes: Sequence[VoteRecord]) -> str:
    """The status line of the vote that settled the item."""
    final = next((vote for vote in votes if vote.is_final), None)
    if final is None or final.majority in ELECTORAL:
        return ""
    return wording.status_line(_tally(final.counts), final.counts.recused)


def person_key(people: Mapping[str, Person], address: Any) -> str:
    """The key of somebody here, by the address there."""
    person = people.get(id_of(address))
    return str(person.pk) if person is not None else ""


def people_in(data: Mapping[str, Any]) -> Iterator[str]:
    """The addresses of those whom an item names."""
    for entry in listed(data.get("gremia:votes")):
        for ballot in listed(entry.get("votes")) if isinstance(entry, dict) else ():
            yield id_of(ballot.get("voter")) if isinstance(ballot, dict) else ""
    for entry in listed(data.get("gremia:contributions")):
        yield id_of(entry.get("person")) if isinstance(entry, dict) else ""


def _vote(entry: dict[str, Any], key: str, people: Mapping[str, Person]) -> VoteRecord:
    form, majority = text(entry.get("form")), text(entry.get("requirement"))
    counts = _counts(entry)
    is_election = majority in ELECTORAL
    ballots = tuple(_ballots(entry, people)) if form == Form.ROLL_CALL else ()
    result = text(entry.get("result"))
    return VoteRecord(
        id=str(uuid5(NAMESPACE_URL, key)),
        form=form if form in Form.values else Form.SHOW_OF_HANDS.value,
        form_text=wording.form_text(rules.Form(form)) if form in Form.values else "",
        majority=majority or "simple",
        counts=counts,
        label=text(entry.get("label")),
        question=text(entry.get("motion")),
        result_lines=tuple(filter(None, [text(entry.get("resultText"))])),
        counts_text="" if ballots or is_election else wording.counts_bracket(_tally(counts), counts.recused),
        ballots=ballots,
        options=tuple(_options(entry)),
        adopted={"pass": True, "fail": False}.get(result),
        is_final=flag(entry.get("isFinal")) is True,
    )


def _counts(entry: dict[str, Any]) -> CountsValue:
    found: dict[str, int] = {}
    for count in listed(entry.get("counts")):
        name = _COUNTS.get(text(count.get("option"))) if isinstance(count, dict) else None
        value = number(count.get("value")) if name else None
        if name and value is not None and value < 32_768:
            found[name] = value
    return CountsValue(**found)


def _tally(counts: CountsValue) -> rules.Tally:
    return rules.Tally(counts.yes, counts.no, counts.abstain, counts.invalid or 0, counts.not_voting or 0)


def _ballots(entry: dict[str, Any], people: Mapping[str, Person]) -> Iterator[BallotLine]:
    entries = []
    for ballot in listed(entry.get("votes")):
        if not isinstance(ballot, dict) or not text(ballot.get("name")):
            continue
        choice = _CHOICES.get(text(ballot.get("option")), text(ballot.get("option")))
        if choice in set(rules.Choice):
            key = person_key(people, ballot.get("voter"))
            entries.append(wording.RollCallEntry(text(ballot.get("name")), rules.Choice(choice), key))
    for line in wording.roll_call_lines(entries):
        voters = tuple(VoterValue(one.name, str(one.key or "")) for one in line.entries)
        yield BallotLine(choice=line.choice.value, heading=line.heading, text=line.text, voters=voters)


def _options(entry: dict[str, Any]) -> Iterator[OptionLine]:
    for candidate in listed(entry.get("candidates")):
        if isinstance(candidate, dict) and text(candidate.get("name")):
            name, votes = text(candidate.get("name")), number(candidate.get("value"))
            line = wording.option_line(elections.Option(name, votes))
            yield OptionLine(name, votes, line, is_elected=flag(candidate.get("isElected")) is True)
