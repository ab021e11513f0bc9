"""The HTTP face of intake."""

from services.intake.routes import (
    access,
    clients,
    duplicates,
    glass,
    internal,
    labour,
    means,
    needs,
    person,
    reach,
    sharing,
    work,
)

routers = [
    clients.router,
    access.router,
    duplicates.router,
    glass.router,
    labour.router,
    means.router,
    needs.router,
    person.router,
    reach.router,
    sharing.router,
    work.router,
    internal.internal,
]
