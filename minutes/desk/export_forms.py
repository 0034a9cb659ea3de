"""Room: minutes, the desk. Which documents to export: of whom, from when, which kinds, and for whom."""

import datetime
from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from committees.forms.layout import DayField, plain_helper
from committees.models import Body, Committee, User
from minutes import documents
from minutes.bulk import selection
from minutes.document_names import format_label, kind_label, short_kind_label
from minutes.models import Audience, ExportJob
from minutes.permissions import exported_committees

_PERIODS = [
    ("this_year", gettext_lazy("this year")),
    ("last_year", gettext_lazy("last year")),
    ("days", pgettext_lazy("period", "between two days:")),
]


class _Committees(forms.ModelChoiceField):
    """Committees by name, with their body where there are several."""

    shows_body = False

    def label_from_instance(self, obj: Committee) -> str:
        return f"{obj.name} ({obj.body.name})" if self.shows_body else obj.name


class ExportForm(forms.Form):
    """What an export is of. Valid, it has `units`: at least one document that could be made."""

    committee = _Committees(Committee.objects.none(), label=gettext_lazy("Committee"), required=False)
    period = forms.ChoiceField(
        label=gettext_lazy("Sessions of"), choices=_PERIODS, initial="this_year", widget=forms.RadioSelect
    )
    since = DayField(label=gettext_lazy("first day"), required=False)
    until = DayField(label=gettext_lazy("last day"), required=False)
    kinds = forms.MultipleChoiceField(
        label=gettext_lazy("Documents"), widget=forms.CheckboxSelectMultiple, initial=["minutes"]
    )
    format = forms.ChoiceField(label=gettext_lazy("Format"), widget=forms.RadioSelect, initial="pdf")
    audience = forms.ChoiceField(
        label=gettext_lazy("Version"),
        widget=forms.RadioSelect,
        initial=Audience.PUBLIC,
        choices=[
            (Audience.PUBLIC, gettext_lazy("for the public: only what is published")),
            (Audience.INTERNAL, gettext_lazy("internal: with the non-public part, and with drafts")),
        ],
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.units: list[selection.Unit] = []
        committees = exported_committees(user).select_related("body").order_by("body__name", "name")
        field: Any = self.fields["committee"]
        field.queryset = committees
        field.empty_label = _("all committees") if user.role == User.Role.ADMIN else _("all my committees")
        field.shows_body = committees.order_by().values("body").distinct().count() > 1
        self.fields["kinds"].choices = [(kind, capfirst(kind_label(kind))) for kind in documents.KINDS]
        self.fields["format"].choices = [(name, capfirst(format_label(name))) for name in documents.FORMATS]
        self.helper = plain_helper("committee", "period", Row("since", "until"), "kinds", "format", "audience")

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        period = self._period(entries)
        inside = [kind for kind in entries.get("kinds", ()) if kind in selection.NEVER_PUBLIC]
        if entries.get("audience") == Audience.PUBLIC and inside:
            names = ", ".join(capfirst(short_kind_label(kind)) for kind in inside)
            self.add_error("kinds", _("Not for the public: %(kinds)s. Choose the internal version.") % {"kinds": names})
        if period and not self.errors:
            entries["since"], entries["until"] = period
            chosen = {name: entries[name] for name in ("since", "until", "kinds")}
            self.units = selection.units(self._committees(), **chosen)
            if not self.units:
                raise forms.ValidationError(_("In this period there is no session of which these documents are made."))
        return entries

    def save(self) -> ExportJob:
        """The export, to be begun."""
        entries = self.cleaned_data
        job = ExportJob.objects.create(
            owner=self.user,
            language=translation.get_language(),
            total=len(self.units),
            **{name: entries[name] for name in ("since", "until", "kinds", "format", "audience")},
        )
        # Whoever gets another committee later has not asked for it here.
        job.committees.set(self._committees())
        return job

    def _committees(self) -> Any:
        chosen = self.cleaned_data["committee"]
        rows = exported_committees(self.user)
        return rows.filter(pk=chosen.pk) if chosen else rows

    def _period(self, entries: dict[str, Any]) -> tuple[datetime.date, datetime.date] | None:
        year = timezone.localdate().year
        match entries.get("period"):
            case "this_year":
                return datetime.date(year, 1, 1), datetime.date(year, 12, 31)
            case "last_year":
                return datetime.date(year - 1, 1, 1), datetime.date(year - 1, 12, 31)
            case "days":
                return self._days(entries)
        return None

    def _days(self, entries: dict[str, Any]) -> tuple[datetime.date, datetime.date] | None:
        for name in ("since", "until"):
            if not entries.get(name) and name not in self.errors:
                self.add_error(name, _("Please enter a day."))
        if self.errors.keys() & {"since", "until"}:
            return None
        if entries["until"] < entries["since"]:
            self.add_error("until", _("The last day is before the first one."))
            return None
        return entries["since"], entries["until"]


class ArchiveForm(forms.Form):
    """Of which body everything is exported, and for whom."""

    body = forms.ModelChoiceField(Body.objects.all(), label=gettext_lazy("Body"), empty_label=None)
    audience = forms.ChoiceField(
        label=gettext_lazy("Version"),
        widget=forms.RadioSelect,
        initial=Audience.PUBLIC,
        choices=[
            (Audience.PUBLIC, gettext_lazy("for the public: only what everybody can read today")),
            (
                Audience.INTERNAL,
                gettext_lazy("internal: everything, with non-public parts and drafts; to move, or to keep"),
            ),
        ],
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.helper = plain_helper("body", "audience")

    def save(self) -> ExportJob:
        """The export, to be begun."""
        today = timezone.localdate()
        return ExportJob.objects.create(
            owner=self.user,
            language=translation.get_language(),
            body=self.cleaned_data["body"],
            audience=self.cleaned_data["audience"],
            since=today,
            until=today,
            kinds=[],
            format="zip",
        )
