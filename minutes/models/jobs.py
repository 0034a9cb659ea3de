"""Work that takes long and goes on a step at a time: who is at it, and whether somebody else may take it over."""

import datetime
from typing import Self, TypeVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

OPEN = ("queued", "running")
"""The states of a job that is not over."""

_Row = TypeVar("_Row", bound="Job")


class JobQuerySet(models.QuerySet[_Row]):
    """Jobs, by what is to be done with them."""

    def open(self) -> Self:
        """Those that are not over."""
        return self.filter(state__in=OPEN)

    def over(self) -> Self:
        return self.exclude(state__in=OPEN)


class Job(models.Model):
    """Whoever works on it holds its `claim`, and gives a sign of life by its `heartbeat` (`minutes/bulk/claims.py`)."""

    claim = models.CharField(_("held by"), max_length=36, blank=True)
    takeovers = models.PositiveIntegerField(_("workers lost since the last step"), default=0)
    heartbeat = models.DateTimeField(_("last sign of life"), default=timezone.now)
    created_at = models.DateTimeField(_("asked for at"), default=timezone.now)
    started_at = models.DateTimeField(_("started at"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)

    state: models.CharField[str, str]

    class Meta:
        abstract = True

    @property
    def is_over(self) -> bool:
        return self.state not in OPEN

    @property
    def is_stale(self) -> bool:
        """Whether nobody has worked on it for so long that another one may."""
        return self.heartbeat < timezone.now() - datetime.timedelta(seconds=settings.EXPORT_STALE_SECONDS)

    @property
    def is_free(self) -> bool:
        """Whether somebody may begin or go on with it now: nobody holds it, or whoever did is gone."""
        return not self.is_over and (self.claim == "" or self.is_stale)
