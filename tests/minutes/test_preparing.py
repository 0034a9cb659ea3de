"""PDFs are set before the transaction that publishes them, and again where something changed in between."""

import datetime
from types import SimpleNamespace

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from committees import audit
from minutes import documents, preparing, publishing
from minutes.models import Correction, Publication, Redaction
from tests import cast
from tests.publications import freeze, publisher, seal

TEXT = "Frau Lütke fragt nach der Seitengasse 4."


@pytest.fixture
def room() -> cast.Room:
    room = cast.session(cast.county(), members=("Kohl", "Merten"))
    room.items[0].contributions.create(position=1, text=TEXT)
    seal(room.session)
    return room


@pytest.fixture
def set_in(monkeypatch) -> list[bool]:
    """Of each PDF that is set, whether that happens inside a transaction."""
    found: list[bool] = []
    render = documents.render

    def watched(*args, **options):
        found.append(connection.in_atomic_block)
        return render(*args, **options)

    monkeypatch.setattr(documents, "render", watched)
    return found


@pytest.mark.django_db(transaction=True)
def test_the_page_that_publishes_sets_them_while_nobody_waits(client, room, set_in):
    client.force_login(publisher())
    response = client.post(reverse("minutes:publish", args=[room.session.pk]), {"with_internal": "all"})
    assert response.status_code == 302
    assert set_in == [False, False]
    assert Publication.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_so_does_the_page_that_publishes_a_correction(client, room, set_in):
    freeze(room.session)
    client.force_login(publisher())
    made_on = f"{timezone.localdate():%Y-%m-%d}"
    entries = {"text": "Hausnummer 14", "made_on": made_on, "is_public": "on", "step": "publish"}
    response = client.post(reverse("minutes:correction-create", args=[room.session.pk]), entries)
    assert response.status_code == 302
    assert Correction.objects.count() == 1
    assert set_in != []
    assert not any(set_in)


@pytest.mark.django_db(transaction=True)
def test_so_does_the_page_of_a_draft(client, set_in):
    room = cast.session(cast.county(), members=("Kohl",))
    client.force_login(publisher())
    assert client.get(reverse("minutes:document", args=[room.session.pk])).status_code == 200
    url = reverse("minutes:session-documents", args=[room.session.pk])
    choice = {"document": "minutes", "format": "pdf", "audience": "internal"}
    assert client.get(url, choice).status_code == 200
    assert set_in == [False, False]


@pytest.mark.django_db
def test_what_was_set_beforehand_is_stored_as_it_is(room, set_in):
    ready = preparing.prepare(room.session)
    rows = publishing.publish_minutes(room.session, by=publisher(), ready=ready)
    assert len(set_in) == 2
    assert sorted(bytes(row.pdf) for row in rows) == sorted(ready.files.values())
    assert {row.chain_head for row in rows} == {ready.chain_head}


@pytest.mark.django_db
def test_what_changed_since_is_set_again(room, set_in):
    ready = preparing.prepare(room.session)
    Redaction.objects.create(
        session=room.session,
        kind="contribution",
        target=room.items[0].contributions.get().pk,
        passage="Seitengasse 4",
        made_by=publisher(),
    )
    [public, _internal] = publishing.publish_minutes(room.session, by=publisher(), ready=ready)
    assert len(set_in) == 4
    assert bytes(public.pdf) not in ready.files.values()
    assert "Seitengasse" not in public.record


@pytest.mark.django_db
def test_what_the_worker_has_set_is_not_set_again(room, settings, monkeypatch):
    settings.CACHES = {
        **settings.CACHES,
        "documents": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "preparing"},
    }
    preparing.prepare_minutes.call(str(room.session.pk))
    monkeypatch.setattr("minutes.documents.engine.to_pdf", None)
    rows = publishing.publish_minutes(room.session, by=publisher())
    assert all(row.pdf for row in rows)


@pytest.mark.django_db
def test_the_worker_begins_when_all_have_signed(client, monkeypatch, django_capture_on_commit_callbacks):
    asked = []
    monkeypatch.setattr(preparing, "has_worker", lambda: True)
    monkeypatch.setattr(preparing, "prepare_minutes", SimpleNamespace(enqueue=asked.append))
    room = cast.session(cast.county(), members=("Kohl",))
    with django_capture_on_commit_callbacks(execute=True):
        preparing.ahead(room.session)
    assert asked == [str(room.session.pk)]
    monkeypatch.setattr(preparing, "has_worker", lambda: False)
    with django_capture_on_commit_callbacks(execute=True):
        preparing.ahead(room.session)
    assert len(asked) == 1


@pytest.mark.django_db
def test_a_head_that_is_in_no_chain_is_printed_nowhere(room, settings, monkeypatch):
    """The cache outlives a database that was put back."""
    settings.CACHES = {
        **settings.CACHES,
        "documents": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "restored"},
    }
    with monkeypatch.context() as before:
        before.setattr(audit, "head", lambda: "f" * 64)
        assert preparing.prepare(room.session).chain_head == "f" * 64
    assert preparing.prepare(room.session).chain_head == audit.head()


@pytest.mark.django_db
def test_a_correction_of_an_earlier_day_stands_where_the_database_will_have_it(room):
    freeze(room.session)
    rows = [
        Correction(session=room.session, text="Nachtrag", made_on=day, made_at=timezone.now(), made_by=publisher())
        for day in (timezone.localdate(), timezone.localdate() - datetime.timedelta(days=1))
    ]
    rows[0].save()
    asked = publishing.records(room.session, also=rows[1])
    rows[1].save()
    assert publishing.records(room.session) == asked
