"""Room: minutes, the desk. Forms of finishing the minutes: remarks, reasons for gaps, signatures, publishing."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees import agenda
from committees.forms.layout import DayField
from committees.models import Paper, Session


class RemarkForm(forms.Form):
    """What should be changed, at an item or on the whole."""

    item = forms.ChoiceField(label=gettext_lazy("Agenda item"), required=False)
    text = forms.CharField(
        label=gettext_lazy("What should be changed?"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = list(session.items.order_by("position"))
        numbers = agenda.numbers(session, self.items)
        titled = [(str(item.pk), f"{numbers[item.pk].label}  {item.title}"[:80]) for item in self.items]
        self.fields["item"].choices = [("", _("the minutes as a whole")), *titled]  # type: ignore[attr-defined]

    def chosen_item(self) -> Any:
        """The agenda item, or None for the minutes as a whole."""
        return next((item for item in self.items if str(item.pk) == self.cleaned_data["item"]), None)


class ReasonForm(forms.Form):
    """Why something is so."""

    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=300)

    def __init__(self, *args: Any, label: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["reason"].label = label


class SignatureForm(forms.Form):
    """One's own signature: a declaration to tick."""

    confirms = forms.BooleanField(label=gettext_lazy("I have read the minutes and sign them."))
    text = forms.CharField(widget=forms.HiddenInput)


class PaperSignatureForm(forms.Form):
    """A signature on the printed minutes, or that it was refused, entered by the clerk."""

    signed_on = DayField(label=gettext_lazy("Signed on"))
    is_refused = forms.BooleanField(label=gettext_lazy("The signature was refused"), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Reason of the refusal"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("It is noted in the minutes."),
    )

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        self.fields["signed_on"].initial = timezone.localdate()

    def clean_signed_on(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["signed_on"]
        if not self.session.date <= day <= timezone.localdate():
            raise forms.ValidationError(_("This day lies before the session or is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if entries.get("is_refused") and not entries.get("reason", "").strip():
            self.add_error("reason", _("Who refuses to sign gives a reason, which is noted."))
        if entries.get("reason", "").strip() and not entries.get("is_refused"):
            self.add_error("is_refused", _("There is a reason, but the signature is not marked as refused."))
        return entries


class PublishForm(forms.Form):
    """For whom, from when on, and on what occasion."""

    with_internal = forms.TypedChoiceField(
        label=gettext_lazy("What is published?"),
        widget=forms.RadioSelect,
        coerce=lambda value: value == "all",
        initial="all",
        choices=[
            ("all", gettext_lazy("the public part for everybody, the whole minutes for those entitled")),
            ("public", gettext_lazy("the public part alone")),
        ],
    )
    visible_from = forms.DateTimeField(
        label=gettext_lazy("To be read from"),
        required=False,
        help_text=gettext_lazy("Empty: at once."),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M"],
    )
    note = forms.CharField(
        label=gettext_lazy("Occasion"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Everybody reads it in the list of editions, for example: Berichtigung zu TOP 3."),
    )

    def clean_visible_from(self) -> datetime.datetime | None:
        moment: datetime.datetime | None = self.cleaned_data["visible_from"]
        if moment and moment < timezone.now():
            raise forms.ValidationError(_("This moment has passed. Leave the field empty to publish at once."))
        return moment


class PublishAloneForm(PublishForm):
    """What has no parts to choose from."""

    with_internal = None


class PublishAgendaForm(PublishAloneForm):
    """An agenda, and the papers that become public with it."""

    papers = forms.MultipleChoiceField(
        label=gettext_lazy("Publish along with it"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Public papers that nobody outside can read yet as they are now, with their public files."
        ),
    )

    field_order = ("papers", "visible_from", "note")

    def __init__(self, *args: Any, papers: list[Paper], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(paper.pk): paper for paper in papers}
        if papers:
            field = self.fields["papers"]
            field.choices = [(key, str(paper)) for key, paper in self.offered.items()]  # type: ignore[attr-defined]
            field.initial = list(self.offered)
        else:
            del self.fields["papers"]

    def chosen_papers(self) -> list[Paper]:
        return [self.offered[key] for key in self.cleaned_data.get("papers", [])]


class PublishNoticeForm(PublishAloneForm):
    """The same of a notice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["note"].help_text = _("For example: neuer Raum.")


class DirectoryForm(forms.Form):
    """On what occasion it is published who sits where."""

    note = forms.CharField(
        label=gettext_lazy("Occasion"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("For example: Nachfolge für ein ausgeschiedenes Mitglied."),
    )
