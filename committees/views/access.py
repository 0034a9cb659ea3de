"""Room: committees. Guards fetch and authorise in one line: what a user may not record does not exist (404)."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from committees.models import Attachment, Committee, Membership, Paper, Person, Session
from committees.permissions import (
    may_keep_people,
    may_read_attachment,
    may_record,
    recorded_committees,
    recorded_papers,
    require,
)
from committees.sealing import refuse_sealed


def get_committee_for_clerk(request: HttpRequest, pk: int) -> Committee:
    """The committee, if the user records it; Http404 otherwise."""
    return get_object_or_404(recorded_committees(request.user).select_related("body"), pk=pk)


def get_membership_for_clerk(request: HttpRequest, pk: int) -> Membership:
    """The seat with its committee, if the user records it; Http404 otherwise."""
    rows = Membership.objects.filter(committee__in=recorded_committees(request.user))
    return get_object_or_404(rows.select_related("committee__body", "person", "faction"), pk=pk)


def get_person_for_clerk(request: HttpRequest, pk: int) -> Person:
    """The person, for whoever keeps the directory (403 for others); Http404 for nobody."""
    require(may_keep_people(request.user))
    return get_object_or_404(Person, pk=pk)


def get_paper_for_clerk(request: HttpRequest, pk: int) -> Paper:
    """The paper, if the user enters papers of its body; Http404 otherwise."""
    return get_object_or_404(recorded_papers(request.user).select_related("body__profile"), pk=pk)


def get_session_for_clerk(request: HttpRequest, pk: UUID) -> Session:
    """The session, if the user records its committee; Http404 otherwise. A POST to a sealed one is refused."""
    rows = Session.objects.filter(committee__in=recorded_committees(request.user))
    if request.method == "POST":
        refuse_sealed(_held(get_object_or_404(rows.only("pk"), pk=pk)))
    session: Session = get_object_or_404(rows.select_related("committee__body__profile"), pk=pk)
    return session


def get_attachment_for_clerk(request: HttpRequest, pk: int) -> Attachment:
    """The file or annex, if the user may change it: who enters the paper, or records the session; Http404 otherwise."""
    attachment = _attachment(pk)
    if attachment.session is not None:
        is_allowed = may_record(request.user, attachment.session.committee)
    else:
        is_allowed = recorded_papers(request.user).filter(pk=attachment.paper_id).exists()
    if not is_allowed:
        raise Http404
    if request.method == "POST" and attachment.session is not None:
        refuse_sealed(_held(attachment.session))
    return attachment


def get_attachment_for_reader(request: HttpRequest, pk: int) -> Attachment:
    """The file or annex, if the user may read it; Http404 otherwise."""
    attachment = _attachment(pk)
    if not may_read_attachment(request.user, attachment):
        raise Http404
    return attachment


def _held(session: Session) -> Session:
    """The session as it is now; who signs it waits until this request is done."""
    held: Session = Session.objects.select_for_update(no_key=True).get(pk=session.pk)
    return held


def _attachment(pk: int) -> Attachment:
    rows = Attachment.objects.select_related("paper", "session__committee__body__profile", "item")
    return get_object_or_404(rows, pk=pk)
