"""The rules in which Länder and councils differ."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from committees import validators


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
