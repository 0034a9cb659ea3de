"""Any text as characters that a file can hold."""

import re

# What steers a terminal or is no character at all; XML knows of these only tab and line break.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def legible(text: str) -> str:
    """The text without control characters; halves of a character become U+FFFD."""
    return _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))
