"""Room: minutes, the desk. Pages of text modules: a clerk's own, and those that all clerks of a body share."""

import re
from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.forms.layout import plain_helper
from committees.models import Body, User
from committees.permissions import may_record_somewhere, recorded_committees, require
from committees.views.pages import Crumb, deletion_page, form_page, saved, stored_unless_refused
from minutes.models import TextModule
from minutes.models.modules import PLACEHOLDERS

_BRACES = re.compile(r"\{([^{}]*)\}")


class ModuleForm(forms.ModelForm):
    """A text module; whose it is stands fixed once it is stored."""

    scope = forms.ChoiceField(label=gettext_lazy("belongs to"), widget=forms.RadioSelect)

    class Meta:
        model = TextModule
        fields = ["code", "digit", "kind", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 4})}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.bodies = {str(body.pk): body for body in _bodies(user)}
        scope: Any = self.fields["scope"]
        shared = [(key, _("all clerks of %(body)s") % {"body": body}) for key, body in self.bodies.items()]
        scope.choices = [("own", _("me alone")), *shared]
        self.initial["scope"] = str(self.instance.body_id or "own")
        if not self.instance._state.adding:
            scope.disabled = True
        self.fields["code"].help_text = _("Typed as /code in a text, it becomes the text below.")
        self.fields["digit"].help_text = _("One key in the empty speaker field writes the text as a contribution.")
        self.fields["text"].help_text = _("Placeholders: %(names)s.") % {
            "names": ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        }
        self.helper = plain_helper(Row("code", "digit"), "kind", "text", "scope")

    def clean_text(self) -> str:
        text = self.cleaned_data["text"].replace("\r\n", "\n").strip()
        unknown = [name for name in _BRACES.findall(text) if name not in PLACEHOLDERS]
        if unknown:
            raise forms.ValidationError(_("No such placeholder: {%(name)s}.") % {"name": unknown[0]})
        return text

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        body = self.instance.body or self.bodies.get(entries.get("scope", ""))
        whose = {"body": body} if body else {"owner": self.user}
        others = TextModule.objects.filter(**whose).exclude(pk=self.instance.pk)
        if others.filter(code__iexact=entries.get("code") or "-").exists():
            self.add_error("code", _("There is a text module with this code already."))
        if entries.get("digit") and others.filter(digit=entries["digit"]).exists():
            self.add_error("digit", _("Another text module has this key already."))
        return entries

    def _post_clean(self) -> None:
        scope = self.cleaned_data.get("scope")
        if scope and self.instance._state.adding:
            self.instance.body = self.bodies.get(scope)
            self.instance.owner = None if self.instance.body else self.user
        super()._post_clean()


def module_list(request: HttpRequest) -> HttpResponse:
    """The modules that the user may use, the own ones first."""
    require(may_record_somewhere(request.user))
    rows = _modules(request.user).select_related("body").order_by("body__name", "digit", "code")
    own = [row for row in rows if row.owner_id]
    shared = [row for row in rows if row.body_id]
    return render(request, "minutes/desk/module_list.html", {"own": own, "shared": shared})


def module_create(request: HttpRequest) -> HttpResponse:
    """A new module."""
    require(may_record_somewhere(request.user))
    return _form(request, ModuleForm(request.POST or None, user=request.user), _("New text module"))


def module_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a module."""
    module = get_object_or_404(_modules(request.user), pk=pk)
    return _form(
        request, ModuleForm(request.POST or None, instance=module, user=request.user), _("Text module"), module
    )


def module_delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, then delete a module; what was written with it stays."""
    module = get_object_or_404(_modules(request.user), pk=pk)
    return deletion_page(
        request,
        module,
        title=_("Delete text module"),
        question=_("Delete “%(code)s”? Texts that were written with it stay.") % {"code": module.code},
        crumbs=[_crumb()],
        cancel_url=reverse("minutes:module-edit", args=[pk]),
        done_url=_list_url(),
    )


def _form(request: HttpRequest, form: ModuleForm, title: str, module: TextModule | None = None) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and stored_unless_refused(request, form):
        return saved(request, _list_url())
    links = [(_("Delete"), reverse("minutes:module-delete", args=[module.pk]))] if module else []
    return form_page(request, form, title=title, crumbs=[_crumb()], cancel_url=_list_url(), links=links)


def _modules(user: User) -> QuerySet[TextModule]:
    """Those of the user, and those of bodies for which he or she records; nobody else's."""
    if not may_record_somewhere(user):
        return TextModule.objects.none()
    return TextModule.objects.filter(Q(owner=user) | Q(body__in=_bodies(user)))


def _bodies(user: User) -> QuerySet[Body]:
    return Body.objects.filter(pk__in=recorded_committees(user).order_by().values("body")).order_by("name")


def _list_url() -> str:
    return reverse("minutes:module-list")


def _crumb() -> Crumb:
    return _("Text modules"), _list_url()
