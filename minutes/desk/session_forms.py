"""Room: minutes, the desk. Forms of a session: the new one, and its head with times and interruptions."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committees import convening
from committees.forms.layout import DayField, plain_helper
from committees.models import AgendaItem, Committee, Interruption, Presence, Session
from committees.presence_checks import clock, stays_outside
from minutes import proposals
from minutes.desk.fields import ClockField
from minutes.desk.versioned_forms import VersionedForm


def _limit_numbers(form: forms.ModelForm) -> None:
    """Numbers that both databases can hold, and that are no slip of the finger."""
    for name in ("number", "seats"):
        field: Any = form.fields[name]
        field.validators += [MinValueValidator(1), MaxValueValidator(999)]
        field.widget.attrs |= {"min": 1, "max": 999}


class _StandingItems(forms.ModelMultipleChoiceField):
    """Items by their titles; those of the non-public part say so, as both parts often have the same ones."""

    def label_from_instance(self, obj: AgendaItem) -> str:
        return obj.title if obj.is_public else _("%(title)s (non-public)") % {"title": obj.title}


class _ObjectionItems(forms.ModelMultipleChoiceField):
    """Earlier sessions, by the item that decides on their minutes."""

    def label_from_instance(self, obj: Session) -> str:
        return proposals.title(obj)


class NewSessionForm(forms.ModelForm):
    """A session to be convened. Number and seats may stay empty: they follow from the year and the committee."""

    date = DayField(label=_("day"))
    scheduled_start = ClockField(label=_("planned beginning"))
    standing = _StandingItems(
        AgendaItem.objects.none(),
        required=False,
        label=_("standing items"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("They make the first agenda; you can change it at any time."),
    )

    objections_to = _ObjectionItems(
        Session.objects.none(),
        required=False,
        label=_("objections to earlier minutes"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("These minutes are published, and no agenda deals with objections to them yet."),
    )

    class Meta:
        model = Session
        fields = ["date", "scheduled_start", "number", "seats", "place", "room", "address"]

    def __init__(self, *args: Any, committee: Committee, source: Session | None, **kwargs: Any) -> None:
        today = timezone.localdate()
        carried = {name: getattr(source, name) for name in convening.CARRIED_OVER} if source else {}
        proposal = {"number": convening.next_number(committee, today.year), "seats": committee.seats}
        super().__init__(*args, initial={**carried, **proposal}, **kwargs)
        self.proposed_year = today.year
        self.instance.committee = committee
        _limit_numbers(self)
        for name in ("number", "seats"):
            self.fields[name].required = False
        self.fields["number"].help_text = _("Empty: the next free one of the year.")
        self.fields["seats"].help_text = _("Empty: as many as the committee has.")
        # The day is not typed yet; what is not earlier than it is refused there.
        open_minutes = proposals.open_minutes(committee, before=timezone.localdate())
        items = proposals.standing_items(source, has_proposals=open_minutes.exists())
        offered = {"objections_to": open_minutes, "standing": items}
        for name, rows in offered.items():
            self.fields[name].queryset = rows
            self.initial[name] = rows
            if not rows:
                del self.fields[name]
        self.helper = plain_helper(
            Row("date", "scheduled_start"),
            Row("number", "seats"),
            Fieldset(_("Place"), "place", "room", "address"),
            *(name for name in offered if name in self.fields),
        )

    def clean_date(self) -> Any:
        day, committee = self.cleaned_data["date"], self.instance.committee
        if not Committee.objects.active_on(day).filter(pk=committee.pk).exists():
            raise forms.ValidationError(_("The committee does not exist on this day."))
        return day

    def clean_seats(self) -> int:
        return self.cleaned_data["seats"] or self.instance.committee.seats

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if entries.get("date") and "number" in entries:
            committee, year = self.instance.committee, entries["date"].year
            is_proposal = "number" not in self.changed_data and year != self.proposed_year
            if entries["number"] is None or is_proposal:
                entries["number"] = convening.next_number(committee, year)
            self.instance.year = year
            _refuse_taken_number(self, entries["number"])
        for earlier in entries.get("objections_to", ()):
            if entries.get("date") and earlier.date >= entries["date"]:
                sentence = _("The session of %(day)s is no earlier one.")
                self.add_error("objections_to", sentence % {"day": f"{earlier.date:%d.%m.%Y}"})
        return entries


class SessionHeadForm(VersionedForm):
    """The head of the record: when, where, how invited. Times of day become moments of the session's day."""

    TIMES = {"begin": "opened_at", "public_end": "public_part_ended_at", "end": "closed_at"}

    id = None
    date = DayField(label=_("day"))
    scheduled_start = ClockField(label=_("planned beginning"))
    begin = ClockField(label=_("begin"))
    public_end = ClockField(label=_("public part until"))
    end = ClockField(label=_("end"))

    class Meta:
        model = Session
        fields = [
            "number", "date", "scheduled_start", "place", "room", "address", "seats",
            "invited_properly", "opening_unopposed", "is_repeated", "source_note",
            "is_live_for_members",
        ]  # fmt: skip
        widgets = {"source_note": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _limit_numbers(self)
        self.fields["seats"].help_text = ""
        for name, column in self.TIMES.items():
            self.initial[name] = self.stored[column] = getattr(self.instance, column)
        self.helper = plain_helper(
            "version",
            Fieldset(_("Time"), Row("date", "scheduled_start"), Row("begin", "public_end", "end")),
            Fieldset(_("Opening"), "invited_properly", "opening_unopposed", "is_repeated"),
            Fieldset(_("Session"), Row("number", "seats"), "place", "room", "address", "source_note"),
            Fieldset(_("While the minutes are typed"), "is_live_for_members"),
        )

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if entries.get("number"):
            _refuse_taken_number(self, entries["number"])
        if "date" in self.changed_data and self._has_times_inside():
            self.add_error("date", _("Times of this day are recorded; remove them before you move the session."))
        return entries

    def _post_clean(self) -> None:
        super()._post_clean()
        session = self.instance
        session.opened_at = None
        for name, column in self.TIMES.items():
            if name in self.cleaned_data:
                setattr(session, column, session.moment(self.cleaned_data[name]))
        for field, sentence in self._time_problems():
            self.add_error(field, sentence)

    def _time_problems(self) -> Iterator[tuple[str, Any]]:
        session = self.instance
        begin, public_end, end = session.opened_at, session.public_part_ended_at, session.closed_at
        if (public_end or end) and not begin:
            yield "begin", _("Say when the session began.")
            return
        if end and end < begin:
            yield "end", _("The session began only at %(time)s.") % {"time": clock(begin)}
            return
        if public_end and public_end < begin:
            yield "public_end", _("The session began only at %(time)s.") % {"time": clock(begin)}
        elif public_end and end and public_end > end:
            yield "public_end", _("The session has ended at %(time)s.") % {"time": clock(end)}
        early, late = stays_outside(session)
        if early:
            yield "begin", early
        if late:
            yield "end", late

    def _has_times_inside(self) -> bool:
        stays = Presence.objects.filter(attendance__session=self.instance)
        has_stays = stays.exclude(arrived_at__isnull=True, left_at__isnull=True).exists()
        return has_stays or self.instance.items.filter(started_at__isnull=False).exists()


class InterruptionForm(forms.Form):
    """From when until when a session was interrupted; both empty: no interruption."""

    start = ClockField(label=_("interrupted from"))
    end = ClockField(label=_("until"))

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        for name, other in (("start", "end"), ("end", "start")):
            if entries.get(other) and name in entries and not entries[name]:
                self.add_error(name, _("An interruption has a beginning and an end."))
        return entries


class BaseInterruptions(forms.BaseFormSet):
    """All interruptions of a session, which `session` holds with the times just typed."""

    session: Session

    def clean(self) -> None:
        earlier: datetime | None = None
        for form in self.forms:
            start, end = self._moments(form)
            if not start or not end or form.errors:
                continue
            opened, closed = self.session.opened_at, self.session.closed_at
            if not opened or start < opened:
                form.add_error("start", _("The interruption begins before the session."))
            if end <= start:
                form.add_error("end", _("The interruption must end after it begins."))
            elif closed and end > closed:
                form.add_error("end", _("The interruption ends after the session."))
            if earlier and start < earlier:
                form.add_error("start", _("This overlaps the interruption before it."))
            earlier = end

    def rows(self) -> list[Interruption]:
        """The interruptions as typed, not saved yet."""
        found = (self._moments(form) for form in self.forms)
        return [Interruption(session=self.session, start=start, end=end) for start, end in found if start and end]

    def _moments(self, form: forms.Form) -> tuple[datetime | None, datetime | None]:
        entries = getattr(form, "cleaned_data", {})
        return self.session.moment(entries.get("start")), self.session.moment(entries.get("end"))


Interruptions = forms.formset_factory(InterruptionForm, formset=BaseInterruptions, extra=1, max_num=20)


def interruptions_of(session: Session, data: Any = None) -> BaseInterruptions:
    """The formset with the stored interruptions and an empty row."""
    stored = [{"start": row.start, "end": row.end} for row in session.interruptions.all()]
    formset = Interruptions(data, initial=stored, prefix="breaks")
    formset.session = session
    return formset


def _refuse_taken_number(form: forms.ModelForm, number: int) -> None:
    session: Session = form.instance
    others = Session.objects.filter(committee=session.committee, year=session.year, number=number)
    if others.exclude(pk=session.pk).exists():
        following = convening.next_number(session.committee, session.year)
        sentence = _("%(year)s already has a session with this number; the next free one is %(next)s.")
        form.add_error("number", sentence % {"year": session.year, "next": following})
