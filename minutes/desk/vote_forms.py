"""Room: minutes, the desk. The form of a vote: question, form, majority, counts, and what can be elected."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from committees import validators
from committees.models import Person, User
from votes import checks, closing, elections, rules
from votes.models import ELECTORAL, Ballot, Form, Option, Vote

from . import results, rounds
from .room import Room
from .versioned_forms import VersionedForm

COUNTS = ("yes", "no", "abstain", "invalid", "not_voting")


class OptionForm(forms.Form):
    """One candidate or list; a row without a name is no option."""

    label = forms.CharField(required=False, max_length=120, label=gettext_lazy("Name or list"))
    person = forms.ModelChoiceField(Person.objects.none(), required=False, label=gettext_lazy("Person"))
    votes = forms.IntegerField(required=False, min_value=0, max_value=9999, label=pgettext_lazy("received", "Votes"))
    drawn = forms.BooleanField(required=False, label=gettext_lazy("by lot"))

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people
        self.fields["person"].choices = [("", "–"), *((person.pk, person.sort_name) for person in people)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("person") and not cleaned.get("label"):
            cleaned["label"] = cleaned["person"].full_name
        if not cleaned.get("label") and (cleaned.get("votes") is not None or cleaned.get("drawn")):
            self.add_error("label", _("Whom or what do these votes belong to?"))
        return cleaned


OptionFormSet = forms.formset_factory(OptionForm, extra=3, max_num=60, absolute_max=80)


class VoteForm(VersionedForm):
    """A question put to the vote. Empty counts are unknown, not 0."""

    class Meta:
        model = Vote
        fields = [
            "label",
            "question",
            "form",
            "form_text",
            "majority",
            "puts_rejection",
            "is_final",
            "only_unanimous",
            *COUNTS,
            "result_override",
            "override_reason",
        ]
        widgets = {"question": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, room: Room, earlier: Vote | None = None, **kwargs: Any) -> None:
        """`earlier`: the round of an election before this one, which then is no final vote any more."""
        super().__init__(*args, **kwargs)
        self.room, self.earlier = room, earlier
        others = Vote.objects.filter(item=room.item, is_final=True).exclude(pk=self.instance.pk)
        self.other_final = others.exclude(pk=earlier.pk if earlier else None).first()
        if self.instance._state.adding and self.other_final:
            self.initial["is_final"] = False
        for name in COUNTS:
            self.fields[name].widget.attrs |= {"inputmode": "numeric"}
        self.fields["yes"].widget.attrs["data-first"] = ""
        self.stored_options = [] if self.instance._state.adding else list(_rows(self.instance))
        offered = self.stored_options
        if earlier is not None:
            self.initial |= rounds.entries(earlier)
            offered = rounds.options(earlier)
        people = Person.objects.filter(attendances__session=room.item.session_id).distinct()
        names = ("label", "person", "votes", "drawn")
        self.options = OptionFormSet(
            self.data if self.is_bound else None,
            prefix="options",
            # Sent rows stand for themselves: one that equals its initial values would count as left empty.
            initial=None if self.is_bound else [dict(zip(names, row, strict=True)) for row in offered],
            form_kwargs={"people": people},
        )

    @property
    def electoral(self) -> str:
        """The majorities of elections, which people or lists are entered for."""
        return " ".join(ELECTORAL)

    @property
    def counts(self) -> list[forms.BoundField]:
        """The fields of the counted votes, in order."""
        return [self[name] for name in COUNTS]

    def is_valid(self) -> bool:
        return self.options.is_valid() and super().is_valid()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.options.is_valid():
            return cleaned
        for field, problem in (*self._problems(cleaned), *self._sum_problems(cleaned)):
            self.add_error(field, problem)
        return cleaned

    def differs(self) -> bool:
        return super().differs() or self._options() != self.stored_options

    def save(self, *, by: User, position: int | None = None, closes: bool = False) -> Vote:
        """Write vote and options, a new vote at `position`; with `closes` establish the result too.

        Raises StaleVersion, or ValidationError if the result can't be established; then nothing is written.
        """
        if self.instance._state.adding:
            self.instance.position = position
        with transaction.atomic():
            if self.earlier is not None and self.instance._state.adding:
                rounds.make_room(self.earlier, by=by)
            if self.write():
                self._write_options()
            if closes:
                results.establish(self.instance, by=by)
        return self.instance

    def add_errors(self, problems: ValidationError) -> None:
        """Show what speaks against the result at its fields, if the form has them."""
        found = problems.message_dict if hasattr(problems, "error_dict") else {NON_FIELD_ERRORS: problems.messages}
        for name, messages in found.items():
            self.add_error(name if name in self.fields else None, messages)

    def _problems(self, cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """What contradicts the form of the vote."""
        counted = [name for name in COUNTS if cleaned.get(name) is not None]
        yes_and_no = [name for name in ("yes", "no") if name in counted]
        form, majority = cleaned.get("form"), cleaned.get("majority")
        if form == Form.ROLL_CALL:
            yield from ((name, _("The totals of a roll call follow from its ballots.")) for name in counted)
        elif form == Form.NO_FORMAL_VOTE:
            yield from ((name, _("Without a formal vote nobody counts.")) for name in counted)
        elif majority in ELECTORAL:
            yield from ((name, _("An election counts votes for its options, not yes and no.")) for name in yes_and_no)
        if cleaned.get("only_unanimous") and form == Form.ROLL_CALL:
            yield "only_unanimous", _("The result of a roll call follows from its ballots.")
        if cleaned.get("only_unanimous") and yes_and_no:
            yield "only_unanimous", _("Either the votes were counted or only “unanimous” is recorded.")
        if cleaned.get("is_final") and self.other_final:
            yield "is_final", _("“%(vote)s” is the final vote of this item already.") % {"vote": self.other_final}
        if cleaned.get("result_override") and not cleaned.get("override_reason"):
            yield "override_reason", _("Another result than the counted one needs a written reason.")
        if cleaned.get("override_reason") and not cleaned.get("result_override"):
            yield "result_override", _("Choose the result that this reason is for.")
        if "form" in self.changed_data and form != Form.ROLL_CALL and self._has_ballots():
            yield "form", _("Votes with names are recorded already. Discard them on the page of the roll call first.")
        if majority not in ELECTORAL and self._options():
            yield "majority", _("Options are for elections: choose the majority of an election, or empty the options.")
        if repeated := validators.first_duplicate(label for label, *_row in self._options()):
            yield "majority", _("“%(label)s” stands twice.") % {"label": repeated}
        if sum(drawn for *_row, drawn in self._options()) > 1:
            yield "majority", _("The lot falls on one option only.")

    def _sum_problems(self, cleaned: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """Rule V1 as far as the counts are known: never more votes than voters. Missing ones matter for the result."""
        if any(name not in cleaned for name in COUNTS) or cleaned.get("form") in (Form.ROLL_CALL, Form.NO_FORMAL_VOTE):
            return
        eligible = len(self.room.eligible)
        yes, no, abstain, invalid, not_voting = (cleaned[name] for name in COUNTS)
        if cleaned.get("majority") in ELECTORAL:
            rows = [elections.Option(label, votes) for label, _person, votes, _drawn in self._options()]
            rest = {"abstain": abstain, "invalid": invalid, "not_voting": not_voting}
            found = elections.check_election(rows, eligible=eligible, **rest)
            field = "abstain"
        else:
            found = checks.check_sum(rules.Tally(yes, no, abstain, invalid, not_voting), eligible)
            field = next((name for name in COUNTS if cleaned[name] is not None), "yes")
        for problem in found:
            if problem.code == "votes_exceed_voters":
                yield field, closing.sum_sentence(problem)

    def _has_ballots(self) -> bool:
        return Ballot.objects.filter(voter__vote=self.instance.pk).exists()

    def _options(self) -> list[tuple[str, int | None, int | None, bool]]:
        """The options as label, key of the person, votes, drawn by lot; in order."""
        rows = (row.cleaned_data for row in self.options if row.cleaned_data.get("label"))
        return [(row["label"], row["person"].pk if row["person"] else None, row["votes"], row["drawn"]) for row in rows]

    def _write_options(self) -> None:
        """Replace the options and the one that was drawn."""
        if self._options() == self.stored_options:
            return
        self.instance.options.all().delete()
        drawn = None
        for position, (label, person, votes, is_drawn) in enumerate(self._options(), start=1):
            option = Option.objects.create(
                vote=self.instance, position=position, label=label, person_id=person, votes=votes
            )
            drawn = option if is_drawn else drawn
        self.instance.drawn_option = drawn
        Vote.objects.filter(pk=self.instance.pk).update(drawn_option=drawn)


def _rows(vote: Vote) -> Iterator[tuple[str, int | None, int | None, bool]]:
    for option in vote.options.all():
        yield option.label, option.person_id, option.votes, option.pk == vote.drawn_option_id
