"""Room: minutes, the desk. Write, insert, move and delete the contributions of an agenda item."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees.models import AgendaItem, Revision, StaleVersion
from minutes.models import Contribution

from . import positions, room
from .conflicts import differences
from .contribution_forms import ContributionForm
from .guards import get_contribution_for_clerk, get_item_for_clerk
from .history import note
from .items import item_url
from .versioned_forms import posted_row


def contribution_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A new contribution, at the end or beside the one that ?before= or ?after= names."""
    item = get_item_for_clerk(request, pk)
    neighbour = _neighbour(request, item)
    if request.method != "POST":
        form = ContributionForm(instance=Contribution(item=item), room=room.read(item))
        return _page(request, form, neighbour=neighbour)
    contribution = posted_row(request, Contribution, item)
    form = ContributionForm(request.POST, instance=contribution, room=room.read(item))
    return _save(request, form, neighbour=neighbour)


def contribution_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change a contribution."""
    contribution = get_contribution_for_clerk(request, pk)
    form = ContributionForm(request.POST or None, instance=contribution, room=room.read(contribution.item))
    return _save(request, form) if request.method == "POST" else _page(request, form)


@require_POST
def contribution_move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Move a contribution up or down by one."""
    contribution = get_contribution_for_clerk(request, pk)
    AgendaItem.objects.select_for_update().get(pk=contribution.item_id)
    rows = Contribution.objects.filter(item=contribution.item_id)
    if not positions.swap(contribution, rows, up=request.POST.get("direction") == "up"):
        messages.info(request, _("It can’t be moved further."))
    return redirect(item_url(contribution.item, f"contribution-{contribution.pk}"))


def contribution_delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then delete a contribution as it was shown."""
    contribution = get_contribution_for_clerk(request, pk)
    if request.method == "POST" and request.POST.get("version") == str(contribution.version):
        note(request.user, contribution, reason=Revision.Reason.DELETED)
        contribution.delete()
        messages.success(request, _("Contribution deleted."))
        return redirect(item_url(contribution.item, "contributions"))
    if request.method == "POST":
        messages.warning(request, _("The text was changed in the meantime. Please read it again before you delete it."))
    context = {
        "title": _("Delete contribution"),
        "question": _("Delete this contribution for good?"),
        "consequences": [contribution.text],
        "confirm": _("Delete"),
        "is_destructive": True,
        "fields": {"version": contribution.version},
        "cancel_url": item_url(contribution.item, f"contribution-{contribution.pk}"),
        "session": contribution.item.session,
    }
    return render(request, "_confirm.html", context, status=409 if request.method == "POST" else 200)


def _save(request: HttpRequest, form: ContributionForm, neighbour: Contribution | None = None) -> HttpResponse:
    if not form.is_valid():
        return _page(request, form, neighbour=neighbour, status=422)
    is_new = form.instance._state.adding
    position = _position(request, form.room.item, neighbour) if is_new else None
    try:
        contribution = form.save(by=request.user, position=position)
    except StaleVersion as conflict:
        stored = ContributionForm(instance=conflict.current, room=form.room)
        form.take_over(conflict)
        return _page(request, form, neighbour=neighbour, differences=differences(form, stored), status=409)
    anchor = "add-contribution" if is_new and neighbour is None else f"contribution-{contribution.pk}"
    return redirect(item_url(form.room.item, anchor))


def _page(request: HttpRequest, form: ContributionForm, *, status: int = 200, **context: object) -> HttpResponse:
    where = "before" if request.GET.get("before") else "after"
    context = {"neighbour": None, "differences": None, "where": where, **context}
    context |= {"form": form, "room": form.room, "item": form.room.item, "session": form.room.item.session}
    return render(request, "minutes/desk/contribution_form.html", context, status=status)


def _neighbour(request: HttpRequest, item: AgendaItem) -> Contribution | None:
    key = request.GET.get("before") or request.GET.get("after")
    if not key:
        return None
    try:
        return Contribution.objects.filter(item=item, pk=UUID(key)).first()
    except ValueError as error:
        raise Http404("No such contribution.") from error


def _position(request: HttpRequest, item: AgendaItem, neighbour: Contribution | None) -> int:
    """A free position. A neighbour that was deleted in the meantime leaves the end."""
    rows = Contribution.objects.filter(item=item)
    if neighbour is None:
        return positions.last(rows)
    return positions.open_gap(rows, neighbour.position + (1 if request.GET.get("after") else 0))
