"""Room: minutes, the portal. Where an item of a projected row is read."""

from django.urls import reverse

from minutes.models import Issue
from minutes.models.publications import MINUTES


def item_url(issue: Issue, number: str) -> str:
    """The page of an item of minutes; of an announced one the agenda."""
    if issue.kind not in MINUTES or not number:
        return issue.get_absolute_url()
    committee, session, year = issue.reference.split("/")
    return reverse("minutes:published-item", args=[issue.body_key, committee, session, year, number])
