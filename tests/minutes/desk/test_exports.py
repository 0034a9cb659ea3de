"""The pages of exports."""

import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.test import Client
from django.utils import timezone

from committees import audit
from committees.models import AuditEvent
from minutes import documents
from minutes.bulk import claims, folder
from minutes.models import ExportJob
from tests import cast
from tests.clock import stand_at
from tests.elements import elements
from tests.minutes.bulk.exports import ask, files, made
from tests.minutes.desk.pages import url
from tests.publications import freeze

CHOICE = {"committee": "", "period": "this_year", "kinds": ["minutes"], "format": "json", "audience": "public"}


@pytest.fixture(autouse=True)
def today(monkeypatch, settings, tmp_path):
    settings.EXPORTS_ROOT = tmp_path
    stand_at(monkeypatch, datetime.date(2026, 6, 1))


@pytest.fixture
def room(place) -> cast.Room:
    found = cast.session(place, number=1)
    freeze(found.session)
    return found


@pytest.fixture
def person(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def clerk(client, person) -> Client:
    client.force_login(person)
    return client


@pytest.fixture
def admin(db) -> Client:
    browser = Client()
    browser.force_login(cast.user("admin"))
    return browser


def post(browser: Client, **changes):
    return browser.post(url("export-create"), {**CHOICE, **changes})


def errors(response) -> dict:
    assert response.status_code == 422
    return response.context["form"].errors


# A new one


def test_the_form_offers_the_own_committees_and_what_can_be_made(clerk, place, room):
    cast.county("other")
    form = elements(clerk.get(url("export-create")))
    committees = [attrs["value"] for attrs in form.all("option")]
    assert committees == ["", str(place.committee.pk)]
    assert [attrs["value"] for attrs in form.all("input", name="kinds")] == list(documents.KINDS)
    assert [attrs["value"] for attrs in form.all("input", name="format")] == list(documents.FORMATS)


def test_it_leads_to_the_page_of_the_export_and_does_not_begin_it(clerk, place, room, person):
    response = post(clerk, committee=place.committee.pk)
    job = ExportJob.objects.get()
    assert response.headers["Location"] == job.get_absolute_url()
    assert (job.owner, job.state, job.total, job.done) == (person, "queued", 1, 0)
    assert list(job.committees.all()) == [place.committee]
    assert files() == []


def test_all_committees_are_those_of_the_day_on_which_it_was_asked_for(clerk, place, room, person):
    post(clerk)
    person.committees.add(cast.county("other").committee)
    assert list(ExportJob.objects.get().committees.all()) == [place.committee]


@pytest.mark.parametrize(
    ("choice", "period"),
    [
        ({"period": "this_year"}, ("2026-01-01", "2026-12-31")),
        ({"period": "last_year"}, ("2025-01-01", "2025-12-31")),
        ({"period": "days", "since": "2026-02-01", "until": "2026-03-31"}, ("2026-02-01", "2026-03-31")),
    ],
)
def test_the_period_is_a_year_or_a_few_days(clerk, place, room, choice, period):
    cast.session(place, number=9, date=cast.TERM_START, year=2025)
    post(clerk, **choice)
    job = ExportJob.objects.get()
    assert (job.since.isoformat(), job.until.isoformat()) == period


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"kinds": []}, {"kinds"}),
        ({"kinds": ["poem"]}, {"kinds"}),
        ({"format": "doc"}, {"format"}),
        ({"audience": "all"}, {"audience"}),
        ({"period": "days"}, {"since", "until"}),
        ({"period": "days", "since": "2026-03-02", "until": "2026-03-01"}, {"until"}),
        ({"period": "days", "since": "gestern", "until": "2026-03-01"}, {"since"}),
        ({"period": "last_year"}, {"__all__"}),
        ({"kinds": ["nonpublic"], "audience": "public"}, {"kinds"}),
    ],
)
def test_a_wrong_choice_is_said_at_its_field(clerk, room, wrong, fields):
    assert set(errors(post(clerk, **wrong))) == fields
    assert not ExportJob.objects.exists()


