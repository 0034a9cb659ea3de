"""Headings of items in minutes that have an agenda, or a word that only headings have. Pure."""

import re
from collections.abc import Mapping, Sequence

from minutes.importers.grammar import labels, named_votes
from minutes.importers.grammar.letters import fold, plain
from minutes.importers.reading import agenda, facts, numbered, session_titles
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Paragraph

Entries = Mapping[str, str]
# In the order in which they stand.
Heads = dict[int, ItemHeading]

# The number of a page that came before a heading: `- 2 - 3. Anfragen`.
_PAGE = re.compile(r"\s*[-–]\s?\d{1,3}\s?[-–]\s+(?=\S)")
_REFERS = re.compile(r"[Zz]u\s(?P<number>\d{1,3}(?:\.\d{1,3})*)\s?[.:)]{0,2}(?:\s(?P<rest>.*)|$)")
_POINT_ALONE = re.compile(r"Punkt\s\d{1,2}\s?[.:)]?")
_IN_BRACKETS = re.compile(r"\([^()]{2,60}\)")
_POINT_WORD = re.compile(r"\s*(?:[Zz]u\s)?(?:Punkt|PUNKT)\b")
_LONG_WORD = re.compile(r"[^\W\d_]{6,}")
_FURTHEST_ABOVE = 200
_MOST_POINTS = 12


def key(heading: ItemHeading) -> str:
    """By which an entry of the agenda is known: its number, and whether it is said to be public."""
    mark = " " if heading.is_public is None else "Ö" if heading.is_public else "N"
    return f"{mark}{_plain_number(heading.number)}"


def _plain_number(number: str) -> str:
    """`01` is 1."""
    return number.lstrip("0")


def is_listed(heading: ItemHeading, entries: Entries) -> bool:
    """Whether an entry comes again as a heading, maybe with a mark that the entries have not, or numbered otherwise.

    Agendas repeat titles in their other part: numbered on, or with the other mark.
    """
    if key(heading) in entries:
        return True
    if heading.is_public is not None and any(each[0] != " " for each in entries):
        return False
    if heading.is_marked and not heading.title and f" {_plain_number(heading.number)}" in entries:
        # `TOP 1 ö.T.`, and its title below.
        return True
    first, last = next(iter(entries), ""), next(reversed([*entries]), "")
    begins_again = bool(first) and fold(entries[first]) == fold(heading.title) and not _numbers_on(last[1:], heading)
    return begins_again or alike(heading.title, entries, heading.number)


def _numbers_on(last: str, heading: ItemHeading) -> bool:
    """Whether a number is the next of an agenda, on any level: 6 or 5.1 after 5."""
    before, here = ([int(part) for part in re.findall(r"\d+", number)] for number in (last, heading.number))
    has_letters = bool(re.match(r"[A-Z]", heading.number)) != bool(re.match(r"[A-Z]", last))
    return bool(before and here) and not has_letters and before < here and here[0] <= before[0] + 1


def found_at(
    paragraphs: Sequence[Paragraph], index: int, entries: Entries, heads: Heads, *, has_agenda: bool
) -> ItemHeading | None:
    """The heading that stands here, below those that were found before."""
    if _refers_to_point(paragraphs, index, entries) or _is_point_of_item(paragraphs, index, heads):
        return None
    paragraph = paragraphs[index]
    heading = of_agenda(paragraph, entries, has_agenda=has_agenda) or _alone(paragraphs, index, entries)
    if heading is None and heads:
        heading = (
            _next(paragraph, entries, heads, has_agenda=has_agenda)
            or _below_parent(paragraphs, index, heads)
            or (None if has_agenda else _next_chapter(paragraph, heads))
        )
    return heading


def of_agenda(paragraph: Paragraph, entries: Entries, *, has_agenda: bool) -> ItemHeading | None:
    """`TOP 3: Anfragen`, or a mere number with the title that the agenda has for it."""
    heading = facts.item_heading(paragraph.text)
    if heading is None and has_agenda and (page := _PAGE.match(paragraph.text)):
        heading = facts.item_heading(paragraph.text[page.end() :])
    if heading is None:
        return None
    if heading.is_marked:
        return heading
    # `1. Der Zuschuss wird …` is a resolution; `1. Eröffnung` a heading only if the agenda has it.
    is_listed = has_agenda and alike(heading.title, entries, heading.number) and not heading.title.endswith(".")
    return heading if is_listed else None


def alike(title: str, entries: Entries, number: str) -> bool:
    """Whether the agenda has this title for this number; titles may be cut or wrapped there."""
    here, wanted = fold(title)[:25], _plain_number(number)
    return any(
        key[1:] == wanted and here and (fold(other).startswith(here[:18]) or here.startswith(fold(other)[:18]))
        for key, other in entries.items()
    )


def _alone(paragraphs: Sequence[Paragraph], index: int, entries: Entries) -> ItemHeading | None:
    """A number alone whose title stands below it, as the agenda has it."""
    heading = agenda.alone_at(paragraphs, index) if entries else None
    is_listed = heading is not None and alike(heading.title, entries, heading.number)
    return ItemHeading(heading.number, "", is_marked=False) if heading and is_listed else None


