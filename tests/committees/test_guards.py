"""The database refuses what contradicts itself, whoever writes."""

import datetime

import pytest
from django.db import IntegrityError, transaction

from committees.models import Interruption, LegislativeTerm, Membership, Person, Presence, Recusal
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def place():
    return cast.county()


@pytest.fixture
def room(place):
    return cast.session(place, members=("Lütke", "Merten"))


def refused(sentence):
    return pytest.raises(IntegrityError, match=sentence)


def clock(hour, minute=0):
    return datetime.datetime(2026, 3, 11, hour, minute, tzinfo=datetime.UTC)


def test_two_terms_of_a_body_do_not_overlap(place):
    with refused("Wahlperiode"):
        LegislativeTerm.objects.create(body=place.body, name="2026–2031", start=datetime.date(2026, 1, 1))


def test_terms_of_two_bodies_may_overlap(place):
    other = cast.county("other")
    assert other.term.start == place.term.start


def test_a_person_has_one_seat_at_a_time(place):
    seat = cast.member(place, "Lütke")
    with refused("schon einen Sitz"):
        Membership.objects.create(committee=place.committee, person=seat.person, start=datetime.date(2026, 1, 1))


def test_a_seat_may_follow_an_ended_one(place):
    seat = cast.member(place, "Lütke", end=datetime.date(2025, 12, 31))
    Membership.objects.create(committee=place.committee, person=seat.person, start=datetime.date(2026, 1, 1))


def test_a_deputy_may_stand_in_for_two_members_but_not_twice_for_one(place):
    first, second = cast.member(place, "Lütke"), cast.member(place, "Merten")
    deputy = cast.member(place, "Schemmer", function="deputy", deputises_for=first)
    again = {"committee": place.committee, "person": deputy.person, "function": "deputy", "start": cast.TERM_START}
    Membership.objects.create(**again, deputises_for=second)
    with refused("schon einen Sitz"):
        Membership.objects.create(**again, deputises_for=first)


def test_a_deputy_stands_in_for_a_member_of_the_same_committee(place):
    elsewhere = cast.member(cast.county("other"), "Fremd")
    with refused("anderen Gremium"):
        cast.member(place, "Schemmer", function="deputy", deputises_for=elsewhere)


def test_an_attendance_uses_a_seat_of_that_person(room, place):
    seat = cast.member(place, "Wende")
    other = cast.member(place, "Kohl")
    with refused("Mitgliedschaft gehört"):
        cast.attend(room, seat, person=other.person)


def test_stays_of_one_person_do_not_overlap(room):
    Presence.objects.filter(attendance=room["Lütke"]).update(last_item=room.items[1])
    with refused("überschneiden"):
        Presence.objects.create(attendance=room["Lütke"], first_item=room.items[1])


def test_somebody_may_come_back(room):
    Presence.objects.filter(attendance=room["Lütke"]).update(last_item=room.items[0])
    Presence.objects.create(attendance=room["Lütke"], first_item=room.items[2])


def test_a_stay_does_not_end_before_it_begins(room):
    with refused("endet vor"):
        Presence.objects.filter(attendance=room["Lütke"]).update(first_item=room.items[2], last_item=room.items[0])


def test_a_stay_names_items_of_its_session(room, place):
    other = cast.session(place, number=2)
    with refused("anderen Sitzung"):
        Presence.objects.filter(attendance=room["Lütke"]).update(first_item=other.items[0])


def test_the_absent_are_not_present(room):
    room["Lütke"].absence = "excused"
    with refused("abwesend"):
        room["Lütke"].save()


def test_a_deputy_is_not_there_beside_the_member_replaced(room, place):
    deputy = cast.member(place, "Schemmer", function="deputy")
    with refused("nicht zugleich anwesend"):
        cast.attend(room, deputy, substitutes_for=room["Lütke"])


def test_a_deputy_may_sit_in_until_the_member_comes(room, place):
    Presence.objects.filter(attendance=room["Lütke"]).update(first_item=room.items[1])
    deputy = cast.member(place, "Schemmer", function="deputy")
    stand_in = cast.attend(room, deputy, present=False, substitutes_for=room["Lütke"])
    stay = Presence.objects.create(attendance=stand_in, last_item=room.items[0])
    stay.last_item = room.items[1]
    with refused("nicht zugleich anwesend"):
        stay.save()


