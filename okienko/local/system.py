"""The whole local system, from the first port to the last good-bye: `okienko up`."""

import asyncio
import functools
import importlib
import importlib.util
import os
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from okienko import migrate
from okienko.local import probes
from okienko.local.broker import Broker, free_port
from okienko.local.choice import Choice, say, summary
from okienko.local.environment import Environment
from okienko.local.home import Home, Run
from okienko.local.postgres import Postgres
from okienko.local.supervisor import Program, Supervisor
from okienko.local.told import check_identity, variables
from okienko.processes import GATEWAY, PROCESSES, SERVICES
from okienko.sockets import listen

GRACE = 3
READY_WITHIN = 60.0
STOP_ON = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def seed_demo(home: Home) -> None:
    """Fill a demonstration with institutions and clients."""
    if importlib.util.find_spec("okienko.seed") is not None:
        importlib.import_module("okienko.seed").seed(home)


@dataclass(frozen=True)
class House:
    """What the house is made of; tests put it up with small programs of their own."""

    # -P: the folder we were started in may hold a `services` or `kernel` of its own.
    serve: tuple[str, ...] = (sys.executable, "-P", "-m", "okienko", "serve")
    migrate: Callable[[str, str], Awaitable[None]] = migrate.upgrade
    seed: Callable[[Home], None] = seed_demo


def up(choice: Choice, environment: Environment, house: House = House()) -> None:
    """Run the whole house until told to stop."""
    check_identity(environment, demo=choice.demo)
    # Before anything is made: a taken port is the commonest trouble and must leave no trace.
    sockets = {GATEWAY: listen(choice.host, choice.port)}
    sockets |= {service: listen("127.0.0.1", 0) for service in SERVICES}
    choice.home.create()
    with choice.home.locked():
        asyncio.run(_System(choice, environment, house, sockets).run())


class _System:
    """One run of the house."""

    def __init__(
        self,
        choice: Choice,
        environment: Environment,
        house: House,
        sockets: Mapping[str, socket.socket],
    ) -> None:
        self._home = choice.home
        self._environment = environment
        self._house = house
        self._sockets = sockets
        self._supervisor = Supervisor(self._note_processes, say)
        self._postgres: Postgres | None = None
        self._broker: Broker | None = None
        if not environment.has_own_postgres:
            self._postgres = Postgres.of(choice.home, environment.run_as)
        if not environment.nats_url:
            self._broker = Broker(choice.home, free_port())
        self._run = self._plan(choice)

    async def run(self) -> None:
        """Start everything, wait for a signal, stop everything."""
        told = asyncio.Event()
        for number in STOP_ON:
            # `nohup` and `&` ask us to ignore one of them.
            if signal.getsignal(number) is not signal.SIG_IGN:
                asyncio.get_running_loop().add_signal_handler(number, told.set)
        stopping = asyncio.create_task(told.wait())
        starting = asyncio.create_task(self._start())
        try:
            await asyncio.wait((starting, stopping), return_when=asyncio.FIRST_COMPLETED)
            if starting.done():
                starting.result()
            await stopping
        finally:
            starting.cancel()
            await self._stop()

    async def _start(self) -> None:
        say(f"Okienko starts; its data are in {self._home.folder}")
        await self._start_servers()
        await self._migrate()
        for name in PROCESSES:
            self._supervisor.start(self._process(name))
        for name, url in (self._run.service_urls | {GATEWAY: self._run.gateway_url}).items():
            await self._supervisor.until(name, functools.partial(probes.is_ready, url))
        say(f"Processes   ready: {', '.join(PROCESSES)}")
        if self._run.demo:
            # In a thread, because it asks the gateway as any client does, and we keep watch.
            await asyncio.to_thread(self._house.seed, self._home)
        await self._supervisor.until(
            GATEWAY, functools.partial(probes.house_passes, self._run.gateway_url)
        )
        self._run = self._run.as_ready()
        self._home.note(self._run)
        say(summary(self._home, self._run))

    async def _start_servers(self) -> None:
        if self._postgres is not None:
            self._postgres.initialise()
            self._supervisor.start(self._postgres.program())
        if self._broker is not None:
            self._supervisor.start(self._broker.program())
            await self._supervisor.until("nats", self._broker.answers)
            say(f"NATS        ready on 127.0.0.1:{self._broker.port}")
        if self._postgres is not None:
            # A crash before may have left minutes of journal to replay.
            await self._supervisor.until("postgres", self._postgres.answers, patience=300)
            await self._postgres.create_databases(PROCESSES)
            say(f"PostgreSQL  ready in {self._postgres.places.cluster}")

    async def _migrate(self) -> None:
        # One after another: alembic keeps its context in module globals.
        for name in PROCESSES:
            await self._house.migrate(name, self._run.database_urls[name])
        say(f"Migrations  {len(PROCESSES)} databases are at their head")

    async def _stop(self) -> None:
        say("Stopping …")
        await self._supervisor.stop(GATEWAY)
        await self._supervisor.stop(*SERVICES)
        for listening in self._sockets.values():
            listening.close()
        await self._supervisor.stop("nats")
        await self._supervisor.stop("postgres")
        if self._postgres is not None:
            self._postgres.tidy()
        self._home.forget()
        say("Stopped.")

    def _process(self, name: str) -> Program:
        descriptor = self._sockets[name].fileno()
        return Program(
            name=name,
            argv=[*self._house.serve, name, "--fd", str(descriptor), "--grace", str(GRACE)],
            log=self._home.logs / f"{name}.log",
            env=variables(name, self._run, self._home, self._environment),
            inherits=(descriptor,),
        )

    def _plan(self, choice: Choice) -> Run:
        port = self._sockets[GATEWAY].getsockname()[1]
        return Run(
            pid=os.getpid(),
            host=choice.host,
            port=port,
            demo=choice.demo,
            gateway_url=_url_of(choice.host, port),
            service_urls={
                name: _url_of("127.0.0.1", self._sockets[name].getsockname()[1])
                for name in SERVICES
            },
            database_urls={
                name: (self._postgres or self._environment).database_url(name)
                for name in PROCESSES
            },
            nats_url=self._broker.url if self._broker else self._environment.nats_url or "",
        )

    def _note_processes(self, processes: dict[str, int]) -> None:
        self._run = self._run.with_processes(processes)
        self._home.note(self._run)


def _url_of(host: str, port: int) -> str:
    """Give an address that can be asked: `0.0.0.0` is only good for listening."""
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://[{reachable}]:{port}" if ":" in reachable else f"http://{reachable}:{port}"
