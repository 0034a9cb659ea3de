"""Room: minutes. IntA/7/2026: the model protocol, complete, still a draft. All of it is invented."""

from datetime import date

from votes.models import Choice, Form, Outcome

from .plans import Annex, Decided, Item, Part, Procedure, Sitting, Voted

NOT_FOR_EVERYBODY = (
    "Die Trägerin der Unterkunft am Birkenkamp habe den Mietvertrag zum 31.03.2027 gekündigt; "
    "über ein Ersatzobjekt werde verhandelt."
)
"""Said in the non-public part. Tests of what the public may see look for it."""

SITTING = Sitting(
    committee="IntA",
    number=7,
    day=date(2026, 11, 18),
    begin="16:30",
    opened="16:30",
    public_part_ended="18:02",
    closed="18:10",
    interruptions=(("17:20", "17:30"),),
    staff=("bergkamp", "althoff", "dregger", "sander"),
    minute_taker="sander",
    parts=(
        Part("merten", first=3, arrived="16:52"),
        Part("bednar", last=5, left="17:55"),
        Part("ramers", excused=True),
        Part("schemmer", substitutes_for="ramers"),
        Part("wiesmann", excused=True),
        Part("thoene", guest=True, role="Frau", detail="Caritasverband", first=2, last=2),
    ),
    items=(
        Item(
            "Einwendungen gegen die Niederschrift über die Sitzung vom 09.09.2026",
            said=(Procedure("Einwendungen werden nicht erhoben."),),
            is_standing=True,
        ),
        Item(
            "Bericht des Kommunalen Integrationszentrums",
            paper="SV-11-0609",
            rapporteur="MA Dregger",
            said=(
                "⟨MA Dregger⟩ berichtet anhand einer Präsentation (Anlage 1 zur Niederschrift) über das laufende Jahr.",
                "⟨s. B. Neuhaus⟩ bittet um Auskunft, wie viele Kommunen beteiligt seien. "
                "⟨MA Dregger⟩ antwortet, es seien alle elf.",
            ),
            decided=Decided("Ohne. Der Bericht wird zur Kenntnis genommen.", outcome=Outcome.NOTED),
        ),
        Item(
            "1. Integrationskonzept des Kreises Musterland",
            paper="SV-11-0612",
            said=(
                "⟨Ktabg. Dr. Wende⟩ hält die Seiten 65 ff. für entscheidend. "
                "Hier sei der Auftrag des Kreistags konkretisiert worden.",
                "Positiv äußert sich auch ⟨s. B. Kohl⟩.",
            ),
            decided=Decided("Das 1. Integrationskonzept wird verabschiedet.", recommended_to=("KA", "KT")),
            votes=(Voted(yes=7, no=0, abstain=1),),
        ),
        Item(
            "Zuschuss an den Verein „Brücke e. V.“",
            paper="SV-11-0615",
            biased={"luetke": "als Mitglied des Vereinsvorstandes"},
            decided=Decided("Dem Verein „Brücke e. V.“ wird ein Zuschuss von 5.000 € gewährt."),
            votes=(Voted(yes=5, no=2, abstain=0),),
        ),
        Item(
            "Antrag der SPD-Kreistagsfraktion vom 02.10.2026: Sprachkurse",
            paper="SV-11-0620",
            said=("⟨Ktabg. Bednar⟩ beantragt namentliche Abstimmung.",),
            decided=Decided(outcome=Outcome.REJECTED),
            votes=(
                Voted(
                    form=Form.ROLL_CALL,
                    calls={
                        Choice.YES: ("bednar", "kohl", "neuhaus", "schemmer"),
                        Choice.NO: ("kleinhaus", "luetke", "merten", "wende"),
                    },
                ),
            ),
        ),
        Item("Mitteilungen des Landrats", said=(Procedure("Mitteilungen liegen nicht vor."),), is_standing=True),
        Item(
            "Anfragen der Ausschussmitglieder",
            said=(Procedure("Anfragen werden nicht gestellt."),),
            is_standing=True,
        ),
        Item(
            "Mitteilungen des Landrats",
            said=(f"⟨Landrat Dr. Bergkamp⟩ teilt mit: {NOT_FOR_EVERYBODY}",),
            is_public=False,
            public_title="Mitteilungen des Landrats",
            is_standing=True,
        ),
    ),
    annexes=(Annex("Präsentation zu TOP 2", item=2, note="nur dem Original beigefügt"),),
)
