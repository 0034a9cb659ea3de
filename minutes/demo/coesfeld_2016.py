"""Room: minutes. IntA/4/2016: the published item of Kreis Coesfeld, word for word, and what is assumed around it."""

from datetime import date
from pathlib import Path

from .plans import Decided, Item, Procedure, Sitting, Voted

TEXT = Path(__file__).parent / "texts" / "c00-coesfeld-original.txt"
TITLE = "1. Integrationskonzept des Kreises Coesfeld"
ITEM_NUMBER = 3

SPEAKERS = (
    "Ausschussvorsitzender Kleerbaum",
    "MA Dreier",
    "Ktabg. Dr. Wenning",
    "MA Dreier",
    "Landrat Dr. Schulze Pellengahr",
    "Ktabg. Lütkecosmann",
    "Ktabg. Bednarz",
    "MA Dreier",
    "Ktabg. Kohaus",
    "Ktabg. Neumann",
    "MA Dreier",
    "Ktabg. Merschhemke",
    "Ausschussvorsitzender Kleerbaum",
)
"""Who speaks in each paragraph of the debate, as written there: the marks that the plain text does not have."""

SOURCE_NOTE = (
    "TOP 3 ist ein veröffentlichter Auszug aus einer Niederschrift des Integrationsausschusses des Kreises Coesfeld, "
    "Wort für Wort und mit seinen Schreibfehlern. Die Sitzung ist hier in den erfundenen Kreis Musterland gestellt. "
    "Der Auszug nennt nicht, und angenommen sind: Nummer und Tag der Sitzung (vor dem 25.11.2016, von dem im Text als "
    "künftig die Rede ist), Ort, Raum, Beginn und Ende, die ordnungsgemäße Ladung, die übrigen Tagesordnungspunkte "
    "die Schriftführung und die Unterschriften. Angenommen ist auch die Teilnahme: Der Auszug zählt 9 Ja-Stimmen, nennt aber nur 7 "
    "Mitglieder; die sachkundigen Bürger Mustermann und Beispiel sind dafür erfunden, und dass der Ausschuss 9 Sitze "
    "hat und der Vorsitzende Kreistagsabgeordneter ist, ist angenommen. Vornamen und Fraktionen der wirklichen "
    "Personen nennt der Auszug nicht; sie bleiben leer."
)


def _blocks() -> list[list[str]]:
    """Head, debate and vote: apart by two empty lines, paragraphs by a line with a U+00A0."""
    return [block.split("\n\n\u00a0\n\n") for block in TEXT.read_text(encoding="utf-8").split("\n\n\n")]


def resolution() -> str:
    """The resolution itself; the sentence before it, on whom it is recommended to, follows from the recommendations."""
    return _blocks()[0][2]


def contributions() -> tuple[str, ...]:
    """The paragraphs of the debate with their speakers marked."""
    return tuple(
        paragraph.replace(speaker, f"⟨{speaker}⟩", 1) for paragraph, speaker in zip(_blocks()[1], SPEAKERS, strict=True)
    )


SITTING = Sitting(
    committee="IntA",
    number=4,
    day=date(2016, 11, 16),
    begin="16:30",
    opened="16:30",
    closed="18:05",
    staff=("schulze_pellengahr", "dreier", "sander"),
    minute_taker="sander",
    is_published=True,
    source_note=SOURCE_NOTE,
    items=(
        Item(
            "Einwendungen gegen die Niederschrift über die letzte Sitzung",
            said=(Procedure("Einwendungen werden nicht erhoben."),),
            is_standing=True,
        ),
        Item("Mitteilungen des Landrats", said=(Procedure("Mitteilungen liegen nicht vor."),), is_standing=True),
        Item(
            TITLE,
            said=contributions(),
            decided=Decided(
                resolution=resolution(),
                outcome_text="ungeändert beschlossen",
                recommended_to=("KA", "KT"),
            ),
            votes=(Voted(yes=9, no=0, abstain=0),),
        ),
        Item(
            "Anfragen der Ausschussmitglieder",
            said=(Procedure("Anfragen werden nicht gestellt."),),
            is_standing=True,
        ),
    ),
)
