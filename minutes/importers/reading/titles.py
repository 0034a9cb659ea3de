"""The title of an item, where it goes on below its heading: on a further line, with papers and what is done with it. Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace

from minutes.importers.grammar import clauses, labels, outcomes, papers, result_lines, tallies
from minutes.importers.grammar.letters import plain
from minutes.importers.reading import facts, navigation, page_head
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Paragraph

# After these a noun must follow.
_GOVERNS = re.compile(
    r"(?:^|\s)(?:der|die|das|des|dem|den|und|oder|sowie|für|zur|zum|von|vom|im|in|am|an|auf|über|bei|mit|nach|eine[srmn]?|gemäß|durch)(?:\s[a-zäöüß]+en)?$|[,;]$|^Beschluss\b[^:]{1,40}:$"
)
# `AN/0712/2012`, `(Drucks. Nr. 15-1307/2014)`, `Beschlussvorlage - 18/2013`, `GV Ohm/22/1610`
_PAPER = re.compile(
    r"\(?(?:(?:\w*[Vv]orlagen?|Drucksachen?|Drucks\.|Drs\.|DS|Vorl\.|Antrag|Anfrage)[\s-]*(?:Nr\.?|Nummer)?\s?[:–-]?\s*)?"
    r"(?P<number>(?:[A-ZÄÖÜ]{1,4}\s)?[\wÄÖÜäöü]{1,8}(?:[-/.][\wÄÖÜäöü]{1,8}){1,4})\)?"
)
# What is done with an item, as some offices print it below its title.
_HANDLED = re.compile(
    r"(?:beratend|beschließend|vorberatend|entscheidend|informativ|öffentlich|nichtöffentlich|zur (?:Kenntnis|Beschlussfassung|Beratung|Information)|Kenntnisnahme|Beschlussfassung|Entscheidung|Vorberatung)"
)
_SUBTITLE = re.compile(
    r"(?:hier|hierzu)\s?(?::|->|-)?\s.{3,}|[-–]\s.{3,}\s[-–]|\((?:Antrag|Anfrage|vom |hier|Vorlage)[^()]{3,}\)"
    r"|(?:Gemeinsamer )?(?:Antrag|Anfrage) (?:der|des|von) .{3,}|(?:Fraktion|Gruppe) \S.{2,60}|[A-ZÄÖÜ]\S*-(?:Fraktion|Gruppe)"
)
_SENTENCE_ENDS = (".", "!", "?", ":", ",")
_MOST_LINES = 4
_LONGEST = 250


def whole(heading: ItemHeading, start: Paragraph, body: Sequence[Paragraph]) -> tuple[ItemHeading, int]:
    """The heading with all of its title, and how many paragraphs below it were used for that; `start` is its own."""
    heading, used = _on_next_line(heading, body)
    heading, used = _rest(heading, body, used)
    lines = 0
    while used < len(body) and lines < _MOST_LINES:
        more = _further(heading, start, body, used)
        if more is None:
            break
        heading, used, lines = more, used + 1, lines + 1
    return heading, used


def _on_next_line(heading: ItemHeading, body: Sequence[Paragraph]) -> tuple[ItemHeading, int]:
    """A title on the line below its number, or below the bars of a table."""
    at = next((index for index, paragraph in enumerate(body) if not navigation.is_button(paragraph.text)), 0)
    text = plain(body[at].text).rstrip(" |") if body and not heading.title else ""
    if (
        not text
        or body[at].is_furniture
        or text.endswith((".", ":"))
        or page_head.row(body[at].text)
        or len(text) > 600
    ):
        return heading, 0
    # `Betreff: Neue Schilder`
    label = labels.read(text)
    line = label.rest if label and label.kind == "title" and label.rest else body[at].text
    title, found = facts.split_paper(line.rstrip(" \n|"))
    return replace(heading, title=title, papers=(*heading.papers, *found)), at + 1


def _rest(heading: ItemHeading, body: Sequence[Paragraph], used: int) -> tuple[ItemHeading, int]:
    """`Feststellung der Einladung und der` + `Beschlussfähigkeit`: a title that goes on, on the next line."""
    text = plain(body[used].text) if used < len(body) and _GOVERNS.search(heading.title) else ""
    is_line = bool(re.search(r"[^\W\d_]{3}", text)) and len(text) <= 100 and text[-1] not in ".:;!?"
    if not is_line or body[used].is_furniture or labels.read(text):
        return replace(heading, title=heading.title.rstrip(" ;")), used
    return replace(heading, title=f"{heading.title} {text}"), used + 1


def _further(heading: ItemHeading, start: Paragraph, body: Sequence[Paragraph], at: int) -> ItemHeading | None:
    """The heading with what one more line says of it; none if the line is not of the heading."""
    paragraph = body[at]
    line = plain(paragraph.text)
    if paragraph.is_furniture or len(line) > _LONGEST or line.endswith(_SENTENCE_ENDS) or not heading.title:
        return None
    if _HANDLED.fullmatch(line):
        public = {"öffentlich": True, "nichtöffentlich": False}.get(line)
        return replace(heading, is_public=public if heading.is_public is None else heading.is_public)
    if number := _paper(line):
        return replace(heading, papers=tuple(dict.fromkeys([*heading.papers, number])))
    is_near = not paragraph.gap and _SUBTITLE.fullmatch(line)
    if not is_near and not _is_set_in(start, body, at):
        return None
    if labels.read(line) or tallies.is_count_line(line) or result_lines.is_result(line) or outcomes.is_status(line):
        return None
    title, found = facts.split_paper(paragraph.text)
    return replace(heading, title=f"{heading.title} {title}", papers=(*heading.papers, *found))


def _paper(line: str) -> str:
    """The number of a paper, where a line is nothing else; at least a digit and a bar must be in it."""
    match = _PAPER.fullmatch(line)
    if not match or not re.search(r"\d{2}", match["number"]) or facts.date(line):
        return ""
    return (papers.find(line) or [match["number"]])[0]


def _is_set_in(start: Paragraph, body: Sequence[Paragraph], at: int) -> bool:
    """Whether a line is set in below a heading that is not, and the text below it is not either."""
    below = next((each for each in body[at + 1 : at + 3] if not each.is_furniture), None)
    if below is None or not start.indent + 4 <= body[at].indent or below.indent + 4 > body[at].indent:
        return False
    words = re.findall(r"[^\W\d_]+", body[at].text)
    return len(words) < 20 and not any(map(clauses.is_finite, words))
