"""Staff by function (Verwaltung nur mit Funktion): in a record for the public, employees have no names. Pure.

Whoever holds an elected office stands for it with his or her name; employees act for the administration.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from committees.wording import GenderedName
from minutes.markup import Span, plain_spans
from minutes.record.surnames import ORDINARY_WORDS
from minutes.record.texts import Edit, edited, edited_string, mapped, sentences
from minutes.record.values import AttendanceGroup, ContributionRecord, SessionRecord

SOMEBODY = "Mitarbeiter/in der Verwaltung"

_OFFICES = (
    r"Landr(?:at|ätin)|(?:Kreis|Stadt|Gemeinde)direktor(?:in)?|(?:Ober)?bürgermeister(?:in)?"
    r"|(?:Kreis|Stadt|Gemeinde)?(?:beigeordnete[rn]?|kämmer(?:er|in)|dezernent(?:in)?)|LR|OB|BM|KD|Dez"
)
_ELECTED = re.compile(
    r"(?:(?:Erste[rn]?|[1-9]\.|Allgemeine[rn]?|stellv\.|stellvertretende[rn]?)\s+)*"
    rf"(?:{_OFFICES})(?!\w)",
    re.IGNORECASE,
)
# The noun that says what a part of an administration is, by its ending, with its grammatical gender.
_UNITS = (
    ("n", re.compile(r"(?:zentrum|amt|dezernat|referat|büro|center|team|institut|archiv)$", re.IGNORECASE)),
    ("f", re.compile(r"(?:abteilung|stelle|verwaltung|betreuung|leitung|förderung|kasse|schule)$", re.IGNORECASE)),
    ("m", re.compile(r"(?:dienst|bereich|betrieb)$", re.IGNORECASE)),
)
_SALUTATION = r"Herrn?|Frau"
_TITLES = r"(?:(?:Prof|Dr|Dipl|Mag)\.(?:-Ing\.)?\s+)*"


@dataclass(frozen=True, slots=True)
class StaffMember:
    """Somebody of the administration who is not named: what names him or her, and what stands for that."""

    person_id: str
    last_name: str
    function: str
    first_name: str = ""
    roles: tuple[str, ...] = ()


def is_elected_office(role: str) -> bool:
    """Whether a role is an office by election (Landrat, Kreisdirektorin, Erster Beigeordneter), which is no secret."""
    return bool(_ELECTED.match(role.strip()))


def function_text(role: str, detail: str) -> str:
    """MA des Kommunalen Integrationszentrums; MA (Leiter Sozialamt); MA, where nothing else is known."""
    role, detail = role.strip() or SOMEBODY, detail.strip()
    if not detail:
        return role
    if re.match(r"(?:des|der|im|in|für|beim|vom)\s", detail):
        return f"{role} {detail}"
    words = detail.split()
    place = next((n for n, word in enumerate(words) if not word.endswith(("es", "er", "e", "-", "und"))), 0)
    gender = next((gender for gender, ending in _UNITS if ending.search(words[place].rstrip(",;"))), "")
    # A Leiter is no adjective, though it ends as one.
    is_unit = gender and not any(
        re.match(r"(?:stellv|leit|sachb|refer)", word, re.IGNORECASE) for word in words[:place]
    )
    return f"{role} {GenderedName(detail, gender).genitive}" if is_unit else f"{role} ({detail})"


def by_function(record: SessionRecord, staff: Sequence[StaffMember], *, others: Collection[str] = ()) -> SessionRecord:
    """The record without the names of staff; ``others`` are the surnames of people who keep theirs.

    The list of those present, marks, speakers, rapporteurs and whatever else is written name functions instead. A
    surname is found as a whole word, in capitals too, with the genitive s, with or without first name, academic title,
    role or salutation before it, and goes with all of them; inside a longer word (Dreggerstraße, Dregger-Plan) it
    stays. A surname that is an ordinary word (of a list, or in small letters in this record) goes only where a role, a
    salutation or the first name stands before it; one that somebody else has too, only after a role or the first name.
    Where two of the staff have one surname and their functions differ, what stands before it decides, and without that
    nobody's function is given. Who signed stays, as the law wants the signatures; the key of the person goes.
    """
    if not staff:
        return record
    members = {member.person_id: member for member in staff}
    names = _Names(record, _with_spoken_roles(record, staff), others)

    def changed(value: SessionRecord) -> SessionRecord:
        return mapped(value, string=names.in_string, spans=names.in_spans)

    # Bodies, committees and places keep the names that they bear.
    found = changed(replace(record, signatures=()))
    return replace(
        record,
        attendance=_groups(found.attendance, members),
        absent=_groups(found.absent, members),
        opening=found.opening,
        parts=tuple(
            replace(
                part,
                items=tuple(
                    replace(item, contributions=tuple(_contribution(one, members) for one in item.contributions))
                    for item in part.items
                ),
            )
            for part in found.parts
        ),
        closing=found.closing,
        signatures=tuple(
            replace(line, person_id="") if line.person_id in members else line for line in record.signatures
        ),
        annexes=found.annexes,
        assumptions=found.assumptions,
    )


def _groups(groups: Iterable[AttendanceGroup], members: dict[str, StaffMember]) -> tuple[AttendanceGroup, ...]:
    """Staff are found by their keys, as a list may write names in ways that no text does."""
    return tuple(
        replace(
            group,
            rows=tuple(
                replace(row, name=members[row.person_id].function, note="", person_id="")
                if row.person_id in members
                else row
                for row in group.rows
            ),
        )
        for group in groups
    )


def _contribution(one: ContributionRecord, members: dict[str, StaffMember]) -> ContributionRecord:
    if one.person_id not in members:
        return one
    return replace(one, speaker=members[one.person_id].function if one.speaker else "", person_id="")


def _with_spoken_roles(record: SessionRecord, staff: Iterable[StaffMember]) -> list[StaffMember]:
    """The roles under which the record lets them speak are theirs, too."""
    spoken: dict[str, set[str]] = defaultdict(set)
    for item in record.items():
        for one in item.contributions:
            spoken[one.person_id].add(one.role)
    return [replace(member, roles=tuple(sorted({*member.roles, *spoken[member.person_id]} - {""}))) for member in staff]


class _Names:
    """Finds the names of staff in texts, and puts functions in their places."""

    def __init__(self, record: SessionRecord, staff: Iterable[StaffMember], others: Collection[str]) -> None:
        self.staff: dict[str, list[StaffMember]] = defaultdict(list)
        for member in staff:
            self.staff[member.last_name.casefold()].append(member)
        self.shared = {name.casefold() for name in others}
        small = {word for text in sentences(record) for word in re.findall(r"\b[^\W\d_A-ZÄÖÜ][^\W\d_]*\b", text)}
        self.ordinary = ORDINARY_WORDS | {word for word in small if word.islower()}
        self.patterns = {name: self._pattern(name, members) for name, members in self.staff.items()}

    def in_string(self, text: str) -> str:
        return edited_string(text, self._edits(text))

    def in_spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return edited(spans, self._edits(plain_spans(spans)))

    def _edits(self, text: str) -> list[Edit]:
        edits: list[Edit] = []
        for name, pattern in self.patterns.items():
            for found in pattern.finditer(text):
                function = self._function(name, found)
                is_free = all(found.end() <= edit.start or edit.end <= found.start() for edit in edits)
                if function and is_free:
                    edits.append(Edit(found.start(), found.end(), function))
        return edits

    def _function(self, name: str, found: re.Match[str]) -> str:
        """What stands for a find; "" where it need not be a name of the staff."""
        first, role, salutation = (" ".join((found[group] or "").split()) for group in ("first", "role", "salutation"))
        is_certain = bool(first or role)
        if name in self.shared and not is_certain:
            return ""
        if name in self.ordinary and not (is_certain or salutation):
            return ""
        meant = self.staff[name]
        meant = [member for member in meant if first and member.first_name == first] or meant
        meant = [member for member in meant if role in member.roles] or meant
        functions = {member.function for member in meant}
        return functions.pop() if len(functions) == 1 else role or SOMEBODY

    def _pattern(self, name: str, members: Sequence[StaffMember]) -> re.Pattern[str]:
        roles = _any(role for member in members for role in member.roles)
        first = _any(member.first_name for member in members)
        lasts = {form for member in members for form in (member.last_name, member.last_name.upper())}
        # Sanders may be the genitive of Sander, or somebody else.
        genitive = r"(?:['’]s?)?" if f"{name}s" in self.shared else r"(?:s|['’]s?)?"
        return re.compile(
            rf"(?<![\w-])(?:(?P<role>{roles})\s+)?(?:(?P<salutation>{_SALUTATION})\s+)?{_TITLES}"
            rf"(?:(?P<first>{first})\s+)?(?:{_any(lasts)}){genitive}(?!\w|-\w)"
        )


def _any(words: Iterable[str]) -> str:
    """A pattern for any of these words, white space as it comes; it finds nothing where there are none."""
    longest_first = sorted({word for word in words if word.strip()}, key=lambda word: (-len(word), word))
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest_first) or r"(?!)"
