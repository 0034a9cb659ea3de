"""Room: minutes, the pictures. The result of a vote as a bar: a piece for each choice, as long as its votes."""

from collections.abc import Sequence
from dataclasses import dataclass

from minutes.hemicycle import LOOKS, Look
from minutes.pictures import bars, svg

CHOICES = {
    "yes": ("Ja", LOOKS["yes"]),
    "no": ("Nein", LOOKS["no"]),
    "abstain": ("Enthaltungen", LOOKS["abstain"]),
    "invalid": ("ungültig", Look("✕", "#5b3a8c", "M-1-.6L-.6-1L0-.4L.6-1L1-.6L.4 0L1 .6L.6 1L0 .4L-.6 1L-1 .6L-.4 0Z")),
    "not_voting": ("nicht abgestimmt", LOOKS["not_voting"]),
}
"""How choices are called in the record, and how they look; in the order of the bar."""

_ONE = {"abstain": "Enthaltung"}
NOT_COUNTED = "Die Stimmen wurden nicht gezählt oder sind nicht überliefert."
_WIDTH, _HEIGHT, _GAP, _LEAST = 240.0, 14.0, 1.5, 10.0


@dataclass(frozen=True, slots=True)
class Part:
    """What stands beside the bar: ``●`` · ``Ja`` · 7."""

    choice: str
    sign: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, the parts of it as text, and the sentence that says the same."""

    svg: str
    parts: tuple[Part, ...]
    sentence: str


def draw(
    *,
    yes: int | None,
    no: int | None,
    abstain: int | None,
    invalid: int | None = None,
    not_voting: int | None = None,
    is_secret: bool = False,
    is_unanimous: bool = False,
) -> Picture | None:
    """The bar of a vote; None where there is nothing to show: nobody voted, or nothing at all is known.

    Unknown counts (None) are not drawn as zero: without all of Yes, No and abstentions there are no proportions, and
    the bar is an empty frame. ``is_unanimous``: nobody counted, the record only knows that it was unanimous.
    """
    known = {"yes": yes, "no": no, "abstain": abstain, "invalid": invalid, "not_voting": not_voting}
    parts = tuple(
        Part(choice, look.sign, _ONE.get(choice, name) if count == 1 else name, count)
        for choice, (name, look) in CHOICES.items()
        if (count := known[choice] or 0) > 0
    )
    title = "Ergebnis der geheimen Abstimmung" if is_secret else "Ergebnis der Abstimmung"
    if yes is None or no is None or abstain is None:
        if not parts and not is_unanimous:
            return None
        return _unmeasured(title, parts, is_unanimous=is_unanimous and not no)
    if not parts:
        return None
    sentence = f"{title}: {_listed(parts)}."
    return Picture(
        svg.framed("result", _WIDTH, _HEIGHT, _pieces(parts), title=title, description=sentence), parts, sentence
    )


def draw_options(options: Sequence[tuple[str, int | None, bool]]) -> Picture | None:
    """The votes for candidates or lists (name, votes, elected) as bars; None where there is nothing to compare."""
    title = "Stimmen bei der Wahl"
    rows = [
        (name, votes, "unbekannt" if votes is None else f"{votes}, gewählt" if elected else str(votes))
        for name, votes, elected in options
    ]
    told = "; ".join(f"{name}: {text}" for name, _votes, text in rows)
    drawing = bars.draw(rows, title=title, description=f"{told}.")
    return Picture(drawing, (), f"{title}: {told}.") if drawing else None


def _pieces(parts: tuple[Part, ...]) -> str:
    room = _WIDTH - _GAP * (len(parts) - 1)
    x, pieces = 0.0, []
    for part, width in zip(parts, svg.shares([part.count for part in parts], room, least=_LEAST), strict=True):
        look = CHOICES[part.choice][1]
        pieces.append(
            f'<rect class="choice-{part.choice}" x="{x:.2f}" y="0" width="{width:.2f}" height="{_HEIGHT:g}" '
            f'fill="{look.colour}"/>'
            f'<path class="choice-sign" d="{look.path}" fill="#ffffff" fill-rule="evenodd" '
            f'transform="translate({x + _LEAST / 2:.2f} {_HEIGHT / 2:g}) scale(3.2)"/>'
        )
        x += width + _GAP
    return "".join(pieces)


def _unmeasured(title: str, parts: tuple[Part, ...], *, is_unanimous: bool) -> Picture:
    """A frame without proportions; unanimous, with the sign of Yes."""
    frame = (
        f'<rect class="picture__frame" x="0.75" y="0.75" width="{_WIDTH - 1.5:g}" height="{_HEIGHT - 1.5:g}" '
        'fill="none" stroke="#555555" stroke-width="1.5" stroke-dasharray="5 3"/>'
    )
    told = "einstimmig" if is_unanimous else ""
    if parts:
        told = f"{told}, {_listed(parts)}" if told else f"nur teilweise bekannt: {_listed(parts)}"
    sentence = f"{title}: {told}. {NOT_COUNTED}"
    if is_unanimous:
        frame += (
            f'<path class="choice-yes" d="{LOOKS["yes"].path}" fill="{LOOKS["yes"].colour}" '
            f'transform="translate({_LEAST / 2 + 2:g} {_HEIGHT / 2:g}) scale(3.2)"/>'
        )
    return Picture(svg.framed("result", _WIDTH, _HEIGHT, frame, title=title, description=sentence), parts, sentence)


def _listed(parts: tuple[Part, ...]) -> str:
    return ", ".join(f"{part.count} {part.name}" for part in parts)
