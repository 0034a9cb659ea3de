"""Room: minutes, the desk. Publishing the notice of a session, with a preview of exactly what will be read."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from committees.permissions import require
from minutes import announcing
from minutes.desk.fields import posted
from minutes.desk.guards import get_session_for_clerk
from minutes.desk.review_forms import PublishNoticeForm
from minutes.models import Issue, Publication
from minutes.permissions import may_publish


def publish_notice(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then announce the session; once more, the notice before is replaced. An obstacle stands for the question."""
    session = get_session_for_clerk(request, pk)
    require(may_publish(request.user, session))
    found = announcing.obstacles_to_notice(session)
    form = PublishNoticeForm(posted(request))
    if request.method == "POST" and not found and form.is_valid():
        entries = form.cleaned_data
        try:
            announcing.publish_notice(
                session, by=request.user, visible_from=entries["visible_from"], note=entries["note"]
            )
        except ValidationError as error:
            found = error.messages
        else:
            messages.success(request, _("The notice of %(session)s is published.") % {"session": session})
            return redirect("minutes:session-detail", pk)
    current = Issue.objects.of_kind(Publication.Kind.NOTICE).current().filter(session=session)
    context = {
        "session": session,
        "obstacles": found,
        "form": form,
        "record": None if found else announcing.notice(session),
        "issue": current.without_content().first(),
    }
    return render(request, "minutes/desk/publish_notice.html", context, status=422 if form.is_bound else 200)
