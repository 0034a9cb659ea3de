"""Small PNG pictures of many kinds, made here."""

import io

from PIL import Image


def png(mode: str = "RGB", size: tuple[int, int] = (60, 30), colour: object = None, **options: object) -> bytes:
    """A picture of one colour."""
    target = io.BytesIO()
    Image.new(mode, size, colour).save(target, "PNG", **options)
    return target.getvalue()


KINDS = {
    "colours": png("RGB", colour=(20, 80, 160)),
    "transparent": png("RGBA", colour=(20, 80, 160, 40)),
    "grey": png("L", colour=120),
    "grey with transparency": png("LA", colour=(120, 40)),
    "sixteen bits": png("I;16", colour=30000),
    "palette": png("P", colour=3),
    "palette with a transparent colour": png("P", colour=3, transparency=3),
    "black and white": png("1", colour=1),
    "one pixel": png(size=(1, 1)),
    "a long line": png(size=(10_000, 1)),
    "a high line": png(size=(1, 10_000)),
}
SHIELD = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 72">'
    b'<path d="M2 2h56v36c0 18-16 28-28 32C18 66 2 56 2 38z" fill="#1f4e79"/>'
    b'<path d="M12 40l18-28 18 28z" fill="#fc0"/>'
    b"</svg>"
)
