"""A record as JSON: the canonical bytes that publications store (``docs/record-schema.md``)."""

from minutes.documents.document import Document
from minutes.record.serialise import canonical_bytes


def write(document: Document) -> bytes:
    """UTF-8 bytes of the record that the document shows; an extract holds its item only."""
    return canonical_bytes(document.record)
