"""Room: minutes. What the audit chain holds of a row that nobody may change, column by column, texts as hashes.

Acts note it; `verifying.py` asks the row again years later and compares.
"""

import datetime
import hashlib

from committees import audit
from committees.audit import Fact
from minutes.models import Correction, Publication, Signature, Withdrawal
from minutes.projection import RECORDS, Published
from minutes.record.announcements import PaperRecord
from minutes.record.serialise import from_bytes
from minutes.record.values import SessionRecord


def of_publication(row: Publication) -> dict[str, Fact]:
    """Everything but who published it, which the event itself says."""
    return {
        "kind": str(row.kind),
        "audience": str(row.audience),
        "edition": row.edition,
        "body": row.body_id,
        "subject": subject_of(row),
        "sha256": row.sha256,
        "pdf_sha256": row.pdf_sha256,
        "chain_head": row.chain_head,
        "note": audit.text_hash(row.note),
        "visible_from": moment(row.visible_from),
        "published_at": moment(row.published_at),
    }


def subject_of(row: Publication) -> str:
    """What was published: `committees.session:…`."""
    about = {"session": row.session_id, "paper": row.paper_id, "committee": row.committee_id}
    return " ".join(f"committees.{name}:{key}" for name, key in about.items() if key is not None)


def files_of(row: Publication) -> set[str]:
    """The SHA-256 of each file that a publication names. Raises SchemaError."""
    return files_named(from_bytes(row.record.encode(), RECORDS[Publication.Kind(row.kind)]))


def files_named(record: Published) -> set[str]:
    """The same of its record."""
    if isinstance(record, PaperRecord):
        return {file.sha256 for file in record.files}
    if isinstance(record, SessionRecord):
        return {annex.file.sha256 for annex in record.annexes if annex.file}
    return set()


def of_withdrawal(row: Withdrawal) -> dict[str, Fact]:
    return {"reason": audit.text_hash(row.reason), "at": moment(row.withdrawn_at)}


def of_signature(row: Signature) -> dict[str, Fact]:
    return {
        "signature": row.pk,
        "role": str(row.role),
        "person": row.person_id,
        "is_refused": row.is_refused,
        "reason": audit.text_hash(row.reason),
        "on_paper": row.is_on_paper,
        "signed_on": row.signed_on.isoformat(),
        "sha256": row.sha256,
        "at": moment(row.made_at),
    }


def of_correction(row: Correction) -> dict[str, Fact]:
    return {
        "correction": row.pk,
        "objection": row.objection_id,
        "item": str(row.item_id) if row.item_id else None,
        "text": audit.text_hash(row.text),
        "is_public": row.is_public,
        "made_on": row.made_on.isoformat(),
        "at": moment(row.made_at),
    }


def moment(value: datetime.datetime) -> str:
    """A moment as the chain writes it, whatever zone it was given in."""
    return value.astimezone(datetime.UTC).isoformat()


def hash_of_file(content: bytes) -> str:
    """The SHA-256 of a stored file; empty where there is none."""
    return hashlib.sha256(content).hexdigest() if content else ""


def hash_of_record(text: str) -> str:
    """The SHA-256 of a stored record, which is stored as its canonical JSON."""
    return hashlib.sha256(text.encode()).hexdigest()
