"""Room: committees. The two kinds of pages that change something: a form, and a question before a deletion."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.db import IntegrityError, models
from django.db.models import ProtectedError, RestrictedError
from django.forms import BaseForm, ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from committees.deletion import affected, obstacles
from committees.guards import sentence
from committees.recording import recorded

Crumb = tuple[str, str]
"""Label and address of a page above this one."""


def next_url(request: HttpRequest, fallback: str) -> str:
    """Where the user came from, as `next` names it, if that is a page of this site; else `fallback`."""
    wanted = request.GET.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else fallback


def with_query(url: str, **values: Any) -> str:
    """An address with more values in its query string."""
    return f"{url}{'&' if '?' in url else '?'}{urlencode(values)}"


def form_page(
    request: HttpRequest,
    form: BaseForm,
    *,
    title: str,
    crumbs: Sequence[Crumb],
    cancel_url: str,
    template: str = "committees/form.html",
    **context: Any,
) -> HttpResponse:
    """A page with one form; 422 if the form was sent and is wrong. `context`: lead, note, submit, links."""
    values = {"form": form, "title": title, "crumbs": crumbs, "cancel_url": cancel_url, **context}
    return render(request, template, values, status=422 if form.is_bound and form.errors else 200)


def deletion_page(
    request: HttpRequest,
    row: models.Model,
    *,
    title: str,
    question: str,
    crumbs: Sequence[Crumb],
    cancel_url: str,
    done_url: str,
    refusal: str = "",
    alternative: str = "",
    instead: Crumb | None = None,
    delete: Callable[[], Any] | None = None,
) -> HttpResponse:
    """Asks, then deletes and notes it in the audit chain, with what goes besides.

    If the record refers to the row: a sentence that says so, and what to do `instead` (409).
    """
    refusal = refusal or obstacles(row)
    if request.method == "POST" and not refusal:
        name = str(row)
        try:
            with recorded(*affected(row), by=request.user):
                (delete or row.delete)()
        except (ProtectedError, RestrictedError):
            refusal = obstacles(row)
        else:
            messages.success(request, _("“%(row)s” is deleted.") % {"row": name})
            return redirect(done_url)
    context = {
        "title": title,
        "question": question,
        "crumbs": crumbs,
        "cancel_url": cancel_url,
        "refusal": refusal,
        "alternative": alternative,
        "instead": instead,
    }
    return render(request, "committees/delete.html", context, status=409 if request.method == "POST" else 200)


def stored(request: HttpRequest, form: ModelForm) -> Any:
    """Saves the row of a valid form, notes in the audit chain what changed, and answers the row."""
    with recorded(form.instance, by=request.user):
        return form.save()


def stored_unless_refused(request: HttpRequest, form: ModelForm) -> Any:
    """The stored row; None if the database refuses it, with its sentence among the errors of the form."""
    try:
        return stored(request, form)
    except IntegrityError as refusal:
        form.add_error(None, sentence(refusal))
        return None


def saved(request: HttpRequest, url: str) -> HttpResponseRedirect:
    """Back to a page with the message that the entry is stored."""
    messages.success(request, _("Saved."))
    return redirect(url)
