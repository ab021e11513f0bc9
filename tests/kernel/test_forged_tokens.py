"""Every known way to forge a token, against the real verifier and a provider behind real HTTP."""

import asyncio
import json
import time
from collections.abc import Mapping
from typing import Any

import pytest
from joserfc.jwk import RSAKey

from kernel.identity import Identity, NotLoggedIn
from tests.kernel.test_identity import OPS, Issuer, _base64, _hs256, _key, identity, issuer

__all__ = ["identity", "issuer"]
pytestmark = pytest.mark.anyio
HUGE = 1_000_000
TOMORROW = int(time.time()) + 86_400
"""Read when tests are collected, and a whole run takes longer than minutes before it comes to them."""


def by_hand(header: Mapping[str, Any], claims: Mapping[str, Any], signature: str = "") -> str:
    """A token that no library would make."""
    parts = [_base64(json.dumps(part).encode()) for part in (header, claims)]
    return "Bearer " + ".".join([*parts, signature])


async def refused(identity: Identity, token: str) -> None:
    with pytest.raises(NotLoggedIn):
        await identity.caller(token)


@pytest.mark.parametrize("alg", ["none", "None", "NONE", "nOnE", "", None, 0, ["ES256"]], ids=str)
@pytest.mark.parametrize("signature", ["", "AAAA"])
async def test_no_spelling_of_no_algorithm_is_believed(
    issuer: Issuer, identity: Identity, alg: Any, signature: str
) -> None:
    header = {"alg": alg, "typ": "at+jwt", "kid": "first"}

    await refused(identity, by_hand(header, issuer.claims(), signature))


async def test_a_published_rsa_key_is_no_shared_secret(issuer: Issuer, identity: Identity) -> None:
    key = RSAKey.generate_key(2048, parameters={"kid": "rsa"}, auto_kid=False)
    issuer.keys.append(key)  # type: ignore[arg-type] # any key has as_dict
    public = [key.as_pem(private=False), key.as_der(private=False)]

    for secret in (*public, public[0].strip(), json.dumps(key.as_dict(private=False)).encode()):
        header = {"alg": "HS256", "typ": "at+jwt", "kid": "rsa"}
        unsigned = by_hand(header, issuer.claims()).removeprefix("Bearer ").rstrip(".")
        await refused(identity, f"Bearer {unsigned}.{_hs256(unsigned, secret)}")


async def test_the_algorithm_of_one_kind_of_key_is_not_tried_on_another(
    issuer: Issuer, identity: Identity
) -> None:
    own = RSAKey.generate_key(2048, parameters={"kid": "first"}, auto_kid=False)

    await refused(identity, issuer.token(key=own, header={"alg": "RS256"}))


@pytest.mark.parametrize("alg", ["ES384", "RS512", "PS384", "HS256", "HS512"])
async def test_an_algorithm_that_is_not_named_here_is_not_believed(
    issuer: Issuer, identity: Identity, alg: str
) -> None:
    header = {"alg": alg, "typ": "at+jwt", "kid": "first"}

    await refused(identity, by_hand(header, issuer.claims(), _base64(b"\1" * 64)))


@pytest.mark.parametrize("octets", [b"\0" * 64, b"\xff" * 64, b"", b"\1" * 63, b"\1" * 65])
async def test_a_signature_of_nothing_is_not_believed(
    issuer: Issuer, identity: Identity, octets: bytes
) -> None:
    header = {"alg": "ES256", "typ": "at+jwt", "kid": "first"}

    await refused(identity, by_hand(header, issuer.claims(), _base64(octets)))


