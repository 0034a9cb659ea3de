"""Room: minutes, importing. Waiting for another server, not without end, and with signs of life meanwhile.

A timeout of a socket begins anew with every byte: a server that sends one a minute could hold a worker for days.
"""

import io
import socket
import time
from collections.abc import Callable
from typing import Any

_SLICE = 10.0  # seconds between two signs of life; a claim is lost after more of them


class Watch:
    """How long an answer may still take, and the sign of life that whoever waits for it gives."""

    def __init__(self, longest: float, beat: Callable[[], None]) -> None:
        self.longest = longest
        self.beat = beat
        self.start()

    def start(self) -> None:
        """An answer begins."""
        self.beaten = time.monotonic()
        self.end = self.beaten + self.longest

    def sleep(self, seconds: float) -> None:
        """Wait, and live."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            time.sleep(min(left, _SLICE))
            self.live()

    def live(self) -> None:
        """Give a sign of life, if the last one was some time ago."""
        if time.monotonic() - self.beaten >= _SLICE:
            self.beat()
            self.beaten = time.monotonic()

    def receive(self, sock: Any, buffer: Any) -> int:
        """What came, as soon as something comes. Raises TimeoutError."""
        patience = sock.gettimeout()
        silent = time.monotonic() + (self.longest if patience is None else patience)
        try:
            while True:
                self.live()
                left = min(silent, self.end) - time.monotonic()
                if left <= 0:
                    raise TimeoutError("the answer takes too long")
                sock.settimeout(min(left, _SLICE))
                try:
                    return int(sock.recv_into(buffer))
                except TimeoutError:
                    continue
        finally:
            if sock.fileno() >= 0:
                sock.settimeout(patience)


class _Reader(io.RawIOBase):
    """Reads a socket under a watch."""

    def __init__(self, sock: Any, watch: Watch) -> None:
        self._sock = sock
        # The socket counts who still reads it, and stays open for them.
        self._held = sock.makefile("rb", buffering=0)
        self._watch = watch

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._watch.receive(self._sock, buffer)

    def close(self) -> None:
        self._held.close()
        super().close()


class _Watched:
    """A socket whose reading is watched."""

    def __init__(self, sock: socket.socket, watch: Watch) -> None:
        self._sock = sock
        self._watch = watch

    def makefile(self, mode: str, *_more: Any, **_values: Any) -> io.BufferedReader:
        return io.BufferedReader(_Reader(self._sock, self._watch))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


def connections(kind: Any, watch: Watch) -> Any:
    """The same kind of connections of urllib3, with answers that are watched."""

    class Connection(kind):
        sock: Any

        def connect(self) -> None:
            super().connect()
            self.sock = _Watched(self.sock, watch)

    return Connection
