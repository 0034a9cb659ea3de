"""Those present, where they stand in lines behind a label: `Anwesend: Bgm. Ohm, Kohl, Frau Witt. Es fehlt: Uhde`. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar.letters import UPPER, WORD, closed_up, plain
from minutes.importers.reading import attendance
from minutes.importers.reading.values import AttendanceGroup
from minutes.importers.source import Paragraph

_PRESENT = r"(?:(?:(?:Es (?:sind|waren)|ES (?:SIND|WAREN)|Weiter(?:hin)?|Ferner|Außerdem) (?:[Aa]nwesend|ANWESEND|erschienen)|An der Sitzung (?:nehmen|nahmen) teil)|Anwesen(?:d|de|heit)|Anw\.|ANWESEN(?:D|DE)|Teilnehm(?:er|ende|erinnen)|TEILNEHMER|TN|Erschienen|Mitglieder)"
_ABSENT = r"(?:(?:Es |ES )?(?:[Ff]ehl(?:t|en|ten)|FEHL(?:T|EN))|[Ee]ntschuldigt|entsch\.|[Uu]nentschuldigt|Abwesend|Nicht anwesend|ENTSCHULDIGT|Verhindert)"
_OTHERS = r"(?:Ferner|Außerdem|Weiter(?:hin)?|Gäste?|GÄSTE|Gast|Verwaltung|VERWALTUNG|Beratend|Berater|Betreuung|Besucher|Zuhörer|Presse)"
_BESIDE = r"(?:Vorsitz(?:ende[rn]?)?|Leitung|Schriftf(?:ührer(?:in)?|ührung|\.)|Schriftführ\.|Protokoll(?:führ(?:er(?:in)?|ung)|ant(?:in)?)?)"
_FIRST = re.compile(rf"{_PRESENT}[^:.;]{{0,40}}:\s*(?P<names>\S.*)")
_LABEL = re.compile(
    rf"(?P<label>(?P<absent>{_ABSENT})|{_PRESENT}|{_OTHERS}|{_BESIDE})(?P<more>[^:.;]{{0,40}}):\s*(?P<names>\S.*)"
)
_WITHIN = re.compile(rf"(?<=[.;,])\s(?=(?:{_ABSENT}|{_OTHERS})[^:.;,]{{0,30}}:\s)")
# `Ratsfrau Ohm, die Ratsherren Kohl und Uhde`, `Ohm, Petra; Kohl, Jan`
_AND = re.compile(r",\s|;\s|\s(?:und|sowie)\s")
_NAME = re.compile(
    rf"(?:(?:der|die|das|von\sder|vom|als)\s)?(?:[{UPPER}][{WORD}.'’/-]*\s){{0,4}}(?P<last>[{UPPER}][{WORD}'’-]+)(?:\s?\([^()]{{1,60}}\))?\.?"
)
# `Anwesend: siehe Liste`, `21 Mitglieder`, `Presse`
_NO_NAME = re.compile(
    r"\d|(?:[Ll]iste|[Mm]itglied(?:er|ern)?|[Pp]resse|[Bb]ürger(?:innen)?|[Ee]inwohner(?:innen)?|[Gg]äste|[Zz]uhörer(?:innen)?|[Bb]esucher|[Vv]erwaltung|[Gg]emeinderäte|[Ss]tadträte|[Nn]iemand|[Kk]eine|[Aa]nlage|[Uu]rlaub|[Kk]rank|[Pp]rotokoll|[Vv]orsitz)$"
)
_LONGEST = 1_500
_LEAST = 2


def begins(text: str) -> bool:
    """Whether a line opens such a list: at least two names behind the label."""
    first = _FIRST.fullmatch(_line(text))
    return first is not None and len(_last_names(first["names"])) >= _LEAST


def stop(paragraphs: Sequence[Paragraph], start: int) -> int:
    """Where the list ends that begins here: below the last line with such a label, or with names only."""
    last = start
    for index in range(start + 1, len(paragraphs)):
        if paragraphs[index].is_furniture:
            continue
        line = _line(paragraphs[index].text)
        names = _AND.split(line)
        only_names = len(names) > 1 and not paragraphs[index].gap and all(map(_NAME.fullmatch, names))
        if not _LABEL.fullmatch(line) and not only_names:
            break
        last = index
    return last + 1


def groups(paragraphs: Sequence[Paragraph]) -> tuple[AttendanceGroup, ...]:
    """The groups of these lines, in order; what is no name, such as how many were there, is a row as well."""
    found: list[AttendanceGroup] = []
    for paragraph in paragraphs:
        for line in _WITHIN.split(_line(paragraph.text)):
            label = _LABEL.fullmatch(line)
            names = label["names"] if label else line
            rows = tuple(attendance.row(part.strip(" .")) for part in _parts(names) if part.strip(" ."))
            if label:
                heading = f"{label['label']}{label['more']}".strip()
                found.append(AttendanceGroup(heading, rows, bool(label["absent"])))
            elif found:
                found[-1] = AttendanceGroup(found[-1].heading, (*found[-1].rows, *rows), found[-1].is_absent)
    return tuple(found)


def surnames(paragraphs: Sequence[Paragraph]) -> list[str]:
    """The last names in these lines."""
    lines = [line for each in paragraphs for line in _WITHIN.split(_line(each.text))]
    return [name for line in lines for name in _last_names(line.partition(":")[2] or line)]


def _line(text: str) -> str:
    line = plain(text)
    return closed_up(line) if len(line) <= _LONGEST else ""


def _parts(names: str) -> list[str]:
    """`Ohm, Petra; Kohl, Jan` are two, as are `Ohm, Kohl`."""
    return names.split("; ") if "; " in names else _AND.split(names)


def _last_names(names: str) -> list[str]:
    """`Ohm, Petra; Kohl, Jan` begin with them, `Bgm. Ohm, Jan Kohl` end so."""
    is_turned = bool(re.match(rf"[{UPPER}][{WORD}-]+, [{UPPER}][{WORD}-]+;", names))
    found = []
    for part in _parts(names):
        match = _NAME.fullmatch(part.split(", ")[0].strip() if is_turned else part.strip(" ."))
        if match and not _NO_NAME.search(match["last"]):
            found.append(match["last"])
    return found
