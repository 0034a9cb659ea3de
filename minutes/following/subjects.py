"""Room: minutes, following. What can be followed, how a publication is called there, and whole addresses.

Titles are in the language of the records, whoever reads them.
"""

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from minutes.committee_names import Named, named
from minutes.models import Audience, Issue, Publication
from minutes.models.issues import IssueQuerySet
from minutes.templatetags.portal import session_title

Kind = Publication.Kind

_NOUNS = {
    Kind.MINUTES: "Niederschrift",
    Kind.IMPORT: "Niederschrift",
    Kind.AGENDA: "Tagesordnung",
    Kind.NOTICE: "Bekanntmachung",
    Kind.PAPER: "Vorlage",
    Kind.DIRECTORY: "Mitglieder",
}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def public() -> IssueQuerySet:
    """All that everybody could read at some time until now."""
    return Issue.objects.filter(audience=Audience.PUBLIC, visible_from__lte=timezone.now())


def committees() -> list[Named]:
    """The committees of which something was published for everybody, by body; one query."""
    return named(public())


def noun(issue: Issue) -> str:
    """Niederschrift, Tagesordnung, …"""
    return _NOUNS[Kind(issue.kind)]


def title(issue: Issue) -> str:
    """``Niederschrift über die 7. Sitzung des Kreistags (KT/7/2026)``; read with `without_content`.

    Of a paper that was withdrawn only the number is told, as at its address.
    """
    if issue.kind == Kind.PAPER:
        text = f"{noun(issue)} {issue.reference}" + ("" if issue.withdrawn_at else f": {issue.title}")
    elif issue.kind == Kind.DIRECTORY:
        text = f"{noun(issue)}: {issue.title}"
    else:
        text = f"{noun(issue)} {issue.title}"
    if issue.withdrawn_at:
        return clean(f"Zurückgenommen: {text}")
    return clean(f"{text} (geändert)" if issue.publication.edition > 1 else text)


def session_name(issue: Issue) -> str:
    """``7. Sitzung des Kreistags``"""
    return clean(session_title(issue))


def detail(issue: Issue) -> str:
    """``11.03.2026, Kreistag, Kreis Musterland``"""
    words = [f"{issue.date:%d.%m.%Y}", issue.committee_name, issue.body_name]
    return clean(", ".join(filter(None, words)))


def withdrawal(issue: Issue) -> str:
    """That it was withdrawn, and why."""
    day = timezone.localtime(issue.withdrawn_at)
    return clean(f"Zurückgenommen am {day:%d.%m.%Y}: {issue.publication.withdrawal.reason}")


def clean(text: str) -> str:
    """Without the control characters that neither XML nor a calendar may hold."""
    return _NOT_IN_XML.sub(" ", text)


def absolute(path: str) -> str:
    """A path of this site as a whole address; one that is whole already stays."""
    return path if urlsplit(path).scheme else settings.SITE_URL.rstrip("/") + path


def host() -> str:
    """The name under which ids are made, the same wherever a page was asked for."""
    return urlsplit(settings.SITE_URL).hostname or "localhost"
