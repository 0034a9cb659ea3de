"""The styles of an ODT, its list without numbers, and its fonts."""

from minutes.documents.document import Document
from minutes.documents.layout import BLACK
from minutes.documents.office import styles
from minutes.documents.office.styles import CHARACTERS, CharacterStyle, Sheet, Style, resolved
from minutes.documents.office.xml import Attributes, element

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = {
    "xmlns:office": f"{OASIS}:office:1.0",
    "xmlns:style": f"{OASIS}:style:1.0",
    "xmlns:text": f"{OASIS}:text:1.0",
    "xmlns:table": f"{OASIS}:table:1.0",
    "xmlns:meta": f"{OASIS}:meta:1.0",
    "xmlns:config": f"{OASIS}:config:1.0",
    "xmlns:fo": f"{OASIS}:xsl-fo-compatible:1.0",
    "xmlns:draw": f"{OASIS}:drawing:1.0",
    "xmlns:svg": f"{OASIS}:svg-compatible:1.0",
    "xmlns:xlink": "http://www.w3.org/1999/xlink",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
}
VERSION = {"office:version": "1.3"}
HAIRLINE = "0.5pt solid #000000"
_SHADE = "#e4e4e4"

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


def named_styles(sheet: Sheet, document: Document) -> str:
    """The styles that the text uses, each with what differs from its basis."""
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
    return element(
        "office:styles",
        None,
        defaults,
        *(_paragraph_style(name, style, sheet, document.layout.accent) for name, style in sheet.styles.items()),
        *map(_character_style, CHARACTERS.values()),
        element("style:style", _named("Gremia Link", "text")),
        _list_style(),
    )


def _named(name: str, family: str) -> dict[str, str | float | None]:
    return {"style:name": style_key(name), "style:display-name": name, "style:family": family}


def _paragraph_style(name: str, style: Style, sheet: Sheet, accent: str) -> str:
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
        element("style:text-properties", _text_properties(style, accent)),
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


def _text_properties(style: Style | CharacterStyle, accent: str = BLACK) -> Attributes:
    found: dict[str, str | float | None] = {
        "style:font-name": style.font,
        "fo:font-size": points(style.size) if style.size else None,
        "fo:font-weight": None if style.bold is None else "bold" if style.bold else "normal",
        "fo:letter-spacing": None if style.letter_spacing is None else points(style.letter_spacing),
    }
    if isinstance(style, CharacterStyle):
        # OpenDocument has no frame around words, though LibreOffice does.
        return found | ({"fo:background-color": _SHADE} if style.framed else {})
    found["fo:color"] = accent if style.accented and accent != BLACK else None
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
