"""The page of an item: everything recorded, worded as in the protocol, in a fixed number of queries."""

import pytest
from django.test import Client

from committees.models import AgendaItem, Presence, Recusal
from minutes.models import Contribution
from tests import cast
from tests.minutes.desk.pages import url
from tests.minutes.desk.recording import count, decision, shown, write
from votes.models import Decision


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt", "Berg", "Clemens"))


def _page(browser: Client, item: AgendaItem) -> str:
    return shown(browser.get(url("item", item.session_id, item.pk)))


def test_it_stands_between_its_neighbours(clerk, room):
    response = clerk.get(url("item", room.session.pk, room.items[1].pk))
    people = response.context["room"]
    assert (people.previous, people.following) == (room.items[0], room.items[2])
    assert "TOP 2 Punkt 2" in shown(response)
    first = clerk.get(url("item", room.session.pk, room.items[0].pk)).context["room"]
    last = clerk.get(url("item", room.session.pk, room.items[2].pk)).context["room"]
    assert (first.previous, last.following) == (None, None)


def test_it_offers_its_extract(clerk, room):
    item = room.items[1]
    page = clerk.get(url("item", room.session.pk, item.pk)).content.decode()
    assert f'<a href="{url("extract", room.session.pk, item.pk)}">Auszug (PDF)</a>' in page


def test_sub_items_are_numbered(clerk, room):
    child = AgendaItem.objects.create(session=room.session, position=4, parent=room.items[2], title="Unterpunkt")
    assert "TOP 3.1 Unterpunkt" in _page(clerk, child)


def test_it_shows_what_is_recorded_in_the_order_of_the_protocol(clerk, room):
    item = room.items[0]
    clerk.post(url("decision", item.pk), decision(resolution="Es wird beschlossen."))
    write(clerk, item, speaker=room["Alt"].pk, text="fragt **dringend** nach.")
    write(clerk, item, text="Er dankt.")
    count(clerk, item, yes=3, no=0, abstain=0, then="close")
    page = _page(clerk, item)
    places = [page.index(words) for words in ("Es wird beschlossen.", "Ktabg. Alt fragt", "Er dankt.", "einstimmig")]
    assert places == sorted(places)


def test_speakers_are_marked_and_everything_is_escaped(clerk, room):
    write(clerk, room.items[0], speaker=room["Alt"].pk, text="warnt vor <script>.")
    body = clerk.get(url("item", room.session.pk, room.items[0].pk)).content.decode()
    assert '<span class="speaker">Ktabg. Alt</span> warnt vor &lt;script&gt;.' in body


def test_it_tells_who_may_vote_and_who_is_away_or_biased(clerk, room):
    item = room.items[1]
    Recusal.objects.create(item=item, attendance=room["Alt"], ground="als Vorstandsmitglied")
    Presence.objects.filter(attendance=room["Berg"]).update(last_item=room.items[0])
    people = clerk.get(url("item", room.session.pk, item.pk)).context["room"]
    assert people.eligible == [room["Clemens"]]
    assert people.excluded == [room["Alt"]]
    assert people.away == [room["Berg"]]
    page = _page(clerk, item)
    assert "Ktabg. Alt (als Vorstandsmitglied)" in page
    assert "Ktabg. Alt zeigt als Vorstandsmitglied einen Ausschließungsgrund an" in page


def test_a_decision_against_the_final_vote_is_pointed_out(clerk, room):
    item = room.items[0]
    count(clerk, item, yes=1, no=2, abstain=0)
    Decision.objects.create(item=item, outcome="adopted")
    assert "widerspricht der Schlussabstimmung" in _page(clerk, item)
    Decision.objects.update(outcome_reason="Eilentscheidung")
    assert "widerspricht der Schlussabstimmung" not in _page(clerk, item)


def test_an_item_has_no_address_below_another_session(clerk, place, room):
    other = cast.session(place, number=2)
    assert clerk.get(url("item", other.session.pk, room.items[0].pk)).status_code == 404


def test_outsiders_find_nothing(outsiders, client, room):
    page = url("item", room.session.pk, room.items[0].pk)
    assert {browser.get(page).status_code for browser in outsiders} == {404}
    assert client.get(page).status_code == 302


@pytest.mark.parametrize("size", [1, 5])
def test_it_takes_the_same_queries_for_few_and_many(clerk, place, django_assert_num_queries, size):
    names = tuple(f"Person{n}" for n in range(size))
    room = cast.session(place, number=2, items=size + 1, members=names)
    item = room.items[0]
    Recusal.objects.create(item=item, attendance=cast.attend(room, cast.member(place, "Vorstand")))
    clerk.post(url("decision", item.pk), decision(outcome="none"))
    for name in names:
        write(clerk, item, speaker=room[name].pk)
        ballots = {f"voter_{room[voter].pk}": "yes" for voter in names}
        roll_call = count(clerk, item, form="roll_call", label=name, is_final=None)
        clerk.post(url("roll-call", roll_call.pk), {"version": 1, "then": "close", **ballots})
        count(clerk, item, {"label": "Liste"}, majority="election", form="secret", label=f"Wahl {name}", is_final=None)
    assert Contribution.objects.filter(item=item).count() == size
    with django_assert_num_queries(19):
        clerk.get(url("item", room.session.pk, item.pk))
