"""The look of a house in a document: who issues it, with logo and lines; the foot of letters; the accent colour."""

import base64
import re
import struct
from functools import cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from fontTools.ttLib import TTFont

from minutes.documents.engine import ASSETS
from minutes.documents.layout import BLACK, Layout, Logo

SVG = "image/svg+xml"
_WIDEST, _HIGHEST = 62.0, 24.0
"""The room for a logo in mm."""
_FOOT_WIDTH, _FOOT_SIZE = 128.0, 7.5
"""Width in mm and size in points of the foot of a letter, as in `letterhead.css`."""
_MM = 25.4 / 72
_VIEW_BOX = re.compile(r'viewBox="([^"]*)"')


def layout_css(layout: Layout) -> str:
    """The few rules in which the style sheets of two houses differ: the accent colour of title, headings and rules."""
    if layout.accent == BLACK:
        return ""
    return (
        f"h1, h2.part {{ color: {layout.accent} }}\n"
        f"body:not(.letter) .issuer {{ border-bottom: 0.75pt solid {layout.accent}; padding-bottom: 4mm }}\n"
        f".agenda th {{ border-bottom-color: {layout.accent} }}\n"
    )


def letterhead_html(layout: Layout, *, body: str, office: str, running_head: str = "") -> SafeString:
    """Who issues the document: body and office, the lines below them, the logo beside them.

    `running_head` is what the margin of the following pages says.
    """
    lines = format_html_join("", "<p>{}</p>", ((line,) for line in layout.sender))
    return format_html(
        '<div class="issuer" data-running-head="{}">{}<p class="issuer-body">{}</p>{}{}</div>',
        running_head,
        _logo_html(layout.logo) if layout.logo else "",
        body,
        format_html("<p>{}</p>", office) if office else "",
        format_html('<div class="issuer-lines">{}</div>', lines) if lines else "",
    )


def footer_html(layout: Layout) -> SafeString:
    """The foot of a letter, which stands below the text of its first page; empty without lines.

    It comes right behind the letterhead: what is set from the edge of a page is set on the page that it comes on.
    """
    if not layout.footer:
        return SafeString()
    lines = format_html_join("", "<p>{}</p>", ((line,) for line in layout.footer))
    return format_html('<div class="letter-foot"><div class="letter-foot-lines">{}</div></div>', lines)


def fits_foot(line: str) -> bool:
    """Whether a line stays one line at the foot of a letter, where there is room for four."""
    widths, units = _advances()
    # A character that the font lacks is printed as its number: [U+1F600].
    wide = sum(widths.get(ord(letter), 6 * units) for letter in line) / units * _FOOT_SIZE * _MM
    return wide <= _FOOT_WIDTH


@cache
def _advances() -> tuple[dict[int, int], int]:
    """The width of each character of our sans, and how many such units its size has."""
    with TTFont(ASSETS / "fonts" / "SourceSans3-Regular.ttf") as font:
        metrics, units = font["hmtx"], font["head"].unitsPerEm
        return {code: metrics[name][0] for code, name in font.getBestCmap().items()}, units


def _logo_html(logo: Logo) -> SafeString:
    width, height = _printed_size(logo)
    if logo.content_type == SVG:
        # Inline, an SVG gets its alternative text from its title.
        opening, _bracket, drawing = logo.content.decode().partition(">")
        return format_html(
            '{} class="logo" width="{}mm" height="{}mm"><title>{}</title>{}',
            mark_safe(opening),  # noqa: S308 - written by committees.svg, of plain shapes only
            width,
            height,
            logo.text,
            mark_safe(drawing),  # noqa: S308 - as above
        )
    data = base64.b64encode(logo.content).decode()
    return format_html(
        '<img class="logo" src="data:image/png;base64,{}" alt="{}" style="width: {}mm; height: {}mm">',
        data,
        logo.text,
        width,
        height,
    )


def _printed_size(logo: Logo) -> tuple[str, str]:
    """Width and height in mm, as large as the room for a logo allows; thin ones are not thinner than a line."""
    width, height = _measured(logo)
    scale = min(_WIDEST / width, _HIGHEST / height)
    return f"{max(width * scale, 0.2):.2f}", f"{max(height * scale, 0.2):.2f}"


def _measured(logo: Logo) -> tuple[float, float]:
    if logo.content_type == SVG:
        found = _VIEW_BOX.search(logo.content.decode())
        *_corner, width, height = (float(number) for number in found[1].split()) if found else (0.0, 0.0, 1.0, 1.0)
        return width, height
    width, height = struct.unpack(">II", logo.content[16:24])
    return float(width), float(height)
