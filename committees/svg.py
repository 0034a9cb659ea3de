"""Room: committees. Drawings as SVG: read, checked, and written anew from what a flat drawing needs, and nothing else.

Not a byte of the file gets through as it is: shapes, numbers and colours are parsed and written again. What would
change the look without being understood (text, pictures, gradients, filters, references) is refused by name.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.translation import gettext as _

from committees import svg_values as values

SVG = "http://www.w3.org/2000/svg"
MAX_BYTES = 256 * 1024
_MOST_ELEMENTS = 4000
_DEEPEST = 12

_SHAPES = frozenset(("path", "rect", "circle", "ellipse", "line", "polyline", "polygon"))
_UNSEEN = frozenset(("title", "desc", "metadata", "defs", "symbol", "linearGradient", "radialGradient")) | frozenset(
    ("clipPath", "mask", "filter", "pattern", "marker")
)
"""What draws nothing by itself. Whatever would draw with it is refused where it refers to it."""

_READERS: dict[str, Callable[[str], str | None]] = {
    **dict.fromkeys(("fill", "stroke"), values.colour),
    **dict.fromkeys(("fill-rule", "clip-rule"), values.word("nonzero", "evenodd")),
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity"), values.share),
    **dict.fromkeys(("x", "y", "cx", "cy", "x1", "x2", "y1", "y2"), values.length),
    **dict.fromkeys(("width", "height", "r", "rx", "ry", "stroke-width"), values.positive_length),
    "stroke-linecap": values.word("butt", "round", "square"),
    "stroke-linejoin": values.word("miter", "round", "bevel"),
    "stroke-miterlimit": values.positive_length,
    "stroke-dasharray": values.dashes,
    "stroke-dashoffset": values.length,
    "display": values.word("none", "inline", "block"),
    "visibility": values.word("visible", "hidden", "collapse"),
    "transform": values.transform,
    "d": values.path,
    "points": values.points,
}
_STYLES = frozenset(name for name in _READERS if name not in ("d", "points", "transform", "x", "y", "width", "height"))
_LOOKS = frozenset(("clip-path", "mask", "filter", "mix-blend-mode", "href")) | frozenset(
    ("marker", "marker-start", "marker-mid", "marker-end")
)
"""Attributes that change the look in ways that are not read here."""

_RULE = re.compile(r"\s*((?:\.[\w-]+\s*,?\s*)+)\{([^{}]*)\}\s*")


@dataclass
class _Element:
    name: str
    attributes: Mapping[str, str]
    children: list["_Element"] = field(default_factory=list)
    text: str = ""


def cleaned(content: bytes) -> bytes:
    """The same flat drawing in our own words. Raises ValidationError with a sentence for whoever uploaded it."""
    if len(content) > MAX_BYTES:
        raise ValidationError(_("The drawing is too large: at most 256 KB are possible for SVG."))
    root = _parsed(content)
    if root.name != "svg":
        raise ValidationError(_("The file is no SVG drawing."))
    box = _view_box(root.attributes)
    styles: dict[str, dict[str, str]] = {}
    for name, declared in _class_rules(root):
        styles[name] = styles.get(name, {}) | declared
    drawn = "".join(_written(child, styles, depth=1) for child in root.children)
    if not drawn:
        raise ValidationError(_("The drawing shows nothing."))
    own = _attributes(root, styles, leave_out=("x", "y", "width", "height"))
    return f'<svg xmlns="{SVG}" viewBox="{box}"{own}>{drawn}</svg>'.encode()


def _parsed(content: bytes) -> _Element:
    parser = expat.ParserCreate(namespace_separator=" ")
    top = _Element("", {})
    way, count = [top], 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > _MOST_ELEMENTS or len(way) > 4 * _DEEPEST:
            raise ValidationError(_("The drawing is too intricate. Save it as PNG instead."))
        space, _separator, local = name.rpartition(" ")
        # What drawing programs keep for themselves lies in name spaces of their own.
        element = _Element(local if space in (SVG, "") else "metadata", attributes)
        way[-1].children.append(element)
        way.append(element)

    def end(name: str) -> None:
        way.pop()

    def text(characters: str) -> None:
        if way[-1].name == "style":
            way[-1].text += characters

    def entity(*declared: object) -> None:
        raise ValidationError(_("The drawing declares entities, which is not allowed. Save it as plain SVG."))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = text, entity
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise ValidationError(_("The file is no SVG drawing.")) from error
    return top.children[0]


def _view_box(attributes: Mapping[str, str]) -> str:
    """The area that is shown, also of drawings that only say how wide and high they are."""
    numbers = values.numbers(attributes.get("viewBox", ""))
    if numbers is None or len(numbers) != 4:
        numbers = [0.0, 0.0, *(values.number(attributes.get(name, "")) or 0 for name in ("width", "height"))]
    if min(numbers[2:]) < 0.01:
        raise ValidationError(_("The drawing does not say how large it is (viewBox)."))
    return " ".join(map(values.written, numbers))


def _class_rules(element: _Element) -> Iterator[tuple[str, dict[str, str]]]:
    """What style sheets in the drawing say of classes; of anything else they must say nothing."""
    if element.name == "style":
        text = _plain_style(element.text)
        if _RULE.sub("", text).strip():
            raise _refused("style")
        for names, declarations in _RULE.findall(text):
            for name in re.findall(r"[\w-]+", names):
                yield name, _declared(declarations)
    for child in element.children:
        yield from _class_rules(child)


def _plain_style(text: str) -> str:
    """A style sheet without comments and with single blanks, so that reading it takes no longer than it is long."""
    first, *others = text.replace("<!--", " ").replace("-->", " ").split("/*")
    return " ".join(" ".join([first, *(part.partition("*/")[2] for part in others)]).split())


def _declared(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {name.strip().lower(): value.replace("!important", "").strip() for name, _colon, value in pairs}


def _written(element: _Element, styles: Mapping[str, dict[str, str]], *, depth: int) -> str:
    if element.name in _UNSEEN or element.name == "style":
        return ""
    if depth > _DEEPEST:
        raise ValidationError(_("The drawing is too intricate. Save it as PNG instead."))
    if element.name == "g":
        inner = "".join(_written(child, styles, depth=depth + 1) for child in element.children)
        return f"<g{_attributes(element, styles)}>{inner}</g>" if inner else ""
    if element.name not in _SHAPES:
        raise _refused(element.name)
    return f"<{element.name}{_attributes(element, styles)}/>"


def _attributes(element: _Element, styles: Mapping[str, dict[str, str]], *, leave_out: tuple[str, ...] = ()) -> str:
    """The attributes that are known, each with its value written anew; sheets and `style` come before them."""
    told = dict(element.attributes)
    for name in told.get("class", "").split():
        told |= _looks(styles.get(name, {}))
    told |= _looks(_declared(told.get("style", "")))
    written = []
    for name, value in told.items():
        local = name.rpartition(" ")[2]
        if local.lower().startswith("on") or (local in _LOOKS and value.strip() != "none"):
            raise _refused(local)
        if name not in _READERS or name in leave_out or value.strip() == "inherit":
            continue
        understood = _READERS[name](value)
        if understood is None:
            raise ValidationError(
                _("The drawing has something that can't be read: %(name)s=“%(value)s”."),
                params={"name": name, "value": value[:40]},
            )
        written.append(f' {name}="{escape(understood)}"')
    return "".join(written)


def _looks(declared: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in declared.items() if name in _STYLES or name in _LOOKS}


def _refused(name: str) -> ValidationError:
    return ValidationError(
        _("The drawing uses “%(name)s”. Save it with plain paths and colours only, or as PNG."),
        params={"name": name[:40]},
    )
