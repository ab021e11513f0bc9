"""The HTTP face of intake."""

from services.intake.routes import access, clients, internal, means, needs, search, sharing, work

routers = [
    search.router,
    clients.router,
    means.router,
    needs.router,
    work.router,
    sharing.router,
    access.router,
    internal.internal,
]
