"""What our fonts can print, and how wide it is: read from their files once."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parent / "assets" / "fonts"
SERIF, SANS, SANS_SEMIBOLD = "SourceSerif4-Regular.ttf", "SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf"


@dataclass(frozen=True, slots=True)
class Font:
    """Glyph number and width (in em) of each character by its code, ascent and descent (in em)."""

    glyphs: dict[int, int]
    widths: dict[int, float]
    ascent: float
    descent: float

    def width(self, text: str, *, otherwise: float = 0) -> float:
        """How wide a text is, in em; ``otherwise`` is the width of a character that the font lacks."""
        return sum(self.widths.get(ord(letter), otherwise) for letter in text)


@cache
def font(name: str) -> Font:
    """A font of the folder."""
    with TTFont(FOLDER / name) as file:
        scale, metrics, names = file["head"].unitsPerEm, file["hmtx"], file.getBestCmap()
        return Font(
            glyphs={code: file.getGlyphID(glyph) for code, glyph in names.items()},
            widths={code: metrics[glyph][0] / scale for code, glyph in names.items()},
            ascent=file["hhea"].ascent / scale,
            descent=-file["hhea"].descent / scale,
        )
