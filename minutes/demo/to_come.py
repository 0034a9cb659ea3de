"""Room: minutes. Sessions to come, counted from the day on which the demo is loaded: all but the last have an agenda."""

from dataclasses import replace
from datetime import date, timedelta

from committees.models import Session

from .items import announcements, objections, questions
from .musterland_2026 import SITTING as MODEL
from .plans import Item, Sitting

_SATURDAY = 5


def sittings(today: date) -> list[Sitting]:
    """What is still to come on a day, the first of it on that day or the next working day."""
    first = max(today, MODEL.day + timedelta(days=1))
    return [_numbered(plan, _working_day(first + timedelta(days=days))) for days, plan in _PLANS]


def _working_day(day: date) -> date:
    return day if day.weekday() < _SATURDAY else day + timedelta(days=7 - day.weekday())


def _numbered(plan: Sitting, day: date) -> Sitting:
    """The next number of the committee in that year."""
    earlier = Session.objects.filter(committee__short_name=plan.committee, year=day.year).order_by("-number").first()
    return replace(plan, day=day, number=earlier.number + 1 if earlier else 1)


def _agenda(*items: Item, of: str = "Ausschussmitglieder") -> tuple[Item, ...]:
    """Items between the standing ones, with nothing said yet."""
    silent = (announcements(), questions(of), announcements(is_public=False))
    return (*items, *(replace(item, said=()) for item in silent))


def _after(plan_day: date) -> Item:
    return replace(objections(f"{plan_day:%d.%m.%Y}"), said=())


_PLANS: tuple[tuple[int, Sitting], ...] = (
    (
        0,
        Sitting(
            committee="JHA",
            number=0,
            day=date.max,
            begin="17:00",
            room="Sitzungssaal 1",
            staff=("lammerding", "sander"),
            minute_taker="sander",
            items=_agenda(
                _after(date(2026, 9, 30)),
                Item("Jugendhilfeplanung: Schulsozialarbeit", paper="SV-11-0648", rapporteur="AL Lammerding"),
                Item("Vorstellung des Jugendforums"),
            ),
        ),
    ),
    (
        9,
        Sitting(
            committee="KA",
            number=0,
            day=date.max,
            begin="16:00",
            room="Sitzungssaal 1",
            items=_agenda(
                _after(date(2026, 11, 11)),
                Item("1. Integrationskonzept des Kreises Musterland", paper="SV-11-0612"),
                Item("Fortschreibung des Klimaschutzkonzeptes", paper="SV-11-0590"),
            ),
        ),
    ),
    (
        16,
        Sitting(
            committee="KT",
            number=0,
            day=date.max,
            begin="17:00",
            items=_agenda(
                _after(date(2026, 10, 7)),
                Item("Haushalt 2027"),
                Item("Haushaltssatzung 2027", paper="SV-11-0641", level=1),
                Item("Stellenplan 2027", paper="SV-11-0644", level=1),
                Item("1. Integrationskonzept des Kreises Musterland", paper="SV-11-0612"),
                Item("Fortschreibung des Klimaschutzkonzeptes", paper="SV-11-0590"),
                of="Kreistagsabgeordneten",
            ),
        ),
    ),
    (
        58,
        Sitting(
            committee="UmA",
            number=0,
            day=date.max,
            begin="16:00",
            room="Sitzungssaal 2",
            items=_agenda(
                _after(date(2026, 11, 4)),
                Item("Abfallwirtschaftskonzept 2027 bis 2031", paper="SV-11-0650"),
            ),
        ),
    ),
    (
        65,
        Sitting(
            committee="IntA",
            number=0,
            day=date.max,
            items=_agenda(_after(MODEL.day), Item("Arbeitsprogramm des Kommunalen Integrationszentrums")),
        ),
    ),
    (72, Sitting(committee="JHA", number=0, day=date.max, begin="17:00", room="Sitzungssaal 1")),
)
"""Days from the first on → session; number and day are found when the demo is loaded."""
