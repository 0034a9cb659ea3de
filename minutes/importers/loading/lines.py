"""Lines become paragraphs: wrapped lines are joined, hyphenation is undone, and no word is lost. Pure."""

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes.importers.loading import broken_off, openings, page_breaks
from minutes.importers.loading.line import (
    DRAWN,
    DRAWN_BELOW,
    ENDED,
    GOVERNS,
    NOT_JOINED,
    WIDE,
    Line,
    in_table,
    is_hyphenated,
)
from minutes.importers.loading.widths import wrap_width
from minutes.importers.source import Clock, Paragraph

# `7.1     Anfragen`: a number in a column of its own.
_COLUMN = re.compile(r"\s{0,8}(?:TOP\s)?\d{1,3}(?:\.\d{1,3}){0,3}\.?\s{3,16}(?=\S)")
# `Abstimmungsergebnis:      mehrheitlich mit vier`: so has a label.
_LABEL_COLUMN = re.compile(r"[A-ZÄÖÜ][\wäöüß .-]{2,45}:(?:[ \u00a0]{3,60}|\t{1,3})(?=\S)")
_ENTRY = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\s+[A-ZÄÖÜ\d]")
# `3.2 Antrag der Liste`, below the end of a sentence.
_LEVELS = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?!Uhr\b)[A-ZÄÖÜ„]")
# `der Niederschrift vom` + `3. März 2026`, `Änderung der` + `2. Satzung`: no heading begins there.
_AWAITS_NUMBER = re.compile(
    r"\s(?:der|die|das|des|dem|den|vom|am|im|zum|zur|zu|bis|über|und|für|von|ab|seit|nach|gemäß|Nr\.|Art\.|Abs\.|§)$"
)
_DAY_FIRST = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.|Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\.?\s?\d{4}\b")
# `vom 1. März bis` + `31. Juli`, on the next page.
_DAY_OF_MONTH = re.compile(r"\d{1,2}\.\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\b")
_NUMBER_FIRST = re.compile(r"\d{1,4}[.)]?\s")
# `einstimmig bei 4`: what is counted stands on the next line, however short this one is.
_OPEN = re.compile(r"\b(?:mit|bei|gegen)\s\d{1,3}$")
# `mit 3 Ja-Stimmen und 6` + `Nein-Stimmen abgelehnt`, `(12 Ja-Stimmen, keine` + `Nein-Stimmen)`
_COUNT_OPEN = re.compile(
    r"(?:\b(?:mit|bei|gegen|und|sowie|zu)|,)\s"
    r"(?:\d{1,3}|keine[rn]?|eine[rnm]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)$"
)
_COUNTED_NOUN = re.compile(r"(?:Ja|Nein|JA|NEIN|Gegen|Für|Enthaltung|Stimm)[\w-]*")
# `… mit 6 Ja-Stimmen bei` + `1 Enthaltung, den Entwurf …`: the sentence is open, so its numbers begin no paragraph.
_COUNTS_ON = re.compile(r"\b(?:mit|bei|gegen|und|sowie)$")
_COUNTED = re.compile(r"\d{1,4}\s+\S*(?:[Ss]timme|[Ee]nthaltung)")
# `… 9 Ja, 4 Nein -> angenommen`: a vote is told.
_VOTED = re.compile(r"\d\s(?:Ja|Nein|Enth|dafür|dagegen|Stimm)\S*\s*(?:->|[–=(-])\s?(?:angenommen|abgelehnt)\)?$")
_LABELLED = re.compile(r"[A-ZÄÖÜ][\wäöüß. -]{2,45}:\s")
# Where fewer lines than this have an empty one above them, paragraphs are not parted by these.
_FEW_GAPS = 0.2
# `einstimmig   (Ja: 8, Nein: 0,` + `Befangen: 1)`
_CLOSES = re.compile(r"[^()]{1,80}\)[.,;]?")
_NUMBER_ONLY = re.compile(r"(?:TOP\s|zu\s)?\d{1,2}(?:\.\d{1,2})*\.?")


