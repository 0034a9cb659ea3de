"""Room: committees. Colours on white paper: their contrast, and the nearest darker one that can be read. Pure."""

import re

LEAST_CONTRAST = 4.5
"""Of text to its ground: WCAG 2.2, 1.4.3."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")


def is_colour(value: object) -> bool:
    """Whether it is a colour as ``#1f4e79``, in small letters."""
    return isinstance(value, str) and _COLOUR.fullmatch(value) is not None


def contrast(colour: str) -> float:
    """The contrast of a colour to white, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def is_readable(colour: str) -> bool:
    """Whether text in this colour has contrast enough on white."""
    return contrast(colour) >= LEAST_CONTRAST


def readable(colour: str) -> str:
    """The colour, or the same hue so much darker that it can be read on white."""
    for share in range(255, 0, -1):
        darker = "#" + "".join(f"{round(part * share / 255):02x}" for part in _parts(colour))
        if is_readable(darker):
            return darker
    return "#000000"


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
