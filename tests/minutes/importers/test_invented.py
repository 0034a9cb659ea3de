"""Invented items of held-out seeds: how many contributions, outcomes and votes are read right."""

from collections import Counter

import pytest

from tests.minutes.importers.invented import LAYOUTS, Item, item
from tests.minutes.importers.laid_out import written
from tests.minutes.importers.texts import reading_of

# The importer was written against seeds below 10,000.
HELD_OUT = 10_000


def measured(seeds: range) -> tuple[Counter[str], Counter[str], list[str]]:
    """How many of each there are, how many were read right, and those that were not."""
    there, right, wrong = Counter[str](), Counter[str](), list[str]()
    for seed in seeds:
        made = item(seed)
        for name, good in _compared(made, reading_of(written(made))):
            there[name] += 1
            right[name] += good
            if not good:
                wrong.append(f"{seed} {made.layout} {name}")
    return there, right, wrong


def _compared(made: Item, found: dict) -> list[tuple[str, bool]]:
    heard = [(each["text"], each["kind"], each["speaker"]) for each in found["contributions"]]
    results = [("contributions", each in heard) for each in made.debate]
    results.append(("outcomes", found["outcome"] == {"text": made.outcome[0], "code": made.outcome[1]}))
    results.append(("counts", found["counts"] == made.counts))
    results.append(("votes", found["votes"] == made.votes))
    results.append(("resolutions", found["resolution"] == made.resolution))
    results.append(("recommendations", found["recommendation_to"] == made.bodies))
    return results


@pytest.mark.parametrize("count", [200, pytest.param(2_000, marks=pytest.mark.slow)])
def test_items_of_every_layout_are_read_right(count, figure):
    there, right, wrong = measured(range(HELD_OUT, HELD_OUT + count))
    shares = {name: 100 * right[name] / there[name] for name in there}
    figure(
        f"readings of {count} invented items: " + ", ".join(f"{name} {share:.2f} %" for name, share in shares.items())
    )
    assert there["contributions"] > 4 * count, "debates were invented"
    assert shares["contributions"] >= 95, wrong
    assert min(share for name, share in shares.items() if name != "contributions") >= 98, wrong


def test_every_layout_is_tried():
    assert {item(seed).layout for seed in range(HELD_OUT, HELD_OUT + 4)} == set(LAYOUTS)
