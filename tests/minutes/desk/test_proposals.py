"""Gremia proposes the item on the objections to the minutes of an earlier session."""

import datetime

import pytest

from committees.models import AgendaItem, Session, User
from minutes import publishing
from minutes.models import Objection
from tests import cast
from tests.clock import stand_at
from tests.minutes.desk.pages import url
from tests.publications import freeze, publisher

TODAY = datetime.date(2026, 5, 6)
COMING = datetime.date(2026, 6, 10)
TITLE = "Einwendungen gegen die Niederschrift über die Sitzung vom 11.03.2026"


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    stand_at(monkeypatch, TODAY)


@pytest.fixture
def earlier(place) -> Session:
    """A session whose minutes are published."""
    room = cast.session(place, items=1)
    freeze(room.session)
    return room.session


@pytest.fixture
def coming(place) -> cast.Room:
    """A session in preparation: a public item, and one that is not."""
    room = cast.session(place, items=2, number=2, date=COMING)
    AgendaItem.objects.filter(pk=room.items[1].pk).update(is_public=False, title="Grundstück")
    return room


def form(clerk, place):
    return clerk.get(f"{url('session-create')}?committee={place.committee.pk}").context["form"]


def create(clerk, place, **entries):
    address = f"{url('session-create')}?committee={place.committee.pk}"
    data = {"date": COMING.isoformat(), "scheduled_start": "16:30", "number": "", "seats": "", **entries}
    return clerk.post(address, data)


def add(clerk, session, earlier):
    return clerk.post(url("proposal-add", session.pk), {"earlier": str(earlier.pk)})


def titles(session) -> list[str]:
    return list(session.items.order_by("position").values_list("title", flat=True))


def test_it_is_proposed_and_ticked_for_a_new_session(clerk, place, earlier):
    field = form(clerk, place)["objections_to"]
    assert TITLE in str(field)
    assert list(field.value()) == [earlier.pk]


def test_ticked_it_is_the_first_item_of_the_public_part(clerk, place, earlier):
    item = cast.session(place, items=1, number=2, date=datetime.date(2026, 4, 1)).items[0]
    AgendaItem.objects.filter(pk=item.pk).update(is_standing=True, title="Mitteilungen")
    create(clerk, place, objections_to=[earlier.pk], standing=[item.pk])
    session = Session.objects.get(date=COMING)
    assert titles(session) == [TITLE, "Mitteilungen"]
    first = session.items.get(position=1)
    assert (first.minutes_of, first.is_public, first.is_standing) == (earlier, True, False)


def test_not_ticked_it_stays_out(clerk, place, earlier):
    create(clerk, place)
    assert titles(Session.objects.get(date=COMING)) == []


def test_a_standing_item_of_that_wording_is_not_doubled(clerk, place, earlier):
    last = cast.session(place, items=3, number=2, date=datetime.date(2026, 4, 1))
    last_titles = ["Einwendungen gegen die Niederschrift", "Genehmigung der Niederschrift vom 1.1.", "Mitteilungen"]
    for item, title in zip(last.items, last_titles, strict=True):
        AgendaItem.objects.filter(pk=item.pk).update(is_standing=True, title=title)
    found = form(clerk, place)
    assert found["standing"].value() == [last.items[2].pk]
    create(clerk, place, objections_to=[earlier.pk], standing=[last.items[2].pk])
    assert titles(Session.objects.get(date=COMING)) == [TITLE, "Mitteilungen"]


def test_without_a_proposal_the_standing_item_is_taken_over(clerk, place):
    last = cast.session(place, items=1, number=2)
    AgendaItem.objects.update(is_standing=True, title="Einwendungen gegen die Niederschrift")
    assert list(form(clerk, place)["standing"].value()) == [last.items[0].pk]


def test_an_item_on_certain_minutes_is_never_taken_over(clerk, place, earlier):
    last = cast.session(place, items=1, number=2, date=datetime.date(2026, 4, 1))
    AgendaItem.objects.filter(pk=last.items[0].pk).update(is_standing=True, minutes_of=earlier)
    fields = form(clerk, place).fields
    assert "standing" not in fields
    assert "objections_to" not in fields


def test_a_session_before_that_one_does_not_decide_on_it(clerk, place, earlier):
    response = create(clerk, place, date="2026-02-03", objections_to=[earlier.pk])
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["objections_to"]
    assert Session.objects.count() == 1


def is_proposed(clerk, place, coming) -> bool:
    """Whether it is, on both pages; they agree."""
    on_the_form = "objections_to" in form(clerk, place).fields
    assert (TITLE in clerk.get(url("agenda", coming.session.pk)).content.decode()) is on_the_form
    return on_the_form


def test_what_was_withdrawn_is_not_proposed(clerk, place, earlier, coming, monkeypatch):
    assert is_proposed(clerk, place, coming)
    stand_at(monkeypatch, TODAY, datetime.time(13))
    for publication in earlier.publications.all():
        publishing.withdraw(publication, by=publisher(), reason="Versehen")
    assert not is_proposed(clerk, place, coming)


