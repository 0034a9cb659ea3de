"""How answers are sent: for every origin, compressed, again only if changed; and refusals that programs understand."""

import gzip
import json

import pytest
from django.db import transaction
from django.test import Client

from committees.models import AgendaItem
from minutes import announcing, publishing
from minutes.models import Publication
from tests import cast
from tests.minutes.oparl import api, worlds
from tests.publications import freeze, publisher

SYSTEM = "/oparl/v1.1/system"
MEETINGS = "/oparl/v1.1/body/lkm/meetings"


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Published minutes, made once; what a test changes is gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        place = cast.county()
        room = worlds.session_with_a_secret(place)
        announcing.publish_directory(place.committee, by=publisher())
        yield place, room, freeze(room.session)["public"]
        transaction.set_rollback(True)


@pytest.fixture
def place(world, db) -> cast.County:
    return world[0]


@pytest.fixture
def room(world, db) -> cast.Room:
    return world[1]


@pytest.fixture
def published(world, db) -> Publication:
    return world[2]


@pytest.fixture
def meeting(room, published) -> str:
    return f"/oparl/v1.1/meeting/{room.session.pk}"


@pytest.fixture(params=["system", "bodies", "list", "object"])
def url(request, meeting) -> str:
    return {"system": SYSTEM, "bodies": "/oparl/v1.1/bodies", "list": MEETINGS, "object": meeting}[request.param]


def test_the_licence_is_told_where_the_house_has_chosen_one(client, published, settings):
    assert "license" not in client.get(SYSTEM).json()
    settings.DATA_LICENSE = "https://www.govdata.de/dl-de/zero-2-0"
    data = client.get(SYSTEM).json()
    assert data["license"] == "https://www.govdata.de/dl-de/zero-2-0"
    assert api.problems(data) == []


def test_what_has_not_changed_is_not_sent_again(client, url):
    first = client.get(url)
    assert (first.status_code, first["Cache-Control"]) == (200, "no-cache")
    for headers in ({"If-None-Match": first["ETag"]}, {"If-Modified-Since": first["Last-Modified"]}):
        again = client.get(url, headers=headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again["ETag"] == first["ETag"]
        assert again["Access-Control-Allow-Origin"] == "*"
    assert client.get(url, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_list_is_not_made_again(client, published, django_assert_num_queries):
    first = client.get(MEETINGS)
    with django_assert_num_queries(2):
        assert client.get(MEETINGS, headers={"If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", [MEETINGS, None])
def test_what_has_changed_is_sent(client, meeting, published, path):
    url = path or meeting
    first = client.get(url)
    publishing.withdraw(published, by=publisher(), reason="Fehler")
    again = client.get(url, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 200
    assert again.content != first.content


def test_another_publication_leaves_an_object_as_it_was(client, meeting, place):
    first = client.get(meeting)
    publishing.publish_agenda(cast.session(place, number=2).session, by=publisher())
    assert client.get(meeting, headers={"If-None-Match": first["ETag"]}).status_code == 304


def test_answers_are_json_for_every_origin(client, url):
    response = client.get(url, headers={"Origin": "https://example.org"})
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies


def test_answers_are_compressed_for_whoever_asks(client, meeting):
    plain, packed = client.get(meeting), client.get(meeting, headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in plain
    assert packed["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in packed["Vary"]
    assert gzip.decompress(packed.content) == plain.content
    again = client.get(meeting, headers={"Accept-Encoding": "gzip", "If-None-Match": packed["ETag"]})
    assert again.status_code == 304


def test_the_head_is_that_of_the_whole(client, url):
    head, whole = client.head(url), client.get(url)
    assert (head.status_code, head.content) == (200, b"")
    assert head["ETag"] == whole["ETag"]


def test_browsers_may_ask_what_is_allowed(client, url):
    response = client.options(url, headers={"Origin": "https://example.org", "Access-Control-Request-Method": "GET"})
    assert response.status_code == 204
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Access-Control-Allow-Methods"] == response["Allow"] == "GET, HEAD, OPTIONS"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(url, method):
    response = getattr(Client(enforce_csrf_checks=True), method)(url)
    assert response.status_code == 405
    assert json.loads(response.content)["type"] == f"{api.TYPE}Error"


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "meeting/1",
        "meeting/00000000-0000-0000-0000-000000000000",
        "meeting/%00",
        "meeting/" + "9" * 500,
        "body/nowhere",
        "body/nowhere/meetings",
        "body/lkm/nothing",
        "organization/0/meetings",
        "organization/0",
        "file/1/access",
        "file/1/download",
        "system/nothing",
        "person/lkm-0",
    ],
)
def test_where_nothing_is_a_program_is_told_so(client, published, path):
    response = client.get(f"/oparl/v1.1/{path}")
    assert response.status_code == 404
    assert response["Access-Control-Allow-Origin"] == "*"
    assert json.loads(response.content)["message"]


def test_each_thing_has_one_address(client, url):
    response = client.get(f"{url}/?limit=3")
    assert response.status_code == 301
    assert api.local(response["Location"]) == f"{url}?limit=3"


def test_the_beginning_of_all_addresses_leads_to_the_system(client, db):
    for path in ("/oparl/", "/oparl/v1.1/"):
        assert api.local(client.get(path)["Location"]) == SYSTEM


def test_who_is_logged_in_reads_what_everybody_reads(client, meeting):
    admin = Client()
    admin.force_login(cast.user("admin"))
    assert admin.get(meeting).content == client.get(meeting).content


def test_the_host_of_addresses_is_that_of_the_settings(client, meeting, settings):
    settings.SITE_URL = "https://ratsinfo.example.org/"
    data = json.loads(client.get(meeting, headers={"Host": "testserver"}).content)
    assert data["id"] == f"https://ratsinfo.example.org{meeting}"
    assert {text for text in api.strings(data) if "127.0.0.1" in text} == set()


def test_a_file_is_shown_without_anything_that_it_could_do(client, room, published):
    file = api.get(f"/oparl/v1.1/file/{room.session.pk}-minutes")
    response = client.get(f"/oparl/v1.1/file/{room.session.pk}-minutes/access")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Content-Disposition"].startswith("inline")
    assert len(response.content) == file["size"]
    again = client.get(api.local(file["downloadUrl"]), headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


def test_what_somebody_wrote_is_no_address(client, place):
    room = cast.session(place, number=2)
    AgendaItem.objects.filter(pk=room.items[0].pk).update(title="Mark \ue000 and \ue001lkm-1 and <b>&amp;")
    publishing.publish_agenda(room.session, by=publisher())
    [item, *_others] = api.get(f"/oparl/v1.1/meeting/{room.session.pk}")["agendaItem"]
    assert item["name"] == "Mark  and lkm-1 and <b>&amp;"
