"""Groups and their votes: `5 CDU, 4 SPD` in brackets, `Zustimmung: A-Liste (12), B-Liste (4)`. Pure."""

import re

from minutes.importers.grammar.letters import plain

# Names may have digits of their own: `Bündnis 90/Die Grünen`, `B90/Grüne`, and where the votes come first `Liste 21`.
_NAME = r"[A-ZÄÖÜa-zäöü](?:[^,;()\d:]|(?<=[A-Za-zäöüß'’])\d{2,4}|(?<=nis )90|(?<=NIS )90|\d{2,4}(?=\s?/)){0,60}"
_GROUP = re.compile(
    r"(?P<one>OB|BM|Bgm\.?|(?:Ober)?[Bb]ürgermeister(?:in)?|Land(?:rat|rätin)|(?:Herr|Frau) [A-ZÄÖÜ][\w-]+)|"
    rf"(?P<n1>\d{{1,3}})\s*x?\s*(?P<g1>{_NAME}?(?:\s\d{{2,4}})?)|(?P<g2>{_NAME}?)\s*:?\s*(?P<n2>\d{{1,3}})"
)
_LOST_COMMA = re.compile(r"(?<=[A-ZÄÖÜa-zäöü])\s(?=\d{1,3}\s[A-ZÄÖÜ])")
UNANIMOUS = re.compile(r"(?<!nicht )\bein(?:stimmig|st\.|hellig)", re.IGNORECASE)
_DECIDES = re.compile(r"\b(?:beschlossen|angenommen|abgelehnt|zugestimmt|empfohlen)\b")
_NEXT_GROUP = re.compile(r"[,;]|\bund\b(?=\s*\d)|(?<=\d)\sund\b")
_ONE_GROUP = re.compile(r"(?!.*\d\s+[A-ZÄÖÜ].*\d)\s*[A-ZÄÖÜa-z][\w /.'-]{1,40}\s*")
_KINDS = {"zustimmung": "yes", "ja": "yes", "dafür": "yes", "ablehnung": "no", "nein": "no", "dagegen": "no"}
_KINDS |= {"enthaltung": "abstain", "enthaltungen": "abstain"}
_HEAD = r"(?:Zustimmung|Ja|JA|Dafür|Ablehnung|Nein|NEIN|Dagegen|Enthaltung(?:en)?)"
_WITH_NUMBER = r"[A-ZÄÖÜ][^:;,()]{1,40}?\s?\(\d{1,3}\)"
_PART = re.compile(
    rf"(?P<head>{_HEAD})\s?:\s?(?:(?P<groups>{_WITH_NUMBER}(?:(?:,|\sund)\s{_WITH_NUMBER})*)|[-–/]|keine)[,;.]?(?:\s|$)"
)
_HAS = re.compile(rf"^{_HEAD}\s?:\s?[A-ZÄÖÜ]")
_EACH = re.compile(r"(?P<name>[A-ZÄÖÜ][^:;,()]{1,40}?)\s?\((?P<number>\d{1,3})\)")


def in_bracket(text: str, number: int | None) -> dict[str, int]:
    """The groups in the bracket behind a number; where it does not say how many of each, only what adds up to that."""
    if UNANIMOUS.search(text) or _DECIDES.search(text):
        return {}
    found = _named(text)
    if len(found) == 1 and not re.search(r"\d", text):
        found = {}
    if found or number is None:
        return found
    if _ONE_GROUP.fullmatch(text):
        # `dagegen: 1 (pro NRW)`: all of these votes are of one group.
        return {text.strip(): number}
    # `1 A-Liste 2 B-Liste` has lost its comma; `(A, B)` behind a two is one vote each.
    found = _named(_LOST_COMMA.sub(", ", text)) or _named(re.sub(r"(?:^|,\s?)(?=[A-ZÄÖÜ])", r"\g<0>1 ", text))
    return found if sum(found.values()) == number else {}


def _named(text: str) -> dict[str, int]:
    """`5 CDU, 4 SPD, 1 FDP` or `CDU: 5, SPD: 4`: groups and their votes, if the whole bracket is that."""
    found: dict[str, int] = {}
    for part in _NEXT_GROUP.split(text.strip(" ,;")):
        match = _GROUP.fullmatch(part.strip())
        if not match:
            return {}
        # `OB, 15 CDU, 10 SPD`: who is named by an office or a name is one.
        found[(match["one"] or match["g1"] or match["g2"]).strip()] = int(match["n1"] or match["n2"] or 1)
    return found


def listed(text: str) -> dict[str, dict[str, int]]:
    """Category, group, votes, if the text is nothing else; sums are not told, and not made."""
    line = plain(text).strip("| ")
    parts = list(_PART.finditer(line)) if len(line) <= 600 and _HAS.search(line) else []
    if not parts or "".join(part.group() for part in parts) != line:
        return {}
    found: dict[str, dict[str, int]] = {}
    for part in parts:
        named = {
            each["name"].removeprefix("und "): int(each["number"]) for each in _EACH.finditer(part["groups"] or "")
        }
        if named:
            found.setdefault(_KINDS[part["head"].casefold()], {}).update(named)
    return found


# `CDU: 5 Ja, 1 Enthaltung`: a line of one group.
_ONE = r"\d{1,3}\s(?:Ja|Nein|Enthaltung(?:en)?)\b(?:-Stimmen?)?"
_LINE = re.compile(
    r"(?P<name>(?=[^:]*(?:[A-ZÄÖÜ]{2}|[Ff]raktion|Grüne|Linke|Wähler|Liste|Volt|Piraten))[A-ZÄÖÜ][^:;,()\d]{1,40})\s?:\s?"
    rf"(?P<counts>{_ONE}(?:(?:,|\sund)\s{_ONE})*)\.?"
)
_NO_GROUP = re.compile(r"(?:JA|NEIN|ENTHALTUNG|ABSTIMMUNG|BESCHLUSS|TOP)", re.IGNORECASE)


def of_one(text: str) -> dict[str, dict[str, int]]:
    """Category, group, votes of a line that tells how one group voted; its numbers are not those of all."""
    match = _LINE.fullmatch(plain(text))
    if not match or _NO_GROUP.match(match["name"]):
        return {}
    found: dict[str, dict[str, int]] = {}
    for number, kind in re.findall(r"(\d{1,3})\s(Ja|Nein|Enthaltung)", match["counts"]):
        found[_KINDS[kind.casefold()]] = {match["name"].strip(): int(number)}
    return found
