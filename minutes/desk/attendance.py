"""Room: minutes, the desk. Pages of attendance: all members at once, one person, deputies, people put on the list."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees import attending, convening, presence
from committees.models import Attendance, Presence, StaleVersion
from minutes.desk import conflicts, roster
from minutes.desk.attendance_forms import GuestForm, MarksForm, MemberForm, free_seats
from minutes.desk.closed_votes import contradictions
from minutes.desk.fields import posted
from minutes.desk.guards import get_attendance_for_clerk, get_session_for_clerk
from minutes.desk.stay_forms import AttendanceForm, BaseStays, SubstituteForm, stays_formset
from minutes.models import Speaker
from votes.models import Vote, Voter


def attendance_list(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everybody on the list; the marks of all members are saved together."""
    session = get_session_for_clerk(request, pk)
    room = roster.read(session)
    form = MarksForm(posted(request), roster=room)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            released = form.save()
        for attendance in released:
            messages.warning(request, _("%(person)s is absent and so has no duty any more.") % {"person": attendance})
        messages.success(request, _("Saved."))
        return redirect("minutes:attendance-list", pk)
    status = (409 if form.is_stale else 422) if form.is_bound else 200
    context = {
        "session": session,
        "roster": room,
        "form": form,
        "has_begun": session.date <= timezone.localdate(),
        "may_invite": not room.members and free_seats(session).exists(),
    }
    return render(request, "minutes/desk/attendance_list.html", context, status=status)


