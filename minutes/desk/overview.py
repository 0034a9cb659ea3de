"""Room: minutes, the desk. What a session page shows of each agenda item: its state, and what is still missing."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Value
from django.db.models.functions import Length, Replace
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from committees import agenda
from committees.models import AgendaItem, Paper, Recusal, Session
from committees.numbering import Number
from minutes.markup import SPEAKER_OPEN
from minutes.models import Contribution
from votes import rules, wording
from votes.models import Outcome, Vote

_NEEDS_A_VOTE = (Outcome.ADOPTED, Outcome.ADOPTED_AMENDED, Outcome.REJECTED)


@dataclass(frozen=True, slots=True)
class Line:
    """An item with what was recorded on it; `facts` and `missing` are short phrases."""

    item: AgendaItem
    number: Number
    papers: tuple[Paper, ...]
    paragraphs: int
    votes: int
    open_votes: int
    recusals: int
    unclear_speakers: int
    is_heading: bool

    @property
    def outcome(self) -> str:
        """What became of the item, in the words of the record."""
        decision = getattr(self.item, "decision", None)
        if decision is None or decision.outcome == Outcome.NONE:
            return ""
        return decision.outcome_text or wording.outcome_text(rules.OutcomeCode(decision.outcome))

    @property
    def facts(self) -> list[str]:
        counted = (
            (self.paragraphs, ngettext("%(count)d paragraph", "%(count)d paragraphs", self.paragraphs)),
            (self.votes, ngettext("%(count)d vote", "%(count)d votes", self.votes)),
            (self.recusals, ngettext("%(count)d recusal", "%(count)d recusals", self.recusals)),
        )
        return [phrase % {"count": count} for count, phrase in counted if count]

    @property
    def missing(self) -> list[str]:
        """What keeps the item from being complete; a heading with sub-items needs nothing of its own."""
        decision = getattr(self.item, "decision", None)
        if not self.paragraphs and not self.votes and decision is None:
            return [] if self.is_heading else [_("nothing recorded")]
        phrases = []
        if self.unclear_speakers:
            phrases.append(_("speaker unclear"))
        if self.open_votes:
            phrases.append(_("result not established"))
        if decision and decision.outcome in _NEEDS_A_VOTE and not self.votes:
            phrases.append(_("outcome without a vote"))
        if self.votes and decision is None:
            phrases.append(_("resolution missing"))
        return phrases


@dataclass(frozen=True, slots=True)
class Part:
    """A run of public or non-public items."""

    is_public: bool
    lines: tuple[Line, ...]


def items_of(session: Session) -> list[AgendaItem]:
    """The agenda with papers and decisions, in order; two queries."""
    return list(session.items.select_related("decision").prefetch_related("papers").order_by("position"))


def parts(session: Session, items: Iterable[AgendaItem]) -> list[Part]:
    """The agenda in its parts, in the order in which they were dealt with; three queries."""
    rows = list(items)
    numbers = agenda.numbers(session, rows)
    headings = {item.parent_id for item in rows}
    recusals = Counter(Recusal.objects.filter(item__session=session).values_list("item_id", flat=True))
    paragraphs: Counter[UUID] = Counter()
    unclear: Counter[UUID] = Counter()
    marks = Length("text") - Length(Replace("text", Value(SPEAKER_OPEN), Value("")))
    written = Contribution.objects.filter(item__session=session).annotate(marks=marks, known=Count("speakers"))
    for key, marked, known in written.order_by().values_list("item_id", "marks", "known"):
        paragraphs[key] += 1
        unclear[key] += marked > known
    votes: dict[UUID, list[bool]] = defaultdict(list)
    for item, closed_at in Vote.objects.filter(item__session=session).values_list("item_id", "closed_at").order_by():
        votes[item].append(closed_at is not None)
    found: list[tuple[bool, list[Line]]] = []
    for item in rows:
        if not found or found[-1][0] != item.is_public:
            found.append((item.is_public, []))
        found[-1][1].append(
            Line(
                item=item,
                number=numbers[item.pk],
                papers=tuple(item.papers.all()),
                paragraphs=paragraphs[item.pk],
                votes=len(votes[item.pk]),
                open_votes=votes[item.pk].count(False),
                recusals=recusals[item.pk],
                unclear_speakers=unclear[item.pk],
                is_heading=item.pk in headings,
            )
        )
    return [Part(is_public, tuple(lines)) for is_public, lines in found]
