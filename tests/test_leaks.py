"""Leaks: nothing that is not public is on a page or in a file that the public can reach."""

import datetime
import itertools
import re
from io import BytesIO
from urllib.parse import urljoin, urlsplit
from zipfile import ZipFile

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import CharField
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from committees import audit
from committees.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Body,
    Committee,
    Faction,
    LegislativeTerm,
    Membership,
    Paper,
    Person,
    Presence,
    Recusal,
    Revision,
    RuleProfile,
    User,
)
from minutes import announcing, papers, publishing
from minutes.following import alerts, private, sending
from minutes.importing.texts import storing
from minutes.models import (
    Contribution,
    Correction,
    Follower,
    GapReason,
    Objection,
    Redaction,
    Remark,
    Speaker,
    Subscription,
)
from minutes.portal.house.sitemaps import SECTIONS
from tests import cast
from tests.elements import elements
from tests.minutes.bulk import exports
from tests.minutes.importing import place as places
from tests.minutes.oparl import api
from tests.minutes.record import m01
from tests.publications import freeze
from tests.sampling import sampled
from votes.models import Decision, Option, Recommendation, Vote

HIDDEN = (
    "Uferweg",  # the title of the item, its resolution, the question put
    "Geheimrat",  # who reported
    "SV-11-0666",  # a paper of the hidden item
    "SV-11-0667",  # a paper of a public item that is not public itself
    "Notarsfrau",  # a guest who was there for the hidden item, and spoke
    "Kleinod GmbH",  # the ground of a bias
    "Bieter Süd",  # an option of an election
    "Kaufvertrag",  # an annex of the item, and one of the session
    "Zwischenruf",  # what was said
    "Gegenprobe",  # the label of a vote
    "Vergabeausschuss",  # to whom it was recommended
)
REDACTED = ("Verborgen", "Seitengasse")  # a passage of a public item, taken out of the public version
FILED = ("Dateiinhalt",)  # what is in a file of the hidden item
OF_THE_HOUSE = (
    "Randbemerkung",  # what the chair wanted changed
    "Gestrichenes",  # an earlier version of a text
    "Begründungsnot",  # why something is missing
    "geheimliste",  # the name of a file
    "Prüfspur",  # what was noted in the audit chain
    "Einspruchsgrund",  # an objection
)
ANNOUNCED = (
    "Tagesgeschäft",  # an item of a session of which only the notice is published
    "Stillschweigen",  # one that is not public
    "Hinterzimmer",  # the room to which it is moved since
    "Hausnotiz",  # what was assumed of it
    "Namenlos",  # somebody of the administration who is listed by function
    "privat@example.org",  # how to reach a member
    "Nachrückerin",  # who has a seat from tomorrow on
)
CORRECTED = ("Hausvermerk", "Preisfehler")  # corrections that are not public
IMPORTED = {  # of imported minutes, in place of words that the published ones have
    "Uferweg": "Seeblick",
    "Bieter Süd": "Interessent Nord",
    "Kaufvertrag": "Pachtvertrag",
    "Geheimrat": "Hofrat",
    "Notarsfrau": "Notargast",
    "SV-11-0666": "SV-11-0669",
    "IntA/8/2026": "IntA/5/2026",
}
WAITING = ("Eingangsdatei", "Sprachwerkstatt")  # minutes that were read, and that nobody has accepted
RENAMED = "umbenannt"
DRAFT = ("Arbeitstitel", "SV-11-0999", "Vorläufig", "Neuname")


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Made once, with its PDFs; each test runs in a transaction inside this one."""
    with django_db_blocker.unblock(), transaction.atomic():
        data = published()
        draft(data)
        announce(data)
        import_history(data)
        yield data
        transaction.set_rollback(True)


@pytest.fixture
def leaky(world, db):
    """The model protocol, published, with something to leak in every kind of row of its non-public item."""
    return world


def published():
    data = m01.create()
    item, people = data.items[8], data.people
    AgendaItem.objects.filter(pk=item.pk).update(
        title="Verkauf am Uferweg", public_title="Grundstücksangelegenheit", rapporteur="Geheimrat"
    )
    item.papers.add(Paper.objects.create(body=data.body, reference="SV-11-0666", title="Uferweg", is_public=True))
    data.items[4].papers.add(Paper.objects.create(body=data.body, reference="SV-11-0667", title="Uferweg"))
    Recusal.objects.create(item=item, attendance=people["Wende"], ground="als Teilhaber der Kleinod GmbH")
    decision = Decision.objects.create(item=item, resolution="Das Haus am Uferweg wird verkauft.", outcome="adopted")
    hidden = Committee.objects.create(
        body=data.body, name="Vergabeausschuss", short_name="VA", seats=5, start=m01.TERM_START
    )
    Recommendation.objects.create(decision=decision, committee=hidden, position=1)
    Vote.objects.create(item=item, yes=3, no=2, abstain=1, label="Gegenprobe", question="Uferweg verkaufen?")
    election = Vote.objects.create(item=item, position=2, form="secret", majority="election", is_final=False)
    Option.objects.create(vote=election, label="Bieter Süd", votes=6)
    Attachment.objects.create(session=data.session, item=item, position=2, title="Kaufvertrag", is_public=True)
    Attachment.objects.create(session=data.session, position=3, title="Kaufvertrag, verschlossen")
    person = Person.objects.create(last_name="Notarsfrau", first_name="Kim")
    guest = Attendance.objects.create(session=data.session, person=person, capacity="guest", role="Frau")
    Presence.objects.create(attendance=guest, first_item=item)
    speech = Contribution.objects.create(item=item, position=20, text="⟨Frau Notarsfrau⟩ überhört einen Zwischenruf.")
    Speaker.objects.create(contribution=speech, attendance=guest)
    talk = Contribution.objects.create(
        item=data.items[2], position=20, kind="note", text="Frau Verborgen aus der Seitengasse fragt nach."
    )
    by = cast.user("admin")
    rows = {"session": data.session, "made_at": timezone.now(), "made_by": by}
    Remark.objects.create(text="Randbemerkung", item=item, **rows)
    Revision.objects.create(
        session=data.session, model="minutes.contribution", key=speech.pk, version=1, content={"text": "Gestrichenes"}
    )
    GapReason.objects.create(
        session=data.session, code="place", reason="Begründungsnot", given_at=timezone.now(), given_by=by
    )
    Attachment.objects.create(
        session=data.session,
        position=5,
        title="Übersicht",
        is_public=True,
        file=ContentFile(b"Legende der Anlage", "anlage.txt"),
    )
    Attachment.objects.create(
        session=data.session,
        item=item,
        position=4,
        title="Kaufvertrag",
        file=ContentFile(b"Dateiinhalt", "geheimliste.txt"),
    )
    shown = Paper.objects.create(body=data.body, reference="SV-11-0700", title="Radwegeplan", is_public=True)
    data.items[2].papers.add(shown)
    shown.attachments.create(title="Karte", is_public=True, file=ContentFile(b"Legende der Karte", "karte.txt"))
    shown.attachments.create(title="Kaufvertrag", file=ContentFile(b"Dateiinhalt", "geheimliste.txt"))
    papers.publish(shown, by=by)
    replaced = Paper.objects.create(body=data.body, reference="SV-11-0701", title="Geheimrat", is_public=True)
    publishing.withdraw(papers.publish(replaced, by=by), by=by, reason="Aus Versehen")
    publishing.publish_agenda(data.session, by=by)
    freeze(data.session, has_real_pdf=True)
    Redaction.objects.create(
        session=data.session,
        kind="contribution",
        target=talk.pk,
        passage="Frau Verborgen aus der Seitengasse",
        made_by=by,
    )
    Objection.objects.create(
        session=data.session,
        raised_by=person,
        raised_on=m01.DAY,
        text="Einspruchsgrund",
        entered_at=timezone.now(),
        entered_by=by,
    )
    Correction.objects.create(text="Hausvermerk", made_on=m01.DAY, **rows)
    Correction.objects.create(text="Preisfehler", made_on=m01.DAY, item=item, **rows)
    audit.note("probe", data.session, by=by, word="Prüfspur")
    freeze(data.session, has_real_pdf=True)
    data.hidden = (*HIDDEN, *FILED, *REDACTED, *OF_THE_HOUSE, *CORRECTED, str(item.pk), str(speech.pk))
    return data


def draft(leaky) -> None:
    """Another session of the committee, in work, and people of the published one renamed since."""
    values = {"number": 8, "year": 2026, "date": m01.DAY, "seats": 9, "room": "Vorläufig"}
    session = type(leaky.session).objects.create(committee=leaky.session.committee, **values)
    item = AgendaItem.objects.create(session=session, position=1, title="Arbeitstitel", is_public=True)
    item.papers.add(Paper.objects.create(body=leaky.body, reference="SV-11-0999", title="Arbeitstitel", is_public=True))
    Person.objects.filter(pk=leaky.people["Lütke"].person.pk).update(last_name="Neuname")


def import_history(leaky) -> None:
    """Imported minutes with an item that is not public, and some that wait to be accepted."""
    by, committee = User.objects.get(role="admin"), leaky.session.committee
    text = places.NON_PUBLIC
    for word, other in IMPORTED.items():
        text = text.replace(word, other)
    row = storing.new_import(b"accepted", "Hofrat.txt", storing.reading_of(text.encode(), "x"), committee, by=by)
    storing.accept(row, by=by)
    waiting = storing.reading_of(text.replace("Sprachcafé", "Sprachwerkstatt").encode(), "x")
    storing.new_import(b"waiting", "Eingangsdatei.txt", waiting, committee, by=by).save()
    secrets = [word for word in IMPORTED.values() if "/" not in word]
    leaky.hidden = (*leaky.hidden, *secrets, *WAITING, "ohne Gäste beraten", row.file_name)


def announce(leaky) -> None:
    """The notice of a session whose agenda is not set, and who sits in a committee that lists staff by function."""
    by = User.objects.get(role="admin")
    values = {"number": 9, "year": 2026, "date": timezone.localdate(), "seats": 9, "room": "Festsaal"}
    session = type(leaky.session).objects.create(committee=leaky.session.committee, source_note="Hausnotiz", **values)
    AgendaItem.objects.create(session=session, position=1, title="Tagesgeschäft", is_public=True)
    AgendaItem.objects.create(session=session, position=2, title="Stillschweigen", public_title="Stillschweigen")
    announcing.publish_notice(session, by=by)
    type(session).objects.filter(pk=session.pk).update(room="Hinterzimmer")
    place = cast.county("staffed")
    profile = RuleProfile.objects.create(name="Verwaltung nur mit Funktion", staff_by_function=True)
    type(place.body).objects.filter(pk=place.body.pk).update(profile=profile)
    cast.member(place, "Nachrückerin", start=timezone.localdate() + datetime.timedelta(days=1))
    member, staff = cast.member(place, "Ratsfrau"), cast.member(place, "Namenlos", kind="advisory", has_vote=False)
    Person.objects.filter(pk=member.person_id).update(email="privat@example.org")
    Person.objects.filter(pk=staff.person_id).update(is_staff_member=True, office="MA", detail="Leiterin Sozialamt")
    announcing.publish_directory(place.committee, by=by)
    leaky.hidden = (*leaky.hidden, *ANNOUNCED)


NOTICE = "/minutes/musterland/IntA/9/2026/agenda/"
DIRECTORY = "/bodies/staffed/committees/IntA/"
MODEL = "/minutes/musterland/IntA/7/2026/"
BESIDE_THE_LINKS = (
    "/",
    "/minutes/?year=2026",
    "/minutes/?page=2",
    "/minutes/agendas/",
    f"{MODEL}agenda/",
    "/papers/",
    "/papers/musterland/SV-11-0701/",
    "/search/",
    "/search/?kind=item",
    "/search/?kind=decision",
    "/search/?kind=contribution",
    "/search/?kind=paper",
    "/search/?kind=person",
    "/search/?kind=item&in=internal",
    "/search/?since=2000-01-01",
    f"{MODEL}agenda.json",
    f"{NOTICE[:-1]}.json",
    f"{DIRECTORY}members.json",
    f"{MODEL}versions/1/",
    f"{MODEL}versions/1/minutes.pdf",
    f"{MODEL}non-public.pdf",
    "/calendar/",
    "/calendar/?month=2026-11",
    "/calendar/?month=2026-11&view=list",
    "/decisions/",
    "/people/",
    "/statistics/",
    "/genuine/",
    "/imprint/",
    "/accessibility/",
    "/sitemap.xml",
    *(f"/sitemap-{section}.xml" for section in SECTIONS),
    "/follow/",
    "/nowhere/",
    "/media/",
    "/minutes/musterland/IntA/8/2026/",
)


def everything(browser: Client, *, without: str = "?") -> dict[str, str]:
    """All that a visitor can reach from the start page by links, as text by address; of a PDF also what is inside.

    The directory of people is common to all clerks, and no part of any protocol.
    """
    found: dict[str, str] = {}
    waiting = [*BESIDE_THE_LINKS]
    while waiting:
        url = waiting.pop()
        if url in found:
            continue
        response = browser.get(url)
        found[url] = words(response)
        if response.get("Content-Type", "").startswith("text/html"):
            links = (urlsplit(urljoin(url, attrs.get("href", ""))) for attrs in elements(response).all("a"))
            waiting += [
                f"{link.path}?{link.query}".rstrip("?")
                for link in links
                if not link.netloc
                and not link.path.startswith(("/accounts/", "/admin/", "/static/", "/directory/"))
                and not link.path.endswith(without)
            ]
    return found


def words(response) -> str:
    """What a file or page says anywhere: text, data inside, metadata, headers."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as file:
            return " ".join(file.read(name).decode(errors="replace") for name in file.namelist()) + str(
                response.headers
            )
    if response.get("Content-Type") == "application/pdf":
        return pdf_words(content) + str(response.headers)
    if response.get("Content-Type", "").startswith("text/calendar"):
        content = content.replace(b"\r\n ", b"")  # lines are folded wherever it suits
    return content.decode() + str(response.headers)


