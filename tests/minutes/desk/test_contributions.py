"""Contributions at the desk: marks, speakers, who may speak, order, conflicts."""

import uuid

import pytest

from committees.models import AgendaItem, Attendance, Person, Presence, Recusal
from minutes.models import Contribution
from tests import cast
from tests.minutes.desk.pages import url
from tests.minutes.desk.recording import changed, contribution, shown, write


@pytest.fixture
def room(place) -> cast.Room:
    return cast.session(place, members=("Kohaus", "Wenning", "Bednar"))


def _guest(room: cast.Room, name: str, *, stays: bool = True) -> Attendance:
    person = Person.objects.create(first_name="Kim", last_name=name)
    row = Attendance.objects.create(session=room.session, person=person, capacity="guest", role="Frau")
    if stays:
        Presence.objects.create(attendance=row)
    return row


def _speakers(row: Contribution) -> list[tuple[str, str]]:
    return [(speaker.role, speaker.attendance.person.last_name) for speaker in row.speakers.order_by("position")]


def test_the_chosen_speaker_is_put_before_the_text(clerk, room):
    row = write(clerk, room.items[0], speaker=room["Kohaus"].pk, text="äußert sich positiv.")
    assert row.text == "⟨Ktabg. Kohaus⟩ äußert sich positiv."
    assert _speakers(row) == [("Ktabg.", "Kohaus")]


def test_a_name_in_the_text_is_marked_where_it_stands(clerk, room):
    row = write(
        clerk, room.items[0], speaker=room["Kohaus"].pk, text="Positiv äußert sich auch Ktabg. Kohaus zum Konzept."
    )
    assert row.text == "Positiv äußert sich auch ⟨Ktabg. Kohaus⟩ zum Konzept."


def test_a_longer_name_is_not_the_name(clerk, room):
    row = write(clerk, room.items[0], speaker=room["Kohaus"].pk, text="Ktabg. Kohausen fehlt.")
    assert row.text == "⟨Ktabg. Kohaus⟩ Ktabg. Kohausen fehlt."


def test_the_role_is_that_of_the_contribution(clerk, room):
    row = write(clerk, room.items[0], speaker=room["Kohaus"].pk, role="Ausschussvorsitzender", text="stellt fest.")
    assert row.text == "⟨Ausschussvorsitzender Kohaus⟩ stellt fest."
    assert _speakers(row) == [("Ausschussvorsitzender", "Kohaus")]


def test_typed_marks_name_further_speakers_in_order(clerk, room):
    text = "<Ktabg. Wenning> fragt, ob 3 < 4 sei. <Kohaus> bejaht."
    row = write(clerk, room.items[0], text=text)
    assert row.text == "⟨Ktabg. Wenning⟩ fragt, ob 3 < 4 sei. ⟨Kohaus⟩ bejaht."
    assert _speakers(row) == [("Ktabg.", "Wenning"), ("", "Kohaus")]


def test_the_text_is_kept_letter_for_letter(clerk, room):
    text = " „Bunte“ Rückmeldungen\u00a0– 5.000\u00a0€,  zwei Leerzeichen;\n\nEr richtig Dank. "
    row = write(clerk, room.items[0], text=text.replace("\n", "\r\n"))
    assert row.text == text
    assert _speakers(row) == []


def test_a_mark_of_nobody_names_it_and_who_is_known(clerk, room):
    sent = contribution(text="⟨Ktabg. Niemand⟩ spricht.")
    response = clerk.post(url("contribution-add", room.items[0].pk), sent)
    assert response.status_code == 422
    assert "„Ktabg. Niemand“ gibt es in dieser Sitzung nicht." in shown(response)
    assert "Ktabg. Bednar, Ktabg. Kohaus, Ktabg. Wenning" in shown(response)
    assert "⟨Ktabg. Niemand⟩ spricht." in response.content.decode()
    assert not Contribution.objects.exists()


def test_people_of_one_name_are_told_apart_by_first_name(clerk, place, room):
    namesake = Person.objects.create(first_name="Eva", last_name="Kohaus")
    seat = cast.Membership.objects.create(committee=place.committee, person=namesake, start=cast.TERM_START)
    eva = cast.Attendance.objects.create(session=room.session, person=namesake, membership=seat, role="Ktabg.")
    Presence.objects.create(attendance=eva)
    response = clerk.post(url("contribution-add", room.items[0].pk), contribution(text="⟨Ktabg. Kohaus⟩ spricht."))
    assert response.status_code == 422
    assert "passt auf mehrere Personen" in shown(response)
    row = write(clerk, room.items[0], speaker=eva.pk, text="spricht.")
    assert row.text == "⟨Ktabg. E. Kohaus⟩ spricht."
    assert row.speakers.get().attendance == eva


