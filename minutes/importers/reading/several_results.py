"""Several results of one item: whether its resolutions, points or motions ended differently. Pure."""

import re
from collections.abc import Sequence

from minutes.importers.grammar import endings, outcomes
from minutes.importers.grammar.letters import plain
from minutes.importers.grammar.outcomes import OutcomeCode
from minutes.importers.reading import checks
from minutes.importers.reading.items import ItemInWork
from minutes.importers.reading.values import VoteReading

# `Beschluss-Nr. 26/02/01` on a line of its own, above each of several resolutions.
_DECISION_NUMBER = re.compile(r"Beschlu(?:ss|ß)\s?-?\s?(?:Nr\.?|[Nn]ummer)?\s?:?\s?[\w./ -]{0,24}\d[\w./-]*\s?:?")
_DECISION_LABEL = re.compile(r"Beschlu(?:ss|ß)\s?-?\s?(?:Nr\.?\s?)?(?:\d[\w./-]{0,16}|[IVX]{1,4}|[a-c]\)?)\s?:\s")
_HEADS = re.compile(r"\b(?:beschlossen|angenommen|abgelehnt|zugestimmt)\s?:$")
_BALLOT = re.compile(r"[Ww]ahlgang|Stichwahl|Abstimmung")
# `b) Das Tor wird …`, `Ziffer 2 (Entgelte):`, `Beschluss zu a):`
_POINT = re.compile(
    r"(?:(?:Beschlu(?:ss|ß)|Abstimmung|[Zz]u)\s(?:zu\s)?)?((?:Stellungnahme|Anregung|Einwendung|Antrag)\s(?:\d{1,2}|[A-Z])|(?:Ziffer|Punkt|Nr\.|Teil)\s[\w.]{1,4}|[a-h]\)|\d{1,2}[.)])(?=[\s:(]|$)"
)
# `Zu b): Das Tor wird zurückgestellt.`
_OF_POINT = re.compile(r"(?:Zu\s)?(?:[a-h]\)|\d{1,2}[.)]|(?:Ziffer|Punkt|Nr\.|Teil)\s[\w.]{1,4})\s?:?\s(?=[A-ZÄÖÜ])")
# `Die Entscheidung über die Entlastung wird vertagt.`
_OF_PART = re.compile(
    r"Die\s(?:Entscheidung|Beschlussfassung|Abstimmung|Beratung|Genehmigung)\s(?:über|zu|der|des|dieser)\s|Der\s(?:Antrag|Vorschlag)\s(?:für|zu[mr]?|auf)\s"
)
# `Antrag Kohl`, `Vorschlag der ABC-Fraktion`
_SOMEBODYS = re.compile(r"(?:Antrag|Vorschlag)\s(?:(?:de[rs]|von)\s)?(?:Herrn?\s|Frau\s)?[A-ZÄÖÜ]")
# `Punkt 2.1: beschlossen, Punkt 2.2: abgesetzt`, `8c) Steuersatzung: nicht beschlossen`
_POINT_TOLD = re.compile(
    r"(?:(?<=^)|(?<=[,;]\s)|(?<=\sund\s))(?:\d{0,2}[a-h]\)|\d{1,2}[.)](?=\s)|(?:Punkt|Ziffer|Ziff\.|Nr\.|Teil|Buchstabe|Antrag(?:\sNr\.)?)\s?\d{1,2}(?:\.\d{1,2})*\)?|(?:Punkt|Buchstabe|Teil)\s[a-h]\)?)(?=[\s:(])"
)
_NAME_AHEAD = re.compile(r"^[^:]{0,90}?:\s+")
_STATUS = re.compile(
    r"(?:einstimmig|mehrheitlich|nicht|un(?:ge|ver)ändert|geändert|angenommen|abgelehnt|beschlossen|zugestimmt|genehmigt|zurückgestellt|vertagt|verwiesen|überwiesen|zurückgezogen|abgesetzt|erledigt)\b"
)
# `Antrag` beside `Vorlage`
_MOTION = re.compile(r"(?:Änderungs|Ergänzungs|Gegen|Erweiterungs)?[Aa]ntrag")
_PAPER = re.compile(r"[\w-]*[Vv]orlage|Hauptantrag|(?:Beschluss|Verwaltungs)vorschlag")