def test_what_stands_on_another_agenda_is_not_proposed(clerk, place, earlier, coming):
    other = cast.session(place, items=1, number=5, date=datetime.date(2026, 4, 1))
    AgendaItem.objects.filter(pk=other.items[0].pk).update(minutes_of=earlier)
    assert not is_proposed(clerk, place, coming)


def test_what_is_not_published_is_not_proposed(clerk, place, coming):
    cast.session(place, number=7)
    assert clerk.get(url("agenda", coming.session.pk)).context["proposed"] == []


def test_nor_what_lies_far_back_or_belongs_to_another_committee(clerk, place, coming):
    freeze(cast.session(place, number=7, date=COMING - datetime.timedelta(days=401), year=2025).session)
    freeze(cast.session(cast.county("other")).session)
    assert clerk.get(url("agenda", coming.session.pk)).context["proposed"] == []


def test_one_click_puts_it_on_the_agenda_of_a_session_in_preparation(clerk, earlier, coming):
    assert TITLE in clerk.get(url("agenda", coming.session.pk)).content.decode()
    assert add(clerk, coming.session, earlier).url == url("agenda", coming.session.pk)
    assert titles(coming.session) == [TITLE, "Punkt 1", "Grundstück"]
    assert AgendaItem.objects.get(title=TITLE).minutes_of == earlier
    assert clerk.get(url("agenda", coming.session.pk)).context["proposed"] == []


def test_two_clicks_add_one(clerk, earlier, coming):
    add(clerk, coming.session, earlier)
    add(clerk, coming.session, earlier)
    assert titles(coming.session).count(TITLE) == 1


def test_several_stand_in_the_order_of_their_sessions(clerk, place, earlier, coming):
    second = cast.session(place, number=9, date=datetime.date(2026, 4, 15)).session
    freeze(second)
    add(clerk, coming.session, second)
    add(clerk, coming.session, earlier)
    assert titles(coming.session)[:2] == [TITLE, TITLE.replace("11.03.", "15.04.")]


def test_the_public_part_begins_with_it_where_it_comes_second(clerk, earlier, coming):
    clerk.post(url("part-first", coming.session.pk), {"part": "non-public"})
    add(clerk, coming.session, earlier)
    assert titles(coming.session) == ["Grundstück", TITLE, "Punkt 1"]


def test_an_item_of_the_very_wording_becomes_it(clerk, earlier, coming):
    AgendaItem.objects.filter(pk=coming.items[0].pk).update(title=TITLE)
    add(clerk, coming.session, earlier)
    assert titles(coming.session) == [TITLE, "Grundstück"]
    assert AgendaItem.objects.get(pk=coming.items[0].pk).minutes_of == earlier


@pytest.mark.parametrize("key", ["", "x", "6b1b7c1e-0000-4000-8000-000000000000"])
def test_what_is_not_proposed_is_not_added(clerk, earlier, coming, key):
    assert clerk.post(url("proposal-add", coming.session.pk), {"earlier": key}).status_code == 302
    assert titles(coming.session) == ["Punkt 1", "Grundstück"]


def test_a_session_of_the_past_is_not_prepared(clerk, place, earlier):
    held = cast.session(place, items=1, number=2, date=datetime.date(2026, 4, 1)).session
    assert clerk.get(url("agenda", held.pk)).context["proposed"] == []
    add(clerk, held, earlier)
    assert titles(held) == ["Punkt 1"]


def test_an_item_typed_by_hand_is_told_on_which_minutes_it_decides(clerk, place, earlier):
    held = cast.session(place, items=1, number=2, date=datetime.date(2026, 4, 1))
    item = held.items[0]
    entries = {"version": item.version, "title": item.title, "is_public": "True"}
    clerk.post(url("item-edit", item.pk), {**entries, "minutes_of": earlier.pk})
    item.refresh_from_db()
    assert item.minutes_of == earlier


def test_an_item_that_decided_keeps_its_minutes(clerk, place, earlier, coming):
    item = coming.items[0]
    AgendaItem.objects.filter(pk=item.pk).update(minutes_of=earlier)
    someone = cast.member(place, "Kohl").person
    Objection.objects.create(
        session=earlier, raised_by=someone, raised_on=TODAY, text="Falsch.", outcome="dismissed",
        decided_at_item=item, entered_at=datetime.datetime.now(datetime.UTC), entered_by=User.objects.get(role="clerk"),
    )  # fmt: skip
    entries = {"version": item.version, "title": item.title, "is_public": "True", "minutes_of": ""}
    response = clerk.post(url("item-edit", item.pk), entries)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == ["minutes_of"]


@pytest.mark.parametrize("count", [1, 3])
def test_number_of_queries(clerk, place, coming, django_assert_num_queries, count):
    for number in range(count):
        freeze(cast.session(place, number=20 + number, date=cast.DAY + datetime.timedelta(days=number)).session)
    with django_assert_num_queries(9):
        page = clerk.get(url("agenda", coming.session.pk))
    assert len(page.context["proposed"]) == count
