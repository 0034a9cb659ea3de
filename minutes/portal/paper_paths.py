"""Room: minutes, the portal. The path of a paper: at which items of which committees it stood, and what came of it."""

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committees.permissions import Visitor
from minutes.models import PublishedItemPaper
from minutes.models.publications import MINUTES
from minutes.pictures import paper_path
from minutes.portal import reading
from minutes.portal.item_links import item_url


@dataclass(frozen=True, slots=True)
class Station:
    """An item that names the paper. ``standing`` is the sort of its outcome: good, bad, on, off or open."""

    date: datetime.date
    committee: str
    short_name: str
    reference: str
    label: str
    title: str
    url: str
    outcome: str
    words: str
    standing: str
    is_coming: bool
    has_minutes: bool
    is_public: bool


def stations(paper: int, user: Visitor) -> list[Station]:
    """The items that the visitor may read, those to come too, in the order of their days; one query."""
    today = timezone.localdate()
    rows = reading.items(user).filter(pk__in=PublishedItemPaper.objects.filter(paper=paper).values("item"))
    rows = rows.select_related("issue").order_by("date", "issue__reference", "position")
    found = []
    for item in rows:
        has_minutes = item.issue.kind in MINUTES
        is_settled = has_minutes and item.outcome != "none"
        found.append(
            Station(
                date=item.date,
                committee=item.issue.committee_name,
                short_name=item.issue.reference.split("/")[0],
                reference=item.issue.reference,
                label=item.label,
                title=item.title,
                url=item_url(item.issue, item.number),
                outcome=item.outcome,
                words=item.status or (str(item.get_outcome_display()) if is_settled else ""),
                standing=paper_path.standing(item.outcome),
                is_coming=not has_minutes and item.date >= today,
                has_minutes=has_minutes,
                is_public=item.is_public,
            )
        )
    return found


def picture(path: list[Station]) -> str:
    """The path as a drawing; the list below it says the same."""
    open_yet = _("no outcome yet")
    told = "; ".join(
        f"{date_format(station.date, 'd.m.Y')} {station.committee}: {station.words or open_yet}" for station in path
    )
    marks = [(station.short_name, date_format(station.date, "d.m.Y"), station.outcome) for station in path]
    return paper_path.draw(marks, title=_("The path of the paper through the committees"), description=told)
