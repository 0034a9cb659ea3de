"""Elections: who has how many votes, and that somebody is elected, told in sentences. Pure."""

import re

from minutes.importers.grammar import decisions
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.numbers import NUMBER, value
from minutes.importers.grammar.roles import ROLE

_FALLS = r"(?:entfallen|entfielen|entfällt|entfiel)"
_TOLD = re.compile(rf"\b(?:{_FALLS}|erhält|erhielt|erhalten|erhielten)\b.*\bStimmen?\b")
# `auf Frau Ohm fünf`, `entfallen auf Frau Ohm 10 gültige Stimmen`; the noun is said once.
_SHARE = re.compile(
    rf"\b[Aa]uf\s(?:die\s|den\s)?(?P<name>[A-ZÄÖÜ][^,.;:]{{1,60}}?)\s(?:{_FALLS}\s)?(?P<number>(?i:{NUMBER}))(?=\s(?:gültige\s)?Stimmen?\b|,|\sund\b|\.?$)"
)
_GETS = re.compile(
    rf"(?:^|,\s|\sund\s)(?:[Dd]er\s|[Dd]ie\s)?(?P<name>[A-ZÄÖÜ][^,.;:]{{1,60}}?)\s(?:(?:erhält|erhielt|erhalten|erhielten)\s)?(?P<number>(?i:{NUMBER}))\s(?:gültige\s)?Stimmen?\b"
)
_ELECTED = re.compile(
    r"^(?:Frau|Herr|[A-ZÄÖÜ][\w-]+\s[A-ZÄÖÜ])[^;:,]{2,60}\s(?:ist|sind)\s(?:(?:als|zu[mr]|in)\s[^;:,]{2,80}\s)?gewählt(?:\sund\s[^.;]{3,60})?\.?$|"
    r"\b(?:nimmt|nehmen|nahm|nahmen)\s(?:die|ihre|seine)\sWahl\b[^.;]{0,80}\ban\b"
    r"|^(?:Damit|Somit|Hiermit|Dadurch)\s(?:ist|sind|wird|werden|wurde|wurden)\b[^;]{3,200}\bgewählt\b"
    r"|\b(?:fest|bekannt|verkünde(?:t|te|n|ten)), (?:dass|daß)\b[^;]{3,260}\bgewählt\s(?:ist|sind|sei|seien|wurde|wurden)\b"
    r"|^[^;:,]{2,120}\s(?:ist|sind)\s(?:damit|somit|hiermit)\s(?:[a-zäöü]+\s)?gewählt(?:\sund\s[^.;]{3,60})?\.?$"
    r"|^(?:Beide|Alle(?:\s[\w-]+){0,2})\s(?:sind|wurden|werden)\s(?:damit\s|somit\s|einstimmig\s)?gewählt\.?$"
    r"|^Gewählt\s(?:ist|sind|wird|werden|wurden?)(?:\s(?:damit|somit))?\s?:"
    r"|^Gewählt\ssind\s(?:damit\s|somit\s)?[A-ZÄÖÜ][\w-]+(?:,|\sund\s|\s\()"
    r"|^(?:Zu[mr]|Als)\s[^;:]{3,120}\s(?:ist|sind|wird|werden|wurde|wurden)\s[^;:]{3,160}\bgewählt\.?$"
    rf"|^Gewählt\s(?:wird|werden|wurden?|ist|sind)\s(?:damit\s|somit\s)?(?:{ROLE}|Dr\.|(?!Variante|Standort|Entwurf|Modell|Farbe|Lösung|Vorschlag)[A-ZÄÖÜ][a-zäöüß-]+)\s[A-ZÄÖÜ][^;:]{{1,200}}$"
    # `Dem Wahlvorschlag der ABC-Fraktion wird mit 9 Ja-Stimmen zugestimmt.`
    r"|^(?:Dem|Den|Der|Die)\s(?:[a-zäöüß]+\s){0,2}Wahlvorschl(?:ag|ägen?)\b[^;:!?]{0,400}?\s(?:wird|werden|wurden?)\s[^;:!?]{0,160}\b(?:zugestimmt|angenommen|gefolgt)\.?$"
    r"|^[^;:]{3,160}\s(?:ist|sind|wird|werden|wurde|wurden)\s(?:damit\s|somit\s)?[^;:]{0,120}\b(?:einstimmig|mehrheitlich|damit|somit|Stimmen|(?:Stimm)?[Ee]nthaltung(?:en)?)\b[^;:]{0,160}\b(?:zu[mr]|als|in)\b[^;:]{3,160}\bgewählt\.?$"
)
_ACCEPTS = re.compile(r"\b(?:nimmt|nehmen|nahm|nahmen)\s(?:\S+\s){0,4}?(?:die|ihre|seine)\sWahl\b[^.;]{0,80}\ban\b")
_FOUND = re.compile(
    # `… stellt die Wahl des Stadtrats Kohl fest`
    r"\b(?:stellt|stellte)\s(?:[^.;:,]{0,40}\s)?die\sWahl\s(?:des|der|von)\s[^.;:,]{2,80}\sfest\b|"
    r"\b(?:fest|bekannt|verkünde(?:t|te|n|ten)),\s(?:(?:dass|daß)\s)?(?:(?!\sam\s\d)[^;]){3,260}\b(?:gewählt\s(?:worden\s)?(?:ist|sind|sei|seien|wurde|wurden)"
    r"|(?:ist|sind|sei|seien)\s(?:damit|somit|hiermit)\b[^;]{0,160}\bgewählt)\b"
)
# `Der Rat wählt Frau Ohm zur Vorsitzenden.`, `Der Rat wählt auf Vorschlag der ABC Frau Ohm.`
_ELECTS = re.compile(
    rf"^[„\"]?(?:Der|Die|Das)\s[A-ZÄÖÜ][^.;:]{{2,80}}?\s(?:wählt|wählte|wählen|wählten)\s(?:[^;:!?]{{0,200}}\s)?"
    rf"(?:(?:zu[mr]|als|in\s(?:den|die|das)|(?:die|das|den)\s(?:\w+\s)?(?:Mitglied\w*|Vertreter\w*|Beisitzer\w*|Vorsitzende\w*))\s[^;:]{{3,200}}|{ROLE}\s[A-ZÄÖÜ][^;:]{{2,200}})$"
)
_NOT = re.compile(
    r"\b(?:nicht|kein\w*|niemand|Stichwahl|wäre|würde|sollen?|sollte\w*|könnte\w*|vorgeschlagen|falls|wenn)\b"
)


