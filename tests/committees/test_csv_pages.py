"""Pages of the import and export of members."""

import pytest

from committees.models import Membership, Person
from tests import cast
from tests.committees.files import upload
from tests.committees.pages import errors, url

GOOD = b"Nachname;Vorname;Von\nNeu;Eva;01.01.2026\n"
BAD = b"Nachname;Vorname;Von\nNeu;Eva;01.01.2026\nAlt;Uwe;gestern\n"


def preview(browser, place, content):
    return browser.post(url("member-import", place.committee.pk), {"file": upload("liste.csv", content)})


def confirm(browser, place, sealed):
    return browser.post(url("member-import-confirm", place.committee.pk), {"sealed": sealed})


def test_the_dry_run_shows_what_would_change_and_stores_nothing(clerk, place):
    response = preview(clerk, place, GOOD)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Neu, Eva" in page
    assert "neue Person" in page
    assert "01.01.2026" in page
    assert not Person.objects.exists()


def test_the_confirmed_dry_run_is_stored(clerk, place):
    response = confirm(clerk, place, preview(clerk, place, GOOD).context["sealed"])
    assert response.url == url("committee-detail", place.committee.pk)
    assert Membership.objects.get().person.last_name == "Neu"


def test_a_wrong_line_is_named_and_nothing_can_be_confirmed(clerk, place):
    response = preview(clerk, place, BAD)
    assert response.status_code == 422
    page = response.content.decode()
    assert "Zeile 3, Alt, Uwe: Von: „gestern“ ist kein Datum." in page
    assert 'name="sealed"' not in page
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    "content", [b"", b"\x00", b"PK\x03\x04\x00", b"Name\nx\n", "Nachname;Von\nx;y\n".encode("utf-16")]
)
def test_a_file_that_is_no_list_is_refused_at_the_field(clerk, place, content):
    response = preview(clerk, place, content)
    assert response.status_code == 422
    assert list(errors(response)) == ["file"]


def test_without_a_file_the_field_says_so(clerk, place):
    response = clerk.post(url("member-import", place.committee.pk))
    assert response.status_code == 422
    assert list(errors(response)) == ["file"]


def test_a_file_that_changes_nothing_offers_no_button(clerk, place):
    cast.member(place, "Lütke")
    exported = clerk.get(url("member-export", place.committee.pk)).content
    page = preview(clerk, place, exported).content.decode()
    assert "Es gibt nichts zu übernehmen." in page
    assert 'name="sealed"' not in page


def test_what_changed_in_between_is_shown_again(clerk, place):
    sealed = preview(clerk, place, GOOD).context["sealed"]
    Person.objects.create(first_name="Eva", last_name="Neu")
    response = confirm(clerk, place, sealed)
    assert response.status_code == 409
    assert not Membership.objects.exists()
    assert confirm(clerk, place, response.context["sealed"]).status_code == 302


@pytest.mark.parametrize(
    "change", [lambda text: "", lambda text: "x" + text[1:], lambda text: text[:-1], lambda text: "ß"]
)
def test_a_forged_confirmation_is_refused(clerk, place, change):
    response = confirm(clerk, place, change(preview(clerk, place, GOOD).context["sealed"]))
    assert response.status_code == 422
    assert list(errors(response)) == ["file"]
    assert not Person.objects.exists()


def test_a_dry_run_holds_for_its_user_and_its_committee_only(clerk, admin, place):
    sealed = preview(clerk, place, GOOD).context["sealed"]
    assert confirm(admin, place, sealed).status_code == 422
    elsewhere = cast.county("other")
    own = preview(admin, place, GOOD).context["sealed"]
    assert confirm(admin, elsewhere, own).status_code == 422
    assert not Person.objects.exists()


def test_an_old_dry_run_has_expired(clerk, place, monkeypatch):
    sealed = preview(clerk, place, GOOD).context["sealed"]
    monkeypatch.setattr("committees.forms.member_import._MAX_AGE", -1)
    response = confirm(clerk, place, sealed)
    assert response.status_code == 422
    assert "abgelaufen" in errors(response)["file"][0]


def test_the_export_is_a_file_for_german_spreadsheets(clerk, place):
    cast.member(place, "Lütke")
    response = clerk.get(url("member-export", place.committee.pk))
    assert response["Content-Disposition"] == 'attachment; filename="IntA-mitglieder.csv"'
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbfNr.;Titel;")


def test_the_template_has_the_headings_alone(clerk, place):
    lines = clerk.get(url("member-template", place.committee.pk)).content.decode("utf-8-sig").splitlines()
    assert len(lines) == 1
    assert "Nachname;" in lines[0]


@pytest.mark.parametrize("count", [1, 4])
def test_the_export_asks_the_same_for_few_and_many(clerk, place, django_assert_num_queries, count):
    for number in range(count):
        cast.member(place, f"Mitglied{number}")
    with django_assert_num_queries(6):
        clerk.get(url("member-export", place.committee.pk))


def test_nobody_else_imports_or_exports(other_clerk, readers, client, place):
    names = ("member-import", "member-export", "member-template")
    for browser in (other_clerk, *readers):
        assert {browser.get(url(name, place.committee.pk)).status_code for name in names} == {404}
        assert preview(browser, place, GOOD).status_code == 404
        assert confirm(browser, place, "x").status_code == 404
    assert {client.get(url(name, place.committee.pk)).status_code for name in names} == {302}
