"""Room: committees. What all forms of the directory share: their helper, days, errors at the right field."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms


class DayField(forms.DateField):
    """A day: 18.11.2026, or from the date picker of the browser."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def plain_helper(*layout: Any) -> FormHelper:
    """A crispy helper for a form inside the page's own <form>."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    if layout:
        helper.layout = Layout(*layout)
    return helper


def lock(form: forms.Form, name: str, reason: Any) -> None:
    """Show a field that can't be changed any more, and why."""
    form.fields[name].disabled = True
    form.fields[name].help_text = reason
