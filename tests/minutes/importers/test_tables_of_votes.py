"""Tables of votes as offices draw them: heads that stand close, groups, members, motions, results to be ticked."""

import pytest

from tests.minutes.importers.texts import reading_of


def votes_of(text: str) -> list[dict[str, object]]:
    """The votes of an item with one speech, and this below it; groups and names left out."""
    reading = reading_of(
        f"TOP 3: Zuschuss\n\nHerr Kohl fragt nach den Kosten.\n\n{text}\n\nTOP 4: Anfragen\n\nKeine.\n"
    )
    return [
        {name: value for name, value in vote.items() if name not in {"by_group", "by_name"}}
        for vote in reading["items"][0]["votes"]
    ]


@pytest.mark.parametrize(
    ("table", "vote"),
    [
        (
            "Abstimmungsergebnis:\n\ngesetzl.    anwesend     Ja     Nein     Enth.     ausgeschlossen\n"
            "   11           8         7       -        1             -",
            {"yes": 7, "no": 0, "abstain": 1, "recused": 0},
        ),
        (
            "Abstimmung:\nMitglieder  anwesend  dafür  dagegen  enthalten  ausgeschlossen\n"
            "    9          8        7       -         1            -",
            {"yes": 7, "no": 0, "abstain": 1, "recused": 0},
        ),
        (
            "Beschluss:        für      gegen\n                  17        0\n\nDem Antrag wird zugestimmt.",
            {"yes": 17, "no": 0},
        ),
        (
            "Abstimmungsergebnis:\nEinstimmig    Ja-Stimmen    Nein-Stimmen    Enthaltungen\n"
            "                 7             1               1",
            {"yes": 7, "no": 1, "abstain": 1},
        ),
        (
            "Der Zaun wird gebaut.\n\n+-----+------+--------------+\n| Ja  | Nein | Enthaltungen |\n"
            "+-----+------+--------------+\n|  9  |  0   |      3       |\n+-----+------+--------------+",
            {"yes": 9, "no": 0, "abstain": 3},
        ),
        (
            "Der Zaun wird gebaut.\n\n        Ja       Nein     Enth.\n       =====    =====    =====\n"
            "        11        1        0",
            {"yes": 11, "no": 1, "abstain": 0},
        ),
        (
            "Abstimmungs-    einst.    mit Mehrheit    Ja    Nein    Enth.\n"
            "ergebnis:         X                       12     0       0",
            {"yes": 12, "no": 0, "abstain": 0},
        ),
        (
            "lfd. Nr.   anwesend   für   gegen   Beschluss\n  112         13       12     1     Der Weg wird erneuert.",
            {"yes": 12, "no": 1},
        ),
    ],
)
def test_a_number_belongs_to_the_head_of_its_column(table, vote):
    assert votes_of(table) == [vote]


def test_of_a_printed_result_beside_the_counts_the_tick_tells_which():
    form = "Abstimmungsergebnis:\nEinstimmig    Ja-Stimmen    Nein-Stimmen    Enthaltungen\n   X"
    assert votes_of(form) == [{"result": "Einstimmig", "unanimous": True}]


def test_the_sum_of_the_groups_is_the_vote_whichever_way_the_table_lies():
    rows = (
        "Der Zaun wird gebaut.\n\nFraktion\tJa\tNein\tEnthaltung\nABC\t8\t\t\nXYZ\t5\t\t1\nLMN\t\t3\t\nSumme\t13\t3\t1"
    )
    assert votes_of(rows) == [{"yes": 13, "no": 3, "abstain": 1}]
    columns = (
        "Der Zaun wird gebaut.\n\n            ABC   XYZ   LMN   Gesamt\n"
        "Ja           6     4     -      10\nNein         -     -     3       3"
    )
    assert votes_of(columns) == [{"yes": 10, "no": 3}]


def test_a_sum_that_its_groups_do_not_make_is_not_entered():
    columns = "Der Zaun wird gebaut.\n\n            ABC   XYZ   Gesamt\nJa           6     4      12\nNein         1     1       2"
    assert all("yes" not in vote or vote["yes"] != 12 for vote in votes_of(columns))


def test_members_with_a_tick_each_voted_so():
    rows = "Der Zaun wird gebaut.\n\nName\tJa\tNein\tEnth.\nOhm\tX\t\t\nKohl\t\tX\t\nFrey\tX\t\t\nSumme\t2\t1\t0"
    text = f"TOP 3: Zaun\n\nFrau Ohm fragt.\n\n{rows}\n\nTOP 4: Anfragen\n\nKeine.\n"
    vote = reading_of(text)["items"][0]["votes"][0]
    assert (vote["yes"], vote["no"], vote["by_name"]) == (2, 1, {"yes": ["Ohm", "Frey"], "no": ["Kohl"]})


def test_each_row_may_be_a_vote_of_its_own():
    rows = "Abstimmungsergebnisse:\tJa\tNein\tEnthaltung\nÄnderungsantrag ABC\t7\t16\t0\nVerwaltungsvorlage\t17\t6\t0"
    assert votes_of(rows) == [
        {"label": "Änderungsantrag ABC", "yes": 7, "no": 16, "abstain": 0},
        {"label": "Verwaltungsvorlage", "yes": 17, "no": 6, "abstain": 0},
    ]


def test_how_many_could_vote_is_no_choice_of_a_ballot():
    rows = "Stimmberechtigte gesamt:   24 Stimmen\ndavon vertreten:   21 Stimmen\nJa:   21 Stimmen\nNein:   -\nEnthaltung:   -"
    assert votes_of(f"Die Rechnung wird festgestellt.\n\n{rows}") == [{"yes": 21, "no": 0, "abstain": 0}]
