"""The HTTP face of intake."""

from services.intake.routes import (
    access,
    clients,
    internal,
    means,
    needs,
    person,
    reach,
    sharing,
    work,
)

routers = [
    clients.router,
    person.router,
    reach.router,
    means.router,
    needs.router,
    work.router,
    sharing.router,
    access.router,
    internal.internal,
]
