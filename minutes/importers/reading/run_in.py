"""Headings that lost their line: `TOP 2 – Anfragen Herr Kohl fragt nach dem Zaun.` is a heading and the text below it. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar import clauses, labels
from minutes.importers.grammar.letters import LOWER, UPPER, plain
from minutes.importers.grammar.names import NAME
from minutes.importers.grammar.roles import ROLE
from minutes.importers.reading import session_titles
from minutes.importers.source import Clock, Paragraph

_HEADING = re.compile(
    rf"\s*(?:(?:(?:[Zz]u\s)?(?:TOP|Top|Tagesordnungspunkt|Punkt)\s?(?P<marked>\d{{1,2}})(?:\.\d{{1,2}})*|(?P<number>\d{{1,2}})(?=\.))[.:)]?\s(?:[-–—]\s)?)(?=[{UPPER}„\"])"
)
# The words that begin a sentence, and within one are written small: in capitals they stand where it begins.
_BEGINS = re.compile(
    r"(?<=[\wäöüß)“\"])\s(?=(?:Der|Die|Das|Den|Dem|Ein|Eine|Einem|Es|Er|Sie|Von|Vom|Zu|Zum|Zur|Auf|Aus|Bei|Mit|Nach|Im|In|Am|An|Für|Gegen|Über|Durch|Seitens|Da|Weil|Wie|Nachdem|Herr|Frau)\s(?!Linke|LINKE|Grünen|GRÜNEN|PARTEI|Partei))"
)
# `Bericht des Vorstandes Bürgermeister Witt berichtet …`
_PERSON = re.compile(rf"(?<=[\wäöüß)“\"])\s(?={ROLE}\s+{NAME}\s(?P<verb>[{LOWER}]+)\b)")
_LABEL = re.compile(rf"(?<=[\wäöüß)“\"])\s(?=[{UPPER}][\w -]{{4,30}}:\s)")
_NEXT = re.compile(r"\s(?=(?:TOP|Top)\s(?P<number>\d{1,2})\s?[:.–-])")
# `wird zu TOP 2.`: within a sentence.
# `1 Allgemeines 1.1 Eröffnung der Sitzung`: a chapter, and on its line the first item.
_CHAPTER = re.compile(
    rf"(?P<number>\d{{1,2}})\.?\s[{UPPER}][^\d.:|]{{3,80}}(?=\s(?P=number)\.1\.?\s[{UPPER}„][^|]{{3,200}}$)"
)
# `TOP 3 Sanierung: Der Rat vergab die Arbeiten.`, behind the number.
_TITLED = re.compile(
    rf"[{UPPER}][^.:!?|]{{3,100}}:\s(?=(?:(?:Der|Die|Das|Dem|Den|Es|Herr|Frau|Keine|Allen?|Mit|Nach)\s|{ROLE}\s)(?:[^:]|(?<=\d):(?=\d)){{8,2000}}\.$)"
)
_WITHIN = re.compile(r"\b(?:zu|als|auf|unter|vor|nach|mit|bei|in|von|ab|bis|um|und|der|den|dem)$")
_SENTENCE = re.compile(
    r"[a-zäöüß]{2,}(?:[^.!?]|\.(?=\d)|(?<=\d)\.(?!\d)){10,1000}(?:[a-zäöüß)“\"€%]|\b[A-Z]{2,5})[.!?](?:\s|$)"
)
_LONGEST_TITLE = 300
_FEWEST = 3
# Within which a sentence must end behind a title.
_FURTHEST = 3_000
# A title that begins with an article.
_FEWEST_WORDS = 3


def parted(paragraphs: Sequence[Paragraph], clock: Clock) -> tuple[Paragraph, ...]:
    """The paragraphs, with such headings cut off from their text."""
    done: list[Paragraph] = []
    numbered = _numbered(paragraphs, clock)
    for index, paragraph in enumerate(paragraphs):
        if index % 512 == 0:
            clock.check()
        heading = None if paragraph.is_furniture else _HEADING.match(paragraph.text)
        chapter = None if paragraph.is_furniture else _CHAPTER.match(paragraph.text)
        cuts = [chapter.end()] if chapter else _cuts(paragraph.text, heading) if heading else []
        cuts = cuts or numbered.get(index, [])
        done += paragraph.cut(cuts) if cuts else [paragraph]
    return tuple(done)


def _numbered(paragraphs: Sequence[Paragraph], clock: Clock) -> dict[int, list[int]]:
    """Where the titles end of mere numbers that count on from 1, each with its text on the same line, at least one of them formal."""
    found: dict[int, list[int]] = {}
    row: dict[int, tuple[int, str]] = {}
    for index, paragraph in enumerate([*paragraphs, Paragraph("1. Ende")]):
        if index % 512 == 0:
            clock.check()
        heading = None if paragraph.is_furniture else _HEADING.match(paragraph.text[:_LONGEST_TITLE])
        if heading is None or heading["marked"]:
            continue
        number = int(heading["number"])
        if number == 1:
            cut = {place: at for place, (at, _title) in row.items() if at}
            is_formal = any(session_titles.is_formal(title) for _at, title in row.values())
            if len(row) >= _FEWEST and is_formal and len(cut) * 3 >= len(row) * 2:
                found |= {place: [at] for place, at in cut.items()}
            row = {}
        if number == len(row) + 1 and index < len(paragraphs):
            titled = _TITLED.match(paragraph.text, heading.end())
            at = titled.end() if titled else _end_of_title(paragraph.text, heading.end()) or 0
            row[index] = (at, plain(paragraph.text[heading.end() : at or _LONGEST_TITLE]))
    return found


def _cuts(text: str, heading: re.Match[str]) -> list[int]:
    """Where the next heading of a row of them begins, or the text of this one."""
    titled = _TITLED.match(text, heading.end()) if heading["marked"] else None
    if titled and not _has_label(text[heading.end() : titled.end()]):
        return [titled.end()]
    if heading["marked"]:
        number, cuts = int(heading["marked"]), []
        for match in _NEXT.finditer(text, heading.end()):
            if int(match["number"]) == number + 1 and not _WITHIN.search(text, heading.end(), match.start()):
                number += 1
                cuts.append(match.end())
        if cuts:
            return cuts
    at = _end_of_title(text, heading.end())
    if at is None:
        return []
    title = plain(text[heading.end() : at])
    if title.count(" ") < _FEWEST_WORDS - 1 and _BEGINS.match(f"a {title} ", 1):
        # `Der Bürgermeister Herr Kohl eröffnet die Sitzung.`
        return []
    return [at] if heading["marked"] or session_titles.is_formal(title) else []


def _has_label(title: str) -> bool:
    """`Anbau der Halle Sachlage: `: what stands before the colon is no title, or not all of it is."""
    return any(map(labels.read, (title, *_LABEL.split(title)[1:])))


def _end_of_title(text: str, start: int) -> int | None:
    """The place from which on a sentence or a label stands, with no full stop before it."""
    found = (_BEGINS.search(text, start, start + _LONGEST_TITLE), _person(text, start))
    first = min((match for match in found if match), key=lambda match: match.start(), default=None)
    for label in _LABEL.finditer(text, start, start + _LONGEST_TITLE):
        read = labels.read(text[label.end() :])
        if read and read.rest and not (first and first.start() < label.start()):
            return label.end()
    if not first or re.search(r"[a-zäöüß]{3,}[.!?:]\s", text[start : first.start()]):
        return None
    return first.end() if _SENTENCE.search(text, first.end(), first.end() + _FURTHEST) else None


def has_text(text: str, start: int) -> bool:
    """Whether a title begins there, and behind it a sentence."""
    return _end_of_title(text, start) is not None


def _person(text: str, start: int) -> re.Match[str] | None:
    """Where office and name are the subject of a sentence."""
    found = _PERSON.finditer(text, start, start + _LONGEST_TITLE)
    return next(
        (
            match
            for match in found
            if clauses.is_finite(match["verb"]) and not _BEGINS.search(text, match.start() + 1, match.start("verb"))
        ),
        None,
    )
