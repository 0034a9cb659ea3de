"""Who may see what, and why: of all accounts before one committee, and of one account before all committees."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from .models import Attendance, Committee, Membership, User
from .permissions import Visitor, explain
from .relations import Right, Standing, because


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What an account may do with the sessions of a committee on a day, and why. No rights: the public part only."""

    user: Visitor
    committee: Committee
    rights: tuple[Right, ...]
    reasons: tuple[str, ...]

    @classmethod
    def of(cls, standing: Standing) -> "Entitlement":
        found = explain(standing)
        relations = dict.fromkeys(relation for reasons in found.values() for relation in reasons)
        return cls(standing.user, standing.committee, tuple(found), tuple(because(relations, standing)))

    @property
    def labels(self) -> list[str]:
        return [str(right.label) for right in self.rights]


def of_accounts(committee: Committee, day: date, *, is_live: bool) -> list[Entitlement]:
    """Every active account, those who may most first; four queries."""
    seats: dict[int, list[Membership]] = defaultdict(list)
    for seat in Membership.objects.on(day).filter(committee=committee).order_by("pk"):
        seats[seat.person_id].append(seat)
    assigned = set(User.committees.through.objects.filter(committee=committee).values_list("user_id", flat=True))
    duties = Attendance.objects.filter(session__committee=committee, session__date=day).exclude(duty="")
    signers = set(duties.values_list("person_id", flat=True))
    found = [
        Entitlement.of(
            Standing(
                user,
                committee,
                day,
                is_live=is_live,
                is_assigned=user.pk in assigned,
                seats=seats.get(user.person_id, ()),
                is_signer=user.person_id in signers,
            )
        )
        for user in User.objects.filter(is_active=True).order_by("email")
    ]
    return sorted(found, key=lambda entitlement: -len(entitlement.rights))


def of_committees(user: User, day: date) -> list[Entitlement]:
    """Each committee in which an account may more than the public, in the order of their names; three queries."""
    seats: dict[int, list[Membership]] = defaultdict(list)
    if user.person_id:
        for seat in Membership.objects.on(day).filter(person=user.person_id).order_by("pk"):
            seats[seat.committee_id].append(seat)
    assigned = set(user.committees.order_by().values_list("pk", flat=True))
    found = (
        Entitlement.of(
            Standing(user, committee, day, is_assigned=committee.pk in assigned, seats=seats.get(committee.pk, ()))
        )
        for committee in Committee.objects.select_related("body").order_by("body__name", "name")
    )
    return [entitlement for entitlement in found if entitlement.rights]