def _next(paragraph: Paragraph, entries: Entries, heads: Heads, *, has_agenda: bool) -> ItemHeading | None:
    """`3. Anfragen` below the second item: where the agenda lost its entry a title that every session has, else one with a word of the entry, or `zu 3 Anfragen`."""
    heading = facts.item_heading(paragraph.text) if has_agenda and paragraph.gap else None
    if heading is None or plain(paragraph.text).endswith((".", ":")):
        return None
    last = heads[next(reversed(heads))].number
    if not last.isdigit() or heading.number != str(int(last) + 1):
        return None
    listed = next((title for key, title in entries.items() if key[1:] == _plain_number(heading.number)), "")
    words = {word[:6] for word in _LONG_WORD.findall(fold(heading.title))}
    is_same = bool(words & {word[:6] for word in _LONG_WORD.findall(fold(listed))})
    is_referred = bool(listed) and bool(_REFERS.match(plain(paragraph.text[:400])))
    return heading if is_same or is_referred or session_titles.is_formal(heading.title) else None


def _next_chapter(paragraph: Paragraph, heads: Heads) -> ItemHeading | None:
    """`2. Einwohnerfragestunde` below `zu TOP 1.4`: a chapter that is an item, or heads some."""
    levels = numbered.levels(paragraph.text) if paragraph.gap else ()
    if len(levels) != 1:
        return None
    first, last = (heads[next(order)].number for order in (iter(heads), reversed(heads)))
    is_levelled = bool(re.fullmatch(r"\d{1,2}\.\d{1,2}", first))
    above = int((re.findall(r"\d+", last) or ["999"])[0])
    is_next = is_levelled and (levels[0] > above if paragraph.gap == 2 else levels[0] == above + 1)
    return facts.item_heading(paragraph.text) if is_next else None


def _is_point_of_item(paragraphs: Sequence[Paragraph], index: int, heads: Heads) -> bool:
    """`Punkt 2` alone, where items are called otherwise: a part of what the item is about."""
    line = plain(paragraphs[index].text[:200])
    # `Punkt 2: Einstimmig`
    is_point = bool(_POINT_ALONE.fullmatch(line)) or (bool(_POINT_WORD.match(line)) and bool(named_votes.read(line)))
    return is_point and bool(heads) and not _POINT_WORD.match(paragraphs[min(heads)].text)


def _refers_to_point(paragraphs: Sequence[Paragraph], index: int, entries: Entries) -> bool:
    """`Zu 1)` alone, and below it no title but a sentence, or `Zu 1: Im Mai.`: of a point or a question, unless the agenda has the number."""
    match = _REFERS.match(plain(paragraphs[index].text[:400]))
    if not match or f" {_plain_number(match['number'])}" in entries:
        return False
    is_bare = not match["rest"] or bool(_IN_BRACKETS.fullmatch(match["rest"]))
    if _is_below_result(paragraphs, index) or (is_bare and _heads_form(paragraphs, index)):
        return True
    said = match["rest"] or (plain(paragraphs[index + 1].text) if index + 1 < len(paragraphs) else "")
    return said.endswith((".", "?", "!") if match["rest"] else (".", ":", ","))


def _is_below_result(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """`Abstimmung:`, and below it `zu 1. Einstimmige Annahme`, `zu 2. …`: how was voted on each point."""
    above = (plain(each.text[:400]) for each in reversed(paragraphs[max(0, index - _MOST_POINTS) : index]))
    line = next((line for line in above if not _REFERS.match(line)), "")
    label = labels.read(line)
    return bool(label and not label.rest and label.kind in {"counts", "result"})


def _heads_form(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """`Zu 2. (Vertagung)`, and below it `Form der Abstimmung: offen`: how was voted on this point."""
    label = labels.read(paragraphs[index + 1].text) if index + 1 < len(paragraphs) else None
    return label is not None and label.kind in {"form", "counts", "result"}


def _below_parent(paragraphs: Sequence[Paragraph], index: int, heads: Heads) -> ItemHeading | None:
    """`4.1 Neubau eines Carports` below `TOP 4: Bauanträge`, of which the agenda does not tell."""
    levels = numbered.levels(paragraphs[index].text)
    if len(levels) < 2:
        return None
    last = next(reversed(heads))
    above = tuple(map(int, re.findall(r"\d+", heads[last].number)))
    is_next = above == levels[:-1] or (above[: len(levels) - 1] == levels[:-1] and above[: len(levels)] < levels)
    # Where the text of the item is numbered itself, its chapters are meant.
    between = paragraphs[max(last + 1, index - _FURTHEST_ABOVE) : index]
    if not is_next or any(numbered.levels(each.text) for each in between):
        return None
    heading = facts.item_heading(paragraphs[index].text)
    is_told = any(plain(each.text[-10:]).endswith(".") for each in between)
    if heading and heading.number[-1].isalpha() and heads[last].number[-1].isdigit() and is_told:
        # Of what was told the parts are voted on one by one.
        return None
    return heading
