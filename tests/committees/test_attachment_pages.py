"""Downloads and annexes: closed by default, never shown under the site's address, in the order of the minutes."""

import pytest
from django.test import Client

from committees.models import Attachment, Paper
from tests import cast
from tests.committees.files import pdf, upload
from tests.committees.pages import errors, url


@pytest.fixture
def room(place):
    return cast.session(place)


@pytest.fixture
def annex(room):
    return Attachment.objects.create(session=room.session, title="Präsentation", file=pdf(), is_public=True)


@pytest.fixture
def file(place):
    paper = Paper.objects.create(body=place.body, reference="SV-11-0612", title="x", is_public=True)
    return Attachment.objects.create(paper=paper, title="Konzept/Entwurf", file=pdf(), is_public=True)


def download(browser, attachment):
    """The status of a download, read to its end: so the file is closed, and the connection is not."""
    response = browser.get(url("attachment", attachment.pk))
    assert not response.streaming or b"".join(response.streaming_content)
    return response.status_code


def test_a_download_is_saved_and_never_shown(clerk, file):
    response = clerk.get(url("attachment", file.pk))
    assert b"".join(response.streaming_content).startswith(b"%PDF-")
    assert response["Content-Disposition"] == 'attachment; filename="Konzept-Entwurf.pdf"'
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in response["Cache-Control"]
    assert clerk.post(url("attachment", file.pk)).status_code == 405


def test_a_name_with_umlauts_survives(clerk, annex):
    assert "filename*=utf-8''Pr%C3%A4sentation.pdf" in clerk.get(url("attachment", annex.pk))["Content-Disposition"]


def test_files_of_papers_are_for_those_who_record(clerk, admin, other_clerk, readers, client, file):
    def status(browser):
        return download(browser, file)

    assert [status(browser) for browser in (clerk, admin)] == [200, 200]
    assert {status(browser) for browser in (other_clerk, *readers)} == {404}
    assert status(client) == 302


def test_annexes_are_for_those_who_read_the_draft(clerk, admin, other_clerk, readers, client, annex):
    def status(browser):
        return download(browser, annex)

    chair, *others = readers
    assert [status(browser) for browser in (clerk, admin, chair)] == [200, 200, 200]
    assert {status(browser) for browser in (other_clerk, *others)} == {404}
    assert status(client) == 302


def test_only_who_records_changes_annexes(other_clerk, readers, room, annex):
    pages = [
        url("session-annexes", room.session.pk),
        url("annex-create", room.session.pk),
        url("attachment-edit", annex.pk),
        url("attachment-delete", annex.pk),
    ]
    for browser in (other_clerk, *readers):
        assert {browser.get(page).status_code for page in pages} == {404}
        assert {browser.post(page).status_code for page in (*pages, url("attachment-move", annex.pk))} == {404}
    assert Attachment.objects.filter(pk=annex.pk).exists()


def test_an_annex_on_paper_or_a_lost_file_is_no_server_error(clerk, room, annex):
    on_paper = Attachment.objects.create(session=room.session, title="Karte")
    assert clerk.get(url("attachment", on_paper.pk)).status_code == 404
    annex.file.storage.delete(annex.file.name)
    assert clerk.get(url("attachment", annex.pk)).status_code == 404
    assert clerk.get(url("attachment", 999999)).status_code == 404


def test_an_annex_with_a_file_belongs_to_an_item(clerk, room):
    data = {
        "file": pdf("Vortrag.pdf"),
        "item": room.items[1].pk,
        "note": "nur dem Original beigefügt",
        "is_public": "on",
    }
    response = clerk.post(url("annex-create", room.session.pk), data)
    row = Attachment.objects.get()
    assert response.url == url("session-annexes", room.session.pk)
    assert (row.title, row.item, row.is_public) == ("Vortrag", room.items[1], True)
    page = clerk.get(response.url).content.decode()
    assert "TOP 2 · nur dem Original beigefügt" in page


def test_an_annex_may_exist_on_paper_only_but_needs_a_name(clerk, room):
    page = url("annex-create", room.session.pk)
    assert errors(clerk.post(page, {"title": ""})) == {"title": ["Geben Sie an, was es ist."]}
    assert clerk.post(page, {"title": "Karte"}).status_code == 302
    assert not Attachment.objects.get().file


def test_an_annex_of_a_non_public_item_is_not_public(clerk, room):
    room.items[2].is_public = False
    room.items[2].save()
    data = {"title": "Karte", "item": room.items[2].pk, "is_public": "on"}
    response = clerk.post(url("annex-create", room.session.pk), data)
    assert response.status_code == 422
    assert list(errors(response)) == ["is_public"]


def test_an_annex_belongs_to_an_item_of_its_session(clerk, place, room):
    elsewhere = cast.session(place, number=2)
    response = clerk.post(url("annex-create", room.session.pk), {"title": "Karte", "item": elsewhere.items[0].pk})
    assert list(errors(response)) == ["item"]


@pytest.mark.parametrize("item", ["", "x", "7"])
def test_a_broken_proposal_of_an_item_is_ignored(clerk, room, item):
    assert clerk.get(url("annex-create", room.session.pk), {"item": item}).status_code == 200


def test_the_pages_return_to_where_the_user_came_from(clerk, room, annex):
    page = f"{url('attachment-edit', annex.pk)}?next=/sessions/{room.session.pk}/"
    assert clerk.post(page, {"title": "Neu", "is_public": "on"}).url == f"/sessions/{room.session.pk}/"
    page = f"{url('attachment-delete', annex.pk)}?next=//example.com/"
    assert clerk.post(page).url == url("session-annexes", room.session.pk)
    assert not Attachment.objects.exists()


def test_a_false_file_is_refused_when_it_replaces_another(clerk, annex):
    response = clerk.post(url("attachment-edit", annex.pk), {"title": "Neu", "file": upload("x.pdf", b"<html>")})
    assert response.status_code == 422
    annex.refresh_from_db()
    assert annex.title == "Präsentation"


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_of_annexes_asks_the_same_for_few_and_many(clerk, room, django_assert_num_queries, count):
    for number in range(count):
        Attachment.objects.create(session=room.session, title=f"Anlage {number}", item=room.items[0])
    with django_assert_num_queries(7):
        clerk.get(url("session-annexes", room.session.pk))


def test_a_form_without_its_token_is_refused(place, file):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(cast.user("clerk", place.committee))
    assert browser.post(url("attachment-delete", file.pk)).status_code == 403
