"""A login that ends while somebody types: logged in again in place, nothing lost, nothing sent as somebody else's."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from django.contrib.sessions.models import Session as LoginSession
from playwright.sync_api import Route, expect

from committees.models import User
from minutes.models import Contribution
from tests import cast
from tests.authenticator_app import next_code

SAID = "⟨Ktabg. Kohaus⟩ spricht lange."


def log_in(desk, email: str) -> None:
    dialog = desk.page.get_by_role("dialog")
    dialog.locator("[name=login]").fill(email)
    dialog.locator("[name=password]").fill("geheim-genug-1")
    dialog.locator("[name=password]").press("Enter")
    expect(dialog).to_be_hidden()


def test_an_expired_login_is_renewed_in_place(desk, axe, watch):
    LoginSession.objects.all().delete()
    desk.speak("koh", "spricht")
    desk.until("login")
    desk.keys.text(" lange.")
    axe(desk.page)
    desk.keys.press("Alt+l")
    log_in(desk, User.objects.get(role="clerk").email)
    desk.until("saved")
    assert desk.stored() == [SAID]
    assert desk.texts() == [SAID]
    assert Contribution.objects.get().saved_by == User.objects.get(role="clerk")
    watch.expect("401")


def test_a_refusal_that_comes_after_the_new_login_is_not_believed(desk, login, watch):
    held: list[Route] = []
    desk.page.route("**/save/", lambda one: held.append(one) if not held else one.continue_())
    desk.speak("koh", "spricht lange.")
    desk.page.wait_for_timeout(1000)
    [route] = held
    LoginSession.objects.all().delete()
    refused = route.fetch()
    assert refused.status == 401
    # The state of the desk would only say what a moment later everybody knows.
    desk.page.route(f"**{desk.page.locator('[data-desk]').get_attribute('data-state-url')}", lambda one: one.abort())
    login(desk.page, User.objects.get(role="clerk"))
    desk.page.evaluate("document.dispatchEvent(new CustomEvent('desk:login'))")
    route.fulfill(response=refused)
    expect(desk.page.locator("[data-row] [data-state=unsaved]")).to_have_count(0)
    assert desk.stored() == [SAID]
    watch.expect("401")


@pytest.mark.slow
def test_a_login_with_a_second_factor_is_renewed_in_place_too(desk, axe, watch):
    clerk = User.objects.get(role="clerk")
    secret = auth.generate_totp_secret()
    Authenticator.objects.create(user=clerk, type=Authenticator.Type.TOTP, data={"secret": secret})
    LoginSession.objects.all().delete()
    desk.speak("koh", "spricht")
    desk.until("login")
    desk.keys.text(" lange.")
    desk.keys.press("Alt+l")
    dialog = desk.page.get_by_role("dialog")
    dialog.locator("[name=login]").fill(clerk.email)
    dialog.locator("[name=password]").fill("geheim-genug-1")
    dialog.locator("[name=password]").press("Enter")
    code = dialog.locator("[name=code]")
    expect(code).to_be_focused()
    axe(desk.page)
    code.fill("000000")
    code.press("Enter")
    expect(dialog).to_contain_text("Dieser Code ist nicht richtig.")
    watch.expect("422")
    dialog.locator("[name=code]").fill(next_code(secret))
    dialog.locator("[name=code]").press("Enter")
    expect(dialog).to_be_hidden()
    desk.until("saved")
    assert desk.stored() == [SAID]
    assert Contribution.objects.get().saved_by == clerk
    watch.expect("401")


@pytest.mark.slow
def test_a_second_factor_that_is_required_by_now_is_set_up_in_place(desk, axe, watch, settings):
    clerk = User.objects.get(role="clerk")
    settings.MFA_REQUIRED_ROLES = ["clerk"]
    desk.speak("koh", "spricht")
    desk.until("login")
    desk.keys.text(" lange.")
    desk.keys.press("Alt+l")
    dialog = desk.page.get_by_role("dialog")
    dialog.locator("[name=password]").fill("geheim-genug-1")
    dialog.locator("[name=password]").press("Enter")
    secret = dialog.locator(".secret-key").inner_text()
    axe(desk.page)
    dialog.locator("[name=code]").fill(next_code(secret))
    dialog.locator("[name=code]").press("Enter")
    expect(dialog).to_be_hidden()
    desk.until("saved")
    assert desk.stored() == [SAID]
    assert Contribution.objects.get().saved_by == clerk
    watch.expect("401")


def test_what_one_clerk_typed_is_never_sent_as_another_ones(desk, room, watch):
    other = cast.user("clerk", room.session.committee)
    LoginSession.objects.all().delete()
    desk.speak("koh", "spricht lange.")
    desk.until("login")
    desk.keys.press("Alt+l")
    log_in(desk, other.email)
    desk.page.wait_for_timeout(1500)
    assert desk.stored() == []
    drafts = desk.page.evaluate("Object.values(localStorage).join()")
    assert SAID in drafts
    watch.expect("401")


def test_logging_out_sends_what_is_unsent_and_then_forgets_it(desk):
    desk.page.route("**/save/", lambda route: route.abort())
    desk.speak("koh", "spricht lange.")
    desk.until("offline")
    desk.page.unroute("**/save/")
    desk.page.get_by_role("button", name="Abmelden").click()
    desk.page.wait_for_url("**/")
    expect(desk.page.get_by_role("link", name="Anmelden")).to_be_visible()
    assert desk.stored() == [SAID]
    assert desk.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('gremia:')).length") == 0


@pytest.fixture
def watch(watch):
    """Requests cut off on purpose stand in the console."""
    yield watch
    watch.problems[:] = [problem for problem in watch.problems if "ERR_FAILED" not in problem]


@pytest.mark.slow
def test_logging_out_asks_about_what_cannot_be_sent(desk, axe):
    desk.page.route("**/save/", lambda route: route.abort())
    desk.speak("koh", "spricht lange.")
    desk.until("offline")
    desk.page.get_by_role("button", name="Abmelden").click()
    question = desk.page.get_by_role("dialog")
    expect(question).to_contain_text(SAID, timeout=15_000)
    axe(desk.page)
    question.get_by_role("button", name="Angemeldet bleiben").click()
    assert desk.texts() == [SAID]
    desk.page.get_by_role("button", name="Abmelden").click()
    question.get_by_role("button", name="Verwerfen und abmelden").click(timeout=15_000)
    expect(desk.page.get_by_role("link", name="Anmelden")).to_be_visible()
    assert desk.stored() == []
    assert desk.page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('gremia:')).length") == 0


@pytest.mark.slow
def test_a_form_that_was_left_is_filled_in_again(desk):
    desk.keys.press("Alt+w")
    dialog = desk.page.get_by_role("dialog")
    dialog.locator("[name=resolution]").fill("Der Zuschuss wird gewährt.")
    desk.page.reload()
    desk.ready()
    desk.keys.press("Alt+w")
    expect(dialog).to_contain_text("Was Sie eingegeben und nicht gespeichert hatten, ist wieder da.")
    expect(dialog.locator("[name=resolution]")).to_have_value("Der Zuschuss wird gewährt.")
    desk.keys.press("Control+Enter")
    expect(desk.page.locator("#panel-decision")).to_contain_text("Der Zuschuss wird gewährt.")
    desk.keys.press("Alt+w")
    expect(dialog.locator("[data-draft-note]")).to_be_hidden()
