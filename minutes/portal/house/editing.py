"""Room: minutes, the portal. Where administrators write the pages of the house, look at them, and publish them."""

from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from committees.forms.layout import DayField, plain_helper
from committees.permissions import may_administer, require
from committees.recording import recorded
from committees.views.pages import Crumb, form_page, saved
from minutes.models import BarrierReport, HouseFacts, HousePage
from minutes.portal.house import footer
from minutes.portal.house.pages import SLOTS, Shown, shown
from minutes.portal.house.suggestions import TEXTS


class _Versioned(forms.ModelForm):
    """What was read when the form was opened is sent with it: two administrators do not overwrite each other unseen."""

    read_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["read_version"] = self.instance.version
        if self.is_bound and str(self.data.get("read_version", "")) != str(self.instance.version):
            self.data = self.data.copy()
            self.data["read_version"] = str(self.instance.version)
            self.is_stale = True
        else:
            self.is_stale = False

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if self.is_stale:
            raise forms.ValidationError(
                _("Somebody else has saved this meanwhile. Yours stands in the form; saved again, it replaces theirs.")
            )
        return entries


class FactsForm(_Versioned):
    """Who runs the site and whom readers turn to."""

    security_until = DayField(label=gettext_lazy("this contact holds until"), required=False)

    class Meta:
        model = HouseFacts
        fields = (
            "operator",
            "address",
            "represented_by",
            "responsible",
            "phone",
            "email",
            "supervisory_authority",
            "data_protection_officer",
            "data_protection_authority",
            "arbitration",
            "barrier_email",
            "security_contact",
            "security_until",
        )
        widgets = {
            name: forms.Textarea(attrs={"rows": 3})
            for name in (
                "address",
                "supervisory_authority",
                "data_protection_officer",
                "data_protection_authority",
                "arbitration",
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper(
            "read_version",
            "operator",
            "address",
            Row("represented_by", "responsible"),
            Row("phone", "email"),
            "supervisory_authority",
            "data_protection_officer",
            "data_protection_authority",
            "arbitration",
            "barrier_email",
            Row("security_contact", "security_until"),
        )

    def clean(self) -> dict[str, Any]:
        entries = super().clean()
        if entries.get("security_contact") and not entries.get("security_until"):
            self.add_error("security_until", _("Say until when this contact holds; a year is usual."))
        return entries


class PageForm(_Versioned):
    """The words of the office on a page, in both languages."""

    class Meta:
        model = HousePage
        fields = ("text_de", "text_en", "is_published")
        widgets = {
            "text_de": forms.Textarea(attrs={"rows": 14, "lang": "de"}),
            "text_en": forms.Textarea(attrs={"rows": 14, "lang": "en"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hint = _("A line in **two asterisks** is a heading, “- ” begins a list; addresses become links.")
        self.fields["text_de"].help_text = hint
        self.fields["is_published"].help_text = _("Everybody reads it then.")
        self.helper = plain_helper("read_version", "text_de", "text_en", "is_published")

    def clean(self) -> dict[str, Any]:
        entries = super().clean()
        is_empty = not (entries.get("text_de") or entries.get("text_en"))
        if entries.get("is_published") and is_empty and self.instance.key in SLOTS:
            self.add_error("text_de", _("There is nothing to publish yet."))
        return entries


def house_list(request: HttpRequest) -> HttpResponse:
    """What there is to fill in, and how many barriers are reported and not done."""
    require(may_administer(request.user))
    stored = {page.key: page for page in HousePage.objects.all()}
    context = {
        "pages": [(HousePage.Key(key), stored.get(key)) for key in HousePage.Key.values],
        "facts": HouseFacts.load(),
        "open_reports": BarrierReport.objects.filter(done_at__isnull=True).count(),
    }
    return render(request, "minutes/portal/house/list.html", context)


def house_facts(request: HttpRequest) -> HttpResponse:
    """Name, addresses and authorities."""
    require(may_administer(request.user))
    if request.method == "POST":
        HouseFacts.objects.select_for_update().filter(pk=1).first()
    facts = HouseFacts.load()
    form = FactsForm(request.POST or None, instance=facts)
    if request.method == "POST" and form.is_valid():
        _store(request, form)
        return saved(request, _list_url())
    return form_page(
        request,
        form,
        title=_("Facts of the house"),
        lead=_("They stand on the pages of the house once these are published; what is empty is left out."),
        crumbs=[_crumb()],
        cancel_url=_list_url(),
    )


def house_edit(request: HttpRequest, key: str) -> HttpResponse:
    """The words of a page, a preview of what becomes of them, and whether everybody reads it."""
    require(may_administer(request.user))
    if key not in HousePage.Key.values:
        raise Http404
    rows = HousePage.objects.select_for_update() if request.method == "POST" else HousePage.objects.all()
    page = rows.filter(key=key).first() or HousePage(key=key, version=0)
    initial = {} if page.version else {f"text_{language}": text for language, text in TEXTS[key].items()}
    form = PageForm(request.POST or None, instance=page, initial=initial)
    previews: list[tuple[str, Shown]] = []
    if request.method == "POST" and form.is_valid():
        if "preview" not in request.POST:
            form.instance.changed_at = timezone.now()
            _store(request, form)
            _tell_the_foot()
            return saved(request, _list_url())
        previews = _previews(form.instance)
    return form_page(
        request,
        form,
        title=str(HousePage.Key(key).label),
        crumbs=[_crumb()],
        cancel_url=_list_url(),
        template="minutes/portal/house/edit.html",
        key=key,
        previews=previews,
        facts=HouseFacts.load(),
    )


def _previews(page: HousePage) -> list[tuple[str, Shown]]:
    """The page as it will be read, in each language that it has a text in."""
    found = []
    for language in ("de", "en"):
        with override(language):
            view = shown(page, language)
        if view.language == language:
            found.append((language, view))
    return found


def _store(request: HttpRequest, form: _Versioned) -> None:
    form.instance.version += 1
    with recorded(form.instance, by=request.user):
        form.save()


def _tell_the_foot() -> None:
    footer.forget()
    # Once more when it can be read: another page may have asked in between.
    transaction.on_commit(footer.forget)


def _crumb() -> Crumb:
    return _("Pages of the house"), _list_url()


def _list_url() -> str:
    return reverse("minutes:house-list")
