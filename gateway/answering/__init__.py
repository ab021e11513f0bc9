"""The page to answer a referral by, for whoever holds a signed link and has no software.

One page, one script, one style sheet, nothing from anywhere else. The link stands behind the # of the
address, which no browser sends: it is read by the script, kept in memory, and shown to the API alone.
"""

from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Response

router = APIRouter(prefix="/answer", include_in_schema=False)
_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    # The page goes with the house it talks to: an old one must not outlive an upgrade.
    "Cache-Control": "no-cache",
}


@router.get("")
async def page() -> Response:
    """The page."""
    return _part("page.html", "text/html; charset=utf-8")


@router.get("/page.js")
async def script() -> Response:
    """Its script."""
    return _part("page.js", "text/javascript; charset=utf-8")


@router.get("/page.css")
async def style() -> Response:
    """Its look."""
    return _part("page.css", "text/css; charset=utf-8")


def _part(name: str, media: str) -> Response:
    return Response(_read(name), headers=_HEADERS | {"Content-Type": media})


@cache
def _read(name: str) -> bytes:
    return (files("gateway.answering") / name).read_bytes()
