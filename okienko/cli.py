"""The command line: every command is a thin door to the module that does the work."""

# ruff: noqa: PLC0415 - a service's process comes in by this door too, and a command's own
# imports would cost each of the six a third of a second and ten megabytes.

import asyncio
import sys
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer

from okienko import audit
from okienko.local.choice import Choice
from okienko.local.environment import environment
from okienko.local.home import Home
from okienko.options import DataDir, database_url
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
        asyncio.run(act(name, database_url(data_dir, name)))
        print(f"{name}: {'agrees with the code' if check else 'at the head'}")


@app.command()
def revision(
    data_dir: DataDir,
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(PROCESSES)}.")],
    message: Annotated[str, typer.Option("-m", "--message", help="What changes.")],
) -> None:
    """Write the next migration from what the tables in the code say."""
    from okienko import migrate

    asyncio.run(migrate.make_revision(name, message, database_url(data_dir, name)))


@app.command()
def token(
    persona: Annotated[str, typer.Argument(help="For instance ops-zabrze; `okienko personas`.")],
    data_dir: DataDir,
) -> None:
    """Print a bearer token of an invented person, for the demonstration that runs."""
    from okienko import token

    print(token.token(Home.at(data_dir), persona))


@app.command()
def personas() -> None:
    """Say who the invented people are."""
    from okienko.personas import PERSONAS

    for person in PERSONAS.values():
        print(f"{person.code:<20} {person.name}, {person.office.name}: {', '.join(person.roles)}")


@app.command()
def seed(data_dir: DataDir) -> None:
    """Sow the demo data; what is there already stays as it is."""
    from okienko import seed

    seed.seed(Home.at(data_dir))
    print("The demo data are there.")


@app.command()
def demo(data_dir: DataDir) -> None:
    """Play a client's journey on the demonstration that runs, told step by step."""
    from okienko import story

    story.tell(Home.at(data_dir))


@app.command()
def docs(
    check: Annotated[bool, typer.Option("--check", help="Only say what is stale.")] = False,
    release: Annotated[bool, typer.Option(help="Keep the OpenAPI document as released.")] = False,
) -> None:
    """Generate the documents that follow from the code."""
    from okienko import documents

    if check:
        documents.check()
    elif release:
        documents.release()
    else:
        documents.write()


@app.command()
def rebuild(data_dir: DataDir) -> None:
    """Build every record anew from the services' cards."""
    from okienko import operate

    print(f"{asyncio.run(operate.rebuild(Home.at(data_dir)))} cards fetched and stored.")


keys = typer.Typer(help="Replacing the keys that seal and index.", no_args_is_help=True)
app.add_typer(keys, name="keys")
KeyName = Annotated[str, typer.Argument(help="vault-key, index-key or anchor-key.")]


@keys.command("status")
def status_of_keys(data_dir: DataDir) -> None:
    """Say how much still lies under a key that is being replaced."""
    from okienko import keys

    for line in asyncio.run(keys.status(keys.Held.by(Home.at(data_dir), environment()))):
        print(line)


@keys.command("rotate")
def rotate(name: KeyName, data_dir: DataDir) -> None:
    """Make a new key for a stopped local house; the old one still opens, or finds."""
    from okienko import keys

    print(keys.rotate(Home.at(data_dir), name))


@keys.command("rewrap")
def rewrap(data_dir: DataDir) -> None:
    """Wrap the clients' keys anew under the newest vault key; may be stopped and begun again."""
    from okienko import keys

    for line in asyncio.run(keys.rewrap(keys.Held.by(Home.at(data_dir), environment()))):
        print(line)


@keys.command("reindex")
def reindex(data_dir: DataDir) -> None:
    """Index PESEL, telephone and file numbers anew under the newest index key; may be stopped and begun again."""
    from okienko import keys

    seen, changed = asyncio.run(
        keys.reindex(keys.Held.by(Home.at(data_dir), environment()), write=True)
    )
    print(f"intake: {seen} clients looked at, {changed} indexed anew.")


@keys.command("retire")
def retire(name: KeyName, data_dir: DataDir) -> None:
    """Throw a local house's old keys away, once nothing lies under them."""
    from okienko import keys

    home = Home.at(data_dir)
    asyncio.run(keys.retire(home, keys.Held.by(home, environment()), name))
    print(f"The old {name} is gone. Keep it with the backups that were made under it.")


