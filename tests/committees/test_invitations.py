"""Invitations: an administrator invites, a mail brings a link, the link gives a password; nobody else learns of it."""

import datetime
import re

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees import invitations
from committees.models import Invitation, Person, User
from tests import cast
from tests.elements import elements

from .pages import errors, url

PASSWORD = "a long enough secret"


@pytest.fixture
def invited(admin, place) -> Invitation:
    """Somebody who has got the mail."""
    entries = {"email": "neu@example.org", "role": "clerk", "committees": [place.committee.pk]}
    admin.post(url("invitation-create"), entries)
    return Invitation.objects.get()


def link() -> str:
    [address] = re.findall(r"http://127\.0\.0\.1:8000(\S+)", mail.outbox[-1].body)
    return address


def choose(browser, address, password=PASSWORD):
    return browser.post(address, {"password1": password, "password2": password})


def log_in(email, password=PASSWORD):
    return Client().post(reverse("account_login"), {"login": email, "password": password})


def test_who_is_invited_gets_a_german_mail_chooses_a_password_and_logs_in(invited, place, client):
    [message] = mail.outbox
    assert (message.to, message.subject) == (["neu@example.org"], "Gremia: Ihr Zugang")
    assert "Kim Verwaltung" not in message.body
    assert "hat für Sie ein Konto in Gremia eingerichtet" in message.body
    assert "Sie melden sich mit der Adresse neu@example.org an." in message.body
    page = client.get(link())
    assert "neu@example.org" in page.content.decode()
    done = choose(client, link())
    assert (done.status_code, done.url) == (302, reverse("account_login"))
    assert "Ihr Passwort ist gespeichert." in client.get(done.url).content.decode()
    assert log_in("neu@example.org").status_code == 302
    account = User.objects.get(email="neu@example.org")
    assert (account.role, list(account.committees.all())) == ("clerk", [place.committee])
    assert not Invitation.objects.exists()


def test_the_mail_is_german_whatever_the_administrator_reads(admin, place, settings):
    admin.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    admin.post(url("invitation-create"), {"email": "neu@example.org", "role": "reader"})
    assert mail.outbox[-1].subject == "Gremia: Ihr Zugang"


def test_addresses_are_stored_as_they_are_compared(admin, place):
    admin.post(url("invitation-create"), {"email": "Neu@Example.ORG", "role": "reader"})
    assert User.objects.filter(email="neu@example.org").exists()
    again = admin.post(url("invitation-create"), {"email": "NEU@example.org", "role": "reader"})
    assert errors(again) == {"email": ["Mit dieser E-Mail-Adresse meldet sich schon jemand an."]}
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("role", "committees", "field", "sentence"),
    [
        ("councillor", False, "person", "Wählen Sie aus, wer das ist"),
        ("chair", False, "person", "Wählen Sie aus, wer das ist"),
        ("clerk", False, "committees", "Wählen Sie mindestens ein Gremium"),
        ("admin", True, "committees", "Gremien werden nur für"),
    ],
)
def test_what_would_make_no_sense_is_refused_at_the_field(admin, place, role, committees, field, sentence):
    chosen = [place.committee.pk] if committees else []
    entries = {"email": "neu@example.org", "role": role, "committees": chosen}
    response = admin.post(url("invitation-create"), entries)
    assert response.status_code == 422
    assert sentence in errors(response)[field][0]
    assert elements(response).one("input", name="email")["value"] == "neu@example.org"
    assert (mail.outbox, User.objects.count()) == ([], 1)


def test_a_person_logs_in_once(admin, place):
    person = Person.objects.create(first_name="Kim", last_name="Neu")
    entries = {"email": "kim@example.org", "role": "councillor", "person": person.pk}
    assert admin.post(url("invitation-create"), entries).status_code == 302
    page = elements(admin.get(url("invitation-create")))
    assert str(person.pk) not in [option["value"] for option in page.all("option")]
    again = admin.post(url("invitation-create"), {**entries, "email": "other@example.org"})
    assert again.status_code == 422
    assert "person" in errors(again)


class Broken(BaseEmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, email_messages):
        raise ConnectionRefusedError


def test_without_a_mail_nothing_is_stored_and_everything_typed_is_there(admin, place, settings):
    settings.EMAIL_BACKEND = "tests.committees.test_invitations.Broken"
    entries = {"email": "neu@example.org", "role": "clerk", "committees": [place.committee.pk]}
    response = admin.post(url("invitation-create"), entries)
    assert response.status_code == 422
    assert "Die E-Mail konnte nicht gesendet werden" in response.content.decode()
    page = elements(response)
    assert page.one("input", name="email")["value"] == "neu@example.org"
    assert "checked" in page.one("input", name="committees")
    assert not User.objects.filter(email="neu@example.org").exists()
    assert not Invitation.objects.exists()


