"""Who sits where, as everybody reads it: the list of committees, the members of one, their data, the tombstone."""

import pytest

from committees.models import Committee, Membership, Person
from minutes import announcing, publishing
from tests import cast

LIST = "/bodies/"
OF_BODY = "/bodies/lkm/committees/"
URL = f"{OF_BODY}IntA/"


@pytest.fixture
def clerk(place):
    return cast.user("clerk", place.committee)


@pytest.fixture
def chair(place) -> Membership:
    return cast.member(place, "Vorsitz", function="chair")


@pytest.fixture
def directory(place, chair, clerk):
    """Chair, a member, an adviser and somebody who left, as published."""
    cast.member(place, "Kohl")
    cast.member(place, "Berater", kind="advisory", has_vote=False, faction=None)
    cast.member(place, "Vormals", end=cast.DAY)
    return announcing.publish_directory(place.committee, by=clerk)


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_unpublished_it_is_nowhere(client, place, chair):
    for url in (URL, f"{URL}members.json", OF_BODY):
        assert client.get(url).status_code == 404
    assert "IntA" not in text(client.get(LIST))


def test_members_stand_by_group_and_former_ones_below(client, directory):
    page = text(client.get(URL))
    assert "Stand: " in page
    words = ["Vorsitz, Kim", "ABC-Kreistagsfraktion</h3>", "Kohl, Kim", "Berater, Kim"]
    places = [page.index(word) for word in (*words, "Ehemalige Mitglieder", "Vormals, Kim")]
    assert places == sorted(places)
    assert "seit 01.11.2025" in page
    assert "01.11.2025 – 11.03.2026" in page


def test_what_changed_since_is_not_read_until_it_is_published(client, place, directory, clerk):
    Person.objects.update(last_name="Neuname")
    assert "Neuname" not in text(client.get(URL))
    announcing.publish_directory(place.committee, by=clerk)
    assert "Neuname" in text(client.get(URL))
    assert text(client.get(LIST)).count(f'href="{URL}"') == 1


def test_the_navigation_leads_to_the_list_and_the_list_to_the_page(client, directory):
    assert f'href="{LIST}"' in text(client.get("/"))
    assert f'href="{URL}"' in text(client.get(LIST))
    assert f'href="{URL}"' in text(client.get(OF_BODY))


def test_of_another_body_it_lists_nothing(client, directory, clerk):
    elsewhere = cast.county("other")
    cast.member(elsewhere, "Fremd")
    announcing.publish_directory(elsewhere.committee, by=clerk)
    assert URL not in text(client.get("/bodies/other/committees/"))
    assert URL in text(client.get(LIST))
    assert "/bodies/other/committees/IntA/" in text(client.get(LIST))


def test_the_data_is_the_frozen_record(client, directory):
    response = client.get(f"{URL}members.json")
    assert response["Content-Type"] == "application/json"
    assert response.content.decode() == directory.record


@pytest.mark.parametrize("path", ["", "members.json"])
def test_a_browser_asks_each_time_and_is_told_that_nothing_changed(client, place, directory, clerk, path):
    first = client.get(URL + path)
    assert first["Cache-Control"] == "public, no-cache"
    again = client.get(URL + path, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    announcing.publish_directory(place.committee, by=clerk)
    assert client.get(URL + path, headers={"If-None-Match": first["ETag"]}).status_code == 200


@pytest.mark.parametrize("path", ["", "members.json"])
def test_withdrawn_it_says_why_and_tells_nobodys_name(client, directory, clerk, path):
    publishing.withdraw(directory, by=clerk, reason="Falscher Name")
    response = client.get(URL + path)
    assert response.status_code == 410
    assert "Falscher Name" in text(response)
    assert "Kohl" not in text(response)
    assert URL not in text(client.get(LIST))


def test_after_a_withdrawal_an_older_one_does_not_come_back(client, place, directory, clerk):
    publishing.withdraw(announcing.publish_directory(place.committee, by=clerk), by=clerk, reason="Falscher Name")
    assert client.get(URL).status_code == 410


def committees(place: cast.County, clerk, number: int) -> None:
    for key in range(number):
        committee = Committee.objects.create(
            body=place.body, name=f"Ausschuss {key}", short_name=f"A{key}", seats=5, start=cast.TERM_START
        )
        Membership.objects.create(committee=committee, person=Person.objects.create(last_name="X"), start=cast.DAY)
        announcing.publish_directory(committee, by=clerk)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_lists_take_the_same_queries_for_any_length(client, place, clerk, django_assert_num_queries, rows):
    committees(place, clerk, rows)
    with django_assert_num_queries(4):
        assert text(client.get(LIST)).count('<a class="entries__title"') == rows
    with django_assert_num_queries(5):
        assert text(client.get(OF_BODY)).count('<a class="entries__title"') == rows


def test_a_long_list_has_pages(client, place, clerk):
    committees(place, clerk, 31)
    assert text(client.get(LIST)).count('<a class="entries__title"') == 30
    assert text(client.get(f"{LIST}?page=2")).count('<a class="entries__title"') == 1


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_takes_the_same_queries_for_any_number(client, place, clerk, django_assert_num_queries, rows):
    for number in range(rows):
        cast.member(place, f"Mitglied {number}")
    announcing.publish_directory(place.committee, by=clerk)
    with django_assert_num_queries(5):
        assert text(client.get(URL)).count('class="seat ') == rows
