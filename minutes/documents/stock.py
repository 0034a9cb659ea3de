"""Finished PDFs by the hash of what they were made of: nothing that did not change is set twice."""

import hashlib
import logging
from collections.abc import Callable
from functools import cache
from importlib.metadata import version

from django.core.cache import caches

from minutes.documents.engine import ASSETS

logger = logging.getLogger(__name__)


def kept(make: Callable[[], bytes], *made_of: str | bytes) -> bytes:
    """What ``make`` gives, or gave earlier for the same parts: page, data and all else that shows in the file."""
    key = _key(made_of)
    try:
        found: bytes | None = caches["documents"].get(key)
    except OSError:
        found = None
    if found is None:
        found = make()
        try:
            caches["documents"].set(key, found)
        except OSError as error:
            # A full disk, or a folder that may not be written: slower, and no reason to refuse the document.
            logger.warning("The document cannot be kept: %s", error)
    return found


def _key(made_of: tuple[str | bytes, ...]) -> str:
    digest = hashlib.sha256(_tools())
    for part in made_of:
        content = part.encode() if isinstance(part, str) else part
        digest.update(f"{len(content)}:".encode() + content)
    return digest.hexdigest()


@cache
def _tools() -> bytes:
    """What else decides how a page looks: fonts, stylesheets and the versions of those who set it."""
    digest = hashlib.sha256()
    for path in sorted(ASSETS.rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    for path in sorted(ASSETS.parent.glob("*.py")):
        digest.update(path.read_bytes())
    for name in ("weasyprint", "pydyf", "pikepdf", "fonttools"):
        digest.update(f"{name} {version(name)}".encode())
    return digest.digest()
