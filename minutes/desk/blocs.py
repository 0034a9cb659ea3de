"""Room: minutes, the desk. One show of hands for several items: the same counts, a vote of its own at each."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from committees import agenda, presence
from committees.models import AgendaItem, Session, User
from votes.models import Form, Vote

from . import positions, results
from .fields import posted
from .guards import get_session_for_clerk
from .items import item_url

_FORMS = [choice for choice in Form.choices if choice[0] not in (Form.ROLL_CALL, Form.SECRET, Form.NO_FORMAL_VOTE)]


class BlocForm(forms.Form):
    """Items that nobody wants to vote on one by one, with what was counted once. Nobody chose a majority: simple."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    items = forms.MultipleChoiceField(
        label=gettext_lazy("Items voted on together"), choices=(), widget=forms.CheckboxSelectMultiple
    )
    form = forms.ChoiceField(label=gettext_lazy("form"), choices=_FORMS)
    yes = forms.IntegerField(label=gettext_lazy("yes"), min_value=0, max_value=9999)
    no = forms.IntegerField(label=gettext_lazy("no"), min_value=0, max_value=9999)
    abstain = forms.IntegerField(label=gettext_lazy("abstentions"), min_value=0, max_value=9999)

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        decided = Vote.objects.filter(item__session=session, is_final=True).values("item")
        rows = AgendaItem.objects.filter(session=session).exclude(pk__in=decided).order_by("position")
        self.numbers = {key: number.label for key, number in agenda.numbers(session).items()}
        self.rows = {str(row.pk): row for row in rows}
        choices: Any = self.fields["items"]
        choices.choices = [(key, f"{self.numbers[row.pk]}  {row.title}"[:100]) for key, row in self.rows.items()]
        for name in ("yes", "no", "abstain"):
            self.fields[name].widget.attrs |= {"inputmode": "numeric"}

    @property
    def counts(self) -> list[forms.BoundField]:
        return [self[name] for name in ("yes", "no", "abstain")]

    def clean_items(self) -> list[AgendaItem]:
        items = [self.rows[key] for key in self.cleaned_data["items"]]
        if len(items) < 2:
            raise ValidationError(_("Choose at least two items."))
        for item in items:
            item.session = self.session
        voters = presence.eligible_keys(items[0])
        for item in items[1:]:
            if presence.eligible_keys(item) != voters:
                sentence = _("At %(item)s others may vote than at %(first)s: put it to the vote by itself.")
                values = {"item": self.numbers[item.pk], "first": self.numbers[items[0].pk]}
                raise ValidationError(sentence % values)
        return items

    @transaction.atomic
    def save(self, *, by: User) -> list[Vote]:
        """Record and close the vote of each item. Raises ValidationError, then nothing is written."""
        return [self._vote(item, by=by) for item in self.cleaned_data["items"]]

    def _vote(self, item: AgendaItem, *, by: User) -> Vote:
        bloc = self.cleaned_data["id"]
        counts = {name: self.cleaned_data[name] for name in ("form", "yes", "no", "abstain")}
        place = positions.last(Vote.objects.filter(item=item))
        vote = Vote(id=uuid5(bloc, str(item.pk)), item=item, position=place, bloc=bloc, **counts)
        vote.save(force_insert=True)
        return results.establish(vote, by=by)


def bloc_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Choose items and enter the counts once; sent twice, it is one act."""
    session = get_session_for_clerk(request, pk)
    here = request.GET.get("item", "")
    if request.method == "POST" and (done := _recorded(session, request.POST.get("id", ""))):
        return redirect(item_url(done.item))
    form = BlocForm(_entries(request, session), session=session, initial={"id": uuid4(), "items": [here]})
    if request.method == "POST" and form.is_valid():
        try:
            votes = form.save(by=request.user)
        except ValidationError as problems:
            form.add_error(None, problems.messages)
        else:
            count = len(votes)
            messages.success(
                request,
                ngettext("%(count)d item decided together.", "%(count)d items decided together.", count)
                % {"count": count},
            )
            return redirect(item_url(votes[0].item, f"vote-{votes[0].pk}"))
    context = {"session": session, "form": form, "eligible": _eligible(form, here)}
    return render(request, "minutes/desk/vote_bloc.html", context, status=422 if form.is_bound else 200)


def _entries(request: HttpRequest, session: Session) -> Any:
    """What was sent; the button “unanimous” fills the counts."""
    data = posted(request)
    if data is None or request.POST.get("then") != "unanimous":
        return data
    data = data.copy()
    chosen = AgendaItem.objects.filter(session=session, pk__in=_keys(data.getlist("items"))).first()
    if chosen is not None:
        for name, count in (("yes", len(presence.eligible_keys(chosen))), ("no", 0), ("abstain", 0)):
            data[name] = str(count)
    return data


def _keys(sent: list[str]) -> list[UUID]:
    try:
        return [UUID(key) for key in sent]
    except ValueError:
        return []


def _recorded(session: Session, key: str) -> Vote | None:
    blocs = _keys([key])
    votes = Vote.objects.filter(bloc__in=blocs, item__session=session).select_related("item")
    return votes.order_by("item__position").first()


def _eligible(form: BlocForm, here: str) -> int | None:
    """How many may vote at the item from which the form was opened."""
    item = form.rows.get(here) or next(iter(form.rows.values()), None)
    return len(presence.eligible_keys(item)) if item else None
