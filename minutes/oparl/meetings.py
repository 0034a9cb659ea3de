"""Room: minutes, OParl. A session as OParl tells it: meeting, place, agenda items, files, and consultations of papers.

Items that are not public are left out, with whatever their neutral titles say.
"""

from collections.abc import Iterator, Set
from datetime import datetime, time
from typing import Any

from django.urls import reverse
from django.utils import timezone

from minutes.markup import plain
from minutes.models import Publication
from minutes.oparl import votes
from minutes.oparl.addresses import path, to, to_page, to_person
from minutes.oparl.states import Built, State
from minutes.record.announcements import AgendaRecord
from minutes.record.keys import in_address
from minutes.record.values import (
    AgendaLine,
    AnnexValue,
    AttendanceGroup,
    DecisionRecord,
    FileValue,
    ItemRecord,
    LinkValue,
    PaperValue,
    PartRecord,
    SessionRecord,
)

PDF = "pdf:"
FILE = "sha256:"


def state_of(record: SessionRecord | AgendaRecord, publication: Publication, papers: Set[str]) -> State:
    """All objects of a session by path; `papers`: the keys of those that can be read."""
    return {built.path: built for built in _Meeting(record, publication, papers).objects()}


def named_papers(record: SessionRecord | AgendaRecord) -> set[str]:
    """The keys of the papers that the public items of a session name."""
    return {paper.id for _item, found in _items(record) for paper in found if paper.id.isdecimal()}