@require_POST
def attendance_invite(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put all members on a list that has none yet: they got their seats after the session was created."""
    session = get_session_for_clerk(request, pk)
    if Vote.objects.filter(item__session=session, closed_at__isnull=False).exists():
        messages.error(request, _("There was a vote without the members. Open that vote again first."))
    elif not session.attendances.filter(capacity=Attendance.Capacity.MEMBER).exists():
        convening.invite(session)
        messages.success(request, _("All members are on the list; everybody counts as present."))
    return redirect("minutes:attendance-list", pk)


def attendance_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One person: from when until when, in what role, with what duty."""
    attendance = get_attendance_for_clerk(request, pk)
    room = roster.read(attendance.session)
    line = next(line for line in room.lines if line.attendance.pk == pk)
    form = AttendanceForm(posted(request), instance=attendance)
    stays = stays_formset(room, line.stays, posted(request))
    context = {"session": room.session, "line": line, "form": form, "stays": stays, "differences": None}
    if request.method != "POST":
        return render(request, "minutes/desk/attendance_edit.html", context)
    if form.is_valid() & stays.is_valid():
        form.check_room(stays, room.attendees)
    if form.errors or not stays.is_valid():
        return render(request, "minutes/desk/attendance_edit.html", context, status=422)
    try:
        _save_attendance(form, stays)
    except StaleVersion as conflict:
        form.take_over(conflict)
        context["differences"] = conflicts.differences(form, AttendanceForm(instance=conflict.current))
        return render(request, "minutes/desk/attendance_edit.html", context, status=409)
    messages.success(request, _("Saved."))
    return redirect("minutes:attendance-list", attendance.session_id)


def attendance_substitute(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put a deputy in the place of a member, who is excused unless there for a time."""
    member = get_attendance_for_clerk(request, pk)
    room = roster.read(member.session)
    line = next(line for line in room.lines if line.attendance.pk == pk)
    form = SubstituteForm(posted(request), member=member)
    stays = stays_formset(room, [], posted(request))
    if request.method == "POST" and form.is_valid() & stays.is_valid():
        form.check_room(stays, room.attendees)
        if form.is_valid() and stays.is_valid():
            deputy = _save_substitute(form, stays)
            messages.success(
                request, _("%(deputy)s substitutes for %(member)s.") % {"deputy": deputy, "member": member}
            )
            return redirect("minutes:attendance-list", member.session_id)
    context = {"session": room.session, "line": line, "form": form, "stays": stays}
    return render(request, "minutes/desk/attendance_substitute.html", context, status=422 if form.is_bound else 200)


def attendance_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody of the administration, a guest or the press; from the directory or new.

    `name` in the query: what was typed already.
    """
    first, _blank, last = request.GET.get("name", "").strip()[:80].rpartition(" ")
    known = {"capacity": Attendance.Capacity.GUEST, "first_name": first, "last_name": last} if last else {}
    return _add(request, pk, GuestForm, _("Add person"), known)


def attendance_add_member(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A member who is missing on the list."""
    return _add(request, pk, MemberForm, _("Add member"))


def attendance_remove(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take somebody off the list who neither spoke nor voted, after asking."""
    attendance = get_attendance_for_clerk(request, pk)
    refusal = _what_holds(attendance)
    if request.method == "POST" and not refusal:
        attendance.delete()
        messages.success(request, _("%(person)s is off the list.") % {"person": attendance})
        return redirect("minutes:attendance-list", attendance.session_id)
    context = {
        "session": attendance.session,
        "refusal": refusal,
        "title": _("Remove from the list?"),
        "question": _("%(person)s is taken off the list of attendance.") % {"person": attendance},
        "confirm": _("Remove from the list"),
        "cancel_url": reverse("minutes:attendance-edit", args=[pk]),
    }
    return render(
        request, "minutes/desk/attendance_confirm.html", context, status=409 if request.method == "POST" else 200
    )


def _add(
    request: HttpRequest, pk: UUID, form_class: Any, title: str, known: dict[str, str] | None = None
) -> HttpResponse:
    session = get_session_for_clerk(request, pk)
    form = form_class(posted(request), session=session, initial=known)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            attendance = form.save()
        messages.success(request, _("%(person)s is on the list.") % {"person": attendance})
        return redirect("minutes:attendance-list", pk)
    context = {"session": session, "form": form, "title": title}
    return render(request, "minutes/desk/attendance_add.html", context, status=422 if form.is_bound else 200)


@transaction.atomic
def _save_attendance(form: AttendanceForm, stays: BaseStays) -> None:
    attendance: Attendance = form.instance
    attendance.presences.all().delete()
    attendance.absence = "" if form.is_there else form.cleaned_data["state"]
    attendance.save_version(
        read_version=form.cleaned_data["version"], update_fields=["role", "detail", "duty", "absence"]
    )
    if form.is_there:
        attending.put_on_list(attendance, stays.stays or [Presence()])


@transaction.atomic
def _save_substitute(form: SubstituteForm, stays: BaseStays) -> Attendance:
    if not form.member_stays and not form.member.absence:
        attending.mark_absent(form.member, Attendance.Absence.EXCUSED)
    deputy = form.deputy()
    attending.put_on_list(deputy, stays.stays or [Presence()])
    return deputy


def _what_holds(attendance: Attendance) -> str:
    """Why somebody can't be taken off the list, as a sentence; empty if that can be done."""
    deputy = attendance.substitutes.select_related("person").first()
    held_by = (
        (Voter.objects.filter(attendance=attendance).exists(), _("%(person)s voted.")),
        (Speaker.objects.filter(attendance=attendance).exists(), _("%(person)s spoke.")),
        (attendance.recusals.exists(), _("%(person)s is recorded as biased.")),
        (attendance.chaired_items.exists(), _("%(person)s chaired an item.")),
        (deputy is not None, _("%(deputy)s substitutes for %(person)s.")),
        (_loses_a_vote(attendance), _("%(person)s was entitled to a secret vote.")),
    )
    sentence = next((sentence for holds, sentence in held_by if holds), "")
    stays = _("The list has to keep this person; mark the absence instead.")
    return f"{sentence % {'person': attendance, 'deputy': deputy}} {stays}" if sentence else ""


def _loses_a_vote(attendance: Attendance) -> bool:
    before = presence.attendees(attendance.session)
    after = [person for person in before if person.key != attendance.pk]
    return attendance.pk in contradictions(attendance.session, before, after)
