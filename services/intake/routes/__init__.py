"""The HTTP face of intake."""

from services.intake.routes import access, clients, glass, internal, means, needs, sharing, work

routers = [
    clients.router,
    means.router,
    needs.router,
    work.router,
    sharing.router,
    access.router,
    glass.router,
    internal.internal,
]
