"""What every room writes: rows with a client-made key and a version, and what they said at earlier checkpoints."""

import uuid
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class StaleVersion(Exception):
    """Somebody saved the row after this version was read; `current` is the row as it now stands."""

    def __init__(self, current: models.Model) -> None:
        super().__init__(f"{current._meta.label} {current.pk} was changed by somebody else")
        self.current = current


class Versioned(models.Model):
    """A row that may be created by a browser while somebody types: saved again, it is the same row.

    `save_version` writes only if nobody saved in between.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        abstract = True

    def save_version(self, *, read_version: int, update_fields: list[str]) -> Self:
        """Write `update_fields` if the stored row still has `read_version`; raise StaleVersion otherwise."""
        values: dict[str, Any] = {name: getattr(self, self._meta.get_field(name).attname) for name in update_fields}
        rows = type(self)._default_manager.filter(pk=self.pk, version=read_version)
        if not rows.update(**values, version=read_version + 1):
            raise StaleVersion(type(self)._default_manager.get(pk=self.pk))
        self.version = read_version + 1
        return self


class Revision(models.Model):
    """What a row said at a checkpoint (Textstand): to compare, to restore, and to know that it was deleted.

    Only here lives text that somebody took out again; retention rules may delete these rows.
    """

    class Reason(models.TextChoices):
        WRITTEN = "written", _("written")
        DELETED = "deleted", _("deleted")
        RESTORED = "restored", _("restored")
        CHOSEN = "chosen", _("chosen from two texts")

    session = models.ForeignKey(
        "committees.Session",
        on_delete=models.CASCADE,
        related_name="revisions",
        verbose_name=_("session"),
    )
    model = models.CharField(_("kind of row"), max_length=60, help_text=_("For example: minutes.contribution"))
    key = models.UUIDField(_("key of the row"))
    version = models.PositiveIntegerField(_("version"))
    content = models.JSONField(_("content"))
    reason = models.CharField(_("reason"), max_length=20, choices=Reason, default=Reason.WRITTEN)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    made_by = models.ForeignKey(
        "committees.User",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="revisions",
        verbose_name=_("made by"),
    )

    class Meta:
        verbose_name = _("revision")
        verbose_name_plural = _("revisions")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["model", "key", "-made_at"], name="revision_of_row")]

    def __str__(self) -> str:
        return f"{self.model} {self.version}, {self.get_reason_display()}"
