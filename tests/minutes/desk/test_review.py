"""Finishing the minutes in the browser: what is missing, remarks, signatures."""

import pytest
from django.test import Client
from django.urls import reverse

from committees.models import RuleProfile, Session
from minutes import workflow
from minutes.models import Contribution, GapReason, Remark, SealedRecord, Signature
from tests import cast, ready
from tests.elements import elements


@pytest.fixture
def room(place):
    return ready.room(place)


@pytest.fixture
def recorder(place, clerk):
    """The user in whose browser the clerk works."""
    return place.committee.users.get()


@pytest.fixture
def chair(room) -> Client:
    """The browser of who chaired the session, logged in a moment ago."""
    return confirmed(cast.user("chair", person=room["Kohl"].person))


def confirmed(user) -> Client:
    """A browser in which a user has just given the password."""
    browser = Client()
    browser.post(reverse("account_login"), {"login": user.email, "password": "geheim-genug-1"})
    return browser


def url(name: str, room, *more: object) -> str:
    return reverse(f"minutes:{name}", args=[room.session.pk, *more])


def state(room) -> str:
    return workflow.state(Session.objects.get(pk=room.session.pk))


def page(response) -> str:
    return " ".join(response.content.decode().split())


def test_it_says_how_far_the_minutes_are_and_that_nothing_is_missing(clerk, room):
    text = page(clerk.get(url("review", room)))
    assert "Es fehlt nichts." in text
    assert elements(clerk.get(url("review", room))).all("li", **{"aria-current": "step"})


def test_each_gap_leads_to_where_it_is_mended(clerk, room):
    Session.objects.filter(pk=room.session.pk).update(place="")
    found = elements(clerk.get(url("review", room)))
    assert found.all("a", href=url("session-edit", room))


def test_a_gap_gets_its_reason(clerk, room):
    Session.objects.filter(pk=room.session.pk).update(place="")
    address = f"{url('gap-reason', room)}?gap=place"
    assert "Der Ort der Sitzung ist nicht festgehalten." in page(clerk.get(address))
    assert clerk.post(address, {"reason": ""}).status_code == 422
    assert clerk.post(address, {"reason": "Digitale Sitzung"}).status_code == 302
    assert GapReason.objects.get().reason == "Digitale Sitzung"
    assert "Digitale Sitzung" in page(clerk.get(url("review", room)))


@pytest.mark.parametrize("gap", ["", "nothing", "chair"])
def test_what_is_no_gap_that_may_stay_has_no_page(clerk, room, gap):
    assert clerk.get(f"{url('gap-reason', room)}?gap={gap}").status_code == 404


def test_a_remark_is_made_at_an_item_and_settled(clerk, chair, room):
    entries = {"item": str(room.items[0].pk), "text": "Bitte kürzen."}
    assert chair.post(url("remark-add", room), entries).status_code == 302
    remark = Remark.objects.get()
    assert (remark.item, remark.text) == (room.items[0], "Bitte kürzen.")
    assert "Bitte kürzen." in page(clerk.get(url("review", room)))
    assert clerk.post(reverse("minutes:remark-settle", args=[remark.pk])).status_code == 302
    assert Remark.objects.get().settled_at


def test_an_empty_remark_is_refused_at_its_field(chair, room):
    response = chair.post(url("remark-add", room), {"item": str(room.items[0].pk), "text": ""})
    assert response.status_code == 422
    assert not Remark.objects.exists()
    assert "selected" in elements(response).all("option", value=str(room.items[0].pk))[0]


def test_submitted_the_chair_signs_and_the_session_is_sealed(clerk, chair, room):
    assert clerk.post(url("submit", room)).status_code == 302
    form = elements(chair.get(url("sign", room, "chair")))
    text = form.all("input", name="text")[0]["value"]
    response = chair.post(url("sign", room, "chair"), {"confirms": "on", "text": text})
    assert response.status_code == 302
    assert state(room) == "in_signing"
    assert Signature.objects.get().role == "chair"


def test_without_the_tick_nothing_is_signed(clerk, chair, room):
    clerk.post(url("submit", room))
    assert chair.post(url("sign", room, "chair"), {"text": "x"}).status_code == 422
    assert not Signature.objects.exists()


