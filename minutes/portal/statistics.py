"""Room: minutes, the portal. Statistics of committees: how often they met, what they decided, how united; no people."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from minutes.pictures import bars
from minutes.portal import choices, tables
from minutes.portal.committee_choices import labelled
from minutes.portal.figures import Figures, Source, counted, sources
from minutes.portal.freshness import fresh_view


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the tables: a committee, or a year of the one that was chosen."""

    label: str
    short: str
    link: str
    figures: Figures


@fresh_view
def statistics(request: HttpRequest) -> HttpResponse:
    """By committee, of a term or a year; of one committee by year."""
    known = sources()
    terms = sorted({source.term for source in known if source.term}, reverse=True)
    years = sorted({source.year for source in known}, reverse=True)
    committees = {source.committee for source in known}
    term, year = choices.word(request.GET, "term", terms), choices.year(request.GET)
    year = year if year in years else None
    committee = choices.number(request.GET, "committee")
    committee = committee if committee in committees else None
    chosen = [
        source
        for source in known
        if (not term or source.term == term)
        and (not year or source.year == year)
        and (not committee or source.committee == committee)
    ]
    found = counted(term, year, committee)
    rows = _by_year(chosen, found) if committee else _by_committee(chosen, found, term=term, year=year)
    total = Figures()
    for row in rows:
        total.add(row.figures)
    context = {
        "rows": rows,
        "total": total if len(rows) > 1 else None,
        "heading": _("Year") if committee else _("Committee"),
        "name": next((source.name for source in chosen), "") if committee else "",
        "committees": labelled((source.committee, source.name, source.body, source.year) for source in known),
        "terms": [(value, value) for value in terms],
        "years": [(value, value) for value in years],
        "committee": committee,
        "term": term,
        "year": year,
        "has_choice": bool(term or year or committee),
        "tables": tables.links(*tables.NAMES, committee=committee, term=term, year=year),
        "sessions_picture": _sessions_picture(rows),
        "unanimity_picture": _percent_picture(
            rows, _("Unanimous votes in per cent"), lambda row: row.figures.unanimity
        ),
        "attendance_picture": _percent_picture(rows, _("Attendance in per cent"), lambda row: row.figures.attendance),
    }
    return render(request, "minutes/portal/statistics.html", context)


def _by_committee(
    chosen: Iterable[Source], found: dict[tuple[int, int], Figures], *, term: str, year: int | None
) -> list[Row]:
    groups: dict[int, list[Source]] = defaultdict(list)
    for source in chosen:
        groups[source.committee].append(source)
    several = len({source.body for sources in groups.values() for source in sources}) > 1
    rows = [
        Row(
            label=f"{sources[0].name} ({sources[0].body})" if several else sources[0].name,
            short=sources[0].short_name,
            link=choices.link(committee=key, term=term, year=year),
            figures=_sum(sources, found),
        )
        for key, sources in groups.items()
    ]
    return sorted(rows, key=lambda row: row.label.casefold())


def _by_year(chosen: Iterable[Source], found: dict[tuple[int, int], Figures]) -> list[Row]:
    groups: dict[int, list[Source]] = defaultdict(list)
    for source in chosen:
        groups[source.year].append(source)
    return [
        Row(label=str(year), short=str(year), link="", figures=_sum(groups[year], found))
        for year in sorted(groups, reverse=True)
    ]


def _sum(sources: list[Source], found: dict[tuple[int, int], Figures]) -> Figures:
    total = Figures()
    for source in sources:
        total.add(source.figures)
    for group in {(source.committee, source.year) for source in sources}:
        total.add(found.get(group, Figures()))
    return total


def _sessions_picture(rows: list[Row]) -> str:
    title = _("Number of sessions")
    figures = [(row.short, float(row.figures.sessions), str(row.figures.sessions)) for row in rows]
    return bars.draw(figures, title=title, description=", ".join(f"{name}: {text}" for name, _number, text in figures))


def _percent_picture(rows: list[Row], title: str, value: Callable[[Row], int | None]) -> str:
    unknown = pgettext("figure", "unknown")
    found = [(row.short, value(row)) for row in rows]
    if all(number is None for _name, number in found):
        return ""
    figures = [(name, number, unknown if number is None else f"{number} %") for name, number in found]
    told = ", ".join(f"{name}: {text}" for name, _number, text in figures)
    return bars.draw(figures, title=title, description=told, full=100)