def test_a_mail_that_cannot_be_sent_again_leaves_the_first_link_good(admin, invited, settings, client):
    settings.EMAIL_BACKEND = "tests.committees.test_invitations.Broken"
    response = admin.post(url("invitation-resend", invited.pk), follow=True)
    assert "konnte nicht gesendet werden" in response.content.decode()
    assert client.get(link()).status_code == 200


def test_sending_again_makes_the_first_link_void(admin, invited, client):
    first = link()
    assert admin.post(url("invitation-resend", invited.pk)).url == url("invitation-list")
    assert link() != first
    assert choose(client, first).status_code == 404
    assert choose(client, link()).status_code == 302


def test_a_link_expires(admin, invited, client, settings):
    Invitation.objects.update(sent_at=timezone.now() - datetime.timedelta(days=settings.INVITATION_DAYS, minutes=1))
    invited.refresh_from_db()
    old = reverse("account_invitation", args=[invitations.token(invited)])
    assert choose(client, old).status_code == 404
    assert "abgelaufen" in admin.get(url("invitation-list")).content.decode()
    admin.post(url("invitation-resend", invited.pk))
    assert choose(client, link()).status_code == 302


def test_a_link_is_good_once(invited, client):
    address = link()
    assert choose(client, address).status_code == 302
    assert choose(client, address, "somebody else's secret").status_code == 404
    assert log_in("neu@example.org").status_code == 302


def test_a_weak_password_is_refused_and_the_link_stays_good(invited, client):
    response = choose(client, link(), "12345")
    assert response.status_code == 422
    assert errors(response)["password1"]
    assert choose(client, link()).status_code == 302


def test_revoking_deletes_the_account_after_a_question(admin, invited, client):
    page = admin.get(url("invitation-revoke", invited.pk))
    assert "Die Einladung von neu@example.org zurückziehen?" in page.content.decode()
    assert User.objects.filter(email="neu@example.org").exists()
    assert admin.post(url("invitation-revoke", invited.pk)).url == url("invitation-list")
    assert not User.objects.filter(email="neu@example.org").exists()
    assert choose(client, link()).status_code == 404


def test_an_account_that_was_used_cannot_be_revoked(admin, invited, client):
    choose(client, link())
    assert admin.post(url("invitation-revoke", invited.pk)).status_code == 404
    assert admin.post(url("invitation-resend", invited.pk)).status_code == 404
    assert User.objects.filter(email="neu@example.org").exists()


def test_who_chose_the_password_as_forgotten_is_no_longer_invited(admin, invited, client):
    first = link()
    account = User.objects.get(email="neu@example.org")
    account.set_password(PASSWORD)
    account.save()
    assert client.get(first).status_code == 404
    assert list(admin.get(url("invitation-list")).context["page"]) == []


def test_a_closed_account_is_not_opened_by_its_link(invited, client):
    User.objects.filter(email="neu@example.org").update(is_active=False)
    assert choose(client, link()).status_code == 404


@pytest.mark.parametrize("word", ["nonsense", "WzEsIngiXQ:1abc:def"])
def test_a_made_up_link_says_no_more_than_a_void_one(client, invited, word):
    made_up = client.get(reverse("account_invitation", args=[word]))
    Invitation.objects.all().delete()
    void = client.get(link())
    assert (made_up.status_code, void.status_code) == (404, 404)
    assert shown(made_up) == shown(void)


def test_no_page_tells_a_stranger_whether_an_address_has_an_account(invited, place):
    cast.user("reader")
    known = ("neu@example.org", "reader@example.org")
    answers = {shown(log_in(email, "wrong"), email) for email in (*known, "nobody@example.org")}
    assert len(answers) == 1
    resets = {
        shown(Client().post(reverse("account_reset_password"), {"email": email}, follow=True), email)
        for email in (*known, "nobody@example.org")
    }
    assert len(resets) == 1


def shown(response, email: str = "-") -> tuple[int, str]:
    """What a page says, without what differs from one request to the next."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return response.status_code, re.sub(r'value="/accounts/[^"]*"', "", text.replace(email, ""))


@pytest.mark.parametrize("number", [1, 7])
def test_the_list_takes_seven_queries(admin, place, number, django_assert_num_queries):
    for one in range(number):
        account = User.objects.create(email=f"neu{one}@example.org", password="!", role="reader")
        account.committees.add(place.committee)
        Invitation.objects.create(user=account, invited_by=User.objects.get(role="admin"))
    with django_assert_num_queries(7):
        page = admin.get(url("invitation-list"))
    assert page.content.decode().count("Zurückziehen") == number


def test_without_invitations_the_list_says_so(admin):
    assert "Zurzeit ist niemand eingeladen" in admin.get(url("invitation-list")).content.decode()
