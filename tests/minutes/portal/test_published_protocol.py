"""A published protocol: the page, its items, its files."""

import itertools
import json
import re
from io import BytesIO

import pytest
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpResponse
from pypdf import PdfReader

from minutes import publishing
from minutes.documents import PdfEngineMissing, engine
from minutes.models import Contribution
from minutes.portal import caching
from tests.elements import elements
from tests.minutes.record import m01
from tests.publications import PDF, freeze, publisher

URL = "/minutes/lkm/IntA/1/2026/"
MODEL = "/minutes/musterland/IntA/7/2026/"
SECRET = "Grundstück am Bach"


@pytest.fixture
def model(db):
    """The model protocol, published."""
    data = m01.create()
    freeze(data.session)
    return data


def marry(person) -> None:
    """The person gets another name."""
    type(person).objects.filter(pk=person.pk).update(last_name="Neuname")


def text(response) -> str:
    """The words of a page."""
    return " ".join(response.content.decode().split())


def test_everybody_reads_the_public_version(client, published):
    response = client.get(URL)
    assert response.status_code == 200
    assert "Punkt 2" in text(response)
    assert SECRET not in text(response)


def test_those_entitled_read_all_of_it_marked_as_such(councillor, published):
    page = text(councillor.get(URL))
    assert SECRET in page
    assert "Nichtöffentlich – nur für Berechtigte." in page


def test_others_who_log_in_read_what_everybody_reads(stranger, published):
    page = text(stranger.get(URL))
    assert SECRET not in page
    assert "Nichtöffentlich" not in page


def test_those_entitled_may_look_at_the_version_for_everybody(councillor, published):
    response = councillor.get(URL, {"audience": "public"})
    assert SECRET not in text(response)
    assert elements(response).all("a", href=f"{URL}minutes.pdf?audience=public")
    assert councillor.get(f"{URL}minutes.pdf", {"audience": "public"}).content == PDF + b"public"


@pytest.mark.parametrize("audience", ["internal", "", "x"])
def test_nobody_gets_more_by_asking_for_it(client, stranger, published, audience):
    for visitor in (client, stranger):
        assert SECRET not in text(visitor.get(URL, {"audience": audience}))
        assert visitor.get(f"{URL}minutes.pdf", {"audience": audience}).content == PDF + b"public"


@pytest.mark.parametrize("path", ["", "minutes.pdf", "minutes.json", "items/1/", "items/1/extract.pdf"])
def test_a_draft_does_not_exist(client, councillor, room, path):
    assert client.get(URL + path).status_code == 404
    assert councillor.get(URL + path).status_code == 404


@pytest.mark.parametrize("url", ["/minutes/lkm/IntA/2/2026/", "/minutes/x/IntA/1/2026/", "/minutes/lkm/X/1/2026/"])
def test_other_addresses_lead_nowhere(client, published, url):
    assert client.get(url).status_code == 404


def test_the_page_stays_as_it_was_published(client, room, published):
    marry(room["Kohl"].person)
    assert "Neuname" not in text(client.get(URL))
    freeze(room.session)
    assert "Neuname" not in text(client.get(URL))


def test_it_reads_like_the_protocol(client, model):
    page = text(client.get(MODEL))
    for words in (
        "Niederschrift über die 7. Sitzung des Integrationsausschusses (IntA/7/2026)",
        "Mittwoch, 18.11.2026",
        "ab TOP 3 (16:52 Uhr)",
        "Vertretung für Ktabg. Ramers, Carsten",
        '<span class="speaker">MA Dregger</span> berichtet',
        "einstimmig bei 1 Enthaltung",
        "Mit Ja stimmten",
        "Bednar, Kohl, Neuhaus, Schemmer",
        "Der Antrag ist damit bei Stimmengleichheit abgelehnt.",
        "Präsentation zu TOP 2",
    ):
        assert words in page, words


def test_its_headings_are_title_parts_and_items(client, model):
    found = [tag for tag, _attributes in elements(client.get(MODEL)).found if tag in ("h1", "h2", "h3", "h4")]
    assert found.count("h1") == 1
    levels = [int(tag[1]) for tag in found]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_the_agenda_leads_to_the_items(client, model):
    page = elements(client.get(MODEL))
    targets = [attrs["href"] for attrs in page.all("a") if attrs.get("href", "").startswith("#top-")]
    # Then the decisions at a glance lead there too.
    assert targets[:7] == [f"#top-{number}" for number in range(1, 8)]
    assert {target[1:] for target in targets} <= set(page.ids)


def test_text_that_looks_like_markup_is_text(client, room):
    Contribution.objects.create(item=room.items[0], position=1, kind="note", text="<script>alert(1)</script> & mehr")
    freeze(room.session)
    page = client.get(URL).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; mehr" in page


def test_the_page_takes_three_queries_whatever_it_shows(client, model, django_assert_num_queries):
    with django_assert_num_queries(3):
        client.get(MODEL)


def test_an_item_has_its_own_page(client, model):
    response = client.get(f"{MODEL}items/5/")
    assert "Antrag der SPD-Kreistagsfraktion" in text(response)
    assert "Zuschuss an den Verein" not in text(response).split("<article")[1].split("</article>")[0]
    assert elements(response).all("a", href=f"{MODEL}items/4/", rel="prev")
    assert elements(response).all("a", href=f"{MODEL}items/6/", rel="next")
    assert elements(response).all("a", href=f"{MODEL}items/5/extract.pdf")


