"""The acts on invitations: invite somebody, send the mail again, take it back, choose the first password.

The link of the mail carries a signed word that names the invitation and when it was sent: sending again, accepting and
revoking make it void. Whatever is wrong with a link, the answer is the same one.
"""

from datetime import datetime

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from . import audit
from .models import Invitation, User

_SALT = "committees.invitation"


def token(invitation: Invitation) -> str:
    """The word in the link."""
    return signing.dumps([invitation.pk, invitation.sent_at.isoformat()], salt=_SALT)


def find(word: str, *, lock: bool = False) -> Invitation | None:
    """The open invitation that a link belongs to; None if the link is wrong, used, replaced or expired."""
    try:
        pk, sent_at = signing.loads(word, salt=_SALT)
    except signing.BadSignature:
        return None
    rows = Invitation.objects.open().select_related("user")
    if lock:
        rows = rows.select_for_update(of=("self",))
    invitation = rows.filter(pk=pk, sent_at=datetime.fromisoformat(sent_at)).first()
    return None if invitation is None or invitation.has_expired else invitation


@transaction.atomic
def invite(user: User, *, by: User) -> Invitation:
    """Send an account that was just stored its invitation. Raises OSError if the mail cannot be sent."""
    invitation = Invitation.objects.create(user=user, invited_by=by)
    audit.note("invited", user, by=by, role=user.role)
    _send(invitation)
    return invitation


@transaction.atomic
def resend(invitation: Invitation, *, by: User) -> None:
    """Send the mail again; the link of the last one is void. Raises OSError if it cannot be sent: that one stays."""
    invitation.sent_at = timezone.now()
    invitation.invited_by = by
    invitation.save(update_fields=["sent_at", "invited_by"])
    audit.note("invited", invitation.user, by=by, role=invitation.user.role)
    _send(invitation)


def accepted(invitation: Invitation) -> None:
    """The password is chosen: nothing is open any more."""
    invitation.delete()


def _send(invitation: Invitation) -> None:
    """In the language of the site: which one the invited person reads is not known yet."""
    address = reverse("account_invitation", args=[token(invitation)])
    context = {
        "user": invitation.user,
        "invited_by": invitation.invited_by,
        "url": settings.SITE_URL.rstrip("/") + address,
        "expires_at": invitation.expires_at,
    }
    with translation.override(settings.LANGUAGE_CODE):
        subject = render_to_string("account/email/invitation_subject.txt", context).strip()
        body = render_to_string("account/email/invitation_message.txt", context).strip() + "\n"
    EmailMessage(settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + subject, body, to=[invitation.user.email]).send()
