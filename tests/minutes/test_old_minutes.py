"""Minutes of three years ago go all the way: their people have left, have other names, or no login any more."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.test import Client

from committees.models import AgendaItem, Committee, LegislativeTerm, Membership, Person, Session, User
from minutes import correcting, publishing, workflow
from minutes.models import Contribution, Objection, Publication
from minutes.record.serialise import from_bytes
from tests import cast, ready
from tests.minutes.verified import findings

URL = "/minutes/lkm/IntA/1/2023/"
THEN = datetime.datetime(2023, 3, 9, 15, 30, tzinfo=datetime.UTC)
LAST_DAY = datetime.date(2024, 6, 30)


@pytest.fixture
def old(db):
    """Held in 2023; since then the chair married and left, the minute-taker lost the login, the committee ended."""
    place = cast.county()
    start = datetime.date(2020, 11, 1)
    LegislativeTerm.objects.filter(pk=place.term.pk).update(start=start)
    Committee.objects.filter(pk=place.committee.pk).update(start=start)
    room = ready.room(
        place,
        date=THEN.date(),
        year=THEN.year,
        opened_at=THEN,
        public_part_ended_at=THEN + datetime.timedelta(hours=1),
        closed_at=THEN + datetime.timedelta(hours=2),
    )
    Membership.objects.all().update(start=start, end=LAST_DAY)
    taker = room["Sander"].person
    typist = User.objects.create_user("fort@example.org", role="clerk", person=taker)
    Contribution.objects.update(saved_by=typist)
    Contribution.objects.filter(saved_by=typist).update(saved_by=None)
    typist.delete()
    Person.objects.filter(pk=room["Kohl"].person_id).update(last_name="Kohl-Neu")
    Committee.objects.filter(pk=place.committee.pk).update(end=LAST_DAY)
    room.clerk = cast.user("clerk", place.committee)
    room.session.refresh_from_db()
    return room


def test_it_goes_all_the_way(old, quick_pdf):
    clerk, session = old.clerk, old.session
    workflow.submit(session, by=clerk)
    assert workflow.missing(session) == []
    note = workflow.remark(session, by=clerk, text="Der Name?", item=old.items[0])
    workflow.settle(note, by=clerk)
    for role in workflow.signatories(session):
        workflow.sign(session, role, by=clerk, is_on_paper=True, signed_on=datetime.date(2023, 3, 20))
    publishing.publish_minutes(session, by=clerk)
    page = Client().get(URL).content.decode()
    assert "Kohl-Neu" in page
    assert "gez. 20.03.2023" in str(from_bytes(Publication.objects.first().record.encode()).signatures)

    Person.objects.filter(last_name="Kohl-Neu").update(last_name="Kohl-Anders")
    objection = Objection.objects.create(
        session=session,
        item=old.items[0],
        raised_by=old["Kohl"].person,
        raised_on=datetime.date(2023, 4, 1),
        text="Falsche Zahl.",
        entered_at=THEN,
        entered_by=clerk,
    )
    day = session.date + datetime.timedelta(days=60)
    later = Session.objects.create(committee=session.committee, number=9, year=2023, date=day, seats=1)
    at_item = AgendaItem.objects.create(
        session=later, position=1, title="Einwendungen", is_public=True, minutes_of=session
    )
    objection = correcting.decide(objection, outcome=Objection.Outcome.UPHELD, at_item=at_item, by=clerk)
    correcting.correct(
        session, by=clerk, text="Statt 3 muss es 4 heißen.", item=old.items[0], is_public=True, objection=objection
    )
    page = Client().get(URL).content.decode()
    assert "Statt 3 muss es 4 heißen." in page
    assert "Kohl-Neu" in page
    assert "Kohl-Anders" not in page
    assert Client().get(f"{URL}versions/1/").status_code == 200
    assert findings() == []


def test_who_left_can_still_sign_for_then_and_reads_what_was_published(old, quick_pdf):
    chair = cast.user("councillor", person=old["Kohl"].person)
    browser = Client()
    browser.post("/accounts/login/", {"login": chair.email, "password": "geheim-genug-1"})
    workflow.submit(old.session, by=old.clerk)
    address = f"/sessions/{old.session.pk}/review/sign/chair/"
    text = workflow.text_hash(old.session)
    assert browser.post(address, {"confirms": "on", "text": text}).status_code == 302
    workflow.sign(old.session, "minute_taker", by=old.clerk, is_on_paper=True)
    publishing.publish_minutes(old.session, by=old.clerk)
    assert "Grundstück am Bach" in browser.get(URL).content.decode()
    assert "Grundstück am Bach" not in Client().get(URL).content.decode()


def test_who_did_something_can_not_be_deleted_any_more(old, quick_pdf):
    """Who signed or published is named by the chain: such a login is switched off, not deleted."""
    ready.published(old, by=old.clerk)
    with pytest.raises(ValidationError):
        workflow.take_back(old.session, by=old.clerk, reason="Zu spät")
    with pytest.raises(ProtectedError):
        old.clerk.delete()
    User.objects.filter(pk=old.clerk.pk).update(is_active=False)
    assert Session.objects.get(pk=old.session.pk).sealed_at
    assert findings() == []
