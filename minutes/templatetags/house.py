"""What stands around every page: the way to the pages of the house, and what programs read of a public page."""

import re
from typing import Any

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.template.base import Node, NodeList, Parser, Token
from django.urls import reverse
from django.utils.html import format_html, strip_tags
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator

from committees.permissions import may_administer
from minutes.models import HousePage, PublishedMinutes
from minutes.portal.house import footer
from minutes.portal.house.pages import SLOTS

register = template.Library()

_ALWAYS = (HousePage.Key.IMPRINT, HousePage.Key.PRIVACY, HousePage.Key.ACCESSIBILITY)
_CRUMB = re.compile(r"<li(?P<attributes>[^>]*)>(?P<inner>.*?)</li>", re.DOTALL)
_LINK = re.compile(r"<a(?P<attributes>[^>]*)>(?P<label>.*?)</a>", re.DOTALL)
_ITEM = ' itemprop="itemListElement" itemscope itemtype="https://schema.org/ListItem"'


@register.inclusion_tag("_house_links.html", takes_context=True)
def house_links(context: Context) -> dict[str, Any]:
    """The pages of the house: what the law asks for always, the others where somebody has filled them."""
    published = footer.published()
    keys = [*_ALWAYS, *(key for key in SLOTS if key in published)]
    return {
        "links": [(reverse(f"minutes:{key.value}"), key.label, key.value) for key in keys],
        "path": context["about"],
        "may_edit": may_administer(context["user"]),
    }


def has_secret(request: HttpRequest) -> bool:
    """Whether the address of this page opens something to whoever knows it: it is not handed on."""
    named = request.resolver_match.kwargs if request.resolver_match else {}
    return request.path.startswith("/accounts/") or "word" in named


@register.simple_tag(takes_context=True)
def canonical(context: Context) -> SafeString:
    """The one address of a page that everybody reads, without what only chooses the reader's version of it."""
    url = public_address(context["request"])
    return format_html('<link rel="canonical" href="{}">', url) if url else SafeString()


@register.simple_tag(takes_context=True)
def printed_address(context: Context) -> SafeString:
    """Where a page that everybody reads is found again, for those who have it on paper."""
    url = public_address(context["request"])
    return format_html('<p class="printed-address">{}</p>', url) if url else SafeString()


def public_address(request: HttpRequest) -> str:
    """The address of this page on the site; empty for pages behind the login and for those that nobody links to."""
    match = request.resolver_match
    is_open = match is not None and not getattr(match.func, "login_required", True)
    if not is_open or request.path.startswith("/accounts/"):
        return ""
    query = [(name, value) for name, values in request.GET.lists() for value in values if name != "audience" and value]
    return settings.SITE_URL.rstrip("/") + request.path + (f"?{urlencode(query)}" if query else "")


@register.filter
def description(text: Any) -> str:
    """A text as programs show it below the title of a page: one line of at most 160 characters."""
    return Truncator(" ".join(strip_tags(str(text)).split())).chars(160)


@register.filter
def about_minutes(minutes: PublishedMinutes, title: str) -> str:
    """What minutes are about, in one line: session, day, body."""
    return description(f"Niederschrift {title}, {minutes.date_text}, {minutes.issue.body_name}")


class _Breadcrumb(Node):
    """The entries of a breadcrumb as a schema.org BreadcrumbList; where there is only one, as they are."""

    def __init__(self, entries: NodeList) -> None:
        self.entries = entries

    def render(self, context: Context) -> str:
        written = self.entries.render(context)
        found = _CRUMB.findall(written)
        if len(found) < 2 or context["user"].is_authenticated:
            return mark_safe(f'<ol class="breadcrumb__list">{written}</ol>')  # noqa: S308 - rendered templates
        marked = "".join(_marked(number, *entry) for number, entry in enumerate(found, start=1))
        scope = 'itemscope itemtype="https://schema.org/BreadcrumbList"'
        return mark_safe(f'<ol class="breadcrumb__list" {scope}>{marked}</ol>')  # noqa: S308 - rendered templates


def _marked(number: int, attributes: str, inner: str) -> str:
    position = f'<meta itemprop="position" content="{number}">'
    link = _LINK.fullmatch(inner.strip())
    if link:
        label = f'<a itemprop="item"{link["attributes"]}><span itemprop="name">{link["label"]}</span></a>'
    else:
        label = f'<span itemprop="name">{inner}</span>'
    return f"<li{attributes}{_ITEM}>{label}{position}</li>"


@register.tag
def breadcrumb(parser: Parser, token: Token) -> _Breadcrumb:
    """``{% breadcrumb %}<li>…</li>{% endbreadcrumb %}``: the list around the entries, readable for programs too."""
    entries = parser.parse(("endbreadcrumb",))
    parser.delete_first_token()
    return _Breadcrumb(entries)
