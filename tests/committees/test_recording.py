"""Each change of master data is an event of the chain. Every address is tried; a new one must say what it changes.

The forms are sent as their pages show them, with some entries changed.
"""

import datetime
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.apps import apps
from django.core.files.base import ContentFile

from committees import audit, invitations, urls
from committees.models import Attachment, AuditEvent, AuditHead, Committee, Faction, Invitation, Paper, Person, User
from committees.recording import recorded
from tests import cast
from tests.committees.files import upload
from tests.committees.pages import url
from tests.sampling import sampled

FORMS: dict[str, dict[str, object]] = {
    "committee-create": {"name": "Beirat", "short_name": "Bei", "seats": 3, "start": "2026-01-01"},
    "committee-edit": {"name": "Anders"},
    "committee-end": {"end": "2026-12-01", "ends_seats": "on"},
    "membership-create": {"person": "free", "has_vote": "on", "start": "2026-01-01"},
    "membership-edit": {"start": "2026-01-01"},
    "membership-end": {"end": "2026-12-01"},
    "member-import-confirm": {"sealed": "the dry run"},
    "person-create": {"last_name": "Neu"},
    "person-edit": {"last_name": "Anders"},
    "term-create": {"name": "2020–2025", "start": "2020-11-01", "end": "2025-10-31"},
    "term-edit": {"name": "11. Wahlperiode"},
    "faction-create": {"name": "DEF-Fraktion", "short_name": "DEF"},
    "faction-edit": {"name": "GHI-Fraktion"},
    "paper-create": {"reference": "SV-11-0002", "title": "Neu"},
    "paper-edit": {"title": "Anders"},
    "attachment-create": {"title": "Neu", "file": "a file"},
    "attachment-edit": {"title": "Anders", "file": "a file"},
    "annex-create": {"title": "Neu"},
    "invitation-create": {"email": "neu@example.org", "role": "reader"},
}
"""What each form is sent with."""
QUESTIONS = {
    "committee-delete": {},
    "membership-delete": {},
    "person-delete": {},
    "faction-delete": {},
    "paper-delete": {},
    "attachment-delete": {},
    "attachment-move": {"direction": "down"},
    "second-factor-reset": {},
    "invitation-resend": {},
    "invitation-revoke": {},
}
"""What is done without a form."""
CHANGES_NOTHING = {
    *("committee-list", "committee-detail", "person-list", "person-detail", "term-list", "paper-list", "paper-detail"),
    *("member-import", "member-export", "member-template", "attachment", "session-annexes"),
    *("account-list", "account-detail", "access", "audit-trail", "invitation-list"),
}
TOLD_WITH_THE_ACCOUNT = (Invitation,)


@pytest.fixture
def world(place, admin) -> dict[str, Any]:
    """The rows that the addresses name; those that are deleted are named by nothing else."""
    room = cast.session(place)
    member, free = cast.member(place, "Kohl"), Person.objects.create(first_name="Kim", last_name="Frei")
    empty = Committee.objects.create(body=place.body, name="Leer", short_name="Leer", seats=3, start=cast.TERM_START)
    paper = Paper.objects.create(body=place.body, reference="SV-11-0001", title="Vorlage")
    files = [
        Attachment.objects.create(paper=paper, position=place_, title="Plan", file=ContentFile(b"x", name="plan.txt"))
        for place_ in (1, 2)
    ]
    guarded, invited = cast.user("reader"), User.objects.create(email="wartet@example.org", password="!")
    Authenticator.objects.create(user=guarded, type=Authenticator.Type.TOTP, data={})
    return {
        "committee": place.committee.pk,
        "member": member.pk,
        "free": free.pk,
        "empty": empty.pk,
        "session": room.session.pk,
        "term": place.term.pk,
        "faction": Faction.objects.create(term=place.term, name="Leer", short_name="L").pk,
        "paper": paper.pk,
        "file": files[0].pk,
        "guarded": guarded.pk,
        "invitation": Invitation.objects.create(user=invited).pk,
    }


WITHOUT_ROW = {
    "committee-create",
    "person-create",
    "term-create",
    "paper-create",
    "invitation-create",
    "access",
    "audit-trail",
}


def address(name: str, world: dict[str, Any]) -> str:
    """The address of a page with the rows of this world."""
    kinds = {
        "committee": "committee", "membership": "member", "member": "committee", "person": "free", "term": "term",
        "faction": "faction", "paper": "paper", "attachment": "file", "annex": "session", "session": "session",
        "account": "guarded", "second": "guarded", "invitation": "invitation",
    }  # fmt: skip
    special = {
        "committee-delete": "empty", "faction-create": "term", "membership-create": "committee",
        "attachment-create": "paper",
    }  # fmt: skip
    if name in WITHOUT_ROW or name.endswith("-list"):
        return url(name)
    return url(name, world[special.get(name) or kinds[name.partition("-")[0]]])


def names() -> set[str]:
    """The names of all addresses of the directory."""

    def walk(patterns):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                yield from walk(pattern.url_patterns)
            else:
                yield pattern.name

    return set(walk(urls.urlpatterns))


def entries(name: str, browser, world: dict[str, Any]) -> dict[str, object]:
    """The form as its page shows it, with the entries of the table."""
    changed = dict(FORMS.get(name, QUESTIONS.get(name, {})))
    if "person" in changed:
        changed["person"] = world["free"]
    if "file" in changed:
        changed["file"] = upload("neu.txt", b"Text.")
    if "sealed" in changed:
        content = b"Nachname;Vorname;Von\nKohl;Kim;01.11.2025\nNeu;Eva;01.01.2026\n"
        page = browser.post(url("member-import", world["committee"]), {"file": upload("liste.csv", content)})
        return {"sealed": page.context["sealed"]}
    if name not in FORMS:
        return changed
    form = browser.get(address(name, world)).context["form"]
    shown = {field.name: sent(field.value()) for field in form}
    return {key: value for key, value in (shown | changed).items() if value is not None}


