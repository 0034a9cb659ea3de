"""Room: committees. Which files may be attached: known by their extension and by their content alike."""

import zipfile
from pathlib import PurePath
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.core.files import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

MAX_BYTES = 50 * 1024 * 1024

CONTENT_TYPES = {
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".txt": "text/plain",
}

# What the file begins with; .txt has no signature, the office formats are archives with a known part.
_BEGINNINGS = {".pdf": b"%PDF-", ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}
_OFFICE_PARTS = {".docx": "word/document.xml", ".xlsx": "xl/workbook.xml"}
_MACROS = "vbaproject.bin"
_TEXT_CONTROLS = frozenset(b"\t\n\r\f")


def extension(name: str) -> str:
    """The extension of a file's name with its dot, in lower case: ``.pdf``."""
    return PurePath(name).suffix.lower()


def content_type(name: str) -> str:
    """The media type to serve a stored file with; bytes without meaning for an unknown extension."""
    return CONTENT_TYPES.get(extension(name), "application/octet-stream")


def file_name(title: str, stored: str) -> str:
    """Under which name a file is saved: its title with the extension of the stored file."""
    suffix = extension(stored)
    name = title if title.lower().endswith(suffix) else f"{title}{suffix}"
    return name.replace("/", "-")


def validate_upload(upload: File) -> None:
    """Refuse a file that is too large, of another kind, or not what its extension says. Raises ValidationError."""
    kind = extension(upload.name or "")
    if kind not in CONTENT_TYPES:
        allowed = ", ".join(sorted(name.lstrip(".") for name in CONTENT_TYPES))
        raise ValidationError(_("Files of this kind can't be attached. Possible are: %(kinds)s.") % {"kinds": allowed})
    if upload.size > MAX_BYTES:
        sizes = {"size": filesizeformat(upload.size), "limit": filesizeformat(MAX_BYTES)}
        raise ValidationError(_("The file has %(size)s; at most %(limit)s are possible.") % sizes)
    upload.seek(0)
    is_genuine = _is_genuine(upload, kind)
    upload.seek(0)
    if not is_genuine:
        raise ValidationError(_("The content of the file is not what its extension “%(kind)s” says.") % {"kind": kind})


def _is_genuine(stream: BinaryIO, kind: str) -> bool:
    if kind in _BEGINNINGS:
        beginning = _BEGINNINGS[kind]
        return stream.read(len(beginning)) == beginning
    if kind == ".txt":
        return _is_text(stream.read())
    try:
        with zipfile.ZipFile(stream) as archive:
            return _is_office_file(archive, kind)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
        return False


def _is_text(content: bytes) -> bool:
    return not any(byte < 32 and byte not in _TEXT_CONTROLS for byte in set(content))


def _is_office_file(archive: zipfile.ZipFile, kind: str) -> bool:
    """An archive with the main part of its format and without macros; of its parts only the short type is read."""
    names = archive.namelist()
    if any(name.lower().endswith(_MACROS) for name in names):
        return False
    if kind in _OFFICE_PARTS:
        return _OFFICE_PARTS[kind] in names and "[Content_Types].xml" in names
    expected = CONTENT_TYPES[kind].encode()
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > 2 * len(expected):
        return False
    return archive.read("mimetype").strip() == expected
