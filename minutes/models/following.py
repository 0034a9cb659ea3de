"""Who follows what: by e-mail, confirmed; what is to be told to whom; and private addresses of feeds."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees.models import Committee, User

from .publications import Publication


class Follower(models.Model):
    """An e-mail address to which alerts go (Abonnent). It goes with its last subscription."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail"), unique=True)
    language = models.CharField(_("language"), max_length=10, default="de")

    class Meta:
        verbose_name = _("follower")
        verbose_name_plural = _("followers")
        ordering = ["email"]

    def __str__(self) -> str:
        return str(self.pk)


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    """Subscriptions, by whether their address was confirmed."""

    def confirmed(self) -> "SubscriptionQuerySet":
        return self.filter(confirmed_at__isnull=False)


class Subscription(models.Model):
    """What a follower wants to be told of, and how often (Abonnement): a committee, or a search.

    `question` is the query string of the search. Until the link of the mail is followed, nothing is told.
    """

    class Rhythm(models.TextChoices):
        AT_ONCE = "at_once", pgettext_lazy("rhythm", "at once")
        DAILY = "daily", pgettext_lazy("rhythm", "once a day")
        WEEKLY = "weekly", pgettext_lazy("rhythm", "once a week")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    follower = models.ForeignKey(
        Follower, on_delete=models.CASCADE, related_name="subscriptions", verbose_name=_("follower")
    )
    committee = models.ForeignKey(
        Committee,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="subscriptions",
        verbose_name=_("committee"),
    )
    question = models.CharField(_("search"), max_length=500, blank=True)
    rhythm = models.CharField(_("how often"), max_length=10, choices=Rhythm, default=Rhythm.AT_ONCE)
    asked_at = models.DateTimeField(_("link sent at"), default=timezone.now)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    looked_until = models.DateTimeField(_("publications looked at until"), null=True, blank=True)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("subscription")
        verbose_name_plural = _("subscriptions")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["follower", "committee", "question"], name="subscription_once"),
            models.UniqueConstraint(
                fields=["follower", "question"],
                condition=Q(committee__isnull=True),
                name="subscription_of_search_once",
            ),
            models.CheckConstraint(
                condition=Q(committee__isnull=False, question="") | Q(committee__isnull=True) & ~Q(question=""),
                name="subscription_of_committee_or_search",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Alert(models.Model):
    """That a follower is told of a publication, once (Benachrichtigung); the waiting ones are the outbox.

    `letter` names the mail in which it goes, and its Message-ID; `claim` who is at it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("alert", "waiting")
        CLAIMED = "claimed", pgettext_lazy("alert", "in work")
        HANDING_OVER = "handing_over", pgettext_lazy("alert", "being handed over")
        SENT = "sent", pgettext_lazy("alert", "sent")
        DROPPED = "dropped", pgettext_lazy("alert", "not to be told any more")
        REFUSED = "refused", pgettext_lazy("alert", "refused by the mail server")

    OVER = (State.SENT, State.DROPPED, State.REFUSED)

    subscription = models.ForeignKey(
        Subscription, on_delete=models.CASCADE, related_name="alerts", verbose_name=_("subscription")
    )
    publication = models.ForeignKey(
        Publication, on_delete=models.PROTECT, related_name="alerts", verbose_name=_("publication")
    )
    state = models.CharField(_("state"), max_length=20, choices=State, default=State.WAITING)
    due_at = models.DateTimeField(_("to be sent from"))
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    letter = models.UUIDField(_("letter"), null=True, blank=True)
    claim = models.UUIDField(_("held by"), null=True, blank=True)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["due_at", "pk"]
        indexes = [models.Index(fields=["state", "due_at"], name="alert_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["subscription", "publication"], name="alert_once"),
            models.CheckConstraint(
                condition=~Q(state__in=["claimed", "handing_over"]) | Q(claim__isnull=False, letter__isnull=False),
                name="alert_in_work_is_held",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id}: {self.publication_id}"


class PrivateFeed(models.Model):
    """A secret address at which a calendar or a feed shows what a user may read (privater Feed).

    The address itself is kept nowhere, only its hash. Revoked, the row is gone.
    """

    class Kind(models.TextChoices):
        CALENDAR = "calendar", _("calendar of my sessions")
        FEED = "feed", _("feed of what I may read")

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="private_feeds", verbose_name=_("who"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    name = models.CharField(_("name"), max_length=60, help_text=_("Where you use it: telephone, calendar at home."))
    digest = models.CharField("SHA-256", max_length=64, unique=True)
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    used_at = models.DateTimeField(_("last used at"), null=True, blank=True)

    class Meta:
        verbose_name = _("private feed")
        verbose_name_plural = _("private feeds")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name