def pdf_words(content: bytes) -> str:
    reader = PdfReader(BytesIO(content))
    inside = b"".join(part for parts in reader.attachments.values() for part in parts)
    pages = " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
    outline = str(reader.outline)
    xmp = reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else ""
    return "\n".join([pages, inside.decode(), str(reader.metadata), outline, xmp])


@pytest.fixture(scope="module")
def seen(world, django_db_blocker) -> dict[str, str]:
    """What the public can reach, walked once."""
    with django_db_blocker.unblock():
        return everything(Client())


def leaks(found: dict[str, str], secrets: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(url, secret) for url, text in found.items() for secret in secrets if secret in text]


@pytest.fixture
def visitors(leaky) -> dict[str, Client]:
    """Who reads what everybody reads: without login, and with one that opens nothing here."""
    elsewhere = cast.county("other")
    users = {
        "reader": cast.user("reader"),
        "councillor of another committee": cast.user("councillor", person=cast.member(elsewhere, "Fremd").person),
        "clerk of another committee": cast.user("clerk", elsewhere.committee),
    }
    browsers = {"anonymous": Client()}
    for name, user in users.items():
        browsers[name] = Client()
        browsers[name].force_login(user)
    return browsers


VISITORS = ("anonymous", "reader", "councillor of another committee", "clerk of another committee")


