"""Bodies, legislative terms, factions and committees."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees import validators

from .profiles import RuleProfile


class Gender(models.TextChoices):
    """Grammatical gender of a name in the German sentences of the record."""

    MASCULINE = "m", _("masculine")
    FEMININE = "f", _("feminine")
    NEUTER = "n", _("neuter")


class Body(models.Model):
    """A county, town or municipality (Körperschaft: Kreis, Stadt, Gemeinde)."""

    key = models.SlugField(_("key"), max_length=20, unique=True, help_text=_("Short, for references: LKM."))
    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("As it heads the protocol: Kreis Musterland."),
    )
    office = models.CharField(
        _("issuing office"),
        max_length=120,
        blank=True,
        help_text=_("Second line of the protocol: Der Landrat."),
    )
    profile = models.ForeignKey(
        RuleProfile,
        on_delete=models.PROTECT,
        related_name="bodies",
        verbose_name=_("rule profile"),
    )

    class Meta:
        verbose_name = _("body")
        verbose_name_plural = _("bodies")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class LegislativeTerm(models.Model):
    """The time for which a council is elected (Wahlperiode)."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="terms", verbose_name=_("body"))
    name = models.CharField(_("name"), max_length=60)
    start = models.DateField(_("begins on"))
    end = models.DateField(_("ends on"), null=True, blank=True)

    class Meta:
        verbose_name = _("legislative term")
        verbose_name_plural = _("legislative terms")
        ordering = ["-start"]
        constraints = [
            models.UniqueConstraint(fields=["body", "name"], name="term_name_once"),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                name="term_ends_after_start",
                violation_error_message=_("The end must not lie before the beginning."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        other = validators.overlapping(self, LegislativeTerm.objects.filter(body_id=self.body_id))
        if other:
            raise ValidationError({"start": _("The time overlaps “%(other)s”.") % {"other": other}})


class Faction(models.Model):
    """Members of a party who work together in one term (Fraktion)."""

    term = models.ForeignKey(
        LegislativeTerm,
        on_delete=models.PROTECT,
        related_name="factions",
        verbose_name=_("legislative term"),
    )
    name = models.CharField(
        _("name"),
        max_length=120,
        help_text=_("As it heads the list: CDU-Kreistagsfraktion."),
    )
    short_name = models.CharField(_("short name"), max_length=40)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("faction")
        verbose_name_plural = _("factions")
        ordering = ["term", "position", "name"]
        constraints = [models.UniqueConstraint(fields=["term", "name"], name="faction_name_once")]

    def __str__(self) -> str:
        return self.name


class CommitteeQuerySet(models.QuerySet["Committee"]):
    """Committees, as lists want them."""

    def active_on(self, day: Any) -> "CommitteeQuerySet":
        return self.filter(Q(end__isnull=True) | Q(end__gte=day), start__lte=day)


class Committee(models.Model):
    """A council or one of its committees (Gremium: Kreistag, Kreisausschuss, Ausschuss)."""

    class Kind(models.TextChoices):
        COUNCIL = "council", _("council")
        MAIN = "main", _("main committee")
        COMMITTEE = "committee", pgettext_lazy("kind", "committee")

    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        related_name="committees",
        verbose_name=_("body"),
    )
    name = models.CharField(_("name"), max_length=160)
    short_name = models.SlugField(
        _("short name"),
        max_length=20,
        help_text=_("For references: IntA in IntA/7/2026."),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.COMMITTEE)
    noun = models.CharField(
        _("noun"),
        max_length=60,
        default="Ausschuss",
        help_text=_("In “der Ausschuss ist beschlussfähig”."),
    )
    gender = models.CharField(_("grammatical gender"), max_length=1, choices=Gender, default=Gender.MASCULINE)
    chair_title_m = models.CharField(_("title of a chairman"), max_length=60, default="Ausschussvorsitzender")
    chair_title_f = models.CharField(_("title of a chairwoman"), max_length=60, default="Ausschussvorsitzende")
    seats = models.PositiveSmallIntegerField(
        _("seats with a vote"),
        help_text=_("The statutory or decided number; each new session takes it over."),
    )
    start = models.DateField(_("exists since"))
    end = models.DateField(_("exists until"), null=True, blank=True)

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        verbose_name = _("committee")
        verbose_name_plural = _("committees")
        ordering = ["body", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "short_name"],
                name="committee_short_name_once",
                violation_error_message=_("The body already has a committee with this short name."),
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1),
                name="committee_has_seats",
                violation_error_message=_("A committee has at least one seat."),
            ),
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                name="committee_ends_after_start",
                violation_error_message=_("The end must not lie before the beginning."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
