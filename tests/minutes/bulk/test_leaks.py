"""Nothing that is not public is in an archive for the public: not in its files, their names, or its manifest."""

import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from pypdf import PdfReader

from committees.models import AgendaItem, Attachment, Paper, Person
from minutes import documents, papers, publishing, tables
from minutes.bulk.selection import NEVER_PUBLIC
from minutes.models import Contribution, ExportJob, Redaction
from minutes.tables.choosing import EVERYBODY
from tests import cast
from tests.minutes.bulk.exports import archive, ask, made, manifest
from tests.publications import freeze, publisher
from tests.test_leaks import pdf_words
from votes.models import Decision, Vote

HIDDEN = (
    "Uferweg",  # the title of a non-public item, and its resolution
    "Zwischenruf",  # what was said at it
    "Gegenprobe",  # the label of its vote
    "SV-11-0666",  # its paper
    "Kaufvertrag",  # its annex
    "Dateiinhalt",  # what is in its file, and in one of a public item that is not public
    "geheimliste",  # the name of these files
    "Seitengasse",  # a passage that was redacted
)
IN_WORK = (
    "Arbeitstitel",  # a session that was never published
    "Rohfassung",  # what is written there
    "Neufassung",  # what was changed after publishing
)
WITHDRAWN = ("Rückzieher",)  # an item of minutes that were taken back
ONLY_INTERNAL = ("Hausintern",)  # minutes of which only the internal edition is left
TO_COME = ("Übermorgen",)  # an edition that will be read from a later day on
SECRETS = (*HIDDEN, *IN_WORK, *WITHDRAWN, *ONLY_INTERNAL, *TO_COME)
ALL_KINDS = [kind for kind in documents.KINDS if kind not in NEVER_PUBLIC]


@pytest.fixture
def leaky(place, clerk) -> cast.County:
    """Of each state that minutes may be in one session with something to leak."""
    _published_with_secrets(place)
    _in_work(place)
    _withdrawn(place)
    _only_internal(place)
    _dated_ahead(place)
    return place


def _published_with_secrets(place) -> None:
    room = cast.session(place, number=1, members=("Kohl",))
    hidden = room.items[2]
    AgendaItem.objects.filter(pk=hidden.pk).update(
        title="Verkauf am Uferweg", is_public=False, public_title="Grundstückssache"
    )
    hidden.papers.add(Paper.objects.create(body=place.body, reference="SV-11-0666", title="Uferweg", is_public=True))
    Decision.objects.create(item=hidden, resolution="Das Haus am Uferweg wird verkauft.", outcome="adopted")
    Decision.objects.create(item=room.items[0], resolution="Der Radweg wird gebaut.", outcome="adopted")
    Vote.objects.create(item=hidden, yes=3, no=2, abstain=1, label="Gegenprobe", question="Uferweg verkaufen?")
    Contribution.objects.create(item=hidden, position=1, kind="note", text="Ein Zwischenruf.")
    talk = Contribution.objects.create(item=room.items[1], position=1, kind="note", text="Jemand aus der Seitengasse.")
    Attachment.objects.create(
        session=room.session,
        item=hidden,
        position=1,
        title="Kaufvertrag",
        is_public=True,
        file=ContentFile(b"Dateiinhalt", "geheimliste.txt"),
    )
    shown = Paper.objects.create(body=place.body, reference="SV-11-0700", title="Radwegeplan", is_public=True)
    room.items[0].papers.add(shown)
    shown.attachments.create(title="Karte", is_public=True, file=ContentFile(b"Legende der Karte", "karte.txt"))
    shown.attachments.create(title="Gutachten", file=ContentFile(b"Dateiinhalt", "geheimliste.txt"))
    papers.publish(shown, by=publisher())
    Redaction.objects.create(
        session=room.session, kind="contribution", target=talk.pk, passage="aus der Seitengasse", made_by=publisher()
    )
    publishing.publish_agenda(room.session, by=publisher())
    freeze(room.session, has_real_pdf=True)
    Person.objects.filter(pk=room["Kohl"].person_id).update(last_name="Neufassung")


def _in_work(place) -> None:
    room = cast.session(place, number=2, room="Rohfassung")
    AgendaItem.objects.filter(session=room.session).update(title="Arbeitstitel")


def _withdrawn(place) -> None:
    room = cast.session(place, number=3)
    AgendaItem.objects.filter(session=room.session).update(title="Rückzieher")
    for publication in freeze(room.session).values():
        publishing.withdraw(publication, by=publisher(), reason="Rückzieher")


def _only_internal(place) -> None:
    room = cast.session(place, number=4)
    AgendaItem.objects.filter(session=room.session).update(title="Hausintern")
    publishing.withdraw(freeze(room.session)["public"], by=publisher(), reason="Hausintern")