def date_time(moment: datetime) -> str:
    """As OParl wants it: 2026-06-16T16:30:00+02:00."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


def file_data(file: FileValue, *, name: str) -> dict[str, Any]:
    """What a file says of itself."""
    return {"name": name, "fileName": file.name, "mimeType": file.content_type, "size": file.size}


def link_data(link: LinkValue) -> dict[str, Any]:
    """What is told of a file that lies in another system."""
    size = {} if link.size is None else {"size": link.size}
    return {"name": link.title, "mimeType": link.content_type, **size, "accessUrl": link.url, "downloadUrl": link.url}


def resolution_of(decision: DecisionRecord | None) -> str:
    """The text of a resolution, or nothing."""
    if decision is None:
        return ""
    return "\n".join(filter(None, (decision.inline, decision.intro, plain(decision.resolution)))).strip()


def _items(
    record: SessionRecord | AgendaRecord,
) -> Iterator[tuple[ItemRecord | AgendaLine, tuple[PaperValue, ...]]]:
    for part in record.parts:
        if part.is_public:
            rows = part.items if isinstance(part, PartRecord) else part.lines
            yield from ((row, row.papers) for row in rows)


class _Meeting:
    """A session between two moments."""

    def __init__(self, record: SessionRecord | AgendaRecord, publication: Publication, papers: Set[str]) -> None:
        self.record, self.publication, self.papers = record, publication, papers
        self.key = record.session_id
        self.path = path("Meeting", self.key)
        self.body = record.body.key
        self.committee = path("Organization", record.committee.id)
        self.items = list(_items(record))

    def objects(self) -> Iterator[Built]:
        yield self._built("Meeting", self.key, self._meeting(), organization=self.committee)
        if self.record.place_text:
            place = {"description": self.record.place_text}
            yield self._built("Location", self.key, place, parent=self.path, field="location")
        for order, (item, papers) in enumerate(self.items):
            yield self._item(order, item, papers)
            yield from self._consultations(item, papers)
        if isinstance(self.record, SessionRecord):
            yield from self._files(self.record)

    def _built(self, kind: str, key: str, data: dict[str, Any], **more: Any) -> Built:
        return Built(kind, path(kind, key), self.body, data, publication=self.publication.pk, **more)

    def _meeting(self) -> dict[str, Any]:
        record = self.record
        data: dict[str, Any] = {
            "name": f"{record.number}. Sitzung: {record.committee.name}",
            "meetingState": self._meeting_state(),
            "start": date_time(record.starts_at or _midnight(record)),
            "organization": [to(self.committee)],
            "gremia:reference": record.reference,
            "web": to_page(self._page("published" if isinstance(record, SessionRecord) else "published-agenda")),
        }
        if isinstance(record, SessionRecord):
            data["end"] = date_time(record.ended_at) if record.ended_at else ""
            data["participant"] = list(dict.fromkeys(self._present(record)))
            data["gremia:legislativeTerm"] = record.term
            data["gremia:attendance"] = [*_attendance(record, self.body)]
        return data

    def _meeting_state(self) -> str:
        if isinstance(self.record, SessionRecord):
            return "durchgeführt"
        return "eingeladen" if self.record.parts else "terminiert"

    def _present(self, record: SessionRecord) -> Iterator[str]:
        for group in record.attendance:
            for row in group.rows:
                if row.person_id.isdecimal():
                    yield to_person(self.body, row.person_id)

    def _item(self, order: int, item: ItemRecord | AgendaLine, papers: tuple[PaperValue, ...]) -> Built:
        key = _key(item)
        found = [paper.id for paper in papers if paper.id in self.papers]
        data: dict[str, Any] = {
            "number": item.number.strip(),
            "order": order,
            "name": item.title or item.label,
            "public": True,
            "consultation": to(path("Consultation", f"{key}-{found[0]}")) if found else "",
        }
        if isinstance(item, ItemRecord):
            data["result"] = item.status_text.strip()
            data["resolutionText"] = resolution_of(item.decision)
            data["web"] = to_page(self._page("published-item", item=in_address(item.number)))
            data["gremia:outcome"] = "" if item.outcome == "none" else item.outcome
            data["gremia:votes"] = [votes.event(vote, self.body) for vote in item.votes]
        return self._built("AgendaItem", key, data, parent=self.path, field="agendaItem", position=order)

    def _consultations(self, item: ItemRecord | AgendaLine, papers: tuple[PaperValue, ...]) -> Iterator[Built]:
        for paper in papers:
            if paper.id in self.papers:
                data = {
                    "agendaItem": to(path("AgendaItem", _key(item))),
                    "meeting": to(self.path),
                    "organization": [to(self.committee)],
                }
                yield self._built(
                    "Consultation",
                    f"{_key(item)}-{paper.id}",
                    data,
                    parent=path("Paper", paper.id),
                    field="consultation",
                    organization=self.committee,
                )

    def _files(self, record: SessionRecord) -> Iterator[Built]:
        if self.publication.pdf_sha256:
            key = f"{self.key}-minutes"
            name = f"Niederschrift {record.reference}"
            data = {
                "name": name,
                "fileName": f"{name.replace('/', '-').replace(' ', '-')}.pdf",
                "mimeType": "application/pdf",
                "date": timezone.localdate(self.publication.published_at).isoformat(),
                "accessUrl": to_page(self._page("published-pdf")),
                "downloadUrl": to(f"file/{key}/download"),
            }
            yield self._built(
                "File",
                key,
                data,
                parent=self.path,
                field="resultsProtocol",
                content=f"{PDF}{self.publication.pk}",
            )
        items = {_key(item) for item, _papers in self.items}
        for annex in record.annexes:
            key = f"{self.key}-annex-{annex.number}"
            if annex.file is not None:
                data = {
                    **file_data(annex.file, name=annex.title or annex.file.title),
                    "accessUrl": to(f"file/{key}/access"),
                    "downloadUrl": to_page(self._page("published-annex", annex=annex.number)),
                }
                yield self._annex(annex, data, items, content=f"{FILE}{annex.file.sha256}")
            elif annex.link is not None:
                yield self._annex(annex, link_data(annex.link), items)

    def _annex(self, annex: AnnexValue, data: dict[str, Any], items: set[str], *, content: str = "") -> Built:
        key = f"{self.key}-annex-{annex.number}"
        is_of_item = annex.item_id in items
        return self._built(
            "File",
            key,
            data,
            parent=path("AgendaItem", annex.item_id) if is_of_item else self.path,
            root=self.path if is_of_item else "",
            field="auxiliaryFile",
            position=int(annex.number) if annex.number.isdecimal() else 0,
            content=content,
        )

    def _page(self, name: str, **more: str) -> str:
        committee, number, year = self.record.reference.split("/")
        place = {"body": self.body, "committee": committee, "number": number, "year": year}
        return reverse(f"minutes:{name}", kwargs={**place, **more})


def _key(item: ItemRecord | AgendaLine) -> str:
    return item.id if isinstance(item, ItemRecord) else item.item_id


def _midnight(record: SessionRecord | AgendaRecord) -> datetime:
    """The hour of an old session may not be known; OParl's clients need one."""
    return timezone.make_aware(datetime.combine(record.date, time()))


def _attendance(record: SessionRecord, body: str) -> Iterator[dict[str, Any]]:
    """Who was there and who was not, in which group, with what the list says of them."""

    def rows(groups: tuple[AttendanceGroup, ...], *, is_present: bool) -> Iterator[dict[str, Any]]:
        for group in groups:
            for row in group.rows:
                found: dict[str, Any] = {"name": row.name, "present": is_present}
                if row.person_id.isdecimal():
                    found["person"] = to_person(body, row.person_id)
                found |= {"group": group.heading, "role": row.note, "remark": row.remark}
                yield {name: value for name, value in found.items() if value != ""}

    yield from rows(record.attendance, is_present=True)
    yield from rows(record.absent, is_present=False)
