"""Room: minutes, the desk. Forms of texts that are taken over: the files, and each value of what was read."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms import BaseFormSet, BoundField, formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from committees.forms.layout import DayField
from committees.models import Committee, User
from committees.permissions import recorded_committees
from minutes.importers.source import MAX_BYTES
from minutes.importing.texts import correcting, people
from minutes.importing.texts.draft import Draft
from minutes.importing.texts.people import Match
from votes.models import Outcome

MOST_FILES = 10
MOST_UNREAD = 200
"""So many unread paragraphs can be assigned on one page; of more, the first ones."""
_MOST_VOTES = 9_999
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_SIGNS = 20


def _named(kind: str, about: str) -> str:
    """The name of a field: by what it is about, as places shift when somebody else corrects the same reading."""
    return f"{kind}-{hashlib.sha256(about.encode()).hexdigest()[:_SIGNS]}"


def shape_of(item: dict[str, Any], start: int, said: Sequence[dict[str, Any]]) -> str:
    """What the page of an item was made of: places mean the same in another one only if this is the same."""
    lines = [[one["kind"], one["speaker"], one["text"]] for one in said]
    counted = [start, len(item["contributions"]), len(item["votes"]), bool(item["counts"])]
    return hashlib.sha256(json.dumps([counted, lines]).encode()).hexdigest()[:_SIGNS]


class FilesInput(forms.ClearableFileInput):
    """Several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each checked like one."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if not files:
            raise forms.ValidationError(_("Choose at least one file."))
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("At most %(most)d files at once.") % {"most": MOST_FILES})
        return list(files)


