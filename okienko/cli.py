"""The command line: every command is a thin door to the module that does the work."""

# ruff: noqa: PLC0415 - a service's process comes in by this door too, and a command's own
# imports would cost each of the six a third of a second and ten megabytes.

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

from okienko.local.choice import Choice
from okienko.local.environment import environment
from okienko.local.home import Home
from okienko.processes import PROCESSES
from okienko.trouble import Trouble

app = typer.Typer(
    name="okienko",
    help="Okienko on this machine: run it, look after it, try it.",
    no_args_is_help=True,
    add_completion=False,
    # A traceback may show the variables it passed, and among them are passwords.
    pretty_exceptions_enable=False,
)

DataDir = Annotated[
    Path,
    typer.Option(
        "--data-dir",
        default_factory=lambda: environment().data_dir,
        show_default="OKIENKO_DATA_DIR or .okienko",
        help="Where this system keeps its data.",
    ),
]
Port = Annotated[int, typer.Option(help="The gateway's port.")]


def main() -> None:
    """Run the command line; trouble is one sentence, not a traceback."""
    try:
        app()
    except (Trouble, PermissionError) as trouble:
        print(f"okienko: {trouble}", file=sys.stderr)
        raise SystemExit(1) from None


@app.command()
def up(
    data_dir: DataDir,
    demo: Annotated[bool, typer.Option(help="With made-up people and their tokens.")] = False,
    host: Annotated[str, typer.Option(help="The gateway's address.")] = "127.0.0.1",
    port: Port = 8000,
    detach: Annotated[bool, typer.Option(help="Return once it is ready.")] = False,
) -> None:
    """Run the whole house on this machine."""
    choice = Choice(Home.at(data_dir), host, port, demo)
    if detach:
        from okienko.local import control

        control.up_behind(choice, environment())
    else:
        from okienko.local import system

        system.up(choice, environment())


@app.command()
def down(data_dir: DataDir) -> None:
    """Stop the house."""
    from okienko.local import control

    control.down(Home.at(data_dir))


@app.command()
def status(data_dir: DataDir) -> None:
    """Say what runs, and where."""
    from okienko.local import control

    control.status(Home.at(data_dir))


@app.command()
def doctor(data_dir: DataDir, port: Port = 8000) -> None:
    """Look for what is wrong with this machine or the running house, and say the cure."""
    from okienko.local.doctor import examine

    findings = examine(Home.at(data_dir), port, environment())
    print("\n".join(str(finding) for finding in findings))
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


@app.command()
def reset(
    data_dir: DataDir,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Delete all data of a stopped house, its keys too."""
    from okienko.local import control

    home = Home.at(data_dir)
    if not yes:
        typer.confirm(f"Delete everything in {home.folder}, for good?", abort=True)
    control.reset(home)


@app.command()
def serve(
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(PROCESSES)}.")],
    fd: Annotated[int | None, typer.Option(help="A listening socket to take over.")] = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = 8000,
    grace: Annotated[int, typer.Option(help="Seconds for requests to end at a stop.")] = 10,
) -> None:
    """Run one process of the house; its settings are in the environment."""
    from okienko import serve, sockets

    listening = sockets.listen(host, port) if fd is None else sockets.inherited(fd)
    serve.serve(name, listening, grace=grace)


@app.command()
def migrate(
    data_dir: DataDir,
    names: Annotated[list[str] | None, typer.Argument(help="All, if none is named.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Only compare with the code.")] = False,
) -> None:
    """Bring databases to the head of their histories."""
    from okienko import migrate

    act = migrate.check if check else migrate.upgrade
    for name in names or PROCESSES:
        asyncio.run(act(name, _database_url(data_dir, name)))
        print(f"{name}: {'agrees with the code' if check else 'at the head'}")


@app.command()
def revision(
    data_dir: DataDir,
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(PROCESSES)}.")],
    message: Annotated[str, typer.Option("-m", "--message", help="What changes.")],
) -> None:
    """Write the next migration from what the tables in the code say."""
    from okienko import migrate

    asyncio.run(migrate.make_revision(name, message, _database_url(data_dir, name)))


def _database_url(data_dir: Path, name: str) -> str:
    from okienko.local import control

    return control.database_url(Home.at(data_dir), name, environment())
