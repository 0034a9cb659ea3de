"""The look of a house in a document: who issues it, with logo and lines; the foot of letters; the accent colour."""

import base64

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from minutes.documents.fonts import SANS, font
from minutes.documents.layout import BLACK, SVG, Layout, Logo
from minutes.documents.logo_size import printed_size

_FOOT_WIDTH, _FOOT_SIZE = 128.0, 7.5
"""Width in mm and size in points of the foot of a letter, as in `letterhead.css`."""
_MM = 25.4 / 72


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
    # A character that the font lacks is printed as its number: [U+1F600].
    return font(SANS).width(line, otherwise=6) * _FOOT_SIZE * _MM <= _FOOT_WIDTH


def _logo_html(logo: Logo) -> SafeString:
    size = printed_size(logo)
    if size is None:
        return SafeString()
    width, height = (f"{length:.2f}" for length in size)
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
