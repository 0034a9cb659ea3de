"""Access: every address of the site as every kind of user, against one table. A new address fails until it is in it."""

from dataclasses import dataclass

import pytest
from django.contrib import admin
from django.core.files.base import ContentFile
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from committees.models import Attachment, Membership, Paper, Recusal, Revision
from minutes import documents
from minutes.desk import history
from minutes.models import Contribution, TextModule
from tests import cast
from tests.publications import freeze
from votes.models import Vote

# Answers: "login" is the way to a login page, "302" any other redirect. A minus marks who belongs to another committee.
USERS = ("anonymous", "reader", "councillor-", "councillor", "chair", "clerk-", "clerk", "admin")
TABLE = """
#    name                                   anon. read. coun- coun. chair clrk- clerk admin
GET  start                                  200   200   200   200   200   200   200   200
GET  set_language                           302   302   302   302   302   302   302   302
POST set_theme                              400   400   400   400   400   400   400   400
GET  account_login                          200   302   302   302   302   302   302   302
GET  account_logout                         302   200   200   200   200   200   200   200
GET  account_inactive                       200   200   200   200   200   200   200   200
GET  account_signup                         200   302   302   302   302   302   302   302
GET  account_reauthenticate                 login 200   200   200   200   200   200   200
GET  account_change_password                login 200   200   200   200   200   200   200
GET  account_set_password                   login 302   302   302   302   302   302   302
GET  account_reset_password                 200   200   200   200   200   200   200   200
GET  account_reset_password_done            200   200   200   200   200   200   200   200
GET  account_reset_password_from_key        200   200   200   200   200   200   200   200
GET  account_reset_password_from_key_done   200   200   200   200   200   200   200   200
GET  committees:committee-list              login 403   403   403   403   200   200   200
GET  committees:committee-create            login 403   403   403   403   403   403   200
GET  committees:committee-detail            login 404   404   404   404   404   200   200
GET  committees:committee-edit              login 403   403   403   403   403   403   200
GET  committees:committee-end               login 403   403   403   403   403   403   200
GET  committees:committee-delete            login 403   403   403   403   403   403   200
GET  committees:membership-create           login 404   404   404   404   404   200   200
GET  committees:member-import               login 404   404   404   404   404   200   200
POST committees:member-import-confirm       login 404   404   404   404   404   422   422
GET  committees:member-export               login 404   404   404   404   404   200   200
GET  committees:member-template             login 404   404   404   404   404   200   200
GET  committees:membership-edit             login 404   404   404   404   404   200   200
GET  committees:membership-end              login 404   404   404   404   404   200   200
GET  committees:membership-delete           login 404   404   404   404   404   200   200
GET  committees:person-list                 login 403   403   403   403   200   200   200
GET  committees:person-create               login 403   403   403   403   200   200   200
GET  committees:person-detail               login 403   403   403   403   200   200   200
GET  committees:person-edit                 login 403   403   403   403   200   200   200
GET  committees:person-delete               login 403   403   403   403   200   200   200
GET  committees:term-list                   login 403   403   403   403   403   403   200
GET  committees:term-create                 login 403   403   403   403   403   403   200
GET  committees:term-edit                   login 403   403   403   403   403   403   200
GET  committees:faction-create              login 403   403   403   403   403   403   200
GET  committees:faction-edit                login 403   403   403   403   403   403   200
GET  committees:faction-delete              login 403   403   403   403   403   403   200
GET  committees:paper-list                  login 403   403   403   403   200   200   200
GET  committees:paper-create                login 403   403   403   403   200   200   200
GET  committees:paper-detail                login 404   404   404   404   404   200   200
GET  committees:paper-edit                  login 404   404   404   404   404   200   200
GET  committees:paper-delete                login 404   404   404   404   404   200   200
GET  committees:attachment-create           login 404   404   404   404   404   200   200
GET  committees:attachment                  login 404   404   404   200   404   200   200
GET  committees:attachment-edit             login 404   404   404   404   404   200   200
GET  committees:attachment-delete           login 404   404   404   404   404   200   200
POST committees:attachment-move             login 404   404   404   404   404   302   302
GET  committees:session-annexes             login 404   404   404   404   404   200   200
GET  committees:annex-create                login 404   404   404   404   404   200   200
GET  minutes:session-list                   login 403   403   403   200   200   200   200
GET  minutes:session-create                 login 403   403   403   403   302   302   200
GET  minutes:session-detail                 login 404   404   404   200   404   200   200
GET  minutes:session-edit                   login 404   404   404   404   404   200   200
GET  minutes:session-delete                 login 404   404   404   404   404   200   200
GET  minutes:agenda                         login 404   404   404   404   404   200   200
POST minutes:part-first                     login 404   404   404   404   404   302   302
GET  minutes:item-create                    login 404   404   404   404   404   200   200
GET  minutes:attendance-list                login 404   404   404   404   404   200   200
POST minutes:attendance-invite              login 404   404   404   404   404   302   302
GET  minutes:attendance-add                 login 404   404   404   404   404   200   200
GET  minutes:attendance-add-member          login 404   404   404   404   404   200   200
GET  minutes:item-edit                      login 404   404   404   404   404   200   200
GET  minutes:item-delete                    login 404   404   404   404   404   200   200
POST minutes:item-move                      login 404   404   404   404   404   400   400
GET  minutes:recusal-list                   login 404   404   404   404   404   200   200
GET  minutes:movement-add                   login 404   404   404   404   404   200   200
POST minutes:movement-undo                  login 404   404   404   404   404   302   302
GET  minutes:attendance-edit                login 404   404   404   404   404   200   200
GET  minutes:attendance-substitute          login 404   404   404   404   404   200   200
GET  minutes:attendance-remove              login 404   404   404   404   404   200   200
GET  minutes:recusal-remove                 login 404   404   404   404   404   200   200
GET  minutes:item                           login 404   404   404   404   404   200   200
GET  minutes:contribution-add               login 404   404   404   404   404   200   200
GET  minutes:contribution-edit              login 404   404   404   404   404   200   200
POST minutes:contribution-move              login 404   404   404   404   404   302   302
GET  minutes:contribution-delete            login 404   404   404   404   404   200   200
GET  minutes:decision                       login 404   404   404   404   404   200   200
GET  minutes:vote-add                       login 404   404   404   404   404   200   200
POST minutes:vote-unanimous                 login 404   404   404   404   404   400   400
POST minutes:roll-call-start                login 404   404   404   404   404   400   400
GET  minutes:bloc-add                       login 404   404   404   404   404   200   200
GET  minutes:vote-edit                      login 404   404   404   404   404   200   200
POST minutes:vote-move                      login 404   404   404   404   404   302   302
GET  minutes:vote-delete                    login 404   404   404   404   404   200   200
POST minutes:vote-close                     login 404   404   404   404   404   422   422
GET  minutes:vote-reopen                    login 404   404   404   404   404   302   302
GET  minutes:roll-call                      login 404   404   404   404   404   200   200
GET  minutes:roll-call-discard              login 404   404   404   404   404   200   200
GET  minutes:vote-result                    login 404   404   404   404   404   422   422
GET  minutes:live                           login 404   404   404   200   404   200   200
GET  minutes:module-list                    login 403   403   403   403   200   200   200
GET  minutes:module-create                  login 403   403   403   403   200   200   200
GET  minutes:module-edit                    login 404   404   404   404   404   200   200
GET  minutes:module-delete                  login 404   404   404   404   404   200   200
GET  minutes:desk                           login 404   404   404   404   404   200   200
GET  minutes:desk-item                      login 404   404   404   404   404   200   200
GET  minutes:desk-state                     login 404   404   404   404   404   200   200
POST minutes:item-call                      login 404   404   404   404   404   302   302
GET  minutes:session-close                  login 404   404   404   404   404   200   200
POST minutes:contribution-save              login 400   400   400   400   400   400   400
POST minutes:contribution-remove            login 400   400   400   400   400   400   400
POST minutes:contribution-place             login 400   400   400   400   400   400   400
GET  minutes:contribution-revisions         login 404   404   404   404   404   200   200
GET  minutes:session-revisions              login 404   404   404   404   404   200   200
POST minutes:revision-restore               login 404   404   404   404   404   302   302
GET  minutes:publish                        login 404   404   404   404   404   200   200
GET  minutes:preview                        login 404   404   404   200   404   200   200
GET  minutes:document                       login 404   404   404   200   404   200   200
GET  minutes:document-json                  login 404   404   404   200   404   200   200
GET  minutes:extract                        login 404   404   404   200   404   200   200
GET  minutes:extract-json                   login 404   404   404   200   404   200   200
GET  minutes:export-year                    login 403   403   403   403   403   403   200
GET  minutes:published-list                 200   200   200   200   200   200   200   200
GET  minutes:published                      200   200   200   200   200   200   200   200
GET  minutes:published-pdf                  200   200   200   200   200   200   200   200
GET  minutes:published-json                 200   200   200   200   200   200   200   200
GET  minutes:published-item                 200   200   200   200   200   200   200   200
GET  minutes:published-extract              200   200   200   200   200   200   200   200
GET  minutes:published-extract-json         200   200   200   200   200   200   200   200
GET  admin:*                                login login login login login login login 200
"""


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