class UploadForm(forms.Form):
    """Files, whose minutes they are, and whether they were public."""

    committee = forms.ModelChoiceField(Committee.objects.none(), label=gettext_lazy("Committee"))
    files = FilesField(
        label=gettext_lazy("Files"),
        help_text=gettext_lazy("Whole minutes or published items as text, HTML, PDF or DOCX, up to %(size)d MB each.")
        % {"size": MAX_BYTES // (1024 * 1024)},
        widget=FilesInput(attrs={"accept": ".txt,.html,.htm,.pdf,.docx"}),
    )
    was_public = forms.BooleanField(
        label=gettext_lazy("The files were published: what they do not call non-public is public"), required=False
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = recorded_committees(user).select_related("body__profile").order_by("name", "pk")
        self.fields["committee"].queryset = rows


class HeadForm(forms.Form):
    """Which session it was."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    number = forms.CharField(
        label=gettext_lazy("Number and year of the session"),
        required=False,
        max_length=40,
        help_text=gettext_lazy("For example: 7/2026"),
    )
    date = DayField(label=gettext_lazy("Day of the session"), required=False)

    def __init__(self, *args: Any, draft: Draft, matches: tuple[Match, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.matches = [match for match in matches if match.is_choosable]
        self.unread = draft["unread"][:MOST_UNREAD]
        for match in self.matches:
            self.fields[_named("person", match.name.key)] = forms.ChoiceField(
                label=match.name.key,
                required=False,
                choices=_people(match),
                initial=match.choice or (str(match.person.pk) if match.person else ""),
            )
        items = [("", _("leave it unread"))]
        items += [(str(at), _item_name(item)) for at, item in enumerate(draft["items"])]
        for text in self.unread:
            self.fields[_named("unread", text)] = forms.ChoiceField(label=text[:300], required=False, choices=items)

    def people_fields(self) -> Iterator[tuple[Match, BoundField]]:
        return ((match, self[_named("person", match.name.key)]) for match in self.matches)

    def unread_fields(self) -> Iterator[tuple[str, BoundField]]:
        return ((text, self[_named("unread", text)]) for text in self.unread)

    def corrected(self, draft: Draft) -> Draft:
        """The draft with what was chosen."""
        values = self.cleaned_data
        day = values["date"]
        draft = correcting.with_head(draft, number=values["number"].strip(), date=day.isoformat() if day else "")
        # A name that the page did not show, as it came to the reading meanwhile, keeps what was chosen for it.
        people_shown = [key for key in (match.name.key for match in self.matches) if _named("person", key) in self.data]
        chosen = {key: values[_named("person", key)] for key in people_shown}
        places = {text: values[_named("unread", text)] for text in self.unread}
        assigned = {text: int(place) for text, place in places.items() if place}
        return correcting.with_assigned(correcting.with_people(draft, chosen), assigned)


def _people(match: Match) -> list[tuple[str, str]]:
    """Who a name can mean; the one who was found stands first."""
    found = [match.person] if match.person else []
    others = [person for person in match.candidates if person not in found]
    choices = [(str(person.pk), _described(person)) for person in (*found, *others)]
    if match.person is None or not match.choice:
        choices.insert(0, ("", _("– please choose –") if match.is_unclear else _("as found")))
    return [
        *choices,
        (people.NEW, _("new person (former member)")),
        (people.WRITTEN, _("name only as written")),
    ]


def _described(person: Any) -> str:
    return ", ".join(filter(None, (person.sort_name, person.office, person.detail)))


def _item_name(item: dict[str, Any]) -> str:
    return _("to %(item)s") % {"item": f"TOP {item['number']} {item['title']}"[:80]}


class ItemForm(forms.Form):
    """An item: its number, title, whether it is public, its outcome and counts, its resolution."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    shape = forms.CharField(widget=forms.HiddenInput)
    number = forms.CharField(label=gettext_lazy("Number"), required=False, max_length=20)
    title = forms.CharField(
        label=gettext_lazy("Title"), required=False, max_length=700, widget=forms.Textarea(attrs={"rows": 2})
    )
    public = forms.ChoiceField(
        label=gettext_lazy("Public"),
        choices=[("yes", gettext_lazy("public")), ("no", gettext_lazy("not public"))],
        widget=forms.RadioSelect,
    )
    recused = forms.CharField(
        label=gettext_lazy("Recused"),
        required=False,
        help_text=gettext_lazy("Each on a line of their own. They do not read the item where it is not public."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    outcome = forms.ChoiceField(label=gettext_lazy("Outcome"), choices=Outcome.choices)
    outcome_text = forms.CharField(
        label=gettext_lazy("Outcome in the words of the source"), required=False, max_length=300
    )
    resolution = forms.CharField(
        label=gettext_lazy("Resolution"),
        required=False,
        help_text=gettext_lazy("An empty line begins a new paragraph."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def __init__(self, *args: Any, item: dict[str, Any], **kwargs: Any) -> None:
        self.item = item
        initial = {
            "number": item["number"],
            "title": item["title"],
            "public": "yes" if item["public"] is True else "no",
            "recused": "\n".join(item["recused"]),
            "outcome": item["outcome"]["code"],
            "outcome_text": item["outcome"]["text"],
            "resolution": "\n\n".join(item["resolution"]),
        }
        super().__init__(*args, initial={**initial, **kwargs.pop("initial", {})}, **kwargs)
        for place, vote in enumerate(item["votes"]):
            for name, label in _COUNTS:
                self.fields[f"vote-{place}-{name}"] = _count(label, vote.get(name))
        if item["counts"]:
            for name, label in (*_COUNTS, ("recused", gettext_lazy("Biased"))):
                self.fields[f"counts-{name}"] = _count(label, item["counts"].get(name))

    def vote_fields(self) -> list[tuple[dict[str, Any], list[BoundField]]]:
        return [
            (vote, [self[f"vote-{place}-{name}"] for name, _label in _COUNTS])
            for place, vote in enumerate(self.item["votes"])
        ]

    def counts_fields(self) -> list[BoundField]:
        return [self[name] for name in self.fields if name.startswith("counts-")]

    def corrected(self, draft: Draft, at: int) -> Draft:
        values = self.cleaned_data
        counts = {
            name.removeprefix("counts-"): values[name]
            for name in self.fields
            if name.startswith("counts-") and values[name] is not None
        }
        return correcting.with_item(
            draft,
            at,
            {
                "number": values["number"].strip(),
                "title": " ".join(values["title"].split()),
                "public": values["public"] == "yes",
                "recused": [" ".join(line.split()) for line in values["recused"].splitlines() if line.strip()],
                "outcome": {"code": values["outcome"], "text": values["outcome_text"].strip()},
                "counts": counts or None,
                "resolution": _paragraphs(values["resolution"]),
                "votes": [
                    {name: values[f"vote-{place}-{name}"] for name, _label in _COUNTS}
                    for place in range(len(self.item["votes"]))
                ],
            },
        )


def _paragraphs(text: str) -> list[str]:
    """Browsers send lines that end with CR LF."""
    return [part.strip() for part in _EMPTY_LINES.split(text.replace("\r\n", "\n")) if part.strip()]


_COUNTS = (
    ("yes", gettext_lazy("Yes")),
    ("no", gettext_lazy("No")),
    ("abstain", gettext_lazy("Abstentions")),
)


def _count(label: Any, initial: int | None) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=_MOST_VOTES, initial=initial)


class ContributionForm(forms.Form):
    """A paragraph of the debate."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=[
            ("speech", gettext_lazy("speech")),
            ("continuation", pgettext_lazy("kind of contribution", "goes on")),
            ("quote", pgettext_lazy("kind of contribution", "quotation")),
            ("procedure", gettext_lazy("procedure")),
            (correcting.OUT, gettext_lazy("none (list it as unread)")),
        ],
    )
    speaker = forms.CharField(
        label=gettext_lazy("Role and name of the speaker"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("As in the text: Ktabg. Dr. Wende"),
    )
    text = forms.CharField(label=gettext_lazy("Text"), required=False, widget=forms.Textarea(attrs={"rows": 4}))


ContributionForms: type[BaseFormSet[ContributionForm]] = formset_factory(ContributionForm, extra=0)


def typed(data: Any, form: ItemForm) -> list[tuple[str, str]]:
    """What was typed into the page of an item, by label: for somebody to take over by hand what they still want."""
    found = []
    for name, text in data.items():
        prefix, _dash, rest = name.partition("-")
        place, _dash, of_line = rest.partition("-")
        if prefix == "said" and of_line in ContributionForm.base_fields and place.isdecimal():
            field = ContributionForm.base_fields[of_line]
            label = _("Contribution %(number)s") % {"number": int(place[:4]) + 1}
            label = f"{label}: {field.label}"
        elif name in form.fields and name not in ("version", "shape"):
            field, label = form.fields[name], str(form.fields[name].label)
        else:
            continue
        text = dict(getattr(field, "choices", ())).get(text, text)
        if str(text).strip():
            found.append((label, str(text)))
    return found
