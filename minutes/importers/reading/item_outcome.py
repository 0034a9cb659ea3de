"""What became of an item: told by its status, its votes, its resolution, or at its end. Pure."""

import re
from collections.abc import Sequence
from itertools import takewhile

from minutes.importers.grammar import (
    bare_decisions,
    bodies,
    decision_words,
    decisions,
    elections,
    endings,
    options,
    outcomes,
    procedure,
    proposals,
    resolved,
    result_lines,
)
from minutes.importers.grammar.letters import fold, plain, sentences
from minutes.importers.grammar.outcomes import OutcomeCode
from minutes.importers.reading import amended, checks, several_results, votes_told
from minutes.importers.reading.items import ItemInWork
from minutes.importers.reading.values import Concern, Contribution, Outcome, VoteReading

# `(Drucksache Nr. 12)` is no resolution.
_IN_BRACKETS = re.compile(r"\([^()]{3,80}\)")
# ALLRIS writes so where nobody chose a status.
_OPEN = re.compile(r"\(?offen\)?|[Ss]iehe (?:Beschluss(?:text)?|Protokoll(?:text)?|Text|Niederschrift|Wortprotokoll)")
# `Frau Ohm wird in offener Wahl gewählt.`
_ELECTED = re.compile(
    r"^(?:Frau|Herr|[A-ZÄÖÜ]\S+\s[A-ZÄÖÜ])[^,;:!?]{3,120}\b(?:wird|werden|wurden?)\b[^,;:!?]{0,80}\sgewählt\.?$"
)
# `Zuvor hatte Frau Ohm …`, `Herr Kohl hatte zuvor …`
_BEFORE = re.compile(
    r"\s*(?:(?:Zuvor|Vorher|Davor|Vorab)\s(?:hatte|hatten|war|waren)\b|[A-ZÄÖÜ][^.;:!?]{2,60}\s(?:hatte|hatten)\s(?:zuvor|vorher|davor)\b)"
)
_NOTES = re.compile(
    rf"{bodies.BODY}\s(?:nimmt|nehmen|nahm|nahmen)\s(?:(?!\bund\b)[^.;:])*?\bKenntnis(?!.*\b(?:und|sowie)\s(?:beschlie|stimm|beauftrag|empf|ford|bitt)|.*\.\s.*\b(?:beschließt|beschloss|empfiehlt|beauftragt|stimmt)\b)"
)
_ELECTION = re.compile(r"(?:(?:Neu|Nach|Ersatz|Ergänzungs|Wieder)[Ww]ahl|Wahl)\s(?:der|des|eine[rs]|von|zu[mr]|in)\b")
# What became of an item, behind its title: `… – abgesetzt –`, `… (vertagt)`
_IN_TITLE = re.compile(
    r"\S\s(?:[-–]{1,2}\s?(?:vo[mn]\s(?:der\s)?[A-ZÄÖÜ]\w+\s)?(?P<how>[a-zäöü ]{6,40}?)(?:\s?[-–]{1,2})?|\((?P<inside>[a-zäöü ]{6,40})\))$"
)
# `Nutzungskonzept der Mühle vertagt`, where nothing stands below it.
_LAST_IN_TITLE = re.compile(r"\S\s(?P<how>vertagt|zurückgestellt|abgesetzt|zurückgezogen|entfällt)$")
_DECIDED_IN_TITLE = re.compile(
    r"(?:einstimmig |mehrheitlich |geändert |ungeändert |mit änderung )?(?:beschlossen|angenommen|abgelehnt|zugestimmt)"
)
_CHOSEN = re.compile(rf"\bgewählt\b|^{bodies.BODY}\s(?:wählt|wählte|wählen|wählten)\b")
_ITEM = re.compile(r"\b(?P<word>TOP|Tagesordnungspunkt|Punkt)\s(?:[ÖN]\s)?(?P<number>\d{1,3}(?:\.\d{1,3})*)\b")
_AGENDA_FOUND = re.compile(
    r"Die\s(?:\w+\s)?Tagesordnung\s(?:wird|wurde)\s(?:(?!nicht\b)[^,;:]){0,120}\b(?:festgestellt|festgesetzt|festgelegt|bestätigt)\.?"
)
# `Abstimmung über die geänderte Vorlage`, `Ziffer 2 in der Fassung von Herrn Kohl`
_AS_CHANGED = re.compile(
    r"(?:^|\bso\s|\bdie\s|\bden\s|\bin\s)(?:ge|abge)änderte[nrs]?\s|\bin\sder\sFassung\s(?:von|des|der)\s"
)
_PUT_AS_CHANGED = re.compile(r"(?:Schluss|Gesamt)?[Aa]bstimmung\w*\s[^:]{0,20}\b(?:ge|abge)änderte[nrs]?\s[^:]{3,40}:")
_NOT_AS_PROPOSED = frozenset({"referred", "deferred", "removed", "adopted_amended"})


