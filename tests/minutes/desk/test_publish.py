"""Publishing from the session page: the question, the obstacles, the act."""

import pytest
from django.urls import reverse

from minutes import documents
from minutes.documents import PdfEngineMissing
from minutes.models import Publication
from tests import cast
from tests.minutes.record import m01
from tests.publications import freeze
from votes.models import Vote


@pytest.fixture
def room(place):
    """A session that can be published, with an item that is not public."""
    room = cast.session(place, items=2, members=("Kohl",))
    room["Kohl"].duty = "chair"
    room["Kohl"].save()
    room.items[1].title, room.items[1].is_public = "Grundstück am Bach", False
    room.items[1].save()
    return room


@pytest.fixture
def url(room):
    return reverse("minutes:publish", args=[room.session.pk])


def column(response, heading: str) -> str:
    """The text of one of the two columns."""
    page = response.content.decode()
    return page.split(f">{heading}</h2>")[1].split("</section>")[0]


def test_it_asks_and_shows_what_everybody_will_read(clerk, url):
    response = clerk.get(url)
    assert response.status_code == 200
    assert "Punkt 1" in column(response, "Das lesen alle")
    assert "Grundstück am Bach" not in column(response, "Das lesen alle")
    assert "Grundstück am Bach" in column(response, "Das lesen nur Berechtigte")
    assert not Publication.objects.exists()


def test_of_a_hidden_item_with_a_public_title_it_shows_both(client, db):
    data = m01.create()
    client.force_login(cast.user("admin"))
    response = client.get(reverse("minutes:publish", args=[data.session.pk]))
    assert "nur dieser Titel" in column(response, "Das lesen alle")
    assert "Mitteilungen des Landrats, vertraulich" in column(response, "Das lesen nur Berechtigte")


def test_it_publishes_and_says_so(clerk, room, url):
    response = clerk.post(url, follow=True)
    assert response.redirect_chain == [(reverse("minutes:session-detail", args=[room.session.pk]), 302)]
    assert "Die Niederschrift zu IntA/1/2026 ist veröffentlicht." in response.content.decode()
    assert Publication.objects.current().filter(session=room.session).count() == 2


def test_obstacles_stand_in_place_of_the_question(clerk, room, url):
    Vote.objects.create(item=room.items[0])
    response = clerk.get(url)
    assert response.status_code == 200
    assert "Punkt 1" in response.content.decode()
    assert '<button class="kern-btn kern-btn--primary" type="submit">' not in response.content.decode()


def test_with_obstacles_a_post_is_refused(clerk, room, url):
    Vote.objects.create(item=room.items[0])
    response = clerk.post(url)
    assert response.status_code == 422
    assert "Punkt 1" in response.content.decode()
    assert not Publication.objects.exists()


def test_published_again_it_says_which_version_goes(clerk, room, url):
    freeze(room.session)
    assert "tritt an die Stelle" in clerk.get(url).content.decode()
    clerk.post(url)
    assert Publication.objects.current().count() == 2
    assert Publication.objects.count() == 4


def test_without_the_pdf_engine_nothing_is_published(clerk, url, monkeypatch):
    def missing(*args, **kwargs):
        raise PdfEngineMissing("libpango")

    monkeypatch.setattr(documents, "render", missing)
    response = clerk.post(url)
    assert response.status_code == 503
    assert "Pango" in response.content.decode()
    assert not Publication.objects.exists()


def test_for_others_there_is_no_such_page(outsiders, url):
    for browser in outsiders:
        assert browser.get(url).status_code == 404
        assert browser.post(url).status_code == 404
    assert not Publication.objects.exists()


def test_the_chair_reads_the_draft_but_does_not_publish_it(client, place, room, url):
    client.force_login(cast.user("chair", person=cast.member(place, "Vorsitz", function="chair").person))
    assert client.get(reverse("minutes:preview", args=[room.session.pk])).status_code == 200
    assert client.post(url).status_code == 404
