"""What stands in a debate and was said by nobody: resolutions that nothing heads, results, lines of the head. Pure.

They were read as procedure, or as what the last speaker goes on with. At the end of the item it is known what stands
around them: they go where they belong, word for word.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from minutes.importers.grammar import (
    clauses,
    impersonal,
    papers,
    procedure,
    recommending,
    resolved,
    result_lines,
    told_votes,
    verbatim,
)
from minutes.importers.grammar.letters import plain, sentences
from minutes.importers.grammar.roles import ROLE
from minutes.importers.reading.values import Contribution, ItemReading, Note, Passage, Place

_MOST_OF_HEADING = 110
_DECIDING = frozenset({"adopted", "adopted_amended", "rejected", "referred", "deferred", "elected"})
# `Vorsitzender     Schriftführerin`: who signs.
_SIGNS = re.compile(
    rf"(?:(?:Der|Die)\s)?(?:{ROLE}|für das Protokoll|BV-Mitglied)\s?:?(?:[\s/|]+(?:(?:Der|Die)\s)?(?:{ROLE}|für das Protokoll|BV-Mitglied)\s?:?){{0,3}}"
)
_PROPOSES = re.compile(
    r"\b[Ff]olgende[rn]?\s[\w-]*(?:[Aa]ntrag|[Aa]nträge|[Rr]esolution)\b[^.;]*:$|\bmöge\sbeschließen:"
)
# `Von der SPD liegt folgender Antrag vor:`, `Der Bauausschuss hat zugestimmt.`
_TELLS = re.compile(
    r"\b(?:liegt|liegen|lag|lagen)\b.*\bvor\b|\b(?:hat|haben|hatte|hatten|wurde|wurden|war|waren|worden)\b"
)
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+")
# `Bühne und Technik: 38.000 Euro`
_AMOUNT = re.compile(r"[A-ZÄÖÜ][^:]{2,60}:\s[\d.,]+\s?(?:Euro|€|T€|EUR|m²|ha|Stück|Prozent|%|qm)\b.{0,60}")
# Not a mere label: `Bemerkungen:`
_OPENS_LIST = re.compile(r"\S+\s.*:\s*", re.DOTALL)
_LIST_MARK = re.compile(r"(?:[-–•*·]|\d{1,2}[.)]|[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class _Placed:
    """A contribution, and where in the account of the item its paragraph is."""

    said: Contribution
    at: int
    is_guess: bool


def sorted_out(item: ItemReading, guessed: Sequence[int], *, has_status: bool) -> ItemReading:
    """The item, with such paragraphs taken out of the debate. `guessed`: contributions that nothing marks as procedure."""
    places = [index for index, passage in enumerate(item.passages) if passage.place == "contribution"]
    if len(places) != len(item.contributions):
        return item
    guesses = set(guessed)
    placed = [
        _Placed(said, at, number in guesses)
        for number, (said, at) in enumerate(zip(item.contributions, places, strict=True))
    ]
    gone = _above_votes(item, placed)
    for each in placed:
        if _is_open(each) and each.at not in gone and resolved.is_told(each.said.text):
            is_resolution = not item.resolution and resolved.body_resolves(each.said.text)
            gone[each.at] = "resolution" if is_resolution else "note"
    gone |= _in_head(item, placed, gone, has_status=has_status)
    gone |= {at: "resolution" for at in _points_at_end(item, placed) if at not in gone}
    gone |= {at: "resolution" for at in _last_resolved(item, placed, gone) if at not in gone}
    gone |= {at: "note" for at in _headings(item, placed) if at not in gone}
    gone |= {at: "note" for at in _below_colon(item, placed, gone) if at not in gone}
    if item.resolution and len(item.votes) > 1 and not any(each.said.speaker for each in placed):
        # Below the heading of a resolution, among several votes and without anybody who speaks, nothing is a debate.
        first = next((at for at, passage in enumerate(item.passages) if passage.place == "resolution"), 0)
        gone |= {each.at: "note" for each in placed if each.at > first and each.at not in gone and _is_told(each)}
    return _without(item, placed, gone) if gone else item


def _is_open(each: _Placed) -> bool:
    """Whether nobody speaks in it, comes or goes."""
    text = each.said.text
    is_move = each.said.kind == "procedure" and (procedure.moves(text) or procedure.is_recusal(text))
    return each.said.kind in {"procedure", "continuation"} and not each.said.further and not is_move


def _is_told(each: _Placed) -> bool:
    return each.is_guess or each.said.kind == "quote" or impersonal.is_impersonal(each.said.text)


def _below_colon(item: ItemReading, placed: Sequence[_Placed], gone: Container[int]) -> list[int]:
    """The points below `Der Ausschuss empfiehlt einstimmig:`, and a motion quoted below `Es liegt folgender Antrag vor:`."""
    found: list[int] = []
    is_open = False
    for each in placed:
        text = plain(each.said.text)
        before = item.passages[each.at - 1].text if each.at else ""
        if (_PROPOSES.search(text) and each.said.kind == "procedure") or (
            each.at - 1 in gone and _OPENS_LIST.fullmatch(before) and _LIST_MARK.match(text) and _is_open(each)
        ):
            is_open = True
        elif not (is_open and (each.said.kind == "quote" or (_LIST_MARK.match(text) and _is_open(each)))):
            is_open = False
        if is_open:
            found.append(each.at)
    return found


def _above_votes(item: ItemReading, placed: Sequence[_Placed]) -> dict[int, Place]:
    """What stands right above a form of results: the resolution, whose last paragraph is found first."""
    found: dict[int, Place] = {}
    place: Place = "note" if item.resolution else "resolution"
    by_place = {each.at: each for each in placed}
    for each in reversed(placed):
        below = next(
            (at for at in range(each.at + 1, len(item.passages)) if item.passages[at].place != "furniture"), None
        )
        if below is None or not _is_open(each):
            continue
        said, counted = result_lines.cell_at_end(each.said.text)
        is_above = below in found or bool(counted) or _begins_form(item.passages[below])
        is_sentence = not is_above and _tells_vote(item.passages[below].text)
        # `Frau Ohm:`, and below it what she says.
        above = next((one for one in reversed(item.passages[: each.at]) if one.place != "furniture"), None)
        is_speakers = above is not None and verbatim.stands_alone(above.text) != ""
        may_do = (is_above or is_sentence) and below not in found and not item.resolution and not is_speakers
        if (is_above and resolved.is_resolution(said)) or (may_do and resolved.does(said)):
            found[each.at] = place
        elif below in found and plain(each.said.text).endswith(":") and by_place.get(each.at):
            # `Der Ausschuss fasst folgenden Beschluss:`
            found[each.at] = "note"
        elif item.passages[below].place == "vote" and _BRINGS.match(plain(each.said.text)):
            found[each.at] = "note"
    return found


# `Die geheime Wahl brachte folgendes Ergebnis:`
_BRINGS = re.compile(
    r"(?:Die|Das|Der|Eine|Bei|In)\s(?:[^.:;]{0,60}\s)?(?:\w*[Ww]ahl|Stichwahl|Wahlgang|\w*[Aa]bstimmung|Auszählung|Stimmenauszählung|Probeabstimmung)\b[^.:;]{0,60}\b(?:Ergebnis|Stimmen)\s?:"
)
# `Dafür stimmten 7, dagegen 2 Mitglieder.`, `Der Beschluss ergeht einstimmig.`: of what stands above it.
_ON_THIS = re.compile(
    r"(?:Dafür|Dagegen|Mit\sJa|Von\s(?:den\s)?\d|Es\sstimm|Der\sBeschluss\s(?:ergeht|erging|erfolgt|wird|wurde)|Die\sAbstimmung\s)"
)


def _tells_vote(text: str) -> bool:
    return bool(_ON_THIS.match(plain(text))) and bool(told_votes.read(text) or result_lines.is_result(text))


def _begins_form(passage: Passage) -> bool:
    """Whether a form of results begins here, not a sentence that tells one."""
    return passage.place in {"vote", "counts", "status"} and not result_lines.is_result_sentence(passage.text)


def _in_head(
    item: ItemReading, placed: Sequence[_Placed], gone: Container[int], *, has_status: bool
) -> dict[int, Place]:
    """What stands before the debate: lines of the head, and below a status what was resolved."""
    found: dict[int, Place] = {}
    place: Place = "note" if item.resolution else "resolution"
    for each in placed:
        text = plain(each.said.text)
        if each.at in gone:
            continue
        is_quoted = each.said.kind == "quote" and each is placed[0] and not item.resolution
        if not each.is_guess and not is_quoted:
            break
        if _is_line(text) or (len(text) < _MOST_OF_HEADING and not text.endswith(".") and papers.find(text)):
            found[each.at] = "note"
        elif has_status and item.outcome.code in _DECIDING and not _TELLS.search(text) and not text.endswith(":"):
            found[each.at] = place
        else:
            break
    return found


def _points_at_end(item: ItemReading, placed: Sequence[_Placed]) -> list[int]:
    """The points of a resolution that nothing heads: `1. Der Bericht wird …`, `2. …`, the last of a debate below a status."""
    found: list[int] = []
    if item.resolution or item.outcome.code not in _DECIDING:
        return found
    first = 0
    for each in reversed(placed):
        point = _NUMBER.match(plain(each.said.text))
        if not point or not _is_open(each) or (found and int(point["number"]) != first - 1):
            break
        first = int(point["number"])
        found.append(each.at)
        if first == 1:
            return found if len(found) > 1 and resolved.is_resolution(plain(each.said.text)[point.end() :]) else []
    return []


def _last_resolved(item: ItemReading, placed: Sequence[_Placed], gone: Container[int]) -> list[int]:
    """`Der Auftrag wird vergeben.` as the last paragraph, where how was voted stands above the debate."""
    last = placed[-1] if placed else None
    if last is None or item.resolution or item.outcome.code not in _DECIDING or last.at in gone or not _is_open(last):
        return []
    told = [at for at, each in enumerate(item.passages) if each.place in {"status", "vote", "counts"}]
    is_last = not any(each.place != "furniture" for each in item.passages[last.at + 1 :])
    is_ahead = bool(told) and max(told) < placed[0].at
    return [last.at] if is_last and is_ahead and resolved.does(last.said.text) else []


def _is_line(text: str) -> bool:
    """Whether a paragraph is no sentence: a subtitle, a heading, a number."""
    words = [word.strip(":,()") for word in text.split()]
    return (
        len(text) <= _MOST_OF_HEADING
        and not verbatim.turns(text)
        and text[-1:] not in {".", "!", "?"}
        and text[0] not in {"„", '"'}
        and len(sentences(text, 2)) == 1
        and not any(map(clauses.is_finite, words[1:]))
        and not {"wird", "werden", "wurde", "wurden", "sind", "haben", "können", "sollen"} & set(words)
    )


def _headings(item: ItemReading, placed: Sequence[_Placed]) -> list[int]:
    """Headings within a debate: lines that are no sentences, and no points of a list."""
    found: list[int] = []
    for number, each in enumerate(placed):
        text = plain(each.said.text)
        below = placed[number + 1].said.speaker if number + 1 < len(placed) else None
        name = verbatim.stands_alone(text) if each.said.kind == "procedure" else ""
        is_last = not any(later.said.kind == "speech" for later in placed[number + 1 : number + 5])
        is_signature = is_last and _SIGNS.fullmatch(text) and each.at > len(item.passages) - 5
        is_open = each.is_guess or each.said.kind == "continuation"
        is_heading = is_open and not each.said.further and _is_line(text) and not _is_point(item.passages, each.at)
        # A name in a list, below which nobody speaks.
        if is_signature or is_heading or (name and below != name):
            found.append(each.at)
    return found


def _is_point(passages: Sequence[Passage], at: int) -> bool:
    """Whether a line is a point of a list: below a colon, or beside another one."""
    text, before = plain(passages[at].text), plain(passages[at - 1].text) if at else ""
    after = plain(passages[at + 1].text) if at + 1 < len(passages) else ""
    if before.endswith((":", ",", ";")) and not _SIGNS.fullmatch(before):
        # A heading below a colon has its text below it.
        return not before.endswith(":") or not after or _is_line(after) or passages[at + 1].place != "contribution"
    if _AMOUNT.fullmatch(text) and (_AMOUNT.fullmatch(before) or _AMOUNT.fullmatch(after)):
        return True
    return bool(_LIST_MARK.match(text) and (_LIST_MARK.match(before) or _LIST_MARK.match(after)))


def _without(item: ItemReading, placed: Sequence[_Placed], gone: dict[int, Place]) -> ItemReading:
    passages = [replace(each, place=gone.get(at, each.place)) for at, each in enumerate(item.passages)]
    kept = tuple(each.said for each in placed if each.at not in gone)
    taken = [(gone[each.at], each.said.text) for each in placed if each.at in gone]
    resolution = item.resolution or tuple(text for place, text in taken if place == "resolution")
    notes = [
        Note("decision" if resolved.is_told(text) or resolved.is_resolution(text) else "remark", text)
        for place, text in taken
        if place == "note"
    ]
    return replace(
        item,
        contributions=kept,
        passages=tuple(passages),
        resolution=resolution,
        recommendation_to=item.recommendation_to or tuple(recommending.bodies(resolution[:3])),
        notes=(*item.notes, *notes),
    )
