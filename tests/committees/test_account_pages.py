"""Pages of accounts: the list, one account, and who may see what and why."""

import datetime

import pytest
from django.urls import reverse

from committees.models import Membership, Person, Session, User
from tests import cast

from .pages import errors, url

DAY = {"day": cast.DAY.isoformat()}


@pytest.fixture
def people(place) -> dict[str, User]:
    """One account of each kind, as of the day of the session."""
    chair = cast.member(place, "Vorsitz", function="chair")
    member = cast.member(place, "Mitglied")
    former = cast.member(place, "Früher", end=cast.DAY - datetime.timedelta(days=1))
    return {
        "clerk": cast.user("clerk", place.committee),
        "chair": cast.user("chair", person=chair.person),
        "member": cast.user("councillor", person=member.person),
        "former": cast.user("councillor", person=former.person),
        "reader": cast.user("reader", place.committee),
    }


def table(response) -> dict[str, tuple[list[str], list[str]]]:
    """Rights and reasons by address of the account."""
    return {row.user.email: (row.labels, list(row.reasons)) for row in response.context["page"]}


def ask(browser, place, **entries):
    return browser.get(url("access"), {"committee": place.committee.pk, **DAY, **entries})


DRAFT = ["liest die Niederschrift in Arbeit", "liest mit", "liest den nicht öffentlichen Teil"]


def test_each_account_is_shown_with_its_rights_and_their_reason(admin, place, people):
    cast.session(place)
    page = ask(admin, place)
    assert table(page) == {
        "admin@example.org": (["führt die Niederschrift", *DRAFT], ["Administration"]),
        "clerk@example.org": (["führt die Niederschrift", *DRAFT], ["Sitzungsdienst des Gremiums"]),
        people["chair"].email: (DRAFT, ["Vorsitz seit 01.11.2025"]),
        people["member"].email: (DRAFT[2:], ["Mitglied seit 01.11.2025"]),
        "reader@example.org": (DRAFT[2:], ["zugeteiltes Leserecht"]),
        people["former"].email: ([], []),
    }
    text = page.content.decode()
    assert "Sitzung IntA/1/2026: Mitglieder lesen nicht mit." in text
    assert "nur den öffentlichen Teil" in text


def test_where_a_session_allows_it_members_read_along(admin, place, people):
    cast.session(place, is_live_for_members=True)
    page = ask(admin, place)
    assert table(page)[people["member"].email] == (DRAFT[1:], ["Mitglied seit 01.11.2025"])
    assert "Mitglieder dürfen mitlesen." in page.content.decode()


def test_the_day_decides(admin, place, people):
    page = ask(admin, place, day=(cast.DAY - datetime.timedelta(days=1)).isoformat())
    assert table(page)[people["former"].email] == (DRAFT[2:], ["Mitglied von 01.11.2025 bis 10.03.2026"])
    assert "An diesem Tag ist keine Sitzung." in page.content.decode()


def test_closed_accounts_are_not_shown(admin, place, people):
    User.objects.filter(pk=people["clerk"].pk).update(is_active=False)
    assert "clerk@example.org" not in table(ask(admin, place))
    detail = admin.get(url("account-detail", people["clerk"].pk)).content.decode()
    assert "Das Konto ist geschlossen" in detail
    assert "Sitzungsdienst des Gremiums" not in detail


def test_accounts_are_found_by_name_and_by_having_rights(admin, place, people):
    assert set(table(ask(admin, place, q="früher"))) == {people["former"].email}
    assert people["former"].email not in table(ask(admin, place, entitled="on"))
    assert "Kein Konto passt" in ask(admin, place, q="nobody").content.decode()


def test_sessions_of_the_committee_lead_to_their_days(admin, place):
    room = cast.session(place)
    Session.objects.create(committee=place.committee, number=2, year=2026, date="2026-06-10", seats=9)
    text = ask(admin, place).content.decode()
    assert f"?committee={place.committee.pk}&amp;day=2026-06-10" in text
    assert room.session.reference in text


def test_bad_entries_are_told_at_the_field(admin, place):
    response = admin.get(url("access"), {"committee": "x", "day": "never"})
    assert response.status_code == 422
    assert set(errors(response)) == {"committee", "day"}


def test_the_pages_of_the_list_keep_the_choice(admin, place):
    _many(place, 60)
    first, second = ask(admin, place), ask(admin, place, page=2)
    assert (len(first.context["page"]), len(second.context["page"])) == (50, 11)
    assert f"committee={place.committee.pk}&amp;day=2026-03-11&amp;page=2" in first.content.decode()


def _many(place, number):
    persons = Person.objects.bulk_create(Person(first_name="Kim", last_name=f"Rat {n}") for n in range(number))
    Membership.objects.bulk_create(
        Membership(person=person, committee=place.committee, start=cast.TERM_START) for person in persons
    )
    User.objects.bulk_create(
        User(email=f"rat{n}@example.org", role="councillor", person=person) for n, person in enumerate(persons)
    )


@pytest.mark.parametrize("number", [2, 40])
def test_however_many_accounts_there_are_it_takes_twelve_queries(admin, place, number, django_assert_num_queries):
    _many(place, number)
    cast.session(place)
    with django_assert_num_queries(12):
        page = ask(admin, place)
    assert page.content.decode().count("Mitglied seit 01.11.2025") == number


@pytest.mark.parametrize("number", [2, 40])
def test_the_list_of_accounts_takes_six_queries(admin, place, number, django_assert_num_queries):
    _many(place, number)
    with django_assert_num_queries(6):
        page = admin.get(url("account-list"))
    assert page.content.decode().count("entries__title") == number + 1


@pytest.mark.parametrize("number", [1, 12])
def test_one_account_takes_eight_queries_in_however_many_committees(admin, place, number, django_assert_num_queries):
    person = Person.objects.create(first_name="Kim", last_name="Rat")
    account = cast.user("councillor", person=person)
    for n in range(number):
        committee = type(place.committee).objects.create(
            body=place.body, name=f"Ausschuss {n}", short_name=f"A{n}", seats=9, start=cast.TERM_START
        )
        Membership.objects.create(person=person, committee=committee, start=cast.TERM_START)
    with django_assert_num_queries(8):
        page = admin.get(url("account-detail", account.pk), DAY)
    assert page.content.decode().count("Mitglied seit 01.11.2025") == number


def test_an_account_shows_what_it_may_where(admin, place, people):
    text = admin.get(url("account-detail", people["chair"].pk), DAY).content.decode()
    assert "Was das Konto am 11.03.2026 darf" in text
    assert "Vorsitz seit 01.11.2025" in text
    former = admin.get(url("account-detail", people["former"].pk), DAY).content.decode()
    assert "liest das Konto, was alle lesen" in former


def test_accounts_are_listed_by_name_and_found(admin, place, people):
    text = admin.get(url("account-list")).content.decode()
    assert text.index("admin@example.org") < text.index("Früher, Kim") < text.index("Vorsitz, Kim")
    found = admin.get(url("account-list"), {"q": "VORSITZ"}).content.decode()
    assert "Vorsitz, Kim" in found
    assert "Früher, Kim" not in found


def test_administrators_find_the_accounts_in_the_navigation(admin, clerk):
    assert f'href="{url("account-list")}"' in admin.get(reverse("start")).content.decode()
    assert f'href="{url("account-list")}"' not in clerk.get(reverse("start")).content.decode()
