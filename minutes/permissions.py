"""Who may do what with the written record."""

from committees.models import Session
from committees.permissions import Visitor, may_administer, may_record


def may_publish(user: Visitor, session: Session) -> bool:
    """Whoever records the committee publishes its minutes (first form; signatures come before it later)."""
    return may_record(user, session.committee)


def may_export_year(user: Visitor) -> bool:
    """A committee's year as one archive: administrators."""
    return may_administer(user)
