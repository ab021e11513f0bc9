"""A pass is believed only if the house signed it as one, for one thing, and only until it is over."""

import base64
import json
import time
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx2
import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from fastapi import APIRouter
from joserfc import jwt
from joserfc.jwk import OctKey

from contracts.values import InstitutionKind
from kernel import clock, ids
from kernel.callers import Caller
from kernel.identity import Identity, NotLoggedIn
from kernel.passes import Passes, PassOver, pass_for
from kernel.rights import Seat, permits
from kernel.service import Parts, assemble
from kernel.settings import Settings
from kernel.transactions import Database, Transaction
from kernel.verbs import READS, WRITES, By, Tx, Verb
from policies.book import themes
from tests.support.rooms import HOUSE_KEY, room

pytestmark = pytest.mark.anyio

NGO = UUID("0197a000-0000-7000-8000-000000000003")
THING = UUID("0197a000-0000-7000-8000-00000000e001")
OTHER = UUID("0197a000-0000-7000-8000-00000000e002")
PARTY = (NGO, "Fundacja Żółw (demo)", InstitutionKind.NGO)
SECRET = bytes.fromhex(HOUSE_KEY)
ALGORITHMS = ["HS256", "HS384", "none"]
DAY = timedelta(days=1)


def holder(role: str = "referral_link", only: UUID = THING, pass_id: UUID | None = None) -> Caller:
    return pass_for(pass_id or ids.new(), role, only=only, party=PARTY, name="Odnośnik (demo)")


def made(house_key: bytes = SECRET, **changes: Any) -> str:
    return Passes(house_key).make(holder(**changes), clock.now() + DAY)


def shown(token: str, **headers: str) -> dict[str, str]:
    return {"Authorization": f"Pass {token}"} | headers


def parts_of(token: str) -> list[Any]:
    pieces = token.split(".")[:2]
    return [json.loads(base64.urlsafe_b64decode(piece + "==")) for piece in pieces]


def key_of_passes() -> Any:
    """The key as anybody who held the house key could draw it."""
    info = b"okienko passes v1"
    return OctKey.import_key(HKDF(SHA256(), 32, salt=None, info=info).derive(SECRET))


def test_a_pass_says_who_may_touch_what() -> None:
    caller = holder()

    assert Passes(SECRET).read(Passes(SECRET).make(caller, clock.now() + DAY)) == caller


def test_a_pass_goes_into_an_address_as_it_is() -> None:
    assert set(made()) <= set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")


def test_a_pass_of_another_house_is_none() -> None:
    with pytest.raises(PassOver):
        Passes(SECRET).read(made(bytes(32)))


def test_a_pass_that_is_over_is_refused_to_the_second() -> None:
    token = Passes(SECRET).make(holder(), clock.now() - timedelta(seconds=1))

    with pytest.raises(PassOver):
        Passes(SECRET).read(token)


def test_a_pass_that_was_changed_is_refused() -> None:
    head, _, signature = made().split(".")
    claims = parts_of(made())[1] | {"only": str(OTHER)}
    forged = base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")

    with pytest.raises(PassOver):
        Passes(SECRET).read(f"{head}.{forged}.{signature}")


def test_a_pass_without_a_signature_is_refused() -> None:
    head, claims = ({"alg": "none", "typ": "pass+jwt"}, parts_of(made())[1])
    pieces = [
        base64.urlsafe_b64encode(json.dumps(p).encode()).decode().rstrip("=")
        for p in (head, claims)
    ]

    with pytest.raises(PassOver):
        Passes(SECRET).read(".".join([*pieces, ""]))


def test_the_house_key_itself_signs_no_pass() -> None:
    header, claims = parts_of(made())
    token = jwt.encode(header, claims, OctKey.import_key(SECRET), algorithms=["HS256"])

    with pytest.raises(PassOver):
        Passes(SECRET).read(token)


@pytest.mark.parametrize(
    "header",
    [
        {"alg": "HS384", "typ": "pass+jwt"},
        {"alg": "HS256", "typ": "at+jwt"},
        {"alg": "HS256"},
        {"alg": "HS256", "typ": "pass+jwt", "kid": "mine"},
    ],
    ids=["alg", "typ", "no typ", "more"],
)
def test_another_header_is_refused(header: dict[str, str]) -> None:
    token = jwt.encode(header, parts_of(made())[1], key_of_passes(), algorithms=ALGORITHMS)

    with pytest.raises(PassOver):
        Passes(SECRET).read(token)


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "somebody"},
        {"aud": "okienko"},
        {"sub": "ops-zabrze"},
        {"only": None},
        {"exp": None},
        {"exp": "tomorrow"},
        {"roles": []},
        {"roles": ["referral_link", "operator"]},
        {"more": 1},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_claims_that_are_not_those_of_a_pass_are_refused(changes: dict[str, Any]) -> None:
    claims = {k: v for k, v in (parts_of(made())[1] | changes).items() if v is not None}
    token = jwt.encode(
        {"alg": "HS256", "typ": "pass+jwt"}, claims, key_of_passes(), algorithms=ALGORITHMS
    )

    with pytest.raises(PassOver):
        Passes(SECRET).read(token)


@pytest.mark.parametrize("token", ["", ".", "a.b.c", "ż.ó.ł", "x" * 5_000, "a" * 4_000])
def test_what_is_no_pass_is_refused(token: str) -> None:
    with pytest.raises(PassOver):
        Passes(SECRET).read(token)


def test_a_pass_opens_one_thing_or_is_not_made() -> None:
    somebody = Caller("ops", "Anna", NGO, "Fundacja (demo)", InstitutionKind.NGO, frozenset())

    with pytest.raises(ValueError, match="one thing"):
        Passes(SECRET).make(somebody, clock.now() + DAY)


