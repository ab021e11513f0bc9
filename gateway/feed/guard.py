"""Where a webhook may go: out to the public internet, and never back into a network of ours (SSRF).

The name is resolved here and the connection made to the very addresses that were looked at, so a name
that answers differently a moment later (DNS rebinding) gains nothing. No proxy, no redirect, no cache.
"""

import asyncio
import ipaddress
import re
import socket
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from kernel.refusals import Kind, Refusal

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
LONGEST = 500
_PORTS = {443, 8443}
_RESOLVE_SECONDS = 5
# Printable ASCII alone: a name in other letters is written as xn--…, so that what is read is what is
# asked, and no look-alike digit becomes an address on the way. A backslash some read as a slash.
_PLAIN = re.compile(r"[!-\[\]-~]+")
_USER = re.compile(r"[^/?]*//[^/?]*@")
_NUMBER = re.compile(r"(0x[0-9a-f]*|[0-9]+)", re.IGNORECASE)
_ONLY_V6 = ipaddress.IPv6Network("2000::/3")
# Within what is called global, but leading elsewhere: tunnels that carry an IPv4 address inside
# (Teredo, 6to4), its relay, and examples (RFC 9637).
_ASTRAY = [
    ipaddress.ip_network(net)
    for net in ("2001::/23", "2002::/16", "3fff::/20", "192.88.99.0/24", "192.0.0.0/24")
]


class AddressNotPublic(Refusal):
    """A webhook goes to https on port 443 or 8443 of a public address, without a user name in it."""

    kind = Kind.INVALID
    pl = "Webhook prowadzi na https, port 443 lub 8443 publicznego adresu, bez nazwy użytkownika w adresie."


class NotPublic(OSError):
    """A name leads to an address that a webhook may not go to."""


def is_public(address: Address) -> bool:
    """Whether an address is on the public internet, and only there."""
    if isinstance(address, ipaddress.IPv6Address) and address not in _ONLY_V6:
        # So neither mapped and translated IPv4 (::ffff:0:0/96, 64:ff9b::/96) nor anything local.
        return False
    astray = any(address.version == net.version and address in net for net in _ASTRAY)
    return address.is_global and not address.is_multicast and not astray


class Guard:
    """Says where a webhook may go; to this machine only where that is declared, for a demonstration."""

    def __init__(self, *, to_this_machine: bool = False) -> None:
        self._to_this_machine = to_this_machine
        # Threads of its own: a name server that hangs must not hold up the rest of the process.
        self._threads = ThreadPoolExecutor(32, thread_name_prefix="webhook-names")

    def permits(self, address: Address) -> bool:
        """Whether a connection may go to an address."""
        return is_public(address) or (self._to_this_machine and address.is_loopback)

    def check(self, text: str) -> URL:
        """The address, if its form is one a webhook may have; no name is asked for yet."""
        if len(text) > LONGEST or not _PLAIN.fullmatch(text):
            raise AddressNotPublic(pointer="/url")
        try:
            url = URL(text)
            host, port = url.host, url.port
        except ValueError:
            raise AddressNotPublic(pointer="/url") from None
        if not host or _USER.match(text) or url.fragment:
            raise AddressNotPublic(pointer="/url")
        literal = _literal(host)
        home = self._to_this_machine and literal is not None and literal.is_loopback
        well = url.scheme == "https" and port in _PORTS
        if not home and (not well or (literal is not None and not is_public(literal))):
            raise AddressNotPublic(pointer="/url")
        if home and url.scheme not in {"http", "https"}:
            raise AddressNotPublic(pointer="/url")
        return url

    async def look_up(self, host: str, port: int) -> Sequence[tuple[int, str, int]]:
        """Family, address and port of every place a name leads to; refuses if one is not public."""
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(
            self._threads, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        )
        places = [(family, str(at[0]), port) for family, _, _, _, at in found]
        # One that is not public spoils them all: nobody publishes both in good faith.
        if not places or not all(self.permits(ipaddress.ip_address(ip)) for _, ip, _ in places):
            raise NotPublic("not a public address")
        return places

    async def admit(self, text: str) -> None:
        """Refuse an address that a webhook may not have; whether its name is unknown or leads inside
        is told alike, so that nobody learns the names of an inner network.
        """
        url = self.check(text)
        try:
            async with asyncio.timeout(_RESOLVE_SECONDS):
                await self.look_up(url.host or "", url.port or 0)
        except (OSError, TimeoutError, UnicodeError, ValueError):
            raise AddressNotPublic(pointer="/url") from None

    def close(self) -> None:
        """Let the threads go."""
        self._threads.shutdown(wait=False, cancel_futures=True)


class GuardedNames(AbstractResolver):
    """The names as the guard lets aiohttp see them: it connects to these addresses and no others."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses to connect to."""
        del family
        return [
            ResolveResult(
                hostname=host, host=ip, port=at, family=kind, proto=0, flags=socket.AI_NUMERICHOST
            )
            for kind, ip, at in await self._guard.look_up(host, port)
        ]

    async def close(self) -> None:
        """Nothing is held."""


def _literal(host: str) -> Address | None:
    """The address that a host is written as; none: a name. What only some read as one is refused."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        labels = host.rstrip(".").split(".")
        # 127.1, 0x7f.1, 2130706433, 0177.0.0.1: to a browser or to libc they are addresses.
        odd = _NUMBER.fullmatch(labels[-1]) or ":" in host or "%" in host
        if odd or len(labels) < 2:  # noqa: PLR2004 a name of one word is one of this network
            raise AddressNotPublic(pointer="/url") from None
        return None
