"""Where outcomes is put together."""

from fastapi import FastAPI

from kernel.service import Parts, assemble
from services.outcomes.settings import Settings


def build(settings: Settings | None = None) -> FastAPI:
    """Assemble the service: no verbs yet, but a hearer of the feed and a door for its health."""
    settings = settings or Settings()
    return assemble(
        Parts(settings=settings, title="Outcomes", hears={"gateway": settings.gateway_url})
    )
