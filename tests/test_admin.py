"""The admin site: administrators look everything up, and nobody else gets in."""

import pytest
from django.contrib import admin
from django.core import mail
from django.urls import get_resolver, reverse

from committees import audit
from committees.admin import ReadOnlyAdmin, RecordedAdmin
from committees.models import AuditEvent, Faction, Membership, Person, User
from tests import cast
from tests.publications import freeze
from votes import closing
from votes.models import Vote

pytestmark = pytest.mark.django_db


def pages(name):
    get_resolver().url_patterns  # noqa: B018 - they take away some of what was registered
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


def test_whatever_can_be_written_here_is_told_of_in_the_audit_chain():
    pages = admin.site._registry.items()
    assert [model for model, page in pages if not isinstance(page, RecordedAdmin | ReadOnlyAdmin)] == []


def told() -> list[tuple[str, str]]:
    """Act and model of each event that tells of an entry, oldest first."""
    events = AuditEvent.objects.filter(act__in=["created", "changed", "deleted"]).order_by("number")
    return [(event.act, event.subject.partition(":")[0]) for event in events]


def inline(faction: Faction, **entries) -> dict[str, object]:
    names = ("name", "short_name", "position")
    return {"id": faction.pk, **{name: getattr(faction, name) for name in names}, **entries}


def test_a_term_with_its_factions_is_told_of_row_by_row(admin_client, county):
    keep = Faction.objects.create(term=county.term, name="Bleibt", short_name="B")
    gone = Faction.objects.create(term=county.term, name="Geht", short_name="G")
    factions = [
        inline(county.faction),
        inline(keep, name="Anders"),
        inline(gone, DELETE="on"),
        {"name": "Neu", "short_name": "N", "position": 4},
    ]
    order = {row.pk: place for place, row in enumerate(county.term.factions.all())}
    factions[:3] = sorted(factions[:3], key=lambda row: order[int(str(row["id"]))])
    entries = {f"factions-{place}-{name}": value for place, row in enumerate(factions) for name, value in row.items()}
    counts = {"factions-TOTAL_FORMS": 4, "factions-INITIAL_FORMS": 3}
    term = {"body": county.body.pk, "name": "11. Wahlperiode", "start": "01.11.2025", "end": ""}
    url = reverse("admin:committees_legislativeterm_change", args=[county.term.pk])
    response = admin_client.post(url, {**term, **entries, **counts})
    assert response.status_code == 302, response.context["errors"]
    assert sorted(told()) == [
        ("changed", "committees.faction"),
        ("changed", "committees.legislativeterm"),
        ("created", "committees.faction"),
        ("deleted", "committees.faction"),
    ]


@pytest.mark.parametrize("at_once", [True, False])
def test_what_is_deleted_here_is_told_of(admin_client, at_once):
    person = Person.objects.create(last_name="Weg")
    if at_once:
        data = {"action": "delete_selected", "_selected_action": [person.pk], "post": "yes"}
        admin_client.post(reverse("admin:committees_person_changelist"), data)
    else:
        admin_client.post(reverse("admin:committees_person_delete", args=[person.pk]), {"post": "yes"})
    assert not Person.objects.filter(pk=person.pk).exists()
    assert told() == [("deleted", "committees.person")]


def test_an_account_with_its_committees_and_its_password_is_told_of(admin_client, county):
    data = {"email": "neu@example.org", "role": "clerk", "committees": [county.committee.pk]}
    admin_client.post(reverse("admin:committees_user_add"), data)
    account = User.objects.get(email="neu@example.org")
    password = {"password1": "ganz-geheim-2", "password2": "ganz-geheim-2", "usable_password": "true"}
    admin_client.post(reverse("admin:auth_user_password_change", args=[account.pk]), password)
    account.refresh_from_db()
    assert account.check_password("ganz-geheim-2")
    events = AuditEvent.objects.filter(subject=audit.label(account)).order_by("number")
    assert [event.act for event in events] == ["created", "changed", "changed"]
    facts = [audit.facts_of(event) for event in events]
    assert facts[0]["after"]["password"] == "…"
    assert facts[1]["after"] == {"committees": [county.committee.pk]}
    assert facts[2]["after"] == {"password": "…"}


def test_what_is_refused_here_is_not_told_of(admin_client, county):
    url = reverse("admin:committees_person_add")
    assert admin_client.post(url, {"first_name": "Ohne"}).status_code == 200
    assert told() == []
