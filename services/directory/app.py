"""Where the directory is put together."""

from fastapi import FastAPI

from kernel.service import Parts, assemble
from services.directory.reactions import reactions
from services.directory.routes import routers
from services.directory.settings import Settings


def build(settings: Settings | None = None) -> FastAPI:
    """Assemble the service. It hears how many places are taken, and nothing about a client."""
    settings = settings or Settings()
    return assemble(
        Parts(
            settings=settings,
            title="Directory",
            routers=routers,
            listener=reactions,
            hears={"gateway": settings.gateway_url},
        )
    )
