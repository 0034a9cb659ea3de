"""Room: committees. Pages of a seat in a committee: given, corrected, ended, deleted."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.forms.memberships import EndMembershipForm, MembershipForm
from committees.models import Committee, Membership

from .access import get_committee_for_clerk, get_membership_for_clerk
from .committees import crumbs_of
from .pages import deletion_page, form_page, next_url, saved, stored, stored_unless_refused, with_query


def membership_create(request: HttpRequest, committee_pk: int) -> HttpResponse:
    """A seat in the committee for somebody of the directory, whom `person` may name."""
    committee = get_committee_for_clerk(request, committee_pk)
    url = _url(committee)
    if request.method == "POST":
        _hold(committee)
    initial = {"person": request.GET.get("person"), "start": max(timezone.localdate(), committee.start)}
    form = MembershipForm(request.POST or None, committee=committee, initial=initial)
    if request.method == "POST" and form.is_valid():
        return saved(request, _saved_url(request, stored(request, form)))
    new_person = with_query(reverse("committees:person-create"), next=request.get_full_path())
    return form_page(
        request,
        form,
        title=_("New member"),
        lead=committee.name,
        crumbs=crumbs_of(committee),
        cancel_url=next_url(request, url),
        links=[(_("The person is not in the directory yet"), new_person)],
    )


def membership_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct a seat. What changes on a day is another seat: end this one and give a new one."""
    membership = get_membership_for_clerk(request, pk)
    committee = membership.committee
    if request.method == "POST":
        _hold(committee)
    form = MembershipForm(request.POST or None, instance=membership, committee=committee)
    if request.method == "POST" and form.is_valid() and (corrected := stored_unless_refused(request, form)):
        return saved(request, _saved_url(request, corrected))
    sessions = membership.attendances.count()
    note = ""
    if sessions:
        note = _(
            "The seat stands on the lists of %(count)s sessions, which read it as it is now. "
            "If faction, function or vote changes on a day, end this seat and give a new one from the next day on."
        ) % {"count": sessions}
    return form_page(
        request,
        form,
        title=_("Correct seat"),
        lead=f"{membership.person.full_name}, {committee.name}",
        crumbs=crumbs_of(committee),
        cancel_url=next_url(request, _url(committee)),
        note=note,
        links=[(_("Delete seat"), reverse("committees:membership-delete", args=[pk]))],
    )


def membership_end(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of a seat."""
    membership = get_membership_for_clerk(request, pk)
    committee = membership.committee
    initial = {} if membership.end else {"end": timezone.localdate()}
    form = EndMembershipForm(request.POST or None, instance=membership, initial=initial)
    if request.method == "POST" and form.is_valid():
        stored(request, form)
        days = {"person": membership.person.full_name, "day": f"{membership.end:%d.%m.%Y}"}
        messages.success(request, _("The seat of %(person)s ends on %(day)s.") % days)
        return redirect(_saved_url(request, membership))
    return form_page(
        request,
        form,
        title=_("End seat"),
        lead=f"{membership.person.full_name}, {committee.name}",
        crumbs=crumbs_of(committee),
        cancel_url=next_url(request, _url(committee)),
        submit=_("End seat"),
        note=_("Sessions up to this day keep the member; later lists of attendance leave him or her out."),
    )


def membership_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a seat that no session names: an entry by mistake."""
    membership = get_membership_for_clerk(request, pk)
    url = _url(membership.committee)
    return deletion_page(
        request,
        membership,
        title=_("Delete seat"),
        question=_("Delete the seat of %(person)s? No session names it.") % {"person": membership.person.full_name},
        crumbs=crumbs_of(membership.committee),
        cancel_url=next_url(request, url),
        done_url=next_url(request, url),
        alternative=_("You can end the seat instead; what was recorded stays."),
        instead=(_("End seat"), reverse("committees:membership-end", args=[pk])),
    )


def _hold(committee: Committee) -> None:
    """Two users can't give one person two seats at once: the second waits for the first."""
    Committee.objects.select_for_update().get(pk=committee.pk)


def _url(committee: Committee) -> str:
    return reverse("committees:committee-detail", args=[committee.pk])


def _saved_url(request: HttpRequest, membership: Membership) -> str:
    return next_url(request, f"{_url(membership.committee)}#seat-{membership.pk}")