def found(
    work: ItemInWork,
    resolution: tuple[str, ...],
    votes: tuple[VoteReading, ...],
    told: Sequence[votes_told.PlacedVote],
    *,
    is_election: bool,
    is_elected: bool,
) -> Outcome:
    """The outcome by the status line where there is one, else by what was voted, resolved or told."""
    is_election = is_election or _is_titled_election(work, resolution)
    is_empty = work.outcome is not None and (_says_nothing(work.outcome) or _points_to_one(work.outcome, votes))
    if work.outcome is not None and not (is_empty and (votes or told)):
        of_status = _of_status(work.outcome, work.counts, votes, is_election=is_election)
        # `mehrheitlich beschlossen`, and what was resolved is that the motion is refused, or goes to a committee.
        went = endings.adopted(resolution[0]) if len(resolution) == 1 and of_status.code == "adopted" else None
        return Outcome(of_status.text, went) if went else of_status
    if several_results.differ(work, resolution, votes):
        return Outcome(None, "multiple")
    code = checks.outcome_of(resolution, votes, is_election=is_election)
    if votes and told and told[-1].place >= max(vote.after for vote in work.votes) and not told[-1].vote.is_on_motion:
        # Told below the last vote that has a line of its own.
        code = checks.result_code(told[-1].vote) or code
    if code == "none":
        code = _without_result(work, resolution, votes, told, is_election=is_election)
    if code == "none" and any(vote.options and options.are_things(vote.options) for vote in votes):
        code = "adopted"
    taken = votes or tuple(each.vote for each in told)
    if code == "none" and not resolution and len(taken) == 1 and taken[0].is_on_motion:
        # The only vote is on the procedure: if it passed, that is what became of the item.
        result, put = checks.result_code(taken[0]), f"{taken[0].label} {taken[0].result}"
        if result in outcomes.UNDECIDED:
            code = result
        elif result == "adopted" and (taken[0].result or taken[0].counts.keys() >= {"yes", "no"}):
            moved = decision_words.moved(put) or proposals.moved(put) or proposals.moved(_last_said(work, 4))
            code = moved or code
    if not votes and not told:
        code = _concluded(work) or (several_results.of_points(work) if code == "none" else None) or code
        code = (_told_in_title(work) or code) if code == "none" else code
    if code == "adopted":
        code = _resolved(resolution) if resolution else _moved(work)
    if code == "none" and _changes_agenda(work, [each.vote for each in told] or votes):
        code = "adopted_amended"
    if code == "none" and _finds_agenda(work):
        code = "adopted"
    if code == "adopted" and votes:
        # `Damit ist die Vorlage zurückgestellt.`
        below = sentences(plain(votes[-1].result))[1:]
        code = next(
            filter(None, map(endings.concluded, [*(work.notes[-1].text for _ in work.notes[-1:]), *below])), code
        )
        if code == "adopted" and ((not resolution and _was_changed(work)) or _is_as_changed(work, votes[-1])):
            code = "adopted_amended"
    if code == "adopted" and _told_in_title(work) == "adopted_amended":
        code = "adopted_amended"
    if is_elected and (code in {"none", "adopted"} or (code == "rejected" and votes[-1:] and votes[-1].options)):
        code = "elected"
    return Outcome(None, code)


