"""Room: committees. The form of an invitation: who logs in, as what, and for which committees."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees.models import Committee, Person, User
from committees.wording import sort_key

from .layout import plain_helper
from .memberships import PersonChoice

ASSIGNED = (User.Role.CLERK, User.Role.READER)
SEATED = (User.Role.CHAIR, User.Role.COUNCILLOR)


class CommitteeChoices(forms.ModelMultipleChoiceField):
    """Committees, told apart by their bodies where there are several."""

    def label_from_instance(self, committee: Committee) -> str:
        bodies = {row.body_id for row in self.queryset}
        return f"{committee.name} · {committee.body.name}" if len(bodies) > 1 else committee.name


class InvitationForm(forms.ModelForm):
    """A new account. What a councillor may read follows from the seats of the person, never from a choice here."""

    person = PersonChoice(
        Person.objects.none(),
        label=_("person"),
        required=False,
        empty_label=_("nobody of the directory"),
        help_text=_("Chairs and councillors need one: what they may read follows from its seats."),
    )
    committees = CommitteeChoices(
        Committee.objects.none(),
        label=_("committees"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("The committees that a clerk records, or whose published minutes a reader may read in full."),
    )

    class Meta:
        model = User
        fields = ("email", "role", "person", "committees")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "off"
        people = Person.objects.filter(user__isnull=True)
        self.fields["person"].queryset = people
        in_order = sorted(people, key=lambda person: sort_key(person.sort_name))
        label = self.fields["person"].label_from_instance
        self.fields["person"].choices = [
            ("", self.fields["person"].empty_label),
            *((person.pk, label(person)) for person in in_order),
        ]
        self.fields["committees"].queryset = (
            Committee.objects.active_on(timezone.localdate()).select_related("body").order_by("body__name", "name")
        )
        self.helper = plain_helper("email", Fieldset(_("What the account may do"), "role", "person", "committees"))

    def clean_email(self) -> str:
        """Addresses are stored as those of `create_user`: nobody logs in twice by writing one differently."""
        return User.objects.normalize_email(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        role, committees = entries.get("role"), entries.get("committees")
        if role in SEATED and not entries.get("person") and "person" not in self.errors:
            self.add_error("person", _("Choose who this is: otherwise the account would read no more than the public."))
        if role == User.Role.CLERK and not committees and "committees" not in self.errors:
            self.add_error("committees", _("Choose at least one committee that the clerk records."))
        if role not in ASSIGNED and committees:
            self.add_error("committees", _("Only clerks and readers are assigned committees. Please deselect them."))
        return entries

    def save(self, commit: bool = True) -> User:
        """Without a password: it is chosen by whoever gets the mail."""
        self.instance.set_unusable_password()
        return super().save(commit)
