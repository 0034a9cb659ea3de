"""Triggers of the written record: what is signed is sealed, what was published stays as it was published.

The seal covers every row of a session, in all rooms; it lies here because only the minutes know what signing means.
"""

from committees.guards import AppendOnly, Guard, changed
from committees.room_guards import AUDIT

_SEALED = "Die Niederschrift ist unterzeichnet; an der Sitzung wird nichts mehr geändert."
_COMPLETE = "Die Niederschrift ist von allen unterzeichnet; daran wird nichts mehr geändert."
_AS_RAISED = "Eine Einwendung bleibt, wie sie erhoben wurde."
_PUBLISHED = "Was veröffentlicht wurde, bleibt, wie es veröffentlicht wurde."

ROLES = ("chair", "minute_taker", "co_signer", "second_co_signer")
"""The values of `RuleProfile.Signatory`; triggers stay what they were when they were put up."""
AUDIENCES = ("public", "internal")

_ITEM = "JOIN committees_agendaitem i ON i.session_id = s.id"
_PEOPLE = "JOIN committees_attendance a ON a.session_id = s.id"
_DECISION = f"{_ITEM} JOIN votes_decision d ON d.item_id = i.id"
_CONTRIBUTION = f"{_ITEM} JOIN minutes_contribution c ON c.item_id = i.id"
_VOTE = f"{_ITEM} JOIN votes_vote v ON v.item_id = i.id"

# Table, name of its guards, and how a row ({row}) leads to its session (s).
PATHS = (
    ("committees_agendaitem", "item", "", "s.id = {row}.session_id"),
    ("committees_agendaitem_papers", "item_papers", _ITEM, "i.id = {row}.agendaitem_id"),
    ("committees_attendance", "attendance", "", "s.id = {row}.session_id"),
    ("committees_presence", "presence", _PEOPLE, "a.id = {row}.attendance_id"),
    ("committees_recusal", "recusal", _ITEM, "i.id = {row}.item_id"),
    ("committees_interruption", "interruption", "", "s.id = {row}.session_id"),
    ("committees_attachment", "attachment", "", "s.id = {row}.session_id"),
    ("votes_vote", "vote", _ITEM, "i.id = {row}.item_id"),
    ("votes_voter", "voter", _VOTE, "v.id = {row}.vote_id"),
    ("votes_option", "option", _VOTE, "v.id = {row}.vote_id"),
    ("votes_ballot", "ballot", f"{_VOTE} JOIN votes_voter w ON w.vote_id = v.id", "w.id = {row}.voter_id"),
    ("votes_decision", "decision", _ITEM, "i.id = {row}.item_id"),
    ("votes_recommendation", "recommendation", _DECISION, "d.id = {row}.decision_id"),
    ("minutes_contribution", "contribution", _ITEM, "i.id = {row}.item_id"),
    ("minutes_speaker", "speaker", _CONTRIBUTION, "c.id = {row}.contribution_id"),
    ("minutes_remark", "remark", "", "s.id = {row}.session_id"),
    ("minutes_gapreason", "gap_reason", "", "s.id = {row}.session_id"),
)
"""The tables below a session that its seal covers."""
_FACTS_OF_SESSION = (
    "id",
    "committee_id",
    "number",
    "year",
    "date",
    "scheduled_start",
    "place",
    "room",
    "address",
    "seats",
    "invited_properly",
    "opening_unopposed",
    "is_repeated",
    "opened_at",
    "public_part_ended_at",
    "closed_at",
    "source_note",
)


def _sealed(joins: str, path: str, row: str) -> str:
    """Whether a row belongs to a sealed session, as SQL."""
    belongs = path.format(row=row)
    return f"EXISTS (SELECT 1 FROM committees_session s {joins} WHERE s.sealed_at IS NOT NULL AND {belongs})"


def _lock(joins: str, path: str, row: str) -> str:
    """Who writes and who signs wait for each other: what is written is in the signed text, or is refused."""
    return f"FROM committees_session s {joins} WHERE {path.format(row=row)} FOR KEY SHARE OF s"


_COMPLETED = "EXISTS (SELECT 1 FROM minutes_minutes m WHERE m.session_id = {key} AND m.completed_at IS NOT NULL)"
_HAS_SIGNATURE = "EXISTS (SELECT 1 FROM minutes_signature g WHERE g.session_id = {key})"
_HAS_TEXT = "EXISTS (SELECT 1 FROM minutes_sealedrecord r WHERE r.session_id = {key}{more})"


