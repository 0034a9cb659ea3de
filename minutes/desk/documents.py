"""Room: minutes, the desk. Every document of a session, in every format, from its page."""

from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from committees.agenda import numbers
from committees.forms.layout import plain_helper
from committees.models import Session
from committees.permissions import Visitor
from minutes import documents, printing
from minutes.desk.guards import get_session_for_reader
from minutes.document_names import format_label, kind_label
from minutes.downloads import file_response
from minutes.record import Audience


class DocumentForm(forms.Form):
    """Which document, of which item, for whom, and as what."""

    document = forms.ChoiceField(label=gettext_lazy("Document"), widget=forms.RadioSelect)
    item = forms.ChoiceField(
        label=gettext_lazy("Item"),
        required=False,
        help_text=gettext_lazy("An extract is of one item; a roll-call sheet can be."),
    )
    audience = forms.ChoiceField(
        label=gettext_lazy("Version"),
        widget=forms.RadioSelect,
        initial=Audience.INTERNAL,
        choices=[
            (Audience.INTERNAL, gettext_lazy("internal: with the non-public part, and drafts too")),
            (Audience.PUBLIC, gettext_lazy("for the public: only what is published")),
        ],
    )
    format = forms.ChoiceField(label=gettext_lazy("Format"), widget=forms.RadioSelect, initial="pdf")

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        choices: dict[str, Any] = {
            "document": [(kind, capfirst(_one(kind))) for kind in documents.KINDS],
            "format": [(name, capfirst(format_label(name))) for name in documents.FORMATS],
            "item": [("", _("no single item")), *_items(session)],
        }
        for name, entries in choices.items():
            field: Any = self.fields[name]
            field.choices = entries
        self.fields["document"].initial = "minutes" if session.opened_at else "invitation"
        self.helper = plain_helper("document", "item", "format", "audience")

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        kind = documents.KINDS.get(entries.get("document", ""))
        if kind and kind.needs_item and not entries.get("item") and "item" not in self.errors:
            self.add_error("item", _("An extract is of one item. Please choose it."))
        return entries

    def make(self, *, reader: Visitor) -> documents.Rendered | None:
        """The file; None, with an error at the document, where it can't be made."""
        entries = self.cleaned_data
        takes = documents.KINDS[entries["document"]].takes
        try:
            return printing.make(
                self.session,
                document=entries["document"],
                audience=Audience(entries["audience"]),
                format=entries["format"],
                item=entries["item"] or None if "item" in takes else None,
                published_only=entries["audience"] == Audience.PUBLIC,
                reader=reader,
            )
        except documents.DocumentError as error:
            self.add_error("document", str(error))
            return None


def _one(kind: str) -> str:
    return _("extract of one item") if kind == "extract" else kind_label(kind)


def _items(session: Session) -> list[tuple[str, str]]:
    """The number of each item, and what it is called."""
    rows = list(session.items.order_by("position"))
    found = numbers(session, rows)
    return [(found[row.pk].text, f"{found[row.pk].label} {row.title}") for row in rows]


@transaction.non_atomic_requests
@never_cache
def session_documents(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The form; with a choice in the query string, the file. What can't be made is said at the field."""
    session = get_session_for_reader(request, pk)
    form = DocumentForm(request.GET or None, session=session)
    made = form.make(reader=request.user) if form.is_valid() else None
    if made is not None:
        return file_response(
            made.content, content_type=made.content_type, filename=made.filename, as_attachment=_is_saved(made)
        )
    context = {"session": session, "form": form}
    return render(request, "minutes/desk/documents.html", context, status=422 if form.is_bound else 200)


def _is_saved(made: documents.Rendered) -> bool:
    """Browsers show PDF files; all others are saved."""
    return made.content_type != "application/pdf"
