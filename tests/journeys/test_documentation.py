"""The documentation tells the truth: every example in it answers with success."""

import pytest

from okienko.examples import EXAMPLES
from tests.journeys.house import House
from tests.support.operations import filled, operations

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]


def test_every_example_of_the_documentation_succeeds(house: House) -> None:
    document = house.ask(None, "GET", "/openapi.json").json()
    failed = []
    # Commands in the order of the story: the one that would close the door comes last.
    listed = {
        operation["operationId"]: (m, p, operation) for m, p, operation in operations(document)
    }

    for name, example in EXAMPLES.items():
        method, path, operation = listed[name]
        content = operation.get("requestBody", {}).get("content", {})
        body = content.get("application/json", {}).get("example")
        answer = house.ask(
            example.who, method, filled(path, operation), body, headers=example.headers
        )
        if not answer.is_success:
            failed.append(f"{name}: {answer.status_code} {answer.text}")

    assert set(listed) == set(EXAMPLES)
    assert "\n".join(failed) == ""


def test_the_documentation_needs_no_internet(house: House) -> None:
    page = house.ask(None, "GET", "/docs").text

    assets = [
        word for word in page.replace("'", '"').split('"') if word.startswith("/docs/assets/")
    ]
    assert "https://" not in page
    assert len(assets) >= 3
    for asset in assets:
        assert house.ask(None, "GET", asset).status_code == 200, asset


def test_the_health_of_the_whole_house_is_told_in_one_place(house: House) -> None:
    health = house.ask(None, "GET", "/healthz")

    assert health.status_code == 200
    assert set(health.json()["processes"]) == {
        "intake", "referrals", "benefits", "directory", "outcomes", "gateway",
    }  # fmt: skip


def test_a_problem_can_be_looked_up_by_its_type(house: House) -> None:
    refused = house.ask("operator", "POST", "/v1/clients", {})

    looked_up = house.ask(None, "GET", refused.json()["type"], headers={"Accept-Language": "pl"})

    assert looked_up.status_code == 200
    assert looked_up.json()["title"].startswith("Twoja rola")