def paragraphs(lines: Sequence[Line], clock: Clock, *, blocks: bool, enough: int = 2) -> list[Paragraph]:
    """Joins what was wrapped. `blocks`: two empty lines are a border of blocks; `enough`: see `wrap_width`."""
    done: list[Paragraph] = []
    parts: list[str] = []
    first: Line | None = None
    last: Line | None = None
    last_length = 0
    furniture: list[Paragraph] = []
    whole = _whole(lines)
    width = wrap_width(lines, whole, enough)
    is_dense = _is_dense(lines)
    for count, line in enumerate(lines):
        if count % 512 == 0:
            clock.check()
        if line.is_furniture:
            furniture.append(Paragraph(line.text.strip(), line.page, line.number, gap=0, indent=0, is_furniture=True))
            continue
        turned = last is not None and (line.page != last.page or (bool(furniture) and _is_open(last, line)))
        if (
            first
            and last
            and last.text.strip() not in whole
            and not (is_dense and _speaks(last, line))
            and not (_is_title(done, parts) and openings.begins(line.text.strip()))
            and not (len(parts) == 1 and openings.is_told_below(last.text.strip(), line.text.strip()))
            and not (len(parts) == 1 and first.blanks and openings.is_said_below(last.text.strip(), line.text.strip()))
            and _goes_on(last, last_length, line, width, turned=turned)
        ):
            # Furniture stands before the paragraph that it interrupts.
            done += furniture
            _join(parts, line.text.strip())
        else:
            if first:
                done.append(_paragraph(first, parts, blocks=blocks))
            done += furniture
            parts, first = [line.text.strip()], line
        furniture = []
        last, last_length = line, len(line.text.rstrip())
    if first:
        done.append(_paragraph(first, parts, blocks=blocks))
    return done + furniture


def _paragraph(line: Line, parts: list[str], *, blocks: bool) -> Paragraph:
    gap = 2 if blocks and line.blanks >= 2 else 1 if line.blanks or line.spaced else 0
    indent = len(line.text) - len(line.text.lstrip())
    return Paragraph("".join(parts), line.page, line.number, gap=gap, indent=indent)


def _whole(lines: Sequence[Line]) -> frozenset[str]:
    """Lines that come again with another one below them, as entries of an agenda do as headings: nothing goes on there."""
    below: dict[str, str] = {}
    found: set[str] = set()
    for last, line in pairwise(line for line in lines if not line.is_furniture):
        text, after = last.text.strip(), line.text.strip()
        if len(text) > 20 and below.setdefault(text, after) != after:
            found.add(text)
    return frozenset(found)


def _is_dense(lines: Sequence[Line]) -> bool:
    """Whether paragraphs are not parted by empty lines: hardly any line has one above it, or none that begins with a speaker."""
    few = sum(bool(line.blanks or line.spaced) for line in lines) < len(lines) * _FEW_GAPS
    if few:
        return True
    begins = [
        line for last, line in pairwise(lines) if ENDED.search(last.text.strip()) and openings.speaks(line.text.strip())
    ]
    parted = sum(bool(line.blanks or line.spaced) for line in begins)
    return len(begins) > 3 * parted


def _speaks(last: Line, line: Line) -> bool:
    """Whether a line begins with who speaks or decides next, below the end of a sentence or a heading."""
    before, after = last.text.strip(), line.text.strip()
    if ENDED.search(before):
        return openings.begins(after) or openings.may_speak(after)
    return openings.begins(after) and openings.is_heading(before)


def _is_title(done: Sequence[Paragraph], parts: Sequence[str]) -> bool:
    """Whether the paragraph in work is the title below a number alone: `3.`, and below it `Antrag auf einen Gehweg`."""
    return bool(done) and len(parts) == 1 and bool(_NUMBER_ONLY.fullmatch(done[-1].text))


def _is_open(last: Line, line: Line) -> bool:
    """Whether a sentence goes on below the mark of a page: no end above it, a small letter or the noun that must follow below."""
    before, after = last.text.strip(), line.text.strip()
    return not ENDED.search(before) and (after[:1].islower() or (after[:1].isupper() and page_breaks.awaits(before)))


