"""Room: minutes, the desk. Reading along while the minutes are typed: for the chair, and for members if they may."""

from dataclasses import replace
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from committees.models import Recusal, Session
from committees.permissions import Visitor, may_read_draft, may_read_live
from minutes.desk.live import state
from minutes.fragments import is_fragment
from minutes.record import Audience, read
from minutes.record.values import SessionRecord


@transaction.non_atomic_requests
@cache_control(private=True, no_cache=True)
@require_safe
def live(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The record as it stands; 304 if it stands as the reader has it, before anything of it is read."""
    session = get_object_or_404(Session.objects.select_related("committee__body__profile"), pk=pk)
    if not may_read_live(request.user, session):
        raise Http404("Nobody reads along here.")
    layout = "fragment" if is_fragment(request) else "page"
    etag = f'W/"{state.token(pk)}-{request.user.pk}-{get_language()}-{layout}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None and unchanged.status_code == 304:
        return unchanged
    record = _for_reader(read(session, audience=Audience.INTERNAL), request.user, session)
    context = {"record": record, "session": session, "now": timezone.now(), "links": {}}
    response = render(request, "minutes/desk/live/reading.html", context)
    response["ETag"] = etag
    return response


def _for_reader(record: SessionRecord, user: Visitor, session: Session) -> SessionRecord:
    """Without the non-public items in which the reader is biased: whoever leaves the room does not read along."""
    if may_read_draft(user, session):
        return record
    recusals = Recusal.objects.filter(item__session=session, item__is_public=False, attendance__person=user.person_id)
    hidden = {str(key) for key in recusals.values_list("item_id", flat=True)}
    parts = tuple(
        replace(part, items=tuple(item for item in part.items if item.id not in hidden)) for part in record.parts
    )
    return replace(record, parts=parts)
