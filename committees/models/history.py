"""What every room writes: rows with a client-made key and a version, what they said earlier, and who did what."""

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


ACTS = {
    "submitted": _("submitted for review"),
    "taken_back": _("taken back to work"),
    "remarked": _("remark made"),
    "settled": _("remark settled"),
    "gap_reasoned": _("reason for a gap given"),
    "sealed": _("text sealed"),
    "signed": _("signed"),
    "refused": _("signature refused"),
    "completed": _("signed by all"),
    "published": _("published"),
    "withdrawn": _("publication withdrawn"),
    "objected": _("objection raised"),
    "decided": _("objection decided"),
    "corrected": _("correction noted"),
    "redacted": _("passage redacted"),
    "redaction_removed": _("redaction removed"),
    "invited": _("account invited"),
    "second_factor_reset": _("second factor reset"),
    "created": _("entry created"),
    "changed": _("entry changed"),
    "deleted": _("entry deleted"),
    "exported": _("documents exported"),
    "export_fetched": _("export of somebody else fetched"),
    "archive_imported": _("archive of a body imported"),
    "imported": _("data of another system imported"),
    "vote_closed": _("result of a vote established"),
    "vote_reopened": _("vote opened again"),
}
"""What the acts are called; a room above may note others."""


class AuditEvent(models.Model):
    """An act, with who did it and when, chained to the one before by its hash (Protokollereignis).

    Written by `audit.note` alone; the database refuses change and removal. Of master data it tells the values before
    and after (`recording.py`). No text of the minutes stands here, only hashes of it: what retention rules delete
    elsewhere leaves the chain whole. Who wrote which text is in `Revision`.
    """

    number = models.PositiveBigIntegerField(_("number"), primary_key=True)
    at = models.DateTimeField(_("at"))
    actor = models.ForeignKey(
        "committees.User",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="audit_events",
        verbose_name=_("who"),
        help_text=_("Empty: a command of the operators."),
    )
    act = models.CharField(_("act"), max_length=60)
    subject = models.CharField(_("what"), max_length=100, help_text=_("For example: committees.session:…"))
    facts = models.TextField(_("facts"), help_text=_("Canonical JSON: states, reasons as hashes, hashes of records."))
    previous = models.CharField(_("hash of the event before"), max_length=64, blank=True)
    sha256 = models.CharField("SHA-256", max_length=64, unique=True)

    class Meta:
        verbose_name = _("audit event")
        verbose_name_plural = _("audit events")
        ordering = ["number"]
        indexes = [models.Index(fields=["subject", "number"], name="audit_of_subject")]

    def __str__(self) -> str:
        return f"{self.number}: {self.act} ({self.subject})"

    @property
    def act_label(self) -> str:
        """The act in words; one that has none is named as it is stored."""
        return str(ACTS.get(self.act, self.act))


class AuditHead(models.Model):
    """Where the chain of audit events ends: one row, which writers lock, and which shows that the last was removed."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    number = models.PositiveBigIntegerField(_("number"), default=0)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)

    class Meta:
        verbose_name = _("end of the audit chain")
        verbose_name_plural = _("end of the audit chain")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_head_is_one")]

    def __str__(self) -> str:
        return f"{self.number}: {self.sha256[:12]}"
