"""Room: minutes, the desk. Pages of the agenda: its order, its items, and who is biased in one."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees import agenda, presence_checks
from committees.models import AgendaItem, Presence, Recusal, Session, StaleVersion
from committees.numbering import Number
from committees.recording import recorded
from committees.views.pages import stored
from minutes import proposals
from minutes.desk import conflicts
from minutes.desk.agenda_forms import ItemForm, RecusalForm
from minutes.desk.closed_votes import order_lock, stands_before_a_vote
from minutes.desk.fields import posted
from minutes.desk.guards import get_item_for_clerk, get_recusal_for_clerk, get_session_for_clerk
from minutes.models import Contribution
from votes.models import Decision, Vote


@dataclass
class Node:
    """An item among its siblings, with what lies below it; `place` counts from 0."""

    item: AgendaItem
    number: Number
    place: int
    siblings: int
    children: list["Node"] = field(default_factory=list)

    @property
    def is_first(self) -> bool:
        return self.place == 0

    @property
    def is_last(self) -> bool:
        return self.place == self.siblings - 1


def agenda_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The agenda in its order, to be changed as long as nothing was voted on."""
    session = get_session_for_clerk(request, pk)
    parts = _parts(session)
    context = {
        "session": session,
        "parts": parts,
        "lock": order_lock(session),
        "has_both": len(parts) > 1,
        "proposed": [(row, proposals.title(row)) for row in proposals.for_agenda(session)],
    }
    return render(request, "minutes/desk/agenda_page.html", context)


@require_POST
def item_move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Move an item up or down, under the one before or out again, or to a place among its siblings (`to`)."""
    item = get_item_for_clerk(request, pk)
    direction, place = request.POST.get("direction"), request.POST.get("to", "")
    if direction not in _MOVES and not place.isdecimal():
        return HttpResponseBadRequest()
    try:
        with transaction.atomic():
            _refuse_if_fixed(item.session)
            if direction in _MOVES:
                _MOVES[direction](item)
            else:
                agenda.move(item, to=min(int(place), 1000))
            _refuse(presence_checks.order_problem(item.session))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        number = agenda.numbers(item.session)[item.pk].label
        messages.success(request, _("“%(title)s” is now %(number)s.") % {"title": item.title, "number": number})
    return redirect("minutes:agenda", item.session_id)


@require_POST
def proposal_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put an item that Gremia proposes on the agenda: on the minutes of the earlier session that `earlier` names."""
    session = get_session_for_clerk(request, pk)
    chosen = [row for row in proposals.for_agenda(session) if str(row.pk) == request.POST.get("earlier")]
    added = [] if order_lock(session) else proposals.put_on_agenda(session, chosen)
    for item in added:
        messages.success(request, _("“%(title)s” is on the agenda.") % {"title": item.title})
    if not added:
        messages.error(request, _("This item is not proposed any more."))
    return redirect("minutes:agenda", pk)