def test_a_chosen_speaker_beside_the_mark_of_another_is_refused(clerk, room):
    sent = contribution(speaker=room["Kohaus"].pk, text="⟨Ktabg. Wenning⟩ spricht.")
    response = clerk.post(url("contribution-add", room.items[0].pk), sent)
    assert response.status_code == 422
    assert "Als Redner/in ist Ktabg. Kohaus gewählt, im Text ist aber jemand anderes gekennzeichnet." in shown(response)


def test_choosing_another_speaker_changes_the_mark(clerk, room):
    row = write(clerk, room.items[0], text="Auch <Ktabg. Kohaus> dankt.")
    response = clerk.post(url("contribution-edit", row.pk), changed(row, speaker=room["Wenning"].pk, role=""))
    assert response.status_code == 302, shown(response)
    row.refresh_from_db()
    assert row.text == "Auch ⟨Ktabg. Wenning⟩ dankt."
    assert _speakers(row) == [("Ktabg.", "Wenning")]


def test_a_mark_moved_in_the_text_wins_over_a_choice_that_nobody_touched(clerk, room):
    row = write(clerk, room.items[0], speaker=room["Kohaus"].pk, text="dankt.")
    clerk.post(url("contribution-edit", row.pk), changed(row, text="Es dankt ⟨Landrat Wenning⟩."))
    row.refresh_from_db()
    assert row.text == "Es dankt ⟨Landrat Wenning⟩."
    assert _speakers(row) == [("Landrat", "Wenning")]


def test_choosing_nobody_takes_the_mark_off(clerk, room):
    row = write(clerk, room.items[0], speaker=room["Kohaus"].pk, text="dankt.")
    clerk.post(url("contribution-edit", row.pk), changed(row, speaker="", role=""))
    row.refresh_from_db()
    assert row.text == "Ktabg. Kohaus dankt."
    assert not row.speakers.exists()


def test_who_is_biased_takes_no_part_in_the_debate(clerk, room):
    item = room.items[1]
    Recusal.objects.create(item=item, attendance=room["Kohaus"], ground="als Vorstandsmitglied")
    sent = contribution(speaker=room["Kohaus"].pk, text="spricht dafür.")
    response = clerk.post(url("contribution-add", item.pk), sent)
    assert response.status_code == 422
    sentence = (
        "Ktabg. Kohaus ist bei diesem Punkt befangen (als Vorstandsmitglied) und nimmt an der Beratung nicht teil."
    )
    assert sentence in shown(response)
    assert "spricht dafür." in response.content.decode()
    assert write(clerk, room.items[0], speaker=room["Kohaus"].pk).speakers.exists()


@pytest.mark.parametrize("kind", ["procedure", "note"])
def test_the_declaration_of_bias_itself_is_procedure(clerk, room, kind):
    item = room.items[1]
    Recusal.objects.create(item=item, attendance=room["Kohaus"])
    assert write(clerk, item, kind=kind, speaker=room["Kohaus"].pk, text="erklärt sich für befangen.").kind == kind


def test_who_is_absent_at_the_item_cannot_speak(clerk, room):
    Presence.objects.filter(attendance=room["Kohaus"]).update(first_item=room.items[1])
    sent = contribution(speaker=room["Kohaus"].pk)
    response = clerk.post(url("contribution-add", room.items[0].pk), sent)
    assert response.status_code == 422
    assert "Ktabg. Kohaus ist bei diesem Punkt nicht anwesend: ab TOP 2." in shown(response)
    assert write(clerk, room.items[1], speaker=room["Kohaus"].pk).speakers.exists()


def test_who_is_excused_cannot_speak(clerk, place, room):
    cast.attend(room, cast.member(place, "Ramers"), present=False, absence="excused")
    response = clerk.post(url("contribution-add", room.items[0].pk), contribution(text="⟨Ramers⟩ spricht."))
    assert response.status_code == 422
    assert "Ktabg. Ramers ist bei diesem Punkt nicht anwesend: entschuldigt." in shown(response)


def test_guests_speak_while_they_are_there(clerk, room):
    guest = _guest(room, "Thöne")
    assert write(clerk, room.items[0], speaker=guest.pk).text == "⟨Frau Thöne⟩ Text"
    Presence.objects.filter(attendance=guest).update(last_item=room.items[0])
    response = clerk.post(url("contribution-add", room.items[1].pk), contribution(speaker=guest.pk))
    assert response.status_code == 422


def test_former_members_speak_in_old_sessions(clerk, room):
    seat = room["Kohaus"].membership
    seat.end = cast.DAY
    seat.save()
    assert write(clerk, room.items[0], speaker=room["Kohaus"].pk).speakers.exists()


def test_people_of_other_sessions_are_no_choice(clerk, place, room):
    other = cast.session(place, number=2, members=("Fremd",))
    response = clerk.post(url("contribution-add", room.items[0].pk), contribution(speaker=other["Fremd"].pk))
    assert response.status_code == 422


def test_without_text_nothing_is_saved(clerk, room):
    response = clerk.post(url("contribution-add", room.items[0].pk), contribution(text=" \u00a0\n"))
    assert response.status_code == 422
    assert not Contribution.objects.exists()


