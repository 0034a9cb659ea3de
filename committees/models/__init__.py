"""The rows of who meets, when, and about what."""

from .attendance import Attendance, Presence, Recusal
from .bodies import Body, Committee, Faction, LegislativeTerm
from .history import AuditEvent, AuditHead, Revision, StaleVersion, Versioned
from .house_style import HouseStyle
from .invitations import Invitation
from .papers import Attachment, Paper
from .people import Membership, Person, User
from .profiles import RuleProfile
from .sessions import AgendaItem, Interruption, Session

__all__ = [
    "AgendaItem",
    "Attachment",
    "Attendance",
    "AuditEvent",
    "AuditHead",
    "Body",
    "Committee",
    "Faction",
    "HouseStyle",
    "Interruption",
    "Invitation",
    "LegislativeTerm",
    "Membership",
    "Paper",
    "Person",
    "Presence",
    "Recusal",
    "Revision",
    "RuleProfile",
    "Session",
    "StaleVersion",
    "User",
    "Versioned",
]
