"""Room: minutes, the desk. The form of a roll call: one group of radio buttons for each voter."""

import itertools
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import BadRequest
from django.db import transaction
from django.utils.translation import gettext as _

from committees.models import Attendance, User
from votes import closing
from votes.models import Ballot, Choice, Vote

from . import results
from .room import Room, by_faction

_PREFIX = "voter_"


class RollCallForm(forms.Form):
    """Who called what. Nothing is chosen beforehand; `preset` fills what is still open.

    `preset`: a choice, for everybody or with the number of a group: "yes", "yes:2".
    """

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, vote: Vote, room: Room, preset: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vote, self.room = vote, room
        self.initial["version"] = vote.version
        self.stored = dict(Ballot.objects.filter(voter__vote=vote).values_list("voter__attendance_id", "choice"))
        self.groups = list(by_faction(room.eligible).items())
        for person in room.eligible:
            self.fields[_name(person.pk)] = forms.ChoiceField(
                choices=Choice.choices,
                required=False,
                widget=forms.RadioSelect,
                label=person.person.sort_name,
                help_text=person.role,
                initial=self.stored.get(person.pk),
            )
        if preset:
            self._fill(preset)

    def sections(self) -> Iterator[tuple[int, str, list[tuple[int, forms.BoundField]]]]:
        """The fields of the voters, numbered, under the names of their factions, with the number of the group."""
        count = itertools.count(1)
        for number, (faction, people) in enumerate(self.groups, start=1):
            yield number, faction, [(next(count), self[_name(person.pk)]) for person in people]

    @property
    def totals(self) -> list[tuple[str, str, int]]:
        """How often each choice stands on the page, and how many are open ("")."""
        values = [self[_name(person.pk)].value() for person in self.room.eligible]
        counts = [(choice, str(label), values.count(choice)) for choice, label in Choice.choices]
        return [*counts, ("", _("open"), sum(value not in Choice.values for value in values))]

    @property
    def leaving(self) -> list[Attendance]:
        """Who has a ballot, but may no longer vote: attendance or bias changed since."""
        keys = self.stored.keys() - {person.pk for person in self.room.eligible}
        return [person for person in self.room.attendances if person.pk in keys]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for person in self.room.eligible:
            if len(set(self.data.getlist(_name(person.pk)))) > 1:
                self.add_error(_name(person.pk), _("%(person)s votes once only.") % {"person": person})
        barred = [person for person in self.room.attendances if person.pk in self._uninvited()]
        if barred:
            names = ", ".join(map(str, barred))
            message = _("Absent, biased or without a vote at this item: %(names)s.") % {"names": names}
            self.add_error(None, message)
        return cleaned

    def choices(self) -> dict[UUID, str]:
        """The ballots: key of the attendance → choice."""
        found = {person.pk: self.cleaned_data.get(_name(person.pk)) for person in self.room.eligible}
        return {key: choice for key, choice in found.items() if choice}

    def save(self, *, by: User, closes: bool) -> None:
        """Record the ballots, and with `closes` establish the result.

        Raises StaleVersion if somebody else saved in between, ValidationError if a ballot is missing; then nothing is
        written.
        """
        with transaction.atomic():
            if self.choices() != self.stored:
                self.vote.save_version(read_version=self.cleaned_data["version"], update_fields=[])
                closing.save_ballots(self.vote, self.choices())
            if closes:
                results.establish(self.vote, by=by)

    def take_over(self, version: int) -> None:
        """After a conflict: saving again means to have seen the version that is stored now."""
        self.data = self.data.copy()
        self.data["version"] = str(version)

    def _fill(self, preset: str) -> None:
        choice, _colon, number = preset.partition(":")
        if choice not in Choice.values:
            raise BadRequest("No such choice.")
        for group, (_faction, people) in enumerate(self.groups, start=1):
            for person in people if number in ("", str(group)) else ():
                self._fill_one(_name(person.pk), choice)

    def _fill_one(self, name: str, choice: str) -> None:
        if self.is_bound and not self.data.get(name):
            self.data = self.data.copy()
            self.data[name] = choice
        elif not self.is_bound and not self.fields[name].initial:
            self.fields[name].initial = choice

    def _uninvited(self) -> set[UUID]:
        """Keys of posted ballots of people who have no group of buttons here."""
        sent = {name.removeprefix(_PREFIX) for name in self.data if name.startswith(_PREFIX)}
        try:
            return {UUID(key) for key in sent} - {person.pk for person in self.room.eligible}
        except ValueError as error:
            raise BadRequest("No such voter.") from error


def _name(key: UUID) -> str:
    return f"{_PREFIX}{key}"
