"""XML as word processors want it: elements in strings, and any characters in them."""

from collections.abc import Mapping

from minutes.documents.characters import legible

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Attributes = Mapping[str, str | float | None]

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


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
