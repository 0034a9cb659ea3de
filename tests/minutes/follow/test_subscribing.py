"""Subscribing by e-mail: confirmed by a link, ended by one click, the same answer to everybody, nothing kept."""

import datetime
import re

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from django.utils import timezone

from minutes import publishing
from minutes.following import links, subscriptions
from minutes.models import Follower, Subscription
from tests import cast
from tests.elements import elements
from tests.minutes.follow.conftest import follower, session_on

FORM = "/follow/mail/"
EMAIL = "leserin@example.org"


@pytest.fixture(autouse=True)
def published(coming, clerk):
    """Only committees of which something was published can be followed."""
    return publishing.publish_agenda(coming.session, by=clerk)[0]


def subscribe(client, place, **entries):
    values = {"email": EMAIL, "committee": place.committee.pk, "rhythm": "daily", "search": ""}
    return client.post(FORM, {**values, **entries})


def link(name: str = "confirm", number: int = -1) -> str:
    """The path of a link of a mail."""
    [found] = re.findall(rf"https://gremia\.example\.org(/follow/{name}/\S+)", mail.outbox[number].body)
    return found


def text(response) -> str:
    return " ".join(response.content.decode().split())


# To subscribe


def test_the_link_of_the_mail_confirms_it(english, place):
    assert subscribe(english, place)["Location"] == "/follow/mail/sent/"
    [message] = mail.outbox
    assert (message.to, message.subject) == ([EMAIL], "Gremia: Please confirm your subscription")
    assert "Integrationsausschuss, once a day" in message.body
    assert not Subscription.objects.confirmed().exists()
    page = english.post(link(), follow=True)
    assert "From now on you are told by e-mail." in text(page)
    row = Subscription.objects.confirmed().get()
    assert (row.committee, row.rhythm, row.follower.language) == (place.committee, "daily", "en")


def test_looking_at_the_page_of_the_link_changes_nothing(english, place):
    subscribe(english, place)
    assert english.get(link()).status_code == 200
    assert english.head(link()).status_code == 200
    assert not Subscription.objects.confirmed().exists()


def test_german_readers_get_german_mails(client, place):
    subscribe(client, place)
    client.post(link())
    assert Follower.objects.get().language == "de"


@pytest.mark.usefixtures("found_by_words")
def test_a_search_can_be_followed(english, place):
    page = english.get(FORM, {"search": "?q=Radweg"})
    assert "“Radweg”" in text(page)
    assert elements(page).one("input", name="search")["value"] == "?q=Radweg"
    subscribe(english, place, search="?q=Radweg", committee="")
    # Not its words: anybody could have text of theirs sent to anybody.
    assert "Radweg" not in mail.outbox[0].body
    assert "“Radweg”" in text(english.get(link()))
    assert Subscription.objects.get().question == "q=Radweg"


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "nobody"},
        {"email": f"{EMAIL}\nBcc: other@example.org"},
        {"committee": ""},
        {"committee": "999999"},
        {"committee": "x"},
        {"search": "?nonsense=1"},
        {"search": "?q="},
        {"rhythm": "hourly"},
    ],
)
def test_what_can_not_be_is_refused(english, place, wrong):
    response = subscribe(english, place, **wrong)
    assert response.status_code == 422
    assert (mail.outbox, Follower.objects.count()) == ([], 0)


def test_a_committee_of_which_nothing_is_published_is_not_offered(english, place):
    other = cast.county("other")
    page = english.get(FORM)
    assert [option["value"] for option in elements(page).all("option")] == ["", str(place.committee.pk)]
    assert subscribe(english, other).status_code == 422


@pytest.mark.parametrize("query", ["committee=x", f"committee={'9' * 40}", "search=%00", "search=" + "a" * 900])
def test_rubbish_in_the_address_is_no_mistake(english, place, query):
    assert english.get(f"{FORM}?{query}").status_code == 200


# Whoever asks learns nothing