async def test_a_pass_is_no_access_token() -> None:
    identity = Identity("http://127.0.0.1:9", "okienko")

    with pytest.raises(NotLoggedIn):
        await identity.caller(f"Pass {made()}")


def test_a_link_may_answer_its_referral_and_nothing_else() -> None:
    words = "\n".join(themes(".cedarschema").values()).replace(",", " ").split()
    actions = {word for word in words if word[:1].isupper() and word.isalpha()}
    # A purpose is no verb and opens nothing: it says what of the opened serves it.
    actions = {action for action in actions if not action.startswith("UseFor")}
    seat = Seat("NGO", frozenset({"referral_link"}))

    assert {action for action in actions if permits(seat, action)} == {
        *("ShowAnswerSheet", "ReceiveReferral", "ReturnReferral", "AcceptReferral"),
        *("DeclineReferral", "StartReferral", "ScheduleAppointment", "MissAppointment"),
        *("CancelAppointment", "NoteReferral", "CompleteReferral", "FailReferral"),
        "ConfirmCancellation",
    }


def test_a_link_beside_another_role_gives_nothing() -> None:
    assert not permits(Seat("NGO", frozenset({"referral_link", "other"})), "AcceptReferral")


# --- In a service -------------------------------------------------------------------------------

gone: set[UUID] = set()
looked: list[UUID | None] = []
router = APIRouter(prefix="/v1/things", route_class=Verb)


@router.get("", name="list_referrals", dependencies=READS)
async def many(by: By) -> str:
    """List things."""
    return by.worker


@router.get("/{thing_id}", name="show_answer_sheet", dependencies=READS)
async def one(thing_id: UUID, by: By) -> str:
    """Show a thing."""
    del thing_id
    return by.worker


@router.post("/{thing_id}/accept", name="accept_referral", dependencies=WRITES)
async def accept(thing_id: UUID, by: By, tx: Tx) -> str:
    """Do something about it."""
    del thing_id
    await tx.session.execute(sa.select(1))
    return by.worker


async def admit(tx: Transaction, by: Caller) -> bool:
    await tx.session.execute(sa.select(1))
    looked.append(by.pass_id)
    return by.pass_id not in gone


@pytest.fixture
async def client() -> AsyncIterator[httpx2.AsyncClient]:
    """A service that admits links."""
    looked.clear()
    gone.clear()

    def build(said: Any) -> Any:
        parts = Parts(
            settings=Settings(**said, service="intake"),
            title="Tiny",
            routers=[router],
            admits={"referral_link": admit},
        )
        return assemble(parts)

    async with room(build, sa.MetaData()) as (client, _):
        yield client


async def test_the_holder_of_a_pass_is_called_by_it(client: httpx2.AsyncClient) -> None:
    caller = holder()
    token = Passes(SECRET).make(caller, clock.now() + DAY)

    answer = await client.get(f"/v1/things/{THING}", headers=shown(token))

    assert answer.status_code == 200
    assert answer.json() == caller.worker == f"pass:{caller.pass_id}"


async def test_another_thing_does_not_exist_for_a_pass(client: httpx2.AsyncClient) -> None:
    answer = await client.get(f"/v1/things/{OTHER}", headers=shown(made()))

    assert answer.status_code == 404


async def test_a_pass_lists_nothing(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/v1/things", headers=shown(made()))

    assert answer.status_code == 403


async def test_a_pass_taken_back_is_over_for_reading_and_for_doing(
    client: httpx2.AsyncClient,
) -> None:
    pass_id = ids.new()
    token = made(pass_id=pass_id)
    gone.add(pass_id)

    read = await client.get(f"/v1/things/{THING}", headers=shown(token))
    done = await client.post(f"/v1/things/{THING}/accept", headers=shown(token))

    assert [read.status_code, done.status_code] == [401, 401]
    assert read.json()["type"] == "/problems/PassOver"


async def test_a_pass_taken_back_gets_no_answer_from_before_either(
    client: httpx2.AsyncClient,
) -> None:
    pass_id = ids.new()
    headers = shown(made(pass_id=pass_id), **{"Idempotency-Key": "once"})
    first = await client.post(f"/v1/things/{THING}/accept", headers=headers)
    gone.add(pass_id)

    again = await client.post(f"/v1/things/{THING}/accept", headers=headers)

    assert [first.status_code, again.status_code] == [200, 401]


async def test_a_pass_in_a_role_that_nobody_admits_is_over(client: httpx2.AsyncClient) -> None:
    # A role the policies know, but no pass may carry.
    token = made(role="ngo_coordinator")

    answer = await client.get(f"/v1/things/{THING}", headers=shown(token))

    assert answer.status_code == 401


async def test_invented_passes_cost_the_database_nothing(client: httpx2.AsyncClient) -> None:
    head, claims, _ = made().split(".")
    token = f"{head}.{claims}.{'A' * 43}"

    answers = [await client.get(f"/v1/things/{THING}", headers=shown(token)) for _ in range(20)]

    assert {answer.status_code for answer in answers} == {401}
    assert looked == []


async def test_the_end_of_a_pass_is_told_in_polish(client: httpx2.AsyncClient) -> None:
    headers = shown("x", **{"Accept-Language": "pl"})

    answer = await client.get(f"/v1/things/{THING}", headers=headers)

    assert "odnośnik" in answer.json()["title"]


def test_time_is_that_of_the_house() -> None:
    claims = parts_of(made())[1]

    assert abs(claims["iat"] - time.time()) < 5
    assert 86_000 < claims["exp"] - claims["iat"] <= 86_400


def test_a_database_is_no_part_of_reading_a_pass() -> None:
    assert not any(isinstance(value, Database) for value in vars(Passes(SECRET)).values())
