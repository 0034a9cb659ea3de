"""Room: minutes, importing. Reading a server list by list, a page a step; where it goes on stands in the run's cursor.

`Source` says how the next page is got; what it got is laid down with the new cursor in one transaction.
"""

import hashlib
import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Protocol
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from django.db import transaction
from django.utils.translation import gettext as _

from minutes.importing.oparl import addresses, staging
from minutes.importing.oparl.addresses import Refused
from minutes.importing.oparl.fetching import Unreadable
from minutes.importing.oparl.taking_apart import LISTS, OTHER_NAMES
from minutes.importing.oparl.values import id_of, kind_of, listed, text
from minutes.models import ImportedObject, ImportRun

OVERLAP = timedelta(days=1)
"""So much earlier than the last reading an incremental one begins: clocks differ, and publishing takes its time."""
_WANTED_AT_ONCE = 10
_NOTHING = 802  # how some servers answer where nothing was changed


class Failed(Exception):
    """The import as a whole can't go on; the message says why."""


class Transport(Protocol):
    """How the JSON at an address is got. Raises Unreadable, Refused."""

    def json(self, url: str) -> Any: ...


Saved = Callable[..., None]
"""Writes the cursor and how far it is; raises Lost."""


def step(run: ImportRun, transport: Transport, save: Saved) -> bool:
    """Read one page, or some single objects; whether there is more to read. Raises Failed, Lost."""
    cursor = run.cursor
    if "queue" not in cursor:
        _enter(run, transport, save)
        return True
    if cursor.get("page"):
        _turn(run, transport, save)
        return True
    if cursor["queue"]:
        cursor["page"] = cursor["queue"].pop(0) | {"seen": []}
        save(cursor=cursor)
        return True
    return _ask_for_wanted(run, transport, save)


def since(run: ImportRun) -> datetime | None:
    """From when on changes are asked for; None where everything is read."""
    if run.options.get("full"):
        return None
    last = (
        ImportRun.objects.filter(source=run.source, state=ImportRun.State.DONE, options__incomplete__isnull=True)
        .exclude(pk=run.pk)
        .order_by("-started_at")
        .first()
    )
    return last.started_at - OVERLAP if last and last.started_at else None


def _enter(run: ImportRun, transport: Transport, save: Saved) -> None:
    """Look at what stands at the address, and what is to be read from there."""
    try:
        found = transport.json(run.source)
    except (Unreadable, Refused) as problem:
        raise Failed(str(problem)) from problem
    moment = since(run)
    run.cursor |= {"system": run.source, "queue": [], "since": moment.isoformat(timespec="seconds") if moment else ""}
    kind = kind_of(found.get("type")) if isinstance(found, dict) else ""
    with transaction.atomic():
        if kind == "System":
            run.cursor["system"] = id_of(found) or run.source
            run.cursor["name"] = text(found.get("name"))[:100]
            staging.lay_down(run, [{**found, "body": None}], kind="System")
            _bodies(run, found.get("body"))
        elif kind == "Body":
            lay_down_bodies(run, [found])
        elif isinstance(found, list) or (isinstance(found, dict) and isinstance(found.get("data"), list)):
            run.cursor["queue"] = [{"url": run.source, "kind": "Body", "body": ""}]
        else:
            raise Failed(_("There is no OParl at this address: neither a system nor a body."))
        save(cursor=run.cursor)


def _bodies(run: ImportRun, found: Any) -> None:
    """The bodies of a system: usually the address of their list, sometimes they themselves."""
    whole = [entry for entry in listed(found) if isinstance(entry, dict)]
    if whole:
        lay_down_bodies(run, whole)
    run.cursor["queue"] += [
        {"url": url, "kind": "Body", "body": ""}
        for entry in listed(found)
        if isinstance(entry, str) and (url := id_of(entry))
    ]


def lay_down_bodies(run: ImportRun, found: list[Any], *, with_lists: bool = True) -> int:
    """Bodies, whose lists are to be read; what stands in them instead of a list is laid down at once."""
    count = 0
    for entry in found:
        if not isinstance(entry, dict):
            continue
        body = id_of(entry)
        wanted = run.options.get("only_body")
        if wanted and body != wanted:
            continue
        lists: dict[str, Any] = {}
        for name in (*LISTS, *OTHER_NAMES):
            if name in entry:
                lists.setdefault(OTHER_NAMES.get(name, name), entry[name])
        count += staging.lay_down(
            run,
            [{name: value for name, value in entry.items() if name not in lists and name not in OTHER_NAMES}],
            kind="Body",
        )
        for name, kind in LISTS.items():
            value = lists.get(name)
            whole = [one for one in listed(value) if isinstance(one, dict)]
            count += staging.lay_down(run, whole, kind=kind, body=body)
            urls = [one for one in listed(value) if isinstance(one, str)] if with_lists else []
            if isinstance(value, list) and len(urls) > 1:
                staging.want(run, urls, body=body)
            else:
                run.cursor["queue"] += [{"url": _filtered(run, url), "kind": kind, "body": body} for url in urls]
    return count


