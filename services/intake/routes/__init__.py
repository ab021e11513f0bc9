"""The HTTP face of intake."""

from services.intake.routes import (
    access,
    clients,
    duplicates,
    glass,
    internal,
    interviews,
    labour,
    means,
    needs,
    papers,
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
    interviews.router,
    labour.router,
    means.router,
    needs.router,
    papers.router,
    person.router,
    reach.router,
    sharing.router,
    work.router,
    internal.internal,
]
