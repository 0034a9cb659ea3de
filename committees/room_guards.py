"""The triggers of this room: who sits where and when, what belongs to which session, who is there, what was done."""

from committees.guards import AppendOnly, Guard


def _stay(row: str) -> tuple[str, str]:
    """First and last position of a presence row as SQL, open ends as the ends of the agenda."""
    item = "(SELECT i.position FROM committees_agendaitem i WHERE i.id = {row}.{column})"
    first = "COALESCE(" + item.format(row=row, column="first_item_id") + ", 0)"
    last = "COALESCE(" + item.format(row=row, column="last_item_id") + ", 99999)"
    return first, last


def _meet(a: str, b: str) -> str:
    """Whether two presence rows share an item, as SQL."""
    (a_first, a_last), (b_first, b_last) = _stay(a), _stay(b)
    return f"{a_first} <= {b_last} AND {b_first} <= {a_last}"


def _days_meet(other: str) -> str:
    return (
        f'(NEW."end" IS NULL OR {other}.start <= NEW."end") AND ({other}."end" IS NULL OR {other}."end" >= NEW.start)'
    )


COMMITTEES = (
    Guard(
        "guard_term_overlap",
        "committees_legislativeterm",
        "Die Wahlperiode überschneidet sich mit einer anderen.",
        "EXISTS (SELECT 1 FROM committees_legislativeterm t WHERE t.id <> NEW.id AND t.body_id = NEW.body_id "
        f"AND {_days_meet('t')})",
    ),
    Guard(
        "guard_membership_overlap",
        "committees_membership",
        "Die Person hat in diesem Gremium zur selben Zeit schon einen Sitz.",
        "EXISTS (SELECT 1 FROM committees_membership m WHERE m.id <> NEW.id AND m.committee_id = NEW.committee_id "
        f"AND m.person_id = NEW.person_id AND {_days_meet('m')} "
        "AND NOT (m.function = 'deputy' AND NEW.function = 'deputy' "
        "AND COALESCE(m.deputises_for_id, 0) <> COALESCE(NEW.deputises_for_id, 0)))",
    ),
    Guard(
        "guard_membership_person",
        "committees_membership",
        "Der Sitz steht auf der Liste einer Sitzung; er bleibt bei dieser Person und diesem Gremium.",
        "(NEW.person_id <> OLD.person_id OR NEW.committee_id <> OLD.committee_id) "
        "AND EXISTS (SELECT 1 FROM committees_attendance a WHERE a.membership_id = NEW.id)",
        events=("UPDATE",),
    ),
    Guard(
        "guard_deputy_committee",
        "committees_membership",
        "Das vertretene Mitglied sitzt in einem anderen Gremium.",
        "EXISTS (SELECT 1 FROM committees_membership m WHERE m.id = NEW.deputises_for_id "
        "AND m.committee_id <> NEW.committee_id)",
    ),
    Guard(
        "guard_item_parent",
        "committees_agendaitem",
        "Ein Unterpunkt gehört zur selben Sitzung wie der Punkt darüber und ist nicht öffentlich, "
        "wenn dieser es nicht ist.",
        "EXISTS (SELECT 1 FROM committees_agendaitem i WHERE i.id = NEW.parent_id "
        "AND (i.session_id <> NEW.session_id OR (NEW.is_public AND NOT i.is_public))) "
        "OR EXISTS (SELECT 1 FROM committees_agendaitem i WHERE i.parent_id = NEW.id AND i.is_public "
        "AND NOT NEW.is_public)",
    ),
    Guard(
        "guard_item_session",
        "committees_agendaitem",
        "Ein Punkt bleibt in seiner Sitzung.",
        "NEW.session_id <> OLD.session_id",
        events=("UPDATE",),
    ),
    Guard(
        "guard_item_times",
        "committees_agendaitem",
        "Der Punkt wird nicht innerhalb der Sitzung aufgerufen.",
        "EXISTS (SELECT 1 FROM committees_session s WHERE s.id = NEW.session_id "
        "AND (NEW.started_at < s.opened_at OR NEW.started_at > s.closed_at))",
    ),
    Guard(
        "guard_attendance_session",
        "committees_attendance",
        "Wer auf der Liste einer Sitzung steht, bleibt auf dieser Liste.",
        "NEW.session_id <> OLD.session_id",
        events=("UPDATE",),
    ),
    Guard(
        "guard_attendance_membership",
        "committees_attendance",
        "Die Mitgliedschaft gehört einer anderen Person oder einem anderen Gremium.",
        "EXISTS (SELECT 1 FROM committees_membership m JOIN committees_session s ON s.id = NEW.session_id "
        "WHERE m.id = NEW.membership_id AND (m.person_id <> NEW.person_id OR m.committee_id <> s.committee_id))",
    ),
    Guard(
        "guard_attendance_substitute",
        "committees_attendance",
        "Vertreten wird ein Mitglied derselben Sitzung, das nicht zugleich anwesend ist.",
        "EXISTS (SELECT 1 FROM committees_attendance a WHERE a.id = NEW.substitutes_for_id "
        "AND (a.session_id <> NEW.session_id OR a.membership_id IS NULL)) "
        "OR EXISTS (SELECT 1 FROM committees_presence p JOIN committees_presence q "
        "ON q.attendance_id = NEW.substitutes_for_id OR q.attendance_id IN (SELECT a.id FROM committees_attendance a "
        "WHERE a.substitutes_for_id = NEW.substitutes_for_id AND a.id <> NEW.id) "
        f"WHERE p.attendance_id = NEW.id AND {_meet('p', 'q')})",
    ),
    Guard(
        "guard_attendance_seat",
        "committees_attendance",
        "Vertreten wird, wer selbst einen Sitz hat; wer ein beratendes Mitglied vertritt, hat keine Stimme.",
        "EXISTS (SELECT 1 FROM committees_attendance a JOIN committees_membership m ON m.id = a.membership_id "
        "WHERE a.id = NEW.substitutes_for_id AND (a.substitutes_for_id IS NOT NULL OR m.function = 'deputy' "
        "OR (NOT m.has_vote AND EXISTS (SELECT 1 FROM committees_membership n "
        "WHERE n.id = NEW.membership_id AND n.has_vote))))",
    ),
    Guard(
        "guard_attendance_absence",
        "committees_attendance",
        "Wer als abwesend gilt, kann nicht zugleich anwesend sein.",
        "NEW.absence <> '' AND EXISTS (SELECT 1 FROM committees_presence p WHERE p.attendance_id = NEW.id)",
    ),
    Guard(
        "guard_presence_items",
        "committees_presence",
        "Die Anwesenheit nennt Punkte einer anderen Sitzung oder endet vor ihrem Beginn.",
        "EXISTS (SELECT 1 FROM committees_agendaitem i JOIN committees_attendance a ON a.id = NEW.attendance_id "
        "WHERE i.id IN (NEW.first_item_id, NEW.last_item_id) AND i.session_id <> a.session_id) "
        f"OR {_stay('NEW')[0]} > {_stay('NEW')[1]}",
    ),
    Guard(
        "guard_presence_absence",
        "committees_presence",
        "Wer als abwesend gilt, kann nicht zugleich anwesend sein.",
        "EXISTS (SELECT 1 FROM committees_attendance a WHERE a.id = NEW.attendance_id AND a.absence <> '')",
    ),
    Guard(
        "guard_presence_overlap",
        "committees_presence",
        "Die Zeiten der Anwesenheit überschneiden sich.",
        "EXISTS (SELECT 1 FROM committees_presence p WHERE p.id <> NEW.id AND p.attendance_id = NEW.attendance_id "
        f"AND {_meet('NEW', 'p')})",
    ),
    Guard(
        "guard_presence_deputy",
        "committees_presence",
        "Ein Mitglied und seine Vertretung können nicht zugleich anwesend sein.",
        "EXISTS (SELECT 1 FROM committees_attendance me JOIN committees_attendance other "
        "ON other.id = me.substitutes_for_id OR other.substitutes_for_id = me.id "
        "OR (other.substitutes_for_id = me.substitutes_for_id AND other.id <> me.id) "
        "JOIN committees_presence p ON p.attendance_id = other.id "
        f"WHERE me.id = NEW.attendance_id AND {_meet('NEW', 'p')})",
    ),
    Guard(
        "guard_presence_times",
        "committees_presence",
        "Niemand kommt vor dem Beginn oder geht nach dem Ende der Sitzung.",
        "EXISTS (SELECT 1 FROM committees_attendance a JOIN committees_session s ON s.id = a.session_id "
        "WHERE a.id = NEW.attendance_id AND (NEW.arrived_at < s.opened_at OR NEW.left_at < s.opened_at "
        "OR NEW.arrived_at > s.closed_at OR NEW.left_at > s.closed_at))",
    ),
    Guard(
        "guard_interruption_times",
        "committees_interruption",
        "Die Unterbrechung liegt nicht innerhalb der Sitzung.",
        "EXISTS (SELECT 1 FROM committees_session s WHERE s.id = NEW.session_id "
        'AND (NEW.start < s.opened_at OR NEW."end" > s.closed_at))',
    ),
    Guard(
        "guard_session_times",
        "committees_session",
        "Punkte, Unterbrechungen, Kommen und Gehen liegen nicht mehr innerhalb der Sitzung.",
        "EXISTS (SELECT 1 FROM committees_interruption i WHERE i.session_id = NEW.id "
        'AND (i.start < NEW.opened_at OR i."end" > NEW.closed_at)) '
        "OR EXISTS (SELECT 1 FROM committees_agendaitem t WHERE t.session_id = NEW.id "
        "AND (t.started_at < NEW.opened_at OR t.started_at > NEW.closed_at)) "
        "OR EXISTS (SELECT 1 FROM committees_presence p JOIN committees_attendance a ON a.id = p.attendance_id "
        "WHERE a.session_id = NEW.id AND (p.arrived_at < NEW.opened_at OR p.left_at < NEW.opened_at "
        "OR p.arrived_at > NEW.closed_at OR p.left_at > NEW.closed_at))",
    ),
    Guard(
        "guard_recusal_session",
        "committees_recusal",
        "Die Person gehört zu einer anderen Sitzung.",
        "EXISTS (SELECT 1 FROM committees_agendaitem i JOIN committees_attendance a ON a.id = NEW.attendance_id "
        "WHERE i.id = NEW.item_id AND i.session_id <> a.session_id)",
    ),
)

