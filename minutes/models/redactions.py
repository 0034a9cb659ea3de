"""What is taken out of the published version of minutes."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models import Session, User

# What the mark in the published version says, in the language of the record.
_GROUNDS = {
    "personal": "personenbezogene Daten",
    "secret": "Betriebs- oder Geschäftsgeheimnis",
    "confidential": "Verschwiegenheitspflicht",
}


class Redaction(models.Model):
    """A passage that the published version leaves out, with the ground that its mark gives (Schwärzung).

    It says nothing about the signed text, which stays as it is. `target` is the key of the contribution, or of the
    agenda item; `occurrence` counts from 1, and 0 means every one.
    """

    class Kind(models.TextChoices):
        CONTRIBUTION = "contribution", _("contribution")
        RESOLUTION = "resolution", _("resolution")
        TITLE = "title", _("title")
        GROUND = "ground", _("recusal")
        NOTE = "note", _("note")

    class Ground(models.TextChoices):
        PERSONAL = "personal", _("personal data")
        SECRET = "secret", _("trade or business secret")
        CONFIDENTIAL = "confidential", _("duty of confidentiality")
        OTHER = "other", _("another ground")

    session = models.ForeignKey(
        Session,
        on_delete=models.CASCADE,
        related_name="redactions",
        verbose_name=_("session"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    target = models.UUIDField(_("key of the text"))
    passage = models.TextField(_("passage"))
    occurrence = models.PositiveSmallIntegerField(_("occurrence"), default=0)
    ground = models.CharField(_("ground"), max_length=20, choices=Ground, default=Ground.PERSONAL)
    norm = models.CharField(_("norm or wording"), max_length=120, blank=True)
    made_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="redactions",
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)

    class Meta:
        verbose_name = _("redaction")
        verbose_name_plural = _("redactions")
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(passage=""),
                name="redaction_has_passage",
                violation_error_message=_("Name the passage that is to be removed."),
            ),
            models.CheckConstraint(
                condition=~Q(ground="other") | ~Q(norm=""),
                name="redaction_other_ground_is_named",
                violation_error_message=_("Name the other ground."),
            ),
            models.UniqueConstraint(
                fields=["session", "kind", "target", "passage", "occurrence"],
                name="redaction_once",
                violation_error_message=_("This passage is redacted already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.passage[:60]}"

    @property
    def ground_text(self) -> str:
        """As the mark gives it: personenbezogene Daten, § 4 DSG NRW."""
        return ", ".join(filter(None, (_GROUNDS.get(self.ground, ""), self.norm)))
