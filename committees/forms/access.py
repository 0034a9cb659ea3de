"""Room: committees. What is asked of the pages that say who may see what: a committee and a day."""

from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext_lazy as _

from committees.models import Committee

from .layout import DayField, plain_helper


class DayForm(forms.Form):
    """On which day an account is looked at."""

    day = DayField(label=_("day"))


class AccessForm(DayForm):
    """Which committee on which day, and which accounts of all."""

    committee = forms.ModelChoiceField(Committee.objects.none(), label=_("committee"))
    q = forms.CharField(label=_("Name or e-mail"), required=False, max_length=100)
    entitled = forms.BooleanField(label=_("only who may more than the public"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Committee.objects.select_related("body").order_by("body__name", "name")
        self.fields["committee"].queryset = rows
        self.helper = plain_helper(Row("committee", "day"), Row("q"), "entitled")
