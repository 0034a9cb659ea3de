"""Items of minutes that number them with mere numbers, and agendas that lost their lines. All names are invented."""

import pytest

from tests.minutes.importers.texts import reading_of

ITEMS = (
    "1. Eröffnung der Sitzung\n\nDer Vorsitzende begrüßt die Anwesenden.\n\n"
    "2. Ersatz für den Bauhof\n\nBeschafft werden:\n\n1. Ein Schlepper\n\n2. Zwei Anhänger\n\n3. Ein Mähwerk\n\n"
    "Abstimmung: 7 dafür 1 dagegen 0 Enthaltungen\n\n{page}3. Verschiedenes\n\nHerr Kohl dankt dem Bauhof."
)
HEAD = "Niederschrift\n\nüber die Sitzung des Rates am 4.5.2026\n\nAnwesend:\n\nPetra Ohm\n\n"


def numbers(text: str) -> list[tuple[str, str]]:
    return [(item["item_number"], item["title"]) for item in reading_of(text)["items"]]


EXPECTED = [("1", "Eröffnung der Sitzung"), ("2", "Ersatz für den Bauhof"), ("3", "Verschiedenes")]


@pytest.mark.parametrize("title", ["Tagesordnung ", "Tagesordnung: ", "Tagesordnung\n\n"])
def test_an_agenda_may_have_lost_its_lines(title):
    agenda = f"{title}1. Eröffnung der Sitzung 2. Ersatz für den Bauhof 3. Verschiedenes 8. Anfragen\n\n"
    text = f"{HEAD}{agenda}Verhandelt:\n\n{ITEMS.format(page='- 2 - ')}"
    assert numbers(text) == EXPECTED
    assert [entry["number"] for entry in reading_of(text)["agenda"]] == ["1", "2", "3", "8"]
    assert reading_of(text)["items"][1]["votes"] == [{"yes": 7, "no": 1, "abstain": 0}]


def test_items_may_have_a_full_stop_where_the_first_opens_the_session():
    assert numbers(HEAD + ITEMS.format(page="")) == EXPECTED


def test_points_of_a_resolution_are_no_items():
    text = "Der Rat beschließt folgende Anschaffungen:\n\n1. Ein Schlepper\n\n2. Zwei Anhänger\n\n3. Ein Mähwerk"
    assert "items" not in reading_of(text)


def test_numbered_parts_have_their_items_on_the_second_level():
    text = (
        "Niederschrift\n\n1. ÖFFENTLICHE SITZUNG\n\n1.1. Neubau am Bach\n\nDem Plan wird zugestimmt.\n\n13 : 0\n\n"
        "1.2. Verschiedenes\n\nHerr Kohl dankt.\n\n2. NICHTÖFFENTLICHE SITZUNG\n\n2.1. Kauf einer Wiese\n\n11 : 2"
    )
    items = reading_of(text)["items"]
    assert [(item["item_number"], item["title"], item.get("public")) for item in items] == [
        ("1.1", "Neubau am Bach", True),
        ("1.2", "Verschiedenes", True),
        ("2.1", "Kauf einer Wiese", False),
    ]
    assert [item["votes"] for item in items] == [[{"yes": 13, "no": 0}], [], [{"yes": 11, "no": 2}]]
