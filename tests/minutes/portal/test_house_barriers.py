"""“Report a barrier”: kept first, mailed afterwards, never lost, and limited."""

import datetime

import pytest
from django.core import mail
from django.core.cache import caches
from django.core.mail import get_connection
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import AuditEvent
from minutes import barriers
from minutes.models import BarrierReport, HouseFacts
from tests import cast
from tests.elements import elements
from tests.minutes.portal.conftest import browser_of

pytestmark = pytest.mark.django_db

URL = "/accessibility/report/"
TEXT = "Die Tabelle ist am Telefon nicht zu lesen."


@pytest.fixture(autouse=True)
def nothing_counted():
    caches["default"].clear()


@pytest.fixture
def office():
    return HouseFacts.objects.create(pk=1, barrier_email="barriere@kreis.example")


@pytest.fixture
def report(client, django_capture_on_commit_callbacks):
    """`report(text=…)`: sends the form; what follows the transaction happens too."""

    def send(**entries):
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(URL, {"text": TEXT, **entries})

    return send


@pytest.fixture
def dead_server(monkeypatch):
    """A mail server that refuses every message, until the test lets it live again."""

    def refuse(self, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr(type(get_connection()), "send_messages", refuse)
    return monkeypatch


def test_a_report_is_kept_and_mailed(report, office):
    response = report(place="/minutes/", reply_to="leserin@example.org")
    assert response.url == f"{URL}sent/"
    row = BarrierReport.objects.get()
    assert (row.text, row.place, row.reply_to) == (TEXT, "/minutes/", "leserin@example.org")
    assert row.sent_at is not None
    [message] = mail.outbox
    assert message.to == ["barriere@kreis.example"]
    assert message.reply_to == ["leserin@example.org"]
    assert TEXT in message.body
    assert "/minutes/" in message.body


def test_without_an_address_it_waits_in_the_list(report):
    report()
    assert BarrierReport.objects.get().sent_at is None
    assert mail.outbox == []


def test_an_unreachable_server_loses_nothing(report, office, dead_server):
    assert report().status_code == 302
    assert BarrierReport.objects.get().sent_at is None
    with pytest.raises(CommandError):
        call_command("remind")
    assert BarrierReport.objects.get().sent_at is None
    dead_server.undo()
    call_command("remind")
    assert BarrierReport.objects.get().sent_at is not None
    assert len(mail.outbox) == 1
    call_command("remind")
    assert len(mail.outbox) == 1


def test_what_was_done_meanwhile_is_not_mailed(office):
    BarrierReport.objects.create(text=TEXT, done_at=timezone.now())
    assert barriers.send_waiting() == (0, 0)


def test_the_page_is_filled_in_from_the_link_in_the_foot(client, place):
    foot = elements(client.get("/minutes/agendas/"))
    [link] = [attrs["href"] for attrs in foot.all("a") if attrs.get("href", "").startswith(URL)]
    page = elements(client.get(link))
    assert page.one("input", name="place")["value"] == "/minutes/agendas/"


@pytest.mark.parametrize("entries", [{"text": ""}, {"text": "x" * 5001}, {"reply_to": "nobody"}, {"place": "x" * 501}])
def test_what_is_wrong_is_said_and_what_was_typed_stays(client, entries):
    response = client.post(URL, {"text": TEXT, "place": "/hier/", **entries})
    assert response.status_code == 422
    assert entries.get("place", "/hier/") in response.content.decode()
    assert not BarrierReport.objects.exists()


def test_programs_that_fill_in_everything_are_not_kept(report, office):
    assert report(website="https://spam.example").status_code == 302
    assert not BarrierReport.objects.exists()
    assert mail.outbox == []


def test_too_many_are_refused_and_what_was_typed_stays(report, client, settings):
    settings.ACCOUNT_RATE_LIMITS = {"report_barrier": "2/h/ip"}
    report()
    report()
    response = report()
    assert response.status_code == 429
    assert TEXT in response.content.decode()
    assert BarrierReport.objects.count() == 2
    assert client.get(URL).status_code == 200


def test_a_line_break_in_an_address_is_no_second_header(client, office):
    assert client.post(URL, {"text": TEXT, "reply_to": "a@example.org\nBcc: b@example.org"}).status_code == 422


def test_administrators_settle_reports(report, office):
    report()
    admin = browser_of(cast.user("admin"))
    [row] = BarrierReport.objects.all()
    assert TEXT in admin.get(reverse("minutes:barrier-list")).content.decode()
    admin.post(reverse("minutes:barrier-done", args=[row.pk]))
    row.refresh_from_db()
    assert row.done_at
    assert row.done_by.role == "admin"
    assert TEXT not in admin.get(reverse("minutes:barrier-list")).content.decode()
    assert TEXT in admin.get(reverse("minutes:barrier-list"), {"state": "done"}).content.decode()
    admin.post(reverse("minutes:barrier-done", args=[row.pk]))
    row.refresh_from_db()
    assert (row.done_at, row.done_by) == (None, None)


def test_the_audit_chain_says_that_it_was_settled_but_not_what_it_said():
    row = BarrierReport.objects.create(text=TEXT, reply_to="leserin@example.org")
    browser_of(cast.user("admin")).post(reverse("minutes:barrier-done", args=[row.pk]))
    told = str(list(AuditEvent.objects.values()))
    assert "done_at" in told
    assert TEXT not in told
    assert "leserin" not in told


def test_settled_reports_are_forgotten_after_a_year():
    now = timezone.now()
    for days in (364, 366):
        BarrierReport.objects.create(text=f"{days}", done_at=now - datetime.timedelta(days=days))
    open_one = BarrierReport.objects.create(text="offen", made_at=now - datetime.timedelta(days=900))
    call_command("remind")
    assert {row.text for row in BarrierReport.objects.all()} == {"364", open_one.text}


@pytest.mark.parametrize("count", [1, 7])
def test_the_list_takes_the_same_number_of_queries(count, django_assert_num_queries):
    admin = cast.user("admin")
    for _number in range(count):
        BarrierReport.objects.create(text=TEXT, done_at=timezone.now(), done_by=admin)
    browser = browser_of(admin)
    with django_assert_num_queries(7):
        browser.get(reverse("minutes:barrier-list"), {"state": "done"})


def test_others_do_not_see_the_list(client):
    assert "/login/" in client.get(reverse("minutes:barrier-list")).url
    assert browser_of(cast.user("clerk")).get(reverse("minutes:barrier-list")).status_code == 403


def test_a_report_may_come_without_a_token_but_not_from_another_site(settings):
    browser = Client(enforce_csrf_checks=True)
    assert browser.post(URL, {"text": TEXT}, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 302
    assert browser.post(URL, {"text": TEXT}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert BarrierReport.objects.count() == 1


@pytest.mark.parametrize("address", ["/accounts/invitation/geheim/", "/follow/confirm/geheim/", "/follow/mine/geheim/"])
def test_a_secret_address_is_not_handed_on_in_a_report(client, db, address):
    page = client.get(address).content.decode()
    assert "/accessibility/report/" in page
    assert "geheim" not in page.partition("/accessibility/report/")[2].partition('"')[0]


def test_the_address_of_another_page_is_prefilled(client, db):
    assert "/accessibility/report/?about=%2Fminutes%2F" in client.get("/minutes/").content.decode()
