"""A small town of another system, as its server tells of it, and ways to read it without a network."""

import copy
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from committees.models import User
from minutes.importing.oparl import running
from minutes.importing.oparl.fetching import Unreadable
from minutes.importing.oparl.running import Work
from minutes.models import ImportRun
from tests.minutes.oparl import api

BASE = "https://ris.neustadt.example"
TYPE = "https://schema.oparl.org/1.1/"
STAMP = {"created": "2024-01-01T12:00:00+01:00", "modified": "2024-01-01T12:00:00+01:00"}


def made(kind: str, key: str, **values: Any) -> dict[str, Any]:
    """An object as a server would tell it."""
    return {"id": f"{BASE}/{kind.lower()}/{key}", "type": f"{TYPE}{kind}", **STAMP, **values}


def url(kind: str, key: str) -> str:
    return f"{BASE}/{kind.lower()}/{key}"


def town() -> dict[str, list[dict[str, Any]]]:
    """All objects, by type, with what is embedded in them."""
    term = made("LegislativeTerm", "1", name="2020–2025", startDate="2020-11-01", endDate="2025-10-31")
    body = made("Body", "1", name="Stadt Neustadt", shortName="NEU", legislativeTerm=[term])
    council = made(
        "Organization", "rat", body=body["id"], name="Rat der Stadt", shortName="Rat",
        organizationType="Gremium", classification="Parlament",
    )  # fmt: skip
    works = made("Organization", "bau", body=body["id"], name="Bauausschuss", organizationType="Gremium")
    faction = made("Organization", "f", body=body["id"], name="Fraktion ABC", organizationType="Fraktion")
    people = [
        made(
            "Person", name.lower(), familyName=name, givenName=first, name=f"{first} {name}",
            email=[f"{name.lower()}@neustadt.example"], phone=["0123"],
            membership=[
                made(
                    "Membership", f"{name.lower()}-rat", organization=council["id"], role=role,
                    votingRight=True, startDate="2020-11-01", onBehalfOf=faction["id"],
                )
            ],
        )
        for name, first, role in (("Abel", "Ina", "Vorsitzende"), ("Brandt", "Udo", "Mitglied"), ("Çelik", "Ece", ""))
    ]  # fmt: skip
    paper = made(
        "Paper", "7", body=body["id"], name="Neubau der Brücke", reference="2024/007", date="2024-02-01",
        paperType="Beschlussvorlage", originatorOrganization=[faction["id"]],
        mainFile=made("File", "v7", name="Vorlage", mimeType="application/pdf", accessUrl=f"{BASE}/f/v7.pdf", size=12),
        consultation=[made("Consultation", "c7", agendaItem=url("AgendaItem", "m1-2"), meeting=url("Meeting", "m1"))],
    )  # fmt: skip
    return {
        "System": [made("System", "0", oparlVersion=TYPE, name="Ratsinformation", body=f"{BASE}/bodies")],
        "Body": [body],
        "Organization": [council, works, faction],
        "Person": people,
        "Paper": [paper],
        "Meeting": [meeting("m1", "2024-03-05", council, people), meeting("m2", "2024-04-09", works, people[:1])],
    }


def meeting(key: str, day: str, committee: dict[str, Any], people: list[dict[str, Any]]) -> dict[str, Any]:
    return made(
        "Meeting", key, name=f"Sitzung {key}", meetingState="durchgeführt",
        start=f"{day}T17:00:00+01:00", end=f"{day}T19:30:00+01:00", organization=[committee["id"]],
        location=made("Location", key, description="Rathaus", room="Saal 1", streetAddress="Markt 1"),
        participant=[person["id"] for person in people],
        resultsProtocol=made("File", f"{key}-p", name="Niederschrift", accessUrl=f"{BASE}/f/{key}.pdf"),
        agendaItem=[
            made("AgendaItem", f"{key}-1", number="1", order=0, name="Eröffnung", public=True),
            made(
                "AgendaItem", f"{key}-2", number="2", order=1, name="Neubau der Brücke", public=True,
                result="Einstimmig beschlossen", resolutionText="Die Brücke wird gebaut.",
                auxiliaryFile=[made("File", f"{key}-a", name="Lageplan", accessUrl=f"{BASE}/f/{key}-a.pdf")],
            ),
            made("AgendaItem", f"{key}-3", number="3", order=2, name="Grundstück Müller", public=False),
        ],
    )  # fmt: skip


