"""An agenda item: closed by default, with its papers; deleted only while nothing hangs on it."""

import datetime

import pytest

from committees.models import AgendaItem, Paper, Presence, Recusal
from minutes.models import Contribution
from tests import cast
from tests.minutes.desk.pages import closed_vote, url
from votes.models import Decision, Vote


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt", "Berg"), scheduled_start=datetime.time(16, 30))


def _item(item, **entries):
    stored = AgendaItem.objects.get(pk=item.pk)
    data = {"version": stored.version, "title": stored.title, "is_public": str(stored.is_public)}
    return data | entries


def _edit(browser, item, **entries):
    return browser.post(url("item-edit", item.pk), _item(item, **entries))


def _create(browser, room, **entries):
    return browser.post(url("item-create", room.session.pk), {"version": 0, "title": "Neu", **entries})


def test_a_new_item_is_not_public_unless_the_clerk_says_so(clerk, room):
    form = clerk.get(url("item-create", room.session.pk)).context["form"]
    assert form["is_public"].value() == "False"
    _create(clerk, room, is_public="False")
    _create(clerk, room, title="Offen", is_public="True")
    rows = AgendaItem.objects.order_by("position").values_list("title", "is_public")
    assert list(rows)[-2:] == [("Offen", True), ("Neu", False)]


def test_publicity_has_to_be_said(clerk, room):
    response = _create(clerk, room)
    assert response.status_code == 422
    assert "is_public" in response.context["form"].errors


def test_one_may_go_on_with_the_next(clerk, room):
    assert _create(clerk, room, is_public="True", again="1").url == url("item-create", room.session.pk)
    assert _create(clerk, room, is_public="True").url == url("agenda", room.session.pk)


def test_a_new_item_goes_to_the_end_once_the_order_stands(clerk, room):
    _create(clerk, room, title="N", is_public="False")
    closed_vote(room.items[0])
    _create(clerk, room, title="Spät", is_public="True")
    assert AgendaItem.objects.order_by("-position").first().title == "Spät"


@pytest.mark.parametrize(
    ("entries", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "   "}, "title"),
        ({"title": "x" * 701}, "title"),
        ({"called_at": "25:00"}, "called_at"),
        ({"rapporteur": "x" * 121}, "rapporteur"),
        ({"chaired_by": "00000000-0000-0000-0000-000000000000"}, "chaired_by"),
    ],
)
def test_bad_entries_are_named_at_their_field_and_nothing_is_lost(clerk, room, entries, field):
    response = _create(clerk, room, **{"is_public": "True", "other_papers": "", "rapporteur": "MA Dregger", **entries})
    assert response.status_code == 422
    assert field in response.context["form"].errors
    assert AgendaItem.objects.count() == 3
    if field != "rapporteur":
        assert "MA Dregger" in response.content.decode()


def test_everything_of_an_item_can_be_changed(clerk, room):
    _edit(
        clerk,
        room.items[0],
        title="Bericht",
        rapporteur="MA Dregger",
        chaired_by=room["Berg"].pk,
        is_standing="on",
        called_at="16:40",
    )
    item = AgendaItem.objects.get(pk=room.items[0].pk)
    assert (item.title, item.rapporteur, item.chaired_by, item.is_standing) == (
        "Bericht",
        "MA Dregger",
        room["Berg"],
        True,
    )
    assert item.started_at == room.session.moment(datetime.time(16, 40))


def test_an_item_changes_its_part(clerk, room):
    _edit(clerk, room.items[0], is_public="False")
    assert list(AgendaItem.objects.order_by("position").values_list("title", "is_public"))[-1] == ("Punkt 1", False)


def test_a_sub_item_is_not_asked_for_its_publicity(clerk, room):
    AgendaItem.objects.filter(pk=room.items[1].pk).update(parent=room.items[0])
    assert "is_public" not in clerk.get(url("item-edit", room.items[1].pk)).context["form"].fields
    _edit(clerk, room.items[0], is_public="False")
    assert not AgendaItem.objects.get(pk=room.items[1].pk).is_public


def test_papers_are_ticked_or_named_by_number(clerk, place, room):
    ticked = Paper.objects.create(body=place.body, reference="SV-11-0001", title="A")
    Paper.objects.create(body=place.body, reference="SV-11-0002", title="B")
    _edit(clerk, room.items[0], papers=[ticked.pk], other_papers="SV-11-0002")
    assert list(room.items[0].papers.order_by("reference").values_list("reference", flat=True)) == [
        "SV-11-0001",
        "SV-11-0002",
    ]
    _edit(clerk, room.items[0])
    assert not room.items[0].papers.exists()


