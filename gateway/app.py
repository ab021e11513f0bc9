"""Where the gateway is put together."""

from datetime import timedelta

from fastapi import FastAPI

from gateway import answering, documents, forwarding, health, identity, routes
from gateway.audit import routes as audit_routes
from gateway.audit.anchoring import anchoring
from gateway.audit.anchors import AnchorKey
from gateway.audit.log import AuditLog
from gateway.circuit import Circuit, Lane
from gateway.feed import subscribing
from gateway.feed.delivering import Deliverer, prune
from gateway.feed.guard import Guard
from gateway.feed.pulse import Pulse as FeedPulse
from gateway.feed.routes import router as feed
from gateway.feed.sending import Sender
from gateway.feed.stream import Streams
from gateway.forwarding import Forwarding
from gateway.limits.crowd import Crowd
from gateway.limits.door import Door
from gateway.limits.pulse import Pulse
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
                subscribing.router,
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
                ),
                prune,
            ],
        )
    )
    state = app.state
    state.vault = state.database.vault
    state.forwarding = forwarding_of(settings)
    state.audit = AuditLog(state.database)
    state.pulse = FeedPulse(state.database)
    state.streams = Streams(state.database, state.pulse)
    state.guard = Guard(to_this_machine=settings.webhooks_to_this_machine)
    state.sender = Sender(state.guard)
    state.deliverer = Deliverer(state.database, state.audit, state.pulse, state.sender)
    state.crowd = crowd_of(settings)
    state.alive += [state.forwarding, state.audit, state.pulse, state.sender, state.deliverer]
    state.alive += [state.crowd.pulse]
    app.add_middleware(Door, crowd=state.crowd, body_seconds=settings.body_seconds)
    key_file = settings.demo_key_file
    state.demo_key = identity.demo_key(key_file) if key_file else None
    app.mount("/docs/assets", documents.assets())
    return app


def forwarding_of(settings: Settings) -> Forwarding:
    """The ways to the services, each with a circuit and a bound of its own."""
    lanes = {
        service: Lane(
            service,
            Circuit(settings.circuit_failures, settings.circuit_rest_seconds),
            settings.forward_at_once,
        )
        for service in settings.service_urls
    }
    return Forwarding(settings.service_urls, lanes, settings.forward_seconds)


def crowd_of(settings: Settings) -> Crowd:
    """How many may be inside."""
    return Crowd(
        Pulse(settings.lag_seconds),
        at_once=settings.most_at_once,
        caller_at_once=settings.caller_at_once,
    )
