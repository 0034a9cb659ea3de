"""Room: minutes, the desk. From where to import, and how."""

from typing import Any

from django import forms
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.forms.layout import plain_helper
from committees.models import Body, User
from minutes.importing.oparl import addresses
from minutes.importing.oparl.addresses import Refused
from minutes.importing.oparl.running import open_run
from minutes.models import ImportRun


class ImportForm(forms.Form):
    """The address of another system, and what of it is wanted."""

    source = forms.URLField(
        label=gettext_lazy("Address"),
        max_length=500,
        assume_scheme="https",
        help_text=gettext_lazy("Of the OParl interface of the other system, or of one of its bodies."),
    )
    body = forms.ModelChoiceField(
        Body.objects.none(),
        label=gettext_lazy("Into which body"),
        required=False,
        empty_label=gettext_lazy("a new one, as the source calls it"),
        help_text=gettext_lazy("Committees are found by their names. What is recorded here is never changed."),
    )
    full = forms.BooleanField(
        label=gettext_lazy("Read everything, not only what was changed since the last import"), required=False
    )
    files = forms.BooleanField(
        label=gettext_lazy("Fetch the files too"),
        required=False,
        help_text=gettext_lazy("Otherwise links lead to the files in the other system."),
    )
    allow_private = forms.BooleanField(
        label=gettext_lazy("The host is in our own network, and that is right"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["body"]
        field.queryset = Body.objects.order_by("name")
        field.to_field_name = "key"
        self.helper = plain_helper("source", "body", "full", "files", "allow_private")

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        source = entries.get("source")
        if not source:
            return entries
        if not source.lower().startswith(("http://", "https://")):
            self.add_error("source", _("Only addresses with http or https are asked: %(url)s") % {"url": source[:200]})
            return entries
        place = addresses.place_of(source)
        try:
            addresses.checked(source, private=frozenset([place] if entries.get("allow_private") else []))
        except Refused as problem:
            self.add_error("source", str(problem))
        return entries

    def save(self, owner: User) -> ImportRun:
        """The import, to be begun; or the one that is open for this address. Raises ValidationError."""
        entries = self.cleaned_data
        options: dict[str, Any] = {name: True for name in ("full", "files") if entries[name]}
        if entries["body"]:
            options["body"] = entries["body"].key
        if entries["allow_private"]:
            options["private"] = [addresses.place_of(entries["source"])]
        return open_run(entries["source"], owner=owner, options=options, language=translation.get_language() or "de")
