"""What the open data interface OParl answers with: projected from publications, never a fact.

`manage.py rebuild` makes all of it anew.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Pages and counts of a list are read from its index alone.
_STATE = ("modified", "created", "visible_from", "visible_until", "is_deleted")


class OparlObjectQuerySet(models.QuerySet["OparlObject"]):
    """States of objects, by time."""

    def current(self) -> "OparlObjectQuerySet":
        """The state in which each object is now, if it is known already."""
        now = timezone.now()
        return self.filter(Q(visible_until__isnull=True) | Q(visible_until__gt=now), visible_from__lte=now)


class OparlObject(models.Model):
    """A state of an object of OParl: what it is now, or will be from the moment for which an edition is dated.

    `path` is the end of its address and never changes: meeting/5f0c…; `parent` that of the object in which it is
    embedded as `field`, `root` that of the outermost one. `data` is a JSON object without what rows have columns for;
    addresses in it begin with a mark (see `minutes.oparl.addresses`). `content` names the bytes of a file.
    """

    kind = models.CharField(_("kind"), max_length=20)
    path = models.CharField(_("path"), max_length=200)
    body = models.CharField(_("body"), max_length=60, blank=True)
    organization = models.CharField(_("committee"), max_length=100, blank=True)
    parent = models.CharField(_("parent"), max_length=200, blank=True)
    root = models.CharField(_("outermost parent"), max_length=200, blank=True)
    field = models.CharField(_("field of the parent"), max_length=20, blank=True)
    position = models.PositiveIntegerField(_("position"), default=0)
    source = models.CharField(_("source"), max_length=60, db_index=True)
    created = models.DateTimeField(_("created"))
    modified = models.DateTimeField(_("modified"))
    visible_from = models.DateTimeField(_("to be read from"))
    visible_until = models.DateTimeField(_("to be read until"), null=True, blank=True)
    is_deleted = models.BooleanField(_("deleted"), default=False)
    data = models.TextField(_("content"))
    content = models.CharField(_("bytes of the file"), max_length=100, blank=True)
    publication = models.PositiveBigIntegerField(_("publication"), null=True, blank=True)

    objects = OparlObjectQuerySet.as_manager()

    class Meta:
        verbose_name = _("object of OParl")
        verbose_name_plural = _("objects of OParl")
        constraints = [models.UniqueConstraint(fields=["path", "visible_from"], name="oparl_state_once")]
        indexes = [
            models.Index(fields=["kind", "body", "path", *_STATE], name="oparl_of_body"),
            models.Index(fields=["kind", "organization", "path", *_STATE], name="oparl_of_organization"),
            models.Index(fields=["parent"], name="oparl_of_parent"),
            models.Index(fields=["root"], name="oparl_of_root"),
        ]

    def __str__(self) -> str:
        return self.path
