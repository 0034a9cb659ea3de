"""Room: committees. The chain of what was done, by whom and when: written here, and proved whole here.

Each event holds the SHA-256 of the one before. A changed row no longer fits its own hash, a removed or inserted one
breaks the row of numbers and hashes. Whoever rewrites the whole chain changes its end, which signed documents print.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import AuditEvent, AuditHead, User

Fact = str | int | bool | None | list[Any] | dict[str, Any]


def note(act: str, subject: models.Model, /, *, by: User | None, **facts: Fact) -> AuditEvent:
    """Append what was done: `act` as a word (“signed”), the row that it was done to, and what fixes its content.

    `facts` are plain values, or lists and dicts of them; no text of the minutes. Writers wait for each other; all or
    nothing with the act itself.
    """
    return note_many([(act, subject, facts)], by=by)[0]


@transaction.atomic
def note_many(acts: Iterable[tuple[str, models.Model, Mapping[str, Fact]]], /, *, by: User | None) -> list[AuditEvent]:
    """The same of many acts, in their order: the chain is held once for all of them."""
    head, _created = AuditHead.objects.get_or_create(pk=1)
    head = AuditHead.objects.select_for_update().get(pk=1)
    events = []
    for act, subject, facts in acts:
        event = AuditEvent(
            number=head.number + 1,
            at=timezone.now(),
            actor=by,
            act=act,
            subject=label(subject),
            facts=json.dumps(facts, ensure_ascii=False, sort_keys=True, separators=(",", ":")),
            previous=head.sha256,
        )
        event.sha256 = digest(event)
        # Each by itself: the database refuses an event that does not follow where the chain ends.
        event.save(force_insert=True)
        head.number, head.sha256 = event.number, event.sha256
        AuditHead.objects.update(number=head.number, sha256=head.sha256)
        events.append(event)
    return events


def label(subject: models.Model) -> str:
    """What names a row in the chain: `committees.session:…`."""
    return f"{subject._meta.label_lower}:{subject.pk}"


def events_of(subject: models.Model) -> models.QuerySet[AuditEvent]:
    """What was done to a row, oldest first."""
    return AuditEvent.objects.filter(subject=label(subject)).select_related("actor__person")


def facts_of(event: AuditEvent) -> dict[str, Any]:
    """The plain values that were noted with an event."""
    return json.loads(event.facts)


def text_hash(text: str) -> str:
    """The SHA-256 of a text, which an event may hold in its place."""
    return hashlib.sha256(text.encode()).hexdigest()


def head() -> str:
    """The hash in which the chain ends now; empty before the first event."""
    return AuditHead.objects.values_list("sha256", flat=True).first() or ""


def digest(event: AuditEvent) -> str:
    """The SHA-256 of an event: of all its fields and the hash of the event before."""
    content = [
        event.number,
        event.at.astimezone(timezone.get_fixed_timezone(0)).isoformat(timespec="microseconds"),
        event.actor_id,
        event.act,
        event.subject,
        event.facts,
        event.previous,
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def problems() -> Iterator[str]:
    """What is wrong with the chain, a sentence for each event that was changed, removed or put in; none if it is whole.

    Reads every event once, in constant memory.
    """
    number, sha256 = 0, ""
    for event in AuditEvent.objects.order_by("number").iterator():
        name = {"number": event.number, "act": event.act, "subject": event.subject}
        if event.number <= 0:
            yield _("Event %(number)d (%(act)s, %(subject)s) was put in before the first one.") % name
        elif event.number > number + 1:
            yield _("Events %(first)d to %(last)d are missing.") % {"first": number + 1, "last": event.number - 1}
        elif event.previous != sha256:
            yield _("Event %(number)d (%(act)s, %(subject)s) does not follow the event before it.") % name
        if event.sha256 != digest(event):
            yield _("Event %(number)d (%(act)s, %(subject)s) was changed.") % name
        number, sha256 = event.number, event.sha256
    end = AuditHead.objects.first()
    noted = (end.number, end.sha256) if end else (0, "")
    if number < noted[0]:
        yield _("Events %(first)d to %(last)d are missing.") % {"first": number + 1, "last": noted[0]}
    elif (number, sha256) != noted:
        yield _("The chain ends in event %(number)d, where it should not.") % {"number": number}