@require_POST
def part_first(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin with the public part, or with the other one."""
    session = get_session_for_clerk(request, pk)
    try:
        with transaction.atomic():
            _refuse_if_fixed(session)
            agenda.put_part_first(session, is_public=request.POST.get("part") == "public")
            _refuse(presence_checks.order_problem(session))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("minutes:agenda", pk)


def item_create(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A new item at the end of its part; at the end of the agenda once its order stands."""
    session = get_session_for_clerk(request, pk)
    form = ItemForm(posted(request), instance=AgendaItem(session=session, position=0))
    if request.method == "POST" and form.is_valid():
        item = form.instance
        item.is_public = form.cleaned_data["is_public"]
        agenda.add(item, at_end=bool(order_lock(session)))
        form.save_papers()
        messages.success(request, _("“%(title)s” is on the agenda.") % {"title": item.title})
        return redirect("minutes:item-create" if "again" in request.POST else "minutes:agenda", pk)
    context = {"session": session, "form": form, "lock": order_lock(session)}
    return render(request, "minutes/desk/agenda_item_create.html", context, status=422 if form.is_bound else 200)


def item_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Title, publicity, papers and the rest of an item."""
    item = get_item_for_clerk(request, pk)
    form = ItemForm(posted(request), instance=item)
    context = {
        "session": item.session,
        "item": AgendaItem.objects.get(pk=pk),
        "form": form,
        "number": agenda.numbers(item.session)[item.pk],
        "differences": None,
    }
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                _save_item(form)
        except StaleVersion as conflict:
            form.take_over(conflict)
            context["differences"] = conflicts.differences(form, ItemForm(instance=conflict.current))
            return render(request, "minutes/desk/agenda_item_edit.html", context, status=409)
        messages.success(request, _("Saved."))
        return redirect("minutes:agenda", item.session_id)
    return render(request, "minutes/desk/agenda_item_edit.html", context, status=422 if form.is_bound else 200)


def item_delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an item off the agenda on which nothing was recorded, after asking."""
    item = get_item_for_clerk(request, pk)
    refusal = _what_holds(item)
    if request.method == "POST" and not refusal:
        agenda.remove(item)
        messages.success(request, _("“%(title)s” is off the agenda.") % {"title": item.title})
        return redirect("minutes:agenda", item.session_id)
    context = {
        "session": item.session,
        "refusal": refusal,
        "title": _("Delete item?"),
        "question": _("“%(title)s” is taken off the agenda.") % {"title": item.title},
        "confirm": _("Delete item"),
        "cancel_url": reverse("minutes:agenda", args=[item.session_id]),
    }
    return render(request, "minutes/desk/agenda_confirm.html", context, status=409 if request.method == "POST" else 200)


def recusal_list(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who is biased in an item; a form to add somebody."""
    item = get_item_for_clerk(request, pk)
    form = RecusalForm(posted(request), instance=Recusal(item=item))
    if request.method == "POST" and (recusal := stored(request, form) if form.is_valid() else form.recorded()):
        messages.success(request, _("%(person)s is recorded as biased.") % {"person": recusal.attendance})
        return redirect("minutes:recusal-list", pk)
    context = {
        "session": item.session,
        "item": item,
        "number": agenda.numbers(item.session)[item.pk],
        "form": form,
        "recusals": item.recusals.select_related("attendance__person"),
        "grounds": _grounds(item.session),
    }
    return render(request, "minutes/desk/agenda_recusals.html", context, status=422 if form.is_bound else 200)


def recusal_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a recorded bias back, after asking; not while a vote from which the person was excluded is closed."""
    recusal = get_recusal_for_clerk(request, pk)
    item = recusal.item
    was_excluded = Vote.objects.filter(item=item, closed_at__isnull=False).exists()
    refusal = _("The item was voted on without this person. Open that vote again first.") if was_excluded else ""
    if request.method == "POST" and not refusal:
        with recorded(recusal, by=request.user):
            recusal.delete()
        messages.success(request, _("%(person)s is no longer recorded as biased.") % {"person": recusal.attendance})
        return redirect("minutes:recusal-list", item.pk)
    context = {
        "session": item.session,
        "refusal": refusal,
        "title": _("Remove recusal?"),
        "question": _("%(person)s may then advise and vote on this item.") % {"person": recusal.attendance},
        "confirm": _("Remove recusal"),
        "cancel_url": reverse("minutes:recusal-list", args=[item.pk]),
    }
    return render(request, "minutes/desk/agenda_confirm.html", context, status=409 if request.method == "POST" else 200)


_MOVES: dict[Any, Any] = {
    "up": lambda item: agenda.move_by(item, -1),
    "down": lambda item: agenda.move_by(item, 1),
    "indent": agenda.indent,
    "outdent": agenda.outdent,
}


def _save_item(form: ItemForm) -> None:
    item: AgendaItem = form.instance
    form.write()
    form.save_papers()
    is_public = form.cleaned_data.get("is_public", item.is_public)
    if is_public != item.is_public:
        agenda.set_publicity(item, is_public=is_public, keep_order=bool(order_lock(item.session)))


def _parts(session: Session) -> list[dict[str, Any]]:
    """Runs of public and non-public top items with what lies below them."""
    items = list(session.items.prefetch_related("papers").order_by("position"))
    numbers, tree = agenda.numbers(session, items), agenda.Tree.of(items)

    def node(item: AgendaItem) -> Node:
        siblings = tree.siblings(item)
        children = [node(child) for child in tree.branches.get(item.pk, [])]
        return Node(item, numbers[item.pk], siblings.index(item), len(siblings), children)

    parts: list[dict[str, Any]] = []
    for item in tree.branches.get(None, []):
        if not parts or parts[-1]["is_public"] != item.is_public:
            parts.append({"is_public": item.is_public, "nodes": []})
        parts[-1]["nodes"].append(node(item))
    return parts


def _grounds(session: Session) -> list[str]:
    """Grounds that this committee recorded lately, for whoever types one."""
    rows = Recusal.objects.filter(item__session__committee=session.committee_id).exclude(ground="")
    return list(dict.fromkeys(rows.order_by("-item__session__date", "-pk").values_list("ground", flat=True)[:40]))


def _refuse_if_fixed(session: Session) -> None:
    _refuse(order_lock(session))


def _refuse(sentence: str) -> None:
    if sentence:
        raise ValidationError(sentence)


def _what_holds(item: AgendaItem) -> str:
    """Why an item can't be deleted, as a sentence; empty if it can."""
    stays = Presence.objects.filter(first_item=item) | Presence.objects.filter(last_item=item)
    stay = stays.select_related("attendance__person").first()
    held_by = (
        (item.children.exists(), _("It has sub-items; move or delete them first.")),
        (Vote.objects.filter(item=item).exists(), _("Votes are recorded on it; delete them first.")),
        (Decision.objects.filter(item=item).exists(), _("A resolution is recorded on it; delete it first.")),
        (Contribution.objects.filter(item=item).exists(), _("Text is recorded on it; delete it first.")),
        (item.decided_objections.exists(), _("It is noted on which objections it decided; change that first.")),
        (item.recusals.exists(), _("Somebody is recorded as biased in it; remove that first.")),
        (
            stay is not None,
            _("The attendance of %(person)s names it; change that first.") % {"person": stay and stay.attendance},
        ),
        (stands_before_a_vote(item), order_lock(item.session)),
    )
    return next((sentence for holds, sentence in held_by if holds), "")
