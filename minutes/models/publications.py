"""What was published: frozen records, never rows in work."""

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committees.models import Committee, Membership, Session, User


class PublicationQuerySet(models.QuerySet["Publication"]):
    """Publications, by currency and by reader."""

    def current(self) -> "PublicationQuerySet":
        """The newest of each session and audience."""
        return self.filter(superseded_at__isnull=True)

    def visible_to(self, user: User | AnonymousUser) -> "PublicationQuerySet":
        """One current publication a session: the internal one where the user is entitled, else the public one."""
        entitled = self._entitled(user)
        if entitled is None:
            return self.current().filter(audience=Publication.Audience.PUBLIC)
        return self.current().filter(
            Q(audience=Publication.Audience.INTERNAL) & entitled | Q(audience=Publication.Audience.PUBLIC) & ~entitled
        )

    def without_content(self) -> "PublicationQuerySet":
        """For lists: rows without the record and its PDF."""
        return self.defer("record", "pdf")

    @staticmethod
    def _entitled(user: User | AnonymousUser) -> Q | None:
        """Of which sessions a user may read the non-public part; the rule of `may_read_internal` for many rows."""
        if not isinstance(user, User) or not user.is_active:
            return None
        if user.role == User.Role.ADMIN:
            return Q(pk__isnull=False)
        if user.role in (User.Role.CLERK, User.Role.READER):
            return Q(committee__in=user.committees.values("pk"))
        if user.person_id is None:
            return None
        seats = Membership.objects.filter(
            Q(end__isnull=True) | Q(end__gte=OuterRef("date")),
            person=user.person_id,
            committee=OuterRef("committee"),
            start__lte=OuterRef("date"),
        )
        return Q(Exists(seats))


class Publication(models.Model):
    """The record of a session as one audience may read it, frozen (Veröffentlichung).

    `committee`, `date` and `title` are projected from the record for lists.
    """

    class Audience(models.TextChoices):
        PUBLIC = "public", _("public")
        INTERNAL = "internal", _("internal")

    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        related_name="publications",
        verbose_name=_("session"),
    )
    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        related_name="publications",
        verbose_name=_("committee"),
    )
    date = models.DateField(_("day"))
    reference = models.CharField(_("reference"), max_length=60)
    title = models.CharField(_("title"), max_length=300)
    audience = models.CharField(_("audience"), max_length=20, choices=Audience)
    record = models.TextField(_("record"))
    sha256 = models.CharField("SHA-256", max_length=64)
    pdf = models.BinaryField("PDF")
    published_at = models.DateTimeField(_("published at"))
    published_by = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        related_name="publications",
        verbose_name=_("published by"),
    )
    superseded_at = models.DateTimeField(_("superseded at"), null=True, blank=True)

    objects = PublicationQuerySet.as_manager()

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")
        ordering = ["-date", "reference"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "audience"],
                condition=Q(superseded_at__isnull=True),
                name="publication_one_current",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} ({self.get_audience_display()})"

    def get_absolute_url(self) -> str:
        """Its page in the portal: /minutes/lkm/IntA/7/2026/."""
        committee, number, year = self.reference.split("/")
        return reverse("minutes:published", args=[self.committee.body.key, committee, number, year])
