"""The desk after publishing: who objected, what became of it, and a correction with its question."""

import pytest

from committees.models import User
from minutes import documents
from minutes.models import Correction, Objection, Publication
from tests import cast, ready
from tests.clock import stand_at
from tests.corrections import LATER, PUBLISHED, deciding_item, objection
from tests.elements import elements
from tests.minutes.desk.pages import url

TEXT = "Ktabg. Kohl hat dagegen gestimmt."


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    file = documents.Rendered(content=b"%PDF-1.7", content_type="application/pdf", filename="minutes.pdf")
    monkeypatch.setattr(documents, "render", lambda *args, **options: file)
    stand_at(monkeypatch, PUBLISHED)


@pytest.fixture
def later(monkeypatch, clerk):
    """The day of the later session, for a clerk who has logged in again."""
    stand_at(monkeypatch, LATER)
    clerk.force_login(User.objects.get(role="clerk"))


@pytest.fixture
def recorder(place):
    return cast.user("admin")


@pytest.fixture
def room(place, recorder):
    """A session whose minutes are published."""
    room = ready.room(place)
    ready.published(room, by=recorder)
    return room


@pytest.fixture
def upheld(place, room, recorder):
    row = objection(room, by=recorder, item=room.items[0])
    Objection.objects.filter(pk=row.pk).update(outcome="upheld", decided_at_item=deciding_item(place, room.session))
    return Objection.objects.get(pk=row.pk)


def text(response) -> str:
    return " ".join(response.content.decode().split())


def _objection(room, **entries):
    person = room["Kohl"].person_id
    return {"raised_by": person, "raised_on": PUBLISHED.isoformat(), "item": "", "text": TEXT, **entries}


def _correction(**entries):
    return {"text": TEXT, "made_on": LATER.isoformat(), "item": "", "objection": "", **entries}


def test_the_page_of_the_session_leads_there(clerk, room):
    page = clerk.get(url("session-detail", room.session.pk))
    assert elements(page).all("a", href=url("correction-list", room.session.pk))


def test_it_does_not_while_nothing_is_signed(clerk, place):
    session = cast.session(place).session
    page = clerk.get(url("session-detail", session.pk))
    assert not elements(page).all("a", href=url("correction-list", session.pk))
    assert clerk.get(url("correction-list", session.pk)).status_code == 200


def test_an_objection_is_recorded(clerk, room):
    item = room.items[0]
    response = clerk.post(url("objection-enter", room.session.pk), _objection(room, item=str(item.pk)))
    assert response.url == url("correction-list", room.session.pk)
    row = Objection.objects.get()
    assert (row.raised_by, row.item, row.is_late) == (room["Kohl"].person, item, False)
    assert TEXT in text(clerk.get(response.url))


def test_sent_twice_it_is_one(clerk, room):
    for _time in range(2):
        clerk.post(url("objection-enter", room.session.pk), _objection(room))
    assert Objection.objects.count() == 1


def test_a_late_one_is_marked(clerk, room, later):
    clerk.post(url("objection-enter", room.session.pk), _objection(room, raised_on=LATER.isoformat()))
    assert Objection.objects.get().is_late
    assert "badge--warning" in text(clerk.get(url("correction-list", room.session.pk)))


@pytest.mark.parametrize(
    ("field", "value"),
    [("text", ""), ("raised_by", ""), ("raised_on", "2026-03-12"), ("raised_on", "x"), ("item", "x")],
)
def test_what_is_wrong_is_said_at_its_field(clerk, room, field, value):
    response = clerk.post(url("objection-enter", room.session.pk), _objection(room, **{field: value}))
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert value == "" or f'value="{value}"' in text(response) or field == "item"
    assert not Objection.objects.exists()


def test_strangers_do_not_object(clerk, room):
    stranger = cast.member(cast.county("other"), "Fremd").person
    response = clerk.post(url("objection-enter", room.session.pk), _objection(room, raised_by=stranger.pk))
    assert response.status_code == 422
    assert not Objection.objects.exists()


def test_what_nobody_can_read_nobody_objects_to(clerk, place):
    session = cast.session(place, members=("Kohl",))
    response = clerk.post(url("objection-enter", session.session.pk), _objection(session))
    assert response.status_code == 422
    assert not Objection.objects.exists()


