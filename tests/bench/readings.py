"""`make bench-readings FOLDER=…`: how well texts are read that somebody annotated: outcomes, counts, paragraphs.

Beside each text of the folder stands its annotation, `NAME.json`: one item, or `items` in the order of the text, each
with `item_number`, `outcome` (a code), `counts` (one object for each vote with numbers: yes, no, abstain, recused),
`contributions` (kind and speaker, one a paragraph), and `unsure` (names of these fields that careful readers may take
in more than one way; they are not measured). What is missing, read otherwise or read although it is not there is wrong.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from minutes.importers import Unreadable, as_json, read

KINDS = ("yes", "no", "abstain", "recused")
_FORMATS = (".txt", ".html", ".pdf", ".docx")
Item = dict[str, Any]
# What stands behind the name in `Frau Ohm (ABC):`.
_HEAD = re.compile(r"\s*(?:\([^()]{1,60}\))?\s*:")


class Found(NamedTuple):
    """What a text gave: facts that are right, of how many; what differs, a sentence each."""

    right: Counter[str]
    there: Counter[str]
    wrong: list[str]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", action="store_true", help="say what differs")
    options = parser.parse_args()
    right: Counter[str] = Counter()
    there: Counter[str] = Counter()
    texts = sorted(path for path in options.folder.iterdir() if path.suffix in _FORMATS)
    annotated = [path for path in texts if path.with_suffix(".json").exists()]
    for path in annotated:
        found = measure(json.loads(path.with_suffix(".json").read_text()), path)
        right.update(found.right)
        there.update(found.there)
        if options.list and found.wrong:
            say("\n  ".join((path.name, *found.wrong)))
    say(f"{len(annotated)} annotated texts")
    for name, count in there.items():
        say(f"  {name:12} {right[name]:5} of {count:5} right, {right[name] / count:.1%}")
    decided, total = right["outcomes"] + right["counts"], there["outcomes"] + there["counts"]
    if total:
        say(f"  outcomes and counts {decided} of {total} right, {decided / total:.1%}")


def measure(annotation: Item, path: Path) -> Found:
    """The facts of one text beside those that were read."""
    try:
        reading = as_json.reading(read(path.read_bytes(), path.stem))
    except Unreadable as error:
        reading = {"items": []}
        say(f"{path.name} can't be read: {error}")
    found = reading.get("items", [reading])
    if found and reading.get("closing_contributions"):
        # Annotations have who closes the session in the last item, a reading has them beside the items.
        found = [*found[:-1], {**found[-1], "closing": reading["closing_contributions"]}]
    return compare(annotation.get("items", [annotation]), found)


def compare(expected: list[Item], read_items: list[Item]) -> Found:
    """Each expected item beside the one that was read for it; one that is missing has everything wrong."""
    found = Found(Counter(), Counter(), [])
    for item, other in zip(expected, partners(expected, read_items), strict=True):
        _compare_item(item, other, found)
    return found


def partners(expected: list[Item], read_items: list[Item]) -> list[Item | None]:
    """For each expected item the one with its number, in order; without numbers, the one in its place."""
    if len(expected) == len(read_items) == 1:
        return list(read_items)
    read_items = _without_chapters(expected, read_items)
    wanted, got = [[_number(item) for item in items] for items in (expected, read_items)]
    paired: list[Item | None] = [None] * len(expected)
    for first, second, length in SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks():
        paired[first : first + length] = read_items[second : second + length]
    return paired


def _without_chapters(expected: list[Item], read_items: list[Item]) -> list[Item]:
    """Without headings that only hold the items below them: `III`, and then `III.1`. Annotations do not count these."""
    wanted = {item.get("item_number") for item in expected}
    return [
        item
        for item, below in zip_longest(read_items, read_items[1:], fillvalue={})
        if item.get("item_number") in wanted
        or not str(below.get("item_number")).startswith(f"{item.get('item_number')}.")
    ]


def _compare_item(item: Item, other: Item | None, found: Found) -> None:
    unsure = item.get("unsure", ())
    label = f"item {item.get('item_number') or '-'}"
    if other is None:
        found.wrong.append(f"{label}: not found")
    if "outcome" not in unsure:
        _tell(found, "outcomes", f"{label}: outcome", [_outcome(item)], [_outcome(other)] if other else [])
    if "counts" not in unsure:
        _tell(found, "counts", f"{label}: counts", _counts(item), _counts(other or {}))
    if "contributions" not in unsure and "contributions" in item:
        wanted = [_said(each) for each in item.get("contributions", ())]
        got = _below_heads((other or {}).get("contributions", ()))
        closing = [_said(each) for each in (other or {}).get("closing", ())]
        if closing and _same(wanted, got + closing) > _same(wanted, got):
            got += closing
        _tell(found, "paragraphs", f"{label}: paragraphs", wanted, _attributed(wanted, got))


def _same(wanted: list[Any], got: list[Any]) -> int:
    return sum(block.size for block in SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks())


def _below_heads(said: Sequence[Item]) -> list[tuple[str, str]]:
    """The contributions, without lines that only name who speaks below: annotations take these for labels."""
    found: list[tuple[str, str]] = []
    head = ""
    for each in said:
        kind, speaker = _said(each)
        rest = str(each.get("text", speaker)).replace(str(each.get("speaker") or ""), "", 1)
        if kind == "speech" and _HEAD.fullmatch(rest):
            head = speaker
            continue
        found.append(("speech" if head and speaker == head and kind == "continuation" else kind, speaker))
        head = ""
    return found


def _attributed(wanted: list[Any], got: list[Any]) -> list[Any]:
    """Without paragraphs too much that are given to nobody: a sentence on the result may be kept as procedure."""
    blocks = SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks()
    same = {place for block in blocks for place in range(block.b, block.b + block.size)}
    return [each for place, each in enumerate(got) if place in same or each[0] != "procedure"]


def _tell(found: Found, name: str, label: str, wanted: list[Any], got: list[Any]) -> None:
    """Count what is the same in order; what is missing and what is too much share a place where they can."""
    same = _same(wanted, got)
    found.right[name] += same
    found.there[name] += max(len(wanted), len(got))
    if same < max(len(wanted), len(got)):
        found.wrong.append(f"{label}: expected {wanted}, read {got}")


def _counts(item: Item) -> list[tuple[tuple[str, int], ...]]:
    """The numbers of each vote; of a reading those of the status line last, where no vote agrees with them."""
    if "votes" not in item:
        return _numbers(item.get("counts") or ())
    votes, status = list(item["votes"]), item.get("counts") or {}
    agrees = [
        bool(_numbers([vote])) and all(vote.get(kind) in (None, status[kind]) for kind in KINDS if kind in status)
        for vote in votes
    ]
    if any(agrees):
        votes[agrees.index(True)] = {**votes[agrees.index(True)], **status}
        return _numbers(votes)
    return _numbers([*votes, status])


def _numbers(votes: Iterable[Item]) -> list[tuple[tuple[str, int], ...]]:
    listed = [tuple((kind, vote[kind]) for kind in KINDS if vote.get(kind) is not None) for vote in votes]
    # That nobody was biased is no count of a vote.
    listed = [tuple(pair for pair in numbers if pair != ("recused", 0)) for numbers in listed]
    return [numbers for numbers in listed if numbers]


def _outcome(item: Item) -> str:
    outcome = item["outcome"]
    return str(outcome["code"] if isinstance(outcome, dict) else outcome)


def _number(item: Item) -> str:
    return "".join(sign for sign in str(item.get("item_number") or "") if sign.isdigit() or sign == ".").strip(".")


def _said(contribution: Item) -> tuple[str, str]:
    """Kind and speaker; these are the same: `Vorsitzender` and (behind an article) `Vorsitzende`, `Ein Gast` and
    `Gast`, `Vorsitzende, Frau Ohm` and `Frau Ohm`. Of several who speak at once annotations have the first."""
    first = str(contribution.get("speaker") or "").split(" + ")[0]
    speaker = " ".join(first.split()).rsplit(", ", 1)[-1]
    bare = speaker.removeprefix("Eine ").removeprefix("Ein ")
    return contribution["kind"], " ".join(word.removesuffix("r") for word in bare.split())


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
