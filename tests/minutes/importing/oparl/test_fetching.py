"""Other servers are asked politely, and only those that may be asked."""

import gzip
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from typing import Any

import pytest

from minutes.importing.oparl import addresses, fetching, watching
from minutes.importing.oparl.addresses import Refused
from minutes.importing.oparl.fetching import Client, Unreadable

Answer = tuple[int, dict[str, str], bytes]


class Other:
    """A server of this machine that answers what a test wants, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, str, dict[str, str]]] = []
        self.answers: dict[str, Callable[[], Answer]] = {}
        other = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                other.asked.append((time.monotonic(), self.path, dict(self.headers.items())))
                status, headers, content = other.answers.get(self.path, lambda: (404, {}, b"{}"))()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if "Content-Length" not in headers:
                    self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *args: Any) -> None:
                """No noise."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        # Who asked may have broken off.
        self.server.handle_error = lambda request, address: None
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.place = f"127.0.0.1:{self.server.server_port}"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()

    def says(self, path: str, value: Any, status: int = 200, **headers: str) -> str:
        content = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.answers[path] = lambda: (status, headers, content)
        return f"{self.url}{path}"


@pytest.fixture
def other() -> Iterator[Other]:
    found = Other()
    yield found
    found.server.shutdown()
    found.server.server_close()


@pytest.fixture
def client(other) -> Iterator[Client]:
    own = frozenset({"127.0.0.1"})
    found = Client(hosts=own, private=frozenset({other.place}), delay=0, backoff=0, tries=3)
    yield found
    found.close()


def test_it_says_who_asks_and_takes_compressed_answers(other, client):
    url = other.says("/x", gzip.compress(b'{"a": 1}'), **{"Content-Encoding": "gzip"})
    assert client.json(url) == {"a": 1}
    headers = other.asked[0][2]
    assert "Gremia" in headers["User-Agent"]
    assert headers["Accept"] == "application/json"


def test_requests_come_one_by_one_with_a_pause(other, client):
    client.delay = 0.2
    url = other.says("/x", {})
    for _time in range(3):
        client.json(url)
    moments = [moment for moment, _path, _headers in other.asked]
    assert all(later - earlier >= 0.19 for earlier, later in pairwise(moments))


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_that_is_busy_is_asked_again(other, client, status):
    answers = iter([(status, {"Retry-After": "0"}, b"{}"), (status, {}, b"{}"), (200, {}, b'{"a": 1}')])
    other.answers["/x"] = lambda: next(answers)
    assert client.json(f"{other.url}/x") == {"a": 1}
    assert len(other.asked) == 3


def test_it_waits_as_long_as_the_server_asks_but_not_for_hours(other, client):
    answers = iter([(429, {"Retry-After": "1"}, b"{}"), (200, {}, b"{}"), (503, {"Retry-After": "9999"}, b"{}")])
    other.answers["/x"] = lambda: next(answers, (200, {}, b"{}"))
    client.json(f"{other.url}/x")
    assert other.asked[1][0] - other.asked[0][0] >= 0.9
    client.longest_wait = 0.2
    client.json(f"{other.url}/x")
    assert other.asked[3][0] - other.asked[2][0] < 5


def test_a_server_that_stays_busy_is_given_up(other, client):
    url = other.says("/x", {}, status=503)
    with pytest.raises(Unreadable) as error:
        client.json(url)
    assert error.value.status == 503
    assert len(other.asked) == 4


def test_what_is_not_there_is_not_asked_for_again(other, client):
    with pytest.raises(Unreadable) as error:
        client.json(f"{other.url}/lost")
    assert error.value.status == 404
    assert len(other.asked) == 1


@pytest.mark.parametrize("content", [b"<html>Wartung</html>", b"", b'{"a": ', b"[" * 100_000, b"\xff\xfe\x00"])
def test_an_answer_that_is_no_json_is_told_of(other, client, content):
    with pytest.raises(Unreadable):
        client.json(other.says("/x", content))


def test_an_answer_without_end_is_broken_off(other, client, monkeypatch):
    monkeypatch.setattr(fetching, "MOST_OF_A_PAGE", 100_000)
    with pytest.raises(Unreadable):
        client.json(other.says("/x", b" " * 200_000))
    bomb = gzip.compress(b" " * 5_000_000)
    assert len(bomb) < 100_000
    with pytest.raises(Unreadable):
        client.json(other.says("/bomb", bomb, **{"Content-Encoding": "gzip"}))


def test_an_answer_that_is_cut_off_is_told_of(other, client):
    with pytest.raises(Unreadable):
        client.json(other.says("/x", b'{"a": 1}', **{"Content-Length": "100", "Connection": "close"}))


def test_a_redirect_is_followed_on_the_same_host(other, client):
    other.says("/new", {"a": 1})
    assert client.json(other.says("/old", b"", status=301, Location="/new")) == {"a": 1}


def test_a_redirect_without_end_is_given_up(other, client):
    with pytest.raises(Unreadable):
        client.json(other.says("/x", b"", status=302, Location="/x"))


@pytest.mark.parametrize(
    "target", ["http://localhost:1/x", "http://169.254.169.254/latest", "file:///etc/passwd", "ftp://127.0.0.1/x"]
)
def test_a_redirect_to_elsewhere_is_refused(other, client, target):
    with pytest.raises((Refused, Unreadable)):
        client.json(other.says("/x", b"", status=302, Location=target))
    assert len(other.asked) == 1


