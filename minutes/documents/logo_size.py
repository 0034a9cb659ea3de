"""How large a logo is printed, in every format: as large as its room allows."""

import re
import struct

from minutes.documents.layout import SVG, Logo

_WIDEST, _HIGHEST = 62.0, 24.0
"""The room for a logo in mm."""
_THINNEST = 0.2
_VIEW_BOX = re.compile(rb'viewBox="([^"]*)"')


def printed_size(logo: Logo) -> tuple[float, float] | None:
    """Width and height in mm, neither thinner than a line; None of a picture that has no size."""
    width, height = _svg_size(logo.content) if logo.content_type == SVG else _png_size(logo.content)
    if not (width > 0 and height > 0):
        return None
    scale = min(_WIDEST / width, _HIGHEST / height)
    return max(width * scale, _THINNEST), max(height * scale, _THINNEST)


def _svg_size(content: bytes) -> tuple[float, float]:
    """The proportions of a drawing; a square where it does not tell."""
    found = _VIEW_BOX.search(content)
    try:
        *_corner, width, height = (float(number) for number in (found[1] if found else b"").split())
    except ValueError:
        return 1.0, 1.0
    return width, height


def _png_size(content: bytes) -> tuple[float, float]:
    try:
        width, height = struct.unpack(">II", content[16:24])
    except struct.error:
        return 0.0, 0.0
    return float(width), float(height)
