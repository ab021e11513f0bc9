"""Sockets to answer on."""

import os
import socket

from okienko.trouble import Trouble

BACKLOG = 2048


def inherited(descriptor: int) -> socket.socket:
    """Take over the socket the supervisor listens on."""
    # Not uvicorn's `fd`: it takes every socket for a unix one, which leaves Nagle's delay on.
    return socket.socket(fileno=descriptor)


def listen(host: str, port: int) -> socket.socket:
    """Listen on an address; port 0 is any free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as reason:
        why = os.strerror(reason.errno or 0).lower()
        raise Trouble(
            f"Port {port} of {host} cannot be used: {why}. Choose another one with --port."
        ) from None
