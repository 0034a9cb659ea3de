"""Decisions, votes, ballots and attendance as tables: what stands in them, who gets what, and how they are written."""

import csv
import datetime
import io
import re
import threading

import openpyxl
import pytest
from django.conf import settings
from django.db import connection
from openxml_audit import FileFormat, OpenXmlValidator

from minutes import publishing, tables
from minutes.models import Publication
from minutes.tables import xlsx
from minutes.tables.choosing import EVERYBODY
from tests import cast
from tests.minutes.portal.register import call_the_roll, decide, published_session
from tests.publications import freeze, publisher
from votes.models import Decision

NAMES = tuple(tables.TABLES)


@pytest.fixture(autouse=True)
def english(client):
    client.cookies["django_language"] = "en"


@pytest.fixture
def place(db):
    return cast.county()


@pytest.fixture
def room(place):
    """A counted vote, a roll call, and a decision that is not public; not published yet."""
    room = cast.session(place, items=3, members=("Kohl", "Merten"))
    room.items[2].title, room.items[2].is_public = "Grundstück am Bach", False
    room.items[2].save()
    decide(room, 1)
    call_the_roll(room, 2, Kohl="yes", Merten="no")
    decide(room, 3, yes=8, no=0, abstain=0)
    return room


@pytest.fixture
def clerk(place, client):
    client.force_login(cast.user("clerk", place.committee))
    return client


def content(response) -> bytes:
    return b"".join(response.streaming_content)


def rows(response) -> list[dict[str, str]]:
    text = content(response).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def get(client, name: str, query: str = "") -> list[dict[str, str]]:
    return rows(client.get(f"/tables/{name}.csv?headings=keys&{query}"))


def test_a_decision_is_told_with_its_result(client, room):
    freeze(room.session)
    first = get(client, "decisions")[0]
    assert first["body"] == "Kreis Musterland"
    assert first["committee"] == "Integrationsausschuss"
    assert (first["session"], first["date"], first["term"]) == ("IntA/1/2026", "2026-03-11", "2025–2030")
    assert (first["item"], first["title"], first["outcome"]) == ("1", "Punkt 1", "adopted")
    assert first["resolution"].endswith("Der Vorschlag wird angenommen.")
    assert (first["yes"], first["no"], first["abstain"]) == ("5", "2", "1")
    assert first["url"].endswith("/minutes/lkm/IntA/1/2026/items/1/")


def test_a_vote_is_told_with_form_majority_and_counts(client, room):
    freeze(room.session)
    counted, called = get(client, "votes")
    assert (counted["form"], counted["majority"]) == ("show of hands", "simple: more yes than no")
    assert (counted["yes"], counted["no"], counted["abstain"], counted["adopted"]) == ("5", "2", "1", "yes")
    assert (called["form"], called["yes"], called["no"]) == ("roll call", "1", "1")


def test_an_unknown_count_is_empty_and_none_is_zero(client, place):
    room = cast.session(place, items=1)
    decide(room, 1, yes=3, no=0, abstain=None)
    freeze(room.session)
    vote = get(client, "votes")[0]
    assert (vote["no"], vote["abstain"]) == ("0", "")


def test_each_ballot_of_a_roll_call_has_a_line_and_of_other_votes_none(client, room):
    freeze(room.session)
    assert [(row["name"], row["ballot"]) for row in get(client, "ballots")] == [
        ("Kohl", "yes"),
        ("Merten", "no"),
    ]


def test_attendance_says_who_was_there_and_who_was_not(client, place, room):
    cast.attend(room, cast.member(place, "Fehlt"), present=False, absence="excused")
    freeze(room.session)
    found = {
        row["name"].removeprefix("Ktabg. ").removesuffix(" (ABC)"): (row["present"], row["member"])
        for row in get(client, "attendance")
    }
    assert found == {"Kohl, Kim": ("yes", "yes"), "Merten, Kim": ("yes", "yes"), "Fehlt, Kim": ("no", "yes")}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", list(tables.FORMATS))
def test_empty_there_are_headings(client, db, name, form):
    response = client.get(f"/tables/{name}.{form}")
    assert response.status_code == 200
    assert content(response)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_public_is_in_no_table(client, room, name):
    freeze(room.session)
    assert b"Bach" not in content(client.get(f"/tables/{name}.csv"))
    assert b"Bach" not in content(client.get(f"/tables/{name}.csv?audience=internal"))


