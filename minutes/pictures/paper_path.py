"""Room: minutes, the pictures. The path of a paper: its stations on a line, told apart by what became of it there."""

from collections.abc import Sequence

from minutes.pictures import svg

_STEP, _HEIGHT, _EDGE = 64.0, 46.0, 34.0
_MOST = 12
_SIGNS = {
    # Circle, lozenge, triangle, cross, ring: adopted, refused, goes on, taken off, still to come or only named.
    "good": ("choice-yes", "#1b6e3c", "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0Z"),
    "bad": ("choice-no", "#a3201a", "M0-1.25L1.25 0L0 1.25L-1.25 0Z"),
    "on": ("choice-abstain", "#7a5200", "M-.9-1.1L1.2 0L-.9 1.1Z"),
    "off": ("choice-not_voting", "#555555", "M-.85-.85H.85V.85H-.85Z"),
    "open": (
        "choice-not_voting",
        "#555555",
        "M-1 0A1 1 0 1 1 1 0A1 1 0 1 1-1 0ZM-.6 0A.6 .6 0 1 0 .6 0A.6 .6 0 1 0-.6 0Z",
    ),
}
_STANDING = {
    "adopted": "good",
    "adopted_amended": "good",
    "elected": "good",
    "noted": "good",
    "settled": "good",
    "multiple": "good",
    "rejected": "bad",
    "withdrawn": "bad",
    "deferred": "on",
    "referred": "on",
    "removed": "off",
}


def standing(outcome: str) -> str:
    """The sort of station that an outcome makes: good, bad, on, off or open."""
    return _STANDING.get(outcome, "open")


def draw(stations: Sequence[tuple[str, str, str]], *, title: str, description: str) -> str:
    """Stations (short name, day, code of the outcome) from left to right; of very many the last ones.

    Empty for fewer than two: a point is no path.
    """
    shown = stations[-_MOST:]
    if len(shown) < 2:
        return ""
    width = _STEP * (len(shown) - 1) + 2 * _EDGE
    start = 0 if len(stations) > len(shown) else _EDGE
    parts = [
        f'<line class="picture__line" x1="{start:g}" y1="12" x2="{width - _EDGE:g}" y2="12" stroke="#8a8a8a" '
        'stroke-width="2"/>'
    ]
    for place, (name, day, outcome) in enumerate(shown):
        x = _EDGE + place * _STEP
        look, colour, path = _SIGNS[standing(outcome)]
        parts.append(
            f'<circle class="picture__ground" cx="{x:g}" cy="12" r="9" fill="#ffffff"/>'
            f'<path class="{look}" d="{path}" fill="{colour}" fill-rule="evenodd" '
            f'transform="translate({x:g} 12) scale(6.5)"/>'
        )
        parts.append(svg.words(x, 32, svg.shortened(name, 11), anchor="middle", size=9))
        parts.append(svg.words(x, 43, svg.shortened(day, 12), anchor="middle"))
    return svg.framed("path", width, _HEIGHT, "".join(parts), title=title, description=description)
