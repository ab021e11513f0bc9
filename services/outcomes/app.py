"""Where outcomes is put together."""

from fastapi import FastAPI

from kernel.service import Parts, assemble
from services.outcomes.settings import Settings


def build(settings: Settings | None = None) -> FastAPI:
    """Assemble the service: no verbs and nothing to hear yet, only a door for its health."""
    return assemble(Parts(settings=settings or Settings(), title="Outcomes"))
