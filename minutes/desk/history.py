"""Room: minutes, the desk. What rows said at earlier checkpoints: written down, looked up."""

from typing import Any

from committees.models import Revision, Session, User, Versioned
from minutes.models import Contribution
from votes.models import Decision

# What is kept of a row, by its model.
_FIELDS: dict[type[Versioned], tuple[str, ...]] = {
    Contribution: ("kind", "text"),
    Decision: ("heading", "resolution", "outcome", "outcome_text", "outcome_reason"),
}


def label(model: type[Versioned]) -> str:
    """minutes.contribution"""
    return model._meta.label_lower


def note(user: User | None, row: Versioned, *, reason: Revision.Reason = Revision.Reason.WRITTEN) -> Revision:
    """Keep what a row says now. What is written anew without a change adds nothing: the revision before is answered."""
    content = content_of(row)
    earlier = last_revision(row)
    if reason == Revision.Reason.WRITTEN and earlier is not None and earlier.content == content:
        return earlier
    return Revision.objects.create(
        session=_session(row),
        model=label(type(row)),
        key=row.pk,
        version=row.version,
        content=content,
        reason=reason,
        made_by=user,
    )


def last_revision(row: Versioned) -> Revision | None:
    """The newest revision of a row, also of one that is deleted."""
    return revisions(row).first()


def revisions(row: Versioned) -> Any:
    """The revisions of a row, newest first."""
    rows = Revision.objects.filter(model=label(type(row)), key=row.pk)
    return rows.select_related("made_by__person").order_by("-made_at", "-pk")


def content_of(row: Versioned) -> dict[str, str]:
    """The fields that are kept; of a contribution also its item and place, to bring it back."""
    content = {name: getattr(row, name) for name in _FIELDS[type(row)]}
    if isinstance(row, Contribution):
        content |= {"item": str(row.item_id), "position": row.position}
    return content


def _session(row: Versioned) -> Session:
    return row.item.session
