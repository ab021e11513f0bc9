"""What each process of the house is told, in its environment; `kernel.settings` reads it."""

import json
from collections.abc import Callable, Mapping

from okienko.local.environment import Environment
from okienko.local.home import Home, Run
from okienko.processes import GATEWAY
from okienko.trouble import Trouble

AUDIENCE = "okienko"
# Shared by all processes; an operator's own key in the environment comes first.
KEYS = {
    "OKIENKO_HOUSE_KEY": "house-key",
    "OKIENKO_VAULT_KEY": "vault-key",
    "OKIENKO_INDEX_KEY": "index-key",
}


OLD_KEYS = {"OKIENKO_VAULT_KEYS_OLD": "vault-key", "OKIENKO_INDEX_KEYS_OLD": "index-key"}

ANCHOR_KEY = "anchor-key"
GATEWAYS_OWN: Mapping[str, Callable[[Home], str]] = {
    "OKIENKO_ANCHOR_KEY": lambda home: home.secret(ANCHOR_KEY),
    "OKIENKO_ANCHOR_KEYS_OLD": lambda home: ",".join(home.old_secrets(ANCHOR_KEY)),
    "OKIENKO_ANCHORS_FILE": lambda home: str(home.anchors),
}
"""What only the gateway is told: who signs the anchors of the audit log, and where copies go."""


def anchor_secrets(home: Home, environment: Environment) -> list[bytes]:
    """The keys of anchors as the gateway is told them, the newest first."""
    own = {variable: find(home) for variable, find in GATEWAYS_OWN.items()}
    told = {**own, **environment.variables}
    listed = f"{told['OKIENKO_ANCHOR_KEY']},{told['OKIENKO_ANCHOR_KEYS_OLD']}"
    return [bytes.fromhex(key.strip()) for key in listed.split(",") if key.strip()]


def check_identity(environment: Environment, *, demo: bool) -> None:
    """Insist on exactly one issuer of tokens: the demonstration's own, or a real one."""
    if demo and environment.issuer:
        raise Trouble(
            f"OKIENKO_ISSUER is set to {environment.issuer}, and --demo signs tokens for anybody "
            "who asks: beside a real issuer that is a back door. Unset it, or leave out --demo."
        )
    if not demo and not environment.issuer:
        raise Trouble(
            "Nobody could log in. Start with --demo for made-up people, or set OKIENKO_ISSUER "
            "(and OKIENKO_AUDIENCE) to your identity provider."
        )


def variables(name: str, run: Run, home: Home, environment: Environment) -> dict[str, str]:
    """Give the whole environment of one process."""
    own = GATEWAYS_OWN if name == GATEWAY else {}
    told = {
        **{variable: home.secret(secret) for variable, secret in KEYS.items()},
        **{variable: ",".join(home.old_secrets(secret)) for variable, secret in OLD_KEYS.items()},
        **{variable: find(home) for variable, find in own.items()},
        **environment.variables,
        "PYTHONUNBUFFERED": "1",
        "OKIENKO_SERVICE": name,
        "OKIENKO_DATABASE_URL": run.database_urls[name],
        "OKIENKO_NATS_URL": run.nats_url,
        "OKIENKO_GATEWAY_URL": run.gateway_url,
        "OKIENKO_SERVICE_URLS": json.dumps(run.service_urls),
    }
    if run.demo:
        told |= {"OKIENKO_ISSUER": f"{run.gateway_url}/demo-issuer", "OKIENKO_AUDIENCE": AUDIENCE}
    if run.demo and name == GATEWAY:
        told["OKIENKO_DEMO_KEY_FILE"] = str(home.demo_key)
        told["OKIENKO_DEMO_EXAMPLES_FILE"] = str(home.demo_examples)
        told["OKIENKO_WEBHOOKS_TO_THIS_MACHINE"] = "true"
    return told
