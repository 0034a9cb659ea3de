"""Room: committees. What is asked of the page of the audit trail: which acts, by whom, on which row."""

from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from committees.models import AuditEvent, User
from committees.models.history import ACTS

from .layout import plain_helper


class TrailForm(forms.Form):
    """Nothing chosen: all events."""

    act = forms.ChoiceField(label=_("act"), required=False)
    actor = forms.ModelChoiceField(User.objects.none(), label=_("who"), required=False, empty_label=_("everybody"))
    subject = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = sorted(((act, str(label)) for act, label in ACTS.items()), key=lambda choice: choice[1].casefold())
        acts: Any = self.fields["act"]
        acts.choices = [("", _("all acts")), *labels]
        people: Any = self.fields["actor"]
        people.queryset = User.objects.filter(Exists(AuditEvent.objects.filter(actor=OuterRef("pk")))).order_by(
            "person__last_name", "email"
        )
        self.helper = plain_helper(Row("act", "actor"), "subject")
