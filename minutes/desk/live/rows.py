"""Room: minutes, the desk. The contributions of an item as the browser keeps them."""

from typing import Any

from django.utils import timezone

from minutes.desk.room import Room
from minutes.desk.speaking import examined
from minutes.models import Contribution
from minutes.record.facts import Facts


def of_item(facts: Facts, room: Room) -> list[dict[str, Any]]:
    """The rows in their order: key, version, kind, text, what is wrong with the speakers, who saved last and when."""
    return [_row(contribution, room) for contribution in facts.contributions.get(room.item.pk, ())]


def _row(contribution: Contribution, room: Room) -> dict[str, Any]:
    found = examined(contribution.text, contribution.kind, room)
    return {
        "id": str(contribution.pk),
        "version": contribution.version,
        "kind": contribution.kind,
        "text": contribution.text,
        "warnings": [problem for _mention, problem in found if problem],
        "at": f"{timezone.localtime(contribution.saved_at):%H:%M}" if contribution.saved_at else "",
    }
