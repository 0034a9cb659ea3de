"""Room: minutes, the desk. Forms of an agenda item and of a bias in it."""

import re
from typing import Any

from crispy_forms.layout import Fieldset, Row
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from committees.forms.layout import plain_helper
from committees.models import AgendaItem, Attendance, Paper, Recusal, Session
from committees.presence_checks import outside
from committees.running import out_of_order
from minutes import proposals
from minutes.desk.closed_votes import voted_on
from minutes.desk.fields import ClockField
from minutes.desk.versioned_forms import VersionedForm

# So many of the newest papers can be ticked; any other is named by its number.
_OFFERED_PAPERS = 12


class ItemForm(VersionedForm):
    """An item of the agenda. Sub-items are public if the item above is, so they aren't asked."""

    id = None
    is_public = forms.TypedChoiceField(
        label=_("publicity"),
        choices=[("False", _("non-public: only members and entitled people see it")), ("True", _("public"))],
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
        initial="False",
    )
    papers = forms.ModelMultipleChoiceField(
        Paper.objects.none(), required=False, label=_("papers"), widget=forms.CheckboxSelectMultiple
    )
    other_papers = forms.CharField(
        label=_("further papers by number"),
        required=False,
        max_length=400,
        help_text=_("Several numbers are separated by commas."),
    )
    creates_papers = forms.BooleanField(
        label=_("create numbers that are not known yet"),
        required=False,
        help_text=_("With the title of the item, and public if the item is."),
    )
    called_at = ClockField(label=_("called at"))

    class Meta:
        model = AgendaItem
        fields = ["title", "public_title", "rapporteur", "chaired_by", "is_standing", "minutes_of"]
        widgets = {"title": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        item = self.instance
        self.initial["is_public"] = str(item.is_public)
        self.initial["called_at"] = self.stored["started_at"] = item.started_at
        people = Attendance.objects.filter(session=item.session, capacity=Attendance.Capacity.MEMBER)
        self.fields["chaired_by"].queryset = people.select_related("person")
        self.fields["chaired_by"].help_text = ""
        self.fields["chaired_by"].empty_label = _("the chair of the session")
        self._offer_papers()
        self._offer_minutes()
        if item.parent_id:
            del self.fields["is_public"]
        self.helper = plain_helper(
            "version",
            "title",
            *([] if item.parent_id else ["is_public"]),
            "public_title",
            *(["minutes_of"] if "minutes_of" in self.fields else []),
            Fieldset(_("Papers"), *(["papers"] if "papers" in self.fields else []), "other_papers", "creates_papers"),
            Fieldset(_("In the session"), "rapporteur", Row("called_at", "chaired_by"), "is_standing"),
        )

    def clean_minutes_of(self) -> Session | None:
        earlier: Session | None = self.cleaned_data["minutes_of"]
        if "minutes_of" in self.changed_data and self.instance.decided_objections.exists():
            raise ValidationError(_("It is noted on which objections this item decided; change that first."))
        return earlier

    def clean(self) -> dict[str, Any]:
        entries = super().clean() or self.cleaned_data
        names = [name.strip() for name in re.split(r"[,;\n]", entries.get("other_papers") or "") if name.strip()]
        known = {paper.reference: paper for paper in self._papers_of_body().filter(reference__in=names)}
        unknown = [name for name in dict.fromkeys(names) if name not in known]
        self.new_papers = [self._paper(name) for name in unknown] if entries.get("creates_papers") else []
        if unknown and not entries.get("creates_papers"):
            message = _("Not known: %(numbers)s. Correct the number, or tick below that it is created.")
            self.add_error("other_papers", message % {"numbers": ", ".join(unknown)})
        for paper in self.new_papers:
            try:
                paper.full_clean(exclude=["title"])
            except ValidationError as error:
                text = " ".join(error.messages)
                self.add_error("other_papers", f"{paper.reference}: {text}")
        self.named_papers = list(known.values())
        return entries

    def _post_clean(self) -> None:
        super()._post_clean()
        if "called_at" not in self.cleaned_data:
            return
        item = self.instance
        item.started_at = item.session.moment(self.cleaned_data["called_at"])
        sentence = outside(item.session, item.started_at) or out_of_order(item, item.started_at)
        if sentence:
            self.add_error("called_at", sentence)

    def save_papers(self) -> None:
        """Attach the ticked, the named and the new papers, and no others."""
        title, is_public = self.instance.title, self.instance.is_public
        for paper in self.new_papers:
            paper.title, paper.is_public = title, is_public
            paper.save()
        self.instance.papers.set([*self.cleaned_data.get("papers", ()), *self.named_papers, *self.new_papers])

    def _offer_papers(self) -> None:
        """The papers of the item itself and the newest ones that stand on no agenda yet."""
        free = self._papers_of_body().filter(items__isnull=True).values("pk")
        newest = list(free.order_by("-date", "-pk").values_list("pk", flat=True)[:_OFFERED_PAPERS])
        own = [] if self.instance._state.adding else list(self.instance.papers.values_list("pk", flat=True))
        offered = self._papers_of_body().filter(Q(pk__in=newest) | Q(pk__in=own)).order_by("reference")
        self.fields["papers"].queryset = offered
        self.initial["papers"] = own
        if not newest and not own:
            del self.fields["papers"]

    def _offer_minutes(self) -> None:
        """The earlier sessions with published minutes; asked only where there are any."""
        session = self.instance.session
        offered = proposals.published(session.committee, before=session.date).values("pk")
        known = Session.objects.filter(Q(pk__in=offered) | Q(pk=self.instance.minutes_of_id)).order_by("date")
        field = self.fields["minutes_of"]
        field.queryset = known.select_related("committee")
        field.label_from_instance = lambda row: f"{row.reference}, {row.date:%d.%m.%Y}"
        field.empty_label = _("none")
        if not known:
            del self.fields["minutes_of"]

    def _papers_of_body(self) -> Any:
        return Paper.objects.filter(body=self.instance.session.committee.body_id)

    def _paper(self, reference: str) -> Paper:
        return Paper(body=self.instance.session.committee.body, reference=reference)


class RecusalForm(forms.ModelForm):
    """Somebody who is biased in an item, with the ground as the sentence of the record goes on."""

    class Meta:
        model = Recusal
        fields = ["attendance", "ground"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Attendance.objects.filter(session=self.instance.item.session_id)
        self.fields["attendance"].queryset = people.exclude(capacity=Attendance.Capacity.PRESS).select_related("person")
        self.fields["attendance"].empty_label = _("please choose")
        self.fields["ground"].widget.attrs["list"] = "grounds"

    def clean_attendance(self) -> Attendance:
        attendance, item = self.cleaned_data["attendance"], self.instance.item
        if Recusal.objects.filter(item=item, attendance=attendance).exists():
            raise ValidationError(_("This person's bias in this item is already recorded."), code="recorded")
        if voted_on(item, attendance):
            message = _("%(person)s voted on this item. Open that vote again first.")
            raise ValidationError(message % {"person": attendance})
        return attendance

    def recorded(self) -> Recusal | None:
        """The same recusal, stored when the form was delivered before."""
        if not self.has_error("attendance", "recorded"):
            return None
        rows = Recusal.objects.filter(item=self.instance.item, attendance=self.data["attendance"])
        return rows.filter(ground=self.cleaned_data.get("ground", "")).select_related("attendance__person").first()
