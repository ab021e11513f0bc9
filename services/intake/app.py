"""Where intake is put together."""

from fastapi import FastAPI

from kernel.service import Parts, assemble
from services.intake.reactions import reactions
from services.intake.routes import routers
from services.intake.settings import Settings
from services.intake.views.card import cut


def build(settings: Settings | None = None) -> FastAPI:
    """Assemble the service."""
    settings = settings or Settings()
    app = assemble(
        Parts(
            settings=settings,
            title="Intake",
            routers=routers,
            listener=reactions,
            hears={"gateway": settings.gateway_url},
            cut=cut,
        )
    )
    app.state.database.vault.index_key = settings.index_secret
    return app
