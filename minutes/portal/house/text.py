"""Room: minutes, the portal. The text of a page of the house as HTML: the light markup, with headings and links.

A paragraph that is bold as a whole is a heading. Addresses that begin with https:// and those of e-mail are links.
"""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from minutes.markup import Block, Paragraph, parse, plain_spans
from minutes.markup_html import to_html

# In text that is escaped already, and beside tags of our own, in which no address stands.
_ADDRESS = re.compile(
    r"(?P<web>https?://(?:[^\s<>&]|&amp;)+[^\s<>&.,;:!?)»“])"
    r"|(?P<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)


def to_page(text: str) -> SafeString:
    """Headings, paragraphs, lists and tables of a text."""
    return format_html_join("\n", "{}", ((_block(block),) for block in parse(text)))


def _block(block: Block) -> SafeString:
    if isinstance(block, Paragraph) and [span.kind for span in block.spans] == ["bold"]:
        return format_html("<h2>{}</h2>", plain_spans(block.spans))
    return mark_safe(_ADDRESS.sub(_link, to_html((block,))))  # noqa: S308 - escaped by `to_html`, links by `_ADDRESS`


def _link(found: re.Match[str]) -> str:
    address = found[0]
    return f'<a href="{address if found["web"] else f"mailto:{address}"}">{address}</a>'
