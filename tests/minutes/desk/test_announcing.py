"""Publishing notices and members from the desk: the question, what will be read, what is new, taking back."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone

from committees.models import Committee, Membership, Person, RuleProfile
from minutes import announcing, publishing
from minutes.models import Publication, Withdrawal
from tests import cast
from tests.publications import seal


@pytest.fixture
def room(place):
    day = timezone.localdate() + datetime.timedelta(days=1)
    return cast.session(place, date=day, room="Saal 2")


@pytest.fixture
def notice_url(room):
    return reverse("minutes:publish-notice", args=[room.session.pk])


@pytest.fixture
def member(place) -> Membership:
    return cast.member(place, "Kohl")


@pytest.fixture
def url(place, member):
    return reverse("minutes:directory-publish", args=[place.committee.pk])


@pytest.fixture
def by(place):
    return cast.user("admin")


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_it_shows_what_everybody_will_read_and_publishes_that(clerk, room, notice_url):
    page = text(clerk.get(notice_url))
    assert "Saal 2" in page
    assert "Punkt 1" not in page
    assert not Publication.objects.exists()
    response = clerk.post(notice_url, {"note": "Einladung"})
    assert response["Location"] == reverse("minutes:session-detail", args=[room.session.pk])
    assert (Publication.objects.get().kind, Publication.objects.get().note) == ("notice", "Einladung")


def test_of_an_earlier_notice_it_says_that_it_will_be_replaced(clerk, room, notice_url, by):
    announcing.publish_notice(room.session, by=by)
    assert clerk.get(notice_url).context["issue"].publication.edition == 1
    clerk.post(notice_url)
    assert [row.edition for row in Publication.objects.order_by("edition")] == [1, 2]


def test_a_moment_that_has_passed_is_refused_at_the_field(clerk, room, notice_url):
    response = clerk.post(notice_url, {"visible_from": "2020-01-01T10:00", "note": "Einladung"})
    assert response.status_code == 422
    assert "visible_from" in response.context["form"].errors
    assert 'value="Einladung"' in text(response)
    assert not Publication.objects.exists()


def test_where_the_agenda_is_published_it_says_so_instead(clerk, room, notice_url, by):
    publishing.publish_agenda(room.session, by=by)
    response = clerk.get(notice_url)
    assert len(response.context["obstacles"]) == 1
    assert '<button class="kern-btn kern-btn--primary"' not in text(response)
    assert clerk.post(notice_url).status_code == 422
    assert not Publication.objects.filter(kind="notice").exists()


def test_a_sealed_session_is_refused(clerk, room, notice_url):
    seal(room.session)
    assert room.session.__class__.objects.get().lock_reason in text(clerk.get(notice_url))
    assert clerk.post(notice_url).status_code == 423
    assert not Publication.objects.exists()


def test_the_session_page_leads_to_it_as_long_as_there_is_no_agenda(clerk, room, notice_url, by):
    detail = reverse("minutes:session-detail", args=[room.session.pk])
    assert notice_url in text(clerk.get(detail))
    made = announcing.publish_notice(room.session, by=by)
    assert reverse("minutes:withdraw", args=[made.pk]) in text(clerk.get(detail))
    publishing.publish_agenda(room.session, by=by)
    assert notice_url not in text(clerk.get(detail))


def test_a_notice_is_withdrawn_as_other_publications_are(clerk, room, by):
    made = announcing.publish_notice(room.session, by=by)
    clerk.post(reverse("minutes:withdraw", args=[made.pk]), {"reason": "Falscher Tag"})
    assert Withdrawal.objects.get().publication == made


def test_it_shows_the_members_as_they_will_be_read_and_publishes_them(clerk, place, member, url):
    page = text(clerk.get(url))
    assert "Kohl, Kim" in page
    assert clerk.get(url).context["difference"] is None
    assert not Publication.objects.exists()
    assert clerk.post(url, {"note": "Nachfolge"})["Location"] == url
    assert (Publication.objects.get().kind, Publication.objects.get().note) == ("directory", "Nachfolge")


def test_names_that_nobody_will_read_are_not_in_the_preview_either(clerk, place, url):
    RuleProfile.objects.update(staff_by_function=True)
    seat = cast.member(place, "Dregger", kind="advisory", has_vote=False)
    Person.objects.filter(pk=seat.person_id).update(is_staff_member=True, office="MA", detail="Leiter Sozialamt")
    page = text(clerk.get(url))
    assert "MA (Leiter Sozialamt)" in page
    assert "Dregger" not in page


def test_it_says_who_is_new_who_left_and_who_changed(clerk, place, member, url, by):
    left, changed = cast.member(place, "Vormals"), cast.member(place, "Merten")
    over = cast.member(place, "Früher", end=cast.DAY)
    announcing.publish_directory(place.committee, by=by)
    yesterday = timezone.localdate() - datetime.timedelta(days=1)
    Membership.objects.filter(pk=left.pk).update(end=yesterday)
    Membership.objects.filter(pk=changed.pk).update(end=yesterday)
    Membership.objects.create(
        committee=place.committee,
        person=changed.person,
        faction=place.faction,
        function="chair",
        start=timezone.localdate(),
    )
    Membership.objects.filter(pk=over.pk).update(end=cast.DAY + datetime.timedelta(days=1))
    cast.member(place, "Neu")
    response = clerk.get(url)
    found = response.context["difference"]
    assert (found.joined, found.left) == (("Neu, Kim",), ("Vormals, Kim",))
    assert [(row.label, row.old, row.new) for row in found.changed] == [
        (
            "Merten, Kim",
            ("Mitglied, ABC-Kreistagsfraktion, seit 01.11.2025",),
            (f"Ausschussvorsitzende/r, ABC-Kreistagsfraktion, seit {timezone.localdate():%d.%m.%Y}",),
        )
    ]
    assert [row.label for row in found.former] == ["Früher, Kim"]
    assert "Vormals, Kim" in text(response)


def test_where_nothing_changed_it_says_so(clerk, place, member, url, by):
    announcing.publish_directory(place.committee, by=by)
    assert not clerk.get(url).context["difference"]


def test_who_is_renamed_or_no_longer_told_of_is_in_the_difference(clerk, place, member, url, by):
    gone = cast.member(place, "Früher", end=cast.DAY)
    announcing.publish_directory(place.committee, by=by)
    Person.objects.filter(pk=member.person_id).update(last_name="Neuname")
    gone.delete()
    found = clerk.get(url).context["difference"]
    assert [row.label for row in found.changed] == ["Neuname, Kim"]
    assert [(row.label, row.new) for row in found.former] == [("Früher, Kim", ())]


def test_a_committee_that_has_ended_is_published_too(clerk, place, member, url):
    Committee.objects.filter(pk=place.committee.pk).update(end=cast.DAY)
    clerk.post(url)
    assert Publication.objects.get().issue.date == cast.DAY


def test_of_a_committee_without_anybody_it_says_why_not(clerk, place):
    url = reverse("minutes:directory-publish", args=[place.committee.pk])
    assert clerk.get(url).status_code == 200
    response = clerk.post(url, {"note": "Nachfolge"})
    assert response.status_code == 422
    assert response.context["form"].non_field_errors()
    assert 'value="Nachfolge"' in text(response)


def test_the_members_are_withdrawn_with_a_reason(clerk, place, member, url, by):
    made = announcing.publish_directory(place.committee, by=by)
    withdraw = reverse("minutes:directory-withdraw", args=[made.pk])
    assert withdraw in text(clerk.get(url))
    assert clerk.get(withdraw).status_code == 200
    assert clerk.post(withdraw, {"reason": " "}).status_code == 422
    assert not Withdrawal.objects.exists()
    assert clerk.post(withdraw, {"reason": "Falscher Name"})["Location"] == url
    assert "Falscher Name" in text(clerk.get(url))


def test_what_is_no_list_of_members_is_not_withdrawn_there(clerk, room, by):
    made = announcing.publish_notice(room.session, by=by)
    assert clerk.get(reverse("minutes:directory-withdraw", args=[made.pk])).status_code == 404


def test_the_committee_page_leads_to_it(clerk, place, url):
    assert url in text(clerk.get(reverse("committees:committee-detail", args=[place.committee.pk])))


def test_nobody_else_may(outsiders, place, member, url, notice_url, by):
    made = announcing.publish_directory(place.committee, by=by)
    for browser in outsiders:
        for address in (url, notice_url, reverse("minutes:directory-withdraw", args=[made.pk])):
            assert browser.get(address).status_code == 404
            assert browser.post(address, {"reason": "Ja"}).status_code == 404
    assert Publication.objects.count() == 1
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize("rows", [1, 30])
def test_the_page_takes_the_same_queries_for_any_number(clerk, place, url, by, django_assert_num_queries, rows):
    for number in range(rows):
        cast.member(place, f"Mitglied {number}")
    announcing.publish_directory(place.committee, by=by)
    with django_assert_num_queries(7):
        clerk.get(url)