def differ(work: ItemInWork, resolution: tuple[str, ...], votes: tuple[VoteReading, ...]) -> bool:
    """Whether the votes of an item, or what stands beside them, make of its parts different things."""
    if votes and len(resolution) > 1 and _some_put_off(resolution, votes):
        return True
    return (
        work.rows.differ()
        or _statuses_differ(work, votes)
        or _point_put_off(work, votes)
        or _part_left(work, votes)
        or _numbered_differ(work, votes)
        or _headed_differ(work, votes)
        or _labelled_differ(work, votes)
        or _motions_differ(work, votes)
        or _points_differ(work, votes)
    )


def leaves_part(sentence: str) -> bool:
    """Whether a sentence puts off a part of what an item is about."""
    return bool(_OF_PART.match(sentence)) and endings.put_off(sentence) is not None


def of_points(work: ItemInWork) -> OutcomeCode | None:
    """`a) Satzung: beschlossen`, `b) Ordnung: beschlossen`: what all points of an item became, if that is the same."""
    told = _told_statuses(work)
    return told[0] if len(told) > 1 and len(set(told)) == 1 else None


def _told_statuses(work: ItemInWork) -> list[OutcomeCode]:
    return [code for each in work.passages if each.place != "head" for code in _statuses(plain(each.text[:400]))]


def _statuses_differ(work: ItemInWork, votes: tuple[VoteReading, ...]) -> bool:
    """`a) Sportverein: 1.000 Euro`, `13 : 0`, `b) Chor: zurückgestellt`: whether points have outcomes of their own that differ."""
    told = _told_statuses(work)
    codes = {"adopted" if code == "adopted_amended" else code for code in (*told, *(_codes(votes) if told else ()))}
    return len(codes - {"none"}) > 1


def _statuses(text: str) -> list[OutcomeCode]:
    """The outcomes of the points of a paragraph that tells nothing else of them."""
    line = re.sub(r"\s\([^()]{3,60}\)\.?$", "", text)
    marks = [match.start() for match in _POINT_TOLD.finditer(line)]
    if not marks or marks[0] or len(line) > 260:
        return []
    ends = [*marks[1:], len(line)]
    parts = [
        _POINT_TOLD.sub("", line[start:end], count=1).strip(" ,;.") for start, end in zip(marks, ends, strict=True)
    ]
    named = [_NAME_AHEAD.sub("", part) for part in parts]
    if len(parts) == 1 and (named == parts or not _STATUS.match(named[0])):
        return []
    codes = [outcomes.code_of(part) for part in named]
    return [code for code in codes if code] if all(codes) else []


def _part_left(work: ItemInWork, votes: tuple[VoteReading, ...]) -> bool:
    """`Die Rechnung wird einstimmig beschlossen.`, and right below `Die Entscheidung über die Entlastung wird vertagt.`"""
    shown = [each for each in work.passages if each.place != "furniture"][-2:]
    if len(shown) < 2 or shown[0].place != "vote" or not leaves_part(plain(shown[1].text)):
        return False
    return bool(votes) and not votes[-1].is_on_motion and checks.result_code(votes[-1]) in {"adopted", "rejected"}


def _numbered_differ(work: ItemInWork, votes: tuple[VoteReading, ...]) -> bool:
    """Whether several resolutions, each with a number, had different results."""
    numbers = {text for each in work.passages if _DECISION_NUMBER.fullmatch(text := plain(each.text[:60]))}
    return (len(numbers) > 1 or work.has_parts) and len(_codes(votes)) > 1


def _headed_differ(work: ItemInWork, votes: tuple[VoteReading, ...]) -> bool:
    """`Mit 14:0 Stimmen beschlossen:` and `Mit 5:9 Stimmen abgelehnt:`, each above what was voted on."""
    heads = [each for each in work.passages if each.place == "vote" and _HEADS.search(plain(each.text)[-60:])]
    return len(heads) == len(votes) > 1 and len(_codes(votes)) > 1