def _is_as_changed(work: ItemInWork, vote: VoteReading) -> bool:
    """`Abstimmung über die geänderte Vorlage`, `Abstimmung in geänderter Fassung: 9 : 0`"""
    last = next((plain(each.text) for each in reversed(work.passages) if each.place == "vote"), "")
    return bool(_AS_CHANGED.search(vote.label) or _PUT_AS_CHANGED.match(last))


def _concluded(work: ItemInWork) -> OutcomeCode | None:
    """`Damit ist der Antrag abgelehnt.` as the last paragraph, of a vote that is not told."""
    last = plain(work.debate.contributions[-1].text) if work.debate.contributions else ""
    if not procedure.is_conclusion(last) or len(last) > 160 or not re.match(r"(?:Damit|Somit|Hiermit)\s", last):
        return None
    return "rejected" if procedure.failed(last) else "adopted" if procedure.passed(last) else None


def _is_titled_election(work: ItemInWork, resolution: tuple[str, ...]) -> bool:
    """`Wahl der Mitglieder des Ausschusses`, and below it that they are elected."""
    texts = [*resolution, *(each.text for each in work.debate.contributions[-4:]), *(note.text for note in work.notes)]
    texts += [each.text for each in work.passages if each.place == "vote"]
    return bool(_ELECTION.match(work.title)) and any(_CHOSEN.search(text) for text in texts)


def _says_nothing(status: Outcome) -> bool:
    """`offen`, where nobody chose a status, or in its place a label or a number: `Abstimmungsergebnis:`, `12/2026`."""
    text = status.text or ""
    return bool(_OPEN.fullmatch(text)) or (
        status.code == "none" and (text.endswith(":") or not re.search(r"[^\W\d_]{3}", text))
    )


def _points_to_one(status: Outcome, votes: Sequence[VoteReading]) -> bool:
    """`siehe einzelne Beschlüsse`, and there is one vote below: then that tells what became of the item."""
    return bool(re.match(r"[Ss]iehe\s[Ee]inzel", status.text or "")) and len(votes) == 1


def _of_status(
    status: Outcome, counts: dict[str, int] | None, votes: tuple[VoteReading, ...], *, is_election: bool
) -> Outcome:
    if status.code == "none" and status.text and outcomes.code_of(status.text) is None and counts:
        # `Mit Debatte – mit folgendem Abstimmungsergebnis:`: words that are none of an outcome, and numbers that are.
        both = counts.keys() >= {"yes", "no"}
        return Outcome(status.text, (both and checks.result_code(VoteReading(counts=counts))) or "none")
    decisive = next((vote for vote in reversed(votes) if not vote.is_on_motion), None)
    is_lost = counts is not None and counts.get("yes", 0) < counts.get("no", 0)
    if is_lost and decisive and status.code in checks.ADOPTED and checks.has_failed(decisive):
        # Both the numbers of the system and the sentence below the vote say otherwise.
        return Outcome(status.text, "rejected")
    if is_election and status.code in {"adopted", "adopted_amended"} and checks.is_elected(votes):
        return Outcome(status.text, "elected")
    return status


def _changes_agenda(work: ItemInWork, votes: Sequence[VoteReading]) -> bool:
    """Whether motions that change the agenda passed, or are agreed to, and nothing is said of the agenda as a whole."""
    if "Tagesordnung" not in work.title:
        return False
    return any(checks.result_code(vote) == "adopted" for vote in votes) or amended.is_agreed(_last_said(work))


def _finds_agenda(work: ItemInWork) -> bool:
    """`Die Tagesordnung wird mit 7 Punkten festgestellt.` at the end of the item that is about this."""
    if "Tagesordnung" not in work.title:
        return False
    last = [*(each.text for each in work.debate.contributions[-1:]), *(each.text for each in work.notes[-1:])]
    return any(_AGENDA_FOUND.fullmatch(sentences(plain(text)[-1_500:], 40)[-1]) for text in last if text.strip())


