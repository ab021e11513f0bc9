"""What several commands ask for alike."""

from pathlib import Path
from typing import Annotated

import typer

from okienko.local.environment import environment
from okienko.local.home import Home

DataDir = Annotated[
    Path,
    typer.Option(
        "--data-dir",
        default_factory=lambda: environment().data_dir,
        show_default="OKIENKO_DATA_DIR or .okienko",
        help="Where this system keeps its data.",
    ),
]


def database_url(data_dir: Path, name: str) -> str:
    """The database of one process: the environment's, or that of the house that runs."""
    from okienko.local import control  # noqa: PLC0415 as in okienko.cli

    return control.database_url(Home.at(data_dir), name, environment())
