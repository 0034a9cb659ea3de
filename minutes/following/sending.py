"""Room: minutes, following. The outbox is emptied: connect first, then mail by mail, each handed over once.

Whatever happens, no alert is lost: what was not handed over waits for the next run. Called outside of transactions.
"""

import logging
from dataclasses import dataclass
from smtplib import SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from minutes.following import claims, letters

logger = logging.getLogger(__name__)

MOST_REFUSALS = 5
"""After so many final refusals (5xx) of a mail its server means it."""

_ANSWERS = (SMTPResponseException, SMTPRecipientsRefused, SMTPNotSupportedError)
"""The server said no, and so has not taken the mail."""


@dataclass
class Outcome:
    """What a run did."""

    sent: int = 0
    failed: int = 0
    is_unreachable: bool = False


def send() -> Outcome:
    """Send what is due, to one follower after the other."""
    outcome = Outcome()
    claims.give_back_lost()
    if not claims.due().exists():
        return outcome
    connection = get_connection()
    try:
        connection.open()
    except OSError:
        logger.warning("The mail server can't be reached; the alerts wait.", exc_info=True)
        claims.postpone()
        outcome.is_unreachable = True
        return outcome
    try:
        for subscription in claims.due_subscriptions():
            while claim := claims.take(subscription):
                _deliver(claim, connection, outcome)
                if outcome.is_unreachable:
                    return outcome
    finally:
        _close(connection)
    return outcome


def _deliver(claim: claims.Claim, connection: BaseEmailBackend, outcome: Outcome) -> None:
    try:
        message, publications = letters.compose(claim.subscription, claim.alerts, claim.letter)
        if message is not None:
            message.message()  # what can't be put together is found out before it is handed over
    except Exception:
        logger.exception("Letter %s could not be written.", claim.letter)
        claim.back()
        outcome.failed += 1
        return
    claim.keep(publications)
    if message is None or not claim.hand_over():
        return
    try:
        connection.send_messages([message])
    except _ANSWERS as answer:
        _refused(claim, answer)
        outcome.failed += 1
    except OSError:
        # Without the server's "250" it did not take the mail (RFC 5321, section 4.2.5): it is sent again, as the same.
        logger.warning("The mail server broke off at letter %s; the alerts wait.", claim.letter, exc_info=True)
        claim.back()
        outcome.failed += 1
        outcome.is_unreachable = True
    except Exception:
        logger.exception("Nobody knows whether letter %s was sent; it is not sent again.", claim.letter)
        outcome.failed += 1
    else:
        claim.sent()
        outcome.sent += 1


def _refused(claim: claims.Claim, answer: Exception) -> None:
    """Where the server says no for good, it is asked a few times more."""
    codes = [getattr(answer, "smtp_code", 550)]
    if isinstance(answer, SMTPRecipientsRefused):
        codes = [code for code, _text in answer.recipients.values()]
    is_final = all(code >= 500 for code in codes)
    tried = max(alert.attempts for alert in claim.alerts) + 1
    # Neither the answer nor the address goes into the log: the one may hold the other.
    logger.warning("The mail server refused letter %s (attempt %d).", claim.letter, tried)
    if is_final and tried >= MOST_REFUSALS:
        claim.refused()
    else:
        claim.back()


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError:
        logger.info("The mail server did not say goodbye.")
