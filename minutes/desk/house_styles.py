"""Room: minutes, the desk. Pages of the house styles, for administrators: which there are, one to edit, its preview."""

import base64

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from committees.models import Body, HouseStyle, RuleProfile
from committees.permissions import may_administer, require
from committees.recording import recorded
from committees.views.pages import form_page, saved
from minutes import letterheads
from minutes.desk.house_style_forms import HouseStyleForm
from minutes.documents import DocumentError
from minutes.downloads import file_response, refusal


def house_style_list(request: HttpRequest) -> HttpResponse:
    """Each profile with the bodies that print by it."""
    require(may_administer(request.user))
    rows = _profiles().select_related("house_style").defer("house_style__logo")
    profiles = [(row, HouseStyle.of(row)) for row in rows]
    return render(request, "minutes/desk/house_style_list.html", {"profiles": profiles})


def house_style(request: HttpRequest, pk: int) -> HttpResponse:
    """Letterhead, logo, colour, order, wording and signatures of a profile."""
    require(may_administer(request.user))
    form = _form(request, pk)
    if request.method == "POST" and form.is_valid():
        with recorded(form.instance.profile, form.instance, by=request.user):
            form.save()
        return saved(request, reverse("minutes:house-style", args=[pk]))
    return _page(request, form)


@require_POST
@never_cache
def house_style_preview(request: HttpRequest, pk: int) -> HttpResponse:
    """A sample of minutes or of an invitation (`document`) by the form as it was sent; nothing is stored."""
    require(may_administer(request.user))
    form = _form(request, pk)
    if not form.is_valid():
        return _page(request, form)
    document = "invitation" if request.POST.get("document") == "invitation" else "minutes"
    try:
        sample = letterheads.sample(form.instance, signatories=form.cleaned_data["signatories"], document=document)
    except DocumentError as error:
        return refusal(request, error)
    return file_response(sample.content, content_type=sample.content_type, filename=f"Muster-{sample.filename}")


def _form(request: HttpRequest, pk: int) -> HouseStyleForm:
    """The form of a profile; while it is sent, nobody else changes the same one."""
    is_sent = request.method == "POST"
    profiles = _profiles().select_for_update() if is_sent else _profiles()
    profile = get_object_or_404(profiles, pk=pk)
    style = HouseStyle.objects.filter(profile=profile).first() or HouseStyle(profile=profile)
    style.profile = profile
    return HouseStyleForm(*((request.POST, request.FILES) if is_sent else ()), instance=style)


def _page(request: HttpRequest, form: HouseStyleForm) -> HttpResponse:
    profile = form.instance.profile
    return form_page(
        request,
        form,
        title=_("House style"),
        lead=str(profile),
        crumbs=[(_("House styles"), reverse("minutes:house-style-list"))],
        cancel_url=reverse("minutes:house-style-list"),
        template="minutes/desk/house_style.html",
        logo=_stored_logo(profile),
        preview_url=reverse("minutes:house-style-preview", args=[profile.pk]),
        save_url=reverse("minutes:house-style", args=[profile.pk]),
    )


def _stored_logo(profile: RuleProfile) -> dict[str, str] | None:
    """The logo that is stored, whatever was just sent, to be shown beside the form."""
    logo = letterheads.layout_from(HouseStyle.objects.filter(profile=profile).first() or HouseStyle()).logo
    if logo is None:
        return None
    return {"data": base64.b64encode(logo.content).decode(), "type": logo.content_type, "text": logo.text}


def _profiles() -> QuerySet[RuleProfile]:
    return RuleProfile.objects.prefetch_related(Prefetch("bodies", queryset=Body.objects.order_by("name")))