def test_a_server_that_is_not_there_is_told_of(other):
    other.server.shutdown()
    other.server.server_close()
    own = frozenset({"127.0.0.1"})
    with pytest.raises(Unreadable):
        Client(hosts=own, private=frozenset({other.place}), delay=0, backoff=0, tries=1).json(f"{other.url}/x")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/x",
        "http://localhost/x",
        "http://0.0.0.0/x",
        "http://[::1]/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://10.1.2.3/x",
        "http://192.168.1.1/x",
        "http://172.16.0.1/x",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/x",
        "http://[fd00::1]/x",
        "http://[2002:7f00:1::]/x",
        "http://[64:ff9b::7f00:1]/x",
        "http://[64:ff9b::a9fe:a9fe]/x",
        "http://[64:ff9b:1::a00:1]/x",
        "http://[::7f00:1]/x",
        "http://[2001:0:5db8:d822::80ff:fffe]/x",
        "http://224.0.0.1/x",
        "http://2130706433/x",
        "http://0x7f.1/x",
        "ftp://93.184.216.34/x",
        "file:///etc/passwd",
        "gopher://93.184.216.34/",
        "http:///x",
        "http://user:password@93.184.216.34/",
        "http://93.184.216.34:99999/",
        "javascript:alert(1)",
        "//93.184.216.34/",
        "",
    ],
)
def test_no_address_inside_the_own_network_is_asked(url):
    with pytest.raises(Refused):
        addresses.checked(url)


def test_a_public_address_may_be_asked():
    assert addresses.checked("https://93.184.216.34:8443/x").header == "93.184.216.34:8443"
    assert addresses.checked("https://[2606:2800:220:1::1]/x").header == "[2606:2800:220:1::1]"
    assert addresses.checked("https://[64:ff9b::5db8:d822]/x").port == 443


def test_a_name_with_one_address_inside_is_refused(monkeypatch):
    found = [(0, 0, 0, "", ("93.184.216.34", 443)), (0, 0, 0, "", ("10.0.0.1", 443))]
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda *names, **values: found)
    with pytest.raises(Refused):
        addresses.checked("https://ris.example/")


def test_the_connection_goes_to_the_address_that_was_looked_at(monkeypatch, other):
    """A second look could find another one."""
    looks = []
    port = other.server.server_port

    def look(name, *more, **values):
        looks.append(name)
        return [(2, 1, 6, "", ("127.0.0.1", port))]

    own = frozenset({"ris.example"})
    client = Client(hosts=own, private=own, delay=0, tries=0)
    host = addresses.Host("http", "ris.example", port, "127.0.0.1")
    monkeypatch.setattr(fetching.addresses, "checked", lambda url, private: host)
    other.says("/x", {"a": 1})
    assert client.json(f"http://ris.example:{port}/x") == {"a": 1}
    assert other.asked[0][2]["Host"] == f"ris.example:{port}"
    assert looks == []
    client.close()


def test_a_host_is_asked_where_the_administrator_named_it():
    own = frozenset({"127.0.0.1:80"})
    assert addresses.checked("http://127.0.0.1/x", private=own).ip == "127.0.0.1"
    with pytest.raises(Refused):
        addresses.checked("http://127.0.0.2/x", private=own)


def test_nothing_else_that_listens_at_a_host_of_the_own_network_is_asked():
    own = frozenset({"127.0.0.1:8080"})
    assert addresses.checked("http://127.0.0.1:8080/x", private=own).port == 8080
    for url in ("http://127.0.0.1:6379/x", "http://127.0.0.1/x", "https://127.0.0.1/x"):
        with pytest.raises(Refused):
            addresses.checked(url, private=own)


def dripping(head: bytes) -> Iterator[str]:
    """A server that says `head`, and then a letter now and then, without end."""
    listening = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def serve() -> None:
        with suppress(OSError):
            while True:
                sock, _address = listening.accept()
                with suppress(OSError), sock:
                    sock.recv(10_000)
                    sock.sendall(head)
                    while not ended.wait(0.05):
                        sock.sendall(b"x")

    threading.Thread(target=serve, daemon=True).start()
    yield f"127.0.0.1:{listening.getsockname()[1]}"
    ended.set()
    listening.close()


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nX: ",
        b"HTTP/1.1 200 OK\r\nContent-Length: 9000000\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffff\r\n",
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 9000000\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: /y\r\nContent-Length: 9000000\r\n\r\n",
    ],
)
def test_an_answer_that_never_ends_is_given_up_with_signs_of_life(monkeypatch, head):
    monkeypatch.setattr(watching, "_SLICE", 0.1)
    beats: list[float] = []
    servers = dripping(head)
    place = next(servers)
    client = Client(
        hosts=frozenset({"127.0.0.1"}), private=frozenset({place}), delay=0, backoff=0, tries=0,
        longest_answer=0.6, beat=lambda: beats.append(time.monotonic()),
    )  # fmt: skip
    begun = time.monotonic()
    with pytest.raises(Unreadable):
        client.json(f"http://{place}/x")
    assert time.monotonic() - begun < 5
    assert len(beats) >= 3
    client.close()
    next(servers, None)


def test_who_waits_for_a_busy_server_gives_signs_of_life(other, client, monkeypatch):
    monkeypatch.setattr(watching, "_SLICE", 0.1)
    beats: list[float] = []
    client.beat = lambda: beats.append(time.monotonic())
    answers = iter([(503, {"Retry-After": "1"}, b"{}"), (200, {}, b"{}")])
    other.answers["/x"] = lambda: next(answers)
    client.json(f"{other.url}/x")
    assert len(beats) >= 5
