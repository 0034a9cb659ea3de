"""Room: committees. Values of attributes of a drawing: each as a program reads it, written anew, or None. Pure."""

import re
from collections.abc import Callable

_LARGEST = 1_000_000
_LARGEST_FACTOR = 1000
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
_FLAG = re.compile(r"[01]")
_GAP = re.compile(r"[\s,]*")
_LENGTH = re.compile(rf"\s*({_NUMBER.pattern})\s*(px|pt|mm|cm|in)?\s*")
_COLOUR = re.compile(r"none|currentcolor|transparent|[a-z]{3,20}|#[0-9a-f]{3}|#[0-9a-f]{6}")
_RGB = re.compile(r"rgb\(\s*([0-9]{1,3})[\s,]+([0-9]{1,3})[\s,]+([0-9]{1,3})\s*\)")
_FUNCTION = re.compile(r"[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*")

_ARGUMENTS = {"m": 2, "l": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "t": 2, "a": 7, "z": 0}
"""How many numbers each command of a path takes."""
_FUNCTIONS = {"translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,), "matrix": (6,)}


def written(number: float) -> str:
    """0.5, 12, -3.25: at most five decimals, never an exponent."""
    text = f"{number:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def number(text: str) -> float | None:
    """The number of a length such as ``12.5px``; None where it is none, or beyond all measure."""
    found = _LENGTH.fullmatch(text)
    return _bounded(found[1]) if found else None


def numbers(text: str) -> list[float] | None:
    """The numbers of a list."""
    place, found = _skip(text, 0), []
    while place < len(text):
        match = _NUMBER.match(text, place)
        value = _bounded(match[0]) if match else None
        if match is None or value is None:
            return None
        found.append(value)
        place = _skip(text, match.end())
    return found


def length(text: str) -> str | None:
    """A length with its unit."""
    found = _LENGTH.fullmatch(text)
    value = _bounded(found[1]) if found else None
    return None if found is None or value is None else written(value) + (found[2] or "")


def positive_length(text: str) -> str | None:
    """A length that is not below zero."""
    value = length(text)
    return None if value is None or value.startswith("-") else value


def share(text: str) -> str | None:
    """A part of one: 0.4 or 40 %."""
    value = number(text.strip().removesuffix("%"))
    if value is None:
        return None
    return written(min(max(value / 100 if text.strip().endswith("%") else value, 0), 1))


def colour(text: str) -> str | None:
    """A colour by name or number. References to gradients are none."""
    value = text.strip().lower()
    if found := _RGB.fullmatch(value):
        return "#" + "".join(f"{min(int(part), 255):02x}" for part in found.groups())
    return value if _COLOUR.fullmatch(value) else None


def word(*known: str) -> Callable[[str], str | None]:
    """A reader of one of a few words."""
    return lambda text: text.strip() if text.strip() in known else None


def dashes(text: str) -> str | None:
    """The pattern of a dashed line."""
    if text.strip() == "none":
        return "none"
    found = numbers(text.replace("px", " "))
    return None if found is None or not found or min(found) < 0 else " ".join(map(written, found))


def points(text: str) -> str | None:
    """The corners of a polygon."""
    found = numbers(text)
    return None if found is None or len(found) % 2 else " ".join(map(written, found))


def transform(text: str) -> str | None:
    """Shifts, turns and scales; factors stay within reason, as they multiply when groups lie in groups."""
    functions, place = [], 0
    while match := _FUNCTION.match(text, place):
        name, found = match[1], numbers(match[2])
        if found is None or len(found) not in _FUNCTIONS.get(name, ()):
            return None
        if name in ("scale", "matrix") and max(map(abs, found[:4])) > _LARGEST_FACTOR:
            return None
        functions.append(f"{name}({' '.join(map(written, found))})")
        place = match.end()
    return None if text[place:].strip() else " ".join(functions)


def path(text: str) -> str | None:
    """The commands of a path, each with as many numbers as it takes."""
    commands: list[str] = []
    place = _skip(text, 0)
    while place < len(text):
        letter = text[place]
        takes = _ARGUMENTS.get(letter.lower())
        if takes is None or (not commands and letter not in "Mm"):
            return None
        commands.append(letter)
        place, read = _skip(text, place + 1), 0
        while takes and (match := _argument(letter, read % takes).match(text, place)):
            value = _bounded(match[0])
            if value is None:
                return None
            # A radius has no direction.
            commands.append(written(abs(value) if letter in "aA" and read % takes < 2 else value))
            place, read = _skip(text, match.end()), read + 1
        if takes and (not read or read % takes):
            return None
    return " ".join(commands)


def _argument(letter: str, place: int) -> re.Pattern[str]:
    """The flags of an arc may stand without a gap: a1 1 0 01.5.5"""
    return _FLAG if letter in "aA" and place in (3, 4) else _NUMBER


def _skip(text: str, place: int) -> int:
    found = _GAP.match(text, place)
    return found.end() if found else place


def _bounded(text: str) -> float | None:
    value = float(text)
    return value if abs(value) <= _LARGEST else None