def _unsigned(role: str) -> str:
    """Whether the profile wants a signature in this role that is not there, as SQL on a row of the minutes."""
    return (
        "EXISTS (SELECT 1 FROM committees_session s JOIN committees_committee c ON c.id = s.committee_id "
        "JOIN committees_body b ON b.id = c.body_id JOIN committees_ruleprofile p ON p.id = b.profile_id "
        f"WHERE s.id = NEW.session_id AND CAST(p.signatories AS TEXT) LIKE '%\"{role}\"%') "
        f"AND NOT EXISTS (SELECT 1 FROM minutes_signature g WHERE g.session_id = NEW.session_id AND g.role = '{role}')"
    )


_NOT_SIGNED_BY_ALL = " OR ".join(
    (
        "EXISTS (SELECT 1 FROM committees_session s WHERE s.id = NEW.session_id AND s.sealed_at IS NULL)",
        *("NOT " + _HAS_TEXT.format(key="NEW.session_id", more=f" AND r.audience = '{a}'") for a in AUDIENCES),
        *(_unsigned(role) for role in ROLES),
    )
)

SEALS: tuple[Guard | AppendOnly, ...] = (
    Guard(
        "seal_session",
        "committees_session",
        _SEALED,
        f"OLD.sealed_at IS NOT NULL AND NEW.sealed_at IS NOT NULL AND {changed(*_FACTS_OF_SESSION, 'sealed_at')}",
        ("UPDATE",),
    ),
    Guard(
        "seal_session_stays",
        "committees_session",
        _COMPLETE,
        "OLD.sealed_at IS NOT NULL AND NEW.sealed_at IS NULL AND ("
        + " OR ".join(
            (
                _COMPLETED.format(key="OLD.id"),
                _HAS_SIGNATURE.format(key="OLD.id"),
                _HAS_TEXT.format(key="OLD.id", more=""),
            )
        )
        + ")",
        ("UPDATE",),
    ),
    AppendOnly(
        "seal_session_kept",
        "committees_session",
        _SEALED,
        "OLD.sealed_at IS NOT NULL",
        keys=(("id",), ("committee_id", "year", "number")),
        events=("DELETE",),
    ),
    *(
        Guard(f"seal_{name}", table, _SEALED, _sealed(joins, path, "NEW"), lock=_lock(joins, path, "NEW"))
        for table, name, joins, path in PATHS
    ),
    *(
        AppendOnly(f"seal_{name}_kept", table, _SEALED, _sealed(joins, path, "OLD"), lock=_lock(joins, path, "OLD"))
        for table, name, joins, path in PATHS
    ),
)

SIGNED: tuple[Guard | AppendOnly, ...] = (
    AppendOnly(
        "guard_minutes_complete", "minutes_minutes", _COMPLETE, "OLD.completed_at IS NOT NULL", keys=(("session_id",),)
    ),
    Guard(
        "guard_minutes_signed",
        "minutes_minutes",
        "Nicht alle haben unterzeichnet.",
        f"NEW.completed_at IS NOT NULL AND ({_NOT_SIGNED_BY_ALL})",
    ),
    AppendOnly(
        "guard_signature",
        "minutes_signature",
        _COMPLETE,
        _COMPLETED.format(key="OLD.session_id"),
        keys=(("id",), ("session_id", "role")),
    ),
    Guard("guard_signature_same", "minutes_signature", "Eine Unterschrift wird nicht geändert.", "1 = 1", ("UPDATE",)),
    Guard("guard_signature_late", "minutes_signature", _COMPLETE, _COMPLETED.format(key="NEW.session_id"), ("INSERT",)),
    Guard(
        "guard_signature_text",
        "minutes_signature",
        "Unterzeichnet wird nur der gesiegelte Text.",
        "NOT " + _HAS_TEXT.format(key="NEW.session_id", more=" AND r.audience = 'internal' AND r.sha256 = NEW.sha256"),
        ("INSERT",),
    ),
    AppendOnly(
        "guard_sealed_record",
        "minutes_sealedrecord",
        _COMPLETE,
        f"({_COMPLETED.format(key='OLD.session_id')} OR {_HAS_SIGNATURE.format(key='OLD.session_id')})",
        keys=(("id",), ("session_id", "audience")),
    ),
    Guard(
        "guard_sealed_record_late",
        "minutes_sealedrecord",
        _SEALED,
        "EXISTS (SELECT 1 FROM committees_session s WHERE s.id = NEW.session_id AND s.sealed_at IS NOT NULL)",
        ("INSERT",),
    ),
    Guard(
        "guard_sealed_record_same",
        "minutes_sealedrecord",
        "Der unterzeichnete Text wird nicht geändert.",
        changed("id", "record", "sha256", "audience", "session_id"),
        ("UPDATE",),
    ),
)

