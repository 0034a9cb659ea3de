"""`make bench-documents`: what our PDFs cost beside stock WeasyPrint and Chromium, on this machine, in one run.

Each figure is the median of times that were taken by turns, warm; what was printed is compared first.
"""

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minutes.settings")
# Before anything reads it: every engine has the same fonts.
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).parents[2] / "minutes/documents/assets/fonts/fonts.conf")
django.setup()

from django.conf import settings  # noqa: E402 (Django first)
from django.test import override_settings  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from minutes import documents  # noqa: E402
from minutes.documents import drafting, engine, html, pdf  # noqa: E402
from minutes.documents.kinds import compose  # noqa: E402
from tests.bench.protocols import protocol  # noqa: E402
from tests.minutes.documents import reading  # noqa: E402

BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
STYLES = ("page.css", "session.css", "items.css", "sheets.css")
FURNITURE = re.compile(r"Integrationsausschuss, 7\. Sitzung am 18\.11\.2026|Entwurf|Seite \d+ von \d+|Seite|\d+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, nargs="*", default=[10, 40, 150], help="lengths of the protocols")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is measured")
    options = parser.parse_args()
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        raise SystemExit("Chromium is missing; on Debian and Ubuntu: apt-get install chromium-headless-shell")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for items in options.items:
            measure(items, options.rounds, browser)


def measure(items: int, rounds: int, browser: Browser) -> None:
    """Say the figures for a protocol of so many items."""
    with keeping("dummy.DummyCache"):
        flowing = compare(items, rounds, browser)
    with keeping("locmem.LocMemCache"):
        repeat(items, rounds, flowing)


def compare(items: int, rounds: int, browser: Browser) -> float:
    """Our flowing PDF beside those of others; returns the seconds that it took."""
    document = compose(protocol(items), document="minutes")
    page = pdf.printable(html.page(document, document.blocks(), issuer=pdf.issuer(document)))
    ways = {
        "ours, PDF/A-3a + UA-1": lambda: pdf.write(document),
        "stock WeasyPrint, untagged": lambda: stock(page),
        "Chromium, untagged": lambda: chromium(browser, page),
        "Chromium, tagged, outline": lambda: chromium(browser, page, tagged=True),
    }
    made = {name: way() for name, way in ways.items()}
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _round in range(rounds):
        for name, way in ways.items():
            times[name].append(seconds(way))
    (first, *_others) = ways
    ours = statistics.median(times[first])
    say(f"\n{items} items")
    for name, content in made.items():
        took = statistics.median(times[name])
        count = len(reading.with_pymupdf(content))
        same = "same letters" if letters(content) == letters(made[first]) else "OTHER LETTERS"
        say(f"  {name:28} {took:7.2f} s  {count:4} pages, {same}; ours takes {ours / took:.2f} x as long")
    return ours


def repeat(items: int, rounds: int, flowing: float) -> None:
    """What is asked for again: a draft with one item edited, that item alone, an unchanged document."""
    drafting.write(compose(protocol(items), document="minutes"))
    edited = [protocol(items, edited=2, text=f"Von {items} geändert, zum {turn}. Mal.") for turn in range(rounds)]
    took = [seconds(lambda record=record: drafting.write(compose(record, document="minutes"))) for record in edited]
    draft = statistics.median(took)
    say(f"  one edited item → whole draft {draft:6.2f} s  = {draft / flowing:.3f} x the flowing render")
    took = [seconds(lambda record=record: documents.render(record, document="extract", item="2")) for record in edited]
    say(f"  preview of one item          {statistics.median(took) * 1000:7.0f} ms")
    documents.render(edited[0], document="minutes")
    with mock.patch.object(engine, "to_pdf", wraps=engine.to_pdf) as renders:
        again = seconds(lambda: documents.render(edited[0], document="minutes"))
    say(f"  unchanged, asked for again   {again * 1000:7.0f} ms, {renders.call_count} renders")


def stock(page: str) -> bytes:
    """WeasyPrint as its manual shows it, with our stylesheet and fonts."""
    import weasyprint  # late: `engine` has set its fonts

    css = weasyprint.CSS(filename=engine.ASSETS / "document.css")
    made: bytes = weasyprint.HTML(string=page, base_url=engine.ASSETS.as_uri() + "/").write_pdf(stylesheets=[css])
    return made


def chromium(browser: Browser, page: str, *, tagged: bool = False) -> bytes:
    """The same page, printed by a browser that runs already: without page numbers, running heads and hyphenation."""
    styles = "".join(f"<style>{(engine.ASSETS / name).read_text()}</style>" for name in STYLES)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page.replace("</head>", f"{styles}</head>"))
        tab = browser.new_page()
        tab.goto(path.as_uri())
        printed = tab.pdf(prefer_css_page_size=True, tagged=tagged, outline=tagged)
        tab.close()
    return printed


def letters(content: bytes) -> str:
    """All letters in order, without heads, numbers of pages and hyphens."""
    lines = (line.strip() for page in reading.with_pymupdf(content) for line in page.splitlines())
    return re.sub(r"[\s\-\u2010\u00ad]", "", "".join(line for line in lines if not FURNITURE.fullmatch(line)))


def keeping(backend: str) -> override_settings:
    """A cache of finished PDFs for the time of a measurement."""
    cache = {"BACKEND": f"django.core.cache.backends.{backend}", "OPTIONS": {"MAX_ENTRIES": 100_000}}
    return override_settings(CACHES={**settings.CACHES, "documents": cache})


def seconds(make: Callable[[], object]) -> float:
    start = time.perf_counter()
    make()
    return time.perf_counter() - start


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
