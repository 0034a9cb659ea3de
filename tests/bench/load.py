"""Requests at full speed over connections that stay open: what a server answers in a second, and how slowly."""

import multiprocessing
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

WORKERS = 2
ROOT = Path(__file__).resolve().parents[2]


class Pace(NamedTuple):
    """Requests a second, and milliseconds that 95 of 100 take at most."""

    rate: float
    p95: float


@contextmanager
def gunicorn(application: str, **environment: str) -> Iterator[list[int]]:
    """Two workers, each at a port of its own: at one for both, chance would say how many of them get anything to do."""
    with ExitStack() as running:
        yield [running.enter_context(_worker(application, environment)) for _n in range(WORKERS)]


@contextmanager
def _worker(application: str, environment: dict[str, str]) -> Iterator[int]:
    port = free_port()
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"127.0.0.1:{port}", "--workers", "1"]
    command += ["--worker-class", "gthread", "--threads", "2", "--no-control-socket", "--log-level", "warning"]
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment)  # noqa: S603 - our own module
    try:
        _wait(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def pace(
    ports: list[int], path: str, *, seconds: float, headers: str = "", varies: bool = False, status: int = 200
) -> Pace:
    """Ask for a page as often as it is answered, a client at each port.

    `varies`: each time at an address that was never asked for.
    """
    context = multiprocessing.get_context("fork")
    with context.Pool(len(ports)) as pool:
        asked = [(port, path, seconds, headers, varies and f"{time.monotonic_ns()}-{port}", status) for port in ports]
        times = [row for rows in pool.starmap(_client, asked) for row in rows]
    times.sort()
    return Pace(len(times) / seconds, times[int(len(times) * 0.95)] * 1000)


def _client(port: int, path: str, seconds: float, headers: str, mark: str, status: int) -> list[float]:
    found, number = [], 0
    expected = f"HTTP/1.1 {status} ".encode()
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        end = time.perf_counter() + seconds
        while (start := time.perf_counter()) < end:
            number += 1
            address = f"{path}{'&' if '?' in path else '?'}n={mark}-{number}" if mark else path
            connection.sendall(f"GET {address} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\n".encode())
            head = _answer(connection)
            if not head.startswith(expected):
                raise AssertionError(head.decode(errors="replace"))
            found.append(time.perf_counter() - start)
    return found


def _answer(connection: socket.socket) -> bytes:
    """The head of an answer that was read to its end."""
    data = bytearray()
    while (end := data.find(b"\r\n\r\n")) < 0:
        data += connection.recv(1 << 18)
    head = bytes(data[:end])
    length = next(
        (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
    )
    left = length - (len(data) - end - 4)
    while left > 0:
        left -= len(connection.recv(1 << 18))
    return head


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


def _wait(port: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("The server did not start.")