def test_an_unknown_number_is_named_or_created(clerk, room):
    response = _edit(clerk, room.items[0], other_papers="SV-11-0009")
    assert "Nicht bekannt: SV-11-0009" in " ".join(response.context["form"].errors["other_papers"])
    _edit(clerk, room.items[0], title="Konzept", other_papers="SV-11-0009", creates_papers="on")
    paper = Paper.objects.get()
    assert (paper.title, paper.is_public, paper.items.get()) == ("Konzept", True, room.items[0])


def test_a_created_paper_of_a_non_public_item_is_not_public(clerk, room):
    _create(clerk, room, is_public="False", other_papers="SV-11-0009", creates_papers="on")
    assert not Paper.objects.get().is_public


def test_a_number_against_the_pattern_is_refused(clerk, room):
    response = _edit(clerk, room.items[0], other_papers="Nummer 9", creates_papers="on")
    assert response.status_code == 422
    assert not Paper.objects.exists()


def test_papers_of_another_body_are_unknown(clerk, room):
    Paper.objects.create(body=cast.county("other").body, reference="SV-11-0001", title="A")
    assert _edit(clerk, room.items[0], other_papers="SV-11-0001").status_code == 422


def test_items_are_called_in_their_order(clerk, room):
    _edit(clerk, room.items[1], called_at="17:00")
    late = _edit(clerk, room.items[0], called_at="17:10")
    assert "TOP 2 danach wurde schon um 17:00 Uhr aufgerufen" in " ".join(late.context["form"].errors["called_at"])
    early = _edit(clerk, room.items[2], called_at="16:50")
    assert "TOP 2 davor wurde erst um 17:00 Uhr aufgerufen" in " ".join(early.context["form"].errors["called_at"])


def test_no_item_is_called_before_the_session_begins(clerk, room):
    session = room.session
    session.opened_at = session.moment(datetime.time(16, 30))
    session.save()
    assert "called_at" in _edit(clerk, room.items[0], called_at="16:00").context["form"].errors


def test_a_conflict_shows_both_texts(clerk, room):
    read = _item(room.items[0], title="Meins")
    _edit(clerk, room.items[0], title="Anderes")
    response = clerk.post(url("item-edit", room.items[0].pk), read)
    assert response.status_code == 409
    assert "Meins" in response.content.decode()
    assert "Anderes" in response.content.decode()
    assert AgendaItem.objects.get(pk=room.items[0].pk).title == "Anderes"


def test_deleting_asks_first_and_closes_the_gap(clerk, room):
    assert "Punkt 1" in clerk.get(url("item-delete", room.items[0].pk)).content.decode()
    clerk.post(url("item-delete", room.items[0].pk))
    assert list(AgendaItem.objects.order_by("position").values_list("title", "position")) == [
        ("Punkt 2", 1),
        ("Punkt 3", 2),
    ]


@pytest.mark.parametrize(
    ("hold", "sentence"),
    [
        (lambda room: Contribution.objects.create(item=room.items[0], position=1, text="T"), "ist Text erfasst"),
        (lambda room: Decision.objects.create(item=room.items[0]), "ist ein Beschluss erfasst"),
        (lambda room: Vote.objects.create(item=room.items[0]), "sind Abstimmungen erfasst"),
        (lambda room: Recusal.objects.create(item=room.items[0], attendance=room["Alt"]), "befangen"),
        (lambda room: AgendaItem.objects.filter(pk=room.items[1].pk).update(parent=room.items[0]), "hat Unterpunkte"),
        (lambda room: Presence.objects.update(first_item=room.items[0]), "Die Anwesenheit von Ktabg."),
        (lambda room: closed_vote(room.items[1]), "Die Reihenfolge steht fest"),
    ],
)
def test_an_item_in_use_is_not_deleted_and_says_why(clerk, room, hold, sentence):
    hold(room)
    assert sentence in clerk.get(url("item-delete", room.items[0].pk)).content.decode()
    assert clerk.post(url("item-delete", room.items[0].pk)).status_code == 409
    assert AgendaItem.objects.filter(pk=room.items[0].pk).exists()


def test_behind_the_last_vote_an_item_may_still_go(clerk, room):
    closed_vote(room.items[0])
    assert clerk.post(url("item-delete", room.items[2].pk)).status_code == 302


def test_for_others_it_does_not_exist(outsiders, room):
    for browser in outsiders:
        for name in ("item-edit", "item-delete"):
            assert browser.get(url(name, room.items[0].pk)).status_code == 404
            assert browser.post(url(name, room.items[0].pk)).status_code == 404
        assert _create(browser, room, is_public="True").status_code == 404


def test_a_non_public_item_may_have_a_neutral_title_for_the_public_agenda(clerk, room):
    _create(clerk, room, title="Kauf der Mühle", is_public="False", public_title="Grundstücksangelegenheit")
    item = AgendaItem.objects.get(title="Kauf der Mühle")
    assert (item.is_public, item.public_title) == (False, "Grundstücksangelegenheit")
