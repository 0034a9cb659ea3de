"""Imports from other systems: each run with what became of it, and which of their objects is which row here."""

import uuid
from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees.models import User

from .jobs import Job, JobQuerySet


class ImportRun(Job):
    """One reading of another system's public data, from its address or a folder (Übernahme).

    `cursor` says where it goes on, `counts` what became of the objects of each type: {"Meeting": {"new": 3, …}}. Both
    are written with what they count, in one transaction.
    """

    class State(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("import", "waiting")
        RUNNING = "running", pgettext_lazy("import", "in work")
        DONE = "done", pgettext_lazy("import", "finished")
        FAILED = "failed", pgettext_lazy("import", "failed")
        CANCELLED = "cancelled", pgettext_lazy("import", "cancelled")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    source = models.CharField(_("source"), max_length=500)
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="imports", verbose_name=_("started by"))
    language = models.CharField(_("language"), max_length=10, default="de")
    options = models.JSONField(_("options"), default=dict)

    state = models.CharField(_("state"), max_length=20, choices=State, default=State.QUEUED)
    stage = models.CharField(_("stage"), max_length=20, default="fetch")
    cursor = models.JSONField(_("where it goes on"), default=dict)
    counts = models.JSONField(_("what became of the objects"), default=dict)
    read = models.PositiveIntegerField(_("objects read"), default=0)
    total = models.PositiveIntegerField(_("objects to be stored"), default=0)
    done = models.PositiveIntegerField(_("objects stored"), default=0)
    failure = models.TextField(_("why it failed"), blank=True)

    objects: ClassVar[JobQuerySet["ImportRun"]] = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["source", "-created_at"], name="import_of_source")]

    def __str__(self) -> str:
        return self.source

    def get_absolute_url(self) -> str:
        return reverse("minutes:import-detail", args=[self.pk])


class ImportedObject(models.Model):
    """An object of another system: what was read of it last, and which row here it became (übernommenes Objekt).

    `external_id` is its address there. `parent` is the object in which it stands, `root` the outermost one, which is
    stored with all its parts. `digest` is the hash of `payload`; `is_pending`: that is not stored yet. `written` holds
    what was stored in the row, so that a change made here is seen and kept. `is_wanted`: it was named, not yet read.
    """

    class Outcome(models.TextChoices):
        NEW = "new", pgettext_lazy("imported object", "new")
        CHANGED = "changed", pgettext_lazy("imported object", "changed")
        UNCHANGED = "unchanged", pgettext_lazy("imported object", "unchanged")
        SKIPPED = "skipped", pgettext_lazy("imported object", "skipped")
        GONE = "gone", pgettext_lazy("imported object", "gone")

    source = models.CharField(_("source"), max_length=500)
    external_id = models.CharField(_("address there"), max_length=500, unique=True)
    kind = models.CharField(_("type"), max_length=20, blank=True)
    body = models.CharField(_("body there"), max_length=500, blank=True)
    parent = models.CharField(_("part of"), max_length=500, blank=True)
    root = models.CharField(_("stored with"), max_length=500, blank=True, db_index=True)
    position = models.PositiveIntegerField(_("position"), default=0)
    moment = models.DateTimeField(_("when it takes place"), null=True, blank=True)
    modified = models.DateTimeField(_("changed there"), null=True, blank=True)
    payload = models.TextField(_("what was read"), default="{}")
    digest = models.CharField(_("hash"), max_length=64, blank=True)
    is_embedded = models.BooleanField(_("read inside another object"), default=False)
    is_deleted = models.BooleanField(_("deleted there"), default=False)
    is_wanted = models.BooleanField(_("still to be read"), default=False)
    is_pending = models.BooleanField(_("still to be stored"), default=False)
    is_stored = models.BooleanField(_("stored before"), default=False)

    row_table = models.CharField(_("table of our row"), max_length=60, blank=True)
    row_key = models.CharField(_("key of our row"), max_length=36, blank=True)
    written = models.TextField(_("what was stored"), blank=True)

    run = models.ForeignKey(
        ImportRun,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="seen",
        verbose_name=_("last seen by"),
    )
    outcome = models.CharField(_("what became of it"), max_length=20, choices=Outcome, blank=True)
    seen_at = models.DateTimeField(_("last seen at"), default=timezone.now)

    class Meta:
        verbose_name = _("imported object")
        verbose_name_plural = _("imported objects")
        indexes = [
            models.Index(
                fields=["kind", "moment", "external_id"], name="imported_pending", condition=models.Q(is_pending=True)
            ),
            models.Index(fields=["id"], name="imported_wanted", condition=models.Q(is_wanted=True)),
            models.Index(fields=["run", "kind", "outcome"], name="imported_in_run"),
            models.Index(fields=["row_table", "row_key"], name="imported_as_row"),
        ]

    def __str__(self) -> str:
        return self.external_id


class ImportProblem(models.Model):
    """Why something of a run was skipped, or what was odd about it: a sentence for the report."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="problems", verbose_name=_("import"))
    kind = models.CharField(_("type"), max_length=20, blank=True)
    external_id = models.CharField(_("address there"), max_length=500, blank=True)
    is_skipped = models.BooleanField(_("was skipped"), default=True)
    reason = models.CharField(_("reason"), max_length=500)

    class Meta:
        verbose_name = _("problem of an import")
        verbose_name_plural = _("problems of imports")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "external_id", "reason"], name="import_problem_once"),
        ]

    def __str__(self) -> str:
        return self.reason
