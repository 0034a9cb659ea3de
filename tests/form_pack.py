"""A page of the tests only: one form with every kind of field, and a formset as a table."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Column, Div, Field, Fieldset, Layout, Row, Submit
from django import forms
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import include, path

COMMITTEES = [("", "Bitte wählen"), ("inta", "Integrationsausschuss"), ("ka", "Kreisausschuss")]


class SessionForm(forms.Form):
    """Every kind of field that the form pack renders."""

    title = forms.CharField(label="Bezeichnung", help_text="So steht sie in der Einladung.")
    committee = forms.ChoiceField(label="Gremium", choices=COMMITTEES)
    date = forms.DateField(label="Datum", widget=forms.DateInput(attrs={"type": "date"}))
    start = forms.TimeField(label="Beginn", widget=forms.TimeInput(attrs={"type": "time"}))
    place = forms.CharField(label="Ort", required=False)
    seats = forms.IntegerField(label="Sitze", min_value=1, required=False)
    note = forms.CharField(label="Vermerk", widget=forms.Textarea, required=False)
    form_of_vote = forms.ChoiceField(
        label="Form der Abstimmung",
        choices=[("hand", "offen per Handzeichen"), ("secret", "geheim")],
        widget=forms.RadioSelect,
        help_text="Wie abgestimmt wurde.",
    )
    groups = forms.MultipleChoiceField(
        label="Fraktionen",
        choices=[("a", "Fraktion A"), ("b", "Fraktion B")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    papers = forms.MultipleChoiceField(label="Vorlagen", choices=[("1", "SV-1"), ("2", "SV-2")], required=False)
    ends = forms.SplitDateTimeField(label="Ende", required=False)
    file = forms.FileField(label="Anlage", required=False)
    is_public = forms.BooleanField(label="Öffentlich", help_text="Auch für Besucher sichtbar.")
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict:
        if self.data.get("title") == "Widerspruch":
            raise forms.ValidationError("Die Angaben widersprechen sich.")
        return self.cleaned_data


class LaidOutForm(SessionForm):
    """The same fields in a crispy layout."""

    helper = FormHelper()
    helper.layout = Layout(
        Fieldset("Sitzung", Field("title", css_class="wide"), "committee", Row("date", Column("start"))),
        Div("place", "seats", css_class="extra"),
        HTML("<p>{{ hint }}</p>"),
        *("note", "form_of_vote", "groups", "papers", "ends", "file", "is_public", "token"),
    )
    helper.add_input(Submit("save", "Speichern"))
    helper.add_input(Submit("preview", "Vorschau", css_class="kern-btn--secondary"))


class PresenceForm(forms.Form):
    """A row of the table."""

    name = forms.CharField(label="Name")
    status = forms.ChoiceField(label="Status", choices=[("there", "anwesend"), ("excused", "entschuldigt")])
    leaves = forms.TimeField(label="Geht um", required=False)
    votes = forms.BooleanField(label="Stimmberechtigt", required=False)
    row = forms.CharField(widget=forms.HiddenInput, required=False)


PresenceFormSet = forms.formset_factory(PresenceForm, extra=2, can_delete=True)


class TableHelper(FormHelper):
    """Renders a formset as a table."""

    template = "kern/table_inline_formset.html"
    table_label = "Anwesenheit"
    form_tag = False


@login_not_required
def form_page(request: HttpRequest) -> HttpResponse:
    form = LaidOutForm(request.POST or None, request.FILES or None)
    rows = PresenceFormSet(request.POST or None, prefix="rows")
    both = form.is_valid() and rows.is_valid()
    return render(
        request,
        "form_page.html",
        {"form": form, "rows": rows, "helper": TableHelper(), "hint": "Ein Hinweis."},
        status=422 if request.method == "POST" and not both else 200,
    )


@login_not_required
def broken_page(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("broken on purpose")


@login_not_required
def forbidden_page(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied("Nur die Schriftführung darf das.")


@login_not_required
def bad_page(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation


urlpatterns = [
    path("form/", form_page, name="form"),
    path("broken/", broken_page),
    path("forbidden/", forbidden_page),
    path("bad/", bad_page),
    path("", include("minutes.urls")),
]
