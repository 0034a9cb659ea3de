"""Room: minutes. A file that is handed on while it is written: what a ZIP archive is written into."""

from collections.abc import Iterator

_ENOUGH = 64 * 1024


class Pieces:
    """Takes bytes, and gives them away in pieces. It can't go back, and says so by having no `seek`."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []
        self._size = 0

    def write(self, content: bytes) -> int:
        self._parts.append(bytes(content))
        self._size += len(content)
        return len(content)

    def flush(self) -> None:
        """Nothing: who reads decides."""

    def taken(self, *, is_last: bool = False) -> Iterator[bytes]:
        """What was written since, if it is enough for a piece; `is_last`: however little."""
        if self._size >= _ENOUGH or (is_last and self._size):
            piece = b"".join(self._parts)
            self._parts, self._size = [], 0
            yield piece
