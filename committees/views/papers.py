"""Room: committees. Pages of papers: the list, one with its files, new, changed, deleted."""

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from committees.forms.papers import PaperForm
from committees.models import Body, Paper
from committees.permissions import may_administer, may_record_somewhere, recorded_committees, recorded_papers, require

from .access import get_paper_for_clerk
from .attachments import delete_file
from .pages import Crumb, deletion_page, form_page, next_url, saved, stored

_PAGE_SIZE = 50


def paper_list(request: HttpRequest) -> HttpResponse:
    """The papers that the user may enter; `q`: those with these words in number or title."""
    require(may_record_somewhere(request.user))
    query = request.GET.get("q", "").strip()[:100]
    rows = recorded_papers(request.user)
    for word in query.split():
        rows = rows.filter(Q(reference__icontains=word) | Q(title__icontains=word))
    counted = rows.annotate(files=Count("attachments")).order_by("-date", "reference")
    page = Paginator(counted, _PAGE_SIZE).get_page(request.GET.get("page"))
    return render(request, "committees/paper_list.html", {"page": page, "query": query, "count": page.paginator.count})


def paper_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A paper with its files and the items that deal with it."""
    paper = get_paper_for_clerk(request, pk)
    items = paper.items.filter(session__committee__in=recorded_committees(request.user))
    context = {
        "paper": paper,
        "attachments": list(paper.attachments.all()),
        "items": items.select_related("session__committee").order_by("session__date", "position"),
    }
    return render(request, "committees/paper_detail.html", context)


def paper_create(request: HttpRequest) -> HttpResponse:
    """A new paper of a body for which the user works."""
    require(may_record_somewhere(request.user))
    form = PaperForm(request.POST or None, bodies=_bodies(request))
    if request.method == "POST" and form.is_valid():
        return saved(request, next_url(request, _url(stored(request, form))))
    return form_page(request, form, title=_("New paper"), crumbs=[crumb()], cancel_url=next_url(request, _list_url()))


def paper_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Number, title and publicity of a paper."""
    paper = get_paper_for_clerk(request, pk)
    reference = paper.reference
    form = PaperForm(request.POST or None, instance=paper, bodies=Body.objects.filter(pk=paper.body_id))
    if request.method == "POST" and form.is_valid():
        return saved(request, next_url(request, _url(stored(request, form))))
    return form_page(
        request,
        form,
        title=_("Change paper"),
        lead=reference,
        crumbs=[crumb(), (reference, _url(paper))],
        cancel_url=next_url(request, _url(paper)),
        links=[(_("Delete paper"), reverse("committees:paper-delete", args=[pk]))],
    )


def paper_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a paper with its files, if no item deals with it."""
    paper = get_paper_for_clerk(request, pk)
    files = [attachment.file.name for attachment in paper.attachments.all() if attachment.file]

    def delete() -> None:
        paper.delete()
        for name in files:
            delete_file(name)

    return deletion_page(
        request,
        paper,
        title=_("Delete paper"),
        question=_("Delete “%(row)s” and its files?") % {"row": paper},
        crumbs=[crumb(), (paper.reference, _url(paper))],
        cancel_url=_url(paper),
        done_url=_list_url(),
        refusal=_("An item of an agenda deals with this paper, so it stays.") if paper.items.exists() else "",
        delete=delete,
    )


def crumb() -> Crumb:
    """The list of papers."""
    return _("Papers"), _list_url()


def _bodies(request: HttpRequest) -> QuerySet[Body]:
    if may_administer(request.user):
        return Body.objects.all()
    return Body.objects.filter(pk__in=recorded_committees(request.user).order_by().values("body"))


def _list_url() -> str:
    return reverse("committees:paper-list")


def _url(paper: Paper) -> str:
    return reverse("committees:paper-detail", args=[paper.pk])
