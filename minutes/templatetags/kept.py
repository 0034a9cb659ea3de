"""Parts of every page that are the same for all strangers: made once for each language, look and foot of the page."""

from urllib.parse import quote

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.template.base import Node, NodeList, Parser, Token
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from minutes.models import HousePage
from minutes.portal.house import footer
from minutes.templatetags.house import has_secret

register = template.Library()

_MOST = 64
# In place of the address of the page that is shown; of letters alone, so that no filter changes it.
_FULL_PATH, _PATH = "KEPTFULLPATHKEPT", "KEPTPATHKEPT"


class _Kept(Node):
    """What it holds may depend on the reader being a stranger, language, look and foot, and on `here` and `about`."""

    def __init__(self, nodes: NodeList) -> None:
        self.nodes = nodes
        self.known: dict[tuple[object, ...], str] = {}

    def render(self, context: Context) -> str:
        request: HttpRequest = context["request"]
        full_path, path = request.get_full_path(), "" if has_secret(request) else request.path
        if context["user"].is_authenticated or not path or _is_of_the_house(request):
            with context.push(here=full_path, about=path):
                return self.nodes.render(context)
        theme = context["theme"] if context["theme"] in ("light", "dark") else ""
        key = (settings.ROOT_URLCONF, get_language(), theme, footer.published())
        if key not in self.known:
            if len(self.known) >= _MOST:
                self.known.clear()
            with context.push(here=_FULL_PATH, about=_PATH):
                self.known[key] = str(self.nodes.render(context))
        written = self.known[key].replace(_FULL_PATH, escape(full_path)).replace(_PATH, escape(quote(path, safe="")))
        return mark_safe(written)  # noqa: S308 - rendered templates, and what is put in is escaped


def _is_of_the_house(request: HttpRequest) -> bool:
    """One of the pages to which the foot leads, which it marks there."""
    match = request.resolver_match
    return match is not None and match.url_name in HousePage.Key.values


@register.tag
def kept(parser: Parser, token: Token) -> _Kept:
    """``{% kept %}…{% endkept %}``; inside, `here` is the whole path of the page, `about` the path to hand on."""
    nodes = parser.parse(("endkept",))
    parser.delete_first_token()
    return _Kept(nodes)
