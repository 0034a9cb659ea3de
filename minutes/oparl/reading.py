"""Room: minutes, OParl. Objects and lists as JSON: from the rows, with what is embedded, in a few queries."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Min

from minutes.models import OparlObject, Publication
from minutes.models.projected_oparl import OparlObjectQuerySet
from minutes.models.publications import MINUTES
from minutes.oparl import votes
from minutes.oparl.addresses import KINDS, people_in, resolved, to, without_marks
from minutes.oparl.filters import Question
from minutes.oparl.meetings import date_time
from minutes.record.serialise import item_from_bytes
from minutes.record.values import ItemRecord, SessionRecord

TYPE = "https://schema.oparl.org/1.1/"
_LISTS = {"agendaItem", "auxiliaryFile", "membership", "consultation", "legislativeTerm"}
# Where an object stands by itself it says in what it is embedded; some say so in a list.
_BACK = {
    "AgendaItem": {"meeting": "meeting"},
    "Membership": {"person": "person"},
    "Consultation": {"paper": "paper"},
    "LegislativeTerm": {"body": "body"},
    "Location": {"meeting": "meetings"},
    "File": {"meeting": "meeting", "agenda-item": "agendaItem", "paper": "paper"},
}
_MANY = {"Location", "File"}
_EMBEDDING = {"Body", "Person", "Meeting", "AgendaItem", "Paper"}


@dataclass(frozen=True)
class Page:
    """A page of a list: its objects as JSON, and where the others are."""

    objects: list[str]
    total: int
    first: str = ""
    last: str = ""
    has_previous: bool = False
    has_next: bool = False


def oldest() -> datetime | None:
    """When something was published first."""
    moment: datetime | None = (
        OparlObject.objects.current().filter(kind="Body").aggregate(Min("created"))["created__min"]
    )
    return moment


def find(kind: str, key: str) -> OparlObject | None:
    """The object at an address, were it a deleted one."""
    return OparlObject.objects.current().filter(path=f"{KINDS[kind]}/{key}").first()


def text(row: OparlObject, *, omits_internal: bool = False) -> str:
    """An object at its own address."""
    found = _with_embedded([row], omits_internal=omits_internal)[0]
    if row.kind == "AgendaItem" and row.publication and not row.is_deleted:
        found = _with_contributions(found, row)
    return _resolved([found])[0]


def page(kind: str, question: Question, *, body: str = "", organization: str = "") -> Page:
    """The page of a list that is asked for; sorted by path, which never changes."""
    rows = OparlObject.objects.current().filter(question.where, kind=kind)
    rows = rows.filter(organization=organization) if organization else rows.filter(body=body)
    total = rows.count()
    start, end = f"{KINDS[kind]}/{question.after}", f"{KINDS[kind]}/{question.before}"
    if question.before:
        found = list(reversed(_some(rows.filter(path__lt=end), question, order="-path")))
        has_more, found = len(found) > question.limit, found[-question.limit :]
        has_previous, has_next = has_more, True
    else:
        found = _some(rows.filter(path__gt=start) if question.after else rows, question)
        has_more, found = len(found) > question.limit, found[: question.limit]
        has_previous, has_next = bool(question.after), has_more
    made = _resolved(_with_embedded(found, omits_internal=question.omits_internal))
    keys = [row.path.partition("/")[2] for row in found]
    return Page(
        objects=made,
        total=total,
        first=keys[0] if keys else "",
        last=keys[-1] if keys else "",
        has_previous=has_previous and bool(keys),
        has_next=has_next and bool(keys),
    )


def _some(rows: OparlObjectQuerySet, question: Question, *, order: str = "path") -> list[OparlObject]:
    """The rows of a page and one more. The page is found in the index, and only its rows are fetched."""
    keys = rows.order_by(order).values("pk")[: question.limit + 1]
    return list(OparlObject.objects.filter(pk__in=keys).order_by(order))


def _with_embedded(rows: Sequence[OparlObject], *, omits_internal: bool) -> list[str]:
    """Objects by themselves, each with what is embedded in it."""
    children: dict[str, list[OparlObject]] = defaultdict(list)
    paths = [row.path for row in rows if row.kind in _EMBEDDING and not row.is_deleted]
    if paths:
        # Rows are of one kind; only an agenda item is both embedded and has something in it.
        lookup = "parent__in" if rows[0].kind == "AgendaItem" else "root__in"
        found = OparlObject.objects.current().filter(is_deleted=False, **{lookup: paths})
        for child in found.order_by("position", "path"):
            children[child.parent].append(child)
    return [_text(row, children, omits_internal=omits_internal, back=_back(row)) for row in rows]


def _text(
    row: OparlObject, children: dict[str, list[OparlObject]], *, omits_internal: bool, back: dict | None = None
) -> str:
    head = {
        "id": to(row.path),
        "type": f"{TYPE}{row.kind}",
        "created": date_time(row.created),
        "modified": date_time(row.modified),
        **({"deleted": True} if row.is_deleted else back or {}),
    }
    parts = [_inside(json.dumps(head, ensure_ascii=False, separators=(",", ":"))), _inside(row.data)]
    embedded: dict[str, list[str]] = defaultdict(list)
    for child in children.get(row.path, ()):
        if not omits_internal or child.field not in _LISTS:
            embedded[child.field].append(_text(child, children, omits_internal=omits_internal))
    if row.kind == "Body" and not row.is_deleted and not omits_internal:
        embedded.setdefault("legislativeTerm", [])
    for name, found in embedded.items():
        parts.append(f'"{name}":[{",".join(found)}]' if name in _LISTS else f'"{name}":{found[0]}')
    return "{" + ",".join(filter(None, parts)) + "}"


def _back(row: OparlObject) -> dict[str, object]:
    """In what the object is embedded."""
    name = _BACK.get(row.kind, {}).get(row.parent.partition("/")[0])
    if name is None:
        return {}
    return {name: [to(row.parent)] if row.kind in _MANY else to(row.parent)}


def _with_contributions(made: str, row: OparlObject) -> str:
    """The item with what was said at it, which its publication alone knows."""
    publication = Publication.objects.only("kind", "record").get(pk=row.publication)
    if publication.kind not in MINUTES:
        return made
    key = row.path.partition("/")[2]

    def choose(record: SessionRecord) -> ItemRecord:
        return next(item for item in record.items() if item.id == key)

    _record, item = item_from_bytes(without_marks(publication.record).encode(), choose)
    said = [votes.contribution(found, row.body) for found in item.contributions]
    if not said:
        return made
    return f'{made[:-1]},"gremia:contributions":{json.dumps(said, ensure_ascii=False, separators=(",", ":"))}}}'


def _resolved(texts: list[str]) -> list[str]:
    """With addresses; of people, of those who have one."""
    wanted = set().union(*(people_in(text) for text in texts)) if texts else set()
    people: set[str] = set()
    if wanted:
        rows = OparlObject.objects.current().filter(path__in=wanted, is_deleted=False)
        people = set(rows.values_list("path", flat=True))
    return [resolved(text, people) for text in texts]


def _inside(text: str) -> str:
    return text[1:-1]
