"""Minutes of other systems that were read: until a clerk accepts them, and what was odd about them ever after."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committees.models import Committee, Session, User


class TextImportQuerySet(models.QuerySet["TextImport"]):
    """Imports, by what is to be done with them."""

    def pending(self) -> "TextImportQuerySet":
        """Those that wait for a clerk."""
        return self.filter(accepted_at__isnull=True)


class TextImport(models.Model):
    """A file that was read, with the draft of what it says (Übernahme einer Niederschrift).

    The draft (`importing/texts/draft.py`) holds every paragraph of the source, with warnings and what stayed unread.
    Accepted, it stays: it says where the record of its session comes from.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    committee = models.ForeignKey(
        Committee, on_delete=models.PROTECT, related_name="text_imports", verbose_name=_("committee")
    )
    file_name = models.CharField(_("file"), max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64)
    draft = models.JSONField(_("reading"))
    version = models.PositiveIntegerField(_("version"), default=1)
    read_at = models.DateTimeField(_("read at"))
    read_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("read by"))
    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="text_imports",
        verbose_name=_("session"),
    )
    accepted_at = models.DateTimeField(_("accepted at"), null=True, blank=True)
    accepted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("accepted by")
    )

    objects = TextImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("imported text")
        verbose_name_plural = _("imported texts")
        ordering = ["-read_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["committee", "sha256"], name="text_import_of_a_file_once"),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, session__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, session__isnull=False, accepted_by__isnull=False),
                name="text_import_accepted_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        """The page on which it is corrected."""
        return reverse("minutes:text-import", args=[self.pk])
