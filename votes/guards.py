"""Triggers of the votes: who may vote, when totals add up, and that an outcome follows its vote.

What an established result rests on stands in `closed_guards.py`.
"""

from committees.guards import Guard

_HERE = (
    "EXISTS (SELECT 1 FROM committees_presence p "
    "LEFT JOIN committees_agendaitem f ON f.id = p.first_item_id "
    "LEFT JOIN committees_agendaitem l ON l.id = p.last_item_id "
    "WHERE p.attendance_id = {attendance} AND COALESCE(f.position, 0) <= {item}.position "
    "AND COALESCE(l.position, 99999) >= {item}.position)"
)
ENTITLED = (
    "a.session_id = i.session_id AND m.has_vote AND (m.function <> 'deputy' OR a.substitutes_for_id IS NOT NULL) "
    "AND NOT EXISTS (SELECT 1 FROM committees_recusal r WHERE r.item_id = i.id AND r.attendance_id = a.id) AND "
    + _HERE.format(attendance="a.id", item="i")
)
_BALLOTS = (
    "(SELECT COUNT(*) FROM votes_ballot b JOIN votes_voter w ON w.id = b.voter_id "
    "WHERE w.vote_id = {vote}.id AND b.choice = '{choice}')"
)
_OPTIONS = "(SELECT COALESCE(SUM(o.votes), 0) FROM votes_option o WHERE o.vote_id = NEW.id)"
_COUNTED = (
    "(COALESCE(NEW.yes, 0) + COALESCE(NEW.no, 0) + COALESCE(NEW.abstain, 0) + COALESCE(NEW.invalid, 0) "
    f"+ COALESCE(NEW.not_voting, 0) + {_OPTIONS})"
)
_ALL_KNOWN = (
    "NEW.abstain IS NOT NULL AND ("
    "(NEW.majority NOT IN ('election', 'plurality', 'proportional') AND NEW.yes IS NOT NULL AND NEW.no IS NOT NULL) "
    "OR (NEW.majority IN ('election', 'plurality', 'proportional') "
    "AND NOT EXISTS (SELECT 1 FROM votes_option o WHERE o.vote_id = NEW.id AND o.votes IS NULL)))"
)
_IS_COUNTED = "NEW.form NOT IN ('roll_call', 'no_formal_vote') AND NOT NEW.only_unanimous"


def eligible(vote: str) -> str:
    """How many may vote on the item of a vote, as SQL."""
    return (
        "(SELECT COUNT(*) FROM committees_agendaitem i JOIN committees_attendance a ON a.session_id = i.session_id "
        f"JOIN committees_membership m ON m.id = a.membership_id WHERE i.id = {vote}.item_id AND {ENTITLED})"
    )


_ELIGIBLE = eligible("NEW")


def _result(vote: str) -> str:
    """The result of a vote as SQL: 'adopted', 'rejected' or 'unknown'; the rules of `rules.result`."""
    yes = f"(CASE WHEN {vote}.form = 'roll_call' THEN {_BALLOTS.format(vote=vote, choice='yes')} ELSE {vote}.yes END)"
    no = f"(CASE WHEN {vote}.form = 'roll_call' THEN {_BALLOTS.format(vote=vote, choice='no')} ELSE {vote}.no END)"
    seats = (
        "(SELECT s.seats FROM committees_session s JOIN committees_agendaitem i ON i.session_id = s.id "
        f"WHERE i.id = {vote}.item_id)"
    )

    def decided(condition: str) -> str:
        return f"CASE WHEN {condition} THEN 'adopted' ELSE 'rejected' END"

    return (
        f"(CASE WHEN {vote}.result_override <> '' THEN {vote}.result_override "
        f"WHEN {vote}.only_unanimous OR {vote}.form = 'no_formal_vote' THEN 'adopted' "
        f"WHEN {vote}.majority IN ('election', 'plurality', 'proportional') OR {yes} IS NULL THEN 'unknown' "
        f"WHEN {vote}.majority = 'absolute' THEN {decided(f'2 * {yes} > {seats}')} "
        f"WHEN {vote}.majority = 'two_thirds_seats' THEN {decided(f'{yes} > 0 AND 3 * {yes} >= 2 * {seats}')} "
        f"WHEN {no} IS NULL THEN 'unknown' "
        f"WHEN {vote}.majority = 'two_thirds_votes' THEN {decided(f'{yes} > 0 AND 3 * {yes} >= 2 * ({yes} + {no})')} "
        f"WHEN {vote}.majority = 'unanimous_list' THEN {decided(f'{yes} > 0 AND {no} = 0')} "
        f"ELSE {decided(f'{yes} > {no}')} END)"
    )


