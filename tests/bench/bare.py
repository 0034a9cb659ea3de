"""The least that a WSGI application can do: the bytes of a file, again and again."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path

_CONTENT = Path(os.environ.get("BARE_CONTENT", os.devnull)).read_bytes()
_HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(_CONTENT)))]


def application(environ: dict, start_response: Callable) -> Iterable[bytes]:
    start_response("200 OK", _HEADERS)
    return [_CONTENT]