def test_whether_an_address_is_known_nobody_learns(english, place):
    answers = []
    follower(place, email="kennt@example.org")
    for email in ("kennt@example.org", "neu@example.org"):
        response = subscribe(english, place, email=email)
        answers.append((response.status_code, response["Location"], response.content))
    assert answers[0] == answers[1]
    known, new = mail.outbox
    assert "You are told of them already" in known.body
    assert "/follow/confirm/" not in known.body
    assert "/follow/confirm/" in new.body


def test_what_is_confirmed_is_changed_by_nobody_else(english, place):
    row = follower(place, email=EMAIL, rhythm="weekly", language="de")
    subscribe(english, place, email=EMAIL.upper())
    row.refresh_from_db()
    assert (row.rhythm, row.follower.language, Subscription.objects.count()) == ("weekly", "de", 1)


def test_asked_again_the_newest_link_holds(english, place):
    subscribe(english, place)
    subscribe(english, place)
    first, second = link(number=0), link(number=1)
    assert english.post(first).status_code == 404
    assert english.post(second).status_code == 302
    assert Subscription.objects.confirmed().count() == 1


def test_no_address_gets_more_than_a_few_mails_in_an_hour(english, place):
    assert [subscribe(english, place).status_code for _attempt in range(4)] == [302, 302, 302, 429]
    assert subscribe(english, place, email="other@example.org").status_code == 302
    assert len(mail.outbox) == 4


def test_nobody_sends_mails_to_many(english, place):
    codes = [subscribe(english, place, email=f"a{number}@example.org").status_code for number in range(31)]
    assert codes == [302] * 30 + [429]


def test_if_the_mail_can_not_be_sent_nothing_is_stored(english, place, monkeypatch):
    def refuse(self, messages):
        raise OSError("Kein Anschluss")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)
    response = subscribe(english, place)
    assert response.status_code == 422
    assert "could not be sent" in text(response)
    assert EMAIL in text(response)
    assert Follower.objects.count() == 0


# Links that are late, wrong or used


def test_after_three_days_the_mail_is_sent_again(english, place, monkeypatch):
    subscribe(english, place)
    late = link()
    with monkeypatch.context() as clock:
        clock.setattr("django.core.signing.time.time", lambda: timezone.now().timestamp() + 3 * 86400 + 60)
        assert "3 days, which are over" in text(english.get(late))
        assert english.post(late)["Location"] == "/follow/mail/sent/"
    assert not Subscription.objects.confirmed().exists()
    assert english.get(late).status_code == 404
    english.post(link())
    assert Subscription.objects.confirmed().exists()


@pytest.mark.parametrize("name", ["confirm", "end", "mine"])
@pytest.mark.parametrize("word", ["x", "WyJ4Il0:abc:def", "a" * 2000])
def test_a_wrong_link_is_void(english, name, word):
    response = english.get(f"/follow/{name}/{word}/")
    assert response.status_code == 404
    assert "no longer valid" in text(response)


def test_the_word_of_one_link_opens_no_other(english, place):
    row = follower(place)
    for word in (links.word_of(row.follower), links.to_end(row).split("/")[-2], links.to_confirm(row).split("/")[-2]):
        opened = [
            name for name in ("confirm", "end", "mine") if english.get(f"/follow/{name}/{word}/").status_code == 200
        ]
        assert len(opened) == 1


def test_what_nobody_confirms_is_deleted(english, place, monkeypatch):
    subscribe(english, place)
    subscriptions.purge()
    assert Follower.objects.count() == 1
    later = timezone.now() + datetime.timedelta(days=8)
    monkeypatch.setattr(timezone, "now", lambda: later)
    subscriptions.purge()
    assert (Follower.objects.count(), Subscription.objects.count()) == (0, 0)


# To end it


def test_a_mail_program_ends_it_with_one_post(place):
    row = follower(place)
    program = Client(enforce_csrf_checks=True)
    path = links.to_end(row).removeprefix("https://gremia.example.org")
    assert program.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert (Subscription.objects.count(), Follower.objects.count()) == (0, 0)
    assert program.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200


