"""Room: minutes, the desk. Take a roll call: record what each person calls, and establish the result."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from committees.models import StaleVersion
from votes import closing
from votes.models import Form, Vote

from . import positions, room
from .conflicts import differences
from .guards import get_item_for_clerk, get_vote_for_clerk
from .items import item_url
from .roll_call_forms import RollCallForm
from .versioned_forms import posted_row


def roll_call(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The list of voters with what they called; a draft may lack ballots, the result may not."""
    vote = get_vote_for_clerk(request, pk)
    if vote.form != Form.ROLL_CALL:
        return redirect("minutes:vote-edit", vote.pk)
    if vote.is_closed and request.method != "POST":
        return redirect(item_url(vote.item, f"vote-{vote.pk}"))
    people = room.read(vote.item)
    if request.method != "POST":
        return _page(request, RollCallForm(vote=vote, room=people, preset=request.GET.get("preset", "")))
    if "preset" in request.POST:
        return _page(request, RollCallForm(request.POST, vote=vote, room=people, preset=request.POST["preset"]))
    return _save(request, RollCallForm(request.POST, vote=vote, room=people))


@require_POST
def roll_call_start(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin a roll call on an item in one step: on the usual question, behind its other votes."""
    item = get_item_for_clerk(request, pk)
    vote = posted_row(request, Vote, item)
    if vote._state.adding:
        votes = Vote.objects.filter(item=item)
        vote.form, vote.position = Form.ROLL_CALL, positions.last(votes)
        vote.is_final = not votes.filter(is_final=True).exists()
        vote.save(force_insert=True)
    return redirect("minutes:roll-call", vote.pk)


def roll_call_discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, then throw all ballots of an open roll call away."""
    vote = get_vote_for_clerk(request, pk)
    if vote.is_closed:
        messages.error(request, _("The vote is closed. Open it again to change it."))
        return redirect(item_url(vote.item, f"vote-{vote.pk}"))
    if request.method == "POST":
        closing.save_ballots(vote, {})
        vote.save_version(read_version=vote.version, update_fields=[])
        return redirect("minutes:roll-call", vote.pk)
    context = {
        "title": _("Discard ballots"),
        "question": _("Discard all ballots of “%(vote)s”?") % {"vote": vote},
        "confirm": _("Discard"),
        "is_destructive": True,
        "cancel_url": item_url(vote.item, f"vote-{vote.pk}"),
        "session": vote.item.session,
    }
    return render(request, "_confirm.html", context)


def _save(request: HttpRequest, form: RollCallForm) -> HttpResponse:
    vote = form.vote
    if not form.is_valid():
        return _page(request, form, status=422)
    if vote.is_closed and form.choices() != form.stored:
        form.add_error(None, _("The vote is closed. Open it again to change it."))
        return _page(request, form, status=409)
    closes = request.POST.get("then") == "close"
    try:
        form.save(by=request.user, closes=closes)
    except StaleVersion as conflict:
        stored = RollCallForm(vote=vote, room=form.room)
        form.take_over(conflict.current.version)
        return _page(request, form, differences=differences(form, stored), status=409)
    except ValidationError as problems:
        form.add_error(None, problems.messages)
        return _page(request, form, status=422)
    if closes:
        return redirect(item_url(vote.item, f"vote-{vote.pk}"))
    messages.success(request, _("Ballots saved."))
    return redirect("minutes:roll-call", vote.pk)


def _page(request: HttpRequest, form: RollCallForm, *, status: int = 200, **context: object) -> HttpResponse:
    vote: Vote = form.vote
    context = {"differences": None, **context}
    context |= {"form": form, "vote": vote, "room": form.room, "item": vote.item, "session": vote.item.session}
    return render(request, "minutes/desk/vote_roll_call.html", context, status=status)
