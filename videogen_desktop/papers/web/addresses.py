"""Which addresses may be asked: the configured services, and the few hosts they may send us on to."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx2


def addresses_of(host: str) -> tuple[str, ...]:
    """Return the addresses that a host's name stands for; none when it has no such name."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except OSError:
        return ()
    return tuple(str(entry[4][0]) for entry in found)


@dataclass(frozen=True)
class AddressRules:
    """The addresses that may be asked.

    Args:
        services: The origins of the configured services; they may be local, since a person chose them.
        trusted_hosts: Further hosts that a service may redirect to, over https on its own port and only
            at public addresses. A leading dot means every host below that domain.
        resolve: From a host's name to its addresses.
    """

    services: frozenset[httpx2.Origin]
    trusted_hosts: tuple[str, ...] = ()
    resolve: Callable[[str], tuple[str, ...]] = addresses_of

    def allows(self, url: httpx2.URL) -> bool:
        """Whether ``url`` may be asked."""
        if url.scheme not in ("http", "https") or not url.host or url.userinfo:
            return False
        if url.origin in self.services:
            return True
        host = url.raw_host.decode("ascii")
        return url.scheme == "https" and url.port is None and self._is_trusted(host) and self._is_public(host)

    def _is_trusted(self, host: str) -> bool:
        return any(
            host.endswith(name) if name.startswith(".") else host == name for name in self.trusted_hosts
        )

    def _is_public(self, host: str) -> bool:
        addresses = self.resolve(host)
        return all(ipaddress.ip_address(address.partition("%")[0]).is_global for address in addresses)
