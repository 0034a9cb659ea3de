"""Publishing a paper from its page, and along with an agenda; taking it back."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from committees.models import Paper
from minutes import papers
from minutes.models import Issue, Publication, Withdrawal
from tests import cast
from tests.elements import elements


@pytest.fixture
def paper(place):
    row = Paper.objects.create(body=place.body, reference="SV-11-0001", title="Radweg", is_public=True)
    row.attachments.create(title="Karte", is_public=True, file=ContentFile(b"Karte.", "karte.txt"))
    row.attachments.create(title="Kalkulation", file=ContentFile(b"Geheim.", "zahlen.txt"))
    return row


@pytest.fixture
def url(paper):
    return reverse("minutes:publish-paper", args=[paper.pk])


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_it_shows_which_files_go_out_and_which_do_not(clerk, url):
    page = text(clerk.get(url))
    out, held = page.split('id="held-heading"')
    assert "Karte" in out
    assert "Kalkulation" not in out
    assert "Kalkulation" in held
    assert not Publication.objects.exists()


def test_it_publishes_and_says_so(clerk, url):
    response = clerk.post(url, {"note": ""}, follow=True)
    assert response.redirect_chain == [(url, 302)]
    assert "SV-11-0001 ist veröffentlicht" in text(response)
    assert Issue.objects.current().get().reference == "SV-11-0001"


def test_unchanged_there_is_nothing_to_publish_again(clerk, url):
    clerk.post(url, {"note": ""})
    assert "form" not in [tag for tag, attrs in elements(clerk.get(url)).found if attrs.get("class") == "narrow"]


def test_what_is_not_public_says_so_instead_of_asking(clerk, url):
    Paper.objects.update(is_public=False)
    assert clerk.get(url).status_code == 200
    response = clerk.post(url, {"note": ""})
    assert response.status_code == 422
    assert "SV-11-0001 ist nicht öffentlich" in text(response)
    assert not Publication.objects.exists()


def test_a_moment_that_has_passed_is_refused_and_the_note_is_still_there(clerk, url):
    response = clerk.post(url, {"visible_from": "2020-01-01T10:00", "note": "Neue Karte"})
    assert response.status_code == 422
    assert "Neue Karte" in text(response)
    assert not Publication.objects.exists()


def test_it_is_withdrawn_with_a_reason(clerk, url, paper):
    clerk.post(url, {"note": ""})
    withdraw = reverse("minutes:withdraw-paper", args=[paper.pk])
    assert clerk.post(withdraw, {"reason": ""}).status_code == 422
    assert clerk.post(withdraw, {"reason": "Falsche Karte"}, follow=True).status_code == 200
    assert Withdrawal.objects.get().reason == "Falsche Karte"
    assert "Falsche Karte" in text(clerk.get(url))
    assert clerk.get(withdraw).status_code == 404


def test_withdrawn_it_can_be_published_anew(clerk, url, paper):
    clerk.post(url, {"note": ""})
    clerk.post(reverse("minutes:withdraw-paper", args=[paper.pk]), {"reason": "Falsche Karte"})
    clerk.post(url, {"note": ""})
    assert Issue.objects.current().get().publication.edition == 2


class TestWithTheAgenda:
    @pytest.fixture
    def room(self, place, paper):
        room = cast.session(place, items=2)
        room.items[0].papers.add(paper)
        return room

    @pytest.fixture
    def agenda(self, room):
        return reverse("minutes:publish-agenda", args=[room.session.pk])

    def test_the_papers_are_offered_and_chosen(self, clerk, agenda, paper):
        box = elements(clerk.get(agenda)).one("input", name="papers")
        assert (box["value"], "checked" in box) == (str(paper.pk), True)

    def test_those_chosen_are_published_at_the_same_time(self, clerk, agenda, paper):
        clerk.post(agenda, {"papers": [paper.pk], "note": ""})
        assert sorted(Issue.objects.values_list("kind", flat=True)) == ["agenda", "agenda", "paper"]

    def test_without_a_choice_the_agenda_goes_alone(self, clerk, agenda):
        clerk.post(agenda, {"note": ""})
        assert sorted(Issue.objects.values_list("kind", flat=True)) == ["agenda", "agenda"]

    def test_if_one_can_not_be_published_nothing_is(self, clerk, agenda, paper):
        file = paper.attachments.get(is_public=True).file
        file.storage.delete(file.name)
        response = clerk.post(agenda, {"papers": [paper.pk], "note": "Einladung"})
        assert response.status_code == 422
        assert "Karte" in text(response)
        assert "Einladung" in text(response)
        assert not Publication.objects.exists()

    def test_another_one_than_those_offered_is_refused(self, clerk, agenda, place):
        other = Paper.objects.create(body=place.body, reference="SV-11-0009", title="Verkauf")
        assert clerk.post(agenda, {"papers": [other.pk], "note": ""}).status_code == 422
        assert not Publication.objects.exists()

    def test_what_is_published_already_is_not_offered(self, clerk, agenda, paper):
        papers.publish(paper, by=cast.user("admin"))
        assert list(elements(clerk.get(agenda)).all("input", name="papers")) == []