def write(folder: Path, objects: dict[str, list[dict[str, Any]]]) -> Path:
    """The objects as a folder of JSON Lines, a file each type."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, several in objects.items():
        lines = (json.dumps(one, ensure_ascii=False) for one in several)
        (folder / f"{kind}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


class Server:
    """Answers as another system would: pages of lists with filters, and each object at its address."""

    def __init__(self, objects: dict[str, list[dict[str, Any]]], *, page: int = 2) -> None:
        self.objects = copy.deepcopy(objects)
        self.page = page
        self.asked: list[str] = []
        self.answers: dict[str, Any] = {}
        """What stands at an address whatever else would: a value, or a function of the address."""

    @property
    def source(self) -> str:
        return url("System", "0")

    def json(self, address: str) -> Any:
        self.asked.append(address)
        found = self.answers.get(address.partition("?")[0])
        if callable(found):
            found = found(address)
        if found is None and ("/list/" in address or address.startswith(f"{BASE}/bodies")):
            found = self._page(address)
        if found is None:
            found = self._single(address)
        if found is None:
            raise Unreadable("404", status=404)
        return json.loads(json.dumps(found))

    def _single(self, address: str) -> Any:
        several = [one for found in self.objects.values() for one in found]
        return next((self._linked(one) for one in within(several) if one.get("id") == address), None)

    def _linked(self, one: dict[str, Any]) -> dict[str, Any]:
        if str(one.get("type")).endswith("/Body"):
            key = one["id"].rpartition("/")[2]
            return {**one, "system": self.source, **{name: f"{BASE}/list/{key}/{name}" for name in api.LISTS}}
        return one

    def _page(self, address: str) -> dict[str, Any]:
        path, _mark, query = address.partition("?")
        asked = dict(pair.split("=", 1) for pair in query.split("&") if pair)
        if path == f"{BASE}/bodies":
            found = [self._linked(one) for one in self.objects["Body"]]
        else:
            kind = api.LISTS[path.rpartition("/")[2]]
            several = [one for found in self.objects.values() for one in found]
            found = [one for one in within(several) if one.get("type") == f"{TYPE}{kind}"]
        if since := asked.get("modified_since"):
            found = [one for one in found if one["modified"] >= since.replace("%3A", ":").replace("%2B", "+")]
        else:
            found = [one for one in found if not one.get("deleted")]
        place = int(asked.get("after", 0))
        links = {"first": path, "self": address}
        if place + self.page < len(found):
            more = "".join(f"&{name}={value}" for name, value in asked.items() if name != "after")
            links["next"] = f"{path}?after={place + self.page}{more}"
        return {"data": found[place : place + self.page], "pagination": {}, "links": links}


def within(objects: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The objects and all objects in them, alone as they are embedded."""
    for one in objects:
        yield one
        for value in one.values():
            for inside in value if isinstance(value, list) else [value]:
                if isinstance(inside, dict) and "type" in inside:
                    yield from within([inside])


def begin(source: str, owner: User, **options: Any) -> ImportRun:
    return ImportRun.objects.create(source=source, owner=owner, options={"delay": 0, **options})


def import_(source: str | Path, owner: User, transport: Any = None, **options: Any) -> ImportRun:
    """A whole run."""
    row = begin(str(source), owner, **options)
    running.run(row.pk, transport=transport)
    row.refresh_from_db()
    return row


def changed(objects: dict[str, list[dict[str, Any]]], kind: str, key: str, **values: Any) -> dict[str, Any]:
    """Change an object in its source, at a later day."""
    for one in within([entry for several in objects.values() for entry in several]):
        if one["id"] == url(kind, key):
            one |= {"modified": "2031-01-01T12:00:00+01:00", **values}
            return one
    raise KeyError(key)


Step = Callable[[Work], bool]