def test_the_clerk_gets_the_public_table_and_the_whole_one_only_when_asked(clerk, room):
    freeze(room.session)
    assert [row["public"] for row in get(clerk, "decisions")] == ["yes", "yes"]
    assert [row["public"] for row in get(clerk, "decisions", "audience=internal")] == ["yes", "yes", "no"]
    whole = clerk.get("/tables/decisions.csv?audience=internal")
    assert "nichtoeffentlich" in whole["Content-Disposition"]
    assert "private" in whole["Cache-Control"]


def test_the_clerk_of_another_committee_gets_nothing_more(client, room):
    freeze(room.session)
    client.force_login(cast.user("clerk", cast.county("other").committee))
    assert len(get(client, "decisions", "audience=internal")) == 2


@pytest.mark.parametrize("name", NAMES)
def test_unpublished_and_withdrawn_there_is_nothing(client, room, name):
    assert get(client, name) == []
    publication = freeze(room.session)["public"]
    assert get(client, name)
    publishing.withdraw(publication, by=publisher(), reason="Fehler")
    assert get(client, name) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("outcome=rejected", 0),
        ("outcome=adopted", 1),
        ("form=roll_call", 1),
        ("q=punkt+2", 1),
        ("year=2026", 2),
        ("year=2025", 0),
        ("since=2026-03-12", 0),
        ("until=2026-03-11", 2),
        ("committee=999", 0),
        ("body=LKM", 2),
        ("body=xyz", 0),
        ("term=nirgends", 0),
        ("year=x&committee=%00&since=2026-99-99&outcome=x&form=x&q=%00", 2),
    ],
)
def test_the_filters_of_the_register_choose(client, room, query, found):
    freeze(room.session)
    assert len(get(client, "votes" if "form" in query or "q=" in query else "decisions", query)) == found


@pytest.mark.parametrize("address", ["/tables/people.csv", "/tables/votes.exe", "/tables/VOTES.csv"])
def test_what_is_no_table_is_not_found(client, db, address):
    assert client.get(address).status_code == 404


def test_nothing_is_a_formula(client, place):
    room = cast.session(place, items=4)
    titles = ["=1+1", "+49", "@SUM(A1)", "-2"]
    for item, title in zip(room.items, titles, strict=True):
        item.title = title
        item.save()
        decide(room, item.position)
    freeze(room.session)
    assert [row["title"] for row in get(client, "decisions")] == [f"'{title}" for title in titles]
    sheet = opened(content(client.get("/tables/decisions.xlsx"))).active
    assert [(cell.value, cell.data_type) for cell in sheet["G"][1:]] == [(title, "s") for title in titles]


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def test_a_workbook_has_typed_cells(client, room):
    freeze(room.session)
    sheet = opened(content(client.get("/tables/votes.xlsx?headings=keys"))).active
    head = [cell.value for cell in sheet[1]]
    first = dict(zip(head, (cell.value for cell in sheet[2]), strict=True))
    assert first["date"] == datetime.datetime(2026, 3, 11)  # noqa: DTZ001 (a day has no zone)
    assert (first["yes"], first["no"], first["invalid"]) == (5, 2, None)
    assert (first["title"], first["final"]) == ("Punkt 1", "yes")
    assert sheet.freeze_panes == "A2"


def test_line_breaks_and_odd_characters_survive(client, place):
    room = cast.session(place, items=1)
    text = "Erstens;\n„zweitens“ & <drittens>"
    Decision.objects.create(item=room.items[0], outcome="adopted", resolution=text)
    freeze(room.session)
    told = get(client, "decisions")[0]["resolution"]
    sheet = opened(content(client.get("/tables/decisions.xlsx?headings=keys"))).active
    column = [cell.value for cell in sheet[1]].index("resolution")
    assert "„zweitens“ & <drittens>" in told
    assert sheet[2][column].value == told


def test_a_text_that_no_cell_can_hold_says_that_it_was_cut_off_and_the_other_table_has_it(client, place):
    room = cast.session(place, items=1)
    text = "Es wird beschlossen. \U0001f333" * 2_000
    Decision.objects.create(item=room.items[0], outcome="adopted", resolution=text)
    freeze(room.session)
    told = get(client, "decisions")[0]["resolution"]
    sheet = opened(content(client.get("/tables/decisions.xlsx?headings=keys"))).active
    cell = sheet[2][[cell.value for cell in sheet[1]].index("resolution")].value
    assert told == text
    assert len(cell.encode("utf-16-le")) // 2 in (xlsx.LONGEST - 1, xlsx.LONGEST)
    assert re.fullmatch(r"(Es wird beschlossen\. \U0001f333)+.* \[cut off here, .* the CSV file has all of it\]", cell)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="In the memory of a test nobody writes while another reads.")
