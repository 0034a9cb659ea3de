"""Room: minutes, the desk. The page on which a clerk records one agenda item."""

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from committees.models import AgendaItem
from minutes.markup_html import to_html
from minutes.models import Contribution
from minutes.record.facts import Audience, Facts, load
from minutes.record.items import item_record, movements
from minutes.record.values import ItemRecord
from minutes.record.votes import tally
from votes.models import Decision

from . import room
from .contribution_forms import ContributionForm
from .decision_forms import opposing_result
from .guards import get_item_for_clerk


def item_url(item: AgendaItem, anchor: str = "") -> str:
    """The address of an item's page, or of a place on it."""
    return reverse("minutes:item", args=[item.session_id, item.pk]) + (f"#{anchor}" if anchor else "")


def item(request: HttpRequest, session_pk: uuid.UUID, pk: uuid.UUID) -> HttpResponse:
    """Everything that is recorded of an item, worded as in the protocol, with the next contribution ready to type."""
    item = get_item_for_clerk(request, pk)
    if item.session_id != session_pk:
        raise Http404("The item belongs to another session.")
    facts = load(item.session, audience=Audience.INTERNAL)
    people = room.of_facts(facts, item)
    row = next(row for row in facts.items if row.pk == item.pk)
    record = item_record(facts, row, movements(facts))
    context = {
        "item": item,
        "session": item.session,
        "room": people,
        "record": record,
        "eligible": room.by_faction(people.eligible),
        "contributions": _contributions(facts, item, record),
        "form": ContributionForm(instance=Contribution(item=item), room=people),
        "decision": getattr(row, "decision", None),
        "resolution": to_html(record.decision.resolution) if record.decision else "",
        "votes": list(zip(facts.votes.get(item.pk, ()), record.votes, strict=True)),
        "is_contradictory": is_contradictory(getattr(row, "decision", None), facts),
        "new_vote_key": uuid.uuid4(),
    }
    return render(request, "minutes/desk/item_page.html", context)


def _contributions(facts: Facts, item: AgendaItem, record: ItemRecord) -> list[dict[str, Any]]:
    """Rows to act on, beside the text as the protocol prints it."""
    rows = facts.contributions.get(item.pk, ())
    return [
        {"row": row, "html": to_html(printed.text), "speaker": printed.speaker}
        for row, printed in zip(rows, record.contributions, strict=True)
    ]


def is_contradictory(decision: Decision | None, facts: Facts) -> bool:
    """Whether the outcome says otherwise than the final vote, without a reason: imported, or the vote came later."""
    if decision is None or decision.outcome_reason:
        return False
    final = next((vote for vote in facts.votes.get(decision.item_id, ()) if vote.is_final), None)
    return final is not None and opposing_result(decision.outcome, final, tally(facts, final)) is not None
