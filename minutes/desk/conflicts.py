"""Room: minutes, the desk. After somebody else saved first: what was typed beside what is stored now."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Difference:
    """A field whose typed and stored texts differ."""

    label: str
    typed: str
    stored: str


def differences(form: forms.BaseForm, stored: forms.BaseForm) -> list[Difference]:
    """The visible fields in which a bound form differs from an unbound one of the row as it is stored."""
    pairs = ((field, stored[field.name]) for field in form.visible_fields() if field.name in stored.fields)
    return [
        Difference(str(field.label), typed, now)
        for field, other in pairs
        if (typed := _shown(field, field.value())) != (now := _shown(other, other.value()))
    ]


def _shown(field: BoundField, value: Any) -> str:
    """A value as a person reads it."""
    if isinstance(field.field, forms.BooleanField) and not isinstance(field.field, forms.NullBooleanField):
        return _("yes") if value else _("no")
    values = value if isinstance(value, list | tuple) else [value]
    choices = {str(key): str(label) for key, label in getattr(field.field, "choices", ())}
    texts = [choices.get(str(one), "") if choices else _plain(field, one) for one in values]
    return ", ".join(text for text in texts if text) or "–"


def _plain(field: BoundField, value: Any) -> str:
    if value in (None, ""):
        return ""
    text = field.field.widget.format_value(field.field.prepare_value(value))
    return str(text or "").strip()