def sent(value: Any) -> Any:
    """What a browser sends of a value; None for nothing."""
    if isinstance(value, bool):
        return "on" if value else None
    if isinstance(value, datetime.date):
        return value.isoformat()
    return None if value in (None, "") or hasattr(value, "url") else getattr(value, "pk", value)


def rows() -> dict[str, dict]:
    """All that the room stores, by the names of the chain."""
    models = [model for model in apps.get_app_config("committees").get_models() if model not in (AuditEvent, AuditHead)]
    return {
        audit.label(row): {field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields}
        for model in models
        if model not in TOLD_WITH_THE_ACCOUNT
        for row in model._base_manager.all()
    }


def changed(before: dict, after: dict) -> set[str]:
    return {name for name in {*before, *after} if before.get(name) != after.get(name)}


def test_every_address_is_tried_here():
    assert {*FORMS, *QUESTIONS, *CHANGES_NOTHING} == names()


@pytest.mark.parametrize("name", sorted({*FORMS, *QUESTIONS}))
def test_each_row_that_a_page_changes_has_an_event(admin, world, name, django_capture_on_commit_callbacks):
    data = entries(name, admin, world)
    before = rows()
    with django_capture_on_commit_callbacks(execute=True):
        response = admin.post(address(name, world), data)
    assert response.status_code == 302, response.context["form"].errors
    told = {event.subject: event.actor.role for event in AuditEvent.objects.all()}
    assert set(told.values()) == {"admin"}
    assert changed(before, rows()) - set(told) == set()
    assert list(audit.problems()) == []


@pytest.mark.parametrize("name", sampled(sorted(FORMS), every=4))
def test_a_form_that_is_refused_notes_nothing(admin, world, name):
    before = rows()
    assert admin.post(address(name, world), {"is_sent": "on"}).status_code in (409, 422)
    assert changed(before, rows()) == set()
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize("name", sorted(CHANGES_NOTHING))
def test_the_other_pages_change_nothing(admin, world, name):
    before = rows()
    assert admin.post(address(name, world)).status_code in (200, 405, 422)
    assert changed(before, rows()) == set()
    assert not AuditEvent.objects.exists()


def test_of_people_an_event_tells_what_was_changed_and_no_word_that_would_stay_for_good(admin, world):
    admin.post(url("person-edit", world["free"]), {"first_name": "Kim", "last_name": "Anders"})
    event = AuditEvent.objects.get()
    assert (event.act, event.subject) == ("changed", f"committees.person:{world['free']}")
    assert audit.facts_of(event) == {"before": {"last_name": "…"}, "after": {"last_name": "…"}}


def test_saving_without_a_change_is_no_event(admin, world):
    assert admin.post(url("person-edit", world["free"]), entries("person-edit", admin, world) | {"last_name": "Frei"})
    assert not AuditEvent.objects.exists()


def test_of_a_deleted_row_stands_what_it_was_and_what_went_with_it(admin, world):
    admin.post(url("paper-delete", world["paper"]))
    events = {event.subject.partition(":")[0]: audit.facts_of(event) for event in AuditEvent.objects.all()}
    assert set(events) == {"committees.paper", "committees.attachment"}
    assert events["committees.paper"]["before"]["title"] == "Vorlage"
    assert AuditEvent.objects.filter(subject__startswith="committees.attachment").count() == 2


def test_seats_that_end_with_their_committee_are_told_of(admin, world):
    admin.post(url("committee-end", world["committee"]), FORMS["committee-end"])
    facts = audit.facts_of(AuditEvent.objects.get(subject=f"committees.membership:{world['member']}"))
    assert (facts["before"], facts["after"]) == ({"end": None}, {"end": "2026-12-01"})


def test_an_import_tells_of_each_person_and_each_seat(admin, world):
    admin.post(url("member-import-confirm", world["committee"]), entries("member-import-confirm", admin, world))
    events = AuditEvent.objects.order_by("number").values_list("act", "subject")
    assert [(act, subject.partition(":")[0]) for act, subject in events] == [
        ("created", "committees.person"),
        ("created", "committees.membership"),
    ]


def test_a_password_is_named_and_not_told(db):
    account = cast.user("reader")
    with recorded(account, by=None):
        account.set_password("ganz-geheim-2")
        account.save()
    [event] = AuditEvent.objects.all()
    assert audit.facts_of(event)["after"] == {"password": "…"}


def test_what_fails_leaves_no_event(place):
    def fail() -> None:
        with recorded(place.committee, by=None):
            Committee.objects.filter(pk=place.committee.pk).update(name="Anders")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert Committee.objects.get().name == "Integrationsausschuss"
    assert not AuditEvent.objects.exists()


def test_the_link_of_an_invitation_is_in_no_event(admin, world, mailoutbox):
    admin.post(url("invitation-create"), entries("invitation-create", admin, world))
    [mail] = mailoutbox
    link = next(word for word in mail.body.split() if "/invitation/" in word)
    token = link.rstrip("/").rpartition("/")[2]
    assert invitations.find(token) is not None
    assert not AuditEvent.objects.filter(facts__contains=token).exists()
