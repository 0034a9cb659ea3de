"""Room: minutes, the desk. Keep what a clerk types: one update where nothing stands against it, else look what does.

Words are always kept. Who speaks is a fact: a mark that names nobody, or somebody who can't have spoken, gets a warning
instead of a speaker.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from committees.models import AgendaItem, Revision, StaleVersion, User
from committees.permissions import recorded_committees
from minutes.desk import positions, room
from minutes.desk.history import last_revision, note
from minutes.desk.speaking import examined
from minutes.markup import SPEAKER_OPEN, speaker_marks
from minutes.models import Contribution, Speaker


@dataclass(frozen=True, slots=True)
class Typed:
    """One row as the browser sends it. `after`: behind which row a new one stands, "" first, None at the end."""

    key: UUID
    version: int
    kind: str
    text: str
    after: UUID | str | None = None
    checkpoint: bool = False
    restore: bool = False
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """What is stored now; `warnings` is None where the marks were not looked at again."""

    version: int
    text: str
    warnings: list[str] | None


class NotHere(Exception):
    """The key belongs to a row of another item, which is not told to anybody."""


class Refused(Exception):
    """Somebody else was first: `stored` is the row as it stands, or None if it was `deleted`."""

    def __init__(self, stored: Contribution | None, deleted: Revision | None) -> None:
        super().__init__("Somebody else was first.")
        self.stored, self.deleted = stored, deleted


def save_quickly(user: User, item: UUID, typed: Typed) -> bool:
    """Update the row in one statement, if version, kind and speaker marks are those stored and the user may record.

    One query. False says nothing about why not.
    """
    rows = Contribution.objects.filter(
        pk=typed.key,
        item=item,
        version=typed.version,
        kind=typed.kind,
        text__regex=_same_marks(typed.text),
        item__session__committee__in=recorded_committees(user),
        item__session__sealed_at__isnull=True,
    )
    changed = rows.update(text=typed.text, version=typed.version + 1, saved_at=timezone.now(), saved_by=user)
    return bool(changed)


@transaction.atomic
def save(user: User, item: AgendaItem, typed: Typed) -> Saved:
    """Create or update the row, find out who speaks, keep a revision at a checkpoint. The same save again is harmless.

    Raises Refused, or NotHere. `item` comes with its session and may be recorded by the user.
    """
    AgendaItem.objects.select_for_update().get(pk=item.pk)
    row = Contribution.objects.filter(pk=typed.key).select_related("saved_by__person").first()
    if row is None:
        row = _create(user, item, typed)
    elif row.item_id != item.pk:
        raise NotHere
    elif (row.text, row.kind) != (typed.text, typed.kind):
        if row.version != typed.version:
            raise Refused(row, None)
        if typed.chosen or typed.restore:
            # What is replaced on purpose may be somebody's words that no checkpoint has kept yet.
            note(row.saved_by, row)
        row.text, row.kind, row.saved_at, row.saved_by = typed.text, typed.kind, timezone.now(), user
        try:
            row.save_version(read_version=typed.version, update_fields=["text", "kind", "saved_at", "saved_by"])
        except StaleVersion as conflict:
            # The quick way takes no lock: it came in between.
            raise Refused(conflict.current, None) from conflict
    warnings = speak(row, room.read(item))
    _checkpoint(user, row, typed)
    return Saved(row.version, row.text, warnings)


@transaction.atomic
def remove(user: User, row: Contribution, version: int) -> Revision:
    """Delete a row as it was read, keeping a revision of it. Raises Refused if somebody changed it since."""
    AgendaItem.objects.select_for_update().get(pk=row.item_id)
    current = Contribution.objects.filter(pk=row.pk).select_related("saved_by__person").first()
    if current is None:
        deleted = last_revision(row)
        assert deleted is not None  # noqa: S101 - only `remove` deletes, and it keeps a revision
        return deleted
    if current.version != version:
        raise Refused(current, None)
    revision = note(user, row, reason=Revision.Reason.DELETED)
    current.delete()
    return revision


@transaction.atomic
def place(row: Contribution, after: UUID | str) -> None:
    """Put a row behind another one of its item, or first; unknown neighbours leave it where it is."""
    AgendaItem.objects.select_for_update().get(pk=row.item_id)
    rows = Contribution.objects.filter(item=row.item_id)
    keys = [key for key in rows.order_by("position").values_list("pk", flat=True) if key != row.pk]
    if after and after not in keys:
        return
    keys.insert(keys.index(after) + 1 if after else 0, row.pk)
    positions.arrange(rows, keys)


def speak(row: Contribution, people: room.Room) -> list[str]:
    """Write down whom the marks of a row name; the sentences for those that name nobody who can have spoken."""
    found = examined(row.text, row.kind, people)
    wanted = {n: mention for n, (mention, _problem) in enumerate(found, start=1) if mention}
    known = {speaker.position: speaker for speaker in row.speakers.all()}
    if {n: (s.attendance_id, s.role) for n, s in known.items()} != {
        n: (m.person.pk, m.role) for n, m in wanted.items()
    }:
        row.speakers.all().delete()
        Speaker.objects.bulk_create(
            Speaker(contribution=row, position=n, attendance=mention.person, role=mention.role)
            for n, mention in wanted.items()
        )
    return [problem for _mention, problem in found if problem]


def _create(user: User, item: AgendaItem, typed: Typed) -> Contribution:
    """A new row at its place; one that was deleted comes back only if that is asked for, to where it stood."""
    row = Contribution(
        id=typed.key, item=item, kind=typed.kind, text=typed.text, saved_at=timezone.now(), saved_by=user
    )
    earlier = last_revision(row)
    if earlier is not None and earlier.reason == Revision.Reason.DELETED:
        if not typed.restore:
            raise Refused(None, earlier)
        row.version = earlier.version + 1
    row.position = _position(item, typed.after, earlier)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        # A key that another item took at the same moment; within an item the lock lets nobody in between.
        raise NotHere from error
    return row


def _position(item: AgendaItem, after: UUID | str | None, earlier: Revision | None) -> int:
    """Behind the row that is named, or where it stood, where that one is not there (yet), or at the end."""
    rows = Contribution.objects.filter(item=item)
    if after == "":
        return positions.open_gap(rows, 1)
    before = rows.filter(pk=after).first() if after else None
    if before:
        return positions.open_gap(rows, before.position + 1)
    if earlier is not None:
        return positions.open_gap(rows, min(earlier.content["position"], positions.last(rows)))
    return positions.last(rows)


def _checkpoint(user: User, row: Contribution, typed: Typed) -> None:
    if typed.restore:
        note(user, row, reason=Revision.Reason.RESTORED)
    elif typed.chosen:
        note(user, row, reason=Revision.Reason.CHOSEN)
    elif typed.checkpoint:
        note(user, row, reason=Revision.Reason.WRITTEN)


def _same_marks(text: str) -> str:
    """A pattern for texts with the same speaker marks in the same order as this one, and no others."""
    marks = _escaped(speaker_marks(text))
    between = f"[^{SPEAKER_OPEN}]*"
    return "^" + between + "".join(f"{SPEAKER_OPEN}{mark}\u27e9{between}" for mark in marks) + "$"


def _escaped(marks: Iterable[str]) -> list[str]:
    """Both databases read a backslash before anything but a letter or digit as that character."""
    return [re.sub(r"([^\w])", r"\\\1", mark) for mark in marks]
