"""Items without numbers: a title on a line of its own, and below it what was said and decided. Pure."""

import re
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise

from minutes.importers.grammar import (
    bodies,
    clauses,
    labels,
    outcomes,
    procedure,
    result_lines,
    tallies,
    told_votes,
    verbatim,
)
from minutes.importers.grammar.letters import LOWER, UPPER, fold, plain, sentences
from minutes.importers.loading import openings
from minutes.importers.loading.line import WIDE
from minutes.importers.reading import facts, session_titles
from minutes.importers.reading.facts import ItemHeading
from minutes.importers.source import Clock, Paragraph

_BULLET = re.compile(r"^[•●▪■►➢*]\s+")
_DRAWN = re.compile(r"[-=_–—*]{3,200}")
_TITLE = re.compile(rf"[„\"»]?[{UPPER}][^|]{{2,200}}[{UPPER}{LOWER}\d)“\"«€]")
# With a line drawn below it, `750-Jahr-Feier` is one as well.
_UNDERLINED = re.compile(rf"[„\"»]?[{UPPER}\d][^|]{{2,150}}[^.!?:;,|]")
_WORD = re.compile(r"[^\W\d_]+")
_VERB = re.compile(
    r"\b(?:wird|werden|wurden?|ist|sind|war|waren|hat|haben|hatte|hatten|soll|sollen|sei|seien|bittet|liegt|liegen)\b"
)
_ANNOUNCES = re.compile(
    r"[^:]{0,80}\b\w*[Ss]itzung\b[^:]{0,100}\b(?:(?:beschlossen|behandelt|beraten|gefasst|befasst)|(?:nach)?folgende[nrs]?(?:\s[^:]{2,40})?)\s?:",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b\w*[Ss]itzung\b.{0,80}\b(?:vom|am)\s\d{1,2}\.")
# Whom a text is signed by, and what stands around it on a page.
_NO_TITLE = re.compile(
    r"(?:gez\.|Seite\b|Datum\b|AZ\b|Az\b|Ja\b|Nein\b|JA\b|NEIN\b|Enthaltung|Anwesend|Entschuldigt|Ende\b|Beginn\b|Einstimmig\b|Mehrheitlich\b|Auszug|Zurück\b|Drucken\b|Vorlage|Anlage|Protokoll|Niederschrift$|Öffentlich|Nichtöffentlich)"
)
_ENDS = re.compile(r"[.!?:][\"“”)]*$")
_SMALL = re.compile(r"\b[a-zäöüß]{2,}\b")
# `(3) `, `Ad 3) `, `§ 85 `, `I/3 `, however a heading is numbered.
_AS_NUMBERED = re.compile(
    r"\W{0,3}(?:(?:zu|ad|nr|to|lfd|ziff|ziffer|gegenstand|thema|vorgang|punkt|beratungspunkt|[a-e]|[ivx]{1,4})[\s./]{1,3}){0,2}[\d./]{0,9}(?:[a-h](?![^\W\d_]))?\W{0,5}"
)
_OF_PAGE = frozenset({"status", "number", "title", "proposal", "result", "counts"})
_BEGINS_ITEM = frozenset({"facts", "decision", "proposal"})
# `Beschlossen wird folgendes:`, `Es sprechen:`
_ANNOUNCED = re.compile(r"\bfolg|\b[a-zäöüß]+(?:en|t)\s?:$")
_LONGEST_WITH_COLON = 80
_FEWEST = 3
_LONGEST_HEADLINE = 90
_LEAST_OF_TITLE = 12


def heads(paragraphs: Sequence[Paragraph], without: Container[int], clock: Clock) -> dict[int, ItemHeading]:
    """The titles, if a session is told of: by what stands above them, or by titles that every session has.

    Where most of them stand apart from the text, those that do not are headings within an item.
    """
    underlined = _underlined(paragraphs, without)
    if underlined and session_titles.heads_session(
        [each for each in paragraphs[: underlined[0]] if not each.is_furniture]
    ):
        return {index: _heading(paragraphs[index]) for index in underlined}
    if labelled := _labelled(paragraphs, without):
        return labelled
    found: list[int] = []
    headlines: list[int] = []
    for index in range(len(paragraphs)):
        if index % 256 == 0:
            clock.check()
        if index in without or paragraphs[index].is_furniture:
            continue
        label = labels.read(paragraphs[index].text)
        if not found and label and label.kind in _OF_PAGE:
            return {}
        if _is_told_below(paragraphs, index) and _is_ended_above(paragraphs, index):
            if _is_title(paragraphs[index]):
                found.append(index)
            elif _is_headline(paragraphs, index):
                headlines.append(index)
    if any(session_titles.is_formal(plain(paragraphs[index].text)) for index in found):
        # Reports for readers head some items with sentences.
        found = sorted([*found, *headlines])
    apart = [index for index in found if paragraphs[index].gap or index == 0]
    found = apart if len(apart) * 2 > len(found) else found
    titles = [_BULLET.sub("", plain(paragraphs[index].text)) for index in found]
    formal = [session_titles.is_formal(title) for title in titles]
    if len(found) < _FEWEST:
        return {}
    before = [each for each in paragraphs[: found[0]] if not each.is_furniture]
    are_marked = all(
        title.isupper() or _BULLET.match(paragraphs[index].text) for index, title in zip(found, titles, strict=True)
    )
    is_headed = session_titles.heads_session(before) and (
        any(formal) or (are_marked and session_titles.tells_present(before))
    )
    is_page = any(labels.read(each.text) for each in before)
    is_alone = len(before) < _FEWEST and not is_page and sum(formal) > 1 and (formal[0] or formal[-1])
    if not (is_headed or is_alone or _is_report(paragraphs, before, apart)):
        return {}
    return {index: _heading(paragraphs[index]) for index in found}


def _labelled(paragraphs: Sequence[Paragraph], without: Container[int]) -> dict[int, ItemHeading]:
    """`Betreff: Neue Schilder`, at least three of them below the head of a session."""
    found: dict[int, ItemHeading] = {}
    for index, paragraph in enumerate(paragraphs):
        label = None if index in without or paragraph.is_furniture else labels.read(paragraph.text[:400])
        if label and label.kind == "title" and label.rest:
            title, papers = facts.split_paper(label.rest)
            found[index] = ItemHeading("", title, papers)
    if len(found) < _FEWEST or not session_titles.heads_session(paragraphs[: min(found)]):
        return {}
    return found


def _underlined(paragraphs: Sequence[Paragraph], without: Container[int]) -> list[int]:
    """Titles with a line drawn right below each, at least three."""
    found = [
        index
        for index, (paragraph, below) in enumerate(pairwise(paragraphs))
        if index not in without
        and not paragraph.is_furniture
        and not below.gap
        and _DRAWN.fullmatch(plain(below.text[:210]))
        and _may_be_underlined(paragraph)
    ]
    return found if len(found) >= _FEWEST else []


def _may_be_underlined(paragraph: Paragraph) -> bool:
    line = plain(paragraph.text[:400])
    if not _UNDERLINED.fullmatch(line) or WIDE.search(paragraph.text.strip()) or _NO_TITLE.match(line):
        return False
    return not (
        labels.read(line) or facts.is_publicity(line) or facts.names_session(line) or tallies.is_count_line(line)
    )


def _is_report(paragraphs: Sequence[Paragraph], before: Sequence[Paragraph], heads: Sequence[int]) -> bool:
    """Whether titles that all stand apart, below and above, are of a dated session, and below two of them something was decided."""
    if not session_titles.heads_session(before) or not any(_DATED.search(plain(each.text[:200])) for each in before):
        return False
    if len(heads) < _FEWEST or not all(paragraphs[index + 1].gap for index in heads if index + 1 < len(paragraphs)):
        return False
    decided = [
        any(_decides(each) for each in paragraphs[start + 1 : stop])
        for start, stop in pairwise([*heads, len(paragraphs)])
    ]
    return sum(decided) > 1


def _decides(paragraph: Paragraph) -> bool:
    found = sentences(plain(paragraph.text[:3_000]))
    if any(map(told_votes.is_one, found)) or (found and result_lines.is_result(found[-1])):
        return True
    # `Der Rat nahm den Entwurf zur Kenntnis.`
    return any(bodies.begins(each) and procedure.is_noting(each) for each in found)


def of_labels(paragraphs: Sequence[Paragraph], clock: Clock) -> dict[int, ItemHeading]:
    """Titles right above `Sachverhalt:` or `Beschluss:`, at least two: the first where the text begins, the others right below a result."""
    clock.check()
    found: list[int] = []
    above = ""
    for index, (paragraph, below) in enumerate(pairwise(paragraphs)):
        if paragraph.is_furniture:
            continue
        label = labels.read(below.text[:200])
        begins = _is_result(above) if found else not above or facts.names_session(above)
        above = paragraph.text[:500]
        if begins and label and not label.rest and label.kind in _BEGINS_ITEM and _is_title(paragraph):
            found.append(index)
    return {index: _heading(paragraphs[index]) for index in found} if len(found) > 1 else {}


def _is_result(text: str) -> bool:
    return result_lines.is_result(text) or outcomes.is_status(text) or tallies.is_count_line(text)


def listed(
    paragraphs: Sequence[Paragraph], agenda: range, entries: Mapping[str, str], clock: Clock
) -> dict[int, ItemHeading]:
    """Titles of the agenda that come again without numbers or numbered otherwise, in its order; at least half of them."""
    order = [(key[1:], fold(title)) for key, title in entries.items()]
    found: dict[int, ItemHeading] = {}
    place = 0
    for index in range(agenda.stop, len(paragraphs)):
        if index % 256 == 0:
            clock.check()
        paragraph = paragraphs[index]
        if paragraph.is_furniture or not 3 < len(paragraph.text) < 300:
            continue
        number_as_written = _AS_NUMBERED.match(paragraph.text.lower())
        rest = paragraph.text[number_as_written.end() if number_as_written else 0 :].rstrip(" :|*")
        title_here, papers = facts.split_paper(rest)
        here = fold(title_here)
        for after, (number, title) in enumerate(order[place:], start=place):
            if here == title or (len(here) >= _LEAST_OF_TITLE and title.startswith(here)):
                found[index], place = ItemHeading(number, title_here, papers), after + 1
                break
    return found if len(found) > 1 and len(found) * 2 >= len(order) else {}


def _heading(paragraph: Paragraph) -> ItemHeading:
    title, papers = facts.split_paper(_BULLET.sub("", paragraph.text.strip()).rstrip(" :"))
    return ItemHeading("", title, papers)


def _is_title(paragraph: Paragraph) -> bool:
    """Whether a line may be a title: no sentence, no label, no result, nobody's name."""
    line = _BULLET.sub("", plain(paragraph.text))
    if (
        line.endswith(":")
        and len(line) <= _LONGEST_WITH_COLON
        and not labels.read(line)
        and not _ANNOUNCED.search(line)
    ):
        # `Anfragen und Mitteilungen:`
        line = line[:-1].rstrip()
    if not _TITLE.fullmatch(line) or WIDE.search(paragraph.text.strip()) or _NO_TITLE.match(line):
        return False
    if session_titles.is_formal(line) and not _VERB.search(line):
        return True
    if labels.read(line) or facts.is_publicity(line) or facts.names_session(line) or facts.item_heading(line):
        return False
    if tallies.is_count_line(line) or result_lines.is_result(line) or outcomes.is_status(line):
        return False
    if verbatim.stands_alone(line) or verbatim.asker(line) or verbatim.head(line):
        return False
    return not _VERB.search(line) and not _has_verb(line)


def _is_headline(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """`Aufstockung findet keine Zustimmung`: a short sentence without a full stop that stands apart from the text above and below it."""
    line = plain(paragraphs[index].text)
    below = next((each for each in paragraphs[index + 1 : index + 4] if not each.is_furniture), None)
    return bool(
        paragraphs[index].gap
        and below
        and below.gap
        and len(line) <= _LONGEST_HEADLINE
        and _TITLE.fullmatch(line)
        and " " in line
        and not _NO_TITLE.match(line)
        and not openings.begins(line)
        and not labels.read(line)
        and not (result_lines.is_result(line) or outcomes.is_said_alone(line))
        and not facts.names_session(line)
    )


def _has_verb(line: str) -> bool:
    """Whether a small word looks like a verb; `geänderte` before its noun is none."""
    words = _WORD.findall(line)
    return any(
        clauses.is_finite(word) and not (word.endswith("te") and after[:1].isupper())
        for word, after in zip(words, [*words[1:], ""], strict=True)
    )


def _is_told_below(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a sentence or the label of a resolution stands below a line; `hier: …` may go before."""
    for below in paragraphs[index + 1 : index + 4]:
        if below.is_furniture or plain(below.text).startswith("hier:") or _DRAWN.fullmatch(plain(below.text)):
            continue
        label = labels.read(below.text)
        line = plain(below.text[:2_000])
        small = _SMALL.findall(line)
        # `Keine Fragen.` has no verb.
        is_prose = len(small) > 2 or line.startswith("Keine") or any(map(clauses.is_finite, small))
        is_sentence = is_prose and bool(_ENDS.search(below.text[-10:].rstrip())) and not _announces(line)
        return is_sentence or bool(label and label.kind in {"decision", "facts"})
    return False


def _is_ended_above(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether what stands above a line is over: it opens no list, and is no line of a list itself."""
    above = next((each for each in reversed(paragraphs[max(0, index - 3) : index]) if not each.is_furniture), None)
    if above is None:
        return True
    line = plain(above.text)
    return not line.endswith((":", ",", ";")) or _announces(line)


def _announces(line: str) -> bool:
    """`In der Sitzung vom 5. Mai 2026 hat der Rat beschlossen:`: the items stand below."""
    return bool(_ANNOUNCES.fullmatch(line) and facts.date(line))
