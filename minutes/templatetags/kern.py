"""Template tags of the form pack `templates/kern/`: widgets with the classes of the KERN design system."""

import itertools
from collections.abc import Iterator
from typing import Any

from django import forms, template
from django.forms import BaseForm, BaseFormSet, BoundField
from django.forms.boundfield import BoundWidget
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()

INPUT_CLASSES = {
    "check": "kern-form-check__checkbox",
    "select": "kern-form-input__select",
    "input": "kern-form-input__input",
}


@register.filter
def kind(field: BoundField) -> str:
    """How a field is laid out: hidden, check, choices (a group), parts (several inputs), select or input."""
    widget = field.field.widget
    if field.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    if isinstance(widget, forms.MultiWidget):
        return "parts"
    if isinstance(widget, forms.Select) and not widget.allow_multiple_selected:
        return "select"
    return "input"


def _classes(field: BoundField, base: str) -> str:
    own = field.field.widget.attrs.get("class", "")
    return " ".join(filter(None, [base, f"{base}--error" if field.errors else "", own]))


@register.simple_tag
def kern_widget(field: BoundField, label: str = "") -> SafeString:
    """The input of a field with its KERN classes; `label` names it where no visible label does (cells of a table)."""
    widget = field.field.widget
    attrs: dict[str, Any] = {"class": _classes(field, INPUT_CLASSES.get(kind(field), INPUT_CLASSES["input"]))}
    if isinstance(widget, forms.MultiWidget):
        names = (_("Date"), _("Time")) if isinstance(widget, forms.SplitDateTimeWidget) else itertools.count(1)
        for name, part in zip(names, widget.widgets, strict=False):
            part.attrs |= {"class": INPUT_CLASSES["input"], "aria-label": f"{label} {name}".strip()}
        attrs = {}
    if label:
        attrs["aria-label"] = label
    if isinstance(widget, forms.Textarea) and "rows" not in widget.attrs:
        attrs["rows"] = 4
    return field.as_widget(attrs=attrs)


@register.simple_tag
def kern_option(field: BoundField, option: BoundWidget) -> SafeString:
    """One radio button or checkbox of a group, without its label."""
    option.data["attrs"] |= {"class": _classes(field, f"kern-form-check__{option.data['type']}")}
    return option.tag()


@register.filter
def marks_required(form: BaseForm) -> bool:
    """Whether a form shows at least one required field, so that the mark needs an explanation."""
    return any(field.field.required for field in form.visible_fields())


@register.filter
def first_input(field: BoundField) -> str:
    """The id that a link of the error summary leads to: of the input, or of the first one in a group."""
    return f"{field.auto_id}_0" if kind(field) in ("choices", "parts") else field.id_for_label


@register.filter
def form_problems(form: BaseForm) -> list[dict[str, str]]:
    """All messages of a form for its error summary: target id (may be empty), label, text."""
    return list(_problems(form, ""))


@register.filter
def formset_problems(formset: BaseFormSet) -> list[dict[str, str]]:
    """All messages of a formset for its error summary; the label names the row, counted from 1."""
    found = [{"target": "", "label": "", "text": str(text)} for text in formset.non_form_errors()]
    for number, form in enumerate(formset.forms, start=1):
        found += _problems(form, _("Row %(number)s") % {"number": number})
    return found


def _problems(form: BaseForm, row: str) -> Iterator[dict[str, str]]:
    for text in form.non_field_errors():
        yield {"target": "", "label": row, "text": str(text)}
    for field in form:
        label = "" if field.is_hidden else str(field.label)
        for text in field.errors:
            yield {
                "target": "" if field.is_hidden else first_input(field),
                "label": ", ".join(filter(None, [row, label])),
                "text": str(text),
            }


@register.filter
def button_classes(button: Any) -> str:
    """Classes of a button of a crispy layout: primary if it submits, secondary if not, unless it names its variant."""
    own = [name for name in button.field_classes.split() if not name.startswith("btn")]
    if not any(name.startswith("kern-btn--") for name in own):
        own.insert(0, "kern-btn--primary" if button.input_type == "submit" else "kern-btn--secondary")
    return " ".join(["kern-btn", *own])


@register.filter
def alert_variant(level_tag: str) -> str:
    """The KERN variant of a Django message."""
    return {"error": "danger", "warning": "warning", "success": "success"}.get(level_tag, "info")
