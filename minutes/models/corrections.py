"""The rows of what comes after publishing: objections to minutes, and corrections that follow from them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees.models import AgendaItem, Person, Session, User


class Objection(models.Model):
    """What somebody says is wrong in minutes (Einwendung). A later session decides on it, at an item of its agenda."""

    class Outcome(models.TextChoices):
        OPEN = "open", _("open")
        UPHELD = "upheld", _("upheld")
        DISMISSED = "dismissed", _("dismissed")
        WITHDRAWN = "withdrawn", _("withdrawn by who raised it")

    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        related_name="objections",
        verbose_name=_("session"),
    )
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="objections",
        verbose_name=_("agenda item"),
    )
    raised_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="objections", verbose_name=_("raised by")
    )
    raised_on = models.DateField(_("raised on"))
    is_late = models.BooleanField(_("late"), default=False, help_text=_("Raised after the days for objections."))
    text = models.TextField(_("objection"))
    outcome = models.CharField(_("outcome"), max_length=20, choices=Outcome, default=Outcome.OPEN)
    decided_at_item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decided_objections",
        verbose_name=_("decided at"),
    )
    entered_at = models.DateTimeField(_("entered at"))
    entered_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by"))

    class Meta:
        verbose_name = _("objection")
        verbose_name_plural = _("objections")
        ordering = ["raised_on", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="objection_has_text"),
            models.CheckConstraint(
                condition=~Q(outcome__in=["upheld", "dismissed"]) | Q(decided_at_item__isnull=False),
                name="objection_decided_at_an_item",
                violation_error_message=_("Name the item of a later session at which this was decided."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.raised_by}: {self.text[:60]}"


class Correction(models.Model):
    """A dated note that corrects signed minutes (Berichtigung); the signed text itself stays as it is."""

    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        related_name="corrections",
        verbose_name=_("session"),
    )
    objection = models.OneToOneField(
        Objection,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="correction",
        verbose_name=_("objection"),
    )
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="corrections",
        verbose_name=_("agenda item"),
        help_text=_("The item that is corrected. Empty: the minutes as a whole."),
    )
    text = models.TextField(_("text of the correction"))
    is_public = models.BooleanField(
        _("public"),
        default=False,
        help_text=_("Everybody reads it with the public part. A correction of a non-public item never is."),
    )
    made_on = models.DateField(_("dated"))
    made_at = models.DateTimeField(_("entered at"))
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by"))

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["made_on", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="correction_has_text")]

    def __str__(self) -> str:
        return self.text[:60]
