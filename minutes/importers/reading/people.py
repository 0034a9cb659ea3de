"""The people of a text: the surnames that may stand in it without a role. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar import clubs, labels, nameless
from minutes.importers.grammar.letters import LOWER, UPPER, plain
from minutes.importers.grammar.mentions import find, names_of
from minutes.importers.grammar.names import TWO_NAMES, surname
from minutes.importers.grammar.roles import is_role
from minutes.importers.grammar.verbs import says, surely_says
from minutes.importers.source import Paragraph

# Surnames that begin sentences as ordinary words: without a role they name nobody.
_ORDINARY = frozenset(
    "lang kurz groß klein neu alt jung stark schnell gut weit rat weg tag berg feld bach wald haus hof land stadt kirche schule "
    "kreis markt kunst sommer winter herbst sonntag freitag montag morgen recht richter sicher weiter sorge".split()
)
# `Ohm: Es wird geprüft.`
_BEFORE_COLON = re.compile(rf"(?:Dr\.\s)?(?P<name>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)\s?:\s\S")
# `Ohm fragt nach der Farbe.`, `von Ohm rechnet vor, …`; no word that opens a sentence (`Weiter fragt er …`).
_BEFORE_VERB = re.compile(
    rf"(?!(?:Er|Sie|Es|Ihm|Ihr|Ihnen|Dem|Man|Dies|Das|Wer|Niemand|Jemand|Auch|Weiter|Ferner|Zudem|Hierzu|Dazu|Daraufhin|Außerdem|Anschließend|Abschließend|Zunächst|Sodann|Danach|Dann|Nun|Dabei|Dagegen|Hiergegen)\b)"
    rf"(?P<name>(?:von\s|van\s|zu\s)?[{UPPER}][{LOWER}]{{2,}}(?:-[{UPPER}][{LOWER}]+)?(?<!nd)(?<!iv)(?<!lich)(?<!isch))\s(?P<rest>[{LOWER}]+\s(?!(?:sich\s)?(?:er|sie|man|es|der|die|wird|wurde|werden|wurden)\b).*)"
)
# No adjective begins it (`Weitere Fragen`), and no word that opens a sentence.
_TRADE = re.compile(
    rf"(?!(?:Dieser|Jeder|Weiterer|Anderer|Einer|Keiner|Neuer|Erster|Ferner|Weiter|Später|Aber|Der|Das|Den|Dem|Des|Ein|Kein|Sein|Ihr|Unser|Auch|Nur|Sogar|Selbst|Auf|Aus|Ans|Ins|Aufs|Fürs|Übers|Bei|Mit|Nach|Für|Gegen|Über|Unter|Von|Vor|Zum|Zur|Beim|Vom|Durch|Ohne|Seit|Laut|Gemäß|Trotz|Wegen|Während|Zu|In|An|Im|Am|Als|Wie|Wenn|Dass|Daß|Da|Weil|Nachdem|Damit|Stadt|Kreis|Gemeinde|Firma|Büro)\b)"
    rf"(?P<name>[{UPPER}][{LOWER}-]+[{LOWER}](?<!e)(?<!en)(?<!em)(?<!es)\s[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)\s(?P<word>[{LOWER}]+)\s"
)
_HOUSE = re.compile(r"\s\d{1,3}\b")
_PARTY = re.compile(r"\s?[(\[][^()\[\]]+[)\]]\s?:")
_NO_NAME = re.compile(r"(?:ung|heit|keit|schaft|tion|wort|frage|weis|schluss|trag|schlag|merk|recht|nis|teil)e?$")
_WHOLE = re.compile(TWO_NAMES)
# So many speeches must begin with name and party before names without one are taken for speakers.
_ENOUGH = 2
_LOOKED_AT = 3_000


def known_surnames(paragraphs: Sequence[Paragraph], names: Sequence[str] = ()) -> frozenset[str]:
    """Surnames that the text itself names with a role or a party, or in its list of those present."""
    listed = {name.split(",")[0].strip() for name in names if not name.isupper()}
    # `Telse Ohm` of the list of those present is known whole, whatever her given name is.
    found = {surname(name) for name in listed} | {name for name in listed if _WHOLE.fullmatch(name)}
    lines = [plain(paragraph.text)[:300] for paragraph in paragraphs[:_LOOKED_AT]]
    with_party = 0
    for line in lines:
        # `Anlieger Bachweg 7` names where somebody lives.
        mentions = [each for each in find(line) if each.start < 5 and not _HOUSE.match(line, each.end)]
        found |= names_of(mentions)
        found |= _by_trade(line)
        with_party += any(mention.party and _PARTY.match(line, mention.end) for mention in mentions)
    if with_party >= _ENOUGH:
        found |= _before_colon(lines)
    found |= _alone(lines) | _abbreviated(lines)
    return frozenset(
        name for name in found if len(name) > 2 and not name.islower() and name.casefold() not in _ORDINARY
    )


def _by_trade(line: str) -> set[str]:
    """`Kantor Kohl` of `Kantor Kohl erläutert die Kosten.`: a guest with a calling that is no role of councils."""
    match = _TRADE.match(line)
    return {match["name"]} if match and says(match["word"]) and not find(match["name"]) else set()


def _alone(lines: Sequence[str]) -> set[str]:
    """Names without anything else before a verb of speech, in notes that call nobody otherwise: `Ohm fragt nach der Farbe.`"""
    nouns = _with_article(lines)
    found = [
        match
        for line in lines
        if (match := _BEFORE_VERB.match(line)) and match["name"] not in nouns and _may_be_name(match["name"], line)
    ]
    if len({match["name"] for match in found if surely_says(match["rest"])}) < _ENOUGH:
        return set()
    return {match["name"] for match in found if says(match["rest"].split()[0])}


# `KaOh: Das Bad öffnet am Samstag.`: Karl Ohm.
_INITIALS = re.compile(rf"(?P<name>[{UPPER}][{LOWER}][{UPPER}][{LOWER}])\s?:\s")


def _abbreviated(lines: Sequence[str]) -> set[str]:
    """The first letters of given names and surnames, in notes that call nobody otherwise."""
    names = {match["name"] for line in lines if (match := _INITIALS.match(line))}
    return names if len(names) >= _ENOUGH else set()


def _may_be_name(word: str, line: str) -> bool:
    """Whether a word at the beginning of a line may be a surname: no noun, nobody named elsewhere in the sentence."""
    return not (_NO_NAME.search(word) or clubs.named(word) or nameless.is_body(word) or is_role(word) or find(line))


def _before_colon(lines: Sequence[str]) -> set[str]:
    """Names alone before a colon, in notes of who said what: no labels, and no nouns that the text has with an article."""
    heads = [match for line in lines if not labels.read(line) and (match := _BEFORE_COLON.match(line))]
    words = {match["name"] for match in heads if not _NO_NAME.search(match["name"])}
    return words - _with_article(lines)


def _with_article(lines: Sequence[str]) -> set[str]:
    """The nouns that have an article somewhere."""
    return {
        match[:1].upper() + match[1:]
        for line in lines
        for match in re.findall(r"(?i:\b(?:der|die|das|den|dem|des|eine?[mnrs]?|keine?|zur|zum|beim|vom)\s)(\w+)", line)
    }
