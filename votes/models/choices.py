"""The codes of votes and decisions, with their names in the interface."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from votes import rules

ELECTORAL = (
    rules.Majority.ELECTION,
    rules.Majority.PLURALITY,
    rules.Majority.PROPORTIONAL,
)


class Outcome(models.TextChoices):
    """What became of an item (Beschlussart); the codes of `rules.OutcomeCode`."""

    ADOPTED = rules.OutcomeCode.ADOPTED.value, _("adopted")
    ADOPTED_AMENDED = rules.OutcomeCode.ADOPTED_AMENDED.value, _("adopted with changes")
    REJECTED = rules.OutcomeCode.REJECTED.value, _("rejected")
    NOTED = rules.OutcomeCode.NOTED.value, _("noted")
    DEFERRED = rules.OutcomeCode.DEFERRED.value, _("deferred")
    REMOVED = rules.OutcomeCode.REMOVED.value, _("removed from the agenda")
    REFERRED = rules.OutcomeCode.REFERRED.value, _("referred")
    WITHDRAWN = rules.OutcomeCode.WITHDRAWN.value, _("withdrawn")
    SETTLED = rules.OutcomeCode.SETTLED.value, _("settled")
    ELECTED = rules.OutcomeCode.ELECTED.value, _("elected")
    MULTIPLE = rules.OutcomeCode.MULTIPLE.value, _("several resolutions")
    NONE = rules.OutcomeCode.NONE.value, _("no outcome")


class Form(models.TextChoices):
    """How votes are cast (Form der Abstimmung); the codes of `rules.Form`."""

    SHOW_OF_HANDS = rules.Form.SHOW_OF_HANDS.value, _("show of hands")
    RISING = rules.Form.RISING.value, _("rising from the seats")
    CARDS = rules.Form.CARDS.value, _("voting cards")
    ELECTRONIC = rules.Form.ELECTRONIC.value, _("electronic")
    ROLL_CALL = rules.Form.ROLL_CALL.value, _("roll call")
    SECRET = rules.Form.SECRET.value, _("secret")
    NO_FORMAL_VOTE = rules.Form.NO_FORMAL_VOTE.value, _("without a formal vote")


class Majority(models.TextChoices):
    """The majority that a question needs (Mehrheit); the codes of `rules.Majority`."""

    SIMPLE = rules.Majority.SIMPLE.value, _("simple: more yes than no")
    ABSOLUTE = rules.Majority.ABSOLUTE.value, _("more than half of the seats")
    TWO_THIRDS_VOTES = (
        rules.Majority.TWO_THIRDS_VOTES.value,
        _("two thirds of the votes"),
    )
    TWO_THIRDS_SEATS = (
        rules.Majority.TWO_THIRDS_SEATS.value,
        _("two thirds of the seats"),
    )
    UNANIMOUS_LIST = (
        rules.Majority.UNANIMOUS_LIST.value,
        _("agreed list: no vote against"),
    )
    ELECTION = (
        rules.Majority.ELECTION.value,
        _("election: more than half of the valid votes"),
    )
    PLURALITY = rules.Majority.PLURALITY.value, _("run-off: most votes")
    PROPORTIONAL = rules.Majority.PROPORTIONAL.value, _("election of lists")


class Choice(models.TextChoices):
    """What somebody calls when the name is read; the codes of `rules.Choice`."""

    YES = rules.Choice.YES.value, _("yes")
    NO = rules.Choice.NO.value, _("no")
    ABSTAIN = rules.Choice.ABSTAIN.value, _("abstention")
    NOT_VOTING = rules.Choice.NOT_VOTING.value, _("does not vote")
