"""Room: minutes. Invented sessions of the term before: former members, an old name, a committee that is no more."""

from datetime import date

from votes.models import Outcome

from .items import announcements, objections, questions
from .plans import Decided, Item, Part, Sitting, Voted

INTEGRATION = Sitting(
    committee="IntA",
    number=2,
    day=date(2023, 3, 15),
    opened="16:30",
    closed="17:48",
    staff=("bergkamp", "dregger", "sander"),
    minute_taker="sander",
    is_published=True,
    parts=(Part("stratmeier", excused=True), Part("kohl", first=2, arrived="16:41")),
    items=(
        objections("18.01.2023"),
        Item(
            "Tätigkeitsbericht des Kommunalen Integrationszentrums 2022",
            paper="SV-10-0311",
            rapporteur="MA Dregger",
            said=(
                "⟨MA Dregger⟩ stellt den Bericht vor. Die Zahl der Beratungen sei gegenüber dem Vorjahr um ein Drittel "
                "gestiegen.",
                "⟨Ktabg. Tenberge⟩ dankt für die Arbeit und fragt nach der Verteilung auf die Kommunen.",
                "⟨MA Dregger⟩ sagt zu, die Zahlen mit der Niederschrift zu versenden.",
            ),
            decided=Decided("Der Bericht wird zur Kenntnis genommen.", Outcome.NOTED, "zur Kenntnis genommen"),
        ),
        Item(
            "Förderung von Elterncafés an Grundschulen",
            paper="SV-10-0318",
            said=(
                "⟨Ktabg. Harmsen⟩ gibt zu bedenken, dass die Förderung auf zwei Jahre befristet werden müsse.",
                "Dem schließt sich ⟨Ktabg. Feldkamp⟩ an.",
            ),
            decided=Decided(
                "Die Verwaltung wird beauftragt, je Kommune ein Elterncafé für die Dauer von zwei Jahren zu fördern.",
                Outcome.ADOPTED_AMENDED,
                "geändert beschlossen",
            ),
            votes=(Voted(yes=6, no=0, abstain=2),),
        ),
        announcements(),
        questions(),
    ),
)

SOCIAL = Sitting(
    committee="SozA",
    number=3,
    day=date(2024, 9, 18),
    begin="17:00",
    opened="17:00",
    closed="18:02",
    staff=("althoff", "vossing"),
    minute_taker="vossing",
    is_published=True,
    parts=(Part("isfort", unexcused=True),),
    items=(
        objections("12.06.2024"),
        Item(
            "Fortschreibung der Richtlinien über Zuschüsse an freie Träger",
            paper="SV-10-0702",
            rapporteur="Dezernentin Althoff",
            said=(
                "⟨Dezernentin Althoff⟩ erläutert die Änderungen anhand der Vorlage.",
                "⟨Ktabg. Pohlkamp⟩ bemängelt, dass die Pauschalen seit 2019 unverändert seien.",
            ),
            decided=Decided(
                "Die Richtlinien werden in der Fassung der Vorlage beschlossen. Sie treten am 01.01.2025 in Kraft.",
                outcome_text="mehrheitlich beschlossen",
            ),
            votes=(Voted(yes=4, no=2, abstain=0),),
        ),
        questions(),
    ),
)
