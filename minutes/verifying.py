"""Room: minutes. Proving that nothing was changed: the chain, the guards, and every row that the chain speaks of.

Reads row by row, in constant memory, and changes nothing. Each finding is a sentence that names the row.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from committees import audit
from committees.audit import Fact, facts_of, label
from committees.guards import missing
from committees.models import AuditEvent, Session
from minutes import evidence, readable
from minutes.guards import PROVED
from minutes.imported_evidence import Imported
from minutes.models import Correction, Issue, Minutes, Publication, PublishedFile, SealedRecord, Signature, Withdrawal
from minutes.projection import chains, issues_of
from minutes.record.serialise import SchemaError

_FEW = 10
"""Rows that are read at once: each may hold a PDF."""


def problems(counts: Counter[str] | None = None) -> Iterator[str]:
    """A sentence for whatever is not as it was written; none if all is whole. `counts` takes what was looked at."""
    seen: Counter[str] = Counter() if counts is None else counts
    for name in missing(connection, PROVED):
        yield _("The guard %(name)s is not in the database, or is not what it should be.") % {"name": name}
    yield from readable.problems()
    seen["events"] = AuditEvent.objects.count()
    imported = Imported.noted()
    for what, found in {
        "events": audit.problems(),
        "files": _files(seen),
        **_told(seen, imported),
        "imported rows": imported.problems(),
        "lost rows": _lost(),
        "issues": _issues(seen),
    }.items():
        yield from _to_the_end(what, found)


def _told(seen: Counter[str], imported: Imported) -> dict[str, Iterator[str]]:
    """The checks of rows of which the chain tells, in the order in which what was imported is summed up."""
    return {
        "publications": _publications(seen, imported),
        "withdrawals": _withdrawals(seen, imported),
        "corrections": _corrections(seen, imported),
        "sealed sessions": _sessions(seen, imported),
    }


def take_in(imported: Imported) -> Iterator[str]:
    """The same checks on rows that came just now and on nothing else: what they say is summed up in `imported`."""
    for found in _told(Counter(), imported).values():
        yield from found


def _to_the_end(what: str, found: Iterator[str]) -> Iterator[str]:
    """What a check finds; where a row stops it, that too is a finding, and the other checks go on."""
    try:
        yield from found
    except Exception as error:
        yield _("The check of %(what)s could not be ended: %(error)s.") % {
            "what": what,
            "error": f"{type(error).__name__}: {error}",
        }


def _publications(seen: Counter[str], imported: Imported) -> Iterator[str]:
    for row in Publication.objects.order_by("pk").iterator(chunk_size=_FEW):
        seen["publications"] += 1
        if evidence.hash_of_record(row.record) != row.sha256:
            yield _("%(row)s: the record does not have the SHA-256 that stands beside it.") % _named(row)
        if evidence.hash_of_file(bytes(row.pdf)) != row.pdf_sha256:
            yield _("%(row)s: the PDF does not have the SHA-256 that stands beside it.") % _named(row)
        if (
            row.chain_head
            and not imported.has_come(row)
            and not AuditEvent.objects.filter(sha256=row.chain_head).exists()
        ):
            yield _("%(row)s: the end of the chain that it prints is not in the chain.") % _named(row)
        if row.kind == Publication.Kind.MINUTES and not _is_complete(row.session_id):
            yield _("%(row)s: these minutes are published, but not signed by all.") % _named(row)
        events = AuditEvent.objects.filter(subject=label(row), act="published")
        yield from _compared(imported, row, list(events[:3]), evidence.of_publication(row), row.published_by_id)


def _files(seen: Counter[str]) -> Iterator[str]:
    """Whether each published file is what its key says, and each one that a paper names is there."""
    for row in PublishedFile.objects.order_by("pk").iterator(chunk_size=_FEW):
        seen["files"] += 1
        if hashlib.sha256(bytes(row.content)).hexdigest() != row.sha256:
            yield _("%(row)s: the content does not have this SHA-256.") % _named(row)
    for publication in Publication.objects.defer("pdf").order_by("pk").iterator(chunk_size=_FEW):
        try:
            named = evidence.files_of(publication)
        except SchemaError:
            continue  # `_issues` says so.
        for key in sorted(named - set(PublishedFile.objects.filter(pk__in=named).values_list("pk", flat=True))):
            yield _("%(row)s: its file %(key)s is missing.") % {**_named(publication), "key": key}


def _withdrawals(seen: Counter[str], imported: Imported) -> Iterator[str]:
    for row in Withdrawal.objects.order_by("pk").iterator():
        seen["withdrawals"] += 1
        events = AuditEvent.objects.filter(subject=f"minutes.publication:{row.pk}", act="withdrawn")
        yield from _compared(imported, row, list(events[:3]), evidence.of_withdrawal(row), row.withdrawn_by_id)


def _corrections(seen: Counter[str], imported: Imported) -> Iterator[str]:
    for row in Correction.objects.order_by("pk").iterator():
        seen["corrections"] += 1
        events = AuditEvent.objects.filter(subject=f"committees.session:{row.session_id}", act="corrected")
        own = [event for event in events if _facts(event).get("correction") == row.pk]
        yield from _compared(imported, row, own, evidence.of_correction(row), row.made_by_id)


def _sessions(seen: Counter[str], imported: Imported) -> Iterator[str]:
    """Seals and signatures: of every session that has some, or of which the chain says that it should."""
    has_traces = Q(sealed_at__isnull=False)
    for model in (SealedRecord, Signature, Minutes.objects.filter(completed_at__isnull=False)):
        rows = model if isinstance(model, models.QuerySet) else model._default_manager.all()
        has_traces |= Q(Exists(rows.filter(session=OuterRef("pk"))))
    for session in Session.objects.filter(has_traces).order_by("pk").iterator():
        seen["sealed sessions"] += 1
        yield from _session(str(session.pk), session, imported)
    subjects = AuditEvent.objects.filter(act="sealed").order_by("subject").values_list("subject", flat=True).distinct()
    for subject in subjects.iterator():
        key = subject.rpartition(":")[2]
        session = _found(Session, key)
        if session is None or not Session.objects.filter(has_traces, pk=session.pk).exists():
            yield from _session(key, session, imported)


def _session(key: str, session: Session | None, imported: Imported) -> Iterator[str]:
    """What the chain says of a session since it was last taken back, and what is there."""
    subject = f"committees.session:{key}"
    sealed, signed, completed = _since_taken_back(subject)
    if session is None:
        if sealed:
            yield _("%(row)s is missing; event %(number)d tells of it.") % {"row": subject, "number": sealed[0].number}
        return
    for audience in ("public", "internal"):
        row = SealedRecord.objects.filter(session=session, audience=audience).first()
        if row is None:
            if sealed or session.sealed_at:
                yield _("%(row)s: its signed text (%(audience)s) is missing.") % {"row": subject, "audience": audience}
            continue
        if evidence.hash_of_record(row.record) != row.sha256:
            yield _("%(row)s: the record does not have the SHA-256 that stands beside it.") % _named(row)
        yield from _compared(imported, row, sealed, {audience: row.sha256}, sealed[0].actor_id if sealed else None)
    stored = evidence.moment(session.sealed_at) if session.sealed_at else None
    if sealed or session.sealed_at:
        yield from _compared(imported, session, sealed, {"at": stored}, sealed[0].actor_id if sealed else None)
    known = set()
    for signature in Signature.objects.filter(session=session):
        known.add(signature.pk)
        act = "refused" if signature.is_refused else "signed"
        own = [event for event in signed if _facts(event).get("signature") == signature.pk and event.act == act]
        yield from _compared(imported, signature, own, evidence.of_signature(signature), signature.made_by_id)
    for event in signed:
        pk = _facts(event).get("signature")
        if pk is not None and pk not in known:
            yield _missing(f"minutes.signature:{pk}", event)
    minutes = Minutes.objects.filter(session=session).first()
    ended = minutes.completed_at if minutes else None
    if completed or ended:
        what = minutes or session
        is_at = {"at": evidence.moment(ended) if ended else None}
        yield from _compared(imported, what, completed, is_at, completed[0].actor_id if completed else None)


def _since_taken_back(subject: str) -> tuple[list[AuditEvent], list[AuditEvent], list[AuditEvent]]:
    """The events of sealing, signing and completing that still hold."""
    sealed: list[AuditEvent] = []
    signed: list[AuditEvent] = []
    completed: list[AuditEvent] = []
    lists = {"sealed": sealed, "signed": signed, "refused": signed, "completed": completed}
    for event in AuditEvent.objects.filter(subject=subject, act__in=[*lists, "taken_back"]).order_by("number"):
        if event.act == "taken_back":
            for rows in (sealed, signed, completed):
                rows.clear()
        else:
            lists[event.act].append(event)
    return sealed, signed, completed


def _lost() -> Iterator[str]:
    """What the chain tells of and nobody finds any more."""
    for event in (
        AuditEvent.objects.filter(act__in=["published", "withdrawn", "corrected"]).order_by("number").iterator()
    ):
        key: Any = event.subject.rpartition(":")[2]
        model: type[models.Model] = Publication
        if event.act == "withdrawn":
            model = Withdrawal
        elif event.act == "corrected":
            model, key = Correction, _facts(event).get("correction")
        if _found(model, key) is None:
            yield _missing(f"{model._meta.label_lower}:{key}", event)


def _issues(seen: Counter[str]) -> Iterator[str]:
    """Whether what lists and pages go by is what follows from the publications."""
    for rows in chains():
        try:
            expected = {row.publication_id: _columns(row) for row in issues_of(rows)}
        except (SchemaError, ValueError, TypeError, AttributeError, LookupError):
            for row in rows.only("pk").iterator():
                yield _("%(row)s: the record can’t be read.") % _named(row)
            continue
        stored = {row.publication_id: row for row in Issue.objects.filter(publication__in=rows)}
        seen["issues"] += len(stored)
        for key in sorted({*expected, *stored}):
            if key not in stored:
                yield _("minutes.issue:%(key)d is missing; “manage.py rebuild” makes it anew.") % {"key": key}
            elif expected.get(key) != _columns(stored[key]):
                yield _(
                    "minutes.issue:%(key)d is not what follows from its publication; “manage.py rebuild” mends it."
                ) % {"key": key}


def _compared(
    imported: Imported, row: models.Model, events: list[AuditEvent], facts: Mapping[str, Fact], actor: int | None
) -> Iterator[str]:
    """Whether exactly one event tells of a row, and what it told is what the row says."""
    if not events:
        if imported.takes(row, facts):
            return
        yield _("%(row)s: no event of the chain tells of it.") % _named(row)
        return
    if len(events) > 1:
        numbers = ", ".join(str(event.number) for event in events)
        yield _("%(row)s: more than one event of the chain tells of it (%(numbers)s).") % {
            **_named(row),
            "numbers": numbers,
        }
    noted = _facts(events[0])
    other = [name for name, value in facts.items() if noted.get(name) != value]
    if events[0].actor_id != actor:
        other.append("actor")
    if other:
        yield _("%(row)s: it is not as event %(number)d tells (%(names)s).") % {
            **_named(row),
            "number": events[0].number,
            "names": ", ".join(other),
        }


def _facts(event: AuditEvent) -> dict[str, Any]:
    """The facts of an event; none where they can't be read, which `audit.problems` says already."""
    try:
        found = facts_of(event)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _columns(row: Issue) -> dict[str, Any]:
    return {field.attname: getattr(row, field.attname) for field in Issue._meta.concrete_fields}


def _named(row: models.Model) -> dict[str, str]:
    return {"row": label(row)}


def _missing(name: str, event: AuditEvent) -> str:
    return _("%(row)s is missing; event %(number)d tells of it.") % {"row": name, "number": event.number}


def _found(model: type[models.Model], key: Any) -> models.Model | None:
    """The row, without its content; None also where the key is none."""
    try:
        return model._default_manager.filter(pk=model._meta.pk.to_python(key)).only("pk").first()
    except (ValidationError, ValueError):
        return None


def _is_complete(session: Any) -> bool:
    return Minutes.objects.filter(session=session, completed_at__isnull=False).exists()
