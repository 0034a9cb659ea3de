"""Several clerks at once: on one text, at two items, in two committees; and somebody who reads along."""

import json

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from committees.models import Membership
from minutes.models import Contribution
from tests import cast
from votes.models import Vote

from .conftest import NAMES


@pytest.fixture
def watch(watch):
    """Refused saves and requests that are cut off stand in the console."""
    yield watch
    meant = ("409", "ERR_FAILED", "ERR_INTERNET_DISCONNECTED")
    watch.problems[:] = [problem for problem in watch.problems if not any(code in problem for code in meant)]


@pytest.mark.slow
def test_two_clerks_save_the_same_text_and_the_later_one_chooses(new_desk, room):
    Contribution.objects.create(item=room.items[0], position=1, kind="note", text="Anfang.")
    first, second = new_desk().open(), new_desk().open()
    second.page.route("**/save/", lambda route: route.abort())
    for desk, text in ((first, " Der erste Satz."), (second, " Der zweite Satz.")):
        desk.rows.first.focus()
        desk.keys.press("Control+End")
        desk.keys.text(text)
    first.until("saved")
    second.until("offline")
    second.page.unroute("**/save/")
    second.until("conflict")
    conflict = second.page.locator("[data-conflict]")
    expect(conflict).to_contain_text("Kim Schriftführung 1")
    expect(conflict.locator("[data-mine]")).to_have_text("Anfang. Der zweite Satz.")
    expect(conflict.locator("[data-theirs]")).to_have_text("Anfang. Der erste Satz.")
    conflict.locator("[data-choose=mine]").press("Enter")
    second.until("saved")
    assert second.stored() == ["Anfang. Der zweite Satz."]
    expect(first.rows.first).to_have_value("Anfang. Der zweite Satz.", timeout=15_000)


@pytest.mark.slow
def test_two_clerks_at_two_items_do_not_disturb_each_other(new_desk):
    first, second = new_desk().open(0), new_desk().open(1)
    for word in ("spricht", " lange", " und", " laut."):
        for desk, letters in ((first, "koh"), (second, "mer")):
            if word == "spricht":
                desk.speak(letters, word)
            else:
                desk.keys.text(word)
    for desk in (first, second):
        desk.keys.press("Enter")
        desk.until("saved")
    assert first.texts() == first.stored(0) == ["⟨Ktabg. Kohaus⟩ spricht lange und laut."]
    assert second.texts() == second.stored(1) == ["⟨Ktabg. Merten⟩ spricht lange und laut."]
    expect(first.page.locator("[data-conflict]:visible")).to_have_count(0)


@pytest.mark.slow
def test_two_committees_meet_at_the_same_time_and_do_not_touch_each_other(new_desk, room):
    other = cast.session(cast.county("other"), items=2, members=NAMES[:3], date=timezone.localdate())
    first, second = new_desk().open(), new_desk(of=other).open()
    first.speak("koh", "spricht hier.")
    second.speak("koh", "spricht dort.")
    for desk in (first, second):
        desk.keys.press("Enter", "Alt+e")
        expect(desk.page.locator("#panel-votes")).to_contain_text("einstimmig")
    first.keys.press("Alt+n")
    expect(first.page.locator("#panel-head h1")).to_contain_text("TOP 2")
    second.keys.press("Alt+a")
    expect(second.page.get_by_role("dialog").get_by_role("combobox").first).to_be_focused()
    second.keys.letters("lüt")
    second.keys.press("Enter")
    expect(second.page.locator("#panel-presence")).to_contain_text("Ktabg. Lütke bis TOP 1")
    for desk in (first, second):
        desk.until("saved")
    assert first.stored() == ["⟨Ktabg. Kohaus⟩ spricht hier."]
    assert second.stored() == ["⟨Ktabg. Kohaus⟩ spricht dort."]
    expect(first.page.locator("#panel-presence")).to_contain_text("8 von 9")
    expect(first.page.locator("#panel-presence")).not_to_contain_text("Lütke")
    assert [vote.yes for vote in Vote.objects.order_by("-yes")] == [8, 3]
    assert [item.started_at is None for item in other.items] == [True, True]
    address = second.page.url
    assert first.page.request.get(address).status == 404


@pytest.mark.slow
def test_the_chair_reads_along_and_asks_in_vain_as_long_as_nothing_changes(desk, place, login, new_context, axe):
    person = cast.member(place, "Vorsitz", function=Membership.Function.CHAIR).person
    page = new_context().new_page()
    login(page, cast.user("chair", person=person))
    answers: list[int] = []
    page.on("response", lambda response: response.request.resource_type == "fetch" and answers.append(response.status))
    page.goto(f"/sessions/{desk.room.session.pk}/live/")
    expect(page.locator("[data-fresh]")).to_be_visible()
    desk.speak("koh", "spricht lange.")
    desk.until("saved")
    expect(page.locator("[data-record]")).to_contain_text("Ktabg. Kohaus spricht lange.", timeout=15_000)
    axe(page)
    answers.clear()
    page.wait_for_timeout(11_000)
    assert answers == [304, 304]
    page.set_viewport_size({"width": 320, "height": 568})
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
    page.context.set_offline(True)
    expect(page.locator("[data-stale]")).to_be_visible(timeout=15_000)
    axe(page)


@pytest.mark.slow
@pytest.mark.parametrize("rows", [1, 50])
def test_an_autosave_is_as_short_in_a_long_session(new_desk, room, place, figure, rows):
    for number in range(rows):
        Contribution.objects.create(item=room.items[0], position=number + 1, kind="note", text="Text. " * 50)
        cast.attend(room, cast.member(place, f"Mitglied {number}"))
    desk = new_desk().open()
    sizes: list[tuple[int, int]] = []

    def weigh(response) -> None:
        if response.url.endswith("/save/") and "text" not in json.loads(response.body()):
            sizes.append((len(response.request.post_data_buffer), len(response.body())))

    desk.speak("koh", "spricht")
    desk.until("saved")
    desk.page.on("response", weigh)
    desk.keys.text(" lange.")
    desk.until("saved")
    desk.page.wait_for_timeout(300)
    [(sent, answered)] = sizes
    figure(f"an autosave beside {rows} rows: {sent} bytes sent, {answered} answered")
    assert sent < 400
    assert answered < 80
