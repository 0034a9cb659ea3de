"""For and against: `Für die Vertagung: 9 Stimmen`, `6 Stimmen gegen den Antrag`: the yes and no of one vote. Pure."""

import re
from dataclasses import dataclass
from typing import Literal

from minutes.importers.grammar.letters import plain
from minutes.importers.grammar.numbers import value

# As the subject of such a line: `einer` is nobody's number here.
_NUMBER = r"(?P<number>\d{1,4}|kein|keine|eine|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
_FORMS = (
    re.compile(
        rf"(?P<side>[Ff]ür|[Gg]egen)\s(?P<about>[^:=]{{2,100}}?)\s?[:=]\s?{_NUMBER}(?:\s(?:Ja-|Nein-)?Stimmen?)?\.?"
    ),
    re.compile(rf"(?P<side>[Ff]ür|[Gg]egen)\s(?P<about>[^:=\d]{{2,100}}?)\s{_NUMBER}\s(?:Ja-|Nein-)?Stimmen?\.?"),
    re.compile(rf"{_NUMBER}\s(?:Ja-|Nein-)?Stimmen?\s(?P<side>für|gegen)\s(?P<about>[^:=.\d]{{2,100}}?)\.?"),
)
# `Für die Vorlage stimmten 16 Räte, dagegen 9. Enthaltungen: 0` is a sentence with numbers of its own.
_VOTED = re.compile(r"\bstimm(?:t|te|en|ten)\b|\bda(?:für|gegen)\b|nthaltung")
# What is voted on, not who is voted for: `Vorschlag A` and `Vereinigung` may be options of a ballot.
_PROPOSAL = re.compile(
    r"(?:(?:den|die|das|eine|einen|diesen|diese)\s)?(?:[a-zäöü]+e[nr]?\s)?(?!\w*(?:vereinigung|gruppierung)\b)"
    r"(?:\w*(?:[Aa]ntrag|[Vv]orschlag|[Vv]orlage|[Bb]eschluss|[Ee]mpfehlung|[Ss]atzung)|[A-ZÄÖÜ]\w+(?:ung|keit)|Schluss)\b(?!\s(?:\w|[IVX]+|Nr\..*)$)"
)


@dataclass(frozen=True, slots=True)
class Stance:
    """How many are for or against something, and whether that is surely a proposal."""

    side: Literal["yes", "no"]
    about: str
    number: int
    is_proposal: bool

    @property
    def label(self) -> str:
        """What the vote is about, without its article: `Vertagung`."""
        return re.sub(r"^(?:den|die|das|eine[nr]?|diese[ns]?)\s", "", self.about)


def read(text: str) -> Stance | None:
    """The stance that a line tells, if it tells nothing else."""
    line = plain(text)
    if len(line) > 160 or not re.search(r"\b[Ff]ür\b|\b[Gg]egen\b", line):
        return None
    for form in _FORMS:
        match = form.fullmatch(line)
        if match and not _VOTED.search(match["about"]):
            about, number = match["about"].strip(), match["number"]
            return Stance(
                "yes" if match["side"].casefold() == "für" else "no",
                about,
                value(number),
                bool(_PROPOSAL.match(about)),
            )
    return None
