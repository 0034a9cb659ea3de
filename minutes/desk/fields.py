"""Room: minutes, the desk. What clerks type: times of day, and what a form is bound to."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils import timezone

_CLOCKS = ["%H:%M", "%H.%M", "%H:%M:%S"]


class ClockField(forms.TimeField):
    """A time of day: 16:30 or 16.30; `session.moment()` makes a moment of it."""

    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"required": False, "input_formats": _CLOCKS, **options})

    def prepare_value(self, value: Any) -> Any:
        return timezone.localtime(value).time() if isinstance(value, datetime) else value


def posted(request: HttpRequest) -> QueryDict | None:
    """The data of a form that was sent, even if it is empty; None if the page is only looked at."""
    return request.POST if request.method == "POST" else None
