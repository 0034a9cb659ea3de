"""Publishing from the session page: the question, the obstacles, the act; agendas; taking back."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from committees.models import User
from minutes import documents, publishing
from minutes.documents import PdfEngineMissing
from minutes.models import Issue, Publication, Withdrawal
from tests import cast, ready
from tests.minutes.record import m01
from tests.publications import freeze, seal

CHOICE = {"with_internal": "all"}


@pytest.fixture
def room(place):
    """A session that was signed by all, with an item that is not public."""
    return ready.room(place)


@pytest.fixture
def signed(room):
    seal(room.session)
    return room


@pytest.fixture
def url(room):
    return reverse("minutes:publish", args=[room.session.pk])


def column(response, heading: str) -> str:
    """The text of one of the two columns."""
    page = response.content.decode()
    return page.split(f">{heading}</h2>")[1].split("</section>")[0]


def test_it_asks_and_shows_what_everybody_will_read(clerk, signed, url):
    response = clerk.get(url)
    assert response.status_code == 200
    assert "Punkt 1" in column(response, "Das lesen alle")
    assert "Grundstück am Bach" not in column(response, "Das lesen alle")
    assert "Grundstück am Bach" in column(response, "Das lesen nur Berechtigte")
    assert not Publication.objects.exists()


def test_it_shows_the_public_version_word_for_word(clerk, signed, url):
    preview = clerk.get(url).content.decode().split('id="preview"')[1]
    assert "Text zu Punkt 1." in preview
    assert "Grundstück" not in preview


def test_of_a_hidden_item_with_a_public_title_it_shows_both(client, db):
    data = m01.create()
    seal(data.session)
    client.force_login(cast.user("admin"))
    response = client.get(reverse("minutes:publish", args=[data.session.pk]))
    assert "nur dieser Titel" in column(response, "Das lesen alle")
    assert "Mitteilungen des Landrats, vertraulich" in column(response, "Das lesen nur Berechtigte")


def test_it_publishes_and_says_so(clerk, signed, url):
    response = clerk.post(url, CHOICE, follow=True)
    assert response.redirect_chain == [(reverse("minutes:session-detail", args=[signed.session.pk]), 302)]
    assert "Die Niederschrift zu IntA/1/2026 ist veröffentlicht." in response.content.decode()
    assert Issue.objects.current().filter(session=signed.session).count() == 2


def test_the_public_part_alone(clerk, signed, url):
    clerk.post(url, {"with_internal": "public"})
    assert [row.audience for row in Issue.objects.current()] == ["public"]


def test_dated_ahead_it_is_read_from_then_on(clerk, signed, url, monkeypatch):
    tomorrow = timezone.localtime() + datetime.timedelta(days=1)
    clerk.post(url, CHOICE | {"visible_from": f"{tomorrow:%Y-%m-%dT%H:%M}"})
    address = "/minutes/lkm/IntA/1/2026/"
    assert Client().get(address).status_code == 404
    assert "IntA/1/2026" not in Client().get("/minutes/").content.decode()
    monkeypatch.setattr(timezone, "now", lambda: tomorrow + datetime.timedelta(minutes=1))
    assert Client().get(address).status_code == 200


def test_a_moment_that_has_passed_is_refused_at_its_field(clerk, signed, url):
    response = clerk.post(url, CHOICE | {"visible_from": "2020-01-01T10:00", "note": "Erste Fassung"})
    assert response.status_code == 422
    assert "Dieser Zeitpunkt ist vorbei" in response.content.decode()
    assert 'value="Erste Fassung"' in response.content.decode()
    assert not Publication.objects.exists()


def test_before_it_is_signed_that_stands_in_place_of_the_question(clerk, room, url):
    response = clerk.get(url)
    assert response.status_code == 200
    assert "noch nicht unterzeichnet" in response.content.decode()
    assert '<button class="kern-btn kern-btn--primary" type="submit">' not in response.content.decode()


def test_before_it_is_signed_a_post_is_refused(clerk, room, url):
    response = clerk.post(url, CHOICE)
    assert response.status_code == 422
    assert "noch nicht unterzeichnet" in response.content.decode()
    assert not Publication.objects.exists()


def test_published_again_it_says_which_version_goes(clerk, room, url):
    freeze(room.session)
    assert "tritt an die Stelle" in clerk.get(url).content.decode()
    clerk.post(url, CHOICE)
    assert Issue.objects.current().count() == 2
    assert Publication.objects.count() == 4


def test_without_the_pdf_engine_nothing_is_published(clerk, signed, url, monkeypatch):
    def missing(*args, **kwargs):
        raise PdfEngineMissing("libpango")

    monkeypatch.setattr(documents, "render", missing)
    response = clerk.post(url, CHOICE)
    assert response.status_code == 503
    assert "Pango" in response.content.decode()
    assert not Publication.objects.exists()


def test_for_others_there_is_no_such_page(outsiders, signed, url):
    freeze(signed.session)
    withdraw = reverse("minutes:withdraw", args=[Publication.objects.first().pk])
    agenda = reverse("minutes:publish-agenda", args=[signed.session.pk])
    for browser in outsiders:
        for address in (url, agenda, withdraw):
            assert browser.get(address).status_code == 404
            assert browser.post(address).status_code == 404
    assert Publication.objects.count() == 2
    assert not Withdrawal.objects.exists()


def test_the_chair_reads_the_draft_but_does_not_publish_it(client, place, room, url):
    client.force_login(cast.user("chair", person=cast.member(place, "Vorsitz", function="chair").person))
    assert client.get(reverse("minutes:preview", args=[room.session.pk])).status_code == 200
    assert client.post(url).status_code == 404


def test_an_agenda_is_published_and_a_second_one_is_a_supplement(clerk, room):
    address = reverse("minutes:publish-agenda", args=[room.session.pk])
    assert "Grundstück am Bach" in column(clerk.get(address), "Das lesen nur Berechtigte")
    clerk.post(address, {})
    room.items[0].title = "Neuer Punkt"
    room.items[0].save()
    assert "Nachtrag" in clerk.get(address).content.decode()
    clerk.post(address, {"note": "Neuer Punkt 1"})
    first, second = Publication.objects.filter(kind="agenda", audience="public").order_by("edition")
    assert ("Neuer Punkt" in first.record, "Neuer Punkt" in second.record) == (False, True)
    assert "NACHTRAG" in second.record
    assert "Grundstück" not in first.record + second.record
    assert Issue.objects.current().filter(kind="agenda").count() == 2


def test_an_agenda_without_items_is_not_published(clerk, place):
    empty = cast.session(place, number=2, items=0)
    response = clerk.post(reverse("minutes:publish-agenda", args=[empty.session.pk]), {})
    assert response.status_code == 422
    assert "Die Tagesordnung ist leer." in response.content.decode()


def test_withdrawn_the_address_answers_with_the_reason(clerk, signed):
    public = freeze(signed.session)["public"]
    address = reverse("minutes:withdraw", args=[public.pk])
    assert clerk.post(address, {"reason": " "}).status_code == 422
    assert clerk.post(address, {"reason": "Name eines Kindes"}).status_code == 302
    for path in ("", "minutes.pdf", "minutes.json", "items/1/", "items/1/extract.pdf", "versions/"):
        response = Client().get(f"/minutes/lkm/IntA/1/2026/{path}")
        assert response.status_code == 410
        assert "Name eines Kindes" in response.content.decode()
        assert "Text zu Punkt 1." not in response.content.decode()
    assert "IntA/1/2026" not in Client().get("/minutes/").content.decode()


def test_what_was_stopped_before_its_time_was_never_there(clerk, signed):
    later = timezone.now() + datetime.timedelta(days=1)
    by = User.objects.get(role="clerk")
    public, _internal = publishing.publish_minutes(signed.session, by=by, visible_from=later)
    publishing.withdraw(public, by=by, reason="Zu früh")
    assert Client().get("/minutes/lkm/IntA/1/2026/").status_code == 404
    assert not Issue.objects.filter(audience="public").exists()
