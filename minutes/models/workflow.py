"""The rows of the way from draft to signed minutes: review, reasons for gaps, signatures, the sealed text."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees.models import AgendaItem, Person, RuleProfile, Session, User

from .publications import Audience


class Minutes(models.Model):
    """The minutes of a session on their way to be signed (Niederschrift). Their state follows from dates."""

    class State(models.TextChoices):
        DRAFT = "draft", _("in work")
        IN_REVIEW = "in_review", _("in review")
        IN_SIGNING = "in_signing", _("being signed")
        SIGNED = "signed", _("signed")

    session = models.OneToOneField(
        Session,
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="minutes",
        verbose_name=_("session"),
    )
    submitted_at = models.DateTimeField(_("submitted for review"), null=True, blank=True)
    submitted_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("submitted by"),
    )
    completed_at = models.DateTimeField(_("signed by all"), null=True, blank=True)

    class Meta:
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")

    def __str__(self) -> str:
        return str(self.session)


class Remark(models.Model):
    """What somebody wants changed in the draft, at an item or on the whole (Anmerkung zum Entwurf)."""

    session = models.ForeignKey(
        Session,
        on_delete=models.CASCADE,
        related_name="remarks",
        verbose_name=_("session"),
    )
    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="remarks",
        verbose_name=_("agenda item"),
    )
    text = models.TextField(_("remark"))
    made_at = models.DateTimeField(_("made at"))
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("made by"))
    settled_at = models.DateTimeField(_("settled at"), null=True, blank=True)
    settled_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("settled by"),
    )

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["made_at", "pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="remark_has_text")]

    def __str__(self) -> str:
        return self.text[:60]


class GapReason(models.Model):
    """Why the minutes may be signed although something is missing (Begründung einer Lücke). `code` is the gap's."""

    session = models.ForeignKey(
        Session,
        on_delete=models.CASCADE,
        related_name="gap_reasons",
        verbose_name=_("session"),
    )
    code = models.CharField(_("gap"), max_length=80)
    reason = models.CharField(_("reason"), max_length=300)
    given_at = models.DateTimeField(_("given at"))
    given_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("given by"))

    class Meta:
        verbose_name = _("reason for a gap")
        verbose_name_plural = _("reasons for gaps")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "code"], name="gap_reason_once"),
            models.CheckConstraint(condition=~Q(reason=""), name="gap_reason_has_text"),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.reason}"


class Signature(models.Model):
    """That somebody signed the sealed text, or refused to (Unterschrift; GO NRW § 52 (1), KrO NRW § 37 (1)).

    `sha256` is that of the internal record. A signature on paper is entered by the clerk who has the paper.
    """

    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        related_name="signatures",
        verbose_name=_("session"),
    )
    role = models.CharField(_("role"), max_length=20, choices=RuleProfile.Signatory)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="signatures", verbose_name=_("person"))
    is_refused = models.BooleanField(_("refused"), default=False)
    reason = models.CharField(_("reason of the refusal"), max_length=300, blank=True)
    is_on_paper = models.BooleanField(_("on paper"), default=False)
    signed_on = models.DateField(_("signed on"))
    sha256 = models.CharField("SHA-256", max_length=64)
    made_at = models.DateTimeField(_("entered at"))
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("entered by"))

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "role"],
                name="signature_once",
                violation_error_message=_("The minutes are signed in this role already."),
            ),
            models.CheckConstraint(
                condition=Q(is_refused=False, reason="") | (Q(is_refused=True) & ~Q(reason="")),
                name="signature_refusal_has_reason",
                violation_error_message=_("Who refuses to sign gives a reason, which is noted."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.person}"


class SealedRecord(models.Model):
    """The record of an audience as it was signed (unterzeichnete Fassung). What is published is made from it."""

    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        related_name="sealed_records",
        verbose_name=_("session"),
    )
    audience = models.CharField(_("audience"), max_length=20, choices=Audience)
    record = models.TextField(_("record"))
    sha256 = models.CharField("SHA-256", max_length=64)

    class Meta:
        verbose_name = _("signed text")
        verbose_name_plural = _("signed texts")
        constraints = [models.UniqueConstraint(fields=["session", "audience"], name="sealed_record_once")]

    def __str__(self) -> str:
        return f"{self.session}: {self.audience}"
