"""Pages that lost all of their lines: labels in the midst of a paragraph, `… in Stockheim. Beschluss: Der Rat …`. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar.letters import UPPER
from minutes.importers.source import Clock, Paragraph

_LABEL = re.compile(
    rf"(?<=\s)(?:(?P<label>Beschluss(?:vorschlag|empfehlung|text)?|Beratungsergebnis|Abstimmungsergebnis|Sachverhalt|Sachdarstellung|Begründung|Beratung|Protokoll|Wortprotokoll|Finanzielle\sAuswirkungen)\s?:(?=\s)|(?:TOP|Tagesordnungspunkt)\s?:\s(?=[ÖN]?\s?\d)|Vorlagen?-Nr\.:?\s(?=[{UPPER}\d]))"
)
# What a label within a sentence stands behind: `lautet der Beschluss: …`.
_LEADS_ON = re.compile(
    r"\b(?:der|die|das|den|dem|des|ein|eine|einen|folgende[nrs]?|im|zum|zur|vom|als|mit|und|dieser|diesem|diesen|seine[nr]?|ihre[nr]?)\s$"
)
_SHORTEST = 200


def parted(paragraphs: Sequence[Paragraph], clock: Clock) -> tuple[Paragraph, ...]:
    """The paragraphs, each label at the beginning of one, where a long one has at least two of them."""
    clock.check()
    return tuple(part for each in paragraphs for part in _parts(each))


def _parts(paragraph: Paragraph) -> list[Paragraph]:
    text = paragraph.text
    if len(text) < _SHORTEST or paragraph.is_furniture or "|" in text:
        return [paragraph]
    labels = [
        match
        for match in _LABEL.finditer(text)
        if not _LEADS_ON.search(text, max(0, match.start() - 20), match.start())
    ]
    if sum(bool(match["label"]) for match in labels) < 2:
        return [paragraph]
    return paragraph.cut((match.start() for match in labels), gap=1)
