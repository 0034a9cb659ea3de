"""Attacks from outside and from inside: foreign redirects, forged posts, foreign hosts, text that is markup."""

from collections import deque
from urllib.parse import urljoin, urlsplit

import pytest
from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from committees.models import Attachment, Paper, Recusal
from minutes.models import Contribution, Speaker
from minutes.oparl import views as oparl
from minutes.portal import follow
from tests import cast
from tests.elements import elements
from tests.publications import freeze
from tests.sampling import sampled
from votes import closing
from votes.models import Decision, Option, Vote

pytestmark = pytest.mark.django_db

EVIL = '<b onclick="x">&'
FOREIGN = ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
# Not texts of a clerk: codes, files, frozen records.
KEPT = ("email", "password", "year", "session_key", "short_name", "sha256", "reference", "audience")


@pytest.fixture
def place(db) -> cast.County:
    return cast.county()


@pytest.fixture
def hostile(place) -> cast.Room:
    """A session with every kind of row, in which every text is markup."""
    room = cast.session(place, members=("Alt", "Berg", "Clemens"), room="Saal", source_note="Quelle")
    type(room.session).objects.filter(pk=room.session.pk).update(place="Kreishaus")
    item, other, hidden = room.items
    guest = cast.Person.objects.create(last_name="Gast", office="Frau", detail="Verein")
    cast.Attendance.objects.create(session=room.session, person=guest, capacity="guest", role="Frau", detail="Verein")
    room.session.attendances.filter(pk=room["Alt"].pk).update(duty="chair")
    Recusal.objects.create(item=item, attendance=room["Berg"], ground="als Mitglied")
    speech = Contribution.objects.create(item=item, position=1, text="Ktabg. Alt spricht.")
    Speaker.objects.create(contribution=speech, attendance=room["Alt"], role="Ktabg.")
    paper = Paper.objects.create(body=place.body, reference="SV-11-0001", title="Vorlage", is_public=True)
    item.papers.add(paper)
    Attachment.objects.create(paper=paper, title="Datei", note="Hinweis", is_public=True)
    Attachment.objects.create(session=room.session, item=item, title="Anlage", note="Hinweis", is_public=True)
    Decision.objects.create(item=item, resolution="Ja.", outcome="adopted", outcome_text="beschlossen")
    roll_call = Vote.objects.create(item=item, form="roll_call", question="Wer?", label="1", form_text="namentlich")
    closing.save_ballots(roll_call, {person.pk: "yes" for person in closing.eligible(roll_call)})
    election = Vote.objects.create(item=other, form="secret", majority="election", abstain=0, label="2")
    Option.objects.create(vote=election, label="Wahl", votes=3)
    Vote.objects.create(item=hidden, yes=3, result_override="rejected", override_reason="Grund", is_final=False)
    type(hidden).objects.filter(pk=hidden.pk).update(is_public=False, public_title="Neutral", rapporteur="MA")
    for model in apps.get_models():
        if model._meta.app_label in ("committees", "votes", "minutes"):
            _poison(model)
    for vote in Vote.objects.all():
        closing.close(vote)
    freeze(room.session)
    return room


def _poison(model: type[models.Model]) -> None:
    for field in model._meta.get_fields():
        is_text = isinstance(field, models.CharField | models.TextField) and not field.choices
        if is_text and field.name not in KEPT and not isinstance(field, models.SlugField | models.FileField):
            rows = model._default_manager.exclude(**{field.name: ""})
            for row in rows:
                value = f"{getattr(row, field.name)} {EVIL}"[: field.max_length or None]
                model._default_manager.filter(pk=row.pk).update(**{field.name: value})


@pytest.mark.parametrize("role", sampled(["clerk", "admin", "councillor", ""], every=4))
def test_text_that_is_markup_is_text_on_every_page(place, hostile, role):
    browser = Client()
    if role:
        person = hostile["Alt"].person if role == "councillor" else None
        browser.force_login(cast.user(role, place.committee, person=person))
    pages = _pages(browser, "/")
    assert [address for address, page in pages.items() if EVIL[:12] in page] == []
    assert sum("&lt;b onclick=" in page for page in pages.values()) > {"admin": 40, "clerk": 30}.get(role, 3)


def _pages(browser: Client, start: str) -> dict[str, str]:
    """The pages that links lead to from `start`, each address once, without the admin site."""
    found: dict[str, str] = {}
    seen, ahead = {start}, deque([start])
    while ahead:
        address = ahead.popleft()
        response = browser.get(address)
        assert response.status_code < 500, address
        if response.status_code == 302:
            targets = [response["Location"]]
        elif "text/html" in response["Content-Type"]:
            found[address] = response.content.decode()
            targets = [attrs.get("href", "") for attrs in elements(response).all("a")]
        else:
            continue
        for target in targets:
            parts = urlsplit(urljoin(address, target))
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            is_ours = not parts.netloc and not parts.path.startswith(("/admin/", "/static/", "/accounts/"))
            if is_ours and not parts.path.endswith((".pdf", ".json")) and path not in seen:
                seen.add(path)
                ahead.append(path)
    return found


@pytest.mark.parametrize("target", FOREIGN)
@pytest.mark.parametrize(("name", "entries"), [("set_language", {"language": "en"}), ("set_theme", {"theme": "dark"})])
def test_a_choice_leads_to_no_other_site(client, name, entries, target):
    response = client.post(reverse(name), {"next": target, **entries})
    assert response.status_code == 302
    assert response["Location"] == "/"


@pytest.mark.parametrize("target", FOREIGN)
def test_logging_in_leads_to_no_other_site(client, place, target):
    cast.user("clerk", place.committee)
    entries = {"login": "clerk@example.org", "password": "geheim-genug-1", "next": target}
    response = client.post(reverse("account_login"), entries)
    assert response.status_code == 302
    assert response["Location"] == "/"


def test_logging_in_changes_the_session(client, place):
    cast.user("clerk", place.committee)
    session = client.session
    session["before"] = True
    session.save()
    before = session.session_key
    client.post(reverse("account_login"), {"login": "clerk@example.org", "password": "geheim-genug-1"})
    assert client.session.session_key != before


@pytest.mark.parametrize("target", FOREIGN)
def test_a_saved_entry_leads_to_no_other_site(client, place, target):
    client.force_login(cast.user("admin"))
    address = f"{reverse('committees:person-create')}?next={target}"
    response = client.post(address, {"last_name": "Neu"})
    assert response.status_code == 302
    assert response["Location"].startswith("/directory/")


def test_no_page_takes_a_forged_post():
    def views(patterns):
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                yield pattern.callback
            else:
                yield from views(pattern.url_patterns)

    found = list(views(get_resolver().url_patterns))
    assert len(found) > 100
    # Mail programs end a subscription without a cookie (RFC 8058): the signed word in the address is the right to it.
    # The views of OParl refuse every method but reading, with an answer that programs understand.
    exempt = {view for view in found if getattr(view, "csrf_exempt", False)}
    assert {view.__name__ for view in exempt if view.__module__ != oparl.__name__} == {follow.end.__name__}


def test_another_host_is_no_name_of_this_site(client):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
