"""The demo has something real for every screen, and nothing in it is wrong."""

import pytest
from django.utils import timezone

from committees.models import Body, Committee, Membership, Person, Session
from minutes.demo.musterland_2026 import NOT_FOR_EVERYBODY
from minutes.models import Contribution, Issue, Publication
from minutes.record import Audience, read
from minutes.record.serialise import canonical_bytes
from tests.minutes.demo.rows import all_rows
from votes.models import Decision, Form, Majority, Outcome, Vote, Voter

pytestmark = pytest.mark.usefixtures("demo")


@pytest.mark.slow
def test_every_row_is_as_valid_as_a_form_would_want_it():
    for row in all_rows():
        row.full_clean()


def test_one_county_has_a_council_and_four_committees_today():
    body = Body.objects.get()
    active = Committee.objects.active_on(timezone.localdate())
    assert (body.name, body.office, body.profile.name) == ("Kreis Musterland", "Der Landrat", "NRW Kreis (Coesfeld)")
    assert set(active.values_list("short_name", flat=True)) == {"KT", "KA", "IntA", "UmA", "JHA"}
    assert active.filter(kind=Committee.Kind.COUNCIL).count() == 1


def test_three_terms_follow_each_other_and_the_last_is_open():
    assert list(Body.objects.get().terms.order_by("start").values_list("end__year", flat=True)) == [2020, 2025, None]


def test_every_committee_has_as_many_voting_members_as_seats_on_each_day_of_session():
    for session in Session.objects.select_related("committee"):
        seats = Membership.objects.on(session.date).filter(committee=session.committee, has_vote=True)
        assert seats.exclude(function=Membership.Function.DEPUTY).count() == session.seats, session


def test_an_ended_committee_keeps_its_published_session():
    session = Session.objects.get(committee__end__isnull=False)
    assert session.issues.current().count() == len(Audience)


def test_a_former_member_has_a_successor():
    former = Membership.objects.get(person__last_name="Harmsen", committee__short_name="KT")
    successor = Membership.objects.get(person__last_name="Averhage", committee__short_name="KT")
    assert former.end < successor.start


def test_who_married_is_in_the_old_protocol_under_the_old_name():
    person = Person.objects.get(last_name="Tenberge-Ruhland")
    for publication in Publication.objects.filter(session__attendances__person=person, session__date__year__lte=2025):
        assert "Tenberge, Lena" in publication.record
        assert "Ruhland" not in publication.record


def test_every_form_majority_and_most_outcomes_occur():
    used = Vote.objects.values_list("form", "majority")
    unused_forms = {Form.CARDS, Form.ELECTRONIC}
    assert {form for form, _ in used} == set(Form.values) - unused_forms
    assert {majority for _, majority in used} == set(Majority.values) - {Majority.TWO_THIRDS_VOTES}
    outcomes = set(Decision.objects.values_list("outcome", flat=True))
    assert set(Outcome.values) - outcomes == {Outcome.REMOVED, Outcome.MULTIPLE}


def test_secret_votes_name_no_voter():
    assert Vote.objects.filter(form=Form.SECRET, closed_at__isnull=False).count() == 4
    assert not Voter.objects.filter(vote__form=Form.SECRET).exists()


def test_there_are_published_unfinished_and_coming_sessions():
    past = Session.objects.filter(opened_at__isnull=False)
    published = past.filter(publications__isnull=False).distinct()
    assert {str(session) for session in published} >= {"IntA/4/2016", "IntA/6/2026", "KT/1/2025"}
    assert past.filter(closed_at__isnull=True).exists()
    coming = Session.objects.upcoming()
    assert coming.count() == 6
    announced = coming.get(items__isnull=True)
    assert [issue.kind for issue in announced.issues.current()] == ["notice"]
    assert all(session.items.count() > 3 for session in coming if session != announced)


def test_the_members_of_each_committee_are_published():
    published = Issue.objects.of_kind(Publication.Kind.DIRECTORY).current()
    assert sorted(issue.committee.pk for issue in published) == sorted(Committee.objects.values_list("pk", flat=True))


def test_each_session_has_its_list_of_attendance_with_a_chair():
    for session in Session.objects.all():
        assert session.attendances.filter(duty="chair").count() == 1, session


def test_no_session_falls_on_a_weekend():
    assert all(session.date.isoweekday() <= 5 for session in Session.objects.all())


def test_every_session_can_be_read_by_every_audience():
    for session in Session.objects.all():
        for audience in Audience:
            assert read(session, audience=audience).reference == session.reference


def test_non_public_words_exist_and_are_in_no_public_record():
    secrets = list(Contribution.objects.filter(item__is_public=False).values_list("text", flat=True))
    assert any(NOT_FOR_EVERYBODY in text for text in secrets)
    for session in Session.objects.all():
        public = canonical_bytes(read(session, audience=Audience.PUBLIC)).decode()
        assert NOT_FOR_EVERYBODY not in public
        assert not any(text.split("⟩")[-1].strip() in public for text in secrets if "Mitteilungen" not in text)
