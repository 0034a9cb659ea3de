"""How the tests of the directory read and fill in its pages."""

from django.http import HttpResponse
from django.urls import reverse

from committees.models import Membership


def url(name: str, *args: object) -> str:
    return reverse(f"committees:{name}", args=args)


def errors(response: HttpResponse) -> dict[str, list[str]]:
    """The messages of the form by field."""
    return {field: [str(message) for message in found] for field, found in response.context["form"].errors.items()}


def seat(membership: Membership | None = None, **entries: object) -> dict[str, object]:
    """The form of a seat as a browser sends it, with some entries changed; an entry of None is not sent."""
    data: dict[str, object] = {
        "kind": "council_member",
        "function": "member",
        "has_vote": "on",
        "start": "2026-01-01",
        "end": "",
    }
    if membership:
        data |= {
            "person": membership.person_id,
            "faction": membership.faction_id or "",
            "kind": membership.kind,
            "function": membership.function,
            "has_vote": "on" if membership.has_vote else None,
            "deputises_for": membership.deputises_for_id or "",
            "deputy_rank": membership.deputy_rank or "",
            "start": membership.start.isoformat(),
            "end": membership.end.isoformat() if membership.end else "",
        }
    return {name: value for name, value in (data | entries).items() if value is not None}
