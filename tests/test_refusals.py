"""What can't be true is refused by the form, with a sentence that names the conflict, and nothing typed is lost.

That the database refuses it too stands in `tests/committees/test_guards.py` and `tests/votes/test_guards.py`.
"""

import datetime

import pytest
from django.test import Client
from django.urls import reverse

from committees.models import (
    AgendaItem,
    Attendance,
    Faction,
    Interruption,
    Membership,
    Person,
    Presence,
    Recusal,
    Session,
)
from tests import cast
from tests.minutes.desk.pages import breaks, head, stays, url
from tests.minutes.desk.recording import decision, shown, vote
from votes import closing
from votes.models import Ballot, Decision, Vote, Voter

MODELS = (
    AgendaItem, Attendance, Ballot, Decision, Faction, Interruption, Membership, Presence, Session, Vote, Voter,
)  # fmt: skip


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def room(place) -> cast.Room:
    times = {name: datetime.datetime(2026, 3, 11, hour, tzinfo=datetime.UTC) for name, hour in _TIMES.items()}
    return cast.session(place, members=("Alt", "Berg", "Clemens", "Deich"), scheduled_start=datetime.time(17), **times)


_TIMES = {"opened_at": 16, "closed_at": 18}


@pytest.fixture
def clerk(place) -> Client:
    browser = Client()
    browser.force_login(cast.user("clerk", place.committee))
    return browser


def _roll_call(room: cast.Room, **entries: str) -> tuple[str, dict]:
    row = Vote.objects.create(item=room.items[0], form="roll_call")
    return url("roll-call", row.pk), {"version": 1} | {
        f"voter_{room[name].pk}": choice for name, choice in entries.items()
    }


def _kept(room: cast.Room) -> str:
    return f'id="id_voter_{room["Berg"].pk}_2" checked'


def ballot_of_somebody_absent(room, place):
    room["Alt"].presences.all().delete()
    address, data = _roll_call(room, Alt="yes", Berg="abstain")
    return address, data, "Ktabg. Alt", _kept(room)


def ballot_of_somebody_biased(room, place):
    Recusal.objects.create(item=room.items[0], attendance=room["Alt"])
    address, data = _roll_call(room, Alt="yes", Berg="abstain")
    return address, data, "Ktabg. Alt", _kept(room)


def ballot_counted_twice(room, place):
    address, data = _roll_call(room, Berg="abstain")
    data[f"voter_{room['Alt'].pk}"] = ["yes", "no"]
    return address, data, "Ktabg. Alt kann nur einmal abstimmen.", _kept(room)


def totals_that_exceed_the_voters(room, place):
    data = vote(yes=4, no=1, abstain=0, question="Wird zugestimmt?")
    sentence = "Es wurden 5 Stimmen gezählt, stimmberechtigt sind 4."
    return url("vote-add", room.items[0].pk), data, sentence, "Wird zugestimmt?"


def only_unanimous_over_a_roll_call(room, place):
    data = vote(form="roll_call", only_unanimous="on", question="Wird zugestimmt?")
    sentence = "Das Ergebnis einer namentlichen Abstimmung folgt aus den Stimmen."
    return url("vote-add", room.items[0].pk), data, sentence, "Wird zugestimmt?"


def another_result_without_a_reason(room, place):
    data = vote(yes=4, no=0, abstain=0, result_override="rejected", question="Wird zugestimmt?")
    return url("vote-add", room.items[0].pk), data, "Begründung", "Wird zugestimmt?"


def outcome_against_the_result(room, place):
    closing.close(Vote.objects.create(item=room.items[0], yes=2, no=2, abstain=0))
    data = decision(resolution="Der Zuschuss wird gewährt.")
    sentence = "Die Abstimmung ergab 2 Ja, 2 Nein: abgelehnt."
    return url("decision", room.items[0].pk), data, sentence, "Der Zuschuss wird gewährt."


def result_against_the_outcome(room, place):
    Decision.objects.create(item=room.items[0], outcome="adopted")
    data = vote(yes=1, no=3, abstain=0, then="close", question="Wird zugestimmt?")
    return (
        url("vote-add", room.items[0].pk),
        data,
        "Der Punkt ist als „angenommen“ verzeichnet, die Abstimmung ergab das Gegenteil.",
        "Wird zugestimmt?",
    )


def deputy_beside_the_member(room, place):
    Presence.objects.filter(attendance=room["Alt"]).update(first_item=room.items[2])
    seat = cast.member(place, "Stell", function="deputy")
    data = {"membership": seat.pk} | stays({"last_item": room.items[2].pk})
    typed = f'value="{room.items[2].pk}" selected'
    return url("attendance-substitute", room["Alt"].pk), data, "Ktabg. Stell vertritt Ktabg. Alt, aber beide", typed


def deputy_with_a_vote_for_an_adviser(room, place):
    adviser = cast.attend(room, cast.member(place, "Rat", kind="advisory", has_vote=False), role="s. E.")
    seat = cast.member(place, "Stell", function="deputy")
    data = {"membership": seat.pk} | stays()
    return url("attendance-substitute", adviser.pk), data, "s. E. Rat hat keine Stimme", f'value="{seat.pk}" selected'


def deputy_for_a_deputy(room, place):
    listener = cast.attend(room, cast.member(place, "Hört", function="deputy"), present=False)
    seat = cast.member(place, "Stell", function="deputy")
    data = {"membership": seat.pk} | stays()
    return url("attendance-substitute", listener.pk), data, "Ktabg. Hört hat in", f'value="{seat.pk}" selected'