@pytest.mark.parametrize("written", ["3", "Ö3", "Ö 3", "TOP 3"])
def test_an_item_is_found_as_people_write_it(client, model, written):
    assert "1. Integrationskonzept" in text(client.get(f"{MODEL}items/{written}/"))


@pytest.mark.parametrize("written", ["8", "N8", "99", "x"])
def test_an_item_that_this_reader_has_not_is_a_page_that_says_so(client, model, written):
    for ending in ("", "extract.pdf", "extract.json"):
        response = client.get(f"{MODEL}items/{written}/{ending}")
        assert response.status_code == 404
        assert "Dieses Dokument kann nicht erzeugt werden" in text(response)


def test_the_pdf_is_the_one_that_was_published(client, councillor, published):
    response = client.get(f"{URL}minutes.pdf")
    assert response.content == PDF + b"public"
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="IntA-1-2026-Niederschrift.pdf"'


def test_the_file_with_the_non_public_part_says_so_in_its_name(councillor, published):
    response = councillor.get(f"{URL}minutes.pdf")
    assert response.content == PDF + b"internal"
    assert "IntA-1-2026-Niederschrift-nichtoeffentlich.pdf" in response["Content-Disposition"]


def test_the_data_are_the_frozen_record_byte_for_byte(client, published):
    response = client.get(f"{URL}minutes.json")
    assert response.content.decode() == published["public"].record
    assert json.loads(response.content)["reference"] == "IntA/1/2026"
    assert response["Content-Disposition"].startswith("attachment")


def test_the_extract_is_made_from_the_frozen_record(client, room, published):
    marry(room["Kohl"].person)
    response = client.get(f"{URL}items/2/extract.pdf")
    words = "".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages)
    assert "Punkt 2" in words
    assert "Neuname" not in words
    assert "Entwurf" not in words


def test_without_the_pdf_engine_there_is_a_sentence_and_503(client, published, monkeypatch):
    def missing():
        raise PdfEngineMissing("libpango")

    monkeypatch.setattr(engine, "_weasyprint", missing)
    response = client.get(f"{URL}items/1/extract.pdf")
    assert response.status_code == 503
    assert "Pango" in text(response)
    assert "ETag" not in response


@pytest.mark.parametrize("path", ["", "minutes.pdf", "minutes.json", "items/1/"])
def test_an_unchanged_version_is_not_sent_again(client, published, path):
    first = client.get(URL + path)
    again = client.get(URL + path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Last-Modified"]
    assert client.get(URL + path, headers={"if-modified-since": first["Last-Modified"]}).status_code == 304


def test_a_304_costs_no_content(client, published, django_assert_num_queries):
    tag = client.get(f"{URL}minutes.pdf")["ETag"]
    with django_assert_num_queries(2):
        client.get(f"{URL}minutes.pdf", headers={"if-none-match": tag})


def test_another_version_language_look_or_reader_is_sent(client, councillor, stranger, room, published):
    tag = client.get(URL)["ETag"]
    sent = {"if-none-match": tag}
    assert councillor.get(URL, headers=sent).status_code == 200
    assert stranger.get(URL, headers=sent).status_code == 200
    client.cookies["theme"] = "dark"
    assert client.get(URL, headers=sent).status_code == 200
    client.cookies["theme"] = ""
    client.cookies["django_language"] = "en"
    assert client.get(URL, headers=sent).status_code == 200
    client.cookies["django_language"] = ""
    assert client.get(URL, headers=sent).status_code == 304
    freeze(room.session)
    assert client.get(URL, headers=sent).status_code == 200


def test_a_message_that_waits_is_shown_although_the_browser_has_the_page(rf, published):
    publication = published["public"]
    request = rf.get(URL)
    request.user, request.LANGUAGE_CODE = AnonymousUser(), "de"
    request.META["HTTP_IF_NONE_MATCH"] = caching.etag(request, publication, publication.visible_from)
    assert caching.answer(request, publication, HttpResponse).status_code == 304
    request._messages = CookieStorage(request)
    messages.info(request, "Gespeichert.")
    assert caching.answer(request, publication, HttpResponse).status_code == 200


@pytest.mark.parametrize("path", ["", "minutes.pdf", "minutes.json", "items/1/"])
def test_only_what_everybody_reads_may_be_kept_by_a_shared_cache_which_asks_again(client, councillor, published, path):
    assert "private" in councillor.get(URL + path)["Cache-Control"]
    assert client.get(URL + path)["Cache-Control"] == "public, no-cache"
    assert "Cookie" in client.get(URL + path)["Vary"]


def test_what_was_settled_stands_together_before_all_that_was_said(client, model):
    page = client.get(MODEL)
    table = page.content.decode().partition('class="glance"')[2].partition("</table>")[0]
    assert re.findall(r'href="#top-(\d)"', table) == ["2", "3", "4", "5"]
    assert "ungeändert beschlossen" in table
    assert "5 JA-Stimmen, 2 NEIN-Stimmen" in table


def test_the_agenda_is_among_the_documents_once_it_is_published(client, room):
    publishing.publish_agenda(room.session, by=publisher())
    freeze(room.session)
    assert elements(client.get(URL)).all("a", href=f"{URL}agenda/")


def test_without_a_published_agenda_none_is_offered(client, published):
    assert not elements(client.get(URL)).all("a", href=f"{URL}agenda/")
