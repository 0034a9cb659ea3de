"""Room: committees. Signed minutes seal their session: whoever wants to change it is told why not, and since when."""

from .models import Session


class SessionSealed(Exception):
    """Nothing of this session can be changed any more; `session.lock_reason` says why and since when."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.lock_reason)
        self.session = session


def refuse_sealed(session: Session) -> None:
    """Raise SessionSealed if the session is sealed."""
    if session.sealed_at:
        raise SessionSealed(session)