def _without_result(
    work: ItemInWork,
    resolution: tuple[str, ...],
    votes: tuple[VoteReading, ...],
    told: Sequence[votes_told.PlacedVote],
    *,
    is_election: bool,
) -> OutcomeCode:
    """Where no vote decides: noted, told along or at the end, or by the numbers of the system."""
    ending = None if votes else _told_at_the_end(work, resolution)
    is_put_off = ending in outcomes.UNDECIDED
    noted = any(procedure.is_noting(contribution.text) for contribution in work.debate.contributions)
    if noted and not resolution and not is_put_off:
        return "multiple" if _is_decided_beside(work, told) else "noted"
    if votes:
        return "none"
    along = votes_told.outcome(told, work.title)
    if is_put_off and along == "none" and _is_decided_and_left(work):
        return "multiple"
    if is_put_off and along in {"adopted", "rejected"} and _is_part_put_off(work, told):
        return "multiple"
    # What is told last of where the item went counts more than a vote on the way.
    code = along if along != "none" and not is_put_off else ending or "none"
    if code == "none" and work.counts and "yes" in work.counts:
        # Numbers of the system without a word beside them.
        code = checks.result_code(VoteReading(counts=work.counts)) or code
        return "elected" if code == "adopted" and is_election else code
    return code


def _is_decided_beside(work: ItemInWork, told: Sequence[votes_told.PlacedVote]) -> bool:
    """`Das Konzept wird zur Kenntnis genommen.`, and in a paragraph of its own a vote on something else with its numbers."""
    said = work.debate.contributions
    own = [each for each in told if each.vote.counts and not each.vote.is_on_motion]
    return any(not procedure.is_noting(said[each.place].text) for each in own if each.place < len(said))


def _is_part_put_off(work: ItemInWork, told: Sequence[votes_told.PlacedVote]) -> bool:
    """`Die Jahresrechnung wird einstimmig festgestellt.`, and right below `Die Entscheidung über die Entlastung wird vertagt.`"""
    said = work.debate.contributions
    last = sentences(plain(said[-1].text))
    is_above = told[-1].place == len(said) - 2 or (told[-1].place == len(said) - 1 and len(last) > 1)
    return is_above and several_results.leaves_part(last[-1])


def _is_decided_and_left(work: ItemInWork) -> bool:
    """`Die Niederschrift vom 10.05. wird genehmigt. Die Genehmigung der Niederschrift vom 14.06. wird vertagt.`"""
    said = work.debate.contributions
    parts = [part for each in said[-2:] for part in sentences(plain(each.text)[:1_500])]
    is_left = len(parts) > 1 and several_results.leaves_part(parts[-1])
    return is_left and any(bare_decisions.code_of_first(part) == "adopted" for part in parts[:-1])


def _told_at_the_end(work: ItemInWork, resolution: tuple[str, ...]) -> OutcomeCode | None:
    """The outcome in a sentence that is the whole resolution, or without one the last paragraph of the debate."""
    if resolution:
        is_proposal = not work.texts.get("resolution") or "mpfehlung" in work.decision
        texts = [text for text in resolution if not _IN_BRACKETS.fullmatch(text.strip())]
        if len(texts) != 1:
            return None
        if is_proposal:
            # `Die Vorlage wurde unter TOP 1 abgesetzt.` was done, not proposed.
            code = endings.code_of(texts[0]) if " wurde " in texts[0] else None
            return code if code in outcomes.UNDECIDED else _went_below(work)
        return _went_below(work) or endings.code_of(texts[0]) or endings.granted(texts[0])
    said = _but_what_was_before(work.debate.contributions)
    followed = proposals.followed(_last_said(work))
    if followed or not said:
        return followed
    number = work.heading.number if work.heading else work.head.facts.get("number", "")
    last = endings.last_of(plain(said[-1].text)[-1_500:])
    if endings.is_of_another(last, number):
        return None
    whole = next(
        (put for each in reversed(said[-3:]) if each.kind != "speech" and (put := endings.put_off(each.text))), None
    )
    code = endings.code_of(last) or endings.granted(plain(said[-1].text)) or whole or endings.withdrawn(said[-1].text)
    code = code or _told_first(said, number)
    if code is None and said[-1].kind != "speech":
        code = endings.taken_off(said[-1].text)
    told = decisions.read(last) if code in {"adopted", "adopted_amended"} else None
    if told and not told.is_voted:
        # `Der Rat stimmt dem Antrag zu.`: it may be what another body did.
        work.warnings.append(Concern("outcome_not_told", last[:80]))
    return code


