"""Taking an archive in: what is refused, with a sentence; all or nothing; and what it may not do."""

import hashlib
import io
import json
import zipfile
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from committees.models import (
    Attachment,
    AuditEvent,
    Body,
    HouseStyle,
    Membership,
    Paper,
    Person,
    RuleProfile,
    Session,
    User,
)
from minutes import papers, projection, verifying, workflow
from minutes.archive import MANIFEST
from minutes.evidence import hash_of_record
from minutes.importing.archive import Refused, opening
from minutes.models import Issue, Publication, PublishedFile, SealedRecord, Signature
from tests import cast
from tests.minutes.importing import moving
from tests.minutes.importing.moving import changed, line_changed
from tests.minutes.portal.register import call_the_roll, decide
from tests.minutes.verified import execute, findings, tampered
from tests.publications import freeze, publisher, seal
from tests.sampling import sampled
from votes.models import Vote


@pytest.fixture
def archive(db, tmp_path, settings) -> Path:
    """The archive of a small body, which is gone from here."""
    with moving.gone(tmp_path / "old"):
        place = cast.county()
        HouseStyle.objects.create(profile=place.body.profile, sender="Kreishaus", accent="#1f4e79")
        room = cast.session(place, items=2, members=("Kohl", "Merten"))
        decide(room, 1)
        call_the_roll(room, 2, Kohl="yes", Merten="no")
        freeze(room.session)
        cast.session(place, number=2)
        paper = Paper.objects.create(body=place.body, reference="SV-11-0001", title="Vorlage", is_public=True)
        file = ContentFile(b"%PDF-1.7 Plan", "plan.pdf")
        Attachment.objects.create(paper=paper, title="Plan", file=file, is_public=True)
        papers.publish(paper, by=publisher())
        path = moving.exported(tmp_path / "archive.zip")
    settings.MEDIA_ROOT = tmp_path / "media"
    return path


def uploads(settings) -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def refusal(path: Path, **options) -> str:
    """The sentence with which an archive is refused; nothing is here afterwards."""
    with override("en"), pytest.raises(Refused) as error:
        moving.imported(path, **options)
    assert not Body.objects.exists()
    assert not User.objects.exists()
    return str(error.value)


def test_it_comes_with_its_keys_and_proofs(archive, settings):
    moving.imported(archive)
    assert findings() == []
    vote = Vote.objects.get(form="roll_call")
    assert vote.closed_at is not None
    assert sorted(row.choice for voter in vote.voters.all() for row in [voter.ballot]) == ["no", "yes"]
    assert Session.objects.get(number=1).sealed_at is not None
    assert Session.objects.get(number=2).sealed_at is None
    assert Issue.objects.current().count() == 3
    assert PublishedFile.objects.count() == 1
    assert [path.read_bytes() for path in uploads(settings)] == [b"%PDF-1.7 Plan"]
    row = moving.rows(archive, "publications")[0]
    assert Publication.objects.get(pk=row["id"]).record == row["record"]


