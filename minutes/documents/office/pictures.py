"""The logo of a house in a word processor: at the right of the letterhead, as large as there is room."""

import base64
from dataclasses import dataclass

from minutes.documents.layout import SVG, Logo
from minutes.documents.logo_size import printed_size
from minutes.documents.office.xml import Attributes, element, escaped

_EMU = 36_000
"""What Office measures pictures in, to the millimetre."""

NOTHING = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII="
)
"""A picture of one clear dot, for a Word of before 2016 that cannot draw an SVG."""

DRAWING_NAMESPACES = {
    "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "xmlns:asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
}
_PICTURE = DRAWING_NAMESPACES["xmlns:pic"]
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


@dataclass(frozen=True, slots=True)
class Picture:
    """A logo with its size on paper in mm."""

    content: bytes
    is_svg: bool
    text: str
    width: float
    height: float

    @property
    def path(self) -> str:
        """Where it lies in an ODT."""
        return f"Pictures/logo.{'svg' if self.is_svg else 'png'}"

    @property
    def content_type(self) -> str:
        return SVG if self.is_svg else "image/png"


def fitted(logo: Logo | None) -> Picture | None:
    """The logo as large as its room allows."""
    if logo is None:
        return None
    size = printed_size(logo)
    return Picture(logo.content, logo.content_type == SVG, logo.text, *size) if size else None


def parts(picture: Picture) -> dict[str, bytes]:
    """The files of a picture in a DOCX, by name: of an SVG also what stands for it."""
    return {"logo.svg": picture.content, "logo.png": NOTHING} if picture.is_svg else {"logo.png": picture.content}


def drawing(picture: Picture) -> str:
    """The picture in the text of a DOCX, anchored to its paragraph at the right margin."""
    size: Attributes = {"cx": round(picture.width * _EMU), "cy": round(picture.height * _EMU)}
    named: Attributes = {"id": 1, "name": "Logo", "descr": picture.text}
    vector = element(
        "a:extLst",
        None,
        element("a:ext", {"uri": _SVG_EXTENSION}, element("asvg:svgBlip", {"r:embed": "logo.svg"})),
    )
    shape = element(
        "pic:pic",
        None,
        element("pic:nvPicPr", None, element("pic:cNvPr", named), element("pic:cNvPicPr")),
        element(
            "pic:blipFill",
            None,
            element("a:blip", {"r:embed": "logo.png"}, vector if picture.is_svg else ""),
            element("a:stretch", None, element("a:fillRect")),
        ),
        element(
            "pic:spPr",
            None,
            element("a:xfrm", None, element("a:off", {"x": 0, "y": 0}), element("a:ext", size)),
            element("a:prstGeom", {"prst": "rect"}, element("a:avLst")),
        ),
    )
    anchor = {"simplePos": 0, "relativeHeight": 1, "behindDoc": 0, "locked": 0, "layoutInCell": 1, "allowOverlap": 1}
    return element(
        "w:drawing",
        None,
        element(
            "wp:anchor",
            {"distT": 0, "distB": 0, "distL": 0, "distR": 0} | anchor,
            element("wp:simplePos", {"x": 0, "y": 0}),
            element("wp:positionH", {"relativeFrom": "margin"}, element("wp:align", None, "right")),
            element("wp:positionV", {"relativeFrom": "paragraph"}, element("wp:posOffset", None, "0")),
            element("wp:extent", size),
            element("wp:effectExtent", {"l": 0, "t": 0, "r": 0, "b": 0}),
            element("wp:wrapSquare", {"wrapText": "bothSides"}),
            element("wp:docPr", named),
            element("wp:cNvGraphicFramePr"),
            element("a:graphic", None, element("a:graphicData", {"uri": _PICTURE}, shape)),
        ),
    )


def frame(picture: Picture, style: str) -> str:
    """The picture in the text of an ODT."""
    size: Attributes = {
        "draw:style-name": style,
        "draw:name": "Logo",
        "text:anchor-type": "paragraph",
        "svg:width": f"{picture.width:.6g}mm",
        "svg:height": f"{picture.height:.6g}mm",
    }
    link: Attributes = {
        "xlink:href": picture.path,
        "xlink:type": "simple",
        "xlink:show": "embed",
        "xlink:actuate": "onLoad",
    }
    words = element("svg:title", None, escaped(picture.text))
    return element("draw:frame", size, element("draw:image", link), words)


FRAME_PROPERTIES = {
    "style:horizontal-pos": "right",
    "style:horizontal-rel": "page-content",
    "style:vertical-pos": "top",
    "style:vertical-rel": "paragraph",
    "style:wrap": "left",
    "fo:border": "none",
}
