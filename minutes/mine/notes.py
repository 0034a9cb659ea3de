"""Room: minutes, own pages. The acts on private notes: keep, delete, bring back. Nobody's but the owner's."""

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from committees.models import User
from minutes.models import Note

LONGEST = 20_000
"""Characters of one note."""


class Contradicted(Exception):
    """The note was changed elsewhere since it was read; `stored` is what it says now."""

    def __init__(self, stored: Note) -> None:
        super().__init__("changed elsewhere")
        self.stored = stored


@dataclass(frozen=True, slots=True)
class Place:
    """The item that a note is about, by the keys of session and item."""

    session: UUID
    item: UUID


def at(user: User, place: Place) -> Note | None:
    """The user's note on an item."""
    return Note.objects.of(user).filter(session_key=place.session, item_key=place.item).first()


def had(user: User, place: Place) -> bool:
    """Whether the user has, or had, a note there: who wrote one may go on writing it."""
    return Note.objects.filter(owner=user, session_key=place.session, item_key=place.item).exists()


@transaction.atomic
def keep(user: User, place: Place, *, text: str, version: int) -> Note:
    """Write the note; `version` is the one that was read, 0 where there was none. Raises Contradicted.

    Sent twice, it is kept once. Deleted elsewhere meanwhile, it is written anew: the words are not lost.
    """
    note = at(user, place)
    if note is None:
        try:
            with transaction.atomic():
                return Note.objects.create(owner=user, session_key=place.session, item_key=place.item, text=text)
        except IntegrityError:
            # Another page of the user was quicker.
            note = Note.objects.of(user).get(item_key=place.item)
    if note.text == text:
        return note
    values = {"text": text, "changed_at": timezone.now(), "version": version + 1}
    if not Note.objects.of(user).filter(pk=note.pk, version=version).update(**values):
        raise Contradicted(Note.objects.get(pk=note.pk))
    return Note.objects.get(pk=note.pk)


def delete(note: Note) -> None:
    """Take a note away; for some days it can be brought back."""
    Note.objects.filter(pk=note.pk, deleted_at__isnull=True).update(deleted_at=timezone.now())


@transaction.atomic
def bring_back(note: Note) -> Note:
    """Undo a deletion. If something new was written on the item since, the old words follow the new ones."""
    current = Note.objects.filter(owner=note.owner_id, item_key=note.item_key, deleted_at__isnull=True)
    newer = current.select_for_update(of=("self",)).first()
    if newer is None:
        Note.objects.filter(pk=note.pk).update(deleted_at=None, version=note.version + 1)
        return Note.objects.get(pk=note.pk)
    if note.text not in newer.text:
        newer.text = f"{newer.text}\n\n{note.text}"
        newer.changed_at = timezone.now()
        newer.save_version(read_version=newer.version, update_fields=["text", "changed_at"])
    note.delete()
    return newer