def test_nobody_can_log_in_with_what_came(archive):
    moving.imported(archive)
    assert not User.objects.filter(is_active=True).exists()
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_the_guards_hold(archive):
    moving.imported(archive)
    for rows, values in (
        (Publication.objects.all(), {"note": "anders"}),
        (Session.objects.filter(number=1), {"place": "anders"}),
        (Vote.objects.filter(form="roll_call"), {"closed_at": None}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**values)


def test_new_rows_get_new_keys(archive):
    moving.imported(archive)
    last = Person.objects.order_by("-pk").first().pk
    assert Person.objects.create(last_name="Neu").pk > last


def test_the_same_archive_again_is_nothing_to_do(archive):
    moving.imported(archive)
    assert moving.imported(archive).is_known
    assert AuditEvent.objects.count() == 1


def test_another_archive_of_a_body_that_is_here_is_refused(archive):
    moving.imported(archive)
    other = changed(archive, lambda contents: None)
    with override("en"), pytest.raises(Refused, match="is here already"):
        moving.imported(other)
    assert Session.objects.count() == 2


def test_only_an_empty_gremia_takes_it(archive):
    cast.county("other")
    with override("en"), pytest.raises(Refused, match="an empty Gremia"):
        moving.imported(archive)
    assert Body.objects.get().key == "other"


def test_a_trial_leaves_nothing(archive, settings):
    assert moving.imported(archive, is_trial=True).rows["sessions"] == 2
    assert not Body.objects.exists()
    assert not AuditEvent.objects.exists()
    assert uploads(settings) == []


def test_what_fails_at_the_end_leaves_nothing(archive, settings, monkeypatch):
    def fail() -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(projection, "rebuild", fail)
    with pytest.raises(RuntimeError):
        moving.imported(archive)
    assert not Body.objects.exists()
    assert uploads(settings) == []


def test_killed_after_its_files_were_stored_it_can_be_started_again(archive, settings):
    [name] = [name for name in moving.files(archive) if name.startswith("uploads/")]
    place = Path(settings.MEDIA_ROOT) / name.removeprefix("uploads/")
    place.parent.mkdir(parents=True)
    place.write_bytes(b"%PDF-1.7 Plan")
    moving.imported(archive)
    assert len(uploads(settings)) == 1


def test_a_file_of_the_same_name_is_not_overwritten(archive, settings):
    [name] = [name for name in moving.files(archive) if name.startswith("uploads/")]
    place = Path(settings.MEDIA_ROOT) / name.removeprefix("uploads/")
    place.parent.mkdir(parents=True)
    place.write_bytes(b"something else")
    assert "another file" in refusal(archive)
    assert place.read_bytes() == b"something else"


def test_an_archive_for_everybody_is_refused(db, tmp_path):
    with moving.gone(tmp_path / "old"):
        cast.county()
        path = moving.exported(tmp_path / "public.zip", "public")
    assert "--audience internal" in refusal(path)


def without(name: str):
    return lambda contents: {path: content for path, content in contents.items() if path != name}


def with_file(name: str, content: bytes = b"x"):
    return lambda contents: {**contents, name: content}


def with_manifest(**values):
    def change(contents):
        contents[MANIFEST] = json.dumps(json.loads(contents[MANIFEST]) | values).encode()

    return change


def with_record(table: str, title: str):
    """The first record of a table with another title, which has the hash that it should."""

    def change(contents):
        row = json.loads(contents[f"data/{table}.jsonl"].splitlines()[0])
        old = json.dumps(json.loads(row["record"])["title"], ensure_ascii=False)
        record = row["record"].replace(f'"title":{old}', f'"title":{title}', 1)
        assert record != row["record"]
        line_changed(table, 0, record=record, sha256=hashlib.sha256(record.encode()).hexdigest())(contents)

    return change


@pytest.mark.parametrize(
    "name",
    [
        "../evil.py",
        "/etc/passwd",
        "data/../../x.jsonl",
        "data\\evil.jsonl",
        "uploads/attachments/../../x",
        "pdf/x.pdf",
        "data/",
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(archive, name):
    assert "does not belong there" in refusal(changed(archive, with_file(name)))


@pytest.mark.parametrize(
    ("change", "fits", "said"),
    sampled(
        [
            (without(MANIFEST), False, "no manifest"),
            (with_file(MANIFEST, b"{"), False, "no manifest"),
            (with_file(MANIFEST, b"[]"), False, "no manifest"),
            (with_file(MANIFEST, b"[" * 100_000), False, "no manifest"),
            (with_manifest(version=99), True, "version 99"),
            (with_manifest(format="other"), True, "no manifest"),
            (with_manifest(body=None), True, "can’t be read"),
            (with_manifest(files=[{"path": 1}]), False, "can’t be read"),
            (with_manifest(counts={}), True, "numbers of rows"),
            (without("data/people.jsonl"), True, "Tables are missing"),
            (without("data/people.jsonl"), False, "not those that its manifest lists"),
            (with_file("data/more.jsonl"), False, "not those that its manifest lists"),
            (with_file("data/people.jsonl", b"{}\n"), False, "is not what its manifest says"),
            (with_file("data/people.jsonl", b"{}\n"), True, "data/people.jsonl, line 1"),
            (with_file("data/people.jsonl", b"\xff\xfe\n"), True, "data/people.jsonl, line 1"),
            (line_changed("people", 0, id="1"), True, "id is of the wrong kind"),
            (line_changed("people", 0, id=True), True, "id is of the wrong kind"),
            (line_changed("people", 0, last_name=None), True, "last_name is empty"),
            (line_changed("people", 0, last_name="x" * 200), True, "last_name is too long"),
            (line_changed("people", 0, last_name="(gone)"), True, "last_name is missing"),
            (line_changed("people", 0, unknown=1), True, "the column unknown is unknown"),
            (line_changed("sessions", 0, date="2026-99-99"), True, "date can’t be read"),
            (line_changed("sessions", 0, id="x"), True, "id can’t be read"),
            (line_changed("memberships", 0, person=10**6), True, "The database refuses"),
            (line_changed("memberships", 0, kind="king"), True, "kind has an unknown value"),
            (line_changed("house_styles", 0, accent="red;}"), True, "accent"),
            (line_changed("publications", 0, record="{}"), True, "SHA-256"),
            (line_changed("publications", 0, published_by=10**6), True, "accounts"),
            (line_changed("publications", 0, kind="import", audience="internal"), True, "somebody else"),
            (line_changed("publications", 0, pdf_sha256="0" * 64), True, "its PDF is missing"),
            (line_changed("attachments", 0, file="attachments/../x"), True, "its file is missing"),
            (line_changed("accounts", 0, name=5), True, "accounts"),
            (line_changed("signatures", 0, sha256="0" * 64), True, "The database refuses"),
            (line_changed("publications", 0, kind=""), True, "kind has an unknown value"),
            (line_changed("people", 0, last_name="\ud800"), True, "data/people.jsonl, line 1"),
            (line_changed("people", 0, last_name="A\0"), True, "last_name is too long, or no text"),
            (line_changed("people", 0, id=10**30), True, "id can’t be read"),
            (line_changed("sessions", 0, number=2**62), True, "number can’t be read"),
            (line_changed("accounts", 0, name="\ud800"), True, "data/accounts.jsonl, line 1"),
            (line_changed("accounts", 0, name="A\0"), True, "accounts"),
            (line_changed("profiles", 0, signatories=float("nan")), True, "data/profiles.jsonl, line 1"),
            (line_changed("profiles", 0, signatories=5), True, "data/profiles.jsonl, line 1"),
            (with_record("publications", '"\\ud800"'), True, "data/publications.jsonl, line 1"),
            (with_record("publications", '"\\u0000"'), True, "data/publications.jsonl, line 1"),
            (with_record("publications", "[" * 100_000), True, "data/publications.jsonl, line 1"),
            (with_record("sealed_records", '"\\ud800"'), True, "data/sealed_records.jsonl, line 1"),
            (with_record("sealed_records", "[" * 100_000), True, "data/sealed_records.jsonl, line 1"),
            (line_changed("bodies", 0, key="other"), True, "not the one that its manifest names"),
            (with_manifest(body={"key": "other"}), True, "not the one that its manifest names"),
            (with_manifest(body={"key": "\ud800"}), True, "no manifest"),
            (with_manifest(body={"key": "A\0"}), True, "can’t be read"),
        ],
        every=3,
    ),
)
def test_what_does_not_fit_is_refused_with_a_sentence(archive, change, fits, said):
    assert said in refusal(changed(archive, change, fits=fits))


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_file_that_is_packed_in_another_way_is_refused(archive, method):
    target = archive.with_name("other.zip")
    with zipfile.ZipFile(target, "w", method) as file:
        for name, content in moving.files(archive).items():
            file.writestr(name, content)
    assert "packed in an unknown way" in refusal(target)


def test_a_trial_refuses_what_the_proofs_refuse(archive, monkeypatch):
    monkeypatch.setattr(verifying, "take_in", lambda imported: iter(["A row is not as it was written."]))
    assert "not as it was written" in refusal(archive, is_trial=True)


def test_a_trial_sees_that_another_file_has_the_name(archive, settings):
    [name] = [name for name in moving.files(archive) if name.startswith("uploads/")]
    place = Path(settings.MEDIA_ROOT) / name.removeprefix("uploads/")
    place.parent.mkdir(parents=True)
    place.write_bytes(b"something else")
    assert "another file" in refusal(archive, is_trial=True)


def test_the_record_that_does_not_parse_is_refused(archive):
    record = '{"schema":"gremia/session-record/1"}'
    change = line_changed("publications", 0, record=record, sha256=hash_of_record(record))
    assert "data/publications.jsonl, line 1" in refusal(changed(archive, change))


def test_a_vote_that_does_not_add_up_is_refused_by_the_guards(archive):
    number = next(place for place, row in enumerate(moving.rows(archive, "votes")) if row["form"] == "roll_call")
    assert "The database refuses" in refusal(changed(archive, line_changed("votes", number, form="secret")))


def test_a_file_with_two_entries_is_refused(archive, recwarn):
    contents = moving.files(archive)
    target = archive.with_name("doubled.zip")
    target.write_bytes(moving.packed(contents))
    with zipfile.ZipFile(target, "a") as file:
        file.writestr("data/people.jsonl", "{}")
    recwarn.clear()
    assert "does not belong there" in refusal(target)


def test_a_bomb_is_refused_before_it_is_unpacked(archive):
    bomb = changed(archive, with_file("data/people.jsonl", b" " * 50_000_000))
    assert "too large" in refusal(bomb)


def test_a_line_without_end_is_refused(archive, monkeypatch):
    monkeypatch.setattr(opening, "LONGEST_LINE", 1000)
    assert "too long" in refusal(archive)


def test_too_many_files_are_refused(archive, monkeypatch):
    monkeypatch.setattr(opening, "MOST_FILES", 3)
    assert "too many files" in refusal(archive)


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive at all", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_archive_is_refused(db, tmp_path, content):
    path = tmp_path / "archive.zip"
    path.write_bytes(content)
    assert refusal(path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_what_is_cut_off_is_refused(archive, share):
    content = archive.read_bytes()
    archive.write_bytes(content[: int(len(content) * share)])
    assert refusal(archive)


@pytest.mark.parametrize("place", [0.05, 0.2, 0.4, 0.6, 0.8])
def test_what_is_damaged_is_refused(archive, place):
    content = bytearray(archive.read_bytes())
    start = int(len(content) * place)
    content[start : start + 40] = bytes(byte ^ 0xFF for byte in content[start : start + 40])
    archive.write_bytes(content)
    assert refusal(archive)


def typed(*arguments: str) -> str:
    out = StringIO()
    with override("en"):
        call_command("import", "archive", *arguments, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_the_command_tries_first_and_stores_when_told_to(archive):
    assert "nothing was stored" in typed(str(archive))
    assert not Body.objects.exists()
    admin = User.objects.create_user("chef@example.org", role="admin")
    assert "is imported" in typed(str(archive), "--apply", "--by", "chef@example.org")
    assert AuditEvent.objects.get().actor == admin
    assert "nothing to do" in typed(str(archive), "--apply")


def test_the_command_refuses_with_a_sentence(db, tmp_path):
    with pytest.raises(CommandError, match=r"nothing\.zip"):
        typed(str(tmp_path / "nothing.zip"))
    with pytest.raises(CommandError, match="nobody@example"):
        typed(str(tmp_path / "nothing.zip"), "--by", "nobody@example.org")


def test_memberships_keep_their_factions(archive):
    moving.imported(archive)
    assert {row.faction.short_name for row in Membership.objects.all()} == {"ABC"}


def test_a_zip_that_is_encrypted_is_refused(archive):
    content = bytearray(archive.read_bytes())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as file:
        start = file.start_dir
    content[start + 8] |= 1
    archive.write_bytes(content)
    assert refusal(archive)


@pytest.fixture
def in_signing(db, tmp_path) -> Session:
    """A session that came in the midst of being signed: one has signed, others have not."""
    with moving.gone(tmp_path / "old"):
        session = seal(cast.session(cast.county(), items=1).session, is_complete=False)
        sign(session, "chair")
        path = moving.exported(tmp_path / "archive.zip")
    moving.imported(path)
    return Session.objects.get()


def sign(session: Session, role: str) -> Signature:
    """A signature of which no event tells."""
    text = SealedRecord.objects.get(session=session, audience="internal")
    person, _created = Person.objects.get_or_create(first_name="Kim", last_name="Unterzeichnung")
    values = {"signed_on": cast.DAY, "made_at": timezone.now(), "made_by": User.objects.first() or publisher()}
    return Signature.objects.create(session=session, role=role, person=person, sha256=text.sha256, **values)


def test_minutes_in_the_midst_of_being_signed_go_on_here(in_signing):
    assert findings() == []
    assert in_signing.sealed_at is not None
    workflow.take_back(in_signing, by=publisher(), reason="Ein Name fehlt.")
    assert findings() == []


def test_a_changed_text_of_minutes_that_were_being_signed_is_found(in_signing):
    row = SealedRecord.objects.get(session=in_signing, audience="public")

    def change() -> None:
        record = row.record.replace("Punkt 1", "Punkt X")
        assert record != row.record
        execute(
            "UPDATE minutes_sealedrecord SET record = %s, sha256 = %s WHERE id = %s",
            [record, hash_of_record(record), row.pk],
        )

    assert any(f"minutes.sealedrecord:{row.pk}" in sentence for sentence in tampered(change))


def test_a_signature_put_into_minutes_that_were_being_signed_is_found(in_signing):
    made = []

    def change() -> None:
        made.append(sign(in_signing, "minute_taker").pk)
        execute("UPDATE minutes_minutes SET completed_at = %s", [timezone.now()])

    found = tampered(change)
    assert any(f"minutes.signature:{made[0]}" in sentence for sentence in found)
    assert any("minutes.minutes:" in sentence for sentence in found)


def test_a_signature_removed_from_minutes_that_were_being_signed_is_found(in_signing):
    assert any(
        "What came with an archive" in sentence
        for sentence in tampered(lambda: execute("DELETE FROM minutes_signature"))
    )


def test_what_was_taken_back_can_not_be_put_in_again(in_signing):
    rows = list(SealedRecord.objects.all())
    workflow.take_back(in_signing, by=publisher(), reason="Ein Name fehlt.")
    found = tampered(lambda: SealedRecord.objects.bulk_create(rows))
    assert all(any(f"minutes.sealedrecord:{row.pk}" in sentence for sentence in found) for row in rows)


def test_a_profile_that_wants_more_signatures_by_now_is_no_obstacle(db, tmp_path):
    with moving.gone(tmp_path / "old"):
        place = cast.county()
        freeze(cast.session(place, items=1).session)
        everybody = ["chair", "minute_taker", "co_signer", "second_co_signer"]
        RuleProfile.objects.filter(pk=place.body.profile_id).update(signatories=everybody)
        path = moving.exported(tmp_path / "archive.zip")
    moving.imported(path)
    assert RuleProfile.objects.get().signatories == everybody
    assert findings() == []
