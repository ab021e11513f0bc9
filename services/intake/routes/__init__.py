"""The HTTP face of intake."""

from services.intake.routes import (
    access,
    clients,
    importing,
    internal,
    means,
    needs,
    sharing,
    work,
)

routers = [
    clients.router,
    importing.router,
    means.router,
    needs.router,
    work.router,
    sharing.router,
    access.router,
    internal.internal,
]
