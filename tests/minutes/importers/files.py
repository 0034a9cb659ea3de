"""Files to read: PDFs, documents of Word and archives, made for a test."""

import html
import io
import struct
import zipfile
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(paragraphs: list[str], *, prolog: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """The least that is a DOCX; a tab parts cells of a table row."""
    body = "".join(_row(text) if "\t" in text else _paragraph(text) for text in paragraphs)
    xml = (
        f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    )
    return archive({"word/document.xml": xml.encode(), **(extra or {})})


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{html.escape(text)}</w:t></w:r></w:p>'


def _row(text: str) -> str:
    return (
        "<w:tbl><w:tr>" + "".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in text.split("\t")) + "</w:tr></w:tbl>"
    )


def archive(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name, data)
    return target.getvalue()


def zip_bomb(megabytes: int) -> bytes:
    """A document that would unpack to that many megabytes of spaces."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("word/document.xml", "w") as part:
        part.write(f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>'.encode())
        for _ in range(megabytes):
            part.write(b" " * 1024 * 1024)
        part.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return target.getvalue()


def lying_zip() -> bytes:
    """A bomb whose header claims that it unpacks to ten bytes."""
    data = bytearray(zip_bomb(60))
    directory = data.rfind(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 10)
    return bytes(data)


def pdf(pages: list[list[str]], *, compressed: bool = False) -> bytes:
    """Pages of lines, written by hand in a font that every reader knows."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    kids = []
    for lines in pages:
        shown = "".join(
            f"1 0 0 1 50 {800 - 12 * number} Tm ({_escaped(line)}) Tj\n" for number, line in enumerate(lines) if line
        )
        content = f"BT /F1 9 Tf\n{shown}ET".encode("cp1252", "replace").decode("latin-1")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 842] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return assembled([each.encode("latin-1") for each in objects])


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def pdf_bomb(megabytes: int) -> bytes:
    """A page whose content unpacks to that many megabytes."""
    packed = zlib.compress(b"q Q " * (megabytes * 256 * 1024))
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
            b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed) + packed + b"\nendstream",
        ]
    )


def assembled(objects: list[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
