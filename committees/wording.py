"""Room: committees. German sentences of the record about the room: names, opening, presence, bias, closing. Pure.

Everything is worded from the arguments. What is unknown is left out, never guessed.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from committees.rules import Quorum

NON_PUBLIC_PART_ELSEWHERE = "(Der nichtöffentliche Teil ist gesondert niedergeschrieben.)"
NO_OBJECTION = "Hiergegen erhebt sich kein Widerspruch."

_TITLES = re.compile(
    r"\b(?:Dr|Prof|Dipl|Ing|h\. ?c|rer|nat|jur|med|phil|pol)\.(?:-Ing\.)?\s*",
    re.IGNORECASE,
)
# Nominalised adjectives lose their r behind an article: Vorsitzender → der Vorsitzende; Bürgermeister stays.
_STRONG_ENDING = re.compile(r"(?:(?<=end)|(?<=net)|(?<=\bErst))er\b")
_BASE_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


class Gender(StrEnum):
    """Grammatical gender of a name; for people unstated is possible, and then no sentence presumes one."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"
    UNSTATED = ""


@dataclass(frozen=True, slots=True)
class GenderedName:
    """A name with its grammatical gender: ("Kreistag", "m"). Raises ValueError for another gender than m, f, n, ""."""

    name: str
    gender: str = Gender.MASCULINE

    def __post_init__(self) -> None:
        Gender(self.gender)

    @property
    def nominative(self) -> str:
        """der Kreistag, die Verbandsversammlung, der Kommunale Beirat."""
        return _inflected(self, {"m": "der", "f": "die", "n": "das"}, adjective="e")

    @property
    def dative(self) -> str:
        """dem Kreistag, der Verbandsversammlung, dem Kommunalen Beirat."""
        return _inflected(self, {"m": "dem", "f": "der", "n": "dem"}, adjective="en")

    @property
    def genitive(self) -> str:
        """des Integrationsausschusses, des Rates der Gemeinde, der Verbandsversammlung."""
        return _inflected(self, {"m": "des", "f": "der", "n": "des"}, adjective="en", is_genitive=True)


@dataclass(frozen=True, slots=True)
class Chair:
    """Who chairs: title as it stands alone ("Ausschussvorsitzender"), surname with academic title, gender."""

    title: str
    name: str = ""
    gender: str = Gender.UNSTATED

    @property
    def title_with_article(self) -> str:
        """Der Ausschussvorsitzende, Die Ausschussvorsitzende, Ausschussvorsitzende/r."""
        if self.gender == Gender.MASCULINE:
            return f"Der {_STRONG_ENDING.sub('e', self.title)}"
        return f"Die {self.title}" if self.gender == Gender.FEMININE else self.title

    @property
    def full(self) -> str:
        """Der Ausschussvorsitzende Kleinhaus."""
        return f"{self.title_with_article} {self.name}".strip()

    @property
    def states(self) -> str:
        """The beginning of what the chair states in the next sentence."""
        return {"m": "Er stellt fest", "f": "Sie stellt fest"}.get(self.gender, "Es wird festgestellt")


def chair_title(gender: str, *, masculine: str, feminine: str) -> str:
    """Ausschussvorsitzender, Ausschussvorsitzende; Ausschussvorsitzende/r where the gender is unstated."""
    return _gendered(gender, masculine, feminine)


def minute_taker_title(gender: str) -> str:
    """Schriftführer, Schriftführerin, Schriftführer/in."""
    return _gendered(gender, "Schriftführer", "Schriftführerin")


def sort_key(name: str) -> tuple[str, str]:
    """German alphabetical order (DIN 5007-1): umlauts as base letters, ß as ss; academic titles don't sort.

    The name itself breaks ties, so that the order never depends on the order of entry.
    """
    bare = _TITLES.sub("", name).casefold().translate(_BASE_LETTERS)
    letters = "".join(letter for letter in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(letter))
    return (letters.strip(), name)


def clock(moment: time) -> str:
    """16:30 Uhr."""
    return f"{moment:%H:%M} Uhr"


def quorum_clause(quorum: Quorum, *, council_members_noun: str = "Kreistagsabgeordnete") -> str:
    """(7 von 9 stimmberechtigten Mitgliedern, davon 5 Kreistagsabgeordnete und 2 sachkundige Bürgerinnen und Bürger).

    The split stands only where the rule asks for it (council members must outnumber expert citizens); zero is left out.
    """
    members = "stimmberechtigten Mitglied" if quorum.seats == 1 else "stimmberechtigten Mitgliedern"
    clause = f"{quorum.entitled} von {quorum.seats} {members}"
    experts = "sachkundige/r Bürger/in" if quorum.expert_citizens == 1 else "sachkundige Bürgerinnen und Bürger"
    counts = (
        (quorum.council_members, council_members_noun),
        (quorum.expert_citizens, experts),
    )
    parts = [f"{count} {noun}" for count, noun in counts if count]
    if quorum.must_outnumber and parts:
        clause += f", davon {' und '.join(parts)}"
    return f"({clause})"


