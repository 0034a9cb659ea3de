"""Room: committees. Forms of a seat in a committee: who, for which faction, with what vote, from when until when."""

from datetime import date
from typing import Any

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from committees import seats
from committees.models import Committee, Faction, Membership, Person
from committees.wording import sort_key

from .layout import DayField, lock, plain_helper

ADVISORY = (Membership.Kind.EXPERT_RESIDENT, Membership.Kind.ADVISORY)


class PersonChoice(forms.ModelChoiceField):
    """People in the order of their names, told apart by office and organisation."""

    def label_from_instance(self, person: Person) -> str:
        remark = ", ".join(filter(None, [person.office, person.detail]))
        return f"{person.sort_name} ({remark})" if remark else person.sort_name


class FactionChoice(forms.ModelChoiceField):
    """Factions, newest term first; they keep their names from term to term."""

    def label_from_instance(self, faction: Faction) -> str:
        return f"{faction.name} · {faction.term.name}"


class SeatChoice(forms.ModelChoiceField):
    """Seats by the names of their people."""

    def label_from_instance(self, seat: Membership) -> str:
        until = f" – {seat.end:%d.%m.%Y}" if seat.end else ""
        return f"{seat.person.sort_name} ({seat.start:%d.%m.%Y}{until})" if until else seat.person.sort_name


class MembershipForm(forms.ModelForm):
    """A seat of `committee`. Once it is stored the person stays: attendances name the seat and the person."""

    person = PersonChoice(Person.objects.all(), label=_("person"), empty_label=_("please choose"))
    faction = FactionChoice(
        Faction.objects.none(), label=_("faction"), required=False, empty_label=_("without faction")
    )
    deputises_for = SeatChoice(
        Membership.objects.none(),
        label=_("personal deputy of"),
        required=False,
        error_messages={"invalid_choice": _("The member replaced must sit in the same committee.")},
    )
    start = DayField(label=_("from"), help_text=_("The first day of the seat."))
    end = DayField(label=_("until"), required=False, help_text=_("Empty as long as the seat lasts."))

    class Meta:
        model = Membership
        fields = (
            "person", "faction", "kind", "has_vote", "function", "deputises_for", "deputy_rank", "start", "end",
        )  # fmt: skip

    def __init__(self, *args: Any, committee: Committee, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.committee = committee
        self.stored = seats.Stored.of(self.instance)
        self.fields["faction"].queryset = (
            Faction.objects.filter(term__body=committee.body_id)
            .select_related("term")
            .order_by("-term__start", "position")
        )
        self.fields["deputises_for"].queryset = _replaceable(committee, self.instance)
        self.fields["deputises_for"].empty_label = _("nobody in particular")
        self.fields["has_vote"].help_text = _("Advisory members have none; a deputy votes while standing in.")
        self.fields["deputises_for"].help_text = _("Only for deputies.")
        if not self.instance._state.adding:
            lock(self, "person", _("The seat stays with this person; give another one a seat of his or her own."))
            self.fields["person"].queryset = Person.objects.filter(pk=self.instance.person_id)
        self.fields["person"].choices = _by_name(self.fields["person"])
        self.helper = plain_helper(
            "person",
            "faction",
            "kind",
            "has_vote",
            "function",
            Row("start", "end"),
            Fieldset(_("Deputies"), Row("deputises_for", "deputy_rank")),
        )

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        is_deputy = entries.get("function") == Membership.Function.DEPUTY
        if entries.get("kind") in ADVISORY and entries.get("has_vote"):
            self.add_error("has_vote", _("Advisory members have no vote."))
        for name in ("deputises_for", "deputy_rank"):
            if entries.get(name) and not is_deputy:
                self.add_error(name, _("Only a deputy stands in for somebody or has a rank among deputies."))
        if is_deputy and entries.get("deputises_for") and entries.get("deputy_rank"):
            self.add_error("deputy_rank", _("A deputy is either personal or has a rank, not both."))
        start, end = entries.get("start"), entries.get("end")
        if start and end and end < start:
            self.add_error("end", _("The end must not lie before the beginning."))
        return entries

    def _post_clean(self) -> None:
        super()._post_clean()
        for field, sentence in seats.problems(self.instance, stored=self.stored):
            if field not in self.errors:
                self.add_error(field, sentence)


class EndMembershipForm(forms.ModelForm):
    """The last day of a seat."""

    end = DayField(label=_("until"), help_text=_("The last day of the seat."))

    class Meta:
        model = Membership
        fields = ("end",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored = seats.Stored.of(self.instance)
        self.helper = plain_helper("end")

    def clean_end(self) -> date:
        end: date = self.cleaned_data["end"]
        if end < self.instance.start:
            raise forms.ValidationError(_("The end must not lie before the beginning."))
        return end

    def _post_clean(self) -> None:
        super()._post_clean()
        for _field, sentence in seats.problems(self.instance, stored=self.stored):
            if "end" not in self.errors:
                self.add_error("end", sentence)


def _replaceable(committee: Committee, seat: Membership) -> QuerySet[Membership]:
    members = committee.memberships.exclude(function=Membership.Function.DEPUTY).exclude(pk=seat.pk)
    return members.select_related("person").order_by("person__last_name", "person__first_name", "start")


def _by_name(field: PersonChoice) -> list[tuple[Any, str]]:
    people = sorted(field.queryset, key=lambda person: sort_key(person.sort_name))
    return [("", str(field.empty_label)), *((person.pk, field.label_from_instance(person)) for person in people)]
