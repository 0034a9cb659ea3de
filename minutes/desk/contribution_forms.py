"""Room: minutes, the desk. The form of a contribution: text, speaker, role, and who may speak at the item."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees.models import Attendance, User
from minutes.models import Contribution, Speaker

from . import speakers
from .history import note
from .room import Room
from .speaking import hindrances
from .versioned_forms import VersionedForm


class ContributionForm(VersionedForm):
    """A paragraph of the debate. The marks in its text say who speaks; choosing a speaker sets the mark."""

    speaker = forms.ModelChoiceField(Attendance.objects.none(), required=False, label=gettext_lazy("Speaker"))
    role = forms.CharField(
        required=False,
        max_length=Speaker._meta.get_field("role").max_length,
        label=gettext_lazy("Speaks as"),
        widget=forms.TextInput(
            attrs={"list": "roles", "autocomplete": "off", "placeholder": gettext_lazy("as on the list of attendance")}
        ),
    )
    text = forms.CharField(
        strip=False,
        label=gettext_lazy("Text"),
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy(
            "The speaker is put before the text, or marked where the name stands in it. Mark further speakers with "
            "angle brackets: &lt;Ktabg. Kohaus&gt;. Blank line: new paragraph."
        ),
    )

    besides = ("saved_at", "saved_by")

    class Meta:
        model = Contribution
        fields = ["kind", "text"]

    def __init__(self, *args: Any, room: Room, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room = room
        self.mentions: list[speakers.Mention] = []
        self.speaker_before: Attendance | None = None
        field = self.fields["speaker"]
        field.queryset = Attendance.objects.filter(session=room.item.session_id).select_related("person")
        field.choices = list(_speaker_choices(room))
        if not self.instance._state.adding:
            first = self.instance.speakers.order_by("position").first()
            if first:
                people = {person.pk: person for person in room.attendances}
                self.speaker_before = people[first.attendance_id]
                self.initial |= {"speaker": first.attendance_id, "role": first.role}

    @property
    def roles(self) -> list[str]:
        """What to suggest as a role: the titles of the chair, and the roles on the list of attendance."""
        committee = self.room.item.session.committee
        titles = [committee.chair_title_m, committee.chair_title_f]
        return list(dict.fromkeys(filter(None, [*titles, *(person.role for person in self.room.attendances)])))

    def clean_text(self) -> str:
        text = self.cleaned_data["text"].replace("\r\n", "\n").replace("\r", "\n")
        if not text.strip():
            raise ValidationError(self.fields["text"].error_messages["required"], code="required")
        return speakers.with_typed_marks(text, self.room.attendances)

    def clean(self) -> dict[str, Any]:
        """Set the mark of the chosen speaker, then find everybody whom the marks name, and whether they may speak."""
        cleaned = super().clean() or self.cleaned_data
        if "text" not in cleaned or "speaker" not in cleaned or "role" not in cleaned:
            return cleaned
        try:
            cleaned["text"] = self._marked(cleaned["text"], cleaned["speaker"], cleaned["role"])
            self.mentions = speakers.mentions(cleaned["text"], self.room.attendances)
        except ValidationError as error:
            self.add_error("text", error)
            return cleaned
        for mention in self.mentions:
            for problem in hindrances(mention, cleaned.get("kind"), self.room):
                self.add_error("speaker" if mention.person == cleaned["speaker"] else "text", problem)
        return cleaned

    def save(self, *, by: User, position: int | None = None) -> Contribution:
        """Write paragraph, speakers and a revision; a new one at `position`. StaleVersion: nothing is written."""
        self.instance.saved_at, self.instance.saved_by = timezone.now(), by
        if self.instance._state.adding:
            self.instance.position = position
        with transaction.atomic():
            if self.write():
                self.instance.speakers.all().delete()
                Speaker.objects.bulk_create(
                    Speaker(contribution=self.instance, position=n, attendance=mention.person, role=mention.role)
                    for n, mention in enumerate(self.mentions, start=1)
                )
                note(by, self.instance)
        return self.instance

    def _marked(self, text: str, person: Attendance | None, role: str) -> str:
        """The text with a mark for the chosen person. Marks in the text win over a choice that nobody touched."""
        people = self.room.attendances
        marked = [mention.person for mention in speakers.mentions(text, people)]
        is_new_choice = "speaker" in self.changed_data
        if person is None:
            is_taken_back = is_new_choice and self.speaker_before in marked
            return speakers.without_mark(text, marked.index(self.speaker_before)) if is_taken_back else text
        name = speakers.printed(person, role or person.role, people)
        if person in marked:
            is_other_role = "role" in self.changed_data and role
            return speakers.with_other_name(text, marked.index(person), name) if is_other_role else text
        if marked and is_new_choice and self.speaker_before in marked:
            return speakers.with_other_name(text, marked.index(self.speaker_before), name)
        if not marked or speakers.contains(text, name):
            return speakers.with_speaker(text, name)
        if is_new_choice:
            raise ValidationError(
                _("%(person)s is chosen as speaker, but the text marks somebody else. Mark the name in the text.")
                % {"person": name}
            )
        return text


def _speaker_choices(room: Room) -> Iterator[tuple[str, Any]]:
    """Nobody, then the people by group; those who may not speak at this item stand last."""
    groups: dict[str, list[tuple[Any, str]]] = {}
    headings = {
        Attendance.Capacity.MEMBER: _("Members present"),
        Attendance.Capacity.STAFF: _("Administration"),
        Attendance.Capacity.GUEST: _("Guests"),
        Attendance.Capacity.PRESS: _("Press"),
    }
    for heading in headings.values():
        groups[heading] = []
    barred = _("Not present or biased at this item")
    groups[barred] = []
    for person in room.attendances:
        may_speak = room.is_present(person) and person.pk not in room.recusals
        heading = headings[Attendance.Capacity(person.capacity)] if may_speak else barred
        groups[heading].append((person.pk, _label(person)))
    yield "", _("none, or goes on speaking")
    yield from ((heading, people) for heading, people in groups.items() if people)


def _label(person: Attendance) -> str:
    """Lütke, Anna (Ktabg., CDU): names first, so that typing a letter finds them."""
    faction = person.membership.faction.short_name if person.membership and person.membership.faction else ""
    about = ", ".join(filter(None, [person.role, faction]))
    return f"{person.person.sort_name} ({about})" if about else person.person.sort_name
