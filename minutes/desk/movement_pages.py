"""Room: minutes, the desk. The pages on which somebody comes or leaves, and on which that is taken back."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees.models import Attendance, Revision
from minutes.desk import movements, room
from minutes.desk.fields import posted
from minutes.desk.guards import get_attendance_for_clerk, get_item_for_clerk
from minutes.desk.movement_forms import MovementForm
from minutes.desk.movements import Act, Change


def movement_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody comes or leaves while an item is treated."""
    item = get_item_for_clerk(request, pk)
    people = room.read(item)
    form = MovementForm(posted(request), room=people)
    if request.method == "POST" and (form.is_valid() or form.repeats()):
        if form.is_valid():
            form.change.save(request.user)
        messages.success(request, _sentence(form.change))
        return redirect("minutes:desk-item", item.session_id, item.pk)
    context = {"form": form, "item": item, "session": item.session, "room": people}
    return render(request, "minutes/desk/movement.html", context, status=422 if form.is_bound else 200)


@require_POST
def movement_undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the last movement of a person back."""
    revision = Revision.objects.filter(pk=pk, model=Attendance._meta.label_lower).first()
    if revision is None:
        raise Http404
    person = Attendance.objects.filter(pk=revision.key).first()
    if person is None:
        # Taken back already: the person came and is no longer on the list.
        return redirect(reverse("minutes:desk", args=[revision.session_id]))
    person = get_attendance_for_clerk(request, revision.key)
    try:
        movements.take_back(revision, person)
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, _("Taken back: %(person)s.") % {"person": person})
    return redirect("minutes:desk", person.session_id)


def _sentence(change: Change) -> str:
    person, member, numbers = change.movement.person, change.movement.member, change.room.numbers
    values = {"person": person, "member": member, "item": numbers[change.item.pk].label}
    if change.until:
        values["until"] = numbers[change.until.pk].label
    if change.again:
        values["again"] = numbers[change.again.pk].label
        return _("%(person)s leaves; there up to and including %(item)s, and again from %(again)s on.") % values
    if change.movement.act == Act.LEAVES:
        return _("%(person)s leaves; there up to and including %(item)s.") % values
    if change.movement.act == Act.SUBSTITUTES and change.until:
        return _("%(person)s substitutes for %(member)s from %(item)s to %(until)s.") % values
    if change.movement.act == Act.SUBSTITUTES:
        return _("%(person)s substitutes for %(member)s from %(item)s on.") % values
    if change.until:
        return _("%(person)s is there from %(item)s to %(until)s.") % values
    return _("%(person)s is there from %(item)s on.") % values
