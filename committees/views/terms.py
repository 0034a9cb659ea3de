"""Room: committees. Pages of legislative terms and their factions, for administrators."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from committees.forms.terms import FactionForm, TermForm
from committees.models import Faction, LegislativeTerm
from committees.permissions import may_administer, require

from .pages import Crumb, deletion_page, form_page, saved, stored


def term_list(request: HttpRequest) -> HttpResponse:
    """The terms of all bodies, newest first, each with its factions in their order."""
    require(may_administer(request.user))
    factions = Prefetch("factions", queryset=Faction.objects.order_by("position", "name"))
    terms = LegislativeTerm.objects.select_related("body").prefetch_related(factions).order_by("body__name", "-start")
    return render(request, "committees/term_list.html", {"terms": terms})


def term_create(request: HttpRequest) -> HttpResponse:
    """A new legislative term."""
    require(may_administer(request.user))
    form = TermForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        stored(request, form)
        return saved(request, _list_url())
    return form_page(request, form, title=_("New legislative term"), crumbs=[_crumb()], cancel_url=_list_url())


def term_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Name and days of a term."""
    require(may_administer(request.user))
    term = get_object_or_404(LegislativeTerm, pk=pk)
    form = TermForm(request.POST or None, instance=term)
    if request.method == "POST" and form.is_valid():
        stored(request, form)
        return saved(request, _list_url())
    return form_page(request, form, title=_("Change legislative term"), crumbs=[_crumb()], cancel_url=_list_url())


def faction_create(request: HttpRequest, term_pk: int) -> HttpResponse:
    """A new faction of a term, last in order until somebody says otherwise."""
    require(may_administer(request.user))
    term = get_object_or_404(LegislativeTerm, pk=term_pk)
    last = term.factions.order_by("position").last()
    form = FactionForm(
        request.POST or None,
        instance=Faction(term=term),
        initial={"position": last.position + 1 if last else 1},
    )
    if request.method == "POST" and form.is_valid():
        stored(request, form)
        return saved(request, _list_url())
    return form_page(request, form, title=_("New faction"), lead=term.name, crumbs=[_crumb()], cancel_url=_list_url())


def faction_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Names and order of a faction."""
    require(may_administer(request.user))
    faction = get_object_or_404(Faction.objects.select_related("term"), pk=pk)
    form = FactionForm(request.POST or None, instance=faction)
    if request.method == "POST" and form.is_valid():
        stored(request, form)
        return saved(request, _list_url())
    return form_page(
        request,
        form,
        title=_("Change faction"),
        lead=faction.term.name,
        crumbs=[_crumb()],
        cancel_url=_list_url(),
        links=[(_("Delete faction"), reverse("committees:faction-delete", args=[pk]))],
    )


def faction_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a faction in which nobody ever sat."""
    require(may_administer(request.user))
    faction = get_object_or_404(Faction, pk=pk)
    return deletion_page(
        request,
        faction,
        title=_("Delete faction"),
        question=_("Delete “%(row)s”? Nothing refers to it yet.") % {"row": faction},
        crumbs=[_crumb()],
        cancel_url=_list_url(),
        done_url=_list_url(),
        alternative=_("A faction ends with its term; the seats keep it."),
    )


def _crumb() -> Crumb:
    return _("Terms and factions"), _list_url()


def _list_url() -> str:
    return reverse("committees:term-list")
