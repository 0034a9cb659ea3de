"""Room: minutes. Reports of barriers: kept first, then sent to the office; what could not be sent is sent later."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from minutes.models import BarrierReport, HouseFacts

logger = logging.getLogger(__name__)

KEPT_WHEN_DONE = timedelta(days=365)
"""So long a report stays in the list after it was done."""


def send_waiting() -> tuple[int, int]:
    """Send the reports that the office has not got yet, the oldest first; how many went out, and how many did not.

    Outside of a transaction: if the process dies in between, a report is sent twice, but none is lost.
    """
    address = HouseFacts.load().barrier_email
    waiting = BarrierReport.objects.filter(sent_at__isnull=True, done_at__isnull=True).order_by("made_at", "pk")
    if not address:
        return 0, 0
    sent = failed = 0
    for report in waiting:
        try:
            _mail(report, address).send()
        except Exception:
            # Whatever the mail server says: the report is in the list, and the next run tries again.
            logger.exception("The report of a barrier %s could not be sent.", report.pk)
            failed += 1
        else:
            BarrierReport.objects.filter(pk=report.pk, sent_at__isnull=True).update(sent_at=timezone.now())
            sent += 1
    return sent, failed


def forget_done() -> int:
    """Remove the reports that were done long ago; how many there were."""
    return BarrierReport.objects.filter(done_at__lte=timezone.now() - KEPT_WHEN_DONE).delete()[0]


def _mail(report: BarrierReport, address: str) -> EmailMessage:
    context = {"report": report, "address": settings.SITE_URL.rstrip("/") + reverse("minutes:barrier-list")}
    # In the language of the site: the office reads it, not the one who reports.
    with translation.override(settings.LANGUAGE_CODE):
        subject = render_to_string("minutes/email/barrier_subject.txt", context).strip()
        body = render_to_string("minutes/email/barrier.txt", context).strip() + "\n"
    reply_to = [report.reply_to] if report.reply_to else None
    return EmailMessage(settings.ACCOUNT_EMAIL_SUBJECT_PREFIX + subject, body, to=[address], reply_to=reply_to)
