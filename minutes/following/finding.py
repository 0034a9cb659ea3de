"""Room: minutes, following. Bodies and committees by the names in addresses: those of which something is published."""

from django.db.models import Exists, OuterRef
from django.http import Http404

from committees.models import Body, Committee
from minutes.following.subjects import committees, public


def body(key: str) -> Body:
    """Raises Http404."""
    found = Body.objects.filter(Exists(public().filter(body=OuterRef("pk"))), key=key).first()
    if found is None:
        raise Http404
    return found


def committee(body_key: str, short_name: str) -> Committee:
    """Raises Http404."""
    found = committees().filter(body__key=body_key, short_name=short_name).first()
    if found is None:
        raise Http404
    return found
