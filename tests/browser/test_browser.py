"""The browser fixtures themselves: a watch that sees nothing would make every browser test worthless."""

import pytest


def test_the_start_page_is_accessible(page, axe):
    page.goto("/")
    axe(page)


def test_a_visitor_is_greeted_in_german(page):
    page.goto("/")
    assert page.locator("html").get_attribute("lang") == "de"


def test_a_user_is_logged_in_by_cookie(page, login, django_user_model):
    user = django_user_model.objects.create_user(email="clerk@example.org")
    login(page, user)
    page.goto("/")
    assert page.context.cookies()
    assert page.locator("a[href*=login]").count() == 0


def test_axe_reports_what_is_wrong(page, axe):
    page.goto("/")
    page.evaluate("document.body.append(document.createElement('button'))")
    with pytest.raises(AssertionError, match="button-name"):
        axe(page)


def test_the_watch_sees_the_console(page, watch):
    page.goto("/")
    page.evaluate("console.error('something broke')")
    watch.expect("something broke")


def test_the_watch_sees_a_script_that_raises(page, watch):
    page.goto("/")
    with page.expect_event("pageerror"):
        page.evaluate("setTimeout(() => { throw new Error('out of order') })")
    watch.expect("out of order")


def test_the_watch_sees_a_request_to_another_host(page, watch):
    page.route("**/logo.png", lambda route: route.abort())
    with page.expect_event("requestfailed"):
        page.set_content("<img alt='' src='http://elsewhere.example/logo.png'>")
    watch.expect("another host: http://elsewhere.example/logo.png")
    watch.expect("Failed to load resource")
