"""The mail that an export is over: numbers and an address, nothing of what is in it."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from minutes.models import ExportJob

logger = logging.getLogger(__name__)


def tell(job: ExportJob) -> None:
    """Send it to whoever asked for the export, in the language that is active. If that fails, the log says so."""
    if not job.owner.email or not job.owner.is_active:
        return
    is_done = job.state == ExportJob.State.DONE
    subject = _("Your export is finished") if is_done else _("Your export has failed")
    context = {"job": job, "is_done": is_done, "address": settings.SITE_URL + job.get_absolute_url()}
    try:
        text = render_to_string("minutes/email/export.txt", context)
        EmailMessage(f"Gremia: {subject}", text.strip() + "\n", to=[job.owner.email]).send()
    except Exception:
        # The archive is there, whatever a mail server says.
        logger.exception("The mail on export %s could not be sent.", job.pk)
