"""The HTTP face of intake."""

from services.intake.routes import (
    access,
    clients,
    duplicates,
    internal,
    means,
    needs,
    sharing,
    work,
)

routers = [
    clients.router,
    duplicates.router,
    means.router,
    needs.router,
    work.router,
    sharing.router,
    access.router,
    internal.internal,
]
