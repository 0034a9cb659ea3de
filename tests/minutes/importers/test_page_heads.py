"""What stands above the debate of an item: labels without a text, menus and rows of facts, as the systems print them."""

from minutes.importers import read
from tests.minutes.importers.texts import reading_of


def item_of(text):
    [item] = read(text.encode(), "item").items
    return item


def spoken(item):
    return [(each.kind, each.speaker) for each in item.contributions]


def test_a_debate_below_an_empty_label_is_no_resolution():
    item = item_of(
        "Beschluss:\n\n \n\nHerr Bürgermeister Kohl eröffnet die Sitzung und begrüßt alle Anwesenden.\n\n"
        "Er weist auf den Imbiss hin.\n\nGegen die Tagesordnung erhebt sich kein Widerspruch.\n"
    )
    assert spoken(item) == [
        ("speech", "Herr Bürgermeister Kohl"),
        ("continuation", "Herr Bürgermeister Kohl"),
        ("procedure", None),
    ]
    assert (item.resolution, item.votes, item.outcome.code) == ((), (), "none")


def test_the_chair_opens_a_debate_below_an_empty_label():
    assert spoken(item_of("Beschluss:\n\nDer Vorsitzende begrüßt die Gäste.\n\nFrau Frey dankt.\n")) == [
        ("speech", "Vorsitzende"),
        ("speech", "Frau Frey"),
    ]


def test_a_resolution_may_name_people():
    for text in (
        "Der Bürgermeister wird beauftragt, den Vertrag zu kündigen.",
        "Der Bürgermeister berichtet dem Ausschuss jährlich über den Stand.",
        "Herr Kohl wird zum stellvertretenden Schriftführer bestellt.",
        "Frau Frey vertritt die Gemeinde in der Versammlung.",
    ):
        item = item_of(f"Beschluss:\n\n{text}\n\nAbstimmungsergebnis: einstimmig\n")
        assert (item.resolution, spoken(item), item.outcome.code) == ((text,), [], "adopted")
