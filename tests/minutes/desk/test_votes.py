"""Counted votes at the desk: counts, voters, results, elections, secrecy."""

import pytest

from committees.models import Presence, Recusal
from tests import cast
from tests.minutes.desk.pages import url
from tests.minutes.desk.recording import count, decision, shown, vote
from votes.models import Option, Vote, Voter


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Alt", "Berg", "Clemens", "Deich"))


def _item_page(browser, room, number: int = 0) -> str:
    return shown(browser.get(url("item", room.session.pk, room.items[number].pk)))


def test_it_is_counted_and_established_in_one_step(clerk, room):
    row = count(clerk, room.items[0], yes=3, no=1, abstain=0, then="close")
    assert row.is_closed
    assert row.voters.count() == 4
    assert "3 JA-Stimmen 1 NEIN-Stimme (Ja: 3, Nein: 1, Enthaltungen: 0, Befangen: 0)" in _item_page(clerk, room)


def test_it_is_saved_open_and_established_later(clerk, room):
    row = count(clerk, room.items[0], yes=4, no=0, abstain=0)
    assert not row.is_closed
    assert clerk.post(url("vote-close", row.pk)).status_code == 302
    row.refresh_from_db()
    assert row.is_closed


def test_one_button_records_a_unanimous_vote(clerk, room):
    sent = {"id": vote()["id"]}
    page = url("vote-unanimous", room.items[0].pk)
    assert [clerk.post(page, sent).status_code for _ in "ab"] == [302, 302]
    row = Vote.objects.get()
    assert (row.yes, row.no, row.abstain, row.is_closed) == (4, 0, 0, True)
    assert "einstimmig" in _item_page(clerk, room)


def test_the_button_in_the_form_fills_the_counts(clerk, room):
    row = count(clerk, room.items[0], label="1. Absatz", then="unanimous")
    assert (row.yes, row.no, row.abstain, row.label, row.is_closed) == (4, 0, 0, "1. Absatz", True)


@pytest.mark.parametrize("then", ["", "close"])
def test_totals_above_the_voters_are_refused_at_the_field(clerk, room, then):
    response = clerk.post(url("vote-add", room.items[0].pk), vote(yes=5, no=4, abstain=0, question="Wer?", then=then))
    assert response.status_code == 422
    assert "Es wurden 9 Stimmen gezählt, stimmberechtigt sind 4." in shown(response)
    assert response.context["form"].errors["yes"]
    assert "Wer?" in response.content.decode()
    assert not Vote.objects.exists()


def test_missing_votes_hinder_the_result_but_not_the_draft(clerk, room):
    item, sent = room.items[0], vote(yes=2, no=1, abstain=0)
    response = clerk.post(url("vote-add", item.pk), sent | {"then": "close"})
    assert response.status_code == 422
    assert "Es wurden 3 Stimmen gezählt, stimmberechtigt sind 4." in shown(response)
    assert not Vote.objects.exists()
    assert clerk.post(url("vote-add", item.pk), sent).status_code == 302
    response = clerk.post(url("vote-close", sent["id"]))
    assert response.status_code == 422
    assert "Es wurden 3 Stimmen gezählt, stimmberechtigt sind 4." in shown(response)
    assert not Vote.objects.get().is_closed


def test_who_is_biased_or_absent_is_not_counted(clerk, room):
    item = room.items[1]
    Recusal.objects.create(item=item, attendance=room["Alt"])
    Presence.objects.filter(attendance=room["Berg"]).update(last_item=room.items[0])
    page = shown(clerk.get(url("vote-add", item.pk)))
    assert "2 Personen sind stimmberechtigt" in page
    assert "wegen Befangenheit ausgeschlossen: Ktabg. Alt" in page
    assert clerk.post(url("vote-add", item.pk), vote(yes=3)).status_code == 422
    row = count(clerk, item, yes=2, no=0, abstain=0, then="close")
    names = set(row.voters.values_list("attendance__person__last_name", flat=True))
    assert names == {"Clemens", "Deich"}


def test_empty_counts_stay_unknown(clerk, room):
    row = count(clerk, room.items[0], yes=3, no="", abstain="", then="close")
    assert (row.yes, row.no, row.abstain, row.invalid, row.not_voting) == (3, None, None, None, None)
    assert "(Ja: 3, Befangen: 0)" in _item_page(clerk, room)


def test_only_unanimous_is_no_count(clerk, room):
    row = count(clerk, room.items[0], only_unanimous="on", then="close")
    assert row.yes is None
    assert "Abstimmungsergebnis: einstimmig" in _item_page(clerk, room)
    response = clerk.post(url("vote-add", room.items[1].pk), vote(only_unanimous="on", yes=3))
    assert response.status_code == 422