def _told_first(said: Sequence[Contribution], number: str) -> OutcomeCode | None:
    """`Die Vorlage wurde von der Verwaltung zurückgezogen.`, and what is said of that."""
    for each in takewhile(lambda each: each.kind != "speech", said[:4]):
        code = None if endings.is_of_another(each.text, number) else endings.code_of(each.text)
        if code in outcomes.UNDECIDED:
            return code
    if len(said) > 1 and said[-1].kind == "speech" and said[-2].kind != "speech":
        # What is sent on or put off may come back in what is said below that; what was taken off does not.
        code = None if endings.is_of_another(said[-2].text, number) else endings.code_of(said[-2].text)
        return code if code in {"removed", "withdrawn"} else None
    return None


def _told_in_title(work: ItemInWork) -> OutcomeCode | None:
    """`Verkehrskonzept Altstadt – abgesetzt –`, `Kauf eines Mähers (vertagt)`"""
    told = _IN_TITLE.search(work.title)
    if not told and not work.debate.contributions and (last := _LAST_IN_TITLE.search(work.title)):
        return outcomes.code_of(last["how"])
    how = (told["how"] or told["inside"]) if told else ""
    if _DECIDED_IN_TITLE.fullmatch(how):
        return outcomes.code_of(how)
    code = outcomes.code_of(how) if outcomes.is_said_alone(how) else None
    return code if code in outcomes.UNDECIDED else None


def _but_what_was_before(said: Sequence[Contribution]) -> Sequence[Contribution]:
    """The debate without what is told at its end of earlier, or that nothing is said: `Zuvor hatte Frau Ohm erläutert, …`, `Keine Wortmeldungen.`"""
    last = len(said)
    while last > 1 and (_BEFORE.match(said[last - 1].text) or _is_mere_lack(said[last - 1].text)):
        last -= 1
    return said[:last]


def _is_mere_lack(text: str) -> bool:
    return procedure.is_lack(text) and len(sentences(plain(text))) == 1


def _went_below(work: ItemInWork) -> OutcomeCode | None:
    """`Der Beschlussvorschlag wird zurückgezogen.` as the last paragraph, below what should have been resolved."""
    last = work.passages[-1] if work.passages else None
    if last is None or last.place != "contribution":
        return None
    said = plain(last.text)
    codes = [endings.code_of(said), *(endings.code_of(part) for part in sentences(said)[1:])]
    return next((code for code in codes if code in outcomes.UNDECIDED), None)


def _was_changed(work: ItemInWork) -> bool:
    """`Beschluss: 9 : 5 Stimmen`, and below it `Der Zuschuss wird mit der Änderung beschlossen, dass …`"""
    below = plain(work.notes[-1].text) if work.notes and work.notes[-1].kind == "after" else ""
    return bool(re.search(r"\b(?:wird|wurde)\b.*\bbeschlossen\b", below)) and decision_words.is_amended(below)


