"""Room: minutes. Correcting signed minutes: a dated note beside the text, which stays as it was signed."""

import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from committees import audit
from committees.models import AgendaItem, Session, User
from minutes import evidence, workflow
from minutes.models import Correction, Objection


@transaction.atomic
def correct(
    session: Session,
    *,
    by: User,
    text: str,
    item: AgendaItem | None = None,
    is_public: bool = False,
    objection: Objection | None = None,
    made_on: datetime.date | None = None,
) -> Correction:
    """Note a correction of minutes that all have signed. It is read with the next edition that is published."""
    session = Session.objects.select_for_update().get(pk=session.pk)
    if workflow.state(session) != workflow.State.SIGNED:
        raise ValidationError(_("Only signed minutes are corrected; before, their text is changed."))
    if not text.strip():
        raise ValidationError({"text": _("Write what the minutes should say.")})
    if item is not None and item.session_id != session.pk:
        raise ValidationError({"item": _("This item belongs to another session.")})
    if is_public and item is not None and not item.is_public:
        raise ValidationError({"is_public": _("The correction of a non-public item is not public.")})
    row = Correction.objects.create(
        session=session,
        objection=objection,
        item=item,
        text=text.strip(),
        is_public=is_public,
        made_on=made_on or timezone.localdate(),
        made_at=timezone.now(),
        made_by=by,
    )
    audit.note("corrected", session, by=by, **evidence.of_correction(row))
    return row
