"""The calendar: sessions of a month from what was published, each once, and what rubbish in the address does."""

import datetime

import pytest
from django.utils import timezone

from minutes import announcing, publishing
from tests import cast
from tests.elements import elements
from tests.minutes.portal.register import published_session
from tests.publications import freeze, publisher

URL = "/calendar/"
MARCH = f"{URL}?month=2026-03"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def links(response) -> list[str]:
    return [attrs["href"] for attrs in elements(response).all("a") if attrs["href"].startswith("/minutes/lkm/")]


@pytest.fixture(autouse=True)
def english(client):
    client.cookies["django_language"] = "en"


@pytest.mark.parametrize("url", [URL, MARCH, f"{MARCH}&view=list"])
def test_empty_it_says_so(client, db, url):
    assert "No session of this month is announced or recorded" in text(client.get(url))


def test_agenda_and_minutes_of_a_session_are_one_entry(client, room):
    publishing.publish_agenda(room.session, by=publisher())
    assert links(client.get(MARCH)) == ["/minutes/lkm/IntA/1/2026/agenda/"]
    freeze(room.session)
    assert links(client.get(MARCH)) == links(client.get(f"{MARCH}&view=list")) == ["/minutes/lkm/IntA/1/2026/"]


def test_a_notice_and_the_agenda_after_it_are_one_entry(client, room):
    announcing.publish_notice(room.session, by=publisher())
    assert "agenda to follow" in text(client.get(MARCH))
    publishing.publish_agenda(room.session, by=publisher())
    assert "agenda to follow" not in text(client.get(MARCH))
    assert len(links(client.get(MARCH))) == 1


def test_a_withdrawn_announcement_is_a_cancelled_session_and_tells_no_more(client, room):
    type(room.session).objects.update(room="Festsaal")
    for publication in publishing.publish_agenda(room.session, by=publisher()):
        publishing.withdraw(publication, by=publisher(), reason="Fällt aus")
    page = text(client.get(f"{MARCH}&view=list"))
    assert "cancelled" in page
    assert "Integrationsausschuss" in page
    assert "Festsaal" not in page


def test_withdrawn_minutes_do_not_cancel_a_session_that_took_place(client, published):
    for publication in published.values():
        publishing.withdraw(publication, by=publisher(), reason="Fehler")
    page = client.get(MARCH)
    assert "month__cancelled" not in text(page)
    assert links(page) == []


def test_what_is_dated_ahead_is_not_told(client, room):
    publishing.publish_agenda(room.session, by=publisher(), visible_from=timezone.now() + datetime.timedelta(days=1))
    assert links(client.get(MARCH)) == []


def test_who_may_read_more_sees_that_there_is_more(client, published, councillor):
    councillor.cookies["django_language"] = "en"
    assert "with non-public part" in text(councillor.get(MARCH))
    assert len(links(councillor.get(MARCH))) == 1
    assert "with non-public part" not in text(client.get(MARCH))


def test_hour_and_place_of_an_announced_session_stand_beside_it(client, room):
    type(room.session).objects.update(room="Festsaal", scheduled_start=datetime.time(17, 30))
    publishing.publish_agenda(room.session, by=publisher())
    assert "Festsaal" in text(client.get(f"{MARCH}&view=list"))


def test_only_the_chosen_committee_is_shown(client, published):
    elsewhere = cast.county("other")
    other = cast.session(elsewhere, members=("Fremd",))
    freeze(other.session)
    page = client.get(f"{MARCH}&committee={elsewhere.committee.pk}")
    assert links(page) == []
    assert "/minutes/other/IntA/1/2026/" in text(page)


def test_it_leads_to_the_months_before_and_after_and_keeps_the_choice(client, published, place):
    page = elements(client.get(f"{URL}?month=2026-04&view=list&committee={place.committee.pk}"))
    assert page.one("a", rel="prev")["href"] == f"?month=2026-03&view=list&committee={place.committee.pk}"
    assert page.one("a", rel="next")["href"] == f"?month=2026-05&view=list&committee={place.committee.pk}"


@pytest.mark.parametrize(("month", "missing"), [("2026-03", "prev"), ("2190-01", "next")])
def test_before_the_first_and_after_the_last_session_there_is_nothing_to_leaf_to(client, published, month, missing):
    assert elements(client.get(f"{URL}?month={month}")).all("a", rel=missing) == []


@pytest.mark.parametrize(
    "query",
    [
        *(f"month={month}" for month in ("x", "2026-13", "0000-01", "99999-01", "²026-01", "1800-01", "2199-12")),
        *(f"committee={number}" for number in ("-1", "²", "9" * 40)),
        "view=cube",
    ],
)
def test_rubbish_in_the_address_shows_a_calendar(client, db, query):
    assert client.get(f"{URL}?{query}").status_code == 200


def test_the_grid_is_a_table_with_days_as_headers(client, published):
    page = elements(client.get(MARCH))
    table = page.one("table", class_="month")
    assert table["aria-labelledby"] == "month"
    assert len([attrs for attrs in page.all("th", scope="col") if "class" not in attrs]) >= 7


def test_the_year_counts_what_its_picture_shows(client, published):
    page = text(client.get(MARCH))
    assert "1 session. March 1" in page
    assert page.count('class="picture__day"') == 1


@pytest.mark.parametrize("sessions", [1, 6])
@pytest.mark.parametrize("view", ["", "&view=list"])
def test_it_takes_five_queries_for_any_number(client, place, django_assert_num_queries, sessions, view):
    for number in range(1, sessions + 1):
        published_session(place, number)
    with django_assert_num_queries(5):
        page = client.get(MARCH + view)
    assert len(links(page)) == sessions
