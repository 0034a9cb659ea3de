"""Room: committees. Pages of committees: the list, one with its members, new, changed, ended, deleted."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees import roll
from committees.forms.committees import CommitteeForm, EndCommitteeForm
from committees.models import Body, Committee, Membership
from committees.permissions import may_administer, may_record_somewhere, recorded_committees, require
from committees.recording import recorded
from committees.wording import sort_key

from .access import get_committee_for_clerk
from .pages import Crumb, deletion_page, form_page, saved, stored

_KINDS = [Committee.Kind.COUNCIL, Committee.Kind.MAIN, Committee.Kind.COMMITTEE]


def committee_list(request: HttpRequest) -> HttpResponse:
    """The committees that the user records: those that exist, then those that have ended."""
    require(may_record_somewhere(request.user))
    today = timezone.localdate()
    seats_taken = Count(
        "memberships",
        filter=Q(memberships__start__lte=today, memberships__has_vote=True)
        & (Q(memberships__end__isnull=True) | Q(memberships__end__gte=today))
        & ~Q(memberships__function=Membership.Function.DEPUTY),
    )
    rows = sorted(
        recorded_committees(request.user).select_related("body").annotate(seats_taken=seats_taken), key=_place
    )
    context = {
        "current": [row for row in rows if not _has_ended(row, today)],
        "former": [row for row in rows if _has_ended(row, today)],
        "shows_body": len({row.body_id for row in rows}) > 1,
        "may_administer": may_administer(request.user),
    }
    return render(request, "committees/committee_list.html", context)


def committee_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A committee with its members by faction, its deputies, and who left."""
    committee = get_committee_for_clerk(request, pk)
    today = timezone.localdate()
    context = {
        "committee": committee,
        "has_ended": _has_ended(committee, today),
        "roll": roll.read(committee, today=today),
        "may_administer": may_administer(request.user),
    }
    return render(request, "committees/committee_detail.html", context)


def committee_create(request: HttpRequest) -> HttpResponse:
    """A new committee, by an administrator."""
    require(may_administer(request.user))
    form = CommitteeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return saved(request, _url(stored(request, form)))
    note = "" if Body.objects.exists() else _("There is no body yet. Enter it on the admin site first.")
    return form_page(
        request,
        form,
        title=_("New committee"),
        crumbs=[_crumb()],
        cancel_url=_list_url(),
        note=note,
        submit=_("Create"),
    )


def committee_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Names, seats and times of a committee."""
    require(may_administer(request.user))
    committee = get_object_or_404(Committee, pk=pk)
    name = committee.name
    form = CommitteeForm(request.POST or None, instance=committee)
    if request.method == "POST" and form.is_valid():
        return saved(request, _url(stored(request, form)))
    return form_page(
        request,
        form,
        title=_("Change committee"),
        lead=name,
        crumbs=crumbs_of(committee, name),
        cancel_url=_url(committee),
    )


def committee_end(request: HttpRequest, pk: int) -> HttpResponse:
    """The last day of a committee; seats that are still open end with it."""
    require(may_administer(request.user))
    committee = get_object_or_404(Committee, pk=pk)
    initial: dict[str, Any] = {} if committee.end else {"end": timezone.localdate()}
    form = EndCommitteeForm(request.POST or None, instance=committee, initial=initial)
    if request.method == "POST" and form.is_valid():
        with recorded(committee, committee.memberships.all(), by=request.user):
            form.save()
            if form.cleaned_data["ends_seats"]:
                _end_seats(committee)
        messages.success(request, _("The committee ends; its sessions and minutes stay."))
        return redirect(_url(committee))
    return form_page(
        request,
        form,
        title=_("End committee"),
        lead=committee.name,
        crumbs=crumbs_of(committee),
        cancel_url=_url(committee),
        submit=_("End committee"),
        note=_("Sessions, minutes and seats stay; only new sessions after the last day are refused."),
    )


def committee_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a committee that never met and has no seats."""
    require(may_administer(request.user))
    committee = get_object_or_404(Committee, pk=pk)
    return deletion_page(
        request,
        committee,
        title=_("Delete committee"),
        question=_("Delete “%(row)s”? Nothing refers to it yet.") % {"row": committee},
        crumbs=crumbs_of(committee),
        cancel_url=_url(committee),
        done_url=_list_url(),
        alternative=_("You can end the committee instead; what was recorded stays."),
        instead=None if committee.end else (_("End committee"), reverse("committees:committee-end", args=[pk])),
    )


def crumbs_of(committee: Committee, name: str = "") -> list[Crumb]:
    """The pages above a page of a committee."""
    return [_crumb(), (name or committee.name, _url(committee))]


def _end_seats(committee: Committee) -> None:
    """Seats that last longer than their committee end with it; a deputy's rank and all else stay."""
    late = committee.memberships.filter(Q(end__isnull=True) | Q(end__gt=committee.end), start__lte=committee.end)
    late.update(end=committee.end)


def _place(committee: Committee) -> tuple[Any, ...]:
    """The council first, then its main committee, then the others by name."""
    return committee.body.name, _KINDS.index(committee.kind), sort_key(committee.name)


def _has_ended(committee: Committee, today: date) -> bool:
    return committee.end is not None and committee.end < today


def _crumb() -> Crumb:
    return _("Committees"), _list_url()


def _list_url() -> str:
    return reverse("committees:committee-list")


def _url(committee: Committee) -> str:
    return reverse("committees:committee-detail", args=[committee.pk])
