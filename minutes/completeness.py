"""Room: minutes. What the minutes of a session still lack before they can be signed, as sentences with addresses.

Source of the list: DOMAIN.md 5, check C1, and the rules of procedure of Konstanz, § 23.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from committees import presence
from committees.models import AgendaItem, Attendance, Membership, RuleProfile, Session
from minutes.markup import speaker_marks
from minutes.models import Contribution, GapReason, Remark
from minutes.record.facts import Audience, Facts, load
from minutes.record.read import DUTIES
from minutes.record.votes import tally
from votes.models import Form, Majority, Outcome, Vote

_ADOPTED = (Outcome.ADOPTED, Outcome.ADOPTED_AMENDED)
_DECIDED = (*_ADOPTED, Outcome.REJECTED)
_QUALIFIED = (Majority.ABSOLUTE, Majority.TWO_THIRDS_VOTES, Majority.TWO_THIRDS_SEATS)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is missing: the check that found it, at what, a sentence, and where to mend it.

    `may_stay`: the minutes can be signed without it if a reason is given.
    """

    check: str
    sentence: str
    address: str
    key: UUID | None = None
    may_stay: bool = True

    @property
    def code(self) -> str:
        """What a reason refers to: the check, and the row if it has one."""
        return f"{self.check}:{self.key}" if self.key else self.check


def missing(session: Session) -> list[Gap]:
    """Everything that still stands between the draft and the signatures, without what has a reason already."""
    reasoned = set(GapReason.objects.filter(session=session).values_list("code", flat=True))
    return [gap for gap in gaps(session) if not (gap.may_stay and gap.code in reasoned)]


def gaps(session: Session) -> list[Gap]:
    """All gaps that the checks of the profile find, reasons or not; a fixed number of queries."""
    facts = load(session, audience=Audience.INTERNAL)
    return [gap for gap in _found(facts) if not gap.may_stay or gap.check not in facts.profile.unchecked]


def _found(facts: Facts) -> Iterator[Gap]:
    for check in _CHECKS:
        yield from check(facts)


def _head(facts: Facts) -> Iterator[Gap]:
    """Day, place, begin, end, summons; that it took place at all."""
    session = facts.session
    address = reverse("minutes:session-edit", args=[session.pk])
    if session.date > timezone.localdate():
        yield Gap("future", _("The session has not taken place yet."), address, may_stay=False)
    if session.opened_at is None:
        yield Gap("begin", _("The beginning of the session is not recorded."), address)
    if session.closed_at is None:
        yield Gap("end", _("The end of the session is not recorded."), address)
    if not (session.place or session.room):
        yield Gap("place", _("The place of the session is not recorded."), address)
    if session.invited_properly is None:
        yield Gap("summons", _("Nothing says whether the invitation was in form and time."), address)
    has_both = {is_public for is_public, _items in facts.parts} == {True, False}
    if has_both and session.public_part_ended_at is None:
        yield Gap("public_end", _("The end of the public part is not recorded."), address)


def _people(facts: Facts) -> Iterator[Gap]:
    """Chair, those who sign, and for every member whether present, excused or not."""
    session = facts.session
    address = reverse("minutes:attendance-list", args=[session.pk])
    if facts.duty(Attendance.Duty.CHAIR) is None:
        yield Gap("chair", _("Nobody is named who chairs the session."), address, may_stay=False)
    labels = dict(RuleProfile.Signatory.choices)
    for role in facts.profile.signatories:
        if role != RuleProfile.Signatory.CHAIR and facts.duty(DUTIES[role]) is None:
            sentence = _("Nobody is named who signs as: %(role)s.") % {"role": labels[role]}
            yield Gap(f"signer_{role}", sentence, address, may_stay=False)
    listed = {row.person_id for row in facts.attendances.values()}
    seats = Membership.objects.on(session.date).filter(committee=session.committee).select_related("person")
    absent = [
        seat.person.sort_name
        for seat in seats.exclude(function=Membership.Function.DEPUTY)
        if seat.person_id not in listed
    ]
    unmarked = [
        row.person.sort_name
        for row in facts.attendances.values()
        if row.capacity == Attendance.Capacity.MEMBER and not row.absence and not facts.presences.get(row.pk)
    ]
    if names := "; ".join(sorted({*absent, *unmarked})):
        yield Gap(
            "attendance", _("Present, excused or not: nothing is recorded on %(names)s.") % {"names": names}, address
        )
    if not presence.opening_quorum(session, facts.attendees).is_reached:
        yield Gap("quorum", _("At the opening, the committee was not quorate."), address)


