"""Taking over minutes in the browser: read, corrected beside the source, accepted; by clerks of the committee alone."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from committees.models import Session
from minutes import publishing
from minutes.desk import guards, text_imports
from minutes.importing.texts import storing
from minutes.models import Issue, Publication, TextImport
from minutes.record.serialise import from_bytes
from tests import cast
from tests.minutes.importing import place as places

pytestmark = pytest.mark.django_db
LIST = reverse("minutes:text-import-list")


@pytest.fixture
def place():
    return places.county()


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def office(clerk):
    client = Client(headers={"accept-language": "en"})
    client.cookies["django_language"] = "en"
    client.force_login(clerk)
    return client


def upload(office, place, *files, **fields):
    data = {"committee": place.committee.pk, "files": list(files), **fields}
    return office.post(LIST, data)


def file(name: str = "m01.txt", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, places.M01.read_bytes() if content is None else content)


@pytest.fixture
def row(office, place):
    upload(office, place, file())
    return TextImport.objects.get()


def fields_of(response, name: str = "form") -> dict:
    """What a office would send back of a form that nobody changes."""
    form = response.context[name]
    return {field.html_name: "" if field.value() is None else field.value() for field in form}


def field_of(response, label: str) -> str:
    """The name of the field with that label."""
    return next(name for name, field in response.context["form"].fields.items() if field.label == label)


def lines_of(response) -> dict:
    found = {"said-TOTAL_FORMS": len(response.context["lines"]), "said-INITIAL_FORMS": len(response.context["lines"])}
    for line, _said in response.context["lines"]:
        found |= {field.html_name: field.value() or "" for field in line}
    return found


def record(audience: str = "public"):
    return from_bytes(Publication.objects.filter(audience=audience).latest("pk").record.encode())


def test_a_file_is_read_and_waits_without_touching_any_session(office, place):
    response = upload(office, place, file())
    row = TextImport.objects.get()
    assert response.url == row.get_absolute_url()
    assert (row.file_name, row.session, len(row.draft["items"])) == ("m01.txt", None, 7)
    assert not Session.objects.exists()
    assert b"m01.txt" in office.get(LIST).content


def test_bad_files_are_named_at_the_field_and_good_ones_are_kept(office, place):
    response = upload(office, place, file("empty.txt", b""), file(), file("picture.png", b"\x89PNG\r\n\x1a\n" * 9))
    assert response.status_code == 422
    errors = response.context["form"].errors["files"]
    assert [error.split(":")[0] for error in errors] == ["empty.txt", "picture.png"]
    assert response.context["form"]["committee"].value() == str(place.committee.pk)
    assert TextImport.objects.get().file_name == "m01.txt"


def test_no_file_or_too_many_are_refused(office, place):
    assert upload(office, place).status_code == 422
    assert upload(office, place, *(file(f"{n}.txt", b"x") for n in range(11))).status_code == 422
    assert not TextImport.objects.exists()


def test_the_same_file_again_is_the_same_import(office, place, row):
    assert upload(office, place, file("other-name.txt")).url == row.get_absolute_url()
    assert TextImport.objects.count() == 1


def test_the_page_shows_every_paragraph_and_marks_the_doubtful_ones(office, row):
    response = office.get(row.get_absolute_url())
    content = response.content.decode()
    assert len(response.context["passages"]) == len(row.draft["source"]["passages"])
    assert content.count("source__line--doubtful") == 1
    assert "Positiv äußert sich auch s. B. Kohl." in content


def test_session_people_and_unread_paragraphs_are_corrected(office, row):
    row.draft["unread"] = ["Ein Absatz ohne Platz."]
    row.save()
    page = office.get(row.get_absolute_url())
    fields = fields_of(page)
    wanted, unread = field_of(page, "Wiesmann, Paul"), field_of(page, "Ein Absatz ohne Platz.")
    response = office.post(
        row.get_absolute_url(), fields | {"number": "9/2026", wanted: "new", unread: "2"}, follow=True
    )
    assert response.status_code == 200
    row.refresh_from_db()
    assert (row.draft["number"], row.draft["people"]["Wiesmann, Paul"]) == ("9/2026", "new")
    assert row.draft["unread"] == []
    assert row.draft["items"][2]["notes"][-1]["text"] == "Ein Absatz ohne Platz."


def test_an_item_is_corrected_value_by_value(office, row):
    url = reverse("minutes:text-import-item", args=[row.pk, 3])
    page = office.get(url)
    fields = fields_of(page) | lines_of(page)
    fields |= {"title": "Neuer Titel", "public": "no", "outcome": "deferred", "vote-0-yes": "", "vote-0-no": "2"}
    fields |= {"said-0-speaker": "Ktabg. Lütke", "said-1-kind": "out"}
    assert office.post(url, fields).status_code == 302
    row.refresh_from_db()
    item = row.draft["items"][2]
    assert (item["title"], item["public"], item["outcome"]["code"]) == ("Neuer Titel", False, "deferred")
    assert ("yes" in item["votes"][0], item["votes"][0]["no"]) == (False, 2)
    assert [said["speaker"] for said in item["contributions"]] == ["Ktabg. Lütke"]
    assert row.draft["unread"] == ["Positiv äußert sich auch s. B. Kohl."]


def test_what_is_odd_about_an_item_stands_beside_its_values(office, place):
    head = "Niederschrift\n\nTagesordnung\n1. Zaun\n2. Steg"
    fence = "1. Zaun\n\nBeschluss:\n\nDer Zaun am Weiher wird gebaut."
    text = f"{head}\n\n{fence}\n\n2. Steg\n\nKtabg. Merten fragt nach dem Steg."
    upload(office, place, file("zaun.txt", text.encode()))
    row = TextImport.objects.get()
    sentence = (
        "The source gives no result for the resolution: it was taken as adopted. (Der Zaun am Weiher wird gebaut.)"
    )
    pages = [office.get(reverse("minutes:text-import-item", args=[row.pk, place])) for place in (1, 2)]
    assert [page.context["warnings"] for page in pages] == [[sentence], []]
    assert sentence in pages[0].content.decode()
    assert f"TOP 1: {sentence}" in office.get(row.get_absolute_url()).content.decode()


def test_refused_input_stays_with_a_sentence_at_the_field(office, row):
    url = reverse("minutes:text-import-item", args=[row.pk, 3])
    page = office.get(url)
    fields = fields_of(page) | lines_of(page) | {"vote-0-yes": "viele", "title": "Bleibt stehen"}
    response = office.post(url, fields)
    assert response.status_code == 422
    assert "Bleibt stehen" in response.content.decode()
    assert response.context["form"].errors["vote-0-yes"]
    for forged in ({}, fields | {"said-TOTAL_FORMS": "99999999"}, fields | {"version": "x"}):
        assert office.post(url, forged).status_code == 422


def test_two_clerks_do_not_overwrite_each_other(office, row):
    page = office.get(row.get_absolute_url())
    fields = fields_of(page)
    TextImport.objects.update(version=5)
    response = office.post(row.get_absolute_url(), fields | {"number": "9/2026"})
    assert response.status_code == 422
    assert 'value="9/2026"' in response.content.decode()
    again = fields_of(response) | {"number": "9/2026"}
    assert office.post(row.get_absolute_url(), again).status_code == 302


def test_choices_belong_to_their_names_whatever_else_changes(office, row):
    row.draft["unread"] = ["Erster Absatz.", "Zweiter Absatz."]
    row.save()
    page = office.get(row.get_absolute_url())
    fields = fields_of(page) | {field_of(page, "Zweiter Absatz."): "1", field_of(page, "Wiesmann, Paul"): "written"}
    row.draft["unread"] = ["Zweiter Absatz.", "Dritter Absatz."]
    row.draft["people"] = {"Dregger": "written"}
    row.draft["attendance"] = [
        {**group, "people": [one for one in group["people"] if "Wende" not in one["name"]]}
        for group in row.draft["attendance"]
    ]
    row.version = 2
    row.save()
    response = office.post(row.get_absolute_url(), fields)
    assert response.status_code == 422
    assert office.post(row.get_absolute_url(), fields_of(response)).status_code == 302
    row.refresh_from_db()
    assert row.draft["unread"] == ["Dritter Absatz."]
    assert row.draft["items"][1]["notes"][-1]["text"] == "Zweiter Absatz."
    assert row.draft["people"]["Wiesmann, Paul"] == "written"


def test_contributions_that_moved_are_not_corrected_by_place(office, row):
    url = reverse("minutes:text-import-item", args=[row.pk, 3])
    page = office.get(url)
    fields = fields_of(page) | lines_of(page) | {"said-1-text": "Mühsam getippte Worte."}
    _first, *rest = row.draft["items"][2]["contributions"]
    row.draft["items"][2]["contributions"] = rest
    row.version = 2
    row.save()
    for version in ("1", "2"):
        response = office.post(url, fields | {"version": version})
        content = response.content.decode()
        assert response.status_code == 409
        assert "Mühsam getippte Worte." in content
        assert response.context["lines"][0][0]["text"].value() == rest[0]["text"]
    row.refresh_from_db()
    assert row.draft["items"][2]["contributions"] == rest
    again = fields_of(response) | lines_of(response) | {"said-0-text": "Mühsam getippte Worte."}
    assert office.post(url, again).status_code == 302


def test_more_or_fewer_contributions_than_were_shown_are_refused(office, row):
    url = reverse("minutes:text-import-item", args=[row.pk, 3])
    page = office.get(url)
    fields = fields_of(page) | lines_of(page)
    count = fields["said-TOTAL_FORMS"]
    more = {f"said-{count}-kind": "speech", f"said-{count}-text": "Mehr."}
    for total in (count - 1, count + 1):
        response = office.post(url, fields | more | {"said-TOTAL_FORMS": total})
        assert (response.status_code, "Mehr." in response.content.decode()) == (409, True)
    row.refresh_from_db()
    assert row.version == 1


def test_empty_lines_of_a_browser_begin_a_paragraph(office, row):
    url = reverse("minutes:text-import-item", args=[row.pk, 3])
    page = office.get(url)
    fields = fields_of(page) | lines_of(page) | {"resolution": "Erstens.\r\n\r\nZweitens.\r\n \r\n\r\nDrittens."}
    assert office.post(url, fields).status_code == 302
    row.refresh_from_db()
    assert row.draft["items"][2]["resolution"] == ["Erstens.", "Zweitens.", "Drittens."]


def test_what_is_typed_for_a_reading_that_was_discarded_meanwhile_is_shown(office, row, monkeypatch):
    urls = (row.get_absolute_url(), reverse("minutes:text-import-item", args=[row.pk, 3]))
    pages = [office.get(url) for url in urls]
    found = text_imports._get

    def discarding(request, pk):
        row = found(request, pk)
        TextImport.objects.all().delete()
        return row

    monkeypatch.setattr(text_imports, "_get", discarding)
    for url, page in zip(urls, pages, strict=True):
        fields = fields_of(page) | (lines_of(page) if "lines" in page.context else {})
        response = office.post(url, fields | {"number": "9/2027"})
        assert (response.status_code, "9/2027" in response.content.decode()) == (409, True)
        row.save(force_insert=True)
    assert office.post(reverse("minutes:text-import-accept", args=[row.pk]), {"version": 1}).status_code == 404
    assert office.post(reverse("minutes:text-import-discard", args=[row.pk])).status_code == 302


def test_what_was_accepted_meanwhile_is_not_discarded(office, row, clerk, monkeypatch):
    found = text_imports._get

    def accepting(request, pk):
        row = found(request, pk)
        storing.accept(found(request, pk), by=clerk)
        return row

    monkeypatch.setattr(text_imports, "_get", accepting)
    assert office.post(reverse("minutes:text-import-discard", args=[row.pk])).status_code == 302
    assert TextImport.objects.get().session is not None


def test_accepting_shows_what_becomes_public_and_publishes_it(office, row):
    url = reverse("minutes:text-import-accept", args=[row.pk])
    page = office.get(url)
    assert [item.number for item in page.context["public_items"]] == list("1234567")
    response = office.post(url, {"version": row.version}, follow=True)
    assert response.status_code == 200
    row.refresh_from_db()
    assert Issue.objects.current().count() == 2
    assert row.session.reference == "IntA/7/2026"
    assert b"Niederschrift" in Client().get("/minutes/lkm/IntA/7/2026/").content
    for name in ("text-import-accept", "text-import-discard", "text-import"):
        assert office.post(reverse(f"minutes:{name}", args=[row.pk])).status_code == 302
    assert TextImport.objects.filter(pk=row.pk).exists()


def test_only_what_was_shown_is_published(office, row, clerk):
    url = reverse("minutes:text-import-accept", args=[row.pk])
    shown = {"version": row.version}
    TextImport.objects.update(version=2)
    for fields in (shown, {}, {"version": "x"}, {"version": 2, "again": "yes"}):
        response = office.post(url, fields)
        assert (response.status_code, response.context["conflict"]) == (409, True)
    assert not Session.objects.exists()
    assert office.post(url, {"version": 2}).status_code == 302
    assert Issue.objects.current().count() == 2


def test_what_was_withdrawn_since_the_page_was_made_stays_withdrawn(office, row, place, clerk):
    other = storing.new_import(b"other", "other.txt", row.draft, place.committee, by=clerk)
    other.save()
    url = reverse("minutes:text-import-accept", args=[other.pk])
    storing.accept(row, by=clerk)
    page = office.get(url)
    for publication in Publication.objects.all():
        publishing.withdraw(publication, by=clerk, reason="Datenschutz")
    assert 'name="again"' not in page.content.decode()
    response = office.post(url, {"version": 1})
    assert response.status_code == 409
    assert not Issue.objects.current().exists()
    assert 'name="again"' in response.content.decode()
    assert office.post(url, {"version": 1, "again": "yes"}).status_code == 302
    assert Issue.objects.current().count() == 2


def test_what_is_missing_is_said_before_accepting(office, place):
    single = (places.DATA / "minutes-texts" / "c01-unanimous.txt").read_bytes()
    upload(office, place, file("single.txt", single))
    row = TextImport.objects.get()
    response = office.post(reverse("minutes:text-import-accept", args=[row.pk]), follow=True)
    assert response.context["problems"]
    assert not Session.objects.exists()


def test_an_unclear_recused_member_is_chosen_before_accepting(office, row):
    row.draft["items"][2]["public"] = False
    row.draft["items"][2]["recused"] = ["Frau Unbekannt"]
    row.save()
    url = reverse("minutes:text-import-accept", args=[row.pk])
    for answer in (office.get(url), office.post(url, {"version": 1})):
        assert answer.url == row.get_absolute_url()
    page = office.get(row.get_absolute_url())
    assert any("Unbekannt" in sentence for sentence in page.context["problems"])
    fields = fields_of(page) | {field_of(page, "Unbekannt"): "written"}
    assert office.post(row.get_absolute_url(), fields).status_code == 302
    assert office.post(url, {"version": 2}).status_code == 302
    assert Session.objects.exists()


def test_a_recused_chair_is_named_at_the_item(office, row):
    row.draft["items"][2]["public"] = False
    row.draft["items"][2]["recused"] = ["Der Vorsitzende"]
    row.save()
    page = office.get(row.get_absolute_url())
    assert any("Der Vorsitzende" in sentence for sentence in page.context["problems"])
    url = reverse("minutes:text-import-item", args=[row.pk, 3])
    page = office.get(url)
    fields = fields_of(page) | lines_of(page) | {"recused": "Ktabg. Lütke\r\n\r\n"}
    assert office.post(url, fields).status_code == 302
    row.refresh_from_db()
    assert row.draft["items"][2]["recused"] == ["Ktabg. Lütke"]
    assert office.get(row.get_absolute_url()).context["problems"] == []


def test_discarding_asks_first(office, row):
    url = reverse("minutes:text-import-discard", args=[row.pk])
    assert office.get(url).status_code == 200
    assert TextImport.objects.exists()
    office.post(url)
    assert not TextImport.objects.exists()


def test_strangers_find_nothing(office, row, place):
    other = cast.county("other")
    stranger = Client()
    stranger.force_login(cast.user("chair", other.committee))
    clerk = Client()
    account = cast.user("reader", other.committee)
    account.role = "clerk"
    account.save()
    clerk.force_login(account)
    for name, args in (("text-import", []), ("text-import-item", [1]), ("text-import-accept", [])):
        for method in ("get", "post"):
            assert getattr(clerk, method)(reverse(f"minutes:{name}", args=[row.pk, *args])).status_code == 404
    assert stranger.get(LIST).status_code == 403
    assert row.file_name not in clerk.get(LIST).content.decode()
    refused = clerk.post(LIST, {"committee": place.committee.pk, "files": [file()]})
    assert (refused.status_code, TextImport.objects.count()) == (422, 1)
    assert office.get(reverse("minutes:text-import-item", args=[row.pk, 99])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_the_same_queries_however_many_wait(count, office, place, clerk, django_assert_num_queries):
    draft = storing.reading_of(places.M01.read_bytes(), "x")
    for number in range(count):
        storing.new_import(str(number).encode(), f"{number}.txt", draft, place.committee, by=clerk).save()
    office.get(LIST)
    with django_assert_num_queries(5):
        office.get(LIST)


def test_the_review_takes_the_same_queries_however_long_the_minutes(office, row, django_assert_num_queries):
    with django_assert_num_queries(17):
        office.get(row.get_absolute_url())


def test_an_imported_session_is_read_only_and_demands_nothing(office, row, place, clerk):
    office.post(reverse("minutes:text-import-accept", args=[row.pk]), {"version": row.version})
    session = Session.objects.get()
    page = office.get(reverse("minutes:session-detail", args=[session.pk]))
    assert page.templates[0].name == "minutes/desk/session_imported.html"
    assert "m01.txt" in page.content.decode()
    for name in ("session-edit", "item-create", "attendance-add", "session-delete"):
        answer = office.post(reverse(f"minutes:{name}", args=[session.pk]), {"title": "Neu"})
        assert answer.status_code == 423, name
    assert not session.items.exists()
    start = office.get(reverse("start"))
    assert not list(start.context["unpublished"])


def test_what_was_imported_while_a_request_waited_for_the_session_is_read_only(office, row, place, clerk, monkeypatch):
    session = cast.session(place, items=0, number=7, date=datetime.date(2026, 11, 18)).session
    hold = guards._hold

    def waiting(sessions):
        held = hold(sessions)
        storing.accept(row, by=clerk)
        return held

    monkeypatch.setattr(guards, "_hold", waiting)
    answer = office.post(reverse("minutes:item-create", args=[session.pk]), {"title": "Neu"})
    assert answer.status_code == 423
    assert not session.items.exists()
