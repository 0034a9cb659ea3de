"""The roll call at the desk: everybody once, nobody else, drafts, presets, the result."""

import pytest

from committees.models import Faction, Presence, Recusal
from tests import cast
from tests.minutes.desk.pages import url
from tests.minutes.desk.recording import count, shown, vote
from votes.models import Ballot, Vote, Voter


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Ohm", "Öztürk", "Alt", "Zander"))


@pytest.fixture
def row(clerk, room) -> Vote:
    return count(clerk, room.items[0], form="roll_call")


def _ballots(row: Vote, room: cast.Room, **entries: str) -> dict[str, object]:
    row.refresh_from_db()
    then = {"then": entries.pop("then")} if "then" in entries else {}
    return {"version": row.version} | then | {f"voter_{room[name].pk}": choice for name, choice in entries.items()}


def _stored(row: Vote) -> dict[str, str]:
    return dict(Ballot.objects.filter(voter__vote=row).values_list("voter__attendance__person__last_name", "choice"))


def _chosen(response) -> dict[str, str]:
    form = response.context["form"]
    fields = (field for _group, _faction, fields in form.sections() for _place, field in fields)
    return {field.label.split(",")[0]: field.value() or "" for field in fields}


def test_nothing_is_chosen_beforehand(clerk, room, row):
    assert set(_chosen(clerk.get(url("roll-call", row.pk))).values()) == {""}


def test_voters_stand_by_faction_in_german_order(clerk, place, room, row):
    other = Faction.objects.create(term=place.term, name="XYZ-Kreistagsfraktion", short_name="XYZ", position=1)
    cast.attend(room, cast.member(place, "Aal", faction=other))
    cast.attend(room, cast.member(place, "Frei", faction=None))
    sections = clerk.get(url("roll-call", row.pk)).context["form"].sections()
    assert [(faction, [field.label for _place, field in fields]) for _number, faction, fields in sections] == [
        ("ABC-Kreistagsfraktion", ["Alt, Kim", "Ohm, Kim", "Öztürk, Kim", "Zander, Kim"]),
        ("XYZ-Kreistagsfraktion", ["Aal, Kim"]),
        ("", ["Frei, Kim"]),
    ]


def test_a_draft_is_saved_with_some_ballots_missing(clerk, room, row):
    response = clerk.post(url("roll-call", row.pk), _ballots(row, room, Alt="yes", Ohm="no"))
    assert response.status_code == 302
    assert _stored(row) == {"Alt": "yes", "Ohm": "no"}
    assert _chosen(clerk.get(url("roll-call", row.pk))) == {"Alt": "yes", "Ohm": "no", "Öztürk": "", "Zander": ""}


def test_the_result_follows_from_the_ballots(clerk, room, row):
    sent = _ballots(row, room, Alt="yes", Ohm="no", Öztürk="yes", Zander="no", then="close")
    assert clerk.post(url("roll-call", row.pk), sent).status_code == 302
    row.refresh_from_db()
    assert row.is_closed
    page = shown(clerk.get(url("item", room.session.pk, room.items[0].pk)))
    assert "Form der Abstimmung: namentlich Abstimmungsergebnis: 2 JA-Stimmen 2 NEIN-Stimmen" in page
    assert "Mit Ja stimmten: Alt, Öztürk Mit Nein stimmten: Ohm, Zander" in page
    assert "Der Antrag ist damit bei Stimmengleichheit abgelehnt." in page


def test_missing_ballots_are_named_and_nothing_is_saved(clerk, room, row):
    response = clerk.post(url("roll-call", row.pk), _ballots(row, room, Alt="yes", Zander="no", then="close"))
    assert response.status_code == 422
    assert "Ktabg. Ohm, Ktabg. Öztürk" in shown(response)
    assert _chosen(response) == {"Alt": "yes", "Ohm": "", "Öztürk": "", "Zander": "no"}
    assert _stored(row) == {}
    row.refresh_from_db()
    assert (row.is_closed, row.version) == (False, 1)


def test_the_ballot_of_somebody_absent_is_refused(clerk, room, row):
    Presence.objects.filter(attendance=room["Alt"]).update(first_item=room.items[1])
    response = clerk.post(url("roll-call", row.pk), _ballots(row, room, Alt="yes", Ohm="no"))
    assert response.status_code == 422
    assert "Ktabg. Alt" in response.context["form"].non_field_errors()[0]
    assert not Voter.objects.exists()


def test_the_ballot_of_somebody_biased_is_refused(clerk, room, row):
    Recusal.objects.create(item=room.items[0], attendance=room["Alt"])
    response = clerk.post(url("roll-call", row.pk), _ballots(row, room, Alt="yes"))
    assert response.status_code == 422
    assert "Ktabg. Alt" in response.context["form"].non_field_errors()[0]
    assert "voter_" + str(room["Alt"].pk) not in clerk.get(url("roll-call", row.pk)).content.decode()


def test_nobody_votes_twice(clerk, room, row):
    sent = _ballots(row, room, Ohm="no") | {f"voter_{room['Alt'].pk}": ["yes", "no"]}
    response = clerk.post(url("roll-call", row.pk), sent)
    assert response.status_code == 422
    assert "Ktabg. Alt" in response.context["form"].errors[f"voter_{room['Alt'].pk}"][0]
    assert not Voter.objects.exists()


def test_advisory_members_are_no_voters(clerk, place, room, row):
    cast.attend(room, cast.member(place, "Crone", kind="advisory", has_vote=False))
    assert "Crone" not in _chosen(clerk.get(url("roll-call", row.pk)))