def test_another_committee_can_not_be_chosen(clerk, room):
    other = cast.county("other")
    freeze(cast.session(other).session)
    assert set(errors(post(clerk, committee=other.committee.pk))) == {"committee"}


# Its page


def test_it_is_made_when_its_page_asks_for_it(clerk, place, room, person):
    job = ask(person, place.committee)
    page = elements(clerk.get(job.get_absolute_url()))
    assert page.all("form", action=url("export-run", job.pk))
    assert page.all("progress", value="0", max="1")
    response = clerk.post(url("export-run", job.pk))
    assert response.headers["Location"] == job.get_absolute_url()
    job.refresh_from_db()
    assert job.state == "done"
    page = elements(clerk.get(job.get_absolute_url()))
    assert page.all("a", href=url("export-download", job.pk))
    assert not page.all("progress")


def test_it_tells_scripts_how_far_it_is(clerk, place, room, person):
    job = ask(person, place.committee, state="running", claim="somebody", done=37, total=200)
    clerk.cookies["django_language"] = "en"
    state = clerk.get(url("export-state", job.pk)).json()
    assert (state["text"], state["done"], state["total"]) == ("37 of 200", 37, 200)
    assert (state["is_over"], state["waits"]) == (False, False)
    ExportJob.objects.update(heartbeat=timezone.now() - datetime.timedelta(minutes=2))
    assert clerk.get(url("export-state", job.pk)).json()["waits"]


def test_a_script_that_asks_for_work_is_told_what_came_of_it(clerk, place, room, person):
    job = ask(person, place.committee)
    state = clerk.post(url("export-run", job.pk), headers={"Gremia-Fragment": "1"}).json()
    assert (state["state"], state["is_over"]) == ("done", True)


def test_it_names_what_is_missing(clerk, place, room, person):
    cast.session(place, number=2)
    job = made(ask(person, place.committee))
    page = clerk.get(job.get_absolute_url()).content.decode()
    assert "IntA/2/2026" in page
    assert job.problems[0]["sentence"] in page


def test_one_that_failed_says_why(clerk, place, person):
    cast.session(place, number=2)
    job = made(ask(person, place.committee))
    page = clerk.get(job.get_absolute_url())
    assert job.failure in page.content.decode()
    assert not elements(page).all("a", href=url("export-download", job.pk))


# Its archive


def test_the_archive_is_saved_under_its_name_and_not_kept_by_caches(clerk, place, room, person):
    job = made(ask(person, place.committee))
    response = clerk.get(url("export-download", job.pk))
    assert response["Content-Type"] == "application/zip"
    assert response["Content-Disposition"] == 'attachment; filename="IntA-2026-public.zip"'
    assert "no-store" in response["Cache-Control"]
    assert response.streaming
    assert "manifest.json" in ZipFile(BytesIO(response.getvalue())).namelist()


def test_before_it_is_done_there_is_none(clerk, place, room, person):
    job = ask(person, place.committee)
    assert clerk.get(url("export-download", job.pk)).status_code == 404


def test_an_archive_that_is_gone_is_not_found(clerk, place, room, person):
    job = made(ask(person, place.committee))
    folder.Folder(job.pk).archive.unlink()
    assert clerk.get(url("export-download", job.pk)).status_code == 404


def test_whoever_lost_the_committee_can_not_download_it_any_more(clerk, admin, place, room, person):
    job = made(ask(person, place.committee, audience="internal"))
    assert clerk.get(url("export-download", job.pk)).status_code == 200
    person.committees.clear()
    assert clerk.get(url("export-download", job.pk)).status_code == 403
    assert admin.get(url("export-download", job.pk)).status_code == 403
    assert not elements(clerk.get(job.get_absolute_url())).all("a", href=url("export-download", job.pk))


@pytest.mark.parametrize("role", ["reader", "councillor", "chair"])
def test_whoever_is_no_clerk_any_more_gets_nothing(clerk, place, room, person, role):
    job = made(ask(person, place.committee))
    type(person).objects.update(role=role)
    for name in ("export-detail", "export-state", "export-download"):
        assert clerk.get(url(name, job.pk)).status_code == 404
    assert clerk.get(url("export-list")).status_code == 403


