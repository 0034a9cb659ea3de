"""What was published: frozen records, never rows in work."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees.models import Body, Committee, Paper, Session, User


class Audience(models.TextChoices):
    """For whom a record was made; the values of `record.Audience`."""

    PUBLIC = "public", _("public")
    INTERNAL = "internal", _("internal")


class Publication(models.Model):
    """What one audience may read, frozen when it was published (Veröffentlichung).

    Written once: the database refuses change and removal. A new edition follows an old one; which of them is read when
    is projected into `Issue`.
    """

    class Kind(models.TextChoices):
        NOTICE = "notice", _("session notice")
        AGENDA = "agenda", _("agenda")
        MINUTES = "minutes", _("minutes")
        PAPER = "paper", pgettext_lazy("kind", "paper")
        DIRECTORY = "directory", _("who sits where")
        IMPORT = "import", _("imported minutes")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    audience = models.CharField(_("audience"), max_length=20, choices=Audience)
    body = models.ForeignKey(
        Body,
        on_delete=models.PROTECT,
        related_name="publications",
        verbose_name=_("body"),
    )
    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name=_("session"),
    )
    paper = models.ForeignKey(
        Paper,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name=_("paper"),
    )
    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publications",
        verbose_name=_("committee"),
    )
    edition = models.PositiveIntegerField(_("edition"))
    record = models.TextField(_("record"))
    sha256 = models.CharField("SHA-256", max_length=64)
    pdf = models.BinaryField("PDF", default=b"")
    pdf_sha256 = models.CharField(_("SHA-256 of the PDF"), max_length=64, blank=True)
    chain_head = models.CharField(_("end of the audit chain"), max_length=64, blank=True)
    note = models.CharField(_("occasion"), max_length=300, blank=True, help_text=_("For example: Berichtigung"))
    visible_from = models.DateTimeField(_("to be read from"))
    published_at = models.DateTimeField(_("published at"))
    published_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="publications",
        verbose_name=_("published by"),
    )

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-published_at", "-pk"]
        indexes = [models.Index(fields=["pdf_sha256"], name="publication_of_pdf")]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "session", "audience", "edition"],
                condition=Q(session__isnull=False),
                name="publication_edition_of_session",
            ),
            models.UniqueConstraint(
                fields=["kind", "paper", "audience", "edition"],
                condition=Q(paper__isnull=False),
                name="publication_edition_of_paper",
            ),
            models.UniqueConstraint(
                fields=["kind", "committee", "audience", "edition"],
                condition=Q(committee__isnull=False),
                name="publication_edition_of_committee",
            ),
            models.CheckConstraint(
                condition=Q(session__isnull=False, paper__isnull=True, committee__isnull=True)
                | Q(session__isnull=True, paper__isnull=False, committee__isnull=True)
                | Q(session__isnull=True, paper__isnull=True, committee__isnull=False),
                name="publication_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.get_audience_display()}, {self.edition}"


MINUTES = (Publication.Kind.MINUTES, Publication.Kind.IMPORT)
"""Kinds that tell what was said and decided, our own and imported."""
ANNOUNCEMENTS = (Publication.Kind.AGENDA, Publication.Kind.NOTICE)
"""Kinds that tell of a session before it."""


class Withdrawal(models.Model):
    """That a publication was taken back, and why (Zurücknahme). Its address goes on answering, with the reason."""

    publication = models.OneToOneField(
        Publication,
        on_delete=models.PROTECT,
        primary_key=True,
        related_name="withdrawal",
        verbose_name=_("publication"),
    )
    reason = models.CharField(_("reason"), max_length=300)
    withdrawn_at = models.DateTimeField(_("withdrawn at"))
    withdrawn_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", verbose_name=_("withdrawn by"))

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="withdrawal_has_reason")]

    def __str__(self) -> str:
        return f"{self.publication}: {self.reason}"
