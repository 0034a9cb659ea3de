"""Papers and attached files. Non-public until somebody says otherwise."""

import re
import uuid
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .bodies import Body


class Paper(models.Model):
    """A document with a number on which a committee deliberates (Vorlage, Antrag, Anfrage)."""

    class Kind(models.TextChoices):
        PROPOSAL = "proposal", _("proposal of the administration")
        MOTION = "motion", _("motion")
        INQUIRY = "inquiry", _("inquiry")
        REPORT = "report", _("report")

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="papers", verbose_name=_("body"))
    reference = models.CharField(_("number"), max_length=40)
    title = models.CharField(_("title"), max_length=700)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.PROPOSAL)
    date = models.DateField(_("date"), null=True, blank=True)
    originator = models.CharField(_("originator"), max_length=160, blank=True)
    is_public = models.BooleanField(_("public"), default=False)

    class Meta:
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        ordering = ["-date", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "reference"],
                name="paper_reference_once",
                violation_error_message=_("There already is a paper with this number."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def clean(self) -> None:
        pattern = self.body.profile.paper_number_pattern if self.body_id else ""
        if pattern and self.reference and not re.fullmatch(pattern, self.reference):
            raise ValidationError({"reference": _("The number does not follow the pattern of the body.")})


def storage_name(attachment: "Attachment", filename: str) -> str:
    """A random name: the original one would tell what is inside."""
    return f"attachments/{uuid.uuid4()}{PurePath(filename).suffix.lower()}"


class Attachment(models.Model):
    """A file to a paper, or an annex to the minutes of a session (Anlage). An annex may exist on paper only."""

    paper = models.ForeignKey(
        Paper,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="attachments",
        verbose_name=_("paper"),
    )
    session = models.ForeignKey(
        "committees.Session",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="annexes",
        verbose_name=_("session"),
    )
    item = models.ForeignKey(
        "committees.AgendaItem",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="annexes",
        verbose_name=_("agenda item"),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=1)
    title = models.CharField(_("title"), max_length=200)
    note = models.CharField(_("note"), max_length=120, blank=True, help_text=_("nur dem Original beigefügt"))
    file = models.FileField(_("file"), upload_to=storage_name, blank=True)
    is_public = models.BooleanField(_("public"), default=False)

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(paper__isnull=False, session__isnull=True, item__isnull=True)
                | Q(paper__isnull=True, session__isnull=False),
                name="attachment_of_paper_or_session",
                violation_error_message=_("A file belongs to a paper or to a session, not to both."),
            )
        ]

    def __str__(self) -> str:
        return self.title
