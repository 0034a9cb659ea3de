"""Logos: PNG of every kind becomes one kind, SVG goes its own way, all else is refused."""

import io
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from PIL import Image, ImageFile

from committees import logos
from tests.committees.pictures import KINDS, SHIELD, png


def refusal(content: bytes) -> str:
    with translation.override("en"), pytest.raises(ValidationError) as refused:
        logos.cleaned(content)
    return refused.value.messages[0]


def opened(content: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(content))
    picture.load()
    return picture


def interlaced() -> bytes:
    """Four grey pixels in the order of Adam7, which Pillow reads but does not write."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 2, 2, 8, 0, 0, 0, 1)
    passes = b"\x00\x10" + b"\x00\x20" + b"\x00\x30\x40"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(passes)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("content", [*KINDS.values(), interlaced()], ids=[*KINDS, "interlaced"])
def test_every_kind_of_png_is_kept_as_plain_colours_that_fit(content):
    kept, kind = logos.cleaned(content)
    picture = opened(kept)
    assert (kind, picture.mode) == ("image/png", "RGB")
    assert max(picture.size) <= 1200
    assert min(picture.size) >= 1
    assert logos.is_sound(kept, kind)


def test_what_is_transparent_is_white_as_on_paper():
    kept, _kind = logos.cleaned(png("RGBA", colour=(0, 0, 0, 0)))
    assert opened(kept).getpixel((0, 0)) == (255, 255, 255)


def test_sixteen_bits_keep_their_grey():
    kept, _kind = logos.cleaned(png("I;16", colour=0x8000))
    assert opened(kept).getpixel((0, 0)) == (128, 128, 128)


def test_what_somebody_wrote_into_the_file_is_not_kept():
    from PIL.PngImagePlugin import PngInfo

    told = PngInfo()
    told.add_text("Author", "geheim")
    kept, _kind = logos.cleaned(png(pnginfo=told))
    assert b"geheim" not in kept


def test_a_drawing_is_kept_as_drawing():
    kept, kind = logos.cleaned(SHIELD)
    assert kind == "image/svg+xml"
    assert logos.is_sound(kept, kind)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_unpacked():
    huge = bytearray(png())
    huge[16:24] = struct.pack(">II", 100_000, 100_000)
    assert "too many pixels" in refusal(bytes(huge))


def test_what_is_too_large_is_refused():
    assert "too large" in refusal(png() + b"\x00" * logos.MAX_BYTES)


@pytest.mark.parametrize("loads_what_is_cut_off", [False, True])
@pytest.mark.parametrize("length", [8, 12, 20, 30, 50, 80, 250])
def test_a_damaged_picture_is_refused(length, loads_what_is_cut_off, monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", loads_what_is_cut_off)
    assert refusal(png("RGB", (300, 300), (1, 2, 3))[:length]) == "The PNG picture is damaged."


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"\xff\xd8\xff\xe0", b"%PDF-1.7", b"<html></html>"])
def test_any_other_file_is_refused(content):
    assert "neither" in refusal(content)


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"", "image/png"), (b"rubbish", "image/png"), (png("P"), "image/png"), (SHIELD, "image/png"), (SHIELD, "")],
)
def test_what_did_not_come_through_here_is_not_sound(content, kind):
    assert not logos.is_sound(content, kind)
