"""Exports of many documents: what was asked for, how far it is, and where the result lies."""

import datetime
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees.models import Body, Committee, User

from .publications import Audience


class ExportQuerySet(models.QuerySet["ExportJob"]):
    """Exports, by what is to be done with them."""

    def open(self) -> "ExportQuerySet":
        """Those that are not over."""
        return self.filter(state__in=ExportJob.OPEN)

    def over(self) -> "ExportQuerySet":
        return self.exclude(state__in=ExportJob.OPEN)


class ExportJob(models.Model):
    """Many documents as one archive, or everything of a body, made in the background (Sammelexport).

    Where `body` is set, it is the archive of that body (`minutes/archive`), and period and kinds say nothing.

    Whoever works on it holds its `claim`, and gives a sign of life by its `heartbeat`; see `minutes/bulk/claims.py`.
    `problems` are plain dicts: reference, kind, item, sentence.
    """

    class State(models.TextChoices):
        QUEUED = "queued", pgettext_lazy("export", "waiting")
        RUNNING = "running", pgettext_lazy("export", "in work")
        DONE = "done", pgettext_lazy("export", "finished")
        FAILED = "failed", pgettext_lazy("export", "failed")
        CANCELLED = "cancelled", pgettext_lazy("export", "cancelled")

    OPEN = (State.QUEUED, State.RUNNING)

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

    claim = models.CharField(_("held by"), max_length=36, blank=True)
    takeovers = models.PositiveIntegerField(_("workers lost since the last document"), default=0)
    heartbeat = models.DateTimeField(_("last sign of life"), default=timezone.now)
    created_at = models.DateTimeField(_("asked for at"), default=timezone.now)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    file = models.CharField(_("file"), max_length=100, blank=True)
    documents = models.PositiveIntegerField(_("documents in the archive"), default=0)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True)

    objects = ExportQuerySet.as_manager()

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
    def is_over(self) -> bool:
        return self.state not in self.OPEN

    @property
    def is_stale(self) -> bool:
        """Whether nobody has worked on it for so long that another one may."""
        return self.heartbeat < timezone.now() - datetime.timedelta(seconds=settings.EXPORT_STALE_SECONDS)

    @property
    def is_free(self) -> bool:
        """Whether somebody may begin or go on with it now: nobody holds it, or whoever did is gone."""
        return not self.is_over and (self.claim == "" or self.is_stale)

    @property
    def kept_until(self) -> datetime.datetime | None:
        """When it will be deleted."""
        return self.finished_at and self.finished_at + datetime.timedelta(days=settings.EXPORT_DAYS)

    @property
    def _is_year(self) -> bool:
        year = self.since.year
        return (self.since, self.until) == (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
