"""Room: committees. The wording that a body gives the opening and the end of its sessions, with placeholders. Pure.

What stands for a fact that may be unknown is a whole sentence, which is then left out: {Befangenheit}. No text breaks.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from committees import wording

_ALWAYS = ("Vorsitz", "Ausschuss", "des Ausschusses", "Nummer", "Datum", "Uhrzeit")
OPENING_PLACEHOLDERS = (*_ALWAYS, "Feststellungen", "Einladung", "Beschlussfähigkeit", "Widerspruch", "Befangenheit")
CLOSING_PLACEHOLDERS = _ALWAYS

_PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?]\s+|\n\s*)$")


def unknown_placeholders(text: str, known: tuple[str, ...]) -> list[str]:
    """What stands in braces and means nothing."""
    return [name for name in _PLACEHOLDER.findall(text) if name not in known]


def listed(names: tuple[str, ...]) -> str:
    """{Vorsitz}, {Uhrzeit}: as they are typed."""
    return ", ".join(f"{{{name}}}" for name in names)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Which session a wording speaks of."""

    committee: wording.GenderedName
    number: int
    day: date


def opening(text: str, facts: wording.Opening, sitting: Sitting) -> str:
    """The opening in the body's own words; in Gremia's, where it has none or nothing remains of them."""
    return _filled(text, opening_values(facts, sitting)) or wording.opening_paragraph(facts)


def closing(text: str, chair: wording.Chair, sitting: Sitting, *, at: time | None) -> str:
    """The end of the session in the body's own words, else in Gremia's."""
    return _filled(text, closing_values(chair, sitting, at=at)) or wording.close_session_sentence(chair, at=at)


def opening_values(facts: wording.Opening, sitting: Sitting) -> dict[str, str]:
    """What each placeholder of an opening stands for; empty where the fact is unknown."""
    quorum, invited = wording.quorum_statement(facts), wording.invitation_clause(facts)
    knows_recusals = facts.recusal_items is not None
    return closing_values(facts.chair, sitting, at=facts.opened_at) | {
        "Feststellungen": wording.finding_sentence(facts, invited, quorum),
        "Einladung": wording.finding_sentence(facts, invited),
        "Beschlussfähigkeit": wording.finding_sentence(facts, quorum),
        "Widerspruch": wording.NO_OBJECTION if facts.is_unopposed and (quorum or invited) else "",
        "Befangenheit": wording.recusal_notice(facts.recusal_items or (), norm=facts.recusal_norm)
        if knows_recusals
        else "",
    }


def closing_values(chair: wording.Chair, sitting: Sitting, *, at: time | None) -> dict[str, str]:
    """What each placeholder at the end of a session stands for."""
    who = chair.full
    return {
        "Vorsitz": who[0].lower() + who[1:] if who.startswith(("Der ", "Die ")) else who,
        "Ausschuss": sitting.committee.nominative,
        "des Ausschusses": sitting.committee.genitive,
        "Nummer": str(sitting.number),
        "Datum": f"{sitting.day:%d.%m.%Y}",
        "Uhrzeit": wording.clock(at) if at else "",
    }


def _filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its values. What means nothing stays as it was typed; what begins a sentence gets a capital."""
    parts, place = [""], 0
    for found in _PLACEHOLDER.finditer(text):
        parts.append(text[place : found.start()])
        value = values.get(found[1], found[0])
        if _SENTENCE_BEFORE.search("".join(parts)):
            value = value[:1].upper() + value[1:]
        parts.append(value)
        place = found.end()
    filled = "".join([*parts, text[place:]])
    # Blanks that keep words together stay.
    lines = (re.sub(r"[ \t]+", " ", line).strip(" \t") for line in filled.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
