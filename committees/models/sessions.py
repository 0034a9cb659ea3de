"""Sessions and their agenda."""

from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .bodies import Committee
from .history import Versioned
from .papers import Paper


class SessionQuerySet(models.QuerySet["Session"]):
    """Sessions, by time."""

    def upcoming(self) -> "SessionQuerySet":
        return self.filter(date__gte=timezone.localdate()).order_by("date", "scheduled_start")

    def past(self) -> "SessionQuerySet":
        return self.filter(date__lt=timezone.localdate()).order_by("-date", "-scheduled_start")


class Session(Versioned):
    """A meeting of a committee (Sitzung). `year` is that of its reference; it stays when the day moves."""

    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        related_name="sessions",
        verbose_name=_("committee"),
    )
    number = models.PositiveSmallIntegerField(_("number"))
    year = models.PositiveSmallIntegerField(_("year of the number"))
    date = models.DateField(_("day"))
    scheduled_start = models.TimeField(_("planned beginning"), null=True, blank=True)
    place = models.CharField(_("building"), max_length=160, blank=True)
    room = models.CharField(_("room"), max_length=160, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    seats = models.PositiveSmallIntegerField(
        _("seats with a vote"),
        help_text=_("The statutory or decided number on this day."),
    )
    invited_properly = models.BooleanField(_("invited in form and time"), null=True, blank=True)
    opening_unopposed = models.BooleanField(_("nobody objected to invitation and quorum"), default=False)
    is_repeated = models.BooleanField(
        _("repeated for lack of quorum"),
        default=False,
        help_text=_("Called again on the same matter with the notice that it is quorate in any number."),
    )
    opened_at = models.DateTimeField(_("begin"), null=True, blank=True)
    public_part_ended_at = models.DateTimeField(_("end of the public part"), null=True, blank=True)
    closed_at = models.DateTimeField(_("end"), null=True, blank=True)
    sealed_at = models.DateTimeField(
        _("sealed"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Since the minutes are signed, nothing of the session changes any more."),
    )
    is_live_for_members = models.BooleanField(
        _("members read along"),
        default=False,
        help_text=_(
            "Members of the committee may read the minutes while they are typed, the non-public part included."
        ),
    )
    source_note = models.TextField(
        _("assumed facts"),
        blank=True,
        help_text=_("Facts that no source gives and that were assumed, and why."),
    )

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")
        ordering = ["-date", "-scheduled_start"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "year", "number"],
                name="session_number_once",
                violation_error_message=_("The committee already has a session with this number in this year."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(opened_at__isnull=False, closed_at__gte=F("opened_at")),
                name="session_closes_after_opening",
                violation_error_message=_("The session must not end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(public_part_ended_at__isnull=True)
                | (
                    Q(opened_at__isnull=False, public_part_ended_at__gte=F("opened_at"))
                    & (Q(closed_at__isnull=True) | Q(public_part_ended_at__lte=F("closed_at")))
                ),
                name="session_public_part_inside",
                violation_error_message=_("The public part ends between the beginning and the end of the session."),
            ),
            models.CheckConstraint(
                condition=Q(seats__gte=1),
                name="session_has_seats",
                violation_error_message=_("A session has at least one seat."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """Committee, number and year: IntA/7/2026."""
        return f"{self.committee.short_name}/{self.number}/{self.year}"

    @property
    def lock_reason(self) -> str:
        """Why the session can't be changed, and since when, as a sentence; empty as long as it can."""
        if self.sealed_at is None:
            return ""
        return _("The minutes have been signed since %(day)s, %(time)s h; nothing of the session can be changed.") % {
            "day": f"{timezone.localtime(self.sealed_at):%d.%m.%Y}",
            "time": f"{timezone.localtime(self.sealed_at):%H:%M}",
        }

    def moment(self, clock: time | None) -> datetime | None:
        """A time of day as typed by the clerk → the moment; what lies before the beginning was after midnight."""
        if clock is None:
            return None
        begin = timezone.localtime(self.opened_at).time() if self.opened_at else self.scheduled_start
        day: date = self.date + timedelta(days=1 if begin and clock < begin and clock.hour < 6 else 0)
        return timezone.make_aware(datetime.combine(day, clock))


class Interruption(models.Model):
    """A break in a session (Unterbrechung)."""

    session = models.ForeignKey(
        Session,
        on_delete=models.CASCADE,
        related_name="interruptions",
        verbose_name=_("session"),
    )
    start = models.DateTimeField(_("from"))
    end = models.DateTimeField(_("until"))

    class Meta:
        verbose_name = _("interruption")
        verbose_name_plural = _("interruptions")
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__gt=F("start")),
                name="interruption_ends_after_start",
                violation_error_message=_("The interruption must end after it begins."),
            )
        ]

    def __str__(self) -> str:
        return f"{timezone.localtime(self.start):%H:%M} – {timezone.localtime(self.end):%H:%M}"

    def clean(self) -> None:
        session = self.session
        if self.start and session.opened_at and self.start < session.opened_at:
            raise ValidationError({"start": _("The interruption begins before the session.")})
        if self.end and session.closed_at and self.end > session.closed_at:
            raise ValidationError({"end": _("The interruption ends after the session.")})


class AgendaItem(Versioned):
    """A point of the agenda (Tagesordnungspunkt, TOP).

    `position` orders all items of a session, children behind their parent; numbers follow from it (`numbering.py`).
    """

    session = models.ForeignKey(
        Session,
        on_delete=models.CASCADE,
        related_name="items",
        verbose_name=_("session"),
    )
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("belongs under"),
    )
    position = models.PositiveSmallIntegerField(_("order"))
    title = models.CharField(_("title"), max_length=700)
    is_public = models.BooleanField(_("public"), default=False)
    public_title = models.CharField(
        _("title in the public agenda"),
        max_length=200,
        blank=True,
        help_text=_("For a non-public item, in neutral words. Empty: the public agenda does not show it."),
    )
    is_standing = models.BooleanField(
        _("standing item"),
        default=False,
        help_text=_("Taken over when the next session is made from this one."),
    )
    rapporteur = models.CharField(_("rapporteur"), max_length=120, blank=True, help_text=_("For example: MA Dregger"))
    papers = models.ManyToManyField(Paper, blank=True, related_name="items", verbose_name=_("papers"))
    chaired_by = models.ForeignKey(
        "Attendance",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="chaired_items",
        verbose_name=_("chair of this item"),
        help_text=_("Only if it is not the chair of the session."),
    )
    started_at = models.DateTimeField(_("called at"), null=True, blank=True)
    minutes_of = models.ForeignKey(
        Session,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="objection_items",
        verbose_name=_("objections to the minutes of"),
        help_text=_("The session on whose minutes this item decides."),
    )

    class Meta:
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        ordering = ["session", "position"]
        constraints = [
            models.UniqueConstraint(fields=["session", "position"], name="item_position_once"),
            models.CheckConstraint(condition=~Q(title=""), name="item_has_title"),
        ]

    def __str__(self) -> str:
        return self.title
