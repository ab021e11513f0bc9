"""The doctor: tells a healthy machine from an ill one."""

import socket
from pathlib import Path

from tests.okienko.conftest import RunningHouse, okienko


def test_a_healthy_machine_passes(folder: Path) -> None:
    told = okienko("doctor", "--port", "0", "--data-dir", str(folder / "data"))

    assert told.returncode == 0, told.stdout
    assert "FAIL" not in told.stdout
    assert "ok    NATS         nats-server: v" in told.stdout
    assert not (folder / "data").exists()


def test_a_taken_port_fails_with_its_cure(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])

        told = okienko("doctor", "--port", port, "--data-dir", str(folder / "data"))

    assert told.returncode == 1
    assert f"FAIL  port         Port {port} of 127.0.0.1 cannot be used" in told.stdout
    assert "--port" in told.stdout


def test_servers_of_ones_own_need_no_wheels(folder: Path) -> None:
    told = okienko(
        "doctor",
        "--port",
        "0",
        "--data-dir",
        str(folder / "data"),
        OKIENKO_DATABASE_URL="postgresql://db.example/okienko_{service}",
        OKIENKO_NATS_URL="nats://broker.example",
    )

    assert told.returncode == 0
    assert "NATS" not in told.stdout
    assert "PostgreSQL" not in told.stdout


def test_a_running_house_is_asked_how_it_is(standing: RunningHouse) -> None:
    told = okienko("doctor", "--data-dir", str(standing.home.folder))

    assert told.returncode == 0, told.stdout
    assert f"{standing.run().gateway_url}/healthz passes" in told.stdout
    assert f"ok    postgres     process {standing.pid('postgres')}" in told.stdout
