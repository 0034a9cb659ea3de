"""Mentions of people: role and name, wherever they stand in a sentence. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from minutes.importers.grammar import callings, full_names, nameless
from minutes.importers.grammar.given_names import GIVEN
from minutes.importers.grammar.letters import LOWER, UPPER, WORD
from minutes.importers.grammar.names import NAME, PARTICLE, TITLE, shortened, surname, without_origin
from minutes.importers.grammar.roles import OF_WHAT, OFFICES, ROLE, without_point

_NUMBER = r"(?:\s(?:\d{1,3}|[IVX]{1,4})(?=\s))?"
# Where names of people are kept back: `Frau F. fragt`, `Bürgerin Sch. fragt`, `Herr N. N.`, `Einwohner B fragt`, `Bürger 2 fragt`.
_LETTERS = rf"(?:{TITLE}\s*)*(?:[{UPPER}][{LOWER}]{{0,2}}\.(?:[\s-]?[{UPPER}]\.)*|(?<![{UPPER}])[{UPPER}]{{1,2}})(?=\s?[,:(]|\s[{LOWER}]|\s?$|\.$)"
_FEW_LETTERS = rf"(?:{TITLE}\s*)*(?!{TITLE})[{UPPER}][{LOWER}]{{0,2}}\.(?=\s(?!{PARTICLE}\s)[{LOWER}])"
_COUNTED = rf"(?<=ger\s|ner\s|rin\s|her\s|ler\s)\d{{1,2}}(?=\s[{LOWER}]{{3,}}|\s?:)"
_MENTION = re.compile(
    rf"(?<![{WORD}-])(?P<role>{ROLE}{_NUMBER}(?:\s{ROLE})*(?:\s[ai]\.\s?[DRV]\.|\s\([{UPPER}][{UPPER}{LOWER}]{{0,5}}\.?\))?)\s+(?P<name>{_FEW_LETTERS}|{NAME}|{_LETTERS}|{_COUNTED})"
)
# `Amtsleiter Stadtplanung Herr Kohl`, `Die Leiterin der Abteilung Bau und Verkehr Frau Ohm`: of what, at the beginning.
_OF_WHAT = re.compile(
    rf"(?:Der\s|Die\s)?(?P<role>(?!Herr\s|Frau\s){ROLE}(?:\s(?:de[rs]|für|im|am|und(?=\s[{UPPER}])(?!\s(?:Herr|Frau)\s))|\s(?!Herr\s|Frau\s)[{UPPER}][{WORD}/-]+){{1,8}}\s(?:Herr|Frau))\s(?P<name>{NAME})(?=\s[{LOWER}(]|,|:)"
)
# `der Leiter des Bauhofs, Herr Kohl`, `die Beigeordnete für Schule und Sport, Frau Ohm`
_OFFICE_THEN = re.compile(
    rf"(?<![{WORD}-])(?:[Dd]e[rm]|[Dd]ie)\s(?P<office>(?:{ROLE}|(?:[{UPPER}][{LOWER}]+\s)?[{UPPER}][{LOWER}]+(?:person|erin|er|ende|enden))(?:{OF_WHAT}|\sfür\s[{UPPER}][{WORD}-]+(?:\sund\s[{UPPER}][{WORD}-]+)?)),\s(?=[{UPPER}])"
)
_FRONT = 5
_PARTY = re.compile(r"\s?[(\[](?P<party>[^()\[\]]{1,60})[)\]]|,\s(?P<bare>[A-ZÄÖÜ/0-9 ]{2,30}?)(?:-Fraktion)?,")
_UNKNOWN_ROLE = re.compile(
    rf"(?P<role>(?:[{UPPER}][{LOWER}]{{0,3}}[{UPPER}][{UPPER}{LOWER}]{{0,3}}(?:['’`]in)?\.?|(?:[{LOWER}]{{1,3}}\.\s?){{1,2}}[{UPPER}]\.))\s(?P<name>{NAME})(?P<party>\s\([^()]{{1,60}}\))?"
)
# `BvA Kohl und BvA Ohm (ABC) sprechen …`
_AND_ANOTHER = re.compile(r"(?:,|\s(?:und|sowie|u\.|&))\s")
# What stands before the first of a list: names alone.
_LIST_BEFORE = re.compile(rf"(?:(?:[{UPPER}][{WORD}./-]*|\([^()]{{1,40}}\)|und|sowie)(?:,?\s|$)){{2,12}}$")
# `Gemeinderat Huber G.`: which of several with that name.
_WHICH = re.compile(rf"\s[{UPPER}]\.(?=\s(?:[{LOWER}(]|und\s)|[,:])")
_TITLED = re.compile(
    rf"(?:Prof\.\s(?:Dr\.\s)?|Dr\.(?:-Ing\.)?\s(?:(?:med|jur|phil|rer\.\snat)\.\s)?){NAME}(?=\s[{LOWER}]|\s\([^()]+\)\s[{LOWER}]|,\s[^,;:]{{3,80}},\s[{LOWER}]|\s?:\s)"
)
_NO_ROLES = frozenset(
    "TOP CDU CSU SPD FDP AFD BSW UWG FWG GRÜNE LINKE VOLT NRW GMBH EU LWL LVR DRK AWO EDV KITA ÖPNV OGS GO KRO".split()
)
_WITH_PARTY = re.compile(
    rf"(?P<name>{NAME})\s?\((?P<party>(?:Fraktion )?(?:CDU|CSU|SPD|FDP|AfD|BSW|UWG|FWG|FW|B ?90|B'90|Bündnis|BÜNDNIS|GRÜNE|Grüne|Die Linke|DIE LINKE"
    r"|LINKE|Linke|Volt|VOLT|Piraten|PIRATEN|Die PARTEI|Freie Wähler|FREIE WÄHLER|parteilos|fraktionslos)[^()]{0,40})\)"
)
_STARTS_ROLE = re.compile(rf"(?<=[{LOWER}])\s(?={ROLE}\s)")

_NO_SURNAME = frozenset(
    "Wort Auskunft Antwort Bescheid Stellung Bezug Recht Protokoll Kenntnis Beginn Ende TOP Uhr Anlage Vorlage Sitzung Euro Folgendes Nachstehendes Nachfolgendes".split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A person in a sentence: where, and role and name as written. `loose`: an office or a surname alone."""

    start: int
    end: int
    role: str
    name: str
    party: str = ""
    loose: bool = False

    @property
    def speaker(self) -> str:
        return f"{self.role} {self.name}".strip()


