"""Room: committees. Logos for documents: what may be uploaded, and what is kept of it. Nothing is kept as it came."""

import io
import struct
import warnings

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image

from committees import svg

PNG, SVG = "image/png", "image/svg+xml"
MAX_BYTES = 1024 * 1024
_MOST_PIXELS = 16_000_000
_LONGEST_SIDE = 1200
"""Pixels of what is kept: 60 mm in print at 500 dpi. Each document carries the logo."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def cleaned(content: bytes) -> tuple[bytes, str]:
    """What is kept of an uploaded file, and its media type: PNG without transparency, or SVG of plain shapes.

    Raises ValidationError with a sentence for whoever uploaded it.
    """
    if len(content) > MAX_BYTES:
        raise ValidationError(_("The logo is too large: at most 1 MB is possible."))
    if content.startswith(_SIGNATURE):
        return _png(content), PNG
    if b"<svg" in content[:4096] or b":svg" in content[:4096]:
        return svg.cleaned(content), SVG
    raise ValidationError(_("A logo is a PNG picture or an SVG drawing; this file is neither."))


def is_sound(content: bytes, content_type: str) -> bool:
    """Whether a stored logo is one that can be printed: it may have come into the database some other way."""
    try:
        if content_type == PNG:
            return content.startswith(_SIGNATURE) and _opened(content).mode == "RGB"
        return content_type == SVG and bool(svg.cleaned(content))
    except ValidationError:
        return False


def _png(content: bytes) -> bytes:
    picture = _on_white(_opened(content))
    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
    kept = io.BytesIO()
    picture.save(kept, "PNG", optimize=True)
    return kept.getvalue()


def _opened(content: bytes) -> Image.Image:
    """The picture with all its pixels, if it is one and of bearable size."""
    # The head says the size before anything is unpacked.
    width, height = struct.unpack(">II", content[16:24]) if content[12:16] == b"IHDR" and len(content) > 24 else (0, 0)
    if width * height > _MOST_PIXELS:
        raise ValidationError(_("The logo has too many pixels: 4000 × 4000 are possible."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # The PDF engine tells Pillow to load what is cut off; then only this says that something is missing.
            Image.open(io.BytesIO(content), formats=["PNG"]).verify()
            picture = Image.open(io.BytesIO(content), formats=["PNG"])
            picture.load()
    except (OSError, SyntaxError, ValueError, struct.error, EOFError) as error:
        raise ValidationError(_("The PNG picture is damaged.")) from error
    return picture


def _on_white(picture: Image.Image) -> Image.Image:
    """The picture as it looks on paper, in eight bits a colour."""
    if picture.mode.startswith("I"):
        # Sixteen bits of grey would be cut off at 255, not scaled.
        picture = picture.convert("I").point(lambda grey: grey / 256).convert("L")
    coloured = picture.convert("RGBA")
    paper = Image.new("RGBA", coloured.size, "white")
    paper.alpha_composite(coloured)
    return paper.convert("RGB")