@pytest.mark.parametrize("visitor", sampled(VISITORS, every=len(VISITORS)))
def test_nothing_hidden_is_anywhere_in_reach(visitors, leaky, seen, visitor):
    # The files of single items are made anew for each visitor, from one publication: once is enough.
    found = seen if visitor == "anonymous" else everything(visitors[visitor], without="extract.pdf")
    assert leaks(found, leaky.hidden) == []
    assert leaks(found, DRAFT) == []


def test_the_walk_reaches_pages_files_and_data(seen):
    place = "/minutes/musterland/IntA/7/2026/"
    assert {"/", "/minutes/", place, f"{place}minutes.pdf", f"{place}minutes.json"} <= seen.keys()
    assert "Radwegeplan" in seen["/papers/"]
    assert [url for url, text in seen.items() if "Legende der Karte" in text and "/files/" in url] != []
    assert [url for url, text in seen.items() if "Legende der Anlage" in text and "/annexes/" in url] != []
    assert all("Festsaal" in seen[url] for url in (NOTICE, f"{NOTICE[:-1]}.json"))
    assert all("MA (Leiterin Sozialamt)" in seen[url] for url in (DIRECTORY, f"{DIRECTORY}members.json"))
    assert "Radwegeplan" in seen["/papers/musterland/SV-11-0700/"]
    assert f'href="{place}"' in seen["/calendar/?month=2026-11"]
    assert f'href="{place}items/4/"' in seen["/decisions/"]
    assert [url for url in seen if url.startswith("/people/") and url.endswith("/votes/")] != []
    assert "Integrationsausschuss" in seen["/statistics/"]
    assert {f"{place}items/{number}/extract.pdf" for number in range(1, 8)} <= seen.keys()
    assert all("einstimmig bei 1 Enthaltung" in seen[f"{place}{name}"] for name in ("", "minutes.pdf", "minutes.json"))


