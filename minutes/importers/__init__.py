"""Room: minutes. Importers: the minutes of other systems, read into frozen values. Nothing here knows a database.

`read(data, name)` goes through the stages: `loading` makes paragraphs with places, `grammar` understands single ones,
`reading` puts them together, `as_json` tells it. Every paragraph ends up somewhere or is listed as unread.
"""

from minutes.importers import deadline
from minutes.importers.reading.values import Reading
from minutes.importers.source import MAX_SECONDS, Clock, Unreadable

__all__ = ["Reading", "Unreadable", "read"]


def read(data: bytes, name: str, *, seconds: float = MAX_SECONDS) -> Reading:
    """The reading of a file; `name` becomes its id. Raises Unreadable, and nothing else, for what can't be read."""
    # A thousand patterns: they are compiled for who reads a text, not by each process of the site that starts.
    from minutes.importers import loading
    from minutes.importers.reading import protocols

    try:
        with deadline.limit(seconds):
            clock = Clock(seconds)
            return protocols.read(loading.load(data, clock), name, clock)
    except (RecursionError, MemoryError) as error:
        raise Unreadable("bomb") from error
