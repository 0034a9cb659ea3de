"""Room: minutes, the desk. What counts would mean, in the words of the protocol, asked while they are entered."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from committees.models import RuleProfile, Session
from minutes.desk import room
from minutes.desk.guards import get_item_for_clerk
from votes import checks, closing, rules, wording
from votes.models import ELECTORAL, Form, Majority

_MOST = 9999


class _Counts(forms.Form):
    """Counts that are not recorded yet; empty ones are unknown."""

    form = forms.ChoiceField(choices=Form.choices)
    majority = forms.ChoiceField(choices=Majority.choices)
    puts_rejection = forms.BooleanField(required=False)
    yes = forms.IntegerField(required=False, min_value=0, max_value=_MOST)
    no = forms.IntegerField(required=False, min_value=0, max_value=_MOST)
    abstain = forms.IntegerField(required=False, min_value=0, max_value=_MOST)
    invalid = forms.IntegerField(required=False, min_value=0, max_value=_MOST)
    not_voting = forms.IntegerField(required=False, min_value=0, max_value=_MOST)


@never_cache
@require_safe
def vote_result(request: HttpRequest, pk: UUID) -> HttpResponse:
    """JSON of counts in the query: `eligible`, `problem` with the sum, the words of the `result`. Nothing is stored."""
    item = get_item_for_clerk(request, pk)
    counts = _Counts(request.GET)
    if not counts.is_valid():
        return JsonResponse({"errors": counts.errors}, status=422)
    entries = counts.cleaned_data
    eligible = len(room.read(item).eligible)
    tally = rules.Tally(
        entries["yes"], entries["no"], entries["abstain"], entries["invalid"] or 0, entries["not_voting"] or 0
    )
    is_election = entries["majority"] in ELECTORAL
    problems = () if is_election else checks.check_sum(tally, eligible)
    answer = {
        "eligible": eligible,
        "problem": " ".join(closing.sum_sentence(problem) for problem in problems),
        "result": "" if is_election else _words(item.session, tally, entries),
    }
    return JsonResponse(answer)


def _words(session: Session, tally: rules.Tally, entries: dict[str, Any]) -> str:
    """The lines of the result and the sentence behind them; empty as long as a count is missing that matters."""
    if tally.yes is None or tally.no is None:
        return ""
    majority, form = rules.Majority(entries["majority"]), rules.Form(entries["form"])
    options: dict[str, Any] = {"seats": session.seats, "form": form, "profile": _profile(session)}
    known = rules.Tally(tally.yes, tally.no, tally.abstain or 0, tally.invalid, tally.not_voting)
    lines = wording.result_lines(known, majority, **options)
    outcome = rules.result(majority, known, session.seats)
    sentence = wording.conclusion(known, majority, puts_rejection=entries["puts_rejection"], **options)
    return " – ".join(filter(None, [", ".join(lines), sentence or wording.RESULTS.get(outcome, "")]))


def _profile(session: Session) -> wording.WordingProfile:
    profile: RuleProfile = session.committee.body.profile
    return wording.WordingProfile(
        unanimity_with_abstentions=profile.unanimity_with_abstentions, counts_style=profile.counts_style
    )
