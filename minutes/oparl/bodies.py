"""Room: minutes, OParl. A body with its committees, factions, people and legislative terms.

What a body is called, and which terms it has, is what publications say of it; when a term begins and ends is looked up
in the directory, since no record says it.
"""

import json
from collections.abc import Iterator
from datetime import datetime

from django.db.models import Max, Min, Q
from django.utils import timezone

from committees.models import Committee, LegislativeTerm
from minutes.models import Audience, Issue, OparlObject, Publication, PublishedMinutes
from minutes.models.issues import IssueQuerySet
from minutes.models.publications import MINUTES
from minutes.oparl import known_people, members
from minutes.oparl.addresses import LISTS, path, slug, to
from minutes.oparl.states import Built, State, Window, merged_moments, row_of, rows
from minutes.record.announcements import DirectoryRecord
from minutes.record.serialise import from_bytes

Kind = Publication.Kind


def project_of_body(publication: Publication) -> None:
    """What a publication that was made or withdrawn just now says of its body."""
    issue = Issue.objects.filter(pk=publication.pk).first()
    if issue is None or publication.kind == Kind.DIRECTORY or issue.withdrawn_at or _is_news(issue):
        project_body(publication.body_id)


def project_body(key: int, *, tells_sessions: bool = True) -> None:
    """Project the body, and who sits in its committees; `tells_sessions`: they change with who comes or goes."""
    public = Issue.objects.filter(audience=Audience.PUBLIC, body=key)
    before = known_people.of_body(key) if tells_sessions else set()
    OparlObject.objects.filter(source=f"body:{key}").delete()
    first = public.aggregate(Min("visible_from"))["visible_from__min"]
    if first is None:
        return
    now = timezone.now()
    newest = _newest(public)
    terms = list(_terms(key, newest.body_key))
    own = Built("Body", path("Body", newest.body_key), "", _data(newest.body_key, newest.body_name))
    touches = {own.path: {row.visible_from for row in terms if row.visible_from > first}}
    made = [*rows(f"body:{key}", [first], lambda moment: {own.path: own}, now=now, touches=touches)]
    made += terms
    made += _members(key, newest.body_key, now)
    OparlObject.objects.bulk_create(made, batch_size=500)
    if tells_sessions:
        known_people.tell_sessions(before ^ known_people.of_body(key))


def _is_news(issue: Issue) -> bool:
    """Whether body, committee or term are in no list yet, or since later."""
    wanted = [path("Body", issue.body_key)]
    if issue.committee_id:
        wanted.append(path("Organization", issue.committee_id))
    term = PublishedMinutes.objects.filter(pk=issue.pk).values_list("term", flat=True).first()
    if term:
        wanted.append(_term_path(issue.body_key, term))
    known = OparlObject.objects.filter(path__in=wanted, is_deleted=False, created__lte=issue.visible_from)
    return len(set(known.values_list("path", flat=True))) < len(wanted)


def _newest(issues: IssueQuerySet) -> Issue:
    """The newest that can be read, which says how the body is called; before any can, the one that will be first."""
    newest = issues.filter(visible_from__lte=timezone.now()).order_by("-visible_from", "-pk").first()
    return newest or issues.order_by("visible_from", "pk")[0]


def _data(key: str, name: str) -> dict[str, object]:
    own = to(path("Body", key))
    return {
        "system": to("system"),
        "name": name,
        "shortName": key,
        **{field: f"{own}/{ending}" for ending, (field, _kind) in LISTS.items()},
    }


def _term_path(body: str, name: str) -> str:
    return path("LegislativeTerm", f"{body}-{slug(name)}")


