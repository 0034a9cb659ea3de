"""Room: minutes. The demo county: its terms, factions, committees, and who sits where."""

from datetime import date

from committees.models import Committee, Membership

from .plans import Seat

BODY = {"key": "LKM", "name": "Kreis Musterland", "office": "Der Landrat"}
PROFILE = "NRW Kreis (Coesfeld)"
STYLE = {
    "sender": "Musterstraße 7, 40000 Musterstadt\nTelefon 02000 10-0\nsitzungsdienst@kreis-musterland.example",
    "footer": "Sparkasse Musterland, IBAN DE00 0000 0000 0000 0000 00\nSprechzeiten: Montag bis Donnerstag 8 bis 16 Uhr, Freitag 8 bis 12 Uhr",
    "place": "Musterstadt",
    "accent": "#1f4e79",
    "logo_text": "Wappen des Kreises Musterland: ein Berg über drei Wellen",
}
LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 72">
<path fill="#1f4e79" d="M2 2h56v36c0 18-16 28-28 32C18 66 2 56 2 38z"/>
<path fill="#fff" d="M10 38l13-20 7 10 5-7 15 17z"/>
<path fill="none" stroke="#fff" stroke-width="2.5" d="M9 45q5-4 10.500 0t10.500 0t10.500 0t10.500 0M13 52q4-4 8.500 0t8.500 0t8.500 0t8.500 0M20 59q2.500-3 5 0t5 0t5 0t5 0"/>
</svg>"""

BUILDING = "Kreishaus I"
ADDRESS = "Musterstraße 7, 40000 Musterstadt"

TERMS = {
    9: ("9. Wahlperiode (2014–2020)", date(2014, 6, 1), date(2020, 10, 31)),
    10: ("10. Wahlperiode (2020–2025)", date(2020, 11, 1), date(2025, 10, 31)),
    11: ("11. Wahlperiode (2025–2030)", date(2025, 11, 1), None),
}

OF_CURRENT_TERMS = {
    "CDU": "CDU-Kreistagsfraktion",
    "SPD": "SPD-Kreistagsfraktion",
    "GRÜNE": "Kreistagsfraktion BÜNDNIS 90/DIE GRÜNEN",
    "FDP": "FDP-Kreistagsfraktion",
    "UWG": "UWG-Kreistagsfraktion",
    "FAMILIE/DIE LINKE": "Fraktion FAMILIE/DIE LINKE",
}
UNTOLD = "nicht angegeben"
FACTIONS = {9: {UNTOLD: "Mitglieder (Fraktion nicht angegeben)"}, 10: OF_CURRENT_TERMS, 11: OF_CURRENT_TERMS}
"""Of each term: short name → name. The published item of 2016 tells nobody's faction."""

COMMITTEES = {
    "KT": {
        "name": "Kreistag",
        "kind": Committee.Kind.COUNCIL,
        "noun": "Kreistag",
        "chair_title_m": "Landrat",
        "chair_title_f": "Landrätin",
        "seats": 35,
    },
    "KA": {
        "name": "Kreisausschuss",
        "kind": Committee.Kind.MAIN,
        "noun": "Kreisausschuss",
        "chair_title_m": "Landrat",
        "chair_title_f": "Landrätin",
        "seats": 13,
    },
    "IntA": {"name": "Integrationsausschuss", "seats": 9},
    "UmA": {"name": "Umweltausschuss", "seats": 11},
    "JHA": {"name": "Jugendhilfeausschuss", "seats": 11},
    "SozA": {"name": "Sozialausschuss", "seats": 7, "end": date(2025, 10, 31)},
}

_CITIZEN = Membership.Kind.EXPERT_CITIZEN
_RESIDENT = Membership.Kind.EXPERT_RESIDENT
_ADVISORY = Membership.Kind.ADVISORY
_OFFICER = Membership.Kind.CHIEF_OFFICER
_CHAIR = Membership.Function.CHAIR
_DEPUTY = Membership.Function.DEPUTY
_LEFT = "FAMILIE/DIE LINKE"

CDU = (
    "kleinhaus",
    "luetke",
    "merten",
    "wende",
    "albersmann",
    "brockhinke",
    "dahlhues",
    "ellinghaus",
    "feldkamp",
    "gerdemann",
    "hoelker",
    "isfort",
    "kempelmann",
)
SPD = ("bednar", "ramers", "schemmer", "nagelsmeier", "aydin", "pohlkamp", "rehbock", "stratmeier")
GREENS = ("tenberge", "uphues", "vogelpohl", "wallmeyer", "zumbrock", "quantmeyer")
FDP = ("jansenhorst", "lohfink", "mersbaum")
LEFT = ("crone", "sieverdinck")


