"""Room: minutes, the desk. The form of a house style: letterhead, logo, colour, order, wording, signatures."""

from typing import Any

from crispy_forms.layout import HTML, Fieldset, Row
from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees import logos, own_wording
from committees.forms.layout import plain_helper
from committees.models import HouseStyle, RuleProfile
from minutes import letterheads
from minutes.desk.block_order import BlockOrderField
from minutes.documents import specimen
from minutes.documents.letterhead import fits_foot

_ROLES = ("chair_role", "minute_taker_role", "co_signer_role", "second_co_signer_role")
_PLACEHOLDERS = '{% include "minutes/desk/_placeholders.html" with placeholders=form.placeholders only %}'


class HouseStyleForm(forms.ModelForm):
    """The style of one profile, and who signs by it. Nothing is stored before `save`."""

    new_logo = forms.FileField(
        label=gettext_lazy("logo"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".png,.svg,image/png,image/svg+xml"}),
        help_text=gettext_lazy("PNG up to 1 MB, or SVG of plain paths and colours up to 256 KB."),
    )
    no_logo = forms.BooleanField(label=gettext_lazy("print no logo any more"), required=False)
    order = BlockOrderField(
        label=gettext_lazy("order of the blocks"),
        help_text=gettext_lazy("A block without content is not printed. Place 1 is the first."),
    )
    signatories = forms.MultipleChoiceField(
        label=gettext_lazy("who signs"),
        choices=RuleProfile.Signatory.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Holds for all minutes by this profile that are not complete yet."),
    )

    class Meta:
        model = HouseStyle
        fields = (
            "sender",
            "footer",
            "place",
            "logo_text",
            "accent",
            "order",
            "opening_wording",
            "closing_wording",
            *_ROLES,
        )
        widgets = {
            "sender": forms.Textarea(attrs={"rows": 4}),
            "footer": forms.Textarea(attrs={"rows": 3}),
            "accent": forms.TextInput(attrs={"spellcheck": "false", "autocomplete": "off"}),
            "opening_wording": forms.Textarea(attrs={"rows": 4}),
            "closing_wording": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, instance: HouseStyle, **kwargs: Any) -> None:
        super().__init__(*args, instance=instance, **kwargs)
        self.has_logo = bool(instance.logo)
        # As it is printed: whatever else stands in the database is no order.
        self.initial["order"] = self.fields["order"].initial = list(letterheads.layout_from(instance).order)
        self.initial["signatories"] = instance.profile.signatories
        self.fields["opening_wording"].help_text = _hint(specimen.default_opening())
        self.fields["closing_wording"].help_text = _hint(specimen.default_closing())
        for name in _ROLES:
            self.fields[name].help_text = _("Empty: worded by Gremia.")
        if not self.has_logo:
            del self.fields["no_logo"]
        else:
            self.fields["new_logo"].label = _("another logo")
        logo = ["new_logo", *(["no_logo"] if self.has_logo else []), "logo_text"]
        self.helper = plain_helper(
            Fieldset(_("Letterhead"), "sender", "footer", "place"),
            Fieldset(_("Logo"), *logo),
            Fieldset(_("Colour and order"), "accent", "order"),
            Fieldset(_("Opening and end of the session"), "opening_wording", "closing_wording", HTML(_PLACEHOLDERS)),
            Fieldset(_("Signatures"), "signatories", Row(*_ROLES[:2]), Row(*_ROLES[2:])),
        )

    def placeholders(self) -> list[tuple[str, str, bool]]:
        """Each placeholder with what it stands for in the sample, and whether the end of the session knows it too."""
        known = own_wording.CLOSING_PLACEHOLDERS
        return [(f"{{{name}}}", sample, name in known) for name, sample in specimen.placeholders().items()]

    def clean_sender(self) -> str:
        return _without_blank_lines(self.cleaned_data["sender"])

    def clean_footer(self) -> str:
        footer = _without_blank_lines(self.cleaned_data["footer"])
        for number, line in enumerate(footer.splitlines(), start=1):
            if not fits_foot(line):
                raise ValidationError(_("Line %(number)s is too wide."), params={"number": number})
        return footer

    def clean_accent(self) -> str:
        return str(self.cleaned_data["accent"]).lower()

    def clean_new_logo(self) -> tuple[bytes, str] | None:
        """What is kept of the file, and its media type."""
        upload = self.cleaned_data.get("new_logo")
        if not isinstance(upload, UploadedFile):
            return None
        if upload.size > logos.MAX_BYTES:
            raise ValidationError(_("The logo is too large: at most 1 MB is possible."))
        return logos.cleaned(upload.read())

    def clean_signatories(self) -> list[str]:
        """In the order in which they are stored; those who are new follow."""
        chosen, stored = self.cleaned_data["signatories"], self.instance.profile.signatories
        return [role for role in stored if role in chosen] + [role for role in chosen if role not in stored]

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        shows = entries.get("new_logo") or (self.has_logo and not entries.get("no_logo"))
        if shows and not entries.get("logo_text") and "logo_text" not in self.errors:
            self.add_error("logo_text", _("Say what the logo shows, for those who do not see it."))
        return entries

    def _post_clean(self) -> None:
        style: HouseStyle = self.instance
        if self.cleaned_data.get("new_logo"):
            style.logo, style.logo_type = self.cleaned_data["new_logo"]
        elif self.cleaned_data.get("no_logo"):
            style.logo, style.logo_type = b"", ""
        super()._post_clean()

    def save(self, commit: bool = True) -> HouseStyle:
        profile = self.instance.profile
        profile.signatories = self.cleaned_data["signatories"]
        profile.save(update_fields=["signatories"])
        return super().save(commit)


def _without_blank_lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _hint(default: str) -> str:
    return _("Empty: Gremia words it, as “%(default)s”") % {"default": default}