def _labelled_differ(work: ItemInWork, votes: tuple[VoteReading, ...]) -> bool:
    """`Beschluss 1: …` and `Beschluss 2: …`, each with its vote right below it."""
    heads = {label[0] for each in work.passages if (label := _DECISION_LABEL.match(plain(each.text[:60])))}
    return len(heads) == len(votes) > 1 and len(_codes(votes)) > 1


def _codes(votes: Sequence[VoteReading]) -> set[OutcomeCode]:
    """What the votes decided that are not on motions."""
    return {code for vote in votes if not vote.is_on_motion and (code := checks.result_code(vote))}


def _points_differ(work: ItemInWork, votes: tuple[VoteReading, ...]) -> bool:
    """Whether points of a list, each with a vote right below it, had different results."""
    points: list[str] = []
    above = ""
    for passage in work.passages:
        point = _POINT.match(plain(passage.text[:80]))
        if passage.place == "vote":
            points += [above] if above and above not in points else []
        elif point:
            above = point[1]
    votes = _but_motions(votes)
    labels = {vote.label for vote in votes if vote.label and _is_told(vote) and not vote.is_on_motion}
    are_apart = len(labels) > 1 and len(labels) == len(votes) and not any(map(_BALLOT.search, labels))
    return (are_apart or (len(points) > 1 and len(points) == len(votes))) and len(_codes(votes)) > 1


def _is_told(vote: VoteReading) -> bool:
    """Whether a vote says in words how it ended, or by the numbers of a point: `Abstimmung zu a): 9 Ja, 2 Nein`."""
    return bool(vote.result) or bool(_POINT.match(f"{vote.label} ") and {"yes", "no"} <= vote.counts.keys())


def _point_put_off(work: ItemInWork, votes: tuple[VoteReading, ...]) -> bool:
    """`Zu a): Der Zaun wird einstimmig beschlossen.`, and below it `Zu b): Das Tor wird zurückgestellt.`, which has no vote."""
    if not any(_POINT.match(f"{vote.label.removeprefix('Zu ')} ") and checks.result_code(vote) for vote in votes):
        return False
    points = [
        _OF_POINT.sub("", plain(each.text)[:300], count=1) for each in work.passages if _OF_POINT.match(each.text)
    ]
    return any(endings.put_off(point) or endings.adopted(point) == "deferred" for point in points)


def _but_motions(votes: tuple[VoteReading, ...]) -> tuple[VoteReading, ...]:
    """The votes without motions of somebody that failed, where the last one is on the item: `Antrag Kohl`, `Kauf des Mähers`."""
    if not votes or not votes[-1].label or _SOMEBODYS.match(votes[-1].label):
        return votes
    if all(vote.label.startswith("Für ") for vote in votes) and _codes(votes[:-1]) == {"rejected"}:
        # `Für 40 Euro: 3 Ja, 8 Nein`, `Für 30 Euro: 7 Ja, 4 Nein`: one after the other, until one of them passed.
        return votes[-1:]
    is_on_paper = _PAPER.fullmatch(votes[-1].label)
    return tuple(
        vote
        for vote in votes
        if checks.result_code(vote) != "rejected"
        or not (_SOMEBODYS.match(vote.label) or (is_on_paper and _MOTION.fullmatch(vote.label)))
    )


def _some_put_off(resolution: tuple[str, ...], votes: tuple[VoteReading, ...]) -> bool:
    """Whether of points with a vote each, `1. Die Satzung wird beschlossen.`, `2. … wird zurückgestellt.`, some are put off."""
    points = [_POINT.sub("", plain(text), count=1).strip() for text in resolution if _POINT.match(plain(text))]
    put_off = [endings.put_off(point) is not None for point in points]
    return len(points) == len(votes) and any(put_off) and not all(put_off)


def _motions_differ(work: ItemInWork, votes: tuple[VoteReading, ...]) -> bool:
    """Whether the motions of a list had different results, where nothing else was voted on."""
    if len(work.motions.all) < 2 or not all(vote.is_on_motion for vote in votes):
        return False
    return len({code for vote in votes if (code := checks.result_code(vote))}) > 1
