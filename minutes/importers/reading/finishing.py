"""An item at its end: what its paragraphs said becomes a reading, and what contradicts itself a warning. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.importers.grammar import (
    bodies,
    bracketed,
    decided,
    decisions,
    elections,
    options,
    papers,
    procedure,
    recommending,
)
from minutes.importers.grammar.letters import plain
from minutes.importers.reading import amended, checks, item_outcome, missed_votes, not_said, recorded, votes_told
from minutes.importers.reading.debate import DebateInWork
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.reading.items import ItemInWork
from minutes.importers.reading.values import Concern, ItemReading, Outcome, Passage, VoteReading
from minutes.importers.reading.votes import VoteInWork
from minutes.importers.source import Clock, Paragraph

_COUNCIL = re.compile(
    r"\b(?:Stadt|Gemeinde|Orts|Markt|Marktgemeinde|Kreis|Bezirks|Ortschafts|Samtgemeinde|Verbandsgemeinde)(?:rat|rats|rates|tag|tages|beirat|vertretung|vertreter\w*|verordnete\w*|räte)\b|\bAusschuss(?:es|mitglied\w*)?\b"
    r"|\b(?:Ortsbeirat|Ortsrat|Ratsmitglied\w*|Beschlussvorschlag|Tagesordnung(?:spunkt\w*)?|Einwohnerfragestunde|Niederschrift)\b"
)


def read_item(
    paragraphs: Sequence[Paragraph],
    known: frozenset[str],
    clock: Clock,
    heading: ItemHeading | None = None,
    before: str = "",
) -> ItemReading:
    """The reading of one item; `heading` where its caller has read that already, `before`: who spoke last before it."""
    work = ItemInWork(DebateInWork(known, before=before), heading)
    work.read(paragraphs, clock)
    return finished(work)


def finished(work: ItemInWork) -> ItemReading:
    """The item as read, with warnings."""
    contributions, unread = list(work.debate.contributions), list(work.unread)
    passages = list(work.passages)
    is_guessed = len(work.debate.guessed) == len(contributions) and bool(contributions)
    if not work.labelled and is_guessed and work.heading is None and not any(_COUNCIL.search(p.text) for p in passages):
        # Nothing in the whole text says that it is of a council: then nothing of it was read.
        taken = {contribution.text for contribution in contributions}
        unread, contributions = [p.text for p in passages if p.text in taken or p.place == "unread"], []
        passages = [Passage("unread", p.text, p.page, p.line) if p.text in taken else p for p in passages]
    _take_announced(work)
    _join_form(work)
    finished_votes = [(each.after, _finished_vote(work, each)) for each in work.votes]
    own = [votes_told.PlacedVote(place, vote) for place, vote in finished_votes if not _is_empty(vote)]
    own = [each for at, each in enumerate(own) if not _is_said_again(each.vote, [one.vote for one in own[:at]])]
    own = own[1:] if _is_status_line(passages, [each.vote for each in own]) else own
    own = own[:1] if _is_counted_again(work, [each.vote for each in own]) else own
    if any(vote.counts for _, vote in finished_votes if _is_empty(vote)):
        work.warnings.append(Concern("zero_counts"))
    votes = tuple(each.vote for each in own)
    bracket = next(
        (vote.bracket for vote in reversed(work.votes) if "recused" in vote.bracket or "present" in vote.bracket),
        None,
    )
    counts = work.counts or dict(bracket or work.status_counts) or None
    proposal = tuple(work.texts.get("proposal", ()))
    resolution = tuple(work.texts.get("resolution", ())) or proposal
    told = votes_told.read(work, votes)
    all_votes = votes_told.in_order(own, told)
    is_election = work.is_election or any(
        re.search(r"[Ww]ahlgang|Stichwahl|Wahlvorschlag|^Gewählt\s|^(?:Herrn?|Frau)\b", vote.label)
        or (vote.options and not options.are_things(vote.options))
        for vote in votes
    )
    elected = _is_elected(work)
    is_election = is_election or elected or any(map(elections.elects, resolution[:1]))
    is_election = is_election or (bool(votes) and any(map(elections.is_resolved, resolution[:1])))
    heads = [work.decision] if work.decision else []
    found = [p for passage in passages if passage.place != "furniture" for p in papers.find(passage.text)]
    heading = work.heading
    named = [*(heading.papers if heading else ()), *work.head.papers]
    outcome = item_outcome.found(work, resolution, votes, told, is_election=is_election, is_elected=elected)
    outcome = amended.read(outcome, work.decision, resolution, all_votes, work)
    is_open = not (votes or counts or any(not each.vote.is_on_motion for each in told))
    missed = missed_votes.counted(passages) if is_open and not told else ""
    is_bare = not counts and all(vote.is_on_motion for vote in all_votes)
    is_last_said = max((vote.after for vote in work.votes), default=0) < len(contributions) and not any(
        each.place == len(contributions) - 1 for each in told
    )
    last_rejected = outcome == Outcome(None, "rejected") and not resolution
    if (outcome == Outcome(None, "none") and is_bare and not missed and not is_election) or last_rejected:
        # Below a motion that failed the item itself may be decided in the last sentence.
        bare = recorded.decided_last(work, is_last_said=is_last_said) if last_rejected else recorded.decided(work)
        if bare:
            outcome = amended.read(Outcome(None, bare.code), work.decision, resolution, all_votes, work)
            work.warnings.append(Concern("outcome_not_told", bare.text[:80]))
    if outcome == Outcome(None, "none") and is_bare and (published := recorded.published(work)):
        outcome = Outcome(None, published.code)
        work.warnings.append(Concern("outcome_not_told", published.text[:80]))
    if is_open and not told and outcome.code == "none":
        missed = missed or missed_votes.told(passages)
    if missed:
        work.warnings.append(Concern("vote_not_read", missed[:200]))
    read = ItemReading(
        number=heading.label if heading else work.head.facts.get("number", ""),
        title=work.title,
        is_public=heading.is_public if heading and heading.is_public is not None else work.head.is_public,
        meeting_date=work.head.facts.get("date", ""),
        meeting_number=work.head.facts.get("session", ""),
        committee=work.head.facts.get("committee", ""),
        rapporteur=work.head.facts.get("rapporteur", ""),
        outcome=outcome,
        counts=counts,
        is_election=is_election,
        heading=work.decision,
        resolution=resolution,
        proposal=proposal if work.texts.get("resolution") else (),
        recommendation_to=tuple(
            recommending.bodies(resolution[:3]) or recommending.bodies(f"{head}:" for head in heads)
        ),
        papers=tuple(dict.fromkeys([*named, *(p for p in found if not any(p in other for other in named))])),
        contributions=tuple(contributions),
        recused=tuple(dict.fromkeys(work.debate.recused)),
        moves=tuple(work.debate.moves),
        votes=all_votes,
        notes=tuple(work.notes),
        facts=tuple(work.texts.get("facts", ())),
        annexes=tuple(work.texts.get("annex", ())),
        warnings=tuple(work.warnings),
        unread=tuple(unread),
        passages=tuple(passages),
    )
    has_status = work.outcome is not None
    checked = checks.checked(read, has_status=has_status)
    done = not_said.sorted_out(checked, work.debate.guessed, has_status=has_status)
    if resolution or not done.resolution:
        return done
    # Only now it is known what was resolved.
    return replace(done, outcome=amended.read(done.outcome, work.decision, done.resolution, all_votes, work))


def _take_announced(work: ItemInWork) -> None:
    """Votes without a line of their own: told by the chair."""
    if work.votes or work.outcome or work.counts:
        return
    for text in work.texts.get("resolution", ()):
        if bracket := bracketed.result(text):
            work.votes.append(VoteInWork(after=len(work.debate.contributions)))
            work.votes[-1].add_result(bracket)
    if work.votes:
        return
    said = work.debate.contributions
    title = work.heading.title if work.heading else ""
    texts = [(place, each.text) for place, each in enumerate(said, start=1)] or [(0, title)]
    ratios = [(place, text, ratio) for place, text in texts if (ratio := bracketed.decided(text))]
    for place, text, ratio in ratios:
        is_refused = bool(re.search(r"\babgelehnt\b", text))
        work.votes.append(VoteInWork(after=place))
        work.votes[-1].add_result(f"abgelehnt ({ratio})" if is_refused and not ratio[0].isalpha() else ratio)
        if not is_refused and (done := decisions.read(plain(text))) and done.code == "adopted":
            # `… mit der Stimme der Vorsitzenden angenommen (6:6).`
            work.votes[-1].conclusion = work.votes[-1].conclusion or (
                "angenommen" if _is_even(work.votes[-1].counts) else ""
            )
    if ratios:
        return
    for index, contribution in enumerate(said):
        told = decided.announced(contribution.text) if index >= len(said) - 4 else ""
        if told:
            vote = VoteInWork()
            vote.add_result(told)
            work.votes.append(vote)


def _is_even(counts: dict[str, int]) -> bool:
    return "yes" in counts and counts["yes"] == counts.get("no")


def _is_elected(work: ItemInWork) -> bool:
    """Whether it is told that somebody was elected: by the conclusion of a vote, or in the debate of an item that has no resolution."""
    conclusion = work.votes[-1].conclusion if work.votes else ""
    if conclusion and (elections.is_told(conclusion) or procedure.failed(conclusion)):
        return elections.is_told(conclusion)
    said = work.debate.contributions
    # What somebody tells may be of another body: then only that it is now found or announced counts.
    told = [each.text for each in said if each.kind != "speech" or elections.is_announced(each.text)]
    told += [each.text for each in said if each.kind == "speech" and bodies.begins(each.text)]
    told += [note.text for note in work.notes]
    if any(
        map(
            elections.is_certain,
            [
                *(each.text for each in said[-6:]),
                *(note.text for note in work.notes[-3:]),
                *(" ".join(vote.words) for vote in work.votes[-1:]),
            ],
        )
    ):
        return True
    if any(map(elections.are_listed, work.texts.get("resolution", ())[:1])):
        return True
    return not work.texts.get("resolution") and any(
        elections.is_told(text) or elections.elects(text) for text in told[-4:]
    )


def _is_empty(vote: VoteReading) -> bool:
    """Whether it says nothing: `Dafür: 0, Dagegen: 0` is a form that nobody filled in."""
    return vote == VoteReading(label=vote.label) or (
        vote == VoteReading(label=vote.label, counts=vote.counts, is_on_motion=vote.is_on_motion)
        and not any(vote.counts.values())
        and vote.counts.keys() >= {"yes", "no"}
    )


def _join_form(work: ItemInWork) -> None:
    """A sentence that tells a vote, and right below it the form with all of its numbers: one vote."""
    if len(work.votes) != 2:
        return
    told, form = work.votes
    places = [each.place for each in work.passages if each.place != "furniture"]
    where = [at for at, place in enumerate(places) if place == "vote"]
    is_same = told.is_sentence and bool(told.counts) and told.counts.items() <= form.counts.items()
    is_bare = not (form.words or form.options or form.by_name or form.label or told.label)
    is_close = bool(where) and told.after == form.after and where == list(range(where[0], where[0] + len(where)))
    if is_same and is_bare and is_close and not (told.is_unanimous and form.counts.get("no")):
        told.counts, told.bracket = form.counts, form.bracket
        work.votes.remove(form)


def _is_said_again(vote: VoteReading, before: Sequence[VoteReading]) -> bool:
    """Whether the same sentence with the same numbers stands above already: in the status, and once more in the text."""
    result = vote.result.rstrip(". ")
    same = (each for each in before if each.result.rstrip(". ") == result and each.counts == vote.counts)
    is_sentence = bool(re.match(r"(?:Der|Die|Das|Dem|Den|Es)\s[^:]{30,}", result))
    return is_sentence and bool(vote.counts) and any(each.label == vote.label for each in same)


def _is_status_line(passages: Sequence[Passage], votes: Sequence[VoteReading]) -> bool:
    """Whether the first vote is a line of the head, `Ja: 10, Nein: 4`, that tells the numbers of the last one once more."""
    if len(votes) < 2 or votes[0] != VoteReading(counts=votes[-1].counts):
        return False
    first = next((at for at, each in enumerate(passages) if each.place == "vote"), 0)
    return not any(each.place in {"resolution", "facts", "heading"} for each in passages[:first])


def _is_counted_again(work: ItemInWork, votes: Sequence[VoteReading]) -> bool:
    """Whether the only other vote is a line of mere numbers, those of `einstimmig beschlossen (18/0/5)` above the debate."""
    if len(votes) != 2 or len(votes[0].counts) < 2 or votes[1] != VoteReading(counts=votes[0].counts):
        return False
    is_above = not any(each.speaker for each in work.debate.contributions[: work.votes[0].after])
    return is_above and not (votes[0].label or votes[0].is_on_motion or work.texts)


def _finished_vote(work: ItemInWork, vote: VoteInWork) -> VoteReading:
    """The vote; below the heading of an amendment, or of one motion of several, it is not on the item."""
    found = vote.finished()
    return replace(found, is_on_motion=found.is_on_motion or work.motions.is_beside(vote.motion))
