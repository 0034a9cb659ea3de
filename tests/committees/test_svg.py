"""Drawings as SVG: flat shapes come through in our own words, everything else is refused by name."""

import re
from xml.parsers import expat

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from committees import svg, svg_values

SPACE = 'xmlns="http://www.w3.org/2000/svg"'
SHIELD = '<path d="M2 2h56v36c0 18-16 28-28 32C18 66 2 56 2 38z" fill="#1f4e79"/>'


def drawing(inner: str, head: str = 'viewBox="0 0 60 72"', before: str = "") -> bytes:
    return f"{before}<svg {SPACE} {head}>{inner}</svg>".encode()


def cleaned(inner: str, **parts: str) -> str:
    return svg.cleaned(drawing(inner, **parts)).decode()


def refusal(content: bytes) -> str:
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        svg.cleaned(content)
    return refused.value.messages[0]


def test_shapes_come_through():
    assert cleaned(SHIELD) == (
        f'<svg {SPACE} viewBox="0 0 60 72">'
        '<path d="M 2 2 h 56 v 36 c 0 18 -16 28 -28 32 C 18 66 2 56 2 38 z" fill="#1f4e79"/></svg>'
    )


def test_what_is_cleaned_stays_as_it_is_when_it_is_cleaned_again():
    once = svg.cleaned(drawing(f'<g transform="translate(1.5,2) scale(.5)" opacity="50%">{SHIELD}</g>'))
    assert svg.cleaned(once) == once


def test_class_rules_and_styles_become_attributes():
    style = "<style>/* a comment */ .a,.b{fill:#E30613;stroke:none} .b{fill:rgb(0, 128, 255)}</style>"
    written = cleaned(f'{style}<rect class="a" width="5" height="5"/><rect class="b" style="opacity:.5" width="5"/>')
    assert '<rect width="5" height="5" fill="#e30613" stroke="none"/>' in written
    assert '<rect width="5" fill="#0080ff" stroke="none" opacity="0.5"/>' in written


def test_what_drawing_programs_keep_for_themselves_is_left_out():
    baggage = (
        "<title>logo.svg</title><metadata><x/></metadata><!-- made by a program -->"
        '<i:pgf xmlns:i="urn:some-program">AAAA</i:pgf><defs><linearGradient id="a"/></defs>'
    )
    assert cleaned(f'{baggage}<g id="Ebene_1" data-name="x">{SHIELD}</g>') == cleaned(f"<g>{SHIELD}</g>")


@pytest.mark.parametrize(
    ("inner", "name"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<foreignObject><p/></foreignObject>", "foreignObject"),
        ('<image href="https://example.org/x.png"/>', "image"),
        ('<use href="#a"/>', "use"),
        ('<a href="https://example.org/"><path d="M0 0h1"/></a>', "a"),
        ("<text>Kreis</text>", "text"),
        ("<switch/>", "switch"),
        ('<animate attributeName="x"/>', "animate"),
        ('<path d="M0 0h1" onload="alert(1)"/>', "onload"),
        ('<path d="M0 0h1" clip-path="url(#a)"/>', "clip-path"),
        ('<path d="M0 0h1" style="mask:url(https://example.org/m)"/>', "mask"),
        ('<path d="M0 0h1" xlink:href="#a" xmlns:xlink="http://www.w3.org/1999/xlink"/>', "href"),
        ("<style>@import url(https://example.org/x.css);</style><path d='M0 0h1'/>", "style"),
        ("<style>path{fill:red}</style><path d='M0 0h1'/>", "style"),
    ],
)
def test_what_draws_otherwise_or_acts_is_refused_by_name(inner, name):
    assert f"“{name}”" in refusal(drawing(inner))


@pytest.mark.parametrize(
    "attribute",
    [
        'fill="url(#gradient)"',
        'fill="url(https://example.org/)"',
        'style="fill:url(&quot;file:///etc/passwd&quot;)"',
        'd="M0 0 L"',
        'd="L1 1"',
        'd="M0 0 X1 1"',
        'd="M0 0 h1e300"',
        'transform="scale(1e9)"',
        'transform="url(#a)"',
        'stroke-width="-1"',
        'r="calc(1px)"',
        'stroke-dasharray="-1 2"',
    ],
)
def test_values_that_are_none_are_refused(attribute):
    shape = f"<path {attribute}/>" if attribute.startswith("d=") else f'<path d="M0 0h1" {attribute}/>'
    assert "can't be read" in refusal(drawing(shape))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg",
        b"<html><svg/></html>",
        b"\xff\xfe<svg/>",
        b'<?xml version="1.0" encoding="no-such"?><svg/>',
        drawing("<path d='M0 0h1'>"),
    ],
)
def test_what_is_no_drawing_is_refused(content):
    assert refusal(content) == "The file is no SVG drawing."


def test_entities_are_refused_and_never_expanded():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    assert "entities" in refusal(drawing(f"{SHIELD}&b;", before=bomb))
    outside = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    assert "entities" in refusal(drawing(f"{SHIELD}&a;", before=outside))


def test_a_document_type_alone_does_no_harm():
    kind = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert cleaned(SHIELD, before=kind) == cleaned(SHIELD)


def test_a_drawing_without_a_view_box_is_as_large_as_it_says():
    assert 'viewBox="0 0 20.5 10"' in cleaned(SHIELD, head='width="20.5mm" height="10mm"')
    assert "how large" in refusal(drawing(SHIELD, head='width="100%"'))
    assert "how large" in refusal(drawing(SHIELD, head='viewBox="0 0 0 10"'))


def test_what_shows_nothing_or_too_much_is_refused():
    assert "shows nothing" in refusal(drawing("<defs><path d='M0 0h1'/></defs>"))
    assert "intricate" in refusal(drawing("<g>" * 20 + SHIELD + "</g>" * 20))
    assert "intricate" in refusal(drawing('<path d="M0 0h1"/>' * 5000))
    assert "too large" in refusal(drawing(SHIELD + " " * svg.MAX_BYTES))


def test_flags_of_an_arc_stand_without_a_gap():
    assert svg_values.path("M10,10a1 1 0 01.5.5z") == "M 10 10 a 1 1 0 0 1 0.5 0.5 z"


@given(st.text(max_size=40), st.sampled_from(["fill", "d", "transform", "points", "stroke-dasharray", "width"]))
def test_no_value_gets_through_that_is_more_than_numbers_and_words(value, name):
    written = svg._READERS[name](value)
    assert written is None or re.fullmatch(r"[A-Za-z0-9#.() -]*", written)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_drawing_or_are_refused(content):
    try:
        written = svg.cleaned(content)
    except ValidationError:
        return
    expat.ParserCreate().Parse(written, True)
