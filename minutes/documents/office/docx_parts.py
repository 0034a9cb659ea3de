"""The parts of a DOCX beside text and styles: settings, sheet of paper, heads and feet of pages, properties."""

import datetime

from minutes.documents.document import Document
from minutes.documents.layout import SVG
from minutes.documents.office import pictures, styles
from minutes.documents.office.docx_styles import RELATIONS, language, part, style_id, twips, w
from minutes.documents.office.pictures import Picture
from minutes.documents.office.xml import DECLARATION, element, escaped

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"header1": "header", "header2": "header", "footer1": "footer", "footer2": "footer"} | {
    name: name for name in ("styles", "numbering", "fontTable", "settings")
}


def settings(document: Document) -> str:
    """Hyphenation, language, and the layout of today's Word instead of that of an old one."""
    tongue = language(document)
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return part(
        "settings",
        w("defaultTabStop", val=twips(12.5)),
        w("autoHyphenation"),
        w("consecutiveHyphenLimit", val=3),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", mode),
        w("themeFontLang", val=tongue),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


# Pages


def section() -> str:
    """The sheet of paper; its first page has no running head."""
    return w(
        "sectPr",
        *(
            element(f"w:{kind}Reference", {"w:type": where, "r:id": part})
            for kind, where, part in (
                ("header", "default", "header2"),
                ("header", "first", "header1"),
                ("footer", "default", "footer1"),
                ("footer", "first", "footer2"),
            )
        ),
        w("pgSz", w=twips(styles.PAGE[0]), h=twips(styles.PAGE[1])),
        w(
            "pgMar",
            top=twips(styles.TOP),
            right=twips(styles.RIGHT),
            bottom=twips(styles.BOTTOM),
            left=twips(styles.LEFT),
            header=twips(styles.HEADER),
            footer=twips(styles.FOOTER),
            gutter=0,
        ),
        w("titlePg"),
    )


def header(document: Document) -> str:
    """Running head at the left, the mark of what does not hold at the right."""
    mark = w("r", w("rPr", w("b")), w("tab"), w("t", escaped(document.mark))) if document.mark else ""
    text = w("r", element("w:t", {"xml:space": "preserve"}, escaped(document.running_head)))
    return part("hdr", _styled("Header", text, mark))


def first_header() -> str:
    """The letterhead stands there already."""
    return part("hdr", _styled("Header"))


def footer(foot: tuple[str, ...] = ()) -> str:
    """``Seite 2 von 5``, below the lines at the foot of a letter."""
    lines = (_styled(style_id(styles.FOOT.name), _word(escaped(line))) for line in foot)
    count = (_word("Seite "), _count("PAGE"), _word(" von "), _count("NUMPAGES"))
    return part("ftr", *lines, _styled("Footer", w("r", w("tab")), *count))


def _styled(style: str, *content: str) -> str:
    return w("p", w("pPr", w("pStyle", val=style)), *content)


def _word(text: str) -> str:
    return w("r", element("w:t", {"xml:space": "preserve"}, text))


def _count(instruction: str) -> str:
    return w("fldSimple", _word("1"), instr=instruction)


# Package


def core_properties(document: Document) -> str:
    """Title, issuer and date, for lists of files and for archives."""
    moment = f"{document.dated.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"
    return DECLARATION + element(
        "cp:coreProperties",
        {
            "xmlns:cp": f"{_PACKAGE}/metadata/core-properties",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:dcterms": "http://purl.org/dc/terms/",
            "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        },
        element("dc:title", {}, escaped(document.full_title)),
        element("dc:subject", {}, escaped(document.subject)),
        element("dc:creator", {}, escaped(document.record.body.name)),
        element("dc:language", {}, escaped(language(document))),
        element("dcterms:created", {"xsi:type": "dcterms:W3CDTF"}, moment),
        element("dcterms:modified", {"xsi:type": "dcterms:W3CDTF"}, moment),
    )


APPLICATION = DECLARATION + element(
    "Properties",
    {"xmlns": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"},
    element("Application", {}, "Gremia"),
)


def content_types() -> str:
    """What each part is."""
    types = {f"/word/{name}.xml": f"{_WORD}.{kind}+xml" for name, kind in _PARTS.items()}
    types["/word/document.xml"] = f"{_WORD}.document.main+xml"
    types["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    types["/docProps/app.xml"] = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
    return DECLARATION + element(
        "Types",
        {"xmlns": f"{_PACKAGE}/content-types"},
        element(
            "Default", {"Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"}
        ),
        element("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        element("Default", {"Extension": "png", "ContentType": "image/png"}),
        element("Default", {"Extension": "svg", "ContentType": SVG}),
        *(element("Override", {"PartName": name, "ContentType": kind}) for name, kind in types.items()),
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    return DECLARATION + element(
        "Relationships",
        {"xmlns": f"{_PACKAGE}/relationships"},
        *(element("Relationship", {"Id": key, "Type": kind, "Target": target}) for key, kind, target in relations),
    )


PACKAGE_RELATIONS = _relations(
    ("document", f"{RELATIONS}/officeDocument", "word/document.xml"),
    ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ("app", f"{RELATIONS}/extended-properties", "docProps/app.xml"),
)


def document_relations(logo: Picture | None) -> str:
    """Where the text finds its other parts."""
    names = pictures.parts(logo) if logo else {}
    return _relations(
        *((name, f"{RELATIONS}/{kind}", f"{name}.xml") for name, kind in _PARTS.items()),
        *((name, f"{RELATIONS}/image", name) for name in names),
    )
