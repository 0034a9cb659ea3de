"""Every document of a session from its page."""

import pytest
from django.urls import reverse

from minutes import documents
from tests import cast
from tests.publications import freeze


@pytest.fixture
def room(db):
    return cast.session(cast.county(), items=2, members=("Kohl",))


@pytest.fixture
def address(room) -> str:
    return reverse("minutes:session-documents", args=[room.session.pk])


@pytest.fixture
def clerk(room, client):
    client.force_login(cast.user("clerk", room.session.committee))
    return client


CHOICE = {"document": "decisions", "audience": "internal", "format": "json", "item": ""}


def test_it_offers_every_kind_and_every_format(clerk, address):
    form = clerk.get(address).context["form"]
    assert [value for value, _label in form.fields["document"].choices] == list(documents.KINDS)
    assert [value for value, _label in form.fields["format"].choices] == list(documents.FORMATS)
    assert [value for value, _label in form.fields["item"].choices] == ["", "1", "2"]


def test_the_page_takes_its_queries(clerk, address, django_assert_num_queries):
    clerk.get(address)
    with django_assert_num_queries(4):
        clerk.get(address)


def test_a_choice_gives_the_file(clerk, address):
    response = clerk.get(address, CHOICE)
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == 'attachment; filename="IntA-1-2026-Beschlussliste-Entwurf.json"'
    assert "no-cache" in response["Cache-Control"]


def test_a_pdf_is_shown(clerk, address):
    response = clerk.get(address, {**CHOICE, "document": "agenda", "format": "pdf"})
    assert response["Content-Disposition"].startswith("inline")
    assert response.content.startswith(b"%PDF")


def test_an_extract_wants_its_item(clerk, address):
    response = clerk.get(address, {**CHOICE, "document": "extract"})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["item"]
    assert clerk.get(address, {**CHOICE, "document": "extract", "item": "2"}).status_code == 200


def test_other_documents_leave_the_item_aside(clerk, address):
    assert clerk.get(address, {**CHOICE, "item": "2"}).status_code == 200


def test_what_cannot_be_made_is_said_at_the_document(clerk, address):
    response = clerk.get(address, {**CHOICE, "document": "correction"})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["document"]
    assert response.context["form"]["document"].value() == "correction"


def test_for_the_public_there_is_only_what_was_published(clerk, address, room):
    public = {**CHOICE, "audience": "public"}
    assert clerk.get(address, public).status_code == 422
    freeze(room.session)
    assert clerk.get(address, public).status_code == 200


@pytest.mark.parametrize("name", sorted(CHOICE.keys() - {"item"}))
def test_a_choice_that_does_not_exist_is_refused_at_its_field(clerk, address, name):
    response = clerk.get(address, {**CHOICE, name: "nonsense"})
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [name]


def test_a_clerk_of_another_committee_gets_nothing(client, room, address):
    other = cast.user("clerk")
    client.force_login(other)
    assert client.get(address, CHOICE).status_code == 404
