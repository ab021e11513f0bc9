"""A token is believed only if the issuer signed it, for us, now, for a worker of an institution."""

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator, Callable
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from kernel import identity as identity_module
from kernel.identity import Identity, IssuerUnreachable, NotLoggedIn
from tests.kernel.tiny import served

pytestmark = pytest.mark.anyio

OPS = UUID(int=7)


class Issuer:
    """An OpenID provider as small as can be, behind real HTTP."""

    def __init__(self) -> None:
        self.url = ""
        self.keys = [_key("first")]
        self.asked = 0
        self.away = False
        self.app = FastAPI()
        self.app.get("/.well-known/openid-configuration")(self.discovery)
        self.app.get("/jwks")(self.jwks)

    async def discovery(self) -> dict[str, str]:
        """Where the keys are."""
        self.asked += 1
        return {"jwks_uri": "nowhere" if self.away else f"{self.url}/jwks"}

    async def jwks(self) -> dict[str, Any]:
        """The public keys."""
        return {"keys": [key.as_dict(private=False) for key in self.keys]}

    def claims(self, **changes: Any) -> dict[str, Any]:
        """What a good token says, with some changes."""
        now = int(time.time())
        good = {
            "iss": self.url, "aud": "okienko", "sub": "ops-zabrze", "name": "Anna Nowak (demo)",
            "iat": now, "exp": now + 300, "roles": ["social_worker"],
            "institution": {"id": str(OPS), "name": "MOPR (demo)", "kind": "OPS"},
        }  # fmt: skip
        return {name: value for name, value in (good | changes).items() if value is not None}

    def token(self, key: Any = None, header: Any = None, **changes: Any) -> str:
        """A token, good but for the changes."""
        head = {"alg": "ES256", "typ": "at+jwt", "kid": "first"} | (header or {})
        head = {name: value for name, value in head.items() if value is not None}
        signed = jwt.encode(
            head, self.claims(**changes), key or self.keys[0], algorithms=[head["alg"]]
        )
        return f"Bearer {signed}"


def _key(kid: str) -> ECKey:
    return ECKey.generate_key("P-256", parameters={"kid": kid})


@pytest.fixture
async def issuer() -> AsyncIterator[Issuer]:
    """A provider that answers."""
    made = Issuer()
    async with served(made.app) as made.url:
        yield made


@pytest.fixture
def identity(issuer: Issuer) -> Identity:
    """Ours, which believes that provider."""
    return Identity(issuer.url, "okienko")


async def test_a_good_token_says_who_is_calling(issuer: Issuer, identity: Identity) -> None:
    caller = await identity.caller(issuer.token())

    assert (caller.worker, caller.institution, caller.kind) == ("ops-zabrze", OPS, "OPS")
    assert caller.roles == {"social_worker"}


async def test_a_role_that_does_not_belong_to_her_institution_is_not_believed(
    issuer: Issuer, identity: Identity
) -> None:
    claimed = ["social_worker", "operator", "calendar", "referral_link"]

    caller = await identity.caller(issuer.token(roles=claimed))

    assert caller.roles == {"social_worker"}


async def test_one_of_several_audiences_is_enough(issuer: Issuer, identity: Identity) -> None:
    caller = await identity.caller(issuer.token(aud=["account", "okienko"]))

    assert caller.institution == OPS


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "http://elsewhere"},
        {"iss": None},
        {"aud": "another"},
        {"aud": None},
        {"aud": []},
        {"exp": int(time.time()) - 60},
        {"exp": None},
        {"nbf": int(time.time()) + 86_400},
        {"sub": None},
        {"sub": ""},
        {"sub": "a\nb"},
        {"institution": None},
        {"institution": {"id": "x", "name": "MOPR", "kind": "OPS"}},
        {"institution": {"id": str(OPS), "name": "MOPR", "kind": "BANK"}},
        {"institution": [str(OPS)]},
        {"roles": ["r"] * 21},
        {"roles": "social_worker"},
        {"header": {"typ": "JOSE"}},
        {"header": {"typ": "id+jwt"}},
        {"header": {"typ": "logout+jwt"}},
    ],
    ids=str,
)
async def test_a_token_that_says_something_else_is_not_believed(
    issuer: Issuer, identity: Identity, changes: dict[str, Any]
) -> None:
    token = issuer.token(**changes)

    with pytest.raises(NotLoggedIn):
        await identity.caller(token)


@pytest.mark.parametrize(
    "shown", [None, "", "Bearer", "Bearer ", "Bearer x", "Bearer a.b.c", "Basic eDp5", "bearer x"]
)
async def test_what_is_no_token_is_not_believed(identity: Identity, shown: str | None) -> None:
    with pytest.raises(NotLoggedIn):
        await identity.caller(shown)


async def test_an_unsigned_token_is_not_believed(issuer: Issuer, identity: Identity) -> None:
    parts = [{"alg": "none", "typ": "at+jwt"}, issuer.claims()]
    unsigned = ".".join(_base64(json.dumps(part).encode()) for part in parts)

    with pytest.raises(NotLoggedIn):
        await identity.caller(f"Bearer {unsigned}.")