_KEPT = "Was getan wurde, bleibt festgehalten: Einträge werden weder geändert noch gelöscht."
_CHAINED = "Ein Eintrag schließt an den letzten an; so wird nur festgehalten, was geschieht."

AUDIT: tuple[Guard | AppendOnly, ...] = (
    AppendOnly("guard_audit_event", "committees_auditevent", _KEPT, keys=(("number",), ("sha256",))),
    Guard(
        "guard_audit_event_follows",
        "committees_auditevent",
        _CHAINED,
        "NOT EXISTS (SELECT 1 FROM committees_audithead h WHERE h.number = NEW.number - 1 AND h.sha256 = NEW.previous)",
        ("INSERT",),
    ),
    AppendOnly("guard_audit_head", "committees_audithead", _KEPT, events=("DELETE",)),
    Guard(
        "guard_audit_head_first", "committees_audithead", _CHAINED, "NEW.number <> 0 OR NEW.sha256 <> ''", ("INSERT",)
    ),
    Guard(
        "guard_audit_head_follows",
        "committees_audithead",
        _CHAINED,
        "NEW.id <> OLD.id OR NEW.number <> OLD.number + 1 OR NOT EXISTS (SELECT 1 FROM committees_auditevent e "
        "WHERE e.number = NEW.number AND e.sha256 = NEW.sha256)",
        ("UPDATE",),
    ),
)
