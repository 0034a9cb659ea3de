"""Room: minutes, following. What a mail to a follower says: only what everybody can read when it is sent."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from uuid import UUID

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.translation import ngettext

from minutes import search
from minutes.following import links
from minutes.following.subjects import absolute, clean, detail, host, public, title
from minutes.following.subscriptions import about, in_language_of, question_of
from minutes.models import Alert, Issue, Subscription

_PLACES = 3
_A_MOMENT = datetime.timedelta(milliseconds=1)
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Line:
    """What a mail says of a publication, or of a place in it that a search found."""

    publication: int
    title: str
    detail: str
    url: str
    snippet: str = ""


def compose(
    subscription: Subscription, alerts: Iterable[Alert], letter: UUID
) -> tuple[EmailMultiAlternatives | None, set[int]]:
    """The mail, and the publications of which it tells; None if there is none left to tell of.

    What was withdrawn meanwhile, or replaced by a newer edition, is not told.
    """
    keys = [alert.publication_id for alert in alerts]
    rows = public().current().filter(pk__in=keys).without_content()
    issues = list(rows.order_by("visible_from", "pk"))
    lines = _of_search(subscription, issues) if subscription.question else [_line(issue) for issue in issues]
    if not lines:
        return None, set()
    with in_language_of(subscription.follower):
        return _message(subscription, lines, letter), {line.publication for line in lines}


def _line(issue: Issue) -> Line:
    return Line(issue.pk, title(issue), detail(issue), absolute(issue.get_absolute_url()))


def _of_search(subscription: Subscription, issues: list[Issue]) -> list[Line]:
    by_key = {issue.pk: issue for issue in issues}
    if not by_key:
        return []
    after = min(issue.visible_from for issue in issues) - _A_MOMENT
    asked = question_of(subscription.question)
    # A few places of each are enough to say why; the link leads to the rest.
    found = [hit for key in by_key for hit in search.newest(asked, after, _PLACES, among=[key])]
    return [
        Line(
            hit.publication_id,
            clean(str(hit.title)),
            title(by_key[hit.publication_id]) + "; " + detail(by_key[hit.publication_id]),
            absolute(hit.url),
            clean(" ".join(unescape(strip_tags(hit.snippet)).split())),
        )
        for hit in found
    ]


def _message(subscription: Subscription, lines: list[Line], letter: UUID) -> EmailMultiAlternatives:
    name = about(subscription)
    context = {
        "about": name,
        "lines": lines,
        "language": subscription.follower.language,
        "end": links.to_end(subscription),
        "mine": links.to_list(subscription.follower),
    }
    headers = {
        # The same whenever this letter is tried again.
        "Message-ID": f"<{letter}@{host()}>",
        "List-Unsubscribe": f"<{context['end']}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
    }
    text = render_to_string("minutes/email/alert.txt", context).strip() + "\n"
    message = EmailMultiAlternatives(_subject(lines, name), text, headers=headers)
    message.to = [subscription.follower.email]
    message.attach_alternative(render_to_string("minutes/email/alert.html", context), "text/html")
    return message


def _subject(lines: list[Line], name: str) -> str:
    if len(lines) == 1 and not lines[0].snippet:
        text = lines[0].title
    else:
        text = ngettext("%(count)d publication: %(about)s", "%(count)d publications: %(about)s", len(lines))
        text = text % {"count": len(lines), "about": name}
    text = " ".join(text.split())
    return "Gremia: " + (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
