"""Room: minutes, the portal. The page of published minutes: as it was kept, or made now where that is another one."""

from dataclasses import dataclass

from django.db.models import BigIntegerField, CharField, DateTimeField, Q, QuerySet, UUIDField
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString

from minutes import articles
from minutes.models import Audience, Issue, Publication, PublishedItemPaper, PublishedMinutes
from minutes.models.publications import ANNOUNCEMENTS
from minutes.portal import papers
from minutes.portal.address import Address
from minutes.portal.finding import is_cut_for, record_for
from minutes.prepared import Place, Prepared
from minutes.projection import minutes_of


@dataclass(frozen=True, slots=True)
class Page:
    """What heads the page, its article with links to the papers that can be read, and whether there is an agenda."""

    minutes: PublishedMinutes
    article: SafeString
    has_agenda: bool


def of(request: HttpRequest, publication: Publication, address: Address) -> Page:
    """The page of minutes that were found `with_page`; one query.

    It is made now for who reads less than the publication, for links that ask for the public version, and where the
    templates have changed since it was kept.
    """
    kept = getattr(publication.issue, "minutes", None)
    is_whole = not address.asks_public and not is_cut_for(request, publication)
    is_right = kept is not None and is_whole and kept.made_by == articles.edition()
    minutes = kept if is_right else _made(request, publication, address)
    links, has_agenda = _beside(publication)
    return Page(minutes, articles.with_links(minutes.article, links), has_agenda)


def _beside(publication: Publication) -> tuple[dict[str, str], bool]:
    """What can be read beside the minutes: the papers that they name, and agenda or notice of the session."""
    found = _BESIDE.rows(
        session=publication.session_id, audience=publication.audience, minutes=publication.pk, now=timezone.now()
    )
    return papers.links(row for row in found if row[0]), any(row[0] is None for row in found)


def _query() -> QuerySet:
    announced = Q(session=Place("session", UUIDField()), kind__in=ANNOUNCEMENTS)
    announced &= Q(audience=Audience.PUBLIC) | Q(audience=Place("audience", CharField()))
    named = PublishedItemPaper.objects.filter(item__issue=Place("minutes", BigIntegerField())).values("paper")
    rows = Issue.objects.current(Place("now", DateTimeField()))
    rows = rows.filter(announced | Q(paper__in=named, audience=Audience.PUBLIC)).order_by()
    return rows.values_list("paper", "body_key", "reference")


_BESIDE = Prepared(_query)


def _made(request: HttpRequest, publication: Publication, address: Address) -> PublishedMinutes:
    record, _is_cut = record_for(request, publication)
    return minutes_of(publication.issue, record, articles.article_of(record, query=address.query))
