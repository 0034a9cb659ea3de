"""Room: minutes, importing. The rows and files of an archive are stored: all of them, or none. The keys stay.

The guards of the database look at each row. What closes something (the result of a vote, the seal of a session) is set
when all that it closes is there.
"""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.core.management.color import no_style
from django.db import DataError, IntegrityError, connection, models, transaction
from django.utils.translation import gettext as _

from committees import audit
from committees.guards import sentence
from committees.models import Attachment, AuditEvent, Body, HouseStyle, RuleProfile, Session, User
from minutes import projection, verifying
from minutes.archive.parts import LATE, PARTS, Part
from minutes.imported_evidence import ACT, Imported
from minutes.importing.archive import looking
from minutes.importing.archive.opening import Archive, Refused
from minutes.models import Audience, Minutes, Publication, PublishedFile

_REFUSALS = (IntegrityError, DataError, OverflowError, ValueError)
"""What a database, or the way to it, says of a value that it does not take."""
_BATCH = 500
_FEW = 10
"""Rows that are stored at once: of those that may be large, fewer; a publication comes with its PDF."""


@dataclass(slots=True)
class Result:
    """What became of an archive."""

    is_known: bool = False
    rows: dict[str, int] = field(default_factory=dict)
    files: int = 0
    event: AuditEvent | None = None


def store(
    archive: Archive, *, by: User | None, is_trial: bool = False, progress: Callable[[str], None] = lambda name: None
) -> Result:
    """Put a checked archive into an empty Gremia, in one transaction; `is_trial`: and take all of it back.

    Imported before, there is nothing to do. Raises Refused, and nothing is there.
    """
    archive.check()
    sha256 = archive.sha256
    if _was_imported(archive, sha256):
        return Result(is_known=True)
    _check_place(archive)
    saved: list[tuple[Storage, str]] = []
    result = Result()
    try:
        with transaction.atomic():
            _store(archive, result, saved, by=by, sha256=sha256, is_trial=is_trial, progress=progress)
            if is_trial:
                transaction.set_rollback(True)
    except BaseException as error:
        for storage, name in saved:
            storage.delete(name)
        if isinstance(error, _REFUSALS):
            raise Refused(_("The database refuses the archive: %(problem)s") % {"problem": sentence(error)}) from error
        raise
    return result


def _was_imported(archive: Archive, sha256: str) -> bool:
    body = Body.objects.filter(key=archive.manifest["body"]["key"]).first()
    events = audit.events_of(body).filter(act=ACT) if body else ()
    return any(audit.facts_of(event).get("archive") == sha256 for event in events)


def _check_place(archive: Archive) -> None:
    if archive.manifest["audience"] != Audience.INTERNAL:
        raise Refused(
            _(
                "This archive holds what everybody may read. Signed minutes come back only with the text that was "
                "signed: export the body with --audience internal."
            )
        )
    key = archive.manifest["body"]["key"]
    if [row.get("key") for row in islice(archive.rows("bodies"), 2)] != [key]:
        raise Refused(_("The body in the archive is not the one that its manifest names."))
    if Body.objects.filter(key__iexact=key).exists():
        raise Refused(
            _("The body %(key)s is here already, and did not come with this archive. Nothing was changed.")
            % {"key": key}
        )
    taken = next((part.model for part in PARTS if part.model._default_manager.exists()), None)
    if taken is not None:
        raise Refused(
            _("An archive is imported into an empty Gremia; here there are rows already: %(name)s.")
            % {"name": taken._meta.verbose_name_plural}
        )


def _store(
    archive: Archive,
    result: Result,
    saved: list[tuple[Storage, str]],
    *,
    by: User | None,
    sha256: str,
    is_trial: bool,
    progress: Callable[[str], None],
) -> None:
    accounts = _accounts(archive)
    _published_files(archive, result)
    for part in PARTS:
        progress(part.name)
        result.rows[part.name] = _table(archive, part, accounts)
        if part.model is Minutes:
            # What follows comes after signing: corrections and publications want it to be done.
            for name in LATE:
                _set_late(archive, next(part for part in PARTS if part.name == name))
    _check_counts(archive, result)
    connection.check_constraints()
    _reset_sequences()
    progress("uploads")
    _uploads(archive, result, saved, is_trial=is_trial)
    progress("projection")
    projection.rebuild()
    result.event = _note(archive, by=by, sha256=sha256, rows=result.rows)


def _accounts(archive: Archive) -> dict[int, User]:
    """For each who did something an account with a name, with which nobody can log in."""
    found = {}
    for row in archive.rows("accounts"):
        number, name = row.get("id"), row.get("name")
        if type(number) is not int or not isinstance(name, str) or "\0" in name or number in found:
            raise Refused(_("The accounts of the archive can’t be read."))
        email = f"imported-{number}-{archive.manifest['body']['key'].lower()}@gremia.invalid"
        user = User(email=email, first_name=name[:150], role=User.Role.READER, is_active=False)
        user.set_unusable_password()
        user.save(force_insert=True)
        found[number] = user
    return found


