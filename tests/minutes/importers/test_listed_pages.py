"""Pages of items one below the other, as they are copied from a site."""

from tests.minutes.importers.texts import reading_of

DATED = """Sitzung der Ratsversammlung

12.12.2026 - 1 Eröffnung

Bürgervorsteherin Ohm begrüßt die Anwesenden.

12.12.2026 - 5 Gebührensatzung für den Wochenmarkt

Beschluss:
ungeändert beschlossen

Herr Kohl fragt nach den Kosten.

Abstimmungsergebnis
Stimmen dafür: 24
Stimmen dagegen: 8
"""
ROWS = """Stadtrat 28.03.2026

Öffentlicher Teil: |
| Einwohnerfragestunde | | |
1 | Feststellung der Tagesordnung | | |
|
| Beschluss: | einstimmig zugestimmt | | |
2 | Beschlussvorlagen | | |
|
2.1 | Benennung des Platzes am Weiher | V/2026/104 | |
|
| Beschluss: | mehrheitlich abgelehnt | | |
| Abstimmung: | Ja: 21, Nein: 28 | | |
"""


def test_dated_headings_part_the_items():
    found = reading_of(DATED)
    assert [(item["item_number"], item["title"]) for item in found["items"]] == [
        ("1", "Eröffnung"),
        ("5", "Gebührensatzung für den Wochenmarkt"),
    ]
    assert {item["meeting_date"] for item in found["items"]} == {"2026-12-12"}
    assert found["items"][1]["votes"] == [{"yes": 24, "no": 8}]
    assert found["items"][1]["contributions"][0]["speaker"] == "Herr Kohl"


def test_a_single_dated_heading_is_the_item_itself():
    found = reading_of(DATED[DATED.index("12.12.2026 - 5") :])
    assert (found["item_number"], found["outcome"]["code"]) == ("5", "adopted")


def test_headings_of_several_days_part_nothing():
    assert "items" not in reading_of(DATED.replace("12.12.2026 - 1", "11.12.2026 - 1"))


def test_rows_of_a_list_are_items_with_their_results():
    found = reading_of(ROWS)
    assert [(item["item_number"], item["outcome"]["code"]) for item in found["items"]] == [
        ("1", "adopted"),
        ("2", "none"),
        ("2.1", "rejected"),
    ]
    assert found["items"][2]["papers"] == ["V/2026/104"]
    assert found["items"][2]["counts"] == {"yes": 21, "no": 28}
    assert found["unread"] == []


def test_a_result_behind_a_quotation_is_read():
    text = "Beschluss: „Die Verwaltung ermittelt die Kosten.“ Abstimmungsergebnis: 13 Ja-Stimmen, 29 Nein-Stimmen |"
    found = reading_of(text)
    assert found["votes"] == [{"yes": 13, "no": 29}]
    assert found["outcome"]["code"] == "rejected"
