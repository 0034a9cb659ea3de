"""The styles of a DOCX, its list without numbers, and its fonts."""

from minutes.documents.document import Document
from minutes.documents.layout import BLACK
from minutes.documents.office import pictures, styles
from minutes.documents.office.styles import CHARACTERS, CharacterStyle, Sheet, Style, resolved
from minutes.documents.office.xml import DECLARATION, element

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "xmlns:r": RELATIONS,
    **pictures.DRAWING_NAMESPACES,
}

TABLE_STYLE = "GremiaTable"
LIST_LEVELS = 4
LANGUAGES = {"de": "de-DE", "en": "en-GB"}
"""Which country's rules of hyphenation and spelling a language takes, where the record names none."""

_BUILT_IN = {"Header", "Footer", *(style.name for style in styles.HEADINGS.values())}
"""Names that Word writes in small letters; all others are as they are."""


def w(name: str, /, *content: str, **attributes: str | float | None) -> str:
    """An element of WordprocessingML with its attributes."""
    return element(f"w:{name}", {f"w:{key}": value for key, value in attributes.items()}, *content)


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def style_id(name: str) -> str:
    """``Gremia Item Heading 3`` → ``GremiaItemHeading3``"""
    return "".join(letter for letter in name if letter.isalnum())


def language(document: Document) -> str:
    """The language with its country: de-DE."""
    return LANGUAGES.get(document.record.language, document.record.language)


def part(name: str, *content: str) -> str:
    """A part of the file, from its root on."""
    return DECLARATION + element(f"w:{name}", NAMESPACES, *content)