def _published_files(archive: Archive, result: Result) -> None:
    for path in archive.listed:
        if path.startswith("files/"):
            content = archive.content(path)
            sha256 = hashlib.sha256(content).hexdigest()
            if path != f"files/{sha256}":
                raise Refused(_("%(file)s in the archive is not what its manifest says.") % {"file": path})
            PublishedFile.objects.create(sha256=sha256, content=content)
            result.files += 1


def _table(archive: Archive, part: Part, accounts: dict[int, User]) -> int:
    """Store a table, some rows at a time; how many there were."""
    count = 0
    size = _FEW if part.is_large else _BATCH
    batch: list[models.Model] = []
    for values in looking.rows(archive, part):
        batch.append(_row(archive, part, values, accounts))
        count += 1
        if len(batch) == size:
            part.model._default_manager.bulk_create(batch)
            batch.clear()
    part.model._default_manager.bulk_create(batch)
    return count


def _row(archive: Archive, part: Part, values: dict[str, Any], accounts: dict[int, User]) -> models.Model:
    for column in part.fields:
        if column.related_model is User and values[column.attname] is not None:
            if values[column.attname] not in accounts:
                raise Refused(_("The accounts of the archive can’t be read."))
            values[column.attname] = accounts[values[column.attname]].pk
    if part.late:
        values[part.late] = [] if part.model is RuleProfile else None
    if part.model is Publication and values["pdf_sha256"]:
        values["pdf"] = archive.content(f"pdf/{values['pdf_sha256']}.pdf")
    if part.model is HouseStyle:
        values["logo"] = archive.content(f"logos/{values['logo']}") if values["logo"] else b""
    return part.model(**values)


def _set_late(archive: Archive, part: Part) -> None:
    """Close what is closed, now that everything is in it."""
    key = part.model._meta.pk.attname
    for values in looking.rows(archive, part):
        if values[part.late]:
            part.model._default_manager.filter(pk=values[key]).update(**{part.late: values[part.late]})


def _check_counts(archive: Archive, result: Result) -> None:
    counts = archive.manifest.get("counts")
    if not isinstance(counts, dict) or any(counts.get(name) != number for name, number in result.rows.items()):
        raise Refused(_("The tables of the archive have other numbers of rows than its manifest says."))


def _uploads(archive: Archive, result: Result, saved: list[tuple[Storage, str]], *, is_trial: bool) -> None:
    """Store the uploaded files; in a trial, only look whether there is room for their names."""
    storage = Attachment._meta.get_field("file").storage
    for path in archive.listed:
        if path.startswith("uploads/"):
            _upload(storage, path.removeprefix("uploads/"), archive.content(path), saved, is_trial=is_trial)
            result.files += 1


def _upload(storage: Storage, name: str, content: bytes, saved: list[tuple[Storage, str]], *, is_trial: bool) -> None:
    """Store a file under its name; one that an import has left that was killed is taken as it is."""
    if storage.exists(name):
        with storage.open(name) as there:
            if there.read() == content:
                return
    elif is_trial:
        return
    else:
        saved.append((storage, name))
        if storage.save(name, ContentFile(content)) == name:
            return
    raise Refused(_("There is another file %(name)s here already.") % {"name": name})


def _reset_sequences() -> None:
    """The next key of each table is a new one: PostgreSQL does not see those that came along."""
    statements = connection.ops.sequence_reset_sql(no_style(), [part.model for part in PARTS])
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _note(archive: Archive, *, by: User | None, sha256: str, rows: dict[str, int]) -> AuditEvent:
    """One event for all: the hash of the archive, and the sum of what its rows prove."""
    last = Publication.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    sealed = Session.objects.filter(sealed_at__isnull=False).exclude(minutes__completed_at__isnull=False)
    in_signing = sorted(map(str, sealed.values_list("pk", flat=True)))
    imported = Imported.coming(last, in_signing)
    problems = list(_few(verifying.take_in(imported)))
    if problems:
        raise Refused(" ".join(problems))
    body = Body.objects.get(key=archive.manifest["body"]["key"])
    return audit.note(
        ACT,
        body,
        by=by,
        archive=sha256,
        made_at=str(archive.manifest.get("made_at", ""))[:40],
        program=str(archive.manifest.get("program", ""))[:40],
        counts=dict(rows),
        last=last,
        open=imported.in_signing(),
        **imported.sum(),
    )


def _few(problems: Iterator[str]) -> Iterator[str]:
    for _number, problem in zip(range(3), problems, strict=False):
        yield problem
