"""Lines become paragraphs: wrapped lines are joined, hyphenation is undone, and no word is lost. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from minutes.importers.loading import broken_off, openings
from minutes.importers.source import Clock, Paragraph

WIDE = re.compile(r"[ \u00a0\u2007\u202f]{3,}|\t")
_NOT_JOINED = re.compile(
    r"\s*(?:(?:TOP|Top|Tagesordnungspunkt|Punkt|Zu|zu)\s+(?:TOP\s+|Punkt\s+)?[ÖN]?\s*\d[\d.]*(?![\d.]|\s+[a-zäöü])"
    r"|[ÖN]\s*\d{1,3}(?:\.\d+)*\b"
    r"|(?:\d{1,2}[.)]|[a-z]\)|[a-z]{2}\)|[-–•*·])\s|\d{1,2}[.)]$"
    r"|[A-ZÄÖÜ][\wäöüß. -]{2,45}:(?:\s|$)"
    r"|[sS]\. ?[BE]\.|sach[kv]|zum\sSeitenanfang\b"
    r"|[A-D]\.\s|[IVX]{1,4}\.\s"
    r"|(?:Damit|Somit)\s(?:ist|sind|war|waren|gilt|gelten|hat|wird|wurde)\b|Gremium\s*$"
    # Who opens a session begins a paragraph.
    r"|(?:(?:Der|Die)\s)?(?:Herr|Frau|\S*[Vv]orsitzende[r]?,?|\S*[Vv]orsteher(?:in)?,?|\S*[Bb]ürgermeister(?:in)?,?)\s(?:[A-ZÄÖÜ]\S*\s){0,3}(?:eröffnet|eröffnete|begrüßt|begrüßte)\s"
    r"|[„(]?(?:Ja|Nein|JA|NEIN)(?:\s?-?\s?[Ss][Tt][Ii][Mm][Mm]|\s*[:/]|\s+\d)"
    r"|\d{1,4}\s+\S*(?:[Ss]timme|[Ee]nthaltung)|\d{1,3}\s+(?:Ja|JA)\s?[,/;]\s?\d)"
)
# `7.1     Anfragen`: a number in a column of its own.
_COLUMN = re.compile(r"\s{0,8}(?:TOP\s)?\d{1,3}(?:\.\d{1,3}){0,3}\.?\s{3,16}(?=\S)")
# `Abstimmungsergebnis:      mehrheitlich mit vier`: so has a label.
_LABEL_COLUMN = re.compile(r"[A-ZÄÖÜ][\wäöüß .-]{2,45}:(?:[ \u00a0]{3,60}|\t{1,3})(?=\S)")
_ENTRY = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\s+[A-ZÄÖÜ\d]")
# `3.2 Antrag der Liste`, below the end of a sentence.
_LEVELS = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?!Uhr\b)[A-ZÄÖÜ„]")
# After these a noun must follow: the next line is no heading.
_GOVERNS = re.compile(
    r"\b(?:(?:nach)?folgende[nrms]?|nachstehende[nrms]?|den|dem|der|des|die|das|zum|zur|einen|einem|und)$"
)
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
_LABELLED = re.compile(r"[A-ZÄÖÜ][\wäöüß. -]{2,45}:\s")
# Where fewer lines than this have an empty one above them, paragraphs are not parted by these.
_FEW_GAPS = 0.2
# By how much a line may be wider than all others and still tell of their width.
_ALONE = 5
# `einstimmig   (Ja: 8, Nein: 0,` + `Befangen: 1)`
_CLOSES = re.compile(r"[^()]{1,80}\)[.,;]?")
_NUMBER_ONLY = re.compile(r"(?:TOP\s|zu\s)?\d{1,2}(?:\.\d{1,2})*\.?")
# A line that is drawn ends what stands above it.
_DRAWN = re.compile(r"[_=]{5,}")
_ENDED = re.compile(r"[.!?:;][\"“”»)]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text or a page; `blanks` counts the truly empty lines before it, `spaced` those of mere spaces."""

    text: str
    page: int
    number: int
    blanks: int = 0
    spaced: int = 0
    is_furniture: bool = False


def paragraphs(lines: Sequence[Line], clock: Clock, *, blocks: bool, enough: int = 2) -> list[Paragraph]:
    """Joins what was wrapped. `blocks`: two empty lines are a border of blocks; `enough`: see `_wrap_width`."""
    done: list[Paragraph] = []
    parts: list[str] = []
    first: Line | None = None
    last: Line | None = None
    last_length = 0
    furniture: list[Paragraph] = []
    whole = _whole(lines)
    width = _wrap_width(lines, whole, enough)
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
        line
        for last, line in pairwise(lines)
        if _ENDED.search(last.text.strip()) and openings.speaks(line.text.strip())
    ]
    parted = sum(bool(line.blanks or line.spaced) for line in begins)
    return len(begins) > 3 * parted