@pytest.mark.parametrize(
    "as_secret",
    [
        lambda key: key.as_pem(private=False),
        lambda key: json.dumps(key.as_dict(private=False)).encode(),
    ],
    ids=["PEM", "JWK"],
)
async def test_a_public_key_is_no_secret_to_sign_with(
    issuer: Issuer, identity: Identity, as_secret: Callable[[ECKey], bytes]
) -> None:
    # joserfc refuses to make such a token, so it is put together by hand.
    head = _base64(json.dumps({"alg": "HS256", "typ": "at+jwt", "kid": "first"}).encode())
    signed = f"{head}.{_base64(json.dumps(issuer.claims()).encode())}"
    signature = _hs256(signed, as_secret(issuer.keys[0]))

    with pytest.raises(NotLoggedIn):
        await identity.caller(f"Bearer {signed}.{signature}")


async def test_a_strangers_key_is_not_believed(issuer: Issuer, identity: Identity) -> None:
    with pytest.raises(NotLoggedIn):
        await identity.caller(issuer.token(key=_key("first")))


async def test_a_key_that_the_token_brings_itself_is_not_believed(
    issuer: Issuer, identity: Identity
) -> None:
    own = _key("own")
    brought = own.as_dict(private=False)

    with pytest.raises(NotLoggedIn):
        await identity.caller(issuer.token(key=own, header={"jwk": brought, "kid": None}))


async def test_a_key_that_the_token_points_to_is_not_fetched(
    issuer: Issuer, identity: Identity
) -> None:
    header = {"jku": f"{issuer.url}/jwks", "kid": None}

    with pytest.raises(NotLoggedIn):
        await identity.caller(issuer.token(key=_key("own"), header=header))


async def test_a_changed_claim_breaks_the_signature(issuer: Issuer, identity: Identity) -> None:
    head, _, signature = issuer.token().split(".")
    forged = _base64(json.dumps(issuer.claims(roles=["operator"])).encode())

    with pytest.raises(NotLoggedIn):
        await identity.caller(f"{head}.{forged}.{signature}")


async def test_an_rsa_key_is_believed_too(issuer: Issuer, identity: Identity) -> None:
    key = RSAKey.generate_key(2048, parameters={"kid": "rsa"}, auto_kid=False)
    issuer.keys.append(key)  # type: ignore[arg-type] # any key has as_dict

    caller = await identity.caller(issuer.token(key=key, header={"alg": "RS256", "kid": "rsa"}))

    assert caller.institution == OPS


async def test_the_keys_are_fetched_once(issuer: Issuer, identity: Identity) -> None:
    tokens = [issuer.token(sub=f"worker-{number}") for number in range(20)]

    await asyncio.gather(*(identity.caller(token) for token in tokens))

    assert issuer.asked == 1


async def test_a_storm_of_unknown_keys_asks_the_issuer_at_most_once_more(
    issuer: Issuer, identity: Identity
) -> None:
    await identity.caller(issuer.token())
    storm = [issuer.token(header={"kid": f"k{number}"}) for number in range(50)]

    refused = await asyncio.gather(*map(identity.caller, storm), return_exceptions=True)

    assert {type(error) for error in refused} == {NotLoggedIn}
    assert issuer.asked <= 2


async def test_a_new_key_is_believed_and_the_old_one_no_longer(
    issuer: Issuer, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identity_module, "_COOLDOWN_SECONDS", 0)
    await identity.caller(issuer.token())
    old, issuer.keys = issuer.keys[0], [_key("second")]

    caller = await identity.caller(issuer.token(header={"kid": "second"}))

    assert caller.worker == "ops-zabrze"
    with pytest.raises(NotLoggedIn):
        await identity.caller(issuer.token(key=old, sub="another"))


async def test_known_keys_serve_while_the_issuer_is_away(
    issuer: Issuer, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    await identity.caller(issuer.token())
    monkeypatch.setattr(identity_module, "_FRESH_SECONDS", 0)
    monkeypatch.setattr(identity_module, "_COOLDOWN_SECONDS", 0)
    issuer.away = True

    caller = await identity.caller(issuer.token(sub="another"))

    assert caller.institution == OPS


async def test_without_any_key_nobody_is_turned_away_for_good(
    issuer: Issuer, identity: Identity
) -> None:
    issuer.away = True

    with pytest.raises(IssuerUnreachable) as refusal:
        await identity.caller(issuer.token())

    assert refusal.value.retry_after == 2


async def test_an_issuer_that_publishes_nonsense_is_away_too(
    issuer: Issuer, identity: Identity
) -> None:
    issuer.keys = [_Nonsense()]  # type: ignore[list-item] # that is the point

    with pytest.raises(IssuerUnreachable):
        await identity.caller("Bearer a.b.c")


async def test_a_crowd_before_an_issuer_that_is_away_is_answered_together(
    issuer: Issuer, identity: Identity
) -> None:
    issuer.away = True
    crowd = [identity.caller("Bearer a.b.c") for _ in range(20)]

    await asyncio.gather(*crowd, return_exceptions=True)

    assert issuer.asked <= 2


async def test_a_token_remembered_ends_on_time(
    issuer: Issuer, identity: Identity, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = issuer.token(exp=int(time.time()) + 10)
    await identity.caller(token)
    later = time.time() + 45
    monkeypatch.setattr(time, "time", lambda: later)

    with pytest.raises(NotLoggedIn):
        await identity.caller(token)


class _Nonsense:
    """A key that is none."""

    def as_dict(self, *, private: bool) -> dict[str, Any]:
        """Say nothing that means anything."""
        del private
        return {"kty": "EC", "crv": "P-256", "x": "?", "y": "?"}


def _base64(octets: bytes) -> str:
    return base64.urlsafe_b64encode(octets).decode().rstrip("=")


def _hs256(signed: str, secret: bytes) -> str:
    return _base64(hmac.new(secret, signed.encode(), hashlib.sha256).digest())