def _moved(work: ItemInWork) -> OutcomeCode:
    """What was adopted without a resolution may have been to defer the item."""
    code = proposals.followed(_last_said(work))
    last = work.votes[-1] if work.votes else None
    if not code and last is None and work.counts:
        # `Abstimmung zur Überweisung: Ja: 7`
        label = next((plain(each.text) for each in work.passages if each.place == "counts"), "")
        code = proposals.moved(label.partition(":")[0])
    if not code and last is not None and len(work.votes) == 1 and len(last.label) < 60:
        # `Abstimmung über die Überweisung: 6/0/0`
        code = proposals.moved(last.label)
    if code or last is None or not last.after or last.label:
        return code or "adopted"
    if any(vote.after >= last.after for vote in work.votes[:-1]):
        return "adopted"
    put_by = work.debate.contributions[last.after - 1]
    put = put_by.text
    if (result := result_lines.result_at_end(put)) and plain(put).endswith(result):
        # `… in den Ausschuss zu verweisen. Abstimmungsergebnis: 6 Ja-Stimmen`
        put = " ".join(sentences(plain(put))[:-1]) or put
    told = sentences(plain(put)[-1_500:], 40)[-1]
    if work.heading and "Tagesordnung" in work.heading.title:
        # What shall be taken off is another item.
        return "adopted_amended" if decision_words.is_amended(told) else "adopted"
    decided = decisions.read(told)
    if decided and decided.is_vote and decided.code not in outcomes.UNDECIDED:
        # That was another vote.
        return "adopted"
    if decided and decided.code in _NOT_AS_PROPOSED:
        return decided.code
    if put_by.kind != "speech" and (_NOTES.match(plain(put)) or procedure.is_noting(put)):
        return "noted"
    is_above = put_by.kind != "speech" and resolved.is_resolution(put)
    if decision_words.is_amended(told) or (is_above and decision_words.is_amended(plain(put)[:400])):
        return "adopted_amended"
    if elections.is_resolved(told) or _ELECTED.search(told) or re.search(r"\bgewählt\s?:(?:\s|$)", told):
        return "elected"
    whole = endings.adopted(put) if put_by.kind != "speech" else None
    is_referred = re.match(
        r"(?:Diesem|Dem|Dieser|Der)\s(?:Antrag|Vorschlag)\s(?:wird|wurde|stimm)", " ".join(last.words)
    )
    of_before = proposals.moved_in(_of_this(work, _said_down_to(work, last.after))) if is_referred else None
    return proposals.proposed(_of_this(work, put)) or endings.adopted(told) or whole or of_before or "adopted"


def _said_down_to(work: ItemInWork, end: int) -> str:
    """A speech in all its paragraphs, of which the last is that before `end`."""
    said = work.debate.contributions
    start = end - 1
    while start and said[start].kind == "continuation":
        start -= 1
    return " ".join(each.text for each in said[start:end])


def _of_this(work: ItemInWork, text: str) -> str:
    """The text without the number of this item: `TOP 17 Bau eines Zauns abzusetzen` names it, and no other one."""
    number = work.heading.number if work.heading else work.head.facts.get("number", "")
    line = plain(text)
    heads = [work.title, *(each.text for each in work.passages[:6] if plain(each.text) != line)]

    def bare(named: re.Match[str]) -> str:
        title = fold(line[named.end() :])[:20].strip()
        is_this = named["number"] == number or (len(title) > 12 and any(title in fold(head) for head in heads))
        return named["word"] if is_this else named.group()

    return _ITEM.sub(bare, line)


def _resolved(resolution: tuple[str, ...]) -> OutcomeCode:
    """`Die Angelegenheit wird vertagt.`, `Der Rat nimmt zur Kenntnis, …`: that was adopted."""
    if len(resolution) > 1:
        return endings.put_off(resolution[0]) or endings.sent_on(resolution[0]) or "adopted"
    if _NOTES.match(plain(resolution[0])) or checks.is_noting(resolution[0]) or procedure.is_noting(resolution[0]):
        return "noted"
    # Consent to a building that is refused is what was decided.
    refused = bare_decisions.code_of(resolution[0]) == "rejected" and "invernehmen" not in resolution[0]
    return endings.adopted(resolution[0]) or ("rejected" if refused else "adopted")


def _last_said(work: ItemInWork, count: int = 2) -> str:
    return " ".join(each.text for each in work.debate.contributions[-count:])