def _speaks(last: Line, line: Line) -> bool:
    """Whether a line begins with who speaks or decides next, below the end of a sentence or a heading."""
    before, after = last.text.strip(), line.text.strip()
    return openings.begins(after) and bool(_ENDED.search(before) or openings.is_heading(before))


def _is_title(done: Sequence[Paragraph], parts: Sequence[str]) -> bool:
    """Whether the paragraph in work is the title below a number alone: `3.`, and below it `Antrag auf einen Gehweg`."""
    return bool(done) and len(parts) == 1 and bool(_NUMBER_ONLY.fullmatch(done[-1].text))


def _is_open(last: Line, line: Line) -> bool:
    """Whether a sentence goes on below the mark of a page: no end above it, a small letter below."""
    return not _ENDED.search(last.text.strip()) and line.text.strip()[:1].islower()


def _goes_on(last: Line, length: int, line: Line, width: int, *, turned: bool) -> bool:
    """Whether a line is the rest of the paragraph that the last line began; `turned`: maybe on the page before."""
    before, after = last.text.strip(), line.text.strip()
    if not turned and not (line.blanks or line.spaced):
        if broken_off.is_named(before, after):
            return True
        if (_DAY_FIRST.match(after) and _AWAITS_NUMBER.search(before)) or _is_set_in(last.text, line.text, width):
            return True
    if turned and line.page == last.page and before.count(" ") > 2 and not _NOT_JOINED.match(after):
        return not WIDE.search(before) and not WIDE.search(after) and not _in_table(before) and not _in_table(after)
    if turned and _AWAITS_NUMBER.search(before) and _DAY_OF_MONTH.match(after):
        return True
    if before.count("(") > before.count(")") and _CLOSES.fullmatch(after) and not (line.blanks or line.spaced):
        return True
    if _COUNT_OPEN.search(before) and _COUNTED_NOUN.match(after) and not (line.blanks or line.spaced):
        return True
    if _is_cut(before, after) and line.blanks + line.spaced <= 1:
        return True
    if not width or ((line.blanks or line.spaced) and not turned):
        return False
    column = _COLUMN.match(before) or _LABEL_COLUMN.match(before)
    if WIDE.search(before, column.end() if column else 0) or WIDE.search(after) or _DRAWN.fullmatch(before):
        return False
    # `… folgenden` + `Beschlussvorschlag zu unterbreiten:` is no label, though it looks like one.
    opens = " " in after or bool(_GOVERNS.search(before))
    ends = after.endswith(":") and opens and length > width * 0.6 and not _ENDED.search(before)
    if _COUNTS_ON.search(before) and before.count(" ") > 1 and _COUNTED.match(after):
        return True
    if _NUMBER_FIRST.match(after) and _AWAITS_NUMBER.search(before) and not _numbers_on(before, after):
        return True
    if _NOT_JOINED.match(after) and not ends:
        return False
    if (
        (_ENDED.search(before) and _LEVELS.match(after))
        or _numbers_on(before, after)
        or _in_table(before)
        or _in_table(after)
    ):
        return False
    if openings.is_status(after, before) and length < width * 0.8:
        return False
    if _OPEN.search(before) or (after[:1].islower() and before.count(" ") > 1 and before[-1].isalnum()):
        return True
    if turned and _ENDED.search(before):
        return False
    if _is_hyphenated(before) and after[:1].islower():
        return True
    if before.count("(") > before.count(")") and ")" in after:
        return True
    indent = len(line.text) - len(line.text.lstrip())
    last_indent = len(last.text) - len(last.text.lstrip())
    if indent < last_indent - 1 and not turned:
        return False
    word = after.split(maxsplit=1)[0]
    # Letters of proportional type are of different widths: where a sentence is open, less than a full line will do.
    if openings.speaks(after) and _ENDED.search(before) and length + 1 + len(word) <= width:
        # Its first word would have fitted.
        return False
    slack = 4 if _ENDED.search(before) or _LABELLED.match(before) else width // 6
    return length + 1 + len(word) > width - slack or (after[:1].islower() and length > width * 0.6)


