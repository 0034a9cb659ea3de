"""What a browser sends from the forms of an item."""

import html
import re
import uuid

from django.http import HttpResponse
from django.test import Client

from committees.models import AgendaItem
from minutes.models import Contribution
from tests.minutes.desk.pages import url
from votes.models import Vote


def shown(response: HttpResponse) -> str:
    """The text of a page without tags, white space collapsed."""
    body = response.content.decode().split("<main", 1)[1]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def contribution(**entries: object) -> dict[str, object]:
    """The form of a contribution that is not stored yet."""
    return {"id": uuid.uuid4(), "version": 0, "kind": "speech", "speaker": "", "role": "", "text": "Text"} | entries


def changed(row: Contribution, **entries: object) -> dict[str, object]:
    """The form of a stored contribution as a browser sends it back, with some entries changed."""
    first = row.speakers.first()
    speaker = {"speaker": first.attendance_id, "role": first.role} if first else {}
    values = {"id": row.pk, "version": row.version, "kind": row.kind, "text": row.text}
    return contribution(**values, **speaker) | entries


def write(browser: Client, item: AgendaItem, **entries: object) -> Contribution:
    """Save a contribution through its form."""
    sent = contribution(**entries)
    response = browser.post(url("contribution-add", item.pk), sent)
    assert response.status_code == 302, shown(response)
    return Contribution.objects.get(pk=sent["id"])


def decision(**entries: object) -> dict[str, object]:
    """The form of a decision that is not stored yet."""
    usual = {"id": uuid.uuid4(), "version": 0, "heading": "resolution", "resolution": "Es wird beschlossen."}
    return usual | {"outcome": "adopted", "outcome_text": "", "outcome_reason": ""} | entries


def vote(*options: dict[str, object], **entries: object) -> dict[str, object]:
    """The form of a vote that is not stored yet, with the rows of an election."""
    data: dict[str, object] = {"id": uuid.uuid4(), "version": 0, "form": "show_of_hands", "majority": "simple"}
    data |= {"result_override": "", "override_reason": ""}
    data |= {"options-TOTAL_FORMS": len(options), "options-INITIAL_FORMS": 0, "is_final": "on"}
    for number, row in enumerate(options):
        data |= {f"options-{number}-{name}": value for name, value in row.items()}
    return {name: value for name, value in (data | entries).items() if value is not None}


def count(browser: Client, item: AgendaItem, *options: dict[str, object], **entries: object) -> Vote:
    """Save a vote through its form."""
    sent = vote(*options, **entries)
    response = browser.post(url("vote-add", item.pk), sent)
    assert response.status_code == 302, shown(response)
    return Vote.objects.get(pk=sent["id"])
