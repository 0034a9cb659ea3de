"""Room: minutes, the desk. Forms of one person's attendance: from when until when, in whose place, with what duty."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext_lazy as _

from committees import presence
from committees.convening import attendance_of
from committees.forms.layout import plain_helper
from committees.models import AgendaItem, Attendance, Membership, Presence, Session
from committees.presence_checks import (
    first_item_after,
    holder_of_duty,
    interval,
    seat_problems,
    stay_problems,
    with_stays,
)
from committees.rules import WHOLE_SESSION, Attendee, Interval
from minutes.desk.attendance_forms import free_seats
from minutes.desk.closed_votes import contradictions
from minutes.desk.fields import ClockField
from minutes.desk.roster import Roster
from minutes.desk.versioned_forms import VersionedForm

_STATES = [("present", _("present")), *Attendance.Absence.choices[1:]]


class StayForm(forms.Form):
    """A stretch of the agenda: from an item or a time, up to an item. All empty: no such stretch."""

    first_item = forms.TypedChoiceField(label=_("from item"), required=False, empty_value=None)
    arrived_at = ClockField(label=_("arrived at"))
    last_item = forms.TypedChoiceField(label=_("up to and including item"), required=False, empty_value=None)
    left_at = ClockField(label=_("left at"))

    def __init__(self, *args: Any, items: Sequence[tuple[AgendaItem, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_key = {str(item.pk): item for item, _label in items}
        choices = [(str(item.pk), label) for item, label in items]
        for name, empty in (("first_item", _("from the beginning")), ("last_item", _("till the end"))):
            field: Any = self.fields[name]
            field.choices = [("", empty), *choices]
            field.coerce = _by_key(by_key)

    @property
    def is_empty(self) -> bool:
        return not any(getattr(self, "cleaned_data", {}).values())


class BaseStays(forms.BaseFormSet):
    """All stretches of one person. None means the whole session."""

    session: Session

    def clean(self) -> None:
        """Complete and check the stretches; afterwards `stays` holds them, not saved yet."""
        self.stays: list[Presence] = []
        typed = [form for form in self.forms if not form.errors and not form.is_empty]
        for form in typed:
            self.stays.append(self._stay(form))
        if any(form.errors for form in self.forms):
            return
        for problem in stay_problems(self.session, self.stays):
            typed[problem.row].add_error(problem.field, problem.sentence)

    @property
    def intervals(self) -> tuple[Interval, ...]:
        return tuple(interval(stay) for stay in self.stays) or WHOLE_SESSION

    def blame(self, sentences: Sequence[str]) -> bool:
        """Show sentences at the first stretch; False if none was typed."""
        typed = [form for form in self.forms if not form.is_empty]
        if typed:
            typed[0].add_error("first_item", sentences)
        return bool(typed)

    def _stay(self, form: StayForm) -> Presence:
        entries = form.cleaned_data
        arrived, left = (self.session.moment(entries[name]) for name in ("arrived_at", "left_at"))
        first, last = entries["first_item"], entries["last_item"]
        if arrived and not first:
            first = first_item_after(self.session, arrived)
            if first is None:
                form.add_error("first_item", _("Name the item from which on the person is there."))
        if left and not last:
            form.add_error("last_item", _("Name the last item for which the person is there."))
        return Presence(first_item=first, arrived_at=arrived, last_item=last, left_at=left)


def stays_formset(roster: Roster, stays: Sequence[Presence], data: Any = None, *, extra: int = 1) -> BaseStays:
    """The formset with the stretches that are stored; a stay from beginning to end needs none."""
    names = ("arrived_at", "left_at")
    initial = [
        {"first_item": stay.first_item_id, "last_item": stay.last_item_id}
        | {name: getattr(stay, name) for name in names}
        for stay in stays
        if stay.first_item_id or stay.last_item_id
    ]
    factory: Any = forms.formset_factory(StayForm, formset=BaseStays, extra=extra, max_num=12)
    items = list(roster.session.items.order_by("position"))
    labelled = [(item, f"{roster.numbers[item.pk].label}  {item.title}"[:90]) for item in items]
    formset: BaseStays = factory(data, initial=initial, prefix="stays", form_kwargs={"items": labelled})
    formset.session = roster.session
    return formset


class AttendanceForm(VersionedForm):
    """One person's part in the session; the stretches are a formset beside it."""

    id = None
    state = forms.ChoiceField(label=_("attendance"), choices=_STATES, widget=forms.RadioSelect, required=False)

    class Meta:
        model = Attendance
        fields = ["role", "detail", "duty"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attendance = self.instance
        self.initial["state"] = attendance.absence or ("present" if attendance.presences.exists() else "")
        self.helper = plain_helper("version", "state")
        self.record_helper = plain_helper(Row("role", "detail"), "duty")

    def clean_duty(self) -> str:
        duty = self.cleaned_data["duty"]
        if holder := holder_of_duty(self.instance, duty):
            raise forms.ValidationError(_("%(person)s has this duty already.") % {"person": holder})
        return duty

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if entries.get("duty") and entries.get("state") in Attendance.Absence.values[1:]:
            self.add_error("duty", _("Somebody absent has no duty in the session."))
        return entries

    def check_room(self, stays: BaseStays, room: tuple[Attendee, ...]) -> None:
        """Refuse what contradicts other people's seats or closed votes; `room` is that of before."""
        if stays.stays and not self.is_there:
            self.add_error("state", _("Times are for people who are present; empty them below, or mark as present."))
            return
        key = self.instance.pk
        after = with_stays(room, key, stays.intervals if self.is_there else ())
        sentences = seat_problems(after, {key}).get(key, [])
        for found in contradictions(self.instance.session, room, after).values():
            sentences += found
        if sentences and not stays.blame(sentences):
            self.add_error("state", sentences)

    @property
    def is_there(self) -> bool:
        return self.cleaned_data.get("state") == "present"


class SubstituteForm(forms.Form):
    """Who sits in the place of an absent member: a personal deputy, one of the list, or anybody with a seat."""

    membership = forms.TypedChoiceField(label=_("deputy"), empty_value=None)

    def __init__(self, *args: Any, member: Attendance, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.member = member
        seats = {str(seat.pk): seat for seat in free_seats(member.session)}
        field: Any = self.fields["membership"]
        field.choices = [("", _("please choose")), *self._grouped(list(seats.values()))]
        field.coerce = _by_key(seats)
        self.helper = plain_helper()

    def clean_membership(self) -> Membership:
        seat: Membership = self.cleaned_data["membership"]
        own = self.member.membership
        if own is None or self.member.substitutes_for_id or own.function == Membership.Function.DEPUTY:
            raise forms.ValidationError(_("%(person)s has no seat to fill in this session.") % {"person": self.member})
        if seat.has_vote and not own.has_vote:
            sentence = _("%(person)s has no vote, so nobody with a vote can substitute here.")
            raise forms.ValidationError(sentence % {"person": self.member})
        return seat

    def _grouped(self, seats: list[Membership]) -> list[tuple[Any, list[tuple[str, str]]]]:
        own = [seat for seat in seats if seat.deputises_for_id == self.member.membership_id]
        listed = [seat for seat in seats if seat.function == Membership.Function.DEPUTY and seat not in own]
        others = [seat for seat in seats if seat not in own and seat not in listed]
        faction = self.member.membership.faction_id if self.member.membership else None
        listed.sort(key=lambda seat: (seat.faction_id != faction, seat.deputy_rank or 999))
        groups = ((_("Personal deputy"), own), (_("Deputies"), listed), (_("Further members"), others))
        return [(label, [(str(seat.pk), _seat_label(seat)) for seat in rows]) for label, rows in groups if rows]

    def check_room(self, stays: BaseStays, room: tuple[Attendee, ...]) -> None:
        """Refuse a seat taken twice, and what contradicts closed votes. A member with no stretches is away at all."""
        deputy = self.deputy()
        before = room if self.member_stays else with_stays(room, self.member.pk, ())
        after = (*before, presence.attendee(deputy, stays.intervals))
        sentences = [text for found in contradictions(self.member.session, room, after).values() for text in found]
        conflicts = seat_problems(after, {deputy.pk}, newcomer=deputy).get(deputy.pk, [])
        if (sentences or conflicts) and not stays.blame([*conflicts, *sentences]):
            self.add_error("membership", [*conflicts, *sentences])

    @property
    def member_stays(self) -> bool:
        """Whether the member is there for a time, so that only the rest is free for a deputy."""
        return any(stay.first_item_id or stay.last_item_id for stay in self.member.presences.all())

    def deputy(self) -> Attendance:
        """The deputy's attendance, not saved yet."""
        if not hasattr(self, "_deputy"):
            self._deputy = attendance_of(self.member.session, self.cleaned_data["membership"])
            self._deputy.substitutes_for = self.member
        return self._deputy


def _by_key(rows: Mapping[str, Any]) -> Callable[[Any], Any]:
    """What a choice field makes of a key: the row; ValueError for a key that is none of them."""

    def row(key: Any) -> Any:
        if str(key) not in rows:
            raise ValueError(key)
        return rows[str(key)]

    return row


def _seat_label(seat: Membership) -> str:
    return f"{seat.person.sort_name} ({seat.faction.short_name})" if seat.faction else seat.person.sort_name
