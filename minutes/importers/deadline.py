"""A deadline that also ends what never looks at a clock: a signal, where a process may have one. Pure."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from minutes.importers.source import Unreadable


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raises Unreadable after that many seconds, in the main thread of Unix; elsewhere the clock of the stages must do.

    The signal comes again every second, for libraries that swallow what is raised inside of them.
    """
    usable = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not usable or signal.getitimer(signal.ITIMER_REAL)[0]:
        yield
        return

    def ring(_number: int, _frame: FrameType | None) -> None:
        raise Unreadable("too_slow")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
