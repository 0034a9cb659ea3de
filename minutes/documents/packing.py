"""Files that are an archive of parts: the same parts give the same bytes, on any day and any machine."""

import io
import zipfile

# The earliest date that a ZIP archive can name; word processors go by the properties of the document instead.
NO_DATE = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o644 << 16
_UNIX = 3


def pack(parts: dict[str, str | bytes], *, first: dict[str, str] | None = None) -> bytes:
    """A ZIP archive of parts by name, in their order. ``first`` are parts that precede them uncompressed."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, text in (first or {}).items():
            archive.writestr(entry(name), text, zipfile.ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(entry(name), content, zipfile.ZIP_DEFLATED, compresslevel=6)
    return target.getvalue()


def entry(name: str) -> zipfile.ZipInfo:
    """A file of an archive, the same on each day and each system."""
    info = zipfile.ZipInfo(name, date_time=NO_DATE)
    info.create_system = _UNIX
    info.external_attr = _REGULAR_FILE
    return info