def deputy_for_a_guest(room, place):
    person = Person.objects.create(last_name="Gast")
    guest = Attendance.objects.create(session=room.session, person=person, capacity="guest", role="Herr")
    seat = cast.member(place, "Stell", function="deputy")
    data = {"membership": seat.pk} | stays()
    return url("attendance-substitute", guest.pk), data, "Herr Gast hat in", f'value="{seat.pk}" selected'


def _stay(room, **row):
    stored = {"version": 1, "state": "present", "role": "Ktabg.", "detail": "bleibt stehen", "duty": ""}
    return url("attendance-edit", room["Alt"].pk), stored | stays(row)


def leaving_before_arriving(room, place):
    items = {"first_item": room.items[1].pk, "last_item": room.items[2].pk}
    address, data = _stay(room, **items, arrived_at="18:10", left_at="17:50")
    return address, data, "Geht um 17:50 Uhr, kommt aber erst um 18:10 Uhr.", 'value="18:10"'


def arriving_before_the_beginning(room, place):
    address, data = _stay(room, first_item=room.items[1].pk, arrived_at="16:10")
    return address, data, "Die Sitzung beginnt erst um 17:00 Uhr.", 'value="16:10"'


def end_before_the_beginning(room, place):
    data = head(room.session, begin="17:00", end="16:00", place="Kreishaus")
    return url("session-edit", room.session.pk), data, "Die Sitzung hat erst um 17:00 Uhr begonnen.", "Kreishaus"


def interruption_outside_the_session(room, place):
    data = head(room.session, begin="17:00", end="19:00", place="Kreishaus") | breaks(("16:00", "17:10"))
    return url("session-edit", room.session.pk), data, "Die Unterbrechung beginnt vor der Sitzung.", 'value="16:00"'


def session_ending_before_an_item_was_called(room, place):
    called = room.session.moment(datetime.time(18, 30))
    AgendaItem.objects.filter(pk=room.items[2].pk).update(started_at=called)
    data = head(room.session, begin="17:00", end="18:10", place="Kreishaus")
    return url("session-edit", room.session.pk), data, "TOP 3 wurde erst um 18:30 Uhr aufgerufen.", "Kreishaus"


def item_called_before_the_one_above(room, place):
    called = room.session.moment(datetime.time(17, 30))
    AgendaItem.objects.filter(pk=room.items[0].pk).update(started_at=called)
    data = {"version": 1, "title": "Neuer Titel", "is_public": "True", "called_at": "17:10", "chaired_by": ""}
    return url("item-edit", room.items[1].pk), data, "TOP 1 davor wurde erst um 17:30 Uhr aufgerufen.", "Neuer Titel"


def seats_against_a_majority_of_members(room, place):
    Session.objects.filter(pk=room.session.pk).update(seats=6)
    closing.close(Vote.objects.create(item=room.items[0], yes=4, no=0, abstain=0, majority="absolute"))
    Decision.objects.create(item=room.items[0], outcome="adopted")
    data = head(room.session, begin="17:00", end="19:00", seats=9, place="Kreishaus")
    return url("session-edit", room.session.pk), data, "widerspricht dem Beschluss", "Kreishaus"


def overlapping_membership(room, place):
    data = {
        "person": room["Alt"].person_id,
        "kind": "council_member",
        "function": "member",
        "has_vote": "on",
        "start": "2026-02-01",
        "end": "2026-12-24",
    }
    sentence = "Alt, Kim hat in diesem Gremium schon ab 01.11.2025 einen Sitz"
    return reverse("committees:membership-create", args=[place.committee.pk]), data, sentence, "2026-12-24"


def seat_that_voted_without_a_vote(room, place):
    closing.close(Vote.objects.create(item=room.items[0], yes=4, no=0, abstain=0))
    seat = room["Alt"].membership
    data = {"person": seat.person_id, "kind": "council_member", "function": "member", "start": "2025-11-01"}
    data |= {"end": "2029-12-24"}
    address = reverse("committees:membership-edit", args=[seat.pk])
    return address, data, "Die Person hat zu diesem Punkt abgestimmt.", "2029-12-24"


CASES = [
    ballot_of_somebody_absent,
    ballot_of_somebody_biased,
    ballot_counted_twice,
    totals_that_exceed_the_voters,
    only_unanimous_over_a_roll_call,
    another_result_without_a_reason,
    outcome_against_the_result,
    result_against_the_outcome,
    deputy_beside_the_member,
    deputy_with_a_vote_for_an_adviser,
    deputy_for_a_deputy,
    deputy_for_a_guest,
    leaving_before_arriving,
    arriving_before_the_beginning,
    end_before_the_beginning,
    interruption_outside_the_session,
    session_ending_before_an_item_was_called,
    item_called_before_the_one_above,
    seats_against_a_majority_of_members,
    overlapping_membership,
    seat_that_voted_without_a_vote,
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_the_form_refuses(clerk, room, place, case):
    address, data, sentence, typed = case(room, place)
    before = _rows()
    response = clerk.post(address, data)
    assert response.status_code == 422
    assert sentence in shown(response)
    assert typed in " ".join(response.content.decode().split())
    assert _rows() == before


def _rows():
    return {model: sorted(map(str, model.objects.values_list())) for model in MODELS}
