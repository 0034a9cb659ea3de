"""What a public page loads: little, and from nowhere else."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.browser import catalogue

LARGEST = 60 * 1024
IMPORT = re.compile(rb"""(?:import|from)\s*\(?\s*["'](\./[^"']+)["']|@import\s+(?:url\()?["']([^"']+)["']""")


class Loaded(HTMLParser):
    """The addresses of everything that a page loads by itself."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.urls: set[str] = set()
        self.inline: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        kinds = (given.get("rel") or "").split()
        if tag == "link" and {"stylesheet", "preload", "icon", "modulepreload", "manifest"} & set(kinds):
            self.urls.add(given["href"])
        if tag in ("script", "img", "source", "iframe", "video", "audio", "embed") and given.get("src"):
            self.urls.add(given["src"])
        if (tag == "script" and not given.get("src")) or tag == "style" or "style" in given:
            self.inline.append(tag)


@pytest.fixture
def addresses(demo) -> list[str]:
    return catalogue.of_the_public()


def test_style_and_script_of_a_public_page_weigh_at_most_60_kb(addresses, figure):
    heaviest = 0
    for address in addresses:
        loaded = Loaded(Client().get(address).content.decode())
        assert not loaded.inline, address
        assert all(url.startswith("/static/") for url in loaded.urls), (address, loaded.urls)
        weight = sum(len(gzip.compress(content)) for content in files(loaded.urls).values())
        assert weight <= LARGEST, address
        heaviest = max(heaviest, weight)
    figure(f"the heaviest public page loads {heaviest / 1024:.1f} KB of style and script")
    assert heaviest > 10 * 1024


def files(urls: set[str]) -> dict[str, bytes]:
    """Style sheets and scripts, with all that they load in turn."""
    found: dict[str, bytes] = {}
    waiting = [url.removeprefix("/static/") for url in urls if url.endswith((".css", ".js"))]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found[name] = Path(finders.find(name)).read_bytes()
        for script, style in IMPORT.findall(found[name]):
            waiting.append(str((Path(name).parent / (script or style).decode()).as_posix()))
    return found
