"""Room: minutes, importing. What was read is laid down as it came, many objects at a time, and compared with before.

An object that is read twice in a run counts once: what it says of itself at its own address or in a list counts more
than what stands in another object.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _

from minutes.importing.oparl import addresses, taking_apart
from minutes.importing.oparl.taking_apart import CONTRIBUTIONS, Flat, NoObject
from minutes.importing.oparl.values import id_of
from minutes.models import ImportedObject, ImportProblem, ImportRun

BATCH = 500
_FIELDS = (
    *("source", "kind", "body", "parent", "root", "position", "moment", "modified", "payload", "digest", "is_embedded"),
    *("is_deleted", "is_wanted", "is_pending", "run", "outcome", "seen_at"),
)
PARTS = ("AgendaItem", "Consultation", "File", "Location")
"""What is stored with the session or the paper to which it belongs."""


def sentence(problem: NoObject) -> str:
    """Why something is no object."""
    return {
        "no_object": _("This is no object of OParl."),
        "no_id": _("It has no address."),
        "no_type": _("Its type is unknown."),
        "too_large": _("It is too large."),
    }[str(problem)]


def lay_down(run: ImportRun, found: Iterable[Any], *, kind: str = "", body: str = "", is_detail: bool = False) -> int:
    """Keep objects as they were read, in the transaction of the caller; how many there were, with those in them.

    `kind` and `body`: what they should be, and whose. `is_detail`: each was asked for at its own address.
    """
    flats: dict[str, Flat] = {}
    wanted: dict[str, str] = {}
    for entry in found:
        try:
            for flat in taking_apart.flattened(entry, kind=kind):
                if len(flat.external_id) > 500:
                    raise NoObject("no_id")
                _choose(flats, flat)
                wanted |= dict.fromkeys(flat.named, flat.external_id)
        except NoObject as problem:
            note(run, sentence(problem), kind=kind, external_id=id_of(entry))
        except RecursionError:
            note(run, sentence(NoObject("too_large")), kind=kind, external_id=id_of(entry))
    if any(flat.is_ours for flat in flats.values()):
        run.cursor["is_ours"] = True
    _store(run, flats, body=body, is_detail=is_detail)
    _want(run, {key: parent for key, parent in wanted.items() if key not in flats}, body=body)
    return len(flats)


def note(run: ImportRun, reason: str, *, kind: str = "", external_id: str = "", is_skipped: bool = True) -> None:
    """A line of the report."""
    note_many([ImportProblem(run=run, kind=kind, external_id=external_id, is_skipped=is_skipped, reason=reason[:500])])


def note_many(rows: list[ImportProblem]) -> None:
    ImportProblem.objects.bulk_create(rows, ignore_conflicts=True, batch_size=BATCH)


def _choose(flats: dict[str, Flat], flat: Flat) -> None:
    known = flats.get(flat.external_id)
    if known is None:
        flats[flat.external_id] = flat
        return
    chosen, other = (flat, known) if known.is_embedded or not flat.is_embedded else (known, flat)
    _belongs(chosen, other.data)
    chosen.parent, chosen.root = chosen.parent or other.parent, chosen.root or other.root
    flats[flat.external_id] = chosen


def _belongs(flat: Flat, known: dict[str, Any]) -> None:
    """Add where it belongs, if only another reading of it said so."""
    for name in taking_apart.BACK_REFERENCES.get(flat.kind, ()):
        if name not in flat.data and name in known and not flat.is_deleted:
            flat.data[name] = known[name]


def _store(run: ImportRun, flats: dict[str, Flat], *, body: str, is_detail: bool) -> None:
    keys = list(flats)
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        known = ImportedObject.objects.in_bulk(batch, field_name="external_id")
        rows, problems = [], []
        for key in batch:
            if key in known and is_of_other(known[key], run):
                reason = _("It was imported from another source: %(source)s") % {"source": known[key].source}
                problems.append(
                    ImportProblem(run=run, kind=known[key].kind, external_id=key, is_skipped=True, reason=reason[:500])
                )
                continue
            row = _row(run, flats[key], known.get(key), body=body, is_detail=is_detail)
            if row is None:
                continue
            if len(row.payload) > taking_apart.MOST_OF_AN_OBJECT:
                reason = sentence(NoObject("too_large"))
                problems.append(ImportProblem(run=run, kind=row.kind, external_id=key, reason=reason))
                continue
            rows.append(row)
        ImportedObject.objects.bulk_create(
            rows, update_conflicts=True, unique_fields=["external_id"], update_fields=_FIELDS
        )
        note_many(problems)


def is_of_other(row: ImportedObject, run: ImportRun) -> bool:
    """Whether another source told of an object before: only that one may change it, or take it back.

    A system and its bodies, which have addresses at the same server, are one source.
    """
    server = addresses.origin_of(run.source)
    return bool(row.digest) and row.source != run.source and not (server and server == addresses.origin_of(row.source))


def _row(
    run: ImportRun, flat: Flat, known: ImportedObject | None, *, body: str, is_detail: bool
) -> ImportedObject | None:
    """The row of an object as it is now; None where what is known says more."""
    row = known or ImportedObject(external_id=flat.external_id)
    was_read = bool(known and known.digest)
    if flat.is_embedded and was_read and not row.is_embedded and known is not None:
        is_seen = row.run_id == run.pk
        if is_seen or (row.modified is not None and row.modified == flat.modified):
            if is_seen:
                return None
            _mark_seen(row, run)
            return row
    kind = flat.kind or row.kind
    if not kind:
        return None
    moved = flat.modified != row.modified
    flat.kind = kind
    if was_read:
        _complete(flat, row, is_detail=is_detail)
    digest = flat.digest
    is_other = digest != row.digest
    row.source, row.kind = run.source, kind
    row.body = body or row.body
    row.parent, row.root = flat.parent or row.parent, flat.root or row.root
    row.position = flat.position
    row.moment, row.modified = flat.moment, flat.modified
    row.is_deleted, row.is_embedded = flat.is_deleted, flat.is_embedded
    if flat.is_deleted and was_read and is_other:
        # A tombstone says nothing but that it is one; what it was is needed to take it away.
        row.digest = digest
        row.is_pending = True
    elif is_other:
        row.payload, row.digest, row.is_pending = flat.payload, digest, True
    is_waiting = was_read and row.is_wanted and row.run_id == run.pk
    asks = is_waiting or _asks_for_more(run, flat, is_other or moved)
    row.is_wanted = not is_detail and kind == "AgendaItem" and asks
    if row.run_id != run.pk:
        _mark_seen(row, run)
    return row


def _mark_seen(row: ImportedObject, run: ImportRun) -> None:
    row.run, row.seen_at, row.outcome = run, timezone.now(), ""


def _asks_for_more(run: ImportRun, flat: Flat, is_new: bool) -> bool:
    """Whether an item says more at its own address: another Gremia tells there what was said."""
    is_ours = run.cursor.get("is_ours", False)
    return is_ours and is_new and not flat.is_deleted and flat.data.get("public") is not False


def _complete(flat: Flat, row: ImportedObject, *, is_detail: bool) -> None:
    """Keep what this reading of an object leaves unsaid, though it was not taken back."""
    backs = taking_apart.BACK_REFERENCES.get(flat.kind, ())
    says_all = all(name in flat.data for name in backs)
    lacks_words = not is_detail and CONTRIBUTIONS not in flat.data and CONTRIBUTIONS in row.payload
    if says_all and not lacks_words:
        return
    known = json.loads(row.payload)
    _belongs(flat, known)
    if lacks_words:
        flat.data[CONTRIBUTIONS] = known.get(CONTRIBUTIONS)


def _want(run: ImportRun, wanted: dict[str, str], *, body: str) -> None:
    """Note what was named and did not come: it is asked for at its address, unless a list brings it."""
    keys = list(wanted)
    for start in range(0, len(keys), BATCH):
        batch = keys[start : start + BATCH]
        known = ImportedObject.objects.filter(external_id__in=batch)
        known.filter(digest="").exclude(run=run).update(is_wanted=True, run=run)
        there = set(known.values_list("external_id", flat=True))
        ImportedObject.objects.bulk_create(
            [
                ImportedObject(source=run.source, external_id=key, body=body, is_wanted=True, run=run)
                for key in batch
                if key not in there
            ],
            ignore_conflicts=True,
        )


def want(run: ImportRun, addresses: Iterable[str], *, body: str) -> None:
    """Note objects of which only the addresses are known."""
    _want(run, {key: "" for key in map(id_of, addresses) if key}, body=body)


def next_wanted(run: ImportRun, *, count: int) -> list[ImportedObject]:
    """Objects that are still to be asked for, in order."""
    return list(ImportedObject.objects.filter(is_wanted=True, run=run).order_by("pk")[:count])


def hang_together(run: ImportRun) -> None:
    """Find what belongs to which session or paper, and let those be stored anew whose parts changed."""
    parts = ImportedObject.objects.filter(run=run, kind__in=PARTS, is_pending=True)
    above = ImportedObject.objects.filter(external_id=OuterRef("parent")).exclude(root="").values("root")[:1]
    lost = parts.filter(root="").exclude(parent="")
    lost.annotate(above=Subquery(above)).exclude(above=None).update(root=Subquery(above))
    roots = ImportedObject.objects.filter(external_id__in=parts.exclude(root="").values("root"))
    foreign = [row.external_id for row in roots.exclude(source=run.source).defer("payload") if is_of_other(row, run)]
    for start in range(0, len(foreign), BATCH):
        # A part changes that to which it belongs.
        parts.filter(root__in=foreign[start : start + BATCH]).update(root="", parent="")
    roots.filter(kind__in=("Meeting", "Paper"), is_pending=False).update(is_pending=True, run=run, outcome="")


def pending(run: ImportRun, kind: str) -> QuerySet[ImportedObject]:
    """What is still to be stored of a type, in the order in which it happened."""
    rows = ImportedObject.objects.filter(run=run, kind=kind, is_pending=True)
    return rows.order_by(F("moment").asc(nulls_first=True), "external_id")
