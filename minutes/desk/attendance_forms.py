"""Room: minutes, the desk. Forms of attendance: the marks of all members, and people put on the list."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.core.exceptions import BadRequest
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _

from committees import attending, presence
from committees.convening import attendance_of
from committees.forms.layout import plain_helper
from committees.models import Attendance, Membership, Person, Presence, Session
from committees.presence_checks import seat_problems, with_stays
from committees.rules import WHOLE_SESSION
from minutes.desk.closed_votes import contradictions
from minutes.desk.roster import Line, Roster

_MARKS = [("present", _("present")), *Attendance.Absence.choices[1:]]


class MarksForm(forms.Form):
    """One mark a member, saved together. Only what the clerk changed is written; `was` is the state that was read."""

    def __init__(self, *args: Any, roster: Roster, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roster = roster
        self.is_stale = False
        self.changes: dict[UUID, str] = {}
        for line in roster.members:
            name = str(line.attendance.pk)
            self.fields[f"mark-{name}"] = forms.ChoiceField(
                choices=_MARKS,
                required=False,
                label=line.attendance.person.sort_name,
                widget=forms.RadioSelect,
                initial=line.state,
            )
            self.fields[f"was-{name}"] = forms.CharField(
                required=False, widget=forms.HiddenInput, initial=line.state, max_length=20
            )

    def groups(self) -> list[tuple[str, list[tuple[Line, BoundField, BoundField]]]]:
        """The members under their factions, each with its mark and what was read."""
        return [
            (name, [(line, self[f"mark-{line.attendance.pk}"], self[f"was-{line.attendance.pk}"]) for line in lines])
            for name, lines in self.roster.groups
        ]

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        for line in self.roster.members:
            key = line.attendance.pk
            mark, was = entries.get(f"mark-{key}", ""), entries.get(f"was-{key}", "")
            if not mark or mark in (was, line.state):
                continue
            if line.state != was:
                self.is_stale = True
                state = dict(_MARKS).get(line.state, _("not marked"))
                self.add_error(f"mark-{key}", _("Somebody else marked “%(state)s” meanwhile.") % {"state": state})
            else:
                self.changes[key] = mark
        self._check_room()
        return entries

    def _check_room(self) -> None:
        before = after = self.roster.attendees
        for key, mark in self.changes.items():
            after = with_stays(after, key, WHOLE_SESSION if mark == "present" else ())
        for key, sentences in seat_problems(after, self.changes).items():
            self.add_error(f"mark-{key}", sentences)
        for key, sentences in contradictions(self.roster.session, before, after).items():
            self.add_error(f"mark-{key}" if key in self.changes else None, sentences)

    def save(self) -> list[Attendance]:
        """Write the changed marks; returns who lost a duty by being absent."""
        people = {line.attendance.pk: line.attendance for line in self.roster.members}
        # Absences first: a member comes back into a seat only after the deputy has left it.
        order = sorted(self.changes.items(), key=lambda change: change[1] == "present")
        released = [people[key] for key, mark in order if mark != "present" and people[key].duty]
        for key, mark in order:
            if mark == "present":
                attending.mark_present(people[key])
            else:
                attending.mark_absent(people[key], mark)
        return released


class SeatField(forms.ModelChoiceField):
    """A membership, shown as the person with faction."""

    def label_from_instance(self, obj: Membership) -> str:
        return f"{obj.person.sort_name} ({obj.faction.short_name})" if obj.faction else obj.person.sort_name


def free_seats(session: Session) -> Any:
    """Memberships that hold on the day of a session, of people who are not on its list yet."""
    listed = Attendance.objects.filter(session=session).values("person")
    seats = Membership.objects.on(session.date).filter(committee=session.committee_id).exclude(person__in=listed)
    return seats.select_related("person", "faction").order_by("person__last_name", "person__first_name")


class MemberForm(forms.Form):
    """Somebody with a seat who is missing on the list: elected late, or a deputy who listens."""

    membership = SeatField(Membership.objects.none(), label=_("member or deputy"))

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        self.fields["membership"].queryset = free_seats(session)
        self.fields["membership"].empty_label = _("please choose")
        self.helper = plain_helper()

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if seat := entries.get("membership"):
            self.attendance = attendance_of(self.session, seat)
            before = presence.attendees(self.session)
            after = (*before, presence.attendee(self.attendance, WHOLE_SESSION))
            for sentences in contradictions(self.session, before, after).values():
                self.add_error("membership", sentences)
        return entries

    def save(self) -> Attendance:
        """Put the person on the list, there from beginning to end."""
        attending.put_on_list(self.attendance, [Presence()])
        return self.attendance


class GuestForm(forms.Form):
    """Somebody without a seat: administration, guest, press; from the directory, or a new person.

    The form has the key of the attendance: delivered twice, it puts one person on the list.
    """

    CAPACITIES = [choice for choice in Attendance.Capacity.choices if choice[0] != Attendance.Capacity.MEMBER]

    id = forms.UUIDField(widget=forms.HiddenInput, required=False)
    capacity = forms.ChoiceField(label=_("attends as"), choices=CAPACITIES, widget=forms.RadioSelect)
    person = forms.ModelChoiceField(Person.objects.none(), required=False, label=_("person of the directory"))
    academic_title = forms.CharField(label=_("academic title"), max_length=40, required=False)
    first_name = forms.CharField(label=_("first name"), max_length=80, required=False)
    last_name = forms.CharField(label=_("last name"), max_length=80, required=False)
    gender = forms.ChoiceField(label=_("gender"), choices=Person.Gender.choices, required=False)
    role = forms.CharField(
        label=_("role"), max_length=60, required=False, help_text=_("Before the name: MA, Dezernent, Frau.")
    )
    detail = forms.CharField(
        label=_("function or organisation"), max_length=120, required=False, help_text=_("Behind the name.")
    )
    takes_minutes = forms.BooleanField(label=_("takes the minutes"), required=False)

    def __init__(self, *args: Any, session: Session, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.session = session
        self.initial.setdefault("id", uuid4())
        self.initial.setdefault("capacity", Attendance.Capacity.STAFF)
        self.fields["last_name"].widget.attrs["data-first"] = ""
        listed = Attendance.objects.filter(session=session).values("person")
        self.fields["person"].queryset = Person.objects.exclude(pk__in=listed)
        self.fields["person"].empty_label = _("please choose")
        self.helper = plain_helper(
            "id",
            "capacity",
            "person",
            Fieldset(_("Or a new person"), Row("academic_title", "first_name", "last_name"), "gender"),
            Fieldset(_("In the record"), Row("role", "detail"), "takes_minutes"),
        )

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        self.stored = Attendance.objects.filter(pk=entries.get("id")).select_related("person").first()
        if self.stored and self.stored.session_id != self.session.pk:
            raise BadRequest("The key belongs to another session.")
        if self.stored:
            # Delivered before: whoever is on the list now is not offered any more.
            self.errors.clear()
            return entries
        for field, sentence in self._problems(entries):
            self.add_error(field, sentence)
        return entries

    def _problems(self, entries: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        is_new = bool(entries.get("last_name") or entries.get("first_name"))
        if is_new and entries.get("person"):
            yield "person", _("Choose somebody of the directory or name a new person, not both.")
        elif is_new and not entries.get("last_name"):
            yield "last_name", _("A new person needs a last name.")
        elif not is_new and not entries.get("person") and "person" not in self.errors:
            yield "person", _("Choose somebody, or name a new person below.")
        taker = self.session.attendances.filter(duty=Attendance.Duty.MINUTE_TAKER).select_related("person").first()
        if entries.get("takes_minutes") and taker:
            yield "takes_minutes", _("%(person)s takes the minutes already.") % {"person": taker}

    def save(self) -> Attendance:
        """Put the person on the list, there from beginning to end."""
        entries = self.cleaned_data
        if self.stored:
            return self.stored
        capacity = entries["capacity"]
        person = entries["person"] or Person.objects.create(
            academic_title=entries["academic_title"],
            first_name=entries["first_name"],
            last_name=entries["last_name"],
            gender=entries["gender"],
            office=entries["role"],
            detail=entries["detail"],
            is_staff_member=capacity == Attendance.Capacity.STAFF,
        )
        attendance = Attendance(
            id=entries["id"] or uuid4(),
            session=self.session,
            person=person,
            capacity=capacity,
            role=entries["role"] or person.office,
            detail=entries["detail"] or person.detail,
            duty=Attendance.Duty.MINUTE_TAKER if entries["takes_minutes"] else Attendance.Duty.NONE,
        )
        attending.put_on_list(attendance, [Presence()])
        return attendance
