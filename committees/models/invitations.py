"""Invitations: accounts that wait for their first password."""

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .people import User


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations, by what became of them."""

    def open(self) -> "InvitationQuerySet":
        """Those of accounts that are still without a password; it may also have been chosen over “forgotten”."""
        return self.filter(user__is_active=True, user__password__startswith=UNUSABLE_PASSWORD_PREFIX)


class Invitation(models.Model):
    """The mail by which somebody was invited to choose a password (Einladung); gone as soon as that is done."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="invitation", verbose_name=_("user"))
    invited_by = models.ForeignKey(
        User, on_delete=models.SET_NULL, null=True, related_name="+", verbose_name=_("invited by")
    )
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return self.user.email

    @property
    def expires_at(self) -> datetime:
        return self.sent_at + timedelta(days=settings.INVITATION_DAYS)

    @property
    def has_expired(self) -> bool:
        return timezone.now() > self.expires_at
