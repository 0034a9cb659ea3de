"""Votes with their voters, ballots and options. Totals, results and sentences are computed, never stored."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committees.models import AgendaItem, Attendance, Person, Versioned
from votes import rules

from .choices import ELECTORAL, Choice, Form, Majority


class Vote(Versioned):
    """One question put to the vote (Abstimmung, Wahlgang).

    Counts are facts of a vote by hand or in secret, None where unknown; those of a roll call follow from its ballots.
    Closing freezes the list of voters; from then on the database refuses change until the vote is opened again.
    """

    class Override(models.TextChoices):
        NONE = "", _("as counted")
        ADOPTED = rules.Result.ADOPTED.value, _("adopted")
        REJECTED = rules.Result.REJECTED.value, _("rejected")

    item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        related_name="votes",
        verbose_name=_("item"),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=1)
    label = models.CharField(
        _("label"),
        max_length=160,
        blank=True,
        help_text=_("For example: 1. Absatz, Erster Wahlgang"),
    )
    question = models.TextField(_("question put"), blank=True)
    form = models.CharField(_("form"), max_length=20, choices=Form, default=Form.SHOW_OF_HANDS)
    form_text = models.CharField(
        _("wording of the form"),
        max_length=120,
        blank=True,
        help_text=_("Empty: the usual wording."),
    )
    majority = models.CharField(_("majority"), max_length=20, choices=Majority, default=Majority.SIMPLE)
    puts_rejection = models.BooleanField(
        _("the question was to reject"),
        default=False,
        help_text=_("“Who is for rejecting the motion?” – if adopted, the motion is rejected."),
    )
    is_final = models.BooleanField(
        _("final vote"),
        default=True,
        help_text=_("The vote that decides the item; part votes are not."),
    )
    only_unanimous = models.BooleanField(
        _("only “unanimous” is recorded"),
        default=False,
        help_text=_("Nobody counted; the numbers stay unknown."),
    )
    yes = models.PositiveSmallIntegerField(_("yes"), null=True, blank=True)
    no = models.PositiveSmallIntegerField(_("no"), null=True, blank=True)
    abstain = models.PositiveSmallIntegerField(_("abstentions"), null=True, blank=True)
    invalid = models.PositiveSmallIntegerField(_("invalid"), null=True, blank=True)
    not_voting = models.PositiveSmallIntegerField(_("present without voting"), null=True, blank=True)
    eligible_count = models.PositiveSmallIntegerField(_("number entitled to vote"), null=True, editable=False)
    drawn_option = models.ForeignKey(
        "Option",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("decided by lot"),
    )
    result_override = models.CharField(_("result"), max_length=20, choices=Override, blank=True, default=Override.NONE)
    override_reason = models.CharField(_("reason for another result"), max_length=300, blank=True)
    bloc = models.UUIDField(
        _("taken together"),
        null=True,
        blank=True,
        editable=False,
        help_text=_("Votes of several items that were one show of hands share this key."),
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("vote")
        verbose_name_plural = _("votes")
        ordering = ["item__position", "position"]
        constraints = [
            models.UniqueConstraint(fields=["item", "position"], name="vote_position_once"),
            models.UniqueConstraint(
                fields=["item"],
                condition=Q(is_final=True),
                name="vote_one_final",
                violation_error_message=_("The item already has a final vote; this can only be a part vote."),
            ),
            models.CheckConstraint(condition=Q(form__in=Form.values), name="vote_known_form"),
            models.CheckConstraint(condition=Q(majority__in=Majority.values), name="vote_known_majority"),
            models.CheckConstraint(
                condition=~Q(form__in=[Form.ROLL_CALL, Form.NO_FORMAL_VOTE])
                | Q(
                    yes__isnull=True,
                    no__isnull=True,
                    abstain__isnull=True,
                    invalid__isnull=True,
                    not_voting__isnull=True,
                ),
                name="vote_no_counts_beside_ballots",
                violation_error_message=_("The totals of a roll call follow from its ballots."),
            ),
            models.CheckConstraint(
                condition=~Q(majority__in=ELECTORAL) | Q(yes__isnull=True, no__isnull=True),
                name="vote_elections_count_options",
                violation_error_message=_("An election counts votes for its options, not yes and no."),
            ),
            models.CheckConstraint(
                condition=Q(only_unanimous=False) | Q(yes__isnull=True, no__isnull=True),
                name="vote_unanimous_or_counted",
                violation_error_message=_("Either the votes were counted or only “unanimous” is recorded."),
            ),
            models.CheckConstraint(
                condition=Q(result_override="", override_reason="") | (~Q(result_override="") & ~Q(override_reason="")),
                name="vote_override_has_reason",
                violation_error_message=_("Another result than the counted one needs a written reason."),
            ),
            models.CheckConstraint(
                condition=Q(form=Form.SECRET) | Q(eligible_count__isnull=True),
                name="vote_number_of_voters_if_secret",
            ),
        ]

    def __str__(self) -> str:
        return self.label or self.question or self.get_form_display()

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def is_election(self) -> bool:
        return self.majority in ELECTORAL


class Voter(models.Model):
    """Somebody entitled to vote when a vote was closed (Stimmberechtigte). A secret vote has none: only a number."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="voters", verbose_name=_("vote"))
    attendance = models.ForeignKey(
        Attendance,
        on_delete=models.PROTECT,
        related_name="entitlements",
        verbose_name=_("person"),
    )

    class Meta:
        verbose_name = _("person entitled to vote")
        verbose_name_plural = _("people entitled to vote")
        ordering = ["attendance__person__last_name", "attendance__person__first_name"]
        constraints = [models.UniqueConstraint(fields=["vote", "attendance"], name="voter_once")]

    def __str__(self) -> str:
        return str(self.attendance)


class Ballot(models.Model):
    """What one person called in a roll call (Stimme)."""

    voter = models.OneToOneField(Voter, on_delete=models.CASCADE, related_name="ballot", verbose_name=_("person"))
    choice = models.CharField(pgettext_lazy("of a person", "vote"), max_length=20, choices=Choice)

    class Meta:
        verbose_name = _("ballot")
        verbose_name_plural = _("ballots")
        constraints = [models.CheckConstraint(condition=Q(choice__in=Choice.values), name="ballot_known_choice")]

    def __str__(self) -> str:
        return f"{self.voter}: {self.get_choice_display()}"


class Option(models.Model):
    """Somebody or a list that can be elected, with the votes received (Wahlvorschlag)."""

    vote = models.ForeignKey(Vote, on_delete=models.CASCADE, related_name="options", verbose_name=_("vote"))
    position = models.PositiveSmallIntegerField(_("order"), default=1)
    label = models.CharField(_("name"), max_length=120)
    person = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="candidacies",
        verbose_name=_("person"),
    )
    votes = models.PositiveSmallIntegerField(pgettext_lazy("received", "votes"), null=True, blank=True)

    class Meta:
        verbose_name = _("option")
        verbose_name_plural = _("options")
        ordering = ["position", F("pk").asc()]
        constraints = [models.UniqueConstraint(fields=["vote", "label"], name="option_once")]

    def __str__(self) -> str:
        return self.label
