"""Room: minutes. The start page: for the public what this is; for everybody else what comes next."""

from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from committees.models import Session
from committees.permissions import may_record_somewhere
from minutes import deadlines
from minutes.desk.guards import drafts_visible_to
from minutes.mine.sessions import own_sessions
from minutes.models import Issue
from minutes.portal import agendas
from minutes.portal.freshness import fresh_view

_FEW = 5


@fresh_view
def start(request: HttpRequest) -> HttpResponse:
    """Latest protocols for all, sessions to come for who sits or records, minutes in work for who may read them."""
    latest = Issue.objects.minutes().visible_to(request.user)
    context = {"latest": latest.order_by("-date", "reference")[:_FEW], "agendas": agendas.coming(request.user)[:_FEW]}
    if request.user.is_authenticated:
        in_work = drafts_visible_to(request.user)
        coming = in_work if may_record_somewhere(request.user) else own_sessions(request.user)
        published = Issue.objects.minutes().shown().filter(session=OuterRef("pk"))
        context |= {
            "may_create": may_record_somewhere(request.user),
            "live": _live(coming)[:_FEW],
            "may_open": set(in_work.upcoming().values_list("pk", flat=True)),
            "coming": coming.upcoming().select_related("committee")[:_FEW],
            "unpublished": [(session, deadlines.due(session)) for session in _with_profile(in_work, published)[:_FEW]],
        }
    return render(request, "start.html", context)


def _with_profile(in_work: QuerySet[Session], published: QuerySet[Issue]) -> QuerySet[Session]:
    """The sessions of the past of which nothing is published, with what says when their minutes are due."""
    return in_work.past().exclude(Exists(published)).select_related("committee__body__profile", "minutes")


def _live(sessions: QuerySet[Session]) -> QuerySet[Session]:
    """The sessions of today that members may read along while they are typed."""
    today = sessions.filter(is_live_for_members=True, date=timezone.localdate())
    return today.select_related("committee").order_by("date", "pk")
