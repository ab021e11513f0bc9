"""What an operator does with the audit log: prove it, give its anchors out, delete what is too old."""

# ruff: noqa: PLC0415 - as in okienko.cli, whose doors these are.

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okienko.local.environment import environment
from okienko.local.home import Home
from okienko.local.told import anchor_secrets
from okienko.options import DataDir, database_url
from okienko.trouble import Trouble

if TYPE_CHECKING:
    from gateway.audit.anchors import Anchor, AnchorKey

commands = typer.Typer(help="The log of who saw and did what.", no_args_is_help=True)
Copies = Annotated[
    list[Path] | None,
    typer.Option("--anchors", help="A file of anchors that was kept elsewhere; may be repeated."),
]


@commands.command()
def verify(data_dir: DataDir, anchors: Copies = None) -> None:
    """Prove that nothing in the log was edited, deleted, slipped in or put in another order."""
    from gateway.audit.proving import prove

    home, held = Home.at(data_dir), _held(Home.at(data_dir), anchors or ())
    proof = asyncio.run(prove(database_url(data_dir, "gateway"), _key(home), held))
    if proof.broken:
        raise Trouble(
            f"The audit log does not hold at entry {proof.broken.seq}: {proof.broken.why}."
        )
    print(
        f"The audit log holds: {proof.entries} entries, the last one is {proof.hash.hex()[:16]}."
        f" {proof.anchors} anchors, compared with {len(held)} kept copies, hold entries up to"
        f" {proof.anchored}."
    )
    if proof.first > 1:
        print(f"Entries before {proof.first} were deleted when their time was over.")


@commands.command("anchors")
def give_out(
    data_dir: DataDir,
    after: Annotated[int, typer.Option(min=0, help="Only those after this number.")] = 0,
) -> None:
    """Write out the anchors, one a line, to be kept where nobody of this house can alter them."""
    import orjson

    from gateway.audit.proving import anchors_of

    for one in asyncio.run(anchors_of(database_url(data_dir, "gateway"))):
        if one.number > after:
            print(orjson.dumps(one.told()).decode())


@commands.command()
def retire(
    data_dir: DataDir,
    before: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="[default: five years ago] Two years ago at most."
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how much.")] = False,
) -> None:
    """Delete entries whose time is over, up to an anchor; what is left can still be proved."""
    from gateway.audit import retiring

    now = datetime.now(UTC)  # noqa: TID251 a command's own clock
    moment = before.replace(tzinfo=UTC) if before else _years_before(now, retiring.KEPT_YEARS)
    if moment > _years_before(now, retiring.LEAST_YEARS):
        raise Trouble(
            f"The log of accesses is kept {retiring.LEAST_YEARS} years at least (KRI § 20): choose an"
            " earlier day."
        )
    url, key = database_url(data_dir, "gateway"), _key(Home.at(data_dir))
    anchor, count = asyncio.run(retiring.retire_before(url, moment, key, really=not dry_run))
    if anchor is None:
        print(f"Nothing was anchored before {moment:%Y-%m-%d}; nothing is deleted.")
        return
    print(f"{count} entries up to {anchor.last_seq} {'would be' if dry_run else 'are'} deleted.")


def _key(home: Home) -> "AnchorKey":
    from gateway.audit.anchors import AnchorKey

    return AnchorKey(*anchor_secrets(home, environment()))


def _held(home: Home, files: list[Path] | tuple[Path, ...]) -> list["Anchor"]:
    """The copies the house keeps beside its database, and those somebody brings."""
    from gateway.audit.anchoring import told_in

    own = [home.anchors] if home.anchors.exists() else []
    try:
        return [one for path in (*own, *files) for one in told_in(path.read_bytes())]
    except OSError as error:
        raise Trouble(f"The anchors cannot be read: {error.strerror}.") from None


def _years_before(now: datetime, years: int) -> datetime:
    return now - timedelta(days=years * 365 + years // 4 + 1)
