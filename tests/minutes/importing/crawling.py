"""Every public address that links lead to, and what it answers."""

import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.test import Client

STARTS = (
    "/",
    "/robots.txt",
    "/sitemap.xml",
    "/oparl/v1.1/system",
    "/search/?q=Integration",
    "/search/?q=Vertrag",
    "/search/?q=nirgends",
    "/search/suggestions/?q=Inte",
    "/search/feed/?q=Bericht",
    "/minutes/?page=2",
)
_ELSEWHERE = re.compile(
    r"/(?:static|accounts|accessibility/report)/|/calendar/\?(?!month=2026-)|/(?:search|follow)/.*[?&]search=|/search/.*&"
)
"""What is not of the body; months without end, and searches by each combination of facets."""
_MADE_ANEW = re.compile(r"\.(?:pdf|docx|odt)$")
"""Documents that are made when somebody asks: each takes a second, so few of them are tried."""
_LINKS = {
    "html": re.compile(r'(?:href|src)="([^"]+)"'),
    "xml": re.compile(r'(?:<loc>|<id>|href=")([^"<]+)'),
    "json": re.compile(r'"(https?://[^"]+)"'),
}


def crawl(*documents: str) -> dict[str, tuple[int, bytes]]:
    """Status and bytes by address; beside `documents` none that takes long to make."""
    browser = Client()
    found: dict[str, tuple[int, bytes]] = {}
    todo = deque([*STARTS, *documents])
    while todo:
        path = todo.popleft()
        if path in found or _ELSEWHERE.match(path):
            continue
        if _MADE_ANEW.search(urlsplit(path).path) and not path.endswith("/minutes.pdf") and path not in documents:
            continue
        response = browser.get(path)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        found[path] = (response.status_code, content)
        todo.extend(_links(path, response.get("Content-Type", ""), content))
    return found


def _links(path: str, content_type: str, content: bytes) -> Iterator[str]:
    kind = next((kind for kind in _LINKS if content_type.partition(";")[0].endswith(kind)), None)
    if kind is None:
        return
    here = urlsplit(settings.SITE_URL).netloc
    for link in _LINKS[kind].findall(content.decode()):
        url = urlsplit(urljoin(f"{settings.SITE_URL}{path}", unescape(link)))
        if url.netloc == here:
            yield f"{url.path}?{url.query}" if url.query else url.path