def contradicts(vote: str, decision: str) -> str:
    """Whether the outcome of an item says the opposite of its closed final vote, without a written reason."""
    result = _result(vote)
    return (
        f"{vote}.closed_at IS NOT NULL AND {vote}.is_final AND {decision}.outcome_reason = '' AND ("
        f"({decision}.outcome IN ('adopted', 'adopted_amended', 'elected') AND {result} = "
        f"(CASE WHEN {vote}.puts_rejection THEN 'adopted' ELSE 'rejected' END)) "
        f"OR ({decision}.outcome = 'rejected' AND NOT {vote}.puts_rejection AND {result} = 'adopted'))"
    )


OUTCOME_MESSAGE = "Das Ergebnis der Abstimmung widerspricht dem Beschluss; ohne Begründung geht das nicht."

_FACTS = (
    "item_id",
    "form",
    "majority",
    "puts_rejection",
    "is_final",
    "only_unanimous",
    "yes",
    "no",
    "abstain",
    "invalid",
    "not_voting",
    "drawn_option_id",
    "result_override",
    "override_reason",
)
_FACTS_CHANGED = " OR ".join(
    f"COALESCE(CAST(NEW.{fact} AS TEXT), '') <> COALESCE(CAST(OLD.{fact} AS TEXT), '')" for fact in _FACTS
)