def style_sheet(sheet: Sheet, document: Document) -> str:
    """The styles that the text uses, each with what differs from its basis."""
    tongue, accent = language(document), document.layout.accent
    defaults = w(
        "docDefaults",
        w("rPrDefault", w("rPr", _fonts(styles.SERIF), w("lang", val=tongue, eastAsia=tongue, bidi="ar-SA"))),
        w("pPrDefault"),
    )
    cells = w("tblCellMar", *(w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    table = [
        w("style", w("name", val="Normal Table"), w("tblPr", cells), type="table", default=1, styleId="TableNormal"),
        w(
            "style",
            w("name", val="Gremia Table"),
            w("basedOn", val="TableNormal"),
            w("tblPr", w("tblCellMar", w("top", w=40, type="dxa"))),
            type="table",
            customStyle=1,
            styleId=TABLE_STYLE,
        ),
    ]
    return part(
        "styles",
        defaults,
        *(_paragraph_style(name, style, sheet, accent) for name, style in sheet.styles.items()),
        _default("character", "Default Paragraph Font"),
        *map(_character_style, CHARACTERS.values()),
        *table,
        _default("numbering", "No List"),
    )


def _default(kind: str, name: str) -> str:
    return w("style", w("name", val=name), type=kind, default=1, styleId=style_id(name))


def _paragraph_style(name: str, style: Style, sheet: Sheet, accent: str) -> str:
    is_first = style.basis is None
    return w(
        "style",
        w("name", val=name.lower() if name in _BUILT_IN else name),
        w("basedOn", val=style_id(sheet.name(style.basis))) if style.basis else "",
        w("next", val=style_id(styles.TEXT.name)) if style.level else "",
        w("qFormat"),
        w("pPr", *_paragraph_properties(style)),
        w("rPr", *_run_properties(style, accent)),
        type="paragraph",
        default=1 if is_first else None,
        customStyle=1 if name.startswith("Gremia") else None,
        styleId=style_id(name),
    )


def _paragraph_properties(style: Style) -> list[str]:
    """In the order that the schema wants."""
    found = []
    if style.keeps_next:
        found += [w("keepNext"), w("keepLines")]
    if style.list_depth is not None:
        found.append(w("numPr", w("ilvl", val=style.list_depth), w("numId", val=1)))
    if style.rule:
        side = {"above": "top", "below": "bottom"}[style.rule]
        found.append(w("pBdr", w(side, val="single", sz=4, space=3, color="auto")))
    if style.tabs is not None:
        found.append(w("tabs", *_tabs(style)))
    if style.hyphenates is not None:
        found.append(w("suppressAutoHyphens", val=int(not style.hyphenates)))
    if any(value is not None for value in (style.before, style.after, style.line)):
        found.append(
            w(
                "spacing",
                before=points(style.before),
                after=points(style.after),
                line=points(style.line),
                lineRule="atLeast" if style.line else None,
            )
        )
    if style.left is not None or style.hanging is not None:
        hanging = None if style.hanging is None else twips(style.hanging)
        found.append(w("ind", left=None if style.left is None else twips(style.left), hanging=hanging))
    if style.align:
        found.append(w("jc", val=style.align))
    if style.level:
        found.append(w("outlineLvl", val=style.level - 1))
    return found


def _tabs(style: Style) -> list[str]:
    """The tab stops by place; Word adds them to those of the basis, so these are cleared."""
    own = style.tabs or ()
    inherited = (resolved(style.basis).tabs or ()) if style.basis else ()
    taken = {tab.at for tab in own}
    stops = [(tab.at, tab.side) for tab in own] + [(tab.at, "clear") for tab in inherited if tab.at not in taken]
    return [w("tab", val=kind, pos=twips(at)) for at, kind in sorted(stops)]


def points(size: float | None) -> int | None:
    """Points in twentieths of a point."""
    return None if size is None else round(size * 20)


def space(before: float | None, after: float | None) -> str:
    """Space above and below a paragraph that is not what its style says."""
    if before is None and after is None:
        return ""
    return w("spacing", before=points(before), after=points(after))


def _run_properties(style: Style | CharacterStyle, accent: str = BLACK) -> list[str]:
    """In the order that the schema wants."""
    found = []
    if style.font:
        found.append(_fonts(style.font))
    if style.bold is not None:
        found.append(w("b", val=int(style.bold)))
    if isinstance(style, Style) and style.italic:
        found.append(w("i"))
    if isinstance(style, Style) and style.accented and accent != BLACK:
        found.append(w("color", val=accent.removeprefix("#").upper()))
    if style.letter_spacing is not None:
        found.append(w("spacing", val=points(style.letter_spacing)))
    if style.size:
        found += [w("sz", val=round(style.size * 2)), w("szCs", val=round(style.size * 2))]
    if isinstance(style, CharacterStyle) and style.framed:
        found.append(w("bdr", val="single", sz=4, space=2, color="auto"))
    return found


def _fonts(name: str) -> str:
    return w("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _character_style(style: CharacterStyle) -> str:
    return w(
        "style",
        w("name", val=style.name),
        w("qFormat"),
        w("rPr", *_run_properties(style)),
        type="character",
        customStyle=1 if style.name.startswith("Gremia") else None,
        styleId=style_id(style.name),
    )


def numbering() -> str:
    """A list without numbers: entries are entries for a screen reader, and their labels stand in the text."""
    levels = (
        w("lvl", w("numFmt", val="none"), w("suff", val="nothing"), w("lvlText", val=""), ilvl=level)
        for level in range(LIST_LEVELS)
    )
    abstract = w("abstractNum", w("multiLevelType", val="multilevel"), *levels, abstractNumId=0)
    return part("numbering", abstract, w("num", w("abstractNumId", val=0), numId=1))


def font_table() -> str:
    """What to take on a machine without our fonts."""
    families = {styles.SERIF: "roman", styles.SANS: "swiss"}
    fonts = (
        w(
            "font",
            w("altName", val=",".join(others)),
            w("family", val=families[name]),
            w("pitch", val="variable"),
            name=name,
        )
        for name, others in styles.SUBSTITUTES.items()
    )
    return part("fonts", *fonts)
