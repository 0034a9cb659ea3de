"""The look: the frame of the pages, their language, light and dark."""

import pytest
from django.core.management import call_command
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from django.urls import reverse

from tests.elements import Elements, elements


@pytest.fixture
def clerk(django_user_model):
    return django_user_model.objects.create_user("clerk@example.org", role="clerk")


@pytest.fixture
def admin(django_user_model):
    return django_user_model.objects.create_user("admin@example.org", role="admin")


def test_the_content_security_policy_allows_our_own_files_only(client, db):
    policy = client.get(reverse("account_login")).headers["Content-Security-Policy"]
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["script-src"] == directives["style-src"] == directives["font-src"] == "'self'"
    assert directives["frame-ancestors"] == directives["base-uri"] == "'none'"
    assert "unsafe" not in policy


@pytest.mark.parametrize("address", ["/form/", "/accounts/login/", "/accounts/signup/", "/nowhere/"])
def test_pages_need_nothing_that_the_policy_forbids(client, db, form_pack, address):
    page = elements(client.get(address))
    for tag, attrs in page.found:
        assert "style" not in attrs, (tag, attrs)
        assert not any(name.startswith("on") for name in attrs), (tag, attrs)
        assert tag != "style"
        assert tag != "script" or attrs["src"].startswith("/static/")
        assert tag != "link" or attrs["rel"] == "canonical" or attrs["href"].startswith("/static/")


@pytest.mark.parametrize("address", ["/form/", "/accounts/login/", "/nowhere/"])
def test_no_id_occurs_twice(client, db, form_pack, address):
    ids = elements(client.get(address)).ids
    assert len(ids) == len(set(ids))


def test_skip_links_lead_to_places_that_exist(client, db):
    page = elements(client.get(reverse("account_login")))
    targets = [link["href"] for link in page.all("a", class_="skip-link")]
    assert targets == ["#content", "#navigation"]
    assert {target.removeprefix("#") for target in targets} <= set(page.ids)


def test_the_navigation_marks_where_the_reader_is(client, admin):
    client.force_login(admin)
    page = elements(client.get(reverse("start")))
    assert page.one("a", class_="main-nav__link", href=reverse("start"))["aria-current"] == "page"
    assert "aria-current" not in page.one("a", class_="main-nav__link", href=reverse("admin:index"))


def test_only_administrators_are_led_to_the_admin_site(client, clerk):
    client.force_login(clerk)
    assert not elements(client.get(reverse("start"))).all("a", href=reverse("admin:index"))


def test_a_visitor_is_offered_to_log_in_and_nothing_of_the_inside(client, db):
    page = elements(client.get(reverse("account_login")))
    assert page.all("a", href=reverse("account_login"))
    assert not page.all("a", class_="main-nav__link", href=reverse("start"))


def test_the_head_names_the_user_and_offers_to_log_out(client, clerk):
    client.force_login(clerk)
    response = client.get(reverse("start"))
    assert "clerk@example.org" in response.content.decode()
    assert elements(response).one("form", action=reverse("account_logout"))["method"] == "post"


def test_the_pages_of_a_list_keep_its_filters():
    template = Template("{% load navigation %}{% pagination page_obj %}")
    request = RequestFactory().get("/", {"committee": "IntA", "page": "2"})
    html = template.render(Context({"request": request, "page_obj": Paginator(range(30), 10).page(2)}))
    links = [link["href"] for link in Elements(html).all("a")]
    assert links == [f"?committee=IntA&page={number}" for number in (1, 1, 2, 3, 3)]


def test_a_confirmation_names_what_it_does_and_sends_its_hidden_values(rf, clerk):
    request = rf.get("/")
    request.user = clerk
    asked = {
        "title": "Punkt löschen",
        "question": "Soll TOP 3 gelöscht werden?",
        "consequences": ["Zwei Beiträge gehen verloren."],
        "confirm": "Löschen",
        "is_destructive": True,
        "fields": {"version": 4},
        "cancel_url": "/sessions/",
    }
    html = render_to_string("_confirm.html", asked, request)
    page = Elements(html)
    assert page.one("input", name="version")["value"] == "4"
    assert page.one("a", class_="kern-btn kern-btn--tertiary")["href"] == "/sessions/"
    assert "Zwei Beiträge gehen verloren." in html
    assert "button--danger" in html


def test_an_empty_place_says_what_to_do():
    context = {"title": "Keine Sitzungen", "text": "Legen Sie die erste an.", "url": "/new/", "action": "Anlegen"}
    html = render_to_string("_empty.html", context)
    assert "Keine Sitzungen" in html
    assert Elements(html).one("a")["href"] == "/new/"


def test_a_single_page_has_no_pagination():
    template = Template("{% load navigation %}{% pagination page_obj %}")
    context = Context({"request": RequestFactory().get("/"), "page_obj": Paginator([], 10).page(1)})
    assert template.render(context).strip() == ""


def test_files_are_collected_with_hashes_and_every_reference_resolves(tmp_path):
    storage = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    with override_settings(STATIC_ROOT=tmp_path, STORAGES={"staticfiles": storage}):
        call_command("collectstatic", verbosity=0, interactive=False)
    assert list(tmp_path.glob("css/gremia.*.css"))
    assert list(tmp_path.glob("vendor/kern/fonts/FiraSans-Regular.*.woff2"))


def test_pages_are_german_whatever_the_browser_prefers(client, db):
    response = client.get(reverse("account_login"), headers={"accept-language": "en-US"})
    assert elements(response).one("html")["lang"] == "de"
    assert response.headers["Content-Language"] == "de"


def test_a_reader_chooses_english(client, db):
    chosen = client.post(reverse("set_language"), {"language": "en", "next": "/accounts/login/"})
    assert chosen.url == "/accounts/login/"
    response = client.get(chosen.url)
    assert elements(response).one("html")["lang"] == "en"
    assert "Log in" in response.content.decode()


def test_an_unknown_language_in_the_cookie_is_ignored(client, db, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "xx"
    assert elements(client.get(reverse("account_login"))).one("html")["lang"] == "de"


def test_the_device_decides_about_light_and_dark_until_a_reader_does(client, db):
    login = reverse("account_login")
    assert "data-kern-theme" not in elements(client.get(login)).one("html")
    client.post(reverse("set_theme"), {"theme": "dark", "next": login})
    assert elements(client.get(login)).one("html")["data-kern-theme"] == "dark"
    client.post(reverse("set_theme"), {"theme": "auto", "next": login})
    assert "data-kern-theme" not in elements(client.get(login)).one("html")


def test_a_forged_theme_never_reaches_the_page(client, db):
    client.cookies["theme"] = '"><script>'
    assert "data-kern-theme" not in elements(client.get(reverse("account_login"))).one("html")


def test_an_unknown_theme_is_refused(client, db):
    assert client.post(reverse("set_theme"), {"theme": "pink"}).status_code == 400


def test_choosing_a_theme_never_leads_to_another_site(client, db):
    answer = client.post(reverse("set_theme"), {"theme": "dark", "next": "https://elsewhere.example/"})
    assert answer.url == "/"


def test_a_theme_is_chosen_by_post_only(client, db):
    assert client.get(reverse("set_theme")).status_code == 405
