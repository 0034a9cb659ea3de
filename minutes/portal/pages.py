"""Room: minutes, the portal. The page of published minutes: as it was kept, or made now where that is another one."""

from django.http import HttpRequest
from django.utils.safestring import SafeString

from minutes import articles
from minutes.models import Publication, PublishedMinutes
from minutes.portal import papers
from minutes.portal.address import Address
from minutes.portal.finding import is_cut_for, record_for
from minutes.projection import minutes_of


def of(request: HttpRequest, publication: Publication, address: Address) -> tuple[PublishedMinutes, SafeString]:
    """What heads the page, and its article with links to the papers that can be read.

    It is made now for who reads less than the publication, for links that ask for the public version, and where the
    templates have changed since it was kept.
    """
    kept = None
    if not address.asks_public and not is_cut_for(request, publication):
        kept = PublishedMinutes.objects.filter(pk=publication.pk, made_by=articles.edition()).order_by().first()
    if kept:
        kept.issue = publication.issue
    minutes = kept or _made(request, publication, address)
    links = papers.links_of(articles.named_papers(minutes.article))
    return minutes, articles.with_links(minutes.article, links)


def _made(request: HttpRequest, publication: Publication, address: Address) -> PublishedMinutes:
    record, _is_cut = record_for(request, publication)
    return minutes_of(publication.issue, record, articles.article_of(record, query=address.query))
