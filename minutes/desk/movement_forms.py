"""Room: minutes, the desk. The form of a movement: who comes or leaves, at which item, at what time."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committees import running
from minutes.desk import movements
from minutes.desk.fields import ClockField
from minutes.desk.movements import Act, Movement
from minutes.desk.room import Room


class MovementForm(forms.Form):
    """One choice says who does what; item and time are those of this moment unless somebody changes them."""

    who = forms.ChoiceField(label=gettext_lazy("Who comes or leaves?"))
    at = ClockField(label=gettext_lazy("at"))
    first_item = forms.ChoiceField(label=gettext_lazy("comes: there from item"))
    until_item = forms.ChoiceField(label=gettext_lazy("comes: stays up to and including item"), required=False)
    last_item = forms.ChoiceField(label=gettext_lazy("leaves: there up to and including item"))
    again_item = forms.ChoiceField(label=gettext_lazy("leaves: there again from item"), required=False)

    change: movements.Change

    def __init__(self, *args: Any, room: Room, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.room = room
        self.movements = {movement.key: movement for movement in movements.possible(room)}
        titled = [(str(item.pk), f"{number.label}  {item.title}"[:80]) for item, number in room.numbered]
        first, last = movements.usual_items(room.item, room)
        fields: Any = self.fields
        fields["who"].choices = [("", _("please choose")), *self._groups()]
        fields["first_item"].choices = fields["last_item"].choices = titled
        fields["until_item"].choices = [("", _("to the end")), *titled]
        fields["again_item"].choices = [("", _("not again")), *titled]
        fields["first_item"].initial, fields["last_item"].initial = str(first.pk), str(last.pk)
        now = timezone.now()
        if running.is_running(room.item.session, now):
            fields["at"].initial = now

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        movement = self.movements.get(entries.get("who", ""))
        if movement is None or self.errors:
            return entries
        self.change = self._change(movement, entries)
        for field, sentence in self.change.problems():
            self.add_error(field, sentence)
        return entries

    def repeats(self) -> bool:
        """Whether the form was delivered before and did then what it says; `change` is what that was."""
        entries = dict(self.cleaned_data) if self.is_bound and set(self.errors) == {"who"} else {}
        movement = movements.known(self.room, self.data.get("who", "")) if entries else None
        if movement is None:
            return False
        self.change = self._change(movement, entries)
        return self.change.is_done

    def _change(self, movement: Movement, entries: dict[str, Any]) -> movements.Change:
        items = {str(item.pk): item for item in self.room.agenda}
        leaves = movement.act == Act.LEAVES
        return movements.Change(
            movement=movement,
            room=self.room,
            item=items[entries["last_item" if leaves else "first_item"]],
            at=self.room.item.session.moment(entries["at"]),
            until=None if leaves else items.get(entries["until_item"]),
            again=items.get(entries["again_item"]) if leaves else None,
        )

    def _groups(self) -> list[tuple[Any, list[tuple[str, str]]]]:
        labels = ((Act.LEAVES, _("leaves")), (Act.COMES, _("comes")), (Act.SUBSTITUTES, _("comes as a deputy")))
        rows = self.movements.values()
        groups = [(label, [(row.key, _named(row)) for row in rows if row.act == act]) for act, label in labels]
        return [(label, found) for label, found in groups if found]


def _named(movement: Movement) -> str:
    person = movement.person
    name = f"{person.person.sort_name} ({person.role})" if person.role else person.person.sort_name
    if movement.member is None:
        return name
    return _("%(deputy)s for %(member)s") % {"deputy": name, "member": movement.member.person.short_name}
