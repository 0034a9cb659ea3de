"""What was typed for something that is gone, or that one may not change any more, is shown to be copied."""

import pytest
from django.test import Client
from django.urls import reverse

from committees.models import User
from minutes.models import Contribution
from tests import cast

pytestmark = pytest.mark.django_db
TEXT = "Ein langer Satz,\nmit Mühe getippt & <b>fett</b>."


@pytest.fixture
def place():
    return cast.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def desk(clerk):
    client = Client()
    client.force_login(clerk)
    return client


@pytest.fixture
def address(place):
    item = cast.session(place).items[0]
    contribution = Contribution.objects.create(item=item, position=1, text="Kurz.")
    return reverse("minutes:contribution-edit", args=[contribution.pk])


def test_for_a_row_that_somebody_has_deleted(desk, address):
    Contribution.objects.all().delete()
    response = desk.post(address, {"text": TEXT, "position": "1", "kind": "procedure", "public": "yes"})
    content = response.content.decode()
    assert response.status_code == 404
    assert "Diese Seite gibt es nicht" in content
    assert "Ihr Text wurde nicht gespeichert" in content
    assert content.count('class="typed-text"') == 1
    assert "mit Mühe getippt &amp; &lt;b&gt;fett&lt;/b&gt;." in content


def test_for_a_committee_that_one_does_not_record_any_more(desk, clerk, address):
    clerk.committees.clear()
    response = desk.post(address, {"text": TEXT})
    assert response.status_code in (403, 404)
    assert "mit Mühe getippt" in response.content.decode()


def test_for_who_is_a_reader_by_now(desk, clerk, address):
    User.objects.filter(pk=clerk.pk).update(role=User.Role.READER)
    response = desk.post(address, {"text": TEXT})
    assert response.status_code in (403, 404)
    assert "mit Mühe getippt" in response.content.decode()


def test_no_password_is_shown(desk, address):
    Contribution.objects.all().delete()
    secrets = {"password": "geheim-genug-1", "oldpassword": "geheim-genug-2", "code": "123 456"}
    response = desk.post(address, {"text": TEXT, **secrets})
    assert "mit Mühe getippt" in response.content.decode()
    assert "geheim" not in response.content.decode()
    assert "123 456" not in response.content.decode()


def test_nothing_is_shown_where_nothing_was_typed_or_nobody_is_logged_in(desk, address):
    Contribution.objects.all().delete()
    for response in (desk.get(address), desk.post(address, {"position": "1"}), desk.get("/nowhere/")):
        assert response.status_code == 404
        assert "nicht gespeichert" not in response.content.decode()
    response = Client().post(address, {"text": TEXT})
    assert "/login/" in response["Location"]