erasures = typer.Typer(help="Who was erased, and that she stays so.", no_args_is_help=True)
app.add_typer(erasures, name="erasures")


@erasures.command("list")
def list_erasures(data_dir: DataDir) -> None:
    """Print the ids of the erased; keep them apart from the backups."""
    from okienko import erasures
    from okienko.keys import Held

    held = Held.by(Home.at(data_dir), environment())
    for client_id, at in asyncio.run(erasures.known(held)).items():
        print(f"{client_id} {at.isoformat()}")


@erasures.command("again")
def erase_again(
    data_dir: DataDir,
    file: Annotated[Path | None, typer.Argument(help="What `erasures list` printed.")] = None,
) -> None:
    """After a restore: erase again whom a backup brought back."""
    from okienko import erasures
    from okienko.keys import Held

    held = Held.by(Home.at(data_dir), environment())
    listed = file.read_text(encoding="utf-8") if file else ""
    count = asyncio.run(erasures.again(held, listed))
    print(f"{count} clients are erased in every database.")


@app.command("import")
def import_register(  # noqa: PLR0913, PLR0917 - the options of one command
    file: Annotated[Path, typer.Argument(help="A CSV or XLSX export of the former system.")],
    data_dir: DataDir,
    mapping: Annotated[
        str | None, typer.Option(help="A mapping file, or pomost-like, syriusz-like.")
    ] = None,
    persona: Annotated[
        str | None, typer.Option("--as", help="An invented manager, at a demonstration.")
    ] = None,
    token_file: Annotated[
        Path | None, typer.Option(help="Holds your bearer token; read again when it expires.")
    ] = None,
    url: Annotated[
        str | None, typer.Option(help="The gateway; else the one running here.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Instead of the mapping's source.")] = None,
    sheet: Annotated[str | None, typer.Option(help="Of a workbook; else the first.")] = None,
    encoding: Annotated[str | None, typer.Option(help="If it is guessed wrong.")] = None,
    delimiter: Annotated[str | None, typer.Option(help="If it is guessed wrong.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Register nobody.")] = False,
    rejected: Annotated[Path | None, typer.Option(help="Where rejected rows go.")] = None,
    report: Annotated[Path | None, typer.Option(help="Where the report goes, as JSON.")] = None,
    rows_at_once: Annotated[int, typer.Option(min=1, max=500, help="In one request.")] = 250,
    in_flight: Annotated[int, typer.Option(min=1, max=8, help="Requests at once.")] = 3,
    pace: Annotated[
        int | None, typer.Option(min=1, help="Rows a second at most, while people work.")
    ] = None,
    show_mapping: Annotated[
        bool, typer.Option("--show-mapping", help="Only propose a mapping for the file.")
    ] = False,
) -> None:
    """Bring an existing register in: mapped, judged row by row, safe to repeat."""
    from okienko.importing import command

    wanted = command.Wanted(
        file, mapping, Home.at(data_dir), persona, token_file, url, source, sheet, encoding,
        delimiter, dry_run, rejected, report, rows_at_once, in_flight, pace,
    )  # fmt: skip
    if show_mapping:
        print(command.show_mapping(wanted))
    else:
        raise typer.Exit(command.bring_in(wanted))


app.add_typer(audit.commands, name="audit")

parked = typer.Typer(help="Events that could not be applied.", no_args_is_help=True)
app.add_typer(parked, name="parked")


@parked.command("list")
def list_parked(data_dir: DataDir, name: str) -> None:
    """Say which events wait at a process, and why."""
    from okienko import operate

    rows = asyncio.run(operate.list_parked(database_url(data_dir, name)))
    for row in rows:
        print(f"{row['subject']}  {row['source']} {row['seq']}  {row['type']}  {row['reason']}")
    if not rows:
        print("Nothing is parked.")


@parked.command("release")
def release_parked(data_dir: DataDir, name: str, subject: UUID) -> None:
    """Let the events of a client be applied again, once the cause is mended."""
    from okienko import operate

    count = asyncio.run(operate.release_parked(database_url(data_dir, name), subject))
    print(f"{count} events released.")