def _dated_ahead(place) -> None:
    room = cast.session(place, number=5)
    AgendaItem.objects.filter(session=room.session).update(title="Übermorgen")
    freeze(room.session)
    issues = room.session.issues
    issues.update(visible_from=timezone.now() + datetime.timedelta(days=3))


def everything(job) -> str:
    """All that an archive says: names, manifest, text and data of each file, of a PDF also what is inside."""
    return _said_in(archive(job))


def _said_in(bundle: ZipFile) -> str:
    texts = [str(bundle.namelist()), bundle.comment.decode()]
    for name in bundle.namelist():
        content = bundle.read(name)
        if content.startswith(b"PK"):  # the files of word processors are archives, too
            texts.append(_said_in(ZipFile(BytesIO(content))))
        else:
            texts.append(content.decode(errors="replace"))
            if content.startswith(b"%PDF"):
                texts += [pdf_words(content), str(list(PdfReader(BytesIO(content)).attachments))]
    return "\n".join(texts)


@pytest.mark.parametrize("name", list(documents.FORMATS))
def test_an_archive_for_the_public_holds_none_of_it(leaky, clerk, name):
    job = made(ask(clerk, leaky.committee, kinds=ALL_KINDS, format=name))
    found = everything(job)
    assert {entry["reference"] for entry in manifest(job)} == {"IntA/1/2026"}
    assert [secret for secret in SECRETS if secret in found] == []
    assert {entry["kind"] for entry in manifest(job)} >= {"minutes", "agenda", "extract", "decisions", "collection"}
    assert "Der Radweg wird gebaut." in found


def test_there_is_something_that_could_leak(leaky, clerk):
    choices = ({"kinds": ["minutes"], "format": "json"}, {"kinds": ["collection"], "format": "pdf"})
    found = "".join(everything(made(ask(clerk, leaky.committee, audience="internal", **choice))) for choice in choices)
    # No document says how an upload was called, and what was changed after publishing is in no edition.
    assert [secret for secret in SECRETS if secret not in found] == ["geheimliste", "Neufassung"]


def test_a_public_archive_names_none_of_the_unpublished_sessions(leaky, clerk):
    job = made(ask(clerk, leaky.committee))
    assert all(f"IntA/{number}/2026" not in everything(job) for number in (2, 3, 4, 5))
    assert {row["reference"] for row in job.problems} == {f"IntA/{number}/2026" for number in (2, 3, 4, 5)}


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_an_archive_of_a_clerk_is_of_the_own_committees_only(leaky, clerk, audience):
    other = cast.county("other")
    freeze(cast.session(other, number=8).session)
    job = made(ask(clerk, leaky.committee, other.committee, audience=audience))
    assert job.state == "failed"
    own = made(ask(clerk, leaky.committee, audience=audience))
    assert {entry["body"] for entry in manifest(own)} == {"lkm"}


def test_the_archive_of_the_body_for_the_public_holds_none_of_it(leaky, admin):
    day = datetime.date(2026, 1, 1)
    values = {"body": leaky.body, "since": day, "until": day, "kinds": [], "format": "zip", "language": "en"}
    texts = {}
    for audience in ("public", "internal"):
        job = made(ExportJob.objects.create(owner=admin, audience=audience, **values))
        bundle = archive(job)
        data = [bundle.read(name).decode() for name in bundle.namelist() if not name.startswith("pdf/")]
        texts[audience] = everything(job) if audience == "public" else "".join(data)
    assert [secret for secret in (*HIDDEN, *IN_WORK, *TO_COME) if secret in texts["public"]] == []
    # The reason of a withdrawal is told, as in the portal, and no title.
    assert [texts["public"].count(word) for word in (*WITHDRAWN, *ONLY_INTERNAL)] == [1, 1]
    assert "Der Radweg wird gebaut." in texts["public"]
    assert "Legende der Karte" in texts["public"]
    named = [secret for secret in SECRETS if secret != "geheimliste"]  # files have random names
    assert [secret for secret in named if secret not in texts["internal"]] == []


@pytest.mark.parametrize("name", list(tables.TABLES))
def test_the_tables_for_the_public_hold_none_of_it(leaky, name):
    found = "".join(
        words(tables.write(tables.TABLES[name], form, tables.Choice(), EVERYBODY)) for form in tables.FORMATS
    )
    assert [secret for secret in SECRETS if secret in found] == []
    assert "IntA/1/2026" in found or name in ("votes", "ballots")


def words(pieces) -> str:
    content = b"".join(pieces)
    return _said_in(ZipFile(BytesIO(content))) if content.startswith(b"PK") else content.decode()