def recusal_notice(items: Sequence[str], *, norm: str = "") -> str:
    """Ausschließungsgründe nach § … werden zu TOP 4 angezeigt. No items: "… werden nicht angezeigt."

    `items`: numbers of the items, in order; `norm`: the norm on bias of the profile.
    """
    grounds = f"Ausschließungsgründe nach {norm}" if norm else "Ausschließungsgründe"
    return f"{grounds} werden zu TOP {listed(items)} angezeigt." if items else f"{grounds} werden nicht angezeigt."


@dataclass(frozen=True, slots=True)
class Opening:
    """The facts of an opening. None is unknown and left out; `recusal_items` are numbers of items."""

    chair: Chair
    committee: GenderedName
    opened_at: time | None = None
    invited_properly: bool | None = None
    quorum: Quorum | None = None
    is_unopposed: bool = False
    recusal_items: tuple[str, ...] | None = None
    recusal_norm: str = ""
    council_members_noun: str = "Kreistagsabgeordnete"


def opening_paragraph(facts: Opening) -> str:
    """Der Ausschussvorsitzende Kleinhaus eröffnet die Sitzung um 16:30 Uhr und begrüßt die Anwesenden. Er stellt …"""
    at = f" um {clock(facts.opened_at)}" if facts.opened_at else ""
    greeting = f"{facts.chair.full} eröffnet die Sitzung{at} und begrüßt die Anwesenden."
    finding = finding_sentence(facts, invitation_clause(facts), quorum_statement(facts))
    recusals = "" if facts.recusal_items is None else recusal_notice(facts.recusal_items, norm=facts.recusal_norm)
    return " ".join(filter(None, [greeting, finding, NO_OBJECTION if finding and facts.is_unopposed else "", recusals]))


def invitation_clause(facts: Opening) -> str:
    """zu der Sitzung form- und fristgerecht eingeladen wurde; empty if it is unknown."""
    if facts.invited_properly is None:
        return ""
    return f"zu der Sitzung {'' if facts.invited_properly else 'nicht '}form- und fristgerecht eingeladen wurde"


def quorum_statement(facts: Opening) -> str:
    """der Ausschuss beschlussfähig ist (7 von 9 stimmberechtigten Mitgliedern …); empty if it is unknown."""
    if facts.quorum is None:
        return ""
    negation = "" if facts.quorum.is_reached else "nicht "
    clause = quorum_clause(facts.quorum, council_members_noun=facts.council_members_noun)
    return f"{facts.committee.nominative} {negation}beschlussfähig ist {clause}"


def finding_sentence(facts: Opening, *clauses: str) -> str:
    """Er stellt fest, dass … und …; empty without a clause."""
    stated = " und ".join(filter(None, clauses))
    return f"{facts.chair.states}, dass {stated}." if stated else ""


def arrival_sentence(who: str, *, at: time | None = None, item: str = "") -> str:
    """Ktabg. Merten nimmt ab 16:52 Uhr an der Sitzung teil. Without the time: ab TOP 3."""
    since = f"ab {clock(at)}" if at else f"ab TOP {item}" if item else "nun"
    return f"{who} nimmt {since} an der Sitzung teil."


def departure_sentence(who: str, *, at: time | None = None, item: str = "") -> str:
    """Ktabg. Bednar verlässt um 17:55 Uhr die Sitzung. Without the time: nach TOP 5 (the last item attended)."""
    when = f" um {clock(at)}" if at else f" nach TOP {item}" if item else ""
    return f"{who} verlässt{when} die Sitzung."


def return_sentence(who: str, *, at: time | None = None, item: str = "") -> str:
    """Ktabg. Bednar nimmt ab 17:40 Uhr wieder an der Sitzung teil."""
    since = f" ab {clock(at)}" if at else f" ab TOP {item}" if item else ""
    return f"{who} nimmt{since} wieder an der Sitzung teil."


def recusal_sentence(who: str, *, ground: str = "", is_public: bool) -> str:
    """Ktabg. Lütke zeigt als Mitglied des Vereinsvorstandes einen Ausschließungsgrund an, begibt sich in den …

    `ground` follows the name ("als Mitglied des Vereinsvorstandes"). In a non-public part the person leaves the room
    (KrO NRW § 28 (2), GO NRW § 31 (4)).
    """
    because = f" {ground.strip()}" if ground.strip() else ""
    goes = "begibt sich in den Zuhörerbereich" if is_public else "verlässt den Sitzungsraum"
    return f"{who} zeigt{because} einen Ausschließungsgrund an, {goes} und nimmt an Beratung und Abstimmung nicht teil."


