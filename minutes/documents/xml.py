"""XML as word processors want it: elements in strings, and any characters in them."""

import re
from collections.abc import Mapping

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Attributes = Mapping[str, str | float | None]

# What steers a terminal or is no character at all; XML knows of these only tab and line break.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def legible(text: str) -> str:
    """The characters that a file can hold: control characters are left out, halves of a character become U+FFFD."""
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))


def escaped(text: str) -> str:
    """Characters of a text or of an attribute."""
    return legible(text).translate(_ESCAPES)


def element(name: str, attributes: Attributes | None = None, *content: str) -> str:
    """An element. ``content`` is XML already; attributes that are None are left out."""
    written = "".join(
        f' {key}="{escaped(value) if isinstance(value, str) else f"{value:.12g}"}"'
        for key, value in (attributes or {}).items()
        if value is not None
    )
    inner = "".join(content)
    return f"<{name}{written}>{inner}</{name}>" if inner else f"<{name}{written}/>"