def _filtered(run: ImportRun, url: str) -> str:
    """The address of a list, asking for what was changed since the last time."""
    if not run.cursor.get("since"):
        return url
    parts = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "modified_since"]
    return urlunsplit(parts._replace(query=urlencode([*query, ("modified_since", run.cursor["since"])])))


def _turn(run: ImportRun, transport: Transport, save: Saved) -> None:
    """Read the page at hand, and find the next one."""
    page = run.cursor["page"]
    url = page["url"]
    try:
        found = transport.json(url)
    except (Unreadable, Refused) as problem:
        _miss(run, page, problem, save)
        return
    objects, following = _of_page(found)
    seen = set(page["seen"])
    marks = {_mark(url), _mark(json.dumps([id_of(one) for one in objects]))} if objects else {_mark(url)}
    is_loop = bool(objects) and _mark(json.dumps([id_of(one) for one in objects])) in seen
    with transaction.atomic():
        if is_loop:
            staging.note(
                run, _("The list leads to the same page again and again."), kind=page["kind"], is_skipped=False
            )
            count, following = 0, ""
        elif page["kind"] == "Body":
            count = lay_down_bodies(run, objects)
        else:
            count = staging.lay_down(run, objects, kind=page["kind"], body=page["body"])
        target = urljoin(url, following) if following else ""
        if target and run.cursor.get("since") and "modified_since" in url and "modified_since" not in target:
            target = _filtered(run, target)
        if target and _mark(target) in seen | marks:
            staging.note(
                run, _("The list leads to the same page again and again."), kind=page["kind"], is_skipped=False
            )
            target = ""
        run.cursor["page"] = {**page, "url": target, "seen": sorted(seen | marks)} if target else None
        save(cursor=run.cursor, read=run.read + count)


def _of_page(found: Any) -> tuple[list[Any], str]:
    """The objects of a page, and where the next one is; a bare list, or a single object, is a page too."""
    if isinstance(found, list):
        return found, ""
    if not isinstance(found, dict):
        return [], ""
    if "data" in found or "links" in found or "pagination" in found:
        links = found.get("links")
        following = links.get("next") if isinstance(links, dict) else found.get("next")
        return [one for one in listed(found.get("data")) if one is not None], id_of(following)
    return ([found] if id_of(found) else []), ""


def _miss(run: ImportRun, page: dict[str, Any], problem: Exception, save: Saved) -> None:
    """A page that can't be read: nothing new, a filter that the server does not know, or a gap."""
    url, status = page["url"], getattr(problem, "status", 0)
    is_filtered = "modified_since" in url
    if is_filtered and status == 404 and _says_nothing(getattr(problem, "content", b"")):
        run.cursor["page"] = None
        save(cursor=run.cursor)
        return
    with transaction.atomic():
        if is_filtered and status in (400, 404, 422, 500, 501) and not page["seen"]:
            staging.note(
                run,
                _("The server does not tell what was changed; the whole list is read."),
                kind=page["kind"],
                external_id=url[:500],
                is_skipped=False,
            )
            parts = urlsplit(url)
            query = [(name, value) for name, value in parse_qsl(parts.query) if name != "modified_since"]
            run.cursor["page"] = {**page, "url": urlunsplit(parts._replace(query=urlencode(query)))}
        else:
            staging.note(run, str(problem), kind=page["kind"], external_id=url[:500])
            run.options["incomplete"] = True
            run.cursor["page"] = None
        save(cursor=run.cursor, options=run.options)


def _says_nothing(content: bytes) -> bool:
    try:
        found = json.loads(content)
    except ValueError:
        return False
    return found == [] or (isinstance(found, dict) and found.get("code") == _NOTHING)


def _ask_for_wanted(run: ImportRun, transport: Transport, save: Saved) -> bool:
    """Read some objects that were named and did not come in a list."""
    wanted = staging.next_wanted(run, count=_WANTED_AT_ONCE)
    if not wanted:
        return False
    answers: list[tuple[ImportedObject, Any, str]] = []
    for row in wanted:
        try:
            if not addresses.name_of(row.external_id):
                raise Unreadable(_("It was named, but is not there."))
            answers.append((row, transport.json(row.external_id), ""))
        except (Unreadable, Refused) as problem:
            answers.append((row, None, str(problem)))
    with transaction.atomic():
        count = 0
        for row, found, problem in answers:
            if problem:
                staging.note(run, problem, kind=row.kind, external_id=row.external_id)
            else:
                count += staging.lay_down(run, [found], kind=row.kind, body=row.body, is_detail=True)
        ImportedObject.objects.filter(pk__in=[row.pk for row in wanted]).update(is_wanted=False)
        save(cursor=run.cursor, read=run.read + count)
    return True


def _mark(said: str) -> str:
    return hashlib.sha256(said.encode(errors="replace")).hexdigest()[:12]
