"""The HTTP face of intake."""

from services.intake.routes import (
    access,
    clients,
    internal,
    interviews,
    means,
    needs,
    papers,
    sharing,
    work,
)

routers = [
    clients.router,
    means.router,
    needs.router,
    work.router,
    sharing.router,
    access.router,
    interviews.router,
    papers.router,
    internal.internal,
]