def rows() -> dict[str, tuple[str, list[str]]]:
    """The table: method and answers by name."""
    lines = [line.split() for line in TABLE.strip().splitlines() if not line.startswith("#")]
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


@pytest.fixture
def world(db, monkeypatch) -> World:
    file = documents.Rendered(content=b"%PDF-1.7", content_type="application/pdf", filename="minutes.pdf")
    monkeypatch.setattr(documents, "render", lambda *args, **options: file)
    place, elsewhere = cast.county(), cast.county("other")
    room = cast.session(place, items=3, members=("Kohl", "Merten"))
    room.items[2].is_public = False
    room.items[2].save()
    person = room["Kohl"].person
    paper = Paper.objects.create(body=place.body, reference="SV-11-0001", title="Vorlage")
    annex = Attachment.objects.create(
        session=room.session, title="Anlage", file=ContentFile(b"Text.", name="anlage.txt")
    )
    contribution = Contribution.objects.create(item=room.items[0], position=1, kind="note", text="Text.")
    revision = history.note(cast.user("clerk", person=cast.member(place, "Früher").person), contribution)
    vote = Vote.objects.create(item=room.items[0], form="roll_call")
    recusal = Recusal.objects.create(item=room.items[1], attendance=room["Merten"], ground="als Nachbar")
    movement = Revision.objects.create(
        session=room.session,
        model="committees.attendance",
        key=room["Merten"].pk,
        version=1,
        content={"absence": "excused", "is_new": False, "stays": []},
    )
    module = TextModule.objects.create(body=place.body, code="dank", text="dankt.")
    freeze(room.session)
    chair = cast.member(place, "Vorsitz", function=Membership.Function.CHAIR)
    users = {
        "reader": cast.user("reader"),
        "councillor-": cast.user("councillor", person=cast.member(elsewhere, "Fremd").person),
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
    places = {
        "^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$": "password/reset/key/1-set-password/",
        "committees/<int:pk>": f"committees/{place.committee.pk}",
        "<int:committee_pk>": f"{place.committee.pk}",
        "memberships/<int:pk>": f"memberships/{chair.pk}",
        "people/<int:pk>": f"people/{person.pk}",
        "terms/<int:pk>": f"terms/{place.term.pk}",
        "<int:term_pk>": f"{place.term.pk}",
        "factions/<int:pk>": f"factions/{place.faction.pk}",
        "papers/<int:pk>": f"papers/{paper.pk}",
        "<int:paper_pk>": f"{paper.pk}",
        "attachments/<int:pk>": f"attachments/{annex.pk}",
        "sessions/<uuid:session_pk>": f"sessions/{room.session.pk}",
        "sessions/<uuid:pk>": f"sessions/{room.session.pk}",
        "items/<uuid:pk>": f"items/{room.items[0].pk}",
        "items/<uuid:item>": f"items/{room.items[0].pk}",
        "desk/<uuid:pk>": f"desk/{room.items[0].pk}",
        "items/<str:item>": "items/1",
        "attendance/<uuid:pk>": f"attendance/{room['Merten'].pk}",
        "recusals/<int:pk>": f"recusals/{recusal.pk}",
        "contributions/<uuid:pk>": f"contributions/{contribution.pk}",
        "revisions/<int:pk>": f"revisions/{revision.pk}",
        "movements/<int:pk>": f"movements/{movement.pk}",
        "modules/<int:pk>": f"modules/{module.pk}",
        "votes/<uuid:pk>": f"votes/{vote.pk}",
        "<slug:body>/<slug:committee>/<int:number>/<int:year>": "lkm/IntA/1/2026",
    }
    return World(places, browsers)


def test_each_address_is_in_the_table_and_no_other():
    assert sorted(rows()) == sorted({address.name for address in addresses()} | {"admin:*"})


def test_the_table_has_an_answer_for_each_user():
    assert [name for name, (_method, answers) in rows().items() if len(answers) != len(USERS)] == []


def test_each_user_gets_what_the_table_says(world):
    expected = rows()
    wrong = []
    for address in addresses():
        method, answers = expected.get(address.name, ("GET", ["?"] * len(USERS)))
        found = [world.answer(user, method, world.url(address)) for user in USERS]
        if found != answers:
            wrong.append(f"{method} {address.name} {' '.join(found)}")
    assert wrong == [], "\n".join(["Other than the table says:", *wrong])


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
