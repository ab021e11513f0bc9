"""The whole house at one address: every process, what it depends on, which release it is."""

import asyncio
from typing import Any

import aiohttp
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kernel.service import readiness

router = APIRouter(include_in_schema=False)


@router.get("/healthz")
async def healthz(request: Request) -> JSONResponse:
    """pass: all is well. warn: something heals by itself. fail: something cannot serve."""
    urls = request.app.state.settings.service_urls
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=3)) as http:
        asked = await asyncio.gather(*(_ask(http, url) for url in urls.values()))
    processes: dict[str, Any] = dict(zip(urls, asked, strict=True))
    processes["gateway"] = await readiness(request.app.state)
    found = {process["status"] for process in processes.values()}
    status = next(s for s in ("fail", "warn", "pass") if s in found)
    return JSONResponse(
        {"status": status, "version": processes["gateway"]["version"], "processes": processes},
        503 if status == "fail" else 200,
        media_type="application/health+json",
    )


async def _ask(http: aiohttp.ClientSession, url: str) -> Any:
    try:
        async with http.get(f"{url}/readyz") as answer:
            return await answer.json(content_type=None)
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return {"status": "fail", "output": "does not answer"}
