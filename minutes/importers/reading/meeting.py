"""The head of a protocol: number, date, committee, beginning and end of the session. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar import procedure
from minutes.importers.loading.line import WIDE
from minutes.importers.reading import facts
from minutes.importers.reading.values import MeetingHead
from minutes.importers.source import Paragraph

FIELD = re.compile(r"(?P<label>[A-ZÄÖÜ][^:]{1,60}):\s*(?P<value>.*)")


def head(paragraphs: Sequence[Paragraph]) -> MeetingHead:
    lines = [paragraph.text for paragraph in paragraphs]
    fields: list[tuple[str, str]] = []
    for line in lines:
        cells = [cell.strip() for cell in WIDE.split(line.strip()) if cell.strip()]
        while cells:
            match = FIELD.fullmatch(cells[0])
            if match and not match["value"] and len(cells) > 1 and not FIELD.fullmatch(cells[1]):
                fields.append((match["label"], cells[1]))
                cells = cells[2:]
                continue
            if match and match["value"]:
                fields.append((match["label"], match["value"]))
            cells = cells[1:]
    whole = "\n".join(lines)
    named = [line for line in lines if facts.names_session(line)] or lines
    dated = [value for label, value in fields if re.search(r"[Dd]atum|Tag|Termin|[Ss]itzung", label)]
    times = {label: procedure.times(value) for label, value in fields}
    return MeetingHead(
        number=next(filter(None, (facts.session_number(line) for line in [*named, *lines])), ""),
        date=next(filter(None, (facts.date(line) for line in [*named, *dated, *lines])), "") or facts.date(whole),
        committee=next(filter(None, (facts.session_committee(line) for line in named)), "")
        or next((value for label, value in fields if label in {"Gremium", "Ausschuss"}), ""),
        begin=next((found[0] for label, found in times.items() if re.search(r"[Bb]eginn", label) and found), ""),
        end=next(
            (
                found[0]
                for label, found in times.items()
                if re.search(r"\b[Ee]nde\b|ende$", label) and "Teil" not in label and found
            ),
            "",
        ),
        fields=tuple(fields),
        lines=tuple(lines),
    )
