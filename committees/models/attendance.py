"""Who was at a session and when, and who was biased."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .history import Versioned
from .people import Membership, Person
from .sessions import AgendaItem, Session


class Attendance(Versioned):
    """A person's part in a session (Teilnahme): in what role, or why not there.

    Present means: has `Presence` rows. `role` is what the protocol prints before the name (Ktabg., s. B., MA).
    """

    class Capacity(models.TextChoices):
        MEMBER = "member", _("member of the committee")
        STAFF = "staff", _("administration")
        GUEST = "guest", _("guest")
        PRESS = "press", _("press")

    class Duty(models.TextChoices):
        NONE = "", _("none")
        CHAIR = "chair", _("chairs the session")
        MINUTE_TAKER = "minute_taker", _("takes the minutes")
        CO_SIGNER = "co_signer", _("signs the minutes too")
        SECOND_CO_SIGNER = "second_co_signer", _("signs the minutes as second member")

    class Absence(models.TextChoices):
        NONE = "", _("not absent")
        EXCUSED = "excused", _("excused")
        UNEXCUSED = "unexcused", _("not excused")

    session = models.ForeignKey(
        Session,
        on_delete=models.CASCADE,
        related_name="attendances",
        verbose_name=_("session"),
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="attendances",
        verbose_name=_("person"),
    )
    membership = models.ForeignKey(
        Membership,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="attendances",
        verbose_name=_("membership"),
    )
    capacity = models.CharField(_("capacity"), max_length=20, choices=Capacity, default=Capacity.MEMBER)
    duty = models.CharField(_("duty"), max_length=20, choices=Duty, blank=True, default=Duty.NONE)
    absence = models.CharField(_("absence"), max_length=20, choices=Absence, blank=True, default=Absence.NONE)
    role = models.CharField(
        _("role"),
        max_length=60,
        blank=True,
        help_text=_("Before the name: Ktabg., s. B., MA."),
    )
    detail = models.CharField(
        _("function or organisation"),
        max_length=120,
        blank=True,
        help_text=_("Caritasverband; Leiter …"),
    )
    substitutes_for = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="substitutes",
        verbose_name=_("substitutes for"),
    )

    class Meta:
        verbose_name = _("attendance")
        verbose_name_plural = _("attendances")
        ordering = ["session", "person__last_name", "person__first_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["session", "person"],
                name="attendance_person_once",
                violation_error_message=_("This person is already on the list."),
            ),
            models.UniqueConstraint(
                fields=["session", "duty"],
                condition=~Q(duty=""),
                name="attendance_duty_once",
                violation_error_message=_("Somebody else already has this duty in the session."),
            ),
            models.CheckConstraint(
                condition=Q(capacity="member", membership__isnull=False)
                | (~Q(capacity="member") & Q(membership__isnull=True, substitutes_for__isnull=True)),
                name="attendance_members_have_a_membership",
                violation_error_message=_("Members, and only they, attend by a membership."),
            ),
            models.CheckConstraint(
                condition=Q(substitutes_for__isnull=True) | ~Q(substitutes_for=F("id")),
                name="attendance_not_own_substitute",
                violation_error_message=_("Nobody substitutes for himself or herself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.person.short_name}".strip()

    @property
    def has_vote(self) -> bool:
        """A member with a vote, or a deputy while substituting for one (GO NRW § 58, KrO NRW § 41)."""
        if self.membership is None or not self.membership.has_vote:
            return False
        return self.membership.function != Membership.Function.DEPUTY or self.substitutes_for_id is not None


class Presence(models.Model):
    """A stretch of the agenda during which somebody was there (Anwesenheit): from item to item, both included.

    No first item: from the beginning. No last item: till the end. The times are what the protocol prints.
    """

    attendance = models.ForeignKey(
        Attendance,
        on_delete=models.CASCADE,
        related_name="presences",
        verbose_name=_("attendance"),
    )
    first_item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("from item"),
    )
    last_item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("up to and including item"),
    )
    arrived_at = models.DateTimeField(_("arrived at"), null=True, blank=True)
    left_at = models.DateTimeField(_("left at"), null=True, blank=True)

    class Meta:
        verbose_name = _("presence")
        verbose_name_plural = _("presences")
        ordering = [F("first_item__position").asc(nulls_first=True), "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(arrived_at__isnull=True) | Q(left_at__isnull=True) | Q(left_at__gt=F("arrived_at")),
                name="presence_leaves_after_arriving",
                violation_error_message=_("Somebody leaves after arriving, not before."),
            ),
            models.CheckConstraint(
                condition=Q(arrived_at__isnull=True) | Q(first_item__isnull=False),
                name="presence_arrival_has_item",
                violation_error_message=_("Name the item from which on the person is there."),
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True) | Q(last_item__isnull=False),
                name="presence_departure_has_item",
                violation_error_message=_("Name the last item for which the person is there."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.attendance}: {self.first_item or '…'} – {self.last_item or '…'}"


class Recusal(models.Model):
    """A person's bias in an item, with its ground (Befangenheit, Ausschließungsgrund; GO NRW § 31, KrO NRW § 28)."""

    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.CASCADE,
        related_name="recusals",
        verbose_name=_("item"),
    )
    attendance = models.ForeignKey(
        Attendance,
        on_delete=models.CASCADE,
        related_name="recusals",
        verbose_name=_("person"),
    )
    ground = models.CharField(
        _("ground"),
        max_length=200,
        blank=True,
        help_text=_("Follows the name: als Mitglied des Vereinsvorstandes"),
    )

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        ordering = ["item__position", "attendance__person__last_name"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "attendance"],
                name="recusal_once",
                violation_error_message=_("This person's bias in this item is already recorded."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.attendance}: {self.ground}"

    def clean(self) -> None:
        problems: dict[str, Any] = {}
        if self.attendance_id and self.item_id and self.attendance.session_id != self.item.session_id:
            problems["attendance"] = _("This person belongs to another session.")
        if problems:
            raise ValidationError(problems)