def test_two_deputies_do_not_share_a_seat(room, place):
    Presence.objects.filter(attendance=room["Lütke"]).delete()
    for name in ("Schemmer", "Kohl"):
        deputy = cast.member(place, name, function="deputy")
        if name == "Schemmer":
            cast.attend(room, deputy, substitutes_for=room["Lütke"])
        else:
            with refused("nicht zugleich anwesend"):
                cast.attend(room, deputy, substitutes_for=room["Lütke"])


def test_naming_a_replaced_member_afterwards_is_checked_too(room):
    room["Merten"].substitutes_for = room["Lütke"]
    with refused("nicht zugleich anwesend"):
        room["Merten"].save()


def test_nobody_arrives_before_the_beginning_or_leaves_after_the_end(room):
    room.session.opened_at, room.session.closed_at = clock(16), clock(18)
    room.session.save()
    stay = Presence.objects.get(attendance=room["Lütke"])
    stay.first_item, stay.arrived_at = room.items[1], clock(15)
    with refused("vor dem Beginn"), transaction.atomic():
        stay.save()
    stay.first_item, stay.arrived_at, stay.last_item, stay.left_at = None, None, room.items[1], clock(19)
    with refused("vor dem Beginn"):
        stay.save()


def test_an_interruption_lies_inside_the_session_and_stays_there(room):
    room.session.opened_at, room.session.closed_at = clock(16), clock(18)
    room.session.save()
    Interruption.objects.create(session=room.session, start=clock(17), end=clock(17, 10))
    with refused("nicht innerhalb"), transaction.atomic():
        Interruption.objects.create(session=room.session, start=clock(15), end=clock(17))
    room.session.closed_at = clock(17, 5)
    with refused("nicht mehr innerhalb"):
        room.session.save()


def test_an_item_under_a_non_public_one_is_never_public(room):
    secret = room.items[0]
    secret.is_public = False
    secret.save()
    room.items[1].parent = secret
    with refused("nicht öffentlich"):
        room.items[1].save()


def test_a_public_item_with_public_children_is_not_made_non_public_alone(room):
    room.items[1].parent = room.items[0]
    room.items[1].save()
    room.items[0].is_public = False
    with refused("nicht öffentlich"):
        room.items[0].save()


def test_bias_belongs_to_somebody_of_the_session(room, place):
    other = cast.session(place, number=2, members=("Wende",))
    with refused("anderen Sitzung"):
        Recusal.objects.create(item=room.items[0], attendance=other["Wende"])


def test_whoever_substitutes_for_an_adviser_has_no_vote(room, place):
    adviser = cast.attend(room, cast.member(place, "Rat", kind="advisory", has_vote=False), present=False)
    deputy = cast.member(place, "Schemmer", function="deputy")
    with refused("beratendes Mitglied"), transaction.atomic():
        cast.attend(room, deputy, substitutes_for=adviser)
    listener = cast.member(place, "Kohl", function="deputy", kind="advisory", has_vote=False)
    assert cast.attend(room, listener, substitutes_for=adviser)


def test_nobody_substitutes_for_a_deputy(room, place):
    Presence.objects.filter(attendance=room["Lütke"]).delete()
    deputy = cast.attend(
        room, cast.member(place, "Schemmer", function="deputy"), present=False, substitutes_for=room["Lütke"]
    )
    listener = cast.attend(room, cast.member(place, "Stell", function="deputy"), present=False)
    for row in (deputy, listener):
        with refused("selbst einen Sitz"), transaction.atomic():
            cast.attend(room, cast.member(place, f"Für{row.person}", function="deputy"), substitutes_for=row)


def test_items_and_attendances_stay_in_their_session(room, place):
    other = cast.session(place, number=2)
    for row in (room.items[0], room["Lütke"]):
        with refused("bleibt"), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(session=other.session, **_aside(row))


def _aside(row):
    return {"position": 99} if hasattr(row, "position") else {}


def test_items_are_called_within_the_session(room):
    room.session.opened_at, room.session.closed_at = clock(16), clock(18)
    room.session.save()
    item = room.items[0]
    item.started_at = clock(15)
    with refused("nicht innerhalb"), transaction.atomic():
        item.save()
    item.started_at = clock(17, 30)
    item.save()
    room.session.closed_at = clock(17)
    with refused("nicht mehr innerhalb"):
        room.session.save()


def test_a_seat_on_the_list_of_a_session_stays_with_its_person(room):
    other = Person.objects.create(first_name="Kim", last_name="Kohl")
    with refused("bleibt bei dieser Person"):
        Membership.objects.filter(pk=room["Lütke"].membership_id).update(person=other)
