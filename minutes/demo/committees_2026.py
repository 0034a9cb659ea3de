"""Room: minutes. Invented sessions of the committees in 2026: amended, referred, deferred, rejected, still open."""

from datetime import date

from votes.models import Form, Outcome

from .items import announcements, objections, questions
from .plans import Decided, Item, Note, Part, Procedure, Sitting, Voted

INTEGRATION = Sitting(
    committee="IntA",
    number=6,
    day=date(2026, 9, 9),
    opened="16:30",
    public_part_ended="17:34",
    closed="17:40",
    staff=("althoff", "dregger", "sander"),
    minute_taker="sander",
    is_published=True,
    parts=(Part("neuhaus", excused=True), Part("wende", last=3, left="17:15")),
    items=(
        objections("10.06.2026"),
        Item(
            "Dolmetscherpool: Fortführung im Jahr 2027",
            paper="SV-11-0530",
            rapporteur="MA Dregger",
            said=(
                "⟨MA Dregger⟩ berichtet von 412 Einsätzen im ersten Halbjahr.",
                "⟨Ktabg. Ramers⟩ hält den Pool für unverzichtbar. Auch die Schulen seien darauf angewiesen.",
                "⟨s. E. Yildiz⟩ regt an, die Einsätze in Arztpraxen gesondert auszuweisen.",
            ),
            decided=Decided(
                "1) Der Dolmetscherpool wird im Jahr 2027 fortgeführt.\n"
                "2) Die Verwaltung berichtet halbjährlich\n"
                "   a) über die Zahl der Einsätze und\n"
                "   b) über die Kosten.",
                recommended_to=("KA",),
            ),
            votes=(Voted(yes=8, no=0, abstain=0),),
        ),
        Item(
            "Anfrage der FDP-Kreistagsfraktion: Wartezeiten in der Ausländerbehörde",
            paper="SV-11-0533",
            said=("⟨Dezernentin Althoff⟩ beantwortet die Anfrage. Die Wartezeit betrage derzeit sechs Wochen.",),
            decided=Decided(outcome=Outcome.SETTLED, outcome_text="erledigt"),
        ),
        announcements(),
        questions(),
        Item(
            "Unterbringung von Geflüchteten: Mietangelegenheit",
            is_public=False,
            said=("⟨Dezernentin Althoff⟩ informiert über drei vertrauliche Angebote von Vermietern.",),
            decided=Decided(outcome=Outcome.NOTED),
        ),
    ),
)

ENVIRONMENT = Sitting(
    committee="UmA",
    number=4,
    day=date(2026, 11, 4),
    begin="16:00",
    opened="16:02",
    closed="18:25",
    room="Sitzungssaal 2",
    staff=("grevinghoff", "vossing"),
    minute_taker="vossing",
    is_published=True,
    parts=(Part("niehoffer", guest=True, role="Frau", first=2, last=2),),
    items=(
        objections("02.09.2026"),
        Item(
            "Landschaftsplan „Musterheide“: Stand des Verfahrens",
            paper="SV-11-0593",
            rapporteur="FBL 4 Grevinghoff",
            said=(
                "⟨Frau Niehoffer⟩ stellt den Entwurf vor. Die Beteiligung der Öffentlichkeit habe 214 Hinweise ergeben.",
                "⟨Ktabg. Zumbrock⟩ und ⟨Ktabg. Rehbock⟩ bitten um eine Karte der strittigen Flächen.",
                "Diese werde der Niederschrift beigefügt.",
            ),
            decided=Decided(outcome=Outcome.NOTED, outcome_text="zur Kenntnis genommen"),
        ),
        Item(
            "Fortschreibung des Klimaschutzkonzeptes",
            paper="SV-11-0590",
            said=(
                "⟨FBL 4 Grevinghoff⟩ führt in die Vorlage ein.",
                "⟨Ktabg. Gerdemann⟩ beantragt, über die Absätze getrennt abzustimmen.",
                Procedure("Hiergegen erhebt sich kein Widerspruch."),
            ),
            decided=Decided(
                "Das Klimaschutzkonzept wird mit dem Ziel fortgeschrieben, die Gebäude des Kreises bis 2035 ohne fossile "
                "Energie zu betreiben.\n\n"
                "Die Verwaltung legt dem Ausschuss jährlich, erstmals im Herbst 2027, einen Bericht vor.",
                Outcome.ADOPTED_AMENDED,
                "geändert beschlossen",
                recommended_to=("KA", "KT"),
            ),
            votes=(
                Voted(yes=7, no=4, abstain=0, label="1. Absatz", is_final=False),
                Voted(yes=11, no=0, abstain=0, label="2. Absatz", is_final=False),
                Voted(yes=8, no=2, abstain=1, label="Gesamtabstimmung"),
            ),
        ),
        Item(
            "Antrag der SPD-Kreistagsfraktion vom 05.10.2026: Blühstreifen an Kreisstraßen",
            paper="SV-11-0594",
            said=("⟨Ktabg. Stratmeier⟩ beantragt, den Antrag zunächst im Kreisausschuss zu beraten.",),
            decided=Decided(outcome=Outcome.REFERRED, outcome_text="an den Kreisausschuss verwiesen"),
            votes=(Voted(yes=11, no=0, abstain=0, label="Verweisung", is_final=False),),
        ),
        Item(
            "Zuschuss an den Imkerverein Heidedorf e. V.",
            paper="SV-11-0596",
            biased={"uphues": "als Vorsitzende des Vereins"},
            chaired_by="gerdemann",
            decided=Decided("Der Imkerverein Heidedorf e. V. erhält einen Zuschuss von 1.200 €."),
            votes=(Voted(yes=10, no=0, abstain=0),),
        ),
        Item(
            "Anregung nach § 21 KrO NRW: Nachtfahrverbot auf der K 12",
            paper="SV-11-0598",
            decided=Decided("Die Anregung wird zurückgewiesen.", Outcome.REJECTED, "zurückgewiesen"),
            votes=(
                Voted(
                    yes=9,
                    no=2,
                    abstain=0,
                    form=Form.RISING,
                    puts_rejection=True,
                    question="Wer stimmt dafür, die Anregung zurückzuweisen?",
                ),
            ),
        ),
        Item(
            "Abfallgebühren 2027",
            said=(Note("Die Vorlage wird zur nächsten Sitzung nachgereicht."),),
            decided=Decided(outcome=Outcome.DEFERRED, outcome_text="zurückgestellt"),
        ),
        announcements(),
        questions(),
    ),
)

