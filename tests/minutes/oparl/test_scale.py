"""A part of the invented county through OParl: every list, whole, and a rebuild that finds it as it was loaded."""

import pytest
from django.conf import settings
from django.db import transaction

from minutes import projection
from minutes.models import OparlObject
from minutes.scale import loading
from tests.minutes.oparl import api

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module")
def county(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        loading.load(4)
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def lists(county, django_db_blocker) -> dict[str, list[dict]]:
    with django_db_blocker.unblock():
        [body] = api.get("/oparl/v1.1/bodies")["data"]
        return {kind: api.listed(body[field]) for field, kind in api.LISTS.items()}


def test_every_object_of_every_list_is_valid(lists):
    rows = [row for found in lists.values() for row in found]
    found = {problem for row in rows for data in (row, *api.children(row)) for problem in api.problems(data)}
    assert found == set()


def test_nothing_is_missing(lists):
    assert (len(lists["Meeting"]), len(lists["AgendaItem"]), len(lists["Paper"])) == (4, 120, 4)
    assert sum(len(row.get("agendaItem", ())) for row in lists["Meeting"]) == 120
    assert all(row["participant"] for row in lists["Meeting"])


def test_every_reference_leads_to_an_object_of_a_list(lists):
    known = {row["id"] for found in lists.values() for row in found}
    kinds = ("organization/", "person/", "meeting/", "agenda-item/", "paper/", "consultation/", "membership/")
    named = {
        text
        for found in lists.values()
        for row in found
        for text in api.strings(row)
        if text.startswith(tuple(f"{settings.SITE_URL}/oparl/v1.1/{kind}" for kind in kinds))
        and not text.endswith(("/meetings", "/consultations"))
    }
    assert named - known == set()


def test_a_roll_call_has_a_ballot_for_each_count(lists):
    votes = [vote for row in lists["AgendaItem"] for vote in row.get("gremia:votes", ())]
    called = [vote for vote in votes if vote["form"] == "roll_call"]
    assert called
    for vote in called:
        options = [row["option"] for row in vote["votes"]]
        assert {row["option"]: row["value"] for row in vote["counts"] if row["value"]} == {
            option: options.count(option) for option in set(options)
        }


def test_a_rebuild_finds_it_as_it_was_loaded(county):
    def contents() -> list:
        rows = OparlObject.objects.order_by("path", "visible_from").values()
        return [{name: value for name, value in row.items() if name != "id"} for row in rows]

    before = contents()
    projection.rebuild()
    assert contents() == before
