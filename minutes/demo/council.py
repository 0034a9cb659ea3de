"""Room: minutes. Invented sessions of the council: elections in two rounds, qualified majorities, a long roll call."""

from datetime import date

from votes.models import Choice, Decision, Form, Majority, Outcome

from .county import CDU, FDP, GREENS, LEFT, SPD
from .items import announcements, objections, questions
from .plans import Decided, Item, Note, Part, Sitting, Voted

_COUNCIL_MEMBERS = "Kreistagsabgeordneten"

CONSTITUENT = Sitting(
    committee="KT",
    number=1,
    day=date(2025, 11, 5),
    begin="17:00",
    opened="17:00",
    public_part_ended="19:12",
    closed="19:20",
    staff=("terbeck", "vossing"),
    minute_taker="vossing",
    is_published=True,
    parts=(Part("zumbrock", excused=True),),
    items=(
        Item(
            "Einführung und Verpflichtung der Kreistagsabgeordneten",
            said=(
                "⟨Landrat Dr. Bergkamp⟩ führt die Kreistagsabgeordneten in ihr Amt ein und verpflichtet sie zur "
                "gesetzmäßigen und gewissenhaften Wahrnehmung ihrer Aufgaben.",
            ),
        ),
        Item(
            "Wahl der Stellvertreterinnen und Stellvertreter des Landrats",
            said=(
                "⟨Landrat Dr. Bergkamp⟩ teilt mit, die Fraktionen hätten sich auf einen gemeinsamen Vorschlag verständigt.",
                "Schon eine Gegenstimme lasse den Vorschlag – so ⟨Landrat Dr. Bergkamp⟩ – scheitern.",
            ),
            decided=Decided(
                "Zur 1. stellvertretenden Landrätin wird Gisela Albersmann gewählt.\n\n"
                "Zum 2. stellvertretenden Landrat wird Frank Pohlkamp gewählt.",
                Outcome.ELECTED,
                "gewählt",
                heading=Decision.Heading.ELECTION,
            ),
            votes=(
                Voted(
                    yes=27,
                    no=2,
                    abstain=5,
                    form=Form.SECRET,
                    majority=Majority.UNANIMOUS_LIST,
                    label="Erster Wahlgang – einheitlicher Wahlvorschlag",
                    is_final=False,
                ),
                Voted(
                    abstain=0,
                    invalid=1,
                    form=Form.SECRET,
                    majority=Majority.PROPORTIONAL,
                    label="Zweiter Wahlgang – Listenwahl",
                    options={"CDU-Liste": 15, "SPD-Liste": 10, "GRÜNE-Liste": 8},
                ),
            ),
        ),
        Item(
            "Vertretung in der Verbandsversammlung Naturpark Musterheide",
            paper="SV-11-0004",
            decided=Decided(
                "In die Verbandsversammlung wird Dr. Ingo Vogelpohl entsandt.",
                Outcome.ELECTED,
                "gewählt",
                heading=Decision.Heading.ELECTION,
            ),
            votes=(
                Voted(
                    abstain=1,
                    form=Form.SECRET,
                    majority=Majority.ELECTION,
                    label="Erster Wahlgang",
                    is_final=False,
                    options={"Kempelmann": 14, "Dr. Vogelpohl": 13, "Mersbaum": 6},
                ),
                Voted(
                    abstain=0,
                    form=Form.SECRET,
                    majority=Majority.PLURALITY,
                    label="Stichwahl",
                    options={"Kempelmann": 16, "Dr. Vogelpohl": 18},
                ),
            ),
        ),
        Item(
            "Hauptsatzung des Kreises Musterland",
            paper="SV-11-0001",
            decided=Decided("Die Hauptsatzung wird in der Fassung der Vorlage beschlossen."),
            votes=(Voted(yes=30, no=3, abstain=1, majority=Majority.ABSOLUTE),),
        ),
        Item(
            "Bildung und Besetzung der Ausschüsse",
            paper="SV-11-0002",
            said=(Note("Landrat Dr. Bergkamp hat bei der Besetzung der Ausschüsse kein Stimmrecht."),),
            decided=Decided("Die Ausschüsse werden nach dem einheitlichen Wahlvorschlag der Fraktionen besetzt."),
            votes=(Voted(yes=33, no=0, abstain=0, not_voting=1, majority=Majority.UNANIMOUS_LIST),),
        ),
        announcements(),
        questions(_COUNCIL_MEMBERS),
        announcements(is_public=False),
    ),
)

