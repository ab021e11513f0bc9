"""The embedded issuer of a local demonstration: it signs tokens of invented people, nothing else.

Its key lies in a private file beside the demo's data. It is served only when the process was told
where that file is; with a real issuer configured the house refuses to start a demonstration.
"""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson
from fastapi import APIRouter, Request
from joserfc import jwt
from joserfc.jwk import ECKey

from kernel.problems import NoSuchAddress

_LIFE_SECONDS = 12 * 3600
router = APIRouter(prefix="/demo-issuer", include_in_schema=False)


def demo_key(path: Path) -> ECKey:
    """The issuer's key; made on first use, readable by its owner only."""
    if not path.exists():
        fresh = ECKey.generate_key("P-256", auto_kid=True)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = path.with_suffix(".new")
        made.touch(mode=0o600)
        made.write_bytes(orjson.dumps(fresh.as_dict(private=True)))
        made.replace(path)
    return ECKey.import_key(orjson.loads(path.read_bytes()))


def sign(key: ECKey, issuer: str, audience: str, claims: Mapping[str, Any]) -> str:
    """An access token (RFC 9068) of one invented person, good for half a day."""
    now = int(time.time())
    header = {"alg": "ES256", "typ": "at+jwt", "kid": key.kid}
    dated = {"iss": issuer, "aud": audience, "iat": now, "exp": now + _LIFE_SECONDS}
    return jwt.encode(header, {**claims, **dated}, key, algorithms=["ES256"])


@router.get("/.well-known/openid-configuration")
async def discovery(request: Request) -> dict[str, str]:
    """Where the keys are."""
    if request.app.state.demo_key is None:
        raise NoSuchAddress
    issuer = request.app.state.settings.issuer
    return {"issuer": issuer, "jwks_uri": f"{issuer}/jwks.json"}


@router.get("/jwks.json")
async def keys(request: Request) -> dict[str, Any]:
    """The public key."""
    key: ECKey | None = request.app.state.demo_key
    if key is None:
        raise NoSuchAddress
    return {"keys": [{**key.as_dict(private=False), "use": "sig", "alg": "ES256"}]}