def shares(text: str) -> dict[str, int]:
    """Names and their votes: `Auf Frau Ohm entfallen zehn Stimmen, auf Herrn Kohl fünf.`"""
    found: dict[str, int] = {}
    for sentence in sentences(plain(text)[:2_000]):
        if not _TOLD.search(sentence):
            continue
        matches = list(_SHARE.finditer(sentence) if re.search(_FALLS, sentence) else _GETS.finditer(sentence))
        found |= {match["name"]: value(match["number"]) for match in matches}
    return found


_ANNOUNCED = re.compile(
    r"\b(?:nimmt|nehmen|nahm|nahmen)\s(?:die|ihre|seine)\sWahl\b|\b(?:fest|bekannt|verkünde(?:t|te)), (?:dass|daß)\b|\b(?:damit|somit|einstimmig|Stimmen)\b(?:[^.;]|(?<=\d)\.){0,160}\bgewählt\b|\bentf(?:ällt|allen|ielen)\b"
)


def is_announced(text: str) -> bool:
    """Whether it is this body's election of this day that somebody tells of."""
    return bool(_ANNOUNCED.search(plain(text)[:2_000]))


def is_told(text: str) -> bool:
    """Whether a paragraph says that somebody is elected, or takes the office."""
    return _is_said(text, _ELECTED) or any(
        (decision := decisions.read(sentence)) is not None and decision.code == "elected"
        for sentence in sentences(plain(text)[:2_000])
    )


def is_certain(text: str) -> bool:
    """Whether somebody accepts an election, or it is found that they are elected: then it was here and today."""
    return _is_said(text, _ACCEPTS, _FOUND)


def _is_said(text: str, *forms: re.Pattern[str]) -> bool:
    """Whether a sentence of the text has one of these forms, and does not deny it."""
    return any(
        any(form.search(sentence) for form in forms) and not _NOT.search(sentence)
        for sentence in sentences(plain(text)[:2_000])
    )


# `Gewählt werden:`, and below it a list
_ARE_ELECTED = re.compile(r"Gewählt\s(?:ist|sind|wird|werden|wurden?)\s?:")


def are_listed(text: str) -> bool:
    """Whether who was elected stands below."""
    return bool(_ARE_ELECTED.match(plain(text)[:60]))


def elects(text: str) -> bool:
    """Whether a resolution is that somebody is elected."""
    first = plain(text)[:600]
    return bool(_ELECTS.match(first) or _ARE_ELECTED.match(first)) and not re.search(
        r"\b(?:nicht|Verfahren|sollen?|(?<!^Gewählt\s)(?:wird|werden))\b", first
    )


# `Frau Ohm wird in den Werkausschuss gewählt.`
_RESOLVED = re.compile(
    r"[^;:!?]{3,160}\s(?:wird|werden)\s(?:[^;:!?]{0,120}\s)?(?:zu[mr]|als|in\s(?:den|die|das))\s[^;:!?]{2,160}\s(?:ge|wiederge)wählt\.?"
)


def is_resolved(text: str) -> bool:
    """Whether a resolution that was adopted elects somebody, told in the passive."""
    first = plain(text)[:600]
    return bool(_RESOLVED.fullmatch(first)) and not _NOT.search(first)
