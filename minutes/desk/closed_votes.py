"""Room: minutes, the desk. What a closed vote holds fast: the order of the agenda, and who was there to vote."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from committees import agenda, presence, rules
from committees.models import AgendaItem, Attendance, Recusal, Session
from votes.models import Form, Vote, Voter


def order_lock(session: Session) -> str:
    """Why the order of the agenda stands, as a sentence that names the item; empty as long as nothing was decided."""
    vote = Vote.objects.filter(item__session=session, closed_at__isnull=False).select_related("item").first()
    if vote is None:
        return ""
    number = agenda.numbers(session)[vote.item_id]
    return _("The order stands, because %(item)s “%(title)s” was voted on. New items go to the end.") % {
        "item": number.label,
        "title": vote.item.title,
    }


def stands_before_a_vote(item: AgendaItem) -> bool:
    """Whether an item at this place or a later one was voted on, so that taking the item away would move a decision."""
    later = Vote.objects.filter(item__session=item.session_id, closed_at__isnull=False)
    return later.filter(item__position__gte=item.position).exists()


def contradictions(
    session: Session, before: Iterable[rules.Attendee], after: Iterable[rules.Attendee]
) -> dict[Hashable, list[str]]:
    """What a change of attendance would say against closed votes: sentences by the key of the person concerned."""
    votes = list(Vote.objects.filter(item__session=session, closed_at__isnull=False).select_related("item"))
    if not votes:
        return {}
    rooms = (tuple(before), tuple(after))
    voters = _pairs(Voter.objects.filter(vote__in=votes).values_list("vote_id", "attendance_id"))
    biased = _pairs(Recusal.objects.filter(item__session=session).values_list("item_id", "attendance_id"))
    numbers = agenda.numbers(session)
    people = Attendance.objects.filter(session=session).select_related("person").in_bulk()
    found: dict[Hashable, list[str]] = defaultdict(list)
    for vote in votes:
        were, are = (_keys(room, vote.item, biased[vote.item_id]) for room in rooms)
        is_secret = vote.form == Form.SECRET
        known = voters[vote.pk]
        left = _("%(person)s voted on %(item)s. Open that vote again first.")
        joined = _("%(person)s was not among the voters on %(item)s. Open that vote again first.")
        wrong = {key: left for key in were - are if is_secret or key in known}
        wrong |= {key: joined for key in are - were if is_secret or (known and key not in known)}
        for key, sentence in wrong.items():
            person = people.get(key) or _("This person")
            found[key].append(sentence % {"person": person, "item": numbers[vote.item_id].label})
    return dict(found)


def voted_on(item: AgendaItem, attendance: Attendance) -> bool:
    """Whether somebody is among the voters of a closed vote on an item, or may be among those of a secret one."""
    closed = Vote.objects.filter(item=item, closed_at__isnull=False)
    if closed.filter(form=Form.SECRET).exists() and attendance.pk in presence.eligible_keys(item):
        return True
    return Voter.objects.filter(vote__in=closed, attendance=attendance).exists()


def _keys(room: Iterable[rules.Attendee], item: AgendaItem, biased: Iterable[Hashable]) -> set[Hashable]:
    return {person.key for person in rules.eligible_voters(room, item.position, biased)}


def _pairs(rows: Iterable[tuple[UUID, UUID]]) -> dict[Hashable, set[Hashable]]:
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for key, value in rows:
        found[key].add(value)
    return found
