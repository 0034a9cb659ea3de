"""Collectives: the administration, its offices, and factions: they speak as one whatever they do. Pure.

Clubs, firms and offices elsewhere speak only beside a verb of speech: see `clubs`.
"""

import re

from minutes.importers.grammar.letters import LOWER, UPPER

_OFFICES = "|".join(
    """
    Verwaltung(?:sspitze)? (?:Kreis|Stadt|Gemeinde|Amts)verwaltung Bezirksamt Magistrat Kämmerei Geschäftsführung
    (?:Bau|Ordnungs|Haupt|Sozial|Jugend|Schul|Planungs|Finanz)(?:verwaltung|amt) Referat\\s[IVX0-9]{1,4}
    Fachdienst\\s[A-ZÄÖÜ][a-zäöüß]+ [A-ZÄÖÜ][a-zäöüß]+(?:behörde|gesellschaft)
    Seniorenvertretung Elternvertretung Bürgerinitiative (?:Stadt|Gesamt|Kreis)?[Ee]ltern(?:beirat|rat)
    [A-ZÄÖÜ]?[a-zäöü]*(?:[Kk]linik|[Ss]chul|[Bb]etriebs|[Ww]erk|[Pp]rojekt|[Hh]eim)leitung
    (?:Planungs|Ingenieur|Architektur|Fach|Gutachter)büro(?:\\s[A-ZÄÖÜ][a-zäöüß]+)?
    """.split()
)
_PARTIES = "|".join(
    rf"""
    D(?:ie|IE)\s(?:Linken?|LINKEN?|Grünen|GRÜNEN|P(?:artei|ARTEI))(?:\.(?=\s[{LOWER}]))? [Pp]ro\s[{UPPER}][{LOWER}]+
    B(?:ündnis|ÜNDNIS|'|\.)?\s?90\s?/\s?D(?:ie|IE)\s(?:Grünen|GRÜNEN) F(?:reien?|REIEN?)\s(?:Wähler|WÄHLER|Liste|Bürger)
    [{UPPER}0-9][{UPPER}{LOWER}0-9/]*
    """.split()
)
# `ABC-Fraktion`, `Fraktion Die Linke`, `Ratsgruppe ABC/DEF`, `Fraktion der Grünen`, `Fraktion ABC/Bürger für Oberau`
_FACTION = (
    rf"(?:[{UPPER}0-9][{UPPER}{LOWER}0-9]*(?:[ /-][{UPPER}0-9][{UPPER}{LOWER}0-9]*){{0,4}}(?: ?- ?))?(?:(?:[A-ZÄÖÜ][a-zäöüß]{{2,20}})?[Ff]raktion|(?:Kreistags|Rats|Stadtrats|Bezirks)?(?:[Gg]ruppe|[Ww]ählergruppe))"
    rf"(?:\s(?:der\s|von\s)?(?!Herrn?\b|Frau\b)(?:{_PARTIES})(?:\s?/\s?[{UPPER}0-9][{UPPER}{LOWER}0-9]*|\s[{UPPER}0-9]{{2,}}[{UPPER}{LOWER}0-9/]*){{0,3}}(?:\sfür\s[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)?)?"
)
# After these a party is the subject even without "Fraktion": `Die ABC fragt …`
_SAYS = "|".join(
    """
    fragt spricht lehnt hält sieht beantragt bittet regt schlägt erklärt fordert kritisiert begrüßt plädiert möchte wünscht stellt
    erkundigt signalisiert befürwortet unterstützt schließt verweist weist zieht teilt bedauert bemängelt moniert
    """.split()
)
# In letters alone: laws, courts, states, and bodies whose acts are decisions.
NO_SPEAKER = r"(?:GEG|EEG|BGB|BauGB|KAG|DIN|OVG|VGH|VG|EU|UN|BRD|DDR|NRW|GO|TOP|HFA|BVV|SVV|STVV|GVV|KVV)\b"
_PARTY = (
    rf"(?<=Die )(?:CDU|CSU|SPD|FDP|AfD|BSW|UWG|FWG|FW|Grünen|GRÜNEN|Linken?|LINKE|Freien Wähler)(?=\s[{LOWER}])"
    rf"|(?<=Die )(?!{NO_SPEAKER})[{UPPER}]{{2,5}}(?=\s(?:{_SAYS})(?:e|te)?\s)|(?:Bündnis ?90 ?/ ?Die Grünen|BÜNDNIS ?90 ?/ ?DIE GRÜNEN)(?=\s[{LOWER}])"
)
_COLLECTIVE = re.compile(
    rf"(?:(?:Die|Das|Der|die|das|der)\s)?(?P<who>{_OFFICES}|{_FACTION}|{_PARTY})(?![{UPPER}{LOWER}-])"
)


def collective(text: str) -> re.Match[str] | None:
    """The administration or a faction as the one who speaks, at the beginning of a text."""
    return _COLLECTIVE.match(text[:160])
