"""Tokens of the invented people of a demonstration."""

from gateway.identity import demo_key, sign
from okienko.local.home import Home
from okienko.personas import PERSONAS, Persona
from okienko.trouble import Trouble

AUDIENCE = "okienko"


def token(home: Home, code: str) -> str:
    """A bearer token of a persona, good for twelve hours at the demonstration that runs."""
    persona = PERSONAS.get(code)
    if persona is None:
        raise Trouble(f"There is no persona {code}; there are {', '.join(PERSONAS)}.")
    run = home.running()
    if run is None or not run.demo:
        raise Trouble(
            f"No demonstration runs on {home.folder}; start one with `okienko up --demo`."
        )
    return token_at(home, run.gateway_url, persona)


def token_at(home: Home, gateway_url: str, persona: Persona) -> str:
    """The same, at a demonstration whose address is known."""
    claims = {
        "sub": persona.code,
        "name": persona.name,
        "client_id": "okienko-demo",
        "institution": {
            "id": str(persona.office.id),
            "name": persona.office.name,
            "kind": persona.office.kind.value,
            "teryt": persona.office.territory,
        },
        "roles": list(persona.roles),
    }
    return sign(demo_key(home.demo_key), f"{gateway_url}/demo-issuer", AUDIENCE, claims)
