"""Decoding: bytes become text, whatever program wrote them. Pure.

A mark at the beginning decides; then what an HTML page says of itself; then UTF-8 if it is valid; else Windows-1252, the
encoding of German offices for twenty years. Bytes that Windows-1252 does not know become U+FFFD, which is noted.
"""

import codecs
import re

from minutes.importers.source import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)
_OFFICE = {"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252", "cp1252"}
# UTF-8 read as Windows-1252 and stored again: "Ã¤" for "ä". Undone only if the whole text allows it.
_TWICE = re.compile("Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ¤¶¼Ÿ]|â€[\u0080-\u00bfœžš¦\u201c\u201d]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text without its byte order mark, and notes. Raises Unreadable for what is no text."""
    text, notes = _decoded(data)
    text = text.removeprefix("\ufeff")
    controls = len(_CONTROL.findall(text))
    if controls > max(8, len(text) // 50):
        raise Unreadable("binary")
    text = _CONTROL.sub("", text).replace("\x0b", "\n")
    if "\ufffd" in text:
        if text.count("\ufffd") > max(8, len(text) // 10):
            raise Unreadable("binary")
        notes = (*notes, "replaced_characters")
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), ()
    wide = _without_mark(data)
    if wide:
        return data.decode(wide, "replace"), ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared_or_office(data), ()
    return _undone(text)


def _without_mark(data: bytes) -> str:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    sample = data[:4000]
    if len(sample) < 8 or b"\x00" not in sample:
        return ""
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.6 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return ""


def _declared_or_office(data: bytes) -> str:
    """No UTF-8: what the page says, or Windows-1252; old Macintosh and DOS texts are told by their umlauts."""
    declared = _DECLARED.search(data, 0, 2048)
    name = declared.group(1).decode("ascii").lower() if declared else ""
    if name and name not in _OFFICE and not name.startswith("utf-"):
        try:
            # "replace" is refused by some codecs that are no text encodings: then it was no charset.
            return data.decode(codecs.lookup(name).name, "replace")
        except (LookupError, UnicodeError, ValueError, TypeError, AttributeError):
            pass
    if sum(map(data.count, b"\x84\x94\x81\xe1")) > 3 * sum(map(data.count, b"\xe4\xf6\xfc\xdf")) and any(
        map(data.count, b"\x94\x81")
    ):
        dos = data.decode("cp850")
        if sum(map(dos.count, "äöüß")) > 3 * sum(map(data.decode("cp1252", "replace").count, "äöüß")) + 2:
            return dos
    return data.decode("cp1252", "replace")


def _undone(text: str) -> tuple[str, tuple[str, ...]]:
    """UTF-8 that was taken for Windows-1252 and encoded again, put right; noted, for it is a repair."""
    if not _TWICE.search(text):
        return text, ()
    try:
        return text.encode("cp1252").decode("utf-8"), ("encoded_twice",)
    except UnicodeError:
        return text, ()