def test_negative_and_senseless_counts_are_refused(clerk, room):
    for wrong in ("-1", "drei", "1.5"):
        assert clerk.post(url("vote-add", room.items[0].pk), vote(yes=wrong)).status_code == 422


def test_a_tie_is_rejected(clerk, room):
    count(clerk, room.items[0], yes=2, no=2, abstain=0, then="close")
    page = _item_page(clerk, room)
    assert "Der Antrag ist damit bei Stimmengleichheit abgelehnt." in page


def test_the_result_must_agree_with_the_decision(clerk, room):
    item = room.items[0]
    clerk.post(url("decision", item.pk), decision())
    response = clerk.post(url("vote-add", item.pk), vote(yes=2, no=2, abstain=0, then="close"))
    assert response.status_code == 422
    assert not Vote.objects.exists()
    count(clerk, item, yes=2, no=2, abstain=0)
    assert "widerspricht der Schlussabstimmung" in _item_page(clerk, room)


def test_another_result_needs_a_reason(clerk, room):
    item = room.items[0]
    assert clerk.post(url("vote-add", item.pk), vote(yes=4, result_override="rejected")).status_code == 422
    assert clerk.post(url("vote-add", item.pk), vote(yes=4, override_reason="Los")).status_code == 422
    count(clerk, item, yes=4, no=0, abstain=0, result_override="rejected", override_reason="Beanstandet", then="close")
    assert "Festgestelltes Ergebnis: abgelehnt (Beanstandet)" in _item_page(clerk, room)


def test_there_is_one_final_vote(clerk, room):
    item = room.items[0]
    count(clerk, item, label="Antrag A", yes=4)
    response = clerk.post(url("vote-add", item.pk), vote(yes=4))
    assert response.status_code == 422
    assert "„Antrag A“ ist schon die Schlussabstimmung" in shown(response)
    count(clerk, item, label="1. Absatz", is_final=None, yes=4)
    assert item.votes.count() == 2


def test_a_part_vote_without_label_is_warned_about(clerk, room):
    count(clerk, room.items[0], is_final=None, yes=4)
    assert "Eine Teilabstimmung braucht eine Bezeichnung" in _item_page(clerk, room)


def test_votes_change_places(clerk, room):
    item = room.items[0]
    rows = [count(clerk, item, label=label, is_final=None) for label in ("1. Absatz", "2. Absatz")]
    clerk.post(url("vote-move", rows[1].pk), {"direction": "up"})
    assert list(item.votes.values_list("label", flat=True)) == ["2. Absatz", "1. Absatz"]


def test_an_election_counts_its_options(clerk, room):
    item = room.items[0]
    rows = ({"label": "Alt", "person": room["Alt"].person_id, "votes": 3}, {"label": "Berg", "votes": 1})
    row = count(
        clerk, item, *rows, form="secret", majority="election", abstain=0, label="Erster Wahlgang", then="close"
    )
    assert list(row.options.values_list("label", "person", "votes")) == [
        ("Alt", room["Alt"].person_id, 3),
        ("Berg", None, 1),
    ]
    assert "Gewählt ist damit Alt." in _item_page(clerk, room)


def test_the_lot_decides_a_run_off(clerk, room):
    rows = ({"label": "Alt", "votes": 2}, {"label": "Berg", "votes": 2, "drawn": "on"})
    row = count(clerk, room.items[0], *rows, form="secret", majority="plurality", abstain=0, then="close")
    assert row.drawn_option.label == "Berg"
    assert "Gewählt ist damit durch Losentscheid Berg." in _item_page(clerk, room)


def test_votes_for_options_do_not_exceed_the_voters(clerk, room):
    rows = ({"label": "Alt", "votes": 4}, {"label": "Berg", "votes": 1})
    response = clerk.post(url("vote-add", room.items[0].pk), vote(*rows, majority="election", abstain=0))
    assert response.status_code == 422
    assert "Es wurden 5 Stimmen gezählt, stimmberechtigt sind 4." in shown(response)
    assert not Option.objects.exists()


@pytest.mark.parametrize(
    ("rows", "entries"),
    [
        (({"label": "Alt"}, {"label": "Alt"}), {"majority": "election"}),
        (({"label": "", "votes": 1},), {"majority": "election"}),
        (({"label": "Alt", "drawn": "on"}, {"label": "Berg", "drawn": "on"}), {"majority": "plurality"}),
        (({"label": "Alt"},), {"majority": "simple"}),
        ((), {"majority": "election", "yes": 3}),
        ((), {"form": "roll_call", "yes": 3}),
        ((), {"form": "no_formal_vote", "yes": 3}),
    ],
)
def test_what_contradicts_the_form_of_the_vote_is_refused(clerk, room, rows, entries):
    assert clerk.post(url("vote-add", room.items[0].pk), vote(*rows, **entries)).status_code == 422
    assert not Vote.objects.exists()


