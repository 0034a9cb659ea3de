"""Room: minutes, importing. The end of an import: what belongs to nothing, what was not seen, and the counts."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from minutes.importing.oparl import staging
from minutes.importing.oparl.building.store import Store
from minutes.models import ImportedObject, ImportProblem, ImportRun


def tell_unseen(run: ImportRun) -> None:
    """How much of the source a run that read everything did not see: nothing said that it was deleted, so it stays."""
    if run.cursor.get("since") or run.options.get("incomplete"):
        return
    rows = ImportedObject.objects.filter(source=run.source, is_stored=True, is_deleted=False)
    if body := run.options.get("only_body"):
        rows = rows.filter(body=body)
    unseen = rows.filter(Q(run=None) | ~Q(run=run)).count()
    if unseen:
        told = ngettext(
            "%(count)d object of earlier imports was not seen any more; what was published of it stays.",
            "%(count)d objects of earlier imports were not seen any more; what was published of them stays.",
            unseen,
        )
        staging.note(run, told % {"count": unseen}, is_skipped=False)


def leave_out(run: ImportRun) -> None:
    """Parts of what was not imported."""
    rows = ImportedObject.objects.filter(run=run, is_pending=True, kind__in=staging.PARTS)
    reason = _("It belongs to nothing that was imported.")
    while batch := list(rows.order_by("pk")[: staging.BATCH]):
        store = Store(run)
        for row in batch:
            if row.is_deleted or (row.kind in ("File", "Location") and not row.root) or row.kind == "Consultation":
                # A consultation of a paper that no agenda names, or the place of a person, is nothing that is missed.
                store.stored(row)
            else:
                store.skipped(row, reason)
        store.finish()
    # The system itself is no row of ours.
    others = ImportedObject.objects.filter(run=run, is_pending=True)
    others.update(is_pending=False, is_stored=True, outcome=ImportedObject.Outcome.NEW)


def counts_of(run: ImportRun) -> dict[str, dict[str, int]]:
    """What became of the objects of each type."""
    rows = ImportedObject.objects.filter(run=run).exclude(outcome="").order_by()
    found: dict[str, dict[str, int]] = {}
    for kind, outcome, number in rows.values_list("kind", "outcome").annotate(number=Count("pk")):
        found.setdefault(kind, {})[outcome] = number
    known = ImportProblem.objects.filter(run=run, is_skipped=True).exclude(
        external_id__in=ImportedObject.objects.filter(run=run, outcome="skipped").values("external_id")
    )
    for kind, number in known.order_by().values_list("kind").annotate(number=Count("pk")):
        found.setdefault(kind or "", {})["unreadable"] = number
    return dict(sorted(found.items()))
