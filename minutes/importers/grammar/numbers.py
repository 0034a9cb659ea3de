"""Numbers, in digits and as words: `14`, `zwölf`, `keine`. Pure."""

_SMALL = "null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
_TENS = {20: "zwanzig", 30: "dreißig", 40: "vierzig", 50: "fünfzig"}
_NUMERALS = (
    {"kein": 0, "keine": 0, "keiner": 0, "eine": 1, "einer": 1, "einem": 1, "zweier": 2, "dreier": 3}
    | {word: number for number, word in enumerate(_SMALL)}
    | {word: number for number, word in _TENS.items()}
    | {f"{_SMALL[one]}und{word}": ten + one for ten, word in _TENS.items() for one in range(1, 10)}
)
NUMBER = r"\d{1,4}|" + "|".join(sorted(_NUMERALS, key=len, reverse=True))


def value(word: str) -> int:
    """A number in digits or as a word."""
    return int(word) if word.isdigit() else _NUMERALS[word.casefold()]
