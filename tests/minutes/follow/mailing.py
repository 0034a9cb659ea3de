"""Mail servers of tests: one that writes down what it takes, for processes that are killed, and ones that refuse."""

import os
import time
from pathlib import Path

from django.core.mail.backends.base import BaseEmailBackend

FOLDER = "TEST_MAIL_FOLDER"
STOP = "TEST_MAIL_STOP"
"""Where it stops for ever: "open" before it connects, "before" it takes a mail, "after" it took one, or nowhere."""


class Written(BaseEmailBackend):
    """Takes a mail by writing it as a file under its Message-ID and a number; a file says where it stopped."""

    def open(self) -> bool:
        self._stop("open")
        return True

    def send_messages(self, messages: list) -> int:
        for message in messages:
            self._stop("before")
            name = message.extra_headers["Message-ID"].strip("<>").partition("@")[0]
            folder = Path(os.environ[FOLDER])
            number = len(list(folder.glob(f"{name}-*.eml")))
            (folder / f"{name}-{number}.eml").write_bytes(message.message().as_bytes())
            time.sleep(0.02)  # long enough for two workers to meet
            self._stop("after")
        return len(messages)

    def _stop(self, place: str) -> None:
        if os.environ.get(STOP) == place:
            (Path(os.environ[FOLDER]) / "stopped").touch()
            time.sleep(600)
