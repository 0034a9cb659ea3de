"""Room: minutes. The directory of the demo: invented people, and those whom the published item of 2016 names.

Of the latter nothing is known beyond that item: their first names, and what it does not tell of them, stay empty.
"""

from .plans import Somebody

OF_THE_PUBLISHED_ITEM = {
    "kleerbaum": Somebody("", "Kleerbaum", "m"),
    "wenning": Somebody("", "Wenning", "m", title="Dr."),
    "luetkecosmann": Somebody("", "Lütkecosmann", "m"),
    "bednarz": Somebody("", "Bednarz", "f"),
    "kohaus": Somebody("", "Kohaus"),
    "neumann": Somebody("", "Neumann"),
    "merschhemke": Somebody("", "Merschhemke"),
    "schulze_pellengahr": Somebody("", "Schulze Pellengahr", "m", title="Dr.", office="Landrat"),
    "dreier": Somebody("", "Dreier", office="MA"),
}

ASSUMED_BESIDE_IT = {
    "mustermann": Somebody("Erika", "Mustermann", "f"),
    "beispiel": Somebody("Max", "Beispiel", "m"),
}

ADMINISTRATION = {
    "bergkamp": Somebody("Henning", "Bergkamp", "m", title="Dr.", office="Landrat"),
    "althoff": Somebody("Silvia", "Althoff", "f", office="Dezernentin"),
    "dregger": Somebody("Norbert", "Dregger", "m", office="MA", detail="Leiter Kommunales Integrationszentrum"),
    "sander": Somebody("Judith", "Sander", "f", office="MA"),
    "vossing": Somebody("Gregor", "Vossing", "m", office="MA"),
    "terbeck": Somebody("Dorothea", "Terbeck", "f", office="Kreisdirektorin"),
    "grevinghoff": Somebody("Matthias", "Grevinghoff", "m", office="FBL 4", detail="Leiter Fachbereich Umwelt"),
    "lammerding": Somebody("Christa", "Lammerding", "f", office="AL", detail="Leiterin Jugendamt"),
}

COUNCIL = {
    "kleinhaus": Somebody("Victor", "Kleinhaus", "m"),
    "luetke": Somebody("Anna", "Lütke", "f"),
    "merten": Somebody("Heinz", "Merten", "m"),
    "wende": Somebody("Thomas", "Wende", "m", title="Dr."),
    "albersmann": Somebody("Gisela", "Albersmann", "f"),
    "brockhinke": Somebody("Jörg", "Brockhinke", "m"),
    "dahlhues": Somebody("Petra", "Dahlhues", "f", title="Dr."),
    "ellinghaus": Somebody("Markus", "Ellinghaus", "m"),
    "feldkamp": Somebody("Renate", "Feldkamp", "f"),
    "gerdemann": Somebody("Stefan", "Gerdemann", "m"),
    "hoelker": Somebody("Birgit", "Hölker", "f"),
    "isfort": Somebody("Bernd", "Isfort", "m"),
    "kempelmann": Somebody("Ludger", "Kempelmann", "m"),
    "bednar": Somebody("Ursula", "Bednar", "f"),
    "ramers": Somebody("Carsten", "Ramers", "m"),
    "schemmer": Somebody("Jan", "Schemmer", "m"),
    "nagelsmeier": Somebody("Sabine", "Nagelsmeier", "f"),
    "aydin": Somebody("Deniz", "Aydın", "f"),
    "pohlkamp": Somebody("Frank", "Pohlkamp", "m"),
    "rehbock": Somebody("Katrin", "Rehbock", "f"),
    "stratmeier": Somebody("Uwe", "Stratmeier", "m"),
    "tenberge": Somebody("Lena", "Tenberge", "f"),
    "uphues": Somebody("Marlies", "Uphues", "f"),
    "vogelpohl": Somebody("Ingo", "Vogelpohl", "m", title="Dr."),
    "wallmeyer": Somebody("Nora", "Wallmeyer", "f"),
    "zumbrock": Somebody("Tim", "Zumbrock", "m"),
    "quantmeyer": Somebody("Hilde", "Quantmeyer", "f"),
    "jansenhorst": Somebody("Oliver", "Jansenhorst", "m"),
    "lohfink": Somebody("Martina", "Lohfink", "f"),
    "mersbaum": Somebody("Kai", "Mersbaum", "m"),
    "wiesmann": Somebody("Paul", "Wiesmann", "m"),
    "harmsen": Somebody("Gottfried", "Harmsen", "m"),
    "averhage": Somebody("Monika", "Averhage", "f"),
    "crone": Somebody("Ralf", "Crone", "m"),
    "sieverdinck": Somebody("Ines", "Sieverdinck", "f"),
}

CITIZENS = {
    "kohl": Somebody("Stefan", "Kohl", "m"),
    "neuhaus": Somebody("Eva", "Neuhaus", "f"),
    "yildiz": Somebody("Aylin", "Yildiz", "f"),
    "terhaar": Somebody("Ruth", "Terhaar-Lenz", "f"),
    "overhoff": Somebody("Jens", "Overhoff", "m"),
    "freytagh": Somebody("Claudia", "von Freytagh", "f"),
    "diekhus": Somebody("Georg", "Diekhus", "m", detail="Kreisjugendring Musterland"),
    "schwieringa": Somebody("Heike", "Schwieringa", "f", detail="Verbund Musterländer Kindertagesstätten"),
    "woltersdonk": Somebody("Emre", "Woltersdonk", "m", detail="Jugendhilfe Musterstadt"),
    "thoene": Somebody("Carola", "Thöne", "f", detail="Caritasverband"),
    "niehoffer": Somebody("Anke", "Niehoffer", "f", detail="Planungsbüro Landschaft und Raum"),
}

PEOPLE = OF_THE_PUBLISHED_ITEM | ASSUMED_BESIDE_IT | ADMINISTRATION | COUNCIL | CITIZENS

NEW_NAMES = {"tenberge": "Tenberge-Ruhland"}
"""Married after the sessions before the current term; what was published keeps the old name."""
