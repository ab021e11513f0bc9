"""What a developer reads: the one OpenAPI document, its pages without the internet, the problems."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import fastapi_offline
import orjson
from fastapi import APIRouter, Request, Response
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from kernel.problems import NoSuchAddress, language_of

router = APIRouter(include_in_schema=False)
ASSETS = Path(fastapi_offline.__file__).parent / "static"


def assets() -> StaticFiles:
    """Swagger UI as it ships inside a package."""
    return StaticFiles(directory=ASSETS)


@cache
def document() -> bytes:
    """The OpenAPI document of the whole house, as generated and committed."""
    return (files("gateway") / "openapi.json").read_bytes()


@cache
def known_problems() -> dict[str, Any]:
    """Every problem by its name, as generated and committed."""
    found: dict[str, Any] = orjson.loads((files("gateway") / "problems.json").read_bytes())
    return found


@router.get("/openapi.json")
async def openapi(request: Request) -> Response:
    """The OpenAPI document; in a demonstration its examples name what was sown there."""
    shown = _shown(request.app.state.settings.demo_examples_file)
    return Response(shown, media_type="application/json")


@cache
def events_document() -> bytes:
    """The AsyncAPI document of the feed, as generated and committed."""
    return (files("gateway") / "asyncapi.json").read_bytes()


@router.get("/asyncapi.json")
async def asyncapi() -> Response:
    """The AsyncAPI document: every event that the feed may tell."""
    return Response(events_document(), media_type="application/json")


def _shown(examples: Path | None) -> bytes:
    return _demonstrated(examples) if examples and examples.exists() else document()


@cache
def _demonstrated(file: Path) -> bytes:
    shown = document()
    for placeholder, real in orjson.loads(file.read_bytes()).items():
        shown = shown.replace(placeholder.encode(), real.encode())
    return shown


@router.get("/docs")
async def docs() -> HTMLResponse:
    """The same, to read and try."""
    return get_swagger_ui_html(
        openapi_url="/openapi.json",
        title="Okienko",
        swagger_js_url="/docs/assets/swagger-ui-bundle.js",
        swagger_css_url="/docs/assets/swagger-ui.css",
        swagger_favicon_url="/docs/assets/favicon.png",
        swagger_ui_parameters={"persistAuthorization": True, "tryItOutEnabled": True},
    )


@router.get("/problems/{name}")
async def problem(name: str, request: Request) -> dict[str, Any]:
    """What a problem means: the address that its `type` names."""
    if name not in known_problems():
        raise NoSuchAddress
    found = known_problems()[name]
    return {"type": f"/problems/{name}", "status": found["status"]} | {
        "title": found[language_of(request.headers)]
    }
