"""Who is calling: an OIDC resource server. People log in elsewhere; here a token is believed or not.

Only the algorithms named here are believed, whatever a token says of itself (RFC 8725, RFC 9068).
"""

import asyncio
import time
from contextlib import suppress
from typing import Annotated, Any
from uuid import UUID

import aiohttp
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from contracts.roles import held
from contracts.values import InstitutionKind, Line
from kernel.callers import Caller
from kernel.observe import log, where
from kernel.refusals import Kind, Refusal

_ALGORITHMS = ["ES256", "PS256", "RS256", "EdDSA", "Ed25519"]
_LEEWAY = 30
_FRESH_SECONDS = 600
_COOLDOWN_SECONDS = 5
_FIRST_COOLDOWN_SECONDS = 0.5
_REMEMBERED = 10_000
_BELIEVE_SECONDS = 60


class NotLoggedIn(Refusal):
    """A valid access token is needed: `Authorization: Bearer …`."""

    kind = Kind.UNKNOWN_CALLER
    pl = "Potrzebny jest ważny token dostępu: `Authorization: Bearer …`."


class IssuerUnreachable(Refusal):
    """The identity provider cannot be reached, so nobody's token can be checked; repeat soon."""

    kind = Kind.UNAVAILABLE
    pl = "Dostawca tożsamości jest nieosiągalny, nie można sprawdzić tokenu; proszę powtórzyć."


Moment = Annotated[float, Field(strict=True, allow_inf_nan=False)]
"""Seconds since 1970, as a number: neither text nor an infinity that never ends."""


class _Institution(BaseModel):
    model_config = ConfigDict(extra="ignore")
    id: UUID
    name: Line
    kind: InstitutionKind


class _Claims(BaseModel):
    model_config = ConfigDict(extra="ignore")
    iss: str
    aud: str | list[str]
    sub: Line
    exp: Moment
    nbf: Moment = 0
    name: Line = "?"
    institution: _Institution
    roles: Annotated[list[Line], Field(max_length=20)] = []


class Identity:
    """Checks tokens against the keys of one issuer, fetched by discovery and kept fresh."""

    def __init__(self, issuer: str, audience: str) -> None:
        self._issuer = issuer
        self._audience = audience
        self._keys: KeySet | None = None
        self._fetched = -_FRESH_SECONDS * 2.0
        self._tried = -_COOLDOWN_SECONDS * 2.0
        self._lock = asyncio.Lock()
        self._seen: dict[str, tuple[float, Caller]] = {}

    async def caller(self, authorization: str | None) -> Caller:
        """Whose token this is. A token seen a minute ago is not checked again."""
        remembered = self._seen.get(authorization or "")
        if remembered and remembered[0] > time.time():
            return remembered[1]
        if not authorization or not authorization.startswith("Bearer "):
            raise NotLoggedIn
        claims = await self._verify(authorization.removeprefix("Bearer ").strip())
        caller = Caller(
            worker=claims.sub,
            name=claims.name,
            institution=claims.institution.id,
            institution_name=claims.institution.name,
            kind=claims.institution.kind,
            roles=held(claims.institution.kind, claims.roles),
        )
        if len(self._seen) >= _REMEMBERED:
            self._seen.clear()
        self._seen[authorization] = (min(claims.exp, time.time() + _BELIEVE_SECONDS), caller)
        return caller

    async def _verify(self, token: str) -> _Claims:
        claims = await self._decode(token)
        now = time.time()
        audience = [claims.aud] if isinstance(claims.aud, str) else claims.aud
        believed = (
            claims.iss == self._issuer
            and self._audience in audience
            and claims.exp > now - _LEEWAY
            and claims.nbf < now + _LEEWAY
        )
        if not believed:
            raise NotLoggedIn
        return claims

    async def _decode(self, token: str) -> _Claims:
        if (self._keys is None) or time.monotonic() - self._fetched > _FRESH_SECONDS:
            await self._refresh()
        try:
            return self._read(token)
        except JoseError:
            # Perhaps a new key: ask again, but no stranger's token makes us ask in a storm.
            await self._refresh()
            with suppress(JoseError):
                return self._read(token)
        raise NotLoggedIn

    def _read(self, token: str) -> _Claims:
        if self._keys is None:
            raise IssuerUnreachable(retry_after=2)
        try:
            decoded = jwt.decode(token, self._keys, algorithms=_ALGORITHMS)
            if decoded.header.get("typ", "").lower() not in {
                "at+jwt",
                "application/at+jwt",
                "jwt",
            }:
                raise NotLoggedIn
            return _Claims.model_validate(decoded.claims)
        except (ValidationError, ValueError, TypeError, AttributeError):
            raise NotLoggedIn from None

    async def _refresh(self) -> None:
        async with self._lock:
            # Without any key whoever queued behind a failed question gets its answer, not a turn.
            cooldown = _FIRST_COOLDOWN_SECONDS if self._keys is None else _COOLDOWN_SECONDS
            if time.monotonic() - self._tried >= cooldown:
                await self._ask_for_keys()
        if self._keys is None:
            raise IssuerUnreachable(retry_after=2)

    async def _ask_for_keys(self) -> None:
        try:
            self._keys = KeySet.import_key_set(await self._fetch())
            self._fetched = time.monotonic()
        except (aiohttp.ClientError, OSError, JoseError, ValueError, KeyError, TypeError) as error:
            log().warning("issuer unreachable", error=where(error))
        self._tried = time.monotonic()

    async def _fetch(self) -> Any:
        timeout = aiohttp.ClientTimeout(total=3)
        async with aiohttp.ClientSession(timeout=timeout, raise_for_status=True) as http:
            discovery = f"{self._issuer}/.well-known/openid-configuration"
            async with http.get(discovery) as answer:
                jwks_uri = (await answer.json())["jwks_uri"]
            async with http.get(jwks_uri) as answer:
                return await answer.json()
