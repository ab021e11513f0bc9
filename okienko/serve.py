"""One process of the house: a service or the gateway, answering on one socket."""

import importlib
import socket

import uvicorn

from okienko.connection import Connection
from okienko.processes import GATEWAY, PROCESSES
from okienko.sockets import BACKLOG
from okienko.trouble import Trouble

GRACE = 10
KEEP_ALIVE = 75


def serve(name: str, listening: socket.socket, *, grace: int = GRACE) -> None:
    """Answer requests until told to stop, then let those under way end within `grace` seconds."""
    if name not in PROCESSES:
        raise Trouble(f"There is no process {name!r}. There are: {', '.join(PROCESSES)}.")
    module = importlib.import_module("gateway.app" if name == GATEWAY else f"services.{name}.app")
    config = uvicorn.Config(
        module.build(),
        loop="uvloop",
        http=Connection,
        ws="none",
        lifespan="on",
        access_log=False,
        log_config=None,
        # Nobody here asks for the caller's address, and the check costs every request.
        proxy_headers=False,
        server_header=False,
        date_header=True,
        backlog=BACKLOG,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=grace,
    )
    uvicorn.Server(config).run(sockets=[listening])
