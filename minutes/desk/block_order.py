"""Room: minutes, the desk. The order of blocks as a field: a number for each; a script makes buttons of the numbers."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from committees.blocks import MINUTES_BLOCKS

BLOCK_NAMES = {
    "head": _("times and number of seats"),
    "attendance": _("attendance"),
    "opening": _("opening of the session"),
    "agenda": _("agenda"),
    "items": _("items with debate and votes"),
    "closing": _("end of the session"),
    "signatures": _("signatures"),
    "corrections": _("corrections"),
    "annexes": _("list of annexes"),
}


class BlockOrderWidget(forms.MultiWidget):
    """A list of the blocks as they stand, each with its place to be changed."""

    template_name = "minutes/desk/_block_order.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        places = {name: forms.NumberInput(attrs={"min": 1, "max": 99}) for name in MINUTES_BLOCKS}
        super().__init__(places, attrs)

    def decompress(self, value: Any) -> list[int]:
        return _places(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        rows = list(zip(MINUTES_BLOCKS, context["widget"]["subwidgets"], strict=True))
        context["rows"] = [
            {"key": key, "label": BLOCK_NAMES[key], "input": row} for key, row in sorted(rows, key=_by_place)
        ]
        return context


class BlockOrderField(forms.MultiValueField):
    """The names of all blocks in the order of their places.

    Whoever types the place of one block leaves the others as they are: it goes where it was put, and they make room.
    """

    widget = BlockOrderWidget

    def __init__(self, **options: Any) -> None:
        wrong = _("Give each block its place as a number.")
        messages = dict.fromkeys(("required", "incomplete", "invalid", "min_value", "max_value"), wrong)
        fields = [forms.IntegerField(min_value=1, max_value=99, error_messages=messages) for _name in MINUTES_BLOCKS]
        super().__init__(fields, error_messages=messages, **options)

    def prepare_value(self, value: Any) -> Any:
        """Names become places; what was sent stays as it was sent."""
        return _places(value) if value == self.initial else value

    def compress(self, data_list: list[int]) -> list[str]:
        before = _places(self.initial)
        places = zip(MINUTES_BLOCKS, data_list, before, strict=True)
        # Of two at one place, the one that was moved up comes first, the one that was moved down last.
        return [name for name, place, was in sorted(places, key=lambda row: (row[1], row[1] - row[2], row[2]))]


def _places(names: list[str] | None) -> list[int]:
    """The place of each block, counted from 1."""
    order = list(names or MINUTES_BLOCKS)
    return [order.index(name) + 1 for name in MINUTES_BLOCKS]


def _by_place(row: tuple[str, dict[str, Any]]) -> tuple[int, int]:
    key, place = row[0], str(row[1]["value"])
    return int(place) if place.isdecimal() and len(place) < 4 else 100, MINUTES_BLOCKS.index(key)
