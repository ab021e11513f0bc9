"""The local system as a whole: what its supervisor promises."""

import json
import os
import signal
import socket
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from okienko.local.home import Home
from tests.okienko.conftest import RunningHouse, is_gone, okienko, wait_for

PutUp = Callable[[Home], RunningHouse]


def ask(house: RunningHouse) -> dict[str, str | int]:
    with urllib.request.urlopen(f"{house.run().gateway_url}/", timeout=10) as answer:  # noqa: S310
        told: dict[str, str | int] = json.load(answer)
        return told


def test_a_killed_process_is_started_again_and_who_waited_is_answered(
    standing: RunningHouse,
) -> None:
    killed = standing.pid("gateway")

    os.kill(killed, signal.SIGKILL)
    answer = ask(standing)

    assert answer["name"] == "gateway"
    assert answer["pid"] != killed
    wait_for(lambda: standing.pid("gateway") == answer["pid"])


def test_a_termination_stops_everything_and_leaves_no_process(
    furnished: Home, put_up: PutUp
) -> None:
    house = put_up(furnished)
    pids = house.all_pids()

    house.process.terminate()

    assert house.process.wait(timeout=15) == 0
    assert len(pids) == 8
    assert all(is_gone(pid) for pid in pids)
    assert not furnished.run_file.exists()
    assert "database system is shut down" in (furnished.logs / "postgres.log").read_text()


def test_nothing_outlives_a_killed_supervisor_and_the_next_start_is_clean(
    furnished: Home, put_up: PutUp
) -> None:
    house = put_up(furnished)
    pids = house.all_pids()

    house.process.kill()
    house.process.wait()
    second = put_up(furnished)

    assert second.is_ready(), second.output.read_text()
    wait_for(lambda: all(is_gone(pid) for pid in pids))
    assert "was not properly shut down" not in (furnished.logs / "postgres.log").read_text()


def test_the_servers_are_started_again_at_the_same_address(standing: RunningHouse) -> None:
    before = standing.run()

    for name in ("postgres", "nats"):
        os.kill(standing.pid(name), signal.SIGKILL)
    wait_for(lambda: {"postgres", "nats"} & set(before.processes.items()) == set())
    wait_for(lambda: standing.pid("postgres") != before.processes["postgres"])
    wait_for(lambda: standing.pid("nats") != before.processes["nats"])

    assert standing.run().nats_url == before.nats_url
    assert standing.run().database_urls == before.database_urls


def test_two_houses_stand_side_by_side(
    furnished: Home, standing: RunningHouse, put_up: PutUp
) -> None:
    other = put_up(furnished)

    assert other.is_ready(), other.output.read_text()
    assert standing.is_ready()
    assert ask(standing)["pid"] == standing.pid("gateway")
    assert ask(other)["pid"] == other.pid("gateway")


def test_a_second_house_on_the_same_data_is_refused(standing: RunningHouse) -> None:

    second = okienko("up", "--demo", "--port", "0", "--data-dir", str(standing.home.folder))

    assert second.returncode == 1
    assert (
        f"already runs on {standing.home.folder} (process {standing.process.pid})" in second.stderr
    )
    assert standing.is_ready()


def test_down_stops_the_house_and_says_so_when_there_is_none(
    furnished: Home, put_up: PutUp
) -> None:
    house = put_up(furnished)

    first = okienko("down", "--data-dir", str(furnished.folder))
    second = okienko("down", "--data-dir", str(furnished.folder))

    assert (first.returncode, first.stdout) == (0, "Stopped.\n")
    assert house.process.wait(timeout=1) == 0
    assert (second.returncode, second.stdout) == (0, f"Nothing runs on {furnished.folder}.\n")


def test_status_names_every_process_and_its_address(standing: RunningHouse) -> None:

    told = okienko("status", "--data-dir", str(standing.home.folder))

    assert told.returncode == 0
    assert f"gateway    process {standing.pid('gateway')}" in told.stdout
    assert standing.run().service_urls["intake"] in told.stdout


def test_a_taken_port_is_named_and_leaves_no_trace(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

        told = okienko("up", "--demo", "--port", port, "--data-dir", str(folder / "data"))

    assert told.returncode == 1
    assert told.stderr == (
        f"okienko: Port {port} of 127.0.0.1 cannot be used: address already in use. "
        "Choose another one with --port.\n"
    )
    assert not (folder / "data").exists()


@pytest.mark.parametrize(
    ("arguments", "issuer", "sentence"),
    [
        (["--demo"], "https://login.example.gov.pl", "that is a back door"),
        ([], "", "Start with --demo for made-up people, or set OKIENKO_ISSUER"),
    ],
)
def test_there_is_exactly_one_issuer_of_tokens(
    folder: Path, arguments: list[str], issuer: str, sentence: str
) -> None:
    place = ["--port", "0", "--data-dir", str(folder / "data")]

    told = okienko("up", *arguments, *place, OKIENKO_ISSUER=issuer)

    assert told.returncode == 1
    assert sentence in told.stderr