def _terms(key: int, body: str) -> Iterator[OparlObject]:
    """The terms of which published minutes speak, since the first of them."""
    issues = Issue.objects.filter(audience=Audience.PUBLIC, body=key, kind__in=MINUTES).order_by()
    sessions = Q(issue__session__issues__kind__in=MINUTES, issue__session__issues__audience=Audience.PUBLIC)
    named = PublishedMinutes.objects.filter(issue__in=issues).exclude(term="").order_by()
    named = named.values("term").annotate(since=Min("issue__session__issues__visible_from", filter=sessions))
    first: dict[str, datetime] = dict(named.values_list("term", "since"))
    ended: dict[str, tuple[datetime, datetime]] = {}
    for row in issues.filter(withdrawn_at__isnull=False).select_related("publication").defer("publication__pdf"):
        term = json.loads(row.publication.record)["term"]
        if term and term not in first and row.withdrawn_at:
            since, until = ended.get(term, (row.visible_from, row.withdrawn_at))
            ended[term] = (min(since, row.visible_from), max(until, row.withdrawn_at))
    days = {row.name: row for row in LegislativeTerm.objects.filter(body=key)}
    names = sorted({*first, *ended}, key=lambda name: (days[name].start.isoformat() if name in days else "", name))
    for position, name in enumerate(names):
        row = days.get(name)
        data = {
            "name": name,
            "startDate": row.start.isoformat() if row else "",
            "endDate": row.end.isoformat() if row and row.end else "",
        }
        parent = path("Body", body)
        built = Built(
            "LegislativeTerm",
            _term_path(body, name),
            body,
            data,
            parent=parent,
            field="legislativeTerm",
            position=position,
        )
        if name in first:
            yield row_of(f"body:{key}", built, first[name], first[name], None, built)
        else:
            yield row_of(f"body:{key}", built, *ended[name], None, None)


def _members(key: int, body: str, now: datetime) -> Iterator[OparlObject]:
    """Committees, and the people and factions of those whose members are published."""
    issues = Issue.objects.filter(audience=Audience.PUBLIC, body=key, kind=Kind.DIRECTORY)
    issues = issues.select_related("publication").defer("publication__pdf").order_by("pk")
    lists = [(Window.of(issue), _directory(issue)) for issue in issues]
    committees = list(_committees(key, body))

    def state_at(moment: datetime) -> State:
        alone = {built.path: built for window, built in committees if window.is_read(moment)}
        named = [state for window, state in lists if window.is_read(moment)]
        # A list of members says more of a committee than its sessions do.
        state = alone | members.merged(named)
        return {found: _with_kind(built, alone.get(found)) for found, built in state.items()}

    windows = [*(window for window, _built in committees), *(window for window, _state in lists)]
    yield from rows(f"body:{key}", merged_moments(windows), state_at, now=now)


def _with_kind(built: Built, alone: Built | None) -> Built:
    if alone is None or built is alone:
        return built
    kind = {"classification": alone.data["classification"]}
    return Built(built.kind, built.path, built.body, {**built.data, **kind})


def _directory(issue: Issue) -> State:
    record = from_bytes(issue.publication.record.encode(), DirectoryRecord)
    return members.state_of(record, issue.publication)


def _committees(key: int, body: str) -> Iterator[tuple[Window, Built]]:
    """The committees of which something was published, since the first time and while some of it can be read."""
    issues = Issue.objects.filter(audience=Audience.PUBLIC, body=key, committee__isnull=False).order_by()
    alive = Q(withdrawn_at__isnull=True, visible_until__isnull=True)
    found = issues.values("committee").annotate(
        first=Min("visible_from"),
        last=Max("withdrawn_at"),
        newest=Max("pk", filter=Q(visible_from__lte=timezone.now())),
        any=Max("pk"),
        read=Max("pk", filter=alive),
    )
    found = list(found)
    said = Issue.objects.in_bulk([row["newest"] or row["any"] for row in found])
    kinds = dict(Committee.objects.filter(pk__in=[row["committee"] for row in found]).values_list("pk", "kind"))
    for row in found:
        issue = said[row["newest"] or row["any"]]
        is_council = kinds[row["committee"]] == Committee.Kind.COUNCIL
        data = {
            "name": issue.committee_name,
            "shortName": issue.reference.split("/")[0],
            "classification": "Parlament" if is_council else "Ausschuss",
        }
        until = None if row["read"] else row["last"]
        yield Window(row["first"], None, until), members.committee(body, row["committee"], data)
