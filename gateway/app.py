"""Where the gateway is put together."""

from datetime import timedelta

from fastapi import FastAPI

from gateway import answering, documents, forwarding, health, identity, routes
from gateway.audit import routes as audit_routes
from gateway.audit.anchoring import anchoring
from gateway.audit.anchors import AnchorKey
from gateway.audit.log import AuditLog
from gateway.feed.routes import router as feed
from gateway.feed.streaming import Streams
from gateway.feed.tide import Tide
from gateway.forwarding import Forwarding
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
                audit_routes.router,
                feed,
                health.router,
                documents.router,
                answering.router,
                identity.router,
                forwarding.router,
            ],
            listener=Cards,
            hears=settings.service_urls,
            rounds=[
                anchoring(
                    AnchorKey(*settings.anchor_secrets),
                    timedelta(seconds=settings.anchor_seconds),
                    settings.anchors_file,
                )
            ],
        )
    )
    state = app.state
    state.vault = state.database.vault
    state.forwarding = Forwarding(settings.service_urls, settings.forward_seconds)
    state.audit = AuditLog(state.database)
    state.tide = Tide(state.database)
    state.streams = Streams(settings.streams_each, settings.streams_altogether)
    state.alive += [state.forwarding, state.audit, state.tide]
    key_file = settings.demo_key_file
    state.demo_key = identity.demo_key(key_file) if key_file else None
    app.mount("/docs/assets", documents.assets())
    return app
