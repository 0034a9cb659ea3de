"""Pages of papers and of their files."""

import datetime

import pytest

from committees.models import Attachment, Paper
from tests import cast
from tests.committees.files import FALSE, pdf, upload
from tests.committees.pages import errors, url

ENTRIES = {"reference": "SV-11-0001", "title": "Konzept", "kind": "proposal", "date": "2026-02-01", "originator": ""}


@pytest.fixture
def paper(place):
    return Paper.objects.create(body=place.body, reference="SV-11-0612", title="Integrationskonzept")


def test_papers_are_found_by_number_and_title(clerk, place, paper):
    Paper.objects.create(body=place.body, reference="SV-11-0700", title="Haushalt 2027")

    def found(query):
        return [row.reference for row in clerk.get(url("paper-list"), {"q": query}).context["page"]]

    assert found("0612") == ["SV-11-0612"]
    assert found("haushalt SV-11") == ["SV-11-0700"]
    assert found("Schule") == []
    assert len(found("")) == 2


def test_the_newest_paper_stands_first(clerk, place, paper):
    for number, day in enumerate((1, 9, 5)):
        date = datetime.date(2026, 1, day)
        Paper.objects.create(body=place.body, reference=f"SV-1-000{number}", title="x", date=date)
    days = [row.date.day for row in clerk.get(url("paper-list")).context["page"] if row.date]
    assert days == [9, 5, 1]


@pytest.mark.parametrize("count", [1, 4])
def test_the_list_asks_the_same_for_few_and_many(clerk, place, django_assert_num_queries, count):
    for number in range(count):
        row = Paper.objects.create(body=place.body, reference=f"SV-11-100{number}", title="x")
        Attachment.objects.create(paper=row, title="Datei")
    with django_assert_num_queries(6):
        clerk.get(url("paper-list"))


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_of_a_paper_asks_the_same_for_few_and_many(clerk, place, paper, django_assert_num_queries, count):
    items = cast.session(place, items=count).items
    for item in items:
        item.papers.add(paper)
        Attachment.objects.create(paper=paper, title="Datei")
    with django_assert_num_queries(7):
        assert "IntA/1/2026" in clerk.get(url("paper-detail", paper.pk)).content.decode()


def test_a_new_paper_is_not_public(clerk, place):
    response = clerk.post(url("paper-create"), {"body": place.body.pk, **ENTRIES})
    paper = Paper.objects.get()
    assert response.url == url("paper-detail", paper.pk)
    assert (paper.reference, paper.is_public) == ("SV-11-0001", False)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("reference", "0612/2026", "Muster"),
        ("reference", "SV-11-0612", "gibt es schon"),
        ("reference", "", "erforderlich"),
        ("title", " ", "erforderlich"),
        ("date", "irgendwann", "gültiges Datum"),
    ],
)
def test_a_wrong_entry_is_named_at_its_field(clerk, place, paper, field, value, sentence):
    response = clerk.post(url("paper-create"), {"body": place.body.pk, **ENTRIES, "originator": "Amt 40", field: value})
    assert response.status_code == 422
    assert set(errors(response)) == {field}
    assert sentence in errors(response)[field][0]
    assert 'value="Amt 40"' in response.content.decode()


def test_a_missing_number_is_one_mistake(clerk, place):
    place.body.profile.paper_number_pattern = r"SV-\d+-\d{4}"
    place.body.profile.save()
    response = clerk.post(url("paper-create"), {"body": place.body.pk, **ENTRIES, "reference": ""})
    assert len(errors(response)["reference"]) == 1


def test_the_papers_of_another_body_do_not_exist_for_a_clerk(other_clerk, readers, place, paper):
    pages = [url(name, paper.pk) for name in ("paper-detail", "paper-edit", "paper-delete", "attachment-create")]
    for browser in (other_clerk, *readers):
        assert {browser.get(page).status_code for page in pages} == {404}
        assert {browser.post(page).status_code for page in pages} == {404}
    response = other_clerk.post(url("paper-create"), {"body": place.body.pk, **ENTRIES})
    assert "body" in errors(response)