VOTES = (
    Guard(
        "guard_voter_entitled",
        "votes_voter",
        "Abstimmen kann nur, wer bei diesem Punkt anwesend, stimmberechtigt und nicht befangen ist.",
        "NOT EXISTS (SELECT 1 FROM votes_vote v JOIN committees_agendaitem i ON i.id = v.item_id "
        "JOIN committees_attendance a ON a.id = NEW.attendance_id "
        f"JOIN committees_membership m ON m.id = a.membership_id WHERE v.id = NEW.vote_id AND {ENTITLED})",
    ),
    Guard(
        "guard_voter_open",
        "votes_voter",
        "Das Ergebnis ist festgestellt; die Stimmberechtigten stehen fest.",
        "EXISTS (SELECT 1 FROM votes_vote v WHERE v.id = NEW.vote_id AND v.closed_at IS NOT NULL)",
    ),
    Guard(
        "guard_voter_secret",
        "votes_voter",
        "Eine geheime Abstimmung hält keine Namen fest.",
        "EXISTS (SELECT 1 FROM votes_vote v WHERE v.id = NEW.vote_id AND v.form = 'secret')",
    ),
    Guard(
        "guard_ballot_roll_call",
        "votes_ballot",
        "Stimmen mit Namen gibt es nur in einer namentlichen Abstimmung, solange sie offen ist.",
        "EXISTS (SELECT 1 FROM votes_voter w JOIN votes_vote v ON v.id = w.vote_id WHERE w.id = NEW.voter_id "
        "AND (v.form <> 'roll_call' OR v.closed_at IS NOT NULL))",
    ),
    Guard(
        "guard_option_open",
        "votes_option",
        "Das Ergebnis der Wahl ist festgestellt.",
        "EXISTS (SELECT 1 FROM votes_vote v WHERE v.id = NEW.vote_id AND v.closed_at IS NOT NULL)",
    ),
    Guard(
        "guard_vote_names",
        "votes_vote",
        "Eine geheime Abstimmung hält keine Namen fest, eine namentliche die Stimme von jedem, und sonst keine.",
        "(NEW.form = 'secret' AND EXISTS (SELECT 1 FROM votes_voter w WHERE w.vote_id = NEW.id)) "
        "OR (NEW.form = 'roll_call' AND NEW.only_unanimous) "
        "OR (NEW.form <> 'roll_call' AND EXISTS (SELECT 1 FROM votes_ballot b JOIN votes_voter w ON w.id = b.voter_id "
        "WHERE w.vote_id = NEW.id))",
    ),
    Guard(
        "guard_vote_voters",
        "votes_vote",
        "Die Zahl der Stimmberechtigten stimmt nicht mit der Anwesenheit überein.",
        "NEW.closed_at IS NOT NULL AND NEW.eligible_count IS NULL AND NEW.form = 'secret' "
        "OR NEW.closed_at IS NOT NULL AND EXISTS (SELECT 1 FROM votes_voter w "
        "JOIN committees_attendance a ON a.id = w.attendance_id JOIN committees_membership m ON m.id = a.membership_id "
        f"JOIN committees_agendaitem i ON i.id = NEW.item_id WHERE w.vote_id = NEW.id AND NOT ({ENTITLED})) "
        f"OR NEW.closed_at IS NOT NULL AND {_ELIGIBLE} <> (CASE WHEN NEW.form = 'secret' THEN NEW.eligible_count "
        "ELSE (SELECT COUNT(*) FROM votes_voter w WHERE w.vote_id = NEW.id) END)",
    ),
    Guard(
        "guard_vote_sum",
        "votes_vote",
        "Die Summe der Stimmen stimmt nicht mit der Zahl der Stimmberechtigten überein.",
        f"NEW.closed_at IS NOT NULL AND {_IS_COUNTED} AND ({_COUNTED} > {_ELIGIBLE} "
        f"OR ({_ALL_KNOWN} AND {_COUNTED} <> {_ELIGIBLE}))",
    ),
    Guard(
        "guard_vote_ballots",
        "votes_vote",
        "In der namentlichen Abstimmung fehlen Stimmen.",
        "NEW.closed_at IS NOT NULL AND NEW.form = 'roll_call' AND EXISTS (SELECT 1 FROM votes_voter w "
        "WHERE w.vote_id = NEW.id AND NOT EXISTS (SELECT 1 FROM votes_ballot b WHERE b.voter_id = w.id))",
    ),
    Guard(
        "guard_vote_lot",
        "votes_vote",
        "Das Los fällt auf einen Wahlvorschlag derselben Wahl.",
        "EXISTS (SELECT 1 FROM votes_option o WHERE o.id = NEW.drawn_option_id AND o.vote_id <> NEW.id)",
    ),
    Guard(
        "guard_vote_outcome",
        "votes_vote",
        OUTCOME_MESSAGE,
        f"EXISTS (SELECT 1 FROM votes_decision d WHERE d.item_id = NEW.item_id AND {contradicts('NEW', 'd')})",
    ),
    Guard(
        "guard_decision_outcome",
        "votes_decision",
        OUTCOME_MESSAGE,
        f"EXISTS (SELECT 1 FROM votes_vote v WHERE v.item_id = NEW.item_id AND {contradicts('v', 'NEW')})",
    ),
    Guard(
        "guard_vote_closed",
        "votes_vote",
        "Das Ergebnis ist festgestellt. Öffnen Sie die Abstimmung wieder, um sie zu ändern.",
        f"OLD.closed_at IS NOT NULL AND NEW.closed_at IS NOT NULL AND ({_FACTS_CHANGED})",
        events=("UPDATE",),
    ),
    Guard(
        "guard_recusal_voted",
        "committees_recusal",
        "Die Person hat bei diesem Punkt schon abgestimmt.",
        "EXISTS (SELECT 1 FROM votes_voter w JOIN votes_vote v ON v.id = w.vote_id "
        "WHERE v.item_id = NEW.item_id AND v.closed_at IS NOT NULL AND w.attendance_id = NEW.attendance_id)",
    ),
)
