"""Room: minutes, importing. Which addresses may be asked: http and https, and no host inside the own network.

A name is looked up once and the connection goes to the address that was found, so that no other can take its place.
"""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

_PORTS = {"http": 80, "https": 443}

_LAST = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "64:ff9b:1::/48", "::/96")))
"""Where an IPv4 address is at the end: translated by NAT64, and compatible ones of old."""


class Refused(Exception):
    """The address is not asked; the message says why."""


@dataclass(frozen=True, slots=True)
class Host:
    """Where a request goes: the scheme, the name, the port, and the address behind the name."""

    scheme: str
    name: str
    port: int
    ip: str

    @property
    def header(self) -> str:
        """What the request calls the host."""
        name = f"[{self.name}]" if ":" in self.name else self.name
        is_usual = self.port == _PORTS[self.scheme]
        return name if is_usual else f"{name}:{self.port}"


def name_of(url: str) -> str:
    """The host of an address in lower case; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def place_of(url: str) -> str:
    """The host and the port of an address, "name:443"; empty where there is none."""
    try:
        port = urlsplit(url).port or _PORTS.get(urlsplit(url).scheme.lower(), 0)
    except ValueError:
        return ""
    return f"{name_of(url)}:{port}" if name_of(url) and port else ""


def origin_of(url: str) -> str:
    """The server of an address: scheme, host and port; empty where there is none."""
    place = place_of(url)
    return f"{urlsplit(url).scheme.lower()}://{place}" if place else ""


def checked(url: str, *, private: frozenset[str] = frozenset()) -> Host:
    """The host of an address. Raises Refused for what is not http, and for a private host that is not in `private`.

    Those are hosts with a port, "name:443": what else listens at the same host is not asked.
    """
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise Refused(_("This is no address: %(url)s") % {"url": url[:200]}) from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Refused(_("Only addresses with http or https are asked: %(url)s") % {"url": url[:200]})
    if parts.username or parts.password:
        raise Refused(_("An address with a password is not asked."))
    name = parts.hostname.lower()
    return Host(parts.scheme, name, port, _look_up(name, port, is_allowed=f"{name}:{port}" in private))


def _look_up(name: str, port: int, *, is_allowed: bool) -> str:
    try:
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(_("The host %(host)s is not known.") % {"host": name}) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not is_allowed and not all(map(_is_public, addresses)):
        raise Refused(
            _("The host %(host)s is inside a private network; it is asked only where an administrator allows it.")
            % {"host": name}
        )
    return addresses[0]


def _is_public(address: str) -> bool:
    found = ipaddress.ip_address(address.partition("%")[0])
    return all(one.is_global and not one.is_multicast for one in (found, *_inside(found)))


def _inside(found: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses to which a network may translate an IPv6 address."""
    if isinstance(found, ipaddress.IPv4Address):
        return []
    last = ipaddress.IPv4Address(int(found) & 0xFFFF_FFFF)
    named = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
    return [one for one in named if one is not None] + [last for network in _LAST if found in network]
