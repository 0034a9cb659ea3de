"""The PDF of a draft, bound of pieces of which only those are set anew that changed.

Each item begins a page. Published minutes are set in one flow instead, once (``pdf``).
"""

import hashlib
from collections.abc import Mapping
from functools import lru_cache

from minutes.documents import binding, engine, furniture, html, pdf, pieces
from minutes.documents.document import Document, Embedded
from minutes.documents.layout import Layout
from minutes.documents.stock import kept
from minutes.documents.tree import Block
from minutes.record.serialise import canonical_bytes

_GUESSES = 3


def write(document: Document) -> bytes:
    """The PDF of a whole draft. Raises PdfEngineMissing."""
    parts = pieces.cut(document.blocks())
    links = {key: f"Zu {label}" for part in parts for key, label in pieces.labels(part).items()}
    contents = [
        b"" if pieces.wants_numbers(part) else _piece(document, part, index, links) for index, part in enumerate(parts)
    ]
    counts = [binding.page_count(content) if content else 1 for content in contents]
    # Pieces with page numbers come last. How long they are themselves moves the others, so they may come twice.
    for _guess in range(_GUESSES):
        pages = _pages(parts, counts)
        for index, part in enumerate(parts):
            if pieces.wants_numbers(part):
                contents[index] = _piece(document, pieces.numbered(part, pages), index, links)
                counts[index] = binding.page_count(contents[index])
        if _pages(parts, counts) == pages:
            break
    bound = [
        binding.Bound(
            content,
            headings=frozenset(pieces.labels(part)),
            continues_part=index > 0 and pieces.has_item(part) and not pieces.begins_part(part),
        )
        for index, (content, part) in enumerate(zip(contents, parts, strict=True))
    ]
    sewn = binding.Sewn(pdf.printable(document.running_head), document.mark, _fonts(document))
    return binding.bind(bound, data=canonical_bytes(document.record), sewn=sewn)


def _pages(parts: tuple[tuple[Block, ...], ...], counts: list[int]) -> dict[str, int]:
    """The page on which each piece begins, by the keys of its headings."""
    found: dict[str, int] = {}
    page = 1
    for part, count in zip(parts, counts, strict=True):
        found.update(dict.fromkeys(pieces.labels(part), page))
        page += count
    return found


def _piece(document: Document, part: tuple[Block, ...], index: int, links: Mapping[str, str]) -> bytes:
    """A piece as a PDF of its own, set once for what stands in it."""
    if index:
        page = _page(part, document.record.language, document.layout)
        return _set(page, document, stylesheet="piece.css", links=links)
    data = Embedded(f"{document.name}.json", b"{}", pdf.DATA_DESCRIPTION)
    page = pdf.printable(html.page(document, part, issuer=pdf.issuer(document)))
    return _set(page, document, stylesheet="front.css", links=links, embedded=(data,))


@lru_cache(maxsize=256)
def _page(part: tuple[Block, ...], language: str, layout: Layout) -> str:
    """The page of a piece; of a draft that is read again and again most pieces are the ones of before."""
    return pdf.printable(html.piece(part, language=language, layout=layout))


def _set(
    page: str, document: Document, *, stylesheet: str, links: Mapping[str, str], embedded: tuple[Embedded, ...] = ()
) -> bytes:
    digest = hashlib.sha256(page.encode()).digest()

    def make() -> bytes:
        return engine.to_pdf(
            page,
            stylesheet=stylesheet,
            embedded=embedded,
            dated=document.dated,
            identifier=digest[:16],
            link_texts=links,
            prefix=f"{digest.hex()[:12]}-",
        )

    used = (f"{key} {text}" for key, text in links.items() if f'"#{key}"' in page)
    return kept(make, page, stylesheet, document.dated.isoformat(), *(file.name for file in embedded), *used)


def _fonts(document: Document) -> bytes:
    page = pdf.printable(furniture.source(document.running_head, document.mark))
    return _set(page, document, stylesheet="front.css", links={})
