"""The admin site: administrators look everything up, and nobody else gets in."""

import pytest
from django.contrib import admin
from django.core import mail
from django.urls import reverse

from committees.models import Membership, Person, User
from tests import cast
from tests.publications import freeze
from votes import closing
from votes.models import Vote

pytestmark = pytest.mark.django_db


def pages(name):
    return [reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_{name}") for model in admin.site._registry]


@pytest.fixture
def county():
    place = cast.county()
    room = cast.session(place, members=("Kohl", "Lütke"))
    closing.close(Vote.objects.create(item=room.items[0], yes=2, no=0, abstain=0))
    room["Kohl"].duty = "chair"
    room["Kohl"].save()
    freeze(room.session)
    return place


@pytest.fixture
def admin_client(client):
    client.force_login(cast.user("admin"))
    return client


def test_every_list_opens(admin_client, county):
    for url in pages("changelist"):
        assert admin_client.get(url).status_code == 200, url


@pytest.mark.parametrize("role", ["clerk", "chair", "councillor", "reader"])
def test_nobody_but_administrators_gets_in(client, role):
    client.force_login(cast.user(role))
    assert client.get(reverse("admin:index")).status_code in (302, 403)


def test_its_login_is_that_of_the_site(client):
    response = client.get(reverse("admin:login"))
    assert response.status_code == 302
    assert reverse("account_login") in response["Location"]


def test_the_keys_of_second_factors_are_not_shown(admin_client):
    assert admin_client.get("/admin/mfa/authenticator/").status_code == 404
    assert admin_client.get("/admin/usersessions/usersession/").status_code == 404


def test_the_record_is_not_written_here(admin_client, county):
    assert admin_client.get(reverse("admin:votes_vote_add")).status_code == 403
    vote = Vote.objects.get()
    page = admin_client.get(reverse("admin:votes_vote_change", args=[vote.pk]))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()


def test_a_new_user_chooses_the_password_by_mail(admin_client, client, county):
    response = admin_client.post(
        reverse("admin:committees_user_add"),
        {"email": "neu@example.org", "role": "clerk", "committees": [county.committee.pk]},
    )
    assert response.status_code == 302
    user = User.objects.get(email="neu@example.org")
    assert not user.has_usable_password()
    assert list(user.committees.all()) == [county.committee]
    client.logout()
    client.post(reverse("account_reset_password"), {"email": user.email})
    assert [message.to for message in mail.outbox] == [["neu@example.org"]]


def _seat(membership, **entries):
    """The form of a seat as a browser sends it back, with some entries changed."""
    names = ("committee", "person", "faction", "kind", "function", "has_vote", "start")
    stored = {name: membership.serializable_value(name) for name in names}
    return {name: value for name, value in (stored | entries).items() if value is not False} | {"end": "2030-12-24"}


@pytest.mark.parametrize(
    ("entries", "sentence"),
    [
        ({"has_vote": False}, "hat zu diesem Punkt abgestimmt"),
        ({"person": "other"}, "Der Sitz steht auf der Liste einer Sitzung"),
    ],
)
def test_what_the_database_refuses_is_an_error_of_the_form(admin_client, county, entries, sentence):
    seat = Membership.objects.get(person__last_name="Kohl")
    other = Person.objects.create(first_name="Kim", last_name="Neu")
    data = _seat(seat, **{name: other.pk if value == "other" else value for name, value in entries.items()})
    response = admin_client.post(reverse("admin:committees_membership_change", args=[seat.pk]), data)
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert 'value="24.12.2030"' in response.content.decode() or 'value="2030-12-24"' in response.content.decode()
    stored = Membership.objects.get(pk=seat.pk)
    assert (stored.has_vote, stored.person_id, stored.end) == (True, seat.person_id, None)


def test_what_the_database_allows_is_saved(admin_client, county):
    seat = Membership.objects.get(person__last_name="Kohl")
    response = admin_client.post(reverse("admin:committees_membership_change", args=[seat.pk]), _seat(seat))
    assert response.status_code == 302
    assert Membership.objects.get(pk=seat.pk).end is not None
