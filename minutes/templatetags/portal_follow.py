"""Template filters of the links that lead to following."""

from django import template

register = template.Library()


@register.filter
def without_mark(query_string: str) -> str:
    """A query string without its question mark."""
    return query_string.removeprefix("?")