MAIN = Sitting(
    committee="KA",
    number=5,
    day=date(2026, 11, 11),
    begin="16:00",
    opened="16:00",
    public_part_ended="16:38",
    closed="17:05",
    room="Sitzungssaal 1",
    staff=("terbeck", "vossing"),
    minute_taker="vossing",
    parts=(Part("kempelmann", excused=True),),
    items=(
        objections("30.09.2026"),
        Item(
            "Dolmetscherpool: Fortführung im Jahr 2027",
            paper="SV-11-0530",
            decided=Decided("Der Dolmetscherpool wird im Jahr 2027 fortgeführt."),
            votes=(Voted(yes=11, no=1, abstain=0),),
        ),
        announcements(),
        Item(
            "Vergabe: Sanierung der Sporthalle am Berufskolleg",
            paper="SV-11-0601",
            is_public=False,
            said=("⟨Kreisdirektorin Terbeck⟩ berichtet, das günstigste Angebot liege bei 1.480.000 €.",),
            decided=Decided("Der Auftrag wird an den Bieter Nr. 3 vergeben."),
            votes=(Voted(yes=12, no=0, abstain=0),),
        ),
    ),
)

YOUTH = Sitting(
    committee="JHA",
    number=3,
    day=date(2026, 9, 30),
    begin="17:00",
    opened="17:00",
    room="Sitzungssaal 1",
    staff=("lammerding", "sander"),
    minute_taker="sander",
    parts=(Part("woltersdonk", excused=True),),
    items=(
        objections("17.06.2026"),
        Item(
            "Ferienprogramme 2026: Bericht",
            paper="SV-11-0488",
            rapporteur="AL Lammerding",
            said=("⟨AL Lammerding⟩ berichtet über 37 Angebote mit 1.140 Kindern.",),
            decided=Decided(outcome=Outcome.NOTED, outcome_text="zur Kenntnis genommen"),
        ),
        Item(
            "Ausbau der Kindertagesbetreuung: Bedarfsplanung 2027",
            paper="SV-11-0491",
            said=(
                "⟨s. B. Schwieringa⟩ weist auf den Mangel an Fachkräften hin.",
                "⟨Ktabg. Aydın⟩ fragt nach den Plätzen für Kinder unter drei Jahren.",
            ),
            decided=Decided("Die Bedarfsplanung 2027 wird beschlossen.", Outcome.NONE),
            votes=(Voted(is_closed=False),),
        ),
        Item("Anfragen der Ausschussmitglieder", is_standing=True),
    ),
)
"""Its minutes are not finished: a vote without counts, an item without a word, no end."""
