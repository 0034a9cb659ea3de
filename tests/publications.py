"""Publications of a session as tests need them: frozen whatever stands in the way, and without waiting for a PDF."""

from django.utils import timezone

from committees.models import Session, User
from minutes import workflow
from minutes.models import Publication
from minutes.record import Audience

PDF = b"%PDF-1.7 of a test"


def freeze(session: Session, *, has_real_pdf: bool = False) -> dict[str, Publication]:
    """A publication for each audience, by audience; what was published before is superseded."""
    by = User.objects.filter(role="admin").first() or User.objects.create_user("publisher@example.org", role="admin")
    Publication.objects.filter(session=session).current().update(superseded_at=timezone.now())
    return {
        audience.value: workflow.freeze(
            session,
            audience=audience,
            by=by,
            now=timezone.now(),
            pdf=None if has_real_pdf else PDF + audience.value.encode(),
        )
        for audience in Audience
    }