def test_what_is_renamed_in_the_directory_is_called_as_it_was_published(leaky, seen):
    rename_everything()
    cache.clear()
    found = everything(Client(), without="extract.pdf")
    assert found.keys() == {url for url in seen if not url.endswith("extract.pdf")}
    assert [
        url for url, text in found.items() if not url.endswith(".pdf") and timeless(text) != timeless(seen[url])
    ] == []
    assert leaks(found, (RENAMED,)) == []


def timeless(text: str) -> str:
    """Less until when it may be kept."""
    return re.sub(r"'Expires': '[^']*'", "", text)


def rename_everything() -> None:
    """Every word of the directory, as if the house had a new one for each."""
    for model in (Body, LegislativeTerm, Faction, Committee, Person, Paper):
        columns = [field for field in model._meta.fields if isinstance(field, CharField) and not field.choices]
        for row in model.objects.all():
            names = {field.name: f"{row.pk}-{RENAMED}"[: field.max_length] for field in columns if field.max_length > 8}
            model.objects.filter(pk=row.pk).update(**names)


def test_the_walk_reaches_calendars_and_feeds(seen):
    for name in ("all", "musterland/all", "musterland/committees/IntA"):
        assert "Festsaal" in seen[f"/calendar/{name}.ics"]
        assert "IntA/7/2026" in seen[f"/feeds/{name}.atom"]
    assert "Radwegeplan" in seen["/feeds/all.atom"]


