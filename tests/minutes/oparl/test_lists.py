"""Lists: pages that stay apart while the list grows, filters in every spelling, rubbish."""

import datetime
import json

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from minutes import publishing
from tests import cast
from tests.minutes.oparl import api
from tests.publications import publisher

ITEMS = "/oparl/v1.1/body/lkm/agenda-items"
MEETINGS = "/oparl/v1.1/body/lkm/meetings"


@pytest.fixture(scope="module")
def county(django_db_setup, django_db_blocker):
    """Five published agendas of three items, made once; what a test changes is gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        place = cast.county()
        for number in range(1, 6):
            publishing.publish_agenda(cast.session(place, number=number).session, by=publisher())
        yield place
        transaction.set_rollback(True)


@pytest.fixture
def sessions(county, db) -> cast.County:
    return county


def keys(page: dict) -> list[str]:
    return [row["id"].rpartition("/")[2] for row in page["data"]]


def test_pages_hold_everything_once_forwards_and_backwards(sessions):
    page = api.get(f"{ITEMS}?limit=4")
    assert page["pagination"] == {"totalElements": 15, "elementsPerPage": 4, "totalPages": 4}
    assert "prev" not in page["links"]
    forwards = [keys(page)]
    while "next" in page["links"]:
        page = api.get(page["links"]["next"])
        forwards.append(keys(page))
    assert [len(found) for found in forwards] == [4, 4, 4, 3]
    assert len({key for found in forwards for key in found}) == 15
    backwards = [keys(page)]
    while "prev" in page["links"]:
        page = api.get(page["links"]["prev"])
        backwards.append(keys(page))
    assert [sorted(found) for found in reversed(backwards)] == [sorted(found) for found in forwards]


def test_what_is_published_meanwhile_moves_no_page(sessions):
    first = api.get(f"{ITEMS}?limit=4")
    rest = api.listed(first["links"]["next"])
    publishing.publish_agenda(cast.session(sessions, number=9).session, by=publisher())
    again = api.listed(first["links"]["next"])
    assert [row for row in again if row in rest] == rest
    assert not {row["id"] for row in again} & {row["id"] for row in first["data"]}


def test_the_filter_is_in_every_link(sessions):
    page = api.get(f"{ITEMS}?modified_since=2020-01-01&limit=4&omit_internal=1")
    page = api.get(page["links"]["next"])
    for url in page["links"].values():
        assert "modified_since=2020-01-01" in url
        assert "limit=4" in url
        assert "omit_internal=true" in url


@pytest.mark.parametrize(
    "form", ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%S.123Z", "%Y-%m-%dT%H:%M:%S%%2B00:00"]
)
@pytest.mark.parametrize("field", ["created", "modified"])
def test_a_moment_is_understood_in_every_spelling(sessions, form, field):
    yesterday, tomorrow = (
        (timezone.now() + datetime.timedelta(days=days)).astimezone(datetime.UTC).strftime(form) for days in (-1, 1)
    )
    for query, count in (
        (f"{field}_since={yesterday}", 5),
        (f"{field}_since={tomorrow}", 0),
        (f"{field}_until={yesterday}", 0),
        (f"{field}_until={tomorrow}", 5),
        (f"{field}_since={yesterday}&{field}_until={tomorrow}", 5),
    ):
        assert len(api.get(f"{MEETINGS}?{query}")["data"]) == count, query


def test_a_plus_that_was_not_encoded_is_understood(sessions):
    assert len(api.get(f"{MEETINGS}?modified_since=2020-01-01T00:00:00+01:00")["data"]) == 5


def test_the_moment_that_an_object_says_finds_it_from_both_sides(sessions):
    [row, *_others] = api.get(MEETINGS)["data"]
    moment = row["modified"].replace("+", "%2B")
    for field in ("modified_since", "modified_until", "created_since", "created_until"):
        assert row["id"] in {found["id"] for found in api.get(f"{MEETINGS}?{field}={moment}")["data"]}


def test_an_empty_window_is_an_empty_page(sessions):
    page = api.get(f"{MEETINGS}?modified_since=2999-01-01")
    assert (page["data"], page["pagination"]["totalElements"]) == ([], 0)
    assert page["links"].keys() == {"first", "self"}


@pytest.mark.parametrize("limit", ["100", "1000", "99999999999999999999999999", " 50 ", ""])
def test_a_large_limit_is_a_wish(sessions, limit):
    assert len(api.get(f"{ITEMS}?limit={limit}")["data"]) == 15


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=-1",
        "limit=viele",
        "limit=1.5",
        "limit=²",
        "modified_since=gestern",
        "modified_since=2026-13-01",
        "modified_since=2026-02-30T00:00:00Z",
        "modified_since=0001-01-01",
        "modified_since=9999-12-31T23:59:59-12:00",
        "created_until=20260101T000000" + "0" * 500,
        "created_since=%00",
        "omit_internal=vielleicht",
        "after=../../etc/passwd",
        "after=%F0%9F%92%A9",
        "after=1&before=2",
    ],
)
@pytest.mark.parametrize("path", [ITEMS, "/oparl/v1.1/bodies"])
def test_rubbish_is_refused_with_a_sentence(sessions, path, query):
    response = Client().get(f"{path}?{query}")
    data = json.loads(response.content)
    assert response.status_code == 400
    assert data["type"] == f"{api.TYPE}Error"
    assert data["message"].endswith(".")


@pytest.mark.parametrize("query", ["page=3", "modified_since=", "after=0", "before=zzz", "sort=name", "q=%FF"])
def test_what_means_nothing_here_harms_nothing(sessions, query):
    assert Client().get(f"{ITEMS}?{query}").status_code == 200
