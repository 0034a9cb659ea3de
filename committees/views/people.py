"""Room: committees. Pages of the directory of people: the list, one person, new, changed, deleted."""

from django.core.paginator import Paginator
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees.forms.people import PersonForm
from committees.models import Membership, Person
from committees.permissions import may_keep_people, recorded_committees, require
from committees.wording import sort_key

from .access import get_person_for_clerk
from .pages import Crumb, deletion_page, form_page, next_url, saved, stored, with_query

_PAGE_SIZE = 50


def person_list(request: HttpRequest) -> HttpResponse:
    """All people in the order of their names; `q`: those whose name, office or organisation has all its words."""
    require(may_keep_people(request.user))
    query = request.GET.get("q", "").strip()[:100]
    page = Paginator(_found(query), _PAGE_SIZE).get_page(request.GET.get("page"))
    current = Membership.objects.on(timezone.localdate()).select_related("committee").order_by("committee__name")
    prefetch_related_objects(list(page), Prefetch("memberships", queryset=current, to_attr="seats_now"))
    context = {"page": page, "query": query, "count": page.paginator.count}
    return render(request, "committees/person_list.html", context)


def person_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """A person with all seats, those of today first."""
    person = get_person_for_clerk(request, pk)
    today = timezone.localdate()
    seats = list(
        person.memberships.select_related("committee", "faction", "deputises_for__person").order_by("-start", "pk")
    )
    context = {
        "person": person,
        "current": [seat for seat in seats if seat.end is None or seat.end >= today],
        "former": [seat for seat in seats if seat.end is not None and seat.end < today],
        "recorded": set(recorded_committees(request.user).order_by().values_list("pk", flat=True)),
    }
    return render(request, "committees/person_detail.html", context)


def person_create(request: HttpRequest) -> HttpResponse:
    """A new person; the page that asked for one (`next`) is told the number as `person`."""
    require(may_keep_people(request.user))
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = stored(request, form)
        fallback = _url(person)
        url = next_url(request, fallback)
        return saved(request, url if url == fallback else with_query(url, person=person.pk))
    cancel_url = next_url(request, _list_url())
    return form_page(request, form, title=_("New person"), crumbs=[_crumb()], cancel_url=cancel_url)


def person_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Name and office of a person. Published minutes keep the old ones."""
    person = get_person_for_clerk(request, pk)
    name = person.full_name
    form = PersonForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        return saved(request, next_url(request, _url(stored(request, form))))
    return form_page(
        request,
        form,
        title=_("Change person"),
        lead=name,
        crumbs=[_crumb(), (name, _url(person))],
        cancel_url=next_url(request, _url(person)),
        note=_("Published minutes keep the name under which they were published."),
    )


def person_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete somebody whom nothing names: an entry by mistake."""
    person = get_person_for_clerk(request, pk)
    refusal = ""
    if hasattr(person, "user"):
        refusal = _("%(person)s logs in here; an administrator has to part user and person first.") % {
            "person": person.full_name
        }
    return deletion_page(
        request,
        person,
        title=_("Delete person"),
        question=_("Delete %(person)s? Neither a committee nor a session names this person.")
        % {"person": person.full_name},
        crumbs=[_crumb(), (person.full_name, _url(person))],
        cancel_url=_url(person),
        done_url=_list_url(),
        refusal=refusal,
        alternative=_("You can end the seats instead; what was recorded stays."),
    )


def _found(query: str) -> list[Person]:
    """Compared here, not in the database: SQLite neither sorts nor folds umlauts as German does."""
    words = query.casefold().split()
    people = Person.objects.only("pk", "academic_title", "first_name", "last_name", "office", "detail")
    found = [
        person
        for person in people.order_by()
        if all(word in f"{person.full_name} {person.office} {person.detail}".casefold() for word in words)
    ]
    return sorted(found, key=lambda person: sort_key(person.sort_name))


def _crumb() -> Crumb:
    return _("People"), _list_url()


def _list_url() -> str:
    return reverse("committees:person-list")


def _url(person: Person) -> str:
    return reverse("committees:person-detail", args=[person.pk])
