"""The own sessions: those of the committees in which one sat on the day, and what of them one may read."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from committees.models import Membership, Paper, Recusal, RuleProfile, Session, User
from minutes import papers, publishing
from minutes.models import Note
from tests import cast
from tests.elements import elements
from tests.minutes.portal.conftest import browser_of
from tests.publications import freeze, publisher

LIST = "/my/sessions/"


def page(browser, room) -> str:
    return browser.get(reverse("minutes:my-session", args=[room.session.pk])).content.decode()


def test_sessions_to_come_and_past_ones_stand_apart(councillor, room, ahead):
    coming, past = (councillor.get(LIST, query).content.decode() for query in ({}, {"when": "past"}))
    assert ahead.session.reference in coming
    assert room.session.reference not in coming
    assert room.session.reference in past
    assert ahead.session.reference not in past


def test_nobody_has_the_sessions_of_other_committees(stranger, room, ahead):
    for query in ({}, {"when": "past"}):
        assert "IntA/" not in stranger.get(LIST, query).content.decode()
    assert stranger.get(reverse("minutes:my-session", args=[ahead.session.pk])).status_code == 404


@pytest.mark.parametrize(
    ("start", "end", "is_own"),
    [(0, 0, True), (-1, None, True), (1, None, False), (-9, -1, False)],
)
def test_a_seat_counts_on_the_day_of_the_session(place, room, start, end, is_own):
    days = {"start": cast.DAY + datetime.timedelta(days=start)}
    if end is not None:
        days["end"] = cast.DAY + datetime.timedelta(days=end)
    browser = browser_of(cast.user("councillor", person=cast.member(place, "Tag", **days).person))
    assert (room.session.reference in browser.get(LIST, {"when": "past"}).content.decode()) is is_own


def test_deputies_have_them_too(place, room):
    seat = cast.member(place, "Vertretung", function=Membership.Function.DEPUTY)
    browser = browser_of(cast.user("councillor", person=seat.person))
    assert room.session.reference in browser.get(LIST, {"when": "past"}).content.decode()


def test_a_session_leads_to_what_can_be_read_of_it(councillor, room, ahead):
    links = elements(councillor.get(LIST))
    assert links.all("a", href=f"/minutes/lkm/IntA/2/{ahead.session.year}/agenda/")
    freeze(room.session)
    assert elements(councillor.get(LIST, {"when": "past"})).all("a", href="/minutes/lkm/IntA/1/2026/")


def test_members_are_led_to_reading_along_on_the_day_only_where_they_may(councillor, place, room):
    today = cast.session(place, number=3, date=timezone.localdate(), year=timezone.localdate().year)
    url = reverse("minutes:live", args=[today.session.pk])
    assert not elements(councillor.get(LIST)).all("a", href=url)
    Session.objects.filter(pk=today.session.pk).update(is_live_for_members=True)
    assert elements(councillor.get(LIST)).all("a", href=url)
    assert councillor.get(url).status_code == 200


def test_the_page_names_the_items_that_one_may_read(councillor, ahead):
    assert "Punkt 3" in page(councillor, ahead)


def test_before_the_agenda_is_published_nothing_of_it_is_seen(councillor, room):
    assert "Punkt 1" not in page(councillor, room)
    assert "no agenda to read yet" in page(councillor, room)


def test_members_read_items_that_are_not_public_and_those_biased_do_not(room, councillor):
    RuleProfile.objects.update(hides_from_recused=True)
    Recusal.objects.create(item=room.items[2], attendance=room["Merten"], ground="als Nachbar")
    freeze(room.session)
    assert "Grundstück am Bach" in page(councillor, room)
    biased = browser_of(cast.user("councillor", person=room["Merten"].person))
    assert "Punkt 1" in page(biased, room)
    assert "Grundstück am Bach" not in page(biased, room)


def test_who_was_biased_does_not_see_it_while_members_read_along(room, councillor, colleague):
    Recusal.objects.create(item=room.items[2], attendance=room["Merten"], ground="als Nachbar")
    Session.objects.filter(pk=room.session.pk).update(is_live_for_members=True)
    assert "Grundstück am Bach" in page(councillor, room)
    assert "Punkt 1" in page(colleague, room)
    assert "Grundstück am Bach" not in page(colleague, room)


def test_the_chair_has_the_items_of_minutes_in_work(place, room):
    seat = cast.member(place, "Vorsitz", function=Membership.Function.CHAIR)
    chair = browser_of(cast.user("chair", person=seat.person))
    assert "Grundstück am Bach" in page(chair, room)


def test_withdrawn_is_gone(councillor, room):
    for publication in freeze(room.session).values():
        publishing.withdraw(publication, by=publication.published_by, reason="Aus Versehen")
    assert "Punkt 1" not in page(councillor, room)


def test_papers_of_the_next_sessions_once_each_with_their_items(councillor, place, room, ahead):
    paper = Paper.objects.create(body=place.body, reference="SV-11-0001", title="Radwegeplan", is_public=True)
    secret = Paper.objects.create(body=place.body, reference="SV-11-0002", title="Uferweg")
    papers.publish(paper, by=publisher())
    day = timezone.localdate() + datetime.timedelta(days=20)
    later = cast.session(place, number=3, date=day, year=day.year)
    for item, named in ((later.items[0], paper), (later.items[1], paper), (later.items[1], secret)):
        item.papers.add(named)
    publishing.publish_agenda(later.session, by=publisher())
    response = councillor.get("/my/papers/")
    found = response.content.decode()
    assert found.count("Radwegeplan</a>") == 1
    assert elements(response).all("a", href="/papers/lkm/SV-11-0001/")
    assert f"/my/sessions/{later.session.pk}/#item-{later.items[1].pk}" in found


def test_papers_of_items_that_nobody_may_read_yet_are_not_listed(councillor, place, room):
    day = timezone.localdate() + datetime.timedelta(days=20)
    draft = cast.session(place, number=3, date=day, year=day.year)
    draft.items[0].papers.add(Paper.objects.create(body=place.body, reference="SV-11-0003", title="Entwurf"))
    assert "Entwurf" not in councillor.get("/my/papers/").content.decode()


@pytest.mark.parametrize("path", ["", "sessions/", "papers/", "objections/", "notes/", "notes.txt"])
def test_they_are_kept_by_nobody(councillor, path):
    response = councillor.get(f"/my/{path}")
    assert response.status_code == 200
    assert "private" in response["Cache-Control"]
    assert "no-store" in response["Cache-Control"]
    assert "ETag" not in response.headers


def test_whoever_is_nobody_of_the_directory_has_no_such_pages(client, db):
    browser = browser_of(cast.user("reader"))
    assert browser.get("/my/").status_code == 403
    assert "/login/" in client.get("/my/").url
    assert not elements(browser.get("/")).all("a", href="/my/")


def test_the_head_leads_there(councillor, room):
    assert elements(councillor.get("/")).all("a", href="/my/")


@pytest.mark.parametrize("more", [0, 2])
@pytest.mark.parametrize(
    ("path", "queries"),
    [("", 15), ("sessions/", 8), ("sessions/?when=past", 8), ("papers/", 9), ("objections/", 8)],
)
def test_they_take_the_same_number_of_queries_however_many_sessions(
    councillor, place, room, ahead, kohl, path, queries, more, django_assert_num_queries
):
    rooms = [ahead]
    for number in range(3, 4 + more):
        day = timezone.localdate() + datetime.timedelta(days=number)
        coming = cast.session(place, number=number, date=day, year=day.year)
        paper = Paper.objects.create(body=place.body, reference=f"SV-11-000{number}", title="Vorlage", is_public=True)
        coming.items[0].papers.add(paper)
        publishing.publish_agenda(coming.session, by=publisher())
        freeze(cast.session(place, number=number + 10, members=()).session)
        rooms.append(coming)
    for one in rooms:
        Note.objects.create(owner=kohl, session_key=one.session.pk, item_key=one.items[0].pk, text="Fragen.")
    with django_assert_num_queries(queries):
        assert councillor.get(f"/my/{path}").status_code == 200


def test_a_session_takes_the_same_number_of_queries_however_long(councillor, place, kohl, django_assert_num_queries):
    day = timezone.localdate() + datetime.timedelta(days=10)
    for number, items in ((3, 2), (4, 40)):
        room = cast.session(place, number=number, items=items, date=day, year=day.year)
        publishing.publish_agenda(room.session, by=publisher())
        with django_assert_num_queries(12):
            page(councillor, room)
    assert User.objects.filter(pk=kohl.pk).exists()
