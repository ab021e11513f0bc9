"""Does work pay? Over HTTP: the vectors of the field, the shape of the answer, what is refused."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from services.benefits.views.what_if import WhatIfView
from tests.benefits.conftest import SOCIAL_WORKER, Office
from tests.support.rooms import bearer

pytestmark = pytest.mark.anyio
_VECTORS = Path(__file__).with_name("vectors") / "what_if.yaml"


def vectors() -> list[Any]:
    read = yaml.safe_load(_VECTORS.read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["sentence"]) for row in read]


async def ask(office: Office, body: Any) -> Any:
    return await office.client.post(
        "/v1/benefits/what-if", json=body, headers=bearer(SOCIAL_WORKER)
    )


@pytest.mark.parametrize("row", vectors())
async def test_a_vector_of_the_field(office: Office, row: dict[str, Any]) -> None:
    answer = await ask(office, row["asked"])

    assert answer.status_code == 200, answer.text
    told, expected = answer.json(), row["expected"]
    WhatIfView.model_validate_json(answer.content)
    for when in ("before", "after"):
        assert told[when] == told[when] | expected.get(when, {})
    assert told["lost_benefit"] == expected["lost_benefit"]
    if "months" in expected:
        assert [month["amount"] for month in told["months"]] == expected["months"]
    assert told["total"] == expected["total"]
    for cliff in expected.get("cliffs", []):
        assert cliff in told["cliffs"]
    if "from" in expected:
        assert told["months"][0]["month"] == expected["from"]