def test_sent_twice_it_is_saved_once(clerk, room):
    item, sent = room.items[0], contribution(speaker=room["Kohaus"].pk)
    assert [clerk.post(url("contribution-add", item.pk), sent).status_code for _ in "ab"] == [302, 302]
    assert Contribution.objects.get().version == 1


def test_sent_again_with_another_text_both_are_shown(clerk, room):
    item, sent = room.items[0], contribution(text="Erst")
    clerk.post(url("contribution-add", item.pk), sent)
    response = clerk.post(url("contribution-add", item.pk), sent | {"text": "Dann"})
    assert response.status_code == 409
    assert "Erst" in shown(response)
    assert "Dann" in shown(response)
    assert Contribution.objects.get().text == "Erst"


def test_the_key_of_another_item_is_refused(clerk, room):
    row = write(clerk, room.items[0])
    assert clerk.post(url("contribution-add", room.items[1].pk), contribution(id=row.pk)).status_code == 400
    assert clerk.post(url("contribution-add", room.items[1].pk), contribution(id="kein")).status_code == 400


def test_a_stale_version_is_answered_with_both_texts(clerk, room):
    row = write(clerk, room.items[0], text="Alt")
    mine = changed(row, text="Meins")
    clerk.post(url("contribution-edit", row.pk), changed(row, text="Deins"))
    response = clerk.post(url("contribution-edit", row.pk), mine)
    assert response.status_code == 409
    assert "Meins" in shown(response)
    assert "Deins" in shown(response)
    assert Contribution.objects.get().text == "Deins"
    assert clerk.post(url("contribution-edit", row.pk), mine | {"version": 2}).status_code == 302
    assert Contribution.objects.get().text == "Meins"


def test_it_is_inserted_before_or_after_another(clerk, room):
    item = room.items[0]
    write(clerk, item, text="eins")
    three = write(clerk, item, text="drei")
    write(clerk, item, text="vier")
    clerk.post(url("contribution-add", item.pk) + f"?before={three.pk}", contribution(text="zwei"))
    clerk.post(url("contribution-add", item.pk) + f"?after={three.pk}", contribution(text="drei einhalb"))
    texts = list(item.contributions.values_list("text", flat=True))
    assert texts == ["eins", "zwei", "drei", "drei einhalb", "vier"]


def test_it_moves_up_and_down_as_far_as_there_are_others(clerk, room):
    item = room.items[0]
    rows = [write(clerk, item, text=text) for text in ("eins", "zwei", "drei")]
    clerk.post(url("contribution-move", rows[2].pk), {"direction": "up"})
    clerk.post(url("contribution-move", rows[0].pk), {"direction": "down"})
    assert list(item.contributions.values_list("text", flat=True)) == ["drei", "eins", "zwei"]
    assert clerk.post(url("contribution-move", rows[2].pk), {"direction": "up"}).status_code == 302
    assert list(item.contributions.values_list("text", flat=True)) == ["drei", "eins", "zwei"]


def test_it_is_deleted_after_asking(clerk, room):
    row = write(clerk, room.items[0], text="Weg damit")
    assert "Weg damit" in shown(clerk.get(url("contribution-delete", row.pk)))
    assert Contribution.objects.exists()
    assert clerk.post(url("contribution-delete", row.pk), {"version": 1}).status_code == 302
    assert not Contribution.objects.exists()


def test_what_was_changed_since_it_was_shown_is_not_deleted(clerk, room):
    row = write(clerk, room.items[0], text="Alt")
    clerk.post(url("contribution-edit", row.pk), changed(row, text="Neu"))
    response = clerk.post(url("contribution-delete", row.pk), {"version": 1})
    assert response.status_code == 409
    assert "Neu" in shown(response)
    assert Contribution.objects.exists()


def test_outsiders_find_nothing(outsiders, client, room):
    item = room.items[0]
    row = Contribution.objects.create(item=item, position=1, text="Text")
    pages = [url("contribution-add", item.pk), *(url(f"contribution-{act}", row.pk) for act in ("edit", "delete"))]
    for browser in outsiders:
        assert {browser.get(page).status_code for page in pages} == {404}
        assert browser.post(url("contribution-move", row.pk), {"direction": "up"}).status_code == 404
        assert browser.post(pages[0], contribution()).status_code == 404
    assert client.get(pages[0]).status_code == 302
    assert Contribution.objects.count() == 1


def test_an_item_that_does_not_exist_is_not_found(clerk, db):
    assert clerk.get(url("contribution-add", uuid.uuid4())).status_code == 404


def test_contributions_of_a_sub_item_stand_alone(clerk, room):
    child = AgendaItem.objects.create(session=room.session, position=4, parent=room.items[2], title="Unterpunkt")
    write(clerk, room.items[2], text="oben")
    assert write(clerk, child, text="unten").position == 1
