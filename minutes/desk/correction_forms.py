"""Room: minutes, the desk. Forms of what comes after publishing: objections, what became of them, corrections."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees import agenda
from committees.forms.layout import DayField
from committees.models import AgendaItem, Person, Session
from minutes import correcting
from minutes.models import Correction, Objection

_LONG = 10_000


class _OfItem(forms.Form):
    """At which item of the session, or of the minutes as a whole; the field `item` gives the row, or None."""

    item = forms.ChoiceField(label=gettext_lazy("Agenda item"), required=False)

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        self._items = {str(item.pk): item for item in session.items.order_by("position")}
        numbers = agenda.numbers(session, self._items.values())
        titled = [(key, f"{numbers[item.pk].label}  {item.title}"[:80]) for key, item in self._items.items()]
        self.fields["item"].choices = [("", _("the minutes as a whole")), *titled]  # type: ignore[attr-defined]

    def clean_item(self) -> AgendaItem | None:
        return self._items.get(self.cleaned_data["item"])


class ObjectionForm(_OfItem):
    """Who objects to what, and when it came in."""

    raised_by = forms.ModelChoiceField(
        Person.objects.none(),
        label=gettext_lazy("Raised by"),
        help_text=gettext_lazy("Members of the committee, and everybody on the list of attendance."),
    )
    raised_on = DayField(label=gettext_lazy("Raised on"))
    text = forms.CharField(
        label=gettext_lazy("What is wrong in the minutes?"),
        max_length=_LONG,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    field_order = ["raised_by", "raised_on", "item", "text"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["raised_on"].initial = timezone.localdate()
        people: Any = self.fields["raised_by"]
        people.queryset = correcting.objectors(self.session).order_by("last_name", "first_name")


class DecisionOnObjectionForm(forms.Form):
    """What became of an objection, and at which item of a later session."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What became of the objection?"),
        widget=forms.RadioSelect,
        choices=[choice for choice in Objection.Outcome.choices if choice[0] != Objection.Outcome.OPEN],
    )
    at_item = forms.ModelChoiceField(
        AgendaItem.objects.none(),
        label=gettext_lazy("Decided at"),
        required=False,
        help_text=gettext_lazy("An item of a later session on these minutes. Withdrawn objections need none."),
    )

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items: Any = self.fields["at_item"]
        items.queryset = correcting.deciding_items(session)
        items.label_from_instance = lambda item: (
            f"{item.session.reference}, {item.session.date:%d.%m.%Y}: {item.title}"[:120]
        )


class CorrectionForm(_OfItem):
    """The note that corrects the minutes, as everybody or only those entitled will read it."""

    objection = forms.ModelChoiceField(
        Objection.objects.none(),
        label=gettext_lazy("Follows from the objection"),
        required=False,
        empty_label=gettext_lazy("none, a slip of the pen"),
    )
    text = forms.CharField(
        label=gettext_lazy("Text of the correction"),
        max_length=_LONG,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Say what stands in the minutes, and what is correct."),
    )
    made_on = DayField(label=gettext_lazy("Dated"))
    is_public = forms.BooleanField(
        label=gettext_lazy("Everybody reads the correction"),
        required=False,
        help_text=gettext_lazy("Otherwise only those entitled to the non-public part read it."),
    )
    field_order = ["objection", "item", "text", "made_on", "is_public"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["made_on"].initial = timezone.localdate()
        objections: Any = self.fields["objection"]
        rows = Objection.objects.filter(session=self.session, outcome=Objection.Outcome.UPHELD, correction=None)
        objections.queryset = rows.select_related("raised_by")

    def row(self) -> Correction:
        """The correction as typed, not stored yet."""
        return Correction(session=self.session, **self.cleaned_data)

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                correcting.check(self.row())
            except forms.ValidationError as refusal:
                self.add_error(None, refusal)
        return entries