@pytest.mark.parametrize("name", ["jku", "x5u"])
async def test_no_address_in_a_header_is_ever_asked(
    issuer: Issuer, identity: Identity, name: str
) -> None:
    asked = []

    async def trap(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        writer.close()

    server = await asyncio.start_server(trap, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    for kid in ("first", "unknown"):
        header = {name: f"http://127.0.0.1:{port}/keys", "kid": kid}
        await refused(identity, issuer.token(key=_key("own"), header=header))
    server.close()

    assert asked == []


async def test_a_certificate_that_the_token_brings_is_not_believed(
    issuer: Issuer, identity: Identity
) -> None:
    header = {"x5c": [_base64(b"a certificate")], "kid": "own"}

    await refused(identity, issuer.token(key=_key("own"), header=header))


@pytest.mark.parametrize(
    "kid", ["second", "../first", "first' OR '1'='1", "", "first\0", 1, ["first"]], ids=repr
)
async def test_a_key_nobody_published_is_not_believed(
    issuer: Issuer, identity: Identity, kid: Any
) -> None:
    header = {"alg": "ES256", "typ": "at+jwt", "kid": kid}

    await refused(identity, by_hand(header, issuer.claims(), _base64(b"\1" * 64)))


async def test_a_header_that_must_be_understood_and_is_not_is_refused(
    issuer: Issuer, identity: Identity
) -> None:
    header = {"alg": "ES256", "typ": "at+jwt", "kid": "first", "crit": ["exotic"], "exotic": 1}

    await refused(identity, by_hand(header, issuer.claims(), _base64(b"\1" * 64)))


@pytest.mark.parametrize(
    "changes",
    [
        {"exp": "never"},
        {"exp": str(TOMORROW)},
        {"exp": True},
        {"exp": [TOMORROW]},
        {"exp": -1},
        {"exp": 0},
        {"exp": float("nan")},
        {"exp": float("inf")},
        {"nbf": "tomorrow"},
        {"nbf": float("inf")},
        {"nbf": float("nan")},
        {"nbf": TOMORROW},
        {"iss": ["x"]},
        {"iss": {}},
        {"aud": {"okienko": True}},
        {"aud": "OKIENKO"},
        {"aud": "okienko "},
        {"aud": "not-okienko"},
        {"aud": [["okienko"]]},
        {"sub": 7},
        {"sub": ["ops-zabrze"]},
        {"roles": {"operator": True}},
        {"roles": [["operator"]]},
        {"roles": [{"name": "operator"}]},
        {"roles": [1]},
        {"roles": [True]},
        {"roles": "operator"},
        {"roles": True},
        {"roles": ["social_worker", "a\nb"]},
        {"roles": ["r" * 10_000]},
        {"institution": str(OPS)},
        {"institution": {"id": [str(OPS)], "name": "MOPR", "kind": "OPS"}},
        {"institution": {"id": str(OPS), "name": "MOPR", "kind": ["OPS"]}},
        {"institution": {"id": str(OPS), "name": "MOPR", "kind": "ops"}},
    ],
    ids=str,
)
async def test_a_claim_of_another_kind_is_not_believed_though_well_signed(
    issuer: Issuer, identity: Identity, changes: dict[str, Any]
) -> None:
    await refused(identity, issuer.token(**changes))


@pytest.mark.parametrize("roles", [[], None])
async def test_whoever_has_no_role_is_nobody_in_particular(
    issuer: Issuer, identity: Identity, roles: list[str] | None
) -> None:
    caller = await identity.caller(issuer.token(roles=roles))

    assert caller.roles == frozenset()


@pytest.mark.parametrize("where", ["claims", "header", "signature", "parts"])
async def test_a_huge_token_is_refused_soon(
    issuer: Issuer, identity: Identity, where: str
) -> None:
    good = issuer.token()
    head, body, _ = good.split(".")
    huge = {
        "claims": lambda: issuer.token(name="n" * HUGE),
        "header": lambda: by_hand({"alg": "ES256", "typ": "x" * HUGE}, issuer.claims(), "AA"),
        "signature": lambda: f"{head}.{body}.{'A' * HUGE}",
        "parts": lambda: good + ".A" * HUGE,
    }[where]()
    begun = time.monotonic()

    await refused(identity, huge)

    assert time.monotonic() - begun < 1


@pytest.mark.parametrize(
    "spoil",
    [
        lambda t: t + ".",
        lambda t: t + "=",
        lambda t: t.replace(".", "..", 1),
        lambda t: t.replace(".", ". ", 1),
        lambda t: t + "." + t.rsplit(".", 1)[1],
        lambda t: t.rsplit(".", 1)[0],
        lambda t: t.rsplit(".", 1)[0] + ".",
        lambda t: t[:-4],
        lambda t: t + "," + t,
        lambda t: t + "\N{ZERO WIDTH SPACE}",
        lambda t: t.replace("Bearer ", "bearer "),
        lambda t: t.replace("Bearer ", "Pass "),
        lambda t: t.replace("Bearer ", "DPoP "),
    ],
)
async def test_a_token_that_was_touched_is_not_believed(
    issuer: Issuer, identity: Identity, spoil: Any
) -> None:
    token = issuer.token()
    await identity.caller(token)

    await refused(identity, spoil(token))


@pytest.mark.parametrize("deep", [100, 100_000])
async def test_claims_nested_without_end_are_refused(identity: Identity, deep: int) -> None:
    nested = _base64(b'{"roles":' + b"[" * deep + b"]" * deep + b"}")
    head = _base64(json.dumps({"alg": "ES256", "typ": "at+jwt", "kid": "first"}).encode())

    await refused(identity, f"Bearer {head}.{nested}.{_base64(bytes(64))}")
    await refused(identity, f"Bearer {nested}.{nested}.{_base64(bytes(64))}")
