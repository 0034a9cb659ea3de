"""Users, the directory of people, and who sits in which committee."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from committees import validators

from .bodies import Committee, Faction


class Person(models.Model):
    """Somebody of the directory: a council member, expert citizen, employee or guest (Person)."""

    class Gender(models.TextChoices):
        MALE = "m", _("male")
        FEMALE = "f", _("female")
        UNSTATED = "", _("not stated")

    academic_title = models.CharField(_("academic title"), max_length=40, blank=True, help_text=_("Dr., Prof. Dr."))
    first_name = models.CharField(_("first name"), max_length=80, blank=True)
    last_name = models.CharField(
        _("last name"),
        max_length=80,
        help_text=_("With its prefixes: Schulze Pellengahr, von dem Berge."),
    )
    gender = models.CharField(_("gender"), max_length=1, choices=Gender, blank=True, default=Gender.UNSTATED)
    office = models.CharField(
        _("office"),
        max_length=60,
        blank=True,
        help_text=_("As the protocol calls the person: Landrat, MA, FBL 2."),
    )
    detail = models.CharField(
        _("function or organisation"),
        max_length=120,
        blank=True,
        help_text=_("For example: Leiter Kommunales Integrationszentrum"),
    )
    short_code = models.CharField(
        _("short code"),
        max_length=8,
        blank=True,
        help_text=_("Typed at the desk to choose this person. Empty: the initials do."),
    )
    is_staff_member = models.BooleanField(_("works for the administration"), default=False)
    email = models.EmailField(_("e-mail"), blank=True)

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ["last_name", "first_name"]

    def __str__(self) -> str:
        return self.sort_name

    @property
    def short_name(self) -> str:
        """As in the debate, without first name: Dr. Wende."""
        return f"{self.academic_title} {self.last_name}".strip()

    @property
    def sort_name(self) -> str:
        """As in lists: Dr. Wende, Thomas; without a comma where the first name is not known."""
        return ", ".join(filter(None, (self.short_name, self.first_name)))

    @property
    def full_name(self) -> str:
        return " ".join(filter(None, (self.academic_title, self.first_name, self.last_name)))


class UserQuerySet(models.QuerySet["User"]):
    """Users, with the person."""

    def select_for_update(self, *args: Any, of: Sequence[str] = ("self",), **options: Any) -> "UserQuerySet":
        """Locks the user alone: PostgreSQL locks no row that may be missing, such as the person of a user."""
        return super().select_for_update(*args, of=of, **options)


class UserManager(BaseUserManager["User"]):
    """Makes users who log in by e-mail. Every page names the user, so the person comes along."""

    def get_queryset(self) -> UserQuerySet:
        return UserQuerySet(self.model, using=self._db).select_related("person")

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.full_clean(exclude=["password"])
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, **{"role": User.Role.ADMIN, **fields})


class User(AbstractUser):
    """Somebody who logs in (Benutzer). What a role may do stands in `permissions.py`."""

    class Role(models.TextChoices):
        ADMIN = "admin", _("administrator")
        CLERK = "clerk", _("clerk")
        CHAIR = "chair", _("chair")
        COUNCILLOR = "councillor", _("councillor")
        READER = "reader", _("reader")

    username = None
    email = models.EmailField(
        _("e-mail"),
        unique=True,
        error_messages={"unique": _("Somebody already logs in with this e-mail address.")},
    )
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.READER)
    person = models.OneToOneField(
        Person,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="user",
        verbose_name=_("person"),
    )
    committees = models.ManyToManyField(
        Committee,
        blank=True,
        related_name="users",
        verbose_name=_("committees"),
        help_text=_("The committees that a clerk records, or whose published minutes a reader may read in full."),
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    objects = UserManager()

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["email"]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def get_full_name(self) -> str:
        return self.person.full_name if self.person else super().get_full_name()

    @property
    def is_staff(self) -> bool:
        """Administrators use the admin site; nobody else does."""
        return self.is_active and self.role == self.Role.ADMIN

    @is_staff.setter
    def is_staff(self, value: bool) -> None:
        """Ignored: the role says it."""

    @property
    def is_superuser(self) -> bool:
        return self.is_staff

    @is_superuser.setter
    def is_superuser(self, value: bool) -> None:
        """Ignored: the role says it."""


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Memberships, by time."""

    def on(self, day: date) -> "MembershipQuerySet":
        """Those that hold on a day."""
        return self.filter(Q(end__isnull=True) | Q(end__gte=day), start__lte=day)


