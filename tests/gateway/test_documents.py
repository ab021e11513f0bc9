"""What a developer reads: the document, its pages without the internet, and every problem."""

import json
import re
from collections import Counter
from typing import Any

import pytest
from openapi_spec_validator import validate

from gateway import identity
from gateway.forms import FORMS, SYNC_TOKEN
from gateway.forwarding import OWNERS
from tests.gateway.conftest import CLIENT, House
from tests.support.operations import operations

pytestmark = pytest.mark.anyio


async def document(house: House) -> Any:
    answer = await house.client.get("/openapi.json")
    assert answer.status_code == 200
    return answer.json()


def operations_of(found: Any) -> list[tuple[str, Any]]:
    """Every operation, by its method and path."""
    return [(f"{method} {path}", whole) for method, path, whole in operations(found)]


async def test_the_document_is_valid(house: House) -> None:
    found = await document(house)

    validate(found)
    assert found["openapi"].startswith("3.1")
    assert [path for path in found["paths"] if not path.startswith("/v1/")] == []


async def test_every_operation_has_a_name_of_its_own(house: House) -> None:
    operations = operations_of(await document(house))

    names = Counter(operation["operationId"] for _, operation in operations)
    assert [name for name, count in names.items() if count > 1] == []
    assert [where for where, operation in operations if not operation.get("summary")] == []


async def test_every_operation_is_locked(house: House) -> None:
    found = await document(house)

    assert found["security"] == [{"bearer": []}]
    assert found["components"]["securitySchemes"]["bearer"]["scheme"] == "bearer"
    open_to_all = [
        where for where, o in operations_of(found) if o.get("security", found["security"]) == []
    ]
    # Its address is the pass: a calendar program cannot send a token.
    assert open_to_all == ["GET /v1/calendars/{calendar_id}.ics"]


async def test_every_operation_tells_its_success_and_its_problems(house: House) -> None:
    found = operations_of(await document(house))

    answers = [(where, operation["responses"]) for where, operation in found]
    assert [w for w, r in answers if not any(s.startswith("2") for s in r)] == []
    plain = [
        f"{where} {status}"
        for where, responses in answers
        for status, response in responses.items()
        if status[0] in "45" and "application/problem+json" not in response["content"]
    ]
    assert plain == []
    assert [
        w for w, r in answers if not {"400", "401", "403", "429", "500", "503"} <= set(r)
    ] == []
    limited = [r for _, told in answers for s, r in told.items() if s[0] in "24"]
    assert all({"RateLimit", "RateLimit-Policy"} <= set(r["headers"]) for r in limited)
    assert all("Retry-After" in told[s]["headers"] for _, told in answers for s in ("429", "503"))


async def test_what_every_operation_understands_is_told_with_its_form(house: House) -> None:
    found = operations_of(await document(house))

    for where, operation in found:
        for parameter in operation["parameters"]:
            schema = parameter["schema"]
            assert {"type": "null"} not in schema.get("anyOf", ()), where
            if parameter["name"].lower() in FORMS:
                assert all(re.search(schema["pattern"], one) for one in schema["examples"]), where
    told = {p["name"].lower() for _, o in found for p in o["parameters"]}
    assert told >= FORMS.keys()


async def test_a_paper_is_documented_as_a_paper(house: House) -> None:
    found = operations_of(await document(house))

    papers = {
        operation["operationId"]: list(operation["responses"]["200"]["content"])
        for _, operation in found
        if operation["operationId"].startswith("print_")
    }
    assert set(papers) >= {"print_interview", "print_consent_form", "print_information_clause"}
    assert {media for listed in papers.values() for media in listed} == {"application/pdf"}


async def test_every_problem_named_in_the_document_has_its_page(house: House) -> None:
    found = json.dumps(await document(house))

    names = set(re.findall(r'"type": "(/problems/\w+)"', found))
    pages = {name: (await house.client.get(name)).status_code for name in names}
    assert len(pages) > 20
    assert {name for name, status in pages.items() if status != 200} == set()


async def test_a_problem_is_explained_in_both_languages(house: House) -> None:
    english = await house.client.get("/problems/RoleMayNot")
    polish = await house.client.get("/problems/RoleMayNot", headers={"Accept-Language": "pl"})

    assert english.json()["type"] == "/problems/RoleMayNot"
    assert english.json()["status"] == 403
    assert english.json()["title"].startswith("Your role does not carry")
    assert polish.json()["title"].startswith("Twoja rola nie daje")


async def test_a_problem_nobody_has_is_not_explained(house: House) -> None:
    answer = await house.client.get("/problems/85031412347")

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/NoSuchAddress")
    assert "85031412347" not in answer.text


async def test_the_pages_need_no_internet(house: House) -> None:
    page = await house.client.get("/docs")

    wanted = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    served = {path: (await house.client.get(path)).status_code for path in wanted}
    assert page.headers["content-type"].startswith("text/html")
    assert len(wanted) >= 3
    assert [path for path in wanted if not path.startswith("/docs/assets/")] == []
    assert set(served.values()) == {200}
    assert "http://" not in page.text
    assert "https://" not in page.text


async def test_beside_the_assets_nothing_is_served(house: House) -> None:
    answer = await house.client.get("/docs/assets/%2e%2e/__init__.py")

    assert answer.status_code == 404


@pytest.mark.parametrize(
    "path", ["/demo-issuer/.well-known/openid-configuration", "/demo-issuer/jwks.json"]
)
async def test_without_its_key_no_demo_issuer_is_served(house: House, path: str) -> None:
    answer = await house.client.get(path)

    assert (answer.status_code, answer.json()["type"]) == (404, "/problems/NoSuchAddress")


async def test_the_demo_issuer_shows_its_public_key_only(house: House, tmp_path: Any) -> None:
    house.app.state.demo_key = identity.demo_key(tmp_path / "keys" / "issuer.json")

    answer = await house.client.get("/demo-issuer/jwks.json")

    key = answer.json()["keys"][0]
    assert (key["alg"], key["use"]) == ("ES256", "sig")
    assert "d" not in key
    kept = tmp_path / "keys" / "issuer.json"
    assert kept.stat().st_mode & 0o077 == 0
    assert identity.demo_key(kept).kid == key["kid"]


async def test_the_frameworks_own_pages_are_closed(house: House) -> None:
    assert (await house.client.get("/redoc")).status_code == 404


async def test_a_service_that_does_not_answer_is_named(house: House) -> None:
    house.service.body = b'{"status": "pass"}'

    answer = await house.client.get("/healthz")

    processes = answer.json()["processes"]
    assert (answer.status_code, answer.json()["status"]) == (503, "fail")
    assert processes["outcomes"] == {"status": "fail", "output": "does not answer"}
    assert processes["intake"] == {"status": "pass"}


GATEWAYS_OWN = ("/v1/records/", "/v1/audit/", "/v1/events", "/v1/subscriptions")


async def test_every_address_of_the_document_leads_to_a_process(house: House) -> None:
    paths = (await house.client.get("/openapi.json")).json()["paths"]
    own = {path for path in paths if path.startswith(GATEWAYS_OWN)}
    document = {path for path in paths if path not in own}

    lost = [path for path in document if path.split("/")[2] not in OWNERS]

    assert len(document) > 50
    assert lost == []


def test_an_answer_may_tell_several_writes() -> None:
    one = f"referrals:{CLIENT}:1"
    form = SYNC_TOKEN["pattern"]

    assert re.search(form, one)
    assert re.search(form, f"{one},{one}")
    assert not re.search(form, f"{one},")
