"""Membership: how many could have voted, in the form of a result: `Gesetzliche Zahl der Vertreter: 13`. Pure."""

import re

from minutes.importers.grammar.letters import plain

_LABEL = (
    r"(?:[Gg]esetzl(?:iche|ich|\.)\s(?:festgelegte\s)?(?:An)?[Zz]ahl|(?:An)?[Zz]ahl|[Gg]esetzlich)\s(?:der|aller)\s(?:[a-zäöü]+\s){0,2}"
    r"(?:[A-ZÄÖÜ][\w/-]*(?:[Mm]itglieder|[Vv]ertreter|[Vv]erordneten|räte|innen)|Mitglieder|Vertreter|Stadträte|Räte|Stimmberechtigten|Anwesenden)(?:\sund\s[\w/-]+)?(?:\s(?:des|der)\s(?:[a-zäöüß]+\s)?\w+)?"
    r"|[Gg]esetzl(?:iche|\.)\s(?:An)?[Zz]ahl|[Gg]esetzl\.(?:\sMitgl\.)?|(?:Davon\s)?(?:[Aa]bgegebene|[Gg]ültige|[Aa]usgegebene)\s(?:gültige\s)?(?:Stimmen|Stimmzettel|Wahlzettel)|[Aa]nwesende\s[A-ZÄÖÜ][\w-]*(?:mitglieder|vertreter|verordnete|räte)"
    r"|Mitgliederzahl|Stimmberechtigte(?:\sMitglieder)?(?=\s?:)|(?:[Dd]avon\s)(?:anwesend|stimmberechtigt)e?|[Dd]avon\s(?:anwesende|besetzte)\s\w+|[Dd]avon\sAnwesende"
)
_LINE = re.compile(rf"(?:{_LABEL})\s?:?\s?(?:[.\s]*\d{{1,3}}(?:\s?\+\s?\d)?[;,]?|[.…_\s]{{2,}})")
_ALONE = re.compile(rf"(?:{_LABEL})\s?:?")


# `Gesetzliche Mitgliederzahl: 15, davon anwesend: 13, Ja-Stimmen: 12`: it goes before the numbers of the vote.
_AHEAD = re.compile(r"^(?:[Gg]esetzl(?:iche|ich|\.)\s[^:\d]{3,60}|Mitgliederzahl)\s?:?[\s.]*\d{1,3}\s?[;,]?\s(?=.*\d)")

# `davon besetzte Mandate: 9 davon anwesend: 8 Ja-Stimmen: 8`
_NEXT = re.compile(r"[Dd]avon\s(?:besetzte\s\w+|anwesende?)\s?:\s?\d{1,3}\s?[;,]?\s(?=.*\d)")


def without(text: str) -> str:
    """A line of results without how many members the body has."""
    text = _AHEAD.sub("", text)
    while ahead := _NEXT.match(text):
        text = text[ahead.end() :]
    return text


# `Zahl der anwesenden Stadträte: 11`, and below it `Bürgermeister: 1`.
_MAYOR = re.compile(r"(?:(?:Ober)?[Bb]ürgermeister(?:in)?|Landr(?:at|ätin))\s?:\s?[01]")


def is_line(text: str) -> bool:
    """Whether a line tells how many members there are or were present."""
    line = plain(text)
    return bool(_LINE.fullmatch(line) or _MAYOR.fullmatch(line))


def is_label(text: str) -> bool:
    """Whether a line is the label of such a number, which then stands below."""
    return bool(_ALONE.fullmatch(plain(text)))
