"""What the operator chose on the command line, and what she is told."""

import os
import shlex
from contextlib import suppress
from dataclasses import dataclass

from okienko.local.environment import Environment
from okienko.local.home import Home, Run


@dataclass(frozen=True)
class Choice:
    """How a house is to be put up."""

    home: Home
    host: str
    port: int
    demo: bool


def say(text: str) -> None:
    """Tell the operator, at once also through a pipe."""
    # A terminal that was closed must not end the watch over what runs.
    with suppress(OSError):
        print(text, flush=True)


def summary(home: Home, run: Run) -> str:
    """Tell what runs where, and what to try next."""
    where = (
        ""
        if home == Home.at(Environment({}).data_dir)
        else f" --data-dir {shlex.quote(str(home.folder))}"
    )
    lines = [
        "",
        f"  Gateway    {run.gateway_url}",
        f"  API docs   {run.gateway_url}/docs",
        f"  Health     {run.gateway_url}/healthz",
        f"  Logs       {home.logs}",
        f"  Stop       {'Ctrl-C, or ' if run.pid == os.getpid() else ''}okienko down{where}",
    ]
    if run.demo:
        lines += [
            "",
            "  Try next:",
            f"    okienko token ops-zabrze{where}    a token of a social worker in Zabrze",
            f"    okienko demo{where}                a client's first day, told step by step",
        ]
    return "\n".join([*lines, ""])