def test_a_text_that_changed_meanwhile_is_not_signed(clerk, chair, room):
    clerk.post(url("submit", room))
    text = elements(chair.get(url("sign", room, "chair"))).all("input", name="text")[0]["value"]
    Contribution.objects.filter(item=room.items[0]).update(text="Anders.")
    response = chair.post(url("sign", room, "chair"), {"confirms": "on", "text": text})
    assert response.status_code == 422
    assert "seit Sie diese Seite geöffnet haben" in page(response)
    assert not Signature.objects.exists()
    assert not SealedRecord.objects.exists()
    assert state(room) == "in_review"


def test_who_logged_in_long_ago_gives_the_password_again(client, room, recorder):
    client.force_login(cast.user("chair", person=room["Kohl"].person))
    workflow.submit(room.session, by=recorder)
    response = client.post(url("sign", room, "chair"), {"confirms": "on"})
    assert response.status_code == 302
    assert "reauthenticate" in response["Location"]
    assert not Signature.objects.exists()


def test_nobody_signs_for_somebody_else(chair, room, recorder):
    workflow.submit(room.session, by=recorder)
    assert chair.get(url("sign", room, "minute_taker")).status_code == 403
    assert confirmed(recorder).post(url("sign", room, "chair"), {"confirms": "on", "text": "x"}).status_code == 403


def test_the_clerk_enters_a_signature_on_paper(recorder, room):
    workflow.submit(room.session, by=recorder)
    browser = confirmed(recorder)
    entries = {"signed_on": "2026-03-20"}
    assert browser.post(url("signature-enter", room, "chair"), entries).status_code == 302
    row = Signature.objects.get()
    assert (row.is_on_paper, row.signed_on.isoformat()) == (True, "2026-03-20")


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({"signed_on": "2026-03-10"}, "signed_on"),
        ({"signed_on": "2199-01-01"}, "signed_on"),
        ({"signed_on": "2026-03-20", "is_refused": "on"}, "reason"),
        ({"signed_on": "2026-03-20", "reason": "Nicht einverstanden"}, "is_refused"),
    ],
)
def test_what_does_not_fit_is_refused_at_its_field(recorder, room, entries, field):
    workflow.submit(room.session, by=recorder)
    response = confirmed(recorder).post(url("signature-enter", room, "chair"), entries)
    assert response.status_code == 422
    assert f'id="id_{field}_error"' in response.content.decode()
    assert not Signature.objects.exists()


def test_a_refusal_is_noted(recorder, room):
    workflow.submit(room.session, by=recorder)
    browser = confirmed(recorder)
    entries = {"signed_on": "2026-03-20", "is_refused": "on", "reason": "TOP 1 fehlt"}
    browser.post(url("signature-enter", room, "chair"), entries)
    assert "TOP 1 fehlt" in page(browser.get(url("review", room)))


def test_taken_back_it_is_a_draft_with_the_reason_as_remark(clerk, chair, room, recorder):
    workflow.submit(room.session, by=recorder)
    workflow.sign(room.session, "chair", by=recorder)
    assert "Bisherige Unterschriften werden ungültig." in page(clerk.get(url("take-back", room)))
    assert chair.post(url("take-back", room), {"reason": ""}).status_code == 422
    assert chair.post(url("take-back", room), {"reason": "Zahl falsch"}).status_code == 302
    assert state(room) == "draft"
    assert Remark.objects.get().text == "Zahl falsch"


def test_a_member_who_signs_too_reads_the_draft_and_signs_but_takes_nothing_back(place, room, recorder):
    RuleProfile.objects.update(signatories=["chair", "minute_taker", "co_signer"])
    member = cast.attend(room, cast.member(place, "Neu"), duty="co_signer")
    browser = confirmed(cast.user("councillor", person=member.person))
    workflow.submit(room.session, by=recorder)
    assert browser.get(url("review", room)).status_code == 200
    assert browser.get(url("sign", room, "co_signer")).status_code == 200
    assert browser.post(url("take-back", room), {"reason": "Nein"}).status_code == 403


def test_for_others_there_is_no_such_page(outsiders, room):
    for browser in outsiders:
        assert browser.get(url("review", room)).status_code == 404
        assert browser.post(url("submit", room)).status_code == 404


@pytest.mark.parametrize("remarks", [1, 6])
def test_it_takes_the_same_queries_for_any_number_of_remarks(clerk, room, recorder, django_assert_num_queries, remarks):
    for number in range(remarks):
        workflow.remark(room.session, by=recorder, text=f"Bemerkung {number}", item=room.items[0])
    with django_assert_num_queries(30):
        clerk.get(url("review", room))