BUDGET = Sitting(
    committee="KT",
    number=4,
    day=date(2026, 10, 7),
    begin="17:00",
    opened="17:00",
    public_part_ended="19:55",
    closed="20:04",
    interruptions=(("18:30", "18:45"),),
    staff=("terbeck", "althoff", "vossing"),
    minute_taker="vossing",
    is_published=True,
    parts=(
        Part("isfort", excused=True),
        Part("quantmeyer", first=3, arrived="17:22"),
        Part("aydin", last=5, left="19:05"),
    ),
    items=(
        objections("24.06.2026"),
        Item("Haushalt 2027"),
        Item(
            "Einbringung des Entwurfs der Haushaltssatzung 2027",
            paper="SV-11-0570",
            level=1,
            said=(
                "⟨Landrat Dr. Bergkamp⟩ bringt den Entwurf ein. Der Hebesatz der Kreisumlage solle unverändert bleiben.",
                "⟨Ktabg. Nagelsmeier⟩ kündigt für ihre Fraktion eine eingehende Prüfung an.",
            ),
            decided=Decided(
                "Der Entwurf wird zur Beratung an die Ausschüsse verwiesen.",
                Outcome.REFERRED,
                "an die Ausschüsse verwiesen",
            ),
            votes=(Voted(form=Form.NO_FORMAL_VOTE),),
        ),
        Item(
            "Antrag der FDP-Kreistagsfraktion vom 14.09.2026: Senkung der Kreisumlage",
            paper="SV-11-0571",
            level=1,
            said=("⟨Ktabg. Jansenhorst⟩ zieht den Antrag im Hinblick auf die anstehenden Beratungen zurück.",),
            decided=Decided(outcome=Outcome.WITHDRAWN, outcome_text="zurückgezogen"),
        ),
        Item(
            "Beitritt zum Zweckverband Digitale Dienste",
            paper="SV-11-0575",
            rapporteur="Kreisdirektorin Terbeck",
            said=(
                "⟨Kreisdirektorin Terbeck⟩ stellt heraus, dass der Beitritt ab dem zweiten Jahr Kosten spare.",
                "⟨Ktabg. Brockhinke⟩ widerspricht. Die Berechnung lasse die Umstellung außer Acht.",
                "⟨Ktabg. Tenberge-Ruhland⟩ beantragt namentliche Abstimmung.",
            ),
            decided=Decided("Der Kreis tritt dem Zweckverband Digitale Dienste zum 01.01.2027 bei."),
            votes=(
                Voted(
                    form=Form.ROLL_CALL,
                    calls={
                        Choice.YES: ("bergkamp", *SPD, *GREENS, *FDP),
                        Choice.NO: (*(key for key in CDU if key != "isfort"), "wiesmann"),
                        Choice.ABSTAIN: ("averhage", *LEFT),
                    },
                ),
            ),
        ),
        Item(
            "Antrag: Kreistagsbürgerentscheid über den Radschnellweg Musterstadt–Heidedorf",
            paper="SV-11-0578",
            said=(
                "⟨Ktabg. Uphues⟩ begründet den Antrag.",
                "Für die Mehrheit seiner Fraktion, so ⟨Ktabg. Kleinhaus⟩, komme der Entscheid zu früh.",
            ),
            decided=Decided(outcome=Outcome.REJECTED, outcome_text="abgelehnt"),
            votes=(Voted(yes=20, no=11, abstain=2, majority=Majority.TWO_THIRDS_SEATS),),
        ),
        announcements(),
        questions(_COUNCIL_MEMBERS),
        Item(
            "Grundstücksangelegenheit",
            paper="SV-11-0603",
            is_public=False,
            said=("⟨Kreisdirektorin Terbeck⟩ berichtet, der Eigentümer fordere 310.000 €.",),
            decided=Decided("Der Landrat wird ermächtigt, bis zu einem Preis von 290.000 € zu verhandeln."),
            votes=(Voted(only_unanimous=True),),
        ),
    ),
)
