"""The parts of an ODT beside its text: pages and their styles, settings, properties."""

import datetime

from minutes.documents.document import Document
from minutes.documents.office import styles
from minutes.documents.office.odt_styles import NAMESPACES, OASIS, VERSION, font_faces, mm, named_styles, style_key
from minutes.documents.office.pictures import Picture
from minutes.documents.office.styles import Sheet
from minutes.documents.office.xml import DECLARATION, element, escaped

MIMETYPE = "application/vnd.oasis.opendocument.text"


def style_sheet(sheet: Sheet, document: Document) -> str:
    """The styles, named and of pages."""
    return DECLARATION + element(
        "office:document-styles",
        NAMESPACES | VERSION,
        font_faces(),
        named_styles(sheet, document),
        element("office:automatic-styles", None, _page_layout()),
        element("office:master-styles", None, _master_page(document)),
    )


def _page_layout() -> str:
    """A4; head and foot take from the margins what is beyond them."""
    sheet = {
        "fo:page-width": mm(styles.PAGE[0]),
        "fo:page-height": mm(styles.PAGE[1]),
        "style:print-orientation": "portrait",
        "fo:margin-top": mm(styles.HEADER),
        "fo:margin-bottom": mm(styles.FOOTER),
        "fo:margin-left": mm(styles.LEFT),
        "fo:margin-right": mm(styles.RIGHT),
    }
    above, below = styles.TOP - styles.HEADER, styles.BOTTOM - styles.FOOTER
    return element(
        "style:page-layout",
        {"style:name": "Sheet"},
        element("style:page-layout-properties", sheet),
        element("style:header-style", None, _edge(above, "fo:margin-bottom")),
        element("style:footer-style", None, _edge(below, "fo:margin-top")),
    )


def _edge(height: float, side: str) -> str:
    distance = height - 5
    return element(
        "style:header-footer-properties",
        {"fo:min-height": mm(height), side: mm(distance), "style:dynamic-spacing": "false"},
    )


def _master_page(document: Document) -> str:
    """Running head at the left and mark at the right, not on the first page; ``Seite 2 von 5`` on each."""
    mark = element("text:span", {"text:style-name": "Strong"}, escaped(document.mark)) if document.mark else ""
    foot = document.layout.footer if document.is_letter else ()
    lines = (_styled(style_key(styles.FOOT.name), escaped(line)) for line in foot)
    count = "".join(
        (
            element("text:tab"),
            "Seite ",
            element("text:page-number", {"text:select-page": "current"}, "1"),
            " von ",
            element("text:page-count", None, "1"),
        )
    )
    return element(
        "style:master-page",
        {"style:name": "Standard", "style:page-layout-name": "Sheet"},
        element("style:header", None, _styled("Header", escaped(document.running_head) + element("text:tab") + mark)),
        element("style:header-first", None, _styled("Header", "")),
        element("style:footer", None, _styled("Footer", count)),
        element("style:footer-first", None, *lines, _styled("Footer", count)),
    )


def _styled(style: str, content: str) -> str:
    return element("text:p", {"text:style-name": style}, content)


def meta(document: Document) -> str:
    """Title, issuer and date, for lists of files and for archives."""
    moment = f"{document.dated.astimezone(datetime.UTC):%Y-%m-%dT%H:%M:%SZ}"
    properties = {
        "meta:generator": "Gremia",
        "dc:title": document.full_title,
        "dc:subject": document.subject,
        "meta:initial-creator": document.record.body.name,
        "dc:creator": document.record.body.name,
        "meta:creation-date": moment,
        "dc:date": moment,
        "dc:language": document.record.language,
    }
    inner = (element(name, None, escaped(value)) for name, value in properties.items())
    return DECLARATION + element("office:document-meta", NAMESPACES | VERSION, element("office:meta", None, *inner))


def settings() -> str:
    """The layout of today's LibreOffice, where it takes a file that says nothing for one of long ago; tab stops are
    counted from the margin, as in Word."""
    choices = {
        "TabsRelativeToIndent": "false",
        "IgnoreFirstLineIndentInNumbering": "false",
        "TabAtLeftIndentForParagraphsInList": "true",
        "AddParaTableSpacing": "true",
        "AddParaSpacingToTableCells": "true",
        "UseFormerLineSpacing": "false",
    }
    items = (
        element("config:config-item", {"config:name": name, "config:type": "boolean"}, value)
        for name, value in choices.items()
    )
    values = element("config:config-item-set", {"config:name": "ooo:configuration-settings"}, *items)
    return DECLARATION + element(
        "office:document-settings",
        NAMESPACES | {"xmlns:ooo": "http://openoffice.org/2004/office"} | VERSION,
        element("office:settings", None, values),
    )


def manifest(logo: Picture | None) -> str:
    """What each part is."""
    files = {"/": MIMETYPE} | dict.fromkeys(("content.xml", "styles.xml", "meta.xml", "settings.xml"), "text/xml")
    if logo:
        files[logo.path] = logo.content_type
    return DECLARATION + element(
        "manifest:manifest",
        {"xmlns:manifest": f"{OASIS}:manifest:1.0", "manifest:version": "1.3"},
        *(
            element("manifest:file-entry", {"manifest:full-path": path, "manifest:media-type": kind})
            for path, kind in files.items()
        ),
    )
