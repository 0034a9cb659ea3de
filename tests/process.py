"""Gremia as a process of its own, on the rows of the test: to be killed in mid-sentence, and to be typed at by many."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
_PATIENCE = 60


@dataclass
class Server:
    """A gunicorn with two workers, as in production. `kill` is a kill: nothing is finished, nobody is told."""

    database_url: str
    folder: Path
    port: int = 0
    _process: subprocess.Popen | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start, or start again on the same port; returns when it answers."""
        self.port = self.port or _free_port()
        environment = {
            **os.environ,
            "DATABASE_URL": self.database_url,
            "DEBUG": "1",
            "SECRET_KEY": settings.SECRET_KEY,
            "MEDIA_ROOT": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "minutes.settings",
        }
        command = [sys.executable, "-m", "gunicorn", "minutes.wsgi", "--bind", f"127.0.0.1:{self.port}"]
        command += ["--workers", "2", "--threads", "8", "--no-control-socket", "--log-level", "warning"]
        log = (self.folder / "server.log").open("ab")
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, cwd=ROOT, env=environment, stdout=log, stderr=log, start_new_session=True
        )
        log.close()
        self._wait()

    def kill(self) -> None:
        """Kill all its processes at once."""
        if self._process:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    @property
    def log(self) -> str:
        """What it wrote to its log; a traceback is a mistake."""
        return (self.folder / "server.log").read_text(encoding="utf-8")

    def _wait(self) -> None:
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            try:
                with urlopen(f"{self.url}/accounts/login/", timeout=5):  # noqa: S310 - our own server
                    return
            except HTTPError as error:
                raise AssertionError(f"The server answers {error.code}.\n{self.log}") from error
            except (URLError, OSError):
                # Not there yet, or on a busy machine slow to say its first word.
                if self._process and self._process.poll() is not None:
                    break
                time.sleep(0.1)
        raise AssertionError(f"The server did not start.\n{self.log}")


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """A server on the database of the test, which has to commit what it makes."""
    server = Server(database_url(), folder)
    try:
        server.start()
        yield server
    finally:
        server.kill()


def database_url() -> str:
    """The database of the test, for another process."""
    known = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{known['NAME']}"
    who = quote(known["USER"]) + (f":{quote(known['PASSWORD'])}" if known["PASSWORD"] else "")
    return f"postgresql://{who}@{known['HOST']}:{known['PORT']}/{known['NAME']}"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
