"""Small files of each kind that may be attached, and some that may not."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile


def archive(**parts: bytes) -> bytes:
    """A ZIP archive; the names of the parts write / as __ and . as _dot_."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return stream.getvalue()


def office(part: str, **more: bytes) -> bytes:
    """An Office file with its main part; the list of content types has a name that no keyword can have."""
    stream = io.BytesIO(archive(**{part: b"<x/>"}, **more))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr("[Content_Types].xml", b"<x/>")
    return stream.getvalue()


GENUINE = {
    "a.pdf": b"%PDF-1.7\n%%EOF",
    "a.png": b"\x89PNG\r\n\x1a\n" + bytes(8),
    "a.jpg": b"\xff\xd8\xff\xe0" + bytes(8),
    "a.JPEG": b"\xff\xd8\xff\xe0" + bytes(8),
    "a.txt": "Grüße\r\n\tan alle".encode(),
    "a.docx": office("word__document_dot_xml"),
    "a.xlsx": office("xl__workbook_dot_xml"),
    "a.odt": archive(mimetype=b"application/vnd.oasis.opendocument.text"),
}
FALSE = {
    "page.html": b"<script>alert(1)</script>",
    "image.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "programme.exe": b"MZ",
    "a.pdf.exe": b"%PDF-1.7",
    "no-extension": b"%PDF-1.7",
    "page.pdf": b"<script>alert(1)</script>",
    "empty.png": b"\x89PN",
    "programme.jpg": b"MZ" + bytes(20),
    "binary.txt": b"text\x00text",
    "plain.docx": b"PK no archive",
    "macro.docx": office("word__document_dot_xml", word__vbaProject_dot_bin=b"x"),
    "sheet.docx": office("xl__workbook_dot_xml"),
    "archive.xlsx": archive(readme=b"x"),
    "other.odt": archive(mimetype=b"application/vnd.oasis.opendocument.presentation"),
    "huge.odt": archive(mimetype=b"application/vnd.oasis.opendocument.text" + bytes(500)),
}


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def pdf(name: str = "Konzept.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, GENUINE["a.pdf"])