def _agenda(facts: Facts) -> Iterator[Gap]:
    if not facts.items:
        yield Gap(
            "agenda", _("The agenda is empty."), reverse("minutes:agenda", args=[facts.session.pk]), may_stay=False
        )


def _items(facts: Facts) -> Iterator[Gap]:
    """Each item was dealt with; what was resolved was voted on, and the other way round; who spoke is known."""
    headings = {item.parent_id for item in facts.items}
    for item in facts.items:
        decision = getattr(item, "decision", None)
        votes = facts.votes.get(item.pk, [])
        said = facts.contributions.get(item.pk, [])
        if not said and not votes and decision is None:
            if item.pk not in headings:
                yield _gap(facts, "treatment", item, _("%(item)s: nothing is recorded."))
            continue
        if any(_is_unclear(facts, row) for row in said):
            yield _gap(facts, "speaker", item, _("%(item)s: it is unclear who speaks."))
        if decision and decision.outcome in _DECIDED and not votes:
            yield _gap(facts, "vote", item, _("%(item)s: decided, but no vote is recorded."))
        if decision and decision.outcome in _ADOPTED and not decision.resolution.strip():
            yield _gap(facts, "wording", item, _("%(item)s: the wording of the resolution is missing."))
        if votes and decision is None:
            yield _gap(facts, "outcome", item, _("%(item)s: voted on, but what was resolved is missing."))
        yield from _votes(facts, item, votes)


def _votes(facts: Facts, item: AgendaItem, votes: list[Vote]) -> Iterator[Gap]:
    """Results are established, elections say how many votes each got, qualified majorities are proved by numbers."""
    if any(vote.closed_at is None for vote in votes):
        gap = _gap(facts, "open_vote", item, _("%(item)s: the result of a vote is not established."))
        yield Gap(gap.check, gap.sentence, gap.address, gap.key, may_stay=False)
    for vote in votes:
        if vote.is_election and any(option.votes is None for option in facts.options.get(vote.pk, ())):
            yield _gap(facts, "election", item, _("%(item)s: the votes for each candidate are missing."))
        counted = tally(facts, vote)
        is_proved = vote.form == Form.NO_FORMAL_VOTE or counted.yes is not None or vote.only_unanimous
        if vote.majority in _QUALIFIED and not is_proved:
            yield _gap(facts, "majority", item, _("%(item)s: the numbers that prove the majority are missing."))


def _remarks(facts: Facts) -> Iterator[Gap]:
    """What the chair wanted changed is settled."""
    open_remarks = Remark.objects.filter(session=facts.session, settled_at__isnull=True).count()
    if open_remarks:
        address = reverse("minutes:review", args=[facts.session.pk])
        yield Gap("remarks", _("Remarks on the draft are not settled: %(count)d.") % {"count": open_remarks}, address)


_CHECKS: tuple[Callable[[Facts], Iterator[Gap]], ...] = (_head, _people, _agenda, _items, _remarks)


def _gap(facts: Facts, check: str, item: AgendaItem, sentence: str) -> Gap:
    name = f"{facts.numbers[item.pk].label} {item.title[:80]}"
    address = reverse("minutes:item", args=[facts.session.pk, item.pk])
    return Gap(check, sentence % {"item": name}, address, item.pk)


def _is_unclear(facts: Facts, row: Contribution) -> bool:
    return len(speaker_marks(row.text)) > len(facts.speakers.get(row.pk, ()))
