"""Room: minutes. The PDFs of minutes that are about to be published: set beforehand, while nobody waits for a row.

Setting a long protocol takes seconds. Whoever publishes does it before the transaction; where a worker is at hand, it
does it as soon as all have signed, and publishing finds the files in the cache of documents.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.core.cache import caches
from django.urls import reverse

from committees import audit
from committees.models import AuditEvent
from minutes import documents
from minutes.documents.layout import Layout
from minutes.record.serialise import sha256
from minutes.record.values import SessionRecord


@dataclass(frozen=True, slots=True)
class Typeset:
    """Finished PDFs: `files` by the hash of their record, in a house style; `chain_head` stands in each of them."""

    chain_head: str
    layout: Layout
    files: Mapping[str, bytes]

    def fits(self, records: Iterable[SessionRecord], layout: Layout) -> bool:
        """Whether the files are still those of the records."""
        return self.layout == layout and all(sha256(record) in self.files for record in records)


def typeset(records: Iterable[SessionRecord], *, layout: Layout) -> Typeset:
    """The PDF of each record. Raises DocumentError."""
    chosen = list(records)
    head = _head_of(chosen)
    files = {
        sha256(record): documents.render(
            record, document="minutes", proof=proof(record, chain_head=head), layout=layout
        ).content
        for record in chosen
    }
    return Typeset(head, layout, files)


def proof(record: SessionRecord, *, chain_head: str | None = None) -> documents.Proof:
    """What a document of this record prints so that it can be checked; `chain_head`: as it was, else as it is now."""
    return documents.Proof(
        sha256=sha256(record),
        chain_head=audit.head() if chain_head is None else chain_head,
        address=f"{settings.SITE_URL}{reverse('minutes:genuine')}",
    )


def _head_of(records: list[SessionRecord]) -> str:
    """The head of the chain when these records were set for the first time: only then the kept files are the same."""
    kept, digest = caches["documents"], hashlib.sha256("".join(map(sha256, records)).encode()).hexdigest()
    found: str | None = kept.get(f"chain-head-{digest}")
    # After a restore, or where a transaction came to nothing, it may be the head of no chain.
    if found and AuditEvent.objects.filter(sha256=found).exists():
        return found
    head = audit.head()
    kept.set(f"chain-head-{digest}", head)
    return head
