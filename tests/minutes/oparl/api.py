"""A client of OParl that reads everything, and what is wrong with an object."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from jsonschema import Draft7Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

SCHEMAS = Path(__file__).parents[2] / "vendor" / "oparl"
TYPE = "https://schema.oparl.org/1.1/"
ROOT = "/oparl/v1.1/"
LISTS = {
    "organization": "Organization",
    "person": "Person",
    "meeting": "Meeting",
    "paper": "Paper",
    "agendaItem": "AgendaItem",
    "consultation": "Consultation",
    "file": "File",
    "membership": "Membership",
    "locationList": "Location",
    "legislativeTermList": "LegislativeTerm",
}
"""The lists of a body, by its fields, with what is in them."""
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def local(url: str) -> str:
    """The address without the host."""
    assert url.startswith(f"{settings.SITE_URL}/"), url
    return url.removeprefix(settings.SITE_URL)


def get(url: str, client: Client | None = None, **headers: str) -> Any:
    """The JSON at an address; the test fails if there is none."""
    response = (client or Client()).get(local(url) if url.startswith("http") else url, headers=headers)
    assert response.status_code == 200, (url, response.status_code, response.content[:300])
    return json.loads(response.content)


def listed(url: str, client: Client | None = None) -> list[dict]:
    """All objects of a list, page after page."""
    found, seen = [], set()
    while url:
        assert url not in seen
        seen.add(url)
        page = get(url, client)
        assert page.keys() == {"data", "pagination", "links"}
        found += page["data"]
        url = page["links"].get("next", "")
    return found


@dataclass
class Crawl:
    """All that can be reached from the system: objects by address, pages of lists, files and pages of the site."""

    objects: dict[str, dict] = field(default_factory=dict)
    embedded: list[dict] = field(default_factory=list)
    pages: dict[str, dict] = field(default_factory=dict)
    beside: set[str] = field(default_factory=set)
    texts: dict[str, str] = field(default_factory=dict)

    def of(self, kind: str) -> list[dict]:
        return [row for row in self.objects.values() if row["type"] == TYPE + kind]


def crawl(client: Client | None = None) -> Crawl:
    client = client or Client()
    found = Crawl()
    waiting = [f"{settings.SITE_URL}{ROOT}system"]
    while waiting:
        url = waiting.pop()
        if url in found.texts:
            continue
        response = client.get(local(url))
        assert response.status_code == 200, (url, response.status_code)
        found.texts[url] = response.content.decode() + str(response.headers)
        data = json.loads(response.content)
        if "data" in data:
            found.pages[url] = data
            found.embedded += data["data"]
        else:
            found.objects[url] = data
        for value in strings(data):
            if value.startswith(f"{settings.SITE_URL}{ROOT}") and not value.endswith(("/access", "/download")):
                waiting.append(value)
            elif value.startswith(settings.SITE_URL):
                found.beside.add(value)
        found.embedded += list(children(data))
    return found


def strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from strings(value)


def children(data: Any) -> Iterator[dict]:
    """The objects in an object, however deep; those of a page of a list are none."""
    values = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for name, value in values:
        if isinstance(name, str) and name.startswith("gremia:"):
            continue
        if isinstance(value, dict) and str(value.get("type", "")).startswith(TYPE):
            yield value
        yield from children(value)


def problems(data: dict) -> list[str]:
    """What a validator or a client would stumble over; of an object by itself or an embedded one."""
    kind = str(data.get("type", "")).removeprefix(TYPE)
    if kind not in schemas():
        return [f"type: {data.get('type')}"]
    found = [f"{kind}: {error.message[:200]}" for error in validator(kind).iter_errors(data)]
    properties = schemas()[kind]["properties"]
    for name, value in data.items():
        if name not in properties and not name.startswith("gremia:"):
            found.append(f"{kind}.{name} is not in the standard")
        if value in (None, "", []) and name != "legislativeTerm":
            found.append(f"{kind}.{name} is empty")
        if isinstance(value, str):
            found += _problems_of_text(f"{kind}.{name}", properties.get(name, {}).get("format"), value)
    found += [f"{kind}.{name} is missing" for name in ("id", "created", "modified") if name not in data]
    if data.get("created", "") > data.get("modified", ""):
        found.append(f"{kind} was changed before it was made")
    return found


def _problems_of_text(place: str, form: str | None, text: str) -> Iterator[str]:
    if form == "date-time" and not _MOMENT.fullmatch(text):
        yield f"{place}: {text}"
    if form == "date" and not _DAY.fullmatch(text):
        yield f"{place}: {text}"
    if form == "url" and not urlsplit(text).netloc:
        yield f"{place}: {text}"
    if re.search(r"&\w+;|</?\w+>|[\x00-\x08\ue000\ue001]", text):
        yield f"{place} has markup: {text[:80]}"
    if text != text.strip():
        yield f"{place} has blanks around"


@cache
def schemas() -> dict[str, dict]:
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in SCHEMAS.glob("[A-Z]*.json")}


@cache
def validator(kind: str) -> Draft7Validator:
    """A schema names another both by its address and by its file name, in either place."""
    registry: Registry = Registry()
    for name, schema in schemas().items():
        resource = Resource.from_contents(schema, default_specification=DRAFT7)
        registry = registry.with_resources([(TYPE + name, resource), (f"{TYPE}{name}.json", resource)])
    return Draft7Validator(schemas()[kind], registry=registry)
