"""Room: minutes. The papers of the demo, by number."""

from datetime import date

from committees.models import Paper

from .plans import Document

_MOTION = Paper.Kind.MOTION
_REPORT = Paper.Kind.REPORT
_INQUIRY = Paper.Kind.INQUIRY

PAPERS = {
    "SV-10-0311": Document("Tätigkeitsbericht des Kommunalen Integrationszentrums 2022", date(2023, 2, 20), _REPORT),
    "SV-10-0318": Document("Förderung von Elterncafés an Grundschulen", date(2023, 3, 1)),
    "SV-10-0702": Document("Fortschreibung der Richtlinien über Zuschüsse an freie Träger", date(2024, 8, 30)),
    "SV-11-0001": Document("Hauptsatzung des Kreises Musterland", date(2025, 10, 24)),
    "SV-11-0002": Document("Bildung und Besetzung der Ausschüsse", date(2025, 10, 24)),
    "SV-11-0004": Document("Vertretung in der Verbandsversammlung Naturpark Musterheide", date(2025, 10, 27)),
    "SV-11-0488": Document("Ferienprogramme 2026: Bericht", date(2026, 9, 10), _REPORT),
    "SV-11-0491": Document("Ausbau der Kindertagesbetreuung: Bedarfsplanung 2027", date(2026, 9, 14)),
    "SV-11-0530": Document("Dolmetscherpool: Fortführung im Jahr 2027", date(2026, 8, 20)),
    "SV-11-0533": Document(
        "Anfrage der FDP-Kreistagsfraktion: Wartezeiten in der Ausländerbehörde",
        date(2026, 8, 24),
        _INQUIRY,
        "FDP-Kreistagsfraktion",
    ),
    "SV-11-0570": Document("Entwurf der Haushaltssatzung 2027", date(2026, 9, 18)),
    "SV-11-0571": Document(
        "Antrag der FDP-Kreistagsfraktion vom 14.09.2026: Senkung der Kreisumlage",
        date(2026, 9, 14),
        _MOTION,
        "FDP-Kreistagsfraktion",
    ),
    "SV-11-0575": Document("Beitritt zum Zweckverband Digitale Dienste", date(2026, 9, 21)),
    "SV-11-0578": Document(
        "Antrag: Kreistagsbürgerentscheid über den Radschnellweg Musterstadt–Heidedorf",
        date(2026, 9, 22),
        _MOTION,
        "Kreistagsfraktion BÜNDNIS 90/DIE GRÜNEN",
    ),
    "SV-11-0590": Document("Fortschreibung des Klimaschutzkonzeptes", date(2026, 10, 15)),
    "SV-11-0593": Document("Landschaftsplan „Musterheide“: Stand des Verfahrens", date(2026, 10, 16), _REPORT),
    "SV-11-0594": Document(
        "Antrag der SPD-Kreistagsfraktion vom 05.10.2026: Blühstreifen an Kreisstraßen",
        date(2026, 10, 5),
        _MOTION,
        "SPD-Kreistagsfraktion",
    ),
    "SV-11-0596": Document("Zuschuss an den Imkerverein Heidedorf e. V.", date(2026, 10, 19)),
    "SV-11-0598": Document("Anregung nach § 21 KrO NRW: Nachtfahrverbot auf der K 12", date(2026, 10, 20)),
    "SV-11-0601": Document("Vergabe: Sanierung der Sporthalle am Berufskolleg", date(2026, 10, 26)),
    "SV-11-0603": Document("Erwerb eines Grundstücks in Musterstadt", date(2026, 10, 27), is_public=False),
    "SV-11-0609": Document("Bericht des Kommunalen Integrationszentrums", date(2026, 10, 28), _REPORT),
    "SV-11-0612": Document("1. Integrationskonzept des Kreises Musterland", date(2026, 10, 30)),
    "SV-11-0615": Document("Zuschuss an den Verein „Brücke e. V.“", date(2026, 11, 2)),
    "SV-11-0620": Document(
        "Antrag der SPD-Kreistagsfraktion vom 02.10.2026: Sprachkurse",
        date(2026, 10, 2),
        _MOTION,
        "SPD-Kreistagsfraktion",
    ),
    "SV-11-0641": Document("Haushaltssatzung 2027", date(2026, 11, 16)),
    "SV-11-0644": Document("Stellenplan 2027", date(2026, 11, 16)),
    "SV-11-0648": Document("Jugendhilfeplanung: Schulsozialarbeit", date(2026, 11, 12)),
    "SV-11-0650": Document("Abfallwirtschaftskonzept 2027 bis 2031", date(2026, 11, 17)),
}
