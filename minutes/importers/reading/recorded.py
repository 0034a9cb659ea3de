"""Decisions that are recorded without their result: minutes hold what was decided, so it was adopted. Pure.

It is not told, though: whoever checks the reading is asked to look.
"""

import re
from dataclasses import dataclass

from minutes.importers.grammar import bare_decisions, bodies, endings
from minutes.importers.grammar.elsewhere import is_reported
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.outcomes import OutcomeCode
from minutes.importers.reading.items import ItemInWork

# What stands below `Beschluss:` where there was none, or where it stands elsewhere.
_NONE_MADE = re.compile(
    r"\b(?:kein(?:e|en|er)?|ohne|nicht)\s(?:[a-zäöü]+\s)?(?:Beschluss|Beschlüsse|Beschlussfassung|Entscheidung|Abstimmung|Empfehlung|gefasst)\b"
    r"|\b(?:entfällt|entfiel|entfallen|siehe|s\.|vgl\.|wie\svor)\b|\bBeschluss(?:fassung)?\s(?:erfolgt|folgt|wird\sgefasst)\b",
    re.IGNORECASE,
)
# A short one that may say that the item went elsewhere, or that something was refused: then only a certain sentence counts.
_MAYBE_UNDECIDED = re.compile(
    rf"\b(?:{'|'.join(endings.WENT)}|abgelehnt|nicht\s(?:zugestimmt|gefolgt|entsprochen|stattgegeben|angenommen))\b"
)
# `Dem Erwerb des Grundstücks wurde zugestimmt.` as all that a report tells of an item.
_DONE = re.compile(
    r"^(?:Der|Die|Das|Dem|Den)\s(?:(?!\b(?:nicht|kein\w*)\b)[^.;:!?]){3,200}\swurden?\s(?:(?!\b(?:nicht|kein\w*)\b)[^.;:!?]){0,120}?\b(?:zugestimmt|beschlossen|genehmigt|erteilt|vergeben|bewilligt|entsprochen|befürwortet)\.$"
)
_AGENDA = re.compile(r"Tagesordnung|Niederschrift|Protokoll")
_SENTENCE = re.compile(r"[a-zäöüß]{2,}[^.]{8,400}\.\s*$")
_ELECTS = re.compile(r"\b(?:gewählt|wählt|wählte)\b")
_WORDS = re.compile(r"[A-Za-zÄÖÜäöüß]{2,}")


@dataclass(frozen=True, slots=True)
class Bare:
    """What was decided, and the words that say so without how was voted."""

    code: OutcomeCode
    text: str


def decided(work: ItemInWork) -> Bare | None:
    """By the resolution of an item, or where it has none by the last paragraph that tells a decision."""
    resolution = work.texts.get("resolution", [])
    if resolution:
        return Bare("adopted", plain(resolution[0])) if _is_made(work, resolution) else None
    if work.texts.get("proposal"):
        return None
    for each in reversed(work.debate.contributions):
        # What begins with the body that decides is nobody's speech; else what somebody says of it is no decision.
        is_told = each.kind in {"procedure", "continuation"}
        code = bare_decisions.code_of(each.text) if is_told else bare_decisions.code_of_first(each.text)
        if not code and not is_told and each is work.debate.contributions[-1]:
            # `Frau Ohm nennt einen Fehler. Mit dieser Änderung wird das Protokoll genehmigt.`
            last = sentences(plain(each.text)[-1_500:])[-1]
            code = bare_decisions.code_of_first(last) if _AGENDA.search(last) else None
        if code:
            return Bare(code, plain(each.text))
    said = work.debate.contributions
    if len(said) == 1 and not work.notes and _DONE.match(plain(said[0].text)) and not is_reported(said[0].text):
        return Bare("adopted", plain(said[0].text))
    # Some offices write what was done below `Sachverhalt`.
    facts = work.texts.get("facts", [])
    title = work.heading.title if work.heading else ""
    if (
        facts
        and (_AGENDA.search(title) or (not said and bodies.begins(facts[-1])))
        and (code := bare_decisions.code_of(facts[-1]))
    ):
        return Bare(code, plain(facts[-1]))
    return None


def decided_last(work: ItemInWork, *, is_last_said: bool) -> Bare | None:
    """By the last paragraph, below a vote on a motion; that the agenda or minutes are approved also right behind its result."""
    last = work.debate.contributions[-1] if work.debate.contributions and is_last_said else None
    said = last.text if last and last.kind in {"procedure", "continuation"} else ""
    behind = sentences(plain(work.votes[-1].finished().result))[1:] if work.votes else []
    for text in (said, *behind, *(note.text for note in work.notes[-3:])):
        if not is_last_said and not _AGENDA.search(text):
            continue
        code = bare_decisions.code_of(text)
        if code in {"adopted", "adopted_amended"}:
            return Bare(code, plain(text))
    return None


def published(work: ItemInWork) -> Bare | None:
    """By what stands below the number of a published resolution: there nothing else is told."""
    if not (work.heading and work.heading.is_published):
        return None
    texts = [*work.texts.get("resolution", ()), *(each.text for each in work.debate.contributions)]
    texts = [plain(text) for text in (*texts, *(note.text for note in work.notes)) if _SENTENCE.search(text)]
    if not texts or any(_NONE_MADE.search(text) or _MAYBE_UNDECIDED.search(text) for text in texts):
        return None
    return Bare("elected" if any(map(_ELECTS.search, texts)) else "adopted", texts[0])


def _is_made(work: ItemInWork, resolution: list[str]) -> bool:
    """Whether it is neither a proposal nor a recommendation, nor the word that there is none."""
    if re.search(r"mpfehlung|[Vv]orschlag|[Ee]ntwurf|[Aa]ntrag", work.decision):
        return False
    first = plain(resolution[0])
    if len(first) < 300 and (_NONE_MADE.search(first) or _MAYBE_UNDECIDED.search(first)):
        return False
    return len(_WORDS.findall(" ".join(resolution[:3]))) >= 4
