"""Published papers: the list, the page, the files, and where they are linked."""

import json

import pytest
from django.core.files.base import ContentFile

from committees.models import Paper
from minutes import papers, publishing
from tests import cast
from tests.elements import elements
from tests.publications import freeze

URL = "/papers/lkm/SV-11-0001/"


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def paper(place):
    row = Paper.objects.create(body=place.body, reference="SV-11-0001", title="Radweg", kind="motion", is_public=True)
    row.attachments.create(title="Karte", is_public=True, file=ContentFile(b"Karte.", "karte.txt"))
    row.attachments.create(title="Kalkulation", file=ContentFile(b"Geheim.", "zahlen.txt"))
    return row


def text(response) -> str:
    return " ".join(response.content.decode().split())


def file_of(client) -> str:
    [link] = [attrs["href"] for attrs in elements(client.get(URL)).all("a") if "/files/" in attrs.get("href", "")]
    return link


def test_unpublished_it_is_nowhere(client, paper):
    for url in (URL, f"{URL}paper.json", f"{URL}files/{paper.attachments.first().pk}/"):
        assert client.get(url).status_code == 404
    assert "Radweg" not in text(client.get("/papers/"))


def test_everybody_reads_it_with_its_public_file(client, paper, clerk):
    papers.publish(paper, by=clerk)
    page = text(client.get(URL))
    assert "Radweg" in page
    assert "Karte" in page
    assert "Kalkulation" not in page
    assert json.loads(client.get(f"{URL}paper.json").content)["reference"] == "SV-11-0001"
    assert "Radweg" in text(client.get("/papers/"))


def test_the_file_is_that_of_the_day_and_is_saved_not_shown(client, paper, clerk):
    papers.publish(paper, by=clerk)
    row = paper.attachments.get(title="Karte")
    row.file.save("neu.txt", ContentFile(b"Andere."))
    response = client.get(file_of(client))
    assert response.content == b"Karte."
    assert response["Content-Disposition"] == 'attachment; filename="Karte.txt"'
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_file_that_is_not_public_has_no_address(client, paper, clerk):
    papers.publish(paper, by=clerk)
    assert client.get(f"{URL}files/{paper.attachments.get(title='Kalkulation').pk}/").status_code == 404


def test_withdrawn_it_says_why_and_its_file_is_gone(client, paper, clerk):
    publication = papers.publish(paper, by=clerk)
    file = file_of(client)
    publishing.withdraw(publication, by=clerk, reason="Falsche Karte")
    for url in (URL, file):
        response = client.get(url)
        assert response.status_code == 410
        assert "Falsche Karte" in text(response)
    assert "Radweg" not in text(client.get("/papers/"))


def test_a_file_left_out_of_the_new_edition_is_gone(client, paper, clerk):
    papers.publish(paper, by=clerk)
    file = file_of(client)
    paper.attachments.filter(title="Karte").update(is_public=False)
    papers.publish(paper, by=clerk)
    assert client.get(file).status_code == 404


def test_the_old_number_leads_to_the_new_one(client, paper, clerk):
    papers.publish(paper, by=clerk)
    Paper.objects.filter(pk=paper.pk).update(reference="SV-11-0002/1")
    papers.publish(paper, by=clerk)
    response = client.get(URL)
    assert (response.status_code, response["Location"]) == (302, "/papers/lkm/SV-11-0002/1/")
    assert client.get("/papers/lkm/SV-11-0002/1/").status_code == 200


def test_agenda_and_minutes_lead_to_it_from_the_moment_when_it_can_be_read(client, room, paper, clerk):
    room.items[0].papers.add(paper)
    publishing.publish_agenda(room.session, by=clerk)
    freeze(room.session)
    minutes = "/minutes/lkm/IntA/1/2026/"
    pages = (f"{minutes}agenda/", minutes, f"{minutes}items/1/")
    tags = [client.get(url)["ETag"] for url in pages]
    assert all(f'href="{URL}"' not in text(client.get(url)) for url in pages)
    papers.publish(paper, by=clerk)
    for url, tag in zip(pages, tags, strict=True):
        response = client.get(url, headers={"If-None-Match": tag})
        assert f'href="{URL}"' in text(response)
        assert client.get(url, headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_words_are_found_in_number_and_title(client, paper, clerk):
    papers.publish(paper, by=clerk)
    assert "Radweg" in text(client.get("/papers/?q=radw+0001"))
    assert "Radweg" not in text(client.get("/papers/?q=umgehung"))


def test_however_many_there_are_the_list_takes_as_many_queries(client, paper, clerk, django_assert_num_queries):
    for number in range(2, 62):
        more = Paper.objects.create(body=paper.body, reference=f"SV-11-{number:04}", title="Weg", is_public=True)
        papers.publish(more, by=clerk)
    with django_assert_num_queries(3):
        page = text(client.get("/papers/"))
    assert page.count('class="entries__title"') == 50
    assert "?page=2" in page


def test_a_page_takes_four_queries(client, paper, clerk, django_assert_num_queries):
    papers.publish(paper, by=clerk)
    with django_assert_num_queries(4):
        client.get(URL)
