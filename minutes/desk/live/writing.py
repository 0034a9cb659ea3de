"""Room: minutes, the desk. What the browser tells while a clerk types: save, delete, move one row. JSON in and out."""

import json
from typing import Any
from uuid import UUID

from django.core.exceptions import BadRequest
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees.models import Revision, User
from minutes.desk.guards import get_contribution_for_clerk, get_item_for_clerk
from minutes.desk.history import label
from minutes.desk.live import saving
from minutes.models import Contribution

# Longer than any speech; what is longer was pasted by mistake.
_LONGEST = 100_000


@require_POST
@transaction.non_atomic_requests
def contribution_save(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep a row: at once where nothing stands against it; else under a lock, to find out what does."""
    sent = _json(request)
    typed = _typed(sent)
    if errors := _errors(typed):
        return JsonResponse({"errors": errors}, status=422)
    is_plain = not (typed.checkpoint or typed.restore or typed.chosen)
    if typed.version and is_plain and request.user.is_authenticated and _is_saved_quickly(request.user, pk, typed):
        return JsonResponse({"id": str(typed.key), "version": typed.version + 1})
    with transaction.atomic():
        item = get_item_for_clerk(request, pk)
        try:
            saved = saving.save(request.user, item, typed)
        except saving.NotHere as error:
            raise Http404 from error
        except saving.Refused as refused:
            return _conflict(refused)
    return JsonResponse(
        {"id": str(typed.key), "version": saved.version, "text": saved.text, "warnings": saved.warnings}
    )


def _is_saved_quickly(user: User, item: UUID, typed: saving.Typed) -> bool:
    try:
        return saving.save_quickly(user, item, typed)
    except IntegrityError:
        # Signed at this very moment: the guard refuses the row, and the longer way says why.
        return False


@require_POST
def contribution_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Delete a row as it was read; deleted already, nothing more happens."""
    version = _number(_json(request), "version")
    if not Contribution.objects.filter(pk=pk).exists():
        return _removed_before(request, pk)
    row = get_contribution_for_clerk(request, pk)
    try:
        revision = saving.remove(request.user, row, version)
    except saving.Refused as refused:
        return _conflict(refused)
    return JsonResponse({"revision": revision.pk})


@require_POST
def contribution_place(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Move a row behind another one of its item, or to the beginning."""
    after = _after(_json(request))
    row = get_contribution_for_clerk(request, pk)
    saving.place(row, after or "")
    return JsonResponse({"id": str(row.pk)})


def _removed_before(request: HttpRequest, pk: UUID) -> HttpResponse:
    revision = Revision.objects.filter(model=label(Contribution), key=pk, reason=Revision.Reason.DELETED).first()
    if revision is None:
        raise Http404
    get_item_for_clerk(request, UUID(revision.content["item"]))
    return JsonResponse({"revision": revision.pk})


def _conflict(refused: saving.Refused) -> JsonResponse:
    return JsonResponse({"stored": _stored(refused.stored), "deleted": _deleted(refused.deleted)}, status=409)


def _stored(row: Contribution | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "version": row.version,
        "kind": row.kind,
        "text": row.text,
        "by": _name(row.saved_by),
        "at": f"{timezone.localtime(row.saved_at):%H:%M}" if row.saved_at else "",
    }


def _deleted(revision: Revision | None) -> dict[str, str] | None:
    if revision is None:
        return None
    return {"by": _name(revision.made_by), "at": f"{timezone.localtime(revision.made_at):%H:%M}"}


def _name(user: User | None) -> str:
    """Who it was; somebody of the house, and so never hidden from the clerk."""
    if user is None:
        return ""
    return user.person.full_name if user.person else user.email


def _errors(typed: saving.Typed) -> dict[str, list[str]]:
    errors = {}
    if typed.kind not in Contribution.Kind.values:
        errors["kind"] = [_("Choose one of the kinds.")]
    if not typed.text.strip():
        errors["text"] = [_("An empty paragraph is not kept; delete it instead.")]
    elif len(typed.text) > _LONGEST:
        errors["text"] = [_("This is too long for one paragraph: divide it.")]
    return errors


def _json(request: HttpRequest) -> dict[str, Any]:
    try:
        sent = json.loads(request.body)
    except ValueError as error:
        raise BadRequest("No JSON.") from error
    if not isinstance(sent, dict):
        raise BadRequest("Not an object.")
    return sent


def _typed(sent: dict[str, Any]) -> saving.Typed:
    text, kind = sent.get("text"), sent.get("kind")
    if not isinstance(text, str) or not isinstance(kind, str):
        raise BadRequest("Text and kind are strings.")
    return saving.Typed(
        key=_uuid(sent.get("id")),
        version=_number(sent, "version"),
        kind=kind,
        # Databases store no NUL, and lines end as everywhere in the record.
        text=text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n"),
        after=_after(sent),
        checkpoint=sent.get("checkpoint") is True,
        restore=sent.get("restore") is True,
        chosen=sent.get("chosen") is True,
    )


def _after(sent: dict[str, Any]) -> UUID | str | None:
    after = sent.get("after")
    return after if after in (None, "") else _uuid(after)


def _number(sent: dict[str, Any], name: str) -> int:
    number = sent.get(name)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number < 2**31:
        raise BadRequest(f"{name} is a number.")
    return number


def _uuid(value: Any) -> UUID:
    try:
        return UUID(str(value))
    except ValueError as error:
        raise BadRequest("A key is a UUID.") from error
