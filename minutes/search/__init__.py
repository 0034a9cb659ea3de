"""Room: minutes. Searching what was published: one interface, with SQLite FTS5 and PostgreSQL behind it.

Two indexes: what everybody finds, and the items that are not public, for those entitled. They share no table, so that
no count, no suggestion and no snippet of one can come from the other.
"""

from .facets import filter_names, name_of
from .finding import MOST, PAGE_SIZE, find, may_search_internal, newest, suggestions
from .hits import Choice, Facet, Found, Hit
from .index import lock
from .indexing import RECORDS, Loader, clear, index, refresh
from .question import Question

__all__ = [
    "MOST",
    "PAGE_SIZE",
    "RECORDS",
    "Choice",
    "Facet",
    "Found",
    "Hit",
    "Loader",
    "Question",
    "clear",
    "filter_names",
    "find",
    "index",
    "lock",
    "may_search_internal",
    "name_of",
    "newest",
    "refresh",
    "suggestions",
]