PUBLISHED: tuple[Guard | AppendOnly, ...] = (
    AppendOnly(
        "guard_publication",
        "minutes_publication",
        _PUBLISHED,
        keys=(
            ("id",),
            ("kind", "audience", "edition", "session_id"),
            ("kind", "audience", "edition", "paper_id"),
            ("kind", "audience", "edition", "committee_id"),
        ),
    ),
    AppendOnly("guard_withdrawal", "minutes_withdrawal", _PUBLISHED, keys=(("publication_id",),)),
    AppendOnly(
        "guard_correction",
        "minutes_correction",
        "Eine Berichtigung bleibt, wie sie festgehalten wurde.",
        keys=(("id",), ("objection_id",)),
    ),
    Guard(
        "guard_publication_signed",
        "minutes_publication",
        "Veröffentlicht wird nur eine Niederschrift, die unterzeichnet ist.",
        f"NEW.kind = 'minutes' AND NOT {_COMPLETED.format(key='NEW.session_id')}",
        ("INSERT",),
    ),
)

FILES: tuple[Guard | AppendOnly, ...] = (
    AppendOnly("guard_published_file", "minutes_publishedfile", _PUBLISHED, keys=(("sha256",),)),
)

OBJECTIONS: tuple[Guard | AppendOnly, ...] = (
    AppendOnly("guard_objection_kept", "minutes_objection", _AS_RAISED, events=("DELETE",)),
    Guard(
        "guard_objection_same",
        "minutes_objection",
        _AS_RAISED,
        changed(
            "id", "session_id", "item_id", "raised_by_id", "raised_on", "is_late", "text", "entered_at", "entered_by_id"
        ),
        ("UPDATE",),
    ),
    Guard(
        "guard_objection_decided",
        "minutes_objection",
        "Auf dieser Entscheidung beruht eine Berichtigung; sie bleibt, wie sie ist.",
        f"{changed('outcome', 'decided_at_item_id')} "
        "AND EXISTS (SELECT 1 FROM minutes_correction c WHERE c.objection_id = NEW.id)",
        ("UPDATE",),
    ),
    Guard(
        "guard_correction_upheld",
        "minutes_correction",
        "Nur eine Einwendung gegen diese Niederschrift, der stattgegeben wurde, führt zu einer Berichtigung.",
        "NEW.objection_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM minutes_objection o "
        "WHERE o.id = NEW.objection_id AND o.session_id = NEW.session_id AND o.outcome = 'upheld')",
        ("INSERT",),
        lock="FROM minutes_objection o WHERE o.id = NEW.objection_id FOR SHARE OF o",
    ),
    Guard(
        "guard_correction_signed",
        "minutes_correction",
        "Berichtigt wird nur eine Niederschrift, die unterzeichnet ist.",
        f"NOT {_COMPLETED.format(key='NEW.session_id')}",
        ("INSERT",),
    ),
    Guard(
        "guard_correction_item",
        "minutes_correction",
        "Die Berichtigung gehört zu einem Punkt dieser Sitzung und ist nicht öffentlicher als er.",
        "EXISTS (SELECT 1 FROM committees_agendaitem i WHERE i.id = NEW.item_id "
        "AND (i.session_id <> NEW.session_id OR (NEW.is_public AND NOT i.is_public)))",
        ("INSERT",),
    ),
)
"""Objections stay as they were raised, their decisions as soon as a correction rests on them."""

PROVED = (*AUDIT, *SEALS, *SIGNED, *PUBLISHED, *FILES, *OBJECTIONS)
"""What keeps the record as it was written; `audit --verify` asks whether all of it is in the database."""
