"""What was resolved on an item, and to whom it is recommended."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees.models import AgendaItem, Committee, Versioned

from .choices import Outcome


class Decision(Versioned):
    """What was resolved on an item, and what became of the item (Beschluss).

    `outcome_text` keeps the wording of the record; empty, the profile's wording of the code is printed.
    """

    class Heading(models.TextChoices):
        RESOLUTION = "resolution", _("Beschluss")
        ELECTION = "election", _("Wahl")
        PROPOSAL = "proposal", _("Beschlussvorschlag")
        RECOMMENDATION = "recommendation", _("Beschlussempfehlung")

    item = models.OneToOneField(
        AgendaItem,
        on_delete=models.PROTECT,
        related_name="decision",
        verbose_name=_("item"),
    )
    heading = models.CharField(_("heading"), max_length=20, choices=Heading, default=Heading.RESOLUTION)
    resolution = models.TextField(_("text of the resolution"), blank=True)
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, default=Outcome.NONE)
    outcome_text = models.CharField(_("wording of the outcome"), max_length=200, blank=True)
    outcome_reason = models.CharField(
        _("reason for an outcome against the result"),
        max_length=300,
        blank=True,
        help_text=_("Wanted only if the outcome is not what the final vote says."),
    )

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=Outcome.values), name="decision_known_outcome"),
        ]

    def __str__(self) -> str:
        return f"{self.item}: {self.get_outcome_display()}"


class Recommendation(models.Model):
    """A committee to which a decision recommends its resolution, one after the other (Beratungsfolge)."""

    decision = models.ForeignKey(
        Decision,
        on_delete=models.CASCADE,
        related_name="recommendations",
        verbose_name=_("decision"),
    )
    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        related_name="recommended_decisions",
        verbose_name=_("committee"),
    )
    position = models.PositiveSmallIntegerField(_("order"))

    class Meta:
        verbose_name = _("recommendation")
        verbose_name_plural = _("recommendations")
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["decision", "committee"], name="recommendation_once"),
            models.UniqueConstraint(fields=["decision", "position"], name="recommendation_position_once"),
        ]

    def __str__(self) -> str:
        return str(self.committee)
