"""Room: minutes, the desk. Asking before a publication is withdrawn, whatever it is of."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from minutes import publishing
from minutes.desk.fields import posted
from minutes.desk.review_forms import ReasonForm
from minutes.models import Publication


def withdrawal_page(
    request: HttpRequest,
    publication: Publication,
    *,
    question: str,
    back: str,
    effect: str = "",
    template: str = "_confirm.html",
    **context: object,
) -> HttpResponse:
    """Asks for the reason that stands at the address from then on, withdraws, and leads `back`.

    `effect`: what becomes of the address, where it is more than that.
    """
    form = ReasonForm(posted(request), label=_("Reason, which everybody will read"))
    if request.method == "POST" and form.is_valid():
        publishing.withdraw(publication, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The publication is withdrawn."))
        return HttpResponseRedirect(back)
    context |= {
        "form": form,
        "title": _("Withdraw this publication?"),
        "question": question,
        "consequences": [
            effect or _("Its address answers with the reason from now on."),
            _("Who has it already keeps it; nothing can be called back."),
        ],
        "confirm": _("Withdraw"),
        "is_destructive": True,
        "cancel_url": back,
    }
    return render(request, template, context, status=422 if form.is_bound else 200)
