"""Roll calls by faction, paths of papers, years and bars: what they say adds up, and nothing is drawn outside."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.pictures import bars, paper_path, roll_call, year
from minutes.pictures.votes import bar_of, seats_of
from minutes.record.values import BallotLine, CountsValue, VoteRecord, VoterValue
from tests.minutes.pictures.drawings import NAME, assert_inside, read, size

MONTHS = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."]
FACTIONS = {"1": "ABC", "2": "ABC", "3": "XYZ"}


def test_a_roll_call_stands_faction_by_faction():
    ballots = [("yes", "Kohl", "1"), ("no", "Merten", "3"), ("abstain", "Nau", "2"), ("yes", "Otto", "9")]
    picture = roll_call.draw(ballots, FACTIONS)
    assert [(row.faction, row.names) for row in picture.rows] == [
        ("ABC", (("Kohl",), (), ("Nau",))),
        ("XYZ", ((), ("Merten",), ())),
        ("ohne Angabe", (("Otto",), (), ())),
    ]
    assert picture.choices == (("●", "Ja", 2), ("◆", "Nein", 1), ("▲", "Enthaltung", 1))
    root = read(picture.svg)
    assert [path.get("class") for path in root.iter(f"{NAME}path")] == [
        "choice-yes",
        "choice-abstain",
        "choice-no",
        "choice-yes",
    ]
    assert root[1].text == "ABC: Ja 1, Enthaltung 1; XYZ: Nein 1; ohne Angabe: Ja 1"


def test_where_no_faction_is_known_all_stand_together():
    picture = roll_call.draw([("yes", "Kohl", ""), ("no", "Nau", "")], {"": roll_call.WITHOUT})
    assert [(row.faction, row.names) for row in picture.rows] == [("ohne Angabe", (("Kohl",), ("Nau",)))]


def test_nobody_and_unknown_choices_are_no_picture():
    assert roll_call.draw([], FACTIONS) is None
    assert roll_call.draw([("perhaps", "Kohl", "1")], FACTIONS) is None


def test_five_hundred_have_a_seat_each():
    picture = roll_call.draw([("yes", f"Name {number}", str(number)) for number in range(500)], {})
    assert len(list(read(picture.svg).iter(f"{NAME}path"))) == 500


def test_the_pictures_of_a_vote_follow_from_its_record():
    vote = VoteRecord(
        id="1",
        form="roll_call",
        form_text="namentlich",
        majority="simple",
        counts=CountsValue(yes=2, no=0, abstain=0),
        ballots=(BallotLine("yes", "Mit Ja stimmten", "Kohl, Nau", (VoterValue("Kohl", "1"), VoterValue("Nau", "2"))),),
    )
    assert bar_of(vote).sentence == "Ergebnis der Abstimmung: 2 Ja."
    assert [row.faction for row in seats_of(vote, FACTIONS).rows] == ["ABC"]


def test_a_path_has_a_sign_for_each_station_and_goes_on_to_what_is_to_come():
    stations = [("IntA", "11.03.2026", "referred"), ("KT", "25.03.2026", "adopted"), ("KA", "01.04.2026", "")]
    root = read(paper_path.draw(stations, title="Weg", description="drei Stationen"))
    assert [path.get("class") for path in root.iter(f"{NAME}path")] == [
        "choice-abstain",
        "choice-yes",
        "choice-not_voting",
    ]
    assert_inside(root)


def test_one_station_is_no_path_and_a_hundred_are_not_wider_than_twelve():
    assert paper_path.draw([], title="", description="") == ""
    assert paper_path.draw([("KT", "", "none")], title="x", description="") == ""
    root = read(paper_path.draw([("Ausschuss für <alles>", "heute", "odd")] * 100, title="x", description="y"))
    assert size(root)[0] < 800
    assert_inside(root)


def test_a_year_marks_its_days_and_today():
    day = datetime.date(2026, 3, 11)
    root = read(
        year.draw(
            2026, {day: 2}, months=MONTHS, title="2026", description="eine Sitzung", today=datetime.date(2026, 1, 1)
        )
    )
    assert len([rect for rect in root.iter(f"{NAME}rect") if rect.get("class") == "picture__day"]) == 1
    assert len([rect for rect in root.iter(f"{NAME}rect") if rect.get("class") == "picture__today"]) == 1
    assert len(list(root.iter(f"{NAME}circle"))) == 364
    assert_inside(root)


def test_more_sessions_make_a_larger_mark_up_to_the_largest():
    days = {datetime.date(2024, 2, 29): 1, datetime.date(2024, 3, 1): 3, datetime.date(2024, 3, 2): 500}
    root = read(year.draw(2024, days, months=MONTHS, title="2024", description=""))
    widths = [float(rect.get("width")) for rect in root.iter(f"{NAME}rect")]
    assert widths[0] < widths[1] == widths[2] <= 10
    assert_inside(root)


@pytest.mark.parametrize("number", [1, 1583, 9999])
def test_any_year_of_the_calendar_can_be_drawn(number):
    assert_inside(read(year.draw(number, {}, months=MONTHS, title="x", description="")))


def test_bars_have_the_length_of_their_numbers_and_unknown_ones_none():
    root = read(
        bars.draw(
            [("IntA", 50, "50 %"), ("KT", 100, "100 %"), ("KA", None, "unbekannt")],
            title="x",
            description="y",
            full=100,
        )
    )
    assert [float(rect.get("width")) for rect in root.iter(f"{NAME}rect")] == [85, 170]
    assert_inside(root)


@pytest.mark.parametrize(
    "rows", [[], [("A", 1, "1")], [("A", None, "?"), ("B", None, "?")], [("A", 0, "0"), ("B", 0, "0")]]
)
def test_there_are_no_bars_of_nothing(rows):
    assert bars.draw(rows, title="x", description="y") == ""


@given(
    st.lists(
        st.tuples(
            st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "Zs"])),
            st.one_of(st.none(), st.floats(-5, 1e9)),
            st.text("0123456789"),
        ),
        max_size=100,
    )
)
def test_whatever_the_rows_are_the_bars_stay_inside(rows):
    drawn = bars.draw(rows, title="x", description="y", full=100)
    if drawn:
        assert_inside(read(drawn))
