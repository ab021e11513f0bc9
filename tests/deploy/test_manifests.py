"""The house of compose.yaml and of the Kubernetes manifests is the one the code describes."""

import importlib
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from kernel.settings import Settings
from okienko.local.broker import server
from okienko.processes import GATEWAY, PROCESSES, SERVICES

ROOT = Path(__file__).parents[2]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
MANIFESTS: list[dict[str, Any]] = [
    manifest
    for path in sorted((ROOT / "deploy" / "kubernetes").iterdir())
    for manifest in yaml.safe_load_all(path.read_text())
]
NODES = ("nats-0", "nats-1", "nats-2")
DELICATE = re.compile(r"KEY|PASSWORD|SECRET|TOKEN")


def manifest(kind: str, name: str) -> dict[str, Any]:
    (found,) = [m for m in MANIFESTS if m["kind"] == kind and m["metadata"]["name"] == name]
    return found


def containers(workload: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = workload["spec"]["template"]["spec"]["containers"]
    return found


def variables(container: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {variable["name"]: variable for variable in container["env"]}


def settings_of(process: str) -> type[Settings]:
    """The class a process reads its environment with."""
    home = "gateway" if process == GATEWAY else f"services.{process}"
    found: type[Settings] = importlib.import_module(f"{home}.settings").Settings
    return found


def asked_by(process: str) -> set[str]:
    return {f"OKIENKO_{name.upper()}" for name in settings_of(process).model_fields}


def needed_by(process: str) -> set[str]:
    fields = settings_of(process).model_fields.items()
    return {f"OKIENKO_{name.upper()}" for name, field in fields if field.is_required()}


def ours(names: Any) -> set[str]:
    return {name for name in names if name.startswith("OKIENKO_")}


def test_compose_runs_every_process_once_its_database_is_ready() -> None:
    commands = {name: COMPOSE["services"][name]["command"][:2] for name in PROCESSES}
    waits = {name: COMPOSE["services"][name]["depends_on"] for name in PROCESSES}

    assert commands == {name: ["serve", name] for name in PROCESSES}
    assert all(
        w == {"migrate": {"condition": "service_completed_successfully"}} for w in waits.values()
    )


@pytest.mark.parametrize("process", PROCESSES)
def test_compose_tells_a_process_what_it_asks_and_no_more(process: str) -> None:
    told = ours(COMPOSE["services"][process]["environment"])

    assert told <= asked_by(process)
    assert told >= needed_by(process)


@pytest.mark.parametrize("process", PROCESSES)
def test_kubernetes_tells_a_process_what_it_asks_and_no_more(process: str) -> None:
    (container,) = containers(manifest("Deployment", process))
    told = ours(variables(container))

    assert container["args"][:2] == ["serve", process]
    assert told <= asked_by(process)
    assert told >= needed_by(process)


@pytest.mark.parametrize("process", PROCESSES)
def test_a_process_enters_its_own_database_as_its_own_role(process: str) -> None:
    (container,) = containers(manifest("Deployment", process))
    told = COMPOSE["services"][process]["environment"]

    assert (
        told["OKIENKO_DATABASE_URL"]
        == f"postgresql://okienko_{process}@postgres/okienko_{process}"
    )
    assert told["PGPASSWORD"] == f"${{POSTGRES_PASSWORD_{process.upper()}}}"
    assert f"okienko_{process}@" in variables(container)["OKIENKO_DATABASE_URL"]["value"]
    assert key_of(variables(container)["PGPASSWORD"]) == f"postgres-{process}"


def key_of(variable: dict[str, Any]) -> str:
    """The key of the secret a variable comes from."""
    found: str = variable["valueFrom"]["secretKeyRef"]["key"]
    return found


@pytest.mark.parametrize("process", PROCESSES)
def test_a_process_is_watched_and_found_by_its_name(process: str) -> None:
    (container,) = containers(manifest("Deployment", process))

    assert container["livenessProbe"]["httpGet"]["path"] == "/livez"
    assert container["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert "/readyz" in COMPOSE["services"][process]["healthcheck"]["test"][-1]
    assert manifest("Service", process)["spec"]["selector"] == {"app": process}


def test_the_gateway_knows_every_service() -> None:
    compose = yaml.safe_load(COMPOSE["services"][GATEWAY]["environment"]["OKIENKO_SERVICE_URLS"])
    kubernetes = yaml.safe_load(manifest("ConfigMap", "okienko")["data"]["OKIENKO_SERVICE_URLS"])

    assert compose == kubernetes == {name: f"http://{name}:8000" for name in SERVICES}


def test_only_the_gateway_is_reached_from_outside() -> None:
    published = [name for name, service in COMPOSE["services"].items() if "ports" in service]

    assert published == [GATEWAY]


def test_every_history_is_walked_with_its_own_password() -> None:
    (script,) = COMPOSE["services"]["migrate"]["command"]
    job = containers(manifest("Job", "migrate"))

    assert f"for name in {' '.join(PROCESSES)};" in script
    assert f"for name in {' '.join(PROCESSES)};" in COMPOSE["configs"]["databases"]["content"]
    assert [container["args"] for container in job] == [["migrate", name] for name in PROCESSES]
    assert [key_of(variables(c)["PGPASSWORD"]) for c in job] == [
        f"postgres-{n}" for n in PROCESSES
    ]


def test_the_broker_has_three_nodes_that_know_each_other() -> None:
    told = {name: s["environment"] for name, s in COMPOSE["services"].items() if name in NODES}
    routes = [told["nats-0"][f"NATS_ROUTE_{n}"] for n in range(3)]
    stateful = manifest("StatefulSet", "nats")

    assert {name: told[name]["NATS_SERVER_NAME"] for name in NODES} == {n: n for n in NODES}
    assert [route.split("@")[1] for route in routes] == [f'{name}.nats:6222"' for name in NODES]
    assert stateful["spec"]["replicas"] == len(NODES)


def test_kubernetes_configures_the_broker_as_compose_does() -> None:
    copied = manifest("ConfigMap", "nats")["data"]["nats.conf"]

    assert copied == (ROOT / "deploy" / "nats.conf").read_text()


@pytest.mark.broker
def test_the_broker_understands_its_configuration() -> None:
    # A password of digits and an e would be a number, were it not quoted.
    routes = {f"NATS_ROUTE_{n}": f'"nats://okienko:12e45@nats-{n}.nats:6222"' for n in range(3)}
    told = {"NATS_SERVER_NAME": "nats-0", "NATS_PASSWORD": '"12e45"', **routes}

    done = subprocess.run(
        [server(), "-t", "-c", ROOT / "deploy" / "nats.conf"],
        env=told,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_no_secret_stands_in_a_manifest() -> None:
    secret = manifest("Secret", "okienko")["stringData"]
    written = [
        variable["name"]
        for workload in MANIFESTS
        if workload["kind"] in {"Deployment", "StatefulSet", "Job"}
        for container in containers(workload)
        for variable in container["env"]
        if DELICATE.search(variable["name"]) and "$(" not in variable.get("value", "$(")
    ]

    assert not any(secret.values())
    assert written == []
    # An image's tag or a port is short; a key or a password of ours never is.
    assert [p.name for p in every_file() if re.search(r"[0-9a-f]{32}", p.read_text())] == []


def every_file() -> list[Path]:
    folder = ROOT / "deploy"
    return [
        ROOT / "compose.yaml",
        ROOT / "Dockerfile",
        *(p for p in folder.rglob("*") if p.is_file()),
    ]


def test_no_secret_stands_in_compose() -> None:
    written = [
        f"{service}: {name}"
        for service, body in COMPOSE["services"].items()
        for name, value in body.get("environment", {}).items()
        if DELICATE.search(name.upper()) and not value.strip("\"'").startswith("${")
    ]

    assert written == []


def test_every_secret_that_is_asked_for_is_in_the_template() -> None:
    asked = {
        key_of(variable)
        for workload in MANIFESTS
        if workload["kind"] in {"Deployment", "StatefulSet", "Job"}
        for container in containers(workload)
        for variable in container["env"]
        if "secretKeyRef" in variable.get("valueFrom", {})
    }

    assert asked == set(manifest("Secret", "okienko")["stringData"])


def test_nobody_runs_as_root() -> None:
    image = (ROOT / "Dockerfile").read_text()
    pods = [m["spec"]["template"]["spec"] for m in MANIFESTS if "template" in m.get("spec", {})]

    assert re.search(r"^USER [1-9]", image, re.MULTILINE)
    assert all(pod["securityContext"]["runAsNonRoot"] for pod in pods)


def test_what_runs_is_what_is_built() -> None:
    images = {
        c["image"] for m in MANIFESTS if "template" in m.get("spec", {}) for c in containers(m)
    }
    composed = {service["image"] for service in COMPOSE["services"].values()}

    assert images == composed - {"postgres:18"}


def test_compose_itself_reads_it() -> None:
    docker = shutil.which("docker")
    if (
        docker is None
        or subprocess.run(
            [docker, "compose", "version"], capture_output=True, check=False
        ).returncode
    ):
        # A docker engine is no need of a developer here; the tests above read the same file.
        pytest.skip("no docker compose on this machine")
    names = re.findall(r"\$\{([A-Z_]+)", (ROOT / "compose.yaml").read_text())
    told = {"PATH": os.defpath, "HOME": "/nonexistent", **dict.fromkeys(names, "0" * 64)}

    done = subprocess.run(
        [docker, "compose", "--file", "compose.yaml", "config", "--quiet"],
        cwd=ROOT,
        env=told,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