def find(text: str, known: frozenset[str] = frozenset()) -> list[Mention]:
    """All mentions of a text of one line, in order. `known` are surnames that may stand without a role."""
    return list(_found(text, known))


# Each sentence is asked for by several readers, one right after the other.
@lru_cache(maxsize=64)
def _found(text: str, known: frozenset[str]) -> tuple[Mention, ...]:
    found: list[Mention] = []
    position = 0
    while match := (_OF_WHAT.match(text) if not position else None) or _MENTION.search(text, position):
        mention = _mention(text, match, known)
        if mention:
            found.append(mention)
            position = mention.end
        else:
            position = match.start("name")
    found = _with_office(text, found)
    taken = [(mention.start, mention.end) for mention in found]
    for match in OFFICES.finditer(text):
        if not any(start < match.end() and match.start("who") < end for start, end in taken):
            found.append(Mention(match.start("who"), match.end(), " ".join(match["who"].split()), "", loose=True))
    taken = [(mention.start, mention.end) for mention in found]
    found.extend(Mention(each.start, each.end, each.who, "", loose=True) for each in nameless.find(text, taken))
    if not any(mention.start < 5 for mention in found):
        found.extend(_abbreviated(text))
    found.extend(_by_calling(text, found))
    found.extend(_bare(text, known, found))
    return tuple(sorted(found, key=lambda mention: mention.start))


def _with_office(text: str, found: list[Mention]) -> list[Mention]:
    """`…, bemerkt der Leiter des Bauhofs, Herr Kohl.`: the mention begins with the office, apart from the front of a sentence."""
    for office in _OFFICE_THEN.finditer(text):
        named = next((each for each in found if each.start == office.end() and each.name), None)
        if named and office.start() > _FRONT and re.match(r"[,.;:!?]|$", text[named.end :]):
            inside = [each for each in found if office.start() <= each.start < named.start]
            found = [each for each in found if each not in inside and each is not named]
            found.append(replace(named, start=office.start("office")))
    return sorted(found, key=lambda mention: mention.start)


def _mention(text: str, match: re.Match[str], known: frozenset[str]) -> Mention | None:
    """The match, its name cut to what is likely a name."""
    name = match["name"]
    start = match.start("name")
    cut = _STARTS_ROLE.search(name)
    if cut:
        name = name[: cut.start()]
    at_start = _LIST_BEFORE.match(text[: match.start()]) or text[: match.start()].strip() in {
        "",
        "Der",
        "Die",
        "Auch",
        "Frau",
        "Herr",
        "„",
    }
    name = without_origin(name)
    behind = text[start + len(name) : start + len(name) + 1]
    # `Der Einwohner, Herr Hark Nissen, fragt`: between commas nothing but a name stands.
    is_between = behind == "," and text[: match.start()].rstrip().endswith(",")
    name = shortened(name, known, trusting=is_between or (at_start and behind in {" ", ",", ":"}))
    if not name or name.split()[0] in {"der", "den", "dem"} or name.split()[-1] in _NO_SURNAME or len(name) > 80:
        return None
    role = " ".join(match["role"].split())
    if (surname_first := _CALLING_AS_NAME.match(match.group())) and match["name"].startswith(surname_first["particle"]):
        # `Herr Gärtner vom Zweckverband`: a surname that is a calling as well.
        end = match.start() + surname_first.end("name")
        return Mention(match.start(), end, surname_first["role"], surname_first["name"])
    beside = _WITH_OBJECT.match(role)
    if beside:
        # `begrüßt der Vorsitzende Herrn Kohl`: an office in the nominative, and somebody else.
        rest = match.start() + match["role"].rindex("Herrn")
        return _mention(text, again, known) if (again := _MENTION.match(text, rest)) else None
    if _RESIDENT.fullmatch(role) and re.match(r"(?:zum|zur|vom)\s", name):
        return None
    if re.fullmatch(r"Herr(?:en|n)?|Frau(?:en)?", role) and name.split()[0] in {"Kollege", "Kollegin"}:
        return None
    which = _WHICH.match(text, start + len(name))
    name += which.group() if which else ""
    end = start + len(name)
    party = _PARTY.match(text, end)
    word = " ".join((party["party"] or party["bare"]).split()) if party else ""
    point = len(role) - len(without_point(role))
    return Mention(match.start() + point, end, role[point:], " ".join(name.split()), word)


