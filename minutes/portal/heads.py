"""Room: minutes, the portal. What everybody reads at an address: asked for with every page of a session."""

from collections.abc import Iterable

from django.db import DEFAULT_DB_ALIAS
from django.db.models import CharField, DateTimeField, Model, QuerySet
from django.utils import timezone

from minutes.models import Audience, Issue, Publication, PublishedMinutes
from minutes.models.issues import OF_PUBLICATION, OWN
from minutes.prepared import Place, Prepared


def _columns(model: type[Model], names: Iterable[str] = ()) -> tuple[str, ...]:
    """Columns of a table, all or some, in the order in which a row is made of them."""
    return tuple(field.attname for field in model._meta.concrete_fields if not names or field.name in names)


_ISSUE, _PUBLICATION = _columns(Issue, ("publication", *OWN)), _columns(Publication, ("id", *OF_PUBLICATION))
_PAGE = _columns(PublishedMinutes)
_NOW = Place("now", DateTimeField())


def _place(name: str) -> Place:
    return Place(name, CharField())


def _query(*, with_page: bool) -> QuerySet:
    kinds = [_place("kind"), _place("other_kind")]
    rows = Issue.objects.filter(kind__in=kinds, audience=Audience.PUBLIC).shown(_NOW)
    rows = rows.filter(body_key=_place("body"), reference=_place("reference")).order_by("-pk")
    columns = (*_ISSUE, *(f"publication__{name}" for name in _PUBLICATION))
    page = (f"minutes__{name}" for name in _PAGE) if with_page else ()
    return rows.values_list(*columns, *page)[:1]


_HEAD = Prepared(lambda: _query(with_page=False))
_WITH_PAGE = Prepared(lambda: _query(with_page=True))


def public(kinds: tuple[str, str], *, body: str, reference: str, with_page: bool = False) -> Issue | None:
    """The issue that everybody reads at an address, with its publication, both without what they hold; one query.

    `with_page`: with the page of minutes that was kept, where there is one.
    """
    prepared = _WITH_PAGE if with_page else _HEAD
    kind, other = kinds
    found = prepared.rows(kind=kind, other_kind=other, body=body, reference=reference, now=timezone.now())
    return _issue(found[0]) if found else None


def _issue(row: list) -> Issue:
    issue = Issue.from_db(DEFAULT_DB_ALIAS, _ISSUE, row[: len(_ISSUE)])
    rest = row[len(_ISSUE) :]
    issue.publication = Publication.from_db(DEFAULT_DB_ALIAS, _PUBLICATION, rest[: len(_PUBLICATION)])
    page = rest[len(_PUBLICATION) :]
    if page and page[0] is not None:
        minutes = PublishedMinutes.from_db(DEFAULT_DB_ALIAS, _PAGE, page)
        minutes.issue = issue
    return issue