def _is_cut(before: str, after: str) -> bool:
    """Whether a long line ends within a word or a sentence, however lines are wrapped elsewhere, or parted."""
    if WIDE.search(before) or WIDE.search(after) or _in_table(before) or _in_table(after) or _NOT_JOINED.match(after):
        return False
    return broken_off.is_unended(before, after, is_hyphenated=_is_hyphenated(before))


def _in_table(line: str) -> bool:
    """`| 1. | Anfragen |`, `Anfragen |`: a bar ends a cell, and with it the line."""
    return line.startswith("|") or line.endswith("|")


def _is_set_in(before: str, after: str, width: int) -> bool:
    """Whether a title goes on below itself, beside its number: `7.1    Antrag der Freien Liste auf` + `       mehr Bänke`."""
    number = _COLUMN.match(before)
    text = after.strip()
    if not number or len(after) - len(after.lstrip()) != number.end() or WIDE.search(before, number.end()):
        return False
    if WIDE.search(text) or _NOT_JOINED.match(text) or _ENDED.search(before.strip()):
        return False
    is_full = width > 0 and len(before.rstrip()) + 1 + len(text.split(maxsplit=1)[0]) > width - width // 6
    return is_full or text[:1].islower() or bool(_GOVERNS.search(before.strip())) or before.rstrip().endswith(",")


def _numbers_on(before: str, after: str) -> bool:
    """`9 Neubau am Bach` and `10 Verschiedenes`, `08 …` and `09 …`: the next entry of a list, whose numbers have no full stop."""
    first, second = _ENTRY.match(before), _ENTRY.match(after)
    if not first or not second:
        return False
    last, here = ([int(part) for part in each["number"].split(".")] for each in (first, second))
    return here == [*last, 1] or (len(here) <= len(last) and here == [*last[: len(here) - 1], last[len(here) - 1] + 1])


def _is_hyphenated(text: str) -> bool:
    return len(text) > 2 and text[-1] in "-\u00ad\u2010" and text[-2].isalpha()


def _join(parts: list[str], text: str) -> None:
    """Adds a line: `Anwe-` + `senden` is one word, `Vor-` + `und Nachteile` are two, `CDU-` + `Fraktion` keeps its hyphen."""
    before = parts[-1]
    if not _is_hyphenated(before):
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


def _wrap_width(lines: Sequence[Line], whole: frozenset[str], enough: int) -> int:
    """The column at which lines were wrapped; 0 if paragraphs are single lines.

    `enough` is how much must speak for it; in a PDF whatever is long is wrapped. Wrapped text shows itself by long lines that end in the middle of a sentence which the next line goes on with.
    """
    broken: list[int] = []
    certain = small = 0
    for last, line in pairwise(lines):
        before, after = last.text.strip(), line.text.strip()
        hyphenated = _is_hyphenated(before) and after[:1].islower()
        if (
            line.blanks
            or line.spaced
            or last.is_furniture
            or line.is_furniture
            or _in_table(before)
            or _in_table(after)
            or _DRAWN.fullmatch(before)
            or before in whole
            or len(before) < (20 if hyphenated else 50)
        ):
            continue
        if WIDE.search(before) or WIDE.search(after) or (_NOT_JOINED.match(after) and not _GOVERNS.search(before)):
            continue
        # A full stop before a small letter is that of an abbreviation.
        goes_on = after[:1].islower() or broken_off.is_sentence(before, after)
        if _ENDED.search(before) and not goes_on:
            continue
        broken.append(len(last.text.rstrip()))
        small += after[:1].islower()
        certain += 2 if goes_on or len(before) >= 80 or before.endswith(",") else 1
    if certain < enough or max(broken) > 200:
        return 0
    widths = sorted(broken)[: int(len(broken) * 0.97) + 1]
    if len(widths) > 5 and widths[-1] - widths[-2] > _ALONE:
        # One line of another width, such as a note above the text.
        widths.pop()
    width = widths[-1]
    if enough > 1 and _are_paragraphs(lines, width, len(broken), small):
        return 0
    return width


def _are_paragraphs(lines: Sequence[Line], width: int, broken: int, small: int) -> bool:
    """Whether lines are so much longer than the width that what looked wrapped were headings without a full stop.

    Where hardly one of the lines below begins with a small letter, as every second of a wrapped text does, one longer
    line will do; else there must be many.
    """
    lengths = [
        len(line.text.rstrip()) for line in lines if not line.is_furniture and not WIDE.search(line.text.strip())
    ]
    if small * 4 < broken and max(lengths, default=0) > width + 10:
        return True
    return sum(length > width * 1.25 + 10 for length in lengths) * 2 >= broken
