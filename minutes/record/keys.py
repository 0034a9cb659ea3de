"""Keys and numbers as records hold them: texts. Pure."""


def row_key(text: str) -> int | None:
    """The key of a row; None where the text is none, as in a record of another system."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else None


def in_address(number: str) -> str:
    """The number of an item as addresses write it: `Ö 3` → `Ö3`."""
    return "".join(number.split())