def test_an_option_can_be_changed_and_emptied(clerk, room):
    row = count(clerk, room.items[0], {"label": "Alt"}, {"label": "Berg"}, majority="election")
    sent = vote({"label": ""}, {"label": "Berg", "votes": 4}, id=row.pk, version=1, majority="election")
    assert clerk.post(url("vote-edit", row.pk), sent | {"options-INITIAL_FORMS": 2}).status_code == 302
    assert list(row.options.values_list("label", "votes")) == [("Berg", 4)]


def test_a_secret_vote_stores_and_shows_no_names(clerk, room):
    item = room.items[0]
    Recusal.objects.create(item=item, attendance=room["Alt"])
    row = count(clerk, item, form="secret", yes=2, no=0, abstain=0, invalid=1, then="close")
    assert row.eligible_count == 3
    assert not Voter.objects.exists()
    page = clerk.get(url("item", room.session.pk, item.pk)).content.decode()
    votes = page.split('id="votes"')[1].split("</section>")[0]
    assert not any(name in votes for name in room.people)
    assert "Stimmberechtigt" in votes
    other = count(clerk, room.items[1], form="secret")
    Recusal.objects.create(item=room.items[1], attendance=room["Alt"])
    form = shown(clerk.get(url("vote-edit", other.pk))).split("Worüber abgestimmt wurde")[0]
    assert not any(name in form for name in room.people)
    assert "1 Person ist wegen Befangenheit ausgeschlossen" in form


def test_an_established_result_is_read_only(clerk, room):
    row = count(clerk, room.items[0], yes=4, no=0, abstain=0, then="close")
    assert clerk.get(url("vote-edit", row.pk)).status_code == 302
    sent = vote(id=row.pk, version=row.version, yes=3, no=1, abstain=0)
    response = clerk.post(url("vote-edit", row.pk), sent)
    assert response.status_code == 409
    assert clerk.post(url("vote-delete", row.pk)).status_code == 409
    row.refresh_from_db()
    assert row.yes == 4


def test_it_is_opened_again_after_asking(clerk, room):
    row = count(clerk, room.items[0], yes=4, no=0, abstain=0, then="close")
    assert "Das festgestellte Ergebnis gilt dann nicht mehr" in shown(clerk.get(url("vote-reopen", row.pk)))
    assert [clerk.post(url("vote-reopen", row.pk)).status_code for _ in "ab"] == [302, 302]
    row.refresh_from_db()
    assert not row.is_closed
    assert not row.voters.exists()


def test_an_open_vote_is_deleted_after_asking(clerk, room):
    row = count(clerk, room.items[0], {"label": "Alt", "votes": 1}, majority="election")
    assert clerk.get(url("vote-delete", row.pk)).status_code == 200
    assert clerk.post(url("vote-delete", row.pk)).status_code == 302
    assert not Vote.objects.exists()


@pytest.mark.parametrize("then", ["", "close"])
def test_sent_twice_it_is_saved_once(clerk, room, then):
    sent = vote({"label": "Alt", "votes": 4}, majority="election", abstain=0, then=then)
    page = url("vote-add", room.items[0].pk)
    assert [clerk.post(page, sent).status_code for _ in "ab"] == [302, 302]
    assert Vote.objects.get().is_closed is bool(then)
    assert Option.objects.count() == 1


def test_a_stale_version_is_answered_with_both_texts(clerk, room):
    row = count(clerk, room.items[0], yes=4)
    mine = vote(id=row.pk, version=1, yes=2)
    clerk.post(url("vote-edit", row.pk), vote(id=row.pk, version=1, yes=3))
    response = clerk.post(url("vote-edit", row.pk), mine)
    assert response.status_code == 409
    assert [(found.label, found.typed, found.stored) for found in response.context["differences"]] == [("Ja", "2", "3")]
    assert clerk.post(url("vote-edit", row.pk), mine | {"version": 2}).status_code == 302


def test_outsiders_find_nothing(outsiders, client, room):
    item = room.items[0]
    row = Vote.objects.create(item=item)
    pages = [url("vote-add", item.pk), *(url(name, row.pk) for name in ("vote-edit", "vote-reopen", "vote-delete"))]
    acts = [url("vote-unanimous", item.pk), *(url(name, row.pk) for name in ("vote-close", "vote-move"))]
    for browser in outsiders:
        assert {browser.get(page).status_code for page in pages} == {404}
        assert {browser.post(page, vote()).status_code for page in pages + acts} == {404}
    assert {client.get(page).status_code for page in pages} == {302}
    assert Vote.objects.count() == 1