_RESIDENT = re.compile(
    r"(?:[Bb]ürger|[Ee]inwohner|[Aa]nwohner|[Aa]nlieger|Nachbar|Zuhörer|Besucher|Gast|Vater|Mutter)(?:in)?$"
)
_WITH_OBJECT = re.compile(r"(?:\S+\s)*\S+(?<![nm])\sHerrn$")
_CALLING_AS_NAME = re.compile(
    rf"(?P<role>Herrn?|Frau)\s(?P<name>[{UPPER}][{LOWER}]+(?<!in))\s(?P<particle>vom|zum|zur|der|den|dem)\s"
)


def _by_calling(text: str, found: list[Mention]) -> list[Mention]:
    """Who is named by a calling that is no known role."""
    called: list[Mention] = []
    for each in callings.find(text):
        inside = [mention for mention in found if mention.start < each.end and each.start < mention.end]
        if any(mention.start < each.start or (mention.name and mention.start == each.start) for mention in inside):
            continue
        for mention in inside:
            found.remove(mention)
        called.append(Mention(each.start, each.end, each.role, each.name))
    return called


def _abbreviated(text: str) -> list[Mention]:
    """An abbreviation that is no known role, at the beginning, before a name and a verb: `KVzR Ohm erläutert`."""
    titled = _TITLED.match(text)
    if titled:
        return [Mention(0, titled.end(), "", " ".join(titled.group().split()), loose=True)]
    found: list[Mention] = []
    article = re.match(r"(?:Der|Die)\s", text)
    at = article.end() if article else 0
    while match := _UNKNOWN_ROLE.match(text, at):
        if match["role"].rstrip(".").upper() in _NO_ROLES or re.fullmatch(r"[IVX]+\.?", match["role"]):
            return []
        found.append(Mention(at, match.end("name"), match["role"], match["name"], (match["party"] or "")[2:-1]))
        another = _AND_ANOTHER.match(text, match.end())
        at = another.end() if another else match.end()
    return (
        found
        if re.match(rf"\s[{LOWER}]", text[at:]) or (found and found[-1].party and text[at:].startswith(":"))
        else []
    )


def _bare(text: str, known: frozenset[str], found: Iterable[Mention]) -> list[Mention]:
    """Known surnames without a role, and names followed by a party: `Dr. Wende hält`, `Schnell (AfD) fragt`."""
    taken = [(mention.start, mention.end) for mention in found]
    bare: list[Mention] = []
    if known:
        for match in _known_pattern(known).finditer(text):
            if not any(start < match.end() and match.start() < end for start, end in taken):
                given = re.search(
                    rf"(?:(?<![{WORD}-])[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?\s)+$", text[: match.start()]
                )
                names = [word for word in (given.group().split() if given else []) if word.split("-")[0] in GIVEN]
                start = text.rindex(names[0], 0, match.start()) if names else match.start()
                bare.append(Mention(start, match.end(), "", " ".join(text[start : match.end()].split()), loose=True))
    spans = [*taken, *((mention.start, mention.end) for mention in bare)]
    bare.extend(Mention(start, end, "", name, loose=True) for start, end, name in full_names.find(text, spans))
    leading = _WITH_PARTY.match(text)
    spans = [*taken, *((mention.start, mention.end) for mention in bare)]
    if leading and not any(start < leading.end("name") for start, _end in spans):
        bare.append(Mention(0, leading.end("name"), "", leading["name"], leading["party"], loose=True))
    return bare


def behind(sentence: str, mention: Mention) -> str:
    """What follows a mention, and what stands in brackets after it."""
    return re.sub(r"^\s?[(\[][^()\[\]]*[)\]]", "", sentence[mention.end :])


@lru_cache(maxsize=64)
def _known_pattern(known: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, known), key=len, reverse=True)[:400])
    return re.compile(rf"(?<![{WORD}-])(?P<name>(?:{TITLE}\s?)*(?:{names}))(?![{WORD}-])")


def names_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """The surnames of people, to know them again."""
    return frozenset(
        surname(mention.name)
        for mention in mentions
        if mention.name
        and (not mention.loose or re.match(TITLE, mention.name))
        and re.search(rf"[{LOWER}]{{2}}(?!\.)", mention.name)
        and not nameless.is_body(mention.name)
    )
