"""Room: committees. Forms of papers and of files attached to papers or sessions."""

from pathlib import PurePath
from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from committees import agenda
from committees.models import AgendaItem, Attachment, Body, Paper, Session
from committees.uploads import CONTENT_TYPES, validate_upload

from .layout import DayField, lock, plain_helper


class PaperForm(forms.ModelForm):
    """A paper of one of `bodies`. Not public until somebody says so."""

    date = DayField(label=_("date"), required=False)

    class Meta:
        model = Paper
        fields = ("body", "reference", "title", "kind", "date", "originator", "is_public")

    def __init__(self, *args: Any, bodies: QuerySet[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies.select_related("profile")
        self.fields["title"].widget = forms.Textarea(attrs={"rows": 2})
        self.fields["is_public"].help_text = _("Number and title may be read by everybody once they are published.")
        if self.instance._state.adding:
            self.initial.setdefault("body", bodies.first())
        else:
            lock(self, "body", _("A paper stays with its body."))
        self.helper = plain_helper("body", Row("reference", "kind"), "title", Row("date", "originator"), "is_public")

    def clean_title(self) -> str:
        return " ".join(self.cleaned_data["title"].split())

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if entries.get("body") and entries.get("reference"):
            rivals = Paper.objects.filter(body=entries["body"], reference=entries["reference"])
            if rivals.exclude(pk=self.instance.pk).exists():
                self.add_error("reference", _("There already is a paper with this number."))
        withdraws = self.instance.pk and "is_public" in self.changed_data and entries.get("is_public") is False
        if withdraws and self.instance.attachments.filter(is_public=True).exists():
            self.add_error("is_public", _("Files of this paper are public; withdraw them first."))
        return entries


class AttachmentForm(forms.ModelForm):
    """A file of a paper. Without a title it is called as the file was."""

    needs_file = True

    class Meta:
        model = Attachment
        fields = ("file", "title", "is_public")
        widgets = {"file": forms.FileInput(attrs={"accept": ",".join(CONTENT_TYPES)})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        is_new = self.instance._state.adding
        self.stored_file = self.instance.file.name if self.instance.file else ""
        self.fields["title"].required = False
        self.fields["title"].help_text = _("Empty: the name of the file.")
        self.fields["file"].required = self.needs_file and is_new
        kinds = ", ".join(sorted(name.lstrip(".") for name in CONTENT_TYPES))
        self.fields["file"].help_text = _("Possible are: %(kinds)s.") % {"kinds": kinds}
        if self.stored_file:
            self.fields["file"].label = _("replace the file")
        self.helper = plain_helper("file", "title", "is_public")

    def clean_file(self) -> Any:
        upload = self.cleaned_data.get("file")
        if isinstance(upload, UploadedFile):
            validate_upload(upload)
        return upload

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        upload = entries.get("file")
        if not entries.get("title") and "title" not in self.errors and "file" not in self.errors:
            if isinstance(upload, UploadedFile):
                entries["title"] = PurePath(upload.name or "").stem[:200]
            else:
                self.add_error("title", _("Say what it is."))
        if entries.get("is_public"):
            self.refuse_hidden_context()
        return entries

    def refuse_hidden_context(self) -> None:
        """What belongs to something that is not public is not public either."""
        if not self.instance.paper.is_public:
            self.add_error("is_public", _("The paper is not public, so its files are not either."))

    def replaced_file(self) -> str:
        """The stored name of the file that the form replaced; empty if it kept it."""
        return self.stored_file if isinstance(self.cleaned_data.get("file"), UploadedFile) else ""


class ItemChoice(forms.ModelChoiceField):
    """Items of a session with their numbers."""

    def __init__(self, session: Session, **options: Any) -> None:
        items = list(session.items.order_by("position"))
        self.numbers = agenda.numbers(session, items)
        super().__init__(session.items.order_by("position"), **options)

    def label_from_instance(self, item: AgendaItem) -> str:
        title = item.title if len(item.title) <= 90 else f"{item.title[:90]} …"
        return f"{self.numbers[item.pk].label} {title}"


class AnnexForm(AttachmentForm):
    """An annex to the minutes of a session, with a file or on paper only."""

    needs_file = False

    class Meta(AttachmentForm.Meta):
        fields = ("title", "item", "note", "file", "is_public")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"] = ItemChoice(
            self.instance.session,
            label=_("agenda item"),
            required=False,
            empty_label=_("to the whole session"),
        )
        self.fields["title"].help_text = _("As the list of annexes names it; empty: the name of the file.")
        self.fields["note"].help_text = _("Printed in brackets: nur dem Original beigefügt.")
        self.helper = plain_helper("title", "item", "note", "file", "is_public")

    def refuse_hidden_context(self) -> None:
        item = self.cleaned_data.get("item")
        if item and not item.is_public:
            self.add_error("is_public", _("The item is not public, so its annexes are not either."))
