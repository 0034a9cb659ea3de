"""The archive of a committee's year."""

import hashlib
import json
import zipfile
from io import BytesIO

import pytest

from tests import cast
from tests.publications import PDF, freeze

URL = "/minutes/export/"


@pytest.fixture
def admin(client, db):
    client.force_login(cast.user("admin"))
    return client


@pytest.fixture
def year(place):
    """Two published sessions of 2026, one draft, one of 2025."""
    for number, fields in enumerate(({}, {}, {"date": cast.TERM_START, "year": 2025}), start=1):
        freeze(cast.session(place, number=number, **fields).session)
    cast.session(place, number=9)
    return place.committee


def choice(of, **more) -> dict:
    return {"committee": of.pk, "year": 2026, "audience": "public", **more}


def unpack(response) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(response.content))


def test_the_page_asks_for_committee_and_year(admin, year):
    response = admin.get(URL)
    assert response.status_code == 200
    assert "Integrationsausschuss" in response.content.decode()


def test_the_archive_holds_the_published_minutes_of_that_year(admin, year):
    response = admin.get(URL, choice(year))
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == 'attachment; filename="IntA-2026-public.zip"'
    assert unpack(response).namelist() == ["IntA-1-2026.pdf", "IntA-2-2026.pdf", "manifest.json"]


def test_the_manifest_gives_the_hash_of_each_file(admin, year):
    archive = unpack(admin.get(URL, choice(year)))
    for entry in json.loads(archive.read("manifest.json")):
        assert hashlib.sha256(archive.read(entry["file"])).hexdigest() == entry["sha256"]
        assert entry["audience"] == "public"


def test_the_audience_is_chosen(admin, year):
    response = admin.get(URL, choice(year, audience="internal"))
    assert unpack(response).read("IntA-1-2026.pdf") == PDF + b"internal"
    assert "IntA-2026-internal.zip" in response["Content-Disposition"]
    assert unpack(admin.get(URL, choice(year))).read("IntA-1-2026.pdf") == PDF + b"public"


def test_the_same_publications_give_the_same_bytes(admin, year):
    assert admin.get(URL, choice(year)).content == admin.get(URL, choice(year)).content


def test_of_a_session_published_twice_it_holds_the_last(admin, place, year):
    session = cast.session(place, number=4).session
    freeze(session)
    freeze(session)
    assert unpack(admin.get(URL, choice(year))).namelist().count("IntA-4-2026.pdf") == 1


def test_a_year_without_minutes_is_said_not_packed(admin, year):
    response = admin.get(URL, choice(year, year=2024))
    assert response.status_code == 422
    assert "wurden keine Niederschriften dieses Gremiums" in response.content.decode()
    assert 'value="2024"' in response.content.decode()


@pytest.mark.parametrize("wrong", [{"year": "x"}, {"year": ""}, {"committee": 0}, {"audience": "all"}])
def test_a_wrong_choice_is_said_at_its_field(admin, year, wrong):
    response = admin.get(URL, choice(year, **wrong))
    assert response.status_code == 422
    assert set(response.context["form"].errors) == set(wrong)


@pytest.mark.parametrize("role", ["clerk", "chair", "councillor", "reader"])
def test_it_is_for_administrators(client, year, role):
    client.force_login(cast.user(role, year))
    assert client.get(URL).status_code == 403
    assert client.get(URL, choice(year)).status_code == 403


@pytest.mark.parametrize("rows", [1, 3])
def test_it_takes_the_same_queries_for_any_number(admin, place, rows, django_assert_num_queries):
    for number in range(1, rows + 1):
        freeze(cast.session(place, number=number).session)
    with django_assert_num_queries(6):
        assert admin.get(URL, choice(place.committee)).status_code == 200
