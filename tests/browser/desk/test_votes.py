"""Voting at the desk: few keys, and never a wrong count."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from committees.models import Faction, Recusal
from tests import cast
from votes.models import Ballot, Form, Vote, Voter

FORTY = 40
UNCOVERED = """() => {
    const { left, top, width, height } = document.activeElement.getBoundingClientRect();
    const seen = document.elementFromPoint(left + width / 2, top + height / 2);
    return Boolean(seen?.closest("[data-voter]")?.contains(document.activeElement));
}"""


@pytest.fixture
def council(place) -> cast.Room:
    """Forty members of two factions."""
    room = cast.session(place, items=2, number=2, date=timezone.localdate(), seats=FORTY)
    others = Faction.objects.create(term=place.term, name="XYZ-Kreistagsfraktion", short_name="XYZ", position=2)
    for number in range(FORTY):
        faction = {} if number < 25 else {"faction": others}
        cast.attend(room, cast.member(place, f"Mitglied {number:02}", **faction))
    return room


def test_unanimous_is_one_chord(desk, figure):
    desk.keys.press("Alt+e")
    expect(desk.page.locator("#panel-votes")).to_contain_text("einstimmig")
    figure(f"unanimous: {desk.keys.pressed} keys")
    assert desk.keys.pressed <= 2
    vote = Vote.objects.get()
    assert vote.is_closed
    assert (vote.yes, vote.no, vote.abstain) == (8, 0, 0)
    desk.keys.press("Alt+e")
    desk.page.wait_for_timeout(300)
    assert Vote.objects.count() == 1


def test_a_counted_vote_says_at_once_whether_it_adds_up(desk, axe):
    desk.keys.press("Alt+v", "z")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog.get_by_label("Ja", exact=True)).to_be_focused()
    for count in "522":
        desk.keys.press(count, "Tab")
    said = dialog.locator("[data-said]")
    expect(said).to_contain_text("Es wurden 9 Stimmen gezählt, stimmberechtigt sind 8")
    axe(desk.page)
    desk.keys.press("Shift+Tab", "1")
    expect(said).to_contain_text("angenommen")
    desk.keys.press("Control+Enter")
    expect(desk.page.locator("#panel-votes")).to_contain_text("5 JA-Stimmen")
    assert Vote.objects.get().is_closed


def test_a_key_pressed_the_moment_a_dialog_closes_goes_where_it_was_meant(desk):
    desk.keys.press("Alt+c", "Alt+w")
    expect(desk.page.get_by_role("dialog").locator("[name=resolution]")).to_be_focused()
    desk.keys.text("Dem Bericht wird zugestimmt.")
    # A key is quicker than the browser's event that a dialog has closed.
    desk.page.evaluate("""() => new MutationObserver((_, observer) => {
        observer.disconnect();
        document.dispatchEvent(new KeyboardEvent("keydown", { code: "KeyV", altKey: true, bubbles: true }));
    }).observe(document.querySelector("dialog"), { attributeFilter: ["open"] })""")
    desk.keys.press("Control+Enter")
    expect(desk.page.get_by_role("dialog")).to_be_hidden()
    expect(desk.page.locator("#panel-decision")).to_contain_text("Dem Bericht wird zugestimmt.")
    expect(desk.page.locator("#panel-votes")).to_be_focused()


def test_what_is_chosen_before_the_script_has_come_stays(desk, room):
    vote = Vote.objects.create(item=room.items[0], form=Form.ROLL_CALL, is_final=False)
    held = []
    desk.page.route("**/roll-call.js", lambda route: held.append(route))
    desk.page.goto(reverse("minutes:roll-call", args=[vote.pk]), wait_until="commit")
    voters = desk.page.locator("fieldset.voter")
    voters.nth(0).locator("input[value=no]").check()
    held.pop().continue_()
    expect(voters.nth(1).locator("input[value=yes]")).to_be_checked()
    expect(voters.nth(0).locator("input[value=no]")).to_be_checked()


def test_a_roll_call_of_forty_names_costs_at_most_thirty_keys(new_desk, council, axe, figure):
    desk = new_desk(of=council).open()
    desk.keys.press("Alt+v", "n")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog.locator("[data-total=yes]")).to_have_text("40")
    before = desk.keys.pressed
    for number, choice in (("3", "n"), ("17", "n"), ("24", "e"), ("31", "n"), ("40", "x")):
        desk.keys.press(*number, choice)
    expect(dialog.locator("[data-total=no]")).to_have_text("3")
    expect(dialog.locator("[data-result]")).to_contain_text("35 JA-Stimmen, 3 NEIN-Stimmen, 1 Enthaltung")
    axe(desk.page)
    assert before == 3
    desk.keys.press("Enter", "Enter")
    expect(desk.page.locator("#panel-votes")).to_contain_text("namentlich")
    expect(dialog).to_be_hidden()
    figure(f"a roll call of 40 names with 5 deviations: {desk.keys.pressed} keys")
    assert desk.keys.pressed <= 30
    assert Vote.objects.get().is_closed
    names = Ballot.objects.filter(choice="no").values_list("voter__attendance__person__last_name", flat=True)
    assert sorted(names) == ["Mitglied 02", "Mitglied 16", "Mitglied 30"]
    assert Voter.objects.count() == FORTY


def test_a_faction_votes_by_one_key_and_single_names_are_found_by_letters(new_desk, council):
    desk = new_desk(of=council).open()
    desk.keys.press("Alt+v", "n")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog.locator("[data-total=yes]")).to_have_text("40")
    desk.keys.press("3", "0", "Shift+n")
    expect(dialog.locator("[data-total=no]")).to_have_text("15")
    desk.keys.press("/")
    desk.keys.letters("mitglied 27")
    desk.keys.press("Enter", "j")
    expect(dialog.locator("[data-total=no]")).to_have_text("14")
    desk.keys.press("ArrowUp", "e")
    expect(dialog.locator("[data-total=abstain]")).to_have_text("1")


@pytest.mark.slow
def test_factions_vote_as_one_and_who_does_not_is_marked(new_desk, council, figure):
    desk = new_desk(of=council).open()
    desk.keys.press("Alt+v", "n")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog.locator("[data-total=yes]")).to_have_text("40")
    desk.keys.press("Shift+j", "Shift+n")
    expect(dialog.locator("[data-total=no]")).to_have_text("15")
    for number, choice in (("3", "n"), ("17", "e"), ("24", "n"), ("31", "j"), ("40", "x")):
        desk.keys.press(*number, choice)
    otherwise = dialog.locator(".voter--otherwise .voter__number")
    expect(otherwise).to_have_text(["3", "17", "24", "31", "40"])
    desk.keys.press("Enter", "Enter")
    expect(dialog).to_be_hidden()
    figure(f"the same, each faction as one: {desk.keys.pressed} keys")
    assert desk.keys.pressed <= 30
    vote = Vote.objects.get()
    counts = {choice: Ballot.objects.filter(voter__vote=vote, choice=choice).count() for choice in ("yes", "no")}
    assert vote.is_closed
    assert counts == {"yes": 23, "no": 15}


@pytest.mark.slow
def test_the_buttons_of_a_faction_act_at_once_and_the_voter_is_never_covered(new_desk, council):
    desk = new_desk(of=council).open()
    desk.keys.press("Alt+v", "n")
    dialog = desk.page.get_by_role("dialog")
    expect(dialog.locator("[data-total=yes]")).to_have_text("40")
    dialog.locator("button[value='abstain:2']").press("Enter")
    expect(dialog.locator("[data-total=abstain]")).to_have_text("15")
    desk.keys.press("4", "0")
    for _step in range(39):
        desk.keys.press("ArrowUp")
        assert desk.page.evaluate(UNCOVERED), "The focus lies under a bar."


@pytest.mark.slow
def test_whoever_is_biased_is_not_called(desk, room):
    Recusal.objects.create(item=room.items[0], attendance=room["Kohaus"])
    desk.open()
    expect(desk.page.locator("#panel-votes")).to_contain_text("wegen Befangenheit ausgeschlossen: Ktabg. Kohaus")
    desk.keys.press("Alt+v", "n")
    expect(desk.page.get_by_role("dialog").locator("[data-voter]")).to_have_count(7)


@pytest.mark.slow
def test_one_show_of_hands_decides_several_items(desk, axe):
    desk.keys.press("Alt+v", "b")
    dialog = desk.page.get_by_role("dialog")
    dialog.get_by_label("TOP 2").press("Space")
    axe(desk.page)
    desk.keys.press("Control+Enter")
    expect(dialog).to_be_hidden()
    expect(desk.page.locator("#panel-votes")).to_contain_text("gemeinsam mit TOP 2 abgestimmt")
    assert Vote.objects.filter(closed_at__isnull=False).count() == 2


@pytest.mark.slow
def test_an_election_goes_on_in_rounds_without_the_mouse(desk, axe):
    dialog = desk.page.get_by_role("dialog")
    desk.keys.press("Alt+v", "z")
    expect(dialog.locator("[name=yes]")).to_be_focused()
    dialog.locator("[name=form]").select_option("secret")
    dialog.locator("[name=majority]").select_option("election")
    fill(dialog, {"Anton": "4", "Berta": "3", "Carla": "1"})
    axe(desk.page)
    desk.keys.press("Control+Enter")
    votes = desk.page.locator("#panel-votes")
    expect(votes.get_by_role("link", name="Nächster Wahlgang")).to_be_visible()
    votes.get_by_role("link", name="Nächster Wahlgang").press("Enter")
    expect(dialog.locator("[name=label]")).to_have_value("Zweiter Wahlgang")
    expect(dialog.locator("[name=options-0-label]")).to_have_value("Anton")
    expect(dialog.locator("[name=options-2-label]")).to_have_value("")
    fill(dialog, {"Anton": "3", "Berta": "5"})
    desk.keys.press("Control+Enter")
    expect(dialog).to_be_hidden()
    expect(votes).to_contain_text("Erster Wahlgang")
    expect(votes).to_contain_text("Berta")
    assert [vote.is_final for vote in Vote.objects.order_by("position")] == [False, True]
    assert all(vote.is_closed for vote in Vote.objects.all())


def fill(dialog, votes: dict[str, str]) -> None:
    """Names and votes of an election, typed into fields that can be seen."""
    for row, (name, count) in enumerate(votes.items()):
        expect(dialog.locator(f"[name=options-{row}-label]")).to_be_visible()
        dialog.locator(f"[name=options-{row}-label]").fill(name)
        dialog.locator(f"[name=options-{row}-votes]").fill(count)


@pytest.mark.slow
def test_an_item_has_several_votes_of_which_the_last_decides(desk):
    dialog = desk.page.get_by_role("dialog")
    desk.keys.press("Alt+v", "z")
    expect(dialog.locator("[name=yes]")).to_be_focused()
    for count in ("3", "5", "0"):
        desk.keys.press(count, "Tab")
    dialog.locator("[name=is_final]").press("Space")
    dialog.locator("[name=label]").fill("Änderungsantrag")
    desk.keys.press("Control+Enter")
    votes = desk.page.locator("#panel-votes")
    expect(votes).to_contain_text("Änderungsantrag")
    expect(dialog).to_be_hidden()
    desk.keys.press("Alt+e")
    expect(votes).to_contain_text("einstimmig")
    desk.keys.press("Alt+v", "z")
    expect(dialog.locator("[name=yes]")).to_be_focused()
    expect(dialog.locator("[name=yes]")).to_have_value("")
    expect(dialog.locator("[data-draft-note]")).to_be_hidden()
    assert [(vote.label, vote.is_final) for vote in Vote.objects.order_by("position")] == [
        ("Änderungsantrag", False),
        ("", True),
    ]


def test_a_vote_without_connection_is_not_recorded_and_says_so(desk, watch):
    desk.page.context.set_offline(True)
    desk.keys.press("Alt+e")
    expect(desk.page.locator("[data-notes]")).to_contain_text("Nicht gesendet")
    assert not Vote.objects.exists()
    desk.page.context.set_offline(False)
    desk.until("saved")
    watch.expect("ERR_INTERNET_DISCONNECTED")
