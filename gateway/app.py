"""Where the gateway is put together."""

from fastapi import FastAPI

from gateway import answering, documents, forwarding, health, identity, routes
from gateway.audit.log import AuditLog
from gateway.feed import subscribing
from gateway.feed.delivering import Deliverer, prune
from gateway.feed.guard import Guard
from gateway.feed.pulse import Pulse
from gateway.feed.routes import router as feed
from gateway.feed.sending import Sender
from gateway.feed.stream import Streams
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
                feed,
                subscribing.router,
                health.router,
                documents.router,
                answering.router,
                identity.router,
                forwarding.router,
            ],
            listener=Cards,
            hears=settings.service_urls,
            rounds=[prune],
        )
    )
    state = app.state
    state.vault = state.database.vault
    state.forwarding = Forwarding(settings.service_urls, settings.forward_seconds)
    state.audit = AuditLog(state.database)
    state.pulse = Pulse(state.database)
    state.streams = Streams(state.database, state.pulse)
    state.guard = Guard(to_this_machine=settings.webhooks_to_this_machine)
    state.sender = Sender(state.guard)
    state.deliverer = Deliverer(state.database, state.audit, state.pulse, state.sender)
    state.alive += [state.forwarding, state.audit, state.pulse, state.sender, state.deliverer]
    key_file = settings.demo_key_file
    state.demo_key = identity.demo_key(key_file) if key_file else None
    app.mount("/docs/assets", documents.assets())
    return app