def test_following_the_link_asks_first(english, place):
    row = follower(place)
    path = links.to_end(row).removeprefix("https://gremia.example.org")
    page = english.get(path)
    assert "Integrationsausschuss" in text(page)
    assert Subscription.objects.count() == 1
    assert "ended" in text(english.post(path))
    assert Subscription.objects.count() == 0
    assert english.get(path).status_code == 404


def test_the_address_stays_as_long_as_something_else_is_followed(english, place):
    row, _other = follower(place), follower(None, question="q=Radweg")
    english.post(links.to_end(row).removeprefix("https://gremia.example.org"))
    assert (Subscription.objects.get().question, Follower.objects.count()) == ("q=Radweg", 1)


# One's own list


@pytest.fixture
def own(place):
    """Two subscriptions of one address, and the path of its list."""
    rows = [follower(place), follower(None, question="q=Radweg")]
    return rows, f"/follow/mine/{links.word_of(rows[0].follower)}/"


def test_it_shows_what_is_confirmed(english, place, own):
    _rows, path = own
    follower(None, question="q=Anders", email="other@example.org")
    unconfirmed = follower(None, question="q=Offen")
    Subscription.objects.filter(pk=unconfirmed.pk).update(confirmed_at=None)
    page = text(english.get(path))
    assert all(word in page for word in ("Integrationsausschuss", "Radweg", EMAIL))
    assert "Anders" not in page
    assert "Offen" not in page


def test_the_rhythm_is_changed_and_subscriptions_end(english, own):
    (first, second), path = own
    assert english.post(f"{path}{first.pk}/", {"rhythm": "weekly"}).status_code == 302
    first.refresh_from_db()
    assert first.rhythm == "weekly"
    english.post(f"{path}{first.pk}/", {"rhythm": "never"})
    first.refresh_from_db()
    assert first.rhythm == "weekly"
    assert english.post(f"{path}{second.pk}/", {"act": "end", "rhythm": "daily"}).status_code == 302
    assert "ended" in text(english.post(f"{path}{first.pk}/", {"act": "end"}))
    assert Follower.objects.count() == 0


def test_those_of_another_address_are_out_of_reach(english, place, own):
    _rows, path = own
    foreign = follower(place, email="other@example.org")
    assert english.post(f"{path}{foreign.pk}/", {"act": "end"}).status_code == 404
    assert Subscription.objects.filter(pk=foreign.pk).exists()


@pytest.mark.parametrize("count", [1, 5])
def test_it_takes_the_same_queries_for_any_number(english, place, django_assert_num_queries, count):
    for number in range(count):
        row = follower(None, question=f"q=Wort{number}")
    with django_assert_num_queries(5):
        page = english.get(f"/follow/mine/{links.word_of(row.follower)}/")
    assert page.content.decode().count("<select") == count


def test_the_pages_of_links_are_kept_by_nobody(english, place, own):
    (row, _other), path = own
    end = links.to_end(row).removeprefix("https://gremia.example.org")
    for url in (path, end):
        response = english.get(url)
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex"


# The page that tells all ways


def test_it_tells_the_addresses_of_each_committee(english, place, coming):
    page = elements(english.get("/follow/"))
    targets = {link["href"] for link in page.all("a")}
    assert {
        "/calendar/all.ics",
        "/feeds/all.atom",
        "/calendar/lkm/all.ics",
        "/feeds/lkm/all.atom",
        "/calendar/lkm/committees/IntA.ics",
        "/feeds/lkm/committees/IntA.atom",
        f"/follow/mail/?committee={place.committee.pk}",
    } <= targets
    assert page.one("link", rel="alternate")["href"] == "/feeds/all.atom"


@pytest.mark.parametrize("count", [1, 4])
def test_the_page_takes_the_same_queries_for_any_number(client, clerk, django_assert_num_queries, count):
    for number in range(count - 1):
        room = session_on(cast.county(f"b{number}"), timezone.localdate(), number=9)
        publishing.publish_agenda(room.session, by=clerk)
    for url, queries in (("/follow/", 2), (FORM, 2)):
        with django_assert_num_queries(queries):
            page = client.get(url)
        assert page.content.decode().count("Integrationsausschuss") >= count
