"""Roll calls as drawings: a seat for each vote, apart from each other, told apart by shape and colour."""

import itertools
import math
import re
from xml.etree import ElementTree

import pytest

from minutes import hemicycle


def contrast(colour: str) -> float:
    """Contrast to white (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@pytest.mark.parametrize("count", [1, 2, 5, 13, 25, 59, 60, 120, 300])
def test_there_is_a_place_for_everybody_inside_the_field(count):
    found = hemicycle.places(count)
    assert len(found) == len(set(found)) == count
    assert all(0 < x < 200 and 0 < y < 104 for x, y in found)


@pytest.mark.parametrize("count", [2, 13, 25, 59, 60, 120, 300])
def test_seats_do_not_touch(count):
    svg = hemicycle.draw(["yes"] * count, title="", description="")
    size = float(re.search(r"scale\(([\d.]+)\)", svg)[1])
    assert min(math.dist(*pair) for pair in itertools.combinations(hemicycle.places(count), 2)) > 2 * size


def test_seats_go_from_left_to_right():
    found = hemicycle.places(59)
    assert found[0][0] < 60
    assert found[-1][0] > 140


def test_nobody_is_an_empty_field():
    assert hemicycle.places(0) == []
    assert "<path" not in hemicycle.draw([], title="", description="")


def test_each_choice_has_a_shape_of_its_own_and_a_colour_that_can_be_seen():
    looks = hemicycle.LOOKS.values()
    assert len({look.path for look in looks}) == len({look.sign for look in looks}) == len(looks)
    assert all(contrast(look.colour) >= 4.5 for look in looks)


def test_title_and_description_are_text_and_nothing_else():
    svg = hemicycle.draw(["yes", "no"], title="<b>Ja & Nein</b>", description='"<script>"')
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own
    texts = [element.text for element in root if element.tag.endswith(("title", "desc"))]
    assert texts == ["<b>Ja & Nein</b>", '"<script>"']
    assert [element.get("fill") for element in root if element.tag.endswith("path")] == ["#1b6e3c", "#a3201a"]
