"""An answer about hundreds of clients leaves an entry for each of them."""

import json

import pytest

from kernel import ids
from tests.gateway.conftest import SOCIAL_WORKER, House
from tests.support.rooms import bearer

pytestmark = pytest.mark.anyio


async def test_everybody_an_import_is_about_can_be_told_of_it(house: House) -> None:
    clients = [ids.new() for _ in range(500)]
    house.service.headers = {
        "Okienko-Client": ",".join(map(str, clients)),
        "Okienko-Operation": "import_clients",
    }

    answer = await house.client.post(
        "/v1/clients/import", content=json.dumps({}), headers=bearer(SOCIAL_WORKER)
    )

    entries = await house.entries()
    assert answer.status_code == 200, answer.text
    assert "okienko-client" not in answer.headers
    assert sorted(entry["client_id"] for entry in entries) == sorted(clients)
    assert {entry["verb"] for entry in entries} == {"import_clients"}
