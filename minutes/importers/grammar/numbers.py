"""Numbers, in digits and as words: `14`, `zwölf`, `keine`. Pure."""

_NUMERALS = {
    "kein": 0, "keine": 0, "keiner": 0, "null": 0, "ein": 1, "eine": 1, "einer": 1, "einem": 1, "zwei": 2, "drei": 3,
    "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12,
}  # fmt: skip
NUMBER = r"\d{1,4}|" + "|".join(sorted(_NUMERALS, key=len, reverse=True))


def value(word: str) -> int:
    """A number in digits or as a word."""
    return int(word) if word.isdigit() else _NUMERALS[word.casefold()]
