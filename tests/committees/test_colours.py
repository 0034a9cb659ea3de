"""Colours on white paper: readable or not, and the nearest darker one that is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committees import colours

ANY = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("colour", "contrast"),
    [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54), ("#777777", 4.48), ("#1f4e79", 8.66)],
)
def test_the_contrast_is_that_of_the_guidelines(colour, contrast):
    assert colours.contrast(colour) == pytest.approx(contrast, abs=0.05)


@pytest.mark.parametrize("value", ["red", "#fff", "#FFFFFF", "#12345g", "#1234567", "", None, 5, "#000000\n"])
def test_anything_else_is_no_colour(value):
    assert not colours.is_colour(value)


@given(ANY)
def test_the_proposal_can_be_read_and_is_the_colour_itself_if_that_can_be(colour):
    proposal = colours.readable(colour)
    assert colours.is_colour(proposal)
    assert colours.is_readable(proposal)
    assert (proposal == colour) == colours.is_readable(colour)


def test_the_proposal_is_the_same_hue_and_no_darker_than_need_be():
    proposal = colours.readable("#ff8800")
    assert proposal == "#b46000"
    assert colours.contrast(proposal) < 4.6
