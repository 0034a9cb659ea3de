"""Room: minutes, the pictures. The frame of a drawing, and how many characters fit.

Colours are attributes, so that a picture can do without a stylesheet; pages change them by class, for dark mode.
"""

from html import escape


def framed(kind: str, width: float, height: float, content: str, *, title: str, description: str) -> str:
    """An SVG of a kind, with the words for whoever can't see it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture picture--{kind}" viewBox="0 0 {width:g} {height:g}" '
        f'role="img"><title>{escape(title)}</title><desc>{escape(description)}</desc>{content}</svg>'
    )


def words(x: float, y: float, text: str, *, anchor: str = "start", size: float = 8) -> str:
    """A line of text whose base begins, has its middle or ends at a point."""
    return (
        f'<text class="picture__words" x="{x:g}" y="{y:g}" font-size="{size:g}" text-anchor="{anchor}" fill="#404040">'
        f"{escape(text)}</text>"
    )


def shortened(text: str, length: int) -> str:
    """Not more than so many characters."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def shares(numbers: list[int], width: float, *, least: float) -> list[float]:
    """The width of each number, none below ``least`` and together not more than ``width``. Numbers are above 0.

    Where there are too many for that, all get the same.
    """
    if len(numbers) * least >= width:
        return [width / len(numbers) for _number in numbers]
    found = [0.0] * len(numbers)
    left, waiting = width, set(range(len(numbers)))
    while waiting:
        total = sum(numbers[place] for place in waiting)
        small = {place for place in waiting if left * numbers[place] / total < least}
        if not small:
            for place in waiting:
                found[place] = left * numbers[place] / total
            break
        for place in small:
            found[place] = least
        left -= least * len(small)
        waiting -= small
    return found
