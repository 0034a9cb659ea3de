"""What the office that runs the site says of itself, and what readers tell it of barriers."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models import User


class HouseFacts(models.Model):
    """Who runs the site and whom readers turn to (Angaben zur Anbieterkennzeichnung). One row at most.

    They stand on the pages of the house as soon as these are published; what is empty is left out.
    """

    operator = models.CharField(_("name of the office"), max_length=160, blank=True)
    address = models.TextField(_("address"), max_length=400, blank=True)
    represented_by = models.CharField(_("represented by"), max_length=160, blank=True)
    responsible = models.CharField(_("responsible for the content"), max_length=160, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    supervisory_authority = models.TextField(_("supervisory authority"), max_length=400, blank=True)
    data_protection_officer = models.TextField(_("data protection officer"), max_length=400, blank=True)
    data_protection_authority = models.TextField(_("data protection authority"), max_length=400, blank=True)
    arbitration = models.TextField(
        _("arbitration service for accessibility"),
        max_length=400,
        blank=True,
        help_text=_("Schlichtungsstelle or Durchsetzungsstelle of the Land, with its address."),
    )
    barrier_email = models.EmailField(
        _("reports of barriers go to"),
        blank=True,
        help_text=_("Empty: they only wait in the list of reports."),
    )
    security_contact = models.CharField(
        _("contact for security"),
        max_length=200,
        blank=True,
        validators=[
            RegexValidator(r"^(https://[^\s]+|[^\s@:/]+@[^\s@:/]+)$", _("An e-mail address, or one with https://."))
        ],
        help_text=_("An e-mail address or a page with https://, for /.well-known/security.txt."),
    )
    security_until = models.DateField(_("this contact holds until"), null=True, blank=True)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        verbose_name = _("facts of the house")
        verbose_name_plural = _("facts of the house")
        constraints = [models.CheckConstraint(condition=Q(pk=1), name="house_facts_once")]

    def __str__(self) -> str:
        return str(_("facts of the house"))

    @classmethod
    def load(cls) -> "HouseFacts":
        """The row, or an empty one that is not stored. A query."""
        return cls.objects.filter(pk=1).first() or cls(pk=1, version=0)


class HousePage(models.Model):
    """A page that the law asks of a site, in the words of the office (Pflichtseite). Closed until it is published."""

    class Key(models.TextChoices):
        IMPRINT = "imprint", _("Imprint")
        PRIVACY = "privacy", _("Privacy")
        ACCESSIBILITY = "accessibility", _("Accessibility statement")
        EASY_LANGUAGE = "easy-language", _("Easy language")
        SIGN_LANGUAGE = "sign-language", _("Sign language")

    key = models.CharField(_("page"), max_length=20, choices=Key, primary_key=True)
    text_de = models.TextField(_("text in German"), max_length=50_000, blank=True)
    text_en = models.TextField(_("text in English"), max_length=50_000, blank=True)
    is_published = models.BooleanField(_("published"), default=False)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)

    class Meta:
        verbose_name = _("page of the house")
        verbose_name_plural = _("pages of the house")
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_published=False)
                | ~Q(key__in=["easy-language", "sign-language"])
                | ~Q(text_de="")
                | ~Q(text_en=""),
                name="house_page_slot_has_text",
            )
        ]

    def __str__(self) -> str:
        return str(self.get_key_display())

    def text_in(self, language: str) -> tuple[str, str]:
        """The text in a language, and its language: the other one's where that has none."""
        texts = {"de": self.text_de, "en": self.text_en}
        other = "en" if language == "de" else "de"
        return (texts[language], language) if texts.get(language) else (texts[other], other)


class BarrierReport(models.Model):
    """What somebody could not read or do on the site (Barrieremeldung). Kept first, sent to the office afterwards."""

    text = models.TextField(_("what does not work"), max_length=5_000)
    place = models.CharField(_("on which page"), max_length=500, blank=True)
    reply_to = models.EmailField(_("e-mail for an answer"), blank=True)
    made_at = models.DateTimeField(_("reported at"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent to the office at"), null=True, blank=True)
    done_at = models.DateTimeField(_("done at"), null=True, blank=True)
    done_by = models.ForeignKey(
        User,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("done by"),
    )

    class Meta:
        verbose_name = _("report of a barrier")
        verbose_name_plural = _("reports of barriers")
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["done_at", "-made_at"], name="barrier_report_open")]

    def __str__(self) -> str:
        # Its text is not for the audit chain, which is kept for good.
        return f"{self.pk}"