def test_the_calendar_of_a_person_tells_nothing_hidden(leaky):
    for seat in Membership.objects.all():
        for body in ("musterland", "staffed"):
            response = Client().get(f"/calendar/{body}/people/{seat.person_id}.ics")
            assert leaks({"calendar": words(response)}, (*leaky.hidden, *DRAFT)) == []


def test_the_feed_of_a_search_finds_nothing_hidden(leaky):
    def found(word: str) -> str:
        return words(Client().get("/search/feed/", {"q": word}))

    for secret in ("Uferweg", "Zwischenruf", "SV-11-0667", "Verborgen", "Randbemerkung", "Tagesgeschäft", "Xyzzy"):
        assert "<entry>" not in found(secret)
    assert "<entry>" in found("Radwegeplan")


def test_mails_to_followers_tell_nothing_hidden(leaky):
    long_ago = timezone.now() - datetime.timedelta(days=365)
    follower = Follower.objects.create(email="leserin@example.org")
    for committee in Committee.objects.all():
        Subscription.objects.create(follower=follower, committee=committee, confirmed_at=long_ago)
    for word in ("Uferweg", "Verborgen", "Randbemerkung", "Tagesgeschäft", "Radwegeplan"):
        Subscription.objects.create(follower=follower, question=f"q={word}", confirmed_at=long_ago)
    alerts.look()
    assert sending.send().failed == 0
    told = {
        f"{number}: {message.subject}": f"{message.subject} {message.body} {message.alternatives[0].content}"
        for number, message in enumerate(mail.outbox)
    }
    assert leaks(told, (*leaky.hidden, *DRAFT)) == []
    for word in ("IntA/7/2026", "IntA/9/2026", "Radwegeplan"):
        assert word in str(told)


