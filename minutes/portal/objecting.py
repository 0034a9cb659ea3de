"""Room: minutes, the portal. A member of the committee objects to its published minutes, within the period."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.permissions import Visitor, require
from minutes import correcting
from minutes.models import Objection, Publication
from minutes.permissions import may_object
from minutes.portal.address import Address
from minutes.portal.finding import find, record_for, tombstone_where_withdrawn
from minutes.record.values import SessionRecord


class OwnObjectionForm(forms.Form):
    """What is wrong, at which item of the version that the member reads."""

    item = forms.ChoiceField(label=gettext_lazy("Agenda item"), required=False)
    text = forms.CharField(
        label=gettext_lazy("What is wrong in the minutes?"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("The office and the committee read it; it is not published."),
    )

    def __init__(self, *args: Any, record: SessionRecord, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titled = [(item.id, f"{item.label}  {item.title}"[:80]) for item in record.items()]
        self.fields["item"].choices = [("", _("the minutes as a whole")), *titled]  # type: ignore[attr-defined]


def may_object_now(user: Visitor, publication: Publication) -> bool:
    """Whether the page of a protocol leads this reader to an objection; no query for the public."""
    if not user.is_authenticated or publication.kind != Publication.Kind.MINUTES:
        return False
    if not may_object(user, publication.session):
        return False
    days = correcting.period(publication.session)
    return days is not None and not days.is_over(timezone.localdate())


@tombstone_where_withdrawn
def objection_raise(request: HttpRequest, **names: Any) -> HttpResponse:
    """A form for the objection, and those that the member raised already with what became of them."""
    publication, address = find(request, names)
    if publication.kind != Publication.Kind.MINUTES:
        raise Http404
    session = publication.session
    require(may_object(request.user, session))
    record, _is_cut = record_for(request, publication)
    form = OwnObjectionForm(request.POST if request.method == "POST" else None, record=record)
    if request.method == "POST" and form.is_valid():
        item = session.items.filter(pk=form.cleaned_data["item"]).first() if form.cleaned_data["item"] else None
        text, person = form.cleaned_data["text"], request.user.person
        try:
            correcting.raise_objection(session, raised_by=person, by=request.user, item=item, text=text)
        except ValidationError as found:
            # Not at its fields: who raises it, and when, are none of this form.
            form.add_error(None, found.messages)
        else:
            messages.success(request, _("Your objection is noted. A later session decides on it."))
            return redirect(address.page)
    return _page(request, publication, form, address)


def _page(request: HttpRequest, publication: Publication, form: OwnObjectionForm, address: Address) -> HttpResponse:
    session = publication.session
    period = correcting.period(session)
    context = {
        "session": session,
        "form": form,
        "address": address,
        "period": period,
        "is_over": period is not None and period.is_over(timezone.localdate()),
        "raised": list(Objection.objects.filter(session=session, raised_by=request.user.person_id)),
    }
    return render(request, "minutes/portal/objection.html", context, status=422 if form.is_bound else 200)
