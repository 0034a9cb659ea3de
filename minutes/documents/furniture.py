"""Running heads and page numbers, set on finished pages: what WeasyPrint's margin boxes do where pages are set at once.

The measures are those of ``assets/page.css``.
"""

from functools import cache

from fontTools.ttLib import TTFont
from pikepdf import Name, Object, Pdf, Stream

from minutes.documents import engine
from minutes.documents.html import furniture_page

_MM = 72 / 25.4
_LEFT, _RIGHT, _HEIGHT = 25 * _MM, (210 - 24) * _MM, 297 * _MM
_HEAD, _FOOT = 13 * _MM, (297 - 26 + 9) * _MM
_SIZE, _LINE = 8.5, 1.2
_HEAD_WIDTH = 0.75 * (_RIGHT - _LEFT)
_REGULAR, _SEMIBOLD = "SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf"
_NAMES = {_REGULAR: Name.GremiaRegular, _SEMIBOLD: Name.GremiaSemibold}


def source(head: str, mark: str) -> str:
    """The HTML of a page with every letter that heads and numbers need: its fonts are copied from its PDF."""
    return furniture_page(f"{head} … Seite von 0123456789", f"{mark}.")


class Furniture:
    """Draws heads and numbers on the pages of a file; ``fonts`` is the finished PDF of ``source``."""

    def __init__(self, pdf: Pdf, fonts: Pdf, *, head: str, mark: str) -> None:
        self.pdf, self.head, self.mark = pdf, head, mark
        self.fonts = {
            _NAMES[_SEMIBOLD if "Semi" in str(font.BaseFont) else _REGULAR]: pdf.copy_foreign(font)
            for font in fonts.pages[0].Resources.Font.values()
        }
        self._save = pdf.make_stream(b"q\n")

    def draw(self, number: int, total: int) -> None:
        """Set head and number on a page; the first page has no head."""
        page = self.pdf.pages[number - 1]
        texts = [_text(f"Seite {number} von {total}", _REGULAR, top=_FOOT, right=True)]
        if number > 1:
            texts.append(_text(_short(self.head, _HEAD_WIDTH), _REGULAR, top=_HEAD))
            if self.mark:
                texts.append(_text(self.mark, _SEMIBOLD, top=_HEAD, right=True))
        drawn = b"Q\n/Artifact <</Type /Pagination>> BDC\nBT\n0 0 0 rg\n" + b"".join(texts) + b"ET\nEMC\n"
        page.contents_add(self._save, prepend=True)
        page.contents_add(Stream(self.pdf, drawn), prepend=False)
        resources: Object = page.obj.Resources
        for name, font in self.fonts.items():
            resources.Font[name] = font


def _short(text: str, width: float) -> str:
    """The text, cut at a word where it is longer than its line."""
    glyphs, widths, _ascent, _descent = _font(_REGULAR)

    def fits(part: str) -> bool:
        return sum(widths[ord(letter)] for letter in part if ord(letter) in glyphs) * _SIZE <= width

    if fits(text):
        return text
    words = text.split(" ")
    while len(words) > 1 and not fits(" ".join(words) + " …"):
        words.pop()
    short = " ".join(words)
    while short and not fits(f"{short} …"):
        short = short[:-1]
    return f"{short} …"


def _text(text: str, file: str, *, top: float, right: bool = False) -> bytes:
    """The operators for a line of text whose box begins ``top`` points below the edge of the page."""
    glyphs, widths, ascent, descent = _font(file)
    known = [letter for letter in text if ord(letter) in glyphs]
    width = sum(widths[ord(letter)] for letter in known) * _SIZE
    baseline = top + (_LINE - ascent - descent) * _SIZE / 2 + ascent * _SIZE
    codes = "".join(f"{glyphs[ord(letter)]:04x}" for letter in known)
    x = _RIGHT - width if right else _LEFT
    return f"{_NAMES[file]} {_SIZE} Tf\n1 0 0 1 {x:.3f} {_HEIGHT - baseline:.3f} Tm\n<{codes}> Tj\n".encode()


@cache
def _font(file: str) -> tuple[dict[int, int], dict[int, float], float, float]:
    """Glyph and width (in em) of each character, ascent and descent (in em). Subsets keep the glyph numbers."""
    font = TTFont(engine.ASSETS / "fonts" / file)
    scale, metrics, names = font["head"].unitsPerEm, font["hmtx"], font.getBestCmap()
    glyphs = {code: font.getGlyphID(name) for code, name in names.items()}
    widths = {code: metrics[name][0] / scale for code, name in names.items()}
    return glyphs, widths, font["hhea"].ascent / scale, -font["hhea"].descent / scale
