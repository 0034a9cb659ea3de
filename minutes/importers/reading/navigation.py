"""Navigation of a page that was copied as text: menus of the sections, bars and buttons, which say nothing. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.importers.grammar import labels, outcomes, result_lines, tallies
from minutes.importers.grammar.labels import Label
from minutes.importers.grammar.letters import plain
from minutes.importers.source import Paragraph

_BUTTON = re.compile(
    r"(?:[\s|]|!\[[^\[\]]{0,80}\]\([^()]{0,300}\))*|(?:Reduzieren|Erweitern|Einblenden|Ausblenden|Aufklappen|Zuklappen|(?:[Zz]um )?Seitenanfang|Nach oben|Zurück|Drucken"
    r"|Tagesordnungspunkt|Grunddaten|TOP-Informationen|Bezeichnung\s?Inhalt|Dokumenttyp\s?Bezeichnung\s?Aktionen|Datenstand\svom\s[\d.]{6,10}(?:\s\d{1,2}[:.]\d\d(?:\sUhr)?)?)"
)
# The head of a table of one row that repeats the session above each item.
_ROW_HEAD = re.compile(r"Gremium\s+(?:\|\s+)?(?:Sitzung\s+(?:\|\s+)?Sitzungsdatum|Art\s+(?:\|\s+)?Datum)\b.{0,80}")
# A menu names at least these many sections; two labels in a row may be an empty section and one with a text, unless that
# has its label once more below. Either stands within the first lines of a page.
_ENTRIES = 3
_WITHIN = 60
_LONGEST_RECORD = 40


def is_button(text: str) -> bool:
    """`|`, `Reduzieren`."""
    return bool(_BUTTON.fullmatch(plain(text)))


def heads_row(text: str) -> bool:
    """`Gremium Sitzung Sitzungsdatum ö / nö Beratungstyp TOP-Nr.`: the next line repeats the session."""
    return bool(_ROW_HEAD.fullmatch(plain(text)))


# `| Abstimmungsergebnis: einstimmig | |`
_CELL = re.compile(r"\|\s*(?P<inside>[^|\n]{2,60}:\s[^|\n]{1,300}?)\s*\|[\s|]*")
_LABEL_AND_VALUE = re.compile(r"\|\s*(?P<label>[^|\n]{2,60}:)\s*\|\s*(?P<value>[^|\n]{1,300}?)\s*[|\s]*")


def without_bar(text: str) -> str:
    """`Wortprotokoll |` is a label with a bar of the menu behind it, `| Abstimmung: | einstimmig |` one with its value."""
    if row := _LABEL_AND_VALUE.fullmatch(text):
        return f"{row['label']} {row['value']}"
    if cell := _CELL.fullmatch(text):
        return str(cell["inside"])
    return text.rstrip(" \u00a0|") if text.rstrip().endswith("|") and text.count("|") == 1 else text


def without_record(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """What an archive of files shows of one above its text is furniture: `Dateiname`, `Größe`, and at last `Inhalt der Datei`."""
    lines = [plain(each.text[:60]) for each in paragraphs[:_LONGEST_RECORD]]
    end = lines.index("Inhalt der Datei") if "Inhalt der Datei" in lines else -1
    if end < 0 or not {"Kommune", "Dateiname", "Größe"} & set(lines[:end]):
        return tuple(paragraphs)
    return tuple(replace(each, is_furniture=each.is_furniture or index <= end) for index, each in enumerate(paragraphs))


def menu(paragraphs: Sequence[Paragraph]) -> range:
    """Where the menu `Wortprotokoll` / `Beschluss` / `Abstimmungsergebnis` stands, if a sentence follows it and no result."""
    start = 0
    while start < len(paragraphs):
        stop, entries = start, set()
        while stop < len(paragraphs) and (label := _entry(paragraphs[stop].text)):
            entries.add(label.kind)
            last = label.kind
            stop += 1
        if len(entries) > 1 and start < _WITHIN and last == "result" and _is_prose(paragraphs[stop : stop + 1]):
            below = (labels.read(each.text[:100]) for each in paragraphs[stop : stop + _WITHIN])
            if len(entries) >= _ENTRIES or any(label and label.kind == "result" for label in below):
                return range(start, stop)
        start = stop + 1
    return range(0)


def _entry(text: str) -> Label | None:
    """A label that stands alone, without a colon."""
    line = plain(without_bar(text[:100]))
    label = labels.read(line) if ":" not in line and len(line) < 60 else None
    return label if label and not label.rest else None


def _is_prose(following: Sequence[Paragraph]) -> bool:
    return any(
        re.search(r"[.!?:“\"]$", plain(paragraph.text))
        and not (
            tallies.is_count_line(paragraph.text)
            or result_lines.is_result(paragraph.text)
            or (len(paragraph.text) <= 60 and outcomes.is_status(paragraph.text))
        )
        for paragraph in following
    )
