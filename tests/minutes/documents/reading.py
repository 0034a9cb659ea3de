"""Reading finished PDFs as people and programs do: their words, where they stand, and how they are tagged."""

import io
import itertools
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator

import pikepdf
import pymupdf
import pypdf


def with_pypdf(content: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]


def with_pymupdf(content: bytes) -> list[str]:
    """The text of each page."""
    with pymupdf.open(stream=content) as pdf:
        return [page.get_text() for page in pdf]


def with_pdftotext(content: bytes) -> list[str]:
    """The text of each page."""
    done = subprocess.run(["pdftotext", "-", "-"], input=content, capture_output=True, check=True)  # noqa: S607
    return done.stdout.decode().split("\f")[:-1]


READERS: list[Callable[[bytes], list[str]]] = [with_pypdf, with_pymupdf]
if shutil.which("pdftotext"):
    READERS.append(with_pdftotext)


def joined(text: str) -> str:
    """The text without white space and hyphens."""
    return re.sub(r"[\s\-\u2010\u00ad]", "", text)


def lines_outside(content: bytes, *, left: float, right: float) -> list[str]:
    """Words that stand beyond the margins, given in mm from the edges of the page."""
    found = []
    with pymupdf.open(stream=content) as pdf:
        for page in pdf:
            edges = (left * 72 / 25.4 - 1, page.rect.width - right * 72 / 25.4 + 1)
            found += [word[4] for word in page.get_text("words") if word[0] < edges[0] or word[2] > edges[1]]
    return found


def overlapping(content: bytes) -> list[str]:
    """Pairs of words that are printed over each other, with their page."""
    found = []
    with pymupdf.open(stream=content) as pdf:
        for number, page in enumerate(pdf, start=1):
            # The boxes have the height of the font; the letters fill about its middle half.
            words = [
                (left, top + 0.3 * (bottom - top), right, bottom - 0.3 * (bottom - top), text)
                for left, top, right, bottom, text, *_place in page.get_text("words")
            ]
            words.sort(key=lambda word: word[1])
            for index, one in enumerate(words):
                for other in itertools.takewhile(lambda word: word[1] < one[3], words[index + 1 :]):  # noqa: B023
                    if min(one[2], other[2]) - max(one[0], other[0]) > 0.5:
                        found.append(f"p. {number}: {one[4]} / {other[4]}")
    return found


def foots(content: bytes, *, above: float = 26) -> list[tuple[str, str]]:
    """The last line of each page above the margin (mm), and the font it begins in."""
    found = []
    with pymupdf.open(stream=content) as pdf:
        for page in pdf:
            edge = page.rect.height - above * 72 / 25.4
            spans = [
                span
                for block in page.get_text("dict")["blocks"]
                for line in block.get("lines", ())
                for span in line["spans"]
                if span["bbox"][1] < edge and span["text"].strip()
            ]
            last = max(spans, key=lambda span: (round(span["bbox"][3]), -span["bbox"][0]))
            row = [span for span in spans if abs(span["bbox"][3] - last["bbox"][3]) < 4]
            row.sort(key=lambda span: span["bbox"][0])
            found.append((" ".join(span["text"] for span in row), row[0]["font"]))
    return found


def elements(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """All structure elements, in reading order."""
    yield from below(pdf.Root.StructTreeRoot)


def below(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """All structure elements below one, in reading order."""
    for kid in element.get("/K", ()):
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
            yield kid
            yield from below(kid)


def roles(pdf: pikepdf.Pdf) -> list[str]:
    """The roles of all structure elements, in reading order: ``Document``, ``Part``, ``H1`` …"""
    return [str(element.S)[1:] for element in elements(pdf)]


def outline(pdf: pikepdf.Pdf) -> list[str]:
    """The titles of the outline, indented by a blank for each level."""
    found = []

    def read(entries: list[pikepdf.OutlineItem], depth: int) -> None:
        for entry in entries:
            found.append(" " * depth + entry.title)
            read(entry.children, depth + 1)

    with pdf.open_outline() as tree:
        read(tree.root, 0)
    return found
