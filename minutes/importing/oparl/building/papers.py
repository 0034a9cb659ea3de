"""Room: minutes, importing. Papers of another system, published here as they were there."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from committees.models import Body, Paper
from committees.recording import recorded
from minutes.importing.oparl.building import files, publications
from minutes.importing.oparl.building.directory import only_body
from minutes.importing.oparl.building.store import Store, data_of, kept_values, named, ours, rows_by_id
from minutes.importing.oparl.values import day, id_of, text
from minutes.models import ImportedObject, Publication
from minutes.papers import without_files
from minutes.record.announcements import PaperRecord
from minutes.record.values import SourceValue

_KINDS = (
    (re.compile(r"anfrage", re.IGNORECASE), Paper.Kind.INQUIRY),
    (re.compile(r"antrag", re.IGNORECASE), Paper.Kind.MOTION),
    (re.compile(r"bericht|mitteilung|information|kenntnis", re.IGNORECASE), Paper.Kind.REPORT),
)


def papers(store: Store, rows: Sequence[ImportedObject]) -> None:
    """Each paper becomes a row and is published, with its files."""
    found = {row.pk: data_of(row) for row in rows}
    known = ours(Paper, (row.external_id for row in rows))
    bodies = ours(Body, {*(id_of(data.get("body")) for data in found.values()), *(row.body for row in rows)})
    only, taken = only_body(store), _Taken()
    new: list[tuple[ImportedObject, Paper, dict[str, Any]]] = []
    old: list[tuple[ImportedObject, Paper, dict[str, Any], dict[str, Any]]] = []
    originators = _originators(found)
    for row in rows:
        data, paper = found[row.pk], known.get(row.external_id)
        body = bodies.get(id_of(data.get("body"))) or bodies.get(row.body) or only
        if row.is_deleted:
            if paper is not None and row.written not in ("", "{}"):
                publications.withdraw_all(store, paper, Publication.Kind.PAPER, publications.GONE)
            store.stored(row)
        elif body is None:
            store.skipped(row, _("It belongs to no body that was imported."))
        elif paper is not None and row.written in ("", "{}"):
            store.stored(row, paper)
        else:
            values = _values(row, data, originators.get(row.pk, ""))
            if paper is not None:
                wanted = store.differences(row, paper, values)
                old.append((row, paper, values, wanted))
                continue
            there = taken.find(body, values["reference"])
            if there is not None and not store.is_imported(there):
                store.stored(row, there, {})
                reason = _("A paper with the number %(number)s is recorded here; it stays as it is.")
                store.noted(row, reason % {"number": values["reference"]})
                continue
            values["reference"] = taken.free(body, values["reference"])
            new.append((row, Paper(body=body, is_public=True, **values), values))
    _write(store, new, old)


def _write(
    store: Store,
    new: list[tuple[ImportedObject, Paper, dict[str, Any]]],
    old: list[tuple[ImportedObject, Paper, dict[str, Any], dict[str, Any]]],
) -> None:
    made, changed = [paper for _row, paper, _values in new], [paper for _row, paper, _values, wanted in old if wanted]
    if made or changed:
        with recorded(*made, *changed, by=store.by):
            Paper.objects.bulk_create(made)
            for _row, paper, _values, wanted in old:
                for name, value in wanted.items():
                    setattr(paper, name, value)
            if changed:
                fields = sorted({name for *_some, wanted in old for name in wanted})
                Paper.objects.bulk_update(changed, fields)
    attached = _files([row for row, *_more in (*new, *old)])
    firsts = []
    for row, paper, values in new:
        store.stored(row, paper, values)
        firsts.append((paper, _record(row, paper, attached[row.external_id])))
    publications.first_papers(store, firsts)
    for row, paper, values, wanted in old:
        store.stored(row, paper, kept_values(row, values, wanted))
        publications.next_paper(store, paper, _record(row, paper, attached[row.external_id]))
    store.close_parts(row.external_id for row, *_more in (*new, *old))


def _values(row: ImportedObject, data: dict[str, Any], originator: str) -> dict[str, Any]:
    reference = text(data.get("reference"))[:36]
    name = text(data.get("name"))
    said = text(data.get("paperType"))
    kind = next((kind for pattern, kind in _KINDS if pattern.search(said)), Paper.Kind.PROPOSAL)
    return {
        # A number that no source gives is the end of the address, which stays the same.
        "reference": (reference or f"o.-Nr.-{_tail(row.external_id)}").strip("/"),
        "title": (name or reference or row.external_id)[:700],
        "kind": str(kind),
        "date": day(data.get("date")),
        "originator": originator[:160],
    }


def _tail(address: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", address).strip("-")[-24:].strip("-")


def _originators(found: dict[int, dict[str, Any]]) -> dict[int, str]:
    """Who brought each paper in, in words."""
    names = ("originatorOrganization", "originatorPerson")
    rows = rows_by_id(key for data in found.values() for key in named(data, *names))
    told = {}
    for pk, data in found.items():
        words = text(data.get("gremia:originator"))
        people = (text(data_of(rows[key]).get("name")) for key in named(data, *names) if key in rows)
        told[pk] = words or ", ".join(filter(None, people))
    return told


def _files(rows: list[ImportedObject]) -> dict[str, list[ImportedObject]]:
    """The files of each paper: the main one first, in the order of the source."""
    keys = {row.external_id: named(data_of(row), "mainFile", "auxiliaryFile") for row in rows}
    known = rows_by_id(key for found in keys.values() for key in found)
    own: dict[str, list[ImportedObject]] = defaultdict(list)
    loose = ImportedObject.objects.filter(root__in=list(keys), kind="File", is_deleted=False)
    for file in loose.order_by("position", "external_id"):
        own[file.root].append(file)
    found = {}
    for key, wanted in keys.items():
        first = [known.get(one) for one in wanted]
        found[key] = files.usable([*first, *(row for row in own[key] if row.external_id not in set(wanted))])
    return found


def _record(row: ImportedObject, paper: Paper, attached: list[ImportedObject]) -> PaperRecord:
    kept, links = [], []
    for number, file in enumerate(attached, start=1):
        title = files.title_of(file)
        value = files.kept_file(file, f"f{number}", title)
        link = None if value else files.link_of(file, title)
        kept += [value] if value else []
        links += [link] if link else []
    return replace(
        without_files(paper),
        files=tuple(kept),
        links=tuple(links) or None,
        source=SourceValue("oparl", row.external_id),
    )


class _Taken:
    """Which numbers papers have already, in the database and in this step."""

    def __init__(self) -> None:
        self.given: set[tuple[int, str]] = set()

    def find(self, body: Body, reference: str) -> Paper | None:
        return Paper.objects.filter(body=body, reference=reference).first()

    def free(self, body: Body, reference: str) -> str:
        found, number = reference, 1
        while (body.pk, found) in self.given or Paper.objects.filter(body=body, reference=found).exists():
            number += 1
            found = f"{reference} ({number})"[-40:]
        self.given.add((body.pk, found))
        return found