def test_another_clerk_of_the_committee_does_not_see_it(clerk, place, room):
    job = made(ask(cast.user("clerk", place.committee, person=cast.member(place, "Zweite").person), place.committee))
    for name in ("export-detail", "export-state", "export-download", "export-cancel", "export-delete"):
        assert clerk.get(url(name, job.pk)).status_code == 404
    assert clerk.post(url("export-run", job.pk)).status_code == 404


def test_an_administrator_fetches_it_and_the_audit_chain_says_so(clerk, admin, place, room, person):
    job = made(ask(person, place.committee))
    clerk.get(url("export-download", job.pk))
    assert not AuditEvent.objects.filter(act="export_fetched").exists()
    assert admin.get(url("export-download", job.pk)).status_code == 200
    event = AuditEvent.objects.get(act="export_fetched")
    assert (event.actor.role, event.subject, audit.facts_of(event)) == (
        "admin",
        audit.label(job),
        {"sha256": job.sha256},
    )


# Cancelling and deleting


def test_cancelling_asks_first(clerk, place, room, person):
    job = ask(person, place.committee)
    assert clerk.get(url("export-cancel", job.pk)).status_code == 200
    job.refresh_from_db()
    assert job.state == "queued"
    clerk.post(url("export-cancel", job.pk))
    job.refresh_from_db()
    assert job.state == "cancelled"
    clerk.post(url("export-run", job.pk))
    job.refresh_from_db()
    assert (job.state, files()) == ("cancelled", [])


def test_cancelled_between_two_pieces_its_folder_is_removed(clerk, place, room, person):
    job = ask(person, place.committee)
    claims.take(job.pk, ExportJob).release()
    folder.Folder(job.pk).open()
    clerk.post(url("export-cancel", job.pk))
    assert not folder.Folder(job.pk).path.exists()


def test_what_is_done_stays_when_it_is_cancelled_too_late(clerk, place, room, person):
    job = made(ask(person, place.committee))
    clerk.post(url("export-cancel", job.pk))
    job.refresh_from_db()
    assert (job.state, files()) == ("done", [job.file])


def test_deleting_asks_first_and_removes_the_archive(clerk, place, room, person):
    job = made(ask(person, place.committee))
    assert clerk.get(url("export-delete", job.pk)).status_code == 200
    assert files() == [job.file]
    assert clerk.post(url("export-delete", job.pk)).headers["Location"] == url("export-list")
    assert (files(), ExportJob.objects.count()) == ([], 0)


# The list


def test_it_lists_the_own_ones(clerk, place, room, person):
    own = made(ask(person, place.committee))
    other = ask(cast.user("admin"), place.committee)
    page = elements(clerk.get(url("export-list"), {"whose": "all"}))
    assert page.all("a", href=own.get_absolute_url())
    assert not page.all("a", href=other.get_absolute_url())


def test_administrators_see_those_of_everybody_where_they_ask(admin, place, room, person):
    other = ask(person, place.committee)
    assert not elements(admin.get(url("export-list"))).all("a", href=other.get_absolute_url())
    page = admin.get(url("export-list"), {"whose": "all"})
    assert elements(page).all("a", href=other.get_absolute_url())
    assert person.email in page.content.decode()


def test_an_empty_list_says_so(clerk):
    assert elements(clerk.get(url("export-list"))).all("a", href=url("export-create"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_takes_the_same_queries_for_any_length(clerk, place, room, person, rows, django_assert_num_queries):
    for _row in range(rows):
        made(ask(person, place.committee))
    with django_assert_num_queries(7):
        clerk.get(url("export-list"))


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_problems(
    clerk, place, room, person, rows, django_assert_num_queries
):
    for number in range(2, rows + 2):
        cast.session(place, number=number)
    job = made(ask(person, place.committee))
    with django_assert_num_queries(8):
        clerk.get(job.get_absolute_url())
