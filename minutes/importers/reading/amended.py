"""Amended: whether what was adopted is not what had been proposed, by the resolution or a vote before it. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar import decision_words, motions
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.reading import checks
from minutes.importers.reading.item_so_far import ItemSoFar
from minutes.importers.reading.values import Outcome, VoteReading

_OF_CHANGE = re.compile(
    r"\b(?:Änderung|Ergänzung|Erweiterung|Zusatz|Abänderung)s?-?(?:antr|vorschl|wunsch)", re.IGNORECASE
)
# `Der Vorsitzende lässt über die so geänderte Vorlage abstimmen.`
_PUT = re.compile(
    r"\b(?:über|Über)\s(?:den|die|das)\s(?:\w+\s){0,2}(?:ge|abge)änderten?\s[\w-]*(?:[Vv]orlage|[Bb]eschluss\w*|[Aa]ntrag|[Ff]assung|[Ss]atzung|[Ee]ntwurf|[Tt]agesordnung)\b[^.]{0,80}\b(?:abstimmen|abgestimmt|Abstimmung)"
    r"|^Abstimmung\süber\s(?:den|die|das)\s(?:\w+\s)?(?:ge|abge)ändert|\bin\s(?:so\s)?(?:geänderter|berichtigter|ergänzter|korrigierter)\sForm\sabstimmen\b"
)
# `Herr Kohl übernimmt den Änderungsantrag.`, `Die Tagesordnung wird dahingehend geändert, dass …`
_TAKEN_OVER = re.compile(
    r"\b(?:die|diese)\s(?:Änderung|Ergänzung)(?:en)?\s(?:übernehmen?|übernimmt|übernommen)\b|\b(?:übernimmt|übernehmen|übernahm|übernahmen)\s(?:die|diese)\s(?:[a-zäöü]+\s)?(?:Änderung|Ergänzung)(?:en)?\b|\b(?:übernimmt|übernehmen|übernahm|übernahmen)\s(?:dies|das|diese\s\w+)\sin\s(?:den|ihren|seinen)\s\w*[Aa]ntrag|\b(?:übernimmt|übernehmen|übernahm|übernahmen)\s[^.;]{0,80}\b(?:Änderungs|Ergänzungs)(?:antrag|vorschlag)|\b(?:verständig|einig)(?:t|en|te|ten)\ssich\b[^.;]{0,160}\b(?:zu\s(?:streichen|ändern|ergänzen|ersetzen)|einzufügen|hinzuzufügen)\b|\b(?:Die|die)\s(?:\w+\s)?(?:Tagesordnung|Niederschrift)\s(?:wird|wurde)\s(?:(?!\bnicht\b)[^.;]){0,80}?\b(?:geändert|ergänzt|erweitert|berichtigt|korrigiert)\b"
    r"|\b(?:wird|wurde)\s(?:dahingehend|insoweit)\s(?:abgeändert|geändert|ergänzt)\b"
)
_MOVES = r"\b(?:beantrag\w*|vorgeschlagen|schlägt|schlug|bittet|bat|regt)\b[^.!?]{0,300}?\b"
# `… beantragt, Punkt 7 vor Punkt 5 zu behandeln`
_MOVES_AGENDA = re.compile(
    rf"{_MOVES}(?:abzusetzen|vorzuziehen|aufzunehmen|Absetzung|Aufnahme|zu\s(?:behandeln|ergänzen|erweitern|ändern|tauschen|nehmen|streichen|verschieben|vertagen|stellen|setzen))\b"
)
# `… beantragt, in die Stellungnahme aufzunehmen, dass …`
_MOVES_TEXT = re.compile(
    rf"{_MOVES}(?:aufzunehmen|festzusetzen|festzulegen|anzuheben|herabzusetzen|hinzuzufügen|einzufügen|anzufügen|abzuändern|zu\s(?:ergänzen|ändern|ersetzen|streichen))\b"
)
# What follows what was proposed, and says that nobody is against it.
_AGREED = re.compile(
    r"\b(?:damit|hiermit)\s(?:[a-zäöü]+\s)?einverstanden\.?$|\b(?:ist|sind|war|waren|erklär\w+\ssich|zeig\w+\ssich)\smit\s(?:(?!nicht\b)[^.;:]){3,80}\seinverstanden\.?$|\b[Dd]em\s(?:Vorschlag\s|Antrag\s)?(?:wird|wurde)\s(?:[a-zäöü]+\s)?(?:zugestimmt|gefolgt|entsprochen)\.?$"
    r"|\b(?:Hiergegen|Dagegen|Gegen\sdiesen\sVorschlag)\b[^.]{0,60}\bkein\w*\s(?:Widerspruch|Einwände|Einwendungen|Bedenken)(?:\s[a-zäöü]+){0,2}\.?$"
)
_BRACKET_BEHIND = re.compile(r"\s\([^()]{1,60}\)(?=\.?$)")
_OF_MINUTES = re.compile(r"[Nn]iederschrift|[Pp]rotokoll")
# `… wird das Wort „alle“ gestrichen`; but not `Es wird beantragt, …`.
_CORRECTED = re.compile(
    r"\b(?:wird|werden)\s(?!nicht\b)(?:(?!\b(?:nicht|gebeten|beantragt|vorgeschlagen)\b)[^.;!?,]){2,200}?\b(?:ersetzt|gestrichen|ergänzt|geändert|berichtigt|korrigiert|eingefügt)\b(?!\s(?:werden|haben))"
)
# `Ergänzung zum Protokoll:`
_CORRECTION = re.compile(
    r"(?:Ergänzung|Korrektur|Änderung|Berichtigung)(?:en)?\s(?:zu[mr]|de[rs]|im|in\sder)\s(?:\w+\s)?(?:Protokolls?|Niederschrift)\s?:"
)
_PASSED = re.compile(
    r"\b(?:genehmigt|beschlossen|angenommen|zugestimmt|festgestellt|festgesetzt|festgelegt|bestätigt|stimm(?:t|en|te|ten)\b.*\bzu)\.?$"
)
# What is proposed is named in the words of the status: `laut Vorlage beschlossen`.
_AS_PROPOSED = re.compile(
    r"\b(?:un(?:ge|ver)ändert|ohne\sÄnderung|(?:laut|gem\.?|gemäß|wie)\s\w*(?:[Vv]orlage|[Vv]orschlag|[Ee]mpfehlung))",
    re.IGNORECASE,
)


def read(
    outcome: Outcome,
    decision: str,
    resolution: Sequence[str],
    votes: Sequence[VoteReading],
    work: ItemSoFar,
) -> Outcome:
    """The outcome; one that says only that it was adopted is looked at more closely."""
    if outcome.code != "adopted" or _AS_PROPOSED.search(outcome.text or ""):
        return outcome
    decisive = next((vote for vote in reversed(votes) if not vote.is_on_motion), VoteReading())
    last = f"{decisive.label}: {decisive.result} {decisive.conclusion}"
    changed = (
        _says(decision, resolution)
        or _was_changed(votes, is_told_apart=bool(work.counts or outcome.text))
        or _was_moved(work, votes)
        or any(map(decision_words.is_amended, [last, *(vote.result for vote in votes)]))
        or _is_put(work)
        or _is_corrected(work)
        or _agenda_changed(work)
    )
    return Outcome(outcome.text, "adopted_amended") if changed else outcome


def _says(decision: str, resolution: Sequence[str]) -> bool:
    """`Der Rat beschließt die Satzung mit der soeben beschlossenen Änderung.`"""
    if re.search(r"\b(?:[Gg]e|[Aa]bge)änderte[rn]?\b|\b(?:Abweichender|Modifizierter|Ergänzter)\b", decision):
        return True
    return any(decision_words.is_amended(plain(text[:400])) for text in resolution[:20])


def _is_corrected(work: ItemSoFar) -> bool:
    """Where minutes are approved: `Auf Seite 6 wird das Wort „alle“ durch „mehrere“ ersetzt.`"""
    if not _OF_MINUTES.search(work.title):
        return False
    if any(_CORRECTION.match(plain(note.text)) for note in work.notes):
        return True
    return any(
        _CORRECTED.search(plain(each.text)[:1_000]) or _CORRECTION.match(each.text)
        for each in work.debate.contributions
    )


# `Unter Sonstiges wurde das Thema Weihnachtsmarkt aufgenommen.`, `Die Tagesordnung wird mit den folgenden Ergänzungen`
_ENTERED = re.compile(
    r"\b(?:wird|werden|wurden?)\b(?:(?!\b(?:nicht|kein\w*|vorgeschlagen|beantragt|gebeten)\b)[^.;:!?]){2,160}\b(?:aufgenommen|hinzugefügt|vorgezogen|eingefügt|ergänzt|getauscht)\.?$"
    r"|^Die\s(?:Tagesordnung|TO)\s(?:wird|wurde)\s(?:um|mit)\s(?:den\s|die\s)?(?:nach)?folgenden?\s\w+$"
)


def _agenda_changed(work: ItemSoFar) -> bool:
    """Where the agenda is approved: that something was entered in it, or moved."""
    if "Tagesordnung" not in work.title:
        return False
    said = [*(each.text for each in work.debate.contributions if each.kind != "speech"), *(n.text for n in work.notes)]
    return any(_ENTERED.search(sentence) for text in said for sentence in sentences(plain(text)[:1_000]))


def _is_put(work: ItemSoFar) -> bool:
    """`Der Vorsitzende lässt über den so geänderten Beschlussvorschlag abstimmen.`, `Die geänderte Fassung ist damit genehmigt.`"""
    told = [plain(note.text) for note in work.notes if len(note.text) < 300]
    said = [plain(each.text)[-400:] for each in work.debate.contributions[-3:]]
    # `… in geänderter Form beschlossen (20 : 2).`
    told += [_BRACKET_BEHIND.sub("", sentences(text)[-1]) for text in said[-1:] if text]
    for passage in work.passages:
        text = plain(passage.text[:400])
        # `Der Rat fasst bei 2 Enthaltungen folgenden geänderten Beschluss:`
        if motions.is_item_again(text) or (
            passage.place == "vote" and text.endswith(":") and decision_words.is_amended(text)
        ):
            return True
    return any(_PUT.search(text) or _TAKEN_OVER.search(text) for text in said) or any(
        decision_words.is_amended(text) and _PASSED.search(text) for text in told
    )


def _was_moved(work: ItemSoFar, votes: Sequence[VoteReading]) -> bool:
    """`Herr Kohl beantragt, Punkt 7 vorzuziehen.`, and right below that this passed: the agenda, or a text before its own vote, is changed."""
    said = work.debate.contributions
    own = [(vote.after, vote.finished()) for vote in work.votes]
    # Where motions on the agenda are the item, it is just carried.
    is_agenda = "Tagesordnung" in work.title and not re.match(r"\w+antr[aä]g", work.title)
    for place, each in enumerate(said, start=1):
        text = plain(each.text)[:2_000]
        moved = (_MOVES_AGENDA if is_agenda else _MOVES_TEXT).search(text)
        if not moved:
            continue
        is_put = place < len(said) and "abstimm" in said[place].text
        put = next((vote for after, vote in own if after == place + is_put), None)
        if put and checks.result_code(put) == "adopted" and (is_agenda or put is not own[-1][1]):
            return not _AS_PROPOSED.search(put.result)
        told = [vote for vote in votes if vote.result and vote.result in text[moved.start() :]]
        if is_agenda and told and checks.result_code(told[0]) == "adopted":
            return not _AS_PROPOSED.search(told[0].result)
    return False


def is_agreed(text: str) -> bool:
    """`Er schlägt vor, Punkt 9 abzusetzen. Der Rat ist damit einverstanden.`: that the agenda is changed."""
    moved = _MOVES_AGENDA.search(text[:3_000])
    return moved is not None and bool(_AGREED.search(text, moved.end()))


def _was_changed(votes: Sequence[VoteReading], *, is_told_apart: bool) -> bool:
    """An amendment passed, and then the item itself, of which only the status may tell."""
    others = len(votes) if is_told_apart else 0
    last = next((place for place in reversed(range(len(votes))) if not votes[place].is_on_motion), others)
    return any(
        vote.is_on_motion and _OF_CHANGE.search(f"{vote.label} {vote.result}") and checks.result_code(vote) == "adopted"
        for vote in votes[:last]
    )
