"""Room: minutes, the desk. Record votes, establish their results and open them again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees.models import AgendaItem, StaleVersion
from votes.models import Form, Majority, Vote

from . import positions, results, room, rounds
from .conflicts import differences
from .guards import get_item_for_clerk, get_vote_for_clerk
from .items import item_url
from .versioned_forms import posted_row
from .vote_forms import VoteForm


def vote_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A new vote of an item, behind its others."""
    item = get_item_for_clerk(request, pk)
    people = room.read(item)
    earlier = rounds.earlier(item, request.GET.get("round", ""))
    if request.method != "POST":
        return _page(request, VoteForm(instance=Vote(item=item), room=people, earlier=earlier))
    row = posted_row(request, Vote, item)
    return _save(request, VoteForm(_data(request, people), instance=row, room=people, earlier=earlier))


def vote_edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change an open vote. One whose result is established is shown on the page of its item."""
    vote = get_vote_for_clerk(request, pk)
    people = room.read(vote.item)
    if request.method == "POST":
        return _save(request, VoteForm(_data(request, people), instance=vote, room=people))
    if vote.is_closed:
        return redirect(item_url(vote.item, f"vote-{vote.pk}"))
    return _page(request, VoteForm(instance=vote, room=people))


@require_POST
def vote_unanimous(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record in one step that everybody who may vote said yes, by hand, and establish the result."""
    item = get_item_for_clerk(request, pk)
    people = room.read(item)
    usual = {"version": "0", "form": Form.SHOW_OF_HANDS, "majority": Majority.SIMPLE, "is_final": "on"}
    no_options = {"options-TOTAL_FORMS": "0", "options-INITIAL_FORMS": "0"}
    data = _filled(request.POST, {**usual, **no_options, **_all_yes(people)})
    form = VoteForm(data, instance=posted_row(request, Vote, item), room=people)
    response = _save(request, form, closes=True)
    if form.instance.is_closed:
        messages.success(request, _("Recorded: unanimous, %(count)d yes.") % {"count": form.instance.yes})
    return response


@require_POST
def vote_move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Move a vote up or down by one."""
    vote = get_vote_for_clerk(request, pk)
    AgendaItem.objects.select_for_update().get(pk=vote.item_id)
    if not positions.swap(vote, Vote.objects.filter(item=vote.item_id), up=request.POST.get("direction") == "up"):
        messages.info(request, _("It can’t be moved further."))
    return redirect(item_url(vote.item, f"vote-{vote.pk}"))


@require_POST
def vote_close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Establish the result of a vote as it is stored."""
    vote = get_vote_for_clerk(request, pk)
    try:
        results.establish(vote, by=request.user)
    except ValidationError as problem:
        form = VoteForm(instance=vote, room=room.read(vote.item))
        return _page(request, form, problems=problem.messages, status=422)
    return redirect(item_url(vote.item, f"vote-{vote.pk}"))


def vote_reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then take the establishment of a result back."""
    vote = get_vote_for_clerk(request, pk)
    if request.method == "POST" or not vote.is_closed:
        if vote.is_closed:
            results.take_back(vote, by=request.user)
        return redirect(item_url(vote.item, f"vote-{vote.pk}"))
    context = {
        "title": _("Open the vote again"),
        "question": _("Open “%(vote)s” again, so that it can be corrected?") % {"vote": vote},
        "consequences": [
            _("The established result no longer holds until you establish it anew."),
            _("Counts and ballots stay as they are; who may vote then follows from the attendance at that time."),
        ],
        "confirm": _("Open again"),
        "cancel_url": item_url(vote.item, f"vote-{vote.pk}"),
        "session": vote.item.session,
    }
    return render(request, "_confirm.html", context)


def vote_delete(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then delete an open vote with its ballots."""
    vote = get_vote_for_clerk(request, pk)
    if request.method == "POST" and not vote.is_closed:
        vote.delete()
        messages.success(request, _("Vote deleted."))
        return redirect(item_url(vote.item, "votes"))
    context: dict[str, Any] = {
        "title": _("Delete vote"),
        "question": _("Delete “%(vote)s” with its counts and ballots for good?") % {"vote": vote},
        "confirm": _("Delete"),
        "is_destructive": True,
        "cancel_url": item_url(vote.item, f"vote-{vote.pk}"),
        "session": vote.item.session,
    }
    if vote.is_closed:
        messages.error(request, _("The result of this vote is established. Open it again before you delete it."))
    return render(request, "_confirm.html", context, status=409 if vote.is_closed else 200)


def _save(request: HttpRequest, form: VoteForm, *, closes: bool = False) -> HttpResponse:
    """Save a form as its button says: only save, or establish the result too."""
    vote, item = form.instance, form.room.item
    if not form.is_valid():
        return _page(request, form, status=422)
    # The result of a roll call is established where its ballots are.
    closes = (closes or request.POST.get("then") in ("close", "unanimous")) and vote.form != Form.ROLL_CALL
    if vote.is_closed and form.differs():
        form.add_error(None, _("The vote is closed. Open it again to change it."))
        return _page(request, form, status=409)
    try:
        position = positions.last(Vote.objects.filter(item=item)) if vote._state.adding else None
        form.save(by=request.user, position=position, closes=closes)
    except StaleVersion as conflict:
        stored = VoteForm(instance=conflict.current, room=form.room)
        form.take_over(conflict)
        return _page(request, form, differences=differences(form, stored), status=409)
    except ValidationError as problems:
        form.add_errors(problems)
        return _page(request, form, status=422)
    if not vote.is_final and not vote.label:
        messages.warning(request, _("A part vote needs a label, so that the protocol can tell it from the others."))
    if vote.form == Form.ROLL_CALL and not vote.is_closed:
        return redirect("minutes:roll-call", vote.pk)
    return redirect(item_url(item, f"vote-{vote.pk}"))


def _data(request: HttpRequest, people: room.Room) -> QueryDict:
    """What was sent; the button “unanimous” fills the counts."""
    is_unanimous = request.POST.get("then") == "unanimous"
    return _filled(request.POST, _all_yes(people)) if is_unanimous else request.POST


def _all_yes(people: room.Room) -> dict[str, str]:
    return {"yes": str(len(people.eligible)), "no": "0", "abstain": "0"}


def _filled(sent: QueryDict, values: dict[str, str]) -> QueryDict:
    data = sent.copy()
    for name, value in values.items():
        data[name] = value
    return data


def _page(request: HttpRequest, form: VoteForm, *, status: int = 200, **context: object) -> HttpResponse:
    item = form.room.item
    context = {"problems": None, "differences": None, **context}
    context |= {"form": form, "room": form.room, "item": item, "session": item.session, "vote": form.instance}
    return render(request, "minutes/desk/vote_form.html", context, status=status)
