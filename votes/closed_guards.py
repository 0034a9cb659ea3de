"""Triggers of closed votes: presence, bias, order and seats on which an established result rests stay as they were."""

from committees.guards import Guard, changed

from .guards import ENTITLED, OUTCOME_MESSAGE, contradicts, eligible

_VOTED = "Die Person hat zu diesem Punkt abgestimmt. Öffnen Sie zuerst die Abstimmung wieder."
_JOINS = "Zu einer abgeschlossenen Abstimmung kommt niemand nachträglich dazu. Öffnen Sie sie zuerst wieder."
_SETTLED = "Das Ergebnis ist festgestellt. Öffnen Sie zuerst die Abstimmung wieder."

_ROOMS = (
    "committees_membership m JOIN committees_attendance a ON a.membership_id = m.id "
    "JOIN committees_agendaitem i ON i.session_id = a.session_id JOIN votes_vote v ON v.item_id = i.id "
)


def _loses_vote(people: str) -> str:
    """Whether one of these people stands among the voters of a closed vote without being entitled any more, as SQL."""
    return (
        f"EXISTS (SELECT 1 FROM {_ROOMS} JOIN votes_voter w ON w.vote_id = v.id AND w.attendance_id = a.id "
        f"WHERE v.closed_at IS NOT NULL AND {people} AND NOT ({ENTITLED}))"
    )


def _joins_vote(people: str) -> str:
    """Whether one of these people is entitled in a closed vote without having been among its voters, as SQL.

    A secret vote knows only how many they were. A vote established before anybody was on the list binds nobody.
    """
    has_voters = "EXISTS (SELECT 1 FROM votes_voter w WHERE w.vote_id = v.id)"
    is_voter = "EXISTS (SELECT 1 FROM votes_voter w WHERE w.vote_id = v.id AND w.attendance_id = a.id)"
    has_closed_votes = f"EXISTS (SELECT 1 FROM {_ROOMS} WHERE v.closed_at IS NOT NULL AND {people})"
    return (
        # The cheap question first: most sessions are prepared before anything is voted on.
        f"{has_closed_votes} AND "
        f"EXISTS (SELECT 1 FROM {_ROOMS} WHERE v.closed_at IS NOT NULL AND {people} AND {ENTITLED} "
        f"AND (({has_voters} AND NOT {is_voter}) OR (v.form = 'secret' AND {eligible('v')} > v.eligible_count)))"
    )


# A stay is rewritten as a whole: its rows go before the new ones come. So only a changed row, or an absence, takes
# somebody away from a vote.
_ABSENT_OR_ELSEWHERE = "(NEW.absence <> '' OR " + changed("session_id", "membership_id", "substitutes_for_id") + ")"

CLOSED_VOTES = (
    Guard("guard_presence_voted", "committees_presence", _VOTED, _loses_vote("a.id = OLD.attendance_id"), ("UPDATE",)),
    Guard("guard_presence_joins", "committees_presence", _JOINS, _joins_vote("a.id = NEW.attendance_id")),
    Guard(
        "guard_attendance_voted",
        "committees_attendance",
        _VOTED,
        f"{_ABSENT_OR_ELSEWHERE} AND {_loses_vote('a.id = NEW.id')}",
        ("UPDATE",),
    ),
    Guard("guard_attendance_joins", "committees_attendance", _JOINS, _joins_vote("a.id = NEW.id"), ("UPDATE",)),
    Guard(
        "guard_membership_voted",
        "committees_membership",
        f"{_VOTED} Oder beenden Sie den Sitz und legen Sie einen neuen an.",
        f"{changed('has_vote', 'function')} AND {_loses_vote('m.id = NEW.id')}",
        ("UPDATE",),
    ),
    Guard(
        "guard_membership_joins",
        "committees_membership",
        f"{_JOINS} Oder beenden Sie den Sitz und legen Sie einen neuen an.",
        f"{changed('has_vote', 'function')} AND {_joins_vote('m.id = NEW.id')}",
        ("UPDATE",),
    ),
    Guard(
        "guard_recusal_moved",
        "committees_recusal",
        "Über den Punkt wurde ohne die befangene Person abgestimmt. Öffnen Sie zuerst die Abstimmung wieder.",
        f"{changed('item_id', 'attendance_id')} "
        "AND EXISTS (SELECT 1 FROM votes_vote v WHERE v.item_id = OLD.item_id AND v.closed_at IS NOT NULL)",
        ("UPDATE",),
    ),
    Guard(
        "guard_item_order",
        "committees_agendaitem",
        "Über einen Punkt wurde abgestimmt; die Reihenfolge bis dahin steht fest.",
        "NEW.position <> OLD.position AND EXISTS (SELECT 1 FROM votes_vote v JOIN committees_agendaitem i "
        "ON i.id = v.item_id WHERE v.closed_at IS NOT NULL AND i.session_id = NEW.session_id AND (i.id = NEW.id "
        "OR (i.position BETWEEN OLD.position AND NEW.position) OR (i.position BETWEEN NEW.position AND OLD.position)))",
        ("UPDATE",),
    ),
    Guard(
        "guard_session_seats",
        "committees_session",
        OUTCOME_MESSAGE,
        "NEW.seats <> OLD.seats AND EXISTS (SELECT 1 FROM votes_vote v JOIN committees_agendaitem i "
        "ON i.id = v.item_id JOIN votes_decision d ON d.item_id = i.id "
        f"WHERE i.session_id = NEW.id AND {contradicts('v', 'd')})",
        ("UPDATE",),
    ),
    Guard(
        "guard_voter_moved",
        "votes_voter",
        _SETTLED,
        f"{changed('vote_id', 'attendance_id')} "
        "AND EXISTS (SELECT 1 FROM votes_vote v WHERE v.id = OLD.vote_id AND v.closed_at IS NOT NULL)",
        ("UPDATE",),
    ),
    Guard(
        "guard_ballot_moved",
        "votes_ballot",
        _SETTLED,
        "NEW.voter_id <> OLD.voter_id AND EXISTS (SELECT 1 FROM votes_voter w JOIN votes_vote v ON v.id = w.vote_id "
        "WHERE w.id = OLD.voter_id AND v.closed_at IS NOT NULL)",
        ("UPDATE",),
    ),
    Guard(
        "guard_option_moved",
        "votes_option",
        _SETTLED,
        "NEW.vote_id <> OLD.vote_id "
        "AND EXISTS (SELECT 1 FROM votes_vote v WHERE v.id = OLD.vote_id AND v.closed_at IS NOT NULL)",
        ("UPDATE",),
    ),
)
