"""Room: committees. The audit chain in words: each event with what it was done to, and what was and what became."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from . import audit
from .models import AuditEvent


@dataclass(frozen=True, slots=True)
class Line:
    """One value: under which name, what it was and what it became; of a fact without a past `before` is empty."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: the kind of row and its name at that time, what changed, and what else was noted, such as hashes."""

    event: AuditEvent
    kind: str
    name: str
    lines: tuple[Line, ...]
    details: tuple[Line, ...]


def entry(event: AuditEvent) -> Entry:
    """An event in words, whatever stands in it; no query."""
    model = _model(event)
    facts = _facts(event)
    name = str(facts.pop("name", "")) or event.subject.partition(":")[2]
    before, after = facts.pop("before", {}), facts.pop("after", {})
    changes = [
        Line(_label(model, field), _shown(model, field, before), _shown(model, field, after))
        for field in dict.fromkeys([*before, *after])
    ]
    others = [Line(field, "", str(value)) for field, value in facts.items() if value not in (None, "")]
    kind = str(model._meta.verbose_name) if model else event.subject.partition(":")[0]
    return Entry(event, capfirst(kind), name, tuple(changes), tuple(others))


def _facts(event: AuditEvent) -> dict[str, Any]:
    """A copy of the facts; what can't be read, as it is stored."""
    try:
        found = audit.facts_of(event)
    except ValueError:
        return {"facts": event.facts}
    if not isinstance(found, dict) or not all(isinstance(found.get(side, {}), dict) for side in ("before", "after")):
        return {"facts": event.facts}
    return dict(found)


def _model(event: AuditEvent) -> type[models.Model] | None:
    try:
        return apps.get_model(event.subject.partition(":")[0])
    except (LookupError, ValueError):
        return None


def _field(model: type[models.Model] | None, name: str) -> Any:
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def _label(model: type[models.Model] | None, name: str) -> str:
    field = _field(model, name)
    return capfirst(str(getattr(field, "verbose_name", name)))


def _shown(model: type[models.Model] | None, name: str, values: dict[str, Any]) -> str:
    """A value as people read it: yes and no, the label of a choice, the key of another row as “no. 5”."""
    value = values.get(name)
    if value is None or value in ("", []):
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    field = _field(model, name)
    if getattr(field, "is_relation", False):
        return ", ".join(_("no. %(key)s") % {"key": key} for key in (value if isinstance(value, list) else [value]))
    choices = {str(key): str(label) for key, label in getattr(field, "flatchoices", ())}
    return choices.get(str(value), str(value))
