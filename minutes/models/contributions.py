"""What was said, paragraph by paragraph."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees.models import AgendaItem, Attendance, User, Versioned


class Contribution(Versioned):
    """One printed paragraph of the debate (Wortbeitrag), with a speaker mark ⟨Ktabg. Kohaus⟩ at any place.

    A speech without a mark goes on for the speaker before. Procedure and notes belong to nobody.
    """

    class Kind(models.TextChoices):
        SPEECH = "speech", _("speech")
        PROCEDURE = "procedure", _("procedure")
        NOTE = "note", _("note")

    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        related_name="contributions",
        verbose_name=_("agenda item"),
    )
    position = models.PositiveSmallIntegerField(_("order"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.SPEECH)
    text = models.TextField(_("text"))
    saved_at = models.DateTimeField(_("saved at"), null=True, blank=True, editable=False)
    saved_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="contributions",
        verbose_name=_("saved by"),
    )

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ["item__position", "position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="contribution_position_once"),
            models.CheckConstraint(condition=~Q(text=""), name="contribution_has_text"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Speaker(models.Model):
    """Whom the n-th mark of a contribution names, and in what role he or she spoke (Redner/in)."""

    contribution = models.ForeignKey(
        Contribution,
        on_delete=models.CASCADE,
        related_name="speakers",
        verbose_name=_("contribution"),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=1)
    attendance = models.ForeignKey(
        Attendance,
        on_delete=models.PROTECT,
        related_name="speeches",
        verbose_name=_("person"),
    )
    role = models.CharField(_("role"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("speaker")
        verbose_name_plural = _("speakers")
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["contribution", "position"], name="speaker_position_once")]

    def __str__(self) -> str:
        return f"{self.role} {self.attendance.person.short_name}".strip()
