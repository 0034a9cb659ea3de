"""Access: every address of the site as every kind of user, against one table. A new address fails until it is in it."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from allauth.mfa.models import Authenticator
from django.contrib import admin
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from committees import invitations
from committees.models import Attachment, Invitation, Membership, Paper, Recusal, Revision, Session, User
from minutes import announcing, documents, papers, publishing
from minutes.bulk.folder import Folder
from minutes.desk import history
from minutes.following import links, private
from minutes.importing.texts import storing
from minutes.models import (
    BarrierReport,
    Contribution,
    ExportJob,
    Follower,
    ImportRun,
    Minutes,
    Note,
    Objection,
    Redaction,
    Remark,
    Subscription,
    TextImport,
    TextModule,
)
from tests import cast
from tests.access_table import DEVIATIONS, TABLE, USERS
from tests.publications import freeze, seal
from votes.models import Vote


def review(session: Session) -> None:
    Minutes.objects.create(session=session, submitted_at=timezone.now())


def supersede(session: Session) -> None:
    freeze(session)
    freeze(session)


def withdraw(session: Session) -> None:
    for publication in freeze(session).values():
        publishing.withdraw(publication, by=publication.published_by, reason="Aus Versehen")


# How the minutes of the world's session come into each state.
STATES: dict[str, Callable[[Session], object]] = {
    "draft": lambda session: None,
    "in review": review,
    "signed": seal,
    "published": freeze,
    "superseded": supersede,
    "withdrawn": withdraw,
}


# Rooms that know no minutes: their addresses are tried once, not in each state. (Attachments may be of a session.)
KNOWS_NO_MINUTES = re.compile(r"/(?:accounts|house|modules|follow|imports/oparl|directory/(?!attachments))/?")


@dataclass(frozen=True)
class Address:
    """An address of the site: its name, and its route as one string."""

    name: str
    route: str


def addresses() -> list[Address]:
    """All of them, in order; those of the admin site are tried as a group."""

    def walk(patterns, prefix, namespace):
        for pattern in patterns:
            route = prefix + str(pattern.pattern)
            if isinstance(pattern, URLPattern):
                yield Address(namespace + (pattern.name or route), route)
            elif pattern.namespace != "admin":
                yield from walk(pattern.url_patterns, route, namespace + f"{pattern.namespace or ''}:".lstrip(":"))

    return list(walk(get_resolver().url_patterns, "/", ""))


def rows(table: str = TABLE) -> dict[str, tuple[str, list[str]]]:
    """A table: method and answers by name."""
    lines = [line.split() for line in table.splitlines() if line and not line.startswith("#")]
    return {name: (method, answers) for method, name, *answers in lines}


@dataclass(frozen=True)
class World:
    """One row of each kind, and a browser for each kind of user."""

    places: dict[str, str]
    browsers: dict[str, Client]

    def url(self, address: Address) -> str:
        """The route with the rows of this world in place of its parameters."""
        url = address.route
        for place in sorted(self.places, key=len, reverse=True):
            url = url.replace(place, self.places[place])
        assert "<" not in url, f"The world has nothing for {address.route}; tell it what stands there."
        return url

    def answer(self, user: str, method: str, url: str) -> str:
        """What a user gets; whatever it changes is taken back."""
        with transaction.atomic():
            response = getattr(self.browsers[user], method.lower())(url)
            transaction.set_rollback(True)
        if response.status_code == 302 and "/login/" in response["Location"]:
            return "login"
        return str(response.status_code)


def followed(place: cast.County, user: User) -> dict[str, str]:
    """Somebody who follows the committee, and the secret addresses of a user."""
    follower = Follower.objects.create(email="leserin@example.org")
    row = Subscription.objects.create(follower=follower, committee=place.committee, confirmed_at=timezone.now())
    calendar, feed = (private.make(user, kind=kind, name="Telefon") for kind in ("calendar", "feed"))
    return {
        "confirm/<str:word>": f"confirm/{links.to_confirm(row).split('/')[-2]}",
        "end/<str:word>": f"end/{links.to_end(row).split('/')[-2]}",
        "mine/<str:word>": f"mine/{links.word_of(follower)}",
        "<uuid:pk>/": f"{row.pk}/",
        "calendar/private/<str:word>": f"calendar/private/{calendar[1]}",
        "feeds/private/<str:word>": f"feeds/private/{feed[1]}",
        "private/<int:pk>": f"private/{calendar[0].pk}",
        "calendar/<slug:body>": f"calendar/{place.body.key}",
        "feeds/<slug:body>": f"feeds/{place.body.key}",
    }


def text_import(owner: User, place: cast.County) -> TextImport:
    """Minutes that were read, of which nobody knows the session yet."""
    draft = storing.reading_of(b"TOP 1  Mitteilungen\n\nKtabg. Kohl fragt nach.", "x")
    row = storing.new_import(b"x", "x.txt", draft, place.committee, by=owner)
    row.save()
    return row


def finished_export(owner: User, place: cast.County) -> ExportJob:
    """An export with its archive."""
    job = ExportJob(owner=owner, since=cast.DAY, until=cast.DAY, kinds=["minutes"], format="pdf", audience="internal")
    job.state, job.finished_at, job.file = "done", timezone.now(), f"{job.pk}.zip"
    job.save()
    job.committees.set([place.committee])
    Folder(job.pk).archive.write_bytes(b"PK")
    return job


@pytest.fixture(params=[*STATES][:1])
def state(request) -> str:
    """How far the minutes of the session are: a draft unless a test asks for others."""
    return request.param


@pytest.fixture
def world(db, monkeypatch, state) -> World:
    pdf = documents.Rendered(content=b"%PDF-1.7", content_type="application/pdf", filename="minutes.pdf")
    monkeypatch.setattr(documents, "render", lambda *args, **options: pdf)
    place, elsewhere = cast.county(), cast.county("other")
    room = cast.session(place, items=3, members=("Kohl", "Merten"))
    room.items[2].is_public = False
    room.items[2].save()
    person = room["Kohl"].person
    paper = Paper.objects.create(body=place.body, reference="SV-11-0001", title="Vorlage", is_public=True)
    card = Attachment.objects.create(
        paper=paper, title="Karte", is_public=True, file=ContentFile(b"Karte.", "karte.txt")
    )
    annex = Attachment.objects.create(
        session=room.session, title="Anlage", file=ContentFile(b"Text.", name="anlage.txt")
    )
    contribution = Contribution.objects.create(item=room.items[0], position=1, kind="note", text="Text.")
    writer = cast.user("clerk", person=cast.member(place, "Früher").person)
    revision = history.note(writer, contribution)
    vote = Vote.objects.create(item=room.items[0], form="roll_call")
    recusal = Recusal.objects.create(item=room.items[1], attendance=room["Merten"], ground="als Nachbar")
    movement = Revision.objects.create(
        session=room.session,
        model="committees.attendance",
        key=room["Merten"].pk,
        version=1,
        content={"absence": "excused", "is_new": False, "stays": []},
    )
    remark = Remark.objects.create(
        session=room.session, text="Kürzen.", made_at=timezone.now(), made_by=revision.made_by
    )
    redaction = Redaction.objects.create(
        session=room.session, kind="contribution", target=contribution.pk, passage="Text", made_by=revision.made_by
    )
    objection = Objection.objects.create(
        session=room.session,
        raised_by=person,
        raised_on=cast.DAY,
        text="Falsch.",
        entered_at=timezone.now(),
        entered_by=revision.made_by,
    )
    invited = User.objects.create(email="neu@example.org", password="!")
    invitation = Invitation.objects.create(user=invited)
    factor = Authenticator.objects.create(user=writer, type=Authenticator.Type.TOTP, data={})
    module = TextModule.objects.create(body=place.body, code="dank", text="dankt.")
    former = cast.member(place, "Vormals", end=cast.DAY - datetime.timedelta(days=1))
    chair = cast.member(place, "Vorsitz", function=Membership.Function.CHAIR)
    cast.attend(room, chair, duty="chair")
    announced, _internal = publishing.publish_agenda(room.session, by=revision.made_by)
    papers.publish(paper, by=revision.made_by)
    listed = announcing.publish_directory(place.committee, by=revision.made_by)
    STATES[state](room.session)
    users = {
        "reader": cast.user("reader"),
        "councillor-": cast.user("councillor", person=cast.member(elsewhere, "Fremd").person),
        "former": cast.user("councillor", person=former.person),
        "councillor": cast.user("councillor", person=person),
        "chair": cast.user("chair", person=chair.person),
        "clerk-": cast.user("clerk", elsewhere.committee, person=cast.member(elsewhere, "Andere").person),
        "clerk": cast.user("clerk", place.committee),
        "admin": cast.user("admin"),
    }
    browsers = {"anonymous": Client()}
    for name, user in users.items():
        browsers[name] = Client()
        browsers[name].force_login(user)
    export = finished_export(users["clerk"], place)
    taken_over = ImportRun.objects.create(source="https://ris.example.org/system", owner=users["admin"], state="done")
    imported = text_import(users["clerk"], place)
    note = Note.objects.create(
        owner=users["councillor"], session_key=room.session.pk, item_key=room.items[0].pk, text="Nachfragen."
    )
    thrown_away = Note.objects.create(
        owner=users["councillor"],
        session_key=room.session.pk,
        item_key=room.items[1].pk,
        text="Weg.",
        deleted_at=timezone.now(),
    )
    report = BarrierReport.objects.create(text="Die Tabelle ist nicht zu lesen.")
    body, session = f"v1.1/body/{place.body.key}", room.session.pk
    places = {
        "v1.1/body/<slug:body>/<slug:name>": f"{body}/meetings",
        "v1.1/body/<slug:key>": body,
        "v1.1/organization/<slug:key>/<slug:name>": f"v1.1/organization/{place.committee.pk}/meetings",
        "v1.1/organization/<slug:key>": f"v1.1/organization/{place.committee.pk}",
        "v1.1/person/<slug:key>": f"v1.1/person/lkm-{person.pk}",
        "v1.1/membership/<slug:key>": f"v1.1/membership/{place.committee.pk}-{person.pk}-20251101-1",
        "v1.1/meeting/<slug:key>": f"v1.1/meeting/{session}",
        "v1.1/location/<slug:key>": f"v1.1/location/{session}",
        "v1.1/agenda-item/<slug:key>": f"v1.1/agenda-item/{room.items[0].pk}",
        "v1.1/paper/<slug:key>": f"v1.1/paper/{paper.pk}",
        "v1.1/file/<slug:key>": f"v1.1/file/{paper.pk}-{card.pk}",
        "v1.1/consultation/<slug:key>": f"v1.1/consultation/{room.items[0].pk}-{paper.pk}",
        "v1.1/legislative-term/<slug:key>": "v1.1/legislative-term/lkm-2025-2030",
        "v1.1/<path:rest>": "v1.1/nothing",
        "^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "password/reset/key/1-set-password/",
        "committees/<int:pk>": f"committees/{place.committee.pk}",
        "<int:committee_pk>": f"{place.committee.pk}",
        "memberships/<int:pk>": f"memberships/{chair.pk}",
        "<str:token>": invitations.token(invitation),
        "accounts/<int:pk>": f"accounts/{factor.user_id}",
        "invitations/<int:pk>": f"invitations/{invitation.pk}",
        "people/<int:pk>": f"people/{person.pk}",
        "people/<int:person>": f"people/{person.pk}",
        "terms/<int:pk>": f"terms/{place.term.pk}",
        "<int:term_pk>": f"{place.term.pk}",
        "factions/<int:pk>": f"factions/{place.faction.pk}",
        "<slug:body>/<path:reference>": "lkm/SV-11-0001",
        "annexes/<int:annex>": "annexes/1",
        "files/<slug:file>": f"files/{card.pk}",
        "papers/<int:pk>": f"papers/{paper.pk}",
        "<int:paper_pk>": f"{paper.pk}",
        "attachments/<int:pk>": f"attachments/{annex.pk}",
        "sessions/<uuid:session_pk>": f"sessions/{room.session.pk}",
        "sessions/<uuid:pk>": f"sessions/{room.session.pk}",
        "items/<uuid:pk>": f"items/{room.items[0].pk}",
        "items/<uuid:item>": f"items/{room.items[0].pk}",
        "<uuid:session>": f"{room.session.pk}",
        "notes/<uuid:pk>/delete": f"notes/{note.pk}/delete",
        "notes/<uuid:pk>/restore": f"notes/{thrown_away.pk}/restore",
        "barriers/<int:pk>": f"barriers/{report.pk}",
        "pages/<slug:key>": "pages/imprint",
        "<slug:section>": "minutes",
        "tables/<slug:name>.<slug:format>": "tables/votes.csv",
        "desk/<uuid:pk>": f"desk/{room.items[0].pk}",
        "items/<str:item>": "items/1",
        "attendance/<uuid:pk>": f"attendance/{room['Merten'].pk}",
        "recusals/<int:pk>": f"recusals/{recusal.pk}",
        "contributions/<uuid:pk>": f"contributions/{contribution.pk}",
        "redactions/<int:redaction>": f"redactions/{redaction.pk}",
        "revisions/<int:pk>": f"revisions/{revision.pk}",
        "movements/<int:pk>": f"movements/{movement.pk}",
        "house-styles/<int:pk>": f"house-styles/{place.body.profile_id}",
        "modules/<int:pk>": f"modules/{module.pk}",
        "votes/<uuid:pk>": f"votes/{vote.pk}",
        "remarks/<int:pk>": f"remarks/{remark.pk}",
        "objections/<int:pk>": f"objections/{objection.pk}",
        "imports/texts/<uuid:pk>": f"imports/texts/{imported.pk}",
        "items/<int:place>": "items/1",
        "exports/<uuid:pk>": f"exports/{export.pk}",
        "imports/oparl/<uuid:pk>": f"imports/oparl/{taken_over.pk}",
        "publications/<int:pk>": f"publications/{announced.pk}",
        "directories/<int:pk>": f"directories/{listed.pk}",
        "bodies/<slug:body>": "bodies/lkm",
        "committees/<slug:committee>": "committees/IntA",
        "sign/<slug:role>": "sign/chair",
        "versions/<int:edition>": "versions/1",
        "<slug:body>/<slug:committee>/<int:number>/<int:year>": "lkm/IntA/1/2026",
    }
    return World(places | followed(place, users["clerk"]), browsers)


def test_each_address_is_in_the_table_and_no_other():
    assert sorted(rows()) == sorted({address.name for address in addresses()} | {"admin:*"})


def test_the_table_has_an_answer_for_each_user():
    assert [name for name, (_method, answers) in rows().items() if len(answers) != len(USERS)] == []


@pytest.mark.parametrize(
    "state",
    [pytest.param(name, marks=() if name == "published" else pytest.mark.slow) for name in STATES],
    indirect=True,
)
def test_each_user_gets_what_the_table_says(world, state):
    expected = rows() | rows(DEVIATIONS[state])
    wrong = []
    for address in addresses():
        if state != "published" and KNOWS_NO_MINUTES.match(address.route):
            continue
        method, answers = expected.get(address.name, ("GET", ["?"] * len(USERS)))
        found = [world.answer(user, method, world.url(address)) for user in USERS]
        if found != answers:
            wrong.append(f"{method} {address.name} {' '.join(found)}")
    assert wrong == [], "\n".join(["Other than the table says:", *wrong])


@pytest.mark.slow
def test_who_may_not_read_may_not_write(world):
    """The forms behind the pages refuse whoever is refused the page."""
    refusals = {"login", "403", "404"}
    wrong = []
    for address in addresses():
        method, answers = rows()[address.name]
        for user, answer in zip(USERS, answers, strict=True):
            if method == "GET" and answer in refusals:
                found = world.answer(user, "POST", world.url(address))
                if found not in (answer, "405"):
                    wrong.append(f"POST {address.name} {user}: {found} instead of {answer}")
    assert wrong == []


def test_the_admin_site_is_for_administrators(world):
    models = [model._meta for model in admin.site._registry]
    names = ["admin:index", *(f"admin:{meta.app_label}_{meta.model_name}_changelist" for meta in models)]
    _method, answers = rows()["admin:*"]
    for user, answer in zip(USERS, answers, strict=True):
        assert {name: world.answer(user, "GET", reverse(name)) for name in names} == dict.fromkeys(names, answer), user
