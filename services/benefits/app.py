"""Where benefits is put together."""

from fastapi import FastAPI

from kernel.service import Parts, assemble
from services.benefits.reactions import reactions
from services.benefits.routes import router
from services.benefits.settings import Settings
from services.benefits.views import cut


def build(settings: Settings | None = None) -> FastAPI:
    """Assemble the service."""
    settings = settings or Settings()
    return assemble(
        Parts(
            settings=settings,
            title="Benefits",
            routers=[router],
            listener=reactions,
            hears={"gateway": settings.gateway_url},
            cut=cut,
        )
    )