def _all(faction: str, *people: str) -> tuple[Seat, ...]:
    return tuple(Seat(person, faction) for person in people)


SEATS: dict[tuple[int, str], tuple[Seat, ...]] = {
    (9, "IntA"): (
        Seat("kleerbaum", function=_CHAIR),
        *_all(UNTOLD, "wenning", "luetkecosmann", "bednarz", "kohaus", "neumann", "merschhemke"),
        Seat("mustermann", UNTOLD, kind=_CITIZEN),
        Seat("beispiel", UNTOLD, kind=_CITIZEN),
    ),
    (10, "IntA"): (
        Seat("kleinhaus", "CDU", function=_CHAIR),
        *_all("CDU", "merten", "feldkamp"),
        *_all("SPD", "bednar", "stratmeier"),
        *_all("GRÜNE", "tenberge"),
        *_all("UWG", "harmsen"),
        Seat("neuhaus", "FDP", kind=_CITIZEN),
        Seat("kohl", "GRÜNE", kind=_CITIZEN),
    ),
    (10, "SozA"): (
        Seat("albersmann", "CDU", function=_CHAIR),
        *_all("CDU", "hoelker", "isfort"),
        *_all("SPD", "nagelsmeier", "pohlkamp"),
        *_all("GRÜNE", "quantmeyer"),
        Seat("neuhaus", "FDP", kind=_CITIZEN),
    ),
    (11, "KT"): (
        Seat("bergkamp", kind=_OFFICER, function=_CHAIR),
        *_all("CDU", *CDU),
        *_all("SPD", *SPD),
        *_all("GRÜNE", *GREENS),
        *_all("FDP", *FDP),
        *_all("UWG", "wiesmann"),
        Seat("harmsen", "UWG", end=date(2026, 3, 31)),
        Seat("averhage", "UWG", start=date(2026, 4, 1)),
        *_all(_LEFT, *LEFT),
    ),
    (11, "KA"): (
        Seat("bergkamp", kind=_OFFICER, function=_CHAIR),
        *_all("CDU", "brockhinke", "albersmann", "ellinghaus", "kempelmann", "wende"),
        *_all("SPD", "nagelsmeier", "pohlkamp", "ramers"),
        *_all("GRÜNE", "uphues", "vogelpohl"),
        *_all("FDP", "lohfink"),
        *_all("UWG", "wiesmann"),
    ),
    (11, "IntA"): (
        Seat("kleinhaus", "CDU", function=_CHAIR),
        *_all("CDU", "luetke", "merten", "wende"),
        *_all("SPD", "bednar", "ramers"),
        Seat("schemmer", "SPD", function=_DEPUTY, deputises_for="ramers"),
        Seat("kohl", "GRÜNE", kind=_CITIZEN),
        Seat("neuhaus", "FDP", kind=_CITIZEN),
        *_all("UWG", "wiesmann"),
        Seat("crone", _LEFT, kind=_ADVISORY),
        Seat("yildiz", kind=_RESIDENT),
    ),
    (11, "UmA"): (
        Seat("uphues", "GRÜNE", function=_CHAIR),
        *_all("CDU", "gerdemann", "feldkamp", "isfort", "hoelker"),
        *_all("SPD", "stratmeier", "rehbock"),
        Seat("overhoff", "SPD", kind=_CITIZEN),
        *_all("GRÜNE", "zumbrock"),
        *_all("FDP", "mersbaum"),
        Seat("terhaar", "UWG", kind=_CITIZEN),
        Seat("sieverdinck", _LEFT, kind=_ADVISORY),
    ),
    (11, "JHA"): (
        Seat("dahlhues", "CDU", function=_CHAIR),
        *_all("CDU", "ellinghaus", "luetke"),
        *_all("SPD", "schemmer", "aydin"),
        *_all("GRÜNE", "wallmeyer"),
        *_all("FDP", "jansenhorst"),
        Seat("freytagh", "CDU", kind=_CITIZEN),
        Seat("diekhus", kind=_CITIZEN),
        Seat("schwieringa", kind=_CITIZEN),
        Seat("woltersdonk", kind=_CITIZEN),
    ),
}
