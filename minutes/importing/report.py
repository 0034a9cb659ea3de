"""Room: minutes, importing. What an import tells of itself: how far it is, and in the end what became of what."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from minutes.models import ImportedObject, ImportRun

KINDS = {
    "System": pgettext_lazy("oparl", "systems"),
    "Body": pgettext_lazy("oparl", "bodies"),
    "LegislativeTerm": pgettext_lazy("oparl", "legislative terms"),
    "Organization": pgettext_lazy("oparl", "organizations"),
    "Person": pgettext_lazy("oparl", "people"),
    "Membership": pgettext_lazy("oparl", "memberships"),
    "Meeting": pgettext_lazy("oparl", "meetings"),
    "AgendaItem": pgettext_lazy("oparl", "agenda items"),
    "Paper": pgettext_lazy("oparl", "papers"),
    "Consultation": pgettext_lazy("oparl", "consultations"),
    "File": pgettext_lazy("oparl", "files"),
    "Location": pgettext_lazy("oparl", "places"),
    "": gettext_lazy("of unknown type"),
}
OUTCOMES = (*ImportedObject.Outcome.values, "unreadable")
_UNREADABLE = pgettext_lazy("imported object", "unreadable")
_STAGES = {
    "fetch": gettext_lazy("Reading the source"),
    "files": gettext_lazy("Fetching files"),
    "link": gettext_lazy("Looking what belongs together"),
    "build": gettext_lazy("Storing"),
    "seats": gettext_lazy("Publishing who sits where"),
    "finish": gettext_lazy("Counting"),
}
_BAR = 30


def heading(run: ImportRun) -> str:
    """What is going on."""
    return str(_STAGES.get(run.stage, ""))


def read_so_far(run: ImportRun) -> str:
    return ngettext("%(count)d object read", "%(count)d objects read", run.read) % {"count": run.read}


def progress(run: ImportRun) -> str:
    """One line: a bar as soon as it is known how much there is to do."""
    if not run.total:
        return f"{heading(run)}: {read_so_far(run)}"
    filled = _BAR * min(run.done, run.total) // run.total
    return f"[{'#' * filled}{'.' * (_BAR - filled)}] {run.done} / {run.total}  {heading(run)}"


def how_far(run: ImportRun) -> str:
    """The same as a few words."""
    if not run.total:
        return read_so_far(run)
    return _("%(done)s of %(total)s") % {"done": run.done, "total": run.total}


def sums(run: ImportRun) -> str:
    """What became of the objects of all types together: 300 new, 2 skipped."""
    found = {outcome: sum(counts.get(outcome, 0) for counts in run.counts.values()) for outcome in OUTCOMES}
    names = dict(zip(OUTCOMES, columns(), strict=True))
    return ", ".join(f"{number} {names[outcome]}" for outcome, number in found.items() if number)


def table(run: ImportRun) -> list[dict[str, Any]]:
    """What became of the objects of each type."""
    order = list(KINDS)
    kinds = sorted(run.counts, key=lambda kind: order.index(kind) if kind in order else len(order))
    return [
        {"name": KINDS.get(kind, kind), "counts": [run.counts[kind].get(outcome, 0) for outcome in OUTCOMES]}
        for kind in kinds
    ]


def columns() -> list[str]:
    """What the counts of a table stand for."""
    names = dict(ImportedObject.Outcome.choices)
    return [str(names.get(outcome, _UNREADABLE)) for outcome in OUTCOMES]


def lines(run: ImportRun, *, most: int = 100) -> Iterator[str]:
    """The report of a run as text: counts, and why something was left out."""
    if run.counts:
        names = columns()
        yield " ".join([f"{'':20}", *(f"{name:>12}" for name in names)])
        for row in table(run):
            yield " ".join([f"{row['name']!s:20}", *(f"{count:>12}" for count in row["counts"])])
    problems = run.problems.order_by("pk")
    count = problems.count()
    for problem in problems[:most]:
        yield f"{KINDS.get(problem.kind, problem.kind)} {problem.external_id}: {problem.reason}"
    if count > most:
        yield _("… and %(count)d more; all of them are listed in the admin area.") % {"count": count - most}
