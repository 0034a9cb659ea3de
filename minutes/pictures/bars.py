"""Room: minutes, the pictures. Figures of a table as bars below each other, each with its name and its value."""

from collections.abc import Sequence

from minutes.pictures import svg

_ROW, _LETTER, _BAR, _VALUE = 14.0, 5.0, 170.0, 64.0
_LETTERS = 15
_MOST = 40


def draw(rows: Sequence[tuple[str, float | None, str]], *, title: str, description: str, full: float = 0) -> str:
    """Bars of rows (name, number, the number as it is read); unknown ones (None) have a word and no bar.

    ``full`` is the number whose bar is as long as the room, 100 for per cent; 0: the largest of the rows. Empty where
    there is nothing to compare.
    """
    shown = rows[:_MOST]
    most = full or max((number for _name, number, _text in shown if number is not None), default=0)
    if len(shown) < 2 or most <= 0:
        return ""
    left = _LETTER * min(max(len(name) for name, _number, _text in shown), _LETTERS) + 6
    parts = []
    for place, (name, number, text) in enumerate(shown):
        base = place * _ROW + 10
        parts.append(svg.words(0, base, svg.shortened(name, _LETTERS)))
        width = 0.0 if number is None else _BAR * min(max(number / most, 0), 1)
        if width:
            parts.append(
                f'<rect class="picture__bar" x="{left:g}" y="{base - 8:g}" width="{width:.2f}" height="10" '
                'fill="#1f4e79"/>'
            )
        parts.append(svg.words(left + width + 4, base, svg.shortened(text, 13)))
    width, height = left + _BAR + _VALUE, len(shown) * _ROW
    return svg.framed("bars", width, height, "".join(parts), title=title, description=description)
