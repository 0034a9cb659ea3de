"""The PDF of a draft, bound of pieces of which only those are set anew that changed.

Each item begins a page. Published minutes are set in one flow instead, once (``pdf``).
"""

import hashlib
import io
from collections.abc import Mapping
from contextlib import ExitStack
from functools import lru_cache

from pikepdf import Pdf

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
    with ExitStack() as files:

        def set_piece(part: tuple[Block, ...], index: int) -> Pdf:
            return files.enter_context(Pdf.open(io.BytesIO(_piece(document, part, index, links))))

        made = {index: set_piece(part, index) for index, part in enumerate(parts) if not pieces.wants_numbers(part)}
        # Pieces with page numbers come last. How long they are themselves moves the others, so they may come twice.
        for _guess in range(_GUESSES):
            pages = _pages(parts, made)
            for index, part in enumerate(parts):
                if pieces.wants_numbers(part):
                    made[index] = set_piece(pieces.numbered(part, pages), index)
            if _pages(parts, made) == pages:
                break
        bound = [
            binding.Bound(
                made[index],
                headings=frozenset(pieces.labels(part)),
                continues_part=index > 0 and pieces.has_item(part) and not pieces.begins_part(part),
            )
            for index, part in enumerate(parts)
        ]
        sewn = binding.Sewn(pdf.printable(document.running_head), document.mark, _fonts(document))
        return binding.bind(bound, data=canonical_bytes(document.record), sewn=sewn)


def _pages(parts: tuple[tuple[Block, ...], ...], made: Mapping[int, Pdf]) -> dict[str, int]:
    """The page on which each piece begins, by the keys of its headings; one that is not made yet has a page."""
    found: dict[str, int] = {}
    page = 1
    for index, part in enumerate(parts):
        found.update(dict.fromkeys(pieces.labels(part), page))
        page += len(made[index].pages) if index in made else 1
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
