"""Room: committees. Forms of a committee: its names and numbers, and its end."""

from typing import Any

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from committees.models import Body, Committee

from .layout import DayField, lock, plain_helper


class CommitteeForm(forms.ModelForm):
    """What a committee is called, and how many seats it has."""

    start = DayField(label=_("exists since"))
    end = DayField(label=_("exists until"), required=False, help_text=_("Empty as long as the committee exists."))

    class Meta:
        model = Committee
        fields = (
            "body", "name", "short_name", "kind", "seats", "noun", "gender",
            "chair_title_m", "chair_title_f", "start", "end",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        bodies = Body.objects.all()
        self.fields["body"].queryset = bodies
        if self.instance._state.adding:
            self.initial.setdefault("body", bodies.first())
        else:
            lock(self, "body", _("A committee stays with its body."))
            if self.instance.sessions.exists():
                lock(self, "short_name", _("Sessions are numbered with it, so it stays."))
        self.helper = plain_helper(
            "body",
            "name",
            Row("short_name", "kind"),
            "seats",
            Row("start", "end"),
            Fieldset(
                _("In the sentences of the minutes"), Row("noun", "gender"), Row("chair_title_m", "chair_title_f")
            ),
        )

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        start, end = entries.get("start"), entries.get("end")
        if start and end and end < start:
            self.add_error("end", _("The end must not lie before the beginning."))
        if entries.get("body") and entries.get("short_name"):
            rivals = Committee.objects.filter(body=entries["body"], short_name=entries["short_name"])
            if rivals.exclude(pk=self.instance.pk).exists():
                self.add_error("short_name", _("The body already has a committee with this short name."))
        if "end" in self.changed_data and end:
            refuse_later_sessions(self, self.instance, end)
        return entries


class EndCommitteeForm(forms.ModelForm):
    """The last day of a committee; the seats that are still open end with it."""

    end = DayField(label=_("exists until"), help_text=_("The last day on which the committee may meet."))
    ends_seats = forms.BooleanField(
        label=_("End all seats that are still open on this day"), required=False, initial=True
    )

    class Meta:
        model = Committee
        fields = ("end",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper("end", "ends_seats")

    def clean_end(self) -> Any:
        end = self.cleaned_data["end"]
        if end < self.instance.start:
            raise forms.ValidationError(_("The end must not lie before the beginning."))
        return end

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        end = entries.get("end")
        if end:
            refuse_later_sessions(self, self.instance, end)
            late = self.instance.memberships.filter(start__gt=end).select_related("person").first()
            if late and entries.get("ends_seats"):
                sentence = _("The seat of %(person)s begins only on %(day)s; delete or correct it first.")
                self.add_error("end", sentence % {"person": late.person, "day": f"{late.start:%d.%m.%Y}"})
        return entries


def refuse_later_sessions(form: forms.ModelForm, committee: Committee, end: Any) -> None:
    """An error at `end` if the committee has a session after that day."""
    session = committee.sessions.filter(date__gt=end).order_by("-date").first() if committee.pk else None
    if session:
        sentence = _("The committee meets after this day: %(session)s on %(day)s.")
        form.add_error("end", sentence % {"session": session.reference, "day": f"{session.date:%d.%m.%Y}"})
