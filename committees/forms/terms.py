"""Room: committees. Forms of legislative terms and their factions."""

from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext_lazy as _

from committees.models import Body, Faction, LegislativeTerm

from .layout import DayField, lock, plain_helper


class TermForm(forms.ModelForm):
    """The time for which a council is elected."""

    start = DayField(label=_("begins on"))
    end = DayField(label=_("ends on"), required=False)

    class Meta:
        model = LegislativeTerm
        fields = ("body", "name", "start", "end")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            self.initial.setdefault("body", Body.objects.first())
        else:
            lock(self, "body", _("A term stays with its body."))
        self.helper = plain_helper("body", "name", Row("start", "end"))

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        start, end = entries.get("start"), entries.get("end")
        if start and end and end < start:
            self.add_error("end", _("The end must not lie before the beginning."))
        if entries.get("body") and entries.get("name"):
            rivals = LegislativeTerm.objects.filter(body=entries["body"], name=entries["name"])
            if rivals.exclude(pk=self.instance.pk).exists():
                self.add_error("name", _("The body already has a term of this name."))
        return entries


class FactionForm(forms.ModelForm):
    """A faction of one term; `position` orders the lists of attendance."""

    class Meta:
        model = Faction
        fields = ("name", "short_name", "position")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["position"].help_text = _("The list of attendance follows it.")
        self.helper = plain_helper("name", Row("short_name", "position"))

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        rivals = Faction.objects.filter(term=self.instance.term_id, name=name).exclude(pk=self.instance.pk)
        if rivals.exists():
            raise forms.ValidationError(_("The term already has a faction of this name."))
        return name
