"""Where the gateway is put together."""

from fastapi import FastAPI

from gateway import answering, documents, forwarding, health, identity, routes
from gateway.audit.log import AuditLog
from gateway.forwarding import Forwarding
from gateway.limits.crowd import Crowd
from gateway.limits.door import Door
from gateway.record.cards import Cards
from gateway.settings import Settings
from kernel.service import Parts, assemble


def build(settings: Settings | None = None) -> FastAPI:
    """Assemble the gateway. Its own addresses come first; the rest is passed on."""
    settings = settings or Settings()
    app = assemble(
        Parts(
            settings=settings,
            title="Gateway",
            routers=[
                routes.router,
                health.router,
                documents.router,
                answering.router,
                identity.router,
                forwarding.router,
            ],
            listener=Cards,
            hears=settings.service_urls,
        )
    )
    state = app.state
    state.vault = state.database.vault
    state.forwarding = Forwarding(settings.service_urls, settings)
    state.audit = AuditLog(state.database)
    state.crowd = Crowd(settings)
    state.alive += [state.forwarding, state.audit, state.crowd.pulse]
    app.add_middleware(Door, crowd=state.crowd, body_seconds=settings.body_seconds)
    key_file = settings.demo_key_file
    state.demo_key = identity.demo_key(key_file) if key_file else None
    app.mount("/docs/assets", documents.assets())
    return app
