"""Room: minutes, importing. The votes of an item of a draft: form, counts, names, as the source has them. Pure."""

from collections.abc import Mapping
from typing import Any

from minutes.importers.grammar.letters import fold
from minutes.importing.texts.frame import Frame
from minutes.record.values import BallotLine, CountsValue, OptionLine, VoteRecord, VoterValue
from votes.elections import Option
from votes.rules import Form, Majority, OutcomeCode, Tally
from votes.wording import counts_bracket, option_line

_FORMS = (
    (Form.ROLL_CALL, ("namentlich",)),
    (Form.SECRET, ("geheim", "stimmzettel", "verdeckt")),
    (Form.RISING, ("erheben", "aufstehen")),
    (Form.CARDS, ("stimmkarte", "karte")),
    (Form.ELECTRONIC, ("elektronisch", "digital")),
    (Form.SHOW_OF_HANDS, ("hand", "offen")),
    (Form.NO_FORMAL_VOTE, ("ohne", "akklamation", "zuruf")),
)
_CHOICES = (
    ("yes", "Mit Ja stimmten", "JA-Stimmen"),
    ("no", "Mit Nein stimmten", "NEIN-Stimmen"),
    ("abstain", "Enthalten haben sich", "Enthaltungen"),
)
# One vote for and one for against: the German words for a single one.
_ONE = {"JA-Stimmen": "JA-Stimme", "NEIN-Stimmen": "NEIN-Stimme", "Enthaltungen": "Enthaltung"}


def form_of(text: str) -> Form:
    """The code of a form in words; a vote of which nothing is said was one by show of hands, as they all are."""
    words = fold(text)
    return next((form for form, signs in _FORMS if any(sign in words for sign in signs)), Form.SHOW_OF_HANDS)


def votes_of(item: Mapping[str, Any], frame: Frame, key: str, conclusions: list[str]) -> tuple[VoteRecord, ...]:
    """All votes in order; the last one settles the item, if its outcome is one that a vote brings about."""
    votes = list(item["votes"])
    counts = item["counts"] or {}
    if not votes and any(counts.get(name) for name in ("yes", "no")):
        # A status line that counts: the only thing that is known of the vote.
        votes = [{name: counts[name] for name in ("yes", "no", "abstain") if name in counts}]
    last = len(votes)
    return tuple(
        _vote(vote, item, frame, frame.key(key, "vote", place), place == last, conclusions if place == last else [])
        for place, vote in enumerate(votes, start=1)
    )


def _vote(
    vote: Mapping[str, Any],
    item: Mapping[str, Any],
    frame: Frame,
    key: str,
    is_last: bool,
    conclusions: list[str],
) -> VoteRecord:
    code = OutcomeCode(item["outcome"]["code"])
    settles = is_last and code in OutcomeCode.voted_outcomes()
    by_name = vote.get("by_name", {})
    form_text = vote.get("form", "")
    form = Form.ROLL_CALL if by_name and form_of(form_text) != Form.SECRET else form_of(form_text)
    recused = vote.get("recused", (item["counts"] or {}).get("recused") if is_last else None)
    counts = CountsValue(
        yes=vote.get("yes"),
        no=vote.get("no"),
        abstain=vote.get("abstain"),
        invalid=vote.get("invalid"),
        recused=recused,
    )
    tally = Tally(counts.yes, counts.no, counts.abstain)
    is_election = bool(vote.get("options")) or item["is_election"]
    return VoteRecord(
        id=key,
        form=form.value,
        form_text=form_text,
        majority=(Majority.ELECTION if is_election else Majority.SIMPLE).value,
        counts=counts,
        label=vote.get("label", ""),
        result_lines=_result_lines(vote),
        counts_text=""
        if by_name
        else counts_bracket(tally, recused)
        if vote.get("result") or recused is not None
        else "",
        ballots=_ballots(by_name, frame),
        options=tuple(
            OptionLine(name, number, option_line(Option(name, number)))
            for name, number in vote.get("options", {}).items()
        ),
        conclusion=" ".join(conclusions),
        adopted=(code in OutcomeCode.adopting_outcomes()) if settles and not is_election else None,
        is_final=settles,
        notes=(*_by_group(vote), *vote.get("notes", ())),
    )


def _result_lines(vote: Mapping[str, Any]) -> tuple[str, ...]:
    """The result as written, else its numbers."""
    if vote.get("result"):
        return (vote["result"],)
    if vote.get("unanimous"):
        return ("einstimmig",)
    numbers = ((vote.get(choice), noun) for choice, _heading, noun in _CHOICES)
    return tuple(f"{number} {_ONE[noun] if number == 1 else noun}" for number, noun in numbers if number)


def _ballots(by_name: Mapping[str, list[str]], frame: Frame) -> tuple[BallotLine, ...]:
    return tuple(
        BallotLine(
            choice,
            heading,
            ", ".join(by_name[choice]),
            tuple(VoterValue(name, frame.person(name)) for name in by_name[choice]),
        )
        for choice, heading, _noun in _CHOICES
        if by_name.get(choice)
    )


def _by_group(vote: Mapping[str, Any]) -> tuple[str, ...]:
    """How the factions voted: CDU: 5, SPD: 2."""
    return tuple(
        f"{noun}: " + ", ".join(f"{name} {number}" for name, number in groups.items())
        for choice, _heading, noun in _CHOICES
        if (groups := vote.get("by_group", {}).get(choice))
    )
