"""Bodies with their rules, legislative terms, factions and committees."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees import validators


class Gender(models.TextChoices):
    """Grammatical gender of a name in the German sentences of the record."""

    MASCULINE = "m", _("masculine")
    FEMININE = "f", _("feminine")
    NEUTER = "n", _("neuter")


class RuleProfile(models.Model):
    """The rules in which Länder and councils differ (Regelprofil), with the NRW default. Source: DOMAIN.md 4 and 5."""

    class Quorum(models.TextChoices):
        MORE_THAN_HALF = "more_than_half", _("more than half of the statutory members")
        AT_LEAST_HALF = "at_least_half", _("at least half of the statutory members")

    class Unanimity(models.TextChoices):
        UNANIMOUS = "unanimous", _("“einstimmig bei n Enthaltungen”")
        LINES = "lines", _("the counts, a line each")
        MAJORITY = "majority", _("“bei n Enthaltungen mehrheitlich”")

    class CountsStyle(models.TextChoices):
        LINES = "lines", _("a line each: 5 JA-Stimmen / 2 NEIN-Stimmen")
        SENTENCE = (
            "sentence",
            _("a sentence: mit 5 Ja-Stimmen gegen 2 Nein-Stimmen angenommen"),
        )

    class Numbering(models.TextChoices):
        CONTINUOUS = "continuous", _("continuous: 1, 2, … through both parts")
        BY_PART = "by_part", _("by part: Ö 1, Ö 2, … N 1")

    class Signatory(models.TextChoices):
        CHAIR = "chair", _("chair")
        MINUTE_TAKER = "minute_taker", _("minute-taker")
        CO_SIGNER = "co_signer", _("member who signs too")
        SECOND_CO_SIGNER = "second_co_signer", _("second member who signs too")

    name = models.CharField(_("name"), max_length=100, unique=True)
    quorum_kind = models.CharField(_("quorum"), max_length=20, choices=Quorum, default=Quorum.MORE_THAN_HALF)
    council_members_must_outnumber = models.BooleanField(
        _("council members must outnumber expert citizens"),
        default=True,
        help_text=_("For the quorum of committees, not of the council."),
    )
    abstention_allowed = models.BooleanField(_("abstention allowed"), default=True)
    unanimity_with_abstentions = models.CharField(
        _("unanimity with abstentions"),
        max_length=20,
        choices=Unanimity,
        default=Unanimity.UNANIMOUS,
    )
    counts_style = models.CharField(
        _("style of counts"),
        max_length=20,
        choices=CountsStyle,
        default=CountsStyle.LINES,
    )
    resolution_first = models.BooleanField(
        _("resolution before debate"),
        default=True,
        help_text=_("In the protocol the resolution stands before the debate that led to it."),
    )
    numbering = models.CharField(
        _("numbering of items"),
        max_length=20,
        choices=Numbering,
        default=Numbering.CONTINUOUS,
    )
    council_member_title = models.CharField(_("short title of council members"), max_length=20, default="Ktabg.")
    council_members_noun = models.CharField(
        _("council members, in the quorum sentence"),
        max_length=60,
        default="Kreistagsabgeordnete",
    )
    expert_citizen_title = models.CharField(_("short title of expert citizens"), max_length=20, default="s. B.")
    recusal_norm = models.CharField(
        _("norm on bias"),
        max_length=120,
        blank=True,
        default="§ 31 GO NRW i. V. m. § 28 Abs. 2 KrO NRW",
    )
    advisory_norm = models.CharField(
        _("norm on advisory members"),
        max_length=120,
        blank=True,
        default="§ 41 Abs. 3 und 6 KrO NRW",
    )
    staff_by_function = models.BooleanField(
        _("staff by function only"),
        default=False,
        help_text=_("The public minutes name nobody of the administration who holds no elected office."),
    )
    hides_from_recused = models.BooleanField(
        _("non-public items hidden from who was biased"),
        default=False,
        help_text=_("Whoever was biased in a non-public item does not read its minutes."),
    )
    paper_number_pattern = models.CharField(
        _("pattern of paper numbers"),
        max_length=120,
        blank=True,
        default=r"SV-\d{1,2}-\d{4}(/\d+)?",
        validators=[validators.validate_regex],
        help_text=_("A regular expression; empty allows any number."),
    )
    signatories = models.JSONField(
        _("who signs"),
        default=validators.default_signatories,
        validators=[validators.validate_signatories],
        help_text=_("A list of: chair, minute_taker, co_signer, second_co_signer."),
    )
    minutes_days = models.PositiveSmallIntegerField(
        _("days until the minutes are due"),
        default=21,
        help_text=_("Counted from the session. Gremia reminds of it."),
    )
    objection_days = models.PositiveSmallIntegerField(
        _("days for objections"),
        default=14,
        help_text=_("Counted from the publication. 0: whenever somebody objects."),
    )
    unchecked = models.JSONField(
        _("not checked before signing"),
        default=list,
        blank=True,
        validators=[validators.validate_codes],
        help_text=_("A list of the checks of completeness that the body does without, for example: quorum."),
    )

    class Meta:
        verbose_name = _("rule profile")
        verbose_name_plural = _("rule profiles")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


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
