"""Room: minutes, the portal. The pages of the house, as everybody reads them once they are published."""

from dataclasses import dataclass

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from committees.permissions import may_administer
from minutes.models import HouseFacts, HousePage
from minutes.portal.house.text import to_page

SLOTS = (HousePage.Key.EASY_LANGUAGE, HousePage.Key.SIGN_LANGUAGE)
"""Pages that only exist where somebody has filled them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it is read in a language: `words` are those of the office, in `language`."""

    key: str
    title: str
    words: SafeString
    language: str


def shown(page: HousePage, language: str) -> Shown:
    """The page in a language, or in the other one where it has no text in that."""
    text, written_in = page.text_in(language)
    return Shown(page.key, str(HousePage.Key(page.key).label), to_page(text), written_in)


@login_not_required
def house_page(request: HttpRequest, *, key: str) -> HttpResponse:
    """One of the pages; a plain notice where it is not published yet, and nothing where it need not exist."""
    page = HousePage.objects.filter(key=key, is_published=True).first()
    if page is None:
        if key in SLOTS:
            raise Http404
        context = {"title": HousePage.Key(key).label, "key": key, "may_edit": may_administer(request.user)}
        return render(request, "minutes/portal/house/missing.html", context)
    context = {
        "page": shown(page, request.LANGUAGE_CODE),
        "changed_at": page.changed_at,
        "facts": HouseFacts.load(),
        "may_edit": may_administer(request.user),
    }
    return render(request, "minutes/portal/house/page.html", context)
