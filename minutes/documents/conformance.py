"""The last steps from WeasyPrint's PDF/A-3a to a file that is PDF/UA-1 (ISO 14289-1) as well."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence

from pikepdf import Array, Dictionary, Name, Object, ObjectStreamMode, Pdf, String

_MARKED = re.compile(rb"/\w+\s*<</MCID (\d+)>>\s*BDC")

# PDF/A allows properties outside its own schemas only where the file describes them (ISO 19005-3, 6.6.2.3).
_PDF_UA_METADATA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def finish(written: bytes, *, continued: tuple[int, ...], link_texts: Mapping[str, str], prefix: str = "") -> bytes:
    """The conforming file of what WeasyPrint wrote.

    ``continued`` says for each page but the first how many nested structure elements at its top continue those at the
    end of the page before (see ``continuations``); ``link_texts`` describes the links to each anchor; ``prefix`` makes
    the names of header cells unique among files that are bound together.
    """
    with Pdf.open(io.BytesIO(written)) as pdf:
        _join_pages(pdf, continued)
        elements = list(_below(_structure(pdf)))
        _scope_header_cells(elements)
        _make_margins_artifacts(pdf, elements)
        _describe_links(pdf, link_texts)
        if prefix:
            _rename_header_cells(elements, prefix)
        if Name.AF in pdf.Root:
            # WeasyPrint names each associated file twice.
            pdf.Root.AF = Array(pdf.Root.AF[: len(pdf.attachments)])
        _claim_pdf_ua(pdf)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return target.getvalue()


def _structure(pdf: Pdf) -> Object:
    """The Document element, root of all structure elements."""
    return pdf.Root.StructTreeRoot.K[0]


def _children(element: Object) -> list[Object]:
    """The structure elements directly below an element, without marked content and annotations."""
    # Marked content is a number, an annotation a dictionary of another type.
    return [kid for kid in element.get(Name.K, ()) if isinstance(kid, Dictionary) and kid.Type == Name.StructElem]


def _below(element: Object) -> Iterator[Object]:
    """All structure elements below an element, in reading order."""
    for child in _children(element):
        yield child
        yield from _below(child)


def _join_pages(pdf: Pdf, continued: tuple[int, ...]) -> None:
    """Make blocks that break over pages one element: WeasyPrint tags page by page, each from the top."""
    document = _structure(pdf)
    tops: dict[tuple[int, int], list[Object]] = {page.objgen: [] for page in pdf.pages}
    for top in _children(document):
        tops[top.Pg.objgen].append(top)
    joined: list[Object] = []
    for depth, parts in zip((0, *continued), tops.values(), strict=True):
        if depth and joined and parts:
            _join(joined[-1], parts.pop(0), depth)
        joined.extend(parts)
    document.K = Array(joined)


def _join(element: Object, rest: Object, depth: int) -> None:
    """Move what is in ``rest`` to the end of ``element``, and join what continues ``depth - 1`` levels below it."""
    parts = _children(rest)
    if element.S == Name.TR:
        for cell, rest_of_cell in zip(_children(element), parts, strict=False):
            _join(cell, rest_of_cell, 1)
        return
    if depth > 1 and parts:
        _join(_children(element)[-1], parts.pop(0), depth - 1)
    for part in parts:
        part.P = element
        element.K.append(part)


def _scope_header_cells(elements: Sequence[Object]) -> None:
    """Say of each header cell what it heads (Matterhorn 15-003): the row where data follow in it, else the column."""
    for row in elements:
        if row.S != Name.TR:
            continue
        cells = _children(row)
        scope = Name.Row if any(cell.S == Name.TD for cell in cells) else Name.Column
        for cell in cells:
            if cell.S == Name.TH:
                cell.A.Scope = scope


def _rename_header_cells(elements: Sequence[Object], prefix: str) -> None:
    """Put a prefix before the names by which data cells refer to their header cells."""
    for element in elements:
        if Name.ID in element:
            element.ID = String(prefix + str(element.ID))
        headers = element.A.get(Name.Headers) if Name.A in element else None
        if headers is not None:
            element.A.Headers = Array([String(prefix + str(name)) for name in headers])


def _make_margins_artifacts(pdf: Pdf, elements: Sequence[Object]) -> None:
    """Take running heads and page numbers out of the content: they are pagination (Matterhorn 18-002)."""
    known = {element.objgen for element in elements}
    parents = pdf.Root.StructTreeRoot.ParentTree.Nums
    for page in pdf.pages:
        owners = parents[2 * int(page.StructParents) + 1]
        margins = {mcid for mcid, element in enumerate(owners) if element.objgen not in known}
        if not margins:
            continue

        def artifact(mark: re.Match[bytes], margins: set[int] = margins) -> bytes:
            return b"/Artifact <</Type /Pagination>> BDC" if int(mark[1]) in margins else mark[0]

        page.Contents.write(_MARKED.sub(artifact, page.Contents.read_bytes()))
        for mcid in margins:
            owners[mcid] = Object.parse(b"null")


def _describe_links(pdf: Pdf, link_texts: Mapping[str, str]) -> None:
    """Say in words where a link leads (Matterhorn 28-005): WeasyPrint gives the name of the anchor."""
    for page in pdf.pages:
        for link in page.get(Name.Annots, ()):
            if str(link.get(Name.Dest, "")) in link_texts:
                link.Contents = String(link_texts[str(link.Dest)])


def _claim_pdf_ua(pdf: Pdf) -> None:
    """Declare PDF/UA-1 in the metadata, inside the one ``rdf:RDF`` that readers look at."""
    metadata = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(metadata.replace(b"</rdf:RDF>", _PDF_UA_METADATA + b"</rdf:RDF>"))
