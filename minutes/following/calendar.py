"""Room: minutes, following. Sessions as a calendar (iCalendar, RFC 5545): announced, changed, called off, recorded."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings
from django.db.models import Count, Max, Min
from django.utils import timezone

from minutes.following.subjects import absolute, clean, host, session_name, withdrawal
from minutes.models import Audience, Issue
from minutes.models.issues import IssueQuerySet
from minutes.models.publications import ANNOUNCEMENTS, MINUTES

_GERMAN = {"LANGUAGE": "de"}
_OFTEN = datetime.timedelta(hours=4)
"""So often a calendar may ask for changes."""


@dataclass(frozen=True, slots=True)
class History:
    """What became of the publications of a session until now."""

    sequence: int
    first: datetime.datetime
    last: datetime.datetime


def since() -> datetime.date:
    """Calendars go back to the beginning of last year."""
    return datetime.date(timezone.localdate().year - 1, 1, 1)


def newest_since() -> datetime.date:
    """Agendas are told of sessions from the beginning of last month on; of older ones only the address."""
    last = timezone.localdate().replace(day=1) - datetime.timedelta(days=1)
    return last.replace(day=1)


def covers_since() -> datetime.datetime:
    """Since when a calendar covers the time that it does: it begins anew with each month."""
    first = timezone.localdate().replace(day=1)
    return timezone.make_aware(datetime.datetime.combine(first, datetime.time()))


def of_sessions(issues: IssueQuerySet) -> IssueQuerySet:
    """Of the issues those that a calendar is made of: announcements and minutes of its time."""
    kinds = (*ANNOUNCEMENTS, *MINUTES)
    return issues.filter(kind__in=kinds, date__gte=since())


def write(name: str, issues: IssueQuerySet, *, audiences: Iterable[Audience] = (Audience.PUBLIC,)) -> bytes:
    """The calendar of some sessions, from the issues that its reader may read. Three queries.

    Records of minutes, which are long, are not read: of them begin, end and address are told; and of agendas only what
    is told, not whole records. `audiences`: whose editions count as changes.
    """
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//{host()}//Gremia//DE")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", clean(name), parameters=_GERMAN)
    calendar.add("x-wr-calname", clean(name))
    calendar.add("x-wr-timezone", settings.TIME_ZONE)
    calendar.add("refresh-interval", _OFTEN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT4H")
    calendar.add_component(_zone())
    for event in _events(issues, audiences):
        calendar.add_component(event)
    return bytes(calendar.to_ical(sorted=False))


def _events(issues: IssueQuerySet, audiences: Iterable[Audience]) -> Iterable[icalendar.Event]:
    shown = of_sessions(issues.shown())
    announced = {
        issue.session_id: issue
        for issue in shown.announcements()
        .select_related("publication__withdrawal")
        .defer("publication__pdf")
        .order_by("pk")
    }
    recorded = {
        issue.session_id: issue
        for issue in shown.minutes()
        .current()
        .without_content()
        .select_related("minutes")
        .defer("minutes__article")
        .order_by("pk")
    }
    histories = _histories(shown, audiences)
    sessions = sorted({**recorded, **announced}.items(), key=lambda pair: (pair[1].date, str(pair[0])))
    for session, _issue in sessions:
        yield _event(announced.get(session), recorded.get(session), histories[session])


def _histories(shown: IssueQuerySet, audiences: Iterable[Audience]) -> dict[object, History]:
    """By session; whatever was published or withdrawn counts, so that the number only grows."""
    sessions = shown.order_by().values("session")
    rows = Issue.objects.filter(session__in=sessions, audience__in=audiences, visible_from__lte=timezone.now())
    found = (
        rows.order_by()
        .values("session")
        .annotate(
            editions=Count("pk"),
            gone=Count("withdrawn_at"),
            first=Min("visible_from"),
            came=Max("visible_from"),
            went=Max("withdrawn_at"),
        )
    )
    return {
        row["session"]: History(
            row["editions"] + row["gone"] - 1, row["first"], max(filter(None, (row["came"], row["went"])))
        )
        for row in found
    }


def _event(announced: Issue | None, recorded: Issue | None, history: History) -> icalendar.Event:
    """A session: as it is announced; where that was withdrawn, it is off, unless there are minutes of it."""
    holds = announced is not None and announced.withdrawn_at is None
    issue = announced if announced and (holds or recorded is None) else recorded
    is_off = not holds and recorded is None
    record = json.loads(announced.publication.record) if announced and holds else {}
    event = icalendar.Event()
    event.add("uid", f"{issue.session_id}@{host()}")
    event.add("sequence", history.sequence)
    event.add("dtstamp", _utc(history.last))
    event.add("created", _utc(history.first))
    event.add("last-modified", _utc(history.last))
    event.add("status", "CANCELLED" if is_off else "CONFIRMED")
    event.add("summary", session_name(issue), parameters=_GERMAN)
    held = getattr(recorded, "minutes", None)
    start, end = _local(record.get("starts_at")) or _local(held and held.starts_at), _local(held and held.ended_at)
    event.add("dtstart", start or issue.date)
    if start and end and end > start:
        event.add("dtend", end)
    if record.get("place_text"):
        event.add("location", clean(record["place_text"]), parameters=_GERMAN)
    event.add("url", absolute((recorded or issue).get_absolute_url()))
    event.add("description", _description(issue, record, recorded), parameters=_GERMAN)
    if issue.audience == Audience.INTERNAL:
        event.add("class", "CONFIDENTIAL")
    return event


def _local(moment: datetime.datetime | str | None) -> datetime.datetime | None:
    """A moment, as JSON has it or as it is, by the clock of the town hall."""
    if not moment:
        return None
    found = datetime.datetime.fromisoformat(moment) if isinstance(moment, str) else moment
    return found.astimezone(ZoneInfo(settings.TIME_ZONE))


def _description(issue: Issue, record: dict[str, Any], recorded: Issue | None) -> str:
    lines = [issue.reference, issue.body_name]
    if issue.withdrawn_at:
        lines += ["", withdrawal(issue)]
    if issue.audience == Audience.INTERNAL:
        lines += ["", "Nichtöffentlich – nur für Berechtigte."]
    if record and issue.date >= newest_since():
        lines += agenda_lines(record)
    if recorded:
        lines += ["", f"Niederschrift: {absolute(recorded.get_absolute_url())}"]
    return clean("\n".join(lines))


def agenda_lines(record: dict[str, Any]) -> list[str]:
    """The agenda line by line, as the JSON of an `AgendaRecord` has it; of a notice, that it follows."""
    if not record["parts"]:
        return ["", "Die Tagesordnung folgt."]
    found = []
    for part in record["parts"]:
        found += ["", part["heading"], *(f"{line['number']}  {line['title']}" for line in part["lines"])]
    return found


def _utc(moment: datetime.datetime) -> datetime.datetime:
    return moment.astimezone(datetime.UTC)


@cache
def _zone() -> icalendar.Timezone:
    """The rule of the European Union for Central Europe, since 1996; what came before is no matter of these pages."""
    zone = icalendar.Timezone()
    zone.add("tzid", settings.TIME_ZONE)
    for kind, name, before, after, month in (
        (icalendar.TimezoneDaylight, "CEST", 1, 2, 3),
        (icalendar.TimezoneStandard, "CET", 2, 1, 10),
    ):
        change = kind()
        last_sunday = 31 if month == 3 else 27
        change.add("dtstart", datetime.datetime(1996, month, last_sunday, before + 1))  # noqa: DTZ001 - local, as the standard wants it
        change.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        change.add("tzoffsetfrom", datetime.timedelta(hours=before))
        change.add("tzoffsetto", datetime.timedelta(hours=after))
        change.add("tzname", name)
        zone.add_component(change)
    return zone
