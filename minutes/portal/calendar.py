"""Room: minutes, the portal. The calendar: a month as a grid or a list, and the year that it stands in."""

import calendar as almanac
import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, Min
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from minutes.models.issues import IssueQuerySet
from minutes.pictures import year as year_picture
from minutes.portal import choices, reading
from minutes.portal.committee_choices import committees_of
from minutes.portal.freshness import fresh_view
from minutes.portal.session_entries import Entry, entries, in_order

_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """A field of the grid."""

    date: datetime.date
    is_in_month: bool
    is_today: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A line of the table beside the picture of a year; ``link`` is empty where there is nothing to see."""

    first: datetime.date
    sessions: int
    days: int
    link: str


@fresh_view
def calendar(request: HttpRequest) -> HttpResponse:
    """The sessions of a month (`month=2026-11`), of all committees or one, as a grid or a list (`view=list`)."""
    today = timezone.localdate()
    first = choices.month(request.GET) or today.replace(day=1)
    committee = choices.number(request.GET, "committee")
    view = choices.word(request.GET, "view", ("list",))
    rows = reading.sessions(request.user)
    committees = committees_of(rows)
    if committee:
        rows = rows.filter(committee=committee)
    weeks = almanac.Calendar().monthdatescalendar(first.year, first.month)
    found = in_order(entries(rows.filter(date__range=(weeks[0][0], weeks[-1][-1]))))
    in_month = [entry for entry in found if (entry.date.year, entry.date.month) == (first.year, first.month)]
    before, after = (first - _DAY).replace(day=1), (first + 31 * _DAY).replace(day=1)
    # Beyond all sessions there is nothing to leaf to, neither for people nor for machines.
    known = rows.aggregate(first=Min("date"), last=Max("date"))
    begin, end = known["first"] or today, max(known["last"] or today, today)

    def link(month: datetime.date, view: str = view) -> str:
        return choices.link(month=month.strftime("%Y-%m"), view=view, committee=committee)

    context = {
        "first": first,
        "today": today,
        "view": view,
        "committees": committees,
        "committee": committee,
        "weeks": [[_day(date, first, today, found) for date in week] for week in weeks],
        "entries": in_month,
        "previous": before,
        "following": after,
        "previous_link": link(before) if first > begin else "",
        "following_link": link(after) if after <= end else "",
        "today_link": link(today.replace(day=1)),
        "grid_link": link(first, ""),
        "list_link": link(first, "list"),
        "is_this_month": first == today.replace(day=1),
    }
    counts = _counts(rows, first.year)
    context |= {
        "months": [_month(first.replace(month=month), counts, link) for month in range(1, 13)],
        "picture": _picture(first.year, counts, today),
        "total": sum(counts.values()),
    }
    return render(request, "minutes/portal/calendar.html", context)


def _day(date: datetime.date, first: datetime.date, today: datetime.date, found: Iterable[Entry]) -> Day:
    return Day(
        date=date,
        is_in_month=date.month == first.month,
        is_today=date == today,
        entries=tuple(entry for entry in found if entry.date == date),
    )


def _counts(rows: IssueQuerySet, year: int) -> Counter[datetime.date]:
    """How many sessions there are on each day of a year; what was cancelled is none."""
    return Counter(rows.filter(date__year=year, withdrawn_at__isnull=True).values_list("date", flat=True))


def _month(first: datetime.date, counts: Counter[datetime.date], link) -> Month:
    days = [count for date, count in counts.items() if date.month == first.month]
    return Month(first, sum(days), len(days), link(first) if days else "")


def _picture(year: int, counts: Counter[datetime.date], today: datetime.date) -> str:
    total = sum(counts.values())
    told = ngettext("%(count)s session", "%(count)s sessions", total) % {"count": total}
    names = [date_format(datetime.date(year, month, 1), "M") for month in range(1, 13)]
    by_month = ", ".join(
        f"{date_format(datetime.date(year, month, 1), 'E')} {count}"
        for month in range(1, 13)
        if (count := sum(number for date, number in counts.items() if date.month == month))
    )
    return year_picture.draw(
        year,
        counts,
        months=names,
        title=_("The sessions of the year %(year)s") % {"year": year},
        description=f"{told}. {by_month}",
        today=today,
    )
