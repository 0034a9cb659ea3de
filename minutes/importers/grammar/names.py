"""Names of people: how they are built, and where one ends. Pure."""

import re

from minutes.importers.grammar.given_names import GIVEN
from minutes.importers.grammar.letters import LOWER, UPPER, WORD

TITLE = r"(?:Prof\.|PHK(?:in)?|PHM(?:in)?|POK(?:in)?|KHK(?:in)?|OStD(?:in)?|OStR(?:in)?|StD(?:in)?|Pfr\.|Pfrin\.?|Dr\.(?:-Ing\.)?|Dr\b|Dipl\.-?\s?[A-ZÄÖÜ][a-zäöü]*\.?|Mag\.|Ing\.|RA|RAin|[Mm]ed\.|jur\.|phil\.|rer\.|nat\.|pol\.|oec\.|h\. ?c\.|theol\.|habil\.|agr\.|univ\.)"
PARTICLE = (
    r"(?:von|v\.|vom|van|tom|tor|thom|thor|van\s?['’]t|zu|zum|zur|der|den|dem|de|del|della|di|da|dos|do|du|la|le|les|el|al|ter|ten|te|tho|op|und zu|kl\.|gr\.|"
    r"Freiherr|Frhr\.|Freifrau|Freiin|Graf|Gräfin|Baron|Baronin|Prinz|Prinzessin|Edler|Ritter|St\.|San|Santa)"
)
_CAPITAL = rf"(?:[DOdL]['’][{UPPER}][{LOWER}]+|Mac[{UPPER}][{LOWER}]+|Mc[{UPPER}][{LOWER}]+|[{UPPER}][{LOWER}]+(?:[{UPPER}][{LOWER}]+)?|[{UPPER}]{{4,}})"
_SURNAME = rf"{_CAPITAL}(?:\s?-\s?(?:(?:von|van|de|zu|te|ter|ten|tom)\s)?{_CAPITAL})*"
_INITIAL = rf"[{UPPER}][{LOWER}]?\.(?:-[{UPPER}][{LOWER}]?\.)?"
# Names that begin with a capital preposition: `Bei der Wieden`, `Van der Laan`, `Zur Mühlen`.
_CAPITAL_PARTICLE = r"(?:(?:Bei|Auf|Aus|In|An|Vor|Unter|Von|Van|Op|Zu|Up)\s(?:der|dem|den|de|ter)\s|(?:Von|Van|Vom|Zum|Zur|Ten|Ter|Am|De|Di|Del|Della|La|Le|El|Al)\s)"
NAME = rf"(?:{TITLE}\s*)*(?:(?:{_INITIAL}\s?)+)?(?:(?:{PARTICLE}\s)+|{_CAPITAL_PARTICLE})?(?:{_SURNAME})(?:(?:\s(?:(?:{PARTICLE}|{_INITIAL})\s)*{_SURNAME}){{0,3}})"
FULL_NAME = re.compile(
    rf"(?<![{WORD}.-])(?P<name>(?P<given>[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?)\s(?:[{UPPER}][{LOWER}]+\s|{PARTICLE}\s){{0,2}}?{_SURNAME})(?![{WORD}-])"
)
# `ruft Frau Falk zur Abstimmung auf`: what it is for.
_TO_WHAT = re.compile(r"\s(?:zur|zum)\s(?:\w+(?:ung|ation|ussion)|Sache|Wort|Thema)\b.*")
# Before a surname of two words, and of old Westphalian farms: what follows belongs to the name.
_FIRST_HALVES = frozenset("Schulze Schulte Große Grosse Kleine Lütke Lütge Zur Zum Tom Graf".split())


def surname(name: str) -> str:
    """The name without titles and given names, as far as that can be told."""
    words = re.sub(rf"{TITLE}\s*", "", name).split()
    while len(words) > 1 and (words[0].split("-")[0] in GIVEN or re.fullmatch(_INITIAL, words[0])):
        words = words[1:]
    return " ".join(words)


def without_origin(name: str) -> str:
    """`Müller vom Jugendamt`, `Berger von der Firma Plan` end with the surname; `Ernst von Hagen`, `Meyer zur Capellen` do not."""
    name = _TO_WHAT.sub("", name)
    opening = re.match(_CAPITAL_PARTICLE, name)
    for match in re.finditer(rf"(?<=[{LOWER}])\s(?:vom|von|zum|zur|der|den|dem)\s", name):
        if opening and match.start() < opening.end():
            continue
        before = name[: match.start()].split()[-1]
        given = before.split("-")[0] in GIVEN
        if given or before in _FIRST_HALVES | {"Meyer", "Meier"} or re.fullmatch(PARTICLE, before):
            continue
        return name[: match.start()]
    return name


def shortened(name: str, known: frozenset[str], *, trusting: bool) -> str:
    """Where a name may be followed by a noun ("stellt Ktabg. Meier Fragen"), only what is sure to be name.

    At the beginning of a paragraph the verb follows: there all capitalised words are the name.
    """
    words = name.split()
    opening = re.match(_CAPITAL_PARTICLE, name)
    if trusting or len(words) == 1:
        return name
    for length in range(len(words), 0, -1):
        candidate = " ".join(words[:length])
        if surname(candidate) in known:
            return candidate
    taken = 0
    for index, word in enumerate(words):
        taken = index + 1
        if opening and index < len(opening.group().split()):
            continue
        bare = word.split("-")[0]
        is_prefix = bool(re.fullmatch(rf"{TITLE}|{PARTICLE}|{_INITIAL}|-", word)) or word.endswith("-")
        if is_prefix or bare in GIVEN or bare in _FIRST_HALVES:
            continue
        if bare in {"Meyer", "Meier"} and words[index + 1 : index + 2] == ["zu"]:
            continue
        break
    # A particle after a name goes on with it only if a name follows it.
    return " ".join(words[:taken])


# `Telse Ohm`: two words that may be given name and surname.
TWO_NAMES = rf"[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?\s[{UPPER}][{LOWER}]+(?:-[{UPPER}][{LOWER}]+)?"


def is_full_name(text: str) -> bool:
    """`Petra Kohl`: a given name and a surname, and nothing else."""
    match = FULL_NAME.fullmatch(re.sub(rf"^(?:{TITLE}\s?)+", "", text))
    return bool(match and match["given"].split("-")[0] in GIVEN)