def return_from_recusal_sentence(who: str) -> str:
    """Ktabg. Lütke nimmt wieder an der Sitzung teil."""
    return return_sentence(who)


@dataclass(frozen=True, slots=True)
class Stay:
    """A stretch of attendance as the list prints it: numbers of the first and last item, time of arrival."""

    first_item: str | None = None
    last_item: str | None = None
    arrived_at: time | None = None


def presence_remark(stays: Sequence[Stay]) -> str:
    """ab TOP 3 (16:52 Uhr); bis TOP 5 einschließlich; zu TOP 2; empty for the whole session. In order of time."""
    single_items = [stay.first_item for stay in stays if stay.first_item and stay.first_item == stay.last_item]
    if single_items and len(single_items) == len(stays):
        return f"zu TOP {listed(single_items)}"
    return ", ".join(remark for stay in stays if (remark := _stay_remark(stay)))


def substitution_remark(member: str) -> str:
    """Vertretung für Ktabg. Ramers, Carsten."""
    return f"Vertretung für {member}"


def substituted_remark(deputy: str) -> str:
    """vertreten durch Ktabg. Schemmer."""
    return f"vertreten durch {deputy}"


def role_remark(role: str) -> str:
    """(s. B.)."""
    return f"({role})"


def close_part_sentence(chair: Chair, *, at: time | None = None, closes_public: bool = True) -> str:
    """Der Ausschussvorsitzende schließt den öffentlichen Teil um 18:02 Uhr und stellt die Nichtöffentlichkeit her.

    `closes_public` False: the public part follows the non-public one.
    """
    part, then = ("öffentlichen", "Nichtöffentlichkeit") if closes_public else ("nichtöffentlichen", "Öffentlichkeit")
    when = f" um {clock(at)}" if at else ""
    return f"{chair.title_with_article} schließt den {part} Teil{when} und stellt die {then} her."


def close_session_sentence(chair: Chair, *, at: time | None = None) -> str:
    """Der Ausschussvorsitzende schließt die Sitzung um 18:10 Uhr."""
    when = f" um {clock(at)}" if at else ""
    return f"{chair.title_with_article} schließt die Sitzung{when}."


def _stay_remark(stay: Stay) -> str:
    arrived = f" ({clock(stay.arrived_at)})" if stay.arrived_at else ""
    if stay.first_item and stay.first_item == stay.last_item:
        return f"zu TOP {stay.first_item}"
    if stay.first_item and stay.last_item:
        return f"von TOP {stay.first_item}{arrived} bis TOP {stay.last_item} einschließlich"
    if stay.first_item:
        return f"ab TOP {stay.first_item}{arrived}"
    return f"bis TOP {stay.last_item} einschließlich" if stay.last_item else ""


def listed(words: Sequence[str]) -> str:
    """4; 4 und 7; 4, 6 und 7."""
    *front, last = words
    return f"{', '.join(front)} und {last}" if front else last


def _gendered(gender: str, masculine: str, feminine: str) -> str:
    if gender in (Gender.MASCULINE, Gender.FEMININE):
        return masculine if gender == Gender.MASCULINE else feminine
    if masculine == f"{feminine}r":
        return f"{feminine}/r"
    return f"{masculine}/in" if feminine == f"{masculine}in" else f"{masculine}/{feminine}"


def _inflected(name: GenderedName, articles: dict[str, str], *, adjective: str, is_genitive: bool = False) -> str:
    """The name behind its article: adjectives in front get the ending `adjective`, the first noun its genitive s.

    Parts that are cut off don't count: Haupt- und Finanzausschuss. Without a gender the name stays as it is.
    """
    if name.gender not in articles:
        return name.name
    words = name.name.split(" ")
    for place, word in enumerate(words):
        if word.rstrip(",").endswith("-") or word[:1].islower():
            continue
        following = words[place + 1 :]
        if following and following[0][:1].isupper() and word.endswith(("er", "e", "es")):
            words[place] = re.sub(r"(?:er|es|e)$", adjective, word)
            continue
        if is_genitive and name.gender != Gender.FEMININE:
            words[place] = word + _genitive_ending(word)
        break
    return " ".join([articles[name.gender], *words])


def _genitive_ending(noun: str) -> str:
    # Words on a hiss need the e, and "des Rates" is the usual form beside "des Kreistags".
    return "es" if noun.endswith(("s", "ß", "x", "z")) or noun == "Rat" else "s"
