"""Room: minutes, importing. What belongs to meetings: items, files, places, papers and people, read many at once."""

from collections import defaultdict
from typing import Any

from committees.models import Paper, Person
from minutes.importing.oparl.building import files, voting
from minutes.importing.oparl.building.records import Meeting, order_of
from minutes.importing.oparl.building.store import data_of, named, ours, rows_by_id
from minutes.importing.oparl.values import flag, id_of, listed, text
from minutes.models import ImportedObject
from minutes.record.values import PaperValue

_FILES = ("invitation", "resultsProtocol", "verbatimProtocol", "auxiliaryFile")
_FILES_OF_ITEM = ("resolutionFile", "auxiliaryFile")


class Parts:
    """What belongs to some meetings, read at once: items, files, places, papers, people."""

    def __init__(self, rows: list[ImportedObject], found: list[dict[str, Any]]) -> None:
        keys = [row.external_id for row in rows]
        self.of: dict[str, list[ImportedObject]] = defaultdict(list)
        self.all = list(ImportedObject.objects.filter(root__in=keys).order_by("position", "external_id"))
        for part in self.all:
            self.of[part.root].append(part)
        items = [data_of(part) for part in self.all if part.kind == "AgendaItem"]
        consultations = rows_by_id(key for data in items for key in named(data, "consultation"))
        self.consultations = {
            **consultations,
            **{row.external_id: row for row in self.all if row.kind == "Consultation"},
        }
        self.papers = ours(Paper, (id_of(data_of(row).get("paper")) for row in self.consultations.values()))
        others = [key for data in found for key in named(data, "location", *_FILES)]
        others += [key for data in items for key in named(data, *_FILES_OF_ITEM)]
        self.others = rows_by_id(others)
        people = {key for data in found for key in self._people(data)}
        self.people = ours(Person, people | {key for data in items for key in voting.people_in(data)})

    @staticmethod
    def _people(data: dict[str, Any]) -> list[str]:
        told = (entry.get("person") for entry in listed(data.get("gremia:attendance")) if isinstance(entry, dict))
        return [*named(data, "participant"), *map(id_of, told)]

    def meeting(self, row: ImportedObject, data: dict[str, Any]) -> Meeting:
        """A meeting with its parts, in order."""
        parts = [part for part in self.of[row.external_id] if part.digest and not part.is_deleted]
        items = [part for part in parts if part.kind == "AgendaItem"]
        order = {key: place for place, key in enumerate(named(data, "agendaItem"))}
        if order:
            items = sorted(
                (item for item in items if item.external_id in order), key=lambda item: order[item.external_id]
            )
        else:
            items.sort(key=order_of)
        attached = {part.external_id: part for part in parts if part.kind == "File"}
        attached |= {key: part for key, part in self.others.items() if part.kind == "File"}
        mine = {key for name in _FILES for key in named(data, name)}
        mine |= {key for item in items for name in _FILES_OF_ITEM for key in named(data_of(item), name)}
        shown = {item.external_id for item in items if flag(data_of(item).get("public")) is not False}
        usable = files.usable(attached.values())
        return Meeting(
            row=row,
            data=data,
            items=items,
            papers={item.external_id: tuple(self._papers(item, parts)) for item in items},
            files={
                part.external_id: part
                for part in usable
                if part.external_id in mine
                or (part.root == row.external_id and part.parent in {row.external_id, *shown})
            },
            place=self._place(row, data, parts),
            people=self.people,
        )

    def _papers(self, item: ImportedObject, parts: list[ImportedObject]) -> list[PaperValue]:
        """The papers of an item: by its own word, and by that of consultations."""
        wanted = named(data_of(item), "consultation")
        wanted += [
            row.external_id
            for row in parts
            if row.kind == "Consultation" and id_of(data_of(row).get("agendaItem")) == item.external_id
        ]
        found: dict[int, PaperValue] = {}
        for key in dict.fromkeys(wanted):
            row = self.consultations.get(key)
            paper = self.papers.get(id_of(data_of(row).get("paper"))) if row and not row.is_deleted else None
            if paper is not None:
                found[paper.pk] = PaperValue(str(paper.pk), paper.reference, paper.title)
        return list(found.values())

    def _place(self, row: ImportedObject, data: dict[str, Any], parts: list[ImportedObject]) -> str:
        """Where it takes place, in words."""
        rows = [self.others[key] for key in named(data, "location") if key in self.others]
        rows += [part for part in parts if part.kind == "Location" and part.parent == row.external_id]
        for place in rows:
            said = data_of(place)
            names = [text(said.get(name)) for name in ("description", "room", "streetAddress")]
            town = " ".join(filter(None, (text(said.get("postalCode")), text(said.get("locality")))))
            words = list(dict.fromkeys(filter(None, [*names, town])))
            words = [word for place_, word in enumerate(words) if not any(word in other for other in words[:place_])]
            if words:
                return ", ".join(words)[:300]
        return ""
