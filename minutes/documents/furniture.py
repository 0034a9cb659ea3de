"""Running heads and page numbers, set on finished pages: what WeasyPrint's margin boxes do where pages are set at once.

The measures are those of ``assets/page.css``.
"""

from pikepdf import Name, Object, Pdf, Stream

from minutes.documents.fonts import SANS, SANS_SEMIBOLD, font
from minutes.documents.html import furniture_page

_MM = 72 / 25.4
_LEFT, _RIGHT, _HEIGHT = 25 * _MM, (210 - 24) * _MM, 297 * _MM
_HEAD, _FOOT = 13 * _MM, (297 - 26 + 9) * _MM
_SIZE, _LINE = 8.5, 1.2
_HEAD_WIDTH = 0.75 * (_RIGHT - _LEFT)
_NAMES = {SANS: Name.GremiaRegular, SANS_SEMIBOLD: Name.GremiaSemibold}


def source(head: str, mark: str) -> str:
    """The HTML of a page with every letter that heads and numbers need: its fonts are copied from its PDF."""
    return furniture_page(f"{head} … Seite von 0123456789", f"{mark}.")


class Furniture:
    """Draws heads and numbers on the pages of a file; ``fonts`` is the finished PDF of ``source``."""

    def __init__(self, pdf: Pdf, fonts: Pdf, *, head: str, mark: str) -> None:
        self.pdf = pdf
        self.fonts = {
            _NAMES[SANS_SEMIBOLD if "Semi" in str(one.BaseFont) else SANS]: pdf.copy_foreign(one)
            for one in fonts.pages[0].Resources.Font.values()
        }
        self._save = pdf.make_stream(b"q\n")
        self._head = _text(_short(head), SANS, top=_HEAD)
        if mark:
            self._head += _text(mark, SANS_SEMIBOLD, top=_HEAD, right=True)

    def draw(self, number: int, total: int) -> None:
        """Set head and number on a page; the first page has no head."""
        page = self.pdf.pages[number - 1]
        text = _text(f"Seite {number} von {total}", SANS, top=_FOOT, right=True) + (self._head if number > 1 else b"")
        drawn = b"Q\n/Artifact <</Type /Pagination>> BDC\nBT\n0 0 0 rg\n" + text + b"ET\nEMC\n"
        page.contents_add(self._save, prepend=True)
        page.contents_add(Stream(self.pdf, drawn), prepend=False)
        resources: Object = page.obj.Resources
        for name, one in self.fonts.items():
            resources.Font[name] = one


def _short(text: str) -> str:
    """The head, cut at a word where it is longer than its line."""

    def fits(part: str) -> bool:
        return font(SANS).width(part) * _SIZE <= _HEAD_WIDTH

    if fits(text):
        return text
    words = text.split(" ")
    while len(words) > 1 and not fits(" ".join(words) + " …"):
        words.pop()
    short = " ".join(words)
    while short and not fits(f"{short} …"):
        short = short[:-1]
    return f"{short} …"


def _text(text: str, name: str, *, top: float, right: bool = False) -> bytes:
    """The operators for a line of text whose box begins ``top`` points below the edge of the page."""
    face = font(name)
    baseline = top + (_LINE - face.ascent - face.descent) * _SIZE / 2 + face.ascent * _SIZE
    # Subsets in a PDF keep the numbers of the glyphs.
    codes = "".join(f"{face.glyphs[ord(letter)]:04x}" for letter in text if ord(letter) in face.glyphs)
    x = _RIGHT - face.width(text) * _SIZE if right else _LEFT
    return f"{_NAMES[name]} {_SIZE} Tf\n1 0 0 1 {x:.3f} {_HEIGHT - baseline:.3f} Tm\n<{codes}> Tj\n".encode()
