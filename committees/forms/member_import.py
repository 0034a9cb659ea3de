"""Room: committees. Forms of the import of members: the file, and the confirmation that carries its text."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _

from committees import csv_format
from committees.csv_format import UnreadableFile
from committees.models import Committee, User

from .layout import plain_helper

_SALT = "committees.member-import"
_MAX_AGE = 12 * 60 * 60
"""Seconds that a dry run may lie on the screen before it has to be made again."""


class UploadForm(forms.Form):
    """The CSV file. Valid if it is a list of members; its rows are looked at later."""

    file = forms.FileField(label=_("CSV file"), widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.text = ""
        self.rows: list[csv_format.Row] = []
        self.helper = plain_helper("file")

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        try:
            self.text = csv_format.decode(upload.read(csv_format.MAX_BYTES + 1))
            self.rows = csv_format.read(self.text)
        except UnreadableFile as error:
            raise forms.ValidationError(str(error)) from error
        return upload


class ConfirmForm(forms.Form):
    """What the dry run has shown, sealed: whose it is, for which committee, the text, the fingerprint of the report."""

    sealed = forms.CharField(
        widget=forms.HiddenInput,
        strip=False,
        max_length=csv_format.MAX_BYTES * 4,
        error_messages={"required": _("The dry run is missing.")},
    )

    def __init__(self, *args: Any, committee: Committee, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.owner = [committee.pk, user.pk]
        self.expected = ""
        self.text = ""

    def clean_sealed(self) -> str:
        sealed = self.cleaned_data["sealed"]
        try:
            content = signing.loads(sealed, salt=_SALT, max_age=_MAX_AGE)
        except signing.BadSignature as error:
            raise forms.ValidationError(_("The dry run has expired. Choose the file once more.")) from error
        if content["owner"] != self.owner:
            raise forms.ValidationError(_("This dry run was made for another committee. Choose the file once more."))
        self.text, self.expected = content["text"], content["expected"]
        return sealed


def seal(text: str, *, expected: str, committee: Committee, user: User) -> str:
    """The content of the hidden field; see `ConfirmForm`."""
    content = {"owner": [committee.pk, user.pk], "text": text, "expected": expected}
    return signing.dumps(content, salt=_SALT, compress=True)
