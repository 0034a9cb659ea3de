"""Pieces of a document, each a finished PDF, bound to one PDF/A-3a and PDF/UA-1 file with one structure and outline."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, OutlineItem, Page, Pdf, String

from minutes.documents.furniture import Furniture


@dataclass(frozen=True, slots=True)
class Sewn:
    """What every page of the bound file bears: running head, mark, and the PDF that has the fonts for them."""

    head: str
    mark: str
    fonts: bytes


@dataclass(frozen=True, slots=True)
class Bound:
    """A finished piece, opened, and the names of the headings in it to which links lead.

    ``continues_part``: its headings belong to the part that an earlier piece began.
    """

    pdf: Pdf
    headings: frozenset[str] = frozenset()
    continues_part: bool = False


def bind(pieces: Sequence[Bound], *, data: bytes, sewn: Sewn) -> bytes:
    """The pieces in order, bound into the first: it has the metadata, and a file inside whose content becomes ``data``.

    Links lead to the heading of their name, in whatever piece it is.
    """
    pdf = pieces[0].pdf
    targets = {name: target for name, target in _targets(pdf) if name in pieces[0].headings}
    outline = _outline(pdf, list(pdf.pages))
    for bound in pieces[1:]:
        first = len(pdf.pages)
        _append(pdf, bound.pdf)
        pages = pdf.pages[first:]
        for name, target in _targets(bound.pdf):
            if name in bound.headings:
                targets[name] = _on(target, bound.pdf, pages)
        # Everything stands below the title, items below their part.
        place = outline[0].children
        if bound.continues_part and place:
            place = place[-1].children
        place.extend(_outline(bound.pdf, pages))
    _set_targets(pdf, targets)
    with pdf.open_outline() as tree:
        tree.root[:] = outline
    _fill(pdf, data)
    with Pdf.open(io.BytesIO(sewn.fonts)) as fonts:
        furniture = Furniture(pdf, fonts, head=sewn.head, mark=sewn.mark)
        for number in range(1, len(pdf.pages) + 1):
            furniture.draw(number, len(pdf.pages))
        bound_file = io.BytesIO()
        pdf.save(bound_file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return bound_file.getvalue()


def _append(pdf: Pdf, piece: Pdf) -> None:
    """The pages of a piece, and its structure elements at the end of ours."""
    first = len(pdf.pages)
    # Not `extend`, which warns that it loses the targets of links: `bind` takes care of them.
    for page in piece.pages:
        pdf.pages.append(Page(pdf.copy_foreign(page.obj)))
    # Copied after the pages, so that the elements refer to our copies of them.
    root = pdf.copy_foreign(piece.Root.StructTreeRoot)
    body = pdf.Root.StructTreeRoot.K[0].K[0]
    for element in root.K[0].K[0].K:
        element.P = body
        body.K.append(element)
    parents, added = pdf.Root.StructTreeRoot.ParentTree.Nums, root.ParentTree.Nums
    shift = int(parents[len(parents) - 2]) + 1
    for place in range(0, len(added), 2):
        parents.append(int(added[place]) + shift)
        parents.append(added[place + 1])
    for page in pdf.pages[first:]:
        page.obj.StructParents = int(page.obj.StructParents) + shift
        for annotation in page.obj.get(Name.Annots, ()):
            annotation.StructParent = int(annotation.StructParent) + shift


def _targets(pdf: Pdf) -> list[tuple[str, Object]]:
    """The named targets of links."""
    names = pdf.Root.get(Name.Names, Dictionary())
    if Name.Dests not in names:
        return []
    pairs = names.Dests.Names
    return [(str(pairs[place]), pairs[place + 1]) for place in range(0, len(pairs), 2)]


def _on(target: Object, piece: Pdf, pages: Sequence[Page]) -> Array:
    """The target on our copy of the page that it is on in the piece."""
    index = next(index for index, page in enumerate(piece.pages) if page.obj.objgen == target[0].objgen)
    return Array([pages[index].obj, *(entry for entry in list(target)[1:])])


def _set_targets(pdf: Pdf, targets: dict[str, Object]) -> None:
    if not targets:
        return
    # Names are found by halving, so they have to be sorted.
    ordered = sorted(targets.items(), key=lambda pair: pair[0].encode())
    names = Array([entry for name, target in ordered for entry in (String(name), target)])
    pdf.Root.Names.Dests = Dictionary(Names=names)


def _outline(pdf: Pdf, pages: Sequence[Page]) -> list[OutlineItem]:
    """The outline of a piece, leading to the given pages."""

    def copied(entry: Object) -> list[OutlineItem]:
        found = []
        while entry is not None:
            item = OutlineItem(str(entry.Title), _on(entry.Dest, pdf, pages))
            item.children.extend(copied(entry.get(Name.First)))
            found.append(item)
            entry = entry.get(Name.Next)
        return found

    outlines = pdf.Root.get(Name.Outlines)
    return copied(outlines.get(Name.First)) if outlines is not None else []


def _fill(pdf: Pdf, data: bytes) -> None:
    """Give the file inside its content."""
    file = pdf.Root.AF[0].EF.F
    file.write(data)
    file.Params.Size = len(data)
    file.Params.CheckSum = String(hashlib.md5(data, usedforsecurity=False).digest())
