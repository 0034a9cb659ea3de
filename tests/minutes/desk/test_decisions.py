"""Decisions at the desk: text, recommendation, and the outcome against the votes."""

import datetime

import pytest

from committees.models import Committee
from tests import cast
from tests.minutes.desk.pages import url
from tests.minutes.desk.recording import count, decision, shown
from votes.models import Decision


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt", "Berg", "Clemens", "Deich"))


def _committee(place: cast.County, name: str, **fields) -> Committee:
    values = {"short_name": name.lower(), "seats": 9, "start": cast.TERM_START, **fields}
    return Committee.objects.create(body=place.body, name=name, **values)


def test_it_is_written_and_printed(clerk, room):
    item = room.items[0]
    text = "Der Bericht – „Bunt“ –\u00a0wird beschlossen. \n\n1) erstens"
    response = clerk.post(url("decision", item.pk), decision(resolution=text))
    assert response.status_code == 302
    assert Decision.objects.get().resolution == text
    page = shown(clerk.get(url("item", room.session.pk, item.pk)))
    assert "ungeändert beschlossen" in page
    assert "1) erstens" in page


def test_the_wording_of_the_outcome_is_kept(clerk, room):
    clerk.post(url("decision", room.items[0].pk), decision(outcome_text="einstimmig empfohlen"))
    page = shown(clerk.get(url("item", room.session.pk, room.items[0].pk)))
    assert "einstimmig empfohlen" in page
    assert "ungeändert beschlossen" not in page


def test_the_chain_of_recommendation_makes_the_sentence(clerk, place, room):
    first, last = _committee(place, "Kreisausschuss"), _committee(place, "Kreistag")
    sent = decision(step_1=first.pk, step_3=last.pk)
    assert clerk.post(url("decision", room.items[0].pk), sent).status_code == 302
    page = shown(clerk.get(url("item", room.session.pk, room.items[0].pk)))
    assert (
        "Der Integrationsausschuss empfiehlt dem Kreisausschuss, dem Kreistag folgenden Beschlussvorschlag zu "
        "unterbreiten:" in page
    )


def test_a_committee_stands_in_the_chain_once(clerk, place, room):
    first = _committee(place, "Kreisausschuss")
    response = clerk.post(url("decision", room.items[0].pk), decision(step_1=first.pk, step_2=first.pk))
    assert response.status_code == 422
    assert "Kreisausschuss steht zweimal da." in shown(response)


def test_ended_committees_are_offered_for_old_sessions_only(clerk, place, room):
    ended = _committee(place, "Werksausschuss", end=cast.DAY)
    gone = _committee(place, "Schulausschuss", end=cast.DAY - datetime.timedelta(days=1))
    assert clerk.post(url("decision", room.items[0].pk), decision(step_1=ended.pk)).status_code == 302
    assert clerk.post(url("decision", room.items[1].pk), decision(step_1=gone.pk)).status_code == 422


def test_a_tie_is_no_adoption_without_a_reason(clerk, room):
    item = room.items[0]
    count(clerk, item, yes=2, no=2, abstain=0, then="close")
    response = clerk.post(url("decision", item.pk), decision(resolution="Angenommen wird."))
    assert response.status_code == 422
    assert "Die Abstimmung ergab 2 Ja, 2 Nein: abgelehnt." in shown(response)
    assert "Angenommen wird." in response.content.decode()
    assert not Decision.objects.exists()
    sent = decision(outcome_reason="Beanstandet; gilt nach Auslegung als angenommen.")
    assert clerk.post(url("decision", item.pk), sent).status_code == 302


def test_an_adopted_motion_is_not_rejected_without_a_reason(clerk, room):
    item = room.items[0]
    count(clerk, item, yes=3, no=1, abstain=0)
    response = clerk.post(url("decision", item.pk), decision(outcome="rejected"))
    assert response.status_code == 422
    assert "Die Abstimmung ergab 3 Ja, 1 Nein: angenommen." in shown(response)


def test_carrying_the_question_to_reject_rejects_the_motion(clerk, room):
    item = room.items[0]
    count(clerk, item, yes=3, no=1, abstain=0, puts_rejection="on", then="close")
    assert clerk.post(url("decision", item.pk), decision()).status_code == 422
    assert clerk.post(url("decision", item.pk), decision(outcome="rejected")).status_code == 302


def test_unknown_counts_contradict_nothing(clerk, room):
    item = room.items[0]
    count(clerk, item, yes=1, then="close")
    assert clerk.post(url("decision", item.pk), decision(outcome="rejected")).status_code == 302


def test_a_roll_call_that_was_not_taken_contradicts_nothing(clerk, room):
    count(clerk, room.items[0], form="roll_call")
    assert clerk.post(url("decision", room.items[0].pk), decision()).status_code == 302


def test_sent_twice_it_is_saved_once(clerk, place, room):
    sent = decision(step_1=_committee(place, "Kreisausschuss").pk)
    assert [clerk.post(url("decision", room.items[0].pk), sent).status_code for _ in "ab"] == [302, 302]
    assert Decision.objects.get().version == 1


def test_a_stale_version_is_answered_with_both_texts(clerk, room):
    item = room.items[0]
    clerk.post(url("decision", item.pk), decision(resolution="Deins"))
    response = clerk.post(url("decision", item.pk), decision(resolution="Meins"))
    assert response.status_code == 409
    assert "Meins" in shown(response)
    assert "Deins" in shown(response)
    assert Decision.objects.get().resolution == "Deins"
    assert clerk.post(url("decision", item.pk), decision(resolution="Meins", version=1)).status_code == 302
    assert Decision.objects.get().resolution == "Meins"


def test_outsiders_find_nothing(outsiders, client, room):
    page = url("decision", room.items[0].pk)
    for browser in outsiders:
        assert browser.get(page).status_code == 404
        assert browser.post(page, decision()).status_code == 404
    assert client.post(page, decision()).status_code == 302
    assert not Decision.objects.exists()
