"""What councillors write for themselves."""

from datetime import timedelta
from typing import Any

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models import User, Versioned

KEPT_AFTER_DELETION = timedelta(days=7)
"""So long a deleted note can be brought back."""


class NoteQuerySet(models.QuerySet["Note"]):
    """Notes, always of one person."""

    def of(self, user: User) -> "NoteQuerySet":
        """Those that a user has written and not deleted."""
        return self.filter(owner=user, deleted_at__isnull=True)

    def deleted(self, user: User) -> "NoteQuerySet":
        """Those of a user that can still be brought back, the last one first."""
        rows = self.filter(owner=user, deleted_at__gt=timezone.now() - KEPT_AFTER_DELETION)
        return rows.order_by("-deleted_at", "pk")

    def forget_deleted(self) -> int:
        """Remove what was deleted long enough ago; how many there were."""
        return self.filter(deleted_at__lte=timezone.now() - KEPT_AFTER_DELETION).delete()[0]


class Note(Versioned):
    """What somebody notes on an agenda item for themselves alone (private Notiz). Nobody else reads it.

    It names session and item by their keys without referring to them: what the office deletes takes nobody's words
    along, and no list of what goes with a deletion tells of them. It goes with the account of its owner.
    """

    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+", verbose_name=_("whose"))
    session_key = models.UUIDField(_("key of the session"))
    item_key = models.UUIDField(_("key of the item"))
    text = models.TextField(_("note"), max_length=20_000)
    created_at = models.DateTimeField(_("made at"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)
    deleted_at = models.DateTimeField(_("deleted at"), null=True, blank=True)

    objects = NoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("private note")
        verbose_name_plural = _("private notes")
        ordering = ["-changed_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "item_key"], condition=Q(deleted_at__isnull=True), name="note_once_an_item"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="note_has_text"),
        ]

    def __str__(self) -> str:
        # The page that asks before an account is deleted names what goes with it; not a word of a note stands there.
        return str(_("private note"))

    def __repr__(self) -> str:
        return f"<Note {self.pk}>"

    @staticmethod
    def cleaned(text: Any) -> str:
        """A text as it is kept: lines end as everywhere, and databases store no NUL."""
        return str(text).replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n").strip()
