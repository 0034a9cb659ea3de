"""How the documents of a house look, and the words with which its minutes begin and end."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees import validators
from committees.blocks import MINUTES_BLOCKS

from .profiles import RuleProfile


def default_order() -> list[str]:
    """The usual order of the blocks."""
    return list(MINUTES_BLOCKS)


def validate_order(value: Any) -> None:
    """Refuse anything but all blocks of minutes, each once."""
    if not isinstance(value, list) or sorted(map(str, value)) != sorted(MINUTES_BLOCKS):
        raise ValidationError(_("Each block of the minutes has one place."))


class HouseStyle(models.Model):
    """Letterhead, logo and wording of the documents by one profile (Briefkopf, Gestaltungsvorgaben).

    Whoever has none gets the default: no row is needed. Letterhead, logo, colour and order are only looks; the wordings
    and roles go into the record. Each text is a line or several; what is empty is worded or left out by Gremia.
    """

    class LogoType(models.TextChoices):
        PNG = "image/png", "PNG"
        SVG = "image/svg+xml", "SVG"

    profile = models.OneToOneField(
        RuleProfile, on_delete=models.CASCADE, related_name="house_style", verbose_name=_("rule profile")
    )
    sender = models.TextField(
        _("lines below body and office"),
        blank=True,
        validators=[validators.validate_sender],
        help_text=_("Address, telephone, office hours: at most 8 lines of 90 characters."),
    )
    footer = models.TextField(
        _("foot of letters"),
        blank=True,
        validators=[validators.validate_footer],
        help_text=_("Bank, internet, electronic mail: at most 4 lines of 90 characters."),
    )
    place = models.CharField(
        _("place"),
        max_length=60,
        blank=True,
        help_text=_("Where letters are dated: Musterstadt, 4 November 2026."),
    )
    # In the database: a document comes out wherever the database is, and a backup of it has the logo.
    logo = models.BinaryField(_("logo"), default=b"", blank=True)
    logo_type = models.CharField(_("kind of logo"), max_length=20, choices=LogoType, blank=True)
    logo_text = models.CharField(
        _("what the logo shows"),
        max_length=160,
        blank=True,
        help_text=_("For those who do not see it: Coat of arms of the county of Musterland."),
    )
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default="#000000",
        validators=[validators.validate_accent],
        help_text=_("Of title, headings and rules. Six digits, as #1f4e79; it must be readable on white."),
    )
    order = models.JSONField(_("order of the blocks"), default=default_order, validators=[validate_order])
    opening_wording = models.TextField(
        _("opening"),
        max_length=2000,
        blank=True,
        validators=[validators.validate_opening_wording],
    )
    closing_wording = models.TextField(
        _("end of the session"),
        max_length=2000,
        blank=True,
        validators=[validators.validate_closing_wording],
    )
    chair_role = models.CharField(_("chair signs as"), max_length=80, blank=True)
    minute_taker_role = models.CharField(_("minute-taker signs as"), max_length=80, blank=True)
    co_signer_role = models.CharField(_("member signs as"), max_length=80, blank=True)
    second_co_signer_role = models.CharField(_("second member signs as"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("house style")
        verbose_name_plural = _("house styles")
        ordering = ["profile"]
        constraints = [
            models.CheckConstraint(
                condition=Q(logo_type="") | ~Q(logo_text=""),
                name="logo_has_a_text",
                violation_error_message=_("Say what the logo shows, for those who do not see it."),
            ),
        ]

    def __str__(self) -> str:
        # Not by the profile's name: the audit chain names a style also when its profile is gone.
        return f"{self._meta.verbose_name} {self.profile_id}"

    @classmethod
    def of(cls, profile: RuleProfile) -> "HouseStyle":
        """The style of a profile, or the default one; no query, if it was read with the profile."""
        return getattr(profile, "house_style", None) or cls(profile=profile)

    def role(self, signatory: str) -> str:
        """How the signature in a role of `RuleProfile.Signatory` is worded; empty: as Gremia words it."""
        return str(getattr(self, f"{signatory}_role"))
