"""What was published: frozen records, never rows in work."""

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees.models import Body, Committee, Membership, Paper, Session, User


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


def _is_shown() -> Q:
    now = timezone.now()
    return (Q(visible_until__isnull=True) | Q(visible_until__gt=now)) & Q(visible_from__lte=now)


class IssueQuerySet(models.QuerySet["Issue"]):
    """Issues, by time and by reader."""

    def minutes(self) -> "IssueQuerySet":
        """Those of minutes, our own and imported ones."""
        return self.filter(kind__in=MINUTES)

    def of_kind(self, kind: str) -> "IssueQuerySet":
        return self.filter(kind=kind)

    def announcements(self) -> "IssueQuerySet":
        """Agendas, and notices of sessions; of those of one session, what was published last holds."""
        return self.filter(kind__in=ANNOUNCEMENTS)

    def without_replaced_notices(self) -> "IssueQuerySet":
        """Less the notices whose place an agenda has taken, even if that was withdrawn since."""
        agenda = Issue.objects.shown().filter(
            kind=Publication.Kind.AGENDA, session=OuterRef("session"), pk__gt=OuterRef("pk")
        )
        return self.exclude(Exists(agenda), kind=Publication.Kind.NOTICE)

    def shown(self) -> "IssueQuerySet":
        """Those at their addresses now: the newest that may be read already, withdrawn ones as a tombstone."""
        return self.filter(_is_shown())

    def current(self) -> "IssueQuerySet":
        """Those that can be read now."""
        return self.filter(_is_shown(), withdrawn_at__isnull=True)

    def visible_to(self, user: User | AnonymousUser) -> "IssueQuerySet":
        """Of each session the one current issue: the internal one where the user is entitled, else the public one."""
        return self.current().for_reader(user)

    def for_reader(self, user: User | AnonymousUser) -> "IssueQuerySet":
        """The audience that a user belongs to, session by session; where there is no internal one, the public one."""
        entitled = self.entitled(user)
        if entitled is None:
            return self.filter(audience=Audience.PUBLIC)
        internal = Issue.objects.shown().filter(
            kind=OuterRef("kind"), session=OuterRef("session"), audience=Audience.INTERNAL
        )
        reads_internal = entitled & Q(Exists(internal))
        return self.filter(
            Q(audience=Audience.INTERNAL) & reads_internal | Q(audience=Audience.PUBLIC) & ~reads_internal
        )

    def without_content(self) -> "IssueQuerySet":
        """With their publications, but without record and PDF."""
        return self.select_related("publication").defer("publication__record", "publication__pdf")

    def heads(self, *, for_members: bool) -> "IssueQuerySet":
        """With as little of their publications as a page needs to know before it is made: it is asked often.

        `for_members`: also whether the profile hides something from those who were recused.
        """
        about: tuple[str, ...] = ("kind", "audience", "edition", "sha256", "visible_from", "session")
        if for_members:
            about = (*about, "body__profile__hides_from_recused")
        columns = ("kind", "reference", "title", "withdrawn_at", *(f"publication__{name}" for name in about))
        return self.select_related("publication__body__profile" if for_members else "publication").only(*columns)

    @staticmethod
    def entitled(user: User | AnonymousUser) -> Q | None:
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


class Issue(models.Model):
    """When a publication is read, and what lists say of it (Ausgabe). Projected from publications, never a fact.

    `visible_until` is the moment from which the next edition is read.
    """

    publication = models.OneToOneField(
        Publication,
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="issue",
        verbose_name=_("publication"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Publication.Kind)
    audience = models.CharField(_("audience"), max_length=20, choices=Audience)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="issues", verbose_name=_("body"))
    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="issues",
        verbose_name=_("committee"),
    )
    session = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="issues",
        verbose_name=_("session"),
    )
    paper = models.ForeignKey(
        Paper,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="issues",
        verbose_name=_("paper"),
    )
    date = models.DateField(_("day"))
    reference = models.CharField(_("reference"), max_length=60)
    title = models.CharField(_("title"), max_length=300)
    visible_from = models.DateTimeField(_("to be read from"))
    visible_until = models.DateTimeField(_("to be read until"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    objects = IssueQuerySet.as_manager()

    class Meta:
        verbose_name = _("issue")
        verbose_name_plural = _("issues")
        ordering = [F("date").desc(), "reference"]
        indexes = [
            models.Index(fields=["kind", "audience", "-date"], name="issue_by_day"),
            models.Index(fields=["reference", "body"], name="issue_by_reference"),
            models.Index(fields=["session", "kind", "audience"], name="issue_of_session"),
            models.Index(fields=["visible_from", "audience"], name="issue_by_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} ({self.get_audience_display()})"

    def get_absolute_url(self) -> str:
        """The page in the portal: /minutes/lkm/IntA/7/2026/, of an agenda or a notice …/agenda/."""
        if self.kind == Publication.Kind.PAPER:
            return reverse("minutes:published-paper", args=[self.body.key, self.reference])
        if self.kind == Publication.Kind.DIRECTORY:
            return reverse("minutes:published-directory", args=[self.body.key, self.reference])
        committee, number, year = self.reference.split("/")
        is_ahead = self.kind in ANNOUNCEMENTS
        name = "published-agenda" if is_ahead else "published"
        return reverse(f"minutes:{name}", args=[self.body.key, committee, number, year])
