"""Room: minutes, the desk. The text modules that a clerk may use at a session."""

from django.db.models import Q

from committees.models import Body, User
from minutes.models import TextModule


def modules_for(user: User, body: Body) -> list[TextModule]:
    """A clerk's own modules, then those of the body whose codes and digits these leave free; one query."""
    rows = TextModule.objects.filter(Q(owner=user) | Q(body=body))
    found: list[TextModule] = []
    for module in sorted(rows, key=lambda row: (row.owner_id is None, row.digit or 10, row.code)):
        if any(module.code.lower() == other.code.lower() for other in found):
            continue
        if any(module.digit and module.digit == other.digit for other in found):
            module.digit = None
        found.append(module)
    return sorted(found, key=lambda row: (row.digit or 10, row.code))