class Membership(models.Model):
    """A seat of a person in a committee for some time (Mitgliedschaft)."""

    class Kind(models.TextChoices):
        COUNCIL_MEMBER = "council_member", _("council member")
        EXPERT_CITIZEN = "expert_citizen", _("expert citizen with a vote")
        EXPERT_RESIDENT = "expert_resident", _("expert resident, advisory")
        ADVISORY = "advisory", _("advisory member")
        CHIEF_OFFICER = "chief_officer", _("chief officer")

    class Function(models.TextChoices):
        CHAIR = "chair", _("chair")
        DEPUTY_CHAIR = "deputy_chair", _("deputy chair")
        MEMBER = "member", _("member")
        DEPUTY = "deputy", _("deputy")

    committee = models.ForeignKey(
        Committee,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("committee"),
    )
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        related_name="memberships",
        verbose_name=_("person"),
    )
    faction = models.ForeignKey(
        Faction,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name=_("faction"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.COUNCIL_MEMBER)
    function = models.CharField(_("function"), max_length=20, choices=Function, default=Function.MEMBER)
    has_vote = models.BooleanField(_("has a vote"), default=True)
    deputises_for = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="personal_deputies",
        verbose_name=_("personal deputy of"),
    )
    deputy_rank = models.PositiveSmallIntegerField(
        _("rank among deputies"),
        null=True,
        blank=True,
        help_text=_("For deputies who follow in an order."),
    )
    start = models.DateField(_("from"))
    end = models.DateField(_("until"), null=True, blank=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        ordering = ["committee", "person__last_name", "person__first_name", "start"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end__isnull=True) | Q(end__gte=F("start")),
                name="membership_ends_after_start",
                violation_error_message=_("The end must not lie before the beginning."),
            ),
            models.CheckConstraint(
                condition=Q(has_vote=False) | ~Q(kind__in=["expert_resident", "advisory"]),
                name="membership_advisory_has_no_vote",
                violation_error_message=_("Advisory members have no vote."),
            ),
            models.CheckConstraint(
                condition=Q(function="deputy") | Q(deputises_for__isnull=True, deputy_rank__isnull=True),
                name="membership_only_deputies_deputise",
                violation_error_message=_("Only a deputy stands in for somebody or has a rank among deputies."),
            ),
            models.CheckConstraint(
                condition=Q(deputises_for__isnull=True) | Q(deputy_rank__isnull=True),
                name="membership_personal_or_ordered_deputy",
                violation_error_message=_("A deputy is either personal or has a rank, not both."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.committee})"

    def clean(self) -> None:
        problems: dict[str, Any] = {}
        rivals = Membership.objects.filter(committee_id=self.committee_id, person_id=self.person_id)
        if self.function == self.Function.DEPUTY:
            same_member = (
                Q(deputises_for=self.deputises_for_id) if self.deputises_for_id else Q(deputises_for__isnull=True)
            )
            rivals = rivals.filter(~Q(function=self.Function.DEPUTY) | same_member)
        other = validators.overlapping(self, rivals)
        if other:
            problems["start"] = _(
                "%(person)s already has a seat in this committee from %(start)s; the times must not overlap."
            ) % {"person": self.person, "start": other.start.strftime("%d.%m.%Y")}
        if self.deputises_for and self.deputises_for.committee_id != self.committee_id:
            problems["deputises_for"] = _("The member replaced must sit in the same committee.")
        if self.faction and self.faction.term.body_id != self.committee.body_id:
            problems["faction"] = _("This faction belongs to another body.")
        if problems:
            raise ValidationError(problems)