def test_a_decision_is_noted_with_its_item(clerk, place, room, recorder, later):
    row = objection(room, by=recorder)
    item = deciding_item(place, room.session)
    response = clerk.post(url("objection-decide", row.pk), {"outcome": "dismissed", "at_item": item.pk})
    assert response.url == url("correction-list", room.session.pk)
    row.refresh_from_db()
    assert (row.outcome, row.decided_at_item) == ("dismissed", item)


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({"outcome": "upheld"}, "at_item"),
        ({"outcome": "x"}, "outcome"),
        ({}, "outcome"),
        ({"outcome": "open"}, "outcome"),
    ],
)
def test_a_decision_that_lacks_something_is_none(clerk, room, recorder, entries, field):
    row = objection(room, by=recorder)
    response = clerk.post(url("objection-decide", row.pk), entries)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    row.refresh_from_db()
    assert row.outcome == "open"


def test_the_item_that_decided_stays_on_its_agenda(clerk, room, upheld):
    item = upheld.decided_at_item
    assert clerk.post(url("item-delete", item.pk)).status_code == 409
    assert clerk.post(url("session-delete", item.session_id)).status_code == 409


def test_a_correction_is_seen_before_it_is_published(clerk, room, later):
    entries = _correction(item=str(room.items[0].pk), is_public="on")
    response = clerk.post(url("correction-create", room.session.pk), entries)
    assert response.status_code == 200
    page = text(response)
    assert "Berichtigung vom 06.05.2026 zu TOP 1" in page
    assert TEXT in page
    assert response.context["public_note"]
    assert not Correction.objects.exists()
    assert Publication.objects.filter(edition=2).count() == 0
    hidden = {field["name"]: field["value"] for field in elements(response).all("input", type="hidden")}
    assert {name: hidden[name] for name in hidden if name in response.context["fields"]} == {
        key: value for key, value in entries.items() if value
    }


def test_then_it_is_published(clerk, room, upheld, later):
    entries = _correction(is_public="on", objection=upheld.pk, step="publish")
    response = clerk.post(url("correction-create", room.session.pk), entries)
    assert response.url == url("correction-list", room.session.pk)
    assert Correction.objects.get().objection == upheld
    assert Publication.objects.filter(edition=2, audience="public").get().note == "Berichtigung vom 06.05.2026"
    assert TEXT in text(clerk.get("/minutes/lkm/IntA/1/2026/"))


def test_or_changed_again_with_what_was_typed(clerk, room, later):
    response = clerk.post(url("correction-create", room.session.pk), _correction(step="change"))
    assert response.status_code == 200
    assert TEXT in text(response)
    assert not response.context["form"].errors
    assert not Correction.objects.exists()


def test_the_preview_says_when_the_public_reads_nothing(clerk, room, later):
    entries = _correction(item=str(room.items[-1].pk))
    response = clerk.post(url("correction-create", room.session.pk), entries)
    assert response.context["public_note"] is None
    assert "zu TOP" in response.context["note"].heading


def test_a_non_public_item_is_not_corrected_in_public(clerk, room, later):
    entries = _correction(item=str(room.items[-1].pk), is_public="on", step="publish")
    response = clerk.post(url("correction-create", room.session.pk), entries)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["is_public"]
    assert TEXT in text(response)
    assert not Correction.objects.exists()


def test_the_objection_names_what_is_corrected(clerk, room, upheld):
    response = clerk.get(url("correction-create", room.session.pk), {"objection": upheld.pk})
    assert response.context["form"]["item"].value() == str(room.items[0].pk)
    assert response.context["form"]["objection"].value() == upheld.pk


@pytest.mark.parametrize("key", ["x", "99999", "9" * 40, "²"])
def test_a_key_that_names_none_is_none(clerk, room, key):
    assert clerk.get(url("correction-create", room.session.pk), {"objection": key}).status_code == 200


@pytest.mark.parametrize("count", [1, 4])
def test_number_of_queries(clerk, place, room, recorder, django_assert_num_queries, count):
    item = deciding_item(place, room.session)
    for number in range(count):
        row = objection(room, by=recorder, item=room.items[0], text=f"Einwendung {number}")
        Objection.objects.filter(pk=row.pk).update(outcome="dismissed", decided_at_item=item)
    with django_assert_num_queries(9):
        page = clerk.get(url("correction-list", room.session.pk))
    assert f"Einwendung {count - 1}" in text(page)
