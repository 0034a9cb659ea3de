"""Documents of any blocks, and of samples, for the formats that word processors and mails read."""

from dataclasses import replace
from functools import cache

from minutes import documents
from minutes.documents.document import Document
from minutes.documents.layout import Logo
from minutes.documents.tree import Block
from tests.minutes.documents import samples

# Twice as wide as it is high; nobody looks at more than its head.
PNG = Logo(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x20", "image/png", "Wappen")
SVG = Logo(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30"><path d="M0 0h60v30z"/></svg>',
    "image/svg+xml",
    "Wappen",
)


@cache
def minutes(*, is_draft: bool = True) -> Document:
    """The model protocol."""
    return documents.compose(samples.m01(is_draft=is_draft), document="minutes")


@cache
def composed() -> dict[str, Document]:
    """A document of every kind, a draft, a real item, and the long and the odd."""
    kinds = {
        kind: documents.compose(record, document=kind, **given)
        for kind, (record, given) in samples.every_kind().items()
    }
    return kinds | {
        "draft": minutes(),
        "c00": documents.compose(samples.c00(), document="extract", item="3"),
        "stress": documents.compose(samples.stress(items=6), document="minutes"),
    }


def of(*blocks: Block, **values: object) -> Document:
    """A document of these blocks alone."""
    return replace(minutes(is_draft=False), draw=lambda _document: blocks, **values)
