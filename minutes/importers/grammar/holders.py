"""Holders: an office at the beginning of a sentence, and beside it who holds it. Pure."""

import re

from minutes.importers.grammar import clauses, verbs
from minutes.importers.grammar.clauses import Clause
from minutes.importers.grammar.letters import LOWER
from minutes.importers.grammar.mentions import Mention
from minutes.importers.grammar.names import is_full_name
from minutes.importers.grammar.roles import ROLE

_ABOUT_THEM = frozenset({"der", "die", "welcher", "welche", "zugleich"})
# `Der Leiter des Bauamtes Herr Kohl erklärt`: an office and of what, and who holds it, without commas.
_OFFICE_OF = re.compile(
    rf"(?:Der|Die)\s(?:[{LOWER}]+\s|\d\.\s)?[A-ZÄÖÜ][\w-]*(?:er|erin|ende|ent|entin|or|orin|rat|rätin|mann|frau)\s"
    r"(?:des|der|vom|von|für|im|beim)\s(?:[\w.„“\"-]+\s){1,6}"
)
# `Der Bürgermeister und der Bauamtsleiter beantworten …`
_AND_OFFICE = re.compile(rf"\s(?:und|sowie)\s(?:der|die)\s(?P<who>[A-ZÄÖÜ][\w-]+)(?=\s[{LOWER}]{{3,}}en\s)")


# `Deren Sprecher`, `Das älteste Mitglied`, `Einer der Anlieger`, `Amtsleiter Soziales`, `Fachbereichsleiter I`: whoever it is stands behind the comma.
_WHO_THEN = re.compile(
    rf"(?:Der|Die|Das|Als|Deren|Dessen|Ihre?|Seine?|Unsere?|Eine?|Einer\sder|Eine\sder)\s|{ROLE}(?:\s(?:[IVX]{{1,4}}|\d[\d./]*|[A-ZÄÖÜ][\w-]+(?:\sund\s[A-ZÄÖÜ][\w-]+)?))?$"
)


# `Der Hausmeister, Herr Kohl, habe gekündigt`: somebody else tells of them.
_TOLD_OF = re.compile(r"\s*(?:habe|sei(?!\sder\s)|werde|müsse|solle|könne|wolle|dürfe)\s")


def apposition(sentence: str, parts: list[Clause], mentions: list[Mention]) -> Mention | None:
    """`Der Ausschussvorsitzende, Ktabg. Kohl, eröffnet …`, `Bürgermeisterin, Frau Ohm, …`: an office, and between commas who holds it."""
    # `Unmut bei den Eltern: Deren Sprecher, Herr Kohl, bat …`
    if (
        len(parts) > 2
        and sentence[parts[0].end : parts[1].start] == ": "
        and not any(each.start < parts[0].end for each in mentions)
    ):
        parts = parts[1:]
    if len(parts) < 2 or not _WHO_THEN.match(parts[0].text):
        return None
    if any(
        mention.start < parts[0].end and not mention.loose and not _is_office(parts[0].text, mention)
        for mention in mentions
    ):
        return None
    # `, die in der Sitzung war, fragt an`: clauses about them may stand before the verb.
    behind = next((part for part in parts[2:] if part.first not in _ABOUT_THEM), None)
    if behind is not None and _TOLD_OF.match(behind.text):
        return None
    goes_on = behind is not None and clauses.is_finite(behind.first)
    inside = [mention for mention in mentions if parts[1].start <= mention.start < parts[1].end and mention.name]
    if not inside:
        named = goes_on and is_full_name(parts[1].text)
        return Mention(parts[1].start, parts[1].end, "", parts[1].text, loose=True) if named else None
    if _runs_on(sentence, parts[1], inside[0]):
        return None if any(map(clauses.is_finite, parts[0].text.split())) else inside[0]
    if len(inside) != 1 or not goes_on:
        return None
    rest = re.sub(r"\s?[(\[][^()\[\]]*[)\]]$", "", sentence[inside[0].end : parts[1].end])
    return inside[0] if inside[0].start - parts[1].start + len(rest.strip()) <= 1 else None


def is_told_of(rest: str) -> bool:
    """`, Frau Ohm, habe ihm geschrieben`: somebody else tells of who holds an office."""
    name = re.match(r",\s[^,;:]{2,60},", rest)
    return bool(name and _TOLD_OF.match(rest[name.end() :]))


def _is_office(text: str, mention: Mention) -> bool:
    """Whether what looks like a name is that of an office: `Fachbereichsleiter I`, `Amtsleiter Soziales`."""
    return (
        text[: mention.start] in {"", "Der ", "Die "}
        and mention.end == len(text)
        and mention.role not in {"Herr", "Frau"}
    )


def _runs_on(sentence: str, clause: Clause, mention: Mention) -> bool:
    """`Der Vorsteher, Herr Kohl eröffnet …`: the second comma is missing."""
    behind = re.match(rf"\s(?P<word>[{LOWER}]+)\b", sentence[mention.end : clause.end])
    return bool(mention.start == clause.start and behind and verbs.says(behind["word"]))


def named(before: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions without an office that the next one holds: `Die Vorsitzende des Bauausschusses Frau Kohl beantragt`.

    `before` is what stands before the second.
    """
    is_office = len(mentions) > 1 and not mentions[0].name and mentions[1].name
    return mentions[1:] if is_office and leads(before) else mentions


def leads(before: str) -> bool:
    """Whether what stands before a name is their office, and of what."""
    return bool(_OFFICE_OF.fullmatch(before))


def second_office(rest: str) -> str:
    """The office that follows another with "und", before the verb of both."""
    other = _AND_OFFICE.match(rest)
    return other["who"] if other else ""
