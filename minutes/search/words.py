"""Room: minutes, search. Words as they are searched: without case, accents and endings, the same on every database.

ß is ss, ü may be written ue or u: Straßen, Strasse and STRASSE are one word. Pure.
"""

import re
import threading
import unicodedata
from typing import NamedTuple

import Stemmer

LONGEST = 60
"""Characters of a word that count; what is longer is no word that anybody searches."""
FIRST_PART, LAST_PART = 3, 4
"""A part of a compound has so many letters before it, and so many itself."""

_WORD = re.compile(r"[^\W_]+")
_HYPHENATED = re.compile(r"(?<![\w-])([^\W\d_]{3,})-([^\W\d_]{3,})(?![\w-])")
_UMLAUTS = str.maketrans({"ä": "\x01", "ö": "\x02", "ü": "\x03"})
_UMLAUTS_AGAIN = str.maketrans({"\x01": "ä", "\x02": "ö", "\x03": "ü"})
_MADE = re.compile(r"(?:ung|heit|keit|lich|isch|ig|ik|end)+")
_CACHED = 400_000

_LITTLE = (
    "ab als am an auch auf aus bei bis da das dass dem den der des die dies diese dieser dieses doch dort durch ein "
    "eine einem einen einer eines er es fur hat hatte ich ihr im in ins ist kann mit nach nicht noch nun nur ob "
    "oder sei sein sich sie sind so sowie um und uns unter vom von vor war wegen werden wie wir wird wurde zu zum "
    "zur"
)
STOP_WORDS = frozenset(_LITTLE.split())
"""Words that a question may leave out, folded: nobody looks for them alone."""
_VERBAL = (
    "ver zer ent emp auf aus bei ein mit nach vor her hin uber unter dar fest fort weg los wieder zuruck durch miss "
    "herab herein hinein heraus hinaus voran vorbei entgegen zusammen anein auseinander"
)
_PARTICLES = frozenset(_VERBAL.split())
"""What stands before a short verb, not before the part of a compound: a Vertrag is no trag."""


class Word(NamedTuple):
    """A word of a text: as it is searched, and where it stands."""

    stem: str
    start: int
    end: int


class Known(NamedTuple):
    """What is known of a word as it is written.

    `own_ending` is the word if it lost an -er, which in a name is no ending: Bauer is no Bau. `is_listed`: it can be
    suggested.
    """

    stem: str
    folded: str
    own_ending: str
    is_listed: bool


class _Cache(threading.local):
    """The stemmer is for one thread."""

    def __init__(self) -> None:
        self.stemmer = Stemmer.Stemmer("german", 0)
        self.known: dict[str, Known] = {}


_cache = _Cache()


def known(text: str) -> list[Known]:
    """What is known of each word of a text, in order."""
    cached = _cache.known
    return [cached.get(word) or _analysed(word) for word in _WORD.findall(_normal(text))]


def of(word: str) -> Known:
    """What is known of one word."""
    return _cache.known.get(word) or _analysed(word)


def stems(text: str) -> list[str]:
    """The words of a text as they are searched: `Die Radwege` → `["die", "radweg"]`."""
    return [word.stem for word in known(text)]


def placed(text: str) -> list[Word]:
    """The words with their places. The text must be one of `clean`, or places may be off by its accents."""
    return [Word(of(match[0]).stem, match.start(), match.end()) for match in _WORD.finditer(text)]


def clean(text: str) -> str:
    """A text as the index keeps it: composed letters, no soft hyphens, single spaces."""
    return " ".join(_normal(text).split())


def surfaces(text: str) -> list[str]:
    """The words as they are written."""
    return _WORD.findall(_normal(text))


def joined(text: str) -> list[str]:
    """Of words with one hyphen, the stem of both without it: `Kita-Plätze` → `kitaplatz`."""
    if "-" not in text:
        return []
    return [stem_of(first + last.casefold()) for first, last in _HYPHENATED.findall(_normal(text))]


def stem_of(word: str) -> str:
    """The stem of one word."""
    return of(word).stem


def folded(word: str) -> str:
    """The word without case and accents; ß is ss."""
    return of(word).folded


def parts(folded: str, stem: str) -> list[str]:
    """A word and its tails by which a compound is found: `radwegeplan`, `wegeplan`, `egeplan`, …, `plan`.

    Endings are off, but for those that make another word: a `gebuhrensatzung` is found by `satzung`, not by `satz`.
    """
    made = _MADE.match(folded[len(stem) :]) if folded.startswith(stem) else None
    base = stem + made[0] if made else stem
    if len(base) < LAST_PART or not base.isalpha():
        return []
    tails = [base]
    for place in range(FIRST_PART, len(base) - LAST_PART + 1):
        tail = base[place:]
        if len(tail) > LAST_PART + 1 or base[:place] not in _PARTICLES:
            tails.append(tail)
    return tails


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\u00ad", ""))


def _analysed(word: str) -> Known:
    lowered = word.casefold()[:LONGEST]
    kept = lowered if lowered.isascii() else _without_marks(lowered.translate(_UMLAUTS)).translate(_UMLAUTS_AGAIN)
    # What has digits in it is a number or a sign, and has no endings.
    stem = (_without_marks(_cache.stemmer.stemWord(kept)) if kept.isalpha() else _without_marks(kept))[:LONGEST] or kept
    folded = _without_marks(kept)[:LONGEST]
    if not folded.startswith(stem) and _reduced(folded).startswith(stem):
        # The stemmer reads ue as ü: Mueller is Müller.
        folded = _reduced(folded)
    has_own_ending = folded.startswith(stem) and folded[len(stem) :] in ("er", "ers", "ern")
    is_listed = len(folded) > 2 and folded.isalpha() and folded not in STOP_WORDS
    if len(_cache.known) >= _CACHED:
        _cache.known.clear()
    found = _cache.known[word] = Known(stem, folded, folded if has_own_ending else "", is_listed)
    return found


def _reduced(folded: str) -> str:
    return folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _without_marks(text: str) -> str:
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(letter for letter in apart if not unicodedata.combining(letter)))
