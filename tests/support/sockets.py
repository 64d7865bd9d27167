"""No test may reach anything but this machine's loopback."""

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import pytest

_LOCAL_NAMES = {"localhost", "", None}


class OutsideConnection(RuntimeError):  # noqa: N818
    """A test tried to leave the machine."""


def is_local(address: object) -> bool:
    """A path of a Unix socket, or a loopback address."""
    if isinstance(address, str | bytes):
        return True
    if not isinstance(address, tuple):
        return False
    host = address[0]
    return host in _LOCAL_NAMES or _is_loopback(host)


def _is_loopback(host: object) -> bool:
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else str(host)).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def _closed_to_the_outside() -> Iterator[None]:
    """Closed for the whole run, also for what fixtures of a module or the session do."""
    patch = pytest.MonkeyPatch()
    for name in ("connect", "connect_ex", "sendto"):
        patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    look_up = socket.getaddrinfo

    def getaddrinfo(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host not in _LOCAL_NAMES and not _is_loopback(host):
            raise OutsideConnection(f"a test looked up {host!r}")
        return look_up(host, *args, **kwargs)

    patch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield
    patch.undo()


def _guarded(original: Any) -> Any:
    def guarded(self: socket.socket, *args: Any) -> Any:
        address = args[-1]
        if self.family != socket.AF_UNIX and not is_local(address):
            raise OutsideConnection(f"a test tried to reach {address!r}")
        return original(self, *args)

    return guarded