def test_unknown_choices_and_voters_are_refused(clerk, room, row):
    assert clerk.post(url("roll-call", row.pk), _ballots(row, room, Alt="vielleicht")).status_code == 422
    assert clerk.post(url("roll-call", row.pk), _ballots(row, room) | {"voter_x": "yes"}).status_code == 400
    assert clerk.get(url("roll-call", row.pk) + "?preset=vielleicht").status_code == 400


def test_presets_fill_what_is_still_open_and_save_nothing(clerk, place, room, row):
    page = url("roll-call", row.pk)
    assert set(_chosen(clerk.get(page + "?preset=yes")).values()) == {"yes"}
    sent = _ballots(row, room, Alt="no")
    assert _chosen(clerk.post(page, sent | {"preset": "yes"})) == {
        "Alt": "no",
        "Ohm": "yes",
        "Öztürk": "yes",
        "Zander": "yes",
    }
    other = Faction.objects.create(term=place.term, name="XYZ-Kreistagsfraktion", short_name="XYZ", position=1)
    cast.attend(room, cast.member(place, "Aal", faction=other))
    chosen = _chosen(clerk.post(page, sent | {"preset": "abstain:2"}))
    assert chosen == {"Alt": "no", "Ohm": "", "Öztürk": "", "Zander": "", "Aal": "abstain"}
    assert not Voter.objects.exists()


def test_the_totals_stand_on_the_page(clerk, room, row):
    clerk.post(url("roll-call", row.pk), _ballots(row, room, Alt="yes", Ohm="no"))
    totals = [count for _choice, _label, count in clerk.get(url("roll-call", row.pk)).context["form"].totals]
    assert totals == [1, 1, 0, 0, 2]


def test_who_may_no_longer_vote_is_named_before_the_ballot_goes(clerk, room, row):
    clerk.post(url("roll-call", row.pk), _ballots(row, room, Alt="yes", Ohm="no"))
    Recusal.objects.create(item=room.items[0], attendance=room["Alt"])
    assert [str(person) for person in clerk.get(url("roll-call", row.pk)).context["form"].leaving] == ["Ktabg. Alt"]
    clerk.post(url("roll-call", row.pk), _ballots(row, room, Ohm="no"))
    assert _stored(row) == {"Ohm": "no"}


def test_sent_twice_it_is_saved_once(clerk, room, row):
    sent = _ballots(row, room, Alt="yes", Ohm="no", Öztürk="yes", Zander="no", then="close")
    assert [clerk.post(url("roll-call", row.pk), sent).status_code for _ in "ab"] == [302, 302]
    assert Ballot.objects.count() == 4


def test_a_stale_version_is_answered_with_both(clerk, room, row):
    mine = _ballots(row, room, Alt="yes")
    clerk.post(url("roll-call", row.pk), _ballots(row, room, Alt="no"))
    response = clerk.post(url("roll-call", row.pk), mine)
    assert response.status_code == 409
    assert [(found.label, found.typed, found.stored) for found in response.context["differences"]] == [
        ("Alt, Kim", "Ja", "Nein")
    ]
    assert _stored(row) == {"Alt": "no"}
    assert clerk.post(url("roll-call", row.pk), mine | {"version": 2}).status_code == 302
    assert _stored(row) == {"Alt": "yes"}


def test_a_closed_roll_call_does_not_change(clerk, room, row):
    sent = _ballots(row, room, Alt="yes", Ohm="no", Öztürk="yes", Zander="yes", then="close")
    clerk.post(url("roll-call", row.pk), sent)
    assert clerk.get(url("roll-call", row.pk)).status_code == 302
    changed = _ballots(row, room, Alt="no", Ohm="no", Öztürk="yes", Zander="yes")
    assert clerk.post(url("roll-call", row.pk), changed).status_code == 409
    assert clerk.post(url("roll-call-discard", row.pk)).status_code == 302
    assert _stored(row)["Alt"] == "yes"


def test_another_form_of_vote_wants_the_ballots_discarded_first(clerk, room, row):
    clerk.post(url("roll-call", row.pk), _ballots(row, room, Alt="yes"))
    row.refresh_from_db()
    sent = vote(id=row.pk, version=row.version, form="secret")
    assert clerk.post(url("vote-edit", row.pk), sent).status_code == 422
    assert clerk.get(url("roll-call-discard", row.pk)).status_code == 200
    assert clerk.post(url("roll-call-discard", row.pk)).status_code == 302
    row.refresh_from_db()
    assert clerk.post(url("vote-edit", row.pk), sent | {"version": row.version}).status_code == 302
    assert not Voter.objects.exists()


def test_only_a_roll_call_has_the_page(clerk, room):
    other = count(clerk, room.items[1])
    assert clerk.get(url("roll-call", other.pk)).headers["Location"] == url("vote-edit", other.pk)


def test_outsiders_find_nothing(outsiders, client, room):
    row = Vote.objects.create(item=room.items[0], form="roll_call")
    pages = [url("roll-call", row.pk), url("roll-call-discard", row.pk)]
    for browser in outsiders:
        assert {browser.get(page).status_code for page in pages} == {404}
        assert {browser.post(page, _ballots(row, room, Alt="yes")).status_code for page in pages} == {404}
    assert {client.get(page).status_code for page in pages} == {302}
    assert not Voter.objects.exists()


@pytest.mark.parametrize("size", [1, 6])
def test_the_page_takes_the_same_queries_for_few_and_many(clerk, place, django_assert_num_queries, size):
    room = cast.session(place, number=2, members=tuple(f"Person{n}" for n in range(size)))
    row = Vote.objects.create(item=room.items[0], form="roll_call")
    with django_assert_num_queries(10):
        clerk.get(url("roll-call", row.pk))
