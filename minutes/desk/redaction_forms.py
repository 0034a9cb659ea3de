"""Room: minutes, the desk. The form of a redaction: which passage of which text, on which ground."""

import hashlib
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from minutes.models import Redaction
from minutes.record.redaction import (
    OccurrenceMissing,
    RedactionError,
    RedactionOverlap,
    RedactionValue,
    redacted,
    target_texts,
)
from minutes.record.values import ItemRecord, SessionRecord
from minutes.redactions import refusal_sentence

_LINE = 70


@dataclass(frozen=True, slots=True)
class Place:
    """A text of an item from which something can be taken out; `key` is what the form sends."""

    kind: str
    target: str
    label: str
    text: str

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.target}"

    @property
    def rows(self) -> int:
        """About how many lines the text takes."""
        return sum(len(line) // _LINE + 1 for line in self.text.split("\n"))


def places_of(record: SessionRecord, item: ItemRecord) -> list[Place]:
    """The texts of an item in the order of print, those without content left out."""
    labels = {
        "title": _("Title"),
        "ground": _("Recusals"),
        "resolution": item.decision.heading if item.decision else "",
        "note": _("Notes"),
    }
    kinds: list[tuple[str, str, str]] = [("title", item.id, labels["title"])]
    for section in item.order:
        if section == "recusals":
            kinds.append(("ground", item.id, labels["ground"]))
        elif section == "decision":
            kinds.append(("resolution", item.id, labels["resolution"]))
        elif section == "contributions":
            kinds += [
                ("contribution", one.id, _contribution_label(number, one.speaker))
                for number, one in enumerate(item.contributions, start=1)
            ]
    kinds.append(("note", item.id, labels["note"]))
    found = (Place(kind, key, label, "\n\n".join(target_texts(record, kind, key))) for kind, key, label in kinds)
    return [place for place in found if place.text]


class RedactionForm(forms.Form):
    """A passage of one of the texts of an item. What was previewed is saved, and nothing else."""

    place = forms.ChoiceField(label=gettext_lazy("Text"))
    passage = forms.CharField(
        label=gettext_lazy("Passage"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Exactly the words that are to be removed."),
    )
    occurrence = forms.IntegerField(
        label=gettext_lazy("Which occurrence"),
        required=False,
        min_value=1,
        max_value=999,
        help_text=gettext_lazy("Empty: every one in this text. 2: the second alone."),
    )
    ground = forms.ChoiceField(
        label=gettext_lazy("Ground"),
        choices=Redaction.Ground,
        widget=forms.RadioSelect,
        initial=Redaction.Ground.PERSONAL,
    )
    norm = forms.CharField(
        label=gettext_lazy("Norm or wording"),
        required=False,
        max_length=120,
        help_text=gettext_lazy("Stands in the mark, for example: § 4 DSG NRW."),
    )
    previewed = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, record: SessionRecord, item: ItemRecord, others: tuple[RedactionValue, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.record, self.others = record, others
        self.places = places_of(record, item)
        place: Any = self.fields["place"]
        place.choices = [("", _("please choose")), *((one.key, one.label) for one in self.places)]

    def clean_passage(self) -> str:
        return self.cleaned_data["passage"].replace("\r\n", "\n").replace("\r", "\n")

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        if entries.get("ground") == Redaction.Ground.OTHER and not entries.get("norm"):
            self.add_error("norm", _("Name the other ground."))
        if entries.get("place") and entries.get("passage") and "occurrence" in entries:
            self._check(self.value)
        return entries

    @property
    def row(self) -> Redaction:
        """The redaction as it would be stored, without session and clerk."""
        entries = self.cleaned_data
        kind, target = entries["place"].split(":")
        return Redaction(
            kind=kind,
            target=target,
            passage=entries["passage"],
            occurrence=entries["occurrence"] or 0,
            ground=entries.get("ground") or Redaction.Ground.PERSONAL,
            norm=entries.get("norm") or "",
        )

    @property
    def value(self) -> RedactionValue:
        row = self.row
        return RedactionValue(row.kind, str(row.target), row.passage, row.occurrence, row.ground_text)

    @property
    def digest(self) -> str:
        """Tells whether what is saved is what was previewed."""
        return hashlib.sha256(repr(self.value).encode()).hexdigest()

    @property
    def is_previewed(self) -> bool:
        return self.cleaned_data["previewed"] == self.digest

    @property
    def is_stored(self) -> bool:
        """Whether this very passage is redacted already: the form was sent twice."""
        return any(_same(other, self.value) for other in self.others)

    def _check(self, value: RedactionValue) -> None:
        try:
            redacted(self.record, [value])
        except RedactionError as error:
            self.add_error("occurrence" if isinstance(error, OccurrenceMissing) else "passage", refusal_sentence(error))
            return
        for other in self.others:
            if (other.kind, other.target) == (value.kind, value.target) and not _same(other, value):
                self._check_beside(other, value)

    def _check_beside(self, other: RedactionValue, value: RedactionValue) -> None:
        try:
            redacted(self.record, [other, value])
        except RedactionOverlap as error:
            self.add_error("passage", refusal_sentence(error))
        except RedactionError:
            # The text was changed since: the list says so of the other one.
            return


def _same(one: RedactionValue, other: RedactionValue) -> bool:
    return (one.kind, one.target, one.passage, one.occurrence) == (
        other.kind,
        other.target,
        other.passage,
        other.occurrence,
    )


def _contribution_label(number: int, speaker: str) -> str:
    label = _("Contribution %(number)d") % {"number": number}
    return f"{label}: {speaker}" if speaker else label
