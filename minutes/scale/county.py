"""Room: minutes. The names of the invented county, and the words that its members use."""

from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

BODY = {"key": "SCALE", "name": "Kreis Weitland", "office": "Der Landrat"}
PROFILE = "Maßstab"
FIRST_DAY = date(2006, 1, 9)
TERMS = tuple(
    (f"{number}. Wahlperiode", date(first, 1, 1), date(last, 12, 31) if last else None)
    for number, first, last in ((1, 2004, 2009), (2, 2010, 2014), (3, 2015, 2019), (4, 2020, 2025), (5, 2026, None))
)
FACTIONS = ("ABC", "DEF", "GHI", "JKL", "MNO")
_FIELDS = (
    *("Haushalt", "Schule", "Jugend", "Verkehr", "Umwelt", "Kultur", "Sport", "Soziales", "Gesundheit", "Bau"),
    *("Wirtschaft", "Digitales", "Energie", "Wasser", "Wald", "Europa", "Integration", "Pflege", "Tourismus"),
    *("Rettung", "Vergabe", "Rechnung", "Personal"),
)
COMMITTEES = (("KT", "Kreistag"), *((field[:8], f"Ausschuss für {field}") for field in _FIELDS))
SEATS = 17

_BEGINNINGS = ("Alt", "Neu", "Ober", "Nieder", "Groß", "Klein", "Lang", "Kurz", "Wester", "Oster", "Süder", "Nord")
_ENDS = ("mann", "haus", "kamp", "berg", "feld", "bach", "brink", "horst", "sieper", "loh", "wiese", "thal", "bröker")
SURNAMES = tuple(first + last for first, last in product(_BEGINNINGS, _ENDS))
FIRST_NAMES = ("Anke", "Bernd", "Clara", "Dieter", "Elif", "Frank", "Gül", "Heinz", "Ines", "Jörg", "Käthe", "Lars")

_HEADS = (
    *("Haushalts", "Schul", "Jugend", "Verkehrs", "Umwelt", "Kultur", "Sport", "Sozial", "Gesundheits", "Bau"),
    *("Wirtschafts", "Breitband", "Energie", "Wasser", "Wald", "Grundstücks", "Integrations", "Pflege", "Tourismus"),
    *("Rettungs", "Vergabe", "Rechnungs", "Personal", "Kreis", "Straßen", "Brücken", "Rad", "Bus", "Kinder"),
    *("Feuerwehr", "Abfall", "Klima", "Natur", "Denkmal", "Bildungs", "Wohn", "Arbeits", "Förder", "Gebühren"),
)
_TAILS = (
    *("plan", "satzung", "bericht", "entwicklung", "förderung", "konzept", "ausschuss", "mittel", "kosten", "träger"),
    *("verwaltung", "vereinbarung", "beirat", "gebühr", "ordnung", "fläche", "bedarf", "aufsicht", "stelle", "weg"),
    *("anlage", "richtlinie", "maßnahme", "prüfung", "vertrag", "zuschuss", "programm", "netz", "beitrag", "raum"),
)
COMPOUNDS = tuple(head + tail for tail, head in product(_TAILS, _HEADS))
COMMON = (
    *("die", "der", "und", "in", "zu", "den", "nicht", "von", "sie", "ist", "des", "sich", "mit", "dem", "dass", "er"),
    *(
        "es",
        "ein",
        "auf",
        "so",
        "eine",
        "auch",
        "als",
        "an",
        "nach",
        "wie",
        "im",
        "für",
        "Verwaltung",
        "Kreis",
        "werde",
    ),
    *("Mittel", "Jahr", "Gemeinden", "Frage", "Antrag", "Ausschuss", "bereits", "müsse", "Beratung", "Ergebnis"),
)
VERBS = ("fragt nach dem Stand", "weist hin auf", "begrüßt", "kritisiert", "erläutert", "bittet um", "erinnert an")
OUTCOMES = ("adopted", "adopted", "adopted", "adopted_amended", "rejected", "noted", "deferred", "referred", "none")
STATUS = {
    "adopted": "ungeändert beschlossen",
    "adopted_amended": "geändert beschlossen",
    "rejected": "abgelehnt",
    "noted": "zur Kenntnis genommen",
    "deferred": "vertagt",
    "referred": "verwiesen",
    "none": "",
}


class Place(NamedTuple):
    """Which session a number of the county means."""

    committee: int
    year: int
    number: int
    day: date


def place_of(index: int) -> Place:
    """The session of an index from 0 on: the committees meet in turn, ten times a year each."""
    turn, committee = divmod(index, len(COMMITTEES))
    years, number = divmod(turn, 10)
    day = FIRST_DAY.replace(year=FIRST_DAY.year + years) + timedelta(days=number * 35 + committee)
    return Place(committee, FIRST_DAY.year + years, number + 1, day)


def term_of(day: date) -> int:
    """The place in TERMS of a day."""
    return next(
        place for place, (_name, start, end) in enumerate(TERMS) if start <= day and (end is None or day <= end)
    )
