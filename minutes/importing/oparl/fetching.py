"""Room: minutes, importing. Asking another server politely: one request at a time, with pauses, not without end."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

import urllib3
from django.conf import settings
from django.utils.translation import gettext as _
from urllib3.util import Retry, Timeout

from minutes.importing.oparl import addresses, watching
from minutes.importing.oparl.addresses import Refused
from minutes.importing.oparl.watching import Watch

MOST_OF_A_PAGE = 64 * 1024 * 1024
_MOST_REDIRECTS = 5
_PIECE = 64 * 1024


class Unreadable(Exception):
    """Nothing usable came from an address; the message says why. `status` is that of HTTP, 0 where there was none."""

    def __init__(self, message: str, *, status: int = 0, content: bytes = b"") -> None:
        super().__init__(message)
        self.status = status
        self.content = content


class _Patience(Retry):
    """Tries again as the server asks, but does not wait for hours; each try begins a new `watch`."""

    watch: Watch

    def new(self, **values: Any) -> "_Patience":
        found = super().new(**values)
        found.watch = self.watch
        return found

    def get_retry_after(self, response: Any) -> float | None:
        try:
            found = super().get_retry_after(response)
        except urllib3.exceptions.InvalidHeader:
            return None
        return min(found, self.backoff_max) if found is not None else None

    def sleep(self, response: Any = None) -> None:
        wanted = self.get_retry_after(response) if response and self.respect_retry_after_header else None
        self.watch.sleep(wanted or self.get_backoff_time())
        self.watch.start()


@dataclass
class Client:
    """Asks addresses of one source. `hosts`: those that links may lead to; `private`: those inside, "name:443"."""

    hosts: frozenset[str]
    private: frozenset[str] = frozenset()
    delay: float = 0.5
    tries: int = 5
    backoff: float = 1.0
    longest_wait: float = 300.0
    longest_answer: float = 600.0
    beat: Callable[[], None] = lambda: None
    _last: float = field(default=0.0, init=False)
    _pools: dict[addresses.Host, urllib3.HTTPConnectionPool] = field(default_factory=dict, init=False)
    _watch: Watch = field(init=False)

    def __post_init__(self) -> None:
        self._watch = Watch(self.longest_answer, lambda: self.beat())

    def json(self, url: str) -> Any:
        """What stands at an address. Raises Unreadable, Refused."""
        content = b"".join(self.pieces(url, most=MOST_OF_A_PAGE, accept="application/json"))
        return parsed(content)

    def pieces(self, url: str, *, most: int, accept: str = "*/*", is_file: bool = False) -> Iterator[bytes]:
        """The bytes at an address. `is_file`: from whichever public host. Raises Unreadable, Refused."""
        response = self._answer(url, accept, is_file=is_file)
        try:
            size = 0
            for piece in response.stream(_PIECE, decode_content=True):
                size += len(piece)
                if size > most:
                    raise Unreadable(_("The answer is larger than %(size)d MB.") % {"size": most // 2**20})
                yield piece
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise Unreadable(_("The answer broke off.")) from error
        finally:
            # What is left of an answer is not read; its connection ends with it.
            response.close()
            response.release_conn()

    def _answer(self, url: str, accept: str, *, is_file: bool) -> urllib3.BaseHTTPResponse:
        for _time in range(_MOST_REDIRECTS + 1):
            response = self._ask(url, accept, is_file=is_file)
            target = response.get_redirect_location()
            if not target:
                break
            response.close()
            response.release_conn()
            url = urljoin(url, target)
        else:
            raise Unreadable(_("The address leads from one to the next without end."))
        if response.status != 200:
            try:
                content = response.read(10_000, decode_content=True)
            except (urllib3.exceptions.HTTPError, OSError):
                content = b""
            response.close()
            response.release_conn()
            raise Unreadable(
                _("The server answers with status %(status)d.") % {"status": response.status},
                status=response.status,
                content=content,
            )
        return response

    def _ask(self, url: str, accept: str, *, is_file: bool) -> urllib3.BaseHTTPResponse:
        if not is_file and addresses.name_of(url) not in self.hosts:
            raise Refused(_("The address leads to another host: %(url)s") % {"url": url[:200]})
        host = addresses.checked(url, private=self.private)
        self._wait()
        headers = {
            "Host": host.header,
            "User-Agent": f"Gremia (OParl import; {settings.SITE_URL})",
            "Accept": accept,
            "Accept-Encoding": "gzip, deflate",
        }
        retries = _Patience(
            total=self.tries,
            redirect=False,
            status_forcelist=(429, 500, 502, 503, 504),
            allowed_methods=("GET",),
            backoff_factor=self.backoff,
            backoff_max=self.longest_wait,
            raise_on_status=False,
        )
        retries.watch = self._watch
        self._watch.start()
        try:
            return self._pool(host).request(
                "GET", _path_of(url), headers=headers, retries=retries, redirect=False, preload_content=False
            )
        except urllib3.exceptions.MaxRetryError as error:
            raise Unreadable(_("The server could not be reached: %(why)s") % {"why": _why(error)}) from error
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise Unreadable(_("The server could not be reached: %(why)s") % {"why": _why(error)}) from error
        finally:
            self._last = time.monotonic()

    def _pool(self, host: addresses.Host) -> urllib3.HTTPConnectionPool:
        """The connection goes to the address that was checked; the certificate is that of the name."""
        if host not in self._pools:
            timeout = Timeout(connect=15, read=90)
            if host.scheme == "https":
                self._pools[host] = urllib3.HTTPSConnectionPool(
                    host.ip, host.port, timeout=timeout, server_hostname=host.name, assert_hostname=host.name
                )
            else:
                self._pools[host] = urllib3.HTTPConnectionPool(host.ip, host.port, timeout=timeout)
            self._pools[host].ConnectionCls = watching.connections(self._pools[host].ConnectionCls, self._watch)
        return self._pools[host]

    def close(self) -> None:
        """End all connections."""
        for pool in self._pools.values():
            pool.close()
        self._pools.clear()

    def _wait(self) -> None:
        self.beat()
        left = self._last + self.delay - time.monotonic()
        if self._last and left > 0:
            self._watch.sleep(left)


def parsed(content: bytes) -> Any:
    """JSON, also with control characters in texts and with a mark at its beginning. Raises Unreadable."""
    try:
        return json.loads(content.decode("utf-8-sig", errors="replace"), strict=False)
    except (ValueError, RecursionError) as error:
        raise Unreadable(_("The answer is no JSON."), content=content[:10_000]) from error


def _path_of(url: str) -> str:
    parts = urllib3.util.parse_url(url)
    return parts.request_uri


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return f"{type(reason).__name__}: {reason}"[:200]