def test_a_paper_on_an_agenda_is_not_deleted(clerk, place, paper):
    cast.session(place).items[0].papers.add(paper)
    response = clerk.post(url("paper-delete", paper.pk))
    assert response.status_code == 409
    assert "Tagesordnungspunkt" in response.content.decode()
    assert Paper.objects.filter(pk=paper.pk).exists()


def test_a_paper_entered_by_mistake_is_deleted_with_its_files(clerk, paper, django_capture_on_commit_callbacks):
    clerk.post(url("attachment-create", paper.pk), {"file": pdf()})
    file = Attachment.objects.get().file
    with django_capture_on_commit_callbacks(execute=True):
        clerk.post(url("paper-delete", paper.pk))
    assert not Paper.objects.exists()
    assert not file.storage.exists(file.name)


def test_a_file_is_attached_under_a_name_that_tells_nothing(clerk, paper):
    clerk.post(url("attachment-create", paper.pk), {"file": pdf("Grundstück Meier.pdf")})
    row = Attachment.objects.get()
    assert (row.paper, row.title, row.is_public, row.position) == (paper, "Grundstück Meier", False, 1)
    assert "Meier" not in row.file.name
    assert row.file.name.endswith(".pdf")


@pytest.mark.parametrize("name", ["page.html", "page.pdf", "macro.docx"])
def test_a_file_of_a_wrong_kind_is_refused_and_what_was_typed_stays(clerk, paper, name):
    data = {"file": upload(name, FALSE[name]), "title": "Gutachten"}
    response = clerk.post(url("attachment-create", paper.pk), data)
    assert response.status_code == 422
    assert list(errors(response)) == ["file"]
    assert 'value="Gutachten"' in response.content.decode()
    assert not Attachment.objects.exists()


def test_a_paper_needs_a_file(clerk, paper):
    response = clerk.post(url("attachment-create", paper.pk), {"title": "Gutachten"})
    assert response.status_code == 422
    assert list(errors(response)) == ["file"]


def test_what_is_not_public_has_no_public_files(clerk, paper):
    response = clerk.post(url("attachment-create", paper.pk), {"file": pdf(), "is_public": "on"})
    assert response.status_code == 422
    assert list(errors(response)) == ["is_public"]


def test_a_paper_with_public_files_stays_public(clerk, place, paper):
    Paper.objects.filter(pk=paper.pk).update(is_public=True)
    Attachment.objects.create(paper=paper, title="Datei", is_public=True)
    response = clerk.post(url("paper-edit", paper.pk), {**ENTRIES, "reference": paper.reference})
    assert response.status_code == 422
    assert list(errors(response)) == ["is_public"]


def test_a_replaced_file_is_forgotten(clerk, paper, django_capture_on_commit_callbacks):
    clerk.post(url("attachment-create", paper.pk), {"file": pdf("alt.pdf")})
    row = Attachment.objects.get()
    old = row.file
    with django_capture_on_commit_callbacks(execute=True):
        clerk.post(url("attachment-edit", row.pk), {"file": pdf("neu.pdf"), "title": "Neu"})
    row.refresh_from_db()
    assert (row.title, old.storage.exists(old.name), row.file.storage.exists(row.file.name)) == ("Neu", False, True)
    with django_capture_on_commit_callbacks(execute=True):
        clerk.post(url("attachment-edit", row.pk), {"title": "Nur der Titel"})
    assert row.file.storage.exists(row.file.name)


def test_files_are_put_in_order(clerk, paper):
    rows = [Attachment.objects.create(paper=paper, title=name) for name in "ABC"]

    def order():
        return [row.title for row in paper.attachments.all()]

    clerk.post(url("attachment-move", rows[2].pk), {"direction": "up"})
    assert order() == ["A", "C", "B"]
    clerk.post(url("attachment-move", rows[0].pk), {"direction": "down"})
    assert order() == ["C", "A", "B"]
    clerk.post(url("attachment-move", rows[2].pk), {"direction": "up"})
    assert order() == ["C", "A", "B"]
    assert clerk.get(url("attachment-move", rows[0].pk)).status_code == 405
