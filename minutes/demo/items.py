"""Room: minutes. Items that stand on nearly every agenda of the demo."""

from .plans import Item, Procedure


def objections(day: str) -> Item:
    """Nobody objects to the minutes of the session of that day, given as 09.09.2026."""
    return Item(
        f"Einwendungen gegen die Niederschrift über die Sitzung vom {day}",
        said=(Procedure("Einwendungen werden nicht erhoben."),),
        is_standing=True,
    )


def announcements(*, is_public: bool = True) -> Item:
    """The chief officer has nothing to tell."""
    return Item(
        "Mitteilungen des Landrats",
        said=(Procedure("Mitteilungen liegen nicht vor."),),
        is_public=is_public,
        is_standing=True,
    )


def questions(of: str = "Ausschussmitglieder") -> Item:
    """Nobody has a question."""
    return Item(f"Anfragen der {of}", said=(Procedure("Anfragen werden nicht gestellt."),), is_standing=True)
