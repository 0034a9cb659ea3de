"""Room: minutes, the portal. The sitemap: all that was published and can be read now, by sections."""

import math
from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap
from django.db.models import Count, Max, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from minutes.models import Audience, HousePage, Issue, Publication, PublishedItem

LARGEST = 10_000
"""Addresses of one file."""


class _Published(Sitemap):
    """Rows of what everybody reads now."""

    limit = LARGEST

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_latest_lastmod(self) -> datetime | None:
        return self.summary()[1]

    def summary(self) -> tuple[int, datetime | None]:
        """How many addresses there are, and when the last one changed. One query."""
        raise NotImplementedError


class _Issues(_Published):
    def rows(self) -> QuerySet[Issue]:
        raise NotImplementedError

    def items(self) -> QuerySet[Issue]:
        return self.rows().order_by("pk")

    def lastmod(self, issue: Issue) -> datetime:
        return issue.visible_from

    def summary(self) -> tuple[int, datetime | None]:
        found = self.rows().order_by().aggregate(count=Count("pk"), last=Max("visible_from"))
        return found["count"], found["last"]


class Minutes(_Issues):
    """Protocols, ours and imported ones."""

    def rows(self) -> QuerySet[Issue]:
        return _public().minutes()


class Items(_Published):
    """The pages of the items of minutes."""

    def rows(self) -> QuerySet[PublishedItem]:
        return PublishedItem.objects.filter(audience=Audience.PUBLIC, issue__in=_public().minutes().values("pk"))

    def items(self) -> QuerySet[PublishedItem]:
        return self.rows().select_related("issue").order_by("issue_id", "position")

    def location(self, item: PublishedItem) -> str:
        return f"{item.issue.get_absolute_url()}items/{quote(item.number)}/"

    def lastmod(self, item: PublishedItem) -> datetime:
        return item.issue.visible_from

    def summary(self) -> tuple[int, datetime | None]:
        found = self.rows().order_by().aggregate(count=Count("pk"), last=Max("issue__visible_from"))
        return found["count"], found["last"]


class Agendas(_Issues):
    """Agendas, and notices of sessions that have none yet."""

    def rows(self) -> QuerySet[Issue]:
        return _public().announcements().without_replaced_notices()


class Papers(_Issues):
    def rows(self) -> QuerySet[Issue]:
        return _public().of_kind(Publication.Kind.PAPER)


class Committees(_Issues):
    """Committees whose members are published."""

    def rows(self) -> QuerySet[Issue]:
        return _public().of_kind(Publication.Kind.DIRECTORY)


class Pages(_Published):
    """The start page and the lists, as new as what came last; the pages of the house."""

    LISTS = ("start", "minutes:published-list", "minutes:agenda-list", "minutes:directory-list")
    LISTS += ("minutes:published-papers", "minutes:genuine")

    def items(self) -> list[tuple[str, datetime | None]]:
        newest = _public().aggregate(last=Max("visible_from"))["last"]
        house = HousePage.objects.filter(is_published=True).order_by("key")
        lists = [(reverse(name), newest) for name in self.LISTS]
        return [*lists, *((reverse(f"minutes:{page.key}"), page.changed_at) for page in house)]

    def location(self, item: tuple[str, datetime | None]) -> str:
        return item[0]

    def lastmod(self, item: tuple[str, datetime | None]) -> datetime | None:
        return item[1]

    def summary(self) -> tuple[int, datetime | None]:
        found = self.items()
        return len(found), max((day for _path, day in found if day), default=None)


SECTIONS: dict[str, type[_Published]] = {
    "minutes": Minutes,
    "items": Items,
    "agendas": Agendas,
    "papers": Papers,
    "committees": Committees,
    "pages": Pages,
}


@login_not_required
@require_safe
@cache_control(public=True, max_age=60 * 60)
def index(request: HttpRequest) -> HttpResponse:
    """The files of the sitemap, each with the day of its newest entry. A query or two for each section."""
    found = list(_files(SECTIONS))
    files = [{"location": f"{settings.SITE_URL.rstrip('/')}{path}", "last_mod": newest} for path, newest in found]
    days = [newest for _path, newest in found if newest]
    headers = {"Last-Modified": http_date(max(days).timestamp())} if days else {}
    return TemplateResponse(
        request, "sitemap_index.xml", {"sitemaps": files}, content_type="application/xml", headers=headers
    )


@login_not_required
@require_safe
@cache_control(public=True, max_age=60 * 60)
def section(request: HttpRequest, section: str) -> HttpResponse:
    """A file of the sitemap, `p`: which of several."""
    if section not in SECTIONS:
        raise Http404
    if not request.GET.get("p", "1").isascii() or len(request.GET.get("p", "1")) > 6:
        raise Http404
    return sitemap(request, SECTIONS, section=section)


def _files(sections: dict[str, type[_Published]]) -> Iterable[tuple[str, datetime | None]]:
    for name, kind in sections.items():
        count, newest = kind().summary()
        for page in range(1, math.ceil(count / LARGEST) + 1):
            path = reverse("minutes:sitemap", args=[name])
            yield (path if page == 1 else f"{path}?p={page}"), newest


def _public() -> Any:
    return Issue.objects.current().filter(audience=Audience.PUBLIC)
