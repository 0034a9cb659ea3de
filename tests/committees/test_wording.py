"""Sentences about the room, as the model protocol prints them."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from committees import wording
from committees.rules import Interval, Quorum, quorum
from committees.wording import Chair, GenderedName, Opening, Stay
from tests.committees.rooms import musterland_room

KLEINHAUS = Chair("Ausschussvorsitzender", "Kleinhaus", "m")
TERHORST = Chair("Ausschussvorsitzende", "Terhorst", "f")
NORM = "§ 31 GO NRW i. V. m. § 28 Abs. 2 KrO NRW"


def opening(room):
    """The opening of the model protocol with the people of `room`."""
    return Opening(
        chair=KLEINHAUS,
        committee=GenderedName("Ausschuss", "m"),
        opened_at=time(16, 30),
        invited_properly=True,
        quorum=quorum(room.values(), None, seats=9, must_outnumber=True),
        is_unopposed=True,
        recusal_items=("4",),
        recusal_norm=NORM,
    )


MODEL_OPENING = (
    "Der Ausschussvorsitzende Kleinhaus eröffnet die Sitzung um 16:30 Uhr und begrüßt die Anwesenden. Er stellt fest, "
    "dass zu der Sitzung form- und fristgerecht eingeladen wurde und der Ausschuss beschlussfähig ist (7 von 9 "
    "stimmberechtigten Mitgliedern, davon 5 Kreistagsabgeordnete und 2 sachkundige Bürgerinnen und Bürger). Hiergegen "
    "erhebt sich kein Widerspruch. Ausschließungsgründe nach § 31 GO NRW i. V. m. § 28 Abs. 2 KrO NRW werden zu TOP 4 "
    "angezeigt."
)


def test_the_opening_of_the_model_protocol():
    assert wording.opening_paragraph(opening(musterland_room())) == MODEL_OPENING


def test_changing_one_arrival_changes_the_opening():
    room = musterland_room()
    room["Merten"] = replace(room["Merten"], intervals=(Interval(),))
    paragraph = wording.opening_paragraph(opening(room))
    assert paragraph == MODEL_OPENING.replace("7 von 9", "8 von 9").replace("5 Kreis", "6 Kreis")


def test_too_few_arrivals_at_the_opening_are_no_quorum():
    room = musterland_room()
    for name in ("Lütke", "Dr. Wende", "Schemmer"):
        room[name] = replace(room[name], intervals=(Interval(first=2),))
    paragraph = wording.opening_paragraph(opening(room))
    assert "der Ausschuss nicht beschlussfähig ist (4 von 9 stimmberechtigten Mitgliedern, davon 2" in paragraph


def test_an_opening_says_only_what_is_known():
    known = Opening(chair=Chair("Ausschussvorsitzende", "Terhorst", "f"), committee=GenderedName("Ausschuss", "m"))
    greeting = "Die Ausschussvorsitzende Terhorst eröffnet die Sitzung und begrüßt die Anwesenden."
    assert wording.opening_paragraph(known) == greeting
    assert wording.opening_paragraph(replace(known, is_unopposed=True)) == greeting
    assert wording.opening_paragraph(replace(known, invited_properly=False)) == (
        f"{greeting} Sie stellt fest, dass zu der Sitzung nicht form- und fristgerecht eingeladen wurde."
    )


def test_the_opening_of_a_council_by_somebody_of_unstated_gender():
    facts = Opening(
        chair=Chair("Vorsitzende/r", "Brandt"),
        committee=GenderedName("Kreistag", "m"),
        quorum=Quorum(present=43, seats=55, council_members=42),
        recusal_items=(),
    )
    assert wording.opening_paragraph(facts) == (
        "Vorsitzende/r Brandt eröffnet die Sitzung und begrüßt die Anwesenden. Es wird festgestellt, dass der Kreistag "
        "beschlussfähig ist (43 von 55 stimmberechtigten Mitgliedern). Ausschließungsgründe werden nicht angezeigt."
    )


@pytest.mark.parametrize(
    ("council", "experts", "seats", "expected"),
    [
        (5, 2, 9, ("(7 von 9 stimmberechtigten Mitgliedern, davon 5 Ratsmitglieder und 2 sachkundige Bürgerinnen und "
         "Bürger)")),
        (5, 1, 9, "(6 von 9 stimmberechtigten Mitgliedern, davon 5 Ratsmitglieder und 1 sachkundige/r Bürger/in)"),
        (9, 0, 9, "(9 von 9 stimmberechtigten Mitgliedern, davon 9 Ratsmitglieder)"),
        (0, 2, 9, "(2 von 9 stimmberechtigten Mitgliedern, davon 2 sachkundige Bürgerinnen und Bürger)"),
        (0, 0, 1, "(0 von 1 stimmberechtigten Mitglied)"),
    ],
)  # fmt: skip
def test_the_quorum_clause(council, experts, seats, expected):
    counted = Quorum(
        present=council + experts, seats=seats, council_members=council, expert_citizens=experts, must_outnumber=True
    )
    assert wording.quorum_clause(counted, council_members_noun="Ratsmitglieder") == expected


@pytest.mark.parametrize(
    ("items", "norm", "expected"),
    [
        (["4"], NORM, f"Ausschließungsgründe nach {NORM} werden zu TOP 4 angezeigt."),
        (["4", "7"], "", "Ausschließungsgründe werden zu TOP 4 und 7 angezeigt."),
        (["4", "6.1", "7"], "", "Ausschließungsgründe werden zu TOP 4, 6.1 und 7 angezeigt."),
        ([], NORM, f"Ausschließungsgründe nach {NORM} werden nicht angezeigt."),
    ],
)
def test_the_notice_of_bias(items, norm, expected):
    assert wording.recusal_notice(items, norm=norm) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            wording.arrival_sentence("Ktabg. Merten", at=time(16, 52), item="3"),
            "Ktabg. Merten nimmt ab 16:52 Uhr an der Sitzung teil.",
        ),
        (wording.arrival_sentence("Ktabg. Merten", item="3"), "Ktabg. Merten nimmt ab TOP 3 an der Sitzung teil."),
        (wording.arrival_sentence("Ktabg. Merten"), "Ktabg. Merten nimmt nun an der Sitzung teil."),
        (
            wording.departure_sentence("Ktabg. Bednar", at=time(17, 55), item="5"),
            "Ktabg. Bednar verlässt um 17:55 Uhr die Sitzung.",
        ),
        (wording.departure_sentence("Ktabg. Bednar", item="5"), "Ktabg. Bednar verlässt nach TOP 5 die Sitzung."),
        (wording.departure_sentence("Ktabg. Bednar"), "Ktabg. Bednar verlässt die Sitzung."),
        (
            wording.return_sentence("Ktabg. Bednar", at=time(8, 5)),
            "Ktabg. Bednar nimmt ab 08:05 Uhr wieder an der Sitzung teil.",
        ),
        (wording.return_sentence("s. B. Kohl", item="6"), "s. B. Kohl nimmt ab TOP 6 wieder an der Sitzung teil."),
        (wording.return_from_recusal_sentence("Ktabg. Lütke"), "Ktabg. Lütke nimmt wieder an der Sitzung teil."),
    ],
)
def test_coming_and_going(sentence, expected):
    assert sentence == expected


@pytest.mark.parametrize(
    ("ground", "is_public", "expected"),
    [
        (
            "als Mitglied des Vereinsvorstandes",
            True,
            (
                "Ktabg. Lütke zeigt als Mitglied des Vereinsvorstandes einen Ausschließungsgrund an, begibt sich in "
                "den Zuhörerbereich und nimmt an Beratung und Abstimmung nicht teil."
            ),
        ),
        (
            "",
            True,
            (
                "Ktabg. Lütke zeigt einen Ausschließungsgrund an, begibt sich in den Zuhörerbereich und nimmt an "
                "Beratung und Abstimmung nicht teil."
            ),
        ),
        (
            " als Eigentümerin ",
            False,
            (
                "Ktabg. Lütke zeigt als Eigentümerin einen Ausschließungsgrund an, verlässt den Sitzungsraum und "
                "nimmt an Beratung und Abstimmung nicht teil."
            ),
        ),
    ],
)
def test_bias(ground, is_public, expected):
    assert wording.recusal_sentence("Ktabg. Lütke", ground=ground, is_public=is_public) == expected


@pytest.mark.parametrize(
    ("stays", "expected"),
    [
        ([Stay()], ""),
        ([], ""),
        ([Stay(first_item="3", arrived_at=time(16, 52))], "ab TOP 3 (16:52 Uhr)"),
        ([Stay(first_item="3")], "ab TOP 3"),
        ([Stay(last_item="5")], "bis TOP 5 einschließlich"),
        ([Stay("2", "2")], "zu TOP 2"),
        ([Stay("2", "2"), Stay("5", "5")], "zu TOP 2 und 5"),
        ([Stay("3", "5", time(16, 52))], "von TOP 3 (16:52 Uhr) bis TOP 5 einschließlich"),
        ([Stay(last_item="2"), Stay(first_item="5")], "bis TOP 2 einschließlich, ab TOP 5"),
        ([Stay(last_item="2"), Stay("5", "5")], "bis TOP 2 einschließlich, zu TOP 5"),
    ],
)
def test_the_remark_beside_a_name(stays, expected):
    assert wording.presence_remark(stays) == expected


def test_remarks_on_deputies_and_roles():
    assert wording.substitution_remark("Ktabg. Ramers, Carsten") == "Vertretung für Ktabg. Ramers, Carsten"
    assert wording.substituted_remark("Ktabg. Schemmer") == "vertreten durch Ktabg. Schemmer"
    assert wording.role_remark("s. B.") == "(s. B.)"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            wording.close_part_sentence(KLEINHAUS, at=time(18, 2)),
            (
                "Der Ausschussvorsitzende schließt den öffentlichen Teil um 18:02 Uhr und stellt die "
                "Nichtöffentlichkeit her."
            ),
        ),
        (
            wording.close_part_sentence(TERHORST, closes_public=False),
            "Die Ausschussvorsitzende schließt den nichtöffentlichen Teil und stellt die Öffentlichkeit her.",
        ),
        (
            wording.close_session_sentence(TERHORST, at=time(18, 10)),
            "Die Ausschussvorsitzende schließt die Sitzung um 18:10 Uhr.",
        ),
        (wording.close_session_sentence(KLEINHAUS), "Der Ausschussvorsitzende schließt die Sitzung."),
    ],
)
def test_closing(sentence, expected):
    assert sentence == expected


@pytest.mark.parametrize(
    ("title", "gender", "expected"),
    [
        ("Ausschussvorsitzender", "m", "Der Ausschussvorsitzende"),
        ("Ausschussvorsitzende", "f", "Die Ausschussvorsitzende"),
        ("stellvertretender Vorsitzender", "m", "Der stellvertretende Vorsitzende"),
        ("Erster Beigeordneter", "m", "Der Erste Beigeordnete"),
        ("Bürgermeister", "m", "Der Bürgermeister"),
        ("Landrätin", "f", "Die Landrätin"),
        ("Ausschussvorsitzende/r", "", "Ausschussvorsitzende/r"),
    ],
)
def test_a_title_behind_its_article(title, gender, expected):
    assert Chair(title, "X", gender).title_with_article == expected


@pytest.mark.parametrize(
    ("gender", "chair", "minute_taker"),
    [
        ("m", "Ausschussvorsitzender", "Schriftführer"),
        ("f", "Ausschussvorsitzende", "Schriftführerin"),
        ("", "Ausschussvorsitzende/r", "Schriftführer/in"),
    ],
)
def test_titles_follow_the_gender_or_leave_it_open(gender, chair, minute_taker):
    title = wording.chair_title(gender, masculine="Ausschussvorsitzender", feminine="Ausschussvorsitzende")
    assert title == chair
    assert wording.minute_taker_title(gender) == minute_taker


def test_titles_of_unstated_gender_with_and_without_a_common_stem():
    assert wording.chair_title("", masculine="Landrat", feminine="Landrätin") == "Landrat/Landrätin"
    assert wording.chair_title("", masculine="Bürgermeister", feminine="Bürgermeisterin") == "Bürgermeister/in"


@pytest.mark.parametrize(
    ("name", "gender", "nominative", "dative", "genitive"),
    [
        ("Kreistag", "m", "der Kreistag", "dem Kreistag", "des Kreistags"),
        ("Integrationsausschuss", "m", "der Integrationsausschuss", "dem Integrationsausschuss",
         "des Integrationsausschusses"),
        ("Ausschuss für Umwelt und Verkehr", "m", "der Ausschuss für Umwelt und Verkehr",
         "dem Ausschuss für Umwelt und Verkehr", "des Ausschusses für Umwelt und Verkehr"),
        ("Rat der Gemeinde", "m", "der Rat der Gemeinde", "dem Rat der Gemeinde", "des Rates der Gemeinde"),
        ("Haupt- und Finanzausschuss", "m", "der Haupt- und Finanzausschuss", "dem Haupt- und Finanzausschuss",
         "des Haupt- und Finanzausschusses"),
        ("Umwelt-, Bau- und Planungsausschuss", "m", "der Umwelt-, Bau- und Planungsausschuss",
         "dem Umwelt-, Bau- und Planungsausschuss", "des Umwelt-, Bau- und Planungsausschusses"),
        ("Kommunaler Beirat", "m", "der Kommunale Beirat", "dem Kommunalen Beirat", "des Kommunalen Beirats"),
        ("Verbandsversammlung", "f", "die Verbandsversammlung", "der Verbandsversammlung", "der Verbandsversammlung"),
        ("Kollegium", "n", "das Kollegium", "dem Kollegium", "des Kollegiums"),
    ],
)  # fmt: skip
def test_names_of_bodies_are_inflected(name, gender, nominative, dative, genitive):
    body = GenderedName(name, gender)
    assert (body.nominative, body.dative, body.genitive) == (nominative, dative, genitive)


def test_a_name_of_unstated_gender_stays_as_it_is():
    body = GenderedName("Runder Tisch", "")
    assert {body.nominative, body.dative, body.genitive} == {"Runder Tisch"}


def test_an_unknown_gender_is_an_error():
    with pytest.raises(ValueError, match="x"):
        GenderedName("Kreistag", "x")


def test_names_sort_in_german_order():
    names = ["Dr. Wende", "Yildiz", "Bednar", "Prof. Dr. Ärmel", "Ziegler", "Schulze Pellengahr", "Straßer", "Strasser"]
    ordered = [
        "Prof. Dr. Ärmel",
        "Bednar",
        "Schulze Pellengahr",
        "Strasser",
        "Straßer",
        "Dr. Wende",
        "Yildiz",
        "Ziegler",
    ]
    assert sorted(names, key=wording.sort_key) == ordered
    assert sorted(["Müller", "Mueller", "Muller", "Łasik", "Lanz"], key=wording.sort_key) == [
        "Lanz", "Łasik", "Mueller", "Muller", "Müller",
    ]  # fmt: skip


def test_a_name_that_looks_like_a_title_still_sorts():
    assert sorted(["Medler", "Dr. Abel", "Drescher"], key=wording.sort_key) == ["Dr. Abel", "Drescher", "Medler"]


@given(names=st.lists(st.text(max_size=12), max_size=8), seed=st.randoms())
def test_the_order_of_names_does_not_depend_on_the_order_of_entry(names, seed):
    shuffled = list(names)
    seed.shuffle(shuffled)
    assert sorted(shuffled, key=wording.sort_key) == sorted(names, key=wording.sort_key)


@given(time=st.times())
def test_a_clock_time_has_hours_and_minutes_only(time):
    assert len(wording.clock(time)) == len("16:30 Uhr")