def _goes_on(last: Line, length: int, line: Line, width: int, *, turned: bool) -> bool:
    """Whether a line is the rest of the paragraph that the last line began; `turned`: maybe on the page before."""
    before, after = last.text.strip(), line.text.strip()
    if DRAWN_BELOW.fullmatch(after):
        return False
    if not turned and not (line.blanks or line.spaced):
        if broken_off.is_named(before, after):
            return True
        if (_DAY_FIRST.match(after) and _AWAITS_NUMBER.search(before)) or _is_set_in(last.text, line.text, width):
            return True
    if turned and line.page == last.page and before.count(" ") > 2 and not NOT_JOINED.match(after):
        return not WIDE.search(before) and not WIDE.search(after) and not in_table(before) and not in_table(after)
    if turned and _AWAITS_NUMBER.search(before) and _DAY_OF_MONTH.match(after):
        return True
    if before.count("(") > before.count(")") and _CLOSES.fullmatch(after) and not (line.blanks or line.spaced):
        return True
    if _COUNT_OPEN.search(before) and _COUNTED_NOUN.match(after) and not (line.blanks or line.spaced):
        return True
    if line.blanks + line.spaced <= 1 and _is_cut(before, after, is_parted=line.blanks + line.spaced > 0):
        return True
    if not width or ((line.blanks or line.spaced) and not turned):
        return False
    column = _COLUMN.match(before) or _LABEL_COLUMN.match(before)
    if WIDE.search(before, column.end() if column else 0) or WIDE.search(after) or DRAWN.fullmatch(before):
        return False
    # `… folgenden` + `Beschlussvorschlag zu unterbreiten:` is no label, though it looks like one.
    opens = " " in after or bool(GOVERNS.search(before))
    ends = after.endswith(":") and opens and length > width * 0.6 and not ENDED.search(before)
    if _COUNTS_ON.search(before) and before.count(" ") > 1 and _COUNTED.match(after):
        return True
    if _NUMBER_FIRST.match(after) and _AWAITS_NUMBER.search(before) and not _numbers_on(before, after):
        return True
    if NOT_JOINED.match(after) and not ends:
        return False
    if (
        (ENDED.search(before) and _LEVELS.match(after))
        or _numbers_on(before, after)
        or in_table(before)
        or in_table(after)
    ):
        return False
    if _VOTED.search(before) and after[:1].isupper():
        return False
    if openings.is_status(after, before) and length < width * 0.8:
        return False
    if _OPEN.search(before) or (after[:1].islower() and before.count(" ") > 1 and before[-1].isalnum()):
        return True
    if turned and ENDED.search(before):
        return False
    if is_hyphenated(before) and after[:1].islower():
        return True
    if before.count("(") > before.count(")") and ")" in after:
        return True
    indent = len(line.text) - len(line.text.lstrip())
    last_indent = len(last.text) - len(last.text.lstrip())
    if indent < last_indent - 1 and not turned:
        return False
    word = after.split(maxsplit=1)[0]
    # Letters of proportional type are of different widths: where a sentence is open, less than a full line will do.
    if openings.may_speak(after) and ENDED.search(before) and length + 1 + len(word) <= width:
        # Its first word would have fitted.
        return False
    slack = 4 if ENDED.search(before) or _LABELLED.match(before) else width // 6
    return length + 1 + len(word) > width - slack or (after[:1].islower() and length > width * 0.6)


def _is_cut(before: str, after: str, *, is_parted: bool) -> bool:
    """Whether a long line ends within a word or a sentence, however lines are wrapped elsewhere, or parted."""
    if WIDE.search(before) or WIDE.search(after) or in_table(before) or in_table(after) or NOT_JOINED.match(after):
        return False
    if not is_parted and broken_off.awaits_noun(before, after):
        return True
    return broken_off.is_unended(before, after, is_hyphenated=is_hyphenated(before))


def _is_set_in(before: str, after: str, width: int) -> bool:
    """Whether a title goes on below itself, beside its number: `7.1    Antrag der Freien Liste auf` + `       mehr Bänke`."""
    number = _COLUMN.match(before)
    text = after.strip()
    if not number or len(after) - len(after.lstrip()) != number.end() or WIDE.search(before, number.end()):
        return False
    if WIDE.search(text) or NOT_JOINED.match(text) or ENDED.search(before.strip()):
        return False
    is_full = width > 0 and len(before.rstrip()) + 1 + len(text.split(maxsplit=1)[0]) > width - width // 6
    return is_full or text[:1].islower() or bool(GOVERNS.search(before.strip())) or before.rstrip().endswith(",")


def _numbers_on(before: str, after: str) -> bool:
    """`9 Neubau am Bach` and `10 Verschiedenes`, `08 …` and `09 …`: the next entry of a list, whose numbers have no full stop."""
    first, second = _ENTRY.match(before), _ENTRY.match(after)
    if not first or not second:
        return False
    last, here = ([int(part) for part in each["number"].split(".")] for each in (first, second))
    return here == [*last, 1] or (len(here) <= len(last) and here == [*last[: len(here) - 1], last[len(here) - 1] + 1])


def _join(parts: list[str], text: str) -> None:
    """Adds a line: `Anwe-` + `senden` is one word, `Vor-` + `und Nachteile` are two, `CDU-` + `Fraktion` keeps its hyphen."""
    before = parts[-1]
    if not is_hyphenated(before):
        parts.append(" " + text)
        return
    word = text.split(maxsplit=1)[0]
    if word.rstrip(",") in {"und", "oder", "bzw.", "sowie", "als", "wie", "bis"}:
        parts.append(" " + text)
    elif before[-1] == "\u00ad" or word[:1].islower():
        parts[-1] = before[:-1]
        parts.append(text)
    else:
        parts.append(text)