@pytest.mark.parametrize("kind", ["calendar", "feed"])
def test_secret_addresses_show_what_their_users_may_read(visitors, leaky, kind):
    def shown(user: User) -> str:
        _row, word = private.make(user, kind=kind, name="Telefon")
        path = f"/calendar/private/{word}.ics" if kind == "calendar" else f"/feeds/private/{word}.atom"
        return words(Client().get(path))

    strangers = User.objects.filter(pk__in=[browser.session.get("_auth_user_id") for browser in visitors.values()])
    found = {user.email: shown(user) for user in strangers}
    assert len(found) == len(visitors) - 1
    assert leaks(found, (*leaky.hidden, *DRAFT)) == []
    member = shown(cast.user("councillor", person=leaky.people["Lütke"].person))
    assert "Uferweg" in member
    assert leaks({"member": member}, (*OF_THE_HOUSE, *ANNOUNCED, *DRAFT)) == []


@pytest.mark.slow
def test_there_is_something_that_could_leak_in_all_of_them(leaky):
    browser = Client()
    browser.force_login(cast.user("councillor", person=leaky.people["Lütke"].person))
    found = everything(browser)
    place = "/minutes/musterland/IntA/7/2026/"
    for name in ("", "minutes.pdf", "minutes.json"):
        assert [secret for secret in (*HIDDEN, *REDACTED, *CORRECTED) if secret not in found[f"{place}{name}"]] == []
    assert leaks(found, OF_THE_HOUSE) == []
    assert {url.rpartition("annexes")[1] for url, _secret in leaks(found, FILED)} == {"annexes"}
    assert "Uferweg" in found[f"{place}agenda/"]
    assert "Uferweg" in found[f"{place}items/8/extract.pdf"]
    assert "Uferweg" in found["/decisions/"]
    for name in ("", "minutes.pdf", "minutes.json"):
        text = found[f"/minutes/musterland/IntA/5/2026/{name}"]
        assert [word for word in IMPORTED.values() if "/" not in word and word not in text] == []


@pytest.mark.slow
def test_who_was_biased_learns_nothing_of_the_item_where_the_profile_says_so(leaky):
    RuleProfile.objects.update(hides_from_recused=True)
    browser = Client()
    browser.force_login(cast.user("councillor", person=leaky.people["Wende"].person))
    found = everything(browser)
    # A paper of a public item and an annex of the session as a whole are not of that item.
    own = {"SV-11-0667", "Kaufvertrag", "Uferweg"}
    assert "Verkauf am Uferweg" not in str(found[f"{MODEL}minutes.json"])
    pages = {url: text for url, text in found.items() if not url.startswith(f"{MODEL}agenda")}
    assert leaks(pages, tuple(word for word in (*HIDDEN, *FILED) if word not in own)) == []
    assert "Grundstücksangelegenheit" in found[MODEL]


def test_the_neutral_title_is_all_that_the_public_learns_of_the_item(seen):
    assert "Grundstücksangelegenheit" in seen[MODEL]


def test_searching_for_what_is_hidden_finds_as_little_as_nonsense(leaky):
    def found(words: str, place: str = "/papers/") -> list[str]:
        page = elements(Client().get(place, {"q": words}))
        return [attrs["href"] for attrs in page.all("a", class_="entries__title")]

    for secret in ("Uferweg", "SV-11-0666", "SV-11-0667", "Geheimrat", "Kaufvertrag", "Xyzzy"):
        assert found(secret) == []
        assert found(secret, "/decisions/") == found(secret, "/people/") == []
    assert found("Verein", "/decisions/") != []
    assert found("Radwegeplan") == ["/papers/musterland/SV-11-0700/"]


