"""The parts of an ODT beside its text: styles, pages, properties."""

import datetime

from minutes.documents.document import Document
from minutes.documents.office import styles
from minutes.documents.office.styles import CHARACTERS, CharacterStyle, Sheet, Style, resolved
from minutes.documents.office.xml import DECLARATION, Attributes, element, escaped

MIMETYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = {
    "xmlns:office": f"{_OASIS}:office:1.0",
    "xmlns:style": f"{_OASIS}:style:1.0",
    "xmlns:text": f"{_OASIS}:text:1.0",
    "xmlns:table": f"{_OASIS}:table:1.0",
    "xmlns:meta": f"{_OASIS}:meta:1.0",
    "xmlns:config": f"{_OASIS}:config:1.0",
    "xmlns:fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "xmlns:svg": f"{_OASIS}:svg-compatible:1.0",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
VERSION = {"office:version": "1.3"}
HAIRLINE = "0.5pt solid #000000"

_LIST = "Gremia_20_List"
_LINK = "Gremia_20_Link"
LIST_START = f'<text:list text:style-name="{_LIST}"><text:list-item>'
LIST_LEVELS = 4
COUNTRIES = {"de": "DE", "en": "GB"}
"""Which country's rules of hyphenation and spelling a language takes, where the record names none."""


def mm(length: float) -> str:
    """A length in millimetres."""
    return f"{length:.6g}mm"


def points(length: float) -> str:
    """A length in points."""
    return f"{length:.6g}pt"


def style_key(name: str) -> str:
    """The name of a style as files have it: ``Gremia_20_Cell``. What Word calls Normal is Standard here."""
    if name == styles.TEXT.name:
        return "Standard"
    return "".join(letter if letter.isalnum() else f"_{ord(letter):x}_" for letter in name)


def link(place: str) -> dict[str, str | float | None]:
    """The attributes of a link to a bookmark; it looks like the text around it."""
    return {
        "xlink:type": "simple",
        "xlink:href": f"#{place}",
        "text:style-name": _LINK,
        "text:visited-style-name": _LINK,
    }


# Styles


def font_faces() -> str:
    """Our fonts, and what to take on a machine without them."""
    generic = {styles.SERIF: "roman", styles.SANS: "swiss"}
    return element(
        "office:font-face-decls",
        None,
        *(
            element(
                "style:font-face",
                {
                    "style:name": name,
                    "svg:font-family": ", ".join(f"'{one}'" for one in (name, *others)),
                    "style:font-family-generic": generic[name],
                    "style:font-pitch": "variable",
                },
            )
            for name, others in styles.SUBSTITUTES.items()
        ),
    )


def style_sheet(sheet: Sheet, document: Document) -> str:
    """The styles that the text uses, each with what differs from its basis, and the pages."""
    language, _, country = document.record.language.partition("-")
    defaults = element(
        "style:default-style",
        {"style:family": "paragraph"},
        element(
            "style:paragraph-properties",
            {"fo:orphans": 2, "fo:widows": 2, "style:tab-stop-distance": mm(12.5), "style:writing-mode": "page"},
        ),
        element(
            "style:text-properties",
            {
                "fo:language": language,
                "fo:country": country or COUNTRIES.get(language, "none"),
                "fo:hyphenate": "true",
                "fo:hyphenation-remain-char-count": 3,
                "fo:hyphenation-push-char-count": 3,
            },
        ),
    )
    named = element(
        "office:styles",
        None,
        defaults,
        *(_paragraph_style(name, style, sheet) for name, style in sheet.styles.items()),
        *map(_character_style, CHARACTERS.values()),
        element("style:style", _named("Gremia Link", "text")),
        _list_style(),
    )
    return DECLARATION + element(
        "office:document-styles",
        NAMESPACES | VERSION,
        font_faces(),
        named,
        element("office:automatic-styles", None, _page_layout()),
        element("office:master-styles", None, _master_page(document)),
    )


def _named(name: str, family: str) -> dict[str, str | float | None]:
    return {"style:name": style_key(name), "style:display-name": name, "style:family": family}


def _paragraph_style(name: str, style: Style, sheet: Sheet) -> str:
    attributes = _named(name, "paragraph")
    if style.basis is None:
        attributes["style:display-name"] = None
    else:
        attributes["style:parent-style-name"] = style_key(sheet.name(style.basis))
    if style.level:
        attributes["style:next-style-name"] = "Standard"
        attributes["style:default-outline-level"] = style.level
    tabs = ""
    if style.tabs is not None:
        stops = (
            element("style:tab-stop", {"style:position": mm(tab.at), "style:type": tab.side}) for tab in style.tabs
        )
        tabs = element("style:tab-stops", None, *stops)
    return element(
        "style:style",
        attributes,
        element("style:paragraph-properties", _paragraph_properties(style), tabs),
        element("style:text-properties", _text_properties(style)),
    )


def _paragraph_properties(style: Style) -> Attributes:
    found: dict[str, str | float | None] = {}
    whole = resolved(style)
    if style.before is not None or style.after is not None:
        found |= space(whole)
    if style.left is not None or style.hanging is not None:
        found |= indent(whole)
    found["style:line-height-at-least"] = points(style.line) if style.line else None
    found["fo:text-align"] = {"left": "start", "right": "end", None: None}[style.align]
    if style.keeps_next:
        found |= {"fo:keep-with-next": "always", "fo:keep-together": "always"}
    if style.rule:
        side = {"above": "top", "below": "bottom"}[style.rule]
        found |= {f"fo:border-{side}": HAIRLINE, f"fo:padding-{side}": points(3)}
    return found


def space(style: Style, before: float | None = None, after: float | None = None) -> dict[str, str]:
    """The space above and below: LibreOffice forgets the one where only the other is given."""
    above = style.before if before is None else before
    below = style.after if after is None else after
    return {"fo:margin-top": points(above or 0), "fo:margin-bottom": points(below or 0)}


def indent(style: Style) -> dict[str, str]:
    """How far all lines stand from the left, and how far the first stands out."""
    return {"fo:margin-left": mm(style.left or 0), "fo:text-indent": mm(-(style.hanging or 0))}


def _text_properties(style: Style | CharacterStyle) -> Attributes:
    found: dict[str, str | float | None] = {
        "style:font-name": style.font,
        "fo:font-size": points(style.size) if style.size else None,
        "fo:font-weight": None if style.bold is None else "bold" if style.bold else "normal",
        "fo:letter-spacing": None if style.letter_spacing is None else points(style.letter_spacing),
    }
    if isinstance(style, CharacterStyle):
        return found | ({"fo:border": HAIRLINE, "fo:padding": points(2)} if style.framed else {})
    found["fo:font-style"] = "italic" if style.italic else None
    found["fo:hyphenate"] = None if style.hyphenates is None else str(style.hyphenates).lower()
    return found


def _character_style(style: CharacterStyle) -> str:
    return element("style:style", _named(style.name, "text"), element("style:text-properties", _text_properties(style)))


def _list_style() -> str:
    """A list without numbers: entries are entries for a screen reader, and their labels stand in the text."""
    nothing = element(
        "style:list-level-properties",
        {"text:list-level-position-and-space-mode": "label-alignment"},
        element("style:list-level-label-alignment", {"text:label-followed-by": "nothing"}),
    )
    levels = (
        element("text:list-level-style-number", {"text:level": level, "style:num-format": ""}, nothing)
        for level in range(1, LIST_LEVELS + 1)
    )
    return element("text:list-style", {"style:name": _LIST, "style:display-name": "Gremia List"}, *levels)


# Pages


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
        element("style:footer-first", None, _styled("Footer", count)),
    )


def _styled(style: str, content: str) -> str:
    return element("text:p", {"text:style-name": style}, content)


# Package


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


def manifest() -> str:
    """What each part is."""
    files = {"/": MIMETYPE} | dict.fromkeys(("content.xml", "styles.xml", "meta.xml", "settings.xml"), "text/xml")
    return DECLARATION + element(
        "manifest:manifest",
        {"xmlns:manifest": f"{_OASIS}:manifest:1.0", "manifest:version": "1.3"},
        *(
            element("manifest:file-entry", {"manifest:full-path": path, "manifest:media-type": kind})
            for path, kind in files.items()
        ),
    )
