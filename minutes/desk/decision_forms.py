"""Room: minutes, the desk. The form of a decision: resolution, to whom it is recommended, outcome against the votes."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees import guards
from committees.models import AgendaItem, Committee
from votes import checks, closing, rules, wording
from votes.models import Decision, Outcome, Recommendation, Vote

from .versioned_forms import VersionedForm

STEPS = 4


def opposing_result(outcome: str, final: Vote, counted: rules.Tally) -> rules.Result | None:
    """What the final vote made of the motion, if the outcome says the opposite (rules V3, V5); None if they agree.

    Zeros before the result is established are counts that nobody entered yet (rule V2).
    """
    if not final.is_closed and counted.is_all_zero:
        return None
    question_result = closing.result(final, counted)
    puts_rejection = final.puts_rejection
    found = checks.check_outcome(rules.OutcomeCode(outcome), question_result, puts_rejection=puts_rejection)
    return rules.motion_result(question_result, puts_rejection=puts_rejection) if found else None


def result_sentence(counted: rules.Tally, result: rules.Result) -> str:
    """The vote came to 4 yes, 4 no: rejected."""
    words = _("rejected") if result == rules.Result.REJECTED else _("adopted")
    if counted.yes is None or counted.no is None:
        return _("By the vote the motion is %(result)s.") % {"result": words}
    return _("The vote came to %(yes)d yes, %(no)d no: %(result)s.") % {
        "yes": counted.yes,
        "no": counted.no,
        "result": words,
    }


class DecisionForm(VersionedForm):
    """What was resolved on an item. An outcome against the final vote wants a written reason."""

    resolution = forms.CharField(
        required=False,
        strip=False,
        label=gettext_lazy("Text of the resolution"),
        # The text is what is typed; a letter must not choose another heading.
        widget=forms.Textarea(attrs={"rows": 6, "data-first": ""}),
        help_text=gettext_lazy("Blank line: new paragraph. Lists begin with “- ”, “1) ” or “a) ”."),
    )

    class Meta:
        model = Decision
        fields = ["heading", "resolution", "outcome", "outcome_text", "outcome_reason"]

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        self.stored_chain: list[int] = []
        if not self.instance._state.adding:
            steps = self.instance.recommendations.order_by("position")
            self.stored_chain = list(steps.values_list("committee_id", flat=True))
        choices = self._committees()
        for n in range(1, STEPS + 1):
            label = _("Recommended to") if n == 1 else _("then to")
            field = forms.ModelChoiceField(
                Committee.objects.none(), required=False, label=label, empty_label=_("no committee")
            )
            field.queryset = choices
            self.fields[f"step_{n}"] = field
            if n <= len(self.stored_chain):
                self.initial[f"step_{n}"] = self.stored_chain[n - 1]
        self.fields["outcome"].choices = [(code, _outcome_label(code, label)) for code, label in Outcome.choices]
        self.fields["outcome_text"].help_text = _("Empty: the usual wording, as quoted beside the outcome.")

    @property
    def steps(self) -> list[forms.BoundField]:
        """The fields of the chain of recommendation, in order."""
        return [self[f"step_{n}"] for n in range(1, STEPS + 1)]

    def clean_resolution(self) -> str:
        return self.cleaned_data["resolution"].replace("\r\n", "\n").replace("\r", "\n")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        seen: set[int] = set()
        for n in range(1, STEPS + 1):
            committee = cleaned.get(f"step_{n}")
            if committee and committee.pk in seen:
                self.add_error(f"step_{n}", _("%(committee)s stands twice.") % {"committee": committee})
            elif committee:
                seen.add(committee.pk)
        self._check_outcome(cleaned)
        return cleaned

    def differs(self) -> bool:
        return super().differs() or self._chain() != self.stored_chain

    def save(self, commit: bool = True) -> Decision:
        """Write decision and chain. Raises StaleVersion; ValidationError if the database knows a contradiction."""
        try:
            with transaction.atomic():
                if self.write():
                    self.instance.recommendations.all().delete()
                    Recommendation.objects.bulk_create(
                        Recommendation(decision=self.instance, committee_id=key, position=n)
                        for n, key in enumerate(self._chain(), start=1)
                    )
        except IntegrityError as error:
            raise ValidationError(guards.sentence(error)) from error
        return self.instance

    def _chain(self) -> list[int]:
        steps = (self.cleaned_data.get(f"step_{n}") for n in range(1, STEPS + 1))
        return [committee.pk for committee in steps if committee]

    def _committees(self) -> Any:
        """Committees of the body that exist on the day of the session, and those chosen before."""
        session = self.item.session
        others = Committee.objects.filter(body=session.committee.body_id).exclude(pk=session.committee_id)
        on_the_day = Q(start__lte=session.date) & (Q(end__isnull=True) | Q(end__gte=session.date))
        return others.filter(on_the_day | Q(pk__in=self.stored_chain)).order_by("name")

    def _check_outcome(self, cleaned: dict[str, Any]) -> None:
        outcome = cleaned.get("outcome")
        final = Vote.objects.filter(item=self.item, is_final=True).first()
        if not outcome or final is None or cleaned.get("outcome_reason"):
            return
        final.item = self.item
        counted = closing.tally(final)
        against = opposing_result(outcome, final, counted)
        if against is None:
            return
        self.add_error("outcome", result_sentence(counted, against))
        self.add_error("outcome_reason", _("Give the reason why the outcome is another than the result of the vote."))


def _outcome_label(code: str, label: Any) -> str:
    """adopted: “ungeändert beschlossen”."""
    words = wording.outcome_text(rules.OutcomeCode(code))
    return f"{label}: „{words}“" if words and words != str(label) else str(label)
