"""Room: minutes. The page of published minutes, made once and kept with them; only links to papers are put in later.

A page of 300 contributions takes the templates some 30 ms and the reading of its record as long; kept, it takes none.
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from minutes.record.keys import in_address, row_key
from minutes.record.values import PaperValue, SessionRecord

TEMPLATE = "minutes/portal/_protocol.html"
# Control characters stand in no record: nobody can type a mark.
_MARK = re.compile("\x02(\\d*)\x1f([^\x1f\x03]*)\x03")


def article_of(record: SessionRecord, *, query: str = "") -> str:
    """The HTML of all that was recorded, in the record's language, with a mark where it names a paper.

    Links lead from the page of the minutes to their items and annexes, wherever that page is, with `query`.
    """
    context = {
        "record": record,
        "links": {item.id: f"items/{in_address(item.number)}/{query}" for item in record.items()},
        "annex_links": {annex.number: f"annexes/{annex.number}/{query}" for annex in record.annexes if annex.file},
        "paper_marks": True,
        "paper_links": {},
    }
    return render_to_string(TEMPLATE, context)


def paper_mark(paper: PaperValue) -> SafeString:
    """The number of a paper, to become a link as soon as the paper can be read."""
    return mark_safe(f"\x02{row_key(paper.id) or ''}\x1f{escape(paper.reference)}\x03")  # noqa: S308 - escaped


def with_links(article: str, links: Mapping[str, str]) -> SafeString:
    """The article with links to the papers that can be read now; `links` are their addresses by key."""

    def link(found: re.Match[str]) -> str:
        url, text = links.get(found[1]), found[2]
        return format_html('<a href="{}">{}</a>', url, mark_safe(text)) if url else text  # noqa: S308 - escaped

    return mark_safe(_MARK.sub(link, article))  # noqa: S308 - our own template's


@cache
def edition() -> str:
    """The state of what makes articles: after an update that changes it, kept ones are not used any more."""
    digest = hashlib.sha256()
    for path in sorted(_sources()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:40]


def _sources() -> Iterable:
    yield from (settings.BASE_DIR / "templates/minutes/portal").glob("_*.html")
    yield from (settings.BASE_DIR / "minutes" / name for name in ("articles.py", "markup_html.py", "hemicycle.py"))
    yield from (settings.BASE_DIR / "minutes/templatetags").glob("*.py")
    yield from (settings.BASE_DIR / "minutes/pictures").glob("*.py")
