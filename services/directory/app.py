"""Where the directory is put together."""

from fastapi import FastAPI

from kernel.service import Parts, assemble
from services.directory.routes import router
from services.directory.settings import Settings


def build(settings: Settings | None = None) -> FastAPI:
    """Assemble the service. It hears nobody: nothing in it depends on a client or on another."""
    return assemble(Parts(settings=settings or Settings(), title="Directory", routers=[router]))