@pytest.mark.parametrize("visitor", sampled(VISITORS[:3], every=3))
def test_the_search_knows_nothing_hidden(visitors, leaky, visitor):
    browser = visitors[visitor]
    for secret in (*HIDDEN, *REDACTED, *FILED, *OF_THE_HOUSE, *ANNOUNCED, *CORRECTED, *DRAFT):
        for text in (secret, f'"{secret}"', f"{secret}*"):
            for scope in ("public", "internal"):
                page = elements(browser.get("/search/", {"q": text, "in": scope}))
                hits = [attrs["href"] for attrs in page.all("a") if "/minutes/musterland/" in attrs.get("href", "")]
                assert hits == [], (text, scope)
        for length in range(3, len(secret) + 1):
            said = browser.get("/search/suggestions/", {"q": secret[:length]}).json()["suggestions"]
            assert [word for word in said if secret in word] == []
        slip = secret[:5] + secret[6:]
        assert secret not in words(browser.get("/search/", {"q": slip}))


def test_the_search_finds_what_is_published_and_what_is_internal_for_those_entitled(leaky):
    browser = Client()
    assert "/papers/musterland/SV-11-0700/" in words(browser.get("/search/", {"q": "Radwegeplan"}))
    browser.force_login(cast.user("councillor", person=leaky.people["Lütke"].person))
    assert f"{MODEL}items/8/" in words(browser.get("/search/", {"q": "Uferweg", "in": "internal"}))
    assert f"{MODEL}items/8/" not in words(browser.get("/search/", {"q": "Uferweg"}))


@pytest.mark.parametrize("reference", ["SV-11-0666", "SV-11-0667"])
def test_a_paper_that_was_not_published_has_no_address(leaky, reference):
    for path in ("", "paper.json", f"files/{Attachment.objects.filter(paper__isnull=False).first().pk}/"):
        assert Client().get(f"/papers/musterland/{reference}/{path}").status_code == 404


def test_the_public_archive_of_a_year_holds_nothing_hidden(leaky, settings, tmp_path):
    settings.EXPORTS_ROOT = tmp_path
    texts = {}
    for audience in ("public", "internal"):
        admin = User.objects.get(role="admin")
        job = exports.made(exports.ask(admin, leaky.session.committee, audience=audience, format="pdf"))
        archive = exports.archive(job)
        [name] = [name for name in archive.namelist() if name.startswith("IntA-7-2026-Niederschrift")]
        texts[audience] = pdf_words(archive.read(name)) + str([archive.read("manifest.json"), archive.namelist()])
    assert [secret for secret in leaky.hidden if secret in texts["public"]] == []
    assert [secret for secret in HIDDEN if secret not in texts["internal"]] == []


@pytest.fixture(scope="module")
def told(world, django_db_blocker) -> dict[str, str]:
    """All that OParl tells: every object and list, what is deleted, and what is in the files."""
    with django_db_blocker.unblock():
        browser = Client()
        crawl = api.crawl(browser)
        found = dict(crawl.texts)
        for url in crawl.pages:
            found |= {f"{url} (deleted)": str(api.listed(f"{url}?modified_since=2000-01-01", browser))}
        for file in crawl.of("File"):
            for url in (file["accessUrl"], file["downloadUrl"]):
                found[url] = words(browser.get(api.local(url)))
        return found


def test_nothing_hidden_is_told_as_open_data(leaky, told):
    assert leaks(told, leaky.hidden) == []
    assert leaks(told, DRAFT) == []
    # Not even by its neutral title, which only the document gives.
    objects = {url: text for url, text in told.items() if not url.endswith(("/minutes.pdf", "-minutes/download"))}
    assert leaks(objects, ("Grundstücks",)) == []


def test_what_is_public_is_told_as_open_data(told):
    texts = "".join(told.values())
    public = (
        "Radwegeplan",
        "Legende der Karte",
        "Legende der Anlage",
        "Festsaal",
        "Sprachcafé",
        "Ratsfrau",
        "einstimmig",
        "deleted",
    )
    assert [word for word in public if word not in texts] == []


def test_asking_for_the_hidden_item_tells_nothing(visitors, leaky):
    paths = ("items/8/", "items/8/extract.pdf", "items/8/extract.json")
    for browser, path in itertools.product(visitors.values(), paths):
        response = browser.get(f"/minutes/musterland/IntA/7/2026/{path}")
        assert response.status_code == 404
        assert [secret for secret in leaky.hidden if secret in words(response)] == []
