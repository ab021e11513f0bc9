"""Small questions asked from outside, as a client would ask them."""

import httpx2

SECONDS = 3.0


async def is_ready(url: str) -> bool:
    """Ask a process whether it can do its work."""
    return await _answer(f"{url}/readyz") is not None


async def house_passes(gateway_url: str) -> bool:
    """Ask the gateway whether the whole house is well."""
    answer = await _answer(f"{gateway_url}/healthz")
    return answer is not None and answer.json().get("status") == "pass"


async def _answer(url: str) -> httpx2.Response | None:
    # The operator's proxy settings are not for addresses of this machine.
    async with httpx2.AsyncClient(trust_env=False, timeout=SECONDS) as client:
        try:
            answer = await client.get(url)
        except httpx2.HTTPError:
            return None
    return answer if answer.status_code == httpx2.codes.OK else None
