"""When publications are read, and what lists say of them: projected, never a fact."""

import datetime

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models import Body, Committee, Membership, Paper, Session, User

from .publications import ANNOUNCEMENTS, MINUTES, Audience, Publication

OWN = ("kind", "reference", "title", "body_key", "body_name", "withdrawn_at")
OF_PUBLICATION = ("kind", "audience", "edition", "sha256", "visible_from", "session")
"""As little of an issue and its publication as a page needs to know before it is made: they are asked for often."""


def _is_shown(now: datetime.datetime | models.Expression | None) -> Q:
    now = now or timezone.now()
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

    def shown(self, now: models.Expression | None = None) -> "IssueQuerySet":
        """Those at their addresses now: the newest that may be read already, withdrawn ones as a tombstone."""
        return self.filter(_is_shown(now))

    def current(self, now: models.Expression | None = None) -> "IssueQuerySet":
        """Those that can be read now."""
        return self.filter(_is_shown(now), withdrawn_at__isnull=True)

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

    def heads(self, *, with_page: bool) -> "IssueQuerySet":
        """With what a page needs to know before it is made, and whether the profile hides things from the recused.

        `with_page`: with the page of minutes that was kept.
        """
        about = (*OF_PUBLICATION, "body__profile__hides_from_recused")
        columns = (*OWN, *(f"publication__{name}" for name in about))
        rows = self.select_related("publication__body__profile")
        return rows.select_related("minutes").only(*columns, "minutes") if with_page else rows.only(*columns)

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

    `visible_until` is the moment from which the next edition is read. Body and committee are called as the publication
    calls them, whatever they are called since; `body_key` is the one in addresses.
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
    body_key = models.CharField(_("body"), max_length=20)
    body_name = models.TextField(_("name of the body"))
    committee_name = models.TextField(_("name of the committee"), blank=True)
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
            models.Index(fields=["reference", "body_key"], name="issue_by_reference"),
            models.Index(fields=["session", "kind", "audience"], name="issue_of_session"),
            models.Index(fields=["visible_from", "audience"], name="issue_by_moment"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} ({self.get_audience_display()})"

    def get_absolute_url(self) -> str:
        """The page in the portal: /minutes/lkm/IntA/7/2026/, of an agenda or a notice …/agenda/."""
        if self.kind == Publication.Kind.PAPER:
            return reverse("minutes:published-paper", args=[self.body_key, self.reference])
        if self.kind == Publication.Kind.DIRECTORY:
            return reverse("minutes:published-directory", args=[self.body_key, self.reference])
        committee, number, year = self.reference.split("/")
        is_ahead = self.kind in ANNOUNCEMENTS
        name = "published-agenda" if is_ahead else "published"
        return reverse(f"minutes:{name}", args=[self.body_key, committee, number, year])
