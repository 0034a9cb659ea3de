"""Room: minutes, OParl. Since when people whom sessions name are objects: from then on sessions lead to them.

A list of members may be published after the minutes that name its people, and be withdrawn; their objects change then.
"""

from datetime import datetime

from minutes.models import Audience, OparlObject, PublishedAttendance
from minutes.oparl.addresses import PERSON, path, people_in

_BATCH = 200


def of_body(key: int) -> set[str]:
    """The paths of those who are known now."""
    rows = OparlObject.objects.current().filter(source=f"body:{key}", kind="Person", is_deleted=False)
    return set(rows.values_list("path", flat=True))


def told(rows: list[OparlObject]) -> list[OparlObject]:
    """The rows of sessions, changed at the latest when somebody whom they name came to be known, or ceased to be."""
    named = {row.path: people_in(row.data) for row in rows if PERSON in row.data}
    wanted = set().union(*named.values())
    moments: dict[str, datetime] = {}
    if wanted:
        people = OparlObject.objects.current().filter(path__in=wanted)
        for person, created, modified, is_gone in people.values_list("path", "created", "modified", "is_deleted"):
            moments[person] = modified if is_gone else created
    later: dict[str, datetime] = {}
    for row in rows:
        since = [moments[person] for person in named.get(row.path, ()) if person in moments]
        for about in {row.path, row.root} - {""}:
            later[about] = max([*since, later.get(about, row.created)])
    for row in rows:
        if not row.is_deleted:
            row.modified = max(row.modified, later.get(row.path, row.modified))
    return rows


def tell_sessions(people: set[str]) -> None:
    """Change the objects of sessions that name these people, who came to be known just now or ceased to be."""
    keys = {int(found.rpartition("-")[2]) for found in people}
    named = PublishedAttendance.objects.filter(person__in=keys, issue__audience=Audience.PUBLIC).order_by()
    sessions = sorted({path("Meeting", key) for key in named.values_list("issue__session", flat=True).distinct()})
    for start in range(0, len(sessions), _BATCH):
        batch = sessions[start : start + _BATCH]
        found: list[OparlObject] = []
        for place in ("path__in", "root__in"):
            rows = OparlObject.objects.current().filter(**{place: batch})
            found += rows.only("path", "root", "data", "created", "modified", "is_deleted")
        OparlObject.objects.bulk_update(told(found), ["modified"], batch_size=_BATCH)
