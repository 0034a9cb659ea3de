"""The whole demo through OParl: every object and list passes the schemas of the standard, and every link leads on."""

import hashlib

import pytest
from django.test import Client

from tests.minutes.oparl import api

pytestmark = pytest.mark.django_db
KINDS = sorted(api.schemas())


@pytest.fixture(scope="module")
def crawled(printed, django_db_blocker) -> api.Crawl:
    with django_db_blocker.unblock():
        return api.crawl()


@pytest.fixture
def everything(crawled, demo) -> api.Crawl:
    return crawled


def test_every_object_and_every_embedded_one_is_valid(everything):
    found = {problem for data in (*everything.objects.values(), *everything.embedded) for problem in api.problems(data)}
    assert found == set()


def test_there_are_objects_of_all_twelve_types(everything):
    assert len(KINDS) == 12
    assert [kind for kind in KINDS if not everything.of(kind)] == []


def test_an_object_says_the_address_that_it_has(everything):
    assert {url: data["id"] for url, data in everything.objects.items() if data["id"] != url} == {}


def test_an_embedded_object_says_what_it_says_by_itself(everything):
    for data in everything.embedded:
        alone = everything.objects[data["id"]]
        assert [(data["id"], name) for name in data if data[name] != alone.get(name)] == []


def test_only_the_parent_is_left_out_of_an_embedded_object(everything):
    back = {"meeting", "meetings", "agendaItem", "paper", "person", "body", "gremia:contributions"}
    for data in everything.embedded:
        assert everything.objects[data["id"]].keys() - data.keys() <= back


def test_every_list_of_the_body_holds_all_of_its_kind(everything):
    [body] = everything.of("Body")
    for field, kind in api.LISTS.items():
        ids = [row["id"] for row in api.listed(body[field])]
        assert len(ids) == len(set(ids))
        assert set(ids) == {row["id"] for row in everything.of(kind)}, kind


def test_pages_of_the_site_and_files_that_are_named_are_there(everything):
    browser = Client()
    wrong = {url: code for url in everything.beside if (code := browser.get(api.local(url)).status_code) != 200}
    assert everything.beside
    assert wrong == {}


def test_files_are_what_their_objects_say_and_are_shown_or_saved_as_asked(everything):
    browser = Client()
    for data in everything.of("File"):
        shown, saved = browser.get(api.local(data["accessUrl"])), browser.get(api.local(data["downloadUrl"]))
        assert not shown["Content-Disposition"].startswith("attachment")
        assert saved["Content-Disposition"].startswith("attachment; filename")
        for response in (shown, saved):
            assert response["Content-Type"].partition(";")[0] == data["mimeType"]
            assert len(response.content) == data["size"]
            assert hashlib.sha512(response.content).hexdigest() == data["sha512Checksum"]


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("AgendaItem", {"resolutionText", "result", "public", "consultation", "meeting", "order", "number"}),
        ("Meeting", {"participant", "resultsProtocol", "location", "organization", "start", "end", "agendaItem"}),
        ("Membership", {"onBehalfOf", "person", "organization", "role", "votingRight", "startDate"}),
        ("Paper", {"consultation", "mainFile", "reference", "paperType", "body"}),
        ("Consultation", {"meeting", "agendaItem", "organization", "paper"}),
        ("LegislativeTerm", {"startDate", "endDate", "body"}),
        ("File", {"meeting", "paper"}),
    ],
)
def test_what_other_servers_leave_empty_is_said(everything, kind, fields):
    said = {name for row in everything.of(kind) for name in row}
    assert fields - said == set()


def test_items_count_from_zero_without_a_gap(everything):
    for meeting in everything.of("Meeting"):
        orders = [item["order"] for item in meeting.get("agendaItem", ())]
        assert orders == list(range(len(orders)))


def test_a_meeting_says_how_far_it_is(everything):
    states = {row["meetingState"] for row in everything.of("Meeting")}
    assert {"durchgeführt", "eingeladen"} <= states
    for row in everything.of("Meeting"):
        assert ("resultsProtocol" in row) == (row["meetingState"] == "durchgeführt")


def test_votes_attendance_and_contributions_are_told_beside_the_standard(everything):
    items, meetings = everything.of("AgendaItem"), everything.of("Meeting")
    votes = [vote for item in items for vote in item.get("gremia:votes", ())]
    assert {"pass"} <= {vote.get("result") for vote in votes}
    assert {"yes", "no", "abstain"} <= {row["option"] for vote in votes for row in vote["counts"]}
    said = [row for item in items for row in item.get("gremia:contributions", ())]
    assert any(row.get("speaker") and row["text"] for row in said)
    present = [row for meeting in meetings for row in meeting.get("gremia:attendance", ())]
    assert {row["present"] for row in present} == {True, False}


def test_the_factions_and_the_council_are_told_from_committees(everything):
    kinds = {(row["organizationType"], row["classification"]) for row in everything.of("Organization")}
    assert kinds == {("Gremium", "Parlament"), ("Gremium", "Ausschuss"), ("Fraktion", "Fraktion")}


def test_committees_list_their_meetings_and_consultations(everything):
    for row in everything.of("Organization"):
        if row["organizationType"] == "Gremium":
            own = {meeting["id"] for meeting in everything.of("Meeting") if row["id"] in meeting["organization"]}
            assert {meeting["id"] for meeting in api.listed(row["meeting"])} == own


def test_embedded_lists_can_be_left_out(everything):
    [body] = everything.of("Body")
    for meeting in api.listed(body["meeting"] + "?omit_internal=true"):
        assert "agendaItem" not in meeting
        assert "location" in meeting


@pytest.mark.parametrize(
    ("name", "queries"),
    [
        ("organizations", 4),
        ("people", 5),
        ("meetings", 6),
        ("papers", 5),
        ("agenda-items", 6),
        ("consultations", 4),
        ("files", 4),
        ("locations", 4),
        ("legislative-terms", 4),
        ("memberships", 4),
    ],
)
def test_a_list_takes_as_many_queries_as_are_said_here(
    demo, name, queries, django_assert_num_queries, django_assert_max_num_queries
):
    url = f"/oparl/v1.1/body/LKM/{name}?modified_since=2000-01-01"
    with django_assert_num_queries(queries):
        api.get(url)
    for limit in (1, 3):
        # One less where nobody is named.
        with django_assert_max_num_queries(queries):
            api.get(f"{url}&limit={limit}")


@pytest.mark.parametrize(
    ("kind", "queries"),
    [
        ("System", 2),
        ("Body", 3),
        ("Organization", 2),
        ("Person", 3),
        ("Membership", 2),
        ("Meeting", 4),
        ("Paper", 3),
        ("Consultation", 2),
        ("File", 2),
        ("Location", 2),
        ("LegislativeTerm", 2),
    ],
)
def test_an_object_takes_few_queries(everything, kind, queries, django_assert_num_queries):
    # The largest one.
    row = max(everything.of(kind), key=lambda found: len(str(found)))
    with django_assert_num_queries(queries):
        api.get(row["id"])


def test_an_item_takes_five_queries_at_most(everything, django_assert_max_num_queries):
    row = max(everything.of("AgendaItem"), key=lambda found: len(str(found)))
    assert row["gremia:contributions"]
    with django_assert_max_num_queries(5):
        api.get(row["id"])
