"""A pass: a signed, short-lived right of one institution to one thing, for whoever has no account.

The house signs passes itself, under a key drawn from the house key for this purpose alone. Nobody
else can make one, and no access token is ever taken for one: another scheme, key, type, audience.
Reading one needs no database, so that a storm of invented passes costs none. Whether it was taken
back is asked afterwards, in the service whose thing it is (`Parts.admits`).
"""

import time
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from contracts.values import InstitutionKind, Line
from kernel.callers import PASS, Caller
from kernel.refusals import Kind, Refusal

SCHEME = "Pass "
"""How an Authorization header shows one."""
_HEADER = {"alg": "HS256", "typ": "pass+jwt"}
_ISSUER = "okienko"
_AUDIENCE = "okienko-pass"
_LONGEST = 4_096


class PassOver(Refusal):
    """This link is not valid, or not any more; ask whoever gave it to you for a new one."""

    kind = Kind.UNKNOWN_CALLER
    pl = "Ten odnośnik jest nieważny albo już wygasł; o nowy proszę poprosić tego, od kogo pochodzi."


class _Institution(BaseModel):
    model_config = ConfigDict(extra="forbid")

    id: UUID
    name: Line
    kind: InstitutionKind


class _Claims(BaseModel):
    model_config = ConfigDict(extra="forbid")

    iss: Literal["okienko"]
    aud: Literal["okienko-pass"]
    sub: Annotated[str, StringConstraints(pattern=rf"^{PASS}[0-9a-f-]{{36}}$")]
    name: Line
    institution: _Institution
    only: UUID
    roles: Annotated[list[Line], Field(min_length=1, max_length=1)]
    iat: int
    exp: int


class Passes:
    """Makes and reads the passes of one house."""

    def __init__(self, house_key: bytes) -> None:
        derived = HKDF(SHA256(), 32, salt=None, info=b"okienko passes v1").derive(house_key)
        self._key = OctKey.import_key(derived)

    def make(self, holder: Caller, until: datetime) -> str:
        """A pass for a caller that `pass_for` made, good until a moment."""
        if holder.only is None or holder.pass_id is None:
            raise ValueError("a pass opens one thing")
        claims = {
            "iss": _ISSUER,
            "aud": _AUDIENCE,
            "sub": holder.worker,
            "name": holder.name,
            "institution": {
                "id": str(holder.institution),
                "name": holder.institution_name,
                "kind": holder.kind.value,
            },
            "only": str(holder.only),
            "roles": sorted(holder.roles),
            "iat": int(time.time()),
            "exp": int(until.timestamp()),
        }
        return jwt.encode(_HEADER, claims, self._key, algorithms=["HS256"])

    def read(self, token: str) -> Caller:
        """Whose pass this is: signed here, meant as a pass, and not over."""
        claims = self._verify(token)
        return Caller(
            worker=claims.sub,
            name=claims.name,
            institution=claims.institution.id,
            institution_name=claims.institution.name,
            kind=claims.institution.kind,
            roles=frozenset(claims.roles),
            only=claims.only,
        )

    def _verify(self, token: str) -> _Claims:
        if len(token) > _LONGEST:
            raise PassOver
        try:
            decoded = jwt.decode(token, self._key, algorithms=["HS256"])
            claims = _Claims.model_validate(decoded.claims)
        except (JoseError, ValidationError, ValueError, TypeError, AttributeError):
            raise PassOver from None
        if decoded.header != _HEADER or claims.exp <= time.time():
            raise PassOver
        return claims


def pass_for(
    pass_id: UUID, role: str, *, only: UUID, party: tuple[UUID, str, InstitutionKind], name: str
) -> Caller:
    """Whoever holds a pass of this id: one role of one institution, towards one thing."""
    institution, institution_name, kind = party
    return Caller(
        worker=f"{PASS}{pass_id}",
        name=name,
        institution=institution,
        institution_name=institution_name,
        kind=kind,
        roles=frozenset({role}),
        only=only,
    )


async def caller_of(state: Any, headers: Mapping[str, str]) -> Caller:
    """Who calls: the bearer of an access token, or the holder of a pass."""
    shown = headers.get("authorization")
    if shown and shown.startswith(SCHEME):
        held: Caller = state.passes.read(shown.removeprefix(SCHEME).strip())
        return held
    caller: Caller = await state.identity.caller(shown)
    return caller
