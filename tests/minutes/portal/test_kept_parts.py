"""The frame of pages that strangers read is made once, and is that of their page all the same."""

import pytest
from django.test import Client

from minutes.models import HousePage
from minutes.portal.house import footer
from tests import cast

AWKWARD = '/minutes/?q="><script>&year=2026'


def foot(client: Client, url: str, **cookies: str) -> str:
    client.cookies.load(cookies)
    return client.get(url).content.decode().split('<footer class="site-foot">')[1]


@pytest.mark.django_db
def test_each_page_leads_back_to_itself():
    first, second = foot(Client(), "/minutes/"), foot(Client(), "/papers/?q=Rad&page=1")
    assert 'name="next" value="/minutes/"' in first
    assert "about=%2Fminutes%2F" in first
    assert 'name="next" value="/papers/?q=Rad&amp;page=1"' in second
    assert "about=%2Fpapers%2F" in second
    assert "KEPT" not in first + second


@pytest.mark.django_db
def test_an_address_that_means_harm_is_escaped():
    foot(Client(), "/minutes/")
    assert "<script>" not in foot(Client(), AWKWARD)


@pytest.mark.django_db
def test_language_and_look_have_parts_of_their_own():
    german = foot(Client(), "/minutes/")
    english = foot(Client(), "/minutes/", django_language="en")
    dark = foot(Client(), "/minutes/", theme="dark")
    assert len({german, english, dark}) == 3
    assert foot(Client(), "/minutes/") == german


@pytest.mark.django_db
def test_who_is_logged_in_gets_no_part_of_strangers():
    foot(Client(), "/minutes/")
    browser = Client()
    browser.force_login(cast.user("admin"))
    page = browser.get("/minutes/").content.decode()
    assert "data-logout" in page
    assert 'href="/accounts/login/"' not in page
    assert "data-logout" not in Client().get("/minutes/").content.decode()


@pytest.mark.django_db
def test_a_page_of_the_house_is_marked_where_it_is_read():
    HousePage.objects.update_or_create(key="imprint", defaults={"text_de": "Wir", "is_published": True})
    footer.forget()
    foot(Client(), "/minutes/")
    assert 'href="/imprint/" aria-current="page"' in foot(Client(), "/imprint/")
    assert "aria-current" not in foot(Client(), "/minutes/").split("house-links")[1].split("</nav>")[0]


@pytest.mark.django_db
def test_a_secret_address_is_not_handed_on():
    foot(Client(), "/minutes/")
    assert "about=" not in foot(Client(), "/follow/mine/a-secret-word/")
    assert "a-secret-word" not in foot(Client(), "/minutes/")
