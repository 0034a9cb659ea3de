"""Room: committees. Signed or imported minutes close their session: who wants to change it is told why not."""

from .models import Session


class SessionSealed(Exception):
    """Nothing of this session can be changed any more; `reason` says why, and since when."""

    def __init__(self, session: Session, reason: str = "") -> None:
        self.reason = reason or session.lock_reason
        super().__init__(self.reason)
        self.session = session


def refuse_sealed(session: Session) -> None:
    """Raise SessionSealed if the session is sealed."""
    if session.sealed_at:
        raise SessionSealed(session)