def test_what_is_withdrawn_while_a_table_is_written_is_whole_in_it(place, clerk, monkeypatch):
    monkeypatch.setattr("minutes.tables.writing._BATCH", 1)
    for number in (1, 2, 3):
        room = cast.session(place, number=number, items=1, members=("Kohl",))
        decide(room, 1)
        freeze(room.session)
    before = content(clerk.get("/tables/decisions.csv"))
    pieces = iter(clerk.get("/tables/decisions.csv").streaming_content)
    told = [next(pieces), next(pieces)]

    def withdraw_all() -> None:
        for publication in Publication.objects.all():
            publishing.withdraw(publication, by=publisher(), reason="Irrtum")
        connection.close()

    other = threading.Thread(target=withdraw_all)
    other.start()
    other.join()
    assert b"".join([*told, *pieces]) == before
    assert len(content(clerk.get("/tables/decisions.csv"))) < len(before)


def test_more_rows_than_a_sheet_takes_go_to_another_one(monkeypatch):
    monkeypatch.setattr(xlsx, "ROWS_OF_A_SHEET", 3)
    book = opened(b"".join(xlsx.write(["a"], [5], ([number] for number in range(5)))))
    assert [[row[0].value for row in sheet] for sheet in book] == [["a", 0, 1], ["a", 2, 3], ["a", 4]]


@pytest.mark.parametrize("form", list(tables.FORMATS))
def test_the_same_rows_are_the_same_bytes(client, room, form):
    freeze(room.session)
    first, second = (content(client.get(f"/tables/votes.{form}")) for _time in range(2))
    assert first == second


def test_headings_are_in_the_language_of_the_reader(client, room):
    freeze(room.session)
    assert "Majority needed" in content(client.get("/tables/votes.csv")).decode()
    assert content(client.get("/tables/votes.csv")).startswith(b"\xef\xbb\xbfBody;Committee;")


def test_asked_again_it_is_not_made_again(client, room):
    freeze(room.session)
    first = client.get("/tables/votes.csv")
    assert first["Cache-Control"] == "public, no-cache"
    again = client.get("/tables/votes.csv", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    freeze(room.session)
    assert client.get("/tables/votes.csv", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_a_question_for_the_head_makes_nothing(client, room, django_assert_max_num_queries):
    freeze(room.session)
    with django_assert_max_num_queries(2):
        head = client.head("/tables/votes.csv")
    assert (head.status_code, head.content) == (200, b"")


@pytest.mark.parametrize("sessions", [1, 5])
@pytest.mark.parametrize(("name", "queries"), [("decisions", 3), ("votes", 1), ("ballots", 1), ("attendance", 1)])
def test_the_number_of_queries_does_not_grow(place, django_assert_num_queries, sessions, name, queries):
    for number in range(1, sessions + 1):
        published_session(place, number)
    with django_assert_num_queries(queries):
        made = b"".join(tables.write(tables.TABLES[name], "csv", tables.Choice(), EVERYBODY))
    assert made.count(b"\r\n") == 1 + (2 * sessions if name in ("decisions", "votes") else 0)


@pytest.mark.parametrize("path", ["/decisions/", "/statistics/"])
def test_the_pages_offer_them_with_the_filter_in_force(client, room, path):
    freeze(room.session)
    page = client.get(f"{path}?committee={room.session.committee_id}").content.decode()
    assert f"/tables/votes.xlsx?committee={room.session.committee_id}" in page
    assert "audience=internal" not in page


def test_the_register_offers_the_clerk_the_whole_one(clerk, room):
    freeze(room.session)
    assert "/tables/decisions.csv?audience=internal" in clerk.get("/decisions/").content.decode()


def test_every_column_is_told_in_the_documentation():
    text = (settings.BASE_DIR / "docs" / "archive.md").read_text(encoding="utf-8")
    lines = [line.split("|")[1:3] for line in text.splitlines() if line.startswith("| `")]
    told = {
        (table, key)
        for keys, of in lines
        for key in re.findall(r"`(\w+)`", keys)
        for table in (NAMES if of.strip() == "all" else of.strip().split(", "))
    }
    assert {(table.name, column.key) for table in tables.TABLES.values() for column in table.columns} <= told


@pytest.mark.parametrize("name", NAMES)
def test_a_workbook_is_one_by_its_standard(room, name, tmp_path):
    freeze(room.session)
    path = tmp_path / "table.xlsx"
    path.write_bytes(b"".join(tables.write(tables.TABLES[name], "xlsx", tables.Choice(), EVERYBODY)))
    result = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(path)
    # What it calls semantic is how Excel would write the file itself: shared strings, and a theme.
    assert [str(error) for error in result.errors if "[semantic]" not in str(error)] == []
