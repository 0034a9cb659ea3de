"""Room: minutes, importing. The words of a text or of values, to see what is told already. Pure."""

import re
from typing import Any

from minutes.importers.grammar.letters import fold

_WORD = re.compile(r"\w+")
# What documents and pages print themselves around the values, and what only leads to them.
PRINTED = frozenset(
    """
    top tagesordnung tagesordnungspunkt anwesend anwesende entschuldigt fehlen sind waren teilnehmer teilnehmerin
    beschluss beschlussart beschlussvorschlag abstimmung abstimmungsergebnis ergebnis form der die das berichterstatter
    berichterstatterin vorlage vorlagen drucksache ja nein enthaltung enthaltungen stimme stimmen befangen
    ja-stimmen datum zeit uhr status gremium sitzung niederschrift über am dem den von bis raum ort um
    montag dienstag mittwoch donnerstag freitag samstag sonntag ö n öffentlich öffentliche nichtöffentlich nr
    öffentlicher nichtöffentlicher teil a b es fehlt auszug aus 0 mit stimmten haben sich enthalten punkt
    dafür dagegen enth zustimmung ablehnung stimmenthaltung stimmabgabe anmerkung protokoll wortprotokoll wahlergebnis
    """.split()
)


def words(value: Any) -> set[str]:
    """All words of a value, however deep they lie in it."""
    if isinstance(value, str):
        return set(_WORD.findall(fold(value)))
    if isinstance(value, dict):
        return {word for entry in value.values() for word in words(entry)}
    if isinstance(value, list | tuple):
        return {word for entry in value for word in words(entry)}
    return set() if value is None or isinstance(value, bool) else {str(value)}
