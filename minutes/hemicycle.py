"""Room: minutes. A roll call as a drawing: a seat for each who voted, in the shape and colour of the choice.

Pure: plain values in, SVG out. Whoever cannot see it has the table beside it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Look:
    """How a choice is drawn: its sign in running text, its colour, and the path of its shape around the origin."""

    sign: str
    colour: str
    path: str


LOOKS = {
    "yes": Look("●", "#1b6e3c", "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z"),
    "no": Look("◆", "#a3201a", "M0-1.15L1.15 0L0 1.15L-1.15 0Z"),
    "abstain": Look("▲", "#7a5200", "M0-1.1L1.1 .85L-1.1 .85Z"),
    "not_voting": Look("□", "#555555", "M-.85-.85H.85V.85H-.85ZM-.5-.5V.5H.5V-.5Z"),
}
"""Told apart by shape, and by colours of at least 4.5:1 on white."""

_WIDTH, _HEIGHT, _INNER, _OUTER = 200.0, 104.0, 42.0, 92.0


def radii(count: int) -> list[float]:
    """The radius of each row that ``count`` seats need: more rows the more seats, at most eight."""
    rows = max(1, min(round(math.sqrt(count / 4)), 8))
    if rows == 1:
        return [(_INNER + _OUTER) / 2]
    return [_INNER + (_OUTER - _INNER) * row / (rows - 1) for row in range(rows)]


def places(count: int) -> list[tuple[float, float]]:
    """The centre of each seat of a half circle, from left to right, in a field of 200 by 104.

    Rows are filled in proportion to their length, so that seats have the same distance everywhere.
    """
    rows = radii(count)
    seats = [0] * len(rows)
    for _seat in range(count):
        seats[min(range(len(rows)), key=lambda row: (seats[row] + 1) / rows[row])] += 1
    found = [
        (math.pi * (1 - (seat + 0.5) / number), radius)
        for radius, number in zip(rows, seats, strict=True)
        for seat in range(number)
    ]
    found.sort(key=lambda seat: (-seat[0], seat[1]))
    return [(100 + radius * math.cos(angle), 99 - radius * math.sin(angle)) for angle, radius in found]


def _size(count: int) -> float:
    """Half the width of a seat: neighbours in a row and rows stay apart."""
    rows = radii(count)
    apart = math.pi * sum(rows) / max(count, 1)
    between = (_OUTER - _INNER) / (len(rows) - 1) if len(rows) > 1 else apart
    return min(0.4 * apart, 0.4 * between, 7)


def draw(choices: Sequence[str], *, title: str, description: str) -> str:
    """The SVG of seats in the order of ``choices`` (keys of ``LOOKS``), from left to right."""
    spots = places(len(choices))
    size = _size(len(choices))
    shapes = "".join(
        f'<path class="choice-{choice}" d="{LOOKS[choice].path}" fill="{LOOKS[choice].colour}" fill-rule="evenodd" '
        f'transform="translate({x:.2f} {y:.2f}) scale({size:.2f})"/>'
        for choice, (x, y) in zip(choices, spots, strict=True)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" class="picture picture--seats" '
        f'viewBox="0 0 {_WIDTH:g} {_HEIGHT:g}" role="img">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>{shapes}</svg>"
    )
