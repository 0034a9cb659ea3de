"""Room: minutes, the desk. Forms of rows with a client-made key and a version: saved twice is saved once."""

from typing import Any, TypeVar
from uuid import UUID

from django import forms
from django.core.exceptions import BadRequest
from django.http import HttpRequest

from committees.models import AgendaItem, StaleVersion, Versioned

Row = TypeVar("Row", bound=Versioned)


class VersionedForm(forms.ModelForm):
    """Carries the key of its row and the version that was read; 0: not stored when the form was made."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    # What the caller sets beside the entries, written with them.
    besides: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stored = {name: getattr(self.instance, name) for name in self._meta.fields or ()}
        self.initial["id"] = self.instance.pk
        self.initial["version"] = 0 if self.instance._state.adding else self.instance.version

    def differs(self) -> bool:
        """Whether the cleaned entries say anything else than the stored row."""
        return any(getattr(self.instance, name) != value for name, value in self.stored.items())

    def write(self) -> bool:
        """Insert or update the row; False if it is stored already as it was sent.

        Raises StaleVersion if somebody else saved in between.
        """
        if self.instance._state.adding:
            self.instance.save(force_insert=True)
            return True
        if not self.differs():
            return False
        self.instance.save_version(
            read_version=self.cleaned_data["version"], update_fields=[*self.stored, *self.besides]
        )
        return True

    def take_over(self, conflict: StaleVersion) -> None:
        """After a conflict: saving again means to have seen the version that is stored now."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(conflict.current.version)


def posted_row(request: HttpRequest, model: type[Row], item: AgendaItem) -> Row:
    """The row of the posted key: the stored one if the form was sent before, else a new one of the item.

    Raises BadRequest for a key that is none or belongs to another item. Locks the item: two can't append at once.
    """
    AgendaItem.objects.select_for_update().get(pk=item.pk)
    try:
        key = UUID(request.POST.get("id", ""))
    except ValueError as error:
        raise BadRequest("The form has no key.") from error
    row = model._default_manager.filter(pk=key).first()
    if row is None:
        return model(id=key, item=item)
    if row.item_id != item.pk:
        raise BadRequest("The key belongs to another item.")
    row.item = item
    return row
