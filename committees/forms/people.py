"""Room: committees. The form of a person."""

from typing import Any

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from committees.models import Person

from .layout import plain_helper


class PersonForm(forms.ModelForm):
    """Somebody of the directory. A second person of the same name has to be meant."""

    is_namesake = forms.BooleanField(
        label=_("This is somebody else with the same name"), required=False, widget=forms.HiddenInput
    )

    class Meta:
        model = Person
        fields = (
            "academic_title", "first_name", "last_name", "gender", "office", "detail", "short_code",
            "email", "is_staff_member",
        )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(
            Row("academic_title", "gender"),
            Row("first_name", "last_name"),
            "is_namesake",
            Fieldset(_("In the minutes"), "office", "detail", Row("short_code"), "is_staff_member"),
            Fieldset(_("To be reached at"), "email"),
        )

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if {"first_name", "last_name"} & set(self.changed_data) and entries.get("last_name"):
            self._ask_about_namesakes(entries)
        return entries

    def _ask_about_namesakes(self, entries: dict[str, Any]) -> None:
        namesakes = Person.objects.filter(
            last_name__iexact=entries["last_name"], first_name__iexact=entries.get("first_name", "")
        )
        other = namesakes.exclude(pk=self.instance.pk).first()
        if other is None:
            return
        self.fields["is_namesake"].widget = forms.CheckboxInput()
        if not entries.get("is_namesake"):
            described = ", ".join(filter(None, [other.full_name, other.office, other.detail]))
            sentence = _("The directory already has %(person)s. If you mean somebody else, say so.")
            self.add_error("last_name", sentence % {"person": described})
