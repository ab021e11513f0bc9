"""Every example of a case meeting succeeds on what is sown for it, also without the whole house."""

from typing import Any

from fastapi.routing import APIRoute

from kernel import ids
from okienko.examples.example import CLIENT
from okienko.examples.meetings import EXAMPLES, sow
from okienko.personas import PERSONAS
from services.referrals.app import build
from services.referrals.reactions import reactions
from services.referrals.settings import Settings
from tests.architecture.source import routes
from tests.referrals.conftest import PUP, registered
from tests.referrals.test_meeting_machine import table
from tests.support.machines import Room
from tests.support.rooms import relate, worker


class SmallFront:
    """The front end of `okienko.caller`, at the door of one service."""

    def __init__(self, room: Room) -> None:
        self._room = room

    def ask(self, who: str, method: str, path: str, body: Any) -> Any:
        """One request as somebody."""
        persona = PERSONAS[who]
        caller = worker(persona.office.id, persona.office.kind, *persona.roles)
        if method == "GET":
            return self._room.see(caller, path)
        return self._room.ask(caller, path, body)

    def post(self, who: str, path: str, body: Any = None) -> Any:
        """Do what must succeed."""
        answer = self.ask(who, "POST", path, body)
        assert answer.is_success, f"{path}: {answer.text}"
        return answer.json()

    def wait_for_plan(self, who: str, client_id: str) -> Any:
        """Her plan; it is here already."""
        del who
        row = self._room.fetch("SELECT id FROM plans WHERE client_id = $1::uuid", client_id)[0]
        return {"id": str(row["id"])}


def test_every_example_of_a_meeting_succeeds_on_what_is_sown() -> None:
    with table() as room:
        clients = [registered(ids.new()) for _ in range(4)]
        for client in clients:
            room.hear(reactions, client)
            room.run(relate(room.database, client.client_id, PUP))
        front: Any = SmallFront(room)
        made = sow(front, [str(client.client_id) for client in clients])
        made[CLIENT] = str(clients[0].client_id)

        served = {route.name: route for route in routes(build(Settings(**_SAID)))}
        answers = {name: _try(front, name, made, served[name]) for name in EXAMPLES}

    assert {n: a.text for n, a in answers.items() if not a.is_success} == {}


def _try(front: Any, name: str, made: dict[str, str], served: APIRoute) -> Any:
    example = EXAMPLES[name]
    path = served.path
    for parameter, stands_for in example.path.items():
        path = path.replace(f"{{{parameter}}}", made.get(stands_for, stands_for))
    body = dict(example.body) if example.body is not None else None
    if body and "client_id" in body:
        body["client_id"] = made[body["client_id"]]
    return front.ask(example.who, min(served.methods or ["GET"]), path, body)


_SAID: dict[str, Any] = {
    "database_url": "postgresql://nowhere",
    "nats_url": "nats://127.0.0.1:9",
    "gateway_url": "http://127.0.0.1:9",
    "house_key": "0b" * 32,
    "vault_key": "0a" * 32,
    "issuer": "http://127.0.0.1:9",
}
