"""Room: minutes, the desk. Record what was resolved on an agenda item."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from committees import agenda
from committees.models import AgendaItem, StaleVersion
from votes.models import Decision

from .conflicts import Difference, differences
from .decision_forms import DecisionForm
from .guards import get_item_for_clerk
from .items import item_url


def decision(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write or change the decision of an item; an item has one."""
    item = get_item_for_clerk(request, pk)
    if request.method == "POST":
        AgendaItem.objects.select_for_update().get(pk=item.pk)
    row = Decision.objects.filter(item=item).first() or Decision(item=item)
    form = DecisionForm(request.POST or None, instance=row, item=item)
    if request.method != "POST":
        return _page(request, form)
    if not form.is_valid():
        return _page(request, form, status=422)
    try:
        form.save()
    except ValidationError as problem:
        form.add_error(None, problem)
        return _page(request, form, status=422)
    except StaleVersion as conflict:
        stored = DecisionForm(instance=conflict.current, item=item)
        form.take_over(conflict)
        return _page(request, form, differences=differences(form, stored), status=409)
    return redirect(item_url(item, "decision"))


def _page(
    request: HttpRequest, form: DecisionForm, *, status: int = 200, differences: list[Difference] | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "item": form.item,
        "session": form.item.session,
        "number": agenda.numbers(form.item.session)[form.item.pk],
        "differences": differences,
    }
    return render(request, "minutes/desk/decision_form.html", context, status=status)
