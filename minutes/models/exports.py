"""Exports of many documents: what was asked for, how far it is, and where the result lies."""

import datetime
import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees.models import Body, Committee, User

from .jobs import Job, JobQuerySet
from .publications import Audience


class ExportJob(Job):
    """Many documents as one archive, or everything of a body, made in the background (Sammelexport).

    Where `body` is set, it is the archive of that body (`minutes/archive`), and period and kinds say nothing.

    `problems` are plain dicts: reference, kind, item, sentence.
    """

    class State(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("export", "waiting")
        RUNNING = "running", pgettext_lazy("export", "in work")
        DONE = "done", pgettext_lazy("export", "finished")
        FAILED = "failed", pgettext_lazy("export", "failed")
        CANCELLED = "cancelled", pgettext_lazy("export", "cancelled")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="exports", verbose_name=_("who"))
    language = models.CharField(_("language"), max_length=10, default="de")
    body = models.ForeignKey(
        Body,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("everything of"),
    )
    committees = models.ManyToManyField(Committee, related_name="+", verbose_name=_("committees"))
    since = models.DateField(_("from"))
    until = models.DateField(_("until"))
    kinds = models.JSONField(_("kinds of documents"))
    format = models.CharField(_("format"), max_length=20)
    audience = models.CharField(_("version"), max_length=20, choices=Audience)

    state = models.CharField(_("state"), max_length=20, choices=State, default=State.QUEUED)
    total = models.PositiveIntegerField(_("number of documents"), default=0)
    done = models.PositiveIntegerField(_("made"), default=0)
    problems = models.JSONField(_("what could not be made"), default=list)
    failure = models.TextField(_("why it failed"), blank=True)

    file = models.CharField(_("file"), max_length=100, blank=True)
    documents = models.PositiveIntegerField(_("documents in the archive"), default=0)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)

    objects: ClassVar[JobQuerySet["ExportJob"]] = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["owner", "-created_at"], name="export_of_owner")]
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="export_period_in_order"),
            models.CheckConstraint(
                condition=Q(state="done", finished_at__isnull=False) & ~Q(file="") | ~Q(state="done") & Q(file=""),
                name="export_done_has_file",
            ),
        ]

    def __str__(self) -> str:
        what = _("archive") if self.body_id else self.period
        return f"{what}, {self.get_audience_display()}"

    def get_absolute_url(self) -> str:
        return reverse("minutes:export-detail", args=[self.pk])

    @property
    def period(self) -> str:
        """2026, where it is a calendar year; else 01.03.2026 – 30.06.2026."""
        if self._is_year:
            return str(self.since.year)
        return f"{self.since:%d.%m.%Y} – {self.until:%d.%m.%Y}"

    @property
    def download_name(self) -> str:
        """IntA-2026-public.zip, of several committees documents-2026-public.zip, of a body LKM-…. One query."""
        if self.body_id:
            return f"{self.body.key}-{self.audience}-{timezone.localdate(self.created_at)}.zip"
        names = list(self.committees.order_by().values_list("short_name", flat=True)[:2])
        whose = names[0].replace("/", "-") if len(names) == 1 else "documents"
        period = str(self.since.year) if self._is_year else f"{self.since}-{self.until}"
        return f"{whose}-{period}-{self.audience}.zip"

    @property
    def kept_until(self) -> datetime.datetime | None:
        """When it will be deleted."""
        return self.finished_at and self.finished_at + datetime.timedelta(days=settings.EXPORT_DAYS)

    @property
    def _is_year(self) -> bool:
        year = self.since.year
        return (self.since, self.until) == (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
