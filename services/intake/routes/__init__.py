"""The HTTP face of intake."""

from services.intake.routes import access, clients, internal, labour, means, needs, sharing, work

routers = [
    clients.router,
    means.router,
    needs.router,
    work.router,
    labour.router,
    sharing.router,
    access.router,
    internal.internal,
]
