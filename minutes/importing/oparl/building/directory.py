"""Room: minutes, importing. Bodies, legislative terms and committees of another system as rows here."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.models import Body, Committee, LegislativeTerm, RuleProfile
from committees.models.bodies import Gender
from committees.recording import recorded
from minutes.importing.oparl.building import publications
from minutes.importing.oparl.building.store import UNKNOWN_SINCE, Store, data_of, kept_values, ours
from minutes.importing.oparl.values import day, id_of, listed, text
from minutes.models import ImportedObject, Publication

PROFILE = "Übernommene Körperschaften"
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "&": " "})
_NOT_COMMITTEES = frozenset({"partei", "verwaltungsbereich", "institution"})
_COUNCIL = re.compile(
    r"parlament|^(?:stadt|gemeinde|kreis|markt)?rat$|kreistag|stadtverordnetenversammlung|"
    r"rat der (?:stadt|gemeinde)|gemeindevertretung|^stadtrat|^gemeinderat",
    re.IGNORECASE,
)
_MAIN = re.compile(r"hauptausschuss|kreisausschuss|haupt- und|magistrat", re.IGNORECASE)
_FEMININE = ("kommission", "versammlung", "vertretung", "konferenz", "gruppe", "runde")
_NEUTER = ("präsidium", "gremium", "kuratorium", "forum", "parlament")


def bodies(store: Store, rows: Sequence[ImportedObject]) -> None:
    """Each body becomes one here, or is the one that the administrator named."""
    known = ours(Body, (row.external_id for row in rows))
    for row in rows:
        if row.is_deleted:
            store.stored(row)
            if row.external_id in known:
                store.noted(row, _("The body was deleted there; what was published of it stays."))
            continue
        data = data_of(row)
        values = {"name": (text(data.get("name")) or text(data.get("shortName")) or _host(row))[:120]}
        if row.external_id in known:
            _change(store, row, known[row.external_id], values)
        elif key := store.run.options.get("body"):
            _take_over(store, row, Body.objects.filter(key=key).first())
        else:
            _new_body(store, row, data, values)


def _take_over(store: Store, row: ImportedObject, body: Body | None) -> None:
    taken = body and ImportedObject.objects.filter(row_table=Body._meta.db_table, row_key=str(body.pk)).exists()
    if body is None or taken:
        store.skipped(row, _("The body into which to import is not there, or another one was imported into it."))
    else:
        store.stored(row, body, {})


def _new_body(store: Store, row: ImportedObject, data: dict[str, Any], values: dict[str, str]) -> None:
    wanted = slug(text(data.get("shortName")) or values["name"], 20)
    if Body.objects.filter(name__iexact=values["name"]).exists():
        reason = _("A body of this name is here already. To import into it, name its key.")
        store.skipped(row, reason)
        return
    with recorded(RuleProfile.objects.filter(name=PROFILE), by=store.by):
        profile, _created = RuleProfile.objects.get_or_create(name=PROFILE)
    body = Body(key=_free(wanted, lambda key: Body.objects.filter(key__iexact=key)), profile=profile, **values)
    with recorded(body, by=store.by):
        body.save()
    store.stored(row, body, values)


def terms(store: Store, rows: Sequence[ImportedObject]) -> None:
    """Legislative terms, which must say when they begin."""
    known = ours(LegislativeTerm, (row.external_id for row in rows))
    parents = _bodies_of(store, rows, "body")
    for row in rows:
        data, body = data_of(row), parents.get(row.pk)
        if row.is_deleted:
            store.stored(row)
            continue
        start, end = day(data.get("startDate")), day(data.get("endDate"))
        if body is None or start is None:
            reason = _("It belongs to no body that was imported.") if start else _("It does not say when it begins.")
            store.skipped(row, reason)
            continue
        end = end if end is None or end >= start else None
        name = (text(data.get("name")) or f"{start.year}–{end.year if end else ''}")[:60]
        values = {"name": name, "start": start, "end": end}
        if row.external_id in known:
            _change(store, row, known[row.external_id], values)
            continue
        existing = LegislativeTerm.objects.filter(body=body, name=name).first()
        term = existing or LegislativeTerm(body=body, **values)
        if existing is None:
            with recorded(term, by=store.by):
                term.save()
        store.stored(row, term, {} if existing else values)


def organizations(store: Store, rows: Sequence[ImportedObject]) -> None:
    """Committees; factions are made with the seats of their members, other kinds have no place here."""
    known = ours(Committee, (row.external_id for row in rows))
    parents = _bodies_of(store, rows, "body")
    for row in rows:
        data, body = data_of(row), parents.get(row.pk)
        if row.is_deleted:
            _close(store, row, known.get(row.external_id))
            store.stored(row)
        elif is_faction(data):
            store.stored(row)
        elif text(data.get("organizationType")).lower() in _NOT_COMMITTEES:
            kind = text(data.get("organizationType"))
            store.skipped(row, _("An organization of the kind “%(kind)s” has no place in Gremia.") % {"kind": kind})
        elif body is None:
            store.skipped(row, _("It belongs to no body that was imported."))
        else:
            _committee(store, row, data, body, known.get(row.external_id))


def _close(store: Store, row: ImportedObject, committee: Committee | None) -> None:
    """A committee that is deleted there has ended, and who sits in it is not told any more; its minutes stay."""
    if committee is None or row.written in ("", "{}"):
        return
    publications.withdraw_all(store, committee, Publication.Kind.DIRECTORY, publications.GONE)
    if committee.end is None:
        with recorded(committee, by=store.by):
            committee.end = max(committee.start, timezone.localdate(row.modified) if row.modified else committee.start)
            committee.save(update_fields=["end"])


def is_faction(data: dict[str, Any]) -> bool:
    """Whether an organization is a faction."""
    return "fraktion" in f"{text(data.get('organizationType'))} {text(data.get('classification'))}".lower()


def _committee(store: Store, row: ImportedObject, data: dict[str, Any], body: Body, known: Committee | None) -> None:
    name = (text(data.get("name")) or text(data.get("shortName")) or _host(row))[:160]
    start = day(data.get("startDate")) or UNKNOWN_SINCE
    end = day(data.get("endDate"))
    values: dict[str, Any] = {"name": name, "start": start, "end": end if end is None or end >= start else None}
    if known is not None:
        _change(store, row, known, values)
        return
    short_name = slug(text(data.get("shortName")) or name, 20)
    of_body = Committee.objects.filter(body=body)
    there = of_body.filter(name__iexact=name).first() or of_body.filter(short_name__iexact=short_name).first()
    if there is not None and not store.is_imported(there):
        store.noted(row, _("The committee is here already; its imported sessions are added to it."))
        store.stored(row, there, {})
        return
    committee = Committee(
        body=body,
        short_name=_free(short_name, lambda key: of_body.filter(short_name__iexact=key)),
        seats=min(max(1, len(listed(data.get("membership")))), 1_000),
        **values,
        **_words(name, text(data.get("classification"))),
    )
    with recorded(committee, by=store.by):
        committee.save()
    store.stored(row, committee, values)


def _words(name: str, classification: str) -> dict[str, Any]:
    """What kind of committee it is, and how sentences call it."""
    last = name.split()[0].lower() if name else ""
    gender = Gender.MASCULINE
    if name.lower().endswith(_FEMININE) or last.endswith(_FEMININE):
        gender = Gender.FEMININE
    elif name.lower().endswith(_NEUTER) or last.endswith(_NEUTER):
        gender = Gender.NEUTER
    kind = Committee.Kind.COMMITTEE
    if _COUNCIL.search(classification) or _COUNCIL.search(name):
        kind = Committee.Kind.COUNCIL
    elif _MAIN.search(classification) or _MAIN.search(name):
        kind = Committee.Kind.MAIN
    noun = name if len(name.split()) == 1 and len(name) <= 60 else "Ausschuss"
    return {"kind": kind, "gender": gender, "noun": noun}


def _change(store: Store, row: ImportedObject, known: models.Model, values: dict[str, Any]) -> None:
    if not row.written or row.written == "{}":
        # It was here before the import, which only leads to it.
        store.stored(row, known)
        return
    wanted = store.differences(row, known, values)
    if wanted:
        with recorded(known, by=store.by):
            for name, value in wanted.items():
                setattr(known, name, value)
            known.save(update_fields=list(wanted))
    store.stored(row, known, kept_values(row, values, wanted))


def _bodies_of(store: Store, rows: Sequence[ImportedObject], field: str) -> dict[int, Body]:
    """The body of each: the one that it names, or in whose lists it stood; else the only one of the source."""
    named = {row.pk: id_of(data_of(row).get(field)) or row.parent or row.body for row in rows}
    found = ours(Body, {*named.values(), *(row.body for row in rows)}, "profile")
    only = only_body(store)
    return {
        row.pk: body for row in rows if (body := found.get(named[row.pk]) or found.get(row.body) or only) is not None
    }


def only_body(store: Store) -> Body | None:
    """The body of a source that has just one."""
    rows = ImportedObject.objects.filter(source=store.run.source, kind="Body", is_deleted=False).exclude(row_key="")[:2]
    keys = [row.row_key for row in rows]
    return Body.objects.select_related("profile").filter(pk=keys[0]).first() if len(keys) == 1 else None


def slug(name: str, length: int) -> str:
    """A name as a part of an address: letters and digits of ASCII, dashes."""
    plain = unicodedata.normalize("NFKD", name.translate(_UMLAUTS)).encode("ascii", "ignore").decode()
    found = re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-")[:length].strip("-")
    return found or "X"


def _free(wanted: str, rivals: Any) -> str:
    """The same with a number behind it, as long as it is taken."""
    key, number = wanted, 1
    while rivals(key).exists():
        number += 1
        key = f"{wanted[: 19 - len(str(number))]}-{number}"
    return key


def _host(row: ImportedObject) -> str:
    return row.external_id.rstrip("/").rpartition("/")[2][:100] or row.external_id[:100]
